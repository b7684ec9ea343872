import type { LinkedName } from './place-link.ts';
import type { UpperReading } from './place-upper.ts';

/** The upper names of a text, and which divisions they are: asked for every town. */
export interface Spoken extends UpperReading {
  /** Codes of the divisions named. */
  readonly codes: ReadonlySet<string>;
  /** Codes of those named in full. */
  readonly whole: ReadonlySet<string>;
  /** The first two digits of their codes. */
  readonly provinces: ReadonlySet<string>;
  /** 儿女在广东打工: a text that names no city and no county may speak of a province that it is not about. */
  readonly onlyProvinces: boolean;
}

/** Reads the names once. */
export function spoken(upper: UpperReading): Spoken {
  const codes = (names: readonly LinkedName[]) => names.flatMap((n) => (n.place ? [n.place.code] : []));
  const all = new Set(codes(upper.names));
  return {
    ...upper,
    codes: all,
    whole: new Set(codes(upper.names.filter((n) => !n.short))),
    provinces: new Set([...all].map((code) => code.slice(0, 2))),
    onlyProvinces: upper.names.every((n) => n.place?.level === 'province'),
  };
}
