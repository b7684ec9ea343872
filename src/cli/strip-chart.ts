const BLOCKS = ' ▁▂▃▄▅▆▇█';

/** Where values stand between the lowest and the highest, on a logarithmic scale, as so many block characters; all are above 0. */
export function stripChart(values: readonly number[], width: number): string {
  const logs = values.filter((value) => value > 0).map(Math.log);
  const [low, high] = [Math.min(...logs), Math.max(...logs)];
  if (logs.length === 0 || low === high) return logs.length === 0 ? '' : '█';
  const bins = new Array<number>(width).fill(0);
  for (const log of logs) {
    const bin = Math.min(width - 1, Math.floor((width * (log - low)) / (high - low)));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  const most = Math.max(...bins);
  return bins.map((count) => BLOCKS[Math.ceil((8 * count) / most)] ?? '').join('');
}
