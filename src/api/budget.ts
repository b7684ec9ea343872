import type { ServerResponse } from 'node:http';
import { XueliangError } from '../errors.ts';
import type { Store } from '../store/store.ts';
import { reading } from './reading.ts';

/**
 * The store for one request: begins no statement later than `seconds` after now, nor once the client has gone away, so that
 * nobody leaves work behind. @throws LIMIT_TIME from its readings.
 */
export function budgeted(store: Store, seconds: number, response: ServerResponse): Store {
  const until = performance.now() + 1000 * seconds;
  return reading(store, async (_, read) => {
    if (response.destroyed) throw new XueliangError('LIMIT_TIME', 'the client went away');
    if (performance.now() <= until) return read();
    throw new XueliangError('LIMIT_TIME', `stopped after ${seconds} s, the limit for a request`);
  });
}
