import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bench, describe } from 'vitest';
import { neo4jAdmin } from '../../scripts/neo4j-jars.mjs';
import { writeNeo4jAdmin } from '../../src/export/neo4j-admin.ts';
import { gazetteerDivisions } from '../../src/graph/divisions.ts';
import { wholeGraph } from '../../src/store/whole-graph.ts';
import { generatedArticles } from '../store/generated-articles.ts';

/** What an import of so many generated claims took, in seconds: `cpu` of this process, `csv` and `tool` by the clock. */
interface Import {
  readonly claims: number;
  readonly csv: number;
  readonly tool: number;
  readonly cpu: number;
}

/** Generates claims, makes the graph of them, writes it as CSV, and imports that into a new database. */
async function imported(claims: number): Promise<Import> {
  const work = mkdtempSync(join(tmpdir(), 'xueliang-million-'));
  try {
    const [began, spent] = [performance.now(), process.cpuUsage()];
    const graph = wholeGraph(generatedArticles(claims), gazetteerDivisions);
    const { nodes, relationships } = await writeNeo4jAdmin(graph, join(work, 'csv'));
    const { user, system } = process.cpuUsage(spent);
    const written = performance.now();
    const args = ['database', 'import', 'full', 'neo4j', '@import.args'];
    const said = neo4jAdmin(args, { home: join(work, 'home'), cwd: join(work, 'csv'), heap: '2g' });
    const took = { csv: (written - began) / 1000, tool: (performance.now() - written) / 1000 };
    const bytes = readdirSync(join(work, 'csv')).reduce((sum, name) => sum + statSync(join(work, 'csv', name)).size, 0);
    const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
    console.log(
      `${claims} claims: ${nodes} nodes, ${relationships} relationships, ${Math.round(bytes / 2 ** 20)} MB of CSV`,
    );
    console.log(
      `  csv ${took.csv.toFixed(0)} s (CPU ${((user + system) / 1e6).toFixed(0)} s, ${memory} MB resident), ` +
        `import ${took.tool.toFixed(0)} s; ${said.match(/Peak memory usage: .*/)?.[0] ?? ''}`,
    );
    return { claims, ...took, cpu: (user + system) / 1e6 };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const MOST = Number(process.env.XUELIANG_BENCH_CLAIMS ?? 1_000_000);
const few = await imported(MOST / 10);
const many = await imported(MOST);
const ratio = (part: (run: Import) => number) => (part(many) / part(few)).toFixed(2);
console.log(
  `t(${many.claims})/t(${few.claims}): ${ratio((run) => run.csv + run.tool)} in all, CSV ${ratio((run) => run.csv)} ` +
    `(CPU ${ratio((run) => run.cpu)}), import ${ratio((run) => run.tool)}`,
);

describe('CSV and import', () => {
  bench(`${MOST / 100} claims`, async () => void (await imported(MOST / 100)), {
    ...{ iterations: 1, warmupIterations: 0, time: 0, warmupTime: 0 },
  });
});
