import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { articleOfWords } from '../../src/article/words.ts';
import { SourceFamilies } from '../../src/fact/families.ts';
import { copiedSpan, isCopy, readSketch, type Sketch, sketch } from '../../src/fact/sketch.ts';
import { readText } from '../../src/text/read.ts';

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly copy: boolean;
  readonly why: string;
  /** Where the longest copied stretch stands in a, and in b. */
  readonly span?: readonly [number, number, number, number];
}

/**
 * 138 invented texts with 344 pairs, labelled by an annotator who did not know how copies are told: reprints, abridged, reworked
 * and Traditional copies, digests; independent reports, yearly reports and notices from one form, shared quotes, follow-ups.
 */
const { texts, pairs } = JSON.parse(readFileSync('tests/fact/pairs/pairs.json', 'utf8')) as {
  readonly texts: Readonly<Record<string, { readonly text: string; readonly publishedOn: string }>>;
  readonly pairs: readonly Pair[];
};
const stored = new Map(
  Object.entries(texts).map(([id, { text }]) => {
    const { chars, offsets } = readText(articleOfWords(text));
    return [id, sketch(chars, offsets) ?? ''] as const;
  }),
);
const sketchOf = (id: string): Sketch => readSketch(stored.get(id) ?? '');

/** Recall and precision of a verdict on pairs. */
function rates(verdict: (pair: Pair) => boolean) {
  const found = pairs.filter(verdict);
  const right = found.filter((pair) => pair.copy).length;
  return { recall: right / pairs.filter((pair) => pair.copy).length, precision: right / found.length };
}

describe('copies', () => {
  it('are told from what only looks like one: pair recall at least 0.95, precision at least 0.98', () => {
    expect(pairs.length).toBeGreaterThan(200);
    const { recall, precision } = rates(({ a, b }) => isCopy(sketchOf(a), sketchOf(b)));
    console.log(`copies: recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)} over ${pairs.length} pairs`);
    expect(recall).toBeGreaterThanOrEqual(0.95);
    expect(precision).toBeGreaterThanOrEqual(0.98);
  });

  it('are all found among all texts, without comparing each with each', () => {
    const families = new SourceFamilies();
    for (const [id, { publishedOn }] of Object.entries(texts))
      families.put({ id, publishedOn, sketch: stored.get(id) ?? null });
    const { recall } = rates(({ a, b }) => families.family(a).root === families.family(b).root);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });

  it('come with the stretch that was copied: at least nine tenths of it in four of five', () => {
    const shares = pairs.flatMap(({ a, b, copy, span }) => {
      if (!copy || span === undefined) return [];
      const found = copiedSpan(sketchOf(a), sketchOf(b));
      if (found === null) return [0];
      const common = Math.min(span[1], found.end) - Math.max(span[0], found.start);
      return [Math.max(0, common) / (span[1] - span[0])];
    });
    expect(shares.length).toBeGreaterThan(90);
    expect(shares.filter((share) => share >= 0.9).length / shares.length).toBeGreaterThanOrEqual(0.8);
  });
});
