import { readFileSync } from 'node:fs';
import { describe, XueliangError } from '../errors.ts';
import { claimsOf, type Decision, parseDecision } from '../review/decision.ts';
import { maskedNote } from '../review/note.ts';
import { thisProcess } from '../store/open-archive.ts';
import { statement } from '../store/queries.ts';
import { storedReviews } from '../store/review.ts';
import type { Store } from '../store/store.ts';
import { type Command, EXIT, line, type Options, type Terminal } from './command.ts';
import { pairs, STORE_HELP, WRITING_OPTIONS, withArchive, withStoredGraph } from './settings.ts';

/** `xueliang review` */
export const review: Command = {
  name: 'review',
  args: '[FILE...]',
  summary: 'accept, reject or correct claims, hold two apart, mark articles; without a file, list what was decided',
  help: `Decisions stand beside the claims, which nobody rewrites, and hold again after every load and rebuild: a claim's id
outlives a change of the rules. A file has one decision a line (JSON):

  {"claim": ID, "verdict": "accept" | "reject" | "open", "note": "…", "on": "2026-11-26"}
  {"claim": ID, "verdict": "correct", "set": {"place": "370503", "count": 1926, "stage": "planned"}}
  {"claims": [ID, ID], "verdict": "different"}              never one fact, never in conflict
  {"claims": [ID, ID], "verdict": "settled", "holds": ID}   which of two that conflict holds; both stay
  {"article": ID, "verdict": "withdrawn" | "changed" | "gone"}

"open" takes an earlier decision back. Notes are stored and exported: names of people in them are masked. What is listed
with --format jsonl can be applied again, here or in another store.

${STORE_HELP}

Examples:
  xueliang review decisions.jsonl
  xueliang review --claim ID --verdict reject --note '点位，不是探头'
  xueliang review --claim ID --verdict correct --set place=370503 --set count=1926
  xueliang review --format jsonl > decisions.jsonl`,
  options: [
    ...WRITING_OPTIONS,
    { flags: '--claim ID', help: 'decide on this claim, without a file' },
    { flags: '--claims A,B', help: 'decide on these two claims' },
    { flags: '--article ID', help: 'decide on this article' },
    { flags: '--verdict VERDICT', help: 'what is decided' },
    { flags: '--set FIELD=VALUE', help: 'for correct: a field of the claim; repeat for each', repeatable: true },
    { flags: '--holds ID', help: 'for settled: the claim that holds' },
    { flags: '--note TEXT', help: 'why' },
    { flags: '--format FORMAT', help: 'of the list: text or jsonl', default: 'text', choices: ['text', 'jsonl'] },
  ],
  run: runReview,
};

async function runReview(files: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  const own = given(options);
  if (files.length === 0 && own === null) return list(options, terminal);
  const failures: XueliangError[] = [];
  const decisions = files.flatMap((file) => decisionsOf(file, failures));
  if (own !== null) decisions.push(parseDecision(own));
  const masked = decisions.map(withMaskedNote);
  await withArchive(options, terminal, { command: 'review' }, async (archive) => {
    const writer = await archive.begin(thisProcess('review'));
    try {
      await writer.write(masked.map((decision) => ({ decision })));
    } finally {
      await writer.end();
    }
    for (const id of await unknown(archive.store, masked)) {
      line(terminal.stderr, `no claim ${id} is in the store: what was decided on it waits until its article is loaded`);
    }
  });
  line(terminal.stdout, `${masked.length} ${masked.length === 1 ? 'decision holds' : 'decisions hold'} now`);
  for (const failure of failures) line(terminal.stderr, describe(failure));
  return failures.length === 0 ? EXIT.ok : EXIT.failed;
}

async function list(options: Options, terminal: Terminal): Promise<number> {
  const decisions = await withStoredGraph('review', options, terminal, async (store) =>
    (await storedReviews(store)).all(),
  );
  for (const decision of decisions)
    line(terminal.stdout, options.format === 'jsonl' ? JSON.stringify(decision) : said(decision));
  if (decisions.length === 0 && options.format !== 'jsonl') line(terminal.stdout, 'Nothing has been decided.');
  return EXIT.ok;
}

function said(decision: Decision): string {
  const target = 'article' in decision ? `article ${decision.article}` : `claim ${claimsOf(decision).join(' and ')}`;
  const set = 'set' in decision ? ` ${JSON.stringify(decision.set)}` : '';
  const holds = 'holds' in decision ? `, ${decision.holds} holds` : '';
  return [`${target}: ${decision.verdict}${set}${holds}`, decision.on, decision.note].filter(Boolean).join(' · ');
}

/** The decision that the options describe, as a line of a file would. */
function given({ claim, claims, article, verdict, set, holds, note }: Options): Record<string, unknown> | null {
  if ([claim, claims, article, verdict].every((option) => option === undefined)) return null;
  const fields = Object.entries(pairs('set', set)).map(([name, text]) => [name, field(name, text)]);
  const all = {
    ...{ claim, article, verdict, holds, note },
    claims: typeof claims === 'string' ? claims.split(',') : undefined,
    set: fields.length === 0 ? undefined : Object.fromEntries(fields),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function field(name: string, text: string): string | number | string[] {
  if (name === 'programs' || name === 'actors') return text === '' ? [] : text.split(',');
  return /^(count|amount|year)/.test(name) ? Number(text) : text;
}

/** A file that has a line which is no decision is not applied at all. */
function decisionsOf(file: string, failures: XueliangError[]): Decision[] {
  try {
    return textOf(file)
      .split('\n')
      .flatMap((text, i) =>
        text.trim() === '' ? [] : parseDecision(parsed(text, file, i + 1), { file, line: i + 1 }),
      );
  } catch (error) {
    if (!(error instanceof XueliangError)) throw error;
    failures.push(error);
    return [];
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new XueliangError('SOURCE_NOT_FOUND', 'no such file', { location: { file }, cause });
  }
}

function parsed(text: string, file: string, number: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new XueliangError('REVIEW_MALFORMED', 'the line is no JSON', { location: { file, line: number }, cause });
  }
}

function withMaskedNote(decision: Decision): Decision {
  return decision.note === undefined ? decision : { ...decision, note: maskedNote(decision.note) };
}

async function unknown(store: Store, decisions: readonly Decision[]): Promise<string[]> {
  const keys = [...new Set(decisions.flatMap(claimsOf))];
  if (keys.length === 0) return [];
  const rows = await store.read(statement('claimsById'), { keys });
  const known = new Set(rows.map(({ key }) => key));
  return keys.filter((key) => !known.has(key));
}
