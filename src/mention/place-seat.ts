import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { PlaceLevel, PlaceRef } from '../gazetteer/place.ts';

/** A place where a text names it. */
export interface Seat {
  readonly start: number;
  readonly end: number;
  readonly place: PlaceRef;
}

/** How far, in characters, a place named before still says which city or county the words mean. */
const NEAR = 40;

/** How many seats, in order and without overlap, end by an offset. */
export function countBefore(seats: readonly { readonly end: number }[], offset: number): number {
  let low = 0;
  let high = seats.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((seats[mid]?.end ?? 0) <= offset) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** The places of a text in order, asked what stands before an offset. */
export class Seats {
  private readonly byLevel = new Map<PlaceLevel, Seat[]>();

  constructor(
    readonly all: readonly Seat[],
    private readonly gazetteer: Gazetteer,
  ) {}

  /** Whether a place covers an offset. */
  cover(at: number): boolean {
    const last = this.all[countBefore(this.all, at)];
    return last !== undefined && last.start <= at;
  }

  /** The division of a level that the last place before an offset is, or lies in, where it is near and behind `from`. */
  near(level: PlaceLevel, offset: number, from: number): PlaceRef | null {
    const last = this.all[countBefore(this.all, offset) - 1];
    return last && last.end > from && offset - last.end < NEAR ? this.ofLevel(last.place, level) : null;
  }

  /** The last division of a level that a place before an offset is, or lies in. */
  before(level: PlaceLevel, offset: number): PlaceRef | null {
    const seats = this.of(level);
    return seats[countBefore(seats, offset) - 1]?.place ?? null;
  }

  /** The town, county or zone named last between two offsets. */
  local(from: number, to: number): PlaceRef | null {
    for (let i = countBefore(this.all, to) - 1; i >= 0; i--) {
      const seat = this.all[i];
      if (!seat || seat.end <= from) return null;
      if (seat.place.level !== 'province' && seat.place.level !== 'city') return seat.place;
    }
    return null;
  }

  private of(level: PlaceLevel): readonly Seat[] {
    const known = this.byLevel.get(level);
    if (known) return known;
    const seats = this.all.flatMap((seat) => {
      const place = this.ofLevel(seat.place, level);
      return place ? [{ ...seat, place }] : [];
    });
    this.byLevel.set(level, seats);
    return seats;
  }

  ofLevel(place: PlaceRef, level: PlaceLevel): PlaceRef | null {
    return this.gazetteer.chain(place).find((up) => up.level === level) ?? null;
  }
}
