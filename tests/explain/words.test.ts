import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasWord } from '../../src/explain/words.ts';

const source = (path: string) => readFileSync(path, 'utf8');
const codesIn = (path: string) =>
  [...source(path).matchAll(/'((?:MONEY|FIGURE|PLACE)_[A-Z_]+)'/g)].map((m) => m[1] ?? '');

describe('words of the page', () => {
  it('say every reason for which a figure is not taken, in both languages', () => {
    const codes = new Set(['src/claim/funded.ts', 'src/claim/untaken.ts', 'src/mention/place.ts'].flatMap(codesIn));
    expect(codes.size).toBeGreaterThan(10);
    expect([...codes].filter((code) => !hasWord('reason', code))).toEqual([]);
    const page = source('docs/claims.md');
    expect([...codes].filter((code) => !page.includes(`| \`${code}\` |`))).toEqual([]);
  });
});
