import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ExtractionRecord } from '../claim/claim.ts';
import { XueliangError } from '../errors.ts';
import { parseRecords } from './records.ts';

/** The clone that this command runs from: `src/cli/` and `dist/cli/` stand two folders below it. */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** A record is far smaller than its article; a corpus may have many. */
const LONGEST_OUTPUT = 2 ** 30;

/**
 * Reads the paths with the rules of a git revision of this clone: it is checked out aside, built with the dependencies
 * that are installed here, run, and removed.
 * @throws USAGE when this is no clone, or has no such revision, or it does not build.
 */
export function readAtRevision(revision: string, paths: readonly string[]): ExtractionRecord[] {
  const git = (...args: string[]) => run('git', ['-C', ROOT, ...args], revision);
  if (!existsSync(join(ROOT, '.git'))) throw new XueliangError('USAGE', 'rev: needs a git clone of Xueliang');
  const commit = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`).trim();
  const folder = mkdtempSync(join(tmpdir(), 'xueliang-revision-'));
  try {
    git('worktree', 'add', '--detach', '--force', folder, commit);
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    run(process.execPath, [join(folder, 'scripts/build.mjs')], revision);
    const main = join(folder, 'dist/cli/main.js');
    const jsonl = run(process.execPath, [main, 'extract', ...paths.map((path) => resolve(path))], revision, true);
    return parseRecords(jsonl, `rev:${revision}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    git('worktree', 'prune');
  }
}

/** Runs a program to its end and gives what it printed; `partly`: what could not be read has been named, the rest counts. */
function run(program: string, args: readonly string[], revision: string, partly = false): string {
  try {
    const stdio = ['ignore', 'pipe', partly ? 'inherit' : 'pipe'] as const;
    return execFileSync(program, args, { encoding: 'utf8', maxBuffer: LONGEST_OUTPUT, stdio: [...stdio] });
  } catch (cause) {
    const { stdout, status } = cause as { stdout?: string; status?: number };
    if (partly && status === 1 && stdout) return stdout;
    throw new XueliangError('USAGE', `rev:${revision} is no revision that can be built here`, { cause });
  }
}
