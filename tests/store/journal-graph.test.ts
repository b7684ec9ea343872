import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gazetteerDivisions } from '../../src/graph/divisions.ts';
import type { Entry, ReadingEntry } from '../../src/journal/entry.ts';
import { Journal } from '../../src/journal/journal.ts';
import { JournalView } from '../../src/journal/view.ts';
import { digest } from '../../src/store/digest.ts';
import type { Page } from '../../src/store/dump.ts';
import { journalGraph } from '../../src/store/journal-graph.ts';
import { openArchive } from '../../src/store/open-archive.ts';
import { statement } from '../../src/store/queries.ts';
import { generatedArticles } from './generated-articles.ts';
import { digestOf } from './pages.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xueliang-journal-graph-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const READ: readonly ReadingEntry[] = [...generatedArticles(120)].map(({ record, text = '', sketch = null }) => ({
  ...{ rulesVersion: '1', record, text, sketch },
}));
const [FIRST, SECOND] = READ.flatMap(({ record }) => record.claims.map(({ id }) => id));
/** The third article as other rules read it, decisions, and one that is taken back. */
const AFTER: readonly Entry[] = [
  ...READ.slice(2, 3).map(({ record, ...rest }) => ({ ...rest, record: { ...record, claims: [], programs: [] } })),
  { decision: { claim: FIRST ?? '', verdict: 'reject', note: 'x', on: '2026-01-01' } },
  { decision: { claim: SECOND ?? '', verdict: 'accept', on: '2026-01-02' } },
  { decision: { article: READ[4]?.record.article.id ?? '', verdict: 'withdrawn', on: '2026-01-03' } },
  { decision: { claim: SECOND ?? '', verdict: 'open', on: '2026-01-04' } },
];

async function journalled(): Promise<Journal> {
  const journal = await Journal.open(folder, 100_000);
  for (const entries of [READ, AFTER]) await journal.append(entries);
  return journal;
}

/** The digest without the nodes that speak of the journal, and those nodes. */
async function read(view: JournalView) {
  const pages: Page[] = [];
  for await (const page of journalGraph(view, gazetteerDivisions)) pages.push(page);
  return { sum: await digestOf(pages.slice(0, -1)), marks: pages.at(-1)?.nodes.map(({ properties }) => properties) };
}

describe('the graph of a journal', () => {
  it('is the one that the journal makes in a store, and says of which journal it is', async () => {
    const journal = await journalled();
    const { sum, marks } = await read(await JournalView.open(folder));
    const archive = await openArchive(`file:${join(folder, 'a.db')}`, { journal: folder });
    expect(sum).toBe(await digest(archive.store));
    const [row] = await archive.store.read(statement('journal'));
    const { sequence } = (row?.journal ?? {}) as Record<string, unknown>;
    expect(marks?.[0]).toMatchObject({ journal: journal.id, sequence });
    const [said] = await archive.store.read(statement('schemaVersion'));
    expect(marks?.[1]).toEqual(said);
    await archive.close();
  });

  it('is as the journal stood: what is written meanwhile, and a tail that is half written, are left out', async () => {
    const journal = await journalled();
    const view = await JournalView.open(folder);
    const before = (await read(view)).sum;
    await journal.append(READ.slice(2, 3));
    expect((await read(view)).sum).toBe(before);
    expect((await read(await JournalView.open(folder))).sum).not.toBe(before);
    const names = readdirSync(folder).filter((name) => name.endsWith('.log'));
    const last = join(folder, names.sort().at(-1) ?? '');
    appendFileSync(last, readFileSync(last).subarray(0, 200));
    const bytes = readFileSync(last);
    expect((await JournalView.open(folder)).last).toBe(journal.last);
    expect(readFileSync(last)).toEqual(bytes);
  });

  it('is refused where entries do not read and others follow, or there is no journal', async () => {
    await journalled();
    const [first = ''] = readdirSync(folder).filter((name) => name.endsWith('.log'));
    const bytes = readFileSync(join(folder, first));
    bytes[400] = (bytes[400] ?? 0) ^ 1;
    writeFileSync(join(folder, first), bytes);
    await expect(JournalView.open(folder)).rejects.toMatchObject({ code: 'JOURNAL_DAMAGED' });
    await expect(JournalView.open(join(folder, 'none'))).rejects.toMatchObject({ code: 'USAGE' });
  });
});
