import { readFileSync } from 'node:fs';
import type { Packet } from '../citation/packet.ts';

const MANIFEST = new URL('../../package.json', import.meta.url);

/** Who makes a packet, and on which day. */
export function maker(): Packet['made'] {
  const { version } = JSON.parse(readFileSync(MANIFEST, 'utf8')) as { readonly version: string };
  return { by: `xueliang ${version}`, on: new Date().toISOString().slice(0, 10) };
}
