import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { readText } from '../../src/text/read.ts';
import type { Text } from '../../src/text/text.ts';
import { article } from '../article/source.ts';
import { lines } from './lines.ts';

const PIECES = fc.constantFrom(
  '装',
  '裝',
  '著',
  '。',
  '，',
  ',',
  '.',
  ':',
  '"',
  "'",
  '“',
  '”',
  '「',
  '（',
  '(',
  ')',
  '\n',
  '\n\n',
  ' ',
  '　',
  '１',
  '7',
  '，557',
  'Ab3',
  '云岭网',
  '雲嶺網',
  'www.a.com',
  '\\',
  '\u200b',
  '\0',
  '监(jiān)',
  '——',
  '…',
  '！',
  '？',
  '；',
  '𠮷',
  '\ud800',
  '\udc00',
  '\ufeff',
  '\r\n',
  '%',
  '○',
  '一',
  '来源：云岭网',
  '2015-01-02',
);
const ANY = fc.oneof(
  fc.array(PIECES, { maxLength: 60 }).map((p) => p.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

/** What holds for every text, whatever the input. */
function expectSound(t: Text): void {
  expect(t.offsets.length).toBe(t.chars.length);
  for (let i = 0; i < t.offsets.length; i++) {
    const offset = t.offsets[i] ?? -1;
    if (offset < 0 || offset >= t.article.text.length) throw new Error(`offset ${offset} at ${i} lies outside`);
    if (i > 0 && offset <= (t.offsets[i - 1] ?? -1)) throw new Error(`offset ${offset} at ${i} does not grow`);
  }
  const at = t.paragraphs.flatMap((p, i) => [...(i > 0 ? ['\n'] : []), t.chars.slice(p.start, p.end)]);
  expect(at.join('')).toBe(t.chars);
  for (const [i, p] of t.paragraphs.entries()) {
    const inside = t.sentences.slice(p.first, p.last);
    expect(inside.every((s) => s.paragraph === i)).toBe(true);
    expect(inside.map((s) => t.chars.slice(s.start, s.end)).join('')).toBe(t.chars.slice(p.start, p.end));
    for (const s of inside)
      expect(s.clauses.map((c) => t.chars.slice(c.start, c.end)).join('')).toBe(t.chars.slice(s.start, s.end));
  }
}

describe('any input', () => {
  test('offsets lie inside and grow; paragraphs, sentences and clauses cover the characters', () => {
    fc.assert(
      fc.property(ANY, (text) => expectSound(readText(lines(text, { outlet: '云岭网' })))),
      { numRuns: 400 },
    );
  });

  test('so they do behind the reader of pages', () => {
    fc.assert(
      fc.property(ANY, (text) => {
        let a: Article;
        try {
          a = article(text);
        } catch (error) {
          expect(error).toMatchObject({ code: 'ARTICLE_WITHOUT_TEXT' });
          return;
        }
        expectSound(readText(a));
      }),
      { numRuns: 300 },
    );
  });

  test('reading takes time in proportion to length', () => {
    const time = (n: number): number => {
      const a = article(
        `青禾县平安建设\n时间：2015-03-02\n${'去年投入800万元,装了（600）个“探头”；7Ku云岭网'.repeat(n)}。\n${'短行\n'.repeat(n)}`,
      );
      const start = performance.now();
      readText(a);
      return performance.now() - start;
    };
    time(2000);
    expect(time(40_000)).toBeLessThan(Math.max(time(4000), 5) * 60);
  });
});

const SHARED = new URL('../../../shared/articles/', import.meta.url);
describe.skipIf(!existsSync(SHARED))('the shared pages', () => {
  for (const name of existsSync(SHARED) ? readdirSync(SHARED) : []) {
    test(name, () => {
      const t = readText(article(readFileSync(new URL(name, SHARED))));
      expectSound(t);
      expect(t.chars).not.toMatch(/[\u3000\u200b\\]|[A-Za-z0-9]{3}(?:法治快讯网|滇中平安台)/);
    });
  }
});
