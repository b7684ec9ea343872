import type { Text } from '../../src/text/text.ts';

/** A text of one paragraph, as far as mentions look at it. */
export function textOf(chars: string, publishedOn: string | null = null, publishedYear: number | null = null): Text {
  const year = publishedOn === null ? publishedYear : Number(publishedOn.slice(0, 4));
  const article = {
    id: 'a',
    file: 'a.txt',
    sha256: 'a',
    text: chars,
    textSha256: 'a',
    title: null,
    titleSpan: null,
    publishedOn,
    publishedYear: year,
    outlet: null,
    url: null,
    body: [{ start: 0, end: chars.length }],
    hints: [],
  };
  const offsets = Uint32Array.from(chars, (_c, i) => i);
  return { article, chars, offsets, script: 'Hans', paragraphs: [], sentences: [], hints: [], issues: [] };
}
