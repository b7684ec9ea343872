import { XueliangError } from '../errors.ts';
import { explain as explanationOf } from '../explain/explanation.ts';
import { explanationPage } from '../explain/page.ts';
import type { Reading } from '../extract.ts';
import { readings } from '../readings.ts';
import { Tally } from '../tally.ts';
import { type Command, EXIT, type Options, type Terminal } from './command.ts';
import { countFiles, FIELD_OPTION, reportFailures, sourceOptions } from './paths.ts';
import { saveText } from './save.ts';

/** `xueliang explain` */
export const explain: Command = {
  name: 'explain',
  args: '<PAGE>',
  summary: 'show how one article was read: every mention, claim and figure not taken, as a web page',
  help: `The page is one file without scripts, fonts or pictures from elsewhere, in Chinese and English. Click any attribute of
a claim and the words that it rests on light up; every figure that is no claim says why; people are blacked out.

Examples:
  xueliang explain page.html --out explained.html      then open it in a browser
  xueliang explain page.html --lang en > explained.html
  xueliang explain dump.jsonl --article 3 --format json | jq '.untaken[] | [.code, .message]'`,
  options: [
    { flags: '--format FORMAT', help: 'html or json', default: 'html', choices: ['html', 'json'] },
    {
      flags: '--lang LANG',
      help: 'the language that the page opens in: zh or en',
      default: 'zh',
      choices: ['zh', 'en'],
    },
    { flags: '--article N', help: 'of a file that holds several articles, the Nth (from 1)' },
    { flags: '--out FILE', help: 'write to a file instead of standard output' },
    FIELD_OPTION,
  ],
  run: runExplain,
};

async function runExplain(paths: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  await countFiles(paths);
  const wanted = options.article === undefined ? undefined : whole(options.article);
  const tally = new Tally();
  const chosen = await choose(readings(paths, tally, sourceOptions(options, terminal)), wanted);
  if (chosen === undefined) {
    const failed = reportFailures(tally.summary(), terminal);
    if (failed !== EXIT.ok) return failed;
    throw new XueliangError('USAGE', `there is no article ${wanted ?? 1} in ${paths.join(', ')}`);
  }
  const explanation = explanationOf(chosen);
  const text =
    options.format === 'json'
      ? `${JSON.stringify(explanation)}\n`
      : explanationPage(explanation, options.lang === 'en' ? 'en' : 'zh');
  if (typeof options.out !== 'string') terminal.stdout.write(text);
  else saveText(options.out, text, terminal);
  return EXIT.ok;
}

/** The Nth article, or the only one. @throws USAGE when there are several and none was asked for. */
async function choose(all: AsyncIterable<Reading>, wanted: number | undefined): Promise<Reading | undefined> {
  let chosen: Reading | undefined;
  let count = 0;
  for await (const reading of all) {
    count++;
    if (count === (wanted ?? 1)) chosen = reading;
    if (count === wanted) break;
    if (wanted === undefined && count > 1)
      throw new XueliangError('USAGE', 'this holds several articles; choose one with --article N');
  }
  return chosen;
}

function whole(value: unknown): number {
  const number = Number(value);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new XueliangError('USAGE', `--article takes a whole number from 1, not ${String(value)}`);
}
