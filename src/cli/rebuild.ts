import { thisProcess } from '../store/open-archive.ts';
import { statement } from '../store/queries.ts';
import { type Command, EXIT, line, type Options, type Terminal } from './command.ts';
import { STORE_HELP, shown, storeUrl, WRITING_OPTIONS, withArchive } from './settings.ts';

/** `xueliang rebuild` */
export const rebuild: Command = {
  name: 'rebuild',
  args: '',
  summary: 'make the graph again from the journal, on either engine',
  help: `The journal holds every article's reading; the graph follows from it, so this gives the same digest. A damaged journal is
reported with its place and nothing is touched; --salvage makes a new one of what still reads, and keeps the old one aside.

${STORE_HELP}

Examples:
  xueliang rebuild
  xueliang rebuild --store bolt://localhost:7687 --journal my.db.journal --adopt
  xueliang rebuild --salvage && xueliang load articles/`,
  options: [...WRITING_OPTIONS, { flags: '--salvage', help: 'first save what reads of a damaged journal' }],
  run: runRebuild,
};

async function runRebuild(_: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  const more = { command: 'rebuild', rebuild: true, salvage: options.salvage === true };
  return withArchive(options, terminal, more, async (archive) => {
    const writer = await archive.begin(thisProcess('rebuild'));
    try {
      await writer.rebuild();
    } finally {
      await writer.end();
    }
    const [row] = await archive.store.read(statement('articlesCount'));
    line(terminal.stdout, `${shown(storeUrl(options, terminal.env))} is rebuilt: ${row?.total} articles`);
    return EXIT.ok;
  });
}
