/** What a fact joins, by number: looked up once per fact, asked by every answer. */
export interface Ends {
  /** Numbers in the roster of who acted, without classes; of its programs; of its place and kind of thing, -1 where it has none. */
  readonly actors: readonly number[];
  readonly programs: readonly number[];
  readonly place: number;
  readonly asset: number;
  /** Numbers of the source families that state it, each once. */
  readonly families: readonly number[];
}
