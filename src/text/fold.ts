import type { Span } from '../article/article.ts';
import { simplifiedUnit } from './script.ts';

const DECODER = new TextDecoder('utf-16le', { ignoreBOM: true });

/** Folded characters as they grow, each with the offset that it had. */
export class Folded {
  units: Uint16Array;
  offsets: Uint32Array;
  length = 0;

  constructor(capacity: number) {
    this.units = new Uint16Array(capacity);
    this.offsets = new Uint32Array(capacity);
  }

  push(unit: number, offset: number): void {
    this.units[this.length] = unit;
    this.offsets[this.length++] = offset;
  }

  /** The character before the next one, or '' at the very start. */
  get last(): string {
    return this.length === 0 ? '' : String.fromCharCode(this.units[this.length - 1] ?? 0);
  }

  toString(): string {
    return DECODER.decode(this.units.subarray(0, this.length));
  }
}

const KEEP = 0;
const DROP = 1;
const BLANK = 2;
const MARK = 3;

/** What to do with each UTF-16 unit: keep its table form, drop it, treat it as a blank, or look at its neighbours. */
const KIND = new Uint8Array(0x10000);
const FORM = Uint16Array.from({ length: 0x10000 }, (_, c) => simplifiedUnit(c));

function setUp(): void {
  for (let c = 0xff01; c <= 0xff5e; c++) FORM[c] = c - 0xfee0;
  const pairs =
    '「“」”『‘』’〝“〞”﹁“﹂”﹃‘﹄’‧·•·・·∙·﹐，﹑、﹔；﹕：︰：﹖？﹗！｡。､、－-―—─—━—﹪%％%〔（〕）﹙（﹚）﹝（﹞）';
  for (let i = 0; i + 1 < pairs.length; i += 2) FORM[pairs.charCodeAt(i)] = pairs.charCodeAt(i + 1);
  for (const c of ',.:;?!()"\'\\＂＇，：；？！（）．○') KIND[c.charCodeAt(0)] = MARK;
  for (const c of '，：；？！（）') FORM[c.charCodeAt(0)] = c.charCodeAt(0);
  FORM['．'.charCodeAt(0)] = '.'.charCodeAt(0);
  for (let c = 0; c < 0x20; c++) KIND[c] = DROP;
  for (let c = 0x7f; c < 0xa0; c++) KIND[c] = DROP;
  for (const c of '\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\ufeff\ufe0f\ufffc')
    KIND[c.charCodeAt(0)] = DROP;
  for (const c of ' \t\n\r\f\v\u0085\u00a0\u1680\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000')
    KIND[c.charCodeAt(0)] = BLANK;
}
setUp();

const isDigit = (c: string): boolean => (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
const isAscii = (c: string): boolean => c !== '' && c < '\u007f';
const isWord = (c: string): boolean => (isAscii(c) && /[A-Za-z0-9]/.test(c)) || (c >= '０' && c <= 'ｚ');
const NUMERAL = /[〇零一二三四五六七八九]/;

/** Folds one paragraph of Simplified text; `base` is its offset in the article text, `skip` what a reader skips. */
export class Folder {
  readonly #out: Folded;
  readonly #keepBlanks: boolean;
  #doubleOpen = false;
  #singleOpen = false;
  #blank = -1;
  #isBroken = false;
  #begin: number;

  /** `keepBlanks`: one blank stays between the phrases of a title or heading. */
  constructor(out: Folded, keepBlanks: boolean) {
    this.#out = out;
    this.#begin = out.length;
    this.#keepBlanks = keepBlanks;
  }

  fold(paragraph: string, base: number, skip: readonly Span[]): void {
    let mark = 0;
    for (let i = 0; i < paragraph.length; i++) {
      const hidden = skip[mark];
      if (hidden !== undefined && i >= hidden.start) {
        mark++;
        i = hidden.end - 1;
        continue;
      }
      const unit = paragraph.charCodeAt(i);
      const kind = KIND[unit];
      if (kind === KEEP) this.#put(FORM[unit] ?? unit, base + i);
      else if (kind === BLANK) this.#pause(unit, base + i);
      else if (kind === MARK) this.#mark(paragraph, i, base + i);
    }
  }

  #pause(unit: number, offset: number): void {
    if (this.#blank < 0) this.#blank = offset;
    this.#isBroken ||= unit === 0x0a;
  }

  #put(unit: number, offset: number): void {
    if (this.#blank >= 0) {
      const started = this.#out.length > this.#begin;
      // 1｜106 at the end of a wrapped line is one number.
      const cut = this.#isBroken && /[\d.,]/.test(this.#out.last) && /[\d.,]/.test(String.fromCharCode(unit));
      const both = started && isAscii(this.#out.last) && unit < 0x7f && !cut;
      if (both || (started && this.#keepBlanks && isPhrase(this.#out.last) && isPhrase(String.fromCharCode(unit))))
        this.#out.push(0x20, this.#blank);
      this.#blank = -1;
      this.#isBroken = false;
    }
    this.#out.push(unit, offset);
  }

  #mark(paragraph: string, i: number, offset: number): void {
    const c = paragraph[i] ?? '';
    if (c === '\\') this.#backslash(paragraph, i, offset);
    else this.#put(this.#folded(c, paragraph, i).charCodeAt(0), offset);
  }

  #backslash(paragraph: string, i: number, offset: number): void {
    if (isWord(paragraph[i - 1] ?? '') && isWord(paragraph[i + 1] ?? '')) this.#put(0x5c, offset);
  }

  #folded(c: string, paragraph: string, i: number): string {
    const next = nextSolid(paragraph, i);
    const previous = this.#out.length > this.#begin ? this.#out.last : '';
    if (c === '"' || c === '＂') return this.#quote();
    if (c === "'" || c === '＇') return this.#apostrophe(previous, next);
    if (c === '○') return NUMERAL.test(previous) || NUMERAL.test(next) ? '〇' : c;
    if (c === '.' || c === '．')
      return isAscii(previous) || !isChinese(previous) || isWord(next) || next === '.' || next === '．' ? '.' : '。';
    return separator(c, previous, next, paragraph, i);
  }

  #quote(): string {
    this.#doubleOpen = !this.#doubleOpen;
    return this.#doubleOpen ? '“' : '”';
  }

  #apostrophe(previous: string, next: string): string {
    if (isWord(previous) && isWord(next)) return "'";
    this.#singleOpen = !this.#singleOpen;
    return this.#singleOpen ? '‘' : '’';
  }
}

const isPhrase = (c: string): boolean => /[\u3400-\u9fffA-Za-z0-9“”‘’《》]/.test(c);
const isChinese = (c: string): boolean => (c >= '\u3400' && c <= '\u9fff') || /[”’》）%]/.test(c);

function nextSolid(paragraph: string, i: number): string {
  let k = i + 1;
  while (KIND[paragraph.charCodeAt(k)] === BLANK && k < i + 6) k++;
  return paragraph[k] ?? '';
}

const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};
const HALF: Readonly<Record<string, string>> = { '，': ',', '：': ':' };

/** Commas of 3,557 and colons of 10:30 stay ASCII, as does English; all else becomes full-width. */
function separator(c: string, previous: string, next: string, paragraph: string, i: number): string {
  const full = FULL[c] ?? c;
  if (full === '（' || full === '）') return full;
  const half = HALF[full] ?? '';
  if (isDigit(previous) && isDigit(paragraph[i + 1] ?? '')) {
    if (full === '，') return isGrouping(paragraph, i) ? ',' : full;
    return half === '' ? full : half;
  }
  if (c === full) return full;
  return isAscii(previous) && isAscii(next) && /[A-Za-z/)]/.test(previous + next) ? c : full;
}

const isGrouping = (paragraph: string, i: number): boolean =>
  /(?:^|[^\d０-９])[\d０-９]{1,3}$|[,，][\d０-９]{3}$/.test(paragraph.slice(Math.max(0, i - 5), i)) &&
  /^[\d０-９]{3}(?![\d０-９])/.test(paragraph.slice(i + 1, i + 6));
