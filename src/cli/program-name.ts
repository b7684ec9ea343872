import { XueliangError } from '../errors.ts';
import type { FactTable } from '../fact/table.ts';

/**
 * The id of the program that facts are about: by its id, or by its name where one has it (a local program's id is its place and its
 * name); null where no fact is about one so called.
 * @throws USAGE for a name that several have, with their ids
 */
export function programNamed({ rows }: FactTable, words: string): string | null {
  const ids = new Set(rows.flatMap(({ programIds }) => programIds));
  if (ids.has(words)) return words;
  const [only, ...others] = [...ids].filter((id) => id.split('/').at(-1) === words).sort();
  if (others.length === 0) return only ?? null;
  throw new XueliangError('USAGE', `${words} is one of several programs; give an id: ${[only, ...others].join(', ')}`);
}

/** The same for an option. @throws USAGE where no fact is about one so called, too */
export function programOption(table: FactTable, words: string): string {
  const found = programNamed(table, words);
  if (found === null) throw new XueliangError('USAGE', `no fact is about a program called ${words}`);
  return found;
}
