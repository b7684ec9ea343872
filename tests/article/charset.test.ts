import { describe, expect, test } from 'vitest';
import { decode } from '../../src/article/charset.ts';
import { encode } from './encode.ts';

const HANS = '全县去年投入八百万元，在各乡镇的主要路口装上了六百个摄像头，群众出门更放心。';
const HANT = '全縣去年投入八百萬元，在各鄉鎮的主要路口裝上了六百個攝像頭，群眾出門更放心。';

describe('character sets', () => {
  test('UTF-8 with and without its mark', () => {
    expect(decode(Buffer.from(HANS), 'f')).toBe(HANS);
    expect(decode(Buffer.from(`\ufeff${HANS}`), 'f')).toBe(HANS);
  });

  test('UTF-16 by its mark', () => {
    expect(decode(Buffer.from(`\ufeff${HANS}`, 'utf16le'), 'f')).toBe(HANS);
    expect(decode(Buffer.from(`\ufeff${HANS}`, 'utf16le').swap16(), 'f')).toBe(HANS);
  });

  test('GB18030 and Big5 without a word', () => {
    expect(decode(encode(HANS, 'gb18030'), 'f')).toBe(HANS);
    expect(decode(encode(HANT, 'big5'), 'f')).toBe(HANT);
    expect(decode(encode(HANT, 'gb18030'), 'f')).toBe(HANT);
  });

  test('what the meta tag says, unless the bytes are something else', () => {
    const head = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head>';
    expect(decode(Buffer.concat([Buffer.from(head), encode(HANS, 'gb18030')]), 'f')).toBe(head + HANS);
    const wrong = '<html><head><meta charset="big5"></head>';
    expect(decode(Buffer.from(wrong + HANS), 'f')).toBe(wrong + HANS);
    // An even number of characters in UTF-8 is also GB18030, and reads 鍏ㄥ幙.
    const even = `${head}全县去年投入八百万元`;
    expect(decode(Buffer.from(even), 'f')).toBe(even);
  });

  test('bytes of no character set', () => {
    const noise = Uint8Array.from({ length: 4000 }, (_, i) => (i * 197 + (i >> 3) * 89) % 256);
    expect(() => decode(noise, 'noise.txt')).toThrow(
      expect.objectContaining({ code: 'CHARSET_UNDECIDED', location: { file: 'noise.txt' } }),
    );
    expect(() => decode(Buffer.from([0xe5, 0x85, 0xa8, 0xff, 0xfe, 0xfd, 0xff]), 'f')).toThrow(
      expect.objectContaining({ code: 'CHARSET_UNDECIDED' }),
    );
  });
});
