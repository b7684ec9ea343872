import { JOURNAL_LABEL, LABELS, type Label } from '../../src/graph/schema.ts';
import { all, parse, type Tree, tokens } from './parser.ts';

/** A rule of the subset of Cypher on which the two engines agree (docs: the shared subset), and what breaks it. */
export interface Finding {
  readonly rule: string;
  readonly message: string;
}

type Rule = (tree: Tree) => string[];

const AGGREGATES = new Set(['count', 'sum', 'min', 'max', 'avg', 'collect']);
/** Functions that were seen to answer alike; others are refused until someone compares them. */
const FUNCTIONS = new Set([
  ...AGGREGATES,
  'coalesce',
  'size',
  'labels',
  'type',
  'properties',
  'nodes',
  'startnode',
  'keys',
  'tolower',
]);
const RESERVED = new Set(
  'ALL AND AS ASC BY CALL CASE CREATE DELETE DESC DETACH DISTINCT ELSE END ENDS EXISTS FOR FOREACH IN IS LIMIT MATCH MERGE NOT NULL ON OPTIONAL OR ORDER REMOVE RETURN SET SKIP STARTS THEN UNION UNWIND WHEN WHERE WITH XOR YIELD'.split(
    ' ',
  ),
);
/** What a sort may end in: a property or alias that no two rows share. */
const UNIQUE = /^(.*\.)?`?(id|key|code|name|kind|node|label|stage|source|target|to|articleId|\w+Id|rulesVersion)`?$/;

const RULES: Readonly<Record<string, Rule>> = {
  'one-hop': (tree) =>
    all(tree, 'matchClause').flatMap((clause) => {
      const parts =
        clause.children.find((c) => c.rule === 'pattern')?.children.filter((c) => c.rule === 'patternPart') ?? [];
      const chains = all(clause, 'patternElement').some(
        (e) => e.children.filter((c) => c.rule === 'patternElementChain').length > 1,
      );
      return parts.length > 1 || chains ? [`one hop for each MATCH: ${clause.text}`] : [];
    }),
  typed: (tree) =>
    all(tree, 'relationshipPattern')
      .filter((r) => all(r, 'relationshipType').length === 0)
      .map((r) => `a relationship needs a type: ${r.text}`),
  bounded: (tree) =>
    all(tree, 'rangeLiteral')
      .filter((range) => !/^\*(\d+|\d*\.\.\d+)$/.test(range.text))
      .map((range) => `a path needs an upper bound: ${range.text}`),
  'count-distinct': (tree) =>
    all(tree, 'functionInvocation')
      .filter((f) => nameOf(f) === 'count' && f.children.some((c) => /^distinct$/i.test(c.text)))
      .filter((f) => all(f, 'propertyLookup').length === 0)
      .map((f) => `count a key, not a node: ${f.text}`),
  'no-pattern-predicate': (tree) =>
    all(tree, 'relationshipsPattern', 'patternComprehension', 'existsFunction').map(
      (p) => `no pattern in an expression: ${p.text}`,
    ),
  'aggregate-first': (tree) =>
    all(tree, 'mapLiteral', 'listLiteral', 'stringListNullOperatorExpression', 'mapProjection')
      .filter(
        (node) => node.children.length > 1 && all(node, 'functionInvocation').some((f) => AGGREGATES.has(nameOf(f))),
      )
      .map((node) => `aggregate in a WITH before: ${node.text}`),
  'sum-coalesced': (tree) => {
    const covered = all(tree, 'functionInvocation').filter((f) => nameOf(f) === 'coalesce');
    const inside = new Set(covered.flatMap((c) => all(c, 'functionInvocation')));
    const bare = all(tree, 'functionInvocation').filter((f) => nameOf(f) === 'sum' && !inside.has(f));
    return bare.map((f) => `coalesce(${f.text}, 0): over nothing one engine says null`);
  },
  'shortest-path': (tree) =>
    all(tree, 'matchClause')
      .filter((m) => all(m, 'shortestPathPatternFunction').length > 0 && all(m, 'where').length > 0)
      .map((m) => `no WHERE on a shortest path: ${m.text}`),
  aliased: (tree) =>
    all(tree, 'returnItem')
      .filter((item) => !item.children.some((c) => /^as$/i.test(c.text)) && !/^[`\w]+$/.test(item.text))
      .map((item) => `needs an alias: ${item.text}`),
  'limit-ordered': (tree) =>
    all(tree, 'returnBody')
      .filter((body) => has(body, 'limit') && !endsInKey(body))
      .map((body) => `LIMIT needs ORDER BY …, a key: ${body.text}`),
  'collect-sorted': (tree) =>
    all(tree, 'singleQuery').flatMap((query) => {
      const clauses = query.children
        .filter((c) => c.rule !== '')
        .map((c) => (c.rule === 'clause' ? (c.children[0] ?? c) : c));
      return clauses
        .filter((c, i) => collects(c) && !sorts(clauses[i - 1]))
        .map((c) => `sort in the WITH before: ${c.text}`);
    }),
  'positive-slice': (tree) =>
    all(tree, 'stringListNullOperatorExpression')
      .filter((e) => /\[[^\]]*-\d/.test(e.text))
      .map((e) => `no negative index: ${e.text}`),
  reserved: (tree) =>
    all(tree, 'variable', 'labelName', 'relTypeName')
      .filter((name) => RESERVED.has(name.text.toUpperCase()))
      .map((name) => `quote the reserved name ${name.text}`),
  'unwind-list': (tree) =>
    all(tree, 'unwindClause')
      .filter((clause) => !/^UNWIND\s*\$\w+\s*AS/i.test(clause.text))
      .map((clause) => `unwind a parameter: ${clause.text}`),
  'merge-by-key': (tree) =>
    all(tree, 'mergeClause')
      .flatMap((clause) => all(clause, 'nodePattern'))
      .filter((node) => all(node, 'labelName').length > 0 && !byKey(node))
      .map((node) => `merge by the label’s key: ${node.text}`),
  /** A relationship may be created between nodes that were found, by a caller who knows that it is not there. */
  'no-create': (tree) =>
    all(tree, 'createClause')
      .filter((clause) => all(clause, 'relationshipPattern').length === 0 || all(clause, 'labelName').length > 0)
      .map((clause) => `MERGE, so that it can run twice: ${clause.text}`),
  'list-append': (tree) =>
    all(tree, 'setItem')
      .filter((item) =>
        all(item, 'addOrSubtractExpression').some(
          (e) => e.children.length > 1 && all(e, 'stringLiteral').length > 0 && all(e, 'listLiteral').length === 0,
        ),
      )
      .map((item) => `append a list to a list: ${item.text}`),
  functions: (tree) =>
    all(tree, 'functionInvocation')
      .filter((f) => !FUNCTIONS.has(nameOf(f)))
      .map((f) => `not compared on both engines: ${f.text}`),
};

/** All rules that a read or write statement breaks. */
export function lint(statement: string): Finding[] {
  const braces = subqueries(statement);
  if (braces.length > 0) return braces;
  const { tree, error } = parse(statement);
  if (tree === null) return [{ rule: 'grammar', message: `not Cypher that both engines know: ${error}` }];
  return Object.entries(RULES).flatMap(([rule, check]) =>
    [...new Set(check(tree))].map((message) => ({ rule, message })),
  );
}

/** The names of all rules that `lint` knows. */
export const RULE_NAMES: readonly string[] = ['grammar', 'no-subquery', ...Object.keys(RULES)];

/** EXISTS {}, COUNT {} and COLLECT {} drop rows on the embedded engine; OPTIONAL MATCH and count say the same. */
function subqueries(statement: string): Finding[] {
  const words = tokens(statement);
  const found = words.filter(
    (word, i) => /^(EXISTS|COUNT|COLLECT|CALL)$/i.test(word.text) && words[i + 1]?.text === '{',
  );
  return found.map((word) => ({ rule: 'no-subquery', message: `line ${word.line}: ${word.text} {}` }));
}

/** What a schema file lacks: for a label, a uniqueness constraint and an index on its key, in that order. */
export function lintSchema(text: string): Finding[] {
  const parts = text
    .split(';')
    .map((part) =>
      tokens(part)
        .map((token) => token.text)
        .join(' '),
    )
    .filter((part) => part !== '');
  const missing = parts
    .filter((part) => !part.includes('IF NOT EXISTS'))
    .map((part) => finding(`IF NOT EXISTS: ${part}`));
  const constraints = parts.flatMap((part) => constraint(part));
  const unindexed = constraints.filter(({ label, key }) => !parts.some((part) => indexes(part, label, key)));
  const foreign = constraints.filter(({ label, key }) => keyOf(label) !== key);
  const order =
    constraints.length > 0 && !parts[0]?.startsWith('CREATE CONSTRAINT') ? [finding('the constraint comes first')] : [];
  return [
    ...missing,
    ...order,
    ...unindexed.map(({ label, key }) => finding(`a constraint is no index: also CREATE INDEX on ${label}.${key}`)),
    ...foreign.map(({ label, key }) => finding(`${key} is not the key of ${label}`)),
  ];
}

function finding(message: string): Finding {
  return { rule: 'schema', message };
}

function constraint(part: string): { label: string; key: string }[] {
  const match = /^CREATE CONSTRAINT \w+ IF NOT EXISTS FOR \( \w+ : (\w+) \) REQUIRE \w+ \. (\w+) IS UNIQUE$/.exec(part);
  return match === null ? [] : [{ label: match[1] ?? '', key: match[2] ?? '' }];
}

function indexes(part: string, label: string, key: string): boolean {
  return (
    part.startsWith('CREATE INDEX') && new RegExp(`FOR \\( \\w+ : ${label} \\) ON \\( \\w+ \\. ${key} \\)$`).test(part)
  );
}

function nameOf(invocation: Tree): string {
  return (all(invocation, 'functionName')[0]?.text ?? '').replace(/^fn_/, '').toLowerCase();
}

function has(tree: Tree, rule: string): boolean {
  return tree.children.some((child) => child.rule === rule);
}

function endsInKey(body: Tree): boolean {
  const last = all(body, 'sortItem')
    .at(-1)
    ?.text.replace(/(ASC|DESC)(ENDING)?$/i, '');
  return last !== undefined && UNIQUE.test(last);
}

function collects(clause: Tree): boolean {
  return all(clause, 'functionInvocation').some((f) => nameOf(f) === 'collect');
}

function sorts(clause: Tree | undefined): boolean {
  return clause?.rule === 'withClause' && all(clause, 'order').length > 0;
}

function byKey(node: Tree): boolean {
  const key = keyOf(all(node, 'labelName')[0]?.text ?? '');
  return all(node, 'literalEntry').some((entry) => entry.children[0]?.text === key);
}

/** The property by which nodes of a label are told apart. */
function keyOf(label: string): string | undefined {
  return label === JOURNAL_LABEL ? 'key' : LABELS[label as Label]?.key;
}
