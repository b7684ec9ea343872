import { readFileSync } from 'node:fs';

/** The style of a page: colours and type that all pages share, then its own sheet, read from beside its code. */
export function paperStyle(sheet: URL): string {
  return `${readFileSync(new URL('paper.css', import.meta.url), 'utf8')}${readFileSync(sheet, 'utf8')}`;
}
