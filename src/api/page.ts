import { readFileSync } from 'node:fs';
import { escapeHtml } from '../explain/html.ts';
import { paperStyle } from '../explain/paper.ts';
import { loadJson } from '../gazetteer/data.ts';

/** A question that the start page and the demo ask: in Chinese, in English, and as GraphQL. */
export interface Example {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly query: string;
}

/** What the page says of the store: the answer of `Query.stats`. */
export interface PageStats {
  readonly engine: { readonly name: string; readonly version: string };
  readonly claimsByKind: readonly { readonly kind: unknown; readonly total: unknown }[];
  readonly [count: string]: unknown;
}

/** Languages of the page. */
export type Language = 'zh' | 'en';

const FOLDER = new URL('page/', import.meta.url);

/** Only what comes from here runs or is asked; nothing frames the page. The server adds what holds for all answers. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

/** The page's style. */
export const pageStyle = (): string => paperStyle(new URL('page.css', FOLDER));

/** One of the page's other files. */
export function pageFile(name: 'page.js' | 'page.html' | 'search.graphql'): string {
  return readFileSync(new URL(name, FOLDER), 'utf8');
}

/** The three questions. */
export function examples(): readonly Example[] {
  return loadJson<readonly Example[]>('../api/page/examples.json');
}

/** What the page's script asks with. */
export function pageData(): { readonly examples: readonly Example[]; readonly search: string } {
  return { examples: examples(), search: pageFile('search.graphql') };
}

/** The start page, counts filled in. */
export function renderPage(stats: PageStats, lang: Language, origin: string): string {
  const values: Record<string, string> = {
    origin: escapeHtml(origin),
    engine: escapeHtml(`${stats.engine.name} ${stats.engine.version}`),
    kinds: stats.claimsByKind.map(({ kind, total }) => `<b>${escapeHtml(`${kind} ${total}`)}</b>`).join(''),
  };
  const template = pageFile('page.html').replace('lang="zh" data-lang="zh"', `lang="${lang}" data-lang="${lang}"`);
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? escapeHtml(String(stats[name] ?? '')));
}

/** The language that a reader asks for: by the address, else by the browser. */
export function languageOf(asked: unknown, accepted: string | undefined): Language {
  if (asked === 'zh' || asked === 'en') return asked;
  return /^zh/i.test(accepted ?? '') ? 'zh' : 'en';
}
