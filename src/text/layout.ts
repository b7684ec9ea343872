import type { Article, Span } from '../article/article.ts';
import type { ParagraphRole } from './text.ts';

/** One paragraph of the article text: lines that belong together are one block. */
export interface Block extends Span {
  readonly role: ParagraphRole;
}

const FINAL = /[。！？!?…；;：:][”’」』"'）)】]*$/;
/** A copier's mark or a photographer behind the last full stop leaves the line finished. */
const MARKED =
  /[。！？”][A-Za-z0-9]{2,4}[\u4e00-\u9fff]{3,10}$|[。！？”][^。！？]{0,5}[\u4e00-\u9fff]{2,3}[\s/]*(?:摄|摄影|图)[)）]?$/;
const OPEN_END = /[，,、“‘「『（(《—－-]$/;
const CONTINUES = /^[，,。、；;：:！？!?”’」』》）)%％‰℃]/;
const UNIT = /^[万亿余多元个個台套件处處名人辆輛起条條%％]/;
/** 投资67｜0万元: the rest of a number with what it counts. */
const CUT_NUMBER = /^\d{1,4}(?:\.\d+)?[余多]?[万亿元个名台辆处起条户人]/;
const HEADING_END = /[。；;，,、：:…]$/;
const LONGEST_HEADING = 45;

/** Title, headings and paragraphs of an article in order; lines that break a sentence are joined. */
export function layOut(article: Article): Block[] {
  const { text, titleSpan } = article;
  const width = wrapWidth(article.body.map((s) => text.slice(s.start, s.end)));
  const joined: Span[] = [];
  for (const line of article.body) {
    const previous = joined.at(-1);
    if (previous !== undefined && belongs(text, previous, line, width))
      joined[joined.length - 1] = { start: previous.start, end: line.end };
    else joined.push(line);
  }
  const title: Block[] = titleSpan === null ? [] : [{ ...titleSpan, role: 'title' }];
  return [...title, ...withRoles(text, joined)];
}

function belongs(text: string, previous: Span, next: Span, width: number): boolean {
  const between = text.slice(previous.end, next.start);
  if (previous.end > next.start || between.trim() !== '') return false;
  const head = text.slice(Math.max(previous.start, previous.end - 400), previous.end);
  const tail = text.slice(next.start, next.start + 8);
  if (FINAL.test(head.slice(-8)) || MARKED.test(head.slice(-16))) return false;
  if (
    OPEN_END.test(head) ||
    CONTINUES.test(tail) ||
    isOpen(head) ||
    (/[\d万亿]$/.test(head) && UNIT.test(tail)) ||
    (/\d$/.test(head) && CUT_NUMBER.test(tail))
  )
    return true;
  if (head.includes('\n')) return true;
  const isIndented = /[\u3000 ]{2,}$/.test(between) && width > 0;
  return (
    isCutProse(head) || (width > 0 && !isIndented && cells(head.slice(head.lastIndexOf('\n') + 1).trim()) >= width - 4)
  );
}

/** A full stop stands inside the line, but none at its end: the line goes on below. */
const isCutProse = (line: string): boolean =>
  /[。！？][”’」』）)]*[^。！？”’」』）)\s]/.test(line) && !/^[“‘（(—]/.test(line.slice(-1));

function isOpen(line: string): boolean {
  const count = (mark: string) => line.split(mark).length - 1;
  return line.length < 400 && (count('“') > count('”') || count('（') + count('(') > count('）') + count(')'));
}

/** Full-width cells that a line fills. */
function cells(line: string): number {
  let width = 0;
  for (let i = 0; i < line.length; i++) width += line.charCodeAt(i) < 0x2000 ? 0.5 : 1;
  return width;
}

const WIDEST = 60;

/** The width in Chinese characters at which a text was wrapped, 0 when its lines are paragraphs. */
function wrapWidth(lines: readonly string[]): number {
  if (lines.length < 5 || lines.some((l) => l.length > WIDEST * 2)) return 0;
  const widths = lines.map(cells);
  const width = widths.reduce((a, b) => Math.max(a, b), 0);
  const open = widths.filter((_, i) => !FINAL.test(lines[i]?.slice(-8) ?? ''));
  const isWrapped =
    width >= 12 &&
    width <= WIDEST &&
    open.length > lines.length * 0.4 &&
    open.filter((w) => w >= width - 4).length > open.length * 0.6;
  return isWrapped ? width : 0;
}

function withRoles(text: string, spans: readonly Span[]): Block[] {
  const looks = spans.map((s) => looksLikeHeading(text.slice(s.start, Math.min(s.end, s.start + LONGEST_HEADING + 1))));
  const isList = listItems(looks);
  return spans.map((span, i) => ({ ...span, role: looks[i] && !isList[i] ? 'heading' : 'prose' }));
}

/** Dots as full stops, 【name】 in front of what is said, or clauses with a figure: running text, however short. */
const RUNNING =
  /[\u3400-\u9fff”’」』)）%％][.．](?:$|[\u3400-\u9fff“‘「])|^【[^】]{2,24}】.*[！？!?]$|[！？!?][^！？!?]+[！？!?]$|^(?:问|答|Q|A|[\u4e00-\u9fff]{0,6}(?:记者|主持人|网友|居民|市民))[：:].*[？?]$/;

function looksLikeHeading(line: string): boolean {
  if (line.length > LONGEST_HEADING || HEADING_END.test(line) || /[。；;]/.test(line) || RUNNING.test(line))
    return false;
  const commas = line.match(/[，,]/g)?.length ?? 0;
  if (commas > 2 || (commas === 2 && /\d|[一二三四五六七八九十百千万两]{2}/.test(line))) return false;
  return !/[！？!?][”’」』"]?$/.test(line) || (line.length <= 20 && !/[，,”]/.test(line));
}

/** Three short lines on end are a list, not headings, except in front of the first paragraph. */
function listItems(looks: readonly boolean[]): boolean[] {
  const isList = looks.map(() => false);
  let from = 0;
  for (let i = 0; i <= looks.length; i++) {
    if (looks[i] === true) continue;
    if (from > 0 && i - from >= 3) isList.fill(true, from, i);
    from = i + 1;
  }
  return isList;
}
