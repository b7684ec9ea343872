import { firstAsset } from './asset.ts';
import type { Purpose } from './bought-before.ts';
import type { Draft } from './draft.ts';
import type { Frame } from './frame.ts';
import { purposeOf } from './purpose.ts';

/** What a sum was for: what its own words say, else what the sums and things before it were. */
export function sumPurpose(f: Frame, all: readonly Draft[]): Purpose {
  const earlier = all.slice(-WITHIN);
  const paid = theirPay(f, earlier);
  if (paid) return paid;
  const own = ofLot(f) ?? sameProject(f, earlier) ?? bracketed(f, earlier) ?? purposeOf(f);
  if (own.span !== null) return own;
  // B包 车辆卡口24套，…，中标金额396万元: what the sentence counts, before what its program is made of.
  const ofProgramOnly = own.text === null && own.asset !== null;
  const listed = ofProgramOnly && !hasProgram(f) ? countedHere(f, earlier) : undefined;
  if (listed) return listed;
  const again = own.asset === null ? (totalAgain(f, earlier) ?? asked(f, earlier)) : undefined;
  const total = totalPurpose(f, earlier);
  // 综治经费1260万元，其中560万元用于“天网工程”: the part says more.
  if (total?.asset === 'other' && own.asset !== null && hasProgram(f)) return own;
  return total ?? again ?? boughtBefore(f, own, earlier) ?? (own.asset === null ? ofNotice(f) : undefined) ?? own;
}

/** 治安卡口及视频监控系统采购项目中标公告 ｜ 采购预算298万元: what the title of a notice says that it buys. */
function ofNotice(f: Frame): Purpose | undefined {
  const [title] = f.scene.text.paragraphs;
  if (title?.role !== 'title' || !NOTICE.test(f.scene.slice(title))) return undefined;
  if (!/预算|限价|控制价|中标|成交|合同|采购|招标/u.test(f.sentenceWords)) return undefined;
  const bought = firstAsset(f.scene.chars, title.start, title.end);
  return bought && { asset: bought.value, text: bought.word, span: null };
}

const NOTICE = /(?:中标|成交|招标|采购|磋商|谈判|询价|比选)[^，。]{0,6}(?:公告|公示|结果)/u;

const hasProgram = (f: Frame): boolean => f.scene.holds(f.scene.mentions.programs.mentions, f.clause);

/** 第二标段：…治安卡口14处。｜第二标段中标价347.5万元: the lot that was described before by the same label. */
function ofLot(f: Frame): Purpose | undefined {
  const [opening] = f.sentence.clauses;
  const label =
    /^，?；?(第?[一二三四五六七八九十\dA-Z]+(?:标段|标包|分包|包))[^，。；]{0,6}$/u.exec(f.headWords)?.[1] ??
    // 第一包：某某电子有限公司，｜中标金额131.8万元
    /^(第?[一二三四五六七八九十\dA-Z]+(?:标段|标包|分包|包))：$/u.exec(opening ? f.scene.slice(opening) : '')?.[1];
  if (label === undefined) return undefined;
  const { chars } = f.scene;
  const at = chars.lastIndexOf(label, Math.min(f.clause.start, f.sentence.start) - 1);
  const end = at < 0 ? -1 : chars.slice(at).search(/[；。\n]/u);
  const first = end > 0 ? firstAsset(chars, at + label.length, at + end) : undefined;
  return first && { asset: first.value, text: first.word, span: null };
}

/** The things that a notice's own sentence counts before its price. */
function countedHere(f: Frame, earlier: readonly Draft[]): Purpose | undefined {
  if (!/(?:中标|成交|合同)(?:金额|价)[：为]?$/u.test(f.headWords)) return undefined;
  const own = earlier.filter((d) => d.frame.sentence.start === f.sentence.start);
  const from = own.findLastIndex((d) => d.kind === 'FUNDED') + 1;
  const thing = own.slice(from).find((d) => d.kind === 'DEPLOYED');
  return thing && { asset: thing.asset, text: thing.assetText, span: null };
}

/** 乡政府每年补助他们8000元: those whom the words before posted. */
function theirPay(f: Frame, earlier: readonly Draft[]): Purpose | undefined {
  // 组建了60人的巡逻队，…，镇政府每年支出36万元
  const yearly = /(?:每年|一年)(?:支出|出资|拿出|负担|列支|补贴|补助)$/u.test(f.headWords);
  const own = yearly ? earlier.findLast((d) => d.frame.sentence.start === f.sentence.start) : undefined;
  if (own?.kind === 'STAFFED' && /^[，。；]?$/u.test(f.tailWords))
    return { asset: own.asset, text: own.assetText, span: null };
  if (!/(?:补助|补贴|奖励|发给|付给)(?:他们|她们|队员们?)$/u.test(f.headWords)) return undefined;
  const last = earlier.findLast((d) => d.kind === 'STAFFED' && f.sentence.start - d.frame.sentence.end < 2);
  return last && { asset: last.asset, text: last.assetText, span: null };
}

/** 该工程总投资460万元: of the works that the sentence before paid for. */
function sameProject(f: Frame, earlier: readonly Draft[]): Purpose | undefined {
  const last = earlier.findLast((d) => d.kind === 'FUNDED');
  const goesOn =
    last !== undefined &&
    last.frame.sentence.paragraph === f.sentence.paragraph &&
    last.frame.sentence.end >= f.sentence.start - 2 &&
    /^(?:\d{4}年|去年|上年|今年)?(?:该|这项|此项|这个)(?:工程|项目)/u.test(f.sentenceWords);
  return goesOn && last.asset !== null ? { asset: last.asset, text: last.assetText, span: null } : undefined;
}

/** 新设警务室1个（工程造价38.4万元）: what the thing counted before the bracket cost. */
function bracketed(f: Frame, earlier: readonly Draft[]): Purpose | undefined {
  const last = earlier.at(-1);
  if (last?.kind !== 'DEPLOYED') return undefined;
  const between = f.scene.chars.slice(last.frame.trigger.end, f.trigger.start);
  return /^[^，。；（）]{0,10}（[^（）]{0,10}$/u.test(between)
    ? { asset: last.asset, text: last.assetText, span: null }
    : undefined;
}

/** 投资1560万元，其中市财政780万元: a part was for what its total was for. */
function totalPurpose(f: Frame, earlier: readonly Draft[]): Purpose | undefined {
  const last = earlier.at(-1);
  const part =
    last?.kind === 'FUNDED' &&
    (last.frame.sentence.start === f.sentence.start || opensPart(f, last)) &&
    (/其中|其余|余下|剩余|剩下|另外|、(?![^，。]*(?:基金|培训|奖励)$)[^，。]{0,8}$|^[和及与]$|即$/u.test(
      f.scene.chars.slice(last.frame.trigger.end, f.trigger.start),
    ) ||
      isShareOf(f, last) ||
      ARRIVED.test(f.headWords));
  return part && last.asset !== null ? { asset: last.asset, text: last.assetText, span: null } : undefined;
}

/** 业务用房312万元，中央补助200万元，本级配套112万元: who bears which part of the sum before. */
const isShareOf = (f: Frame, last: Draft): boolean =>
  f.scene.chars.slice(last.frame.trigger.end, f.clause.start) === '，' && SHARE.test(f.headWords);

/** …改建镇综治中心。其中县委政法委补助12万元: a sentence that goes on with a part of the sum before it. */
const opensPart = (f: Frame, last: Draft): boolean =>
  f.scene.chars.startsWith('其中', f.sentence.start) &&
  f.sentence.start - last.frame.sentence.end < 2 &&
  f.clauseIndex === 0;

/** 综治经费218万元，上半年已拨付105万元: how much of the sum before has come. */
const ARRIVED =
  /^，?(?:上半年|下半年|目前|现|年内|至今|截至[^，。]{2,8})?已?(?:拨付|到位|支付|下达|兑现)(?:了|资金)?$/u;

const SHARE =
  /^(?:(?:中央|省|市|县|区|镇|乡|村|上级|本级|财政|企业|社会|其中|公安局|县局|市局|分局)[\u4e00-\u9fff]{0,6}|[\u4e00-\u9fff]{2,8}(?:资金|集团|公司))?(?:补助|配套|补贴|自筹|拨款|拨付|出资|承担|负担|分担|分摊|占)$/u;

/** 钱从何来？县财政出1000万元: the parts of the sum before were for what it was for. */
function asked(f: Frame, earlier: readonly Draft[]): Purpose | undefined {
  if (!f.scene.once('money asked for', () => /钱/u.test(f.scene.chars) && /？/u.test(f.scene.chars))) return undefined;
  const before = [f.sentence, ...f.scene.before(f.sentence)].map((s) => f.scene.slice(s)).join('');
  const last = /钱[^，。？]{0,8}？/u.test(before) ? earlier.findLast((d) => d.kind === 'FUNDED') : undefined;
  return last && last.asset !== null ? { asset: last.asset, text: last.assetText, span: null } : undefined;
}

/** Claims within which a sum is named again. */
const WITHIN = 60;

/** 4512万元怎么来的？市级财政2000万元: the parts of a sum that is named again were for what it was for. */
function totalAgain(f: Frame, earlier: readonly Draft[]): Purpose | undefined {
  const paragraph = f.scene.paragraph(f.sentence);
  const named = paragraph
    ? f.scene.inside(f.scene.mentions.money, { start: paragraph.start, end: f.trigger.start }).map((m) => m.value)
    : [];
  const total = earlier.find(
    (d) =>
      d.kind === 'FUNDED' &&
      d.asset !== null &&
      d.frame.sentence.paragraph !== f.sentence.paragraph &&
      named.includes(d.frame.figure?.value ?? -1),
  );
  return total && { asset: total.asset, text: total.assetText, span: null };
}

/** 新建监控点22个，警务室2个: told in one breath, with no sum between them. */
const isBeside = (d: Draft, last: Draft, earlier: readonly Draft[]): boolean =>
  d.frame.sentence.start === last.frame.sentence.start &&
  !d.frame.scene.chars.slice(d.frame.trigger.end, last.frame.trigger.start).includes('；') &&
  !earlier.slice(earlier.indexOf(d), earlier.indexOf(last)).some((other) => other.kind !== 'DEPLOYED');

/** 建起卡口7个。投资一共648万元: money that says nothing of its own paid for what was just counted. */
function boughtBefore(f: Frame, own: Purpose, earlier: readonly Draft[]): Purpose | undefined {
  if (own.asset !== null || own.text !== null || hasProgram(f)) return undefined;
  const near = earlier.filter(
    (d) =>
      d.kind !== 'OUTCOME' &&
      d.asset !== null &&
      f.sentence.start - d.frame.sentence.end < 2 &&
      d.frame.sentence.paragraph === f.sentence.paragraph,
  );
  const last = near.at(-1);
  const said = f.scene.chars.slice(last?.frame.trigger.end ?? f.clause.start, f.clause.end);
  const thing = /工资|报酬|补贴|补助|薪|人员|经费/u.test(said)
    ? undefined
    : near.findLast((d) => d.kind === 'DEPLOYED');
  // 摄像机210台、存储设备4套；预算312.6万元: the first of what was counted together
  const first = thing && near.find((d) => d.kind === 'DEPLOYED' && isBeside(d, thing, earlier));
  const bought = last?.kind === 'STAFFED' ? (thing ?? last) : (first ?? last);
  return bought && { asset: bought.asset, text: bought.assetText, span: null };
}
