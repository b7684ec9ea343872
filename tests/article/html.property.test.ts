import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { visibleText } from '../../src/article/html-text.ts';
import { parsePage } from '../../src/article/tree.ts';
import { XueliangError } from '../../src/errors.ts';
import { often } from '../reliability/often.ts';
import { article } from './source.ts';

/**
 * Pages are strung together from words, entities and tags that need not close; where each visible character stands is
 * known while the page is written, and has to be what the map to the source says.
 */
interface Piece {
  readonly source: string;
  /** The visible text, blanks left out, each character with its place in `source`. */
  readonly seen: readonly (readonly [string, number])[];
}

const markup = (source: string): Piece => ({ source, seen: [] });
/** UTF-16 units that are written as they are. */
const literal = (source: string): Piece => ({
  source,
  seen: Array.from({ length: source.length }, (_, i) => [source.charAt(i), i] as const).filter(([c]) => /\S/.test(c)),
});
/** What stands for other characters: every unit of them is where it begins; `rest` is literal. */
const entity = (source: string, shown: string, rest = ''): Piece => ({
  source: source + rest,
  seen: [
    ...Array.from({ length: shown.length }, (_, i) => [shown.charAt(i), 0] as const),
    ...literal(rest).seen.map(([c, i]) => [c, source.length + i] as const),
  ],
});

const words = fc.string({
  unit: fc.constantFrom(...'全县投入八百万元，装了探头。“”7a;#=&', '𠮷', ' ', '\n', '\r\n', '\t'),
  minLength: 1,
  maxLength: 12,
});
const text = words.map((w) => w.replace(/&(?=[#a-z;])/gi, '')).map(literal);
const entities = fc.constantFrom(
  ...[
    entity('&ldquo;', '“'),
    entity('&#19975;', '万'),
    entity('&#x4e07;', '万'),
    entity('&#X4E07', '万', '，'),
    entity('&amp;', '&'),
  ],
  ...[
    entity('&lt;', '<'),
    entity('&gt;', '>'),
    entity('&lt', '<', '，'),
    entity('&#38;', '&'),
    entity('&semi;', ';'),
    entity('&middot;', '·'),
  ],
  ...[
    entity('&#x20BB7;', '𠮷'),
    entity('&#134071;', '𠮷'),
    entity('&fjlig;', 'fj'),
    entity('&copy', '©', 'x;'),
    entity('&not', '¬', 'it;'),
  ],
  ...[
    entity('&amp', '&', 'x'),
    entity('&amp;', '&', 'lt;'),
    markup('&nbsp;'),
    literal('&nosuchname;'),
    literal('& '),
    literal('&;'),
  ],
);
const INLINE = ['b', 'span', 'a', 'font', 'i', 'em'];
const BLOCK = ['p', 'div', 'li', 'h2', 'section', 'blockquote', 'pre', 'ul'];
const HIDDEN = [
  '<script>var 甲="<p>乙";</script>',
  '<style>丙{}</style>',
  '<p style="display: none">丁</p>',
  '<!-- 戊 -->',
  '<div hidden>己</div>',
  '\0',
];
const tags = fc
  .oneof(
    fc
      .constantFrom(...INLINE, ...BLOCK)
      .chain((t) => fc.constantFrom(`<${t}>`, `<${t} class="&quot;a>b">`, `</${t}>`, `<${t.toUpperCase()}\n>`)),
    fc.constantFrom('<br>', '<br/>', '<hr>', '<img alt="庚">', '<wbr>', '</br>', ...HIDDEN),
  )
  .map(markup);
const body = fc.array(fc.oneof({ weight: 3, arbitrary: text }, { weight: 2, arbitrary: tags }, entities), {
  maxLength: 25,
});
const HEADS = [
  '',
  '<html><body>',
  '<!DOCTYPE html>\r\n<html><head><meta charset="utf-8"><title>题</title></head>\r\n<body>',
];

function page(head: string, pieces: readonly Piece[]): { source: string; seen: [string, number][] } {
  let source = head;
  const seen: [string, number][] = [];
  for (const piece of pieces) {
    for (const [c, at] of piece.seen) seen.push([c, source.length + at]);
    source += piece.source;
  }
  return { source, seen };
}

/** A page may begin a word behind an ampersand, and then it is no longer what its pieces were. */
const parted = (pieces: readonly Piece[]): Piece[] => pieces.flatMap((p) => [p, markup('<!---->')]);

describe('web pages that were written', () => {
  test('show what was written, each character where it stands in the source', () => {
    fc.assert(
      fc.property(fc.constantFrom(...HEADS), body, (head, pieces) => {
        const { source, seen } = page(head, parted(pieces));
        const { text, offsets } = visibleText(parsePage(source), source);
        expect(offsets.length).toBe(text.length);
        const found = Array.from(offsets, (at, i) => [text.charAt(i), at] as const).filter(([c]) => /\S/.test(c));
        expect(found).toEqual(seen);
      }),
      often(800),
    );
  });

  test('so do articles, and their spans lie inside', () => {
    fc.assert(
      fc.property(fc.constantFrom(...HEADS), body, (head, pieces) => {
        const sentence = literal('全县去年投入八百万元，在各乡镇的主要路口装上了六百个摄像头。');
        const { source, seen } = page(head, parted([...pieces, markup('<p>'), sentence, markup('</p>')]));
        const a = article(source, 'text/html');
        const map = Array.from(a.sourceOffsets ?? [], (at, i) => [a.text.charAt(i), at] as const);
        expect(map.filter(([c]) => /\S/.test(c))).toEqual(seen);
        for (const { start, end } of [...a.body, ...a.hints])
          expect(start < end && start >= 0 && end <= a.text.length).toBe(true);
      }),
      often(150),
    );
  });
});

describe('any markup', () => {
  const piece = fc.oneof(
    ...[text, tags, entities].map((a) => a.map((p) => p.source)),
    fc.constantFrom(
      ...'<>&;"\'/=!?-\0\r\n',
      '<table>',
      '<tr>',
      '<td>',
      '</table>',
      '<select>',
      '<option>',
      '<svg>',
      '<math>',
      '<template>',
      '<textarea>',
      '<!--',
      '-->',
      '<![CDATA[',
      '<form>',
      '<frameset>',
      '</body>',
      '</html>',
      '<plaintext>',
      '<noscript>',
    ),
  );
  test('is an article whose map stays inside the source and never goes back, or has no text', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const source = `<p>全县装了探头。${pieces.join('')}`;
        try {
          const { text, sourceOffsets = new Uint32Array() } = article(source, 'text/html');
          expect(sourceOffsets.length).toBe(text.length);
          let last = 0;
          for (const at of sourceOffsets) {
            if (at < last || at > source.length) throw new Error(`${at} behind ${last} of ${source.length}`);
            last = at;
          }
        } catch (error) {
          if (!(error instanceof XueliangError)) throw error;
          expect(error.code).toBe('ARTICLE_WITHOUT_TEXT');
        }
      }),
      often(300),
    );
  });
});
