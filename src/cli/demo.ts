import { fileURLToPath } from 'node:url';
import { type Example, examples } from '../api/page.ts';
import { load } from '../load.ts';
import { openArchive } from '../store/open-archive.ts';
import { answerLines } from './answer.ts';
import { type Command, EXIT, line, type Options, type Terminal } from './command.ts';
import { interruption } from './interrupt.ts';
import { reportFailures, summaryLines } from './paths.ts';
import { LIMITS_HELP, SERVE_OPTIONS, serveOptions } from './serve.ts';

const ARTICLES = fileURLToPath(new URL('../../demo/articles', import.meta.url));

/** `xueliang demo`, which `npm start` runs */
export const demo: Command = {
  name: 'demo',
  args: '',
  summary: 'load the demo articles into a store of their own, in memory, and serve them',
  help: `It needs nothing and leaves nothing behind: your own store is not touched. Stops on Ctrl-C.

${LIMITS_HELP}

Examples:
  xueliang demo
  xueliang demo --port 8080`,
  options: [...SERVE_OPTIONS],
  run: runDemo,
};

async function runDemo(_: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  const listening = serveOptions(options, terminal, 'warn');
  const { serve } = await import('../api/server.ts');
  const archive = await openArchive('memory:');
  try {
    let reason: string | null = 'the demo articles are being loaded';
    const served = await serve(archive.store, { ...listening, ready: async () => reason });
    try {
      const summary = await load([ARTICLES], archive);
      reason = null;
      line(terminal.stdout, 'Loaded the demo articles into the embedded engine:');
      for (const text of summaryLines(summary)) line(terminal.stdout, `  ${text}`);
      reportFailures(summary, terminal);
      await askExamples(served.url, terminal);
      line(
        terminal.stdout,
        `\nServing on ${served.url}  (GraphQL on ${served.url}/graphql, to try it ${served.url}/graphiql; Ctrl-C stops)`,
      );
      await interruption();
    } finally {
      await served.close();
    }
  } finally {
    await archive.close();
  }
  return EXIT.ok;
}

/** Asks the three questions of the start page as a visitor would, over HTTP. */
async function askExamples(url: string, terminal: Terminal): Promise<void> {
  line(terminal.stdout, '\nThree questions to try:');
  for (const example of examples()) {
    line(terminal.stdout, `\n  ${example.zh}  ${example.en}  ${url}/#${example.id}`);
    for (const text of answerLines(await ask(url, example))) line(terminal.stdout, `    ${text}`);
  }
}

async function ask(url: string, { query }: Example): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}
