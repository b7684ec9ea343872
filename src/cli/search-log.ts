import { XueliangError } from '../errors.ts';
import { Counties } from '../fact/county.ts';
import type { Search } from '../fact/coverage.ts';
import { territory } from '../fact/place-tree.ts';
import { type Division, Gazetteer } from '../gazetteer/gazetteer.ts';
import { shortNames } from '../gazetteer/short-name.ts';
import { readSources } from '../source/read.ts';
import type { Source } from '../source/source.ts';

/** What a search log says, by code of the division, and its lines that say nothing. */
export interface SearchLog {
  readonly searches: ReadonlyMap<string, readonly Search[]>;
  readonly failures: readonly XueliangError[];
}

const YES = new Set(['true', 'yes', 'y', '1', '是', '有']);
const NO = new Set(['', 'false', 'no', 'n', '0', '否', '无']);

/**
 * Reads a search log, CSV or JSONL: `code` or `name` of a county-level division or zone, the day (`on`), and, where told, `where` it
 * was searched and whether something was `found`. A line that is none is a failure with its place, and the rest goes on.
 */
export async function readSearchLog(file: string, year: number): Promise<SearchLog> {
  const searches = new Map<string, Search[]>();
  const failures: XueliangError[] = [];
  const resolver = new Resolver(new Counties(year));
  for await (const source of readSources([file])) {
    try {
      if (source instanceof XueliangError) throw source;
      const { code, search } = lineOf(source, resolver);
      const listed = searches.get(code);
      if (listed === undefined) searches.set(code, [search]);
      else listed.push(search);
    } catch (error) {
      if (!(error instanceof XueliangError)) throw error;
      failures.push(error);
    }
  }
  return { searches, failures };
}

function lineOf({ uri, mediaType, bytes }: Source, resolver: Resolver): { code: string; search: Search } {
  const [file = uri, line] = uri.split(/#(?=\d+$)/);
  const location = line === undefined ? { file } : { file, line: Number(line) };
  const fail = (what: string) => new XueliangError('RECORD_MALFORMED', what, { location });
  if (mediaType !== 'application/json')
    throw fail('a search log is a CSV or JSONL file: code or name, on, where, found');
  const record = JSON.parse(Buffer.from(bytes).toString('utf8')) as Readonly<Record<string, unknown>>;
  const field = (name: string) => String(record[name] ?? '').trim();
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(field('on'))) throw fail('on is the day of the search, such as 2026-11-26');
  const found = field('found').toLowerCase();
  if (!YES.has(found) && !NO.has(found)) throw fail(`found is yes or no, not ${found}`);
  const code = resolver.codeOf(field('code'), field('name'), fail);
  return { code, search: { on: field('on'), where: field('where') || null, found: YES.has(found) } };
}

/** Finds the divisions that lines name; a log has thousands of lines. */
class Resolver {
  readonly #counties: Counties;
  #names: ReadonlyMap<string, ReadonlySet<string>> | undefined;

  constructor(counties: Counties) {
    this.#counties = counties;
  }

  codeOf(code: string, name: string, fail: (what: string) => XueliangError): string {
    if (code === '' && name === '') throw fail('a line needs code or name');
    if (code !== '') {
      if (this.#isSearched(code)) return code;
      throw fail(`${code} is the code of no county-level division and of no zone`);
    }
    this.#names ??= namesOf((division) => this.#isSearched(division.code));
    const codes = [...(this.#names.get(name) ?? [])].sort();
    if (codes.length === 1 && codes[0] !== undefined) return codes[0];
    if (codes.length === 0) throw fail(`no county-level division and no zone is called ${name}`);
    throw fail(`${name} is one of ${codes.length} divisions; give a code: ${codes.map(named).join(', ')}`);
  }

  #isSearched(code: string): boolean {
    const home = Gazetteer.load().get(code) === undefined ? null : this.#counties.homeOf(code);
    return home !== null && home.at !== 'above';
  }
}

/** By full, own and short name the codes of the divisions; a county that only got another code is one. */
function namesOf(isSearched: (division: Division) => boolean): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const division of Gazetteer.load().all()) {
    if (division.level === 'town' || division.level === 'province' || !isSearched(division)) continue;
    for (const name of [division.name, division.ownName, ...shortNames(division, null)]) {
      names.set(name, (names.get(name) ?? new Set()).add(territory(division.code)));
    }
  }
  return names;
}

function named(code: string): string {
  return `${code} ${Gazetteer.load().get(code)?.name ?? ''}`;
}
