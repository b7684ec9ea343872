import { describe, expect, it } from 'vitest';
import { type Sketched, SourceFamilies } from '../../src/fact/families.ts';
import { copiedSpan, isCopy, readSketch, sketch } from '../../src/fact/sketch.ts';

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
const alike = (a: string, b: string) => isCopy(readSketch(sketchOf(a)), readSketch(sketchOf(b)));

describe('sketches', () => {
  it('tell copies from other texts, whatever their marks and blanks', () => {
    expect(alike(`  ${story.slice(0, 200)}，${story.slice(200)}。\n`, story)).toBe(true);
    expect(alike(story, `${story}责任编辑`)).toBe(true);
    expect(alike(story, words(2))).toBe(false);
  });

  it('tell an abridged copy, and no text that quotes a part of another', () => {
    expect(alike(story, story.slice(0, 180))).toBe(true);
    expect(alike(story, story.slice(0, 100) + words(3, 300))).toBe(false);
    expect(alike(words(4, 1000) + story.slice(0, 100) + words(5, 1000), story.slice(0, 100))).toBe(false);
  });

  it('are not made of a few words', () => {
    expect(sketch('一句话新闻。')).toBeNull();
    expect(sketch('')).toBeNull();
  });

  it('say where the copied stretch stands, in the article text', () => {
    const copy = `${words(6, 60)}\n\n${story.slice(100, 300)}${words(7, 60)}`;
    const span = copiedSpan(readSketch(sketchOf(copy)), readSketch(sketchOf(story)));
    const [start = 0, end = 0, ofStart = 0] = [span?.start, span?.end, span?.ofStart];
    expect(story.slice(ofStart, span?.ofEnd)).toBe(copy.slice(start, end));
    expect(end - start).toBeGreaterThan(150);
    expect(copiedSpan(readSketch(sketchOf(story)), readSketch(sketchOf(words(9))))).toBeNull();
  });
});

describe('source families', () => {
  const original: Sketched = { id: 'z', publishedOn: '2018-01-01', sketch: sketchOf(story) };
  const copy: Sketched = { id: 'a', publishedOn: '2018-01-02', sketch: sketchOf(`${story}转载`) };
  const undated: Sketched = { id: 'b', publishedOn: null, sketch: sketchOf(`来源${story.slice(0, 250)}`) };
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
      expect(families.copied('b')).toMatchObject({ ofStart: expect.any(Number) });
      expect([families.copied('z'), families.copied('c')]).toEqual([null, null]);
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
