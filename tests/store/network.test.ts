import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Network } from '../../src/network/network.ts';
import { openStore } from '../../src/store/engines.ts';
import { writeRecords } from '../../src/store/load.ts';
import { readNetwork } from '../../src/store/network.ts';
import type { Store } from '../../src/store/store.ts';
import { corpus, hub } from './corpus.ts';
import { article, BUREAU, divisions, EAST_ACTS, EYES, hash, OFFICE } from './fixture.ts';

const DOCUMENT = { number: '中综办〔2016〕40号', start: 0, end: 12 };

/** An article that cites a document and names two bodies; its claim is of no figure. */
function citing() {
  const claim = { kind: 'OPERATES' as const, words: '东河区开展雪亮工程', ...EAST_ACTS, programs: [EYES.id] };
  const cited = article('引文', { publishedOn: '2016-06-01', outlet: '青石日报' }, [claim], {
    programs: [EYES],
    agencies: [BUREAU, OFFICE],
  });
  return { ...cited, record: { ...cited.record, article: { ...cited.record.article, documents: [DOCUMENT] } } };
}

describe('a network read from a store', () => {
  const all = [...corpus(), citing(), ...hub(20)];
  let store: Store;
  let network: Network;

  beforeAll(async () => {
    store = await openStore('memory:');
    await writeRecords(store, all, divisions);
    network = new Network(await readNetwork(store));
  }, 60_000);
  afterAll(() => store.close());

  it('has every article with its day, place, documents, copies and mentions', async () => {
    const { articles, agencies, programs } = await readNetwork(store);
    expect(articles).toHaveLength(all.length);
    const found = articles.find(({ title }) => title === '引文');
    expect(found).toEqual({
      id: hash('引文'),
      title: '引文',
      publishedOn: '2016-06-01',
      outlet: '青石日报',
      subjectPlace: '990102',
      documentNumbers: ['中综办〔2016〕40号'],
      root: hash('引文'),
      agencyIds: [BUREAU.id, OFFICE.id].sort(),
      programIds: [EYES.id],
    });
    expect(articles.find(({ title }) => title === '转载')?.root).toBe(hash('首报'));
    expect(agencies.map(({ name, sort }) => [name, sort])).toContainEqual([OFFICE.name, 'zongzhi']);
    expect(programs.find(({ id }) => id === EYES.id)).toMatchObject({ sort: 'video_surveillance' });
  });

  it('joins the place and its program by all facts, copies counted once', () => {
    const [place] = network.find('990102');
    const [program] = network.find(EYES.name);
    const steps = network.path(place ?? -1, program ?? -1);
    expect(steps).toHaveLength(1);
    const link = network.links[steps?.[0]?.link ?? -1];
    const articles = new Set(link?.facts.flatMap((i) => network.fact(i)?.articleIds ?? []));
    expect(articles).toContain(hash('转载'));
    expect(link?.sources).toBe(articles.size - 1);
  });

  it('names a body by its aliases, and says who pays and what spreads', () => {
    expect(network.find('东河公安分局').map((node) => network.nodes[node]?.id)).toEqual([BUREAU.id]);
    const [funder] = network.funders();
    expect(funder).toMatchObject({ payer: 'place', facts: [{ quote: expect.stringContaining('6600余万元') }] });
    const spread = network.spread(network.find(EYES.name)[0] ?? -1);
    expect([...spread.arrivals, ...spread.above].length).toBeGreaterThan(0);
  });

  it('is the same after another order of loading', async () => {
    const other = await openStore('memory:');
    await writeRecords(other, [...all].reverse(), divisions, { batchSize: 3 });
    const again = new Network(await readNetwork(other));
    expect(again.links).toEqual(network.links);
    expect(again.central).toEqual(network.central);
    expect(again.communities).toEqual(network.communities);
    expect(again.together.pairs).toEqual(network.together.pairs);
    await other.close();
  }, 60_000);
});
