import type { AreaCoverage, CountyCoverage, Coverage, PrefectureCoverage } from '../fact/coverage.ts';
import type { CoverageRate, CoverageState } from '../fact/coverage-rate.ts';
import type { Lang } from './amount.ts';
import { seriesWord } from './series-words.ts';
import { displayWidth } from './table.ts';

const MARKS: Readonly<Record<CoverageState, string>> = {
  reported: '█',
  mentioned: '▒',
  searched: '·',
  not_searched: ' ',
};
const STATES: readonly CoverageState[] = ['reported', 'mentioned', 'searched', 'not_searched'];

/** The silence map for people: a line for each prefecture, a character for each county. @param name of the place asked for; null for all */
export function coverageText(coverage: Coverage, name: string | null, lang: Lang): string[] {
  const { provinces, zones, total, unplaced, prefectures } = coverage;
  const say = (key: string) => seriesWord('coverage', key, lang);
  const width = Math.max(0, ...prefectures.map((one) => displayWidth(one.name)));
  const counties = prefectures.flatMap((one) => one.counties);
  const elsewhere = [...counties, ...zones].filter(({ foundElsewhere }) => foundElsewhere);
  return [
    STATES.map((state) => `${MARKS[state].trim() || `(${say('blank')})`} ${say(state)}`).join('   '),
    '',
    `${name ?? say('country')}  ${rateText(total, lang)}`,
    ...provinces.flatMap((province) => [
      ...(provinces.length > 1 ? ['', `${province.name}  ${rateText(province.rate, lang)}`] : []),
      ...(province.ownFacts === null ? [] : [`  ${province.name}${ownText(province, lang)}`]),
      ...prefectures.filter((one) => one.province === province.code).map((one) => prefectureLine(one, width, lang)),
    ]),
    ...zoneLines(zones, lang),
    ...(unplaced > 0 ? ['', `${unplaced} ${say('unplaced')}`] : []),
    ...(elsewhere.length > 0
      ? ['', `${elsewhere.length} ${say('elsewhere')}: ${elsewhere.map((one) => one.name).join('、')}`]
      : []),
  ];
}

/** A municipality is the prefecture of its counties: what is about all of it is said once. */
function prefectureLine(one: PrefectureCoverage, width: number, lang: Lang): string {
  const own = one.code === one.province ? '' : ownText(one, lang);
  return `  ${padded(one.name, width)} │${marks(one.counties)}│ ${shortRate(one.rate)}${own}`;
}

function marks(counties: readonly CountyCoverage[]): string {
  return counties.map(({ state }) => MARKS[state]).join('');
}

/** 有报道 4 / 看过的 9 (44%); 看过的 9 / 136 (7%). Nobody's look is no rate, and no zero. */
function rateText({ divisions, reported, lookedAt, rate, lookedAtShare }: CoverageRate, lang: Lang): string {
  const say = (key: string) => seriesWord('coverage', key, lang);
  const looked = `${say('lookedAt')} ${lookedAt === 0 ? '–' : lookedAt} / ${divisions}`;
  if (rate === null) return `${looked}  (${say('unknown')})`;
  const share = reported === 0 ? '' : ` (${percent(rate)})`;
  return `${say('reported')} ${reported || '–'} / ${lookedAt}${share}; ${looked} (${percent(lookedAtShare ?? 0)})`;
}

function shortRate({ reported, lookedAt, rate }: CoverageRate): string {
  return rate === null ? '–' : `${reported || '–'}/${lookedAt}`;
}

function percent(share: number): string {
  const value = 100 * share;
  return `${value > 0 && value < 1 ? value.toPrecision(1) : value.toFixed(0)}%`;
}

function ownText({ ownFacts }: AreaCoverage, lang: Lang): string {
  return ownFacts === null ? '' : `  (${ownFacts} ${seriesWord('coverage', 'own', lang)})`;
}

/** The zones of which something is known, by name; the others as a number. */
function zoneLines(zones: readonly CountyCoverage[], lang: Lang): string[] {
  const lines = STATES.slice(0, 3).flatMap((state) => {
    const names = zones.filter((zone) => zone.state === state).map(({ name }) => name);
    return names.length === 0 ? [] : [`  ${MARKS[state]} ${names.join('、')}`];
  });
  const unknown = zones.filter(({ state }) => state === 'not_searched').length;
  if (lines.length === 0) return [];
  const rest = unknown === 0 ? [] : [`  ${seriesWord('coverage', 'not_searched', lang)}: ${unknown}`];
  return ['', seriesWord('coverage', 'zones', lang), ...lines, ...rest];
}

function padded(name: string, width: number): string {
  return name + ' '.repeat(Math.max(0, width - displayWidth(name)));
}
