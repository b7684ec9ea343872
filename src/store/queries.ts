import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { XueliangError } from '../errors.ts';
import type { Params, Statement, Value } from './store.ts';

/** The folders of `cypher/`. */
export type Folder = 'schema' | 'migrations' | 'write' | 'read';
/** Whose statement it is: both engines', or one's (`*.neo4j.cypher`, `*.grafeo.cypher`). */
export type Dialect = 'both' | 'neo4j' | 'grafeo';

/** One file of `cypher/`. */
export interface CypherFile extends Statement {
  readonly folder: Folder;
  readonly dialect: Dialect;
  /** The comment lines above `params:`: what it answers. */
  readonly purpose: string;
}

const ROOT = fileURLToPath(new URL('../../cypher/', import.meta.url));
const FOLDERS: readonly Folder[] = ['schema', 'migrations', 'write', 'read'];
let loaded: ReadonlyMap<string, CypherFile> | undefined;

/** Every statement, by folder and name. */
export function statements(folder?: Folder): readonly CypherFile[] {
  return [...files().values()].filter((file) => folder === undefined || file.folder === folder);
}

/** The read statement of that name; @throws QUERY_UNKNOWN. */
export function statement(name: string): CypherFile {
  return find('read', name);
}

/** The write statement of that name; @throws QUERY_UNKNOWN. */
export function writeStatement(name: string): CypherFile {
  return find('write', name);
}

function find(folder: Folder, name: string): CypherFile {
  const file = files().get(`${folder}/${name}`);
  if (file === undefined) throw new XueliangError('QUERY_UNKNOWN', `no such query: ${name}`);
  return file;
}

function files(): ReadonlyMap<string, CypherFile> {
  loaded ??= new Map(
    FOLDERS.flatMap((folder) =>
      readdirSync(ROOT + folder)
        .filter((entry) => entry.endsWith('.cypher'))
        .sort()
        .map((entry) => parseFile(folder, entry, withParts(readFileSync(`${ROOT}${folder}/${entry}`, 'utf8'))))
        .map((file) => [`${folder}/${file.name}`, file] as const),
    ),
  );
  return loaded;
}

/**
 * A statement with what it shares with others: a line `//+ NAME` stands for the file of that name in `cypher/parts/`, and brings
 * its parameters. Done once, when files are read: no statement is put together from what a caller gives.
 */
function withParts(source: string): string {
  return source.replace(/^\/\/\+ (\w+)\n/gm, (_, name: string) => {
    const part = readFileSync(`${ROOT}parts/${name}.cypher`, 'utf8');
    return part.replace(/^\/\/ (?!params:).*\n/gm, '');
  });
}

/** Reads a statement's header: purpose, `params: key, place?, first=50`, `columns:`. */
export function parseFile(folder: Folder, entry: string, source: string): CypherFile {
  const [base = '', suffix] = entry.replace(/\.cypher$/, '').split('.');
  const lines = source.split('\n');
  const head = lines.filter((line) => line.startsWith('//')).map((line) => line.slice(2).trim());
  const declared = listed(head, 'params:').map(parameter);
  const optional = declared.filter((p) => p.fallback !== undefined);
  return {
    name: suffix === undefined || folder === 'read' ? base : `${base}.${suffix}`,
    folder,
    dialect: suffix === 'neo4j' || suffix === 'grafeo' ? suffix : 'both',
    purpose: head.filter((line) => !/^(params|columns):/.test(line)).join(' '),
    text: lines
      .filter((line) => !line.startsWith('//'))
      .join('\n')
      .trim(),
    params: declared.map((p) => p.name),
    defaults: Object.fromEntries(optional.map((p) => [p.name, p.fallback ?? null])),
    columns: listed(head, 'columns:'),
  };
}

function listed(head: readonly string[], word: string): string[] {
  return head
    .filter((line) => line.startsWith(word))
    .flatMap((line) => line.slice(word.length).split(','))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** `name` must be given, `name?` may be left out for null, `name=50` and `name='ID'` for that value. */
function parameter(declared: string): { name: string; fallback?: Value } {
  if (declared.endsWith('?')) return { name: declared.slice(0, -1), fallback: null };
  const [name = '', fallback] = declared.split('=');
  if (fallback === undefined) return { name };
  return { name, fallback: /^'.*'$/.test(fallback) ? fallback.slice(1, -1) : Number(fallback) };
}

/**
 * The parameters of a statement, complete.
 * @throws QUERY_PARAMETER for one that is missing, unknown, or no value that an engine holds.
 */
export function bind(statement: Statement, params: Params = {}): Params {
  const unknown = Object.keys(params).find((name) => !statement.params.includes(name));
  if (unknown !== undefined) throw wrong(statement, `has no parameter ${unknown}`);
  const given = Object.entries(params).filter(([, value]) => value !== undefined);
  const all: Params = { ...statement.defaults, ...Object.fromEntries(given) };
  const missing = statement.params.find((name) => !(name in all));
  if (missing !== undefined) throw wrong(statement, `needs the parameter ${missing}`);
  for (const [name, value] of Object.entries(all)) {
    if (!holds(value)) throw wrong(statement, `cannot take that value for ${name}`);
  }
  return all;
}

function wrong(statement: Statement, what: string): XueliangError {
  const takes = statement.params.length === 0 ? 'it takes none' : `it takes ${statement.params.join(', ')}`;
  return new XueliangError('QUERY_PARAMETER', `${statement.name} ${what}; ${takes}`);
}

/** Whether a value means the same on every engine. */
function holds(value: unknown): boolean {
  if (value === null) return true;
  if (Array.isArray(value)) return value.every(holds);
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return ['string', 'boolean', 'bigint'].includes(typeof value);
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(holds);
}
