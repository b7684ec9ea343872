import type { Span } from '../article/article.ts';
import { loadJson } from '../gazetteer/data.ts';
import { cueWords, Lexicon } from '../gazetteer/lexicon.ts';

/** A name without quotation marks around it: a modifier with its head, or the head alone, which refers back. */
export interface BareName extends Span {
  readonly name: string;
  readonly head: string;
  /** Strong names are programs by themselves; weak ones only when a claim or the title is about them. */
  readonly strength: 'strong' | 'weak' | 'back';
}

const lists = loadJson<Record<'leading' | 'notName' | 'levels', readonly string[]>>('program-words.json');
const verbs = [...cueWords('deploy'), ...cueWords('operate'), ...cueWords('planned')].filter(
  (word) => word.length > 1 && !/^(?:加强|坚持|联网|联通|自建|共建|设置|覆盖|全覆盖|发展|整合)$/u.test(word),
);
const leading = new Lexicon([...lists.leading, ...verbs, '加强', '坚持'].map((word) => [word, true] as const));
const notName = new Set(lists.notName);
const levels = new Lexicon(lists.levels.map((word) => [word, true] as const));

const HEAD =
  /专项整治行动|专项打击行动|专项行动|专项整治活动|专项整治|专项斗争|集中整治活动|集中整治行动|集中整治|[三四五六七八九十]大(?:重点)?(?:工程|行动|体系)|集中行动|整治行动|整治活动|清理活动|百日行动|百日攻坚|百日会战|百日攻坚战|[一二三两]年攻坚战|攻坚行动|会战|创建活动|建设年活动|主题活动|大走访活动|整治战役|工程|项目|警务模式|治理模式|防控体系|封控体系|防控网|视频监控系统工程|监控系统工程|视频监控系统|视频监控网络系统|视频监控工程|视频监控网络|视频监控|监控系统|报警系统|地理信息系统|(?:数据|信息|指挥|管理|共享|监控|服务|联网|应用|调度|综治|监管)平台|(?:指挥|监控|管理服务|服务管理|联动|预警|研判|矛盾调处|社会治理)中心|综治(?:工作|联管|维稳|信访维稳)中心|教育(?:示范)?基地|管理办公室|综合管理站/gu;
/** An unquoted 工程 is a name where its modifier is of public security. */
const SECURITY = /监控|治安|技防|安防|民安|安民|天网|雪亮|警|防控|平安|探头|联防|报警|全覆盖|创安|群防群治|边境/u;
const STRONG = /行动|活动|专项整治|斗争|会战|攻坚|警务模式|封控体系$/u;
/** Names whose number is their name: 十大工程. */
const NUMBERED = /^[三四五六七八九十]大/u;
const EDGE = /[，。；：、！？\n（）《》,]/u;
const OWN =
  /[A-Za-z]{2,}|平安|智慧|村|校|警|安|技防|防控|治安|监控|视频|网格|综治|矛盾|社会|信息|流动人口|应急|群体|打击|整治|清理|犯罪|联防|巡|盗|毒|黑|恶|诈|枪|涉|交通|消防|校园|舆情|管理|服务|数据|农村|城乡|城区/u;

/** Finds names that stand without quotation marks. */
export function bareNames(chars: string): BareName[] {
  return [...chars.matchAll(HEAD)].flatMap((match): BareName[] => {
    const end = match.index + match[0].length;
    if (/^[师款队建量期款]/u.test(chars.slice(end, end + 1)) && match[0] === '工程') return [];
    if (
      /视频监控$/u.test(match[0]) &&
      /^(?:员|探头|摄像|镜头|点|设备|设施|资源|画面|建设|全覆盖|\d)/u.test(chars.slice(end, end + 3))
    )
      return [];
    const start = modifierStart(chars, match.index);
    const modifier = chars.slice(start, match.index);
    // 织密城乡治安防控网: a figure of speech
    if (
      match[0].endsWith('网') &&
      /[织扎](?:密|牢|就|紧|好)[^，。]{0,10}$/u.test(chars.slice(Math.max(0, start - 4), match.index))
    )
      return [];
    const back = /^(?:该|此|这|本|这一|这次|此次|本次)?$/u.test(modifier);
    if (back && (STRONG.test(match[0]) || (/^(?:工程|项目)$/u.test(match[0]) && EDGE.test(chars[start - 1] ?? '，'))))
      return [{ start: match.index, end, name: match[0], head: match[0], strength: 'back' }];
    if (match[0] === '项目' && (!SECURITY.test(modifier) || chars.split(`${modifier}项目`).length < 3)) return [];
    if (NUMBERED.test(match[0]) && chars.startsWith('之一', end)) return [];
    if (NUMBERED.test(match[0]))
      return [
        { start: match.index, end, name: match[0].replace('重点', ''), head: match[0].slice(-2), strength: 'strong' },
      ];
    if (/^综治/u.test(match[0]) && modifier.length < 2)
      return [{ start: match.index, end, name: match[0], head: match[0], strength: 'weak' }];
    if (!isModifier(modifier, match[0])) return [];
    const works = match[0].endsWith('工程') && SECURITY.test(`${modifier}${match[0]}`);
    const strength = works || (STRONG.test(match[0]) && modifier.length >= 2) ? 'strong' : 'weak';
    // 中心城区流动人口服务管理中心: a centre is named with the part of the town that it is for
    const area = match[0].endsWith('中心') && chars.slice(start - AREA.length, start) === AREA ? AREA : '';
    return [{ start: start - area.length, end, name: `${area}${modifier}${match[0]}`, head: match[0], strength }];
  });
}

const AREA = '中心城区';

function isModifier(modifier: string, head: string): boolean {
  if (modifier.length < 2 || modifier.length > 20 || notName.has(modifier)) return false;
  if (/[的了]|派出所|\d{3,}/u.test(modifier.replace('110', ''))) return false;
  if (
    !STRONG.test(head) &&
    (isLevel(modifier) || (/^(?:监控|视频)/u.test(head) && isLevel(modifier.replace(/视频|监控|电子|电视/gu, ''))))
  )
    return false;
  const opened = (modifier.match(/“/gu) ?? []).length;
  return (
    opened === (modifier.match(/”/gu) ?? []).length &&
    (STRONG.test(head) ? modifier.length >= 2 : OWN.test(`${modifier}${head}`))
  );
}

/** 县级, 乡镇 and 高清 say which, and name nothing. */
function isLevel(modifier: string): boolean {
  const covered = levels.find(modifier).reduce((sum, term) => sum + term.word.length, 0);
  return modifier.length - covered < 2;
}

/** The modifier begins after the nearest edge, or after the last word that leads into a name. */
function modifierStart(chars: string, head: number): number {
  let start = head;
  let quoted = false;
  while (start > 0 && head - start < 22) {
    const char = chars[start - 1] ?? '';
    if (char === '”') quoted = true;
    else if (char === '“') {
      if (!quoted) break;
      quoted = false;
    } else if (!quoted && EDGE.test(char)) break;
    start--;
  }
  const window = chars.slice(start, head);
  const quote = window.indexOf('“');
  const leads = leading
    .find(window)
    .filter((term) => quote < 0 || term.end <= quote || window.slice(term.end).includes('“') === false)
    // 建｜筑 is no verb and its object.
    .filter(
      (term) =>
        !/^筑/u.test(chars.slice(start + term.end)) && !(term.word === '覆盖' && window[term.start - 1] === '全'),
    );
  const last = leads.at(-1);
  const item = /^\d{1,2}[.．、]/u.exec(window)?.[0].length ?? 0;
  const from = last ? start + last.end : start + item;
  const whose = chars.slice(from, head).search(/(?<=的)[^的“”]{2,}$/u);
  return whose < 0 ? from : from + whose;
}
