import { XueliangError } from '../errors.ts';

/** One bound of the server: what it is unless said otherwise, between what it may be set, and what it bounds. */
interface Bound {
  readonly usual: number;
  readonly least: number;
  readonly most: number;
  readonly says: string;
}

/** Every bound that the server keeps; a statement's time is the store's (`--timeout`), a page's size the schema's. */
export const BOUNDS = {
  tokens: { usual: 1000, least: 100, most: 20_000, says: 'tokens of a document' },
  depth: { usual: 14, least: 2, most: 50, says: 'levels of fields' },
  aliases: { usual: 30, least: 0, most: 1000, says: 'aliases in a document' },
  directives: { usual: 50, least: 0, most: 1000, says: 'directives in a document' },
  selections: { usual: 2000, least: 100, most: 100_000, says: 'fields, fragments written out' },
  cost: { usual: 20_000, least: 100, most: 1_000_000, says: 'nodes that an answer may come to' },
  bytes: { usual: 102_400, least: 1000, most: 50_000_000, says: 'bytes of a request' },
  seconds: { usual: 30, least: 1, most: 3600, says: 'seconds that a request may begin statements' },
  rate: { usual: 1200, least: 0, most: 10_000_000, says: 'requests a minute of one client; 0 for any number' },
  concurrent: { usual: 8, least: 1, most: 10_000, says: 'requests of one client at a time' },
  busy: { usual: 64, least: 1, most: 100_000, says: 'requests of all clients at a time' },
  connections: { usual: 1000, least: 1, most: 100_000, says: 'open connections' },
  receive: { usual: 10, least: 1, most: 600, says: 'seconds for a request to arrive whole' },
  drain: { usual: 20, least: 0, most: 3600, says: 'seconds for answers under way when stopped' },
} as const satisfies Record<string, Bound>;

/** The name of a bound. */
export type BoundName = keyof typeof BOUNDS;

/** What each bound is set to. */
export type Bounds = Readonly<Record<BoundName, number>>;

/** The bounds with some set otherwise; @throws USAGE for a number that is out of reason. */
export function boundsOf(given: Partial<Bounds> = {}): Bounds {
  const names = Object.keys(BOUNDS) as BoundName[];
  return Object.fromEntries(names.map((name) => [name, within(name, given[name] ?? BOUNDS[name].usual)])) as Bounds;
}

/** `depth=20`, one each, as bounds; @throws USAGE for a name or number that there is not. */
export function parseBounds(pairs: readonly string[]): Partial<Bounds> {
  return Object.fromEntries(pairs.map(parseBound));
}

/** One line for each bound: what it is and may be. */
export function boundLines(): string[] {
  return Object.entries(BOUNDS).map(
    ([name, { usual, least, most, says }]) => `  ${name.padEnd(12)} ${says}: ${usual} (${least} to ${most})`,
  );
}

function parseBound(pair: string): [BoundName, number] {
  const [, name = '', digits = ''] = /^(\w+)=(\d+)$/.exec(pair) ?? [];
  if (!isName(name)) {
    throw new XueliangError(
      'USAGE',
      `--limit takes NAME=NUMBER, with one of ${Object.keys(BOUNDS).join(', ')}: ${pair}`,
    );
  }
  return [name, within(name, Number(digits))];
}

function isName(name: string): name is BoundName {
  return Object.hasOwn(BOUNDS, name);
}

function within(name: BoundName, value: number): number {
  const { least, most } = BOUNDS[name];
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new XueliangError('USAGE', `the limit ${name} is a whole number from ${least} to ${most}, not ${value}`);
}
