import { describe, expect, it } from 'vitest';
import type { SpreadLevel } from '../../src/network/presence.ts';
import { fact, networkOf, told } from './tables.ts';

const about = { programIds: ['p'] };
const dated = (first: string) => ({ first, last: first.replaceAll('-00', '-99'), dated: true });
const [HEKOU, DONGYING, KENLI, QIAOCHENG, CITY] = ['370503', '370502', '370505', '341602', '370500'];

function spread(
  rows: Parameters<typeof networkOf>[0],
  articles: Parameters<typeof networkOf>[1] = [],
  level?: SpreadLevel,
) {
  const network = networkOf(rows, articles);
  return network.spread(network.find('program:p')[0] ?? -1, level);
}

describe('how a program spread', () => {
  const rows = [
    fact('1', { ...about, placeCode: HEKOU, ...dated('2016-03-01') }),
    fact('2', { ...about, placeCode: HEKOU, ...dated('2018-00-00'), firstReport: '2018-05-01' }),
    fact('3', { ...about, placeCode: KENLI, ...dated('2016-00-00') }),
    fact('4', { ...about, placeCode: QIAOCHENG, firstReport: '2017-02-03' }),
    fact('5', { ...about, placeCode: DONGYING, firstReport: '2017-06-01', ...dated('2020-00-00'), stage: 'planned' }),
    fact('6', { ...about, placeCode: CITY, ...dated('2015-00-00') }),
    fact('7', { ...about, placeCode: '370503101', ...dated('2016-02-00') }),
    fact('8', { ...about, placeCode: '110101', first: '', last: '9999' }),
    fact('9', { placeCode: '110102', ...dated('2001-00-00') }),
  ];

  it('is the first deed or report of each county, in order, with what dates it', () => {
    const { arrivals, undated, above } = spread(rows);
    expect(arrivals.map(({ place, first }) => [place.code, first.from, first.basis, first.fact?.id])).toEqual([
      [KENLI, '2016-00-00', 'deed', '3'],
      [HEKOU, '2016-02-00', 'deed', '7'],
      [QIAOCHENG, '2017-02-03', 'publication', '4'],
      [DONGYING, '2017-06-01', 'publication', '5'],
    ]);
    expect(arrivals.map(({ facts, sources }) => [facts, sources])).toEqual([
      [1, 1],
      [3, 3],
      [1, 1],
      [1, 1],
    ]);
    expect(undated.map(({ place }) => place.code)).toEqual(['110101']);
    expect(above.map(({ place }) => place.code)).toEqual([CITY]);
  });

  it('lets nobody follow whose date may be as early', () => {
    const after = spread(rows).arrivals.map(({ place, after: a }) => [place.code, a.inProvince, a.elsewhere]);
    expect(after).toEqual([
      [KENLI, null, null],
      [HEKOU, null, null],
      [QIAOCHENG, null, KENLI],
      [DONGYING, KENLI, QIAOCHENG],
    ]);
  });

  it('is asked at any level', () => {
    const cities = spread(rows, [], 'city');
    expect(cities.arrivals.map(({ place, facts }) => [place.code, facts])).toEqual([
      [CITY, 6],
      ['341600', 1],
    ]);
    const provinces = spread(rows, [], 'province').arrivals.map(({ place }) => place.code);
    expect(provinces).toEqual(['370000', '340000']);
    const towns = spread(rows, [], 'town');
    expect(towns.arrivals.map(({ place }) => place.code)).toEqual(['370503101']);
    expect(towns.above).toHaveLength(6);
  });

  it('sees reports that only mention the program, at the place that they are about', () => {
    const { arrivals, undated } = spread(rows, [
      told('m', { ...about, subjectPlace: QIAOCHENG, publishedOn: '2014-01-05' }),
      told('n', { ...about, subjectPlace: '110102' }),
      told('o', { ...about, publishedOn: '2010-01-01' }),
    ]);
    expect(arrivals[0]).toMatchObject({ place: { code: QIAOCHENG }, facts: 1, sources: 2 });
    expect(arrivals[0]?.first).toMatchObject({ from: '2014-01-05', basis: 'publication', fact: null, articleId: 'm' });
    expect(undated.map(({ place }) => place.code)).toEqual(['110101', '110102']);
  });

  it('is nothing for a program that stands nowhere', () => {
    const found = spread([fact('1', about)]);
    expect(found).toMatchObject({ arrivals: [], undated: [], above: [], shared: [] });
  });
});

describe('what places share', () => {
  const at = (id: string, placeCode: string) => fact(id, { ...about, placeCode, ...dated(`20${id}-00-00`) });

  it('are document numbers and wording of different articles, in the order of time', () => {
    const { shared } = spread(
      [at('18', HEKOU), at('17', KENLI), at('16', QIAOCHENG)],
      [
        told('a-18', { documentNumbers: ['中综办〔2016〕40号', '东政发〔2018〕1号'] }),
        told('a-17', { documentNumbers: ['中综办〔2016〕40号'], root: 'a-16' }),
        told('a-16', { documentNumbers: ['中综办〔2016〕40号'] }),
      ],
    );
    expect(shared).toEqual([
      {
        kind: 'document',
        what: '中综办〔2016〕40号',
        places: [QIAOCHENG, KENLI, HEKOU],
        articleIds: ['a-16', 'a-17', 'a-18'],
      },
      { kind: 'wording', what: 'a-16', places: [QIAOCHENG, KENLI], articleIds: ['a-16', 'a-17'] },
    ]);
  });

  it('are not what one article says of several places', () => {
    const both = { articleIds: ['x', 'y'] };
    const rows = [
      fact('1', { ...about, placeCode: HEKOU, ...both }),
      fact('2', { ...about, placeCode: KENLI, ...both }),
    ];
    const number = { documentNumbers: ['中综办〔2016〕40号'] };
    expect(spread(rows, [told('x', number), told('y', { ...number, root: 'x' })]).shared).toEqual([]);
  });
});

describe('how words spread', () => {
  it('is told by the quotes of facts and the titles and document numbers of articles', () => {
    const rows = [
      fact('1', { placeCode: HEKOU, ...dated('2016-03-01'), quote: '开展“零距离”巡防' }),
      fact('2', { placeCode: KENLI, ...dated('2015-01-01'), quote: '建卡口三处' }),
    ];
    const articles = [
      told('a', { title: '谯城推行零距离警务', subjectPlace: QIAOCHENG, publishedOn: '2018-05-01' }),
      told('b', {
        title: '通知',
        subjectPlace: DONGYING,
        publishedOn: '2017-05-01',
        documentNumbers: ['东政发〔2017〕3号'],
      }),
    ];
    const network = networkOf(rows, articles);
    const places = (words: string) => network.spreadOfWords(words).arrivals.map(({ place }) => place.code);
    expect(places('零距离')).toEqual([HEKOU, QIAOCHENG]);
    expect(places('东政发〔2017〕3号')).toEqual([DONGYING]);
    expect(places('没有人说过')).toEqual([]);
  });
});
