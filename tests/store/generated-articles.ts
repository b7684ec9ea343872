import type { Claim, RecordAgency, RecordProgram } from '../../src/claim/claim.ts';
import { Gazetteer } from '../../src/gazetteer/gazetteer.ts';
import type { PlaceRef } from '../../src/gazetteer/place.ts';
import { seeded } from '../../src/network/random.ts';
import type { ReadArticle } from '../../src/store/load.ts';
import { article, EYES, hash, type Told } from './fixture.ts';

const NATIONAL: readonly RecordProgram[] = [
  EYES,
  ...(['天网工程', '平安建设', '综治中心', '智慧警务'] as const).map((name) => ({
    ...{ id: name, name, aliases: [], discovered: false },
    category: name === '平安建设' ? ('campaign' as const) : ('platform' as const),
  })),
];
const THINGS = [
  { asset: 'camera', assetText: '摄像头', counted: 'cameras', unit: '个' },
  { asset: 'camera', assetText: '高清探头', counted: 'cameras', unit: '个' },
  { asset: 'alarm', assetText: '报警器', counted: 'alarms', unit: '台' },
  { asset: 'patrol_car', assetText: '巡逻车', counted: 'cars', unit: '辆' },
  { asset: 'checkpoint', assetText: '卡口', counted: 'checkpoints', unit: '处' },
] as const;
const STAGES = ['done', 'done', 'done', 'done', 'planned', 'building', 'accepted'] as const;
const SCOPES = ['new', 'cumulative', null] as const;
const OUTLETS = Array.from({ length: 40 }, (_, i) => `第${i + 1}日报`);

/** Draws what an article says; the same seed draws the same. */
class Draw {
  readonly random: () => number;
  constructor(seed: number) {
    this.random = seeded(seed);
  }
  below(n: number): number {
    return Math.floor(this.random() * n);
  }
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
  /** The first of a list far more often than its last, as with busy places. */
  busy<T>(list: readonly T[]): T {
    return list[Math.floor(list.length * this.random() ** 3)] as T;
  }
}

/**
 * Articles as if read, of real counties and towns, with invented figures: at least `claims` claims, the same for the same
 * seed. There are copies, repeats and disagreements, parts of totals, money with what it bought, plans, local programs,
 * bodies and their parents, classes of bodies, names left open, articles without a date; the first programs and places are hubs.
 */
export function* generatedArticles(claims: number, seed = 7): Generator<ReadArticle> {
  const draw = new Draw(seed);
  const places = [...Gazetteer.load().all()].filter(
    ({ level, validTo }) => validTo === null && (level === 'county' || (level === 'town' && draw.below(10) === 0)),
  );
  let words: string | null = null;
  for (let made = 0, i = 0; made < claims; i++) {
    const read = generatedArticle(`${seed}/${i}`, draw, draw.busy(places), words);
    // Every now and then the next article is a copy of this one.
    words = draw.below(12) === 0 ? (read.text ?? null) : null;
    made += read.record.claims.length;
    yield read;
  }
}

/** One article, about one place; `copied` are the words that it shares with another. */
function generatedArticle(name: string, draw: Draw, place: PlaceRef, copied: string | null): ReadArticle {
  const { code, name: placeName } = place;
  const local: RecordProgram = {
    ...{ id: `${code}/平安${place.ownName}`, name: `平安${place.ownName}`, category: 'campaign', aliases: [] },
    discovered: true,
    ...(draw.below(3) === 0 ? { partOf: { program: '平安建设', start: 1, end: 5 } } : {}),
  };
  const bureau: RecordAgency = {
    id: `${code}/public_security/${placeName}公安局`,
    name: `${placeName}公安局`,
    ...{ type: 'public_security', placeCode: code },
    aliases: draw.below(4) === 0 ? ['公安局'] : [],
  };
  const office: RecordAgency = {
    id: `${code}/zongzhi/${placeName}综治办`,
    name: `${placeName}综治办`,
    ...{ type: 'zongzhi', placeCode: code, parent: bureau.id, aliases: [] },
  };
  const around = { place: { code, name: placeName }, places: [code] };
  const claims = toldBy(name, draw, { around, local, bureau });
  const head = {
    publishedOn: draw.below(15) === 0 ? null : `20${10 + draw.below(10)}-${10 + draw.below(3)}-${10 + draw.below(19)}`,
    outlet: draw.busy(OUTLETS),
    ...(copied === null ? {} : { text: copied }),
  };
  const made = article(name, head, claims, { programs: [...NATIONAL, local], agencies: [bureau, office] });
  return {
    ...made,
    record: {
      ...made.record,
      article: { ...made.record.article, subjectPlace: { code, name: placeName } },
      places: [
        { code, name: placeName, level: place.level, count: 1 + draw.below(5) },
        ...(draw.below(9) === 0
          ? [{ code: '', name: '鼓楼区', level: 'county' as const, candidates: ['320106', '350102'] }]
          : []),
      ],
    },
  };
}

interface Scene {
  readonly around: Pick<Claim, 'place' | 'places'>;
  readonly local: RecordProgram;
  readonly bureau: RecordAgency;
}

/** One to six claims: counts, perhaps a part of the first, perhaps money for it, perhaps posts, a rate, or a program run. */
function toldBy(name: string, draw: Draw, { around, local, bureau }: Scene): Told[] {
  const id = (what: string) => hash(`${name} ${what}`).slice(0, 32);
  const program = draw.below(5) === 0 ? local : draw.busy(NATIONAL);
  const about = draw.below(6) === 0 ? {} : { programs: [program.id], program: program.name };
  const year = 2010 + draw.below(8);
  const when = draw.below(4) === 0 ? { year } : { year, from: `${year}`, to: `${year}`, dateText: `${year}年` };
  const common = { ...around, ...about, ...when, ...actorOf(draw, around, bureau), stage: draw.pick(STAGES) };
  // Few numbers: the same thing is told alike by many, and otherwise by some.
  const count = 100 * (1 + draw.below(3));
  const thing = draw.busy(THINGS);
  const counted = { count, countMin: count, countMax: count, scope: draw.pick(SCOPES), ...thing };
  const told: Told[] = [
    { ...common, ...counted, id: id('count'), kind: 'DEPLOYED', words: `安装${thing.assetText}${count}${thing.unit}` },
  ];
  if (draw.below(4) === 0) {
    const part = { count: 40, countMin: 40, countMax: 40, scope: 'of_which' as const, partOf: id('count') };
    told.push({ ...common, ...counted, ...part, id: id('part'), kind: 'DEPLOYED', words: `其中农村40${thing.unit}` });
  }
  if (draw.below(2) === 0) told.push({ ...common, ...moneyOf(draw), ...{ id: id('money'), paysFor: id('count') } });
  if (draw.below(3) === 0) {
    const posted = { asset: 'assistant_police' as const, counted: 'people', count: 60, countMin: 60, countMax: 70 };
    told.push({
      ...common,
      ...posted,
      approx: 'over',
      unit: '名',
      id: id('post'),
      kind: 'STAFFED',
      words: '辅警60余名',
    });
  }
  if (draw.below(5) === 0) {
    const rate = { count: 12.5 + draw.below(3), unit: '%', assetText: '发案率' };
    told.push({ ...common, ...rate, id: id('rate'), kind: 'OUTCOME', words: `发案率下降${rate.count}%` });
  }
  if (draw.below(5) === 0) told.push({ ...common, id: id('runs'), kind: 'OPERATES', words: `开展${program.name}` });
  return told;
}

function moneyOf(draw: Draw): Told {
  const amount = 500_000 * (1 + draw.below(4));
  const bounds =
    draw.below(3) === 0
      ? { approx: 'over' as const, amountMin: amount, amountMax: amount + 100_000 }
      : { amountMin: amount, amountMax: amount };
  return { kind: 'FUNDED', words: `投资${amount / 10_000}万元`, amountCny: amount, ...bounds };
}

/** A body, its place, a class of bodies, or nobody. */
function actorOf(
  draw: Draw,
  { place }: Scene['around'],
  bureau: RecordAgency,
): Pick<Partial<Claim>, 'actors' | 'agency'> {
  const kind = draw.below(6);
  if (kind < 2) return { actors: [{ type: 'agency', ref: bureau.id, name: bureau.name }], agency: bureau.name };
  if (kind < 4 && place !== null) return { actors: [{ type: 'place', ref: place.code, name: place.name }] };
  return kind === 4 ? { actors: [{ type: 'class', ref: null, name: '各派出所' }] } : {};
}
