import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findPersons, maskPersons, personsInLine } from '../../src/mention/person.ts';
import { textOf } from './text-of.ts';

const SHARED = new URL('../../../shared/', import.meta.url);

function read(chars: string): string {
  return findPersons(textOf(chars))
    .map((p) => p.surface)
    .join();
}

describe('findPersons', () => {
  it.each([
    ['市公安局局长王建国介绍，今年以来', '王建国'],
    ['副局长高峰说，平台已建成', '高峰'],
    ['派出所所长欧阳修远告诉记者', '欧阳修远'],
    ['市民李女士和薄先生报警', '李女士,薄先生'],
    ['犯罪嫌疑人张某、李某某被抓', '张某,李某某'],
    ['市委书记赵明、市长钱大海出席会议', '赵明,钱大海'],
    ['县委常委、政法委书记孙卫东主持会议', '孙卫东'],
    ['（记者陈晓明通讯员李静）', '陈晓明,李静'],
    ['本报讯（记者王芳）今年', '王芳'],
    ['村民马大力高兴地说', '马大力'],
    ['据刘洋介绍，系统', '刘洋'],
    ['局党委委员、副局长何平安带队', '何平安'],
    ['民警张强迅速赶到现场', '张强'],
    ['网格员周小燕每天走访', '周小燕'],
    ['负责人杨帆表示', '杨帆'],
    ['周大爷告诉记者', '周大爷'],
    ['王师傅说', '王师傅'],
    ['李伟到烟台调研指导工作', '李伟'],
    ['买买提·吐尔逊说', '买买提·吐尔逊'],
    ['社区民警买买提江·艾山', '买买提江·艾山'],
    ['教导员郑成功介绍说', '郑成功'],
    ['市领导吴江、郑源到会', '吴江,郑源'],
    ['被告人韩某甲', '韩某甲'],
    ['大队长于海涛说', '于海涛'],
    ['县长方志敏调研', '方志敏'],
    ['治安大队长石磊介绍', '石磊'],
    ['王局长说', '王局长'],
    ['李大明局长指出', '李大明'],
    ['刘某等人', '刘某'],
    ['张某军、王某强被抓', '张某军,王某强'],
    ['省公安厅党委书记、厅长林锐', '林锐'],
    ['业主委员会主任尹丽华', '尹丽华'],
    ['学生陈可', '陈可'],
    ['编辑：伍月', '伍月'],
    ['民警王亮、李娜和赵凯三人', '王亮,李娜,赵凯'],
    ['嫌疑人万某落网', '万某'],
    ['副县长、公安局长黎明主持召开', '黎明'],
    ['家住3号楼的梁阿姨', '梁阿姨'],
    ['王平、李四等市领导参加', '王平,李四'],
    ['市委书记孙建出席，孙建强调', '孙建,孙建'],
    ['老党员徐福祥家门口', '徐福祥'],
    ['所长段伟立即组织警力', '段伟'],
    ['支队长艾力说', '艾力'],
    ['网格员程小雨发现', '程小雨'],
    ['记者　张明', '张明'],
    ['张明 摄', '张明'],
    ['队长苏宁带领', '苏宁'],
    ['居民江先生', '江先生'],
    ['村民单增', '单增'],
    ['村主任牛得草，今年六十岁', '牛得草'],
    ['局长郭强要求，各单位', '郭强'],
    ['派出所民警曹磊在巡逻中', '曹磊'],
    ['综治办主任龙云飞向记者介绍', '龙云飞'],
    ['吴某（男，35岁）', '吴某'],
    ['女子柳某', '柳某'],
    ['老板史进的店', '史进'],
    ['失主石女士', '石女士'],
    ['平安建设取得成效。（张明李静）', '张明,李静'],
    ['民警段某说', '段某'],
    ['镇党委书记梁启明、镇长方圆一行', '梁启明,方圆'],
    ['本报记者孙红 通讯员赵大伟', '孙红,赵大伟'],
    ['编辑:厉青】', '厉青'],
    ['责编：李明 审核：王强', '李明,王强'],
    ['公安分局局长安卫国表示', '安卫国'],
    ['民警任静、何洁', '任静,何洁'],
    ['市民代表方舟说', '方舟'],
    ['犯罪嫌疑人胡某军（男）', '胡某军'],
    ['陈某甲与王某乙', '陈某甲,王某乙'],
    ['县公安局党委书记、政委明文说', '明文'],
    ['副县长成伟率队', '成伟'],
    ['教授左思，博士', '左思'],
    ['记者李梅从会上获悉', '李梅'],
    ['司法所所长于洋', '于洋'],
    ['网格员相恒孝只要闲着', '相恒孝'],
    ['相大爷对这些', '相大爷'],
    ['科技日报讯（周刚岭）近年来', '周刚岭'],
    ['村支书赵廷武给记者演示', '赵廷武'],
  ])('finds who is named in %s', (chars, expected) => expect(read(chars)).toBe(expected));

  it.each([
    '早高峰时段，民警高度重视',
    '民警安装了探头',
    '社区民警小组成功抓获',
    '记者了解到，该县',
    '记者从市公安局获悉',
    '会议强调，要加强',
    '文件指出，各地',
    '张店镇党委书记',
    '社区居民安全感提升',
    '居民平安幸福',
    '安全师傅',
    '“清障·护航”行动',
    '书记任组长，镇长任副组长',
    '村支部书记任负责人',
    '受害人黄河边的房屋',
    '队员严密布控',
    '民警时刻守护',
    '民警和群众，',
    '民警于当日，',
    '经理程序升级',
    '专家金融安全',
    '公安局长',
    '向所长汇报',
    '担任所长',
    '路长制、河长制',
    '东营市长',
    '高清探头说明',
    '群众满意度达',
    '公司某部门',
    '对某些地区',
    '党员钟情',
    '“雪亮工程”让老人安心',
    '司机温馨提示',
    '保安公司',
    '民警常年坚守',
    '代表单位参加',
    '委员会',
    '记者手记',
    '指导员严正执法',
    '镇长全面负责',
    '网友“平安”留言',
    '副主任方便群众办事',
    '辖区群众代表华丽转身',
    '民警通过视频',
    '民警应急处置',
    '民警车载视频',
    '县委书记明确要求',
    '巡防队员马上赶到',
    '受害人钱款',
    '受害人金项链被抢',
    '事主车辆被盗',
    '乡镇党委书记要抓',
    '市民来电',
    '市民常说',
    '居民家中',
    '居民都说',
    '村民都称赞',
    '村民纷纷表示',
    '村民温饱',
    '村民项目',
    '（村居）',
    '作者：市公安局',
    '民警万家灯火',
    '居民楼',
    '老师傅',
    '村民代表大会',
    '一名姓张的男子',
    '男子骑车',
    '女子高中',
    '犯罪嫌疑人落网',
    '警官书记',
    '支部书记全覆盖',
    '负责人表示',
    '负责人解释说',
    '专家计算',
    '“老李调解室”',
    '记者走访看到',
    '记者高兴地',
    '通讯员报道',
    '村民相互帮助',
    '民警家访',
    '居民家门口',
    '民警能动履职',
    '网格员步步为营',
  ])('finds nobody in %s', (chars) => expect(read(chars)).toBe(''));

  it('finds every later occurrence of a full name', () => {
    const found = findPersons(textOf('镇党委书记方大同说，系统好用。后来方大同又找人估算。'));
    expect(found.map((p) => [p.start, p.surface])).toEqual([
      [5, '方大同'],
      [17, '方大同'],
    ]);
  });

  it.skipIf(!existsSync(new URL('gold/', SHARED)))(
    'finds everybody that the annotated articles name in their bodies',
    () => {
      const missed: string[] = [];
      for (const file of readdirSync(new URL('gold/', SHARED))) {
        const gold = JSON.parse(readFileSync(new URL(`gold/${file}`, SHARED), 'utf8'));
        const raw = readFileSync(new URL(`articles/${gold.article.split('/').at(-1)}`, SHARED), 'utf8');
        const lines = raw.split('\n');
        const body = lines.map((line) => line.replace(/\s+/g, '').replaceAll(',', '，')).join('\n');
        const inLines = lines.flatMap((line) => personsInLine(line).map((s) => line.slice(s.start, s.end)));
        const found = new Set([...findPersons(textOf(body)).map((p) => p.surface), ...inLines]);
        missed.push(...[...gold.private_persons, ...gold.officials_named].filter((name: string) => !found.has(name)));
      }
      expect(missed.length).toBe(0);
    },
  );

  it('stays linear on marks and titles without end', () => {
    for (const junk of ['（', '记者', '某', '·', '副书记王', '王', '、']) {
      const started = performance.now();
      findPersons(textOf(junk.repeat(20_000)));
      expect(performance.now() - started).toBeLessThan(3000);
    }
  });
});

describe('personsInLine', () => {
  it.each([
    ['来源：某报  作者：特约记者 李晓燕', ['李晓燕']],
    ['本报记者 周大勇 通讯员 马小兰 赵亮', ['周大勇', '马小兰', '赵亮']],
    ['【编辑 林小雨】【纠错】【收藏】', ['林小雨']],
    ['作者：王小溪（实习）  人气：211', ['王小溪']],
    ['编审:普洱生  备案号', ['普洱生']],
    ['编辑：山月   皖公网安备', ['山月']],
    ['责任编辑：王芳 审核：李强', ['王芳', '李强']],
    ['作者：市公安局', []],
    ['来源：本站综合', []],
    ['记者站电话', []],
  ])('reads %s', (line, expected) => {
    expect(personsInLine(line).map((s) => line.slice(s.start, s.end))).toEqual(expected);
  });
});

describe('maskPersons', () => {
  it('masks every occurrence at equal length, the longer name first', () => {
    expect(maskPersons('王小明说，王小明和王小在', new Set(['王小', '王小明']))).toBe('███说，███和██在');
  });
});
