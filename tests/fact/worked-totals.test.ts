import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FactTable } from '../../src/fact/table.ts';
import { type TotalRequest, totalOf } from '../../src/fact/total.ts';
import { rowOf, type Stated } from './rows.ts';

/** One case worked out by hand from docs/totals.md. */
interface WorkedTotal {
  readonly name: string;
  readonly why: string;
  readonly facts: readonly Stated[];
  readonly ask: TotalRequest;
  readonly expect: {
    readonly figure: number;
    readonly min: number;
    readonly max: number | null;
    readonly upTo: number | null;
    readonly added: readonly string[];
    readonly leftOut: Readonly<Record<string, string>>;
    readonly exact?: boolean;
    readonly disputed?: boolean;
  };
}

const FILE = new URL('totals/cases.json', import.meta.url);
const cases: readonly WorkedTotal[] = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : [];

/** Rivals are rivals of each other, as a store has them; what a case does not say of a fact is not known of it. */
function tableOf({ facts }: WorkedTotal): FactTable {
  const rows = facts.map((fact, i) => rowOf({ publishedYear: null, placeCode: null, ...fact }, i));
  return new FactTable(rows);
}

describe('totals worked out by hand', () => {
  it('are many, each by a name of its own', () => {
    expect(cases.length).toBeGreaterThanOrEqual(40);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });

  it.each(cases.map((worked) => [worked.name, worked] as const))('%s', (_, worked) => {
    const { added, leftOut, ...total } = totalOf(tableOf(worked), worked.ask);
    const found = {
      ...total,
      added: added.map(({ fact }) => fact.id).sort(),
      leftOut: Object.fromEntries(leftOut.map(({ fact, reason }) => [fact.id, reason])),
    };
    expect(found, worked.why).toMatchObject({ ...worked.expect, added: [...worked.expect.added].sort() });
    expect(found.leftOut, worked.why).toEqual(worked.expect.leftOut);
  });
});
