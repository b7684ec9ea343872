import Table from 'cli-table3';
import type { Row, Value } from '../store/store.ts';

/** Rows as a table that fits the width; rows too wide for it, or of several lines, stand one below the other. */
export function table(rows: readonly Row[], width: number): string {
  const columns = columnsOf(rows).filter((column) => rows.some((row) => row[column] !== null));
  const cells = rows.map((row) => columns.map((column) => printable(row[column])));
  if (!fits([columns, ...cells], width)) return rows.map((row) => standing(row, columns, width)).join('\n');
  const grid = new Table({ head: [...columns], style: { head: [], border: [], compact: true } });
  grid.push(...cells);
  return grid.toString();
}

/** Whether these cells fit side by side, borders and padding included. */
function fits(rows: readonly (readonly string[])[], width: number): boolean {
  if (rows.some((cells) => cells.some((text) => text.includes('\n')))) return false;
  const widest = (i: number) => Math.max(...rows.map((cells) => displayWidth(cells[i] ?? '')));
  return (rows[0] ?? []).reduce((sum, _, i) => sum + widest(i) + 3, 1) <= width;
}

/** A line to a row: the table's own wrapping loses characters of Chinese text, and takes minutes for long cells. */
function standing(row: Row, columns: readonly string[], width: number): string {
  const label = Math.max(...columns.map((column) => column.length)) + 2;
  const room = Math.max(20, width - label - 3);
  const grid = new Table({ colWidths: [label, room], style: { head: [], border: [], compact: true } });
  for (const column of columns) {
    if (row[column] === null) continue;
    wrapped(printable(row[column]), room - 2).forEach((text, i) => {
      grid.push([i === 0 ? column : '', text]);
    });
  }
  return grid.toString();
}

/** The text in lines of that many cells at most. */
function wrapped(text: string, room: number): string[] {
  return text.split('\n').flatMap((line) => {
    const lines = [''];
    let used = 0;
    for (const char of line) {
      const width = displayWidth(char);
      if (used + width > room) {
        lines.push('');
        used = 0;
      }
      lines[lines.length - 1] += char;
      used += width;
    }
    return lines;
  });
}

/** Rows as CSV (RFC 4180), the header first. */
export function csv(rows: readonly Row[], columns: readonly string[]): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => cell(row[column])))];
  return lines.map((cells) => cells.map(quoted).join(',')).join('\r\n');
}

/** Rows as a JSON array; integers beyond 2^53 are strings. */
export function json(rows: readonly Row[]): string {
  return JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? value.toString() : value), 2);
}

/** A row that is one map is shown as its entries. */
export function spread(rows: readonly Row[]): readonly Row[] {
  return rows.map((row) => {
    const [only, ...others] = Object.values(row);
    return others.length === 0 && isMap(only) ? only : row;
  });
}

/** The columns of all rows, in the order of their first appearance. */
export function columnsOf(rows: readonly Row[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))];
}

function isMap(value: Value | undefined): value is Row {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function cell(value: Value | undefined): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(cell).join('; ');
  return typeof value === 'object' ? json([value as Row]) : String(value);
}

/** As a terminal may show it: no control character of an article reaches it. */
function printable(value: Value | undefined): string {
  return cell(value).replace(/[^\P{Cc}\n]/gu, ' ');
}

/** A leading = + - @ would run as a formula in a spreadsheet; a number may begin with its sign. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Chinese characters, full-width forms and pictures take two cells. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) width += WIDE.test(char) ? 2 : 1;
  return width;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Extended_Pictographic}/u;
