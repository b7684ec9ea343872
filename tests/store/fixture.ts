import { createHash } from 'node:crypto';
import type { Claim, ExtractionRecord, RecordAgency, RecordProgram } from '../../src/claim/claim.ts';
import type { DivisionRef } from '../../src/graph/build.ts';
import type { ReadArticle } from '../../src/store/load.ts';

const DIVISIONS: readonly DivisionRef[] = [
  { code: '990000', name: '云岭省', ownName: '云岭省', level: 'province', parent: null },
  { code: '990100', name: '青石市', ownName: '青石市', level: 'city', parent: '990000' },
  { code: '990102', name: '青石市东河区', ownName: '东河区', level: 'county', parent: '990100' },
  { code: '990103', name: '青石市西河区', ownName: '西河区', level: 'county', parent: '990100' },
  {
    ...{ code: '990121', name: '青石市西河县', ownName: '西河县', level: 'county', parent: '990100' },
    followedBy: { code: '990103', year: 2016 },
  },
  { code: '990102001', name: '青石市东河区柳镇', ownName: '柳镇', level: 'town', parent: '990102' },
];

/** A small gazetteer, invented. */
export function divisions(code: string): readonly DivisionRef[] {
  const place = DIVISIONS.find((division) => division.code === code);
  if (place === undefined) return [];
  return place.parent === null ? [place] : [place, ...divisions(place.parent)];
}

export const EYES: RecordProgram = {
  id: '雪亮工程',
  name: '雪亮工程',
  nameEn: 'Sharp Eyes Project',
  category: 'video_surveillance',
  aliases: ['雪亮'],
  discovered: false,
};
export const LOCAL: RecordProgram = {
  id: '990102/平安东河',
  name: '平安东河',
  category: 'campaign',
  aliases: [],
  discovered: true,
};
export const BUREAU: RecordAgency = {
  id: '990102/public_security/青石市公安局东河分局',
  name: '青石市公安局东河分局',
  type: 'public_security',
  placeCode: '990102',
  aliases: ['东河公安分局'],
};

export function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export type Told = Partial<Claim> & Pick<Claim, 'kind'> & { readonly words: string };

/** A claim over its own words, placed one after the other in the article. */
function claim(articleId: string, told: Told, start: number): Claim {
  const { words, ...given } = told;
  const id = given.id ?? hash(`${articleId} ${told.kind} ${start}`).slice(0, 24);
  return {
    ...{ id, event: `${id}-event`, actors: [], programs: [], places: [], agency: null, program: null, place: null },
    ...{ asset: null, assetText: null, counted: null, count: null, countMin: null, countMax: null, unit: null },
    ...{ amountCny: null, amountMin: null, amountMax: null, approx: 'exact', stage: 'done', scope: null },
    ...{ from: null, to: null, asOf: null, year: null, dateText: null, rule: 'fixture', rulesVersion: '1' },
    evidence: { figure: { start, end: start + words.length, from: 'clause' } },
    quote: words,
    start,
    end: start + words.length,
    ...given,
  };
}

/** An article with its claims; its text is long enough to be told from others. */
export function article(
  name: string,
  head: { publishedOn: string | null; outlet: string; text?: string },
  claims: readonly Told[],
  named: { agencies?: readonly RecordAgency[]; programs?: readonly RecordProgram[]; places?: readonly string[] } = {},
): ReadArticle {
  const id = hash(name);
  let start = 0;
  const built = claims.map((told) => {
    const made = claim(id, told, start);
    start = made.end + 1;
    return made;
  });
  const text = head.text ?? Array.from({ length: 60 }, (_, i) => hash(name + i).slice(0, 6)).join('');
  const codes = [...new Set([...(named.places ?? []), ...built.flatMap((c) => c.places)])];
  const record: ExtractionRecord = {
    article: {
      ...{ id, file: `demo/${name}.txt`, title: name, publishedOn: head.publishedOn, outlet: head.outlet },
      ...{ url: `https://example.org/${encodeURIComponent(name)}`, script: 'Hans', sha256: id, textSha256: hash(text) },
      subjectPlace: { code: '990102', name: '青石市东河区' },
    },
    places: codes.map((code) => ({
      code,
      name: divisions(code)[0]?.name ?? code,
      level: divisions(code)[0]?.level ?? 'zone',
    })),
    agencies: named.agencies ?? [],
    programs: named.programs ?? [],
    claims: built,
    issues: [],
  };
  return { record, text };
}

export const EAST = { places: ['990102'], place: { code: '990102', name: '青石市东河区' } };
export const EAST_ACTS = { actors: [{ type: 'place' as const, ref: '990102', name: '青石市东河区' }], ...EAST };
export const ABOUT_EYES = { programs: [EYES.id], program: EYES.name };

/** Money, 6600余万: the bounds by convention. */
export const PAID = {
  ...{ kind: 'FUNDED' as const, words: '东河区投资6600余万元建设雪亮工程', ...EAST_ACTS, ...ABOUT_EYES },
  ...{ amountCny: 66_000_000, amountMin: 66_000_000, amountMax: 67_000_000, approx: 'over' as const },
  ...{ from: '2017', to: '2017', year: 2017, dateText: '2017年' },
};

export const OFFICE: RecordAgency = {
  id: '990102/zongzhi/青石市东河区综治办',
  name: '青石市东河区综治办',
  type: 'zongzhi',
  placeCode: '990102',
  parent: BUREAU.id,
  aliases: [],
};
