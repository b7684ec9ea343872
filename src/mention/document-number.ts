import { loadJson } from '../gazetteer/data.ts';
import type { DocumentMention } from './mention.ts';
import { Needed } from './needed.ts';

const { leads, joints, bodies, endings, foreign } = loadJson<Readonly<Record<string, readonly string[]>>>(
  'document-words.json',
) as Readonly<Record<'leads' | 'joints' | 'bodies' | 'endings' | 'foreign', readonly string[]>>;

/** The issuer's characters (国办发, 鲁政办发), the year in brackets, and the number with 号; digits of either width. */
const NUMBER = new Needed(
  /([\u4e00-\u9fff]{2,14})\s{0,2}([〔﹝（([［【])\s?([12１２][09０９][0-9０-９]{2})\s?[〕﹞）)\]］】]\s{0,2}第?\s?([0-9０-９]{1,5})\s?号/y,
  /[〔﹝（([［【]\s?[12１２][09０９]/g,
  -16,
  -2,
);
/** The brackets of document numbers alone: what stands before them is an issuer, whatever it ends in. */
const OWN_BRACKETS = '〔﹝';

/**
 * Document numbers (文号) as GB/T 9704-2012 forms them: issuer's characters, year and serial number, in order. The brackets may be
 * any (〔〕, [], （）, 【】): pages lose the right ones. Case, contract, tender, penalty and licence numbers are none: they name one
 * matter, and no text that spreads. `bracket` gives the bracket at an offset as the source has it, where `chars` folded it.
 */
export function findDocumentNumbers(
  chars: string,
  bracket: (at: number) => string = (at) => chars.charAt(at),
): DocumentMention[] {
  return NUMBER.in(chars).flatMap((match) => {
    const [whole, run = '', , year = '', serial = ''] = match;
    const end = match.index + whole.length;
    const issuer = issuerOf(run, '号》）)”'.includes(chars.charAt(match.index - 1) || ' '));
    const opened = match.index + whole.search(/[〔﹝（([［【]/);
    const isOwn = OWN_BRACKETS.includes(bracket(opened));
    if (foreign.some((word) => issuer.includes(word)) || !(isOwn || endings.some((word) => issuer.endsWith(word))))
      return [];
    const number = `${issuer}〔${plain(year)}〕${Number(plain(serial))}号`;
    const start = match.index + run.length - issuer.length;
    return [{ type: 'document' as const, start, end, surface: chars.slice(start, end), number }];
  });
}

/**
 * The issuer's characters at the end of what stands before the bracket: 根据东营市公安局东公通 is 东公通. 和 and 于 join when
 * something stands before them; else they begin a name (和县, 于洪区).
 */
function issuerOf(run: string, isJoined: boolean): string {
  const cuts = [
    ...leads.map((word) => after(run, word, 0)),
    ...joints.map((word) => after(run, word, isJoined ? 0 : 1)),
    ...bodies.map((word) => after(run, word, 0)).filter((cut) => !endings.some((end) => run.startsWith(end, cut))),
  ];
  return run.slice(Math.max(0, ...cuts.filter((cut) => run.length - cut >= 2)));
}

/** Where the last such word ends; 0 where none begins at `least` or later. */
function after(run: string, word: string, least: number): number {
  const at = run.lastIndexOf(word, run.length - word.length - 2);
  return at < least ? 0 : at + word.length;
}

/** Digits of full width as digits. */
function plain(digits: string): string {
  return digits.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}
