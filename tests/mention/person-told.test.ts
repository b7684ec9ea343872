import { describe, expect, it } from 'vitest';
import { findPersons } from '../../src/mention/person.ts';
import { textOf } from './text-of.ts';

const read = (chars: string): string =>
  findPersons(textOf(chars))
    .map((p) => p.surface)
    .join();

describe('people who are told of without a full name', () => {
  it.each([
    ['值守的巡查员小曾说，画面很清楚。', '小曾'],
    ['夜里有人撬开老吴家的仓房。', '老吴'],
    ['茶农老魏家二十亩茶园装了探头。', '老魏'],
    ['“方便得很。”牧民吐尔洪说。', '吐尔洪'],
    ['牧民那顺巴雅尔已经备好了鞍。', '那顺巴雅尔'],
    ['牧民才让说，十家人都起来看。', '才让'],
    ['奉石安今年61岁，当过兵。', '奉石安'],
    ['治安大队麻永明、刑侦大队应雪兰被评为先进。', '麻永明,应雪兰'],
    ['大队教导员朝鲁门说，明年再添两台。', '朝鲁门'],
    ['（霍邱县公安局政工室　舒启明）\n', '舒启明'],
    ['本报讯（记者 丘伟文 通讯员 黎建新）', '丘伟文,黎建新'],
  ])('%s', (chars, names) => {
    expect(read(chars)).toBe(names);
  });

  it.each([
    '村民们纷纷说，晚上敢出门了。',
    '村民自豪地说，村里装了探头。',
    '老小区家家装了门禁。',
    '民警小王庄村巡逻。',
    '县公安局局长亲自带队昨晚出发。',
    '派出所先后被评为先进。',
    '派出所所长现场介绍，辖区有探头60个。',
    '（霍邱县公安局政工室供稿）\n',
  ])('and nobody in: %s', (chars) => {
    expect(read(chars)).toBe('');
  });
});
