import { expect, test } from 'vitest';
import { readText } from '../../src/text/read.ts';
import { lines } from './lines.ts';

const OPENING = '柳县今年给各村装了探头，由派出所专人值守，夜里也看得清。';
const roleOf = (line: string): string | undefined =>
  readText(lines(`${OPENING}\n${line}\n${OPENING}`)).paragraphs.find((p) => p.start > OPENING.length - 1)?.role;

test.each([
  '此前,柳县已有探头两千多个,白天还行,夜里模糊.',
  '系统一期早已建成,可以随时调看.',
  '镇里筹款，村里出力，装了三百个探头',
  '【柳江晚报记者】装了多少？钱谁出？',
  '问：管用吗？',
  '钱从哪里来？人从哪里来？',
])('running text: %s', (line) => expect(roleOf(line)).toBe('prose'));

test.each(['钱从哪里来？', '一、建好三百个点位', '镇里筹款，村里出力', '技防全覆盖 群众更安心', '第2.5代平台上线'])(
  'a heading: %s',
  (line) => expect(roleOf(line)).toBe('heading'),
);
