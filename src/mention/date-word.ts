import { isoDate, type Reference } from './date-resolve.ts';
import type { DateMention } from './mention.ts';
import { Sticky } from './sticky.ts';

/** What a date says, without its place in the text. */
export type DateSense = Pick<DateMention, 'from' | 'to' | 'asOf' | 'year' | 'sense'>;

const NONE: DateSense = { from: null, to: null, asOf: null, year: null, sense: 'vague' };
const AS_OF = new Sticky(
  '截到至目现当如发记迄',
  /(?:截至|截止到?|到|至)?(?:目前|现在|当前|如今|发稿(?:时|前)?|记者发稿(?:时)?)(?:为止)?|至今|迄今(?:为止)?/y,
);
const DAY_WORD = new Sticky(
  '昨今前日近最连',
  /[昨今][（(]\d{1,2}[）)]日|昨日|昨天|昨晚|昨|今日|今天|今晨|今早|今晚|前日|前天|日前|近日|近期|最近|连日来|近来|日来/y,
);
const DAY_OFFSET: Record<string, number> = { 昨: -1, 今: 0 };
const MONTH_WORD = new Sticky('本上下', /(?:本|上个?|下个?)月(?:份)?(?:初|上旬|中旬|下旬|底|末)?/y);
const THIS_YEAR = new Sticky('年', /年内/y);
const RECURRING = new Sticky('每', /每(?:日|天|晚|夜|月|年|周|星期|季度|季)/y);
const VAGUE = new Sticky(
  '近最这前多数几些历常长一',
  /(?:近|最近|这|前)(?:些|几|多|数)?年(?:来|间|里)?|(?:多|数|几|些|历|常)年来|长期以来|一直以来|长期来|一段时间以来/y,
);
const YEARS = new Sticky(
  '近最过这前123456789一两二三四五六七八九十',
  /(?:近|最近|过去|这|前)([1-9]\d?|[一两二三四五六七八九十])(?:多)?年(?:来|间|里|多来)?|([1-9]\d?|[一两二三四五六七八九十])(?:多)?年(?:多)?来/y,
);
const COMING = new Sticky(
  '未今接下',
  /(?:未来|今后|接下来)(?:\d{1,2}|[一两二三四五六七八九十几])(?:至[一二三四五六七八九十]|到[一二三四五六七八九十])?年|今后|下一步|下步/y,
);
const PLAN = new Sticky('“"十', /[“"]?(十五|十一五|十二五|十三五|十四五|十五五)[”"]?(期间|时期|末|初|以来|规划期)?/y);
const PLANS = ['十五', '十一五', '十二五', '十三五', '十四五', '十五五'];
const HAN = '零一二三四五六七八九十';

/** A date in words (目前, 昨日, 近年来, “十二五”期间) at `at`: its length and sense; null when none stands there. */
export function readDateWord(
  chars: string,
  at: number,
  reference: Reference,
): { length: number; sense: DateSense } | null {
  if (ANY.at(chars, at) === null) return null;
  for (const reader of READERS) {
    const match = reader.words.at(chars, at);
    if (match === null || (reader.notAfter?.includes(chars.charAt(at - 1) || ' ') ?? false)) continue;
    const sense = reader.read(match, reference);
    if (sense !== null) return { length: match[0].length, sense };
  }
  return null;
}

interface WordReader {
  readonly words: Sticky;
  readonly notAfter?: string;
  readonly read: (match: RegExpExecArray, reference: Reference) => DateSense | null;
}

const READERS: readonly WordReader[] = [
  {
    words: AS_OF,
    read: (_match, reference) => ({ ...NONE, asOf: reference.iso, year: reference.year, sense: 'as_of' }),
  },
  { words: DAY_WORD, notAfter: '如至当从迄目', read: readDayWord },
  { words: MONTH_WORD, notAfter: '日早晚以基', read: readMonthWord },
  { words: THIS_YEAR, notAfter: '一二三四五六七八九十两几数多百半当每全0123456789', read: readThisYear },
  { words: RECURRING, read: () => ({ ...NONE, sense: 'recurring' }) },
  { words: YEARS, notAfter: '第了提二三四五六七八九十百千0123456789', read: readYears },
  {
    words: VAGUE,
    notAfter: '目以此之日附',
    read: (match) => (match[0].length > 2 || match[0] === '近年' ? NONE : null),
  },
  { words: COMING, read: () => ({ ...NONE, sense: 'future' }) },
  { words: PLAN, notAfter: '二三四五六七八九十第', read: readPlan },
];

/** One look for all readers: most places hold no date in words. */
const ANY = new Sticky(
  READERS.map(({ words }) => words.begins).join(''),
  new RegExp(READERS.map(({ words }) => `(?:${words.pattern.source})`).join('|'), 'y'),
);

function readDayWord(match: RegExpExecArray, reference: Reference): DateSense {
  const word = match[0];
  if (word === '近来' || word === '连日来' || word === '日来') return NONE;
  const offset = word.startsWith('前') ? -2 : (DAY_OFFSET[word.charAt(0)] ?? 0);
  const { year, month, day } = reference;
  if (year === null || month === null || day === null)
    return { ...NONE, from: reference.iso, to: reference.iso, year, sense: 'point' };
  const date = new Date(Date.UTC(year, month - 1, day + offset));
  const iso = isoDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
  return { ...NONE, from: iso, to: iso, year: date.getUTCFullYear(), sense: 'point' };
}

function readThisYear(_match: RegExpExecArray, reference: Reference): DateSense {
  const year = reference.year === null ? null : String(reference.year);
  return { ...NONE, from: year, to: year, year: reference.year, sense: 'period' };
}

function readMonthWord(match: RegExpExecArray, reference: Reference): DateSense {
  const offset = match[0].startsWith('本') ? 0 : match[0].startsWith('上') ? -1 : 1;
  const { year, month } = reference;
  const sense = offset > 0 ? 'future' : 'point';
  if (year === null || month === null) return { ...NONE, year, sense };
  const date = new Date(Date.UTC(year, month - 1 + offset, 1));
  const iso = isoDate(date.getUTCFullYear(), date.getUTCMonth() + 1, null);
  return { ...NONE, from: iso, to: iso, year: date.getUTCFullYear(), sense };
}

/** 近三年 ends with the year of publication, which is its `year`; early in a year it reaches one year further back. */
function readYears(match: RegExpExecArray, reference: Reference): DateSense {
  const written = match[1] ?? match[2] ?? '';
  const count = /^\d/.test(written) ? Number(written) : written === '两' ? 2 : HAN.indexOf(written);
  if (reference.year === null) return { ...NONE, sense: 'period' };
  // 运行一年来, in an account of the year before
  if (count === 1 && reference.account !== null)
    return { ...NONE, from: String(reference.account), year: reference.account, sense: 'since' };
  const early = count === 1 || (reference.month !== null && reference.month <= 3);
  const from = reference.year - count + (early ? 0 : 1);
  return { ...NONE, from: String(from), to: String(reference.year), year: reference.year, sense: 'period' };
}

/** A five-year plan; without quotation marks or 期间 only a plan's name that can mean nothing else. */
function readPlan(match: RegExpExecArray): DateSense | null {
  const [whole, name = '', span] = match;
  const index = PLANS.indexOf(name);
  const quoted = whole.startsWith('“') || whole.startsWith('"');
  if ((name === '十五' && !(quoted && span !== undefined)) || (!quoted && span === undefined)) return null;
  const first = 2001 + index * 5;
  const from = span === '末' ? first + 4 : first;
  const to = span === '初' ? first : first + 4;
  if (span === '以来') return { ...NONE, from: String(first), year: first, sense: 'since' };
  return { ...NONE, from: String(from), to: String(to), year: from, sense: 'period' };
}
