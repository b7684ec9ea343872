import { describe, expect, it } from 'vitest';
import { readPage } from './page.ts';

describe('the record of a page', () => {
  it('says what was read', () => {
    const { article } = readPage('枞阳县投资雪亮工程', '枞阳县投资1500万元，安装摄像机2000个。');
    expect(article).toMatchObject({
      title: '枞阳县投资雪亮工程',
      publishedOn: '2019-05-06',
      script: 'Hans',
      subjectPlace: { code: '340722', name: '铜陵市枞阳县' },
    });
  });

  it('is the same for the same bytes', () => {
    const page = () => JSON.stringify(readPage('枞阳县技防', '枞阳县投资1500万元，安装摄像机2000个。'));
    expect(page()).toBe(page());
  });

  it('lists places, agencies and programs once', () => {
    const record = readPage('枞阳县技防', '枞阳县公安局实施天网工程。', '枞阳县公安局称，天网工程安装摄像机2000个。');
    expect(record.agencies).toMatchObject([{ name: '铜陵市枞阳县公安局', type: 'public_security' }]);
    expect(record.programs).toMatchObject([{ name: '天网工程', category: 'video_surveillance' }]);
    expect(record.places.filter((p) => p.code === '340722')).toHaveLength(1);
  });

  it('quotes Traditional text as it stands and names in Simplified', () => {
    const { claims, article } = readPage('無為市技防', '無為市投資八百萬元，安裝攝像機1200個。');
    expect(article.script).toBe('Hant');
    expect(claims).toMatchObject([
      {
        kind: 'FUNDED',
        amountCny: 8_000_000,
        quote: '無為市投資八百萬元，安裝攝像機1200個',
        place: { name: '芜湖市无为市' },
      },
      { kind: 'DEPLOYED', count: 1200, assetText: '摄像机' },
    ]);
  });

  it('reads full-width digits and quotes them as they stand', () => {
    const { claims } = readPage('巢湖市技防', '巢湖市投入１２００万元，安装摄像机１５００个。');
    expect(claims.map((c) => c.amountCny ?? c.count)).toEqual([12_000_000, 1500]);
    expect(claims[0]?.quote).toBe('巢湖市投入１２００万元，安装摄像机１５００个');
  });

  it('masks private people in quotes, at equal length', () => {
    const { claims } = readPage('望江县技防', '望江县村民张大山说，村里安装了探头6个。');
    expect(claims.map((c) => c.quote)).toEqual(['望江县村民███说，村里安装了探头6个']);
  });

  it('never shows officials and officers anywhere', () => {
    const record = readPage(
      '肥西县技防',
      '肥西县公安局局长李建国介绍，肥西县投入600万元安装摄像机900个。',
      '民警杨志刚抓获嫌疑人2名，涉案金额30万元。',
    );
    const { text, ...shown } = record;
    expect(text).toContain('李建国');
    expect(JSON.stringify(shown)).not.toMatch(/李建国|杨志刚/u);
  });

  it('ties one sum to the first of several things, and all to their own figures', () => {
    const { claims } = readPage('来安县技防', '来安县投资900万元，建设平台1个，安装摄像机1100个，配备巡逻车12辆。');
    expect(claims.map((c) => c.asset)).toEqual(['platform', 'platform', 'camera', 'patrol_car']);
    expect(claims[0]?.paysFor).toBe(claims[1]?.id);
  });

  it('bases every figure on its own words', () => {
    const { claims, text } = readPage('来安县技防', '来安县投资900余万元，安装摄像机1100个。');
    const figures = claims.map((c) => text.slice(c.evidence.figure?.start, c.evidence.figure?.end));
    expect(figures).toEqual(['900余万元', '1100个']);
  });

  it('gives two equal figures two claims', () => {
    const { claims } = readPage('来安县技防', '来安县新安镇安装摄像机300个。', '来安县汊河镇安装摄像机300个。');
    expect(claims.map((c) => c.count)).toEqual([300, 300]);
    expect(claims[0]?.id).not.toBe(claims[1]?.id);
  });

  it('takes nothing from a title', () => {
    expect(readPage('来安县投资900万元安装摄像机1100个', '来安县召开会议。').claims).toEqual([]);
  });
});
