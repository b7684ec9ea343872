import { sketch } from './fact/sketch.ts';
import { type BatchOptions, batches } from './journal/batches.ts';
import { type Entry, entryOf } from './journal/entry.ts';
import { type ReadingOptions, readings } from './readings.ts';
import type { Archive } from './store/archive.ts';
import { thisProcess } from './store/open-archive.ts';
import { type Summary, Tally } from './tally.ts';

/** What a caller may follow, and how it ends a run early: the article at hand is finished and made durable. */
export interface LoadOptions extends ReadingOptions, BatchOptions {
  /** Called when so many articles are acknowledged: on disk, and in the graph. */
  readonly onWritten?: (articles: number) => void;
}

/**
 * The whole pipeline: paths → sources → articles → texts → mentions → claims → records → journal → graph and facts → store.
 * What cannot be read stands in the summary, and the rest goes on; loading the same again changes nothing.
 */
export async function load(paths: readonly string[], archive: Archive, options: LoadOptions = {}): Promise<Summary> {
  const tally = new Tally();
  const writer = await archive.begin(thisProcess('load'));
  let written = 0;
  try {
    for await (const batch of batches(entries(paths, tally, options), options)) {
      written += (await writer.write(batch)).articles;
      options.onWritten?.(written);
    }
  } finally {
    await writer.end();
  }
  return tally.summary();
}

async function* entries(paths: readonly string[], tally: Tally, options: ReadingOptions): AsyncGenerator<Entry> {
  for await (const reading of readings(paths, tally, options))
    yield entryOf(reading, sketch(reading.text.chars, reading.text.offsets));
}
