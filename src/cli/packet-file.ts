import { readFileSync } from 'node:fs';
import { FORMAT, type Packet } from '../citation/packet.ts';
import { XueliangError } from '../errors.ts';

/** The packet that a file holds. @throws PACKET_MALFORMED with the file */
export function packetIn(file: string): Packet {
  const bad = (what: string, cause?: unknown) =>
    new XueliangError('PACKET_MALFORMED', what, { location: { file }, cause });
  let packet: Packet;
  try {
    packet = JSON.parse(readFileSync(file, 'utf8')) as Packet;
  } catch (cause) {
    throw bad(cause instanceof SyntaxError ? 'the file is no JSON' : 'the file cannot be read', cause);
  }
  const lists = [packet?.claims, packet?.articles, packet?.facts, packet?.decisions];
  if (packet?.format !== FORMAT || !lists.every(Array.isArray))
    throw bad(`the file is no packet of the format ${FORMAT}`);
  return packet;
}
