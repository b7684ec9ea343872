import { describe, expect, it } from 'vitest';
import { type Sketched, SourceFamilies } from '../../src/fact/families.ts';
import { hashesOf, nearIdentical, sketch } from '../../src/fact/sketch.ts';

/** Words that no two seeds share. */
function words(seed: number, length = 400): string {
  let state = seed * 7919 + 1;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return String.fromCharCode(0x4e00 + ((state >>> 12) % 3000));
  }).join('');
}

const story = words(1);
const sketchOf = (text: string) => sketch(text) ?? '';
const alike = (a: string, b: string) => nearIdentical(hashesOf(sketchOf(a)), hashesOf(sketchOf(b)));

describe('sketches', () => {
  it('tell copies from other texts, whatever their marks and blanks', () => {
    expect(sketch(`  ${story.slice(0, 200)}，${story.slice(200)}。\n`)).toBe(sketch(story));
    expect(alike(story, `${story}责任编辑`)).toBe(true);
    expect(alike(story, words(2))).toBe(false);
    expect(alike(story, story.slice(0, 200) + words(3, 200))).toBe(false);
  });

  it('are not made of a few words', () => {
    expect(sketch('一句话新闻。')).toBeNull();
  });
});

describe('source families', () => {
  const original: Sketched = { id: 'z', publishedOn: '2018-01-01', sketch: sketchOf(story) };
  const copy: Sketched = { id: 'a', publishedOn: '2018-01-02', sketch: sketchOf(`${story}转载`) };
  const undated: Sketched = { id: 'b', publishedOn: null, sketch: sketchOf(`来源${story}`) };
  const other: Sketched = { id: 'c', publishedOn: '2017-01-01', sketch: sketchOf(words(5)) };
  const short: Sketched = { id: 'd', publishedOn: '2017-01-01', sketch: null };

  it('begin with the earliest, in whatever order articles come', () => {
    for (const order of [
      [original, copy, undated, other, short],
      [short, undated, copy, other, original],
    ]) {
      const families = new SourceFamilies();
      for (const article of order) families.put(article);
      expect(order.map(({ id }) => [id, families.family(id).root]).sort()).toEqual([
        ['a', 'z'],
        ['b', 'z'],
        ['c', 'c'],
        ['d', 'd'],
        ['z', 'z'],
      ]);
      expect(families.family('b')).toEqual({ root: 'z', publishedOn: '2018-01-01' });
    }
  });

  it('say whom a change concerns', () => {
    const families = new SourceFamilies();
    families.put(copy);
    expect(families.put(original).sort()).toEqual(['a', 'z']);
    expect(families.put({ ...original, sketch: sketchOf(words(9)) }).sort()).toEqual(['a', 'z']);
    expect(families.family('a').root).toBe('a');
  });
});
