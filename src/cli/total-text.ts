import type { PlaceStep } from '../fact/derivation.ts';
import type { FactRow } from '../fact/row.ts';
import type { AddedFact, LeftOutFact, Total, TotalRequest } from '../fact/total.ts';
import type { TotalGroup } from '../fact/total-groups.ts';
import { loadJson } from '../gazetteer/data.ts';
import { amount, type Lang } from './amount.ts';

const WORDS =
  loadJson<Readonly<Record<string, Readonly<Record<string, readonly [string, string]>>>>>('../cli/total-words.json');
/** How many lines of a tree a reader gets through. */
const MOST_LINES = 80;
/** How many characters of a quote are shown. */
const QUOTE = 60;

/** Writes totals for people, in one language. */
export class TotalText {
  readonly #lang: Lang;

  constructor(lang: Lang) {
    this.#lang = lang;
  }

  /** The sum with its bounds, then the tree of places that it comes from. */
  lines(
    request: TotalRequest,
    placeName: string | null,
    total: Total,
    tree: PlaceStep,
    others: readonly Total[],
  ): string[] {
    const head = [this.#asked(request, placeName), ...this.#sum(total)];
    const drawn = this.#tree(tree, total.unit);
    const rest = drawn.length - MOST_LINES;
    const shown = drawn.slice(0, MOST_LINES);
    if (rest > 0) shown.push(`… ${this.#word('more')} ${rest} ${this.#word('lines')}`);
    const more = others.map((other) => `${this.#word('also')} ${other.measure ?? ''}  ${this.#figures(other)}`);
    return [...head, ...(shown.length > 0 ? ['', ...shown] : []), ...this.#aside(total), ...more];
  }

  /** A total per group. */
  groups(request: TotalRequest, placeName: string | null, total: Total, groups: readonly TotalGroup[]): string[] {
    const lines = groups.map(({ key, name, total: one }) => {
      const code = key === name ? '' : `${key} `;
      return `${code}${this.#word(key, 'asset', name)}  ${this.#figures(one)}`;
    });
    return [this.#asked(request, placeName), ...this.#sum(total), '', ...lines, this.#word('overlapping')];
  }

  #asked({ kind, program, asset, from, to, stage = 'done' }: TotalRequest, placeName: string | null): string {
    const period = [from ? `${this.#word('from')} ${from}` : '', to ? `${this.#word('to')} ${to}` : '']
      .join(' ')
      .trim();
    const thing = asset === undefined ? '' : this.#word(asset, 'asset');
    const parts = [placeName ?? this.#word('all'), program ?? '', this.#word(kind, 'kind'), thing, period];
    return [...parts, this.#word(stage, 'stage')].filter((part) => part !== '').join(' · ');
  }

  #sum(total: Total): string[] {
    if (total.added.length === 0 && total.leftOut.length === 0) return [this.#word('nothing')];
    const notes = [total.exact ? '' : this.#word('inexact'), total.disputed ? this.#word('disputed') : ''];
    return [`${this.#word('sum')} ${this.#figures(total)}`, ...notes.filter((note) => note !== '')];
  }

  #figures({ figure, min, max, upTo, unit }: Total): string {
    const open = this.#word('open');
    const most = max === null ? open : `${this.#word('most')} ${this.#amount(max, unit)}`;
    const bounds = `${this.#word('least')} ${this.#amount(min, unit)}, ${most}`;
    const beyond = upTo === null ? open : this.#amount(upTo, unit);
    const more = upTo === max ? '' : `; ${this.#word('upTo')} ${beyond}`;
    return `${this.#amount(figure, unit)} (${bounds}${more})`;
  }

  #tree(step: PlaceStep, unit: string | null): string[] {
    if (step.added.length + step.leftOut.length + step.steps.length === 0) return [];
    const name = step.place?.name ?? this.#word(step.added.length + step.leftOut.length > 0 ? 'nowhere' : 'all');
    const own = [
      ...step.added.map((one) => [this.#added(one)]),
      ...step.leftOut.map((one) => this.#leftOut(one)),
      ...(step.added.length > 0 && step.below > 0
        ? [[`${this.#word('below')} ${this.#amount(step.below, unit)}`]]
        : []),
      ...step.steps.map((below) => this.#tree(below, unit)),
    ];
    const sum = step.figure > 0 ? `  ${this.#amount(step.figure, unit)}` : '';
    return [`${name}${sum}`, ...own.flatMap((lines, i) => branch(lines, i === own.length - 1))];
  }

  #added({ fact }: AddedFact): string {
    return `+ ${this.#said(fact)}`;
  }

  #leftOut({ fact, reason, by }: LeftOutFact): string[] {
    const what = by === null ? '' : ` ${by.slice(0, 8)}`;
    return [`− ${this.#said(fact)}`, `    ${this.#word(reason, 'reason')}${what}`];
  }

  /** A fact's figure, when, the words, and the start of its id by which reasons name it. */
  #said({ id, figure, unit, first, last, quote }: FactRow): string {
    const years = [first, last].map((date) => date.slice(0, 4)).filter((year) => year !== '' && year < '9000');
    const words = quote.length > QUOTE ? `${quote.slice(0, QUOTE)}…` : quote;
    const shown = `${this.#amount(figure ?? 0, unit)}  ${[...new Set(years)].join('–')}  “${printable(words)}”`;
    return `${shown}  ${id.slice(0, 8)}`;
  }

  /** How many facts are left out for other reasons than that they overlap. */
  #aside({ leftOut }: Total): string[] {
    const counts = (['stage', 'no_figure', 'measure'] as const).flatMap((reason) => {
      const count = leftOut.filter((one) => one.reason === reason).length;
      return count === 0 ? [] : [`${this.#word(reason, 'reason')} ${count}`];
    });
    return counts.length === 0 ? [] : ['', `${this.#word('aside')}: ${counts.join(', ')}`];
  }

  #amount(figure: number, unit: string | null): string {
    return amount(figure, unit, this.#lang);
  }

  #word(key: string, topic = 'total', fallback = key): string {
    return WORDS[topic]?.[key]?.[this.#lang === 'zh' ? 0 : 1] ?? fallback;
  }
}

function branch(lines: readonly string[], isLast: boolean): string[] {
  const [first = '', ...others] = lines;
  return [`${isLast ? '└' : '├'} ${first}`, ...others.map((line) => `${isLast ? ' ' : '│'} ${line}`)];
}

/** As a terminal may show it: no control character of an article reaches it. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}
