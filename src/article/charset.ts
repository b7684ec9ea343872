import { createRequire } from 'node:module';
import { XueliangError } from '../errors.ts';

/** jschardet is loaded where a page needs it: nearly all are UTF-8, or say what they are. */
const require = createRequire(import.meta.url);

const BOMS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

const META = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]{0,100}encoding\s*=\s*["']([\w-]+)/i;

/** GBK and GB2312 are read as their superset. */
const widen = (label: string): string =>
  /^(?:gb2312|gbk|x-gbk|gb18030|cp936)$/i.test(label) ? 'gb18030' : label.toLowerCase();

const UTF8 = new TextDecoder('utf-8', { fatal: true });

function decodeFatal(bytes: Uint8Array, label: string): string | null {
  try {
    return (label === 'utf-8' ? UTF8 : new TextDecoder(label, { fatal: true })).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Decodes a page: byte order mark, then strict UTF-8 where the result reads as Chinese (converted pages keep the meta
 * tag of their old character set), then its own meta tag, then strict UTF-8, then what jschardet finds, then GB18030 and
 * Big5 where the result reads as Chinese. The mark itself is not part of the text.
 * @throws XueliangError CHARSET_UNDECIDED
 */
export function decode(bytes: Uint8Array, file: string): string {
  const marked = BOMS.find(([, mark]) => mark.every((b, i) => bytes[i] === b));
  if (marked !== undefined) return new TextDecoder(marked[0]).decode(bytes);
  const utf8 = decodeFatal(bytes, 'utf-8');
  if (utf8 !== null && hasCommon(utf8)) return utf8;
  for (const label of declared(bytes)) {
    const text = decodeFatal(bytes, label);
    if (text !== null) return text;
  }
  const text = detected(bytes)
    .map((label) => decodeFatal(bytes, label))
    .find((t) => t !== null && readsAsChinese(t));
  if (text == null)
    throw new XueliangError('CHARSET_UNDECIDED', 'no character set fits these bytes', { location: { file } });
  return text;
}

function declared(bytes: Uint8Array): string[] {
  const match = META.exec(Buffer.from(bytes.subarray(0, 2048)).toString('latin1'));
  const label = match?.[1] ?? match?.[2];
  return label === undefined || /utf-?8/i.test(label) ? ['utf-8'] : [widen(label), 'utf-8'];
}

function detected(bytes: Uint8Array): string[] {
  const jschardet = require('jschardet') as typeof import('jschardet');
  const guess = jschardet.detect(Buffer.from(bytes.subarray(0, 65536)));
  const labels = guess?.encoding && guess.confidence > 0.5 ? [widen(guess.encoding)] : [];
  return [...new Set([...labels, 'gb18030', 'big5'])].filter((l) =>
    /^(?:gb18030|big5|utf-16le|utf-16be|utf-8)$/.test(l),
  );
}

const COMMON_CHARACTERS =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照參為國來時發個會這們說對學產動過後開關與長東車電機場問應實體點務進業設經將數無區從兩現當報總門計論視頻監警';
const [BLANK, RARE, COMMON] = [0, 1, 2];
/** Of every UTF-16 unit: ASCII or a blank, another character, or one that Chinese pages are full of. */
const KINDS = Uint8Array.from({ length: 0x10000 }, (_, unit) =>
  unit < 0x80 || /\s/.test(String.fromCharCode(unit)) ? BLANK : RARE,
);
for (const c of COMMON_CHARACTERS) KINDS[c.charCodeAt(0)] = COMMON;

/** A wrong character set yields rare characters: a good part of the non-ASCII ones must be common. */
function hasCommon(text: string): boolean {
  const sample = text.slice(0, 20000);
  let foreign = 0;
  let common = 0;
  for (let i = 0; i < sample.length; i++) {
    const unit = sample.charCodeAt(i);
    const kind = KINDS[unit] ?? BLANK;
    if (kind === BLANK) continue;
    foreign += 1;
    if (kind === COMMON) common += 1;
    // A pair of surrogates is one character.
    if (unit >= 0xd800 && (sample.codePointAt(i) ?? 0) > 0xffff) i++;
  }
  return foreign === 0 || common >= foreign * 0.15;
}

const readsAsChinese = (text: string): boolean =>
  !/[\ufffd\ue000-\uf8ff]/.test(text.slice(0, 20000)) && hasCommon(text);
