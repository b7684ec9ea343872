import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadEnvFile } from 'node:process';
import { fileURLToPath } from 'node:url';
import envPaths from 'env-paths';
import { XueliangError } from '../errors.ts';
import type { Archive } from '../store/archive.ts';
import { withoutUser } from '../store/connection.ts';
import { type ArchiveOptions, openArchive } from '../store/open-archive.ts';
import type { Store } from '../store/store.ts';
import { type CommandOption, line, type Options, type Terminal } from './command.ts';
import { neo4jConnection, neo4jCredentials } from './neo4j-settings.ts';

/** The option that every command with a store has. */
export const STORE_OPTION: CommandOption = {
  flags: '--store URL',
  help: 'file:PATH, memory:, bolt://…, neo4j://… or neo4j+s://…; else XUELIANG_STORE, else a file in your data folder',
};

/** How long a statement may take. */
const TIMEOUT_OPTION: CommandOption = {
  flags: '--timeout SECONDS',
  help: 'stop a reading statement after so long; else XUELIANG_TIMEOUT, else 10',
};

/** Where the journal is: of commands that write. */
const JOURNAL_OPTION: CommandOption = {
  flags: '--journal DIR',
  help: 'the journal’s folder; else XUELIANG_JOURNAL, else PATH.journal beside file:PATH, for Neo4j in your data folder',
};

/** Options of commands that read a store. */
export const READING_OPTIONS: readonly CommandOption[] = [STORE_OPTION, TIMEOUT_OPTION];

/** Options of commands that write into a store. */
export const WRITING_OPTIONS: readonly CommandOption[] = [
  STORE_OPTION,
  JOURNAL_OPTION,
  { flags: '--adopt', help: 'take a store that was made from another journal for this one’s' },
  TIMEOUT_OPTION,
];

/** What help pages say of stores. */
export const STORE_HELP = `A store is file:PATH (embedded), memory:, or Neo4j: bolt://…, neo4j://…, neo4j+s://…
Neo4j's user, password, database, authorities and time limits come from XUELIANG_NEO4J_…, in the environment or in .env
here (xueliang help upgrade lists them); secrets are never printed.`;

/** Reads .env of the working directory, if there is one; what the environment says wins. */
export function loadEnv(): void {
  if (existsSync('.env')) loadEnvFile('.env');
}

/** The store's URL: of the option, of the environment, or the user's own file. */
export function storeUrl(options: Options, env: Terminal['env']): string {
  const given = options.store ?? env.XUELIANG_STORE;
  if (typeof given === 'string' && given !== '') return given;
  return `file:${join(dataFolder(), 'xueliang.db')}`;
}

/** The same without user and password. */
export function shown(url: string): string {
  return withoutUser(url);
}

/** What a progress bar has drawn on the line gives way; it is drawn again below. */
const CLEARED = '\r\u001b[K';

/** Opens the store that the user means, with its journal; what is put right on the way is said on standard error. */
export async function openUserArchive(
  options: Options,
  terminal: Pick<Terminal, 'env' | 'stderr'>,
  more: ArchiveOptions,
): Promise<Archive> {
  const { env } = terminal;
  const url = storeUrl(options, env);
  if (withoutUser(url) !== url) {
    throw new XueliangError('USAGE', 'no credentials in --store; set XUELIANG_NEO4J_USER and XUELIANG_NEO4J_PASSWORD');
  }
  const seconds = options.timeout ?? env.XUELIANG_TIMEOUT;
  const journal = journalFolder(url, options, env);
  return openArchive(url, {
    ...(isNeo4j(url) ? { ...neo4jCredentials(env, more.readOnly === true), ...neo4jConnection(env) } : {}),
    ...(seconds ? { statementLimit: 1000 * integer('timeout', seconds, 1, 86_400) } : {}),
    ...(journal === undefined ? {} : { journal }),
    adopt: options.adopt === true,
    notify: (text) => line(terminal.stderr, terminal.stderr.isTTY ? `${CLEARED}${text}` : text),
    ...more,
  });
}

/** Where the journal is, if the user or the engine says so. */
function journalFolder(url: string, options: Options, env: Terminal['env']): string | undefined {
  const given = options.journal ?? env.XUELIANG_JOURNAL;
  if (typeof given === 'string' && given !== '') return given;
  if (!isNeo4j(url)) return undefined;
  const name = `${shown(url).replace(/^[a-z0-9+]+:\/+/, '')}-${env.XUELIANG_NEO4J_DATABASE || 'neo4j'}`;
  return join(dataFolder(), `${name.replace(/[^\w.-]+/g, '_')}.journal`);
}

function isNeo4j(url: string): boolean {
  return !/^(file|memory):/.test(url);
}

function dataFolder(): string {
  return envPaths('xueliang', { suffix: '' }).data;
}

/**
 * As `withArchive`, for commands that only read, unless they say otherwise: a file that is not there is no empty store, but a
 * mistake.
 */
export async function withStoredGraph<T>(
  command: string,
  options: Options,
  terminal: Terminal,
  work: (store: Store, archive: Archive) => Promise<T>,
  readOnly = true,
) {
  const url = storeUrl(options, terminal.env);
  const path = url.startsWith('file://') ? fileURLToPath(url) : url.startsWith('file:') ? url.slice(5) : null;
  if (path !== null && path !== '' && !existsSync(path) && !existsSync(`${path}.journal`)) {
    throw new XueliangError('USAGE', `there is no store at ${path}; xueliang load makes one`);
  }
  const more = { command, readOnly };
  return withArchive(options, terminal, more, (archive) => work(archive.store, archive));
}

/** Opens the user's store for as long as `work` lasts. */
export async function withArchive<T>(
  options: Options,
  terminal: Terminal,
  more: ArchiveOptions,
  work: (archive: Archive) => Promise<T>,
) {
  const archive = await openUserArchive(options, terminal, more);
  try {
    return await work(archive);
  } finally {
    await archive.close();
  }
}

/** `a=1` options as a map; @throws USAGE for one without `=`. */
export function pairs(option: string, given: Options[string]): Record<string, string> {
  const entries = (Array.isArray(given) ? given : []).map((pair: string) => {
    const at = pair.indexOf('=');
    if (at < 1) throw new XueliangError('USAGE', `--${option} takes NAME=VALUE, not ${pair}`);
    return [pair.slice(0, at), pair.slice(at + 1)] as const;
  });
  return Object.fromEntries(entries);
}

/** A whole number from `least` to `most`; @throws USAGE. */
export function integer(option: string, given: Options[string], least: number, most: number): number {
  const value = Number(given);
  if (Number.isInteger(value) && value >= least && value <= most && given !== '') return value;
  throw new XueliangError('USAGE', `--${option} takes a whole number from ${least} to ${most}, not ${String(given)}`);
}
