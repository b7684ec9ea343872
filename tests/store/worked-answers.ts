import neo4j, { type Driver } from 'neo4j-driver';
import type { Worked } from '../cypher/worked.ts';

/** Queries that may choose among what is equally good, so that only how much they find is compared, and why. */
export const TIED: Readonly<Record<string, string>> = {
  '12-programs-in-many-places.cypher': 'of several claims about one program in one place it shows any one',
  '15-connected-pair.cypher': 'of several shortest paths it shows any one',
  '16-shared-programs.cypher': 'the two ends stand in the order of internal ids',
  '23-planned-and-done.cypher': 'names any five places of a group',
};

/** The rows of a worked query without its closing LIMIT, where it has no order of its own to keep them by, sorted. */
export async function answerOf(driver: Driver, file: string, { text, params }: Worked): Promise<string[]> {
  const unlimited = text.replace(/\bLIMIT \d+(?![\s\S]*\bLIMIT\b)/, 'LIMIT 10000000');
  const { records } = await driver.executeQuery(unlimited, params, { routing: 'READ' });
  const rows = records.map((record) => JSON.stringify(record.keys.map((key) => plain(record.get(key)))));
  return file in TIED ? rows.map((_, i) => `row ${i}`) : rows.sort();
}

/** A value without what one database alone knows of it: internal ids. */
function plain(value: unknown): unknown {
  if (neo4j.isNode(value)) return [[...value.labels].sort(), sorted(value.properties)];
  if (neo4j.isRelationship(value)) return [value.type, sorted(value.properties)];
  if (neo4j.isPath(value))
    return [
      plain(value.start),
      ...value.segments.flatMap(({ relationship, end }) => [plain(relationship), plain(end)]),
    ];
  if (neo4j.isInt(value)) return `${value}`;
  if (Array.isArray(value)) return value.map(plain);
  return value !== null && typeof value === 'object' ? sorted(value as Record<string, unknown>) : value;
}

function sorted(properties: Record<string, unknown>): unknown {
  return Object.entries(properties)
    .map(([name, value]) => [name, plain(value)])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}
