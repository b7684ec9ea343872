/** Characters of a shingle, and hashes of a sketch. */
const SHINGLE = 5;
const HASHES = 64;
const ROWS = 4;
/** Below this many shingles two texts are too short to be called copies. */
const SHORTEST = 40;
/** Estimated share of common shingles from which two texts are copies. */
const COPY = 0.8;

/**
 * A MinHash sketch of the words of a text (`Text.chars`), blanks and marks left out: 64 hashes of 32 bits in base64;
 * null for a text that is too short to compare.
 */
export function sketch(text: string): string | null {
  const words = text.replace(/[\p{P}\p{S}\p{Z}\s]/gu, '');
  if (words.length < SHORTEST + SHINGLE) return null;
  const minima = new Uint32Array(HASHES).fill(0xffffffff);
  for (let i = 0; i + SHINGLE <= words.length; i++) {
    const base = fnv(words, i, i + SHINGLE);
    for (let h = 0; h < HASHES; h++) minima[h] = Math.min(minima[h] ?? 0, mix(base, h));
  }
  const bytes = Buffer.alloc(HASHES * 4);
  minima.forEach((value, h) => {
    bytes.writeUInt32BE(value, h * 4);
  });
  return bytes.toString('base64');
}

function fnv(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** One of 64 independent permutations of 32-bit numbers (the finaliser of MurmurHash3, seeded). */
function mix(value: number, seed: number): number {
  let h = value ^ Math.imul(seed + 1, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The hashes that a sketch holds. */
export function hashesOf(sketched: string): Uint32Array {
  const bytes = Buffer.from(sketched, 'base64');
  return Uint32Array.from({ length: HASHES }, (_, h) => bytes.readUInt32BE(h * 4));
}

/** Whether two sketches, by their hashes, are of near-identical texts. */
export function nearIdentical(a: Uint32Array, b: Uint32Array): boolean {
  let same = 0;
  for (let h = 0; h < HASHES; h++) if (a[h] === b[h]) same++;
  return same >= COPY * HASHES;
}

/** Sixteen keys; near-identical texts share at least one with near certainty. */
export function bandsOf(hashes: Uint32Array): string[] {
  return Array.from({ length: HASHES / ROWS }, (_, i) => `${i}:${hashes.subarray(i * ROWS, (i + 1) * ROWS).join()}`);
}
