/** A place while facts in it come. */
interface Frame {
  readonly order: number;
  readonly end: number;
  own: number;
  below: number;
}

/** What facts come to at the least, of which of each place only the heaviest counts or what is below it; they come in preorder. */
export class Proven {
  readonly #open: Frame[] = [];
  /** What is sure so far; after the last fact, `close` counts what is open. */
  sum = 0;

  add({ order, end }: { readonly order: number; readonly end: number }, weight: number): void {
    this.close(order);
    const last = this.#open.at(-1);
    if (last?.order === order) last.own = Math.max(last.own, weight);
    else this.#open.push({ order, end, own: weight, below: 0 });
  }

  /** Ends all places that end before that number in preorder: of each, what it comes to is below the one that holds it. */
  close(order: number): void {
    for (let last = this.#open.at(-1); last !== undefined && last.end <= order; last = this.#open.at(-1)) {
      this.#open.pop();
      this.sum += Math.max(0, last.own - last.below);
      const above = this.#open.at(-1);
      if (above !== undefined) above.below += Math.max(last.own, last.below);
    }
  }
}
