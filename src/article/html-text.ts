import { type Tree, tree, unescaped } from './tree.ts';

/** The visible text of a page; `offsets[i]` is where `text[i]` stands in the source. */
export interface VisibleText {
  readonly text: string;
  readonly offsets: Uint32Array;
}

const HIDDEN = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'select',
  'textarea',
  'svg',
  'iframe',
  'object',
  'button',
  'audio',
  'video',
]);
const INLINE = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i img input ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const CELLS = new Set(['td', 'th']);
const isHidden = (node: Tree.Element): boolean =>
  HIDDEN.has(node.tagName) ||
  node.attrs.some((a) => a.name === 'hidden' || (a.name === 'style' && /display\s*:\s*none/i.test(a.value)));

/** Collects what a reader sees, line breaks at block elements, runs of blanks as one. */
export function visibleText(document: Tree.Document, source: string): VisibleText {
  const out = new Collector(source);
  const stack: (Tree.Node | (() => void))[] = [document];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'function') node();
    else if (tree.isTextNode(node)) out.text(node);
    else if ('childNodes' in node) enter(node, out, stack);
  }
  return out.finish();
}

function enter(node: Tree.ParentNode, out: Collector, stack: (Tree.Node | (() => void))[]): void {
  if (tree.isElementNode(node)) {
    if (isHidden(node)) return;
    const at = node.sourceCodeLocation?.startOffset;
    if (CELLS.has(node.tagName)) out.blank(at);
    else if (!INLINE.has(node.tagName)) {
      out.lineBreak(at);
      stack.push(() => out.lineBreak(node.sourceCodeLocation?.endOffset));
    }
  }
  for (let i = node.childNodes.length - 1; i >= 0; i--) {
    const child = node.childNodes[i];
    if (child !== undefined) stack.push(child);
  }
}

class Collector {
  readonly #source: string;
  readonly #parts: string[] = [];
  #offsets: Uint32Array;
  #length = 0;
  #last = '\n';
  #at = 0;

  constructor(source: string) {
    this.#source = source;
    this.#offsets = new Uint32Array(source.length + 16);
  }

  text(node: Tree.TextNode): void {
    const location = node.sourceCodeLocation;
    const isPre = node.parentNode !== null && 'tagName' in node.parentNode && node.parentNode.tagName === 'pre';
    let at = location?.startOffset ?? this.#at;
    const end = location?.endOffset ?? at;
    for (let i = 0; i < node.value.length; i++) {
      const c = node.value.charAt(i);
      if (location) at = behindUnread(this.#source, at, c);
      const { width, units } = location ? written(this.#source, at, end) : NOWHERE;
      if (c === '\n' && isPre) this.lineBreak(at);
      else if (/[ \t\n\r\f]/.test(c)) this.blank(at);
      else this.#push(c, at);
      if (units === 2 && i + 1 < node.value.length) this.#push(node.value.charAt(++i), at);
      at += width;
    }
  }

  lineBreak(at = this.#at): void {
    if (this.#last === ' ') {
      this.#parts.pop();
      this.#length--;
    }
    if (this.#last === '\n') return;
    this.#last = '';
    this.#push('\n', at);
  }

  blank(at = this.#at): void {
    if (this.#last !== ' ' && this.#last !== '\n') this.#push(' ', at);
  }

  finish(): VisibleText {
    return { text: this.#parts.join(''), offsets: this.#offsets.slice(0, this.#length) };
  }

  #push(c: string, at: number): void {
    if (this.#length === this.#offsets.length) {
      const grown = new Uint32Array(this.#length * 2);
      grown.set(this.#offsets);
      this.#offsets = grown;
    }
    this.#at = Math.max(at, this.#at);
    this.#parts.push(c);
    this.#offsets[this.#length++] = this.#at;
    this.#last = c;
  }
}

const ENTITY = /&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]{1,31});?/iy;

/** Text of a broken table is one node although tags stand inside it; NUL characters are left out. */
function behindUnread(source: string, at: number, c: string): number {
  let behind = at;
  while ((source[behind] === '<' && c !== '<') || (source[behind] === '\0' && c !== '\ufffd')) {
    const close = source[behind] === '<' ? source.indexOf('>', behind) : behind;
    if (close < 0) return at;
    behind = close + 1;
  }
  return behind;
}

/** How many characters of the source stand for how many units of text. */
interface Written {
  readonly width: number;
  readonly units: 1 | 2;
}
const NOWHERE: Written = { width: 0, units: 1 };

/** What is written at `at` for one character of text: entities are many, CR LF is two. */
function written(source: string, at: number, end: number): Written {
  if (at >= end) return NOWHERE;
  if (source[at] === '&') {
    ENTITY.lastIndex = at;
    return expanded(ENTITY.exec(source)?.[0] ?? '&');
  }
  return { width: source[at] === '\r' && source[at + 1] === '\n' ? 2 : 1, units: 1 };
}

/** &#x20BB7; is one entity of two units; of &notit; only &not is one, of &AT&T nothing; the rest stands for itself. */
function expanded(entity: string): Written {
  const text = unescaped(entity);
  let rest = 0;
  while (rest < text.length - 1 && text.at(-1 - rest) === entity.at(-1 - rest)) rest++;
  return { width: entity.length - rest, units: text.length - rest === 2 ? 2 : 1 };
}
