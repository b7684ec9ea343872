import { describe, expect, it } from 'vitest';
import type { Claim, ExtractionRecord } from '../../src/claim/claim.ts';
import { difference, type Records } from '../../src/compare/difference.ts';
import { differenceLines } from '../../src/compare/lines.ts';
import { differencePage } from '../../src/compare/page.ts';
import { readPage } from '../claim/page.ts';

const record: ExtractionRecord = readPage('利津县添探头', '2018年，利津县投资320余万元，新建视频监控探头460个。');
const [paid, built] = record.claims as readonly [Claim, Claim];
const one = (r: ExtractionRecord): Records => new Map([[r.article.id, r]]);
const withClaims = (...claims: readonly Claim[]) => one({ ...record, claims });
const compare = (before: Records, after: Records) => difference(before, after);

describe('two readings', () => {
  it('that say the same differ in nothing', () => {
    expect(compare(one(record), one(record))).toMatchObject({ articles: 1, same: 2, differences: [] });
  });

  it('a claim that appeared or vanished, with what the other says of its figure', () => {
    const issue = { code: 'MONEY_ESTIMATED', message: 'asked for only', start: paid.start, end: paid.end };
    const less = one({ ...record, claims: [built], issues: [issue] });
    expect(compare(less, one(record))).toMatchObject({ same: 1, appeared: 1, vanished: 0, changed: 0 });
    const back = compare(one(record), less);
    expect(back).toMatchObject({ same: 1, appeared: 0, vanished: 1, changed: 0 });
    expect(back.differences[0]?.claims[0]).toMatchObject({
      status: 'vanished',
      reason: 'MONEY_ESTIMATED: asked for only',
    });
  });

  it('a claim that changed, by field, with the words that moved', () => {
    const moved: Claim = {
      ...built,
      stage: 'planned',
      evidence: { ...built.evidence, stage: { start: 1, end: 3, from: 'heading' } },
    };
    const { changed, same, differences } = compare(one(record), withClaims(paid, moved));
    expect({ changed, same }).toEqual({ changed: 1, same: 1 });
    expect(differences[0]?.claims[0]?.fields).toEqual([
      { field: 'stage', before: 'done', after: 'planned', evidence: expect.stringMatching(/ → heading 1-3$/) },
    ]);
  });

  it('the same figure as another kind is one change', () => {
    const other: Claim = { ...built, id: 'other', kind: 'STAFFED', rule: 'staffed/people' };
    const { appeared, vanished, changed, differences } = compare(one(record), withClaims(paid, other));
    expect({ appeared, vanished, changed }).toEqual({ appeared: 0, vanished: 0, changed: 1 });
    expect(differences[0]?.claims[0]?.fields.map((f) => f.field)).toEqual(['kind', 'rule']);
  });

  it('names and articles that only one has', () => {
    const nowhere = compare(one({ ...record, places: [] }), one(record));
    expect(nowhere.differences[0]?.names).toEqual([
      { list: 'places', appeared: ['东营市利津县 370522'], vanished: [] },
    ]);
    expect(compare(new Map(), one(record)).differences[0]).toMatchObject({ onlyIn: 'after' });
    expect(compare(one(record), new Map())).toMatchObject({ vanished: 2, differences: [{ onlyIn: 'before' }] });
  });

  it('stand on a terminal and on a page with their quotes, escaped', () => {
    const evil: Claim = { ...paid, quote: '<b>320余万元' };
    const result = compare(withClaims(built), withClaims(evil, built));
    expect(differenceLines(result).join('\n')).toContain(
      '+ FUNDED · 3200000元 · camera · 东营市利津县\n      “<b>320余万元”',
    );
    const page = differencePage(result, { before: 'rev:<a>', after: 'now' });
    expect(page).toContain('&#60;b&#62;320余万元');
    expect(page).toContain('rev:&#60;a&#62; → now');
    expect(page).not.toMatch(/<script|(?:src|href)="(?!data:)/);
  });
});
