import type { Socket } from 'node:net';
import { ERRORS, type ErrorCode, XueliangError } from '../errors.ts';
import { told } from './errors.ts';

const BY_CODE: Readonly<Record<string, ErrorCode>> = {
  HPE_HEADER_OVERFLOW: 'LIMIT_HEADERS',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'LIMIT_HEADERS',
  ERR_HTTP_REQUEST_TIMEOUT: 'LIMIT_RECEIVE',
};
const SAID: Readonly<Record<string, string>> = {
  LIMIT_HEADERS: 'the headers are too large',
  LIMIT_RECEIVE: 'the request did not arrive whole in time',
};

/** Answers what is no request that Node could read, and hangs up. */
export function malformed(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const code = BY_CODE[error.code ?? ''] ?? 'REQUEST_MALFORMED';
  const body = JSON.stringify({ errors: [told(new XueliangError(code, SAID[code] ?? 'that is no HTTP request'))] });
  const head = [
    `HTTP/1.1 ${ERRORS[code].http} Refused`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'x-content-type-options: nosniff',
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
