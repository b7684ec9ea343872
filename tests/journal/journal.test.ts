import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isReading, type ReadingEntry } from '../../src/journal/entry.ts';
import { Journal } from '../../src/journal/journal.ts';
import { salvage } from '../../src/journal/salvage.ts';
import { article } from '../store/fixture.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xueliang-journal-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const SMALL = 2000;
const open = () => Journal.open(folder, SMALL);

function entry(name: string, words = '设置卡口3处'): ReadingEntry {
  const { record } = article(name, { publishedOn: '2020-01-01', outlet: '青石日报' }, [{ kind: 'DEPLOYED', words }]);
  return { rulesVersion: '1', record, text: words, sketch: null };
}

async function filled(count: number): Promise<Journal> {
  const journal = await open();
  for (let i = 0; i < count; i++) await journal.append([entry(`第${i}`)]);
  return journal;
}

async function namesOf(journal: Journal, after = 0): Promise<(string | null)[]> {
  const names = [];
  for await (const read of journal.entries(after)) names.push(isReading(read) ? read.record.article.title : null);
  return names;
}

const segments = () =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.log'))
    .sort();
const lastSegment = () => join(folder, segments().at(-1) ?? '');

describe('a journal', () => {
  it('keeps entries in order, over several segments, and knows itself again', async () => {
    const first = await filled(10);
    expect(segments().length).toBeGreaterThan(2);
    const again = await open();
    expect([again.id, again.last, again.cut]).toEqual([first.id, 10, null]);
    expect(await namesOf(again)).toEqual(Array.from({ length: 10 }, (_, i) => `第${i}`));
    expect(await namesOf(again, 7)).toEqual(['第7', '第8', '第9']);
    expect(await again.verify()).toEqual([]);
  });

  it('writes nothing twice, and the newest reading of an article holds', async () => {
    const journal = await filled(3);
    expect(await journal.append([entry('第1')])).toEqual({ written: [], known: 1 });
    const bytes = statSync(lastSegment()).size;
    expect((await (await open()).append([entry('第1'), entry('第2')])).known).toBe(2);
    expect(statSync(lastSegment()).size).toBe(bytes);
    await journal.append([entry('第1', '设置卡口4处')]);
    const read = [];
    for await (const one of (await open()).entries()) {
      if (isReading(one)) read.push([one.record.article.title, one.text]);
    }
    expect(read).toEqual([
      ['第0', '设置卡口3处'],
      ['第2', '设置卡口3处'],
      ['第1', '设置卡口4处'],
    ]);
  });

  it('cuts a tail that is half written, wherever it ends, and keeps the old bytes', async () => {
    await (await Journal.open(folder)).append([entry('第0'), entry('第1')]);
    const whole = readFileSync(lastSegment());
    const next = await Journal.open(folder);
    await next.append([entry('半')]);
    const full = readFileSync(lastSegment());
    for (const size of [whole.length + 1, whole.length + 40, whole.length + 90, full.length - 1]) {
      writeFileSync(lastSegment(), full.subarray(0, size));
      const reopened = await Journal.open(folder);
      expect(reopened.last).toBe(2);
      expect(reopened.cut).toMatchObject({ offset: whole.length, bytes: size - whole.length });
      expect(readFileSync(reopened.cut?.keptIn ?? '')).toEqual(full.subarray(whole.length, size));
      expect(readFileSync(lastSegment())).toEqual(whole);
    }
    await (await Journal.open(folder)).append([entry('后')]);
    expect(await namesOf(await Journal.open(folder))).toEqual(['第0', '第1', '后']);
  });

  it('cuts a tail whose bytes are damaged: every one of them', async () => {
    await (await Journal.open(folder)).append([entry('第0'), entry('第1')]);
    const at = statSync(lastSegment()).size;
    await (await Journal.open(folder)).append([entry('末')]);
    const full = readFileSync(lastSegment());
    for (let i = at; i < full.length; i += 7) {
      const flipped = Buffer.from(full);
      flipped[i] = (flipped[i] ?? 0) ^ 1;
      writeFileSync(lastSegment(), flipped);
      const reopened = await Journal.open(folder);
      expect([reopened.last, reopened.cut?.offset], `byte ${i}`).toEqual([2, at]);
      rmSync(reopened.cut?.keptIn ?? '');
    }
  });

  it('names the place of damage before the tail, and does not go past it', async () => {
    await filled(8);
    const [first = ''] = segments();
    const bytes = readFileSync(join(folder, first));
    bytes[120] = (bytes[120] ?? 0) ^ 1;
    writeFileSync(join(folder, first), bytes);
    const journal = await open();
    expect(await journal.verify()).toMatchObject([{ segment: first, offset: 0 }]);
    const place = { code: 'JOURNAL_DAMAGED', location: { file: join(folder, first), offset: 0 } };
    await expect(namesOf(journal)).rejects.toMatchObject(place);
    await expect(journal.append([entry('新')])).rejects.toMatchObject(place);
  });

  it('refuses to open when its last segment is damaged before its tail', async () => {
    await (await Journal.open(folder)).append([entry('甲'), entry('乙'), entry('丙')]);
    const bytes = readFileSync(lastSegment());
    bytes[200] = (bytes[200] ?? 0) ^ 1;
    writeFileSync(lastSegment(), bytes);
    await expect(Journal.open(folder)).rejects.toMatchObject({ code: 'JOURNAL_DAMAGED', location: { offset: 0 } });
    expect(readFileSync(lastSegment())).toEqual(bytes);
  });

  it('misses a segment that is gone, and a header that is gone', async () => {
    await filled(8);
    const [, second = ''] = segments();
    rmSync(join(folder, second));
    await expect(namesOf(await open())).rejects.toMatchObject({ code: 'JOURNAL_DAMAGED' });
    rmSync(join(folder, 'journal.json'));
    await expect(open()).rejects.toMatchObject({ code: 'JOURNAL_DAMAGED' });
  });

  it('writes on over what a write that failed left', async () => {
    const journal = await filled(1);
    appendFileSync(lastSegment(), 'left over');
    await journal.append([entry('后')]);
    expect(await namesOf(await open())).toEqual(['第0', '后']);
  });
});

describe('salvage', () => {
  it('keeps all that reads, and the old journal aside', async () => {
    const old = await filled(8);
    const [first = '', second = ''] = segments();
    const bytes = readFileSync(join(folder, first));
    bytes[120] = (bytes[120] ?? 0) ^ 1;
    writeFileSync(join(folder, first), bytes);
    truncateSync(join(folder, second), statSync(join(folder, second)).size - 5);
    const saved = await salvage(folder);
    expect(saved?.damage).toHaveLength(2);
    expect(saved?.kept).toBe(6);
    const journal = await open();
    expect(journal.id).not.toBe(old.id);
    expect((await namesOf(journal)).length).toBe(6);
    expect(readdirSync(saved?.oldFolder ?? '')).toContain(first);
    rmSync(saved?.oldFolder ?? '', { recursive: true });
    expect(await salvage(folder)).toBeNull();
  });
});
