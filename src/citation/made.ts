import { loadJson } from '../gazetteer/data.ts';
import type { Packet } from './packet.ts';

/** Who makes a packet, and on which day (`YYYY-MM-DD`): today unless said otherwise. */
export function madeNow(on = new Date().toISOString().slice(0, 10)): Packet['made'] {
  const { version } = loadJson<{ readonly version: string }>('../../package.json');
  return { by: `xueliang ${version}`, on };
}
