/** One bit for each expression at every UTF-16 unit that can begin a match of it. */
const BEGINS = new Uint32Array(0x10000);
let made = 0;

/**
 * An expression tried at many places, with the characters that a match of it can begin with: elsewhere it is never run. The pattern is
 * sticky and matches no empty string; tests/mention/sticky.test.ts holds its characters to what it matches.
 */
export class Sticky {
  static readonly all: Sticky[] = [];
  private readonly bit: number;

  /** @throws RangeError when there are more than the 32 that one table holds. */
  constructor(
    readonly begins: string,
    readonly pattern: RegExp,
  ) {
    if (made === 32) throw new RangeError('no bit is left for another sticky expression');
    this.bit = 1 << made++;
    for (const c of begins) BEGINS[c.charCodeAt(0)] = (BEGINS[c.charCodeAt(0)] ?? 0) | this.bit;
    Sticky.all.push(this);
  }

  /** The match at one place; null when none begins there. */
  at(chars: string, at: number): RegExpExecArray | null {
    if (((BEGINS[chars.charCodeAt(at)] ?? 0) & this.bit) === 0) return null;
    this.pattern.lastIndex = at;
    return this.pattern.exec(chars);
  }
}
