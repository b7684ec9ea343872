import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkInvariants } from '../../src/store/check.ts';
import { digest } from '../../src/store/digest.ts';
import { openArchive } from '../../src/store/open-archive.ts';

/** The built command: what is killed here is what users run. */
export const MAIN = join(process.cwd(), 'dist/cli/main.js');

/** A run of the command line in a process of its own. */
export interface Run {
  readonly process: ChildProcess;
  readonly done: Promise<{ readonly status: number | null; readonly out: string; readonly err: string }>;
  /** What it has said on standard error so far. */
  err(): string;
}

export function start(...args: string[]): Run {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  if (!args.includes('-')) child.stdin.end();
  const said = { out: '', err: '' };
  child.stdout.on('data', (data) => (said.out += data));
  child.stderr.on('data', (data) => (said.err += data));
  const done = once(child, 'close').then(([status]) => ({ status: status as number | null, ...said }));
  return { process: child, done, err: () => said.err };
}

export function run(...args: string[]) {
  return start(...args).done;
}

/** How many articles a load has said are safe. */
export function acknowledged(err: string): number {
  return Number([...err.matchAll(/^(\d+) articles loaded$/gm)].at(-1)?.[1] ?? 0);
}

/** The process of the engine that a command has started; Linux only. */
export function engineOf(pid: number | undefined): number | null {
  const file = `/proc/${pid}/task/${pid}/children`;
  const children = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  return children === '' ? null : Number(children.split(' ')[0]);
}

/** The digest of a store, after a look at what it promises. */
export async function soundDigest(url: string): Promise<string> {
  const archive = await openArchive(url);
  try {
    const violations = await checkInvariants(archive.store);
    if (violations.length > 0) throw new Error(JSON.stringify(violations.slice(0, 3)));
    return await digest(archive.store);
  } finally {
    await archive.close();
  }
}

/** A folder for one trial. */
export function place() {
  const path = mkdtempSync(join(tmpdir(), 'xueliang-fault-'));
  return {
    path,
    store: `file:${join(path, 'a.db')}`,
    file: join(path, 'a.db'),
    journal: join(path, 'a.db.journal'),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
