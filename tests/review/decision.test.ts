import { describe, expect, it } from 'vitest';
import { parseDecision, targetOf } from '../../src/review/decision.ts';
import { Reviews } from '../../src/review/reviews.ts';

const A = 'a'.repeat(32);
const B = 'b'.repeat(32);

describe('a decision', () => {
  it('is about a claim, two claims or an article', () => {
    const correct = {
      claim: A,
      verdict: 'correct',
      set: { place: '370503', count: 5 },
      note: '应为河口区',
      on: '2026-11-26',
    };
    expect(parseDecision(correct)).toEqual(correct);
    expect(parseDecision({ claims: [B, A], verdict: 'different' })).toEqual({ claims: [A, B], verdict: 'different' });
    expect(parseDecision({ claims: [B, A], verdict: 'settled', holds: B })).toMatchObject({ claims: [A, B], holds: B });
    expect(parseDecision({ article: A + B, verdict: 'gone' })).toEqual({ article: A + B, verdict: 'gone' });
  });

  it.each([
    [[], /a JSON object/],
    [{ verdict: 'accept' }, /about one of claim, claims or article/],
    [{ claim: A, article: B, verdict: 'accept' }, /about one of/],
    [{ claim: A, verdict: 'gone' }, /accept, reject, correct, open/],
    [{ claim: '370503', verdict: 'accept' }, /hexadecimal/],
    [{ claim: A, verdict: 'accept', reason: 'x' }, /no field reason/],
    [{ claim: A, verdict: 'correct' }, /what to set/],
    [{ claim: A, verdict: 'correct', set: { quote: 'x' } }, /quote cannot be corrected/],
    [{ claim: A, verdict: 'correct', set: { count: '5' } }, /count cannot be "5"/],
    [{ claim: A, verdict: 'correct', set: { actors: ['370503'] } }, /actors cannot be/],
    [{ claims: [A, A], verdict: 'different' }, /two claims/],
    [{ claims: [A, B], verdict: 'settled', holds: 'c'.repeat(32) }, /one of the two/],
    [{ article: A, verdict: 'gone', on: 'today' }, /a day/],
    [{ article: A, verdict: 'gone', note: 5 }, /note is words/],
  ])('that is none says so: %j', (value, message) => {
    const parse = () => parseDecision(value, { file: 'reviews.jsonl', line: 3 });
    expect(parse).toThrow(message);
    expect(parse).toThrow(
      expect.objectContaining({ code: 'REVIEW_MALFORMED', location: { file: 'reviews.jsonl', line: 3 } }),
    );
  });
});

describe('reviews', () => {
  it('hold the newest decision on a target, and none that was taken back', () => {
    const reviews = new Reviews([
      { claim: A, verdict: 'reject' },
      { claims: [A, B], verdict: 'different' },
      { claim: A, verdict: 'accept' },
      { article: B, verdict: 'gone' },
      { article: B, verdict: 'open' },
    ]);
    expect(reviews.all().map(targetOf)).toEqual([`claim ${A}`, `claims ${A} ${B}`]);
    expect(reviews.claim(A)?.verdict).toBe('accept');
    expect([reviews.apart(B, A), reviews.apart(A, A)]).toEqual([true, false]);
    expect(reviews.article(B)).toBeUndefined();
  });
});
