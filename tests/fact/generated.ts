import type { FactRow } from '../../src/fact/row.ts';
import { Gazetteer } from '../../src/gazetteer/gazetteer.ts';
import type { PlaceLevel } from '../../src/gazetteer/place.ts';
import { rowOf, type Stated } from './rows.ts';

/** Numbers in [0, 1) that are the same on every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Random = () => number;

function pick<T>(random: Random, from: readonly T[]): T {
  const found = from[Math.floor(random() * from.length)];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
}

/** One of the values, each as often as its number says. */
function weighted<T>(random: Random, of: readonly (readonly [T, number])[]): T {
  let left = random() * of.reduce((sum, [, share]) => sum + share, 0);
  for (const [value, share] of of) {
    left -= share;
    if (left < 0) return value;
  }
  return of[0]?.[0] as T;
}

// The shares of what is read of the 264 articles in evaluation/, in percent; cities, provinces, zones and nowhere a little more
// often, for they are what makes totals hard.
const PLACES: readonly (readonly [PlaceLevel | null, number])[] = [
  ['county', 56],
  ['town', 28],
  ['city', 6],
  ['village', 5],
  ['zone', 2.5],
  ['province', 1.5],
  [null, 1],
];
const KINDS = [
  ['DEPLOYED', 41],
  ['FUNDED', 27],
  ['OUTCOME', 16],
  ['STAFFED', 13],
  ['OPERATES', 3],
] as const;
const THINGS = [
  ['camera', 48],
  ['other', 19],
  ['patrol_car', 9],
  ['police_box', 9],
  ['platform', 6],
  ['checkpoint', 5],
  ['alarm', 4],
] as const;
const POSTS = [
  ['assistant_police', 50],
  ['patrol_team', 50],
] as const;
const STAGES = [
  ['done', 82],
  ['planned', 13],
  ['awarded', 2],
  ['building', 1.5],
  ['cancelled', 1],
  ['accepted', 0.5],
] as const;
const SCOPES = [
  [null, 86],
  ['cumulative', 7],
  ['new', 6],
  ['in_use', 1],
] as const;
const PAYERS = [
  ['agency', 61],
  ['place', 33],
  ['class', 6],
] as const;
const PROGRAMS = [
  ['雪亮工程', 35],
  ['天网工程', 20],
  ['平安建设', 15],
  [null, 30],
] as const;
const COUNTED = [
  ['摄像头', 70],
  ['监控点', 20],
  ['高清探头', 10],
] as const;

/** Facts as a large graph would hold them, over real places: several to an article, parts, rivals, payers, zones, nowhere. */
export function generatedFacts(size: number, seed = 1): FactRow[] {
  const random = seeded(seed);
  const codes = new Map<PlaceLevel, string[]>();
  for (const { code, level, validTo } of Gazetteer.load().all()) {
    const listed = codes.get(level);
    if (validTo !== null) continue;
    if (listed === undefined) codes.set(level, [code]);
    else listed.push(code);
  }
  const rows: FactRow[] = [];
  while (rows.length < size)
    rows.push(...article(random, rows.length, (level) => pick(random, codes.get(level) ?? [])));
  // Plain objects, as a store's answers are: what the test runner makes of `...` is read many times slower.
  return rows.slice(0, size).map((row) => JSON.parse(JSON.stringify(row)) as FactRow);
}

function article(random: Random, number: number, codeOf: (level: PlaceLevel) => string): FactRow[] {
  const level = weighted(random, PLACES);
  const placeCode = level === null ? null : level === 'village' ? `${codeOf('town')}/东村` : codeOf(level);
  const year = 2005 + Math.floor(random() ** 0.7 * 20);
  const size = 1 + Math.floor(random() * 12);
  return Array.from({ length: size }, (_, i) => {
    const linked = i > 0 ? `f${number + Math.floor(random() * i)}` : null;
    return rowOf({ ...fact(random, placeCode, year, linked), articleIds: [`a${number}`] }, number + i);
  });
}

function fact(random: Random, placeCode: string | null, year: number, linked: string | null): Stated {
  const kind = weighted(random, KINDS);
  const asset = kind === 'STAFFED' ? weighted(random, POSTS) : weighted(random, THINGS);
  const figure = Math.ceil(10 ** (1 + random() * 3)) * (kind === 'FUNDED' ? 10_000 : 1);
  const isPart = linked !== null && random() < 0.09;
  const isRival = linked !== null && !isPart && random() < 0.03;
  const program = weighted(random, PROGRAMS);
  const from = random() < 0.66 ? String(year - Math.floor(random() * 2)) : null;
  return {
    ...{ kind, asset, placeCode, figure, from, publishedYear: year },
    ...(random() < 0.3 ? { min: figure, max: random() < 0.1 ? null : figure * 1.1 } : {}),
    ...{ unit: kind === 'FUNDED' ? 'CNY' : kind === 'STAFFED' ? '名' : '个' },
    assetText: asset === 'other' ? pick(random, ['标语', '路灯', '道闸']) : null,
    counted: asset === 'camera' ? weighted(random, COUNTED) : null,
    ...{ stage: weighted(random, STAGES), scope: isPart ? 'of_which' : weighted(random, SCOPES) },
    ...payer(random, placeCode),
    programIds: program === null ? [] : [program],
    ...{ wholes: isPart ? [linked] : [], rivals: isRival ? [linked] : [] },
  };
}

function payer(random: Random, placeCode: string | null): Stated {
  if (placeCode === null || random() < 0.33) return {};
  const type = weighted(random, PAYERS);
  const ref = type === 'place' ? placeCode : type === 'agency' ? `${placeCode}/finance/财政局` : '';
  return { actorTypes: [type], actorRefs: [ref], actorNames: [type === 'class' ? '各镇街道' : ref] };
}
