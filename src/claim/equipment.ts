import type { Asset } from './claim.ts';
import type { Frame } from './frame.ts';

/** Measure words of things; people, cases, shares and spans of time are no equipment. */
export const THING_UNIT =
  /^(?:个|台|套|处|座|路|支|只|部|辆|块|组|间|所|条|架|盏|根|面|枚|把|艘|门|对|副|顶|具|张|棵|扇|道|眼|口|双|匹|件|件套|副|本|顶|部|份|挂|条)$|^个(?!月|小时|百分点)[\u4e00-\u9fff]{1,4}$|^$/u;
/** Nouns that a network covers or an office handles; they are counted, not installed. */
export const COVERED =
  /疫情|口罩|宣传册|宣传单|传单|问卷|手册|宣传品|资料|学校|幼儿园|医院|企业|单位|门店|商铺|商户|场所|网点|农户|用户|家庭|案件|线索|问题|隐患|会议|文件|班次|救护车|校车|公交车|环卫|乡镇$|苏木|嘎查|合同|街道$|^村|社区$|小区$|部门|行业|项目$|课|活动|次数|环节|方面|昼夜|小时|月|年|天|周|路口$|路段|人次|团伙|窝点|纠纷|矛盾|事项|实事|件事|制度|机制|方案|意见|岗位|领域|阶段|重点|批次|品牌|奖|称号|荣誉|楼栋|楼$|平方|出租|路灯杆|灯杆|电线杆|数据|信息$|网吧|宾馆|酒店|车次|电动车|三轮车|自行车|数万|班子|方向$|民族|村民|地区|县市|镇街/u;
/** Assets that are things. */
export const EQUIPMENT: ReadonlySet<Asset> = new Set([
  'other',
  'camera',
  'platform',
  'checkpoint',
  'alarm',
  'police_box',
  'village_center',
  'police_station',
  'software',
  'patrol_car',
]);
/** Assets that are people. */
export const PEOPLE: ReadonlySet<Asset> = new Set(['assistant_police', 'patrol_team']);

/** The measure word of a frame's number, '' for money. */
export const unitOf = (f: Frame): string => (f.figure?.type === 'quantity' ? f.figure.unit : '');

/** Cables, fences and tracks, which are measured by length. */
const LONG =
  /光缆|光纤|电缆|线缆|网线|围栏|护栏|栅栏|围网|巡逻[便步通]?[道路]|便道|铁丝网|铁网|隔离[网栏带]|防护网|(?:拦阻|阻拦|隔离|防护|物防)(?:设施|墙)|边境墙|界墙/u;
/** Buildings of the police and of public order, which are counted as houses. */
const HOUSE =
  /(?:派出所|警务|公安|综治|指挥|监控|检查站|巡防)[\u4e00-\u9fff]{0,6}(?:楼|用房|营房)[^，。]{0,3}$|业务用房[^，。]{0,3}$/u;

/** A measure word of things, a length of cable or fence, or a house of the police. */
export function isThing(f: Frame): boolean {
  const { chars } = f.scene;
  const unit = unitOf(f);
  if (THING_UNIT.test(unit)) return true;
  const words = chars.slice(f.head.start, f.tail.end);
  return (
    (/^(?:米|公里|千米|皮长公里)$/u.test(unit) && LONG.test(words)) ||
    (/^[栋幢]$/u.test(unit) && HOUSE.test(f.headWords))
  );
}
