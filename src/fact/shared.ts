import type { FactRow } from './row.ts';
import type { FactTable } from './table.ts';
import { namesSeveral } from './thing.ts';

/**
 * Tells money that its words tie to more than the one thing that it is set beside: it buys several counted things, its words
 * name several kinds (监控平台和探头), or the same words count something else too (投资3.5亿元，新装摄像机31000台，创建技防村4722个).
 * Such money says only what the thing cost at most.
 * @param pairs the pairs of money and thing that will be asked about
 */
export function sharedMoney(
  table: FactTable,
  pairs: readonly (readonly [FactRow, FactRow])[],
): (money: FactRow, bought: FactRow) => boolean {
  const beside = countedByArticle(table, new Set(pairs.flatMap(([money]) => money.articleIds)));
  const paid = new Set(pairs.map(([, { id }]) => id));
  return (money, bought) => {
    if (namesSeveral(money.assetText)) return true;
    if (money.buys.some((id) => id !== bought.id && isCounted(table.get(id)))) return true;
    // What has money of its own, or is bought by this money too, was not paid for in passing.
    const competing = (other: FactRow) => !paid.has(other.id) && competes(other, money, bought);
    return money.articleIds.some((id) => beside.get(id)?.some(competing) === true);
  };
}

/** Whether a fact counts things or posts. */
export function isCounted(row: FactRow | undefined): row is FactRow {
  return row !== undefined && (row.kind === 'DEPLOYED' || row.kind === 'STAFFED') && (row.figure ?? 0) > 0;
}

function countedByArticle(table: FactTable, articles: ReadonlySet<string>): Map<string, FactRow[]> {
  const found = new Map<string, FactRow[]>();
  for (const row of table.rows) {
    if (!isCounted(row)) continue;
    for (const id of row.articleIds) {
      if (!articles.has(id)) continue;
      const listed = found.get(id);
      if (listed === undefined) found.set(id, [row]);
      else listed.push(row);
    }
  }
  return found;
}

/** Whether the words of the money also count another thing: of another kind anywhere in them, of its own kind before the tie. */
function competes(other: FactRow, money: FactRow, bought: FactRow): boolean {
  if (other.id === bought.id || other.wholes.includes(bought.id) || bought.wholes.includes(other.id)) return false;
  if (other.rivals.includes(bought.id)) return false;
  if (money.quote.includes(other.quote)) return true;
  return other.quote.includes(money.quote) && (other.asset !== bought.asset || other.asset === 'other');
}
