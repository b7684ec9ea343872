import { join } from 'node:path';
import { RULES_VERSION } from '../claim/rules.ts';
import { Tally } from '../tally.ts';
import type { Accuracy, KindAccuracy } from './accuracy.ts';
import { type Row, scorecard } from './card.ts';
import { scoreFolder } from './folder.ts';

const OF_KIND = /^claims ([A-Z]+)$/;

/** Scores the set that is kept for measuring with the rules as they are. @param folder holds `report/`. */
export async function measuredAccuracy(folder: string): Promise<Accuracy> {
  const tallies = await scoreFolder(join(folder, 'report'), new Tally());
  const rows = scorecard(tallies);
  const allRight = new Map(rows.map((row) => [row.field, row]));
  const kinds = rows.flatMap((row) => {
    const kind = OF_KIND.exec(row.field)?.[1];
    return kind === undefined ? [] : [kindAccuracy(kind, row, allRight.get(`${row.field}, all right`) ?? row)];
  });
  return { rulesVersion: RULES_VERSION, articles: tallies.length, kinds };
}

function kindAccuracy(kind: string, row: Row, strict: Row): KindAccuracy {
  return {
    ...{ kind, right: row.tp, wrong: row.fp, missed: row.fn },
    ...{ precision: rounded(row.precision), recall: rounded(row.recall) },
    ...{ allRightPrecision: rounded(strict.precision), allRightRecall: rounded(strict.recall) },
  };
}

/** To three places, as the page has it. */
function rounded(share: number): number {
  return Math.round(1000 * share) / 1000;
}
