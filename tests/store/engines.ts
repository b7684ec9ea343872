import { existsSync } from 'node:fs';
import { sketch } from '../../src/fact/sketch.ts';
import { gazetteerDivisions } from '../../src/graph/divisions.ts';
import { readings } from '../../src/readings.ts';
import { openStore } from '../../src/store/engines.ts';
import { type ReadArticle, writeRecords } from '../../src/store/load.ts';
import type { Store } from '../../src/store/store.ts';
import { Tally } from '../../src/tally.ts';
import { emptied, SERVERS } from './servers.ts';

/** The embedded engine and Neo4j of each version, to be compared: the first with each other. */
export type Engines = readonly [Store, ...Store[]];

/** All engines, empty; long statements are waited for, for what is asked here is what they say. */
export async function emptyEngines(): Promise<Engines> {
  const stores = SERVERS.map((server) => emptied(server, { statementLimit: 110_000 }));
  return [await openStore('memory:', { statementLimit: 110_000 }), ...(await Promise.all(stores))];
}

/** Does the same to each engine, one after the other. */
export async function each<T>(engines: Engines, what: (store: Store, i: number) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  for (const [i, store] of engines.entries()) done.push(await what(store, i));
  return done;
}

/** Loads the articles into each engine; every second one gets them the other way round, in other batches. */
export async function loadAll(engines: Engines, articles: readonly ReadArticle[]): Promise<void> {
  const turned = [...articles].reverse();
  await each(engines, (store, i) =>
    writeRecords(store, i % 2 === 0 ? articles : turned, gazetteerDivisions, { batchSize: i % 2 === 0 ? 100 : 70 }),
  );
}

/** The articles under a path as they are read, or null where there is no such path. */
export async function readArticles(path: string): Promise<ReadArticle[] | null> {
  if (!existsSync(path)) return null;
  const read: ReadArticle[] = [];
  for await (const { record, text } of readings([path], new Tally()))
    read.push({ record, sketch: sketch(text.chars, text.offsets) });
  return read;
}
