import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pairs } from '../../src/mention/pairs.ts';

/** Every offset of a word, the last first. */
function offsets(pairs: Pairs, word: string): number[] {
  const found: number[] = [];
  for (let at = pairs.last(word); at >= 0; at = pairs.before(word, at)) found.push(at);
  return found;
}

/** The same by reading the text again and again. */
function searched(text: string, word: string): number[] {
  const found: number[] = [];
  for (let at = text.lastIndexOf(word); at >= 0; at = at === 0 ? -1 : text.lastIndexOf(word, at - 1)) found.push(at);
  return found;
}

describe('the pairs of a text', () => {
  it('find a word wherever it stands, overlapping itself too', () => {
    expect(offsets(new Pairs('镇镇镇，牛庄镇'), '镇镇')).toEqual([1, 0]);
    expect(offsets(new Pairs('牛庄镇和牛庄'), '牛庄')).toEqual([4, 0]);
  });

  it('find nothing in nothing, and no word of one character', () => {
    expect(offsets(new Pairs(''), '牛庄')).toEqual([]);
    expect(offsets(new Pairs('牛'), '牛庄')).toEqual([]);
    expect(offsets(new Pairs('牛庄'), '牛')).toEqual([]);
  });

  it('find what a search finds', () => {
    const chars = fc.string({ unit: fc.constantFrom('牛', '庄', '镇', '、', '\n'), maxLength: 40 });
    const word = fc.string({ unit: fc.constantFrom('牛', '庄', '镇'), minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(chars, word, (text, name) => {
        expect(offsets(new Pairs(text), name)).toEqual(searched(text, name));
      }),
    );
  });
});
