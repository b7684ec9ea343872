import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folder, PAID, POSTED } from './articles.ts';
import { xueliang } from './terminal.ts';

let dir: ReturnType<typeof folder>;
let claim: string;
const inStore = (...args: string[]) => xueliang([...args, '--store', dir.store]);

beforeEach(async () => {
  dir = folder({ 'a.txt': PAID, 'b.txt': POSTED });
  await inStore('load', dir.path);
  const [row] = JSON.parse((await inStore('query', 'claims', '--param', 'kind=FUNDED', '--format', 'json')).out);
  claim = row.id;
});
afterEach(() => dir.remove());

describe('xueliang review', () => {
  it('takes a claim from the facts, lists it, and takes it back', async () => {
    const facts = async () => (await inStore('query', 'facts', '--param', 'kind=FUNDED')).out;
    const before = await facts();
    expect((await inStore('review', '--claim', claim, '--verdict', 'reject')).out).toBe('1 decision holds now\n');
    expect(await facts()).not.toBe(before);
    expect((await inStore('review')).out).toBe(`claim ${claim}: reject\n`);
    await inStore('rebuild');
    expect((await inStore('review')).out).toBe(`claim ${claim}: reject\n`);
    await inStore('review', '--claim', claim, '--verdict', 'open');
    expect(await facts()).toBe(before);
    expect((await inStore('review')).out).toBe('Nothing has been decided.\n');
  });

  it('applies a file and gives it back, and corrects', async () => {
    const decision = {
      claim,
      verdict: 'correct',
      set: { amountCny: 5, place: '370503', actors: ['place:370503', 'class:各镇'] },
      on: '2026-11-26',
    };
    writeFileSync(dir.at('decisions.jsonl'), `${JSON.stringify(decision)}\n\n`);
    expect(await inStore('review', dir.at('decisions.jsonl'))).toMatchObject({ status: 0, err: '' });
    expect(JSON.parse((await inStore('review', '--format', 'jsonl')).out)).toEqual(decision);
    const facts = JSON.parse((await inStore('query', 'facts', '--param', 'place=370503', '--format', 'json')).out);
    expect(facts).toMatchObject([
      {
        figure: 5,
        placeName: '东营市河口区',
        corrected: true,
        actorNames: ['东营市河口区', '各镇'],
        sourceKey: '370503',
      },
    ]);
  });

  it('masks people in notes, and says what waits for its article', async () => {
    const unheard = 'f'.repeat(32);
    const note = '记者王小明核对过';
    const ran = await inStore('review', '--claim', unheard, '--verdict', 'reject', '--note', note);
    expect(ran).toMatchObject({ status: 0, err: expect.stringContaining(`no claim ${unheard} is in the store`) });
    expect((await inStore('review')).out).toContain('记者███核对过');
  });

  it('applies nothing of a file with a line that is no decision, names the line, and goes on with the next', async () => {
    writeFileSync(dir.at('bad.jsonl'), `{"claim":"${claim}","verdict":"reject"}\n{oops}\n`);
    writeFileSync(dir.at('good.jsonl'), `{"claim":"${claim}","verdict":"accept"}\n`);
    const ran = await inStore('review', dir.at('bad.jsonl'), dir.at('good.jsonl'));
    expect(ran.status).toBe(1);
    expect(ran.err).toMatch(/bad\.jsonl:2: the line is no JSON/);
    expect((await inStore('review')).out).toBe(`claim ${claim}: accept\n`);
  });

  it('says what a decision lacks', async () => {
    expect(await inStore('review', '--claim', claim)).toMatchObject({
      status: 1,
      err: expect.stringContaining('accept, reject'),
    });
    expect(await inStore('review', dir.at('none.jsonl'))).toMatchObject({ status: 1 });
  });
});
