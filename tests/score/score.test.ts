import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Claim, ExtractionRecord } from '../../src/claim/claim.ts';
import { scoreArticle } from '../../src/score/article.ts';
import { scorecard } from '../../src/score/card.ts';
import { rates, Tally } from '../../src/score/count.ts';
import { type Gold, type GoldClaim, readGold } from '../../src/score/gold.ts';
import { agencyKey, samePlace, sameProgram } from '../../src/score/same.ts';
import { readPage } from '../claim/page.ts';

const SCORER = '../shared/score/score.mjs';

describe('what counts as the same', () => {
  it.each([
    [{ name: '东营市利津县', code: '370522' }, { name: '利津县', code: '370522000000' }, true],
    [{ name: '南京市鼓楼区', code: '320106' }, { name: '福州市鼓楼区', code: '350102' }, false],
    [{ name: '东营市东营区牛庄镇', code: '370502102' }, { name: '东营市东营区牛庄镇', code: '370502/牛庄镇' }, true],
    [{ name: '亳州市城关镇', code: '341621100' }, { name: '东营市城关镇', code: '370502100' }, false],
  ])('%o and %o: %s', (a, b, same) => {
    expect(samePlace(a, b)).toBe(same);
  });

  it('agencies from their lowest place on, programs under their surfaces', () => {
    expect(agencyKey('山东省东营市公安局河口区分局')).toBe(agencyKey('东营市公安局河口分局'));
    expect(agencyKey('利津县公安局盐窝镇派出所')).toBe(agencyKey('盐窝派出所'));
    expect(agencyKey('利津县公安局')).not.toBe(agencyKey('垦利县公安局'));
    expect(sameProgram({ name: '雪亮工程' }, { name: '“雪亮”' })).toBe(true);
    expect(sameProgram({ name: '1+2+N', mentions: ['“1＋2＋N”巡防模式'] }, { name: '1＋2＋N巡防' })).toBe(true);
    expect(sameProgram({ name: '雪亮工程' }, { name: '天网工程' })).toBe(false);
  });
});

describe('an article', () => {
  const record = readPage('利津县添探头', '2018年，利津县投资320余万元，新建视频监控探头460个。');
  const claims = record.claims.map((claim, i) => wanted(claim, `c${i}`));
  const gold: Gold = {
    article: 'page.txt',
    title: '利津县添探头',
    date: '2019-05-06',
    script: 'Hans',
    subject_place: { name: '东营市利津县', code: '370522' },
    places: [{ name: '东营市利津县', code: '370522' }],
    agencies: [],
    programs: [],
    claims,
    private_persons: ['利津县'],
  };
  const score = (g: Gold, r: ExtractionRecord | undefined = record) => scoreArticle('page', g, r, record.text);
  const count = (tally: Tally, field: string) => tally.counts.get(field);

  it('read as gold says is all right', () => {
    expect(claims.map((c) => c.kind)).toEqual(['FUNDED', 'DEPLOYED']);
    const tally = score({ ...gold, private_persons: [] });
    expect(tally.misses).toEqual([]);
    for (const [field, { fp, fn }] of tally.counts) expect([field, fp, fn]).toEqual([field, 0, 0]);
    expect(count(tally, 'claims core, all right')).toEqual({ tp: 2, fp: 0, fn: 0 });
    expect(count(tally, 'claims FUNDED')).toEqual({ tp: 1, fp: 0, fn: 0 });
  });

  it('a name that came out is a leak, and is not said again', () => {
    const tally = score(gold);
    expect(count(tally, 'people')).toEqual({ tp: 0, fp: 1, fn: 0 });
    expect(tally.misses.map((m) => m.words).join()).not.toContain('利津县');
  });

  it('a wrong asset is found, and not all right', () => {
    const tally = score({ ...gold, claims: claims.map((c) => ({ ...c, asset: 'alarm' as const })) });
    expect(count(tally, 'claims core')).toEqual({ tp: 2, fp: 0, fn: 0 });
    expect(count(tally, 'claims core, all right')).toEqual({ tp: 0, fp: 2, fn: 2 });
    expect(count(tally, 'claim.asset')).toEqual({ tp: 0, fp: 2, fn: 2 });
    expect(tally.misses.filter((m) => m.verdict === 'differs')).toHaveLength(2);
  });

  it('another figure is missed and wrong; an optional one is neither', () => {
    const other = { ...claims[1], count: 461 } as GoldClaim;
    expect(count(score({ ...gold, claims: [other] }), 'claims core')).toEqual({ tp: 0, fp: 2, fn: 1 });
    const optional = claims.map((c) => ({ ...c, optional: true }));
    expect(count(score({ ...gold, claims: optional }), 'claims core')).toBeUndefined();
  });

  it('that was not read has missed all', () => {
    const tally = scoreArticle('page', gold, undefined, null);
    expect(count(tally, 'claims core')).toEqual({ tp: 0, fp: 0, fn: 2 });
    expect(count(tally, 'places')).toEqual({ tp: 0, fp: 0, fn: 1 });
  });

  it('a quote that is not what stands there is found out', () => {
    const moved = { ...record, claims: record.claims.map((c) => ({ ...c, start: c.start + 1, end: c.end + 1 })) };
    expect(count(score(gold, moved), 'quotes')).toEqual({ tp: 0, fp: 2, fn: 0 });
  });
});

/** A claim as gold would give it. */
function wanted(c: Claim, id: string): GoldClaim {
  const { kind, agency, program, asset, count, unit, amountCny, approx, stage, year, quote } = c;
  const figure = { count, count_unit: unit, amount_cny: amountCny };
  const place = { place: c.place?.name ?? null, place_code: c.place?.code ?? null };
  return { id, kind, agency, program, ...place, asset, ...figure, approx, status: stage, year, quote };
}

describe('a scorecard', () => {
  const tallies = [5, 9, 1].map((right, i) => {
    const tally = new Tally(`a${i}`);
    for (let k = 0; k < 10; k++) tally.add('x', k < right ? 'tp' : 'fn');
    return tally;
  });

  it('pools articles and says how sure it is, the same each time', () => {
    const [row] = scorecard(tallies);
    expect(row).toMatchObject({ field: 'x', tp: 15, fp: 0, fn: 15, ...rates({ tp: 15, fp: 0, fn: 15 }) });
    expect(row?.low).toBeCloseTo(2 / 11);
    expect(row?.high).toBeCloseTo(18 / 19);
    expect(scorecard(tallies)).toEqual([row]);
  });

  it('of nothing is empty', () => {
    expect(scorecard([])).toEqual([]);
    expect(rates({ tp: 0, fp: 0, fn: 0 }).f1).toBe(1);
  });
});

describe.skipIf(!existsSync(SCORER))(
  `counts as the scorer of ../shared does${existsSync(SCORER) ? '' : ' (skipped: it is not there)'}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'xueliang-score-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it('on the articles kept for measuring', async () => {
      const { xueliang } = await import('../cli/terminal.ts');
      const got = join(folder, 'got.jsonl');
      writeFileSync(got, (await xueliang(['extract', 'evaluation/report/articles'])).out);
      const args = [
        '--gold',
        'evaluation/report/gold',
        '--got',
        got,
        '--articles',
        'evaluation/report/articles',
        '--json',
      ];
      const theirs = JSON.parse(execFileSync(process.execPath, [SCORER, ...args], { encoding: 'utf8' })) as Row[];
      const ours = JSON.parse((await xueliang(['score', 'evaluation/report', '--format', 'json'])).out) as {
        rows: Row[];
      };
      const byField = new Map(ours.rows.map((row) => [row.field === 'people' ? 'privacy' : row.field, row]));
      for (const { field, tp, fp, fn } of theirs) {
        expect({ field, ...pick(byField.get(field)) }).toEqual({ field, tp, fp, fn });
      }
      expect(readdirSync('evaluation/report/gold').length).toBe(readGold('evaluation/report/gold').size);
    });
  },
);

interface Row {
  readonly field: string;
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
}

const pick = (row: Row | undefined) => ({ tp: row?.tp, fp: row?.fp, fn: row?.fn });
