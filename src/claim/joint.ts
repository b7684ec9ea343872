import { cueLexicon } from '../gazetteer/lexicon.ts';
import type { Frame } from './frame.ts';

const tie = cueLexicon('tie');

/** 向巡逻队捐赠棉大衣300件: a gift is no result. */
export const isGift = (f: Frame): boolean => /捐赠|捐出|捐了|赠送/u.test(f.leadWords);

/** 两项行动合计挽回损失410万元: a tally of several campaigns is nobody's. */
export const isJoint = (f: Frame): boolean =>
  /[两二三四五六七八九十几各多]+[项个次](?:专项)?(?:行动|活动)(?:合计|共|累计|总共|加起来)|等(?:专项)?行动(?:共|累计|合计)/u.test(
    f.wordsBefore,
  );

/** …；全县诈骗立案下降24.6%: what the whole county saw, behind a semicolon and with no tie of its own. 少了两成，也有严打的作用: of several causes. */
export function isOverall(f: Frame): boolean {
  const { chars } = f.scene;
  const cut = chars.lastIndexOf('；', f.trigger.start);
  const part = chars.slice(cut + 1, f.trigger.start);
  if (cut >= f.sentence.start && WHOLE.test(part) && !tie.has(part) && !/以来|后，/u.test(f.wordsBefore)) return true;
  return f.clausesAfter.some((c) =>
    /^(?:这里面|其中)?有[^，。]{2,10}(?:因素|原因)|也有[^，。]{2,10}(?:作用|功劳|因素|原因)/u.test(f.scene.slice(c)),
  );
}

/** 全年共破获刑事案件864起; 各类安全事故下降8%: told of all that happened. */
export const YEAR_ROUND =
  /^(?:[^，。；]{0,8}[月年]，?|同期，?|全年，?)?(?:全[县市区省州旗]|全年)共?(?:破|立|侦|查|调|受理|发生|[^，。]{0,10}(?:案|警情|“两抢”|盗))|^(?:各类)?(?:安全|生产|交通|火灾)[^，。]{0,4}事故/u;
const WHOLE =
  /^(?:同期，?|全年，?|年内，|[^，。；]{1,8}月，)?全[县市区省州旗](?!.{0,8}(?:视频|监控|天网|探头|系统|平台))[^，。]{0,12}(?:案|警情|诈骗|盗|“两抢”|发案)/u;
