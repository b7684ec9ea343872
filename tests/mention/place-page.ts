import type { Article } from '../../src/article/article.ts';
import { Gazetteer } from '../../src/gazetteer/gazetteer.ts';
import { findPlaces, type PlaceReading } from '../../src/mention/place.ts';
import { readText } from '../../src/text/read.ts';
import type { Text } from '../../src/text/text.ts';

/** What a page of a test says of itself. */
interface Page {
  readonly title: string;
  readonly body: readonly string[];
  readonly year: number | null;
  readonly outlet?: string;
  readonly hint?: string;
}

/** The text of a small page: a head line, a title, paragraphs. */
function pageText(page: Page): Text {
  const lines = [page.hint ?? '', page.title, ...page.body];
  const spans = lines.map((line, i) => {
    const start = lines.slice(0, i).reduce((sum, l) => sum + l.length + 1, 0);
    return { start, end: start + line.length };
  });
  const [hint, title, ...body] = spans;
  const article: Article = {
    id: 'a',
    file: 'a.txt',
    sha256: 'a',
    text: lines.join('\n'),
    textSha256: 'a',
    title: page.title,
    titleSpan: title ?? null,
    publishedOn: null,
    publishedYear: page.year,
    outlet: page.outlet ?? null,
    url: null,
    body,
    hints: hint && page.hint ? [hint] : [],
  };
  return readText(article);
}

/** The places of a small page; `persons` are surfaces that stand in it. */
export function placesOf(page: Page, persons: readonly string[] = []): PlaceReading {
  const text = pageText(page);
  const spans = persons.map((name) => {
    const start = text.chars.indexOf(name);
    return { start, end: start + name.length };
  });
  return findPlaces(text, Gazetteer.load(), spans);
}

/** Codes by surface, in order of appearance; an open mention shows as `?`. */
export function codesBySurface(reading: PlaceReading): Record<string, string> {
  const codes: Record<string, string> = {};
  for (const m of reading.mentions) codes[m.surface] ??= m.place?.code ?? '?';
  return codes;
}
