import type { Claim } from '../claim/claim.ts';
import type { ArticleDifference, ClaimChange, Difference } from './difference.ts';

/** A difference for a terminal: + appeared, - vanished, ~ changed, each with its quote, under the file's name. */
export function differenceLines(difference: Difference): string[] {
  const { articles, same, appeared, vanished, changed, rules } = difference;
  return [
    `rules ${rules.before.join(', ') || '–'} → ${rules.after.join(', ') || '–'}; ${articles} articles`,
    `claims: ${same} the same, ${appeared} appeared, ${vanished} vanished, ${changed} changed`,
    ...difference.differences.flatMap(articleLines),
  ];
}

function articleLines({ file, title, onlyIn, claims, names }: ArticleDifference): string[] {
  const head = `${file}${title === null ? '' : `  ${title}`}${onlyIn ? `  (only ${onlyIn})` : ''}`;
  const nameLines = names.flatMap(({ list, appeared, vanished }) => [
    ...appeared.map((name) => `  + ${list}: ${name}`),
    ...vanished.map((name) => `  - ${list}: ${name}`),
  ]);
  return ['', head, ...claims.flatMap(claimLines), ...nameLines];
}

const SIGNS = { appeared: '+', vanished: '-', changed: '~' } as const;

function claimLines({ status, before, after, fields, reason }: ClaimChange): string[] {
  const claim = after ?? before;
  if (!claim) return [];
  const changes = fields.map(
    (f) => `      ${f.field}: ${f.before} → ${f.after}${f.evidence === undefined ? '' : `  (${f.evidence})`}`,
  );
  const why = reason === null ? [] : [`      ${status === 'vanished' ? 'now' : 'before'} ${reason}`];
  return [`  ${SIGNS[status]} ${headline(claim)}`, `      “${claim.quote}”`, ...changes, ...why];
}

/** What a claim says in one line: kind, figure, thing, place. */
export function headline({ kind, amountCny, count, unit, asset, place }: Claim): string {
  const figure = amountCny === null ? (count === null ? null : `${count}${unit ?? ''}`) : `${amountCny}元`;
  return [kind, figure, asset, place?.name].filter((x) => x !== null && x !== undefined).join(' · ');
}
