import type { Article, Span } from './article.ts';
import { type Body, readBody } from './body.ts';
import { GLOSS } from './furniture.ts';
import { type Head, readHead } from './head.ts';
import { isByLine, isMeta, isProse, type Line, linesOf } from './line.ts';
import { type Page, readPublished, readUrl } from './metadata.ts';
import { readOutlet } from './outlet.ts';
import { sameTitle } from './title.ts';

/** What a format already knows before the text is read: markup or fields win over the page's words. */
export interface Known {
  readonly title?: string | null;
  readonly publishedOn?: string | null;
  readonly publishedYear?: number | null;
  readonly outlet?: string | null;
  readonly url?: string | null;
  /** Offsets outside the main content, as markup shows it, are no body. */
  readonly isContent?: (line: Span) => boolean;
}

/** What page text says about itself; see `Article` for the fields. */
export type Reading = Pick<
  Article,
  'title' | 'titleSpan' | 'publishedOn' | 'publishedYear' | 'outlet' | 'url' | 'body' | 'hints'
>;

/** Reads the visible text of a page: head, body, foot. */
export function readPlain(text: string, known: Known = {}): Reading {
  const lines = linesOf(text);
  const content = known.isContent;
  const head = readHead(lines, known.title ?? null, content);
  const title =
    known.title ?? (head.title === null ? null : text.slice(head.title.start, head.title.end).replace(GLOSS, ''));
  const isTitle = (line: Line) => title !== null && sameTitle(line.text, title) && line.text.length < title.length + 8;
  const body = readBody(content ? withoutAsides(lines, head.bodyFrom, content) : lines, head.bodyFrom, isTitle);
  if (body.lines.length === 0 && content && lines.some((l) => !content(l)))
    return readPlain(text, { ...known, isContent: () => true });
  if (body.lines.length === 0 && head.title !== null && known.title == null) return untitled(head.title, known);
  const page = pageOf(lines, head, body);
  const url = known.url ?? readUrl(page);
  return {
    title,
    titleSpan: head.title,
    ...published(known, page, url),
    outlet: known.outlet ?? readOutlet(page),
    url,
    body: [...head.subtitles.flatMap((i) => lines[i] ?? []), ...body.lines].map(span),
    hints: [
      ...page.head.filter((l) => !isByLine(l)),
      ...page.inner,
      ...page.foot.filter((l) => REGISTRATION.test(l.text)),
    ].map(span),
  };
}

/** A site's registration: its first character is its province's. */
const REGISTRATION = /\p{Script=Han}(?:ICP[备備证證]|公[网網]安[备備])/u;

/** Leaves out what stands outside the main content; running text inside it stays, whatever its markup. */
function withoutAsides(lines: readonly Line[], from: number, isContent: (line: Span) => boolean): Line[] {
  const isMain = lines.map((l, i) => i < from || isContent(l));
  const last = isMain.lastIndexOf(true);
  const first = isMain.indexOf(true, from);
  return lines.filter((l, i) => isMain[i] || (first >= from && i > first && i < last && isProse(l)));
}

/** A text of one line is its own body. */
function untitled(line: Span, known: Known): Reading {
  const { publishedOn = null, outlet = null, url = null } = known;
  const publishedYear = publishedOn === null ? (known.publishedYear ?? null) : Number(publishedOn.slice(0, 4));
  return { title: null, titleSpan: null, publishedOn, publishedYear, outlet, url, body: [{ ...line }], hints: [] };
}

const span = ({ start, end }: Span): Span => ({ start, end });

function pageOf(lines: readonly Line[], head: Head, body: Body): Page {
  const last = body.lines.at(-1)?.end ?? lines[head.bodyFrom]?.start ?? 0;
  const subtitles = head.subtitles.flatMap((i) => lines[i] ?? []);
  return {
    title: lines.filter((l) => head.title !== null && l.start <= head.title.start && l.end >= head.title.end),
    head: head.furniture.flatMap((i) => lines[i] ?? []),
    inner: lines.slice(head.bodyFrom, body.endsAt).filter(isMeta),
    body: [...subtitles, ...body.lines],
    foot: lines.filter((l) => l.start >= last),
  };
}

function published(known: Known, page: Page, url: string | null): Pick<Reading, 'publishedOn' | 'publishedYear'> {
  if (known.publishedOn != null)
    return { publishedOn: known.publishedOn, publishedYear: Number(known.publishedOn.slice(0, 4)) };
  const read = readPublished(page, url);
  if (read.publishedOn !== null) return read;
  return { publishedOn: null, publishedYear: known.publishedYear ?? read.publishedYear };
}
