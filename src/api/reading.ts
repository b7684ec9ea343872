import type { Store } from '../store/store.ts';

/** Does one reading of a store, named by its statement, and something around it. */
export type Around = <T>(statement: string, read: () => Promise<T>) => Promise<T>;

/** The store with something done around each reading; what is not read is passed on. */
export function reading(store: Store, around: Around): Store {
  return {
    engine: store.engine,
    migrate: () => store.migrate(),
    reset: () => store.reset(),
    checkpoint: () => store.checkpoint(),
    write: (batches) => store.write(batches),
    close: () => store.close(),
    read: (statement, params) => around(statement.name, () => store.read(statement, params)),
    search: (query, labels, limit) => around('search', () => store.search(query, labels, limit)),
  };
}
