import { Postings } from './postings.ts';
import { type CopiedSpan, copiedSpan, isCopy, keysOf, readSketch, type Sketch } from './sketch.ts';
import type { Family } from './statements.ts';

/** An article as copies are told by. */
export interface Sketched {
  readonly id: string;
  readonly publishedOn: string | null;
  readonly sketch: string | null;
}

const MOST_READ = 2000;

interface Member extends Sketched {
  kin: Kin;
}

/** One source family while it grows. */
interface Kin {
  readonly members: Set<Member>;
  /** The earliest by date, then id. */
  root: Member;
}

/**
 * The source families of a set of articles: the connected components of “is a copy of”. What they are depends on the set
 * alone, not on the order in which articles came. Families are kept as they grow, and articles that share a key lie
 * together by family: a text that was copied a thousand times is compared once, not a thousand times.
 */
export class SourceFamilies {
  readonly #members = new Map<string, Member>();
  readonly #keys = new Postings<Kin, Member>();
  /** The sketches compared last. Read, one is five times as large as written: of hundreds of thousands only these are held so. */
  readonly #read = new Map<string, Sketch>();

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

  /** What the article has from the earliest of its family; null for that one itself, and where they share no stretch. */
  copied(id: string): CopiedSpan | null {
    const member = this.#members.get(id);
    const root = member?.kin.root;
    const [words, original] = [this.#words(member), this.#words(root)];
    if (words === null || original === null || root === member) return null;
    return copiedSpan(words, original);
  }

  /** Puts an article that stands alone into its family; returns whose root has changed. */
  #join(article: Sketched): string[] {
    const member = alone(article);
    const moved = new Set([member.id]);
    this.#members.set(member.id, member);
    const keys = this.#list(member);
    for (const key of keys) {
      for (const [kin, others] of [...this.#keys.groups(key)]) {
        if (kin === member.kin || ![...others].some((other) => this.#copies(member, other))) continue;
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

  /** Returns the keys under which it is listed. */
  #list(member: Member): readonly number[] {
    const keys = this.#keysOf(member);
    for (const key of keys) this.#keys.add(key, member);
    return keys;
  }

  #unlist(member: Member): void {
    for (const key of this.#keysOf(member)) this.#keys.remove(key, member);
  }

  #keysOf(member: Member): readonly number[] {
    const words = this.#words(member);
    return words === null ? [] : keysOf(words);
  }

  #copies(a: Member, b: Member): boolean {
    const [words, others] = [this.#words(a), this.#words(b)];
    return words !== null && others !== null && isCopy(words, others);
  }

  /** Null for a text that is too short to compare. */
  #words(member: Sketched | undefined): Sketch | null {
    const { sketch = null } = member ?? {};
    if (sketch === null) return null;
    const known = this.#read.get(sketch);
    if (known !== undefined) return known;
    const words = readSketch(sketch);
    if (this.#read.size >= MOST_READ) this.#read.clear();
    this.#read.set(sketch, words);
    return words;
  }
}

function alone({ id, publishedOn, sketch }: Sketched): Member {
  const kin = { members: new Set<Member>() } as Kin;
  const member: Member = { id, publishedOn, sketch, kin };
  kin.members.add(member);
  kin.root = member;
  return member;
}

function order({ publishedOn, id }: Member): string {
  return `${publishedOn ?? '9999'} ${id}`;
}
