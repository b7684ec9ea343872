import { bench, describe } from 'vitest';
import { openStore } from '../../src/store/engines.ts';
import { writeRecords } from '../../src/store/load.ts';
import { hub } from './corpus.ts';
import { divisions } from './fixture.ts';

/** Loads articles that all speak of one place and one program; returns the CPU seconds at each thousand. */
async function loaded(size: number): Promise<number[]> {
  const store = await openStore('memory:');
  const spent: number[] = [];
  const start = process.cpuUsage();
  await writeRecords(store, hub(size), divisions, {
    onWritten: ({ articles }) => {
      const { user, system } = process.cpuUsage(start);
      if (articles % 1000 === 0) spent.push((user + system) / 1e6);
    },
  });
  await store.close();
  return spent;
}

const few = { iterations: 2, warmupIterations: 0, time: 0, warmupTime: 0 };

await loaded(500);
const [first = 0, both = 0] = await loaded(2000);
console.log(`the second thousand articles took ${((both - first) / first).toFixed(2)} times the CPU of the first`);

describe('loading articles about one place and one program: twice the articles, twice the time', () => {
  bench('1,000 articles', async () => void (await loaded(1000)), few);
  bench('2,000 articles', async () => void (await loaded(2000)), few);
});
