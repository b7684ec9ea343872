import { describe, expect, it } from 'vitest';
import { type FactClaim, factClaim, factKey } from '../../src/fact/claims.ts';
import { derivedEdge, factNode, factRelationships } from '../../src/fact/edge.ts';
import { type Fact, factsOfGroup } from '../../src/fact/facts.ts';
import type { Families } from '../../src/fact/statements.ts';

const DATES: Readonly<Record<string, string>> = { a: '2018-01-01', b: '2018-02-01', c: '2018-03-01', d: '2019-03-01' };
const alone: Families = (id) => ({ root: id, publishedOn: DATES[id] ?? null });

function claim(articleId: string, count: number, more: object = {}): FactClaim {
  return factClaim({
    ...{
      id: `${articleId}${count}`,
      articleId,
      kind: 'DEPLOYED',
      stage: 'done',
      approx: 'exact',
      start: count,
      quote: '…',
    },
    ...{ actorTypes: ['place'], actorRefs: ['990102'], actorNames: ['东河区'], placeCode: '990102', asset: 'camera' },
    ...{ count, countMin: count, countMax: count, unit: '个', from: '2017', to: '2017', year: 2017, ...more },
  });
}

function facts(claims: readonly FactClaim[], families = alone) {
  const [key = ''] = claims.map(factKey);
  expect(new Set(claims.map(factKey)).size).toBe(1);
  return factsOfGroup(key, claims, families);
}

/** Which claims stand together. */
function together(claims: readonly FactClaim[], families = alone): string[][] {
  return facts(claims, families).map((fact) => fact.claims.map((c) => c.id));
}

describe('what claims must share', () => {
  const base = claim('a', 1926);
  it.each([
    ['kind', { kind: 'STAFFED' }],
    ['stage', { stage: 'planned' }],
    ['scope', { scope: 'of_which' }],
    ['actor', { actorRefs: ['990103'] }],
    ['place', { placeCode: '990103' }],
    ['programs', { programIds: ['雪亮工程'] }],
    ['asset', { asset: 'alarm' }],
    ['unit class', { unit: '%' }],
    ['recipient', { recipientRef: '990103' }],
  ])('%s', (_, more) => {
    expect(factKey(claim('b', 1926, more))).not.toBe(factKey(base));
  });

  it('is not the article, the figure, or which word for pieces is used', () => {
    expect(factKey(claim('b', 7, { unit: '台' }))).toBe(factKey(base));
  });

  it('never is other or nothing alone, but the words for it', () => {
    const other = { asset: 'other', assetText: null };
    expect(factKey(claim('a', 1, other))).not.toBe(factKey(claim('b', 1, other)));
    const words = { asset: 'other', assetText: '“宣传”车 ' };
    expect(factKey(claim('a', 1, words))).toBe(factKey(claim('b', 1, { ...words, assetText: '宣传车' })));
    const nowhere = { actorNames: [], actorRefs: [], actorTypes: [], placeCode: null };
    expect(factKey(claim('a', 1, nowhere))).not.toBe(factKey(claim('b', 1, nowhere)));
  });

  it('is the program for money without words for what it buys', () => {
    const money = { kind: 'FUNDED', asset: null, amountCny: 5, programIds: ['雪亮工程'] };
    expect(factKey(claim('a', 1, money))).toBe(factKey(claim('b', 1, money)));
    expect(factKey(claim('a', 1, { ...money, programIds: [] }))).not.toBe(
      factKey(claim('b', 1, { ...money, programIds: [] })),
    );
  });
});

describe('facts', () => {
  const over = { approx: 'over', countMin: 500, countMax: 600 };

  it('join claims of several articles whose figures meet', () => {
    expect(together([claim('b', 500, over), claim('a', 550)])).toEqual([['a550', 'b500']]);
  });

  it('end an open figure before its next step', () => {
    expect(together([claim('a', 600), claim('b', 500, over)])).toHaveLength(2);
    expect(together([claim('a', 500), claim('b', 500, over)])).toHaveLength(1);
  });

  it('keep two figures of one article apart, unless one takes the other up', () => {
    expect(together([claim('a', 500, over), claim('a', 510)])).toHaveLength(2);
    expect(together([claim('a', 500, over), claim('a', 510, { supersedes: 'a500' })])).toEqual([['a500', 'a510']]);
    const [fact] = facts([claim('a', 500, over), claim('a', 510, { supersedes: 'a500' })]);
    expect(factNode(fact as NonNullable<typeof fact>).properties.figure).toBe(510);
  });

  it('survive a circle of supersedes', () => {
    const circle = [claim('a', 500, { supersedes: 'a510' }), claim('a', 510, { supersedes: 'a500' })];
    expect(together(circle).flat().sort()).toEqual(['a500', 'a510']);
  });

  it('keep periods that do not overlap apart, without conflict', () => {
    const later = claim('b', 900, { from: '2019-05', to: null, year: 2019 });
    expect(facts([claim('a', 500), later]).map((fact) => fact.conflicts)).toEqual([[], []]);
    expect(
      together([claim('a', 500, { from: '2017-01', to: '2019-06' }), claim('b', 500, { from: '2019-05', to: null })]),
    ).toHaveLength(1);
  });

  it('date a claim without a date by its article, a copy by what it copies', () => {
    const undated = { from: null, to: null, dateText: null, year: null };
    expect(together([claim('a', 5, undated), claim('d', 5, undated)])).toHaveLength(2);
    const copies: Families = () => ({ root: 'a', publishedOn: '2018-01-01' });
    expect(together([claim('a', 5, undated), claim('d', 5, undated)], copies)).toHaveLength(1);
  });

  it('conflict across articles only, and not across copies', () => {
    const [x, y] = facts([claim('a', 500), claim('b', 700)]);
    expect([x?.conflicts, y?.conflicts]).toEqual([[y?.id], [x?.id]]);
    expect(facts([claim('a', 500), claim('a', 700)]).flatMap((fact) => fact.conflicts)).toEqual([]);
    const copies: Families = () => ({ root: 'a', publishedOn: null });
    expect(facts([claim('a', 500), claim('b', 700)], copies).flatMap((fact) => fact.conflicts)).toEqual([]);
    expect(facts([claim('a', 500), claim('a', 700), claim('b', 700)]).flatMap((fact) => fact.conflicts)).toEqual([]);
  });

  it('count copies as one source', () => {
    const copies: Families = (id) => (id === 'b' ? { root: 'a', publishedOn: '2018-01-01' } : alone(id));
    const [fact] = facts([claim('a', 500), claim('b', 500), claim('c', 500)], copies);
    expect([fact?.sources, fact?.claims.length]).toEqual([['a', 'c'], 3]);
  });

  it('are the same for every order of the same claims', () => {
    const claims = [
      claim('a', 500, over),
      claim('b', 550),
      claim('c', 600),
      claim('b', 600),
      claim('d', 520),
      claim('c', 505),
    ];
    const whole = JSON.stringify(facts(claims));
    for (let i = 1; i < claims.length; i++) {
      const turned = [...claims.slice(i), ...claims.slice(0, i)];
      expect(JSON.stringify(facts(turned))).toBe(whole);
      expect(JSON.stringify(facts(turned.reverse()))).toBe(whole);
    }
  });
});

const edgesOf = (fact: Fact) => derivedEdge(factNode(fact).properties);

describe('the derived edge', () => {
  const edge = (more: object) => facts([claim('a', 5, more)]).flatMap(edgesOf)[0];
  const nobody = { actorTypes: [], actorRefs: [], actorNames: [] };

  it('runs from who acted to the program, else to the asset', () => {
    expect(edge({ programIds: ['雪亮工程', '天网工程'] })).toMatchObject({
      type: 'DEPLOYED',
      from: { label: 'Place' },
      to: { label: 'Program', key: '雪亮工程' },
    });
    expect(edge({ actorTypes: ['class', 'agency'], actorRefs: ['', 'x'], actorNames: ['各所', '分局'] })).toMatchObject(
      { from: { label: 'Agency', key: 'x' }, to: { label: 'Asset', key: 'camera' } },
    );
  });

  it('hangs what was built on its place where nobody is named, and says so', () => {
    expect(edge(nobody)).toMatchObject({ from: { label: 'Place', key: '990102' }, properties: { source: 'place' } });
  });

  it('invents no payer, and makes no class of bodies its county', () => {
    expect(edge({ ...nobody, kind: 'FUNDED', amountCny: 5 })).toBeUndefined();
    expect(edge({ actorTypes: ['class'], actorRefs: [''], actorNames: ['各派出所'] })).toBeUndefined();
    expect(edge({ kind: 'OUTCOME' })).toBeUndefined();
  });

  it('is one, and a conflict is said once', () => {
    const pair = facts([claim('a', 500), claim('b', 700)]);
    const types = pair.flatMap((fact) => [...factRelationships(fact), ...edgesOf(fact)]).map((r) => r.type);
    expect(types.sort()).toEqual(['CONFLICTS_WITH', 'DEPLOYED', 'DEPLOYED', 'SUPPORTS', 'SUPPORTS']);
  });
});
