// The embedded engine's own process: it runs what `engine-process.ts` sends, and is ended when it does not come back.
// Plain JavaScript, for it is started as a program from src/ (tests) as from dist/. It alone loads the engine.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

const MEMORY_WATCH_MS = 100;
/** Above this a checkpoint blocks for seconds (measured: 0.7 s at 100,000 nodes). */
const CHECKPOINT_NODES = 100_000;

/** @type {import('@grafeo-db/js').GrafeoDB | undefined} */
let db;
let temporary = false;
let folder = '';

const operations = {
  async open({ path, scratch, memory }) {
    const { default: grafeo } = await engine();
    temporary = scratch;
    folder = dirname(path);
    if (existsSync(path)) db = grafeo.GrafeoDB.open(path);
    else {
      mkdirSync(folder, { recursive: true });
      db = grafeo.GrafeoDB.create(path);
    }
    watchMemory(memory);
    return db.version();
  },
  async run({ text, params }) {
    return (await db.executeCypher(text, params)).toArray();
  },
  /** A failed statement leaves a transaction committable: it is rolled back whatever failed. */
  async transaction({ steps }, id) {
    const transaction = db.beginTransaction();
    try {
      for (const { text, params } of steps) {
        (await transaction.executeCypher(text, params)).toArray();
        process.send({ id, alive: true });
      }
      transaction.commit();
    } catch (error) {
      rollBack(transaction);
      throw error;
    }
  },
  async index({ label, property }) {
    try {
      await db.createTextIndex(label, property, { tokenizer: 'cjk_bigram' });
    } catch (error) {
      if (!/exist/i.test(String(error))) throw error;
    }
  },
  async search({ label, property, key, query, limit }) {
    const pairs = await db.textSearch(label, property, query, limit);
    return pairs.map(([id]) => {
      const read = (name) => db.getNode(id)?.get(name);
      return { key: read(key), name: read('name') ?? read('title') ?? read('quote') ?? '' };
    });
  },
  async checkpoint() {
    if (db.nodeCount() <= CHECKPOINT_NODES) db.walCheckpoint();
  },
  async close() {
    db.close();
    db = undefined;
  },
};

/** A commit that fails ends its transaction by itself, whatever `isActive` says; its own error is the one to tell. */
function rollBack(transaction) {
  try {
    if (transaction.isActive) transaction.rollback();
  } catch {
    // There is nothing left to roll back.
  }
}

async function engine() {
  try {
    return await import('@grafeo-db/js');
  } catch (cause) {
    throw Object.assign(new Error(String(cause?.message ?? cause)), { gqlStatus: 'UNSUPPORTED' });
  }
}

/** A statement cannot be cancelled: where it would take the machine's memory, the whole process goes. */
function watchMemory(most) {
  setInterval(() => {
    if (process.memoryUsage.rss() <= most) return;
    process.send({ dying: 'memory' }, () => process.kill(process.pid, 'SIGKILL'));
  }, MEMORY_WATCH_MS).unref();
}

process.on('message', async ({ id, op, ...request }) => {
  try {
    process.send({ id, value: await operations[op](request, id) });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.send({ id, error: { message, gqlStatus: error?.gqlStatus } });
  }
});
// Ctrl-C reaches the whole group of processes; who started us decides when we end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
// Without a parent there is nobody to answer. A running statement would hold up an orderly exit; commits survive this one.
process.on('disconnect', () => {
  if (temporary) rmSync(folder, { recursive: true, force: true });
  process.kill(process.pid, 'SIGKILL');
});
