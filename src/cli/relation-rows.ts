import { inBoth } from '../explain/words.ts';
import type { FactFilter } from '../fact/table.ts';
import type { Centrality } from '../network/centrality.ts';
import type { Funder } from '../network/funder.ts';
import type { Network } from '../network/network.ts';
import type { NetworkNode } from '../network/node.ts';
import type { Row } from '../store/store.ts';
import type { Shown } from './columns.ts';
import { type Witness, witness, witnessLine } from './witness.ts';

/** An answer in the three forms in which it is printed; CSV takes the cells of `table`. */
export interface Answer {
  readonly json: unknown;
  readonly table: readonly Row[];
  readonly shown: readonly Shown[];
  /** What is to be known about the whole. */
  readonly remarks: readonly string[];
}

/** What a question about relations may be narrowed by. */
export interface Asked {
  /** Number of a node: pairs with it, its community. */
  readonly of: number | null;
  readonly kind: NetworkNode['kind'] | null;
  readonly by: 'degree' | 'betweenness' | 'pagerank';
  readonly first: number;
  readonly filter: Omit<FactFilter, 'kind'>;
}

/** How many witnesses a pair and how many members a community is shown with. */
const WITNESSES = 3;
const MEMBERS = 8;

/** Which agencies and programs occur together, each pair with what shows it. */
export function togetherAnswer(network: Network, { of, kind, first }: Asked): Answer {
  const { pairs, skipped } = network.together;
  const wanted = pairs.filter(({ a, b }) => {
    const isKind = kind === null || (network.nodes[a]?.kind === kind && network.nodes[b]?.kind === kind);
    return isKind && (of === null || a === of || b === of);
  });
  const rows = wanted.slice(0, first).map(({ a, b, sources, ofA, ofB, likelihood }) => {
    const { facts, articles } = network.shared(a, b, WITNESSES);
    const inArticles = articles.map((id) => witness(network, null, id));
    const cells = { sources, ofA, ofB, likelihood: rounded(likelihood, 2), ...ends(network, a, b) };
    return {
      cells,
      ids: idsOf(network, a, b),
      witnesses: facts.length > 0 ? facts.map((f) => witness(network, f)) : inArticles,
    };
  });
  const remarks = [...more(wanted.length, first)];
  if (skipped > 0) remarks.push(`${skipped} sources name too many to say who belongs together, and are left out`);
  return {
    json: rows.map(({ cells, ids, witnesses }) => ({ ...cells, ...ids, witnesses })),
    table: rows.map(({ cells, ids, witnesses }) => ({ ...cells, ...ids, ...flat(witnesses[0]) })),
    shown: rows.map(({ cells, witnesses }) => ({ cells, notes: witnesses.slice(0, 1).map(witnessLine) })),
    remarks,
  };
}

/** Who funds what kind of thing; single sums, never added. */
export function fundersAnswer(network: Network, { filter, first }: Asked): Answer {
  const all = network.funders(filter);
  const rows = all.slice(0, first).map((funder) => ({ funder, words: witness(network, funder.facts[0] ?? null) }));
  const cells = ({ payer, sort, asset, stage, facts, sources, least, most, parts }: Funder): Row => ({
    ...{ payer, sort, asset, stage, facts: facts.length, sources, least, most, parts },
  });
  return {
    json: rows.map(({ funder }) => ({ ...cells(funder), witnesses: funder.facts.map((f) => witness(network, f)) })),
    table: rows.map(({ funder, words }) => ({ ...cells(funder), ...flat(words) })),
    shown: rows.map(({ funder, words }) => ({ cells: inWords(funder), notes: [witnessLine(words)] })),
    remarks: [
      ...more(all.length, first),
      '最少和最多是单笔，不是合计 least and most are single sums, not totals: xueliang total adds what may be added',
    ],
  };
}

function inWords({ payer, sort, asset, stage, facts, sources, least, most, parts }: Funder): Row {
  const who = payer === 'place' ? inBoth('level', sort ?? '') : inBoth('agencyType', sort ?? '');
  return {
    payer: (sort === null ? inBoth('relation', payer) : who).join(' '),
    asset: asset === null ? '—' : inBoth('asset', asset).join(' '),
    stage: inBoth('stage', stage).join(' '),
    facts: facts.length,
    sources,
    least: least === null ? '—' : yuan(least),
    most: most === null ? '—' : yuan(most),
    parts,
  };
}

/** Who is central, by the measure asked for. */
export function centralAnswer(network: Network, { kind, by, first }: Asked): Answer {
  const { nodes, pivots, error } = network.central;
  const wanted = nodes.filter(({ node }) => kind === null || network.nodes[node]?.kind === kind);
  const sorted = [...wanted].sort((a, b) => b[by] - a[by] || a.node - b.node).slice(0, first);
  const cells = ({ node, neighbours, degree, betweenness, pagerank }: Centrality): Row => ({
    ...{ name: network.nodes[node]?.name ?? '', kind: network.nodes[node]?.kind ?? '', neighbours, degree },
    ...{ betweenness: rounded(betweenness, 4), pagerank: rounded(pagerank, 4) },
  });
  const rows = sorted.map((central) => ({ ...cells(central), id: network.nodes[central.node]?.id ?? '' }));
  const sampled = `betweenness from ${pivots} of ${nodes.length} nodes: within ${rounded(error, 3)} in 95 of 100 samples`;
  return {
    json: { nodes: rows, pivots, error },
    table: rows,
    shown: sorted.map((central) => ({ cells: { ...cells(central), kind: kindWords(network, central.node) } })),
    remarks: [...more(wanted.length, first), ...(error > 0 ? [sampled] : [])],
  };
}

/** Who is joined closely; with `of`, the community of that node with all its members. */
export function communitiesAnswer(network: Network, { of, first }: Asked): Answer {
  const { communities, modularity } = network.communities;
  const degrees = new Map(network.central.nodes.map(({ node, degree }) => [node, degree]));
  const numbered = communities.map(({ members }, i) => ({
    community: i + 1,
    members: [...members].sort((a, b) => (degrees.get(b) ?? 0) - (degrees.get(a) ?? 0) || a - b),
  }));
  const wanted = of === null ? numbered : numbered.filter(({ members }) => members.includes(of));
  const shown = wanted.slice(0, first).map(({ community, members }) => {
    const named = members
      .slice(0, of === null ? MEMBERS : members.length)
      .map((node) => network.nodes[node]?.name ?? '');
    const rest = members.length - named.length;
    return { cells: { community, size: members.length, members: named.join('、') + (rest > 0 ? ` … +${rest}` : '') } };
  });
  const flatRows = wanted
    .slice(0, first)
    .flatMap(({ community, members }) =>
      members.map((node) => ({ community, ...place(network, node), degree: degrees.get(node) ?? 0 })),
    );
  return {
    json: { modularity: rounded(modularity, 4), members: flatRows },
    table: flatRows,
    shown,
    remarks: [...more(wanted.length, first), `modularity ${rounded(modularity, 4)}`],
  };
}

function place(network: Network, node: number): Row {
  const { kind = '', id = '', name = '' } = network.nodes[node] ?? {};
  return { kind, id, name };
}

function ends(network: Network, a: number, b: number) {
  return { a: network.nodes[a]?.name ?? '', b: network.nodes[b]?.name ?? '' };
}

function idsOf(network: Network, a: number, b: number) {
  return { aKey: network.nodes[a]?.key ?? '', bKey: network.nodes[b]?.key ?? '' };
}

function kindWords(network: Network, node: number): string {
  return inBoth('relation', network.nodes[node]?.kind ?? '').join(' ');
}

/** A witness as columns of CSV. */
export function flat(of: Witness | undefined): Row {
  return {
    quote: of?.quote ?? null,
    factId: of?.factId ?? null,
    articleId: of?.articleId ?? null,
    title: of?.title ?? null,
  };
}

function more(count: number, first: number): string[] {
  return count > first ? [`${count - first} more: --first ${count}`] : [];
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** 66000000 as 6600万元. */
function yuan(value: number): string {
  if (value >= 1e8) return `${rounded(value / 1e8, 4)}亿元`;
  return value >= 1e4 ? `${rounded(value / 1e4, 4)}万元` : `${value}元`;
}
