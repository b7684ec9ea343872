import { XueliangError } from '../errors.ts';
import { load as loadPaths } from '../load.ts';
import { type Command, EXIT, line, type Options, type Terminal } from './command.ts';
import { interruptible } from './interrupt.ts';
import { countFiles, FIELD_OPTION, PATH_HELP, reportFailures, sourceOptions, summaryLines } from './paths.ts';
import { progress } from './progress.ts';
import { STORE_HELP, shown, storeUrl, WRITING_OPTIONS, withArchive } from './settings.ts';

/** `xueliang load` */
export const load: Command = {
  name: 'load',
  args: '<PATH...>',
  summary: 'read articles and write what they say into the store',
  help: `${PATH_HELP}
Loading the same articles again, in any order, changes nothing; so a load that was stopped, or killed, is simply run again.
Ctrl-C finishes the article at hand and says where it stopped (exit status 130).

${STORE_HELP}

Examples:
  xueliang load articles/
  xueliang load 'news/*.html' extra.jsonl --store file:my.db
  xueliang load articles/ --store bolt://localhost:7687
  zcat dump.jsonl.gz | xueliang load - --field text=content`,
  options: [...WRITING_OPTIONS, FIELD_OPTION],
  run: runLoad,
};

async function runLoad(paths: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  const sources = sourceOptions(options, terminal);
  const files = await countFiles(paths);
  let last = '';
  let written = 0;
  const { result: summary, interrupted } = await interruptible((signal) =>
    withArchive(options, terminal, { command: 'load' }, async (archive) => {
      const shows = progress(files, terminal);
      const onSource: typeof shows.onSource = (uri, outcome) => {
        last = uri;
        shows.onSource(uri, outcome);
      };
      const onWritten = (articles: number) => {
        written = articles;
        shows.onWritten(articles);
      };
      try {
        return await loadPaths(paths, archive, { ...sources, signal, onSource, onWritten });
      } catch (error) {
        // Who never began, because another process writes, has nothing to go on with.
        const broken = error instanceof XueliangError && error.retriable && error.code !== 'STORE_LOCKED';
        if (broken) line(terminal.stderr, resume(written));
        throw error;
      } finally {
        shows.stop();
      }
    }),
  );
  line(terminal.stdout, `Loaded into ${shown(storeUrl(options, terminal.env))}`);
  for (const text of summaryLines(summary)) line(terminal.stdout, text);
  const status = reportFailures(summary, terminal);
  return interrupted ? stopped(written, last, terminal) : status;
}

function resume(articles: number): string {
  return `${articles} articles are in the graph. Run the same command again to go on: nothing is written twice.`;
}

/** Nobody waits for more on standard input. */
function stopped(articles: number, last: string, { stderr, stdin }: Terminal): number {
  if ('destroy' in stdin && typeof stdin.destroy === 'function') stdin.destroy();
  line(stderr, `Stopped after ${articles} articles, at ${last}: they are safe. Run the same command again to go on.`);
  return EXIT.interrupted;
}
