import { basename, join } from 'node:path';
import type { ExtractionRecord } from '../claim/claim.ts';
import { readings } from '../readings.ts';
import type { Tally as RunTally } from '../tally.ts';
import { scoreArticle } from './article.ts';
import type { Tally } from './count.ts';
import { baseName, type Gold, readGold } from './gold.ts';

/** What is scored: a record, and the article text that its offsets refer to, if it is there. */
export interface Scored {
  readonly record: ExtractionRecord;
  readonly text: string | null;
}

/**
 * Scores a folder that holds `articles/` and `gold/`: one tally per gold file, in the order of the names.
 * @param records by base name of the article's file; without them the articles are read now.
 * @param run counts what is read, and keeps what failed.
 * @throws SOURCE_NOT_FOUND or GOLD_MALFORMED
 */
export async function scoreFolder(
  dir: string,
  run: RunTally,
  records?: ReadonlyMap<string, Scored>,
): Promise<readonly Tally[]> {
  const gold = readGold(join(dir, 'gold'));
  const read = records ?? (await readAll(join(dir, 'articles'), gold, run));
  return [...gold].map(([name, g]) => scoreArticle(name, g, read.get(name)?.record, read.get(name)?.text ?? null));
}

/** Reads the articles that have gold. */
async function readAll(folder: string, gold: ReadonlyMap<string, Gold>, run: RunTally): Promise<Map<string, Scored>> {
  const paths = [...gold.values()].map(({ article }) => join(folder, basename(article)));
  const read = new Map<string, Scored>();
  for await (const { article, record } of readings(paths, run)) {
    read.set(baseName(article.file), { record, text: article.text });
  }
  return read;
}
