import Table from 'cli-table3';
import type { Row, Value } from '../store/store.ts';

/** Rows as a table that fits the width; rows too wide for it stand one below the other. */
export function table(rows: readonly Row[], width: number): string {
  const columns = columnsOf(rows).filter((column) => rows.some((row) => row[column] !== null));
  const grid = new Table({ head: [...columns], style: { head: [], border: [], compact: true } });
  for (const row of rows) grid.push(columns.map((column) => cell(row[column])));
  const wide = grid.toString();
  const widest = Math.max(0, ...wide.split('\n').map(displayWidth));
  return widest <= width ? wide : rows.map((row) => standing(row, columns, width)).join('\n');
}

function standing(row: Row, columns: readonly string[], width: number): string {
  const label = Math.max(...columns.map((column) => column.length)) + 2;
  const room = Math.max(20, width - label - 3);
  const grid = new Table({ colWidths: [label, room], style: { head: [], border: [], compact: true } });
  for (const column of columns) if (row[column] !== null) grid.push([column, wrapped(cell(row[column]), room - 2)]);
  return grid.toString();
}

/** The text in lines of that many cells at most; nothing of it is lost, as the table's own wrapping would. */
function wrapped(text: string, room: number): string {
  let used = 0;
  let lines = '';
  for (const char of text) {
    const width = char === '\n' ? -used : displayWidth(char);
    if (used + width > room) {
      lines += '\n';
      used = 0;
    }
    lines += char;
    used += width;
  }
  return lines;
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

/** A leading = + - @ would run as a formula in a spreadsheet; a number may begin with its sign. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Chinese characters, full-width forms and pictures take two cells. */
function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) width += WIDE.test(char) ? 2 : 1;
  return width;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Extended_Pictographic}/u;
