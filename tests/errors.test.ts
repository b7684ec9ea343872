import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERRORS, errorsPage, XueliangError } from '../src/errors.ts';

describe('docs/errors.md', () => {
  it('is what src/errors.ts says; npm run errors writes it', () => {
    expect(readFileSync('docs/errors.md', 'utf8')).toBe(errorsPage(ERRORS));
  });

  it('has no code that nothing raises', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.m?[jt]s$/.test(file));
    const code = sources
      .filter((file) => file !== 'errors.ts')
      .map((file) => readFileSync(join('src', file), 'utf8'))
      .join('\n');
    expect(Object.keys(ERRORS).filter((name) => !code.includes(`'${name}'`))).toEqual([]);
  });
});

describe('XueliangError', () => {
  it('may be tried again when the table says so, unless it is known better', () => {
    expect(new XueliangError('STORE_TIMEOUT', 'x').retriable).toBe(true);
    expect(new XueliangError('STORE_AUTH', 'x').retriable).toBe(false);
    expect(new XueliangError('STORE_CONFLICT', 'x', { retriable: false }).retriable).toBe(false);
  });
});
