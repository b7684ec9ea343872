/** Statements that may read what no index finds, and why. */
export interface Exception {
  readonly why: string;
  /** What `faultsOf` says of them. */
  readonly faults: readonly string[];
  /** `read/stats`, `browser/13-disagreements`. */
  readonly files: readonly string[];
}

const LABEL = ['NodeByLabelScan'];
const TYPE = ['DirectedRelationshipTypeScan'];
const KEYED = ['Agency', 'Article', 'Asset', 'Claim', 'Fact', 'Outlet', 'Place', 'Program', 'Review'];

/** Every exception; a test fails when one is no longer needed. */
export const EXCEPTIONS: readonly Exception[] = [
  {
    why: 'looks for labels that should not be there: it has to see every node. For `check` and `rebuild` only',
    faults: ['AllNodesScan'],
    files: ['read/checkLabels', 'write/clear.neo4j'],
  },
  {
    why: 'looks for what breaks an invariant: every node of the label is asked. For `check` only',
    faults: LABEL,
    files: [
      ...['checkDerivedFromAgency', 'checkDerivedFromPlace', 'checkFacts', 'checkReports'],
      ...['checkSupports', ...KEYED.map((label) => `checkKeys${label}`)],
    ].map((name) => `read/${name}`),
  },
  {
    why: 'looks for relationships from a node to itself: every one of its types is asked. For `check` only',
    faults: ['DirectedUnionRelationshipTypesScan'],
    files: ['read/checkLoops'],
  },
  {
    why: 'writes what search reads on every node that an older program wrote, once',
    faults: LABEL,
    files: [1, 2, 3, 4, 5, 6].map((i) => `migrations/0002-search-text ${i}`),
  },
  {
    why: 'is a list of all in another order than that of its key: what no condition narrows is ranked whole (by key, `*Listed` is asked)',
    faults: LABEL,
    files: ['agencies', 'articles', 'claims', 'facts', 'outlets', 'places', 'programs'].map(
      (name) => `read/${name}InOrder`,
    ),
  },
  {
    why: 'finds by one of few values, which a large part of a small label shares',
    faults: LABEL,
    files: ['read/agencyIdsOfTypes', 'read/placeCodesOfLevels', 'read/programIdsOfCategories'],
  },
  {
    why: 'counts a whole label, by a property that every node has',
    faults: LABEL,
    files: ['read/metadata', 'read/stats', 'browser/17-agencies', 'browser/22-outlets'],
  },
  {
    why: 'is about every article and the places that it names',
    faults: LABEL,
    files: ['read/articlesByCounty', 'read/coverageByCounty'],
  },
  {
    why: 'a place that may be left out is no key to seek by; without one it is about all facts',
    faults: LABEL,
    files: ['read/timelineOfPlace'],
  },
  {
    why: 'is asked of the whole graph by a person, in Neo4j Browser: of every program, fact or article',
    faults: LABEL,
    files: [
      ...['browser/09-totals-and-parts', 'browser/12-programs-in-many-places', 'browser/16-shared-programs'],
      ...['browser/20-well-supported', 'browser/21-one-article'],
    ],
  },
  {
    why: 'is about all pairs of one relationship type, of which there are far fewer than nodes',
    faults: TYPE,
    files: [
      ...[
        'read/conflicts',
        'read/conflictPairs',
        'read/conflictPairsCount',
        'browser/03-money-flow',
        'browser/13-disagreements',
        'browser/14-disagreements-words',
      ],
      ...['browser/05-money-and-what-it-bought', 'browser/06-purchases', 'browser/19-copies', 'browser/18-staff'],
    ],
  },
];
