import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../src/journal/entry.ts';
import type { Decision } from '../../src/review/decision.ts';
import { checkInvariants } from '../../src/store/check.ts';
import { digest } from '../../src/store/digest.ts';
import { openArchive, thisProcess } from '../../src/store/open-archive.ts';
import { statement } from '../../src/store/queries.ts';
import type { Row, Store } from '../../src/store/store.ts';
import { corpus } from './corpus.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xueliang-review-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const readings: Entry[] = corpus().map(({ record, text = '' }) => ({ rulesVersion: '1', record, text, sketch: null }));
const claims = readings.flatMap((entry) => ('record' in entry ? entry.record.claims : []));
const idOf = (words: string) => claims.find((claim) => claim.quote.includes(words))?.id ?? '';
const CAMERAS = idOf('安装摄像头1926个');
const MORE_CAMERAS = idOf('建成探头2100个');

async function withGraph<T>(
  batches: readonly (readonly Entry[])[],
  ask: (store: Store) => Promise<T>,
  rebuild = false,
) {
  const archive = await openArchive(`file:${join(folder, 'a.db')}`);
  try {
    const writer = await archive.begin(thisProcess('test'));
    for (const batch of batches) await writer.write(batch);
    if (rebuild) await writer.rebuild();
    await writer.end();
    expect(await checkInvariants(archive.store)).toEqual([]);
    return await ask(archive.store);
  } finally {
    await archive.close();
  }
}

const decided = (...decisions: Decision[]): Entry[] => decisions.map((decision) => ({ decision }));
const facts = async (store: Store) =>
  (await store.read(statement('facts'), { kind: 'DEPLOYED', asset: 'camera' })).map(({ fact }) => fact as Row);

describe('decisions', () => {
  it('leave the claim, and take it from its fact', async () => {
    const [left, claim] = await withGraph(
      [readings, decided({ claim: MORE_CAMERAS, verdict: 'reject' })],
      async (store) => [
        await facts(store),
        (await store.read(statement('claim'), { id: MORE_CAMERAS }))[0]?.claim as Row,
      ],
    );
    expect(left.map(({ figure, disputed }) => [figure, disputed])).toEqual([[1926, false]]);
    expect(claim).toMatchObject({ count: 2100, review: 'reject', quote: expect.stringContaining('2100') });
  });

  it('put a claim right in its fact only', async () => {
    const correct: Decision = { claim: MORE_CAMERAS, verdict: 'correct', set: { count: 1926 } };
    const [fact, claim] = await withGraph([readings, decided(correct)], async (store) => [
      await facts(store),
      (await store.read(statement('claim'), { id: MORE_CAMERAS }))[0]?.claim as Row,
    ]);
    expect(fact).toHaveLength(1);
    expect(fact[0]).toMatchObject({ figure: 1926, corrected: true, disputed: false });
    expect(claim.count).toBe(2100);
  });

  it('hold two claims apart that would be in conflict, and mark an article', async () => {
    const pair = [CAMERAS, MORE_CAMERAS].sort() as [string, string];
    const article =
      claims.length > 0 && 'record' in (readings[0] as Entry)
        ? (readings[0] as { record: { article: { id: string } } }).record.article.id
        : '';
    const gone: Decision = { article, verdict: 'gone', on: '2026-11-26' };
    const [apart, marked] = await withGraph(
      [readings, decided({ claims: pair, verdict: 'different' }, gone)],
      async (store) => [
        await facts(store),
        (await store.read(statement('article'), { id: article }))[0]?.article as Row,
      ],
    );
    expect(apart.map((fact) => fact.disputed)).toEqual([false, false]);
    expect(marked).toMatchObject({ state: 'gone', stateOn: '2026-11-26' });
  });

  it('give the same graph whether they come before, with or after their articles, and after a rebuild', async () => {
    const all = decided(
      { claim: CAMERAS, verdict: 'accept' },
      { claim: MORE_CAMERAS, verdict: 'correct', set: { place: '370503', stage: 'planned' } },
    );
    const digests = [];
    for (const batches of [[readings, all], [all, readings], [[...all, ...readings]], ...[[readings, all, readings]]]) {
      digests.push(await withGraph(batches, digest));
      rmSync(join(folder), { recursive: true });
    }
    digests.push(await withGraph([readings, all], digest, true));
    expect(new Set(digests).size).toBe(1);
  });

  it('can be taken back', async () => {
    const before = await withGraph([readings], digest);
    const after = await withGraph(
      [decided({ claim: CAMERAS, verdict: 'reject' }), decided({ claim: CAMERAS, verdict: 'open' })],
      digest,
    );
    expect(after).toBe(before);
  });
});
