import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type BatchOptions, batches } from '../../src/journal/batches.ts';

async function* numbers(count: number, pause = 0): AsyncGenerator<number> {
  for (let i = 0; i < count; i++) {
    if (pause > 0) await wait(pause);
    yield i;
  }
}

async function all(items: AsyncIterable<number>, options: BatchOptions): Promise<number[][]> {
  const found = [];
  for await (const batch of batches(items, options)) found.push(batch);
  return found;
}

describe('batches', () => {
  it('are full, or late, and nothing is lost', async () => {
    expect(await all(numbers(5), { most: 2, longest: 10_000 })).toEqual([[0, 1], [2, 3], [4]]);
    expect(await all(numbers(3, 60), { longest: 5 })).toEqual([[0], [1], [2]]);
    expect(await all(numbers(0), {})).toEqual([]);
  });

  it('end with the item at hand when asked to stop, even while nothing comes', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 30);
    const read: number[] = [];
    async function* endless(): AsyncGenerator<number> {
      for (let i = 0; ; i++) {
        read.push(i);
        yield i;
      }
    }
    const written = (await all(endless(), { most: 10, signal: stop.signal })).flat();
    expect(written.length).toBeGreaterThan(10);
    expect(written).toEqual(read);
    const waiting = new AbortController();
    setTimeout(() => waiting.abort(), 50);
    async function* silent(): AsyncGenerator<number> {
      yield 1;
      await wait(60_000, undefined, { ref: false });
    }
    expect((await all(silent(), { signal: waiting.signal })).flat()).toEqual([1]);
  });

  it('pass on what reading throws', async () => {
    async function* broken(): AsyncGenerator<number> {
      yield 1;
      throw new Error('broken');
    }
    await expect(all(broken(), {})).rejects.toThrow('broken');
  });
});
