import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import '../../src/mention/date.ts';
import { Sticky } from '../../src/mention/sticky.ts';

const texts = ['evaluation/write/articles', 'demo/articles'].flatMap((folder) =>
  readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8')),
);

/** Every match of a pattern, overlapping ones too, that its characters would keep from being tried; and how many there are at all. */
function matches({ begins, pattern }: Sticky): { found: number; missed: string[] } {
  const anywhere = new RegExp(pattern.source, 'g');
  const missed: string[] = [];
  let found = 0;
  for (const text of texts) {
    for (anywhere.lastIndex = 0; ; ) {
      const match = anywhere.exec(text);
      if (match === null) break;
      found++;
      if (match[0] === '' || !begins.includes(match[0].charAt(0))) missed.push(match[0]);
      anywhere.lastIndex = match.index + 1;
    }
  }
  return { found, missed };
}

describe('sticky expressions', () => {
  it('are tried wherever they match', () => {
    expect(Sticky.all.length).toBeGreaterThan(20);
    const read = Sticky.all.map((sticky) => ({ source: sticky.pattern.source, ...matches(sticky) }));
    expect(read.filter(({ missed }) => missed.length > 0)).toEqual([]);
    expect(read.filter(({ found }) => found > 0).length).toBeGreaterThan(20);
  });

  it('are told when their characters are too few', () => {
    expect(matches(new Sticky('一', /二月|一月/y)).missed.length).toBeGreaterThan(0);
  });
});
