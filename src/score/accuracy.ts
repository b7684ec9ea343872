import { readFileSync } from 'node:fs';

/** How often claims of one kind are right, and found at all, in articles that no rule was written on. Shares are from 0 to 1. */
export interface KindAccuracy {
  readonly kind: string;
  /** Claims matched by kind and figure, claims that should not be there, claims that are not found. */
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
  readonly precision: number;
  readonly recall: number;
  /** The same where place, asset and stage must be right, too. */
  readonly allRightPrecision: number;
  readonly allRightRecall: number;
}

/** What `docs/scorecard.md` says of the set kept for measuring, for programs. */
export interface Accuracy {
  readonly rulesVersion: string;
  readonly articles: number;
  readonly kinds: readonly KindAccuracy[];
}

let shipped: Accuracy | undefined;

/** The scorecard that this package ships: `npm run scorecard` writes it, and a test fails when it is out of date. */
export function accuracy(): Accuracy {
  shipped ??= JSON.parse(readFileSync(new URL('accuracy.json', import.meta.url), 'utf8')) as Accuracy;
  return shipped;
}
