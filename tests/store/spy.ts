import type { Statement, Store } from '../../src/store/store.ts';

/** The store, and the names of the write statements that it was given rows for. */
export function spied(store: Store): { readonly store: Store; readonly written: Set<string> } {
  const written = new Set<string>();
  const spy: Store = {
    engine: store.engine,
    migrate: () => store.migrate(),
    read: (statement, params) => store.read(statement, params),
    write: (batches) => {
      for (const { statement, rows } of batches) if (rows.length > 0) written.add(statement.name);
      return store.write(batches);
    },
    search: (query, labels, limit) => store.search(query, labels, limit),
    reset: () => store.reset(),
    checkpoint: () => store.checkpoint(),
    close: () => store.close(),
  };
  return { store: spy, written };
}

/** A statement for a test: what the suite says about rows, not one of the product's. */
export function testStatement(text: string, params: readonly string[], columns: readonly string[]): Statement {
  return { name: 'test', text, params, columns };
}
