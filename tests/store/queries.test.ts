import { describe, expect, it } from 'vitest';
import { XueliangError } from '../../src/errors.ts';
import { bind, parseFile, statement, statements } from '../../src/store/queries.ts';
import { retry } from '../../src/store/retry.ts';
import { exact, normalise, rowOf } from '../../src/store/values.ts';

const SOURCE = `// Finds a thing.
// And says so.
// params: key, place?, after='', first=50
// columns: id, name
MATCH (n:Thing {key: $key})
RETURN n.id AS id, n.name AS name
`;

describe('a file of cypher/', () => {
  const file = parseFile('read', 'thing.cypher', SOURCE);

  it('says its purpose, parameters with defaults, columns and text', () => {
    expect(file).toMatchObject({
      name: 'thing',
      folder: 'read',
      dialect: 'both',
      purpose: 'Finds a thing. And says so.',
    });
    expect(file.params).toEqual(['key', 'place', 'after', 'first']);
    expect(file.defaults).toEqual({ place: null, after: '', first: 50 });
    expect(file.columns).toEqual(['id', 'name']);
    expect(file.text.startsWith('MATCH')).toBe(true);
    expect(parseFile('schema', 'search.neo4j.cypher', '').dialect).toBe('neo4j');
  });

  it('takes its parameters, and no others', () => {
    expect(bind(file, { key: 'x', first: 3 })).toEqual({ key: 'x', place: null, after: '', first: 3 });
    expect(() => bind(file, {})).toThrow(/needs the parameter key/);
    expect(() => bind(file, { key: 'x', kye: 1 })).toThrow(/no parameter kye/);
    for (const odd of [Number.POSITIVE_INFINITY, new Date(), new Map(), () => 1, [[Number.NaN]]]) {
      expect(() => bind(file, { key: odd as never })).toThrow(/cannot take that value for key/);
    }
  });

  it('is found by name, and only so', () => {
    expect(statement('whoPaid').columns).toContain('quote');
    expect(() => statement('../write/putClaim')).toThrow(expect.objectContaining({ code: 'QUERY_UNKNOWN' }));
    expect(() => statement('putClaim')).toThrow(XueliangError);
    expect(new Set(statements().map((f) => `${f.folder}/${f.name}`)).size).toBe(statements().length);
  });
});

describe('values', () => {
  it('come back as numbers where they are safe, as bigint where not', () => {
    expect(normalise([5n, 9_007_199_254_740_993n, 1.5, undefined, { b: 1n, a: null }])).toEqual([
      5,
      9_007_199_254_740_993n,
      1.5,
      null,
      { a: null, b: 1 },
    ]);
    expect(Object.keys(normalise({ b: 1, a: 1 }) as object)).toEqual(['a', 'b']);
    expect(() => normalise(new Date())).toThrow(XueliangError);
    expect(rowOf(['b', 'a'], (name) => name)).toEqual({ b: 'b', a: 'a' });
  });

  it('go in with their integers exact', () => {
    expect(exact({ n: 5, x: 5.5, list: [1, '1'], nil: null })).toEqual({ n: 5n, x: 5.5, list: [1n, '1'], nil: null });
  });
});

describe('retry', () => {
  const failing = (times: number, retriable: boolean) => {
    let calls = 0;
    const work = async () => {
      calls++;
      if (calls <= times) throw new XueliangError('STORE_CONFLICT', 'again', { retriable });
      return calls;
    };
    return { work, calls: () => calls };
  };

  it('tries again what may succeed later, and only that', async () => {
    expect(await retry(failing(2, true).work)).toBe(3);
    const final = failing(1, false);
    await expect(retry(final.work)).rejects.toThrow('again');
    expect(final.calls()).toBe(1);
  });

  it('gives up after five', async () => {
    const never = failing(99, true);
    await expect(retry(never.work)).rejects.toThrow('again');
    expect(never.calls()).toBe(5);
  });
});
