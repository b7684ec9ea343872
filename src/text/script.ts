import { Converter } from 'opencc-js/t2cn';

const toSimplified = Converter({ from: 't', to: 'cn' });

/** Characters that Simplified texts use too (乾县, 瞭望, 显著): alone they neither show a script nor are converted. */
const SHARED = new Set([...'著乾於祇藉麽么后里干余准斗谷制复伙借沈瞭徵鍾鐘覆像薑闆昇甯'].map((c) => c.charCodeAt(0)));

/** The Simplified form of every UTF-16 unit, character by character; itself where there is none. */
const SIMPLIFIED = (() => {
  const table = Uint16Array.from({ length: 0x10000 }, (_, c) => c);
  const chinese = Array.from({ length: 0xa000 - 0x3400 }, (_, i) => String.fromCharCode(0x3400 + i));
  // In one go, each on a line of its own: no phrase reaches over a line's end.
  for (const [i, to] of toSimplified(chinese.join('\n')).split('\n').entries())
    if (to.length === 1 && !SHARED.has(0x3400 + i)) table[0x3400 + i] = to.charCodeAt(0);
  return table;
})();

/** One Chinese character in twenty-five, and at least three, must be of Traditional shape only. */
const SHARE = 25;

/** The script of a text: Hant when a good share of its Chinese characters would change in Simplified. */
export function scriptOf(text: string): 'Hans' | 'Hant' {
  let chinese = 0;
  let traditional = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x3400 || unit > 0x9fff) continue;
    chinese++;
    if (SIMPLIFIED[unit] !== unit) traditional++;
  }
  return traditional >= 3 && traditional * SHARE >= chinese ? 'Hant' : 'Hans';
}

/** The Simplified form of one UTF-16 unit, as it stands in a text that is Simplified as a whole. */
export const simplifiedUnit = (unit: number): number => SIMPLIFIED[unit] ?? unit;

/** Where 著 is the word of fame or of writing, and not the particle 着. */
const PARTICLE = /(?<![显名巨论原专编译合土遗昭卓])著(?![名作称录述者文书])/g;

/** A Traditional text in Simplified, by phrases (乾隆 stays, 乾淨 does not); its length never changes. */
export function simplify(text: string): string {
  const converted = toSimplified(text);
  return (converted.length === text.length ? converted : byUnit(text)).replace(PARTICLE, '着');
}

const byUnit = (text: string): string =>
  text.replace(/[\u3400-\u9fff]/g, (c) => String.fromCharCode(simplifiedUnit(c.charCodeAt(0))));
