import { Gazetteer } from './gazetteer/gazetteer.ts';
import type { Divisions } from './graph/build.ts';
import { type ReadingOptions, readings } from './readings.ts';
import { type ReadArticle, type Written, writeRecords } from './store/load.ts';
import type { Store } from './store/store.ts';
import { type Summary, Tally } from './tally.ts';

/** What a caller may follow: every source as it is read, and how much is written so far. */
export interface LoadOptions extends ReadingOptions {
  readonly onWritten?: (total: Written) => void;
}

/**
 * The whole pipeline: paths → sources → articles → texts → mentions → claims → records → graph and facts → store.
 * What cannot be read stands in the summary, and the rest goes on; loading the same again changes nothing.
 */
export async function load(paths: readonly string[], store: Store, options: LoadOptions = {}): Promise<Summary> {
  const tally = new Tally();
  await writeRecords(store, articles(paths, tally, options), divisions, options);
  return tally.summary();
}

/** What the store takes of each reading: the record, and the words by which copies are told. */
async function* articles(paths: readonly string[], tally: Tally, options: ReadingOptions): AsyncGenerator<ReadArticle> {
  for await (const { record, text } of readings(paths, tally, options)) yield { record, text: text.chars };
}

const divisions: Divisions = (code) => {
  const gazetteer = Gazetteer.load();
  const division = gazetteer.get(code);
  return division === undefined ? [] : gazetteer.chain(division);
};
