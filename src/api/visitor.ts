import { XueliangError } from '../errors.ts';
import type { Context } from './context.ts';
import type { Visit, Writing } from './writing.ts';

const admitted = new WeakMap<Visit, Writing>();

/** What the request may write through, by its token, which is looked at once. @throws WRITE_OFF, WRITE_TOKEN, WRITE_WAIT */
export function writingFor({ writing }: Context): Writing {
  if (writing === undefined) throw new XueliangError('WRITE_OFF', 'this server reads and never writes');
  const known = admitted.get(writing) ?? writing.admitted();
  admitted.set(writing, known);
  return known;
}
