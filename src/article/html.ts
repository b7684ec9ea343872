import { dateFromField } from './date.ts';
import { FURNITURE, isOutletName } from './furniture.ts';
import { visibleText } from './html-text.ts';
import { linesOf } from './line.ts';
import { mainContent } from './main-content.ts';
import { type Known, readPlain } from './plain.ts';
import type { Read } from './read.ts';
import { sameTitle } from './title.ts';
import { parsePage, type Tree, tree } from './tree.ts';

/** What the markup of a page says about the article. */
interface Markup {
  readonly meta: ReadonlyMap<string, string>;
  /** Texts of title and h1 elements. */
  readonly title: string;
  readonly headings: readonly string[];
  readonly canonical: string | null;
  readonly time: string | null;
}

/**
 * Reads a web page. `text` is all that it shows, one line per block; `sourceOffsets` lead back to the decoded source.
 * Readability decides what is main content, the rules for plain text do the rest; `given` wins over both.
 */
export function readHtml(source: string, _uri: string, given: Known = {}): Read {
  const document = parsePage(source);
  const { text, offsets } = visibleText(document, source);
  const markup = readMarkup(document);
  const isMain = mainContent(source, depthOf(document));
  const known: Known = {
    title: given.title ?? titleOf(markup, text),
    outlet: given.outlet ?? metaOf(markup, 'outlet'),
    url: given.url ?? savedFrom(source) ?? markup.canonical ?? httpOnly(metaOf(markup, 'url')),
    ...dateOf(given, markup, source),
    ...(isMain === null ? {} : { isContent: (line) => isMain(text.slice(line.start, line.end)) }),
  };
  const reading = readPlain(text, known);
  const title = reading.title ?? (markup.title === '' ? null : withoutSite(markup.title));
  return { text, sourceOffsets: offsets, ...reading, title, outlet: reading.outlet ?? metaOf(markup, 'site') };
}

function readMarkup(document: Tree.Document): Markup {
  const meta = new Map<string, string>();
  const headings: string[] = [];
  let title = '';
  let canonical: string | null = null;
  let time: string | null = null;
  for (const node of elements(document)) {
    const attribute = (name: string) => node.attrs.find((a) => a.name === name)?.value;
    const key = (attribute('property') ?? attribute('name') ?? attribute('itemprop'))?.toLowerCase();
    const content = attribute('content')?.trim();
    if (node.tagName === 'meta' && key && content && !meta.has(key)) meta.set(key, content);
    else if (node.tagName === 'title' && title === '') title = textOf(node);
    else if (node.tagName === 'h1') headings.push(textOf(node));
    else if (node.tagName === 'link' && attribute('rel') === 'canonical') canonical = httpOnly(attribute('href'));
    else if (node.tagName === 'time') time ??= attribute('datetime') ?? null;
  }
  return { meta, title, headings: headings.filter((h) => h !== ''), canonical, time };
}

function depthOf(document: Tree.Document): number {
  let deepest = 0;
  const stack: (readonly [Tree.ParentNode, number])[] = [[document, 0]];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const [node, depth] = next;
    deepest = Math.max(deepest, depth);
    for (const child of node.childNodes) if (tree.isElementNode(child)) stack.push([child, depth + 1]);
  }
  return deepest;
}

function* elements(document: Tree.Document): Generator<Tree.Element> {
  const stack: Tree.Node[] = [document];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (tree.isElementNode(node)) yield node;
    if ('childNodes' in node)
      for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(...node.childNodes.slice(i, i + 1));
  }
}

function textOf(element: Tree.Element): string {
  const parts: string[] = [];
  const stack: Tree.Node[] = [element];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (tree.isTextNode(node)) parts.push(node.value);
    else if ('childNodes' in node) stack.push(...[...node.childNodes].reverse());
  }
  return parts.join('').replace(/\s+/g, ' ').trim();
}

const httpOnly = (url: string | null | undefined): string | null =>
  url != null && /^https?:\/\/[^/]+\/./.test(url) ? url : null;

function metaOf(markup: Markup, what: keyof typeof FURNITURE.htmlMeta): string | null {
  const name = FURNITURE.htmlMeta[what].find((key) => markup.meta.has(key));
  const value = name === undefined ? undefined : markup.meta.get(name);
  return value === undefined || FURNITURE.noSource.includes(value) ? null : value;
}

/** What a browser writes on top of a page that it saves. */
const savedFrom = (source: string): string | null =>
  httpOnly(/<!--\s*saved from url=\(\d+\)(https?:\/\/[^\s>]{1,500})/.exec(source.slice(0, 4000))?.[1]);

const LINKED_DATA = /"(?:datePublished|pubDate)"\s*:\s*"([^"]{8,40})"/;

function dateOf(given: Known, markup: Markup, source: string): Pick<Known, 'publishedOn' | 'publishedYear'> {
  if (given.publishedOn != null) return { publishedOn: given.publishedOn };
  const stated = [metaOf(markup, 'date'), LINKED_DATA.exec(source)?.[1], markup.time].map(dateFromField);
  const day = stated.find((d) => d?.iso != null) ?? stated.find((d) => d !== null);
  return { publishedOn: day?.iso ?? null, publishedYear: day?.year ?? given.publishedYear ?? null };
}

/** The first of markup's titles that the page also shows; else what its meta tags say, else null: the text decides. */
function titleOf(markup: Markup, text: string): string | null {
  const meta = metaOf(markup, 'title');
  const candidates = [meta, ...markup.headings, markup.title]
    .flatMap((t) => (t ? [withoutSite(t)] : []))
    .filter((t) => t.length >= 4 && !isOutletName(t));
  const lines = linesOf(text).slice(0, 400);
  return candidates.find((t) => lines.some((l) => sameTitle(l.text, t))) ?? (meta === null ? null : withoutSite(meta));
}

/** Cuts channel and site off: 标题_频道_网站, 标题 - 网站, 标题|网站. */
function withoutSite(title: string): string {
  const [first = title, ...rest] = title.split(/\s*[_|｜]\s*|\s+[-–—]{1,2}\s+/);
  if (rest.length > 0 && first.length >= 6) return first;
  const dash = title.lastIndexOf('-');
  return dash >= 6 && isOutletName(title.slice(dash + 1).trim()) ? title.slice(0, dash).trim() : title;
}
