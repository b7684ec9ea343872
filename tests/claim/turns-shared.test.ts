import { describe, expect, it } from 'vitest';
import { readPage } from './page.ts';

/** What each claim with a figure says, in the order of the text: kind, figure, asset, stage and the end of its place's name. */
const read = (title: string, ...paragraphs: string[]) =>
  readPage(title, ...paragraphs)
    .claims.filter((c) => (c.count ?? c.amountCny) !== null)
    .map((c) => [c.kind, c.count ?? c.amountCny, c.asset, c.place?.name.replace(/^.*[市州县区]/u, '')].join(' '));

describe('figures that several places share', () => {
  it.each([
    [
      '各, each its own',
      '潜山市源潭镇、余井镇各配巡逻车2台、3台。',
      ['DEPLOYED 2 patrol_car 源潭镇', 'DEPLOYED 3 patrol_car 余井镇'],
    ],
    [
      'one measure word for a list of numbers',
      '潜山市源潭镇、余井镇为先行镇，两镇分别布点130、96台，都是探头。',
      ['DEPLOYED 130 camera 源潭镇', 'DEPLOYED 96 camera 余井镇'],
    ],
    [
      'the former and the latter',
      '潜山市源潭镇、余井镇已照着做，前者配辅警9名，后者配辅警16名。',
      ['STAFFED 9 assistant_police 源潭镇', 'STAFFED 16 assistant_police 余井镇'],
    ],
    [
      'how many are in the teams of each',
      '潜山市源潭镇、余井镇都有巡逻队，两镇的队伍分别为22人、20人。',
      ['STAFFED 22 patrol_team 源潭镇', 'STAFFED 20 patrol_team 余井镇'],
    ],
  ])('%s', (_, sentence, expected) => {
    expect(read('潜山市技防', sentence)).toEqual(expected);
  });
});

describe('figures that leave their noun to the words before', () => {
  it.each([
    [
      'who got how many vehicles',
      '潜山市购置警车43台，其中28台下派出所，交警大队8台。',
      ['DEPLOYED 43 patrol_car ', 'DEPLOYED 28 patrol_car ', 'DEPLOYED 8 patrol_car '],
    ],
    [
      'other years and the sum',
      '潜山市装监控探头18个，监控室设在局指挥中心，去年8个，累计26个。',
      ['DEPLOYED 18 camera ', 'DEPLOYED 8 camera ', 'DEPLOYED 26 camera '],
    ],
    ['a name cut short', '潜山市把便民警务站列入实事，在源潭镇建站12座。', ['DEPLOYED 12 police_box 源潭镇']],
    [
      'posts by town',
      '潜山市招聘网格员，源潭镇10名，余井镇8名。',
      ['STAFFED 10 other 源潭镇', 'STAFFED 8 other 余井镇'],
    ],
  ])('%s', (_, sentence, expected) => {
    expect(read('潜山市技防', sentence)).toEqual(expected);
  });

  it('counts what was built, not the places where it was', () => {
    expect(read('潜山市技防', '潜山市在7条乡道装探头84个。')).toEqual(['DEPLOYED 84 camera ']);
  });
});

describe('where a body of the county acts', () => {
  it('is the town of which the text speaks, when the words stay there', () => {
    const [first] = read('潜山市技防', '源潭镇车站扒窃多发。潜山市公安局投资64万元，在长途车站等处安装探头15个。');
    expect(first).toBe('FUNDED 640000 camera 源潭镇');
  });

  it('is the town that the money is given to in the clause after', () => {
    const [first] = read('潜山市技防', '潜山市召开会议。明年打算拿出80万元，给源潭镇补装探头40个。');
    expect(first).toBe('FUNDED 800000 camera 源潭镇');
  });

  it('is the county again behind a semicolon that opens with its seat', () => {
    const found = read('潜山市技防', '源潭镇安装探头14个；县城“天眼工程”安装探头80个。');
    expect(found).toEqual(['DEPLOYED 14 camera 源潭镇', 'DEPLOYED 80 camera ']);
  });
});

describe('stages', () => {
  const stages = (title: string, ...paragraphs: string[]) =>
    readPage(title, ...paragraphs)
      .claims.filter((c) => c.count !== null)
      .map((c) => [c.count, c.stage]);

  it('leave to a tender what it buys, not what a town did on its own', () => {
    const found = stages(
      '潜山市视频监控项目招标公告',
      '潜山市公安局采购摄像机320台。',
      '源潭镇另自筹资金安装摄像机60台，不在本次采购范围。',
    );
    expect(found).toEqual([
      [320, 'tendered'],
      [60, 'done'],
    ]);
  });

  it('of people are planned or done', () => {
    const found = stages('潜山市视频监控项目招标公告', '潜山市公安局现有辅警20名。');
    expect(found).toEqual([[20, 'done']]);
  });

  it('end with a clause about another town', () => {
    const found = stages('潜山市技防', '源潭镇安装探头46个，余井镇因流标未开工。');
    expect(found).toEqual([[46, 'done']]);
  });
});

describe('places', () => {
  it('mean one town by one name, once it stands behind its county', () => {
    // 长宁县, far away, has a town of that name, too.
    const { places } = readPage(
      '平安建设',
      '大通回族土族自治县长宁镇召开会议。',
      '长宁镇安装探头12个，长宁派出所配警车2辆。',
    );
    expect(places.map((p) => p.name.replace(/^.*自治县/u, ''))).toEqual(['', '长宁镇']);
  });
});
