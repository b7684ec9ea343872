import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSync } from 'recheck';
import ts from 'typescript6';
import { describe, expect, it } from 'vitest';

interface Pattern {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression that src/ spells out. */
const patterns = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => literalsIn(file));

function literalsIn(file: string): Pattern[] {
  const found: Pattern[] = [];
  const ast = ts.createSourceFile(file, readFileSync(join('src', file), 'utf8'), ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) {
      const text = node.getText();
      const end = text.lastIndexOf('/');
      found.push({ file, source: text.slice(1, end), flags: text.slice(end + 1) });
    }
    ts.forEachChild(node, visit);
  };
  visit(ast);
  return found;
}

/** Time for one pattern; one that the tool cannot settle in it is tried on strings that repeat its own pieces. */
const SETTLED_MS = 1500;
/** Characters of a clause or line many times longer than any that is written. */
const LONG = 4000;
const PATIENCE_MS = 6000;

describe('regular expressions', () => {
  it('cannot blow up: at most quadratic in the words that they are given', { timeout: 300_000 }, () => {
    expect(patterns.length).toBeGreaterThan(500);
    const unsettled: Pattern[] = [];
    const bad = patterns.flatMap((pattern) => {
      const result = checkSync(pattern.source, pattern.flags, { timeout: SETTLED_MS });
      if (result.status === 'unknown') unsettled.push(pattern);
      if (result.status !== 'vulnerable') return [];
      const { complexity } = result;
      const worse = complexity.type === 'exponential' || (complexity.type === 'polynomial' && complexity.degree > 2);
      return worse ? [`${pattern.file}: /${pattern.source}/ ${complexity.type}`] : [];
    });
    expect(bad).toEqual([]);
    expect(unsettled.flatMap(slow)).toEqual([]);
  });
});

/** A pattern's own characters and pairs of them, repeated: what makes it go on and fail late. */
function slow({ file, source, flags }: Pattern): string[] {
  const letters = [...new Set(source.replace(/\\u\{?[0-9a-f]+\}?/gi, '').match(/[\u4e00-\u9fffA-Za-z0-9（【]/g) ?? [])];
  const pieces = [...letters, ...letters.map((c, i) => c + (letters[i + 1] ?? c))].slice(0, 60);
  const regexp = new RegExp(source, flags.replace(/[gy]/g, ''));
  const began = performance.now();
  for (const piece of pieces) regexp.test(`${piece.repeat(Math.ceil(LONG / piece.length))}\u0000`);
  const took = performance.now() - began;
  return took > PATIENCE_MS ? [`${file}: /${source}/ took ${Math.round(took)} ms`] : [];
}
