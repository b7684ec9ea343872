/**
 * An expression with the words that every match of it needs. One that begins with any character, or looks back for what
 * stands before it, costs ten times as much, tried at every character, as finding those words does; so they are found
 * first, and it is tried only beside them. tests/mention/needed.test.ts holds it to what it matches everywhere.
 */
export class Needed {
  /** All that were made, for the test that holds each to what it matches everywhere. */
  static readonly all: Needed[] = [];

  /**
   * @param pattern sticky; a match is not empty and begins with a character of one UTF-16 unit
   * @param need global; begins with literals or a few characters, so that it is found quickly
   * @param first where a match begins at the earliest, in UTF-16 units from where its need begins (-3: three before it)
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
