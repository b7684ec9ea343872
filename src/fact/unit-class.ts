import { loadJson } from '../gazetteer/data.ts';

const CLASS_OF = new Map(
  Object.entries(loadJson<Record<string, string[]>>('unit-classes.json')).flatMap(([name, units]) =>
    units.map((unit) => [unit, name] as const),
  ),
);

/** Units that count the same sort of thing (个, 台, 套) are one class; an unknown unit is its own. */
export function unitClass(unit: string | null): string | null {
  if (unit === null || unit === '') return null;
  return CLASS_OF.get(unit) ?? unit;
}
