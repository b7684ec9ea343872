import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { Converter } from 'opencc-js/cn2t';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claim/claim.ts';
import { extract } from '../../src/extract.ts';

const FOLDER = 'evaluation/write/articles';
const texts = readdirSync(FOLDER).map((name) => readFileSync(`${FOLDER}/${name}`, 'utf8'));
const pages = texts.map((text) => ({ text, claims: claimsOf(text) }));

function claimsOf(text: string): readonly Claim[] {
  const bytes = Buffer.from(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return extract({ uri: 'page.txt', mediaType: 'text/plain', bytes, sha256 }).claims;
}

/** What a claim says, without where it says it. */
const meaning = (c: Claim): string =>
  [c.kind, c.count ?? c.amountCny, c.unit, c.asset, c.place?.code, c.stage, c.year, c.agency, c.program].join(' ');
const meanings = (claims: readonly Claim[]): string[] => claims.map(meaning).sort();

/** Changes the running text of a page, its head left as it is. */
const inProse = (text: string, change: (line: string) => string): string =>
  text
    .split('\n')
    .map((line) => (line.length >= 40 ? change(line) : line))
    .join('\n');

/** Puts something behind every so many-th character that fits. */
function sown(line: string, every: number, fits: RegExp, what: string): string {
  let met = 0;
  return [...line]
    .map((c) => {
      if (fits.test(c)) met += 1;
      return fits.test(c) && met % every === 0 ? `${c}${what}` : c;
    })
    .join('');
}

const HAN = /\p{Script=Han}/u;
const toTraditional = Converter({ from: 'cn', to: 'tw' });
const fullWidth = (text: string): string =>
  text.replace(/(?<=\d)\.(?=\d)|[0-9%]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const HALF: Readonly<Record<string, string>> = { '，': ',', '：': ':', '；': ';', '（': '(', '）': ')', '！': '!' };

describe('claims change only as the meaning does', () => {
  it.each([
    ['in Traditional characters, but for one in two thousand', 0.9995, (text: string) => toTraditional(text)],
    ['in half-width punctuation', 1, (text: string) => text.replace(/[，：；（）！]/g, (c) => HALF[c] ?? c)],
    ['in full-width figures, but for one in two thousand', 0.9995, (text: string) => inProse(text, fullWidth)],
  ])('%s', (_, share, change) => {
    expect(keptShare(pages.map(({ text }) => change(text)))).toBeGreaterThanOrEqual(share);
  });

  it.each([
    ['blanks inside words', 1, '  '],
    ['an address inside words, but for one claim in five hundred', 0.998, 'www.abcnews.com'],
    ['glosses behind characters', 1, '(jiān)'],
  ])('with %s, every 20 to 60 characters', (_, share, what) => {
    const sowing = (text: string, every: number) => inProse(text, (line) => sown(line, every, HAN, what));
    expect(keptShare(pages.map(({ text }, i) => sowing(text, 20 + ((i * 7) % 41))))).toBeGreaterThanOrEqual(share);
  });

  it('in lines that are cut at a width, but for one in sixteen', () => {
    const wrapped = pages.map(({ text }) => inProse(text, (line) => line.replace(/.{36}(?=.)/gu, '$&\n')));
    expect(keptShare(wrapped)).toBeGreaterThan(0.9375);
  });

  it('with a paragraph about another place, but for one in fifteen, and what that says is read too', () => {
    const other = '　　另据报道，邻近的福建省云霄县去年投资777万元，安装监控探头4321个。';
    const mixed = pages.map(({ text }) => {
      const lines = text.split('\n');
      const end = lines.findLastIndex((line) => line.length >= 40);
      lines.splice(end, 0, other);
      return lines.join('\n');
    });
    expect(keptShare(mixed)).toBeGreaterThan(0.93);
    const found = mixed.filter((text) => claimsOf(text).some((c) => c.count === 4321 && c.place?.code === '350622'));
    expect(found.length / mixed.length).toBeGreaterThan(0.9);
  });
});

/** How many of all claims are read with the same meaning from the changed pages. */
function keptShare(changed: readonly string[]): number {
  const kept = pages.map(({ claims }, i) => {
    const rest = meanings(claimsOf(changed[i] ?? ''));
    return meanings(claims).filter((one) => {
      const at = rest.indexOf(one);
      return at >= 0 && rest.splice(at, 1).length > 0;
    }).length;
  });
  const total = pages.reduce((sum, { claims }) => sum + claims.length, 0);
  return kept.reduce((a, b) => a + b, 0) / total;
}
