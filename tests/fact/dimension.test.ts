import { describe, expect, it } from 'vitest';
import { type Dimension, groupsOf } from '../../src/fact/dimension.ts';
import { selected } from '../../src/fact/selection.ts';
import { FactTable } from '../../src/fact/table.ts';
import { totalsAmong } from '../../src/fact/total.ts';
import { type Grouping, totalsBy } from '../../src/fact/total-groups.ts';
import { generatedFacts } from './generated.ts';

const table = new FactTable(generatedFacts(4000));
const categories = new Map([
  ['雪亮工程', 'video_surveillance'],
  ['天网工程', 'video_surveillance'],
  ['平安建设', 'campaign'],
]);

function groups(by: readonly Dimension[], kind: string) {
  const numbers = selected(table, { kind }, categories);
  const rows = numbers.flatMap((number) => table.rows[number] ?? []);
  const found = groupsOf(rows, { by, places: { below: null }, categories });
  return found.map(({ keys, members }) => ({ keys, numbers: members.map((i) => numbers[i] ?? -1) }));
}

describe('groups of generated facts', () => {
  it.each(['place', 'year', 'program', 'asset'] as const)('by %s have the totals of the command', (by: Grouping) => {
    for (const kind of ['DEPLOYED', 'FUNDED', 'STAFFED'] as const) {
      const sums = groups([by], kind)
        .filter(({ keys }) => keys[0] !== null)
        .map(({ keys, numbers }) => {
          const asset = by === 'asset' ? { asset: String(keys[0]) } : {};
          const [total] = totalsAmong(table, numbers, { kind, ...asset });
          return [keys[0], total?.figure, total?.upTo, total?.added.length, total?.leftOut.length];
        });
      const said = totalsBy(table, { kind }, by).map(({ key, total }) => [
        ...[key, total.figure, total.upTo, total.added.length, total.leftOut.length],
      ]);
      expect(sums).toEqual(said);
      expect(sums.length).toBeGreaterThan(1);
    }
  });

  it('by several dimensions split those by one, and lose none', () => {
    const byPlace = new Map(groups(['place'], 'FUNDED').map(({ keys, numbers }) => [keys[0], new Set(numbers)]));
    const split = new Map<string | null | undefined, Set<number>>();
    for (const { keys, numbers } of groups(['place', 'category', 'agencyType', 'stage'], 'FUNDED')) {
      const seen = split.get(keys[0]) ?? new Set<number>();
      for (const number of numbers) seen.add(number);
      split.set(keys[0], seen);
    }
    expect(split).toEqual(byPlace);
  });

  it('selects by category, type of body and scope as the facts say', () => {
    const all = selected(table, { category: 'campaign', agencyType: 'finance', scope: 'new' }, categories);
    const expected = table.rows.flatMap((row, i) =>
      row.programIds.includes('平安建设') &&
      row.actorRefs.some((ref) => ref.includes('/finance/')) &&
      row.scope === 'new'
        ? [i]
        : [],
    );
    expect(expected.length).toBeGreaterThan(5);
    expect(all).toEqual(expected);
  });
});
