import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { type Count, type Rates, rates, type Tally } from './count.ts';

/** One row of a scorecard: counts over all articles, their rates, and how sure they are. */
export interface Row extends Count, Rates {
  readonly field: string;
  /** The middle 95 % of F1 over resamples of the articles. */
  readonly low: number;
  readonly high: number;
}

/** Resamples per interval, and where their random numbers start: the same articles give the same intervals. */
const RESAMPLES = 2000;
const SEED = 20_261_125;

/**
 * Pools the counts of articles per field, with percentile bootstrap intervals: articles are drawn with replacement, for
 * figures of one article are right or wrong together (Efron & Tibshirani 1993, An Introduction to the Bootstrap, ch. 13).
 */
export function scorecard(tallies: readonly Tally[]): Row[] {
  const fields = [...new Set(tallies.flatMap((t) => [...t.counts.keys()]))].sort();
  const samples = resamples(tallies.length);
  return fields.map((field) => {
    const counts = tallies.map((t) => t.counts.get(field) ?? { tp: 0, fp: 0, fn: 0 });
    const spread = samples.map((sample) => rates(pooled(sample.map((i) => counts[i]))).f1).sort((a, b) => a - b);
    const at = (share: number) => spread[Math.floor(share * (spread.length - 1))] ?? 0;
    const all = pooled(counts);
    return { field, ...all, ...rates(all), low: at(0.025), high: at(0.975) };
  });
}

function pooled(counts: readonly (Count | undefined)[]): Count {
  const sum = (what: keyof Count) => counts.reduce((total, count) => total + (count?.[what] ?? 0), 0);
  return { tp: sum('tp'), fp: sum('fp'), fn: sum('fn') };
}

function resamples(articles: number): number[][] {
  const random = xoroshiro128plus(SEED);
  const draw = () => Array.from({ length: articles }, () => uniformInt(random, 0, articles - 1));
  return articles === 0 ? [] : Array.from({ length: RESAMPLES }, draw);
}
