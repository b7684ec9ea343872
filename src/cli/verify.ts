import { readArticle } from '../article/read.ts';
import type { Packet } from '../citation/packet.ts';
import { type Check, verifyArticle, verifyPacket } from '../citation/verify.ts';
import { XueliangError } from '../errors.ts';
import { readSources } from '../source/read.ts';
import { type Command, EXIT, line, type Options, type Terminal } from './command.ts';
import { packetIn } from './packet-file.ts';

/** `xueliang verify` */
export const verify: Command = {
  name: 'verify',
  args: '<PACKET>',
  summary: 'derive the number of a citation packet again, from the packet alone, and say what was checked',
  help: `No store is asked. Every figure is read again from its quoted words, every fact made again from its claims, and the
packet's digest computed again. With --article FILE the page itself, where you have it, is compared too: its hash, and that
it says what is quoted. What cannot be checked from here is said. Exit status 1 when something does not hold.

Examples:
  xueliang verify packet.json
  xueliang verify packet.json --article page.html`,
  options: [
    { flags: '--article FILE', help: 'the page as it was read; repeat for each', repeatable: true },
    { flags: '--format FORMAT', help: 'text or json', default: 'text', choices: ['text', 'json'] },
  ],
  run: runVerify,
};

async function runVerify([file = '']: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  const packet = packetIn(file);
  const given = Array.isArray(options.article) ? options.article : [];
  const checks = [...verifyPacket(packet), ...(await articleChecks(packet, given))];
  if (options.format === 'json') line(terminal.stdout, JSON.stringify(checks, null, 2));
  else for (const text of report(packet, checks, given.length)) line(terminal.stdout, text);
  return checks.every((check) => check.holds) ? EXIT.ok : EXIT.failed;
}

async function articleChecks(packet: Packet, files: readonly string[]): Promise<Check[]> {
  const checks: Check[] = [];
  for await (const source of readSources(files)) {
    if (source instanceof XueliangError) throw source;
    const { id, text } = readArticle(source);
    checks.push(...verifyArticle(packet, id, text));
  }
  return checks;
}

function report(packet: Packet, checks: readonly Check[], articles: number): string[] {
  const failed = checks.filter((check) => !check.holds);
  const shown = checks.map(
    ({ holds, check, of, message }) => `${holds ? '✓' : '✗'} ${check.padEnd(7)} ${of.slice(0, 12)}  ${message}`,
  );
  const unseen = packet.articles.length - articles;
  return [
    ...shown,
    failed.length === 0
      ? `All ${checks.length} checks hold.`
      : `${failed.length} of ${checks.length} checks do not hold.`,
    ...(unseen > 0
      ? [
          `Not checked: whether ${unseen} of the ${packet.articles.length} articles say so (--article), and whether other articles say otherwise.`,
        ]
      : []),
  ];
}
