import type { Division } from './gazetteer.ts';

const PEOPLES =
  '(?:蒙古族?|回族|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族?|土族|达斡尔族|仫佬族|羌族|撒拉族|毛南族|仡佬族|锡伯族?|塔吉克族?|怒族|鄂温克族|保安族|裕固族|独龙族|普米族|各族)';
const NATIONS = new RegExp(`${PEOPLES}*自治(?:州|县|旗)$`, 'u');
const TOWN_OF_PEOPLES = new RegExp(`^(.{2,}?)${PEOPLES}+(?:民族)?([乡镇])$`, 'u');

/** A town of a people as texts call it for short: 云仙乡 for 云仙彝族乡; null for others. */
export function plainTownName(ownName: string): string | null {
  const match = TOWN_OF_PEOPLES.exec(ownName);
  return match ? `${match[1]}${match[2]}` : null;
}

/** What autonomous prefectures are called by those who live there. */
const PREFECTURES: Readonly<Record<string, string>> = { 巴音郭楞: '巴州', 博尔塔拉: '博州', 克孜勒苏: '克州' };

/** The short forms under which a text may name a division: 东营, 榕江, 黔东南, 黔东南州, 经开区, 临港区. */
export function shortNames(division: Division, cityName: string | null): string[] {
  return [division.ownName, ...division.formerNames].flatMap((name) => shortsOf(division, name, cityName));
}

function shortsOf(division: Division, ownName: string, cityName: string | null): string[] {
  const { level } = division;
  if (level === 'zone') return [...division.aliases, ...zoneNames(ownName, cityName)];
  const nation = NATIONS.exec(ownName);
  if (nation) {
    const base = ownName.slice(0, nation.index);
    const kind = ownName.slice(-1);
    const usual = PREFECTURES[base];
    return base.length >= 2 ? [base, `${base}${kind}`, ...(usual === undefined ? [] : [usual])] : [];
  }
  const bare = ownName.replace(
    /(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|地区|林区|省|市|县|区|旗|盟)$/u,
    '',
  );
  return bare.length >= 2 && bare !== ownName ? [bare] : [];
}

/** A zone without its city's name, and by its kind. */
function zoneNames(ownName: string, cityName: string | null): string[] {
  const city = cityName?.replace(/(?:市|地区|盟|州)$/u, '') ?? '';
  const rest =
    city && ownName.includes(city) ? ownName.slice(ownName.indexOf(city) + city.length).replace(/^市/u, '') : ownName;
  const kinds = [
    /高新|高技术/u.test(rest) ? '高新区' : '',
    /经济(?:技术)?开发区/u.test(rest) ? '经开区' : '',
    /开发区$/u.test(rest) ? '开发区' : '',
    rest.replace(/(?:高新技术产业|经济技术|经济)?开发区$/u, ''),
  ];
  const short = kinds.at(-1) ?? '';
  const named = short.length >= 2 && short !== rest ? [short.endsWith('区') ? short : `${short}区`, short] : [];
  return [...new Set([rest, ...kinds.slice(0, 3), ...named])].filter((name) => name.length >= 2 && name !== ownName);
}
