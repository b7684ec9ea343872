/** Characters of a shingle, and shingles of a window of which one is kept: what 21 characters have in common is found. */
const SHINGLE = 6;
const WINDOW = 16;
/** With fewer fingerprints than this a text is too short to be called a copy, or to have one. */
const FEWEST = 8;
/** Share of the shorter text's fingerprints that the longer one has, from which it may be a copy. */
const COPY = 0.5;
/** Share of its figures that the other has, too: notices from one form have the words in common, and not the figures. */
const SAME_FIGURES = 0.5;
/** Texts with fewer figures are told by their words alone. */
const FEWEST_FIGURES = 4;
/** A page so much longer than what it shares with another holds other things beside: a digest is nobody's copy. */
const LONGER = 4;
/** Of the fingerprints those whose hash is a multiple of this are looked up by, each with the next of them. */
const SAMPLED = 2;
/** Characters of the article that may stand between two shared fingerprints of one copied stretch. */
const GAP = 150;

/** Fingerprints of a text in its order. */
export interface Sketch {
  readonly hashes: Uint32Array;
  /** UTF-16 offsets into the article text: where the shingle begins and ends. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** The hashes, sorted. */
  readonly sorted: Uint32Array;
  /** Hashes of 16 bits of the figures of two digits and more, sorted. */
  readonly figures: Uint16Array;
}

/** What one article has from another: offsets into the texts of the copy and of the original. */
export interface CopiedSpan {
  readonly start: number;
  readonly end: number;
  readonly ofStart: number;
  readonly ofEnd: number;
}

/**
 * Winnowed fingerprints of a text (Schleimer, Wilkerson and Aiken, SIGMOD 2003), blanks and marks left out, a full stop, and
 * its figures, in base64; null for a text that is too short to compare. `offsets[i]` is where `chars[i]` stands in the article text.
 */
export function sketch(chars: string, offsets?: Uint32Array): string | null {
  const kept = [...chars.matchAll(/[^\p{P}\p{S}\p{Z}\s]/gu)].map((match) => match.index);
  const words = kept.map((i) => chars.charCodeAt(i));
  const at = (i: number) => offsets?.[kept[i] ?? 0] ?? kept[i] ?? 0;
  const picked = winnow(hashesOf(words));
  if (picked.length < FEWEST) return null;
  const bytes = Buffer.alloc(picked.length * 9);
  picked.forEach(({ hash, index }, n) => {
    const [start, end] = [at(index), at(index + SHINGLE - 1) + 1];
    bytes.writeUInt32LE(hash, n * 9);
    bytes.writeUInt32LE(start, n * 9 + 4);
    bytes.writeUInt8(Math.min(255, end - start), n * 9 + 8);
  });
  return `${bytes.toString('base64')}.${figuresOf(chars)}`;
}

function figuresOf(chars: string): string {
  const figures = [...chars.matchAll(/\d[\d,，.]*\d/gu)].map(([figure]) => figure.replace(/[,，]/gu, ''));
  const hashes = Uint16Array.from(new Set(figures), (figure) =>
    hashOf(Array.from(figure, (c) => c.charCodeAt(0))),
  ).sort();
  return Buffer.from(hashes.buffer).toString('base64');
}

/** The hash of every shingle: FNV-1a, then the finaliser of MurmurHash3, so that its low bits are as good as any. */
function hashesOf(words: readonly number[]): number[] {
  return Array.from({ length: Math.max(0, words.length - SHINGLE + 1) }, (_, i) => hashOf(words, i, i + SHINGLE));
}

function hashOf(words: readonly number[], from = 0, to = words.length): number {
  let hash = 0x811c9dc5;
  for (let k = from; k < to; k++) hash = Math.imul(hash ^ (words[k] ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Of every window the smallest hash, of equal ones the last; each once. */
function winnow(hashes: readonly number[]): { readonly hash: number; readonly index: number }[] {
  const picked: { hash: number; index: number }[] = [];
  for (let from = 0, best = -1; from + WINDOW <= hashes.length || (from === 0 && hashes.length > 0); from++) {
    const to = Math.min(from + WINDOW, hashes.length);
    if (best < from) {
      best = from;
      for (let i = from; i < to; i++) if ((hashes[i] ?? 0) <= (hashes[best] ?? 0)) best = i;
    } else if ((hashes[to - 1] ?? 0) <= (hashes[best] ?? 0)) best = to - 1;
    if (picked.at(-1)?.index !== best) picked.push({ hash: hashes[best] ?? 0, index: best });
    if (to === hashes.length) break;
  }
  return picked;
}

/** The fingerprints that a stored sketch holds. */
export function readSketch(stored: string): Sketch {
  const [fingerprints = '', listed = ''] = stored.split('.');
  const bytes = Buffer.from(fingerprints, 'base64');
  const numbers = Buffer.from(listed, 'base64');
  const length = Math.floor(bytes.length / 9);
  const hashes = Uint32Array.from({ length }, (_, n) => bytes.readUInt32LE(n * 9));
  const starts = Uint32Array.from({ length }, (_, n) => bytes.readUInt32LE(n * 9 + 4));
  const ends = Uint32Array.from({ length }, (_, n) => (starts[n] ?? 0) + bytes.readUInt8(n * 9 + 8));
  const figures = Uint16Array.from({ length: numbers.length / 2 }, (_, n) => numbers.readUInt16LE(n * 2));
  return { hashes, starts, ends, sorted: hashes.slice().sort(), figures };
}

/**
 * Whether one text is a copy of the other: half of the shorter, and half of its figures, stand in the longer, which is not
 * many times as long.
 */
export function isCopy(a: Sketch, b: Sketch): boolean {
  const [short, long] = a.hashes.length <= b.hashes.length ? [a, b] : [b, a];
  if (long.hashes.length > LONGER * short.hashes.length) return false;
  if (shared(short.sorted, long.sorted) < COPY * short.hashes.length) return false;
  const fewest = Math.min(short.figures.length, long.figures.length);
  return fewest < FEWEST_FIGURES || shared(short.figures, long.figures) >= SAME_FIGURES * short.figures.length;
}

/** How many members two sorted lists have in common, each as often as it stands in both. */
function shared(a: Uint32Array | Uint16Array, b: Uint32Array | Uint16Array): number {
  let [i, j, count] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i] ?? 0, b[j] ?? 0];
    if (x === y) count++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return count;
}

/**
 * Keys of which two texts with some fifty characters in common share one: a sampled fingerprint with the next. A slogan
 * is shorter than that, so the texts under a key are few.
 */
export function keysOf({ hashes }: Sketch): number[] {
  const sampled = hashes.filter((hash) => hash % SAMPLED === 0);
  return [...new Set(Array.from(sampled.subarray(1), (hash, i) => ((sampled[i] ?? 0) >>> 11) * 2 ** 32 + hash))];
}

/** The longest stretch that the copy has from the original, small changes within it included; null where they share none. */
export function copiedSpan(copy: Sketch, original: Sketch): CopiedSpan | null {
  const places = new Map(Array.from(original.hashes, (hash, j) => [hash, j]));
  let best: readonly [number, number, number, number] | null = null;
  let run: [number, number, number, number] | null = null;
  for (let i = 0; i < copy.hashes.length; i++) {
    const j = places.get(copy.hashes[i] ?? 0);
    if (j === undefined) continue;
    run = run !== null && follows(copy, original, run, i, j) ? [run[0], i, run[2], j] : [i, i, j, j];
    if (best === null || run[1] - run[0] > best[1] - best[0]) best = run;
  }
  if (best === null) return null;
  const [i0, i1, j0, j1] = best;
  const [start = 0, end = 0] = [copy.starts[i0], copy.ends[i1]];
  return { start, end, ofStart: original.starts[j0] ?? 0, ofEnd: original.ends[j1] ?? 0 };
}

function follows(
  copy: Sketch,
  original: Sketch,
  [, i0, , j0]: readonly [number, number, number, number],
  i: number,
  j: number,
): boolean {
  if (j <= j0) return false;
  const [inCopy, inOriginal] = [
    (copy.starts[i] ?? 0) - (copy.ends[i0] ?? 0),
    (original.starts[j] ?? 0) - (original.ends[j0] ?? 0),
  ];
  return inCopy <= GAP && inOriginal <= GAP;
}
