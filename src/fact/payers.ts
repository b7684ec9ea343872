import { chainOf, territory } from './place-tree.ts';
import type { FactRow } from './row.ts';

/** Who paid, as far as payers can be told apart. */
interface Payer {
  /** `place`: a place with all its bodies; `firm`: an enterprise; `below`: a class of those under a place; `open`: nobody knows. */
  readonly type: 'place' | 'firm' | 'below' | 'open';
  readonly key: string;
}

/** Classes of several levels (各级财政, 市县两级) hold the place itself. */
const LEVELS = /级(?:政府|财政|部门|综治|$)|[两三]级/u;
/** Classes of lower places (各镇街道), or of people and firms (群众, 企事业单位): none of them is the place or its body. */
const BELOW = /[镇乡街村县区旗]|社区|团场|群众|业主|物业|商户|开发|企业|企事业|运营商|社会|小区/u;

/**
 * Whether two sums of one article were paid by different payers: every one of the first differs from every one of the
 * second, and both name one. A place and its own bodies are one payer (县, 县政府 and 县财政局); 各镇 are not the county, but may be
 * any of its towns; 各级 and 各部门 may be anybody.
 */
export function payersDiffer(a: FactRow, b: FactRow): boolean {
  const [x, y] = [payersOf(a), payersOf(b)];
  if (x.length === 0 || y.length === 0) return false;
  return x.every((p) => y.every((q) => differ(p, q, a.placeCode ?? b.placeCode)));
}

function differ(a: Payer, b: Payer, place: string | null): boolean {
  if (a.type === 'open' || b.type === 'open') return false;
  if (a.type === 'below' || b.type === 'below') return isAbove(a, place) || isAbove(b, place);
  return a.key !== b.key;
}

/** Whether a payer is the place where the money went, or holds it: then it is none of those below. */
function isAbove({ type, key }: Payer, place: string | null): boolean {
  return type === 'place' && place !== null && chainOf(territory(place)).some(({ code }) => code === key);
}

function payersOf({ actorTypes, actorRefs, actorNames }: FactRow): Payer[] {
  return actorTypes.map((type, i) => payerOf(type, actorRefs[i] ?? '', actorNames[i] ?? ''));
}

function payerOf(type: string, ref: string, name: string): Payer {
  if (type === 'place') return { type: 'place', key: territory(ref) };
  if (type === 'class') return { type: BELOW.test(name) && !LEVELS.test(name) ? 'below' : 'open', key: name };
  // An agency's id is its place, type and name; the place may be a key of several parts itself.
  const [kind = '', place] = [ref.split('/').at(-2), ref.split('/').slice(0, -2).join('/')];
  if (kind === 'enterprise') return { type: 'firm', key: ref };
  return place === '' ? { type: 'open', key: ref } : { type: 'place', key: territory(place) };
}
