// `npm run attack`: Schemathesis against the served demo articles, on the embedded engine and on Neo4j, through a proxy that
// reads every answer. What was seen is written, with its date, into docs/security.md; a failure leaves the page as it is.
// Needs Schemathesis: `st` on the PATH, or XUELIANG_SCHEMATHESIS. ATTACK_REQUESTS is how many (20,000).
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { missingTools, NEO4J_VERSION, startNeo4j } from './neo4j-jars.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'dist/cli/main.js');
const page = join(root, 'docs/security.md');
const schemathesis = process.env.XUELIANG_SCHEMATHESIS ?? 'st';
const wanted = Number(process.env.ATTACK_REQUESTS ?? 20_000);
/** What no answer may hold: stacks, paths, modules. */
const LEAK = /node_modules|\bat [\w.<>]+ \(|\.[cm]?[jt]s:\d+|\/(?:tmp|home|root|usr|work)\/|bolt:\/\//;
const work = mkdtempSync(join(tmpdir(), 'xueliang-attack-'));

/** Serves, and waits until questions can be answered. */
async function served(args, env = {}) {
  const child = spawn(process.execPath, [cli, ...args, '--port', '0', '--log', 'error', '--limit', 'rate=0'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (data) => (said += data));
  let errors = '';
  child.stderr.on('data', (data) => (errors += data));
  const exited = once(child, 'exit');
  for (;;) {
    const url = /(http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1];
    if (url !== undefined && (await fetch(`${url}/readyz`)).ok) {
      return { url, pid: child.pid, errors: () => errors, stop: () => child.kill('SIGTERM') && exited };
    }
    await Promise.race([new Promise((resolve) => setTimeout(resolve, 200)), exited.then(() => Promise.reject(errors))]);
  }
}

/** Passes requests on, and looks at every answer. */
async function watching(url) {
  const seen = { statuses: new Map(), leaks: [], faults: [] };
  const server = createServer((asked, reply) => {
    const { method, url: path, headers } = asked;
    const on = request(`${url}${path}`, { method, headers }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => {
        const body = Buffer.concat(parts);
        const status = answer.statusCode;
        seen.statuses.set(status, (seen.statuses.get(status) ?? 0) + 1);
        if (LEAK.test(body)) seen.leaks.push(body.toString().slice(0, 500));
        if (status >= 500) seen.faults.push(body.toString().slice(0, 500));
        reply.writeHead(status, answer.headers).end(body);
      });
    });
    on.on('error', (error) => {
      seen.faults.push(String(error));
      reply.destroy();
    });
    asked.pipe(on);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { ...seen, url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** Megabytes of the server and of the engine below it; Linux only. */
function megabytes(pid) {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
  const resident = (id) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  return Math.round([pid, ...children].reduce((sum, id) => sum + resident(id), 0));
}

async function attack(name, server, requests) {
  const proxy = await watching(server.url);
  const memory = [];
  const watch = setInterval(() => existsSync('/proc/self/status') && memory.push(megabytes(server.pid)), 2000);
  const began = Date.now();
  const queries = queryFields();
  const options = [
    '--phases',
    'fuzzing',
    // Its check of server errors counts a refusal that names its field, such as WRITE_OFF; the proxy looks for 5xx.
    '--checks',
    'content_type_conformance',
    '--max-response-time',
    '30',
    '--generation-database',
    'none',
    '--no-color',
  ];
  const examples = ['--max-examples', String(Math.ceil((requests * 1.1) / queries)), '--workers', '2'];
  const lenient = ['--no-shrink', '--continue-on-failure', '--suppress-health-check', 'all'];
  const run = spawn(schemathesis, ['run', `${proxy.url}/graphql`, ...options, ...examples, ...lenient], {
    cwd: work,
    env: { ...process.env, SCHEMATHESIS_HOOKS: join(root, 'scripts/attack-scalars.py') },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [status] = await once(run, 'exit');
  clearInterval(watch);
  proxy.close();
  const after = await fetch(`${server.url}/readyz`);
  const total = [...proxy.statuses.values()].reduce((sum, count) => sum + count, 0);
  const quarter = Math.max(1, Math.floor(memory.length / 4));
  const early = median(memory.slice(quarter, 2 * quarter));
  const late = median(memory.slice(-quarter));
  const result = {
    name,
    total,
    statuses: proxy.statuses,
    early,
    late,
    seconds: Math.round((Date.now() - began) / 1000),
  };
  const wrong = [
    ...(status === 0 ? [] : [`Schemathesis ended with ${status}`]),
    ...(total >= requests ? [] : [`only ${total} requests`]),
    ...(after.ok ? [] : ['not ready afterwards']),
    ...(late > 1.25 * early + 20 ? [`memory grew from ${early} to ${late} MB`] : []),
    ...new Set([...proxy.leaks, ...proxy.faults, ...(server.errors() === '' ? [] : [server.errors().slice(0, 2000)])]),
  ];
  console.log(`${name}: ${row(result)}`);
  for (const what of wrong.slice(0, 20)) console.error(`${name}: ${what}`);
  if (wrong.length > 0) process.exitCode = 1;
  return result;
}

function queryFields() {
  const sdl = readFileSync(join(root, 'schema.graphql'), 'utf8');
  const query = /^type Query \{\n([\s\S]*?)^\}/m.exec(sdl)?.[1] ?? '';
  return query.match(/^ {2}\w+/gm)?.length ?? 1;
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function row({ name, total, statuses, early, late, seconds }) {
  const answers = [...statuses]
    .sort(([a], [b]) => a - b)
    .map(([status, count]) => `${count.toLocaleString('en')} × ${status}`);
  return `| ${name} | ${total.toLocaleString('en')} in ${seconds} s | ${answers.join(', ')} | ${early} → ${late} MB |`;
}

function writePage(results) {
  const version = execFileSync(schemathesis, ['--version'], { encoding: 'utf8' }).replace(/[^\d.]/g, '');
  const date = new Date().toISOString().slice(0, 10);
  const head = [`${date}, Schemathesis ${version}, Node ${process.versions.node}, ${cpus().length} cores:`, ''];
  const table = ['| engine | requests | answers | memory, early → late |', '|---|---|---|---|', ...results.map(row)];
  const before = readFileSync(page, 'utf8');
  const part = /(<!-- attack -->\n)[\s\S]*?(<!-- attacked -->)/;
  writeFileSync(
    page,
    before.replace(part, (_, from, to) => `${from}${[...head, ...table].join('\n')}\n${to}`),
  );
}

const found = spawnSync(schemathesis, ['--version']).status === 0;
if (!found) {
  console.warn('attack: left out, for Schemathesis is not here (pip install schemathesis, or XUELIANG_SCHEMATHESIS)');
} else {
  const results = [];
  const embedded = await served(['demo']);
  results.push(await attack('embedded', embedded, wanted));
  await embedded.stop();
  if (missingTools() === null) {
    const neo4j = await startNeo4j();
    const store = ['--store', neo4j.bolt];
    const loaded = spawnSync(process.execPath, [
      cli,
      'load',
      join(root, 'demo/articles'),
      ...store,
      '--journal',
      join(work, 'journal'),
    ]);
    if (loaded.status !== 0) throw new Error(String(loaded.stderr));
    const server = await served(['serve', ...store]);
    results.push(await attack(`Neo4j ${NEO4J_VERSION}`, server, Math.ceil(wanted / 10)));
    await server.stop();
    await neo4j.stop();
  }
  if (process.exitCode === undefined) writePage(results);
}
rmSync(work, { recursive: true, force: true });
