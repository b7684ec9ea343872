import type { ExtractionRecord } from '../claim/claim.ts';
import { compareClaims } from './claims.ts';
import { Tally } from './count.ts';
import type { Gold, GoldName } from './gold.ts';
import { clean, type Named, sameAgency, samePlace, sameProgram } from './same.ts';

/**
 * Scores what was read in one article against its gold.
 * @param record undefined when the article was not read: all that gold requires is missed then.
 * @param raw the article text that offsets refer to; without it quotes are not checked.
 */
export function scoreArticle(
  name: string,
  gold: Gold,
  record: ExtractionRecord | undefined,
  raw: string | null,
): Tally {
  const tally = new Tally(name);
  if (!record) tally.miss('article', 'missed', 'not in what was read');
  const read = record ?? NOTHING;
  compareHead(gold, read, tally);
  compareNames('places', gold.places, read.places, samePlace, tally);
  compareNames('agencies', gold.agencies, read.agencies, sameAgency, tally);
  compareNames('programs', gold.programs, read.programs, sameProgram, tally);
  compareClaims(gold, read, raw, tally);
  checkPeople(gold, read, tally);
  if (raw !== null && record) checkQuotes(gold, record, raw, tally);
  return tally;
}

const NOTHING: ExtractionRecord = {
  article: {
    id: '',
    file: '',
    title: null,
    publishedOn: null,
    outlet: null,
    url: null,
    script: 'Hans',
    sha256: '',
    textSha256: '',
    subjectPlace: null,
  },
  places: [],
  agencies: [],
  programs: [],
  claims: [],
  issues: [],
};

function compareHead(gold: Gold, { article }: ExtractionRecord, tally: Tally): void {
  const check = (
    field: string,
    wanted: string | null | undefined,
    found: string | null | undefined,
    right: boolean,
  ) => {
    if (wanted === null || wanted === undefined || wanted === '') return;
    if (right) return tally.add('metadata', 'tp');
    tally.add('metadata', 'fn');
    if (found) tally.add('metadata', 'fp');
    tally.miss('metadata', 'differs', `${field}: want ${wanted}, got ${found}`);
  };
  const [wanted, found] = [clean(gold.title), clean(article.title)];
  check('title', wanted, found, found !== '' && (wanted.includes(found) || found.includes(wanted)));
  const dates = [gold.date, ...(gold.accept_dates ?? [])];
  check('date', gold.date, article.publishedOn, dates.includes(article.publishedOn));
  check('script', gold.script, article.script, gold.script === article.script);
  const subject = article.subjectPlace;
  check('subject', gold.subject_place?.name, subject?.name, samePlace(gold.subject_place, subject));
}

function compareNames(
  field: string,
  wanted: readonly GoldName[],
  found: readonly Named[],
  same: (a: GoldName, b: Named) => boolean,
  tally: Tally,
): void {
  tally.open(field);
  const met = new Set<GoldName>();
  for (const name of found) {
    const match = wanted.find((w) => !met.has(w) && same(w, name));
    if (match) {
      met.add(match);
      if (!match.optional) tally.add(field, 'tp');
    } else if (!wanted.some((w) => same(w, name))) {
      tally.add(field, 'fp');
      tally.miss(field, 'wrong', `${name.name} ${name.code ?? ''}`.trim());
    }
  }
  for (const name of wanted) {
    if (met.has(name) || name.optional) continue;
    tally.add(field, 'fn');
    tally.miss(field, 'missed', `${name.name} ${name.code ?? ''}`.trim());
  }
}

const peopleOf = (gold: Gold): string[] => [...(gold.private_persons ?? []), ...(gold.officials_named ?? [])];

/** No person's name stands anywhere in the record, the file's own name and address aside. */
function checkPeople(gold: Gold, record: ExtractionRecord, tally: Tally): void {
  tally.open('people');
  const shown = JSON.stringify({ ...record, article: { ...record.article, file: '', url: '' } });
  for (const person of peopleOf(gold)) {
    const leaks = shown.includes(person);
    tally.add('people', leaks ? 'fp' : 'tp');
    if (leaks) tally.miss('people', 'wrong', `${person.slice(0, 1)}█ came out`);
  }
}

/** Every quote stands at its offsets in the article text, and what is masked in it is a person's name. */
function checkQuotes(gold: Gold, { claims }: ExtractionRecord, raw: string, tally: Tally): void {
  tally.open('quotes');
  const people = peopleOf(gold);
  for (const { start, end, quote } of claims) {
    const stated = raw.slice(start, end);
    const same =
      stated !== '' && stated.length === quote.length && [...quote].every((c, i) => c === '█' || c === [...stated][i]);
    const masked = [...quote.matchAll(/█+/gu)].map((m) => stated.slice(m.index, m.index + m[0].length));
    const stands = same && masked.every((m) => /某/u.test(m) || people.some((p) => p.includes(m) || m.includes(p)));
    tally.add('quotes', stands ? 'tp' : 'fp');
    if (!stands) tally.miss('quotes', 'differs', `${start}-${end} ${quote}`);
  }
}
