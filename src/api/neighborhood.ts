import type { Row, Value } from '../store/store.ts';
import type { Graph } from './graph.ts';

/** What graph clients draw as nodes. */
export type DrawnKind = 'Place' | 'Agency' | 'Program' | 'Asset';

/** A node as a graph client draws it. */
export interface DrawnNode {
  /** Global id. */
  readonly id: string;
  readonly kind: DrawnKind;
  readonly key: string;
  readonly label: string;
  /** Level of a place, type of a body, category of a program. */
  readonly type: string | null;
  /** How many steps from the middle. */
  readonly depth: number;
}

/** An edge between two drawn nodes. */
export interface DrawnEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly kind: string;
  /** What the relationship holds: of a fact its figure, bounds, year and stage. */
  readonly held: Row;
}

/** How much of a neighborhood is drawn, at the most. */
export interface Bounds {
  readonly depth: number;
  readonly kinds: readonly string[];
  readonly nodes: number;
}

/** What of a neighborhood is drawn, and how much there is of the middle. */
export interface Drawn {
  readonly middle: DrawnNode;
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  readonly truncated: boolean;
  readonly counts: readonly { readonly kind: string; readonly total: number; readonly drawn: number }[];
}

/** The statements that read what nodes of a kind are joined to. */
const READS: Readonly<Record<DrawnKind, string>> = {
  Place: 'edgesOfPlaces',
  Agency: 'edgesOfAgencies',
  Program: 'edgesOfPrograms',
  Asset: 'edgesOfAssets',
};

/** Edges beyond so many for each node are not drawn. */
const EDGES_PER_NODE = 4;

/** Where a walk begins; `read` is asked for the middle only where no row of its edges says what it is, and may say that there is none. */
export interface Middle {
  readonly kind: DrawnKind;
  readonly key: string;
  readonly read: () => Promise<DrawnNode | null>;
}

/** Walks outwards from a node, a statement for each kind of node in a step, whatever their number. Null where there is no such node. */
export async function neighborhoodOf(graph: Graph, { read, ...begin }: Middle, bounds: Bounds): Promise<Drawn | null> {
  const first = await stepFrom(graph, [begin], bounds);
  const middle = first[0]?.of ?? (await read());
  if (middle === null) return null;
  const drawing = new Drawing(middle, bounds);
  let frontier = drawing.add(first, 1);
  for (let depth = 2; depth <= bounds.depth && frontier.length > 0; depth++) {
    frontier = drawing.add(await stepFrom(graph, frontier, bounds), depth);
  }
  return { middle, ...drawing.drawn() };
}

async function stepFrom(
  graph: Graph,
  frontier: readonly Pick<DrawnNode, 'kind' | 'key'>[],
  { kinds, nodes }: Bounds,
): Promise<Bundle[]> {
  const bundles = await Promise.all(
    Object.entries(READS).map(async ([kind, query]) => {
      const keys = frontier.filter((node) => node.kind === kind).map(({ key }) => key);
      if (keys.length === 0) return [];
      return (await graph.read(query, { keys, kinds, first: nodes })).map((row) => bundleOf(row, kind as DrawnKind));
    }),
  );
  return bundles.flat();
}

/** The edges of one kind at one node, in one direction. */
interface Bundle {
  readonly of: DrawnNode;
  readonly kind: string;
  readonly outwards: boolean;
  readonly total: number;
  readonly ends: readonly { readonly node: DrawnNode; readonly held: Row }[];
}

/** The depth of an end is not known yet. */
const UNKNOWN = 0;

function bundleOf(row: Row, of: DrawnKind): Bundle {
  const [labels, ids, names, sorts, edges] = [row.labels, row.ids, row.names, row.sorts, row.edges].map(list);
  const ends = (ids ?? []).map((key, i) => ({
    node: drawnOf(labels?.[i] as DrawnKind, key, names?.[i], sorts?.[i]),
    held: edges?.[i] as Row,
  }));
  const node = drawnOf(of, row.key, row.ownName, row.ownSort);
  return { of: node, kind: String(row.kind), outwards: row.outwards === true, total: Number(row.total), ends };
}

function drawnOf(kind: DrawnKind, key: Value | undefined, name: Value | undefined, sort: Value | undefined): DrawnNode {
  const [label, type] = [String(name ?? ''), String(sort ?? '')];
  return {
    id: `${kind}:${key}`,
    kind,
    key: String(key),
    label: label || String(key),
    type: type || null,
    depth: UNKNOWN,
  };
}

function list(value: Value | undefined): readonly Value[] {
  return Array.isArray(value) ? value : [];
}

class Drawing {
  readonly #bounds: Bounds;
  readonly #nodes = new Map<string, DrawnNode>();
  readonly #edges = new Map<string, DrawnEdge>();
  readonly #counts = new Map<string, number>();
  readonly #middle: string;
  #truncated = false;

  constructor(middle: DrawnNode, bounds: Bounds) {
    this.#bounds = bounds;
    this.#middle = middle.id;
    this.#nodes.set(middle.id, middle);
  }

  /** Draws the ends of bundles in turn, so that no node's edges crowd out another's; returns the nodes that are new. */
  add(bundles: readonly Bundle[], depth: number): DrawnNode[] {
    const fresh = new Set<DrawnNode>();
    for (const { of, kind, total, ends } of bundles) {
      if (of.id === this.#middle && depth === 1) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + total);
      if (total > ends.length) this.#truncated = true;
    }
    const longest = Math.max(0, ...bundles.map(({ ends }) => ends.length));
    for (let i = 0; i < longest; i++) {
      for (const bundle of bundles) {
        const end = bundle.ends[i];
        if (end === undefined) continue;
        const node = this.#node(end.node, depth);
        if (node === null || !this.#edge(bundle, node.id, end.held)) this.#truncated = true;
        else if (node.depth === depth) fresh.add(node);
      }
    }
    return [...fresh];
  }

  drawn(): Omit<Drawn, 'middle'> {
    const edges = [...this.#edges.values()];
    const here = edges.filter(({ source, target }) => source === this.#middle || target === this.#middle);
    const counts = [...this.#counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([kind, total]) => ({ kind, total, drawn: here.filter((edge) => edge.kind === kind).length }));
    return { nodes: [...this.#nodes.values()], edges, truncated: this.#truncated, counts };
  }

  /** The node as it is drawn; null where there is no room for one more. */
  #node(end: DrawnNode, depth: number): DrawnNode | null {
    const known = this.#nodes.get(end.id);
    if (known !== undefined) return known;
    if (this.#nodes.size >= this.#bounds.nodes) return null;
    const node = { ...end, depth };
    this.#nodes.set(node.id, node);
    return node;
  }

  #edge({ of, kind, outwards }: Bundle, other: string, held: Row): boolean {
    const [source, target] = outwards ? [of.id, other] : [other, of.id];
    const id = `${kind} ${source} ${target} ${held.factId ?? held.articleId ?? ''} ${held.start ?? ''}`;
    if (this.#edges.has(id)) return true;
    if (this.#edges.size >= EDGES_PER_NODE * this.#bounds.nodes) return false;
    this.#edges.set(id, { id, source, target, kind, held });
    return true;
  }
}
