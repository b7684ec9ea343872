import { describe, expect, it } from 'vitest';
import { BOUNDS } from '../../src/api/bounds.ts';
import { serveOptions } from '../../src/cli/serve.ts';
import { lines, xueliang } from './terminal.ts';

/** The options that a command line and an environment come to, and what was said of them. */
function options(given: object, env: Record<string, string> = {}) {
  const said: string[] = [];
  const stderr = { write: (text: string) => said.push(text) } as unknown as NodeJS.WritableStream;
  const terminal = { stdin: process.stdin, stdout: process.stdout, stderr, env };
  return { ...serveOptions({ port: '0', host: '127.0.0.1', ...given }, terminal, 'info'), said: said.join('') };
}

describe('xueliang serve', () => {
  it('listens on this machine alone, and warns in two languages of anything wider', () => {
    for (const host of ['127.0.0.1', '127.8.8.8', 'localhost', '::1']) expect(options({ host }).said, host).toBe('');
    for (const host of ['0.0.0.0', '::', '192.168.1.2', 'example.org', '1127.0.0.1']) {
      const { said } = options({ host });
      expect(lines(said), host).toHaveLength(2);
      expect(said).toMatch(new RegExp(`warning: ${host.replaceAll('.', '\\.')} is open[^]*注意：`));
    }
  });

  it('takes what is allowed from its options, else from the environment', () => {
    const env = {
      XUELIANG_HOSTS: 'a.example, b.example',
      XUELIANG_LIMITS: 'rate=5,depth=3',
      XUELIANG_LOG: 'warn',
      XUELIANG_PROXIES: '',
    };
    expect(options({}, env)).toMatchObject({
      ...{
        allowedHosts: ['a.example', 'b.example'],
        bounds: { rate: 5, depth: 3 },
        proxies: [],
        log: { level: 'warn' },
      },
    });
    expect(options({ allowHost: ['c.example'], limit: ['rate=6'], log: 'error' }, env)).toMatchObject({
      ...{ allowedHosts: ['c.example'], bounds: { rate: 6 }, log: { level: 'error', queries: false } },
    });
  });

  it('says in its help what every limit is, and what is wrong with one', async () => {
    const { out } = await xueliang(['help', 'serve']);
    for (const [name, { usual, least, most }] of Object.entries(BOUNDS)) {
      expect(out).toMatch(new RegExp(`^  ${name} .*: ${usual} \\(${least} to ${most}\\)$`, 'm'));
    }
    for (const wrong of [
      ['--limit', 'depth=1'],
      ['--limit', 'speed=9'],
      ['--log', 'loud'],
      ['--metrics-for', 'all'],
    ]) {
      const ran = await xueliang(['demo', '--port', '0', ...wrong]);
      expect([ran.status, lines(ran.err).length], wrong.join(' ')).toEqual([2, 1]);
    }
  });
});
