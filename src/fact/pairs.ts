/** Pairs of numbers, of which there may be many. */
export class Pairs {
  #numbers = new Int32Array(1024);
  #length = 0;

  add(a: number, b: number): void {
    if (this.#length + 2 > this.#numbers.length) {
      const larger = new Int32Array(2 * this.#numbers.length);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#length++] = a;
    this.#numbers[this.#length++] = b;
  }

  /** Both numbers of each pair, one pair after the other. */
  numbers(): Int32Array {
    return this.#numbers.subarray(0, this.#length);
  }
}
