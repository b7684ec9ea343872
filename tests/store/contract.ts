import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Decision } from '../../src/review/decision.ts';
import { checkInvariants } from '../../src/store/check.ts';
import { digest } from '../../src/store/digest.ts';
import { Loader, type ReadArticle, writeRecords } from '../../src/store/load.ts';
import { statement, statements, writeStatement } from '../../src/store/queries.ts';
import type { Params, Store } from '../../src/store/store.ts';
import { corpus, edges, followers, hub } from './corpus.ts';
import { article, BUREAU, divisions, EAST_ACTS, EYES, hash, PAID } from './fixture.ts';
import { EMPTY, samples } from './samples.ts';
import { spied, testStatement } from './spy.ts';

/** Two of each kind of target, one of them taken back. */
const DECISIONS: readonly Decision[] = [
  { claim: 'cam-1', verdict: 'accept' },
  { claim: 'pay-1', verdict: 'reject' },
  { claim: 'pay-1', verdict: 'open' },
  { article: hash('首报'), verdict: 'gone', on: '2026-11-26' },
];

/** What every engine must do. `open` gives an empty store. */
export function contract(open: () => Promise<Store>): void {
  describe('a store with the fixture', () => {
    const all = [...corpus(), edges(), ...hub()];
    let store: Store;
    let written: Set<string>;

    beforeAll(async () => {
      const spy = spied(await open());
      ({ store, written } = spy);
      await writeRecords(store, all, divisions);
      await (await Loader.open(store, divisions)).write([], [], DECISIONS);
    }, 180_000);
    afterAll(() => store.close());

    it('answers every read statement with the columns that it declares', async () => {
      for (const file of statements('read').filter((f) => f.dialect === 'both')) {
        const answers = [];
        for (const params of await samples(file, store)) {
          answers.push(...(await store.read(file, params)));
          // Neo4j plans each anew: that all filters run on it is seen where rows are compared.
          if (store.engine.name === 'neo4j' && answers.length > 0) break;
        }
        if (EMPTY.test(file.name)) expect(answers, file.name).toEqual([]);
        else expect(Object.keys(answers[0] ?? {}), file.name).toEqual(file.columns);
      }
    }, 180_000);

    it('holds what DESIGN.md promises', async () => {
      expect(await checkInvariants(store)).toEqual([]);
    });

    it('says who paid, for what, in which words', async () => {
      const rows = await store.read(statement('whoPaid'), { amount: '6600余万', year: 2017 });
      const first = rows.find((row) => row.claimId === 'pay-1');
      expect(first).toMatchObject({
        payers: ['青石市东河区'],
        amountCny: 66_000_000,
        boughtCount: 1926,
        outlet: '青石日报',
      });
      expect(first?.quote).toBe(PAID.words);
    });

    it('takes copies for one source, and finds the conflict with another', async () => {
      expect(await store.read(statement('copies'))).toMatchObject([{ title: '转载', ofTitle: '首报' }]);
      const conflicts = await store.read(statement('conflicts'));
      expect(conflicts.map((row) => [row.figure, row.otherFigure].sort())).toEqual([[1926, 2100]]);
      const paid = await store.read(statement('spendingByPlace'), { place: '990102', year: 2017 });
      expect(paid).toMatchObject([{ stage: 'done', amountCny: 66_000_000 + 50_000 + 80_000, disputed: 0 }]);
    });

    it('pages through all claims once', async () => {
      const seen: string[] = [];
      for (let after = ''; ; ) {
        const rows = await store.read(statement('claims'), { after, first: 100 });
        seen.push(...rows.map((row) => String((row.claim as Params).id)));
        if (rows.length === 0) break;
        after = seen.at(-1) ?? '';
      }
      const [total] = await store.read(statement('claimsCount'));
      expect(new Set(seen).size).toBe(seen.length);
      expect(total).toEqual({ total: seen.length });
    });

    it('counts a hub of more than 300 edges', async () => {
      const rows = await store.read(statement('claimIdsOfPrograms'), { keys: [EYES.id], first: 2 });
      expect(rows[0]?.ids).toHaveLength(2);
      expect(rows[0]?.total).toBeGreaterThan(320);
    });

    it('finds words inside a sentence, and takes none for query syntax', async () => {
      const hits = await store.search('雪亮', ['Program'], 5);
      expect(hits[0]).toMatchObject({ label: 'Program', key: EYES.id, name: EYES.name });
      expect((await store.search('配备辅警', ['Claim'], 5))[0]?.name).toBe('配备辅警320名');
      for (const odd of ['(', 'a AND', '"', 'x:y', '*', '\\', '雪亮) OR ('])
        await store.search(odd, ['Program', 'Claim'], 5);
    });

    it('gives the same graph when all is read again, in another order and in small batches', async () => {
      const before = await digest(store);
      await writeRecords(
        store,
        [...all].reverse().filter((_, i) => i % 4 === 0 || i > 320),
        divisions,
        { batchSize: 40 },
      );
      expect(await digest(store)).toBe(before);
    }, 180_000);

    it('lets facts follow what comes later, as if all had come at once', async () => {
      for (const later of followers()) await writeRecords(store, [later], divisions);
      const conflicts = await store.read(statement('conflicts'));
      expect(conflicts).toEqual([]);
      const after = await digest(store);
      await writeRecords(store, [...followers(), ...all].reverse(), divisions);
      expect(await digest(store)).toBe(after);
      expect(await checkInvariants(store)).toEqual([]);
    }, 180_000);

    it('sees what another loader wrote meanwhile', async () => {
      const [first, second] = followers('年末').map((later) => [later]) as [ReadArticle[], ReadArticle[]];
      async function* interrupted() {
        yield* first;
        await writeRecords(store, second, divisions);
        yield* corpus();
      }
      await writeRecords(store, interrupted(), divisions, { batchSize: 1 });
      expect(await checkInvariants(store)).toEqual([]);
    }, 180_000);

    it('has used every write statement', async () => {
      const village = { code: '990102001/旧村', name: '青石市东河区柳镇旧村' };
      const old = { words: '一', places: [village.code], place: village };
      await writeRecords(store, [reading(old), reading({}), reading(old)], divisions, { batchSize: 1 });
      const names = statements('write').flatMap(({ name, dialect }) => (dialect === 'both' ? name : []));
      expect(names.filter((name) => !written.has(name))).toEqual(['putJournal']);
    }, 60_000);
  });

  describe('an empty store', () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
    }, 60_000);
    afterAll(() => store.close());

    it('keeps values as they are', async () => {
      const properties = {
        code: '万',
        big: 9_007_199_254_740_993n,
        half: 35.5,
        yes: true,
        list: ['摄像头', '𠮷😀'],
        numbers: [1, 2],
        day: '2017-04-13',
      };
      await store.write([{ statement: writeStatement('putPlace'), rows: [{ key: '万', properties }] }]);
      const [row] = await store.read(statement('place'), { code: '万' });
      expect(row?.place).toEqual(properties);
      const nothing = testStatement(
        'MATCH (n:Place {code: $code}) RETURN n.none AS none, n.big AS big',
        ['code'],
        ['none', 'big'],
      );
      expect(await store.read(nothing, { code: '万' })).toEqual([{ none: null, big: 9_007_199_254_740_993n }]);
      await store.write([{ statement: writeStatement('prunePlace'), rows: [{ key: '万' }] }]);
      expect(await store.read(statement('place'), { code: '万' })).toEqual([]);
    });

    it('writes all of a transaction or nothing', async () => {
      const good = { statement: writeStatement('putOutlet'), rows: [{ key: '报', properties: { name: '报' } }] };
      const bad = {
        statement: testStatement(
          'UNWIND $rows AS row MERGE (n:Outlet {name: row.key}) SET n.x = nosuch(1)',
          ['rows'],
          [],
        ),
        rows: [{ key: 'x' }],
      };
      await expect(store.write([good, bad])).rejects.toMatchObject({ name: 'XueliangError' });
      expect(await store.read(statement('outlets'))).toEqual([]);
    });

    it('writes one after the other what comes at once', async () => {
      const put = (i: number) =>
        store.write([{ statement: writeStatement('putOutlet'), rows: [{ key: '同', properties: { name: '同', i } }] }]);
      await Promise.all(Array.from({ length: 20 }, (_, i) => put(i)));
      expect(await store.read(statement('outletsCount'))).toEqual([{ total: 1 }]);
      await store.write([{ statement: writeStatement('pruneOutlet'), rows: [{ key: '同' }] }]);
    });

    it('reads only in read', async () => {
      const write = testStatement("MERGE (n:Outlet {name: 'x'}) RETURN n.name AS name", [], ['name']);
      await expect(store.read(write)).rejects.toMatchObject({ code: 'QUERY_FAILED' });
      expect(await store.read(statement('outlets'))).toEqual([]);
    });

    it('refuses parameters that a statement does not have or needs', async () => {
      await expect(store.read(statement('place'))).rejects.toMatchObject({ code: 'QUERY_PARAMETER' });
      await expect(store.read(statement('place'), { code: '1', more: 1 })).rejects.toMatchObject({
        code: 'QUERY_PARAMETER',
      });
      await expect(store.read(statement('place'), { code: Number.NaN })).rejects.toMatchObject({
        code: 'QUERY_PARAMETER',
      });
    });

    it('forgets what an older reading of an article said', async () => {
      await writeRecords(store, [reading({}), ...corpus()], divisions);
      const expected = await digest(store);
      const other = { words: '另有3处', places: ['990103'], place: { code: '990103', name: '青石市西河区' } };
      await writeRecords(store, [reading(other)], divisions);
      expect(await digest(store)).not.toBe(expected);
      await writeRecords(store, [reading({})], divisions);
      expect(await digest(store)).toBe(expected);
      expect(await checkInvariants(store)).toEqual([]);
    }, 60_000);

    it('sees what breaks an invariant', async () => {
      const stray = {
        id: 'f',
        factKey: 'k',
        kind: 'FUNDED',
        sourceKey: '990102',
        targetKey: 'x',
        targetLabel: 'Program',
      };
      await store.write([
        { statement: writeStatement('putFact'), rows: [{ key: 'f', properties: stray }] },
        {
          statement: writeStatement('putClaim'),
          rows: [
            { key: 'c', properties: { id: 'c', start: 3, end: 9, quote: '短' } },
            { key: 'd', properties: { id: 'd', start: 3, end: 4, quote: '🔹' } },
            { key: 'e', properties: { id: 'e', start: 3, end: 5 } },
          ],
        },
        {
          statement: writeStatement('linkArticleCopyOfArticle'),
          rows: [{ from: hash('首报'), to: hash('首报'), properties: {} }],
        },
        {
          statement: testStatement('UNWIND $rows AS row MERGE (n:Person {name: row.key})', ['rows'], []),
          rows: [{ key: '某' }],
        },
      ]);
      const rules = (await checkInvariants(store)).map(({ rule, key }) => `${rule} ${key}`);
      const claims = ['c', 'd', 'e'].flatMap((id) => [`quote ${id}`, `article ${id}`, `fact ${id}`]);
      const wanted = [...claims, 'fact f', `loop ${hash('首报')}`, 'label Person', 'derived f'];
      expect(rules.sort()).toEqual(wanted.sort());
    });
  });
}

/** One article, by name the same; with `told`, as an older reading had it. */
function reading(told: object): ReadArticle {
  const old = 'words' in told;
  const counted = { words: '设置卡口3处', count: 3, countMin: 3, countMax: 3, unit: '处', ...EAST_ACTS };
  const claim = { kind: 'DEPLOYED' as const, asset: old ? ('software' as const) : ('checkpoint' as const), ...counted };
  const lost = { ...EYES, id: '990102/旧名', name: '旧名' };
  const byBureau = { actors: [{ type: 'agency' as const, ref: BUREAU.id, name: BUREAU.name }] };
  // A body and its branch, which nobody else names.
  const body = { ...BUREAU, id: '990102/justice/东河区司法局', name: '东河区司法局', type: 'justice' as const };
  const branch = { ...body, id: '990102/justice/柳镇司法所', name: '柳镇司法所', parent: body.id };
  const head = { publishedOn: '2021-01-01', outlet: old ? '旧报' : '新报' };
  const programs = old ? [{ ...EYES, aliases: ['亮眼工程'] }, lost] : [];
  return article('重读', head, [{ ...claim, ...(old ? { id: 'old', ...byBureau } : {}), ...told }], {
    programs,
    agencies: old ? [BUREAU, body, branch] : [],
  });
}
