import { describe, expect, it } from 'vitest';
import { codesBySurface, placesOf } from './place-page.ts';

describe('findPlaces links by what the page says of itself', () => {
  it('takes 全市 and 我市 of a county-level city for the city itself', () => {
    const reading = placesOf({
      title: '昆山启用新一代社会面监控平台',
      hint: '昆山日报 > 要闻',
      year: 2019,
      body: [
        '5月8日，昆山市公安局对外发布，我市已建成监控点位9600个。',
        '苏州市下达的任务全部完成，全市21个派出所接入平台。',
        '玉山镇、周庄镇率先试点。',
      ],
    });
    expect(codesBySurface(reading)).toMatchObject({
      昆山: '320583',
      我市: '320583',
      全市: '320583',
      苏州市: '320500',
      玉山镇: '320583100',
      周庄镇: '320583112',
    });
    expect(reading.subject?.code).toBe('320583');
  });

  it('reads autonomous prefectures and their counties, short and long', () => {
    const reading = placesOf({
      title: '恩施州推进乡村天网建设',
      year: 2016,
      body: [
        '恩施土家族苗族自治州政法委通报，全州8个县市建成农村监控。',
        '利川、来凤两地投入最多，利川市建成探头1200个，来凤县翔凤镇建成300个。',
      ],
    });
    expect(codesBySurface(reading)).toMatchObject({
      恩施州: '422800',
      恩施土家族苗族自治州: '422800',
      全州: '422800',
      利川市: '422802',
      来凤县: '422827',
      翔凤镇: '422827100',
    });
    expect(reading.subject?.code).toBe('422800');
    expect(reading.subject?.name).toBe('恩施土家族苗族自治州');
  });

  it('reads banners, leagues, sums and villages of pastures', () => {
    const reading = placesOf({
      title: '四子王旗草原牧区装上“电子眼”',
      year: 2018,
      outlet: '乌兰察布日报',
      body: ['四子王旗公安局在乌兰花镇和江岸苏木安装摄像机86台。', '全旗牧民都能一键报警。', '旗里今年再投150万元。'],
    });
    expect(codesBySurface(reading)).toMatchObject({
      四子王旗: '150929',
      乌兰花镇: '150929100',
      江岸苏木: '150929201',
      全旗: '150929',
      旗里: '150929',
    });
    expect(reading.subject?.code).toBe('150929');
  });

  it('reads districts and streets of a municipality', () => {
    const reading = placesOf({
      title: '徐汇区为老旧小区加装监控',
      year: 2021,
      body: [
        '上海市徐汇区今年投入3100万元，在田林街道、漕河泾街道安装摄像机。',
        '全区共有13个街镇参与，田林街道千鹤小区率先完工。',
      ],
    });
    expect(codesBySurface(reading)).toMatchObject({
      徐汇区: '310104',
      上海市: '310000',
      田林街道: '310104011',
      漕河泾街道: '310104017',
      全区: '310104',
    });
    expect(reading.subject?.name).toBe('上海市徐汇区');
  });

  it('keys a development zone that the gazetteer lacks under the city that its name says', () => {
    const reading = placesOf({
      title: '宜昌高新区织密视频网',
      year: 2020,
      body: ['宜昌高新区管委会投资800万元建设视频平台。', '高新区已接入摄像机2100路。'],
    });
    const codes = codesBySurface(reading);
    expect(codes.宜昌高新区).toBe('420500/宜昌高新区');
    expect(codes.高新区).toBe('420500/宜昌高新区');
    expect(reading.subject?.level).toBe('zone');
  });

  it('takes 高新区 for the zone of the city that the page is about', () => {
    const reading = placesOf({
      title: '南阳市建成高空瞭望系统',
      year: 2019,
      body: ['南阳市公安局在宛城区、卧龙区和高新区布设高点摄像机40台。'],
    });
    expect(codesBySurface(reading)).toMatchObject({
      南阳市: '411300',
      宛城区: '411302',
      卧龙区: '411303',
      高新区: '411371',
    });
  });

  it('never takes a zone of another city', () => {
    const reading = placesOf({
      title: '经开区平安建设回顾',
      year: 2022,
      hint: '来源：绵阳经济技术开发区',
      body: ['2021年，经开区党工委、管委会把平安建设放在首位，全区刑事警情下降。'],
    });
    for (const m of reading.mentions) expect(m.place?.code ?? '510700').toMatch(/^5107/);
  });

  it('reads the corps and its cities', () => {
    const reading = placesOf({
      title: '石河子市完善治安防控',
      year: 2017,
      body: ['新疆生产建设兵团第八师石河子市投资2300万元建设监控中心。', '全市5个街道全部联网，北泉镇新增探头120个。'],
    });
    expect(codesBySurface(reading)).toMatchObject({ 石河子市: '659001', 全市: '659001', 北泉镇: '659001100' });
    expect(reading.subject?.name).toBe('石河子市');
  });

  it('names a county as it was in the year of the article', () => {
    const body = ['密云县公安局今年在村庄装探头500个，全县治安案件下降。'];
    const before = placesOf({ title: '密云县推进技防村建设', year: 2012, body });
    expect(codesBySurface(before)).toMatchObject({ 密云县: '110228', 全县: '110228' });
    const after = placesOf({
      title: '密云区推进技防村建设',
      year: 2020,
      body: ['密云区公安分局在原密云县的旧系统上升级。'],
    });
    expect(after.subject?.code).toBe('110118');
  });

  it('links a short form to the division of that year', () => {
    const before = placesOf({ title: '铜山农村装上监控', year: 2008, body: ['铜山县委决定，全县每村安装探头4个。'] });
    expect(codesBySurface(before)).toMatchObject({ 铜山: '320323', 铜山县: '320323', 全县: '320323' });
    const after = placesOf({ title: '铜山农村装上监控', year: 2015, body: ['铜山区委决定，全区每村安装探头4个。'] });
    expect(codesBySurface(after)).toMatchObject({ 铜山: '320312', 铜山区: '320312', 全区: '320312' });
  });

  it('links a former prefecture-level city to its time', () => {
    const reading = placesOf({
      title: '莱芜市投资建设城市监控',
      year: 2011,
      body: ['莱芜市莱城区、钢城区共建成监控点4100个，全市联网。'],
    });
    expect(codesBySurface(reading)).toMatchObject({
      莱芜市: '371200',
      莱城区: '371202',
      钢城区: '371203',
      全市: '371200',
    });
  });

  it('leaves a namesake open when nothing settles it', () => {
    const reading = placesOf({ title: '鼓楼区新增一批摄像机', year: 2018, body: ['鼓楼区今年新增摄像机300台。'] });
    const [first] = reading.mentions;
    expect(first).toMatchObject({ surface: '鼓楼区', place: null });
    expect(first?.candidates).toEqual(expect.arrayContaining(['320106', '320302', '350102', '410204']));
    expect(reading.issues[0]?.code).toBe('PLACE_AMBIGUOUS');
    expect(reading.subject).toBeNull();
  });

  it.each([
    ['福州日报', '350102'],
    ['徐州日报', '320302'],
  ])('settles a namesake by the outlet %s', (outlet, code) => {
    const reading = placesOf({
      title: '鼓楼区新增一批摄像机',
      outlet,
      year: 2018,
      body: ['鼓楼区今年新增摄像机300台。'],
    });
    expect(codesBySurface(reading).鼓楼区).toBe(code);
  });

  it('settles a namesake by the district beside it', () => {
    const reading = placesOf({
      title: '夜间巡逻见警率提升',
      year: 2018,
      body: ['玄武区、秦淮区、鼓楼区三地警方联勤。'],
    });
    expect(codesBySurface(reading).鼓楼区).toBe('320106');
  });

  it('settles a town of a common name by its county', () => {
    const reading = placesOf({
      title: '平安乡镇观察',
      year: 2015,
      body: ['旬邑县城关镇建成监控平台。', '白沙镇也有同类平台。'],
    });
    const codes = codesBySurface(reading);
    expect(
      reading.mentions.find((m) => m.surface === '城关镇' || m.surface === '旬邑县城关镇')?.place?.name ?? '',
    ).toMatch(/^咸阳市旬邑县/);
    expect(codes.白沙镇 ?? '?').toBe('?');
  });

  it('takes ordinary words for what they are', () => {
    const reading = placesOf({
      title: '合作共建平安家园',
      year: 2016,
      body: [
        '公安机关与企业合作，同心共筑安居环境，惠民利民，促进社会和平安定、长治久安。',
        '朝阳行业与新城建设齐头并进，大同世界，太平盛世，永安百姓。',
        '黄河入海口的东方、城区和老城都装了探头。',
      ],
    });
    expect(reading.mentions).toEqual([]);
  });

  it('does not take the name of a road, school, company or newspaper for the place', () => {
    const reading = placesOf({
      title: '一周警讯',
      year: 2016,
      body: [
        '临沂路与北京路路口装了探头。',
        '青岛大学、济南机场、威海银行、淄博医院和烟台日报记者参加。',
        '中国移动云南公司、徐州重型机械有限公司中标。',
      ],
    });
    expect(reading.mentions.map((m) => m.surface)).toEqual([]);
  });

  it('takes no class and no person for a village', () => {
    const reading = placesOf(
      {
        title: '泗阳县推进平安村建设',
        year: 2014,
        body: [
          '泗阳县各村、城中村、示范村、行政村和自然村都装了监控，全国多地来学习。',
          '民警张金村介绍，中心城区已全覆盖。',
        ],
      },
      ['张金村'],
    );
    expect(new Set(reading.mentions.map((m) => m.place?.code))).toEqual(new Set(['321323']));
  });

  it('reads short names of towns in a list inside the county', () => {
    const reading = placesOf({
      title: '嵊州市新建一批卡口',
      year: 2013,
      body: ['嵊州市在甘霖、长乐、崇仁等乡镇新建卡口26个。', '黄泽、三界两镇明年建成。'],
    });
    expect(codesBySurface(reading)).toMatchObject({
      嵊州市: '330683',
      甘霖: '330683100',
      长乐: '330683101',
      崇仁: '330683102',
    });
  });

  it('reads villages under their town, known or not', () => {
    const reading = placesOf({
      title: '安吉县农村监控全覆盖',
      year: 2018,
      body: ['安吉县天荒坪镇余村村、大溪村装了探头32个。', '天荒坪镇老虎坳村是最后一个。'],
    });
    const codes = codesBySurface(reading);
    expect(codes.大溪村).toMatch(/^330523\d{6}$/);
    expect(codes.老虎坳村).toMatch(/^330523\d{3}\/老虎坳村$/);
  });
});
