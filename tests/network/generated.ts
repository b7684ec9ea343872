import type { FactRow } from '../../src/fact/row.ts';
import { FactTable } from '../../src/fact/table.ts';
import { Gazetteer } from '../../src/gazetteer/gazetteer.ts';
import { seeded } from '../../src/network/random.ts';
import type { NetworkArticle, NetworkSource } from '../../src/network/source.ts';

const KINDS = ['FUNDED', 'DEPLOYED', 'DEPLOYED', 'STAFFED', 'OPERATES', 'OUTCOME'];
const ASSETS = ['camera', 'platform', 'checkpoint', 'patrol_car', 'alarm', 'assistant_police', null];
const TYPES = ['public_security', 'government', 'zongzhi', 'political_legal', 'finance'];
const STAGES = ['done', 'done', 'done', 'planned', 'building'];
const NATIONAL = ['雪亮工程', '天网工程', '平安建设', '一村一警', '综治中心', '蓝天工程', '网格化', '智慧警务'];

/** A table of `size` facts and the articles that state them, of real counties, the same for the same seed. */
export function generated(size: number, seed = 7): NetworkSource {
  const random = seeded(seed);
  const below = (n: number) => Math.floor(random() * n);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const counties = [...Gazetteer.load().all()].filter((d) => d.level === 'county' && d.validTo === null);
  const codes = counties.map(({ code }) => code).sort();
  const articles = Array.from({ length: Math.ceil(size / 3) }, (_, i) => {
    // The busy places are written about most.
    const code = codes[Math.floor(codes.length * random() ** 2)] ?? '';
    const day = `20${String(8 + below(15)).padStart(2, '0')}-${two(1 + below(12))}-${two(1 + below(28))}`;
    const local = `${code}/平安${code.slice(2)}`;
    const programs =
      below(3) === 0 ? [local, pick(NATIONAL)] : [NATIONAL[Math.floor(NATIONAL.length * random() ** 2)] ?? ''];
    const agencies = TYPES.filter(() => below(2) === 0).map((type) => `${code}/${type}/${code}${type}`);
    const root = i > 10 && below(5) === 0 ? name(i - 1 - below(10)) : name(i);
    const numbers = below(4) === 0 ? [`中综办〔20${two(8 + below(12))}〕${1 + below(60)}号`] : [];
    return { id: name(i), code, day, programs, agencies, root, numbers };
  });
  const rows = Array.from({ length: size }, (_, i): FactRow => {
    const article = articles[Math.floor(i / 3)] as (typeof articles)[number];
    const isDated = below(2) === 0;
    const year = Number(article.day.slice(0, 4)) - below(3);
    const kind = pick(KINDS);
    const figure = kind === 'OPERATES' ? null : 1 + below(100_000);
    const actor = below(3) === 0 ? null : (article.agencies[below(article.agencies.length)] ?? null);
    const program = below(4) === 0 ? [] : [pick(article.programs)];
    return {
      id: `f${i}`,
      kind,
      asset: pick(ASSETS),
      assetText: null,
      counted: null,
      unit: kind === 'FUNDED' ? 'CNY' : '个',
      figure,
      min: figure,
      max: figure,
      approx: 'exact',
      stage: pick(STAGES),
      scope: null,
      first: `${year}-00-00`,
      last: `${year}-99-99`,
      dated: isDated,
      placeCode: article.code,
      placeName: article.code,
      actorTypes: actor === null ? ['place'] : ['agency'],
      actorRefs: [actor ?? article.code],
      actorNames: ['x'],
      programIds: program,
      wholes: [],
      buys: [],
      rivals: [],
      claims: 1,
      sources: 1,
      articleIds: [article.id],
      claimId: `c${i}`,
      quote: `第${i}项`,
      firstReport: article.day,
      lastReport: article.day,
    };
  });
  return {
    facts: new FactTable(rows),
    articles: articles.map(
      ({ id, code, day, programs, agencies, root, numbers }): NetworkArticle => ({
        id,
        title: id,
        publishedOn: day,
        outlet: '报',
        subjectPlace: code,
        documentNumbers: numbers,
        root,
        agencyIds: agencies,
        programIds: programs,
      }),
    ),
    agencies: [],
    programs: [],
  };
}

function name(i: number): string {
  return `a${String(i).padStart(7, '0')}`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
