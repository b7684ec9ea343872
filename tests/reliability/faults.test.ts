import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Journal } from '../../src/journal/journal.ts';
import { articleLines, writeArticles } from './articles.ts';
import { acknowledged, engineOf, MAIN, place, type Run, run, soundDigest, start } from './commands.ts';
import { type Fault, LONG, recordFaults } from './table.ts';

const ARTICLES = LONG ? 200 : 80;
const KILLS = LONG ? 20 : 2;
const FLIPS = LONG ? 20 : 3;
const reason = !existsSync(MAIN)
  ? 'dist/ is not built; npm run build'
  : process.platform === 'linux'
    ? null
    : 'needs /proc';
/** The long form tries several faults at a time, each in a folder of its own. */
const options = { timeout: 3_600_000, concurrent: LONG };

describe.skipIf(reason !== null)(
  `a load under faults${reason === null ? '' : ` (skipped: ${reason})`}`,
  options,
  () => {
    const faults: Fault[] = [];
    const home = place();
    const articles = join(home.path, 'articles');
    let expected = '';
    let duration = 0;
    let size = 0;

    beforeAll(async () => {
      writeArticles(articles, ARTICLES);
      const began = Date.now();
      const ran = await run('load', articles, '--store', home.store);
      expect(ran, ran.err).toMatchObject({ status: 0 });
      duration = Date.now() - began;
      size = bytesIn(home.journal);
      expected = await soundDigest(home.store);
    }, 600_000);
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the pattern, and gives the suite second
    afterAll(({}, suite) => {
      home.remove();
      recordFaults(suite, faults);
    });

    const load = (store: string, ...more: string[]) => run('load', articles, '--store', store, ...more);

    /** The same load again gives the undisturbed digest. */
    async function recovers(store: string): Promise<void> {
      const again = await load(store);
      expect(again, again.err).toMatchObject({ status: 0 });
      expect(await soundDigest(store)).toBe(expected);
    }

    async function inPlace(work: (at: ReturnType<typeof place>) => Promise<void>): Promise<void> {
      const at = place();
      try {
        await work(at);
      } finally {
        at.remove();
      }
    }

    async function loaded(work: (at: ReturnType<typeof place>) => Promise<void>): Promise<void> {
      await inPlace(async (at) => {
        expect(await load(at.store)).toMatchObject({ status: 0 });
        await work(at);
      });
    }

    /** A moment of a load, told by how far it is, for machines are never equally fast; one in five while it starts. */
    async function randomMoment(running: Run, at: ReturnType<typeof place>): Promise<void> {
      if (Math.random() < 0.2) return wait(Math.random() * duration * 0.2);
      const target = Math.random() * size;
      while (running.process.exitCode === null && bytesIn(at.journal) < target) await wait(2);
      await wait(Math.random() * duration * 0.1);
    }

    it.each(['parent', 'engine', 'parent and engine'])('kill -9 of the %s', async (who) => {
      let acked = 0;
      let finished = 0;
      for (let i = 0; i < KILLS; i++) {
        await inPlace(async (at) => {
          const running = start('load', articles, '--store', at.store);
          await randomMoment(running, at);
          const engine = engineOf(running.process.pid);
          if (who !== 'engine') running.process.kill('SIGKILL');
          if (who !== 'parent' && engine !== null) killed(engine);
          const { status, err } = await running.done;
          if (status === 0) finished += 1;
          if (who === 'engine') expect(status, err).toBe(0);
          const safe = acknowledged(err);
          acked += safe;
          if (existsSync(at.journal) && safe > 0)
            expect((await Journal.open(at.journal)).last).toBeGreaterThanOrEqual(safe);
          await recovers(at.store);
        });
      }
      if (LONG) expect(acked).toBeGreaterThan(ARTICLES);
      const how = who === 'engine' ? 'the load went on by itself' : `${KILLS - finished} loads ended midway`;
      faults.push({
        fault: `\`kill -9\` of the ${who} at a random moment of a load of ${ARTICLES} articles, then the same load again`,
        times: KILLS,
        seen: `${how}; ${acked} articles acknowledged before, none lost; same digest`,
      });
    });

    it('Ctrl-C', async () => {
      await inPlace(async (at) => {
        const running = start('load', articles, '--store', at.store);
        while (acknowledged(running.err()) === 0 && running.process.exitCode === null) await wait(20);
        running.process.kill('SIGINT');
        const { status, err } = await running.done;
        const said = /Stopped after (\d+) articles, at .*\.txt: they are safe/.exec(err);
        if (status !== 0) {
          expect(status).toBe(130);
          expect((await Journal.open(at.journal)).last).toBe(Number(said?.[1]));
        }
        await recovers(at.store);
        faults.push({
          fault: 'Ctrl-C (SIGINT) during a load',
          times: 1,
          seen: `exit ${status}, “${said?.[0].replace(articles, '…')}”; same digest`,
        });
      });
    });

    /** A load that has written sixty articles and waits for more on standard input. */
    async function held(store: string) {
      const running = start('load', '-', '--store', store);
      running.process.stdin?.write(articleLines(60));
      while (acknowledged(running.err()) < 50 && running.process.exitCode === null) await wait(20);
      const end = async () => {
        running.process.stdin?.end();
        expect(await running.done).toMatchObject({ status: 0 });
        expect((await run('status', '--store', store)).out).toMatch(/Article +60\n/);
      };
      return { pid: running.process.pid, end };
    }

    it('Ctrl-C while nothing comes', async () => {
      await inPlace(async (at) => {
        const running = start('load', '-', '--store', at.store);
        running.process.stdin?.write(articleLines(60));
        while (acknowledged(running.err()) < 50 && running.process.exitCode === null) await wait(20);
        await wait(1500);
        running.process.kill('SIGINT');
        const { status, err } = await running.done;
        expect(status).toBe(130);
        expect(err).toMatch(/^Stopped after 60 articles, at -#60: they are safe\./m);
      });
    });

    it('two loads at once', async () => {
      await inPlace(async (at) => {
        const first = await held(at.store);
        for (const command of ['load', 'rebuild']) {
          const second = await run(command, ...(command === 'load' ? [articles] : []), '--store', at.store);
          expect(second.status).toBe(1);
          expect(second.err).toMatch(
            /^xueliang: xueliang load \(process \d+, since .*\) is writing .*\(STORE_LOCKED\)\n$/,
          );
          expect(second.err).toContain(`process ${first.pid}`);
        }
        await first.end();
        faults.push({
          fault: 'a second `load`, or a `rebuild`, while a load runs',
          times: 2,
          seen: 'refused, naming process, command and start of the first (STORE_LOCKED); the first is not disturbed',
        });
      });
    });

    it('readers during a load', async () => {
      await inPlace(async (at) => {
        const writer = await held(at.store);
        const rounds = LONG ? 10 : 1;
        for (let i = 0; i < rounds; i++) {
          for (const command of [['status'], ['query', 'whoPaid'], ['check', '--digest']]) {
            const read = await run(...command, '--store', at.store);
            expect(read, read.err).toMatchObject({ status: 0, err: '' });
            expect(read.out).not.toBe('');
          }
        }
        await writer.end();
        faults.push({
          fault: '`status`, `query` and `check` while a load runs',
          times: 3 * rounds,
          seen: 'all answered through the load’s socket; the load is not disturbed',
        });
      });
    });

    it('a load while a server has the store, and the server killed', async () => {
      await loaded(async (at) => {
        rmSync(at.path, { recursive: true });
        mkdirSync(at.path);
        await run('load', join(articles, '0000.txt'), '--store', at.store);
        const server = start('serve', '--port', '0', '--store', at.store);
        await lockOf(at.file);
        const running = start('load', articles, '--store', at.store);
        while (acknowledged(running.err()) === 0 && running.process.exitCode === null) await wait(20);
        server.process.kill('SIGKILL');
        expect((await running.done).status, running.err()).toBe(0);
        expect(await soundDigest(at.store)).toBe(expected);
        faults.push({
          fault: 'a load through a server, which is killed midway',
          times: 1,
          seen: 'the load took the store over and finished; same digest',
        });
      });
    });

    it('a flipped byte and a cut in the tail of the journal', async () => {
      await loaded(async (at) => {
        for (let i = 0; i < FLIPS; i++) {
          const file = lastSegment(at.journal);
          const { last } = await Journal.open(at.journal);
          const { size } = statSync(file);
          const from = readFileSync(file).lastIndexOf(0x0a, size - 2) + 1;
          if (i % 2 === 0) truncateSync(file, from + 1 + Math.floor(Math.random() * (size - from - 1)));
          else flip(file, from + Math.floor(Math.random() * (size - from)));
          const ran = await load(at.store);
          expect(ran, ran.err).toMatchObject({ status: 0 });
          expect(ran.err).toMatch(
            /journal: \d+\.log ended in \d+ bytes at \d+ that are no whole entry; cut off, kept in/,
          );
          expect(ran.err).toContain('the store has 1 entries that the journal');
          expect((await Journal.open(at.journal)).last).toBe(last);
          expect(await soundDigest(at.store)).toBe(expected);
        }
        faults.push({
          fault: 'the journal’s last entry flipped in one byte, or cut',
          times: FLIPS,
          seen: 'reported with segment and offset, cut back, bytes kept aside, graph rebuilt; the load brought the entry back: same digest',
        });
      });
    });

    it('a flipped byte before the tail of the journal', async () => {
      for (let i = 0; i < Math.ceil(FLIPS / 4); i++) {
        await loaded(async (at) => {
          const file = lastSegment(at.journal);
          flip(file, Math.floor(Math.random() * (statSync(file).size / 2)));
          const ran = await load(at.store);
          expect(ran.status).toBe(1);
          expect(ran.err).toMatch(/\d+\.log:@\d+: the journal does not read here.*\(JOURNAL_DAMAGED\)/);
          expect((await run('rebuild', '--store', at.store)).err).toContain('JOURNAL_DAMAGED');
          const saved = await run('rebuild', '--salvage', '--store', at.store);
          expect(saved, saved.err).toMatchObject({ status: 0 });
          expect(saved.err).toContain(`${ARTICLES - 1} entries kept`);
          await recovers(at.store);
        });
      }
      faults.push({
        fault: 'the journal flipped in one byte before its tail',
        times: Math.ceil(FLIPS / 4),
        seen: 'load and rebuild refuse with segment and offset (JOURNAL_DAMAGED); `rebuild --salvage` kept all other entries; load again: same digest',
      });
    });

    it('a flipped byte, a cut and a loss of the store', async () => {
      await loaded(async (at) => {
        let rebuilt = 0;
        for (let i = 0; i < FLIPS; i++) {
          const { size } = statSync(at.file);
          if (i % 3 === 0) flip(at.file, Math.floor(Math.random() * size));
          else if (i % 3 === 1) truncateSync(at.file, Math.floor(Math.random() * size));
          else rmSync(at.file);
          const ran = await load(at.store);
          expect(ran, ran.err).toMatchObject({ status: 0 });
          if (/rebuilt from the journal|written into the graph/.test(ran.err)) rebuilt += 1;
          expect(await soundDigest(at.store)).toBe(expected);
        }
        faults.push({
          fault: 'the store’s file flipped in one byte, cut short, or deleted',
          times: FLIPS,
          seen: `${rebuilt} times moved aside and rebuilt from the journal, saying so; else the byte was unused; same digest`,
        });
      });
    });

    it('a write-ahead log cut, flipped or lost after a kill', async () => {
      let caught = 0;
      for (let i = 0; i < FLIPS; i++) {
        await inPlace(async (at) => {
          const running = start('load', articles, '--store', at.store);
          while (acknowledged(running.err()) === 0 && running.process.exitCode === null) await wait(5);
          running.process.kill('SIGKILL');
          await running.done;
          const wal = `${at.file}.wal`;
          const logs = existsSync(wal) ? readdirSync(wal).map((name) => join(wal, name)) : [];
          const log = logs.find((file) => statSync(file).isFile() && statSync(file).size > 100);
          if (i % 3 === 2) rmSync(wal, { recursive: true, force: true });
          else if (log !== undefined && i % 3 === 0) truncateSync(log, Math.floor(statSync(log).size * Math.random()));
          else if (log !== undefined) flip(log, Math.floor(statSync(log).size * Math.random()));
          const again = await load(at.store);
          expect(again, again.err).toMatchObject({ status: 0 });
          if (/written into the graph|rebuilt/.test(again.err)) caught += 1;
          expect(await soundDigest(at.store)).toBe(expected);
        });
      }
      faults.push({
        fault: 'the store’s log cut, flipped or deleted after a kill',
        times: FLIPS,
        seen: `${caught} times the graph was behind its journal or did not read, and was made good from it; same digest`,
      });
    });

    const mounts = spawnSync('sh', [
      '-c',
      'd=$(mktemp -d) && mount -t tmpfs -o size=64k tmpfs "$d" && umount "$d"; s=$?; rmdir "$d"; exit $s',
    ]);
    const mayMount = mounts.status === 0;

    const full = `a full disk and a read-only folder${mayMount ? '' : ' (skipped: needs the right to mount)'}`;

    it.skipIf(!mayMount)(full, async () => {
      for (const size of LONG ? ['300k', '700k', '1200k', '2m', '4m'] : ['700k']) {
        await inPlace(async (at) => {
          const small = join(at.path, 'small');
          mkdirSync(small);
          expect(spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', small]).status).toBe(0);
          try {
            const store = `file:${join(small, 'a.db')}`;
            const stuck = await load(store);
            expect(stuck.status, stuck.err).toBe(1);
            expect(stuck.err).toContain('(STORE_FULL)');
            expect(stuck.err.trim().split('\n').at(-1)).toMatch(/^xueliang: .*full/);
            spawnSync('mount', ['-o', 'remount,size=200m', small]);
            if (acknowledged(stuck.err) > 0)
              expect((await Journal.open(`${join(small, 'a.db')}.journal`)).last).toBeGreaterThanOrEqual(
                acknowledged(stuck.err),
              );
            await recovers(store);
            spawnSync('mount', ['-o', 'remount,ro', small]);
            for (const command of [['load', articles], ['status']]) {
              const ran = await run(...command, '--store', store);
              expect(ran.status).toBe(1);
              expect(ran.err).toMatch(/^xueliang: .*cannot be written to \(STORE_READ_ONLY\)\n$/);
            }
            spawnSync('mount', ['-o', 'remount,rw', small]);
            await recovers(store);
          } finally {
            spawnSync('umount', ['-l', small]);
          }
        });
      }
      faults.push(
        {
          fault: 'a disk that fills up during a load (tmpfs of 300 kB to 4 MB), then has room again',
          times: LONG ? 5 : 1,
          seen: 'one line (STORE_FULL), nothing acknowledged lost; the same load again: same digest',
        },
        {
          fault: 'a data folder that cannot be written to',
          times: LONG ? 10 : 2,
          seen: 'one line (STORE_READ_ONLY), nothing changed',
        },
      );
    });
  },
);

function killed(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself just now.
  }
}

/** The size of a journal so far; 0 before there is one. */
function bytesIn(journal: string): number {
  if (!existsSync(journal)) return 0;
  return readdirSync(journal).reduce((sum, name) => sum + (statOf(join(journal, name))?.size ?? 0), 0);
}

/** A file that may be gone since it was listed. */
const statOf = (file: string) => statSync(file, { throwIfNoEntry: false });

function lastSegment(journal: string): string {
  const names = readdirSync(journal).filter((name) => name.endsWith('.log'));
  return join(journal, names.sort().at(-1) ?? '');
}

function flip(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(Math.random() * 8));
  writeFileSync(file, bytes);
}

async function lockOf(file: string): Promise<void> {
  while (!existsSync(`${file}.lock`)) await wait(10);
}
