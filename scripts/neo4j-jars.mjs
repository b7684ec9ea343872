// Starts Neo4j Community from its published jars, for machines without Docker: Java 17 or newer and Maven are needed.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import neo4j from 'neo4j-driver';

/** Exact versions: a range makes Maven read every version's metadata. */
export const NEO4J_VERSION = '5.26.30';
const ARTIFACTS = [
  ['org.neo4j.app', 'neo4j-server', NEO4J_VERSION],
  ['org.neo4j', 'neo4j', NEO4J_VERSION],
  ['org.neo4j.client', 'neo4j-browser', '5.24.0'],
];
const OPENED = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent', 'java.lang'];
const ROOT = fileURLToPath(new URL('../.neo4j/', import.meta.url));
const JARS = join(ROOT, `jars-${NEO4J_VERSION}`);

/** Why Neo4j cannot be started here, or null. */
export function missingTools() {
  const java = spawnSync('java', ['-version'], { encoding: 'utf8' });
  if (java.error) return 'Java 17 or newer is not installed';
  const version = Number(/version "(\d+)/.exec(java.stderr)?.[1] ?? 0);
  if (version < 17) return `Java 17 or newer is needed, this is ${version}`;
  if (!existsSync(JARS) && spawnSync('mvn', ['-v']).error) return 'Maven is not installed';
  return null;
}

/** Fetches the jars once into .neo4j/. */
function fetchJars() {
  if (existsSync(JARS)) return;
  mkdirSync(ROOT, { recursive: true });
  const work = mkdtempSync(join(ROOT, 'fetch-'));
  try {
    const dependency = ([group, artifact, version]) =>
      `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;
    const project = `<modelVersion>4.0.0</modelVersion><groupId>xueliang</groupId><artifactId>jars</artifactId><version>1</version>`;
    const dependencies = `<dependencies>${ARTIFACTS.map(dependency).join('')}</dependencies>`;
    writeFileSync(
      join(work, 'pom.xml'),
      `<project xmlns="http://maven.apache.org/POM/4.0.0">${project}${dependencies}</project>`,
    );
    const goal = ['-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=lib', '-DincludeScope=runtime'];
    execFileSync('mvn', goal, { cwd: work, stdio: ['ignore', 'ignore', 'inherit'] });
    if (!existsSync(JARS)) renameSync(join(work, 'lib'), JARS);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function configure(home, bolt, http, auth, settings) {
  mkdirSync(join(home, 'conf'), { recursive: true });
  const lines = [
    `server.bolt.listen_address=127.0.0.1:${bolt}`,
    `server.bolt.advertised_address=127.0.0.1:${bolt}`,
    `server.http.listen_address=127.0.0.1:${http}`,
    `server.http.advertised_address=127.0.0.1:${http}`,
    'server.https.enabled=false',
    // Without a password it still answers on the loopback interface only.
    `dbms.security.auth_enabled=${auth}`,
    'dbms.usage_report.enabled=false',
    'server.memory.pagecache.size=64m',
    ...settings,
  ];
  writeFileSync(join(home, 'conf', 'neo4j.conf'), `${lines.join('\n')}\n`);
}

/**
 * Starts Neo4j on free ports of the loopback interface; its home is a new folder unless one is given, and goes with it.
 * @param {{home?: string, password?: string, settings?: string[]}} [options] a password is set for a new home only; settings
 *   are more lines of neo4j.conf
 * @returns {Promise<{bolt: string, browser: string, stop: () => Promise<void>}>}
 */
export async function startNeo4j(options = {}) {
  fetchJars();
  const home = options.home ?? mkdtempSync(join(tmpdir(), 'xueliang-neo4j-'));
  const [bolt, http] = [await freePort(), await freePort()];
  configure(home, bolt, http, options.password !== undefined, options.settings ?? []);
  const opens = OPENED.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`);
  const classes = readdirSync(JARS)
    .map((jar) => join(JARS, jar))
    .join(delimiter);
  const main = ['org.neo4j.server.CommunityEntryPoint', `--home-dir=${home}`, `--config-dir=${join(home, 'conf')}`];
  const java = spawn('java', ['-Xmx512m', ...opens, '-cp', classes, ...main], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [java.stdout, java.stderr]) stream.on('data', (data) => (output = (output + data).slice(-4000)));
  const gone = new Promise((resolve) => java.once('exit', resolve));
  // Java must not outlive us, however we end.
  const kill = () => java.kill('SIGKILL');
  process.once('exit', kill);
  const stop = async () => {
    java.kill('SIGTERM');
    await Promise.race([gone, wait(10_000, undefined, { ref: false })]);
    kill();
    process.removeListener('exit', kill);
    if (options.home === undefined) rmSync(home, { recursive: true, force: true });
  };
  const browser = `http://127.0.0.1:${http}`;
  if (!(await answers(browser, java))) {
    await stop();
    throw new Error(`Neo4j did not start:\n${output}`);
  }
  if (options.password !== undefined) await setPassword(`bolt://127.0.0.1:${bolt}`, options.password);
  return { bolt: `bolt://127.0.0.1:${bolt}`, browser: `${browser}/browser/`, stop };
}

/** A new Neo4j knows the user neo4j with the password neo4j, and lets it do nothing but change that. */
async function setPassword(url, password) {
  const driver = neo4j.driver(url, neo4j.auth.basic('neo4j', 'neo4j'));
  try {
    const statement = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password";
    await driver.executeQuery(statement, { password }, { database: 'system' });
  } finally {
    await driver.close();
  }
}

async function answers(address, java) {
  for (let tried = 0; tried < 180 && java.exitCode === null; tried++) {
    await wait(500);
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return true;
  }
  return false;
}

/**
 * Runs `neo4j-admin ARGS` for the Neo4j of a home folder, in a folder; what it prints is in the error when it fails.
 * @param {readonly string[]} args
 * @param {{home: string, cwd: string, heap?: string}} where a heap is given for a large import
 */
export function neo4jAdmin(args, { home, cwd, heap }) {
  fetchJars();
  mkdirSync(join(home, 'conf'), { recursive: true });
  const opens = OPENED.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`);
  // In a short run, compiling well would take longer than it saves.
  const tuned = heap === undefined ? ['-Xmx1g', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'] : [`-Xmx${heap}`];
  const main = ['-cp', join(JARS, '*'), 'org.neo4j.cli.AdminTool'];
  const env = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') };
  const ran = spawnSync('java', [...tuned, ...opens, ...main, ...args], {
    ...{ cwd, env, encoding: 'utf8' },
    maxBuffer: 1 << 26,
  });
  if (ran.status !== 0) throw new Error(`neo4j-admin ${args.join(' ')}:\n${ran.stdout}${ran.stderr}`);
  return ran.stdout;
}
