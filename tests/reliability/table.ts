import { writeFileSync } from 'node:fs';
import { cpus, platform, release } from 'node:os';

/** What was done to it, how often, and what was seen. */
export interface Fault {
  readonly fault: string;
  readonly times: number;
  readonly seen: string;
}

/** Whether this is `npm run test:long`, which tries everything often and writes the table down. */
export const LONG = process.env.XUELIANG_LONG === '1';
const FILE = 'docs/reliability.md';

const HEAD = `# What was done to it, and what was seen

Written by \`npm run test:long\`; the short form of every row runs in \`npm test\`. The journal is the truth on disk, the graph
follows from it (\`docs/errors.md\` has the codes). Every row ends in the digest of an undisturbed load, or says why not.
`;

const FOOT = `
What is not tried: loss of power (the journal is flushed with fdatasync before a load is acknowledged, and the graph is
made again from it), disks that lie about flushing, Windows.
`;

/** Writes the table; only the long form does, and only when all of it passed. */
export function writeTable(faults: readonly Fault[], missing: readonly string[]): void {
  if (!LONG) return;
  if (missing.length > 0) {
    console.warn(`${FILE} is as it was; failed or left out: ${missing.join('; ')}`);
    return;
  }
  const sorted = [...faults].sort((a, b) => (a.fault < b.fault ? -1 : 1));
  const rows = sorted.map(({ fault, times, seen }) => `| ${fault} | ${times} | ${seen} |`);
  const where = `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${platform()} ${release()}, ${cpus().length} cores`;
  const table = ['| Fault | Times | Seen |', '| --- | --- | --- |', ...rows].join('\n');
  writeFileSync(FILE, `${HEAD}\n${where}.\n\n${table}\n${FOOT}`);
}
