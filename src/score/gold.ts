import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Asset, ClaimKind, Stage } from '../claim/claim.ts';
import { describe, XueliangError } from '../errors.ts';
import type { Approximator } from '../mention/mention.ts';

/** A place, agency or program that a careful reader lists; `optional` ones may be found and need not be. */
export interface GoldName {
  readonly name: string;
  readonly code?: string | null;
  /** As the text spells it. */
  readonly mentions?: readonly string[];
  readonly optional?: boolean;
}

/** Other right values of a claim's attributes. */
export interface Accepted {
  readonly place?: readonly (string | null)[];
  readonly agency?: readonly (string | null)[];
  readonly program?: readonly (string | null)[];
  readonly asset?: readonly (Asset | null)[];
  readonly status?: readonly (Stage | null)[];
  readonly year?: readonly (number | null)[];
  readonly approx?: readonly (Approximator | null)[];
}

/** A claim that a careful reader takes from the text. */
export interface GoldClaim {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly agency: string | null;
  readonly program: string | null;
  readonly place: string | null;
  readonly place_code: string | null;
  readonly asset: Asset | null;
  readonly count: number | null;
  readonly count_unit: string | null;
  readonly amount_cny: number | null;
  readonly approx: Approximator | null;
  readonly status?: Stage | null;
  readonly year: number | null;
  readonly quote: string;
  readonly accept?: Accepted;
  readonly optional?: boolean;
}

/** What a careful reader takes from one article (docs/annotation.md, "The file"). */
export interface Gold {
  /** Base name of the article's file. */
  readonly article: string;
  readonly title: string | null;
  readonly date: string | null;
  readonly accept_dates?: readonly string[];
  readonly script: 'Hans' | 'Hant' | null;
  readonly subject_place: GoldName | null;
  readonly places: readonly GoldName[];
  readonly agencies: readonly GoldName[];
  readonly programs: readonly GoldName[];
  readonly claims: readonly GoldClaim[];
  readonly private_persons?: readonly string[];
  readonly officials_named?: readonly string[];
}

const LISTS = ['places', 'agencies', 'programs', 'claims'] as const;

/**
 * The gold files of a folder, by the base name of their article without its ending, in the order of the names.
 * @throws SOURCE_NOT_FOUND without such files, GOLD_MALFORMED with the file that is none.
 */
export function readGold(folder: string): Map<string, Gold> {
  const gold = new Map(filesIn(folder).map((file) => [baseName(file), parse(join(folder, file))]));
  if (gold.size === 0)
    throw new XueliangError('SOURCE_NOT_FOUND', 'no gold: *.json is looked for', { location: { file: folder } });
  return gold;
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .sort();
  } catch (cause) {
    throw new XueliangError('SOURCE_NOT_FOUND', 'there is no such folder', { location: { file: folder }, cause });
  }
}

/** `s01` of `path/s01.txt`: what pairs an article, its gold and its record. */
export const baseName = (file: string): string => basename(file).replace(/\.(?:txt|html?|json|jsonl)$/i, '');

function parse(file: string): Gold {
  const gold = json(file);
  const lacking = ['article', ...LISTS].find((field) => gold[field as keyof Gold] === undefined);
  if (lacking) throw new XueliangError('GOLD_MALFORMED', `it has no ${lacking}`, { location: { file } });
  return gold;
}

function json(file: string): Gold {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Gold;
  } catch (cause) {
    throw new XueliangError('GOLD_MALFORMED', describe(cause), { location: { file }, cause });
  }
}
