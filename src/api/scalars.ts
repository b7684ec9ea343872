/** Writes a figure: a number where JSON holds it exactly, else digits. */
function figure(value: unknown): number | string {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new TypeError('not a figure');
}

function partialDate(value: unknown): string {
  if (typeof value === 'string' && /^\d{4}(-\d{2}){0,2}$/.test(value)) return value;
  throw new TypeError('not an ISO date');
}

/** How the schema's own scalars are written; none is an argument. */
export const SCALARS = {
  Yuan: { serialize: figure },
  Figure: { serialize: figure },
  PartialDate: { serialize: partialDate },
};
