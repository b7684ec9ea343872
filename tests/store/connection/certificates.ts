import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Why no certificates can be made here, or null. */
export function missingOpenssl(): string | null {
  return spawnSync('openssl', ['version']).error ? 'openssl is not installed' : null;
}

/** An authority of its own (ca.pem), and a key and certificate that it signed for 127.0.0.1 and localhost. */
export interface Certificates {
  readonly ca: string;
  /** The folder in which Neo4j looks for private.key and public.crt. */
  readonly folder: string;
}

export function makeCertificates(folder: string, names = 'IP:127.0.0.1,DNS:localhost'): Certificates {
  mkdirSync(folder, { recursive: true });
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '2', '-subj', '/CN=Test authority');
  openssl('req', ...key, '-keyout', 'private.key', '-out', 'server.csr', '-subj', '/CN=Test server');
  writeFileSync(join(folder, 'names'), `subjectAltName=${names}\n`);
  const signed = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2', '-extfile', 'names'];
  openssl('x509', '-req', '-in', 'server.csr', '-out', 'public.crt', ...signed);
  return { ca: join(folder, 'ca.pem'), folder };
}

/** Lines of neo4j.conf by which Bolt speaks TLS, and plainly too. */
export function tlsSettings({ folder }: Certificates): string[] {
  return [
    'server.bolt.tls_level=OPTIONAL',
    'dbms.ssl.policy.bolt.enabled=true',
    `dbms.ssl.policy.bolt.base_directory=${folder}`,
    'dbms.ssl.policy.bolt.private_key=private.key',
    'dbms.ssl.policy.bolt.public_certificate=public.crt',
    'dbms.ssl.policy.bolt.client_auth=NONE',
  ];
}
