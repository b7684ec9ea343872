import { setTimeout as wait } from 'node:timers/promises';
import type { FactTable } from '../fact/table.ts';
import { Network } from '../network/network.ts';
import { readBookmark } from './bookmark.ts';
import { readFactTable } from './fact-table.ts';
import { readCopies } from './looked-at.ts';
import { readAround } from './network.ts';
import { statement } from './queries.ts';
import type { Row, Store, Value } from './store.ts';

/** What many answers are made of, in memory: all facts of a store, and beside them what facts do not carry. */
export interface Projection {
  readonly facts: FactTable;
  /** For each article that is a copy, the one that it copies. */
  readonly copies: ReadonlyMap<string, string>;
  /** The categories of programs by id. */
  readonly categories: ReadonlyMap<string, string>;
}

/** Something read from a store, and whether the store has been written since. */
export interface Held<T> {
  readonly value: T;
  readonly isCurrent: boolean;
}

/** How long an answer waits for facts to be read anew before it is given from those of before. */
const PATIENCE_MS = 2000;
/** How often something is read again because the store was written meanwhile. */
const TRIES = 3;
const PAGE = 5000;

/** Projections of one store, each read when first asked for and again after a write; asking whether there was one is one statement. */
export class Projections {
  readonly #store: Store;
  readonly #facts: Kept<Projection>;
  readonly #network: Kept<Network>;

  constructor(store: Store) {
    this.#store = store;
    this.#facts = new Kept(store, () => readProjection(store));
    this.#network = new Kept(store, async () => {
      const { facts } = (await this.facts()).value;
      return new Network(await readAround(store, facts));
    });
  }

  /** The facts as the store has them; those of before where reading them takes too long, and then not current. */
  async facts(): Promise<Held<Projection>> {
    return this.#facts.at(await versionOf(this.#store));
  }

  /** How places, agencies and programs are joined, held in the same way. */
  async network(): Promise<Held<Network>> {
    return this.#network.at(await versionOf(this.#store));
  }
}

/** One thing made of a store, with the version of the store that it was made of. */
class Kept<T> {
  readonly #store: Store;
  readonly #make: () => Promise<T>;
  #held: { readonly version: string; readonly value: T } | undefined;
  #making: Promise<void> | undefined;

  constructor(store: Store, make: () => Promise<T>) {
    this.#store = store;
    this.#make = make;
  }

  async at(version: string): Promise<Held<T>> {
    if (this.#held?.version !== version) {
      this.#making ??= this.#renew().finally(() => {
        this.#making = undefined;
      });
      if (this.#held === undefined) await this.#making;
      else await Promise.race([this.#making, wait(PATIENCE_MS, undefined, { ref: false })]);
    }
    const held = this.#held;
    if (held === undefined) throw new Error('what was made is held');
    return { value: held.value, isCurrent: held.version === version };
  }

  /** Pages that were read before and after a write do not fit together: then it is read again, a few times. */
  async #renew(): Promise<void> {
    for (let tries = 1; ; tries++) {
      const before = await versionOf(this.#store);
      const value = await this.#make();
      const isWhole = before === (await versionOf(this.#store));
      if (!isWhole && tries < TRIES) continue;
      this.#held = { version: isWhole ? before : '', value };
      return;
    }
  }
}

/**
 * What changes when the graph does: the journal's entry up to which it is made. A store that was filled without an archive is told
 * by how much it holds.
 */
async function versionOf(store: Store): Promise<string> {
  const mark = await readBookmark(store);
  if (mark !== null) return `${mark.journal} ${mark.sequence}`;
  const rows = await store.read(statement('stats'));
  return rows.map(({ label, kind, total }) => [label, kind, total].join(' ')).join(', ');
}

async function readProjection(store: Store): Promise<Projection> {
  return { facts: await readFactTable(store), copies: await readCopies(store), categories: await categories(store) };
}

async function categories(store: Store): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let after = ''; ; ) {
    const rows = await store.read(statement('programs'), { after, first: PAGE });
    const programs = rows.map(({ program }) => program as Row);
    for (const { id, category } of programs) if (isText(category)) found.set(String(id), category);
    const last = programs.at(-1);
    if (last === undefined) return found;
    after = String(last.id);
  }
}

function isText(value: Value | undefined): value is string {
  return typeof value === 'string';
}
