import { describe, expect, it } from 'vitest';
import { claimsOf } from './page.ts';

const staffedOf = (paragraph: string) => claimsOf('洪泽县队伍建设', paragraph).filter((c) => c.kind === 'STAFFED');

describe('people posted', () => {
  it.each([
    ['洪泽县组建专职巡逻队18支。', 'patrol_team', 18, '支'],
    ['洪泽县招聘辅警350名。', 'assistant_police', 350, '名'],
    ['洪泽县聘请人民调解员260名。', 'other', 260, '名'],
    ['洪泽县配备网格员1460名。', 'other', 1460, '名'],
    ['洪泽县有一支80人的专职巡逻队。', 'patrol_team', 80, '人'],
  ])('%s', (sentence, asset, count, unit) => {
    expect(staffedOf(sentence)).toMatchObject([{ asset, count, unit, approx: 'exact', place: { code: '320829' } }]);
  });

  it.each([
    ['洪泽县聘请人民调解员400多名。', 400, 500],
    ['洪泽县发展平安志愿者2.3万余名。', 23_000, 24_000],
  ])('keeps the bounds of a round figure: %s', (sentence, countMin, countMax) => {
    expect(staffedOf(sentence)).toMatchObject([{ approx: 'over', countMin, countMax }]);
  });

  it('is planned when they are still to be hired', () => {
    expect(staffedOf('洪泽县计划新招治安巡防队员200名。')).toMatchObject([{ count: 200, stage: 'planned' }]);
  });

  it('is in use when they go out every day', () => {
    expect(staffedOf('洪泽县每天安排民警120名上街巡逻。')).toMatchObject([{ count: 120, scope: 'in_use' }]);
  });

  it('names the body that posts them', () => {
    expect(staffedOf('洪泽县综治办组建巡逻队23支。')).toMatchObject([
      { agency: '淮安市洪泽县社会治安综合治理委员会办公室', actors: [{ type: 'agency' }] },
    ]);
  });

  it('is about the model that it serves', () => {
    expect(staffedOf('洪泽县推行“1+3+X”网格化管理模式，配备网格员1200名。')).toMatchObject([{ program: '1+3+X' }]);
  });

  it.each(['洪泽县公安局抓获犯罪嫌疑人86名。', '洪泽县组织学生3000名参加法治讲座。', '洪泽县接待信访群众120人次。'])(
    'does not post suspects, pupils and visitors: %s',
    (sentence) => {
      expect(staffedOf(sentence)).toEqual([]);
    },
  );
});
