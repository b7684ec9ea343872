import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript6';
import { describe, expect, it } from 'vitest';

/** The order of DESIGN.md §1: a folder imports only what stands before it. Files of src/ itself stand where they are named. */
const ORDER = [
  ...['errors.ts', 'gazetteer', 'source', 'article', 'text', 'mention', 'claim', 'review', 'journal'],
  ...['extract.ts', 'tally.ts', 'readings.ts', 'explain', 'score', 'compare', 'graph', 'fact'],
  ...['network', 'citation', 'store', 'load.ts'],
  ...['api', 'export', 'cli', 'index.ts'],
];
/** Read by all, and themselves reading only each other. */
const EVERYWHERE = new Set(['errors.ts', 'gazetteer']);
/** api and export do not know each other; the public index is imported by nobody. */
const APART: readonly (readonly [string, string])[] = [
  ['export', 'api'],
  ['index.ts', 'cli'],
];
const FORBIDDEN_FOLDERS = /^(utils?|common|helpers?|core|services?|types?|lib|misc|shared)$/;
/** `api/types/` holds the types of the GraphQL schema, one file each. */
const ALLOWED_FOLDERS = new Set(['src/api/types']);
const FILE_P90 = 200;
const FILE_MOST = 300;
const FUNCTION_MEDIAN = 8;
const FUNCTION_MOST = 60;

interface SourceFile {
  readonly path: string;
  readonly ast: ts.SourceFile;
  readonly lines: number;
  readonly imports: readonly Import[];
}

interface Import {
  /** A path of src/, or the name of a package. */
  readonly target: string;
  readonly local: boolean;
  readonly typeOnly: boolean;
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.m?[jt]s$/.test(file))
  .sort()
  .map((file) => parse(join('src', file)));

function parse(path: string): SourceFile {
  const text = readFileSync(path, 'utf8');
  const ast = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return { path, ast, lines: text.split('\n').length - 1, imports: importsOf(path, ast) };
}

function importsOf(path: string, ast: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Expression | undefined, typeOnly: boolean) => {
    if (specifier === undefined || !ts.isStringLiteral(specifier)) return;
    const local = specifier.text.startsWith('.');
    const target = local ? relative('.', join(dirname(path), specifier.text)) : packageOf(specifier.text);
    found.push({ target, local, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && /^(?:import|require)$/.test(node.expression.getText(ast))) {
      add(node.arguments[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(ast);
  return found;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  return clause.name === undefined && named !== undefined && ts.isNamedImports(named)
    ? named.elements.every((element) => element.isTypeOnly)
    : false;
}

function packageOf(specifier: string): string {
  const [first = '', second = ''] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

/** The folder below src/, or the file's own name for files of src/ itself. */
function roomOf(path: string): string {
  return path.split('/')[1] ?? path;
}

/** The first cycle that a graph has, as its nodes in order; null when there is none. */
function cycleOf(edges: ReadonlyMap<string, ReadonlySet<string>>): string[] | null {
  const done = new Set<string>();
  const visit = (node: string, trail: readonly string[]): string[] | null => {
    if (trail.includes(node)) return [...trail.slice(trail.indexOf(node)), node];
    if (done.has(node)) return null;
    for (const next of edges.get(node) ?? []) {
      const cycle = visit(next, [...trail, node]);
      if (cycle !== null) return cycle;
    }
    done.add(node);
    return null;
  };
  for (const node of edges.keys()) {
    const cycle = visit(node, []);
    if (cycle !== null) return cycle;
  }
  return null;
}

/** Why an import from one room to another is not allowed; null when it is. */
function backward(from: string, to: string): string | null {
  if (from === to) return null;
  const [here, there] = [ORDER.indexOf(from), ORDER.indexOf(to)];
  if (here < 0 || there < 0) return `${here < 0 ? from : to} has no place in the order`;
  if (APART.some(([a, b]) => a === from && b === to)) return `${from} and ${to} stand apart`;
  if (EVERYWHERE.has(to)) return null;
  return there < here ? null : `${to} comes after ${from}`;
}

function median(sorted: readonly number[], share = 0.5): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

describe('imports', () => {
  it('go one way: to what stands to the left, to errors.ts and to gazetteer/', () => {
    const wrong = files.flatMap(({ path, imports }) =>
      imports
        .filter((i) => i.local)
        .map((i) => [i.target, backward(roomOf(path), roomOf(i.target))] as const)
        .filter(([, reason]) => reason !== null)
        .map(([target, reason]) => `${path} → ${target}: ${reason}`),
    );
    expect(wrong).toEqual([]);
  });

  it('name files that there are', () => {
    const lost = files.flatMap(({ path, imports }) =>
      imports.filter((i) => i.local && !existsSync(i.target)).map((i) => `${path} → ${i.target}`),
    );
    expect(lost).toEqual([]);
  });

  it('never run in a circle', () => {
    const edges = new Map(
      files.map(({ path, imports }) => [
        path,
        new Set(imports.filter((i) => i.local && !i.typeOnly).map((i) => i.target)),
      ]),
    );
    expect(cycleOf(edges)).toBeNull();
    const rooms = new Map<string, Set<string>>();
    for (const { path, imports } of files) {
      const room = rooms.get(roomOf(path)) ?? new Set<string>();
      for (const i of imports) if (i.local && roomOf(i.target) !== roomOf(path)) room.add(roomOf(i.target));
      rooms.set(roomOf(path), room);
    }
    expect(cycleOf(rooms)).toBeNull();
  });

  it('never go through a barrel: only src/index.ts passes on what others export', () => {
    const barrels = files.filter(({ path, ast }) => path !== 'src/index.ts' && ast.statements.some(passesOn));
    expect(barrels.map((file) => file.path)).toEqual([]);
    const indexes = files.filter(({ path }) => path.endsWith('/index.ts') && path !== 'src/index.ts');
    expect(indexes.map((file) => file.path)).toEqual([]);
    const all = files.flatMap(({ ast }) => ast.statements.filter((s) => passesOn(s) && isStar(s)));
    expect(all.map((statement) => statement.getText())).toEqual([]);
  });

  function passesOn(statement: ts.Statement): boolean {
    if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier === undefined) return false;
    return ts.isStringLiteral(statement.moduleSpecifier) && statement.moduleSpecifier.text.startsWith('.');
  }

  function isStar(statement: ts.Statement): boolean {
    return ts.isExportDeclaration(statement) && statement.exportClause === undefined;
  }
});

describe('dependencies', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
  const owners = new Map<string, Set<string>>();
  for (const { path, imports } of files) {
    for (const i of imports.filter((x) => !x.local && !x.target.startsWith('node:') && !x.typeOnly)) {
      owners.set(i.target, (owners.get(i.target) ?? new Set()).add(path));
    }
  }

  it('have one owner each', () => {
    const shared = [...owners]
      .filter(([, paths]) => paths.size > 1)
      .map(([name, paths]) => `${name}: ${[...paths].join(', ')}`);
    expect(shared).toEqual([]);
  });

  it('are all declared, and all in use', () => {
    expect([...owners.keys()].filter((name) => !(name in dependencies))).toEqual([]);
    expect(Object.keys(dependencies).filter((name) => !owners.has(name))).toEqual([]);
  });
});

describe('rooms', () => {
  it('bear the name of what they hold', () => {
    const folders = new Set(files.flatMap(({ path }) => foldersOf(path)));
    const bad = [...folders].filter(
      (f) => FORBIDDEN_FOLDERS.test(f.split('/').at(-1) ?? '') && !ALLOWED_FOLDERS.has(f),
    );
    expect(bad).toEqual([]);
  });

  function foldersOf(path: string): string[] {
    const parts = dirname(path).split('/');
    return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
  }

  it('stay small: files', () => {
    const large = files.filter(({ lines }) => lines > FILE_MOST).map(({ path, lines }) => `${path}: ${lines}`);
    expect(large).toEqual([]);
    const sizes = files.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(median(sizes, 0.9)).toBeLessThanOrEqual(FILE_P90);
  });

  it('stay small: functions', () => {
    const functions = files.flatMap(functionsOf);
    const long = functions.filter(({ lines }) => lines > FUNCTION_MOST);
    expect(long).toEqual([]);
    const sizes = functions.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(median(sizes)).toBeLessThanOrEqual(FUNCTION_MEDIAN);
  });

  it('load.ts shows the pipeline in under 40 lines', () => {
    expect(files.find(({ path }) => path === 'src/load.ts')?.lines).toBeLessThan(40);
  });

  /** Every named function with the lines that its body takes. */
  function functionsOf({ path, ast }: SourceFile): { where: string; lines: number }[] {
    const found: { where: string; lines: number }[] = [];
    const visit = (node: ts.Node): void => {
      if ((ts.isFunctionLike(node) || ts.isConstructorDeclaration(node)) && 'body' in node && node.body) {
        const from = ast.getLineAndCharacterOfPosition(node.getStart()).line;
        const to = ast.getLineAndCharacterOfPosition(node.end).line;
        found.push({ where: `${path}:${from + 1}`, lines: to - from + 1 });
      }
      ts.forEachChild(node, visit);
    };
    visit(ast);
    return found;
  }
});

describe('exported declarations', () => {
  it('say what they are', () => {
    const silent = files
      .filter(({ path }) => path !== 'src/index.ts')
      .flatMap(({ path, ast }) =>
        ast.statements
          .filter((s) => isExported(s) && ts.getJSDocCommentsAndTags(s).length === 0)
          .map(
            (s) => `${path}:${ast.getLineAndCharacterOfPosition(s.getStart()).line + 1} ${s.getText().split('\n')[0]}`,
          ),
      );
    expect(silent).toEqual([]);
  });

  function isExported(statement: ts.Statement): boolean {
    return (
      ts.canHaveModifiers(statement) &&
      (ts.getModifiers(statement) ?? []).some((m) => m.kind === ts.SyntaxKind.ExportKeyword)
    );
  }
});

describe('this very test', () => {
  it('sees what it forbids', () => {
    expect(backward('text', 'claim')).toContain('comes after');
    expect(backward('gazetteer', 'source')).toContain('comes after');
    expect(backward('export', 'api')).toContain('apart');
    expect(backward('claim', 'gazetteer')).toBeNull();
    expect(backward('unheard', 'text')).toContain('no place');
    expect(
      cycleOf(
        new Map([
          ['a', new Set(['b'])],
          ['b', new Set(['c'])],
          ['c', new Set(['a'])],
        ]),
      ),
    ).toEqual(['a', 'b', 'c', 'a']);
    const ast = ts.createSourceFile(
      'src/x/y.ts',
      "import { a, type B } from '../z/a.ts'; import type C from 'c/d'; export * from '@e/f/g';",
      ts.ScriptTarget.Latest,
      true,
    );
    expect(importsOf('src/x/y.ts', ast)).toEqual([
      { target: 'src/z/a.ts', local: true, typeOnly: false },
      { target: 'c', local: false, typeOnly: true },
      { target: '@e/f', local: false, typeOnly: false },
    ]);
  });
});
