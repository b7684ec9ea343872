import { describe, expect, it } from 'vitest';
import { JOURNAL_LABEL, LABELS } from '../../src/graph/schema.ts';
import { type CypherFile, statements } from '../../src/store/queries.ts';
import { lint, lintSchema, RULE_NAMES } from './lint.ts';
import { all, parse, tokens } from './parser.ts';

const shared = statements().filter((file) => file.folder !== 'schema' && file.dialect === 'both');

/** For each rule a statement that breaks it and only it. */
const BREAKS: Readonly<Record<string, string>> = {
  grammar: 'MATCH (n:Place|Agency) RETURN n.name AS name',
  'no-subquery': 'MATCH (n:Place) WHERE EXISTS { (n)-[:PART_OF]->(:Place) } RETURN n.code AS code',
  'one-hop': 'MATCH (a:Claim)-[:AT]->(b:Place)-[:PART_OF]->(c:Place) RETURN c.code AS code',
  typed: 'MATCH (a:Claim)-[r]->(b:Place) RETURN b.code AS code',
  bounded: 'MATCH (a:Place)-[:PART_OF*1..]->(b:Place) RETURN b.code AS code',
  'count-distinct': 'MATCH (a:Claim)-[:AT]->(b:Place) RETURN count(DISTINCT b) AS places',
  'no-pattern-predicate': 'MATCH (a:Place) WHERE (a)-[:PART_OF]->() RETURN a.code AS code',
  'aggregate-first': 'MATCH (a:Place) RETURN [count(a.code), 1] AS list',
  'sum-coalesced': 'MATCH (f:Fact) RETURN sum(f.figure) AS total',
  'shortest-path':
    'MATCH p = shortestPath((a)-[:PART_OF*..5]->(b)) WHERE size(nodes(p)) > 2 RETURN size(nodes(p)) AS length',
  aliased: 'MATCH (a:Place) RETURN a.name',
  'limit-ordered': 'MATCH (a:Claim) RETURN a.year AS year ORDER BY year LIMIT $first',
  'collect-sorted': 'MATCH (a:Place) WITH a.parent AS parent, collect(a.code) AS codes RETURN parent, codes',
  'positive-slice': 'MATCH (a:Claim) RETURN a.programIds[0..-1] AS ids',
  reserved: 'MATCH (or:Place) RETURN or.code AS code',
  'unwind-list': 'UNWIND 5 AS x RETURN x',
  'merge-by-key': 'UNWIND $rows AS row MERGE (n:Place {name: row.name}) SET n = row.properties',
  'no-create': 'UNWIND $rows AS row CREATE (n:Place {code: row.key})',
  'list-append': "MATCH (n:Agency) SET n.aliases = n.aliases + 'x'",
  functions: 'MATCH (n:Claim) RETURN date(n.from) AS day',
};

describe('the shared subset of Cypher', () => {
  it.each(RULE_NAMES)('%s is told from a statement that breaks it', (rule) => {
    expect(lint(BREAKS[rule] ?? '').map((finding) => finding.rule)).toEqual([rule]);
  });

  it.each(shared.map((file) => [`${file.folder}/${file.name}`, file] as const))('%s keeps to it', (_, file) => {
    expect(lint(file.text)).toEqual([]);
  });

  it('tells a constraint without an index, a wrong key and a missing IF NOT EXISTS', () => {
    const unique = 'CREATE CONSTRAINT c IF NOT EXISTS FOR (n:Place) REQUIRE n.code IS UNIQUE';
    expect(lintSchema(`${unique};`)).toHaveLength(1);
    expect(lintSchema(unique.replace('n.code', 'n.name'))).toHaveLength(2);
    expect(lintSchema('CREATE INDEX i FOR (n:Place) ON (n.code)')).toHaveLength(1);
    expect(lintSchema(`CREATE INDEX i IF NOT EXISTS FOR (n:Place) ON (n.code); ${unique}`)).toHaveLength(1);
  });

  it('has constraint and index for every label', () => {
    const files = statements('schema').filter((file) => file.dialect === 'both');
    expect(files.flatMap((file) => lintSchema(file.text))).toEqual([]);
    const constrained = files.flatMap((file) => [
      ...file.text.matchAll(/CONSTRAINT \w+ IF NOT EXISTS FOR \(n:(\w+)\)/g),
    ]);
    expect(constrained.map((match) => match[1]).sort()).toEqual([...Object.keys(LABELS), JOURNAL_LABEL].sort());
  });
});

describe('headers', () => {
  const files = statements().filter((file) => file.folder !== 'schema');

  it.each(files.map((file) => [`${file.folder}/${file.name}`, file] as const))('%s says what it is', (_, file) => {
    expect(file.purpose).not.toBe('');
    expect([...file.params].sort()).toEqual(used(file));
    if (file.dialect === 'both') expect(columns(file)).toEqual(file.folder === 'read' ? [file.columns.join()] : []);
  });

  it('only reads in read/, and only writes in write/', () => {
    const writes = (file: CypherFile) =>
      tokens(file.text).some((t) => /^(MERGE|CREATE|DELETE|SET|REMOVE|DETACH)$/i.test(t.text));
    expect(statements('read').filter(writes)).toEqual([]);
    expect(statements('write').filter((file) => !writes(file))).toEqual([]);
  });
});

function used(file: CypherFile): string[] {
  const words = tokens(file.text);
  const names = words.flatMap((word, i) => (word.text === '$' ? [words[i + 1]?.text ?? ''] : []));
  return [...new Set(names)].sort();
}

/** The columns of each RETURN, joined; all branches of a UNION have the same. */
function columns(file: CypherFile): string[] {
  const { tree } = parse(file.text);
  const returns = tree === null ? [] : all(tree, 'returnClause');
  const names = returns.map((clause) =>
    all(clause, 'returnItem').map((item) => {
      const as = item.children.findIndex((child) => /^as$/i.test(child.text));
      const name =
        as < 0
          ? item.text
          : item.children
              .slice(as + 1)
              .map((child) => child.text)
              .join('');
      return name.trim().replaceAll('`', '');
    }),
  );
  return [...new Set(names.map((list) => list.join()))];
}
