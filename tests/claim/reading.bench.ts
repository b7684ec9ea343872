import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bench, describe } from 'vitest';
import { readArticle } from '../../src/article/read.ts';
import { findClaims } from '../../src/claim/find.ts';
import { toRecord } from '../../src/claim/record.ts';
import { Scene } from '../../src/claim/scene.ts';
import { extract } from '../../src/extract.ts';
import { Gazetteer } from '../../src/gazetteer/gazetteer.ts';
import { NameIndex } from '../../src/mention/place-index.ts';
import { readMentions } from '../../src/mention/read.ts';
import { readSources } from '../../src/source/read.ts';
import type { Source } from '../../src/source/source.ts';
import { readText } from '../../src/text/read.ts';

const sources: Source[] = [];
for await (const source of readSources(['evaluation/write/articles'])) {
  if (!(source instanceof Error)) sources.push(source);
}
const pages = sources.map((source) => Buffer.from(source.bytes).toString());
const size = sources.reduce((sum, source) => sum + source.bytes.length, 0);
const gazetteer = Gazetteer.load();
const upper = NameIndex.upper(gazetteer);
const towns = NameIndex.towns([...gazetteer.all()].filter((d) => d.level === 'town'));
const few = { iterations: 5, warmupIterations: 2, time: 0, warmupTime: 0 };
const mbps = (bytesPerSecond: number): string => `${(bytesPerSecond / 1e6).toFixed(2)} MB/s`;

/** Where the time goes, after two rounds to warm up: milliseconds per stage and their shares. */
function stages(): void {
  const spent = new Map<string, number>();
  const timed = <T>(stage: string, run: () => T): T => {
    const began = performance.now();
    const made = run();
    spent.set(stage, (spent.get(stage) ?? 0) + performance.now() - began);
    return made;
  };
  for (let round = 0; round < 5; round++) {
    if (round === 2) spent.clear();
    for (const source of sources) {
      const article = timed('article', () => readArticle(source));
      const text = timed('text', () => readText(article));
      const mentions = timed('mention', () => readMentions(text));
      const scene = new Scene(text, mentions);
      const claims = timed('claim', () => findClaims(scene));
      timed('record', () => toRecord(scene, claims));
    }
  }
  const all = [...spent.values()].reduce((sum, ms) => sum + ms, 0);
  const shares = [...spent].map(([stage, ms]) => `${stage} ${Math.round((100 * ms) / all)} %`);
  console.log(`reading ${mbps(((size * 3) / all) * 1000)}: ${shares.join(', ')}`);
}

/** Libraries that find a part of it, on the same text in the same run; XUELIANG_PEERS names a Python that has them. */
function peers(): void {
  const python = process.env.XUELIANG_PEERS ?? 'python3';
  const script = fileURLToPath(new URL('peers.py', import.meta.url));
  const ran = spawnSync(python, [script], { input: pages.join('\n'), encoding: 'utf8' });
  if (ran.status !== 0) {
    console.log(`peers skipped: ${python} does not run`);
    return;
  }
  for (const [peer, result] of Object.entries(JSON.parse(ran.stdout) as Record<string, number | string>)) {
    console.log(`${peer}: ${typeof result === 'number' ? mbps(result) : `skipped, ${result}`}`);
  }
}

stages();
peers();

describe(`${sources.length} articles, ${(size / 1e6).toFixed(2)} MB`, () => {
  bench(
    'bare scan for the names of the gazetteer',
    () => {
      for (const page of pages) {
        upper.find(page);
        towns.find(page);
      }
    },
    few,
  );
  bench(
    'whole claims',
    () => {
      for (const source of sources) extract(source);
    },
    few,
  );
});
