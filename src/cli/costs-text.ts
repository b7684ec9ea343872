import type { CostPart, CostSummary } from '../fact/cost-summary.ts';
import type { Quartiles } from '../fact/statistics.ts';
import { counts, type UnitCost } from '../fact/unit-cost.ts';
import type { Lang } from './amount.ts';
import { periodText } from './period.ts';
import { seriesWord } from './series-words.ts';
import { stripChart } from './strip-chart.ts';

/** How wide the chart of a distribution is. */
const WIDTH = 40;

/** Unit costs for people: for each kind of thing the distribution, then every cost with the words that state it. */
export function costsText(summaries: readonly CostSummary[], costs: readonly UnitCost[], lang: Lang): string[] {
  const say = (key: string) => seriesWord('costs', key, lang);
  if (costs.length === 0) return [say('none')];
  return summaries.flatMap((summary) => {
    const own = costs.filter(({ measure, stage }) => measure === summary.measure && stage === summary.stage);
    return [...head(summary, own, lang), ...own.flatMap((cost) => costLines(cost, lang)), ''];
  });
}

function head(summary: CostSummary, costs: readonly UnitCost[], lang: Lang): string[] {
  const say = (key: string) => seriesWord('costs', key, lang);
  const { asset, thing, unit, stage, all, listed, outliers } = summary;
  const name = [seriesWord('asset', asset ?? 'other', lang), thing, unit].filter((part) => part !== null).join(' · ');
  const title = `${name} · ${seriesWord('stage', stage, lang)}`;
  if (all === null) return [title, `  ${say('noneCounted')}`];
  const others = listed - all.count;
  const judged = outliers === null ? say('tooFew') : outliers === 0 ? '' : `${outliers} ${say('outliers')}`;
  const notes = [others > 0 ? `${others} ${say('notCounted')}` : '', judged].filter((part) => part !== '');
  const values = costs.filter(counts).flatMap(({ yuan }) => yuan ?? []);
  const chart = `  ${inWan(all.min)} ▕${stripChart(values, WIDTH)}▏ ${inWan(all.max)} ${say('unit')}  (${say('log')})`;
  return [
    title,
    `  ${quartilesText(all, lang)}${notes.length === 0 ? '' : `  (${notes.join(lang === 'zh' ? '；' : '; ')})`}`,
    ...(all.min < all.max ? [chart] : []),
    ...partLines(summary.byLevel, (of) => seriesWord('level', of, lang), lang),
    ...partLines(summary.byYear, (of) => of, lang),
  ];
}

/** One part alone says nothing that the whole does not. */
function partLines(parts: readonly CostPart[], name: (of: string) => string, lang: Lang): string[] {
  if (parts.length < 2) return [];
  return parts.map(({ of, costs }) => `    ${name(of)}: ${quartilesText(costs, lang)}`);
}

function quartilesText({ count, median, q1, q3 }: Quartiles, lang: Lang): string {
  const say = (key: string) => seriesWord('costs', key, lang);
  const middle = `${say('median')} ${inWan(median)} ${say('unit')}`;
  return `${say('purchases')} ${count}: ${middle}${count > 1 ? `, ${say('quartiles')} ${inWan(q1)}–${inWan(q3)}` : ''}`;
}

function costLines(cost: UnitCost, lang: Lang): string[] {
  const { money, bought, flags, outlier, placeName } = cost;
  const say = (key: string) => seriesWord('costs', key, lang);
  const apart =
    outlier === null
      ? []
      : [`${say('outlier')}: ${times(outlier.times)} ${say('times')} (z ${outlier.score.toFixed(1)})`];
  const notes = [...flags.map(say), ...apart].map((note) => `  [${note}]`).join('');
  const quotes = bought.quote.includes(money.quote)
    ? [bought.quote]
    : money.quote.includes(bought.quote)
      ? [money.quote]
      : [money.quote, bought.quote];
  return [
    `  ${rangeText(cost, lang)}/${bought.unit ?? ''}  ${[placeName, periodText(cost)].filter(Boolean).join(' ')}${notes}`,
    ...quotes.map((quote) => `      “${quote}”`),
  ];
}

function rangeText({ min, max }: UnitCost, lang: Lang): string {
  const unit = lang === 'zh' ? '万元' : ' 万元';
  if (min === null && max === null) return seriesWord('costs', 'open', lang);
  if (min === null || max === null) return min === null ? `≤ ${inWan(max ?? 0)}${unit}` : `≥ ${inWan(min)}${unit}`;
  return `${inWan(min) === inWan(max) ? inWan(min) : `${inWan(min)}–${inWan(max)}`}${unit}`;
}

/** Yuan in units of ten thousand, to three digits: 34267 is 3.43. */
function inWan(yuan: number): string {
  const value = yuan / 10_000;
  return value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}

function times(ratio: number): string {
  return ratio >= 10 ? ratio.toFixed(0) : ratio.toPrecision(2);
}
