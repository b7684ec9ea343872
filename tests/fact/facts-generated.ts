import type { FactRow } from '../../src/fact/row.ts';
import { Gazetteer } from '../../src/gazetteer/gazetteer.ts';
import { row } from './rows.ts';

/** Numbers in [0, 1) that are the same on every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const ASSETS = ['camera', 'camera', 'camera', 'platform', 'alarm', 'patrol_car'];
const STAGES = ['done', 'done', 'done', 'done', 'planned', 'building', 'accepted'];
const SCOPES = ['new', 'new', 'cumulative', 'cumulative', null];
const PROGRAMS = [['雪亮工程'], ['雪亮工程'], ['天网工程'], []];

/** Facts as a large graph would hold them, over the counties and towns of the gazetteer: three to an article, money first. */
export function generatedSeries(size: number, seed = 7): FactRow[] {
  const random = seeded(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const places = [...Gazetteer.load().all()].filter(
    (d) => d.validTo === null && (d.level === 'county' || (d.level === 'town' && random() < 0.1)),
  );
  const rows: FactRow[] = [];
  for (let n = 0; rows.length < size; n += 3) {
    const year = 2008 + Math.floor(random() * 15);
    const { code: placeCode, name: placeName } = pick(places);
    const at = {
      placeCode,
      placeName,
      first: `${year}-00-00`,
      last: `${year}-99-99`,
      programIds: pick(PROGRAMS),
      articleIds: [`a${n}`],
    };
    const [count, stage, asset] = [1 + Math.floor(10 ** (1 + 2.5 * random())), pick(STAGES), pick(ASSETS)];
    const sum = Math.round(count * 10_000 * Math.exp(random() + random() + random() - 1.5));
    const report = `${year}-12-${10 + Math.floor(random() * 19)}`;
    const common = { ...at, stage, asset, firstReport: report, lastReport: report };
    const paid = {
      kind: 'FUNDED',
      unit: 'CNY',
      counted: null,
      quote: `投资${sum}元，安装${count}个`,
      buys: [`f${n + 1}`],
    };
    rows.push(
      row({
        ...common,
        ...paid,
        id: `f${n}`,
        figure: sum,
        ...(random() < 0.2 ? { max: null, approx: 'over' as const } : {}),
      }),
    );
    rows.push(row({ ...common, id: `f${n + 1}`, figure: count, scope: 'new', quote: `投资${sum}元，安装${count}个` }));
    rows.push(row({ ...common, id: `f${n + 2}`, figure: count * 3, scope: pick(SCOPES), quote: `共有${count * 3}个` }));
  }
  return rows.slice(0, size);
}
