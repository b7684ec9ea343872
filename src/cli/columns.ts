import type { Row } from '../store/store.ts';
import { displayWidth, printable } from './table.ts';

/** A row for people: its cells by column, and the lines that stand below it (quotes). */
export interface Shown {
  readonly cells: Row;
  readonly notes?: readonly string[];
}

/** What a column is called, in both languages. */
export type Heading = (column: string) => readonly [zh: string, en: string];

/** Rows in aligned columns under Chinese and English headings, numbers to the right, notes indented below their row. */
export function columns(rows: readonly Shown[], heading: Heading): string[] {
  const names = Object.keys(rows[0]?.cells ?? {});
  const heads = [0, 1].map((language) => names.map((name) => heading(name)[language] ?? name));
  const texts = rows.map(({ cells }) => names.map((name) => printable(cells[name])));
  const widths = names.map((_, i) => Math.max(...[...heads, ...texts].map((line) => displayWidth(line[i] ?? ''))));
  const isNumber = names.map((name) =>
    rows.every(({ cells }) => cells[name] === null || typeof cells[name] === 'number'),
  );
  const aligned = (line: readonly string[]) =>
    line
      .map((text, i) => padded(text, widths[i] ?? 0, isNumber[i] === true))
      .join('  ')
      .trimEnd();
  const body = rows.flatMap(({ notes = [] }, i) => [
    aligned(texts[i] ?? []),
    ...notes.map((note) => `    ${printable(note)}`),
  ]);
  return [...heads.map(aligned), ...body];
}

function padded(text: string, width: number, toRight: boolean): string {
  const blanks = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return toRight ? blanks + text : text + blanks;
}
