import { createRequire } from 'node:module';

/** Both take as long to load as an article takes to read: only a page has need of them. */
const require = createRequire(import.meta.url);

/** Pages above these sizes, or nested deeper, are read by the rules for plain text alone. */
const LARGEST_SOURCE = 3_000_000;
const LARGEST_CONTENT = 300_000;
const DEEPEST = 300;
const SHORTEST_CONTENT = 80;

const solid = (text: string): string => text.replace(/\s+/g, '');

/**
 * Which lines of a page belong to its main content, as Readability picks it; null when it finds none worth trusting.
 * `depth` is that of the page's deepest element. Readability's document has no source positions, so that lines are compared by their words.
 */
export function mainContent(html: string, depth: number): ((line: string) => boolean) | null {
  const content = html.length > LARGEST_SOURCE || depth > DEEPEST ? '' : solid(readable(html));
  if (content.length < SHORTEST_CONTENT || content.length > LARGEST_CONTENT) return null;
  return (line) => content.includes(solid(line));
}

function readable(html: string): string {
  const { parseHTML } = require('linkedom') as typeof import('linkedom');
  const { Readability } = require('@mozilla/readability') as typeof import('@mozilla/readability');
  try {
    const { document } = parseHTML(html);
    return (
      new Readability(document as unknown as ConstructorParameters<typeof Readability>[0], {
        maxElemsToParse: 20_000,
        charThreshold: 200,
      }).parse()?.textContent ?? ''
    );
  } catch {
    // Too deep or too broken for these libraries; parse5 still reads it.
    return '';
  }
}
