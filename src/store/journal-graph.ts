import type { Divisions } from '../graph/build.ts';
import { JOURNAL_LABEL } from '../graph/schema.ts';
import type { JournalView } from '../journal/view.ts';
import { Reviews } from '../review/reviews.ts';
import { JOURNAL_KEY } from './bookmark.ts';
import type { Page } from './dump.ts';
import { newestVersion, SCHEMA_KEY } from './schema-version.ts';
import { wholeGraph } from './whole-graph.ts';

/** What made a graph that no engine has seen yet. */
const NO_ENGINE = 'none';

/**
 * The graph that a journal says, page by page, without a store: with the nodes that say of which journal it is and which schema it has,
 * so that a store filled with it can be loaded further. @throws JOURNAL_DAMAGED.
 */
export async function* journalGraph(journal: JournalView, divisions: Divisions): AsyncGenerator<Page> {
  yield* wholeGraph(journal.readings(), divisions, new Reviews(journal.decisions));
  const mark = { journal: journal.id, sequence: journal.last, engine: NO_ENGINE };
  const nodes = [
    { label: JOURNAL_LABEL, key: JOURNAL_KEY, properties: mark },
    { label: JOURNAL_LABEL, key: SCHEMA_KEY, properties: { version: newestVersion() } },
  ];
  yield { nodes, links: [] };
}
