import { loadJson } from '../gazetteer/data.ts';
import { unitClass } from './unit-class.ts';

/** What a figure counts, as far as words say. */
export interface Counted {
  readonly kind: string;
  readonly asset: string | null;
  readonly assetText: string | null;
  readonly counted: string | null;
  readonly unit: string | null;
}

const {
  heads: HEADS,
  restricting: RESTRICTING,
  together: TOGETHER,
} = loadJson<{
  readonly heads: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly restricting: readonly (readonly string[])[];
  readonly together: readonly (readonly string[])[];
}>('things-counted.json');

/**
 * What two figures must both count before they can be set beside each other: the kind of thing, its form (cameras and
 * the points where they stand are kept apart) and its unit class; money is one measure. Null where the words name nothing.
 */
export function measureOf(it: Counted): string | null {
  if (it.unit === 'CNY') return 'CNY';
  const thing = counts(it) ? `${it.asset} ${formOf(it)}` : bare(it.assetText ?? '');
  return thing === '' ? null : [it.kind, thing, unitClass(it.unit) ?? ''].join(' ');
}

/**
 * The thing counted, by which claims of several articles can say the same: the kind of thing, its form, and the words
 * that narrow it (高清探头 are not all 探头); for `other` the words for it. 探头, 摄像头 and 监控摄像机 are one. Money is for the
 * kind of thing, however that is called. Null where the words name nothing.
 */
export function thingOf(it: Counted): string | null {
  if (!counts(it)) return bare(it.assetText ?? '') || null;
  if (it.kind === 'FUNDED') return it.asset;
  const words = it.counted ?? it.assetText ?? '';
  const narrowed = RESTRICTING.filter((group) => group.some((word) => words.includes(word))).map(([first]) => first);
  return [it.asset, formOf(it), ...narrowed].join(' ');
}

/** The first of the kinds of things that one sum mostly pays for together: cameras with their platform, never with cars. */
export function outlayOf(asset: string): string {
  return TOGETHER.find((kinds) => kinds.includes(asset))?.[0] ?? asset;
}

/** Marks between the names of several things: 监控平台和探头. */
const SEVERAL = /[、，,；;/+]|[和及与]|等$/u;

/** Whether the words name several things. */
export function namesSeveral(words: string | null): boolean {
  return SEVERAL.test(words ?? '');
}

/** Whether the figure counts its asset; a result names the asset that brought it about, and counts something else. */
function counts(it: Counted): it is Counted & { readonly asset: string } {
  return it.asset !== null && it.asset !== 'other' && it.kind !== 'OUTCOME';
}

/** The form whose name stands last in the words, the longer of two that end together; the first form where none does. */
function formOf({ asset, counted }: Counted): string {
  const forms = Object.entries(HEADS[asset ?? ''] ?? {});
  let best = { form: forms[0]?.[0] ?? '', end: -1, length: 0 };
  for (const [form, names] of forms) {
    for (const name of names) {
      const at = (counted ?? '').lastIndexOf(name);
      const end = at < 0 ? -1 : at + name.length;
      if (end > best.end || (end === best.end && name.length > best.length)) best = { form, end, length: name.length };
    }
  }
  return best.form;
}

/** The words without marks, blanks, digits and masks. */
function bare(words: string): string {
  return words.replace(/[\p{P}\p{S}\p{Z}\p{N}]/gu, '').toLowerCase();
}
