import { describe, expect, it } from 'vitest';
import { findPersons } from '../../src/mention/person.ts';
import { textOf } from './text-of.ts';

const persons = (words: string) => findPersons(textOf(words)).map((person) => person.surface);

describe('people told by what stands around their names', () => {
  it.each([
    ['“摄像头装到了家门口。”村民艾山说。', ['艾山']],
    ['巴图巴雅尔记得，那年冬天丢了三头牛。', ['巴图巴雅尔']],
    ['牧民次仁卓玛的手机连着报警点。', ['次仁卓玛']],
    ['段根水今年63岁，巡逻了十年。', ['段根水']],
    ['巡逻队里年纪最大的是丁秋生，67岁。', ['丁秋生']],
    ['花农老邱家的大棚去年被偷。', ['老邱']],
    ['值班员小郑说，夜里三点还要巡一遍。', ['小郑']],
    ['有人撬了老姜家的门。', ['老姜']],
    ['值机员卢长贵说，屏幕从不关。', ['卢长贵']],
    ['当年底完成联网。（区公安局宣传科严冬梅）', ['严冬梅']],
  ])('%s', (words, expected) => {
    expect(persons(words)).toEqual(expected);
  });

  it.each([
    '老党员、老干部组成义务巡逻队。',
    '老城区装探头300个，小区装门禁。',
    '小学和小区周边新增监控。',
    '扎西宗乡新建警务室1间，巴桑社区装探头9个。',
    '达娃镇、尼玛镇各装探头20个。',
    '老高速路口设卡点一处。',
    '老郭家庄装了探头。',
    '工程投入使用3年，今年60岁以上的老人装了报警器。',
    '（市公安局技防办提供数据）',
    '百家姓氏文化园装探头。',
  ])('nobody: %s', (words) => {
    expect(persons(words)).toEqual([]);
  });
});
