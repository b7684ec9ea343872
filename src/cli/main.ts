#!/usr/bin/env node
import { EXIT } from './command.ts';
import { run } from './program.ts';
import { loadEnv } from './settings.ts';

const { argv, stdin, stdout, stderr, env } = process;

/** A reader that has seen enough (`| head`) ends the run without a word. */
for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.ok);
    throw error;
  });
}
try {
  loadEnv();
  process.exitCode = await run(argv.slice(2), { stdin, stdout, stderr, env });
} catch (error) {
  stderr.write(`xueliang: .env cannot be read: ${(error as Error).message}\n`);
  process.exitCode = EXIT.usage;
}
