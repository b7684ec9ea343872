import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ClaimKind } from '../src/claim/claim.ts';
import { LABELS, RELATIONSHIPS } from '../src/graph/schema.ts';
import { Blocks } from './docs/blocks.ts';
import { apiTypes, commands, namesIn, publicQueries } from './docs/reference.ts';

/** Pages are made anew with DOCS_UPDATE=1; otherwise what they show must be what is printed now. */
const UPDATE = process.env.DOCS_UPDATE === '1';
const PAGES = [
  ...readdirSync('.').filter((file) => file.endsWith('.md')),
  ...['docs', 'docs/decisions', 'demo'].flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.md'))
      .map((file) => join(folder, file)),
  ),
];
const read = (path: string): string => readFileSync(path, 'utf8');

describe('what pages show', () => {
  const blocks = new Blocks();
  afterAll(() => blocks.remove());
  const made = PAGES.filter((path) => read(path).includes('<!-- end -->'));

  it('is on the pages that a newcomer reads', () => {
    expect(made).toEqual(expect.arrayContaining(['README.md', 'docs/api.md', 'docs/claims.md', 'docs/cli.md']));
  });

  it.each(made)('%s shows what is printed now (DOCS_UPDATE=1 makes it anew)', async (path) => {
    const refreshed = await blocks.refreshed(read(path));
    if (UPDATE) writeFileSync(path, refreshed);
    expect(read(path)).toBe(refreshed);
  });
});

describe('everything is documented', () => {
  const missing = (path: string, names: readonly string[], mark = (name: string) => `\`${name}\``) =>
    names.filter((name) => !read(path).includes(mark(name)));

  it('every command and option, in docs/cli.md, and every command in the README', async () => {
    const all = await commands();
    expect(all.length).toBeGreaterThan(5);
    expect(
      missing(
        'docs/cli.md',
        all.flatMap((c) => c.options.map((option) => option.flags)),
      ),
    ).toEqual([]);
    expect(
      missing(
        'docs/cli.md',
        all.map((c) => c.name),
        (name) => `## \`xueliang ${name}`,
      ),
    ).toEqual([]);
    expect(
      missing(
        'README.md',
        all.map((c) => c.name),
        (name) => `xueliang ${name}`,
      ),
    ).toEqual([]);
  });

  it('every query that a reader may ask, in docs/queries.md', async () => {
    const all = await publicQueries();
    expect(all.length).toBeGreaterThan(20);
    expect(
      missing(
        'docs/queries.md',
        all.map((query) => query.name),
        (name) => `### \`${name}\``,
      ),
    ).toEqual([]);
  });

  it('every claim kind, with an example, in docs/claims.md', () => {
    const kinds: Record<ClaimKind, true> = {
      FUNDED: true,
      DEPLOYED: true,
      STAFFED: true,
      OPERATES: true,
      OUTCOME: true,
    };
    expect(missing('docs/claims.md', Object.keys(kinds), (kind) => `<!-- extract: ${kind} -->`)).toEqual([]);
  });

  it('every GraphQL type, field, argument and value, with a description, in docs/api.md', () => {
    const names = apiTypes().map((type) => type.name);
    expect(missing('docs/api.md', names, (name) => `### \`${name}\``)).toEqual([]);
    const fields = apiTypes().flatMap((type) => {
      const told = read('docs/api.md').split(`### \`${type.name}\`\n`)[1]?.split('\n### ')[0] ?? '';
      return namesIn(type)
        .filter((name) => !told.includes(`\`${name}\``))
        .map((name) => `${type.name}.${name}`);
    });
    expect(fields).toEqual([]);
    const bare = read('docs/api.md')
      .split('\n')
      .filter((line) => /^\|.*\|\s*\|$/.test(line));
    expect(bare).toEqual([]);
  });

  it('every label with its key and properties, and every relationship, in docs/data-model.md', () => {
    const page = read('docs/data-model.md');
    const undocumented = [...Object.entries(LABELS), ...Object.entries(RELATIONSHIPS)].flatMap(([name, schema]) => {
      const section = page.split(`### \`${name}\`\n`)[1]?.split('\n#')[0];
      if (section === undefined) return [name];
      const told = new Set(section.match(/`[^`]+`/g));
      const wrongKey = 'key' in schema && !section.includes(`Key: \`${schema.key}\``) ? [`${name}: key`] : [];
      return [...wrongKey, ...schema.properties.filter((p) => !told.has(`\`${p}\``)).map((p) => `${name}.${p}`)];
    });
    expect(undocumented).toEqual([]);
    const known = new Set([...Object.keys(LABELS), ...Object.keys(RELATIONSHIPS)]);
    expect([...page.matchAll(/^### `(\w+)`$/gm)].map((m) => m[1]).filter((name) => !known.has(name ?? ''))).toEqual([]);
  });

  it('every third-party dependency with the file that owns it, in docs/architecture.md', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    const rows = [...read('docs/architecture.md').matchAll(/^\| `([^`]+)` \| `(src\/[^`]+)` \|/gm)];
    expect(rows.map((row) => row[1]).sort()).toEqual(Object.keys(dependencies).sort());
    const strangers = rows.filter(([, name, path]) => !importsPackage(path ?? '', name ?? ''));
    expect(strangers.map((row) => row[0])).toEqual([]);
  });

  function importsPackage(path: string, name: string): boolean {
    if (!existsSync(path)) return false;
    return new RegExp(`(?:from |import |import\\()'${name.replace(/[/.]/g, '\\$&')}(/[^']*)?'`).test(read(path));
  }

  it('every variable of the environment, in .env.example', () => {
    const files = ['src/cli/settings.ts', 'src/cli/neo4j-settings.ts', 'src/cli/serve.ts', 'docker-compose.yml'];
    const sources = files.map(read).join('\n');
    const used = new Set(
      sources.match(
        /\b(?:XUELIANG|NEO4J)_(?:[A-Z]+_FOR|STORE|JOURNAL|TIMEOUT|USER|PASSWORD|DATABASE|HOSTS|ORIGINS|PROXIES|LIMITS|LOG|NEO4J_[A-Z_]+)\b/g,
      ),
    );
    const told = new Set(
      read('.env.example')
        .match(/^#? ?[A-Z][A-Z0-9_]+(?==)/gm)
        ?.map((name) => name.replace(/^#? ?/, '')),
    );
    expect([...used].filter((name) => !told.has(name))).toEqual([]);
    expect([...told].filter((name) => !used.has(name))).toEqual([]);
  });
});

describe('pages hold together', () => {
  it('no relative link is dead', () => {
    const dead = PAGES.flatMap((path) =>
      links(read(path))
        .filter((link) => !leads(path, link))
        .map((link) => `${path}: ${link}`),
    );
    expect(dead).toEqual([]);
  });

  function links(page: string): string[] {
    const prose = page.replace(/```[\s\S]*?\n```/g, '').replace(/`[^`\n]*`/g, '');
    const targets = [...prose.matchAll(/\]\(([^()\s]+)\)|(?:src|href)="([^"]+)"/g)].map((m) => m[1] ?? m[2] ?? '');
    return targets.filter((target) => !/^[a-z]+:/.test(target));
  }

  function leads(from: string, link: string): boolean {
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? from : normalize(join(dirname(from), path));
    if (!existsSync(target)) return false;
    return anchor === undefined || headings(read(target)).has(anchor);
  }

  function headings(page: string): Set<string> {
    const titles = [...page.matchAll(/^#+ (.+)$/gm)].map((m) => m[1] ?? '');
    return new Set(
      titles.map((title) =>
        title
          .toLowerCase()
          .replace(/[^\p{L}\p{N}\s_-]/gu, '')
          .replace(/\s/g, '-'),
      ),
    );
  }

  it('every page under docs/ can be reached from the README', () => {
    const seen = new Set<string>();
    const visit = (path: string): void => {
      if (seen.has(path) || !existsSync(path)) return;
      seen.add(path);
      if (!path.endsWith('.md')) return;
      for (const link of links(read(path))) visit(normalize(join(dirname(path), link.split('#')[0] ?? '')));
    };
    visit('README.md');
    expect(PAGES.filter((path) => !seen.has(path))).toEqual([]);
  });

  it('every npm script that a page names is there', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = PAGES.flatMap((path) => [...read(path).matchAll(/npm run ([a-z0-9-]+)/g)].map((m) => m[1] ?? ''));
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('no page names a package registry, a mirror, or a path of one machine', () => {
    const forbidden = [
      /\b(?:registry|repo1?|mirrors?|pypi|npm|artifactory|nexus)[\w-]*\.[\w-]+(?:\.[\w-]+)*\/?/gi,
      /\b(?:artifactory|jfrog|nexus)\b/gi,
      /(?<![\w.])\/(?:work|root|home|tmp\/bash)\/[\w-]+/g,
    ];
    const shipped = [...PAGES, '.env.example', 'package.json', 'package-lock.json', '.npmrc', '.ci/run', 'Dockerfile'];
    const files = [...shipped, 'docker-compose.yml', ...readdirSync('scripts').map((file) => join('scripts', file))];
    const found = files.flatMap((path) =>
      forbidden.flatMap((pattern) => (read(path).match(pattern) ?? []).map((hit) => `${path}: ${hit}`)),
    );
    expect(found.filter((hit) => !/\.(?:mjs|md|json|ts)$/.test(hit))).toEqual([]);
  });
});
