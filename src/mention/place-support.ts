import type { Division, Gazetteer } from '../gazetteer/gazetteer.ts';
import type { NameHit } from './place-index.ts';
import type { Parts } from './place-parts.ts';

/** What a name in a head line counts for, against one in the text: in full, short, and in a menu of many. */
const HINT = { full: 3, short: 2, menu: 0.2 };
/** Names in one head line beyond which it is a menu, and divisions of one name beyond which it says nothing. */
const MENU = 4;
const VAGUE = 6;
/** What the name of a zone says for its city, against what the city's own name would. */
const OF_CITY = 0.5;
/** What a name says for each division above it. */
const FROM_BELOW = 0.5;
/** What a division's own name counts for, against the names of its parts. */
const OWN = 2;
/** What the name of the division right above says for one, and of the next above; then what their other parts say. */
const ABOVE = { up: 0.6, top: 0.2 };
const BESIDE = { up: 0.2, top: 0.1 };

/** How much a document speaks for a division: by naming it, its parts or what holds it. */
export class Support {
  private readonly own = new Map<string, number>();
  private readonly below = new Map<string, number>();
  private readonly full = new Set<string>();

  constructor(private readonly gazetteer: Gazetteer) {}

  /** Counts a plain full name in the text. */
  name(divisions: readonly Division[]): void {
    for (const d of divisions) {
      this.full.add(d.code);
      this.add(d, 1);
    }
  }

  /** Counts a name in a bread crumb, a site's name or a source line; one among many is a menu and counts little. */
  hint(hit: NameHit, among: number): void {
    if (hit.divisions.length > VAGUE) return;
    const weight = among > MENU ? HINT.menu : hit.short ? HINT.short : HINT.full;
    for (const d of hit.divisions) {
      if (among <= MENU) this.full.add(d.code);
      this.add(d, weight / hit.divisions.length);
    }
  }

  /** Counts evidence from below: a town found in the text. */
  town(d: Division): void {
    for (const up of this.gazetteer.chain(d).slice(1))
      this.below.set(up.code, (this.below.get(up.code) ?? 0) + FROM_BELOW);
  }

  /** Counts the towns that the page names for each of several namesakes. */
  parts(divisions: readonly Division[], parts: Parts): void {
    for (const d of divisions) this.below.set(d.code, (this.below.get(d.code) ?? 0) + parts.of(d));
  }

  /** Evidence for a county itself and the city above it, the province left out. */
  near(d: Division): number {
    const city = d.parent !== null && !d.parent.endsWith('0000') ? (this.own.get(d.parent) ?? 0) : 0;
    return (this.own.get(d.code) ?? 0) * OWN + (this.below.get(d.code) ?? 0) + city * ABOVE.up;
  }

  /** Evidence for a division: itself, its parts, and the city and province around it. */
  of(d: Division): number {
    const [, up, top] = this.gazetteer.chain(d);
    const around =
      (up ? (this.own.get(up.code) ?? 0) * ABOVE.up + (this.below.get(up.code) ?? 0) * BESIDE.up : 0) +
      (top ? (this.own.get(top.code) ?? 0) * ABOVE.top + (this.below.get(top.code) ?? 0) * BESIDE.top : 0);
    return (this.own.get(d.code) ?? 0) * OWN + (this.below.get(d.code) ?? 0) + around;
  }

  /** Evidence for the division itself or for the city right above it. */
  local(d: Division): number {
    const siblings = d.level === 'zone' ? (this.below.get(d.parent ?? '') ?? 0) : 0;
    return (
      siblings +
      (this.own.get(d.code) ?? 0) +
      (d.parent && !/0000$/u.test(d.parent) ? (this.own.get(d.parent) ?? 0) : 0) +
      (this.below.get(d.code) ?? 0)
    );
  }

  /** Codes of the divisions that the document names in full or in its head lines. */
  hinted(): string[] {
    return [...this.full];
  }

  /** Whether the document names the division in full, or as its own place. */
  named(d: Division): boolean {
    return this.full.has(d.code);
  }

  private add(d: Division, weight: number): void {
    this.own.set(d.code, (this.own.get(d.code) ?? 0) + weight);
    for (const up of this.gazetteer.chain(d).slice(1))
      this.below.set(up.code, (this.below.get(up.code) ?? 0) + weight * FROM_BELOW);
    // A zone's name says its city: 岳阳 in 岳阳经济技术开发区.
    if (d.level === 'zone' && d.parent?.endsWith('00'))
      this.own.set(d.parent, (this.own.get(d.parent) ?? 0) + weight * OF_CITY);
    // The towns of a county that ended stand under its successor.
    if (d.successor) this.own.set(d.successor, (this.own.get(d.successor) ?? 0) + weight);
  }
}
