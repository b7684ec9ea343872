import type { CitedArticle, CitedClaim, Packet } from './packet.ts';

/** A packet without what is made from it. */
export type Unsigned = Omit<Packet, 'footnote' | 'digest'>;

const SHOWN = 3;

/**
 * A footnote for each source (copies once, their earliest), at most three: in Chinese after GB/T 7714-2015 (newspaper,
 * online), in English after the Chicago Manual of Style; both with the quoted words, their place and the hash of the text.
 */
export function footnotes(packet: Unsigned): Packet['footnote'] {
  const { on, by } = packet.made;
  const cited = sourcesOf(packet);
  const more = cited.length - SHOWN;
  const shown = cited.slice(0, SHOWN);
  const zh = shown.map(([claim, article]) => chinese(claim, article, on));
  const en = shown.map(([claim, article]) => english(claim, article, on));
  return {
    zh: `${zh.join('；')}${more > 0 ? `；另有${more}个来源` : ''}。由 ${by} 读取。`,
    en: `${en.join('; ')}${more > 0 ? `; and ${more} more sources` : ''}. Read by ${by}.`,
  };
}

/** One claim of each source family, with its article, in order of date. */
export function sourcesOf({
  claims,
  articles,
}: Pick<Packet, 'claims' | 'articles'>): (readonly [CitedClaim, CitedArticle])[] {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const byFamily = new Map<string, readonly [CitedClaim, CitedArticle]>();
  for (const claim of claims) {
    const article = byId.get(claim.articleId);
    if (article === undefined) continue;
    const known = byFamily.get(article.family.root);
    if (known === undefined || dateOf(article) < dateOf(known[1])) byFamily.set(article.family.root, [claim, article]);
  }
  return [...byFamily.values()].sort(([, a], [, b]) => (dateOf(a) < dateOf(b) ? -1 : 1));
}

function dateOf({ publishedOn, id }: CitedArticle): string {
  return `${publishedOn ?? '9999'} ${id}`;
}

function chinese({ quote, start, end }: CitedClaim, article: CitedArticle, on: string): string {
  const { outlet, title, publishedOn, url, textSha256 } = article;
  const head = [outlet, title === null ? null : `${title}[N/OL]`].filter((part) => part !== null).join('. ');
  const dates = `${publishedOn === null ? '' : `(${publishedOn})`}[${on}]`;
  const where = `第${start}–${end}字符，文本 SHA-256 ${textSha256.slice(0, 16)}…`;
  return `${[head, `${dates}${url === null ? '' : `. ${url}`}`].filter(Boolean).join('. ')}：“${quote}”（${where}）`;
}

function english({ quote, start, end }: CitedClaim, article: CitedArticle, on: string): string {
  const { outlet, title, publishedOn, url, textSha256 } = article;
  const head = [
    outlet,
    title === null ? null : `“${title}”`,
    publishedOn,
    url === null ? null : `${url} (accessed ${on})`,
  ];
  const where = `characters ${start}–${end} of the text with SHA-256 ${textSha256.slice(0, 16)}…`;
  return `${head.filter((part) => part !== null).join(', ')}: “${quote}” (${where})`;
}
