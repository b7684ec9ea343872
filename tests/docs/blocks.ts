import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../src/api/server.ts';
import { extract } from '../../src/extract.ts';
import { sourceOf } from '../../src/source/record.ts';
import { openStore } from '../../src/store/engines.ts';
import { commandReference, fieldReference, limitReference, queryReference } from './reference.ts';
import { printed, words } from './terminal.ts';

/** A part of a page that is made by what it shows: from its first comment to `<!-- end -->`. */
const BLOCK = /(<!-- (run|file|extract|ask|generated)(?:: ([^\n]+?))? -->\n)([\s\S]*?)(<!-- end -->)/g;

/** A file or folder that a page has a command write into the working directory. */
const MADE = /^(?:[\w-]+\.(?:json|jsonl|csv|html|md)|neo4j-import)$/;

/** Runs what pages show; all commands of one pass share one store, which is gone afterwards. */
export class Blocks {
  readonly #folder = mkdtempSync(join(tmpdir(), 'xueliang-docs-'));
  readonly #store = `file:${join(this.#folder, 'store.db')}`;
  #shown = 'file:demo.db';

  /** The page as it must be: every block with what its commands print now. */
  async refreshed(page: string): Promise<string> {
    let result = '';
    let last = 0;
    for (const match of page.matchAll(BLOCK)) {
      const [whole, head = '', kind = '', arg = '', body = '', end = ''] = match;
      result += page.slice(last, match.index) + head + (await this.#render(kind, arg, body)) + end;
      last = match.index + whole.length;
    }
    return result + page.slice(last);
  }

  /** Removes the store. */
  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #render(kind: string, arg: string, body: string): Promise<string> {
    if (kind === 'run') return this.#run(body);
    if (kind === 'file') return fence('text', readFileSync(arg, 'utf8').trimEnd());
    if (kind === 'extract') return claim(body, arg);
    if (kind === 'ask') return this.#ask(body);
    if (arg === 'commands') return `\n${await commandReference()}\n`;
    if (arg === 'queries') return `\n${await queryReference()}\n`;
    if (arg === 'fields') return `\n${fieldReference()}\n`;
    if (arg === 'limits') return `\n${limitReference()}\n`;
    throw new Error(`nothing generates ${arg}`);
  }

  /** `$ npx xueliang …` lines are run, and their output stands below each. */
  async #run(body: string): Promise<string> {
    const lines: string[] = [];
    for (const command of body.split('\n').filter((line) => line.startsWith('$ '))) {
      lines.push(command, ...(await this.#output(words(command.slice(2)))));
    }
    return fence('console', lines.join('\n'));
  }

  async #output([first = '', ...rest]: readonly string[]): Promise<string[]> {
    if (first === 'export') {
      this.#shown = rest[0]?.replace(/^XUELIANG_STORE=/, '') ?? this.#shown;
      return [];
    }
    if (first !== 'npx' || rest[0] !== 'xueliang') throw new Error(`a page shows ${first}, which no test runs`);
    // What a command writes, a later one reads: in the folder of this pass, not in the checkout.
    const args = rest.slice(1).map((word) => (MADE.test(word) ? join(this.#folder, word) : word));
    const text = await printed(args, { XUELIANG_STORE: this.#store });
    return text.replaceAll(this.#store, this.#shown).replaceAll(`${this.#folder}/`, '').split('\n');
  }

  /** A GraphQL document is asked over HTTP, of the store that the commands before it loaded. */
  async #ask(body: string): Promise<string> {
    const query = fenced(body, 'graphql');
    const store = await openStore(this.#store);
    const served = await serve(store, { port: 0 });
    try {
      const response = await fetch(`${served.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      return fence('graphql', query) + fence('json', json(await response.json()));
    } finally {
      await served.close();
      await store.close();
    }
  }
}

/** The first claim of that kind that a short article makes, as `extract` prints it, nulls left out. */
function claim(body: string, kind: string): string {
  const article = fenced(body, 'text');
  const found = extract(sourceOf('page.txt', 'text/plain', Buffer.from(article))).claims.find((c) => c.kind === kind);
  if (found === undefined) throw new Error(`the article of ${kind} makes no such claim`);
  const { id: _, event: __, ...shown } = found;
  const kept = Object.entries(shown).filter(([, value]) => value !== null);
  return fence('text', article) + fence('json', json(Object.fromEntries(kept)));
}

function fenced(body: string, language: string): string {
  return body.split(`\`\`\`${language}\n`)[1]?.split('\n```')[0] ?? '';
}

/** A fenced part of a page. */
export function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\`\n`;
}

/** JSON in which whatever fits stands on one line. */
export function json(value: unknown, indent = ''): string {
  const whole = JSON.stringify(value);
  if (whole.length + indent.length <= 110 || typeof value !== 'object' || value === null) return spaced(whole);
  const inner = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((item) => inner + json(item, inner))
    : Object.entries(value).map(([name, item]) => `${inner}${JSON.stringify(name)}: ${json(item, inner)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${parts.join(',\n')}\n${indent}${close}`;
}

/** A blank after each comma and colon between values. */
function spaced(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|[,:]/g, (part) => (part === ',' || part === ':' ? `${part} ` : part));
}
