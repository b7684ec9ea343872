/** Where every two neighbouring characters of a text stand, so that a word is found without reading the text again. */
export class Pairs {
  private readonly mask: number;
  /** By the hash of a pair: one more than the offset at which it stands last. */
  private readonly lasts: Int32Array;
  /** By offset: one more than the offset before it at which a pair of the same hash stands. */
  private readonly befores: Int32Array;

  constructor(readonly chars: string) {
    this.mask = 2 ** Math.floor(Math.log2(chars.length + 2)) - 1;
    this.lasts = new Int32Array(this.mask + 1);
    this.befores = new Int32Array(chars.length);
    for (let at = 0; at + 1 < chars.length; at++) {
      const hash = this.hash(chars, at);
      this.befores[at] = this.lasts[hash] ?? 0;
      this.lasts[hash] = at + 1;
    }
  }

  /** The last offset at which a word stands, -1 when it stands nowhere or is shorter than two characters. */
  last(word: string): number {
    return word.length < 2 ? -1 : this.from(word, (this.lasts[this.hash(word, 0)] ?? 0) - 1);
  }

  /** The offset at which a word stands before `at`, where it stands too; -1 when there is none. */
  before(word: string, at: number): number {
    return this.from(word, (this.befores[at] ?? 0) - 1);
  }

  private from(word: string, start: number): number {
    let at = start;
    while (at >= 0 && !this.chars.startsWith(word, at)) at = (this.befores[at] ?? 0) - 1;
    return at;
  }

  private hash(chars: string, at: number): number {
    const mixed = Math.imul(chars.charCodeAt(at), 0x9e3779b1) ^ Math.imul(chars.charCodeAt(at + 1), 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & this.mask;
  }
}
