// Starts Neo4j Community from its published jars, for machines without Docker: Maven is needed, and Java, or pip to fetch one.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import neo4j from 'neo4j-driver';
import { canFetchJava, fetchJava, findJava } from './java.mjs';

/** Exact versions: a range makes Maven read every version's metadata. The first is what runs unless one is asked for. */
const RELEASES = [
  { version: '5.26.30', main: 'org.neo4j.server.CommunityEntryPoint', java: [17, 21], flags: [] },
  {
    version: '2026.09.0',
    main: 'org.neo4j.server.Neo4jCommunity',
    java: [21, 99],
    flags: ['--enable-native-access=ALL-UNNAMED'],
  },
];
/** The LTS version that is the default, and the current one. */
export const [NEO4J_VERSION, NEO4J_CURRENT] = RELEASES.map(({ version }) => version);
/** Neo4j Browser is published apart from the server. */
const BROWSER = ['org.neo4j.client', 'neo4j-browser', '5.24.0'];
const OPENED = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent', 'java.lang'];
const ROOT = fileURLToPath(new URL('../.neo4j/', import.meta.url));

/** The full version that one begins with (`5`, `2026`, `2026.09.0`); @throws for one that is not known here. */
export function neo4jVersion(asked = NEO4J_VERSION) {
  return releaseOf(asked).version;
}

function releaseOf(asked = NEO4J_VERSION) {
  const found = RELEASES.find(({ version }) => version === asked || version.startsWith(`${asked}.`));
  if (found === undefined) {
    throw new Error(`Neo4j ${asked} is not one of ${RELEASES.map(({ version }) => version).join(', ')}`);
  }
  return found;
}

function jarsOf({ version }) {
  return join(ROOT, `jars-${version}`);
}

/** Why Neo4j cannot be started here, or null. */
export function missingTools(version = NEO4J_VERSION) {
  const release = releaseOf(version);
  const [least] = release.java;
  if (findJava(ROOT, ...release.java) === null && !canFetchJava()) return `Java ${least} is not installed, nor is pip`;
  if (!existsSync(jarsOf(release)) && spawnSync('mvn', ['-v']).error) return 'Maven is not installed';
  return null;
}

/** A Java that runs the release: one that it was made for, else one that is fetched. */
function javaFor({ java }) {
  return findJava(ROOT, ...java) ?? findJava(ROOT, java[0], 99) ?? fetchJava(ROOT);
}

/** Fetches the jars once into .neo4j/. */
function fetchJars(release) {
  const jars = jarsOf(release);
  if (existsSync(jars)) return;
  mkdirSync(ROOT, { recursive: true });
  const work = mkdtempSync(join(ROOT, 'fetch-'));
  try {
    const artifacts = [
      ['org.neo4j.app', 'neo4j-server', release.version],
      ['org.neo4j', 'neo4j', release.version],
      BROWSER,
    ];
    const dependency = ([group, artifact, version]) =>
      `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;
    const project = `<modelVersion>4.0.0</modelVersion><groupId>xueliang</groupId><artifactId>jars</artifactId><version>1</version>`;
    const dependencies = `<dependencies>${artifacts.map(dependency).join('')}</dependencies>`;
    writeFileSync(
      join(work, 'pom.xml'),
      `<project xmlns="http://maven.apache.org/POM/4.0.0">${project}${dependencies}</project>`,
    );
    const goal = ['-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=lib', '-DincludeScope=runtime'];
    execFileSync('mvn', goal, { cwd: work, stdio: ['ignore', 'ignore', 'inherit'] });
    if (!existsSync(jars)) renameSync(join(work, 'lib'), jars);
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

function configure(home, bolt, http, { password, pageCache = '64m', settings = [] }) {
  mkdirSync(join(home, 'conf'), { recursive: true });
  const lines = [
    `server.bolt.listen_address=127.0.0.1:${bolt}`,
    `server.bolt.advertised_address=127.0.0.1:${bolt}`,
    `server.http.listen_address=127.0.0.1:${http}`,
    `server.http.advertised_address=127.0.0.1:${http}`,
    'server.https.enabled=false',
    // Without a password it still answers on the loopback interface only.
    `dbms.security.auth_enabled=${password !== undefined}`,
    'dbms.usage_report.enabled=false',
    `server.memory.pagecache.size=${pageCache}`,
    ...settings,
  ];
  writeFileSync(join(home, 'conf', 'neo4j.conf'), `${lines.join('\n')}\n`);
}

/**
 * Starts Neo4j on free ports of the loopback interface; its home is a new folder unless one is given, and goes with it.
 * @param {{version?: string, home?: string, password?: string, heap?: string, pageCache?: string, settings?: string[]}} [options]
 *   the LTS version unless one is asked for; a password is set for a new home only; settings are more lines of neo4j.conf
 * @returns {Promise<{bolt: string, browser: string, stop: () => Promise<void>}>}
 */
export async function startNeo4j(options = {}) {
  const release = releaseOf(options.version);
  fetchJars(release);
  const home = options.home ?? mkdtempSync(join(tmpdir(), 'xueliang-neo4j-'));
  const [bolt, http] = [await freePort(), await freePort()];
  configure(home, bolt, http, options);
  const opens = OPENED.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`);
  const classes = readdirSync(jarsOf(release))
    .map((jar) => join(jarsOf(release), jar))
    .join(delimiter);
  const main = [release.main, `--home-dir=${home}`, `--config-dir=${join(home, 'conf')}`];
  const java = spawn(
    javaFor(release),
    [`-Xmx${options.heap ?? '512m'}`, ...release.flags, ...opens, '-cp', classes, ...main],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
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
  // A busy machine may need minutes for what takes ten seconds.
  for (let tried = 0; tried < 360 && java.exitCode === null; tried++) {
    await wait(500);
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return true;
  }
  return false;
}

/**
 * Runs `neo4j-admin ARGS` for the Neo4j of a home folder, in a folder; what it prints is in the error when it fails.
 * @param {readonly string[]} args
 * @param {{home: string, cwd: string, heap?: string, version?: string}} where a heap is given for a large import
 */
export function neo4jAdmin(args, { home, cwd, heap, version }) {
  const release = releaseOf(version);
  fetchJars(release);
  mkdirSync(join(home, 'conf'), { recursive: true });
  const opens = OPENED.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`);
  // In a short run, compiling well would take longer than it saves.
  const tuned = heap === undefined ? ['-Xmx1g', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'] : [`-Xmx${heap}`];
  const main = ['-cp', join(jarsOf(release), '*'), 'org.neo4j.cli.AdminTool'];
  const env = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') };
  const ran = spawnSync(javaFor(release), [...tuned, ...release.flags, ...opens, ...main, ...args], {
    ...{ cwd, env, encoding: 'utf8' },
    maxBuffer: 1 << 26,
  });
  if (ran.status !== 0) throw new Error(`neo4j-admin ${args.join(' ')}:\n${ran.stdout}${ran.stderr}`);
  return ran.stdout;
}
