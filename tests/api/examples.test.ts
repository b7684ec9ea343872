import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../graphiql/examples.js';
import { type DemoClient, demoClient } from './demo-client.ts';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const PAGE = JSON.parse(readFileSync('src/api/page/examples.json', 'utf8')) as { query: string }[];
const SEARCH = readFileSync('src/api/page/search.graphql', 'utf8');

let api: DemoClient;
beforeAll(async () => {
  api = await demoClient();
});
afterAll(() => api.close());

/** What the demo articles have none of: sources that disagree, other names of 雪亮工程. */
const NONE = new Set(['conflicts.nodes', 'program.aliases']);

/** The lists of an answer that are empty, and what is null at its top; by path. */
function empty(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.length === 0 ? [path] : [];
  if (value === null) return [path];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, one]) => empty(one, `${path}.${name}`));
}

describe.each([
  ['GraphiQL', EXAMPLES],
  ['the start page', [...PAGE, { query: SEARCH }]],
] as const)('the examples of %s', (_, examples) => {
  it.each(examples.map(({ query }) => [/(?:query (\w+)|\n {2}(\w+))/.exec(query)?.[0].trim() ?? '', query]))(
    '%s: valid by the schema, and answered by the demo articles',
    async (__, query) => {
      expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
      const { data, errors } = await api.ask(query, { text: '视频监控' });
      expect(errors).toBeUndefined();
      const lists = Object.entries(data).flatMap(([name, value]) => empty(value, name));
      expect(lists.filter((path) => !NONE.has(path))).toEqual([]);
    },
  );
});

describe('the examples of GraphiQL', () => {
  it('say in Chinese and English what they ask, and ask no field twice over', () => {
    for (const { query } of EXAMPLES) expect(query).toMatch(/^# .*\p{Script=Han}.*\n# [A-Z][\x20-\x7e]+\nquery \w+/u);
    const names = EXAMPLES.map(({ query }) => /query (\w+)/.exec(query)?.[1]);
    expect(new Set(names).size).toBe(EXAMPLES.length);
  });

  it('show the figures of the demo articles', async () => {
    const answers = await Promise.all(EXAMPLES.map(({ query }) => api.ask(query)));
    const text = JSON.stringify(answers);
    expect(text).toContain('河口区投资6600余万元');
    expect(text).toContain('"figure":3557');
    expect(text).toContain('"figure":1926');
  });
});
