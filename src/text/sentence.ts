import type { Span } from '../article/article.ts';

const FINAL = new Set('。！？…');
const CLOSING = new Set('”’）》】"\'');
/** After these a closing quote did not end the sentence: “雪亮！”的…, “…。”，他说 */
const GOES_ON = new Set('的，、；：。！？和与及等—,');
const LONGEST_EXCLAMATION = 12;

/** The sentences of a paragraph, each with its final mark and closing quotes; together they cover it. */
export function sentencesOf(chars: string, from: number, to: number): Span[] {
  const found: Span[] = [];
  let start = from;
  for (let i = from; i < to; i++) {
    if (!FINAL.has(chars[i] ?? '')) continue;
    let end = i + 1;
    while (end < to && (FINAL.has(chars[end] ?? '') || CLOSING.has(chars[end] ?? ''))) end++;
    if (end < to && goesOn(chars, start, i, end)) {
      i = end - 1;
      continue;
    }
    found.push({ start, end });
    start = end;
    i = end - 1;
  }
  if (start < to) found.push({ start, end: to });
  return found;
}

function goesOn(chars: string, start: number, mark: number, end: number): boolean {
  const last = chars[end - 1] ?? '';
  if (!CLOSING.has(last)) return false;
  if (GOES_ON.has(chars[end] ?? '')) return true;
  const open = chars.lastIndexOf('“', mark);
  return chars[mark] !== '。' && last === '”' && open > start && mark - open <= LONGEST_EXCLAMATION;
}

const CUTS = new Set('，：；,:;');
const OPEN: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '（': '）',
  '《': '》',
  '【': '】',
  '(': ')',
  '[': ']',
};

/** The clauses of a sentence, each with the mark that ends it; together they cover the sentence. */
export function clausesOf(chars: string, sentence: Span): Span[] {
  const clauses: Span[] = [];
  let start = sentence.start;
  for (let i = sentence.start; i < sentence.end; i++) {
    const c = chars[i] ?? '';
    const close = OPEN[c];
    if (close !== undefined) {
      const at = closeOf(chars, i, c, close, sentence.end);
      if (at > i) i = at;
    } else if (CUTS.has(c) && !isInNumber(chars, i)) {
      clauses.push({ start, end: i + 1 });
      start = i + 1;
    }
  }
  if (start < sentence.end) clauses.push({ start, end: sentence.end });
  return clauses;
}

/** Where a bracket closes, or -1: a quote that runs on into the next sentence hides nothing. */
function closeOf(chars: string, from: number, open: string, close: string, end: number): number {
  let depth = 0;
  for (let i = from; i < end; i++) {
    if (chars[i] === open) depth++;
    else if (chars[i] === close && --depth === 0) return i;
  }
  return -1;
}

const isDigit = (c: string | undefined): boolean => c !== undefined && c >= '0' && c <= '9';
const isInNumber = (chars: string, i: number): boolean =>
  /[,:]/.test(chars[i] ?? '') && isDigit(chars[i - 1]) && isDigit(chars[i + 1]);
