import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
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

/** Texts that the speed is measured on: their megabytes are of UTF-8, as they stand in the files. */
interface Pages {
  readonly name: string;
  readonly sources: readonly Source[];
  readonly texts: readonly string[];
  readonly bytes: number;
}

async function pagesOf(name: string, folder: string): Promise<Pages> {
  const sources: Source[] = [];
  for await (const source of readSources([folder])) if (!(source instanceof Error)) sources.push(source);
  return {
    name,
    sources,
    texts: sources.map((source) => Buffer.from(source.bytes).toString()),
    bytes: sources.reduce((sum, source) => sum + source.bytes.length, 0),
  };
}

/** Real pages, on which the peers were measured first; they are no part of the repository. */
const REAL = '../shared/articles';
/** Short articles that say a claim every 80 bytes. */
const sets = [await pagesOf('dense articles', 'evaluation/write/articles')];
if (existsSync(REAL)) sets.push(await pagesOf('real pages', REAL));
else console.log(`real pages skipped: ${REAL} is not here`);

const gazetteer = Gazetteer.load();
const upper = NameIndex.upper(gazetteer);
const towns = NameIndex.towns([...gazetteer.all()].filter((d) => d.level === 'town'));
const few = { iterations: 7, warmupIterations: 3, time: 500, warmupTime: 500 };
const mbps = (bytesPerSecond: number): string => `${(bytesPerSecond / 1e6).toFixed(2)} MB/s`;

/** Where the time goes, after two rounds to warm up: the shares of the stages. */
function stages({ name, sources, bytes }: Pages): void {
  const spent = new Map<string, number>();
  const timed = <T>(stage: string, run: () => T): T => {
    const began = performance.now();
    const made = run();
    spent.set(stage, (spent.get(stage) ?? 0) + performance.now() - began);
    return made;
  };
  // As many rounds as make about two megabytes, three times.
  const rounds = 3 * Math.ceil(2e6 / bytes);
  const warm = Math.ceil((rounds * 2) / 3);
  for (let round = -warm; round < rounds; round++) {
    if (round === 0) spent.clear();
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
  console.log(`${name}: ${mbps(((bytes * rounds) / all) * 1000)} (bar 5): ${shares.join(', ')}`);
}

/** Libraries that find a part of it, on the same text in the same run; XUELIANG_PEERS names a Python that has them. */
function peers({ name, texts }: Pages): void {
  const python = process.env.XUELIANG_PEERS ?? 'python3';
  const script = fileURLToPath(new URL('peers.py', import.meta.url));
  const ran = spawnSync(python, [script], { input: texts.join('\n'), encoding: 'utf8' });
  if (ran.status !== 0) {
    console.log(`peers skipped: ${python} does not run`);
    return;
  }
  for (const [peer, result] of Object.entries(JSON.parse(ran.stdout) as Record<string, number | string>)) {
    console.log(`${name}, ${peer}: ${typeof result === 'number' ? mbps(result) : `skipped, ${result}`}`);
  }
}

for (const pages of sets) {
  stages(pages);
  peers(pages);
  describe(`${pages.name}: at most 30 times a bare scan (${pages.sources.length}, ${(pages.bytes / 1e6).toFixed(2)} MB)`, () => {
    bench(
      'bare scan for the names of the gazetteer',
      () => {
        for (const text of pages.texts) {
          upper.find(text);
          towns.find(text);
        }
      },
      few,
    );
    bench(
      'whole claims',
      () => {
        for (const source of pages.sources) extract(source);
      },
      few,
    );
  });
}
