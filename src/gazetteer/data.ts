import { readFileSync } from 'node:fs';

/** Reads one of the data files beside this module; they are part of the package, so failing is a fault of ours. */
export function loadJson<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T;
}
