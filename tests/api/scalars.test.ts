import { describe, expect, it } from 'vitest';
import { SCALARS } from '../../src/api/scalars.ts';

function scalar(name: string) {
  const found = SCALARS[name];
  if (found === undefined) throw new Error(`no scalar ${name}`);
  return found;
}

const literal = (kind: string, value: unknown) => ({ kind, value });

describe('scalars', () => {
  it.each(['Yuan', 'Figure'])('%s is exact beyond 2^53, in and out', (name) => {
    const { serialize, parseValue, parseLiteral } = scalar(name);
    const beyond = 9_007_199_254_740_993n;
    expect(serialize(beyond)).toBe('9007199254740993');
    expect(serialize(66_000_000n)).toBe(66_000_000);
    expect(serialize(35.5)).toBe(35.5);
    expect(parseValue('9007199254740993')).toBe(beyond);
    expect(parseLiteral(literal('IntValue', '9007199254740993'))).toBe(beyond);
    expect(parseLiteral(literal('StringValue', '66000000'))).toBe(66_000_000);
    expect(parseLiteral(literal('FloatValue', '35.5'))).toBe(35.5);
    expect(parseValue('-2.5')).toBe(-2.5);
  });

  it.each([
    ['Yuan', 2 ** 53],
    ['Yuan', '1e9'],
    ['Yuan', 'x'],
    ['Figure', Number.NaN],
    ['Figure', null],
    ['PartialDate', '2017-13'],
    ['PartialDate', '2017-04-32'],
    ['PartialDate', 2017],
    ['PlaceCode', '3705'],
    ['PlaceCode', '370503/'],
    ['PlaceCode', 'Agency:370503'],
    ['JSON', {}],
  ])('%s refuses %j as bad input', (name, value) => {
    expect(() => scalar(name).parseValue(value)).toThrow(
      expect.objectContaining({ extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) }),
    );
  });

  it('reads dates and codes as they are written', () => {
    for (const date of ['2017', '2017-04', '2017-04-13']) expect(scalar('PartialDate').parseValue(date)).toBe(date);
    for (const code of ['370503', '370503100', '370503100201', '370503100/仁韩管区'])
      expect(scalar('PlaceCode').parseValue(code)).toBe(code);
    expect(scalar('PlaceCode').parseLiteral(literal('StringValue', 'Place:370503'))).toBe('370503');
    expect(() => scalar('PlaceCode').parseLiteral(literal('IntValue', '370503'))).not.toThrow();
    expect(() => scalar('PartialDate').serialize('13. 4. 2017')).toThrow();
  });
});
