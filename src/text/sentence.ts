import type { Span } from '../article/article.ts';

/** One byte per UTF-16 unit: what it does to sentences and clauses. */
const KIND = new Uint8Array(0x10000);
const FINAL = 1;
const CLOSING = 2;
const CUT = 3;
const OPEN = 4;

const unitOf = (c: string): number => c.charCodeAt(0);
/** Opening and closing marks of quotes and brackets. */
const PAIRS = '“”‘’（）《》【】()[]';
const CLOSE_OF = new Map<number, number>();

function setUp(): void {
  for (const c of '。！？…') KIND[unitOf(c)] = FINAL;
  for (const c of '”’）》】"\'') KIND[unitOf(c)] = CLOSING;
  for (const c of '，：；,:;') KIND[unitOf(c)] = CUT;
  for (let i = 0; i < PAIRS.length; i += 2) {
    KIND[PAIRS.charCodeAt(i)] = OPEN;
    CLOSE_OF.set(PAIRS.charCodeAt(i), PAIRS.charCodeAt(i + 1));
  }
}
setUp();

const FULL_STOP = unitOf('。');
const QUOTE = unitOf('”');
/** After these a closing quote did not end the sentence: “雪亮！”的…, “…。”，他说 */
const GOES_ON = new Set([...'的，、；：。！？和与及等—,'].map(unitOf));
const LONGEST_EXCLAMATION = 12;

/** Characters after which a sentence is cut though no mark ends it. */
const LONGEST = 2000;

const kindAt = (chars: string, i: number): number => KIND[chars.charCodeAt(i)] ?? 0;

/** The sentences of a paragraph, each with its final mark and closing quotes; together they cover it. */
export function sentencesOf(chars: string, from: number, to: number): Span[] {
  const found: Span[] = [];
  let start = from;
  for (let i = from; i < to; i++) {
    // Words without a full stop (a list, a table run together) are cut at a comma, else anywhere.
    if (i - start >= LONGEST && (kindAt(chars, i) === CUT || i - start >= 2 * LONGEST)) {
      found.push({ start, end: i + 1 });
      start = i + 1;
      continue;
    }
    if (kindAt(chars, i) !== FINAL) continue;
    let end = i + 1;
    for (let kind = kindAt(chars, end); end < to && (kind === FINAL || kind === CLOSING); kind = kindAt(chars, end))
      end++;
    if (end === to || !goesOn(chars, start, i, end)) {
      found.push({ start, end });
      start = end;
    }
    i = end - 1;
  }
  if (start < to) found.push({ start, end: to });
  return found;
}

function goesOn(chars: string, start: number, mark: number, end: number): boolean {
  if (kindAt(chars, end - 1) !== CLOSING) return false;
  if (GOES_ON.has(chars.charCodeAt(end))) return true;
  if (chars.charCodeAt(mark) === FULL_STOP || chars.charCodeAt(end - 1) !== QUOTE) return false;
  const open = chars.slice(Math.max(start, mark - LONGEST_EXCLAMATION), mark).lastIndexOf('“');
  return open >= 0;
}

/** The clauses of a sentence, each with the mark that ends it; together they cover the sentence. */
export function clausesOf(chars: string, from: number, to: number): Span[] {
  const clauses: Span[] = [];
  let start = from;
  for (let i = from; i < to; i++) {
    const kind = kindAt(chars, i);
    if (kind < CUT) continue;
    if (kind === OPEN) i = closeOf(chars, i, to);
    else if (!isInNumber(chars, i)) {
      clauses.push({ start, end: i + 1 });
      start = i + 1;
    }
  }
  if (start < to) clauses.push({ start, end: to });
  return clauses;
}

/** How far a quote or bracket may reach: what closes later, or never, hides nothing. */
const LONGEST_QUOTE = 600;

/** Where a quote or bracket closes, else where it opens: a quote that runs on into the next sentence hides nothing. */
function closeOf(chars: string, from: number, to: number): number {
  const open = chars.charCodeAt(from);
  const close = CLOSE_OF.get(open);
  let depth = 0;
  for (let i = from; i < Math.min(to, from + LONGEST_QUOTE); i++) {
    const unit = chars.charCodeAt(i);
    if (unit === open) depth++;
    else if (unit === close && --depth === 0) return i;
  }
  return from;
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
const isInNumber = (chars: string, i: number): boolean =>
  chars.charCodeAt(i) < 0x80 && isDigit(chars.charCodeAt(i - 1)) && isDigit(chars.charCodeAt(i + 1));
