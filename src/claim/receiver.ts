import { unitOf } from './equipment.ts';
import type { Frame } from './frame.ts';

/** Villages and towns, where what they get is counted too. */
export const VILLAGES = /^个(?:村|社区|行政村|乡镇|小区|村居)/u;

/** 为9个派出所招巡防队员210名, 给24个村的守护队每村配1辆: who gets people or things. */
export const isReceiver = (f: Frame): boolean =>
  /^个/u.test(unitOf(f)) &&
  ((/^(?:派出所|单位|乡镇|[渔山牧]?村)[^，。]{0,4}(?:招|聘|配|选)/u.test(f.tailWords) && teamsCounted(f)) ||
    // 为全县278个行政村招聘辅警278名
    (VILLAGES.test(unitOf(f)) &&
      /^(?:公开)?[招聘配选]/u.test(f.tailWords) &&
      /为[^，。；]{0,6}$/u.test(f.headWords) &&
      teamsCounted(f)) ||
    /^的[^，。]{0,8}每[村队]|^(?:街道)?(?:推行|推广|实施|开展|试点)/u.test(f.tailWords));

/** 8个派出所共组建巡逻队11支: who has the teams. */
export const HOLDERS = /^(?:派出所|乡镇|[渔山牧]?村|社区|单位|街道)/u;

/** 在15个乡镇组织起治安巡逻队112支: the teams are counted, not the towns. */
export const teamsCounted = (f: Frame): boolean =>
  f.scene
    .inside(f.scene.mentions.quantities, { start: f.trigger.end, end: f.clause.end })
    .some(
      (q) =>
        !q.label &&
        (/^[支名人]$/u.test(q.unit) ||
          (q.unit === '个' &&
            (/^(?:巡逻|巡防|联防|打更)/u.test(f.scene.chars.slice(q.end, q.end + 2)) ||
              /(?:巡逻|巡防|联防|打更)(?:小?组|队)$/u.test(f.scene.chars.slice(q.start - 4, q.start))))),
    );
