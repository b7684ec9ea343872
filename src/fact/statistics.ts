import { mean, median, medianAbsoluteDeviation, quantileSorted } from 'simple-statistics';

/** Five numbers that a sample is described by, and its size. */
export interface Quartiles {
  readonly count: number;
  readonly min: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly max: number;
}

/** The quartiles of a sample, linear between its values (Hyndman & Fan 1996, definition 7); null for an empty one. */
export function quartiles(values: readonly number[]): Quartiles | null {
  const sorted = Array.from(Float64Array.from(values).sort());
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (min === undefined || max === undefined) return null;
  const [q1, middle, q3] = [0.25, 0.5, 0.75].map((share) => quantileSorted(sorted, share)) as [number, number, number];
  return { count: sorted.length, min, q1, median: middle, q3, max };
}

/** Beyond this a value is labelled an outlier (Iglewicz & Hoaglin 1993, p. 12). */
export const OUTLYING = 3.5;

/**
 * The modified z-score of any value in a sample: 0.6745 (x − median) / MAD (Iglewicz & Hoaglin 1993, How to Detect and Handle
 * Outliers, p. 11). Where half of the sample is one value, MAD is 0 and 1.2533 times the mean deviation from the median takes
 * the place of MAD / 0.6745; null where the whole sample is one value.
 */
export function modifiedZ(sample: readonly number[]): ((value: number) => number) | null {
  if (sample.length === 0) return null;
  const middle = median([...sample]);
  const spread = medianAbsoluteDeviation([...sample]) / 0.6745;
  const scale = spread > 0 ? spread : 1.253314 * mean(sample.map((value) => Math.abs(value - middle)));
  return scale > 0 ? (value) => (value - middle) / scale : null;
}
