import { describe, expect, it } from 'vitest';
import type { Divisions } from '../../src/graph/build.ts';
import { gazetteerDivisions } from '../../src/graph/divisions.ts';
import type { Decision } from '../../src/review/decision.ts';
import { Reviews } from '../../src/review/reviews.ts';
import { digest } from '../../src/store/digest.ts';
import { openStore } from '../../src/store/engines.ts';
import { Loader, type ReadArticle, writeRecords } from '../../src/store/load.ts';
import { wholeGraph } from '../../src/store/whole-graph.ts';
import { corpus, edges, followers, hub } from './corpus.ts';
import { divisions } from './fixture.ts';
import { generatedArticles } from './generated-articles.ts';
import { digestOf } from './pages.ts';

async function loaded(
  articles: readonly ReadArticle[],
  known: Divisions,
  decisions: readonly Decision[],
): Promise<string> {
  const store = await openStore('memory:');
  await writeRecords(store, articles, known, { batchSize: 7 });
  if (decisions.length > 0) await (await Loader.open(store, known)).write([], [], decisions);
  const sum = await digest(store);
  await store.close();
  return sum;
}

describe('the graph of a whole corpus', () => {
  it('is the one that loading it leaves: copies, conflicts, derived edges, shared nodes, decisions', async () => {
    const articles = [...corpus(), edges(), ...followers(), ...hub(40)];
    const [first, second] = articles.flatMap(({ record }) => record.claims);
    const claim = (id = '') => id;
    const decisions: Decision[] = [
      { claim: claim(first?.id), verdict: 'reject', note: 'x', on: '2026-01-01' },
      { claim: claim(second?.id), verdict: 'accept', on: '2026-01-02' },
      { article: articles[2]?.record.article.id ?? '', verdict: 'withdrawn', on: '2026-01-03' },
    ];
    const whole = wholeGraph([...articles].reverse(), divisions, new Reviews(decisions));
    expect(await digestOf(whole)).toBe(await loaded(articles, divisions, decisions));
  });

  it('is so for generated claims, in any order', async () => {
    const articles = [...generatedArticles(400)];
    const whole = wholeGraph([...articles].reverse(), gazetteerDivisions);
    expect(await digestOf(whole)).toBe(await loaded(articles, gazetteerDivisions, []));
  });
});
