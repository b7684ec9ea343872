/** What the bytes of a file are, whatever its name says. */
export type Content = 'html' | 'text' | 'jsonl' | 'csv' | 'empty' | 'binary';

/** As many bytes as a decision needs. */
export const HEAD_BYTES = 8192;

const MAGIC: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0x50, 0x4b, 0x03, 0x04], // ZIP, DOCX, XLSX
  [0xd0, 0xcf, 0x11, 0xe0], // DOC, XLS
  [0x52, 0x61, 0x72, 0x21], // RAR
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x28, 0xb5, 0x2f, 0xfd], // Zstandard
  [0x42, 0x5a, 0x68], // bzip2
];

/** Whether the bytes begin as gzip does. */
export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;

const HTML_START =
  /^[\s\ufeffï»¿]{0,200}<(?:!doctype\s+html|html|head|body|meta|title|\?xml[^>]{0,200}\?>\s*<(?:!doctype\s+html|html))/i;
const HTML_TAG = /<(?:html|head|body|div|p|table|article|meta|script|span|br|a\s)[\s/>]/i;

/** Decides by the first bytes; the name only tells records from text. */
export function sniff(head: Uint8Array, name: string): Content {
  if (head.length === 0) return 'empty';
  if (MAGIC.some((magic) => magic.every((b, i) => head[i] === b))) return 'binary';
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (!isWide && hasControls(head)) return 'binary';
  const ascii = Buffer.from(head)
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^[ÿþ]{2}/, '');
  const extension = /\.([a-z]+)(?:\.gz)?$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (HTML_START.test(ascii)) return 'html';
  if (extension === 'jsonl' || extension === 'ndjson' || extension === 'json') return 'jsonl';
  if (extension === 'csv') return 'csv';
  return /^[sx]?html?$/.test(extension) && HTML_TAG.test(ascii) ? 'html' : 'text';
}

/** Text has no NUL, and next to no other control characters. */
function hasControls(head: Uint8Array): boolean {
  let controls = 0;
  for (const b of head) {
    if (b === 0) return true;
    if (b < 0x20 && b !== 0x09 && b !== 0x0a && b !== 0x0d && b !== 0x0c && b !== 0x0b && b !== 0x1b) controls++;
  }
  return controls * 50 > head.length;
}
