/**
 * An expression with what every match of it needs. To try an expression that begins with any character, or looks back for what stands before it, at every
 * character costs ten times what it costs to find the words without which it matches nowhere; so those are found first, and it is tried only beside them.
 */
export class Needed {
  static readonly all: Needed[] = [];

  /**
   * @param pattern sticky; a match is not empty and begins with one UTF-16 unit
   * @param need global; literals come first in it, and it reads nothing that stands before it
   * @param first where a match begins at the earliest, counted from where its need begins (-3: three characters before it)
   * @param last where it begins at the latest
   */
  constructor(
    readonly pattern: RegExp,
    private readonly need: RegExp,
    private readonly first: number,
    private readonly last: number,
  ) {
    Needed.all.push(this);
  }

  /** All matches in order, as `matchAll` finds them. */
  in(chars: string): RegExpExecArray[] {
    const { pattern, need } = this;
    const found: RegExpExecArray[] = [];
    let at = 0;
    need.lastIndex = 0;
    for (let needed = need.exec(chars); needed !== null; needed = need.exec(chars)) {
      const last = needed.index + this.last;
      for (at = Math.max(at, needed.index + this.first); at <= last; ) {
        pattern.lastIndex = at;
        const match = pattern.exec(chars);
        if (match !== null) found.push(match);
        at = match === null ? at + 1 : pattern.lastIndex;
      }
      need.lastIndex = needed.index + 1;
    }
    return found;
  }
}
