import type { Claim, ExtractionRecord } from '../claim/claim.ts';
import { compareAttributes, figureOf, goldFigure, goldProgram } from './attributes.ts';
import type { Tally } from './count.ts';
import type { Gold, GoldClaim } from './gold.ts';
import { agencyKey, clean, programKey, samePlace, sameProgram } from './same.ts';

/** FUNDED, DEPLOYED and STAFFED with a figure are core; everything else that is claimed is context. */
const CORE = new Set<Claim['kind']>(['FUNDED', 'DEPLOYED', 'STAFFED']);

const rowsOf = (kind: Claim['kind'], figure: number | null): [string, string] => [
  CORE.has(kind) && figure !== null ? 'claims core' : 'claims context',
  `claims ${kind}`,
];

/**
 * Compares the claims of an article: matched by kind and figure (without one, by kind and program), then by attribute.
 * `…, all right` rows also need place, asset and stage.
 */
export function compareClaims(gold: Gold, record: ExtractionRecord, raw: string | null, tally: Tally): void {
  const free = [...record.claims];
  // Required claims choose first, so that an optional one never takes what a required one needs.
  const wanted = [...gold.claims].sort((a, b) => Number(a.optional ?? 0) - Number(b.optional ?? 0));
  for (const want of wanted) {
    const got = take(free, want, gold);
    if (!want.optional) compareClaim(gold, want, got, raw, tally);
  }
  for (const claim of free) countWrong(gold, claim, tally);
}

function compareClaim(gold: Gold, want: GoldClaim, got: Claim | undefined, raw: string | null, tally: Tally): void {
  const figure = goldFigure(want);
  const rows = rowsOf(want.kind, figure);
  if (!got) {
    for (const row of rows) for (const name of [row, `${row}, all right`]) tally.add(name, 'fn');
    const words = [want.id, want.kind, figure, want.asset, want.place, want.program]
      .filter((x) => x !== null)
      .join(' ');
    tally.miss('claim', 'missed', `${words} | ${want.quote}`);
    return;
  }
  const wrong = compareAttributes(gold, want, got, raw, tally);
  const isOff = wrong.some((w) => /^(?:place|asset|stage)/.test(w));
  for (const row of rows) {
    tally.add(row, 'tp');
    for (const what of isOff ? (['fp', 'fn'] as const) : (['tp'] as const)) tally.add(`${row}, all right`, what);
  }
  if (wrong.length > 0) tally.miss('claim', 'differs', `${want.id} ${want.kind} ${figure ?? ''}: ${wrong.join('; ')}`);
}

/** A claim that gold has not; a further activity of a program that the article does name is none. */
function countWrong(gold: Gold, claim: Claim, tally: Tally): void {
  const figure = figureOf(claim);
  const known = claim.program === null || gold.programs.some((p) => sameProgram(p, { name: claim.program }));
  if (figure === null && known) return;
  for (const row of rowsOf(claim.kind, figure)) for (const name of [row, `${row}, all right`]) tally.add(name, 'fp');
  const words = [claim.kind, figure, claim.asset, claim.place?.name, claim.program].filter((x) => x != null).join(' ');
  tally.miss('claim', 'wrong', `${words} | ${claim.quote}`);
}

/** Takes the best free claim for a gold claim: same kind and figure, then the same place, then agency and quote. */
function take(free: Claim[], want: GoldClaim, gold: Gold): Claim | undefined {
  const figure = goldFigure(want);
  const fits = (c: Claim) =>
    c.kind === want.kind && figureOf(c) === figure && (figure !== null || isOfProgram(gold, want, c));
  const best = free.filter(fits).sort((a, b) => closeness(want, b) - closeness(want, a))[0];
  if (best) free.splice(free.indexOf(best), 1);
  return best;
}

function isOfProgram(gold: Gold, want: GoldClaim, { program }: Claim): boolean {
  const same = sameProgram(goldProgram(gold, want.program), { name: program });
  return same || want.accept?.program?.some((v) => programKey(v) === programKey(program)) === true;
}

function closeness(want: GoldClaim, got: Claim): number {
  const place = samePlace({ name: want.place, code: want.place_code }, got.place) ? 2 : 0;
  const agency = (want.agency ?? '') !== '' && agencyKey(got.agency) === agencyKey(want.agency) ? 1 : 0;
  const [a, b] = [clean(want.quote), clean(got.quote)];
  return place + agency + (a.includes(b) || b.includes(a) ? 1 : 0);
}
