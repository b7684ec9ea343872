import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What was done to it, how often, and what was seen. */
export interface Fault {
  readonly fault: string;
  readonly times: number;
  readonly seen: string;
}

interface Tasks {
  readonly name: string;
  readonly tasks: readonly { readonly name: string; readonly result?: { readonly state: string } | undefined }[];
}

const folder = process.env.XUELIANG_FAULTS;

/** Whether this is `npm run test:long`, which tries everything often and writes the table down. */
export const LONG = folder !== undefined;

/** Keeps what a suite saw for the table of `docs/reliability.md`, with the names of those of its tests that did not pass. */
export function recordFaults(suite: Tasks, faults: readonly Fault[]): void {
  if (folder === undefined) return;
  const missing = suite.tasks.filter(({ result }) => result?.state !== 'pass').map(({ name }) => name);
  writeFileSync(join(folder, `${suite.name.replace(/\W+/g, '-')}.json`), JSON.stringify({ faults, missing }));
}
