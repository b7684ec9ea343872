/** The sum of figures: a number where it is exact, else a bigint, which is written as digits; null when one of them is open. */
export function exactSum(figures: readonly (number | null)[]): number | bigint | null {
  let sum = 0;
  for (const figure of figures) {
    if (figure === null) return null;
    sum += figure;
  }
  if (Math.abs(sum) <= Number.MAX_SAFE_INTEGER) return sum;
  return figures.reduce<bigint>((exact, figure) => exact + BigInt(Math.round(figure ?? 0)), 0n);
}
