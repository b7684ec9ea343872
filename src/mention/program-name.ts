import { loadJson } from '../gazetteer/data.ts';
import type { ProgramCategory, ProgramRef } from './mention.ts';

/** A national program of the lexicon. */
export interface KnownProgram {
  readonly name: string;
  readonly en: string;
  readonly category: ProgramCategory;
  readonly aliases: readonly string[];
  /** Whether the words also merely describe; then only a claim makes them a program. */
  readonly descriptive?: boolean;
  /** Whether it is so general that standing nearby ties nothing to it (平安建设). */
  readonly general?: boolean;
}

/** The lexicon’s programs. */
export const knownPrograms = loadJson<readonly KnownProgram[]>('programs.json');

interface Heads {
  readonly strong: Readonly<Record<string, ProgramCategory>>;
  readonly category: Readonly<Record<string, ProgramCategory>>;
}

const heads = loadJson<Heads>('program-heads.json');

/** Heads of names (工程, 专项行动, 平台 …), longest first. */
export const programHeads: readonly string[] = Object.keys(heads.strong).sort((a, b) => b.length - a.length);

/** A program's category by the words of its name, else by its head. */
export function categoryOf(name: string, head: string | null): ProgramCategory {
  for (const [word, category] of Object.entries(heads.category)) if (name.includes(word)) return category;
  const own = head ?? programHeads.find((h) => name.endsWith(h));
  return (own ? heads.strong[own] : undefined) ?? (name.startsWith('平安') ? 'campaign' : 'other');
}

/** Words after a name that are no head of it. */
const LOOSE_HEAD =
  /^(?:项目|模式|机制|队伍|工作机制|工作模式|监控网络|监控网|系统|工作思路|思路|升级版|品牌|文化|党建|战略)$/u;

/** Heads of campaigns, whose full form is their name (“安民”小案侦防专项行动). */
const CAMPAIGN_HEAD = /行动$|行动计划$|活动$|整治$|斗争$|会战$|攻坚战$/u;

/** The canonical name of “X” followed by a head. */
export function nameWithHead(coined: string, qualifier: string, head: string | null): string {
  if (!head || coined.endsWith(head)) return coined;
  if (head === '制度' && /^[一二三四五六七八九十两]/u.test(coined)) return coined;
  if (qualifier === '') return LOOSE_HEAD.test(head) ? coined : `${coined}${head}`;
  return head === '体系' ||
    (head === '平台' && !coined.startsWith('平安')) ||
    coined.includes('、') ||
    CAMPAIGN_HEAD.test(head) ||
    /^(?:工程|机制)$/u.test(head)
    ? `${coined}${qualifier}${head}`
    : coined;
}

/** A name without quotation marks and blanks. */
export const plainName = (words: string): string => words.replace(/[“”‘’《》\s]/gu, '');

/** A program of the lexicon as the graph keys it: by its name alone. */
export function nationalRef(program: KnownProgram): ProgramRef {
  return { id: program.name, name: program.name, nameEn: program.en, category: program.category, discovered: false };
}

const generalNames = new Set(knownPrograms.filter((p) => p.general).map((p) => p.name));

/** Whether a program is too general to be what a figure elsewhere in the paragraph is about. */
export const isGeneral = (program: ProgramRef): boolean =>
  generalNames.has(program.name) || (/^平安[\u4e00-\u9fff]{2,3}$/u.test(program.name) && !OF_A_KIND.test(program.name));

/** 平安海岸, 平安校园: what is made safe is no division. */
const OF_A_KIND =
  /(?:海岸|岸线|校园|小区|社区|村庄|乡村|家庭|细胞|草原|牧区|边境|边界|渔港|渔船|港口|铁路|交通|医院|市场|企业|景区|工地|楼栋|院坝|院落|夜市|商圈|互助网?|卫士|义警|驿站|大道|库区|林区|矿区)$/u;

/** A program that only this text names, keyed by the place that runs it. */
export function localRef(name: string, placeCode: string | null, head: string | null): ProgramRef {
  return { id: `${placeCode ?? '-'}/${name}`, name, nameEn: null, category: categoryOf(name, head), discovered: true };
}
