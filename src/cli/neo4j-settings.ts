import { XueliangError } from '../errors.ts';
import type { Connection } from '../store/connection.ts';
import type { Credentials } from '../store/neo4j.ts';
import type { Terminal } from './command.ts';

const MOST = 86_400;

type Env = Terminal['env'];

/** What help pages say of reaching Neo4j. */
export const NEO4J_HELP = `Neo4j is reached as the environment, or .env here, says; secrets are never printed:
  XUELIANG_NEO4J_USER, XUELIANG_NEO4J_PASSWORD            who loads, rebuilds and reviews
  XUELIANG_NEO4J_READ_USER, XUELIANG_NEO4J_READ_PASSWORD  who only reads (serve, query …); else the above
  XUELIANG_NEO4J_DATABASE  the database; else the user's own
  XUELIANG_NEO4J_CA        a PEM file of your own authority, for neo4j+s:// and bolt+s://
  XUELIANG_NEO4J_PATIENCE  seconds that a load waits for a Neo4j that does not answer; else 60
  XUELIANG_NEO4J_SILENCE   seconds after which an unanswered write is given up and asked after; else 30
  XUELIANG_NEO4J_CONNECT, _ACQUIRE, _LIFETIME, _POOL      seconds for connecting (5) and for getting a connection (10),
                           seconds that one is used (3600), the most of them (100)`;

/** Who logs in: for commands that only read, the reader if there is one. */
export function neo4jCredentials(env: Env, readOnly: boolean): Credentials {
  const { XUELIANG_NEO4J_DATABASE: database, XUELIANG_NEO4J_READ_USER: reader } = env;
  const reading = readOnly && reader !== undefined && reader !== '';
  const username = reading ? reader : env.XUELIANG_NEO4J_USER;
  const password = reading ? env.XUELIANG_NEO4J_READ_PASSWORD : env.XUELIANG_NEO4J_PASSWORD;
  return { ...(username ? { username } : {}), ...(password ? { password } : {}), ...(database ? { database } : {}) };
}

/** How Neo4j is reached, and how long a load waits for it; @throws USAGE for what is no number. */
export function neo4jConnection(env: Env): Connection & { readonly patience?: number } {
  const { XUELIANG_NEO4J_CA: ca } = env;
  const found = {
    ca: ca === '' ? undefined : ca,
    poolSize: number(env, 'XUELIANG_NEO4J_POOL', 1),
    acquisitionTimeout: number(env, 'XUELIANG_NEO4J_ACQUIRE', 1000),
    connectionLifetime: number(env, 'XUELIANG_NEO4J_LIFETIME', 1000),
    connectTimeout: number(env, 'XUELIANG_NEO4J_CONNECT', 1000),
    silence: number(env, 'XUELIANG_NEO4J_SILENCE', 1000),
    patience: number(env, 'XUELIANG_NEO4J_PATIENCE', 1000),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

function number(env: Env, name: string, times: number): number | undefined {
  const given = env[name];
  if (given === undefined || given === '') return undefined;
  const value = Number(given);
  if (Number.isInteger(value) && value >= 1 && value <= MOST) return times * value;
  throw new XueliangError('USAGE', `${name} takes a whole number from 1 to ${MOST}, not ${given}`);
}
