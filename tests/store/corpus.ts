import type { ReadArticle } from '../../src/store/load.ts';
import { ABOUT_EYES, article, BUREAU, EAST, EAST_ACTS, EYES, LOCAL, OFFICE, PAID, type Told } from './fixture.ts';

const CAMERAS = {
  ...{ kind: 'DEPLOYED' as const, words: '安装摄像头1926个', ...EAST_ACTS, ...ABOUT_EYES, asset: 'camera' as const },
  ...{ assetText: '摄像头', counted: 'cameras', count: 1926, countMin: 1926, countMax: 1926, unit: '个' },
  ...{ from: '2017', to: '2017', year: 2017 },
};
const COPIED =
  '东河区推进公共安全视频监控建设联网应用，投资六千六百余万元，安装高清探头，覆盖城乡道路、学校、医院和车站，群众安全感明显提升。'.repeat(
    2,
  );

/** Two reports that agree, one that disagrees, a copy, a plan, posts, an outcome, and a place that no gazetteer has. */
export function corpus(): ReadArticle[] {
  const paysFor = 'cam-1';
  const named = { programs: [EYES] };
  return [
    article(
      '首报',
      { publishedOn: '2018-01-10', outlet: '青石日报', text: COPIED },
      [
        { ...PAID, id: 'pay-1', paysFor },
        { ...CAMERAS, id: 'cam-1' },
      ],
      named,
    ),
    article('转载', { publishedOn: '2018-01-12', outlet: '云岭网', text: `${COPIED}编辑` }, [PAID, CAMERAS], named),
    article(
      '另报',
      { publishedOn: '2018-03-01', outlet: '法治周刊' },
      [
        {
          ...PAID,
          amountCny: 66_500_000,
          amountMin: 66_500_000,
          amountMax: 66_500_000,
          approx: 'exact',
          words: '投入6650万元',
        },
        { ...CAMERAS, count: 2100, countMin: 2100, countMax: 2100, words: '建成探头2100个' },
      ],
      { programs: [{ ...EYES, aliases: ['雪亮', '农村雪亮'] }] },
    ),
    article(
      '计划',
      { publishedOn: '2016-05-02', outlet: '青石日报' },
      [
        { ...PAID, stage: 'planned', from: '2016', to: '2016', year: 2016, words: '计划投资6600余万元' },
        {
          kind: 'OPERATES',
          words: '东河分局开展平安东河',
          actors: [{ type: 'agency', ref: BUREAU.id, name: BUREAU.name }],
          programs: [LOCAL.id],
          program: LOCAL.name,
          agency: BUREAU.name,
          ...EAST,
        },
      ],
      { programs: [EYES, { ...LOCAL, partOf: { program: EYES.id, start: 3, end: 9 } }], agencies: [BUREAU] },
    ),
    article(
      '队伍',
      { publishedOn: null, outlet: '云岭网' },
      [
        {
          kind: 'STAFFED',
          words: '配备辅警320名',
          asset: 'assistant_police',
          count: 320,
          countMin: 320,
          countMax: 320,
          unit: '名',
          counted: 'people',
          year: 2019,
          from: '2019',
          places: ['990102001/新村'],
          place: { code: '990102001/新村', name: '青石市东河区柳镇新村' },
        },
        {
          kind: 'OUTCOME',
          words: '发案率下降35.5%',
          count: 35.5,
          countMin: 35.5,
          countMax: 35.5,
          unit: '%',
          programs: [EYES.id],
          program: EYES.name,
          assetText: '发案率',
          ...EAST,
        },
        {
          kind: 'DEPLOYED',
          // One character that is two units of UTF-16, in which offsets count.
          words: '🔹各派出所安装报警器400台',
          actors: [{ type: 'class', ref: null, name: '各派出所' }],
          asset: 'alarm',
          assetText: '报警器',
          count: 400,
          countMin: 400,
          countMax: 400,
          unit: '台',
          counted: 'alarms',
          ...EAST,
        },
      ],
      { programs: [EYES], places: ['990121'] },
    ),
  ];
}

/** Two later finds: a range that both rivals of the corpus meet, and an earlier source of what is known. */
export function followers(name = '补报'): ReadArticle[] {
  const range = { ...CAMERAS, count: 1900, countMin: 1900, countMax: 2200, approx: 'range' as const };
  const named = { programs: [EYES] };
  return [
    article(
      `${name}一`,
      { publishedOn: '2018-12-30', outlet: '云岭网' },
      [{ ...range, words: '安装1900至2200个' }],
      named,
    ),
    article(`${name}二`, { publishedOn: '2017-12-30', outlet: '云岭网' }, [CAMERAS], named),
  ];
}

/** A program with more relationships than the embedded engine's joins bear: 320 articles, each with a day's figure. */
export function hub(size = 320): ReadArticle[] {
  return Array.from({ length: size }, (_, i) => {
    const day = new Date(Date.UTC(2019, 0, 1 + 5 * i)).toISOString().slice(0, 10);
    const count = 100 + i;
    const dated = { year: Number(day.slice(0, 4)), from: day, to: day };
    const told = { ...CAMERAS, words: `新增探头${count}个`, count, countMin: count, countMax: count, ...dated };
    return article(`通讯${i}`, { publishedOn: day, outlet: '青石日报' }, [told], { programs: [EYES] });
  });
}

function yuan(amount: number) {
  return { amountCny: amount, amountMin: amount, amountMax: amount, approx: 'exact' as const };
}

/** Every kind of edge that a fact can give, recipients, and a part of a whole. */
export function edges(): ReadArticle {
  const acting = [EAST_ACTS, { ...EAST, actors: [{ type: 'agency' as const, ref: OFFICE.id, name: OFFICE.name }] }];
  const claims = acting.flatMap((actor, a) =>
    (['FUNDED', 'DEPLOYED', 'STAFFED'] as const).flatMap((kind, k) =>
      [ABOUT_EYES, {}].map((about, t): Told => {
        const count = 10 + a * 6 + k * 2 + t;
        const figure =
          kind === 'FUNDED' ? yuan(count * 10_000) : { count, countMin: count, countMax: count, unit: '个' };
        const words = `第${count}项`;
        return {
          id: `edge-${count}`,
          kind,
          words,
          asset: 'alarm',
          assetText: '报警器',
          year: 2020,
          from: '2020',
          ...figure,
          ...actor,
          ...about,
        };
      }),
    ),
  );
  const operates: Told = { kind: 'OPERATES', words: '东河区开展雪亮工程', ...EAST_ACTS, ...ABOUT_EYES };
  const part: Told = {
    ...CAMERAS,
    words: '其中学校12个',
    count: 12,
    countMin: 12,
    countMax: 12,
    scope: 'of_which',
    partOf: 'edge-12',
  };
  const toAgency: Told = {
    ...PAID,
    words: '拨付分局5万元',
    ...yuan(50_000),
    recipient: { type: 'agency', ref: BUREAU.id, name: BUREAU.name },
  };
  const toPlace: Told = {
    ...PAID,
    words: '拨付西河8万元',
    ...yuan(80_000),
    recipient: { type: 'place', ref: '990103', name: '青石市西河区' },
  };
  const named = { programs: [EYES], agencies: [BUREAU, OFFICE] };
  return article(
    '汇总',
    { publishedOn: '2020-12-30', outlet: '青石日报' },
    [...claims, operates, part, toAgency, toPlace],
    named,
  );
}
