import { expect, test } from 'vitest';
import { findPersons } from '../../src/mention/person.ts';
import { readText } from '../../src/text/read.ts';
import { article } from '../article/source.ts';

const namesIn = (body: string): string[] =>
  findPersons(readText(article(`柳县治安发布会实录\n2022-11-25\n\n${body}`))).map((p) => p.surface);

test('the last word of a label names who speaks, and stays a name wherever it stands', () => {
  const names = namesIn(
    '【主持人 高柳枝】请大家提问，今天时间不多，各位抓紧。\n\n【县委政法委 于得江】今年全县装了探头两千个。\n\n【公安柳县分局 卢守田】我补一组数据，发案下降两成。\n\n【于得江】明年再装六十个，名单没有定。',
  );
  expect(new Set(names)).toEqual(new Set(['高柳枝', '于得江', '卢守田']));
  expect(names.filter((n) => n === '于得江')).toHaveLength(2);
});

test('a label in front of a colon', () => {
  expect(namesIn('问：钱从哪里来？\n\n县公安局 卢守田：县财政拨了三百万元，已经到位。\n')).toEqual(['卢守田']);
});

test('labels that are no names', () => {
  expect(namesIn('【本报讯】柳县装了探头两千个，都已联网。\n\n【相关链接】路口安装探头，平安建设有声有色。')).toEqual(
    [],
  );
  expect(
    namesIn('市公安局：已招聘辅警六百名。\n\n北苑居民：我们小区什么时候有？\n\n项目进展：探头装了两千个。'),
  ).toEqual([]);
});

test('who reports, behind the word that opens the report', () => {
  expect(namesIn('(本网讯 但小桥)柳县采购项目日前开标,三家供应商投标.该项目由县公安局提出.')).toEqual(['但小桥']);
  expect(namesIn('（柳江网讯 王小柳）柳县采购项目日前开标，三家供应商投标。')).toEqual(['王小柳']);
});
