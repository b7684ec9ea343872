import { readVersion } from '../store/schema-version.ts';
import { type Command, EXIT, line, type Options, type Terminal } from './command.ts';
import { NEO4J_HELP } from './neo4j-settings.ts';
import { shown, storeUrl, WRITING_OPTIONS, withArchive } from './settings.ts';

/** `xueliang upgrade` */
export const upgrade: Command = {
  name: 'upgrade',
  args: '',
  summary: 'bring an older store to the schema of this program',
  help: `Commands that write do so by themselves; those that only read refuse an older store and name this command. What is ended
midway is simply run again. A store of a newer program is refused by all.

${NEO4J_HELP}

Examples:
  xueliang upgrade
  xueliang upgrade --store neo4j+s://graph.example.org:7687`,
  options: WRITING_OPTIONS,
  run: runUpgrade,
};

async function runUpgrade(_: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  return withArchive(options, terminal, { command: 'upgrade' }, async ({ store }) => {
    line(terminal.stdout, `${shown(storeUrl(options, terminal.env))} has schema ${await readVersion(store)}`);
    return EXIT.ok;
  });
}
