import { readFileSync } from 'node:fs';
import { buildSchema, getNamedType, isObjectType, isRequiredArgument } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoClient, demoClient } from './demo-client.ts';

const PAGE = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
const INNER = {
  total: `{ total(place: "370500", asset: camera) { added { ${PAGE} } leftOut { ${PAGE} } derivation { steps { ${PAGE} } } } }`,
  costs: `{ unitCosts { nodes { costs { ${PAGE} } } } }`,
  groups: `{ deployments(by: place, level: city) { nodes { total { added { ${PAGE} } leftOut { ${PAGE} } } } } }`,
};

/** The queries that answer a page to anyone, without an argument that must be given. */
const lists = Object.values(buildSchema(readFileSync('schema.graphql', 'utf8')).getQueryType()?.getFields() ?? {})
  .filter(({ args }) => !args.some(isRequiredArgument))
  .filter(({ type }) => {
    const named = getNamedType(type);
    return isObjectType(named) && 'pageInfo' in named.getFields();
  })
  .map(({ name }): [string, string] => [name, `{ ${name} { ${PAGE} } }`]);

let api: DemoClient;
beforeAll(async () => {
  api = await demoClient();
});
afterAll(() => api.close());

describe('where a page lies', () => {
  it.each([...lists, ...Object.entries(INNER)])('is told whole by %s', async (_, query) => {
    expect((await api.ask(query)).errors).toBeUndefined();
  });

  it('has something before it once its reader went on', async () => {
    const first = `{ deployments(by: place, level: county, first: 1) { ${PAGE} nodes { facts } } }`;
    const { pageInfo } = (await api.ask(first)).data.deployments;
    expect(pageInfo).toMatchObject({ hasPreviousPage: false, hasNextPage: true, startCursor: pageInfo.endCursor });
    const next = first.replace('first: 1', `first: 1, after: "${pageInfo.endCursor}"`);
    expect((await api.ask(next)).data.deployments.pageInfo).toMatchObject({ hasPreviousPage: true });
  });
});
