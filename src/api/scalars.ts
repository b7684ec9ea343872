import { badRequest } from './errors.ts';

/** A literal of a GraphQL document, as far as scalars look at it. */
interface Literal {
  readonly kind: string;
  readonly value?: unknown;
}

/** How one scalar is written in answers, and read from variables and literals. */
interface Scalar {
  readonly serialize: (value: unknown) => unknown;
  readonly parseValue: (value: unknown) => unknown;
  readonly parseLiteral: (literal: Literal) => unknown;
}

/** Writes a figure: a number where JSON holds it exactly, else digits. */
function figure(value: unknown): number | string {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new TypeError('not a figure');
}

const FIGURE = 'a figure is a number, or a string of digits where it is an integer beyond 2^53';

/** Reads a figure exactly: an integer beyond 2^53 must come as digits, for JSON has rounded it otherwise. */
function readFigure(value: unknown): number | bigint {
  if (typeof value === 'string' && /^-?\d{1,30}$/.test(value)) {
    const whole = BigInt(value);
    return Number.isSafeInteger(Number(whole)) ? Number(whole) : whole;
  }
  const number = typeof value === 'string' && /^-?\d{1,15}\.\d{1,15}$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) throw badRequest(`${FIGURE}: "6600", 35.5`);
  if (Number.isInteger(number) && !Number.isSafeInteger(number)) throw badRequest(FIGURE);
  return number;
}

const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

function partialDate(value: unknown): string {
  if (typeof value === 'string' && DATE.test(value)) return value;
  throw new TypeError('not an ISO date');
}

function readDate(value: unknown): string {
  if (typeof value === 'string' && DATE.test(value)) return value;
  throw badRequest('a date is a string: "2017", "2017-04" or "2017-04-13"');
}

/** Six digits to the county, nine a town, twelve a village; below or beside those a name after a slash. */
const CODE = /^\d{6}(?:\d{3}){0,2}(?:\/[^/]{1,60}){0,3}$/u;

function placeCode(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new TypeError('not a code');
}

function readCode(value: unknown): string {
  const code = typeof value === 'string' ? value.replace(/^Place:/, '') : '';
  if (CODE.test(code)) return code;
  throw badRequest(
    'a place is its official code of 6, 9 or 12 digits ("370503"), or parentCode/name ("370503100/仁韩管区")',
  );
}

/** What any JSON value is written as; it is never an argument. */
function json(value: unknown): unknown {
  return typeof value === 'bigint' ? figure(value) : value;
}

function scalar(serialize: Scalar['serialize'], parseValue: Scalar['parseValue']): Scalar {
  const parseLiteral = (literal: Literal) => parseValue(literalValue(literal));
  return { serialize, parseValue, parseLiteral };
}

/** Numbers come from a document as their digits, so that none is rounded. */
function literalValue({ kind, value }: Literal): unknown {
  if (kind === 'IntValue') return value;
  if (kind === 'FloatValue') return Number(value);
  return kind === 'StringValue' ? value : undefined;
}

function noArgument(): never {
  throw badRequest('JSON is never an argument');
}

/** How the schema's own scalars are written and read; wrong ones are refused with what a right one looks like. */
export const SCALARS: Readonly<Record<string, Scalar>> = {
  Yuan: scalar(figure, readFigure),
  Figure: scalar(figure, readFigure),
  PartialDate: scalar(partialDate, readDate),
  PlaceCode: scalar(placeCode, readCode),
  JSON: scalar(json, noArgument),
};
