import { createRequire } from 'node:module';

/** A node of the syntax tree; `rule` is the grammar's name for it, '' for a token. */
export interface Tree {
  readonly rule: string;
  readonly text: string;
  readonly children: readonly Tree[];
}

export interface Token {
  readonly text: string;
  readonly line: number;
}

interface Context {
  readonly ruleIndex?: number;
  readonly children?: readonly Context[] | null;
  getText(): string;
}
interface Lexer {
  getAllTokens(): { text: string; line: number; channel: number }[];
  removeErrorListeners(): void;
}
interface Parser {
  readonly ruleNames: readonly string[];
  removeErrorListeners(): void;
  addErrorListener(listener: object): void;
  cypher(): Context;
}
type Make<T> = new (input: unknown) => T;

// The grammar comes as CommonJS, with the runtime that it was generated for beside it.
const load = createRequire(import.meta.url);
const { CypherLexer, CypherParser } = load('@neo4j-cypher/antlr4') as {
  CypherLexer: Make<Lexer>;
  CypherParser: Make<Parser>;
};
const runtime = load(load.resolve('@neo4j-cypher/antlr4-browser', { paths: [load.resolve('@neo4j-cypher/antlr4')] }));
const { InputStream, CommonTokenStream } = (runtime.default ?? runtime) as Record<string, Make<object>>;

/** The tokens of a statement, blanks and comments left out. */
export function tokens(statement: string): Token[] {
  const lexer = new CypherLexer(make(InputStream, statement));
  lexer.removeErrorListeners();
  return lexer.getAllTokens().filter((token) => token.channel === 0 && token.text.trim() !== '');
}

/** The syntax tree by Neo4j's grammar, or the first thing in it that the grammar does not know. */
export function parse(statement: string): { readonly tree: Tree | null; readonly error: string | null } {
  const lexer = new CypherLexer(make(InputStream, callable(statement)));
  const parser = new CypherParser(make(CommonTokenStream, lexer));
  const errors: string[] = [];
  const quiet = { reportAmbiguity() {}, reportAttemptingFullContext() {}, reportContextSensitivity() {} };
  lexer.removeErrorListeners();
  parser.removeErrorListeners();
  parser.addErrorListener({
    ...quiet,
    syntaxError: (_r: unknown, _s: unknown, line: number, column: number) =>
      errors.push(`line ${line}, column ${column + 1}`),
  });
  const tree = parser.cypher();
  const error = errors[0] ?? null;
  return { tree: error === null ? treeOf(tree, parser.ruleNames) : null, error };
}

/** The grammar takes the names of these functions for keywords of administration; the lint reads them in one spelling. */
function callable(statement: string): string {
  return statement.replace(/\b(labels|type|nodes|properties)\(/g, 'fn_$1(');
}

function make(type: Make<object> | undefined, input: unknown): object {
  if (type === undefined) throw new Error('the grammar has no runtime');
  return new type(input);
}

function treeOf(context: Context, names: readonly string[]): Tree {
  const rule = context.ruleIndex === undefined ? '' : (names[context.ruleIndex] ?? '');
  return { rule, text: context.getText(), children: (context.children ?? []).map((child) => treeOf(child, names)) };
}

/** All nodes of a rule below (and at) a node, in order of the text. */
export function all(tree: Tree, ...rules: string[]): Tree[] {
  const below = tree.children.flatMap((child) => all(child, ...rules));
  return rules.includes(tree.rule) ? [tree, ...below] : below;
}
