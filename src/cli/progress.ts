import { SingleBar } from 'cli-progress';
import type { XueliangError } from '../errors.ts';
import type { Reading } from '../extract.ts';
import { line, type Terminal } from './command.ts';

const EVERY = 50;

/** What a long run shows while it lasts. */
export interface Progress {
  onSource(uri: string, outcome: Reading | XueliangError): void;
  /** So many articles are safe. */
  onWritten(articles: number): void;
  stop(): void;
}

/** A bar over the files on a terminal, a line whenever fifty articles more are safe elsewhere; both on standard error. */
export function progress(files: number, terminal: Terminal): Progress {
  return terminal.stderr.isTTY === true ? bar(files, terminal) : lines(terminal);
}

function bar(files: number, terminal: Terminal): Progress {
  const single = new SingleBar({
    format: '{bar} {value}/{total} files  {articles} articles  {claims} claims  {eta_formatted}',
    stream: terminal.stderr,
    hideCursor: true,
    clearOnComplete: true,
  });
  const count = counter();
  single.start(files, 0, count.state());
  return {
    onSource(uri, outcome) {
      count.add(uri, outcome);
      single.update(count.state().files, count.state());
    },
    onWritten: () => undefined,
    stop: () => single.stop(),
  };
}

function lines(terminal: Terminal): Progress {
  let said = 0;
  return {
    onSource: () => undefined,
    onWritten(articles) {
      if (articles - said < EVERY) return;
      said = articles;
      line(terminal.stderr, `${articles} articles loaded`);
    },
    stop: () => undefined,
  };
}

/** Records of one file come one after the other, as file#line. */
function counter() {
  const state = { files: 0, articles: 0, claims: 0 };
  let last = '';
  return {
    state: () => state,
    add(uri: string, outcome: Reading | XueliangError) {
      const file = uri.replace(/#\d+$/, '');
      if (file !== last) state.files += 1;
      last = file;
      if (!('record' in outcome)) return;
      state.articles += 1;
      state.claims += outcome.record.claims.length;
    },
  };
}

const EVERY_NODES = 100_000;

/**
 * What a long run over the nodes of a graph shows: a bar on a terminal, a line per hundred thousand elsewhere. Where it is not known
 * how many there are, only how many are written.
 */
export function nodeProgress(
  total: number | null,
  { stderr }: Terminal,
): { onWritten(nodes: number): void; stop(): void } {
  const of = total === null ? '' : ` of ${total}`;
  if (stderr.isTTY !== true) {
    let said = 0;
    const onWritten = (nodes: number) => {
      if (nodes - said < EVERY_NODES) return;
      said = nodes;
      line(stderr, `${nodes}${of} nodes written`);
    };
    return { onWritten, stop: () => undefined };
  }
  const format =
    total === null ? '{value} nodes  {duration_formatted}' : '{bar} {value}/{total} nodes  {eta_formatted}';
  const single = new SingleBar({ format, stream: stderr, hideCursor: true, clearOnComplete: true });
  single.start(total ?? 0, 0);
  return { onWritten: (nodes) => single.update(nodes), stop: () => single.stop() };
}
