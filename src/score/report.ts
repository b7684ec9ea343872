import type { Row } from './card.ts';
import type { Miss } from './count.ts';

/** What the rows of a scorecard are about, in the order in which people ask. */
const ORDER: readonly (readonly [prefix: string, title: string])[] = [
  ['claims core', 'claims with a figure of money, things or people'],
  ['claims context', 'activities and results'],
  ['claims ', 'claims by kind'],
  ['claim.', 'attributes of matched claims'],
  ['', 'names, head, people and quotes'],
];

/** The rows in groups, each with its title; a row belongs to the first group whose prefix it has. */
export function grouped(rows: readonly Row[]): { title: string; rows: readonly Row[] }[] {
  const groupOf = (row: Row) => ORDER.findIndex(([prefix]) => row.field.startsWith(prefix));
  return ORDER.map(([, title], i) => ({ title, rows: rows.filter((row) => groupOf(row) === i) })).filter(
    (group) => group.rows.length > 0,
  );
}

const share = (value: number): string => value.toFixed(3);

/** A scorecard for a terminal. */
export function plainCard(rows: readonly Row[]): string {
  const head = `${'field'.padEnd(28)}    tp    fp    fn  prec.  rec.   F1     95 % interval`;
  const lines = grouped(rows).flatMap((group) => group.rows.map(plainRow));
  return [head, ...lines].join('\n');
}

function plainRow({ field, tp, fp, fn, precision, recall, f1, low, high }: Row): string {
  const counts = [tp, fp, fn].map((n) => String(n).padStart(6)).join('');
  return `${field.padEnd(28)}${counts}  ${[precision, recall, f1].map(share).join('  ')}  ${share(low)} to ${share(high)}`;
}

/** A scorecard as tables for a page. */
export function markdownCard(rows: readonly Row[]): string {
  return grouped(rows)
    .map(({ title, rows: own }) => [`**${title}**`, '', ...TABLE_HEAD, ...own.map(markdownRow)].join('\n'))
    .join('\n\n');
}

const TABLE_HEAD = [
  '| field | right | wrong | missed | precision | recall | F1 | 95 % interval |',
  '|---|---|---|---|---|---|---|---|',
];

const markdownRow = ({ field, tp, fp, fn, precision, recall, f1, low, high }: Row): string =>
  `| ${field} | ${tp} | ${fp} | ${fn} | ${share(precision)} | ${share(recall)} | **${share(f1)}** | ${share(low)} to ${share(high)} |`;

/** A miss on one line. */
export const missLine = ({ article, field, verdict, words }: Miss): string =>
  [article, field, verdict, words].join('\t');
