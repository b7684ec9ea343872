import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { afterAll, bench, describe } from 'vitest';
import { startNeo4j } from '../../scripts/neo4j-jars.mjs';
import { LIST_SEPARATOR } from '../../src/export/csv-table.ts';
import { ARGUMENTS, writeNeo4jAdmin } from '../../src/export/neo4j-admin.ts';
import { gazetteerDivisions } from '../../src/graph/divisions.ts';
import { digest } from '../../src/store/digest.ts';
import { openStore } from '../../src/store/engines.ts';
import { writeRecords } from '../../src/store/load.ts';
import type { Params, WriteBatch } from '../../src/store/store.ts';
import { wholeGraph } from '../../src/store/whole-graph.ts';
import { generatedArticles } from './generated-articles.ts';
import { emptyGraph, generatedRows, split, writeRows } from './graph-rows.ts';

/** Our rows, batched, against LOAD CSV of the same rows, and against a statement for each claim: one server, turn by turn. */
const CLAIMS = Number(process.env.XUELIANG_BENCH_CLAIMS ?? 10_000);
const RUNS = 5;
const SIZE = 2000;
const WRITERS = 2;
/** How often sizes of batches and numbers of writers are compared, in turns. */
const SIZES_RUNS = Number(process.env.XUELIANG_BENCH_SIZES ?? 0);
/** Claims that are written one by one, and how often: each time takes minutes on a busy machine. */
const ALONE = 500;
const ALONE_RUNS = 3;

const folder = mkdtempSync(join(tmpdir(), 'xueliang-load-csv-'));
const csv = join(folder, 'csv');
const { nodes, relationships } = await writeNeo4jAdmin(wholeGraph(generatedArticles(CLAIMS), gazetteerDivisions), csv);
const server = await startNeo4j({
  heap: '2g',
  settings: [`server.directories.import=${csv}`, 'dbms.security.allow_csv_import_from_file_urls=true'],
});
const driver = neo4j.driver(server.bolt);
const store = await openStore(server.bolt);
const rows = await generatedRows(CLAIMS);
console.log(`${CLAIMS} claims: ${nodes} nodes, ${relationships} relationships`);

afterAll(async () => {
  await store.close();
  await driver.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** `--nodes=Claim=./Claim.header.csv,./Claim.csv` as the LOAD CSV that fills the graph with it. */
function loadCsv(argument: string): string {
  const [, word = '', files = ''] = argument.split('=');
  const [header = '', data = ''] = files.replaceAll('./', '').split(',');
  const [label = '', type, to = ''] = header
    .replace(/\.header\.csv$/, '')
    .replace(/\.\d+$/, '')
    .split('-');
  const columns = readFileSync(join(csv, header), 'utf8').split(',');
  const put = type === undefined ? putNode(word, columns) : putLink(label, word, to, columns);
  const load = `LOAD CSV FROM 'file:///${encodeURIComponent(data)}' AS row`;
  return `${load} CALL (row) { ${put} } IN TRANSACTIONS OF ${SIZE} ROWS`;
}

function putNode(label: string, [lead = '', ...columns]: readonly string[]): string {
  const key = lead.split(':')[0];
  return `MERGE (n:${label} {${key}: row[0]}) SET n.${key} = row[0]${setting('n', columns, 1)}`;
}

const KEYS: Readonly<Record<string, string>> = { Place: 'code', Outlet: 'name', Asset: 'kind' };

function putLink(from: string, type: string, to: string, [, , ...columns]: readonly string[]): string {
  const end = (name: string, label: string, i: number) =>
    `MATCH (${name}:${label} {${KEYS[label] ?? 'id'}: row[${i}]})`;
  // As our statements do, so that busy nodes cost neither side more than the other.
  const drawn = columns.some((column) => /^(factId|articleId):/.test(column)) ? 'CREATE' : 'MERGE';
  const set = setting('r', columns, 2).replace(/^,/, 'SET');
  return `${end('a', from, 0)} ${end('b', to, 1)} ${drawn} (a)-[r:${type}]->(b) ${set}`;
}

/** Every column as the type that its header names. */
function setting(name: string, columns: readonly string[], from: number): string {
  return columns
    .map((column, i) => {
      const [property = '', type = 'string'] = column.split(':');
      return `, ${name}.${property} = ${typed(`row[${from + i}]`, type)}`;
    })
    .join('');
}

function typed(cell: string, type: string): string {
  if (type.endsWith('[]')) return type === 'string[]' ? parts(cell) : `[x IN ${parts(cell)} | toInteger(x)]`;
  const to = { long: 'toInteger', double: 'toFloat', boolean: 'toBoolean' }[type];
  return to === undefined ? cell : `${to}(${cell})`;
}

function parts(cell: string): string {
  return `split(${cell}, '${LIST_SEPARATOR}')`;
}

const loads = readFileSync(join(csv, ARGUMENTS), 'utf8')
  .split('\n')
  .filter((line) => /^--(nodes|relationships)=/.test(line))
  .map(loadCsv);

async function byLoadCsv(): Promise<void> {
  const session = driver.session();
  for (const text of loads) await session.run(text);
  await session.close();
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

function median(of: readonly number[]): number {
  return [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0;
}

/** Medians of both, run in turns, from an empty graph each time. */
async function inTurns(
  runs: number,
  before: () => Promise<void>,
  works: readonly (() => Promise<void>)[],
): Promise<number[]> {
  const took: number[][] = works.map(() => []);
  for (let run = 0; run < runs; run++) {
    for (const [i, work] of works.entries()) {
      await emptyGraph(driver);
      await before();
      took[i]?.push(await seconds(work));
      if (process.env.XUELIANG_BENCH_SAY) console.log(`  run ${run + 1}.${i + 1}: ${took[i]?.at(-1)?.toFixed(2)} s`);
    }
  }
  return took.map(median);
}

const nothing = async () => undefined;
const ours = (size: number, writers: number) => () => writeRows(store, rows, size, writers);

// Both must leave the same graph behind; it also warms the server up.
await byLoadCsv();
const [loaded] = [await digest(store), await emptyGraph(driver)];
await ours(SIZE, WRITERS)();
if ((await digest(store)) !== loaded) throw new Error('LOAD CSV and we do not load the same graph');

if (SIZES_RUNS > 0) {
  const pairs = [1, 2, 4].flatMap((writers) => [500, 2000, 10_000].map((size) => ({ size, writers })));
  const rates = await inTurns(
    SIZES_RUNS,
    nothing,
    pairs.map(({ size, writers }) => ours(size, writers)),
  );
  for (const [i, { size, writers }] of pairs.entries())
    console.log(`${writers} writers, ${size} rows: ${rates[i]?.toFixed(2)} s`);
  // What `load` and `rebuild` do: articles, with what is asked of the graph before and what follows from them.
  const articles = [...generatedArticles(CLAIMS / 4)];
  const sizes = [25, 50, 100, 200, 400];
  const loads = sizes.map(
    (batchSize) => async () => void (await writeRecords(store, articles, gazetteerDivisions, { batchSize })),
  );
  const took = await inTurns(SIZES_RUNS, nothing, loads);
  for (const [i, size] of sizes.entries())
    console.log(`${articles.length} articles loaded, ${size} per transaction: ${took[i]?.toFixed(2)} s`);
}

const [us = 0, them = 0] = await inTurns(RUNS, nothing, [ours(SIZE, WRITERS), byLoadCsv]);
console.log(
  `graph rows: ours ${us.toFixed(2)} s, LOAD CSV ${them.toFixed(2)} s, speed ${(them / us).toFixed(2)} times`,
);

/** What a loader without batches would send for a claim, with all that joins it to its neighbours. */
const ONE = `MERGE (c:Claim {id: $key}) SET c = $properties
WITH c MATCH (a:Article {id: $properties.articleId}) MERGE (a)-[:REPORTED]->(c)
WITH c
CALL (c) { UNWIND $AtPlace AS key MATCH (n:Place {code: key}) MERGE (c)-[:AT]->(n) RETURN count(*) AS places }
CALL (c) { UNWIND $AboutProgram AS key MATCH (n:Program {id: key}) MERGE (c)-[:ABOUT]->(n) RETURN count(*) AS programs }
CALL (c) { UNWIND $ByAgency AS key MATCH (n:Agency {id: key}) MERGE (c)-[:BY]->(n) RETURN count(*) AS agencies }
CALL (c) { UNWIND $ByPlace AS key MATCH (n:Place {code: key}) MERGE (c)-[:BY]->(n) RETURN count(*) AS actors }
RETURN places + programs + agencies + actors AS joined`;
const JOINS = ['AtPlace', 'AboutProgram', 'ByAgency', 'ByPlace'];

const isClaim = ({ statement: { name } }: WriteBatch) => name === 'putClaim';
const joins = rows.links.filter(({ statement: { name } }) => JOINS.some((join) => name === `linkClaim${join}`));
const reported = rows.links.filter(({ statement: { name } }) => name === 'linkArticleReportedClaim');
const claims = (rows.nodes.find(isClaim)?.rows ?? []).slice(0, ALONE);
const ids = new Set(claims.map(({ key }) => key));
const only = (batches: readonly WriteBatch[], end: string) =>
  batches.map(({ statement, rows: all }) => ({ statement, rows: all.filter((row) => ids.has(row[end] as string)) }));
const claimLinks = [...only(joins, 'from'), ...only(reported, 'to')];
const putClaims = { statement: rows.nodes.find(isClaim)?.statement as WriteBatch['statement'], rows: claims };

/** The parameters of each single statement, made beforehand. */
const each: readonly Params[] = claims.map(({ key, properties }) => {
  const ends = (join: string) =>
    claimLinks
      .filter(({ statement: { name } }) => name === `linkClaim${join}`)
      .flatMap((batch) => batch.rows.filter(({ from }) => from === key).map(({ to }) => to as string));
  const whole = (value: unknown): unknown => (Number.isInteger(value) ? neo4j.int(value as number) : value);
  const given = Object.entries(properties as object).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.map(whole) : whole(value),
  ]);
  return { key, properties: Object.fromEntries(given), ...Object.fromEntries(JOINS.map((join) => [join, ends(join)])) };
}) as readonly Params[];

async function oneByOne(): Promise<void> {
  const session = driver.session();
  for (const params of each) await session.run(ONE, params);
  await session.close();
}

async function batched(): Promise<void> {
  await store.write(split([putClaims], SIZE));
  await store.write(split(claimLinks, SIZE));
}

/** What claims are joined to stands already. */
async function neighbours(): Promise<void> {
  for (const part of split(
    rows.nodes.filter((batch) => !isClaim(batch)),
    SIZE,
  ))
    await store.write([part]);
}

const [together = 0, alone = 0] = await inTurns(ALONE_RUNS, neighbours, [batched, oneByOne]);
console.log(
  `${claims.length} claims with their relationships: batched ${together.toFixed(2)} s, ` +
    `a statement each ${alone.toFixed(2)} s, speed ${(alone / together).toFixed(1)} times`,
);

describe('loading graph rows into Neo4j', () => {
  const once = { iterations: 1, warmupIterations: 0, time: 0, warmupTime: 0 };
  bench('batched UNWIND', async () => void (await inTurns(1, nothing, [ours(SIZE, WRITERS)])), once);
  bench('LOAD CSV', async () => void (await inTurns(1, nothing, [byLoadCsv])), once);
});
