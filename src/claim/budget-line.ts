import { headAsset } from './asset.ts';
import type { Purpose } from './bought-before.ts';
import type { Frame } from './frame.ts';

/** 项目支出预算6240万元; 其中巡防队补助360万元、反诈宣传180万元: a line of a budget that names no thing. */
export function ofBudget(f: Frame): Purpose | undefined {
  const words = f.headWords;
  if (headAsset(f.scene.chars, f.head.start, f.head.end)) return undefined;
  const line =
    /(?:(?<!该)项目支出(?:预算)?|支出预算)(?:总额|合计|为)?$/u.exec(words)?.[0] ??
    /^、(?!.*(?:财政|政府|[镇乡村县省市区]|企业|群众|自筹|补助|配套|资金))([\u4e00-\u9fff]{3,8}(?:宣传|培训|演练|租赁|运维|维护|修缮))$/u.exec(
      words,
    )?.[1];
  return line === undefined || f.scene.holds(f.scene.mentions.programs.mentions, f.head)
    ? undefined
    : { asset: 'other', text: line, span: null };
}

/** 用于队员补贴、摩托车油料: the people whom the money pays, before what else it buys. */
export function paidPeople(clause: string): Purpose | undefined {
  const people = PAID.exec(clause)?.[1];
  if (people === undefined) return undefined;
  const asset = people.endsWith('队员') ? 'patrol_team' : /辅警|协警/u.test(people) ? 'assistant_police' : 'other';
  return { asset, text: people, span: null };
}

const PAID = /^(?:主要|全部)?用于([\u4e00-\u9fff]{0,2}(?:队员|辅警|协警|网格员))(?:的)?(?:补贴|工资|报酬|薪酬|补助)/u;
