import { bandsOf, hashesOf, nearIdentical } from './sketch.ts';
import type { Family } from './statements.ts';

/** An article as copies are told by. */
export interface Sketched {
  readonly id: string;
  readonly publishedOn: string | null;
  readonly sketch: string | null;
}

interface Member extends Sketched {
  readonly hashes: Uint32Array;
  readonly bands: readonly string[];
  kin: Kin;
}

/** One source family while it grows. */
interface Kin {
  readonly members: Set<Member>;
  /** The earliest by date, then id. */
  root: Member;
}

/**
 * The source families of a set of articles: the connected components of near-identity. What they are depends on the set
 * alone, not on the order in which articles came. Families are kept as they grow, and articles that share a band lie
 * together by family: a text that was copied a thousand times is compared once, not a thousand times.
 */
export class SourceFamilies {
  readonly #members = new Map<string, Member>();
  readonly #bands = new Map<string, Map<Kin, Set<Member>>>();

  /** Adds or replaces an article; returns the ids of all whose family may have changed by it, itself included. */
  put(article: Sketched): string[] {
    const known = this.#members.get(article.id);
    if (known?.sketch === article.sketch && known.publishedOn === article.publishedOn) return [article.id];
    const left = known === undefined ? [] : this.#remove(known);
    const moved = left.flatMap((member) => this.#join(member));
    return [...new Set([...moved, ...this.#join(article)])];
  }

  /** The family of an article; an unknown one is its own. */
  family(id: string): Family {
    const { id: root, publishedOn } = this.#members.get(id)?.kin.root ?? { id, publishedOn: null };
    return { root, publishedOn };
  }

  /** Puts an article that stands alone into its family; returns whose root has changed. */
  #join(article: Sketched): string[] {
    const member = alone(article);
    const moved = new Set([member.id]);
    this.#members.set(member.id, member);
    this.#list(member);
    for (const band of member.bands) {
      for (const [kin, others] of this.#bands.get(band) ?? []) {
        if (kin === member.kin || ![...others].some((other) => nearIdentical(member.hashes, other.hashes))) continue;
        for (const id of this.#unite(kin, member.kin)) moved.add(id);
      }
    }
    return [...moved];
  }

  /** The smaller family goes into the larger; returns whose root has changed. */
  #unite(a: Kin, b: Kin): string[] {
    const [large, small] = a.members.size < b.members.size ? [b, a] : [a, b];
    const root = order(large.root) < order(small.root) ? large.root : small.root;
    const moved = [large, small].filter((kin) => kin.root !== root).flatMap((kin) => [...kin.members]);
    for (const member of small.members) {
      this.#unlist(member);
      member.kin = large;
      large.members.add(member);
      this.#list(member);
    }
    large.root = root;
    return moved.map((member) => member.id);
  }

  /** Dissolves the article's family; returns its other members. */
  #remove(article: Member): Member[] {
    const { members } = article.kin;
    for (const member of members) {
      this.#unlist(member);
      this.#members.delete(member.id);
    }
    return [...members].filter((member) => member !== article);
  }

  #list(member: Member): void {
    for (const band of member.bands) {
      const families = this.#bands.get(band) ?? new Map<Kin, Set<Member>>();
      this.#bands.set(band, families);
      families.set(member.kin, (families.get(member.kin) ?? new Set()).add(member));
    }
  }

  #unlist(member: Member): void {
    for (const band of member.bands) {
      const families = this.#bands.get(band);
      const listed = families?.get(member.kin);
      listed?.delete(member);
      if (listed?.size === 0) families?.delete(member.kin);
      if (families?.size === 0) this.#bands.delete(band);
    }
  }
}

function alone({ id, publishedOn, sketch }: Sketched): Member {
  const hashes = sketch === null ? null : hashesOf(sketch);
  const kin = { members: new Set<Member>() } as Kin;
  const compared = { hashes: hashes ?? new Uint32Array(), bands: hashes === null ? [] : bandsOf(hashes) };
  const member: Member = { id, publishedOn, sketch, ...compared, kin };
  kin.members.add(member);
  kin.root = member;
  return member;
}

function order({ publishedOn, id }: Member): string {
  return `${publishedOn ?? '9999'} ${id}`;
}
