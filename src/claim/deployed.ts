import { cueLexicon } from '../gazetteer/lexicon.ts';
import { contains } from '../mention/span.ts';
import { assetWords } from './asset.ts';
import type { Asset } from './claim.ts';
import { complete, type Draft, type Verdict } from './draft.ts';
import { COVERED, EQUIPMENT, isThing, PEOPLE } from './equipment.ts';
import { namedFacility } from './facility.ts';
import { clausesBefore, type Frame } from './frame.ts';
import { equipped, HOLDER_ADMIN } from './holder.ts';
import { type Counted, countedNoun } from './noun.ts';
import { byMeasure, inheritedAsset, lastAlike, sameAgain } from './reference.ts';

const deploy = cueLexicon('deploy');
const exist = cueLexicon('exist');
const usage = cueLexicon('usage');

/** Equipment, facilities and platforms built, bought, installed or connected, with their number. */
export function deployed(f: Frame, earlier: readonly Draft[]): Verdict {
  if (isArticle(f)) return undefined;
  const previous = lastAlike(f, earlier);
  const fitted = equipped(f, previous);
  if (fitted) return fitted;
  if (f.figure?.type !== 'quantity' || !isThing(f)) return undefined;
  if (inUse(f) || isBase(f)) return undefined;
  const noun = countedNoun(f);
  if (noun?.asset && PEOPLE.has(noun.asset)) return undefined;
  if (HOLDER_ADMIN.test(f.figure.unit) && noun?.from !== 'after') return undefined;
  if (noun?.asset && EQUIPMENT.has(noun.asset))
    return isSaid(f, noun) ? made(f, noun, noun.asset, 'deployed/equipment') : undefined;
  const inherited = byMeasure(f) ?? (isSaid(f) ? inheritedAsset(f, noun) : undefined) ?? sameAgain(f, noun, previous);
  if (inherited) return made(f, noun, inherited, 'deployed/continued');
  if (noun && listed(f, noun, earlier)) return made(f, noun, 'other', 'deployed/list');
  const named = namedFacility(f);
  if (named) return made(f, noun, 'other', 'deployed/named');
  if (!noun || !/[\u4e00-\u9fff]{2}/u.test(noun.text) || COVERED.test(noun.text) || !builtHere(f)) return undefined;
  return made(f, noun, 'other', 'deployed/built');
}

/** 由原来的230个增加到410个; 少建120台; 每村5个; 两个合并为一个: not what is there. */
function isBase(f: Frame): boolean {
  const { chars } = f.scene;
  const before = chars.slice(f.clause.start, f.trigger.start);
  const after = chars.slice(f.trigger.end, f.trigger.end + 12);
  const from =
    /(?:由|从)(?:原来|原先|最初|过去|当初|以往|此前)?的?$/u.test(before) &&
    /^[\u4e00-\u9fff]{0,4}?(?:增加|增长|扩|升|增|提高|发展|跃升|提升)/u.test(after);
  const each = /每(?:个?)(?:村|户|镇|乡|社区|小区|站|室|人|家|校|县|处|路|班|组)[\u4e00-\u9fff]{0,4}$/u.test(before);
  return (
    from ||
    each ||
    /(?:(?:少|多)(?:建|装|配|了)|[还尚仍]缺[^，。]{0,8})$/u.test(before) ||
    /^[\u4e00-\u9fff]{0,8}合并/u.test(after) ||
    /合并为$/u.test(before) ||
    /^合一/u.test(after) ||
    /想法|设想|呼吁/u.test(f.scene.slice(f.clause))
  );
}

/** 一个 and 一套 are articles rather than counts, and 数万 is no number. */
function isArticle(f: Frame): boolean {
  return (
    f.figure !== null &&
    (/^[数几]/u.test(f.figure.surface) || (f.figure.value === 1 && f.figure.surface.startsWith('一')))
  );
}

/** 岗亭68座，电动街门39扇: the next item of a list of equipment. */
function listed(f: Frame, noun: Counted, earlier: readonly Draft[]): boolean {
  const last = earlier.at(-1);
  const sameSentence = last?.kind === 'DEPLOYED' && last.frame.sentence.start === f.sentence.start;
  const own = noun.from === 'before' && noun.span.end === f.trigger.start && !COVERED.test(noun.text);
  return (
    sameSentence &&
    own &&
    /^[\u4e00-\u9fff]{2,8}$/u.test(noun.text) &&
    /^[，、；]?$/u.test(f.scene.chars.slice(f.head.start, noun.span.start))
  );
}

/** Words for the rest of what was counted, which name nothing. */
const REST = /^(?:另外|其余|余下|剩余|剩下)的?$/u;

function made(f: Frame, noun: Counted | undefined, asset: Asset, rule: string): Verdict {
  const words = noun === undefined || REST.test(noun.text) ? null : noun.text;
  return complete(f, { kind: 'DEPLOYED', rule, asset, assetText: words, counted: words });
}

/** Sent out, stolen, checked or broken: equipment in use or in a story, not equipment built. */
function inUse(f: Frame): boolean {
  const { chars } = f.scene;
  const things = assetWords.find(chars, f.clause.start, f.trigger.start);
  const used = usage
    .find(chars, f.clause.start, f.trigger.start)
    .filter((t) => !things.some((thing) => contains(thing, t)))
    .at(-1);
  const built = deploy.find(chars, f.clause.start, f.trigger.start).at(-1);
  return used !== undefined && (!built || built.start < used.start);
}

/** Equipment counts as said where a verb builds it, or states that it is there, in the clause or the list before. */
function isSaid(f: Frame, noun?: Counted): boolean {
  const { chars } = f.scene;
  if (noun?.from === 'before' && noun.span.end === f.trigger.start) return true;
  const near = { start: f.clause.start, end: Math.min(f.clause.end, f.tail.end + 12) };
  if (deploy.has(chars, near.start, near.end) || exist.has(chars, near.start, near.end)) return true;
  return clausesBefore(f).some((c) => deploy.has(chars, c.start, c.end) || exist.has(chars, c.start, c.end));
}

/** Something unlisted is deployed only where a building verb governs the number directly. */
function builtHere(f: Frame): boolean {
  const { chars } = f.scene;
  const verb =
    /(?:新?建成|建立|建起|建有|新建|再建|设立|设置|设有|购置|购买|采购|安装|新装|配备|配置|打造|创建|布设|[共加再新各已]装|增设|增配|成立|开设|建好|发放|配发|添置|改造)/u;
  const before = chars.slice(Math.max(f.clause.start, f.trigger.start - 16), f.trigger.start);
  const after = chars.slice(f.trigger.end, Math.min(f.clause.end, f.trigger.end + 22));
  return verb.test(before) || /(?:已|均|全部|也已|陆续)(?:建成|建好|安装|装好|配齐|投用|投入使用)/u.test(after);
}
