import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { folder, PAID } from './articles.ts';
import { lines, xueliang } from './terminal.ts';

const MAIN = `${process.cwd()}/dist/cli/main.js`;
const built = existsSync(MAIN);

describe('--help', () => {
  it.each(['extract', 'load', 'query', 'total', 'status', 'check', 'rebuild', 'serve', 'demo'])(
    'of %s teaches with examples',
    async (name) => {
      const { status, out, err } = await xueliang([name, '--help']);
      expect({ status, err }).toEqual({ status: 0, err: '' });
      expect(out).toContain(`Examples:\n  xueliang ${name}`);
    },
  );

  it('names every command, and the version is that of the package', async () => {
    const { out } = await xueliang(['--help']);
    for (const name of ['extract', 'load', 'query', 'total', 'status', 'check', 'rebuild', 'serve', 'demo'])
      expect(out).toContain(`  ${name} `);
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect((await xueliang(['--version'])).out).toBe(`${version}\n`);
    expect((await xueliang([])).status).toBe(2);
  });
});

describe.skipIf(!built)(`the built command${built ? '' : ' (skipped: dist/ is not built; npm run build)'}`, () => {
  it('runs through npx from the checkout', () => {
    const ran = spawnSync('npx', ['--no-install', 'xueliang', '--version'], { encoding: 'utf8' });
    expect(ran.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('ends without a word when its reader has seen enough', () => {
    const command = `for i in 1 2 3 4 5 6 7 8; do echo demo/articles; done | xargs '${process.execPath}' '${MAIN}' extract | head -1 | wc -l; echo "\${PIPESTATUS[0]} \${PIPESTATUS[1]}"`;
    const ran = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
    expect(ran.stderr).toBe('');
    expect(lines(ran.stdout)).toEqual(['1', '0 0']);
  });

  it('reads .env of the working directory, and prints none of it', () => {
    const dir = folder({ '.env': 'XUELIANG_STORE=bolt://127.0.0.1:1\nXUELIANG_NEO4J_PASSWORD=secret\n' });
    const ran = spawnSync(process.execPath, [MAIN, 'status'], {
      cwd: dir.path,
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
    });
    dir.remove();
    expect(ran.status).toBe(1);
    expect(ran.stderr).toContain('bolt://127.0.0.1:1');
    expect(ran.stderr).not.toContain('secret');
  });

  it('demo: loads, asks three questions, serves, and stops on SIGTERM', async () => {
    const child = spawn(process.execPath, [MAIN, 'demo', '--port', '0']);
    const out = await outputUntil(child, /Serving on (\S+)/);
    const url = /Serving on (\S+)/.exec(out)?.[1] ?? '';
    expect(out).toMatch(/articles {2}1\d/);
    expect(out.match(/？.*\?.*http:/g)).toHaveLength(3);
    expect(out).toMatch(/“.+”/);
    expect(await (await fetch(`${url}/healthz`)).json()).toMatchObject({ status: 'ok' });
    const port = new URL(url).port;
    const second = spawnSync(process.execPath, [MAIN, 'demo', '--port', port], { encoding: 'utf8' });
    expect(second.status).toBe(2);
    expect(lines(second.stderr)).toEqual([
      `xueliang: port ${port} on 127.0.0.1 is taken; choose another with --port (USAGE)`,
    ]);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('serve: answers for the store that it is given', async () => {
    const dir = folder({ 'a.txt': PAID });
    writeFileSync(dir.at('.env'), `XUELIANG_STORE=${dir.store}\n`);
    const at = { cwd: dir.path, env: { PATH: process.env.PATH } };
    expect(spawnSync(process.execPath, [MAIN, 'load', 'a.txt'], at).status).toBe(0);
    const child = spawn(process.execPath, [MAIN, 'serve', '--port', '0'], at);
    const url = /served on (\S+)/.exec(await outputUntil(child, /served on \S+/))?.[1] ?? '';
    const body = JSON.stringify({ query: '{ claims(filter: {kind: FUNDED}) { nodes { amountCny quote } } }' });
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(await answer.json()).toMatchObject({ data: { claims: { nodes: [{ amountCny: 3_200_000 }] } } });
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
    dir.remove();
  });

  async function outputUntil(child: ChildProcess, pattern: RegExp): Promise<string> {
    let out = '';
    for await (const chunk of child.stdout ?? []) {
      out += String(chunk);
      if (pattern.test(out)) return out;
    }
    throw new Error(`ended without ${pattern}: ${out}`);
  }
});
