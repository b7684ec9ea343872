/** What was found right, found wrongly, and missed. */
export interface Count {
  tp: number;
  fp: number;
  fn: number;
}

/** Shares between 0 and 1; where nothing was to be found and nothing was, 1. */
export interface Rates {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Precision, recall and their harmonic mean. */
export function rates({ tp, fp, fn }: Count): Rates {
  const precision = tp + fp > 0 ? tp / (tp + fp) : 1;
  const recall = tp + fn > 0 ? tp / (tp + fn) : 1;
  return { precision, recall, f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0 };
}

/** One thing that a reading got wrong, for a person to look at. */
export interface Miss {
  readonly article: string;
  readonly field: string;
  readonly verdict: 'missed' | 'wrong' | 'differs';
  readonly words: string;
}

/** Counts per field and the misses of one article. */
export class Tally {
  readonly counts = new Map<string, Count>();
  readonly misses: Miss[] = [];

  constructor(readonly article: string) {}

  add(field: string, what: keyof Count): void {
    const count = this.counts.get(field) ?? { tp: 0, fp: 0, fn: 0 };
    count[what]++;
    this.counts.set(field, count);
  }

  /** A field that has been looked at counts, also with nothing in it. */
  open(field: string): void {
    if (!this.counts.has(field)) this.counts.set(field, { tp: 0, fp: 0, fn: 0 });
  }

  miss(field: string, verdict: Miss['verdict'], words: string): void {
    this.misses.push({ article: this.article, field, verdict, words });
  }
}
