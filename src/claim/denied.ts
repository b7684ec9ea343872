import type { Frame } from './frame.ts';

/** What a number counts, and nothing was put up: it is not there, was there all along, is asked for, or is no thing at all. */
export function isDenied(f: Frame): boolean {
  const [head, tail] = [f.headWords, f.tailWords];
  return (
    ABSENT.test(tail) ||
    isProposed(f) ||
    NOT_BUILT.test(head) ||
    NO_THING.test(head) ||
    LAWSUIT.test(tail) ||
    PART.test(tail) ||
    isOffice(f, head, tail)
  );
}

/** 23个村民组没有监控, “叮咚管家”的24个并未算在里头, 2个点位因线路改造尚未通电. */
const ABSENT =
  /^[\u4e00-\u9fff]{0,4}(?:没有|没装|未装|尚无)|^(?:并|也)?(?:未|没|不)有?算|^[\u4e00-\u9fff]{0,5}因[\u4e00-\u9fff]{1,10}(?:损坏|被毁|尚未|停用|暂停|故障|受损|失效|拆除)/u;

/** 下辖派出所12个, 捐了3台, 申请20个, 恳请县里支持摩托车6辆. */
const NOT_BUILT =
  /(?:下辖|下设|管辖)(?:[\u4e00-\u9fff]{0,4}派出所)$|超额|的村有$|(?:原来|原本|本来)还?想[^，。]{0,4}$|捐(?:了|出|来)?$|申请[^，。]{0,6}$|(?:充实|补充|分配|分派)到[^，。]{0,12}$|(?:恳请|请求|希望)[^。；]{0,24}$/u;

/** 日均过境车辆上万台, 悬挂横幅60条, 监控盲区36处. */
const NO_THING =
  /(?:过境|过往|来往|往来|进出|通行|货运|外地)[^，。]{0,4}车辆?[^，。]{0,4}$|(?:横幅|标语|传单|宣传单|宣传册|资料|手册|告知书|倡议书|承诺书|责任书|盲区|隐患)$/u;

/** 您提出在两乡各增加探头30个的建议很有针对性: what somebody asked for. */
const isProposed = (f: Frame): boolean =>
  /^您(?:建议|希望)/u.test(f.clauseWords) ||
  (/^(?:您|代表|委员)[^，。；]{0,4}(?:提出|建议|反映|要求)/u.test(f.clauseWords) &&
    /的(?:建议|意见|问题|要求|诉求)/u.test(f.scene.chars.slice(f.trigger.end, f.sentence.end)));

/** 设立接访、调解三个功能区, 其余4个村各8个. */
const PART = /^(?:[村镇乡]|社区|街道)?各\d|^(?:功能区|功能室|服务窗口|窗口|板块|环节|步骤)/u;

/** 另有2件引导走司法程序. */
const LAWSUIT = /^[^，。]{0,6}(?:司法|法律|信访)程序/u;

/** 内设机构…刑侦所: a bureau's own offices. */
const isOffice = (f: Frame, head: string, tail: string): boolean =>
  /内设机构/u.test(f.clauseWords) && /所[，。；、]?$/u.test(`${head}${tail}`);
