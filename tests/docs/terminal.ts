import { Writable } from 'node:stream';
import { run } from '../../src/cli/program.ts';

/** What `xueliang ARGS` prints on a terminal of 80 columns, without colour; a page shows no command that fails. */
export async function printed(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> {
  const parts: string[] = [];
  const stream = () =>
    new Writable({
      write(chunk: Buffer, _, done) {
        parts.push(chunk.toString());
        done();
      },
    });
  const stdout = Object.assign(stream(), { columns: 80 });
  const status = await run(args, { stdin: process.stdin, stdout, stderr: stream(), env });
  const text = parts.join('').replaceAll('\r\n', '\n').replace(/\n$/, '');
  if (status !== 0) throw new Error(`xueliang ${args.join(' ')} ended with ${status}: ${text}`);
  return text;
}

/** The words of a command line; quotes hold a word together. */
export function words(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  );
}
