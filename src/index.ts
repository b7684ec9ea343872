export { type Served, type ServeOptions, serve } from './api/server.ts';
export type { Article, Span } from './article/article.ts';
export { readArticle } from './article/read.ts';
export type {
  Actor,
  Asset,
  Claim,
  ClaimKind,
  Evidence,
  ExtractionRecord,
  RecordAgency,
  RecordPlace,
  RecordProgram,
  Scope,
  Stage,
} from './claim/claim.ts';
export { describe, type ErrorCode, type Location, XueliangError } from './errors.ts';
export { extract, type Reading, read } from './extract.ts';
export { type Entry, entryOf, type JournalEntry } from './journal/entry.ts';
export { Journal } from './journal/journal.ts';
export type { Damage } from './journal/scan.ts';
export { type LoadOptions, load } from './load.ts';
export type { Mention } from './mention/mention.ts';
export { type Mentions, readMentions } from './mention/read.ts';
export { readSources, type SourceOptions } from './source/read.ts';
export type { MediaType, Source } from './source/source.ts';
export type { Acknowledged, Archive, Writer } from './store/archive.ts';
export { checkInvariants, type Violation } from './store/check.ts';
export { digest } from './store/digest.ts';
export { openStore } from './store/engines.ts';
export { writeRecords } from './store/load.ts';
export { type ArchiveOptions, openArchive, thisProcess } from './store/open-archive.ts';
export { statement, statements } from './store/queries.ts';
export type { Hit, Params, Row, Statement, Store, Value } from './store/store.ts';
export type { Summary } from './tally.ts';
export { readText } from './text/read.ts';
export type { Text } from './text/text.ts';
