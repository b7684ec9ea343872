import type { Frame } from './frame.ts';

/** “花瑶鸣锣队”18支, “平安义警”队伍146支: teams by a name in quotes, whatever it is, where the text speaks of safety. */
export const namedTeam = (f: Frame): boolean =>
  /(?:队(?:伍)?[”」]?|[”」][\u4e00-\u9fff]{0,4}队(?:伍)?)$/u.test(f.scene.slice(f.head)) &&
  /[“「]/u.test(f.scene.slice(f.head)) &&
  !/文艺|演出|宣讲|歌舞|龙舟|足球|篮球|服务队|突击队|工作队/u.test(f.scene.slice(f.head));

/** 护港队由118名渔民组成; 吸收护边员、牧民党员一百三十余人; 义务巡逻队1960支（8939人）: the members of a team. */
export function teamOf(f: Frame): boolean {
  const { chars } = f.scene;
  if (f.figure?.type !== 'quantity' || !/^(?:名|人|位|余人)$/u.test(f.figure.unit)) return false;
  const composed =
    /队(?:伍)?由$/u.test(chars.slice(f.clause.start, f.trigger.start)) &&
    /组成/u.test(chars.slice(f.trigger.end, f.clause.end));
  const made =
    /由$/u.test(chars.slice(f.clause.start, f.trigger.start)) &&
    /组成的[^，。；]{0,14}(?:巡逻|巡防|联防)[^，。；]{0,2}队/u.test(chars.slice(f.trigger.end, f.clause.end));
  const joined =
    /(?:吸收|吸纳|招募|参与)/u.test(f.scene.slice(f.head)) &&
    /(?:巡逻|巡防|联防|护\S)队/u.test(chars.slice(f.sentence.start, f.clause.start));
  const bracketed =
    /(?:巡逻|巡防|联防|护\S)队[^（，。]{0,10}（$/u.test(chars.slice(f.clause.start, f.trigger.start)) &&
    chars[f.trigger.end] === '）';
  return composed || made || joined || bracketed;
}
