import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../src/api/server.ts';
import { load } from '../../src/load.ts';
import { openArchive } from '../../src/store/open-archive.ts';

/** The demo articles on a free port, and open to who bears the token. */
export interface ServedDemo {
  readonly url: string;
  readonly token: string;
  /** A folder for what clients write; it goes with the server. */
  readonly folder: string;
  close(): Promise<void>;
}

/** An article of nobody's that denies what the demo articles say of 东营市: 3557 new cameras. */
export const DENIAL = {
  title: '东营市今年新增探头4100个',
  date: '2017-12-29',
  outlet: '示例日报',
  text: '东营市综治部门抓“雪亮工程”，全市新增视频监控探头4100个。',
};

/** Loads the demo articles into a store on disk and serves it. */
export async function servedDemo(): Promise<ServedDemo> {
  const token = 'a-token-of-the-tests';
  const folder = mkdtempSync(join(tmpdir(), 'xueliang-clients-'));
  const archive = await openArchive(`file:${join(folder, 'demo.db')}`);
  await load(['demo/articles'], archive);
  const served = await serve(archive.store, { port: 0, writing: { archive, token } });
  return {
    url: served.url,
    token,
    folder,
    close: async () => {
      await served.close();
      await archive.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What a program printed. */
export interface Printed {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program while this process goes on serving; a program that there is not has status null. */
export function run(
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
  cwd = process.cwd(),
): Promise<Printed> {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => (printed[stream] += text));
  }
  return new Promise((resolve) => {
    child.on('error', ({ message }) => resolve({ status: null, stdout: '', stderr: message }));
    child.on('close', (status) => resolve({ status, ...printed }));
  });
}

/** Whether a program is missing; in CI none is missed silently. */
export async function lacks(command: string): Promise<boolean> {
  return process.env.CI === undefined && (await run(command, ['--version'])).status !== 0;
}
