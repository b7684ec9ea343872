import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The codes that `src/errors.ts` declares. */
const codes = [...readFileSync('src/errors.ts', 'utf8').matchAll(/\| '([A-Z_]+)'/g)].map((match) => match[1] ?? '');

describe('error codes', () => {
  it('stand in docs/errors.md, in order, and no others do', () => {
    const page = readFileSync('docs/errors.md', 'utf8');
    expect([...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map((match) => match[1])).toEqual(codes);
    expect(codes.length).toBeGreaterThan(10);
  });

  it('are all raised somewhere', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const code = sources
      .filter((file) => file !== 'errors.ts')
      .map((file) => readFileSync(join('src', file), 'utf8'))
      .join('\n');
    expect(codes.filter((name) => !code.includes(`'${name}'`))).toEqual([]);
  });
});
