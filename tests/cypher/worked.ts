import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = 'cypher/browser/';

/** A query for Neo4j Browser, as a person pastes it. */
export interface Worked {
  /** The comments above it: what it answers, in English and Chinese. */
  readonly head: readonly string[];
  /** What its `:param` lines set. */
  readonly params: Readonly<Record<string, string>>;
  /** The one statement, without a semicolon. */
  readonly text: string;
}

/** The files of `cypher/browser/`, in order. */
export function workedFiles(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.cypher'))
    .sort();
}

/** Reads one of them. */
export function worked(file: string): Worked {
  const lines = readFileSync(FOLDER + file, 'utf8').split('\n');
  const given = lines.map((line) => /^:param (\w+) => '(.*)';$/.exec(line)).filter((match) => match !== null);
  return {
    head: lines.filter((line) => line.startsWith('//')),
    params: Object.fromEntries(given.map(([, name = '', value = '']) => [name, value])),
    text: lines
      .filter((line) => !/^(:|\/\/)/.test(line))
      .join('\n')
      .trim()
      .replace(/;$/, ''),
  };
}
