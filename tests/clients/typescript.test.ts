import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, type ServedDemo, servedDemo } from './served.ts';

const EXAMPLE = join(process.cwd(), 'examples/typescript');
const manifestOf = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

/** Runs what a package calls its command, in the example. */
function command(name: string, bin: string, args: readonly string[]) {
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
  const script = join(dirname(manifest), manifestOf(manifest).bin[bin]);
  return run(process.execPath, [script, ...args], {}, EXAMPLE);
}

describe('the client in TypeScript', () => {
  let demo: ServedDemo;
  beforeAll(async () => {
    demo = await servedDemo();
  });
  afterAll(() => demo?.close());

  it('has the types that graphql-codegen makes of the schema (DOCS_UPDATE=1 makes them anew)', async () => {
    const check = process.env.DOCS_UPDATE === '1' ? [] : ['--check'];
    const args = ['--config', join(EXAMPLE, 'codegen.ts'), ...check];
    const { status, stdout, stderr } = await command('@graphql-codegen/cli', 'graphql-codegen', args);
    expect(status, stdout + stderr).toBe(0);
  });

  it('compiles, and asks a server who paid, how many, page by page', async () => {
    const out = join(demo.folder, 'client');
    const compiled = await command('typescript', 'tsc', ['-p', EXAMPLE, '--outDir', out]);
    expect([compiled.status, compiled.stdout]).toEqual([0, '']);
    writeFileSync(join(out, 'package.json'), '{"type":"module"}');
    const { status, stdout, stderr } = await run(process.execPath, [join(out, 'main.js')], { XUELIANG_URL: demo.url });
    expect([status, stderr]).toEqual([0, '']);
    const [money, total, pages, refused] = stdout.split('\n\n');
    expect(money).toContain(
      '东营市河口区: 66,000,000 – 67,000,000: “河口区投资6600余万元，新建各类视频监控探头1926个”',
    );
    expect(total).toMatch(/\n3557个\n- part: 1926: “/);
    expect(pages).toContain('\n东营市河口区: 1\n');
    const counted = [...(pages ?? '').matchAll(/: (\d+)$/gm)].reduce((sum, [, facts]) => sum + Number(facts), 0);
    expect(counted).toBeGreaterThan(20);
    expect(refused).toContain('BAD_USER_INPUT, retriable: false');
  });

  it('does not compile where a variable is of another type, or a field was not asked for', async () => {
    const source = `import { ask } from '${EXAMPLE}/src/ask.js';
import { PaidDocument } from '${EXAMPLE}/src/gql/graphql.js';
const { facts } = await ask(PaidDocument, { within: 370500, least: '5000000' });
for (const { min, count } of facts.nodes) console.log(min, count);
`;
    const wrong = join(demo.folder, 'wrong.mts');
    const config = join(demo.folder, 'tsconfig.json');
    const compilerOptions = { noEmit: true, rootDir: '/', typeRoots: [join(process.cwd(), 'node_modules/@types')] };
    writeFileSync(wrong, source);
    writeFileSync(
      config,
      JSON.stringify({ extends: join(EXAMPLE, 'tsconfig.json'), compilerOptions, include: [wrong] }),
    );
    const { status, stdout } = await command('typescript', 'tsc', ['-p', config]);
    expect(status).not.toBe(0);
    expect(stdout.match(/error TS\d+/g), stdout).toEqual(['error TS2322', 'error TS2339']);
  });
});
