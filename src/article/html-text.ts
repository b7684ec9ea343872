import { type Tree, tree } from './tree.ts';

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
    for (const c of units(node.value)) {
      if (location) at = behindTags(this.#source, at, c);
      const width = location ? sourceWidth(this.#source, at, end, c) : 0;
      if (c === '\n' && isPre) this.lineBreak(at);
      else if (/[ \t\n\r\f]/.test(c)) this.blank(at);
      else this.#push(c, at);
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

function* units(text: string): Generator<string> {
  for (let i = 0; i < text.length; i++) yield text.charAt(i);
}

const ENTITY = /&(?:#\d{1,8}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});?/iy;

/** Text of a broken table is one node although tags stand inside it. */
function behindTags(source: string, at: number, c: string): number {
  let behind = at;
  while (source[behind] === '<' && c !== '<') {
    const close = source.indexOf('>', behind);
    if (close < 0) return at;
    behind = close + 1;
  }
  return behind;
}

const AMPERSAND = /^&(?:amp|#0*38|#x0*26)(?:;|(?![a-z0-9]))/i;

/** How many characters of the source one character of text stands for: entities are many, CR LF is two. */
function sourceWidth(source: string, at: number, end: number, c: string): number {
  if (at >= end) return 0;
  if (source[at] === '&' && (c !== '&' || AMPERSAND.test(source.slice(at, at + 8)))) {
    ENTITY.lastIndex = at;
    return ENTITY.exec(source)?.[0].length ?? 1;
  }
  return source[at] === '\r' && source[at + 1] === '\n' ? 2 : 1;
}
