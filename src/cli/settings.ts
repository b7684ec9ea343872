import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadEnvFile } from 'node:process';
import { fileURLToPath } from 'node:url';
import envPaths from 'env-paths';
import { XueliangError } from '../errors.ts';
import { openStore } from '../store/engines.ts';
import type { Store } from '../store/store.ts';
import type { CommandOption, Options, Terminal } from './command.ts';

/** The option that every command with a store has. */
export const STORE_OPTION: CommandOption = {
  flags: '--store URL',
  help: 'file:PATH, memory:, bolt://…, neo4j://… or neo4j+s://…; else XUELIANG_STORE, else a file in your data folder',
};

/** What help pages say of stores. */
export const STORE_HELP = `A store is file:PATH (embedded), memory:, or Neo4j: bolt://…, neo4j://…, neo4j+s://…
Neo4j's credentials come from XUELIANG_NEO4J_USER, XUELIANG_NEO4J_PASSWORD and XUELIANG_NEO4J_DATABASE,
in the environment or in .env here; they are never printed.`;

/** Reads .env of the working directory, if there is one; what the environment says wins. */
export function loadEnv(): void {
  if (existsSync('.env')) loadEnvFile('.env');
}

/** The store's URL: of the option, of the environment, or the user's own file. */
export function storeUrl(options: Options, env: Terminal['env']): string {
  const given = options.store ?? env.XUELIANG_STORE;
  if (typeof given === 'string' && given !== '') return given;
  return `file:${join(envPaths('xueliang', { suffix: '' }).data, 'xueliang.db')}`;
}

/** The same without user and password. */
export function shown(url: string): string {
  return url.replace(/\/\/[^/@]*@/, '//');
}

/** Opens the store that the user means. */
export async function openUserStore(options: Options, env: Terminal['env']): Promise<Store> {
  const url = storeUrl(options, env);
  if (/\/\/[^/@]*@/.test(url)) {
    throw new XueliangError('USAGE', 'no credentials in --store; set XUELIANG_NEO4J_USER and XUELIANG_NEO4J_PASSWORD');
  }
  const { XUELIANG_NEO4J_USER: username, XUELIANG_NEO4J_PASSWORD: password, XUELIANG_NEO4J_DATABASE: database } = env;
  return openStore(url, {
    ...(username ? { username } : {}),
    ...(password ? { password } : {}),
    ...(database ? { database } : {}),
  });
}

/** As `withStore`, for commands that only read: a file that is not there is no empty store, but a mistake. */
export async function withStoredGraph<T>(options: Options, env: Terminal['env'], work: (store: Store) => Promise<T>) {
  const url = storeUrl(options, env);
  const path = url.startsWith('file://') ? fileURLToPath(url) : url.startsWith('file:') ? url.slice(5) : null;
  if (path !== null && path !== '' && !existsSync(path)) {
    throw new XueliangError('USAGE', `there is no store at ${path}; xueliang load makes one`);
  }
  return withStore(options, env, work);
}

/** Opens the user's store for as long as `work` lasts. */
export async function withStore<T>(options: Options, env: Terminal['env'], work: (store: Store) => Promise<T>) {
  const store = await openUserStore(options, env);
  try {
    return await work(store);
  } finally {
    await store.close();
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
