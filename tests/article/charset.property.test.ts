import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/article/charset.ts';
import { XueliangError } from '../../src/errors.ts';
import { often } from '../reliability/often.ts';
import { encode, has } from './encode.ts';

/**
 * A text that was encoded decodes to itself: with its mark or in strict UTF-8 whatever it says; in a double-byte set when
 * the page declares it. Undeclared double-byte bytes can only be guessed at, so that such texts are long, and made of the
 * words of news.
 */
type Label = 'gb18030' | 'big5';
const CJK = Array.from({ length: 0x9fa6 - 0x4e00 }, (_, i) => String.fromCharCode(0x4e00 + i));
const MARKS = ['，', '。', '、', '（', '）', '—', ' ', '\n', 'a', '7', '%'];
const textOf = (characters: readonly string[], minLength = 0) =>
  fc.string({
    unit: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...characters) }, fc.constantFrom(...MARKS)),
    minLength,
    maxLength: 200,
  });

const anyText = textOf([...CJK, '𠮷', '𪚥', '\ue000', 'é', '😀']);
const IN: Readonly<Record<Label, fc.Arbitrary<string>>> = {
  gb18030: textOf([...CJK.filter((c) => has('gb18030', c)), '𠮷', '😀']),
  big5: textOf(CJK.filter((c) => has('big5', c))),
};

const WORDS: Readonly<Record<Label, readonly string[]>> = {
  gb18030:
    '全县去年投入八百万元，|在各乡镇的主要路口装上了|六百个摄像头。|群众出门更放心，|公安局民警说，|派出所在村里|建成了监控平台。|据介绍，|今年以来|治安案件下降了'.split(
      '|',
    ),
  big5: '全縣去年投入八百萬元，|在各鄉鎮的主要路口裝上了|六百個攝像頭。|群眾出門更放心，|公安局民警說，|派出所在村裡|建成了監控平台。|據介紹，|今年以來|治安案件下降了'.split(
    '|',
  ),
};
const news = (label: Label) =>
  fc.array(fc.constantFrom(...WORDS[label]), { minLength: 12, maxLength: 40 }).map((w) => w.join(''));

const DECLARED = (label: string): string[] => [
  `<html><head><meta charset="${label}"></head><body>`,
  `<meta http-equiv="Content-Type" content="text/html; charset=${label}">`,
  `<?xml version="1.0" encoding="${label}"?>`,
];
const declaring = (labels: readonly string[]) => fc.constantFrom(...labels.flatMap(DECLARED));
const GB = ['gb2312', 'GBK', 'gb18030'];

function utf16(text: string, big: boolean): Buffer {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return big ? bytes.swap16() : bytes;
}

describe('what was encoded decodes to itself', () => {
  test('by its mark: UTF-8, UTF-16 of either order, whatever it declares', () => {
    fc.assert(
      fc.property(fc.option(declaring([...GB, 'big5', 'utf-8']), { nil: '' }), anyText, (head, text) => {
        const page = head + text;
        for (const bytes of [Buffer.from(`\ufeff${page}`), utf16(page, false), utf16(page, true)])
          expect(decode(bytes, 'f')).toBe(page);
      }),
      often(200),
    );
  });

  test('strict UTF-8 without a mark', () => {
    fc.assert(
      fc.property(fc.option(declaring(['utf-8', 'UTF8']), { nil: '' }), anyText, (head, text) => {
        expect(decode(Buffer.from(head + text), 'f')).toBe(head + text);
      }),
      often(200),
    );
  });

  test('UTF-8 that still declares the character set it was converted from', () => {
    fc.assert(
      fc.property(declaring([...GB, 'big5']), news('gb18030'), (head, text) => {
        expect(decode(Buffer.from(head + text), 'f')).toBe(head + text);
      }),
      often(200),
    );
  });

  test.each<[Label, readonly string[]]>([
    ['gb18030', GB],
    ['big5', ['big5', 'Big5']],
  ])('declared %s, any characters that it has', (label, names) => {
    fc.assert(
      fc.property(declaring(names), IN[label], (head, text) => {
        const bytes = Buffer.concat([Buffer.from(head), encode(text, label)]);
        expect(decode(bytes, 'f')).toBe(head + text);
      }),
      often(300),
    );
  });

  test.each<Label>(['gb18030', 'big5'])('undeclared %s, when it is long and news', (label) => {
    fc.assert(
      fc.property(news(label), (text) => {
        expect(decode(encode(text, label), 'f')).toBe(text);
      }),
      often(100),
    );
  });
});

describe('any bytes', () => {
  test('are text, or CHARSET_UNDECIDED', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc
        .tuple(
          declaring([...GB, 'big5', 'utf-16', 'x-user-defined', 'nonsense', 'utf-7']),
          fc.uint8Array({ maxLength: 100 }),
        )
        .map(([head, rest]) => Buffer.concat([Buffer.from(head), rest])),
    );
    fc.assert(
      fc.property(bytes, (data) => {
        try {
          expect(typeof decode(data, 'f')).toBe('string');
        } catch (error) {
          if (!(error instanceof XueliangError)) throw error;
          expect([error.code, error.location]).toEqual(['CHARSET_UNDECIDED', { file: 'f' }]);
        }
      }),
      often(500),
    );
  });
});
