import { XueliangError } from './errors.ts';
import { type Reading, read } from './extract.ts';
import { readSources, type SourceOptions } from './source/read.ts';
import type { Source } from './source/source.ts';
import type { Tally } from './tally.ts';

/** Called for every source in its order, with what became of it. */
export interface ReadingOptions extends SourceOptions {
  readonly onSource?: (uri: string, outcome: Reading | XueliangError) => void;
}

/** Every article under the paths, read through all stages, in order; the tally counts them and keeps what failed. */
export async function* readings(
  paths: readonly string[],
  tally: Tally,
  options: ReadingOptions = {},
): AsyncGenerator<Reading> {
  for await (const source of readSources(paths, options)) {
    const outcome = source instanceof XueliangError ? source : attempt(source);
    options.onSource?.(source instanceof XueliangError ? (source.location.file ?? '') : source.uri, outcome);
    if (outcome instanceof XueliangError) {
      tally.fail(outcome);
      continue;
    }
    tally.add(outcome.record);
    yield outcome;
  }
}

/** A fault of ours in one article is reported as its failure: the others are not lost. */
function attempt(source: Source): Reading | XueliangError {
  try {
    return read(source);
  } catch (error) {
    if (error instanceof XueliangError) return error;
    const location = { file: source.uri };
    return new XueliangError('INTERNAL', `the reader failed: ${String(error)}`, { location, cause: error });
  }
}
