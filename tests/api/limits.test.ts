import { readFileSync } from 'node:fs';
import { buildSchema, isObjectType, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { boundsOf } from '../../src/api/bounds.ts';
import { checkLimits, HEAVY } from '../../src/api/limits.ts';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));

/** What a query costs: the least bound that lets it through. */
function cost(query: string): number {
  return asking(query)({});
}

/** What one document costs with variables. */
function asking(query: string): (variables: Readonly<Record<string, unknown>>) => number {
  const document = parse(query);
  const operation = document.definitions.find((definition) => definition.kind === 'OperationDefinition');
  if (operation === undefined) throw new Error('no operation');
  return (variables) => {
    try {
      checkLimits({ schema, document, operation, variables }, { ...boundsOf(), cost: 0 });
      return 0;
    } catch (error) {
      return Number(/comes to (\d+) nodes/.exec(String(error))?.[1]);
    }
  };
}

describe('the cost of a query', () => {
  it('weighs fields that there are', () => {
    const unknown = Object.keys(HEAVY).filter((name) => {
      const [type = '', field = ''] = name.split('.');
      const found = schema.getType(type);
      return !isObjectType(found) || found.getFields()[field] === undefined;
    });
    expect(unknown).toEqual([]);
  });

  it('weighs every field of Query that sums, or goes along edges', () => {
    const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
    const summing = fields.filter(({ type }) =>
      /^(Total|Aggregation|CostAggregation|Neighborhood|Path)!?$/.test(`${type}`),
    );
    expect(summing.length).toBe(7);
    expect(summing.map(({ name }) => `Query.${name}`).filter((name) => !(name in HEAVY))).toEqual([]);
  });

  it('counts them for each object that they are asked of, wherever they stand', () => {
    expect(cost('{ total { figure } }')).toBe(1000);
    expect(cost('{ ...a } fragment a on Query { total { figure } }')).toBe(1000);
    expect(cost('{ node(id: "Place:370500") { ... on Place { totals { figure } } } }')).toBe(100 + 5);
    expect(cost('{ places(first: 50) { nodes { totals { figure } } } }')).toBe(50 + 50 * (100 + 5));
    expect(cost('{ spending(by: [year], first: 10) { nodes { total { figure } } } }')).toBe(2000 + 10 + 10 * 10);
    expect(cost('{ spending(by: [year], first: 10) { total { packet } nodes { facts } } }')).toBe(2000 + 10 + 500);
    expect(cost('{ search(text: "a", first: 10) { hits { node { id } } facets { total } } }')).toBe(100 + 10);
    expect(
      cost('{ path(from: "a", to: "b") { steps { facts(first: 4) { claims(first: 2) { nodes { id } } } } } }'),
    ).toBe(2000 + 5 + 5 * (4 + 4 * 2));
    expect(cost('{ deployments(first: 100) { nodes { totals { packet } } } }')).toBeGreaterThan(boundsOf().cost);
  });

  it('goes by the variables of each request, however often its document comes', () => {
    const page = asking(
      'query ($first: Int = 7, $text: String!) { search(text: $text, first: $first) { hits { type } } }',
    );
    expect([1, 90, 90, null, 1].map((first) => page({ text: 'a', first }))).toEqual([100, 190, 190, 107, 100]);
    const list = asking('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }');
    const ids = (size: number) => ({ ids: Array.from({ length: size }, (_, i) => `Claim:${i}`) });
    expect([2, 60, 60, 3].map((size) => list(ids(size)))).toEqual([2, 60, 60, 3]);
  });

  it('lets a page through that shows four aggregations and a way', () => {
    const page = ['spending', 'deployments', 'staffing'].map(
      (name) => `${name}(by: [year]) { nodes { total { figure } } }`,
    );
    const all = cost(`{ ${page.join(' ')} unitCosts { totalCount } path(from: "a", to: "b") { steps { sources } } }`);
    expect(all).toBeGreaterThan(10_000);
    expect(all).toBeLessThan(boundsOf().cost);
  });
});
