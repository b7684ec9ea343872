import { describe, expect, it } from 'vitest';
import { codesBySurface, placesOf } from './place-page.ts';

describe('findPlaces below and beside the county', () => {
  it('takes 全区 right behind an autonomous region for the region', () => {
    const reading = placesOf({
      title: '乌鲁木齐市沙依巴克区推进智慧小区',
      year: 2021,
      body: ['米东区、新市区、头屯河区跟进。', '新疆维吾尔自治区公安厅在全区推广。'],
    });
    expect(codesBySurface(reading)).toMatchObject({ 新市区: '650104', 全区: '650000' });
  });

  it('finds the towns of a county that has become a district under the district', () => {
    const reading = placesOf({
      title: '绍兴县推行一村一警',
      year: 2010,
      body: ['绍兴县公安局在柯桥街道、钱清镇派驻民警120名。', '绍兴市公安局推广其做法。'],
    });
    expect(codesBySurface(reading)).toMatchObject({ 绍兴县: '330621', 柯桥街道: '330603001', 绍兴市: '330600' });
    expect(reading.mentions.find((m) => m.surface === '钱清镇')?.place?.parent).toBe('330603');
    expect(reading.mentions.some((m) => m.surface.includes('推行'))).toBe(false);
  });

  it('hears no county across the end of a town and an ordinary word, and no model county', () => {
    const reading = placesOf({
      title: '白帝镇平安办推进农村技防',
      year: 2019,
      body: [
        '在白帝镇，探头装到院坝。',
        '去年，白帝镇装探头215个。',
        '“儿女在广东打工，用手机看家。”',
        '该镇去年被评为市级平安镇，所在县为省级平安县。',
      ],
    });
    expect(reading.subject?.code).toBe('500236');
    const codes = reading.mentions.flatMap((m) => m.place?.code ?? []);
    expect(codes.filter((code) => code.startsWith('4113') || code === '630221')).toEqual([]);
  });

  it('gives a renamed city its code under the old name', () => {
    const reading = placesOf({ title: '襄樊市推进技防建设', year: 2008, body: ['襄樊市公安局在樊城区联网。'] });
    expect(codesBySurface(reading)).toMatchObject({ 襄樊市: '420600', 樊城区: '420606' });
  });

  it('keeps bonded and new areas apart from those of other cities', () => {
    const port = placesOf({ title: '张家港保税区建成监控网', year: 2016, body: ['张家港市杨舍镇投入700万元。'] });
    expect(codesBySurface(port)).toMatchObject({ 张家港保税区: '320582/张家港保税区', 杨舍镇: '320582100' });
    const area = placesOf({ title: '雄安新区启动平安建设', year: 2019, body: ['雄安新区管委会与容城县签约。'] });
    expect(codesBySurface(area)).toMatchObject({ 雄安新区: '130000/雄安新区', 容城县: '130629' });
  });

  it('spells a zone alike with and without 市', () => {
    const reading = placesOf({ title: '莱芜市高新区联网', year: 2012, body: ['莱芜高新区新增探头90个。'] });
    expect(new Set(reading.mentions.map((m) => m.place?.code))).toEqual(new Set(['371200/莱芜高新区']));
  });

  it('finds 我县 by the outlet, and leaves a town of many counties open', () => {
    const reading = placesOf({
      title: '我县投资600万元建设“天网”',
      outlet: '固始日报',
      year: 2012,
      body: ['我县在城关镇、三合乡建设监控点120个。'],
    });
    expect(codesBySurface(reading)).toMatchObject({ 我县: '411525', 城关镇: '411525/城关镇', 三合乡: '?' });
    expect(reading.subject?.code).toBe('411525');
  });

  it('tells the county of an ordinary name from the word', () => {
    const reading = placesOf({
      title: '公安县推进雪亮工程',
      year: 2019,
      body: ['公安县斗湖堤镇安装探头900个，公安机关实时调看。', '同心协力，共建平安。'],
    });
    expect(codesBySurface(reading)).toEqual({ 公安县: '421022', 斗湖堤镇: '421022101' });
  });

  it('takes no river, lake or industrial park for the place in its name', () => {
    const reading = placesOf({
      title: '永城市警方夜巡',
      year: 2015,
      body: ['永城市民警在浍河沿线、太湖岸边和青浦工业园巡查，沿舞阳河设卡。'],
    });
    expect(new Set(reading.mentions.map((m) => m.place?.code))).toEqual(new Set(['411481']));
  });

  it('hears no village or town in words that run into one another', () => {
    const { mentions } = placesOf({
      title: '洱源县邓川镇见闻',
      year: 2014,
      body: ['邓川镇的小组白天守市场、夜里巡村道，做到小事不出户、大事不出村。', '县政府代县长在部分乡镇调研。'],
    });
    expect(mentions.filter((m) => !m.relative).map((m) => m.surface)).toEqual(['洱源县', '邓川镇', '邓川镇']);
  });

  it('reads a village that begins like a kind of village where the list has it', () => {
    const { mentions } = placesOf({
      title: '大英县隆盛镇见闻',
      year: 2005,
      body: ['隆盛镇平安寨村、前明村选聘巡逻员。'],
    });
    expect(mentions.map((m) => m.place?.ownName)).toContain('平安寨村');
  });

  it('reads villages in a list that closes with their number', () => {
    const reading = placesOf({
      title: '安吉县天荒坪镇装上探头',
      year: 2018,
      body: ['天荒坪镇的大溪、横路2个村率先联网。'],
    });
    expect(codesBySurface(reading)).toMatchObject({ 大溪: '330523108207' });
  });

  it('answers what 县 and 市 mean at an offset', () => {
    const reading = placesOf({
      title: '宿州市通报',
      year: 2020,
      body: ['灵璧县投入500万元，县里另筹80万元。', '泗县投入600万元。'],
    });
    const at = (level: 'city' | 'county', word: string) => {
      const m = reading.mentions.find((x) => x.surface === word);
      return reading.at(level, m?.end ?? 0)?.code;
    };
    expect(at('county', '灵璧县')).toBe('341323');
    expect(at('county', '泗县')).toBe('341324');
    expect(at('city', '泗县')).toBe('341300');
  });

  it('reads cities without counties and their towns', () => {
    const reading = placesOf({
      title: '中山市小榄镇升级治安视频',
      year: 2017,
      body: ['小榄镇投入2600万元，全镇新增高清探头1500个。', '东莞市虎门镇派人来学习。'],
    });
    expect(codesBySurface(reading)).toMatchObject({
      中山市: '442000',
      小榄镇: '442000118',
      全镇: '442000118',
      东莞市: '441900',
      虎门镇: '441900121',
    });
  });

  it('reads a county that its province administers', () => {
    const reading = placesOf({
      title: '仙桃织密防控网',
      year: 2019,
      body: ['仙桃市公安局投资1.2亿元建成视频专网，全市联网。', '湖北省公安厅给予肯定，全省推广。'],
    });
    expect(codesBySurface(reading)).toMatchObject({ 仙桃: '429004', 仙桃市: '429004', 全市: '429004', 全省: '420000' });
    expect(reading.subject?.name).toBe('仙桃市');
  });

  it('links 该县 and 该区 to the one named last', () => {
    const reading = placesOf({
      title: '云浮市通报平安建设进展',
      year: 2020,
      body: [
        '云浮市新兴县投入900万元，该县农村探头达1700个。',
        '云城区投入600万元，该区城市探头达2600个。',
        '全市两项任务过半。',
      ],
    });
    expect(codesBySurface(reading)).toMatchObject({
      新兴县: '445321',
      该县: '445321',
      云城区: '445302',
      该区: '445302',
      全市: '445300',
    });
    expect(reading.subject?.code).toBe('445300');
  });

  it('is about the city when several of its counties share the page', () => {
    const reading = placesOf({
      title: '天网覆盖城乡',
      year: 2014,
      body: [
        '11月，襄阳市公安局在枣阳市召开现场会。',
        '枣阳市建成探头4000个，枣阳市委书记作了介绍。',
        '宜城市、老河口市也已过半，全市明年全部完成，市公安局逐月通报。',
      ],
    });
    expect(reading.subject?.code).toBe('420600');
  });

  it('does not read a namesake across the province when towns speak for another', () => {
    const reading = placesOf({
      title: '通州区小区装上智能门禁',
      year: 2022,
      body: ['通州区86个小区装了门禁，永顺、梨园两个派出所可以调阅画面。', '朝阳区常营派人参观。'],
    });
    expect(codesBySurface(reading).通州区).toBe('110112');
  });
});
