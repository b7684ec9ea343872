/** Words in one flat trie: a transition is a slot of a hash table over (node, character), a word's end its number. */
export class Trie {
  private readonly mask: number;
  private readonly from: Uint32Array;
  private readonly over: Uint16Array;
  private readonly to: Uint32Array;
  /** By node: the number of the word that ends there, plus one. */
  private readonly ends: Uint32Array;
  private nodes = 1;

  constructor(words: readonly string[]) {
    const most = words.reduce((n, word) => n + word.length, 1);
    const slots = 2 ** Math.ceil(Math.log2(most * 2));
    this.mask = slots - 1;
    this.from = new Uint32Array(slots);
    this.over = new Uint16Array(slots);
    this.to = new Uint32Array(slots);
    this.ends = new Uint32Array(most + 1);
    for (const [i, word] of words.entries()) this.add(word, i + 1);
  }

  /** The number and length of the longest word that starts at an offset, as `number * 256 + length`; -1 without one. */
  longest(chars: string, start: number): number {
    let found = -1;
    let node = 1;
    for (let i = start; i < chars.length; i++) {
      const slot = this.slot(node, chars.charCodeAt(i));
      node = this.to[slot] ?? 0;
      if (node === 0) break;
      const end = this.ends[node - 1] ?? 0;
      if (end > 0) found = (end - 1) * 256 + (i + 1 - start);
    }
    return found;
  }

  private add(word: string, end: number): void {
    let node = 1;
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i);
      const slot = this.slot(node, code);
      if (this.to[slot] === 0) {
        this.from[slot] = node;
        this.over[slot] = code;
        this.nodes += 1;
        this.to[slot] = this.nodes;
      }
      node = this.to[slot] ?? 0;
    }
    this.ends[node - 1] = end;
  }

  /** The slot that holds a transition, or the free one where it belongs. */
  private slot(node: number, code: number): number {
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & this.mask;
    while (this.to[slot] !== 0 && (this.from[slot] !== node || this.over[slot] !== code)) slot = (slot + 1) & this.mask;
    return slot;
  }
}
