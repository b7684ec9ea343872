/** The languages that commands write. */
export type Lang = 'zh' | 'en';

/** A figure as people write it: 6600万元, 19.5亿元, 66 million yuan, 3,557个, 3,557. The unit is `CNY`, a measure word or null. */
export function amount(figure: number, unit: string | null, lang: Lang): string {
  if (unit === 'CNY') return lang === 'zh' ? `${inChinese(figure)}元` : `${inEnglish(figure)} yuan`;
  return `${grouped(figure)}${lang === 'zh' ? (unit ?? '') : ''}`;
}

function inChinese(figure: number): string {
  if (figure >= 1e8) return `${rounded(figure / 1e8)}亿`;
  return figure >= 1e4 ? `${rounded(figure / 1e4)}万` : grouped(figure);
}

function inEnglish(figure: number): string {
  if (figure >= 1e9) return `${rounded(figure / 1e9)} billion`;
  return figure >= 1e6 ? `${rounded(figure / 1e6)} million` : grouped(figure);
}

/** To the last digit that differs: 4090.83, 19.5. */
function rounded(figure: number): string {
  return grouped(Number(figure.toFixed(4)));
}

function grouped(figure: number): string {
  return figure.toLocaleString('en-US', { maximumFractionDigits: 4 });
}
