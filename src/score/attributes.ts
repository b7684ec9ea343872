import type { Claim } from '../claim/claim.ts';
import type { Tally } from './count.ts';
import type { Accepted, Gold, GoldClaim } from './gold.ts';
import { agencyKey, lowest, programKey, samePlace, sameProgram } from './same.ts';

/** The sum of money, or the number of a count; null for a claim without a figure. */
export const figureOf = (c: Pick<Claim, 'kind' | 'count' | 'amountCny'>): number | null =>
  c.kind === 'FUNDED' ? c.amountCny : (c.count ?? (c.kind === 'OUTCOME' ? c.amountCny : null));

/** The same of a gold claim. */
export const goldFigure = (c: GoldClaim): number | null =>
  figureOf({ kind: c.kind, count: c.count, amountCny: c.amount_cny });

/** The program of a gold claim with the surfaces that the article uses for it. */
export const goldProgram = (gold: Gold, name: string | null) => gold.programs.find((p) => p.name === name) ?? { name };

/** Compares the attributes of a matched claim, counts them, and returns those that are wrong, in words. */
export function compareAttributes(gold: Gold, want: GoldClaim, got: Claim, raw: string | null, tally: Tally): string[] {
  const wrong: string[] = [];
  const check = (
    field: keyof Accepted | 'stage' | 'unit' | 'quote',
    wanted: unknown,
    found: unknown,
    right: boolean,
  ) => {
    if (wanted === null || wanted === undefined) return;
    const accepted = (want.accept as Record<string, readonly unknown[]> | undefined)?.[field]?.includes(found) === true;
    if (right || accepted) return tally.add(`claim.${field}`, 'tp');
    tally.add(`claim.${field}`, 'fn');
    if (found !== null && found !== undefined) tally.add(`claim.${field}`, 'fp');
    wrong.push(`${field}: want ${wanted}, got ${found}`);
  };
  const place = { name: want.place, code: want.place_code };
  const otherPlace = want.accept?.place?.some((p) => lowest(p) === lowest(got.place?.name)) === true;
  check('place', want.place, got.place?.name, samePlace(place, got.place) || otherPlace);
  for (const field of ['agency', 'program'] as const) {
    if (isInvented(field, want, got)) {
      tally.add(`claim.${field}`, 'fp');
      wrong.push(`${field}: none stated, got ${got[field]}`);
    }
    check(field, want[field], got[field], isRight(field, gold, want, got));
  }
  check('asset', want.asset, got.asset, want.asset === got.asset);
  check('approx', goldFigure(want) === null ? null : want.approx, got.approx, want.approx === got.approx);
  const stage = foldedStage(got.stage);
  const rightStage = (want.status ?? 'done') === stage || want.accept?.status?.includes(stage) === true;
  check('stage', want.status ?? 'done', stage, rightStage);
  check('year', want.year, got.year, want.year === got.year);
  check('unit', want.count === null ? null : want.count_unit, got.unit, initial(got.unit) === initial(want.count_unit));
  if (raw !== null) check('quote', want.quote, got.quote, quotesMeet(want, got, raw));
  return wrong;
}

const keyOf = { agency: agencyKey, program: programKey } as const;

/** Gold says none, and the claim has one that gold does not accept either. */
function isInvented(field: 'agency' | 'program', want: GoldClaim, got: Claim): boolean {
  const key = keyOf[field];
  const found = got[field];
  return want[field] === null && found !== null && !want.accept?.[field]?.some((v) => key(v) === key(found));
}

function isRight(field: 'agency' | 'program', gold: Gold, want: GoldClaim, got: Claim): boolean {
  const key = keyOf[field];
  const [wanted, found] = [want[field], got[field]];
  const accepted = want.accept?.[field] ?? [];
  if (found === null) return accepted.includes(null);
  const same =
    field === 'program' ? sameProgram(goldProgram(gold, want.program), { name: found }) : key(found) === key(wanted);
  return (wanted !== null && same) || accepted.some((v) => v !== null && key(v) === key(found));
}

/** Gold tells four stages apart; the finer ones fold into them. */
const foldedStage = (stage: Claim['stage']): Claim['stage'] =>
  stage === 'accepted' ? 'done' : stage === 'awarded' ? 'tendered' : stage;

const initial = (unit: string | null): string => (unit ?? '').slice(0, 1).replace('個', '个');

/** The found quote and the gold quote overlap by half of the shorter one. */
function quotesMeet(want: GoldClaim, got: Claim, raw: string): boolean {
  const start = raw.indexOf(want.quote);
  const overlap = Math.min(start + want.quote.length, got.end) - Math.max(start, got.start);
  return overlap >= Math.min(want.quote.length, got.end - got.start) / 2;
}
