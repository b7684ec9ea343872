import type { Span } from '../article/article.ts';
import { cueLexicons, type Term } from '../gazetteer/lexicon.ts';
import type { Stage } from './claim.ts';
import type { Frame } from './frame.ts';

const cues = cueLexicons('done', 'building', 'planned', 'tendered', 'awarded', 'accepted', 'cancelled');
/** The words for stages in a clause; 真正在线 is not 正在. */
export const stageCues = ({ scene }: Frame, clause: Span): readonly Term<Stage>[] =>
  scene.onceFor('stage cues', clause, ({ start, end }) => cuesIn(scene.chars, start, end));

const cuesIn = (chars: string, start: number, end: number): Term<Stage>[] =>
  cues.find(chars, start, end).filter(
    (t) =>
      !(t.word === '正在' && (chars[t.start - 1] === '真' || AT_WORK.test(chars.slice(t.end, t.end + 2)))) &&
      !(t.word === '在建' && /[材设国]/u.test(chars[t.end] ?? '')) &&
      // 争取到县级专项经费, 已完成选址
      !(t.word.startsWith('争取') && chars.slice(t.start, t.start + 3) === '争取到') &&
      !(
        t.value === 'done' &&
        /^(?:了)?(?:选址|勘察|设计|论证|立项|测算|规划|方案|可研|前期)/u.test(chars.slice(t.end, t.end + 3))
      ) &&
      // 启动“邻里守望”计划
      !(t.word === '计划' && chars[t.start - 1] === '”' && /^[，。；、的]/u.test(chars[t.end] ?? '')) &&
      // 占年度计划的85%
      !(
        t.word === '计划' &&
        /^的?\d/u.test(chars.slice(t.end, t.end + 2)) &&
        /[占度年]$/u.test(chars.slice(start, t.start))
      ) &&
      !(/^(?:计划|规划)$/u.test(t.word) && /^(?:数|总数|总量|任务|之外)/u.test(chars.slice(t.end, t.end + 2))) &&
      !(t.word === '计划' && chars[t.start - 1] === '占') &&
      // 在“雪亮工程”建设中，…
      !(t.word.startsWith('建设中') && /^在/u.test(chars.slice(start, end))) &&
      !(t.word.startsWith('争取') && chars.startsWith('到', t.start + 2)) &&
      !(t.word === '中标' && /^(?:承建|承担|建设|后)/u.test(chars.slice(t.end, t.end + 2))) &&
      !(t.word === '中选' && /[聘派拔调取了出举]/u.test(chars[t.end] ?? '')) &&
      !isLong(chars, t),
  );
/** 摄像头正在转动: at work, not in the making. */
const AT_WORK = /^(?:转动|运行|运转|使用|工作|发挥|看着|守着)/u;

/** 自去年七月动工，至今年九月底…; 三月动工的工程: when it began is told of what has gone on since. */
const isLong = (chars: string, t: Term<Stage>): boolean =>
  t.value === 'building' &&
  ((/^[动开]工$/u.test(t.word) && chars[t.end] === '的') ||
    /自[^，。]{2,10}$/u.test(chars.slice(Math.max(0, t.start - 12), t.start)) ||
    // 将于今年7月动工, 年底动工
    /将(?:于|在)[^，。]{0,8}$|(?:年底前?|明年[^，。]{0,6}|下半年)$|等[^，。]{2,10}才$/u.test(
      chars.slice(Math.max(0, t.start - 12), t.start),
    ));
