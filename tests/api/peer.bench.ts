import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import neo4j, { type Driver } from 'neo4j-driver';
import { bench, describe } from 'vitest';
import { missingTools, neo4jAdmin, startNeo4j } from '../../scripts/neo4j-jars.mjs';
import { serve } from '../../src/api/server.ts';
import { writeNeo4jAdmin } from '../../src/export/neo4j-admin.ts';
import { gazetteerDivisions } from '../../src/graph/divisions.ts';
import { openStore } from '../../src/store/engines.ts';
import { wholeGraph } from '../../src/store/whole-graph.ts';
import { generatedArticles } from '../store/generated-articles.ts';
import { type Answered, QUESTIONS, type Question, type Run, type Variables } from './peer-questions.ts';
import { peerServer } from './peer-server.ts';

const CLAIMS = Number(process.env.XUELIANG_BENCH_CLAIMS ?? 200_000);
/** A folder to keep the filled database in from one run to the next. */
const KEPT = process.env.XUELIANG_BENCH_HOME;
const ROUNDS = 5;
/** Milliseconds that each side is asked for in a round, and by how many at a time. */
const SPELL = Number(process.env.XUELIANG_BENCH_SPELL ?? 2500);
const AT_ONCE = 8;
/** Questions asked one after the other in each round, to compare how long one takes. */
const SINGLE = 60;
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

type Ask = (variables: Variables) => Promise<Answered>;

/** Asks an API over HTTP; @throws what it answers with errors. */
function over(url: string, query: string): Ask {
  const named = new Set([...query.matchAll(/\$(\w+):/g)].map(([, name]) => name));
  return (variables) => {
    const given = Object.fromEntries(Object.entries(variables).filter(([name]) => named.has(name)));
    const body = JSON.stringify({ query, variables: given });
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    return new Promise((resolve, reject) => {
      const sent = request(url, { method: 'POST', agent, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const { data, errors } = JSON.parse(Buffer.concat(parts).toString());
          if (errors) reject(new Error(`${url}: ${JSON.stringify(errors).slice(0, 1000)}`));
          else resolve(data);
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  };
}

/** Runs the hand-written statements by the driver alone, and makes JSON of their rows, as who answers with them must. */
function bare(driver: Driver, asking: Question['bare']): Ask {
  const options = { routing: neo4j.routing.READ };
  const run: Run = async (text, variables = {}) => {
    const given = Object.fromEntries(
      Object.entries(variables).map(([name, value]) => [name, typeof value === 'number' ? neo4j.int(value) : value]),
    );
    return (await driver.executeQuery(text, given, options)).records.map((record) => record.toObject());
  };
  return async (variables) => {
    const rows = await asking(run, variables);
    JSON.stringify(rows);
    return rows;
  };
}

interface Sides {
  readonly ours: Ask;
  readonly peer: Ask;
  readonly bare: Ask;
}

/** How long single answers took, in milliseconds, and how many came in a second. */
interface Spell {
  readonly times: readonly number[];
  readonly perSecond: number;
}

/** Asks as many at a time as `AT_ONCE` for a while. */
async function spell(ask: Ask, asked: readonly Variables[]): Promise<Spell> {
  const times: number[] = [];
  const began = performance.now();
  let next = 0;
  const client = async () => {
    while (performance.now() - began < SPELL) {
      const start = performance.now();
      await ask(asked[next++ % asked.length] ?? {});
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, client));
  return { times, perSecond: times.length / ((performance.now() - began) / 1000) };
}

function share(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

const median = (times: readonly number[]) => share(times, 0.5);

/** One answer at a time from ours and the bare driver in turn; the ratio of their medians. */
async function single({ ours, bare: driver }: Sides, asked: readonly Variables[], round: number) {
  const [mine, theirs]: [number[], number[]] = [[], []];
  const timed = async (ask: Ask, into: number[], variables: Variables) => {
    const start = performance.now();
    await ask(variables);
    into.push(performance.now() - start);
  };
  for (let i = 0; i < SINGLE; i++) {
    const variables = asked[(i + round) % asked.length] ?? {};
    const both = [() => timed(ours, mine, variables), () => timed(driver, theirs, variables)];
    for (const one of i % 2 === 0 ? both : both.reverse()) await one();
  }
  return { ours: median(mine), bare: median(theirs), ratio: median(mine) / median(theirs) };
}

/** All three must say the same, or their speed says nothing. */
async function compare({ name, same }: Question, sides: Sides, asked: readonly Variables[]): Promise<void> {
  for (const variables of asked) {
    const [ours, peer, driver] = await Promise.all([
      sides.ours(variables),
      sides.peer(variables),
      sides.bare(variables),
    ]);
    const answers = [same.ours(ours), same.peer(peer), same.bare(driver)];
    if (answers.every((answer) => isDeepStrictEqual(answer, answers[0]))) continue;
    const shown = answers.map((answer) => JSON.stringify(answer).slice(0, 600)).join('\n');
    throw new Error(`${name}: not the same answer to ${JSON.stringify(variables)}:\n${shown}`);
  }
}

interface Measured {
  readonly throughput: number;
  readonly latency: number;
}

async function measure(question: Question, sides: Sides, asked: readonly Variables[]): Promise<Measured> {
  await compare(question, sides, asked);
  await Promise.all([sides.ours, sides.peer].map((ask) => spell(ask, asked)));
  const [ours, peer, singles]: [Spell[], Spell[], Awaited<ReturnType<typeof single>>[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round++) {
    const turns = [
      async () => void ours.push(await spell(sides.ours, asked)),
      async () => void peer.push(await spell(sides.peer, asked)),
    ];
    for (const turn of round % 2 === 0 ? turns : turns.reverse()) await turn();
    singles.push(await single(sides, asked, round));
  }
  const throughput = median(ours.map(({ perSecond }, i) => perSecond / (peer[i]?.perSecond ?? Number.NaN)));
  const latency = median(singles.map(({ ratio }) => ratio));
  const [p99, peerP99] = [ours, peer].map((spells) =>
    share(
      spells.flatMap(({ times }) => times),
      0.99,
    ),
  );
  const [rate, peerRate] = [ours, peer].map((spells) => median(spells.map(({ perSecond }) => perSecond)).toFixed(0));
  console.log(
    `${question.name}: ${throughput.toFixed(2)} times the throughput (${rate} to ${peerRate} a second), p99 ${p99?.toFixed(0)} to ` +
      `${peerP99?.toFixed(0)} ms; one at a time ${latency.toFixed(2)} times the bare driver ` +
      `(${median(singles.map((s) => s.ours)).toFixed(1)} to ${median(singles.map((s) => s.bare)).toFixed(1)} ms); load ${loadavg()[0]?.toFixed(1)}`,
  );
  return { throughput, latency };
}

/** Fills a new home with generated claims by Neo4j's own import. */
async function fill(home: string): Promise<void> {
  const csv = mkdtempSync(join(tmpdir(), 'xueliang-peer-csv-'));
  try {
    await writeNeo4jAdmin(wholeGraph(generatedArticles(CLAIMS), gazetteerDivisions), join(csv, 'graph'));
    const args = ['database', 'import', 'full', 'neo4j', '@import.args'];
    neo4jAdmin(args, { home, cwd: join(csv, 'graph'), heap: '2g' });
  } finally {
    rmSync(csv, { recursive: true, force: true });
  }
}

async function run(): Promise<readonly Measured[]> {
  const home = KEPT ?? mkdtempSync(join(tmpdir(), 'xueliang-peer-'));
  if (!existsSync(join(home, 'data', 'databases', 'neo4j'))) await fill(home);
  const server = await startNeo4j({ home, heap: '2g', pageCache: '512m' });
  const store = await openStore(server.bolt);
  const driver = neo4j.driver(server.bolt, undefined, { disableLosslessIntegers: true });
  try {
    await store.migrate();
    await driver.executeQuery('CALL db.awaitIndexes(600)');
    const ours = await serve(store, { port: 0, bounds: { rate: 0, concurrent: AT_ONCE, busy: AT_ONCE } });
    const peer = await peerServer(driver);
    const measured: Measured[] = [];
    for (const question of QUESTIONS.filter(({ name }) => name.includes(process.env.XUELIANG_BENCH_QUESTION ?? ''))) {
      const sides = {
        ours: over(`${ours.url}/graphql`, question.ours),
        peer: over(peer.url, question.peer),
        bare: bare(driver, question.bare),
      };
      measured.push(await measure(question, sides, await question.asked(driver)));
    }
    agent.destroy();
    await Promise.all([ours.close(), peer.close()]);
    return measured;
  } finally {
    await Promise.all([store.close(), driver.close()]);
    await server.stop();
    if (KEPT === undefined) rmSync(home, { recursive: true, force: true });
  }
}

const reason = missingTools();
if (reason === null) {
  const measured = await run();
  const ratios = measured.map(({ throughput }) => throughput);
  console.log(
    `in all: ${median(ratios).toFixed(2)} times the throughput of @neo4j/graphql, ${Math.min(...ratios).toFixed(2)} at the least; ` +
      `up to ${Math.max(...measured.map(({ latency }) => latency)).toFixed(2)} times the latency of the bare driver`,
  );
} else {
  console.warn(`@neo4j/graphql is not compared with: ${reason}`);
}

describe('Cursors of programs', () => {
  const once = { iterations: 1, warmupIterations: 0, time: 0, warmupTime: 0 };
  bench('are read', () => void QUESTIONS.length, once);
});
