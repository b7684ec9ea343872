import { loadJson } from '../gazetteer/data.ts';

const { kinds: KINDS } = loadJson<{ readonly kinds: Readonly<Record<string, readonly string[]>> }>('outlet-kinds.json');

/**
 * What kind of outlet its name says it is: public_security, political_legal, broadcast, official_media, portal, social,
 * government, paper or news_site; null for a name that says nothing, and for none.
 */
export function outletKind(outlet: string | null): string | null {
  if (outlet === null) return null;
  return Object.entries(KINDS).find(([, words]) => words.some((word) => outlet.includes(word)))?.[0] ?? null;
}
