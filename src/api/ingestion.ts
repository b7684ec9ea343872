import { setImmediate as turn } from 'node:timers/promises';
import type { ExtractionRecord } from '../claim/claim.ts';
import { describe, XueliangError } from '../errors.ts';
import { read } from '../extract.ts';
import { sketch } from '../fact/sketch.ts';
import { entryOf, type ReadingEntry } from '../journal/entry.ts';
import type { Archive, Writer } from '../store/archive.ts';
import { thisProcess } from '../store/open-archive.ts';
import { type ArticleInput, sourceOfInput } from './article-input.ts';

/** What became of one article. */
export interface IngestResult {
  /** Its number among those sent, from 0. */
  readonly index: number;
  readonly outcome: 'written' | 'unchanged' | 'refused' | 'read';
  /** SHA-256 of its bytes; null where it could not be read. */
  readonly articleId: string | null;
  readonly claims: number;
  readonly error: XueliangError | null;
  /** What was read, of a dry run. */
  readonly record: ExtractionRecord | null;
}

/** How far an ingestion is. */
export type IngestionState = 'waiting' | 'running' | 'done' | 'stopped';

/** Articles are acknowledged in groups of so many: on disk, and in the graph. */
const GROUP = 20;

/** Articles on their way into the graph, and what became of each. */
export class Ingestion {
  readonly id: string;
  readonly total: number;
  readonly dryRun: boolean;
  readonly results: IngestResult[] = [];
  state: IngestionState = 'waiting';
  #articles: readonly ArticleInput[];

  constructor(id: string, articles: readonly ArticleInput[], dryRun: boolean) {
    this.id = id;
    this.total = articles.length;
    this.dryRun = dryRun;
    this.#articles = articles;
  }

  /** Reads all articles and writes them, group by group; what goes wrong stands in the results, and nothing is thrown. */
  async run(archive: Archive, signal: AbortSignal): Promise<void> {
    this.state = 'running';
    const writer = this.dryRun ? null : await archive.begin(thisProcess('serve (ingest)')).catch(asError);
    try {
      for (let from = 0; from < this.total && !signal.aborted; from += GROUP) await this.#group(from, writer);
    } finally {
      if (writer !== null && !(writer instanceof XueliangError)) await writer.end().catch(() => undefined);
      this.state = this.results.length < this.total ? 'stopped' : 'done';
      this.#articles = [];
    }
  }

  async #group(from: number, writer: Writer | XueliangError | null): Promise<void> {
    const read: (IngestResult & { readonly entry: ReadingEntry | null })[] = [];
    for (const [i, article] of this.#articles.slice(from, from + GROUP).entries()) {
      read.push(readInput(article, from + i));
      // Reading is work without a pause: other requests get their turn here.
      await turn();
    }
    const outcomeOf =
      writer === null
        ? null
        : await written(
            read.flatMap(({ entry }) => entry ?? []),
            writer,
          );
    for (const { entry, ...result } of read) this.results.push(settled(result, entry, outcomeOf));
  }
}

type Written = ReadonlySet<string> | XueliangError;

/** The ids of the articles that were written, or why none was. */
async function written(entries: readonly ReadingEntry[], writer: Writer | XueliangError): Promise<Written> {
  if (writer instanceof XueliangError) return writer;
  if (entries.length === 0) return new Set();
  return writer.write(entries).then(({ changed }) => new Set(changed), asError);
}

function settled(result: IngestResult, entry: ReadingEntry | null, outcome: Written | null): IngestResult {
  if (entry === null || outcome === null) return { ...result, record: entry?.record ?? null };
  if (outcome instanceof XueliangError) return { ...result, outcome: 'refused', error: outcome };
  return { ...result, outcome: outcome.has(entry.record.article.id) ? 'written' : 'unchanged' };
}

/** A fault of ours in one article is its refusal: the others are not lost. */
function readInput(article: ArticleInput, index: number): IngestResult & { readonly entry: ReadingEntry | null } {
  const plain = { index, outcome: 'refused', articleId: null, claims: 0, record: null, entry: null } as const;
  try {
    const source = sourceOfInput(article, index + 1);
    if (source instanceof XueliangError) return { ...plain, error: source };
    const reading = read(source);
    const entry = entryOf(reading, sketch(reading.text.chars, reading.text.offsets));
    const { record } = entry;
    return {
      ...plain,
      outcome: 'read',
      articleId: record.article.id,
      claims: record.claims.length,
      error: null,
      entry,
    };
  } catch (error) {
    return { ...plain, error: asError(error) };
  }
}

function asError(error: unknown): XueliangError {
  return error instanceof XueliangError ? error : new XueliangError('INTERNAL', describe(error), { cause: error });
}
