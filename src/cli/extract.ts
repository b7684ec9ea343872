import { once } from 'node:events';
import { readings } from '../readings.ts';
import { Tally } from '../tally.ts';
import type { Command, Options, Terminal } from './command.ts';
import { countFiles, FIELD_OPTION, PATH_HELP, reportFailures, sourceOptions } from './paths.ts';
import { pretty } from './pretty.ts';

/** `xueliang extract` */
export const extract: Command = {
  name: 'extract',
  args: '<PATH...>',
  summary: 'read articles and print what they say: one extraction record per line, or marked sentences',
  help: `${PATH_HELP}
Nothing is stored. Records come in the order of the input.

Examples:
  xueliang extract page.html                     one JSON line per article
  xueliang extract articles/ --format pretty     every sentence with its mentions and claims marked
  xueliang extract 'news/**/*.html.gz' | jq -c '.claims[] | [.kind, .amountCny, .quote]'
  xueliang extract dump.csv --field text=正文 --field title=标题 --field date=发布日期
  cat dump.jsonl | xueliang extract -`,
  options: [
    { flags: '--format FORMAT', help: 'jsonl or pretty', default: 'jsonl', choices: ['jsonl', 'pretty'] },
    FIELD_OPTION,
  ],
  run: runExtract,
};

async function runExtract(paths: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  const sources = sourceOptions(options, terminal);
  await countFiles(paths);
  const tally = new Tally();
  const colour = terminal.stdout.isTTY === true && !terminal.env.NO_COLOR;
  for await (const reading of readings(paths, tally, sources)) {
    const text = options.format === 'pretty' ? pretty(reading, colour) : JSON.stringify(reading.record);
    if (!terminal.stdout.write(`${text}\n`)) await once(terminal.stdout, 'drain');
  }
  return reportFailures(tally.summary(), terminal);
}
