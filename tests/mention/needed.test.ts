import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Needed } from '../../src/mention/needed.ts';
import '../../src/mention/read.ts';

const texts = ['evaluation/write/articles', 'demo/articles'].flatMap((folder) =>
  readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8')),
);

/** The same in every run. */
function* numbers(): Generator<number, never> {
  for (let x = 1; ; x = (Math.imul(x, 1103515245) + 12345) >>> 0) yield x / 2 ** 32;
}

/** A text woven of what a pattern spells out: more of its matches, and near misses, than real texts have. */
function woven({ pattern }: Needed, length: number): string {
  const words = pattern.source.match(/[\u4e00-\u9fff]{1,8}|[，。：；、（）“”\]]/gu) ?? [];
  const pieces = words.flatMap((word) => (word.length > 6 ? [...word] : [word, word, word.charAt(0), word.slice(-1)]));
  const random = numbers();
  return Array.from({ length }, () => pieces[Math.floor(random.next().value * pieces.length)]).join('');
}

/** Where what it finds differs from what trying it at every character finds; and how much it finds at all. */
function compared(needed: Needed, text: string): { found: number; differ: string[] } {
  const shown = (matches: Iterable<RegExpMatchArray>) => Array.from(matches, (m) => `${m.index} ${m.join(' ')}`);
  const [near, everywhere] = [
    shown(needed.in(text)),
    shown(text.matchAll(new RegExp(needed.pattern.source, needed.pattern.flags.replace('y', 'g')))),
  ];
  const differ = [
    ...everywhere.filter((match) => !near.includes(match)),
    ...near.filter((match) => !everywhere.includes(match)),
  ];
  return { found: near.length, differ };
}

describe('expressions that need a word', () => {
  it.each(Needed.all.map((needed) => [needed.pattern.source.slice(0, 60), needed] as const))('%s', (_, needed) => {
    expect(needed.pattern.flags).toMatch(/^u?y$/);
    const read = [...texts, woven(needed, 30_000)].map((text) => compared(needed, text));
    expect(read.flatMap(({ differ }) => differ)).toEqual([]);
    expect(read.some(({ found }) => found > 0)).toBe(true);
  });

  it('are all of those that mentions are found by', () => {
    expect(Needed.all.length).toBeGreaterThan(20);
  });

  it('are told when they are sought too near', () => {
    const tooNear = new Needed(/[\u4e00-\u9fff]{2,4}派出所/uy, /派出所/gu, -3, -2);
    expect(compared(tooNear, '，城关新城派出所').differ.length).toBeGreaterThan(0);
  });
});
