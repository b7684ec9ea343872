import type { Claim, ExtractionRecord, RecordAgency, RecordPlace, RecordProgram } from '../claim/claim.ts';
import type { PlaceRef } from '../gazetteer/place.ts';
import { claimNode } from './claim-node.ts';
import type { Graph, GraphNode, GraphRelationship, Label, NodeRef, Properties, RelationshipType } from './schema.ts';
import { compact } from './schema.ts';
import { searchText, titleSearchText } from './search-text.ts';

/** A division with the one that followed it, and the year of the change; without, while it stands or has no one heir. */
export interface DivisionRef extends PlaceRef {
  readonly followedBy?: { readonly code: string; readonly year: number };
}

/** The division with that code and its ancestors, lowest first; empty when the gazetteer lacks it. */
export type Divisions = (code: string) => readonly DivisionRef[];

/**
 * The nodes and relationships that one article gives.
 * @throws XueliangError CLAIM_WITHOUT_QUOTE for a claim that cites no words.
 */
export function buildGraph(record: ExtractionRecord, divisions: Divisions): Graph {
  const builder = new Builder(record, divisions);
  for (const place of settled(record))
    builder.mention({ label: 'Place', key: place.code }, { count: place.count ?? 1 });
  for (const agency of record.agencies) builder.agency(agency);
  for (const program of record.programs) builder.program(program);
  for (const claim of record.claims) builder.claim(claim);
  return builder.graph();
}

class Builder {
  readonly #nodes = new Map<string, GraphNode>();
  readonly #relationships = new Map<string, GraphRelationship>();
  readonly #article: NodeRef;

  constructor(
    readonly record: ExtractionRecord,
    readonly divisions: Divisions,
  ) {
    const { documents = [], ...article } = record.article;
    this.#article = this.#node('Article', article.id, {
      ...article,
      year: article.publishedOn === null ? null : Number(article.publishedOn.slice(0, 4)),
      subjectPlace: article.subjectPlace?.code,
      searchText: article.title === null ? null : titleSearchText(article.title),
      documentNumbers: sorted(documents.map(({ number }) => number)),
    });
    if (article.outlet !== null) {
      this.#link('PUBLISHED_BY', this.#article, this.#outlet(article.outlet));
    }
    for (const place of settled(record)) this.#place(place.code);
  }

  graph(): Graph {
    return { nodes: [...this.#nodes.values()], relationships: [...this.#relationships.values()] };
  }

  mention(to: NodeRef, properties: Properties): void {
    this.#link('MENTIONS', this.#article, to, properties);
  }

  agency(agency: RecordAgency): void {
    const { id, name, type, placeCode } = agency;
    const known = this.record.agencies.some((other) => other.id === agency.parent && other.id !== id);
    const parent = known ? agency.parent : undefined;
    const node = this.#node('Agency', id, { id, name, type, placeCode, parent, aliases: sorted(agency.aliases) });
    if (placeCode !== null) this.#link('SERVES', node, this.#place(placeCode));
    this.mention(node, compact({ count: agency.count ?? 1, aliases: sorted(agency.aliases), parent }));
  }

  program(program: RecordProgram): void {
    const { id, name, nameEn, category, discovered, count, partOf } = program;
    const reading = { nameEn, category, discovered, aliases: sorted(program.aliases) };
    const node = this.#node('Program', id, { id, name, ...reading });
    this.mention(node, compact({ count: count ?? 1, ...reading }));
    if (partOf === undefined || partOf.program === id || !this.#hasProgram(partOf.program)) return;
    const span = { articleId: this.#article.key, start: partOf.start, end: partOf.end };
    this.#link('PART_OF', node, { label: 'Program', key: partOf.program }, span);
  }

  claim(claim: Claim): void {
    const node = claimNode(this.record, claim);
    this.#nodes.set(nameOf(node), node);
    this.#link('REPORTED', this.#article, node);
    for (const actor of claim.actors) this.#linkActor('BY', node, actor);
    if (claim.recipient !== undefined) this.#linkActor('FOR', node, claim.recipient);
    for (const id of claim.programs) {
      if (this.#hasProgram(id)) this.#link('ABOUT', node, { label: 'Program', key: id });
    }
    for (const code of claim.places) this.#link('AT', node, this.#place(code));
    this.#linkClaim('PART_OF', node, claim.partOf);
    this.#linkClaim('PAYS_FOR', node, claim.paysFor);
  }

  #linkActor(type: 'BY' | 'FOR', claim: NodeRef, actor: Claim['actors'][number]): void {
    if (actor.ref === null || actor.type === 'class') return;
    if (actor.type === 'place') this.#link(type, claim, this.#place(actor.ref));
    else if (this.#nodes.has(`Agency ${actor.ref}`)) this.#link(type, claim, { label: 'Agency', key: actor.ref });
  }

  #linkClaim(type: 'PART_OF' | 'PAYS_FOR', claim: NodeRef, other: string | undefined): void {
    if (other === undefined || other === claim.key) return;
    if (this.record.claims.some((c) => c.id === other)) this.#link(type, claim, { label: 'Claim', key: other });
  }

  #outlet(name: string): NodeRef {
    return this.#node('Outlet', name, { name, searchText: searchText([name]) });
  }

  #hasProgram(id: string): boolean {
    return this.record.programs.some((program) => program.id === id);
  }

  /** The place's node, those of its ancestors and of what followed any of them, and what joins them. */
  #place(code: string): NodeRef {
    if (this.#nodes.has(`Place ${code}`)) return { label: 'Place', key: code };
    const chain = this.#chain(code);
    const province = chain.find((place) => place.level === 'province')?.name;
    chain.forEach((place, i) => {
      const { ownName, level } = place;
      const parent = chain[i + 1]?.code;
      this.#node('Place', place.code, {
        code: place.code,
        name: place.name,
        ownName,
        level,
        parent,
        province,
        searchText: searchText([place.name, ownName]),
      });
      if (parent !== undefined)
        this.#link('PART_OF', { label: 'Place', key: place.code }, { label: 'Place', key: parent });
    });
    for (const { code: ended, followedBy } of chain) {
      if (followedBy === undefined) continue;
      const heir = this.#place(followedBy.code);
      this.#link('SUCCEEDED_BY', { label: 'Place', key: ended }, heir, { year: followedBy.year });
    }
    return { label: 'Place', key: code };
  }

  /** A place that the gazetteer lacks is keyed `parentCode/name`: it stands under its parent. */
  #chain(code: string): readonly DivisionRef[] {
    const known = this.divisions(code);
    if (known.length > 0) return known;
    const cut = code.lastIndexOf('/');
    const above = cut < 0 ? [] : this.#chain(code.slice(0, cut));
    const named = this.record.places.find((place) => place.code === code);
    const ownName = cut < 0 ? (named?.name ?? code) : code.slice(cut + 1);
    const parent = above[0];
    const inherited = parent === undefined || parent.level === 'province' ? ownName : parent.name + ownName;
    const self = { code, name: named?.name ?? inherited, ownName, level: named?.level ?? ('zone' as const) };
    return [{ ...self, parent: parent?.code ?? null }, ...above];
  }

  #node(label: Label, key: string, properties: Parameters<typeof compact>[0]): NodeRef {
    const node = { label, key, properties: compact(properties) };
    this.#nodes.set(nameOf(node), node);
    return { label, key };
  }

  #link(type: RelationshipType, from: NodeRef, to: NodeRef, properties: Properties = {}): void {
    const ends = { from: { label: from.label, key: from.key }, to: { label: to.label, key: to.key } };
    this.#relationships.set(`${type} ${nameOf(from)} ${nameOf(to)}`, { type, ...ends, properties });
  }
}

/** A name that the article leaves open, with candidates, is no place of the graph. */
function settled(record: ExtractionRecord): readonly RecordPlace[] {
  return record.places.filter((place) => place.code !== '' && (place.candidates?.length ?? 0) === 0);
}

function nameOf(node: NodeRef): string {
  return `${node.label} ${node.key}`;
}

function sorted(words: readonly string[]): string[] {
  return [...new Set(words)].sort();
}
