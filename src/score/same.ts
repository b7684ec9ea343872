/** Whatever has a name and, for a place, a code. */
export interface Named {
  readonly name?: string | null | undefined;
  readonly code?: string | null | undefined;
}

/** Words without blanks and quotation marks. */
export const clean = (words: string | null | undefined): string =>
  (words ?? '').replace(/[\s“”"‘’'《》「」『』·]/gu, '');

const codeOf = (place: Named | null | undefined): string => (place?.code ?? '').replace(/0+$/, '');

/** The lowest part of a place's name: 牛庄镇 of 东营市东营区牛庄镇. */
export const lowest = (name: string | null | undefined): string =>
  clean(name).replace(/^.*(?:省|自治区|市|州|县|区|镇|乡|街道|管理处|旗|苏木|团)(?=.{2,}$)/u, '');

/** Places agree by code down to the county; below it by code, or by the lowest part of the name in one prefecture. */
export function samePlace(a: Named | null | undefined, b: Named | null | undefined): boolean {
  const [x, y] = [codeOf(a), codeOf(b)];
  if (x !== '' && x === y) return true;
  const bothUpper = x.length <= 6 && y.length <= 6;
  if (x !== '' && y !== '' && (bothUpper || x.slice(0, 4) !== y.slice(0, 4))) return false;
  return lowest(a?.name) !== '' && lowest(a?.name) === lowest(b?.name);
}

/** Agencies agree from their lowest place on; a police station is its own place and 派出所. */
export function agencyKey(name: string | null | undefined): string {
  let key = clean(name)
    .replace(/^(?:中国共产党|中共)/u, '')
    .replace(/^中华人民共和国/u, '');
  if (key.endsWith('派出所'))
    key = key
      .replace(/^.*(?:局|支队|省|市|州|县|区|旗)(?=.{2,}派出所$)/u, '')
      .replace(/(?:镇|乡|街道)(?=派出所$)/u, '');
  return key
    .replace(/^.*(?:省|自治区|自治州|地区|盟|市|州|县|区|旗)(?=[^省市县区旗]{1,8}(?:镇|乡|街道|社区|村))/u, '')
    .replace(/^.{2,40}(?:省|自治区|自治州|地区|盟|市|州)(?=.{1,9}?(?:市|县|区|旗)(?!分局))/u, '')
    .replace(/区(?=分局)/u, '')
    .replace(/街道办事处$/u, '街道');
}

/** Whether two names mean one agency. */
export const sameAgency = (a: Named, b: Named): boolean => agencyKey(a.name) === agencyKey(b.name);

/** A program's name without quotation marks and head. */
export const programKey = (name: string | null | undefined): string =>
  clean(name).replace(/(?:专项行动|专项整治|行动|工程|项目|建设|活动|模式|机制|系统|斗争)$/u, '') || clean(name);

/** Programs agree under any surface that the article itself uses for them. */
export function sameProgram(gold: Named & { readonly mentions?: readonly string[] }, found: Named): boolean {
  return [gold.name, ...(gold.mentions ?? [])].map(programKey).includes(programKey(found.name));
}
