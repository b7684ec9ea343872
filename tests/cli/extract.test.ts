import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExtractionRecord } from '../../src/claim/claim.ts';
import { folder, PAID, POSTED } from './articles.ts';
import { lines, type Ran, xueliang } from './terminal.ts';

let dir: ReturnType<typeof folder>;
beforeEach(() => {
  dir = folder({ 'a.txt': PAID, 'b.txt': POSTED });
});
afterEach(() => dir.remove());

const records = ({ out }: Ran) => lines(out).map((line) => JSON.parse(line) as ExtractionRecord);

describe('xueliang extract', () => {
  it('prints one record per article, in the order of the input', async () => {
    const ran = await xueliang(['extract', dir.at('b.txt'), dir.at('a.txt')]);
    expect(ran).toMatchObject({ status: 0, err: '' });
    const [posted, paid] = records(ran);
    expect(posted?.article.title).toBe('垦利县配备辅警');
    expect(paid?.claims).toContainEqual(
      expect.objectContaining({ kind: 'FUNDED', amountCny: 3_200_000, quote: expect.stringContaining('320余万元') }),
    );
  });

  it('says the same in the same words each time', async () => {
    const [first, second] = [await xueliang(['extract', dir.path]), await xueliang(['extract', dir.path])];
    expect(first.out).toBe(second.out);
    expect(records(first)).toHaveLength(2);
  });

  it('marks mentions and claims in each sentence', async () => {
    const plain = await xueliang(['extract', dir.at('a.txt'), '--format', 'pretty']);
    expect(plain.out).toContain('[320余万元]money');
    expect(plain.out).toContain('[460个]quantity');
    expect(plain.out).toMatch(/→ FUNDED {2}3200000元 \(3200000 to 3300000\)/);
    expect(plain.out).not.toContain('\u001b[');
    const coloured = await xueliang(['extract', dir.at('a.txt'), '--format', 'pretty'], { isTTY: true });
    expect(coloured.out).toContain('\u001b[33m320余万元');
    const bare = await xueliang(['extract', dir.at('a.txt'), '--format', 'pretty'], {
      isTTY: true,
      env: { NO_COLOR: '1' },
    });
    expect(bare.out).toBe(plain.out);
  });

  it('reads records with the fields that --field names, from a file and from standard input', async () => {
    const row = { 标题: '利津县添探头', 正文: PAID.split('\n')[2], 日期: '2016-03-02' };
    const fields = ['--field', 'title=标题', '--field', 'text=正文', '--field', 'date=日期'];
    const piped = await xueliang(['extract', '-', ...fields], { stdin: `${JSON.stringify(row)}\n` });
    expect(records(piped)[0]).toMatchObject({ article: { title: '利津县添探头', publishedOn: '2016-03-02' } });
    const csv = folder({ 'x.csv': `标题,日期,正文\n${row.标题},${row.日期},"${row.正文}"\n` });
    const read = await xueliang(['extract', csv.at('x.csv'), ...fields]);
    csv.remove();
    expect(records(read)[0]?.claims.length).toBe(records(piped)[0]?.claims.length);
  });

  it('goes on after what cannot be read, names each with its place, and exits 1', async () => {
    const bad = folder({
      '1.txt': PAID,
      '2.txt': '',
      '3.html': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      '4.jsonl': `${JSON.stringify({ title: 'x', text: POSTED })}\n{broken\n${JSON.stringify({ title: 'y', text: PAID })}\n`,
    });
    const ran = await xueliang(['extract', bad.path]);
    bad.remove();
    expect(ran.status).toBe(1);
    expect(records(ran)).toHaveLength(3);
    expect(ran.err).toContain('2.txt: ');
    expect(ran.err).toContain('3.html: ');
    expect(ran.err).toContain('4.jsonl:2: ');
    expect(lines(ran.err).at(-1)).toBe('3 of the inputs failed; the rest is done.');
  });

  it('goes on after a folder without articles', async () => {
    const empty = folder({ 'x.png': '' });
    const ran = await xueliang(['extract', empty.path, dir.at('a.txt')]);
    empty.remove();
    expect(ran.status).toBe(1);
    expect(records(ran)).toHaveLength(1);
    expect(ran.err).toContain(`${empty.path}: this folder holds no article`);
  });

  it.each([
    [['extract', 'no/such.txt'], 'no/such.txt'],
    [['extract'], "missing required argument 'PATH'"],
    [['extract', 'x', '--colour'], "unknown option '--colour'"],
    [['extract', 'x', '--format', 'xml'], 'Allowed choices are jsonl, pretty'],
    [['extract', '-', '--field', 'title'], '--field takes NAME=VALUE'],
    [['extract', '-', '--field', 'author=x'], '--field knows text, title, date, outlet, url'],
    [['extrct'], "unknown command 'extrct'"],
  ])('%j: one clear line, exit 2', async (args, message) => {
    const ran = await xueliang(args);
    expect(ran).toMatchObject({ status: 2, out: '' });
    expect(ran.err).toContain(message);
    expect(lines(ran.err)).toHaveLength(1);
  });
});
