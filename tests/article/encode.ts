/** Every character of a double-byte character set with its bytes, found by asking its decoder. */
function codesOf(label: string): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(label, { fatal: true });
  const codes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      try {
        const c = decoder.decode(Uint8Array.of(lead, trail));
        if (c.length === 1 && !codes.has(c)) codes.set(c, [lead, trail]);
      } catch {
        // No character has these bytes.
      }
    }
  }
  return codes;
}

const CODES = { gb18030: codesOf('gb18030'), big5: codesOf('big5') };

/** Four bytes of GB18030 count the code points that have no two, here those above U+FFFF. */
function fourBytes(code: number): number[] {
  const at = code - 0x10000;
  const digits = [Math.floor(at / 12600), Math.floor(at / 1260) % 10, Math.floor(at / 10) % 126, at % 10];
  return [0x90, 0x30, 0x81, 0x30].map((base, i) => base + (digits[i] ?? 0));
}

/** The bytes of a text in a double-byte character set; throws where it has no such character. */
export function encode(text: string, label: keyof typeof CODES): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((c) => {
      if (c < '\u0080') return [c.charCodeAt(0)];
      const bytes = c.length > 1 && label === 'gb18030' ? fourBytes(c.codePointAt(0) ?? 0) : CODES[label].get(c);
      if (bytes === undefined) throw new Error(`${label} has no ${c}`);
      return [...bytes];
    }),
  );
}

/** Whether a character set has a character in two bytes. */
export const has = (label: keyof typeof CODES, c: string): boolean => CODES[label].has(c);
