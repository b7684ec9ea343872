/** What a property may hold in the graph, the same on every engine; a list is of one type, and empty lists are left out. */
export type Property = string | number | bigint | boolean | readonly string[] | readonly number[];
/** The properties of a node or relationship, by name. */
export type Properties = Readonly<Record<string, Property>>;

interface LabelSchema {
  /** The property that is unique among nodes of the label. */
  readonly key: string;
  /** The property that text search reads, if any. */
  readonly search: string | null;
  readonly properties: readonly string[];
}

/** The labels of the graph: the single definition (DESIGN.md §3). */
export const LABELS = {
  Place: {
    key: 'code',
    search: 'searchText',
    properties: ['code', 'name', 'ownName', 'level', 'parent', 'province', 'searchText'],
  },
  Agency: {
    key: 'id',
    search: 'searchText',
    properties: ['id', 'name', 'type', 'placeCode', 'parent', 'aliases', 'searchText', 'chosenBy'],
  },
  Program: {
    key: 'id',
    search: 'searchText',
    properties: ['id', 'name', 'nameEn', 'category', 'discovered', 'aliases', 'searchText', 'chosenBy'],
  },
  Outlet: { key: 'name', search: 'searchText', properties: ['name', 'searchText'] },
  Article: {
    key: 'id',
    search: 'searchText',
    properties: [
      ...['id', 'title', 'publishedOn', 'year', 'outlet', 'url', 'script', 'file', 'sha256', 'textSha256'],
      ...['subjectPlace', 'documentNumbers', 'sketch', 'state', 'stateOn', 'searchText'],
    ],
  },
  Claim: {
    key: 'id',
    search: 'searchText',
    // Neo4j's import keeps them in this order, and walks to what it reads: search asks every claim that it finds for its quote.
    properties: [
      ...[
        'id',
        'quote',
        'articleId',
        'event',
        'kind',
        'agency',
        'program',
        'placeCode',
        'placeName',
        'asset',
        'assetText',
      ],
      ...['counted', 'count', 'countMin', 'countMax', 'unit', 'amountCny', 'amountMin', 'amountMax', 'approx'],
      ...['stage', 'scope', 'from', 'to', 'asOf', 'year', 'dateText', 'partOf', 'paysFor', 'supersedes'],
      ...['actorTypes', 'actorRefs', 'actorNames', 'recipientType', 'recipientRef', 'recipientName'],
      ...['programIds', 'placeCodes', 'evidenceFields', 'evidenceStarts', 'evidenceEnds', 'evidenceFroms'],
      ...['rule', 'rulesVersion', 'start', 'end'],
      ...['contextBefore', 'contextAfter', 'factKey', 'review', 'searchText'],
    ],
  },
  Fact: {
    key: 'id',
    search: null,
    properties: [
      ...['id', 'factKey', 'kind', 'asset', 'assetText', 'counted', 'unit', 'figure', 'min', 'max', 'approx'],
      ...['year', 'from', 'to', 'first', 'last', 'dated', 'stage', 'scope', 'part', 'disputed', 'corrected'],
      ...['claims', 'sources', 'firstReport', 'lastReport', 'claimId', 'articleId', 'articleIds', 'quote'],
      ...['actorTypes', 'actorRefs', 'actorNames', 'program', 'programIds', 'placeCode', 'placeName'],
      ...['sourceLabel', 'sourceKey', 'sourceFrom', 'targetLabel', 'targetKey'],
    ],
  },
  Asset: { key: 'kind', search: null, properties: ['kind', 'name', 'nameEn'] },
  Review: { key: 'id', search: null, properties: ['id', 'verdict', 'note', 'on', 'decision'] },
} as const satisfies Record<string, LabelSchema>;

/** The one node beside the graph that says from which journal it was made; no part of digests, shown nowhere. */
export const JOURNAL_LABEL = 'Journal';

/** A label of the graph. */
export type Label = keyof typeof LABELS;

interface RelationshipSchema {
  readonly from: readonly Label[];
  readonly to: readonly Label[];
  readonly properties: readonly string[];
}

const DERIVED = {
  from: ['Agency', 'Place'],
  to: ['Program', 'Asset'],
  properties: ['factId', 'figure', 'min', 'max', 'year', 'stage', 'source'],
} as const;

/** The relationship types with the labels that they join and their properties. */
export const RELATIONSHIPS = {
  PART_OF: {
    from: ['Place', 'Agency', 'Program', 'Claim'],
    to: ['Place', 'Agency', 'Program', 'Claim'],
    properties: ['articleId', 'start', 'end'],
  },
  SUCCEEDED_BY: { from: ['Place'], to: ['Place'], properties: ['year'] },
  SERVES: { from: ['Agency'], to: ['Place'], properties: [] },
  SAME_AS: { from: ['Program', 'Agency'], to: ['Program', 'Agency'], properties: ['decision'] },
  PUBLISHED_BY: { from: ['Article'], to: ['Outlet'], properties: [] },
  COPY_OF: { from: ['Article'], to: ['Article'], properties: ['start', 'end', 'ofStart', 'ofEnd'] },
  REPORTED: { from: ['Article'], to: ['Claim'], properties: [] },
  MENTIONS: {
    from: ['Article'],
    to: ['Place', 'Agency', 'Program'],
    properties: ['count', 'aliases', 'parent', 'nameEn', 'category', 'discovered'],
  },
  BY: { from: ['Claim'], to: ['Agency', 'Place'], properties: [] },
  ABOUT: { from: ['Claim'], to: ['Program'], properties: [] },
  AT: { from: ['Claim'], to: ['Place'], properties: [] },
  FOR: { from: ['Claim'], to: ['Agency', 'Place'], properties: [] },
  PAYS_FOR: { from: ['Claim'], to: ['Claim'], properties: [] },
  SUPPORTS: { from: ['Claim'], to: ['Fact'], properties: [] },
  CONFLICTS_WITH: { from: ['Fact'], to: ['Fact'], properties: [] },
  REVIEWS: { from: ['Review'], to: ['Claim', 'Article'], properties: [] },
  FUNDED: DERIVED,
  DEPLOYED: DERIVED,
  STAFFED: DERIVED,
  OPERATES: DERIVED,
} as const satisfies Record<string, RelationshipSchema>;

/** A relationship type of the graph. */
export type RelationshipType = keyof typeof RELATIONSHIPS;

/** A node by its label and key. */
export interface NodeRef {
  readonly label: Label;
  readonly key: string;
}

/** A node with all its properties. */
export interface GraphNode extends NodeRef {
  readonly properties: Properties;
}

/** A relationship between two nodes, once per type and ends. */
export interface GraphRelationship {
  readonly type: RelationshipType;
  readonly from: NodeRef;
  readonly to: NodeRef;
  readonly properties: Properties;
}

/** Nodes and relationships, each once. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly relationships: readonly GraphRelationship[];
}

/**
 * The properties that have a value: what is null, undefined or an empty list is not stored, nor is a list of nothing but
 * empty strings, for Neo4j's import tool cannot tell one from an empty list.
 */
export function compact(properties: Readonly<Record<string, Property | null | undefined>>): Properties {
  const kept: Record<string, Property> = {};
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || isBlank(value)) continue;
    kept[name] = value;
  }
  return kept;
}

function isBlank(value: Property): boolean {
  return Array.isArray(value) && value.every((item) => item === '');
}
