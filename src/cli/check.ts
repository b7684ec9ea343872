import { checkInvariants } from '../store/check.ts';
import { digest } from '../store/digest.ts';
import { type Command, EXIT, line, type Options, type Terminal } from './command.ts';
import { READING_OPTIONS, STORE_HELP, withStoredGraph } from './settings.ts';

/** `xueliang check` */
export const check: Command = {
  name: 'check',
  args: '',
  summary: 'check that the store keeps the rules: no claim without its words, no fact without its claims …',
  help: `Exit status 1 when a rule is broken. The digest does not depend on the engine, on paths, or on the order of loading.

${STORE_HELP}

Examples:
  xueliang check
  xueliang check --digest | tail -1`,
  options: [...READING_OPTIONS, { flags: '--digest', help: 'print, as the last line, one digest of the whole graph' }],
  run: runCheck,
};

async function runCheck(_: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  return withStoredGraph('check', options, terminal, async (store, archive) => {
    const violations = await checkInvariants(store);
    const damage = await archive.verify();
    for (const { segment, offset, bytes } of damage)
      line(terminal.stdout, `journal  ${segment}: ${bytes} bytes at ${offset} do not read; xueliang rebuild --salvage`);
    for (const { rule, key, message } of violations) line(terminal.stdout, `${rule}  ${key}: ${message}`);
    const broken = violations.length + damage.length;
    const verdict = broken === 0 ? 'All invariants hold.' : `${broken} violations.`;
    line(terminal.stdout, verdict);
    if (options.digest === true) line(terminal.stdout, await digest(store));
    return broken === 0 ? EXIT.ok : EXIT.failed;
  });
}
