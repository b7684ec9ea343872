import { join } from 'node:path';
import { RULES_VERSION } from '../claim/rules.ts';
import { Tally } from '../tally.ts';
import { type Row, scorecard } from './card.ts';
import { scoreFolder } from './folder.ts';
import { markdownCard } from './report.ts';

/** What the sets of `evaluation/` are for. */
const SETS = {
  report:
    'Kept for measuring: nobody has looked at a miss here and changed a rule for it, but for five names that came out and a word that was taken for one (annotation.md).',
  write: 'Read while rules were written: how well the rules fit the articles that they were made on.',
} as const;

/**
 * The page that `docs/scorecard.md` holds: the scorecards of the public evaluation set, and what they do not show.
 * @param folder holds `report/` and `write/`.
 */
export async function scorecardPage(folder: string): Promise<string> {
  const sets: ScoredSet[] = [];
  for (const [name, what] of Object.entries(SETS)) {
    const tallies = await scoreFolder(join(folder, name), new Tally());
    sets.push({ name, what, articles: tallies.length, rows: scorecard(tallies) });
  }
  return pageOf(sets);
}

function pageOf(sets: readonly ScoredSet[]): string {
  const cards = sets.flatMap(({ name, what, articles, rows }) => [
    `## \`${name}\`: ${articles} articles`,
    '',
    what,
    '',
    markdownCard(rows),
    '',
  ]);
  return [...PAGE_HEAD, ...cards, ...PAGE_FOOT, ''].join('\n');
}

/** A set of articles with its scorecard. */
interface ScoredSet {
  readonly name: string;
  readonly what: string;
  readonly articles: number;
  readonly rows: readonly Row[];
}

const PAGE_HEAD = [
  '# Scorecard',
  '',
  `Rules ${RULES_VERSION}.`,
  'Written by `npm run scorecard`; a test fails when it is out of date. The same for any set: `xueliang score DIR`.',
  'How articles are annotated, and what counts as the same, stands in [annotation.md](annotation.md).',
  '',
  '*claims core*: FUNDED, DEPLOYED and STAFFED with a figure, matched by kind and figure. *claims context*: everything else.',
  '*all right*: place, asset and stage are right, too. Intervals: articles drawn anew with replacement, 2000 times.',
  '',
];

const PAGE_FOOT = [
  '## What these numbers do not show',
  '',
  '- **Real pages are more crooked.** The articles were written for this project by language models that had a guideline. On',
  '  real pages, annotated once, fields were lower by several hundredths.',
  '- **Few readers.** Each article was annotated by who wrote it; those of the second set, and some others, were settled with another',
  '  reader. Both are language models, and the gold has its own errors.',
  '- **The first set has been read.** Rules were written on it, so its numbers are how well the rules fit it, no more. The',
  '  second has been scored and not looked at; what each batch scored before anybody read it stands in annotation.md.',
  '- **The interval is that of the sample,** not of the difference between these texts and yours. Few articles make it wide.',
  '- **Nothing here is weighted by money or by place.** A missed village and a missed province count alike.',
  '- **Facts, totals and conflicts** rest on claims and are not scored here.',
];
