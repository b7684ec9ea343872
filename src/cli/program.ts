import { Command as Commander, CommanderError, Option } from 'commander';
import { describe, ERRORS, XueliangError } from '../errors.ts';
import { check } from './check.ts';
import { cite } from './cite.ts';
import { type Command, type CommandOption, EXIT, type Options, type Terminal } from './command.ts';
import { conflicts } from './conflicts.ts';
import { costs } from './costs.ts';
import { coverage } from './coverage.ts';
import { demo } from './demo.ts';
import { diff } from './diff.ts';
import { explain } from './explain.ts';
import { exportGraph } from './export.ts';
import { extract } from './extract.ts';
import { load } from './load.ts';
import { path } from './path.ts';
import { query } from './query.ts';
import { rebuild } from './rebuild.ts';
import { relations } from './relations.ts';
import { review } from './review.ts';
import { score } from './score.ts';
import { serve } from './serve.ts';
import { spread } from './spread.ts';
import { status } from './status.ts';
import { timeline } from './timeline.ts';
import { total } from './total.ts';
import { upgrade } from './upgrade.ts';
import { verify } from './verify.ts';
import { version } from './version.ts';

/** Every command, in the order in which help shows them. */
const COMMANDS: readonly Command[] = [
  extract,
  explain,
  score,
  diff,
  load,
  query,
  total,
  costs,
  timeline,
  coverage,
  conflicts,
  relations,
  path,
  spread,
  cite,
  verify,
  review,
  status,
  check,
  rebuild,
  upgrade,
  exportGraph,
  serve,
  demo,
];

const HELP = `
Start here:
  xueliang demo                          sixteen articles, loaded and served; nothing is left behind
  xueliang extract page.html --format pretty
  xueliang explain page.html --out explained.html
  xueliang load articles/ && xueliang query whoPaid
  xueliang total 东营市 --asset camera   what the facts prove, and what was not added
  xueliang help COMMAND                  examples of each command

Exit status: 0 all done, 1 some of it failed (named on standard error), 2 asked wrongly, 130 stopped by Ctrl-C.`;

/** Runs the command line, and returns the exit status; nothing is thrown. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  let status: number = EXIT.ok;
  const program = new Commander('xueliang')
    .description(
      'Chinese news on local public-security programs as a graph; every figure with the words that state it.',
    )
    .version(version())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void terminal.stdout.write(text),
      writeErr: (text) => void terminal.stderr.write(text),
      outputError: (text, write) => write(`xueliang: ${text.replace(/^error: /, '').replace('\n(', ' (')}`),
    })
    .showHelpAfterError(false)
    .addHelpText('after', HELP);
  for (const command of COMMANDS) {
    addCommand(program, command, async (args, options) => {
      status = await command.run(args, options, terminal);
    });
  }
  try {
    if (argv.length === 0) program.help({ error: true });
    await program.parseAsync([...argv], { from: 'user' });
    return status;
  } catch (error) {
    return failed(error, terminal);
  }
}

function addCommand(
  program: Commander,
  { name, args, summary, help, options }: Command,
  action: (args: readonly string[], options: Options) => Promise<void>,
): void {
  const command = program.command(`${name} ${args}`.trim()).summary(summary).description(summary);
  command.allowExcessArguments(false).addHelpText('after', `\n${help}`);
  for (const option of options) command.addOption(toOption(option));
  command.action(async () => action(command.args, command.opts()));
}

function toOption({ flags, help, default: fallback, choices, repeatable }: CommandOption): Option {
  const option = new Option(flags.replace(/ (\S+)$/, ' <$1>'), help);
  if (fallback !== undefined) option.default(fallback);
  if (choices !== undefined) option.choices(choices);
  if (repeatable === true) option.argParser((value: string, before: string[] = []) => [...before, value]);
  return option;
}

function failed(error: unknown, { stderr }: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  stderr.write(`xueliang: ${describe(error)}\n`);
  return error instanceof XueliangError ? ERRORS[error.code].exit : EXIT.failed;
}
