import { readFileSync } from 'node:fs';
import { XueliangError } from '../errors.ts';

/** How Neo4j is reached; every time is in milliseconds. */
export interface Connection {
  /** A file of PEM certificates: the authorities that are trusted, instead of those of the system. */
  readonly ca?: string;
  /** The most connections to one server; 100 unless said otherwise. */
  readonly poolSize?: number;
  /** How long a statement waits for a connection, new or free; 10,000 unless said otherwise. */
  readonly acquisitionTimeout?: number;
  /** How long a connection is used before a new one takes its place; an hour unless said otherwise. */
  readonly connectionLifetime?: number;
  /** How long reaching a server may take; 5,000 unless said otherwise. */
  readonly connectTimeout?: number;
  /** How long a writing statement may go unanswered before its connection is taken for dead; 30,000 unless said otherwise. */
  readonly silence?: number;
}

/** What the driver is told, in its own words. */
export interface DriverConfig {
  readonly useBigInt: true;
  readonly userAgent: string;
  readonly maxConnectionPoolSize: number;
  readonly connectionAcquisitionTimeout: number;
  readonly connectionTimeout: number;
  readonly maxConnectionLifetime: number;
  readonly connectionLivenessCheckTimeout: number;
  readonly maxTransactionRetryTime: number;
  readonly encrypted?: 'ENCRYPTION_ON';
  readonly trust?: 'TRUST_CUSTOM_CA_SIGNED_CERTIFICATES';
  readonly trustedCertificates?: string[];
}

/** Milliseconds that a statement waits for a connection, unless said otherwise. */
export const ACQUISITION_LIMIT = 10_000;
/** How long the driver repeats one transaction by itself; who loads waits longer (`patiently`). */
const RETRY_LIMIT = 3_000;
/** A connection that lay idle so long may have been dropped on the way without a word: it is tried first. */
const IDLE_LIMIT = 30_000;

/** The address without user and password, as it may be shown. */
export function withoutUser(url: string): string {
  return url.startsWith('file:') ? url : url.replace(/\/\/.*@/, '//');
}

/**
 * What to give to the driver. Own authorities are a setting of the driver only beside a plain scheme, so `+s` then becomes
 * a setting too.
 * @throws USAGE for authorities beside a scheme that does not check certificates, or a file of them that does not read.
 */
export function driverConfig(
  url: string,
  options: Connection,
): { readonly url: string; readonly config: DriverConfig } {
  const config: DriverConfig = {
    useBigInt: true,
    userAgent: 'xueliang',
    maxConnectionPoolSize: options.poolSize ?? 100,
    connectionAcquisitionTimeout: options.acquisitionTimeout ?? ACQUISITION_LIMIT,
    connectionTimeout: Math.min(options.connectTimeout ?? 5_000, options.acquisitionTimeout ?? ACQUISITION_LIMIT),
    maxConnectionLifetime: options.connectionLifetime ?? 3_600_000,
    connectionLivenessCheckTimeout: IDLE_LIMIT,
    maxTransactionRetryTime: RETRY_LIMIT,
  };
  const { ca } = options;
  if (ca === undefined) return { url, config };
  const [scheme = ''] = url.split(':', 1);
  if (!scheme.endsWith('+s'))
    throw new XueliangError(
      'USAGE',
      `authorities of your own (${ca}) go with bolt+s:// or neo4j+s://, not ${scheme}://`,
    );
  readable(ca);
  const trust = 'TRUST_CUSTOM_CA_SIGNED_CERTIFICATES';
  const plain = `${scheme.slice(0, -'+s'.length)}${url.slice(scheme.length)}`;
  return { url: plain, config: { ...config, encrypted: 'ENCRYPTION_ON', trust, trustedCertificates: [ca] } };
}

function readable(ca: string): void {
  let text = '';
  try {
    text = readFileSync(ca, 'utf8');
  } catch (cause) {
    throw new XueliangError('USAGE', 'the file of authorities cannot be read', { location: { file: ca }, cause });
  }
  if (text.includes('-----BEGIN CERTIFICATE-----')) return;
  throw new XueliangError('USAGE', 'the file of authorities holds no certificate in PEM', { location: { file: ca } });
}
