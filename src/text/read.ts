import type { Article, Span } from '../article/article.ts';
import { Folded, Folder } from './fold.ts';
import { type Block, layOut } from './layout.ts';
import { scriptOf, simplify } from './script.ts';
import { clausesOf, sentencesOf } from './sentence.ts';
import type { Issue, Paragraph, Sentence, Text } from './text.ts';
import { marksIn, siteNames } from './watermark.ts';

/** Reads an article as the characters, paragraphs and sentences that a reader reads. */
export function readText(article: Article): Text {
  const blocks = layOut(article);
  const raw = blocks.map((b) => article.text.slice(b.start, b.end));
  const script = scriptOf(raw.join(''));
  const simplified = script === 'Hant' ? raw.map(simplify) : raw;
  const hints = article.hints.map((h) => simplify(article.text.slice(h.start, h.end)));
  const names = siteNames(article.outlet === null ? null : simplify(article.outlet), hints, simplified.join('\n'));
  const issues: Issue[] = [];
  const folded = foldAll(blocks, simplified, names, issues);
  const plain = folded.out.toString();
  const chars = article.text.includes('『') ? outerQuotes(plain) : plain;
  const offsets = folded.out.offsets.slice(0, folded.out.length);
  return { article, chars, offsets, script, ...sentences(chars, folded.spans), hints, issues };
}

/** A text that quotes with 『』 alone means by them what others mean by “”. */
const outerQuotes = (chars: string): string => (chars.includes('“') ? chars : chars.replace(/‘([^‘’\n]*)’/g, '“$1”'));

interface Folding {
  readonly out: Folded;
  readonly spans: readonly Block[];
}

function foldAll(
  blocks: readonly Block[],
  simplified: readonly string[],
  names: ReadonlySet<string>,
  issues: Issue[],
): Folding {
  const out = new Folded(simplified.reduce((n, s) => n + s.length + 1, 0));
  const spans: Block[] = [];
  for (const [i, block] of blocks.entries()) {
    const paragraph = simplified[i] ?? '';
    const marks = marksIn(paragraph, names);
    issues.push(...marks.map((m) => watermark(m, block.start)), ...garbled(paragraph, block.start));
    const start = out.length === 0 ? 0 : out.length + 1;
    const previousEnd = blocks[i - 1]?.end;
    if (start > 0 && previousEnd !== undefined) out.push(0x0a, previousEnd);
    new Folder(out, block.role !== 'prose').fold(paragraph, block.start, marks);
    if (out.length > start) spans.push({ start, end: out.length, role: block.role });
    else if (start > 0) out.length = start - 1;
  }
  return { out, spans };
}

const watermark = (mark: Span, base: number): Issue => ({
  start: base + mark.start,
  end: base + mark.end,
  code: 'WATERMARK',
  message: 'a mark of the copying site, an address or a gloss was left out',
});

/** Characters that no Chinese page means: replacement and private-use ones, and the bopomofo of a wrong decoding. */
const GARBLE = /[\ufffd\ue000-\uf8ff\u3105-\u3129]+/g;

const garbled = (paragraph: string, base: number): Issue[] =>
  Array.from(paragraph.matchAll(GARBLE), (m) => ({
    start: base + m.index,
    end: base + m.index + m[0].length,
    code: 'GARBLED',
    message: 'characters that were damaged before this text reached us',
  }));

function sentences(chars: string, blocks: readonly Block[]): { paragraphs: Paragraph[]; sentences: Sentence[] } {
  const all: Sentence[] = [];
  const paragraphs: Paragraph[] = [];
  for (const [paragraph, block] of blocks.entries()) {
    const first = all.length;
    for (const span of sentencesOf(chars, block.start, block.end))
      all.push({ start: span.start, end: span.end, paragraph, clauses: clausesOf(chars, span.start, span.end) });
    paragraphs.push({ ...block, first, last: all.length });
  }
  return { paragraphs, sentences: all };
}
