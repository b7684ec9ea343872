/**
 * A seeded generator of numbers in [0, 1): mulberry32 (Tommy Ettinger, 2017; public domain), in 32-bit integers, so that every
 * machine draws the same.
 */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `size` of the numbers below `count`, drawn without replacement (Fisher and Yates), ascending; all where there are no more. */
export function sample(count: number, size: number, random: () => number): number[] {
  const numbers = Array.from({ length: count }, (_, i) => i);
  for (let i = 0; i < Math.min(size, count); i++) {
    const j = i + Math.floor(random() * (count - i));
    [numbers[i], numbers[j]] = [numbers[j] ?? j, numbers[i] ?? i];
  }
  return numbers.slice(0, size).sort((a, b) => a - b);
}
