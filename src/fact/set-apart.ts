import { payersDiffer } from './payers.ts';
import type { FactRow } from './row.ts';

type SetApart = Map<number, 'payers' | 'purposes'>;

/** Whether a fact is part of another by the words of an article, or of something at its place or above. */
export function isPart({ wholes, scope }: FactRow): boolean {
  return wholes.length > 0 || scope === 'of_which';
}

/**
 * The sums that an article sets apart: those of different payers, and those for different things. It would not tell the same money
 * twice, once for cameras and once for their platform, though two articles might.
 * @param thingOf the one kind of thing that a sum says it is for; null where it is none or several
 * @returns by row number, the numbers of the others
 */
export function setApart(rows: readonly FactRow[], thingOf: (row: FactRow) => string | null): Map<number, SetApart> {
  const found = new Map<number, SetApart>();
  for (const listed of sumsByArticle(rows).values()) {
    const things = listed.map((i) => thingOf(rows[i] as FactRow));
    for (const [at, i] of listed.entries()) {
      for (let next = at + 1; next < listed.length; next++) {
        const j = listed[next] ?? i;
        const rule = ruleOf(rows[i] as FactRow, rows[j] as FactRow, things[at] ?? null, things[next] ?? null);
        if (rule === null) continue;
        found.set(i, (found.get(i) ?? new Map()).set(j, rule));
        found.set(j, (found.get(j) ?? new Map()).set(i, rule));
      }
    }
  }
  return found;
}

function ruleOf(a: FactRow, b: FactRow, thing: string | null, other: string | null): 'payers' | 'purposes' | null {
  if (thing !== null && other !== null && thing !== other) return 'purposes';
  return payersDiffer(a, b) ? 'payers' : null;
}

/** Money that is part of nothing, by the articles that state it. */
function sumsByArticle(rows: readonly FactRow[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  rows.forEach((row, i) => {
    if (row.unit !== 'CNY' || isPart(row)) return;
    for (const article of row.articleIds) {
      const listed = found.get(article);
      if (listed === undefined) found.set(article, [i]);
      else listed.push(i);
    }
  });
  return found;
}
