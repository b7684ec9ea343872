import core from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { sourcesOf } from './footnote.ts';
import type { CitedArticle, Packet } from './packet.ts';

/** An item of a bibliography (CSL-JSON 1.0, citationstyles.org). */
export interface CslItem {
  readonly id: string;
  readonly type: 'article-newspaper' | 'webpage';
  readonly title?: string;
  readonly 'container-title'?: string;
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly accessed: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly URL?: string;
  readonly language: 'zh-CN';
  readonly note: string;
}

/** The sources of a packet, copies once, as CSL-JSON: for Zotero, pandoc and the like. */
export function cslItems(packet: Packet): CslItem[] {
  return sourcesOf(packet).map(([{ quote }, article]) => item(article, quote, packet.made.on));
}

/** The same as BibTeX, in Chinese as the sources have it. */
export function bibtex(packet: Packet): string {
  const style = core.plugins.config.get('@bibtex').format;
  style.asciiOnly = false;
  style.useIdAsLabel = true;
  return new core.Cite(cslItems(packet)).format('bibtex');
}

function item({ id, textSha256, title, outlet, publishedOn, url }: CitedArticle, quote: string, on: string): CslItem {
  return {
    id: `xueliang-${id.slice(0, 12)}`,
    type: outlet === null ? 'webpage' : 'article-newspaper',
    ...(title === null ? {} : { title }),
    ...(outlet === null ? {} : { 'container-title': outlet }),
    ...(publishedOn === null ? {} : { issued: dateParts(publishedOn) }),
    accessed: dateParts(on),
    ...(url === null ? {} : { URL: url }),
    language: 'zh-CN',
    note: `“${quote}” SHA-256 ${textSha256}`,
  };
}

function dateParts(date: string) {
  return { 'date-parts': [date.split('-').map(Number)] };
}
