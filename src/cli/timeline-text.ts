import type { Change } from '../fact/change.ts';
import type { FactRow } from '../fact/row.ts';
import { isReportedDone, type PlanReport, type StageSequence } from '../fact/stages.ts';
import type { TimelineEntry } from '../fact/timeline.ts';
import { amount, type Lang } from './amount.ts';
import { periodText } from './period.ts';
import { seriesWord } from './series-words.ts';

/** A timeline for people: years down the page, each fact with its words and how it changed; then plans and what came of them. */
export class TimelineText {
  readonly #lang: Lang;
  readonly #facts: ReadonlyMap<string, FactRow>;
  /** Whether the place of each fact is said, because there are several. */
  readonly #placed: boolean;

  constructor(entries: readonly TimelineEntry[], lang: Lang) {
    this.#lang = lang;
    this.#facts = new Map(entries.map(({ fact }) => [fact.id, fact]));
    this.#placed = new Set(entries.map(({ fact }) => fact.placeName)).size > 1;
  }

  lines(name: string, entries: readonly TimelineEntry[], sequences: readonly StageSequence[]): string[] {
    if (entries.length === 0) return [name, this.#say('none')];
    const lines = [name];
    let year: string | undefined;
    for (const entry of entries) {
      const own = entry.fact.first.slice(0, 4) || this.#say('undated');
      if (own !== year) lines.push('', own);
      year = own;
      lines.push(...this.#entry(entry));
    }
    const plans = sequences.flatMap((sequence) => sequence.plans);
    return plans.length === 0
      ? lines
      : [...lines, '', this.#say('plans'), ...plans.flatMap((plan) => this.#plan(plan))];
  }

  #say(key: string, topic = 'timeline'): string {
    return seriesWord(topic, key, this.#lang);
  }

  #entry({ fact, change, former }: TimelineEntry): string[] {
    const where = former ? `${this.#say('former')} ${fact.placeName ?? ''}` : this.#placed ? fact.placeName : null;
    const { kind, scope, stage, programIds } = fact;
    const programs = programIds.map((id) => id.split('/').at(-1)).join('、');
    const period = periodText(fact);
    const parts = [
      where,
      this.#say(kind, 'kind'),
      this.#what(fact),
      scope === null ? null : this.#say(scope, 'scope'),
      kind === 'OPERATES' ? null : this.#say(stage, 'stage'),
      programs,
      period === fact.first.slice(0, 4) ? null : period,
    ];
    const said = parts.filter((part) => part !== null && part !== '').join(' · ');
    return [`  ${said}`, `      “${fact.quote}”`, ...(change === null ? [] : [this.#change(fact, change)])];
  }

  #what(fact: FactRow): string {
    const thing = fact.counted ?? fact.assetText ?? (fact.asset === null ? '' : this.#say(fact.asset, 'asset'));
    return [thing, this.#figure(fact)].filter((part) => part !== '').join(' ');
  }

  #figure({ figure, min, max, unit }: FactRow): string {
    if (figure === null) return '';
    const shown = amount(figure, unit, this.#lang);
    if (min === max) return shown;
    const [low, high] = [min, max].map((end) => (end === null ? '…' : amount(end, unit, this.#lang)));
    return `${shown} (${low}–${high})`;
  }

  #change({ unit }: FactRow, { from, direction, difference, ratio, flags, boundaries }: Change): string {
    const before = this.#facts.get(from);
    const when = before === undefined ? '' : periodText(before);
    const marks = { up: '↑', down: '↓', same: '=' } as const;
    const mark = direction === null ? '?' : marks[direction];
    const size = direction === null || direction === 'same' ? '' : this.#size(unit, difference.figure, ratio.figure);
    const notes = [
      ...(direction === null ? [this.#say('unsure')] : []),
      ...(flags.includes('disputed') ? [this.#say('disputed')] : []),
      ...boundaries.map(({ year, from: old, to }) => `${this.#say('boundary')}: ${year} ${old} → ${to}`),
    ];
    const words = `${this.#say('since')} ${when} ${direction === null ? '' : this.#say(direction)} ${size}`;
    return `      ${mark} ${words.replace(/ +/g, ' ').trim()}${notes.map((note) => `  [${note}]`).join('')}`;
  }

  #size(unit: string | null, difference: number | null, ratio: number | null): string {
    if (difference === null) return '';
    const times = ratio === null ? '' : ` (×${Number(ratio.toPrecision(3))})`;
    return `${amount(Math.abs(difference), unit, this.#lang)}${times}`;
  }

  #plan(report: PlanReport): string[] {
    const { plan, results, reached } = report;
    const steps = [plan, ...results].map((fact) => {
      const figure = this.#figure(fact);
      return `${this.#say(fact.stage, 'stage')} ${periodText(fact)}${figure === '' ? '' : `: ${figure}`}`;
    });
    const thing = this.#what({ ...plan, figure: null });
    const end = isReportedDone(report) || reached === 'cancelled' ? [] : [this.#say('notReported')];
    const place = this.#placed ? `${plan.placeName ?? ''} ` : '';
    return [`  ${place}${thing}  ${[...steps, ...end].join(' → ')}`];
  }
}
