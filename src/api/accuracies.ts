import { accuracy, type KindAccuracy } from '../score/accuracy.ts';

/** What the shipped scorecard says of the kinds of claims that an answer rests on. */
export function accuraciesOf(kinds: readonly string[]): readonly KindAccuracy[] {
  const { rulesVersion, articles, kinds: measured } = accuracy();
  return measured.filter(({ kind }) => kinds.includes(kind)).map((one) => ({ ...one, rulesVersion, articles }));
}
