import { Readable, Writable } from 'node:stream';
import { run } from '../../src/cli/program.ts';

/** What a run of the command line left. */
export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `xueliang` with these arguments in this process. */
export async function xueliang(
  args: readonly string[],
  given: { readonly stdin?: string; readonly env?: Readonly<Record<string, string>>; readonly isTTY?: boolean } = {},
): Promise<Ran> {
  const [out, err] = [sink(given.isTTY), sink(given.isTTY)];
  const status = await run(args, {
    stdin: Readable.from([Buffer.from(given.stdin ?? '')]),
    stdout: out.stream,
    stderr: err.stream,
    env: given.env ?? {},
  });
  return { status, out: out.text(), err: err.text() };
}

function sink(isTTY = false) {
  const parts: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      parts.push(chunk.toString());
      done();
    },
  });
  return { stream: Object.assign(stream, { isTTY }), text: () => parts.join('') };
}

/** The lines of a text, without the last, empty one. */
export function lines(text: string): string[] {
  return text.split('\n').filter((line, i, all) => i < all.length - 1 || line !== '');
}

/** What a run said on standard error, but for that it waits for a store that is slow: how slow a machine is, is no error. */
export function errors({ err }: Ran): string[] {
  return lines(err).filter(
    (line) => !/^waiting for the store: |; trying again for \d+ s$|^the store answers again$/.test(line),
  );
}
