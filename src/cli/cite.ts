import { madeNow } from '../citation/made.ts';
import { packetOf } from '../citation/make.ts';
import { markdown } from '../citation/markdown.ts';
import type { Packet } from '../citation/packet.ts';
import { XueliangError } from '../errors.ts';
import { citation } from '../store/citation.ts';
import { type Command, EXIT, line, type Options, type Terminal } from './command.ts';
import { packetIn } from './packet-file.ts';
import { saveText } from './save.ts';
import { READING_OPTIONS, STORE_HELP, withStoredGraph } from './settings.ts';

/** `xueliang cite` */
export const cite: Command = {
  name: 'cite',
  args: '<ID|PACKET>',
  summary: 'everything that a claim or a fact rests on, in one packet: quotes, context, sources, hashes, a footnote',
  help: `ID is that of a claim or a fact, as queries print it; PACKET is a file that cite or total wrote, to be shown in another format
without a store. The packet (json) carries its own proof: xueliang verify derives
the number again from the packet alone, without a store. md is the same for people, csl and bibtex are for Zotero, pandoc and
LaTeX, footnote is the sentence to copy.

${STORE_HELP}

Examples:
  xueliang cite 8fcffdea5efd50eeac4c8756800d5e1c
  xueliang cite ID --format json --out packet.json && xueliang verify packet.json
  xueliang cite ID --format footnote --lang en
  xueliang total 东营市 --asset camera --packet total.json && xueliang cite total.json --format bibtex`,
  options: [
    ...READING_OPTIONS,
    {
      flags: '--format FORMAT',
      help: 'md, json, csl, bibtex or footnote',
      default: 'md',
      choices: ['md', 'json', 'csl', 'bibtex', 'footnote'],
    },
    { flags: '--lang LANG', help: 'of md and footnote: zh or en', default: 'zh', choices: ['zh', 'en'] },
    { flags: '--on DAY', help: 'day on which you looked at the source, in the footnote; today when left out' },
    { flags: '--out FILE', help: 'write it there' },
  ],
  run: runCite,
};

async function runCite([id = '']: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  const packet = id.endsWith('.json') ? packetIn(id) : await made(id, options, terminal);
  const text = await written(packet, options);
  if (typeof options.out === 'string') saveText(options.out, `${text}\n`, terminal);
  else line(terminal.stdout, text);
  return EXIT.ok;
}

function dayOf(given: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(given)) return given;
  throw new XueliangError('USAGE', `--on takes a day (2026-11-26), not ${given}`);
}

async function made(id: string, options: Options, terminal: Terminal): Promise<Packet> {
  const found = await withStoredGraph('cite', options, terminal, (store) => citation(store, id));
  if (found === null) throw new XueliangError('USAGE', `the store has no claim and no fact with the id ${id}`);
  return packetOf({ ...found, made: madeNow(typeof options.on === 'string' ? dayOf(options.on) : undefined) });
}

async function written(packet: Packet, { format, lang }: Options): Promise<string> {
  const language = lang === 'en' ? 'en' : 'zh';
  if (format === 'json') return JSON.stringify(packet, null, 2);
  if (format === 'footnote') return packet.footnote[language];
  if (format === 'md') return markdown(packet, language).trimEnd();
  // Only who asks for a bibliography waits for its library.
  const { bibtex, cslItems } = await import('../citation/bibliography.ts');
  return format === 'bibtex' ? bibtex(packet).trimEnd() : JSON.stringify(cslItems(packet), null, 2);
}
