import { bench, describe } from 'vitest';
import { SourceFamilies } from '../../src/fact/families.ts';
import { sketch } from '../../src/fact/sketch.ts';

/** Numbers in [0, 1), the same in every run (Numerical Recipes' linear congruential generator). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Articles of some 600 characters, of which every fifth is an abridged copy of another with a paragraph of its own. */
function articles(count: number): string[] {
  const next = random(7);
  const words = Array.from({ length: 6000 }, () =>
    String.fromCharCode(0x4e00 + Math.floor(next() * 4000), 0x4e00 + Math.floor(next() * 4000)),
  );
  const paragraph = (length: number) => Array.from({ length }, () => words[Math.floor(next() * 6000)]).join('');
  const made: string[] = [];
  while (made.length < count) {
    const copied = made.length > 100 && next() < 0.2 ? made[Math.floor(next() * made.length)] : undefined;
    made.push(copied === undefined ? paragraph(300) : copied.slice(Math.floor(next() * 150)) + paragraph(30));
  }
  return made;
}

/** Seconds to make the sketches of so many articles, and to put them into families. */
function measure(count: number): { sketches: number; families: number; found: number } {
  const texts = articles(count);
  const began = performance.now();
  const sketches = texts.map((text) => sketch(text));
  const sketched = performance.now();
  const families = new SourceFamilies();
  for (const [i, made] of sketches.entries()) families.put({ id: String(i), publishedOn: null, sketch: made });
  const ended = performance.now();
  const roots = new Set(texts.map((_, i) => families.family(String(i)).root));
  return { sketches: (sketched - began) / 1000, families: (ended - sketched) / 1000, found: count - roots.size };
}

const [small, large] = [measure(25_000), measure(100_000)];
const whole = ({ sketches, families }: { sketches: number; families: number }) => sketches + families;
console.log(
  `source families of 100,000 articles: ${whole(large).toFixed(0)} s (bar 300 s), of which sketches ${large.sketches.toFixed(0)} s; ` +
    `${(whole(large) / whole(small)).toFixed(1)} times as long as of 25,000; ${large.found} copies found`,
);

describe('source families', () => {
  bench('1,000 articles', () => void measure(1000), { iterations: 3, time: 0, warmupIterations: 1, warmupTime: 0 });
});
