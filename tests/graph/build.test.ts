import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../src/graph/build.ts';
import { gazetteerDivisions } from '../../src/graph/divisions.ts';
import { LABELS, RELATIONSHIPS } from '../../src/graph/schema.ts';
import { corpus, edges, hub } from '../store/corpus.ts';
import { article, BUREAU, divisions, EYES, OFFICE, PAID } from '../store/fixture.ts';

const named = { publishedOn: '2018-01-01', outlet: '青石日报' };
const graphs = [...corpus(), edges(), ...hub(3)].map(({ record }) => buildGraph(record, divisions));
const links = (graph: (typeof graphs)[number], type: string) =>
  graph.relationships.filter((r) => r.type === type).map((r) => `${r.from.key}→${r.to.key}`);

describe('the graph of an article', () => {
  it('keeps to the schema: labels, properties, and what joins what', () => {
    for (const { nodes, relationships } of graphs) {
      for (const node of nodes) {
        const { key, properties } = LABELS[node.label];
        expect(node.properties[key]).toBe(node.key);
        expect(
          Object.keys(node.properties).filter((name) => !(properties as readonly string[]).includes(name)),
        ).toEqual([]);
      }
      for (const { type, from, to, properties } of relationships) {
        const schema = RELATIONSHIPS[type];
        expect(schema.from).toContain(from.label);
        expect(schema.to).toContain(to.label);
        expect(
          Object.keys(properties).filter((name) => !(schema.properties as readonly string[]).includes(name)),
        ).toEqual([]);
      }
    }
  });

  it('joins only nodes that it has, and none to itself', () => {
    for (const { nodes, relationships } of graphs) {
      const known = new Set(nodes.map((node) => `${node.label} ${node.key}`));
      for (const { from, to } of relationships) {
        expect(known).toContain(`${from.label} ${from.key}`);
        expect(known).toContain(`${to.label} ${to.key}`);
        expect(`${from.label} ${from.key}`).not.toBe(`${to.label} ${to.key}`);
      }
    }
  });

  it('hangs a place that the gazetteer lacks under its parent', () => {
    const told = { ...PAID, places: ['990102001/新村/东组'], place: { code: '990102001/新村/东组', name: '东组' } };
    const graph = buildGraph(article('新村', named, [told], { programs: [EYES] }).record, divisions);
    expect(links(graph, 'PART_OF').slice(0, 3)).toEqual([
      '990102001/新村/东组→990102001/新村',
      '990102001/新村→990102001',
      '990102001→990102',
    ]);
    const place = graph.nodes.find((node) => node.key === '990102001/新村');
    expect(place?.properties).toMatchObject({ name: '青石市东河区柳镇新村', province: '云岭省' });
  });

  it('joins a place that ended to what followed it, in the year of the change', () => {
    const { record } = article('撤县设区', named, []);
    const ended = { code: '370521', name: '东营市垦利县', level: 'county' as const };
    const graph = buildGraph({ ...record, places: [ended] }, gazetteerDivisions);
    expect(links(graph, 'SUCCEEDED_BY')).toEqual(['370521→370505']);
    expect(links(graph, 'PART_OF')).toContain('370505→370500');
    const followed = graph.relationships.find((r) => r.type === 'SUCCEEDED_BY');
    expect(followed?.properties).toEqual({ year: 2016 });
    const mentioned = graph.relationships.filter((r) => r.type === 'MENTIONS').map((r) => r.to.key);
    expect(mentioned).toEqual(['370521']);
  });

  it('leaves a name open that has candidates', () => {
    const { record } = article('歧义', named, []);
    const open = { code: '鼓楼区', name: '鼓楼区', level: 'county' as const, candidates: ['1', '2'] };
    expect(buildGraph({ ...record, places: [open] }, divisions).nodes.map((node) => node.label)).toEqual([
      'Article',
      'Outlet',
    ]);
  });

  it('makes no node of a class, and no body that the article does not name', () => {
    const told = {
      ...PAID,
      actors: [
        { type: 'class' as const, ref: null, name: '各派出所' },
        { type: 'agency' as const, ref: 'unknown', name: '某局' },
      ],
    };
    const graph = buildGraph(article('类', named, [told], { programs: [EYES] }).record, divisions);
    expect(links(graph, 'BY')).toEqual([]);
    expect(graph.nodes.filter((node) => node.label === 'Agency')).toEqual([]);
    const orphan = buildGraph(article('上级', named, [], { agencies: [OFFICE] }).record, divisions);
    expect(orphan.nodes.find((node) => node.label === 'Agency')?.properties).not.toHaveProperty('parent');
  });

  it('keeps figures, actors and evidence with the claim', () => {
    const graph = buildGraph(
      article('证据', named, [PAID], { programs: [EYES], agencies: [BUREAU] }).record,
      divisions,
    );
    expect(graph.nodes.find((node) => node.label === 'Claim')?.properties).toMatchObject({
      ...{
        amountCny: 66_000_000,
        amountMin: 66_000_000,
        amountMax: 67_000_000,
        quote: PAID.words,
        start: 0,
        end: PAID.words.length,
      },
      ...{ actorRefs: ['990102'], evidenceFields: ['figure'], evidenceStarts: [0], evidenceFroms: ['clause'] },
    });
  });

  it.each([
    ['no words', { quote: '' }],
    ['words of another length', { quote: '短' }],
    ['no place in the text', { start: -1 }],
    ['an empty range', { start: 5, end: 5, quote: '' }],
  ])('refuses a claim that cites %s', (_, more) => {
    const { record } = article('坏', named, [PAID], { programs: [EYES] });
    const claims = record.claims.map((claim) => ({ ...claim, ...more }));
    expect(() => buildGraph({ ...record, claims }, divisions)).toThrow(
      expect.objectContaining({ code: 'CLAIM_WITHOUT_QUOTE' }),
    );
  });
});
