import { describe, expect, it } from 'vitest';
import { readPage } from '../claim/page.ts';

const agenciesOf = (title: string, ...paragraphs: string[]) =>
  readPage(title, ...paragraphs).agencies.map((a) => [a.name, a.type, a.placeCode]);

describe('public bodies by their official names', () => {
  it.each([
    ['荣成市公安局', '威海市荣成市公安局', 'public_security'],
    ['荣成市人民政府', '威海市荣成市人民政府', 'government'],
    ['荣成市委政法委', '中共威海市荣成市委政法委员会', 'political_legal'],
    ['荣成市综治办', '威海市荣成市社会治安综合治理委员会办公室', 'zongzhi'],
    ['荣成市财政局', '威海市荣成市财政局', 'finance'],
    ['荣成市人民法院', '威海市荣成市人民法院', 'court'],
    ['荣成市人民检察院', '威海市荣成市人民检察院', 'procuratorate'],
    ['荣成市司法局', '威海市荣成市司法局', 'justice'],
  ])('%s', (surface, name, type) => {
    expect(agenciesOf('荣成市动态', `${surface}参加了会议。`)).toContainEqual([name, type, '371082']);
  });

  it('reads a branch by its city and district', () => {
    expect(agenciesOf('河口区动态', '东营市公安局河口分局投入60万元建设监控平台。')).toContainEqual([
      '东营市公安局河口分局',
      'public_security',
      '370503',
    ]);
  });

  it('puts a unit under its bureau', () => {
    const { agencies } = readPage('柳州市动态', '柳州市公安局交警支队投入210万元。');
    const bureau = agencies.find((a) => a.name === '柳州市公安局');
    expect(agencies.find((a) => a.name === '柳州市公安局交通警察支队')?.parent).toBe(bureau?.id);
  });

  it('puts a station into the town of its name', () => {
    expect(agenciesOf('龙泉市动态', '小梅派出所在辖区安装探头80个。')).toContainEqual([
      '丽水市龙泉市小梅镇派出所',
      'police_station',
      '331181102',
    ]);
  });

  it('takes 市公安局 and 县财政局 for those of the page', () => {
    expect(agenciesOf('普宁市动态', '市公安局投入500万元。')).toEqual([
      ['揭阳市普宁市公安局', 'public_security', '445281'],
    ]);
    expect(agenciesOf('金寨县动态', '县财政局拨付资金120万元。')).toEqual([
      ['六安市金寨县财政局', 'finance', '341524'],
    ]);
    expect(agenciesOf('湖南省动态', '省公安厅投资2亿元。')).toEqual([['湖南省公安厅', 'public_security', '430000']]);
  });

  it('reads a company by its city', () => {
    expect(agenciesOf('泸州市动态', '中国移动泸州分公司投资400万元。')).toEqual([
      ['中国移动泸州分公司', 'enterprise', '510500'],
    ]);
  });

  it('keeps every form of a body as an alias of one', () => {
    const { agencies } = readPage('普宁市动态', '普宁市公安局投入500万元。', '市公安局还购置巡逻车30辆。');
    expect(agencies).toMatchObject([{ name: '揭阳市普宁市公安局' }]);
    expect(agencies[0]?.aliases).toContain('市公安局');
  });

  it.each(['遵义市各派出所配备巡逻车60辆。', '遵义市民警、交警和消防人员上街巡逻。', '遵义市投入900万元。'])(
    'makes no body of classes or of a place: %s',
    (sentence) => {
      expect(agenciesOf('遵义市动态', sentence)).toEqual([]);
    },
  );
});
