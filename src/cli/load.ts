import { load as loadPaths } from '../load.ts';
import { type Command, line, type Options, type Terminal } from './command.ts';
import { countFiles, FIELD_OPTION, PATH_HELP, reportFailures, sourceOptions, summaryLines } from './paths.ts';
import { progress } from './progress.ts';
import { STORE_HELP, STORE_OPTION, shown, storeUrl, withStore } from './settings.ts';

/** `xueliang load` */
export const load: Command = {
  name: 'load',
  args: '<PATH...>',
  summary: 'read articles and write what they say into the store',
  help: `${PATH_HELP}
Loading the same articles again, in any order, changes nothing.

${STORE_HELP}

Examples:
  xueliang load articles/
  xueliang load 'news/*.html' extra.jsonl --store file:my.db
  xueliang load articles/ --store bolt://localhost:7687
  zcat dump.jsonl.gz | xueliang load - --field text=content`,
  options: [STORE_OPTION, FIELD_OPTION],
  run: runLoad,
};

async function runLoad(paths: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  const sources = sourceOptions(options, terminal);
  const files = await countFiles(paths);
  const summary = await withStore(options, terminal.env, async (store) => {
    const shows = progress(files, terminal);
    try {
      return await loadPaths(paths, store, { ...sources, onSource: shows.onSource });
    } finally {
      shows.stop();
    }
  });
  line(terminal.stdout, `Loaded into ${shown(storeUrl(options, terminal.env))}`);
  for (const text of summaryLines(summary)) line(terminal.stdout, text);
  return reportFailures(summary, terminal);
}
