import neo4j, { type Driver } from 'neo4j-driver';
import type { Worked } from '../cypher/worked.ts';

/** Queries that may choose among what is equally good, so that only how much they find is compared, and why. */
export const TIED: Readonly<Record<string, string>> = {
  '12-programs-in-many-places.cypher': 'of several claims about one program in one place it shows any one',
  '15-connected-pair.cypher': 'of several shortest paths it shows any one',
  '16-shared-programs.cypher': 'the two ends stand in the order of internal ids',
  '23-planned-and-done.cypher': 'names any five places of a group',
};

/** Queries with far more rows than a person wants of a large graph: how many of them are asked for, and why not all. */
export const FIRST: Readonly<Record<string, { readonly rows: number; readonly why: string }>> = {
  '11-program-spread.cypher': {
    rows: 1000,
    why: 'each row that is sorted holds the whole list of its program: of 100,000 claims more than a server of 2 GB has',
  },
  '16-shared-programs.cypher': {
    rows: 1_000_000,
    why: 'has a row for every two edges of a program, up to their square',
  },
};
const ALL = 10_000_000;

/** What a worked query found: how many rows, and, but for those in `TIED`, which. */
export interface Answer {
  readonly found: number;
  readonly rows: readonly string[];
}

/** Asks a worked query with its last LIMIT lifted, for without an order of its own it keeps any rows; they are sorted. */
export async function answerOf(driver: Driver, file: string, { text, params }: Worked): Promise<Answer> {
  const lifted = text.replace(/\bLIMIT \d+(?![\s\S]*\bLIMIT\b)/, `LIMIT ${FIRST[file]?.rows ?? ALL}`);
  const asked = file in TIED ? `CALL () {\n${lifted}\n}\nRETURN count(*) AS found` : lifted;
  const { records } = await driver.executeQuery(asked, params, { routing: 'READ' });
  if (file in TIED) return { found: records[0]?.get('found').toNumber(), rows: [] };
  const rows = records.map((record) => JSON.stringify(record.keys.map((key) => plain(record.get(key)))));
  return { found: rows.length, rows: rows.sort() };
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
