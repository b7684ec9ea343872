import type { Span } from '../article/article.ts';
import { cueLexicon, cueLexicons } from '../gazetteer/lexicon.ts';
import { isGeneral } from '../mention/program-name.ts';
import { aboutOf } from './about.ts';
import { assetWords, firstAsset, headAsset } from './asset.ts';
import {
  builtBefore,
  clauseBefore,
  earlierClause,
  forCars,
  forThis,
  headingAsset,
  justBuilt,
  labelBefore,
  objectStart,
  type Purpose,
  paidBy,
  pointedAt,
  topicOf,
} from './bought-before.ts';
import { ofBudget, paidPeople } from './budget-line.ts';
import type { Frame } from './frame.ts';
import { assetOfCategory, object } from './purpose-object.ts';

const deploy = cueLexicon('deploy');
const verbs = cueLexicons('deploy', 'fund', 'operate');
const FUND_NOUN =
  /[\u4e00-\u9fff“”（）]{0,16}(?:经费|专项资金|资金|补贴|补助|奖励|工资|报酬|待遇|基金|费用|运维费|服务费|业务费|办案费|装备费)/u;
/** Money called only money: what it was for stands elsewhere. */
const GENERIC_MONEY =
  /^(?:所需|相关|该项|专项|建设|项目|政府|财政|各类|配套|省级|中央|上级|扶持|补助|年|年度|全年|每年|日常|工作|运行|备好|筹好)*(?:资金|经费|费用)(?:补助|补贴)?$|^(?:建设|专项)(?:补助|补贴)$/u;
/** What the words say the money bought, nearest first; else what the program is made of. */
export function purposeOf(f: Frame): Purpose {
  return (
    itself(f) ??
    pointedAt(f) ??
    ofBudget(f) ??
    doneUp(f) ??
    builtFor(f) ??
    afterMoney(f) ??
    programMoney(f) ??
    ownLabel(f) ??
    // 新建检查站1处；投入350万元，新增探头180个
    (BARE.test(f.headWords) && !(boughtNext(f) && f.scene.chars[f.clause.start - 1] === '；')
      ? justBuilt(f)
      : undefined) ??
    (boughtNext(f) ? nextClause(f) : undefined) ??
    forThis(f) ??
    forCars(f) ??
    (COST.test(f.headWords) ? beforeMoney(f) : undefined) ??
    nextClause(f) ??
    paidBy(f) ??
    beforeMoney(f) ??
    clauseBefore(f) ??
    earlierClause(f) ??
    builtBefore(f) ??
    labelBefore(f) ??
    headingAsset(f) ??
    ofProgram(f)
  );
}

/** Words of spending alone. */
const BARE = /^(?:总?投资|总?投入|耗资|花费|造价|总造价)(?:约|近)?$/u;

/** 市财政为此拿出410万元，｜买回巡逻车26辆: the clause after says what was bought. */
function boughtNext(f: Frame): boolean {
  const [next] = f.clausesAfter;
  return (
    next !== undefined &&
    f.scene.chars[next.start - 1] === '，' &&
    /^(?:买|购|装|建|添|配|新增|新建|新装|安装|增设|增配|采购)/u.test(f.scene.slice(next))
  );
}

/** 购置阻车器材花费1.6万元: the cost of what stands before it. */
const COST =
  /(?:购置|购买|采购|安装|更换|添置|修建)[^，。]{2,14}(?:花费|花了|用去|耗资|支出|投入|共花|花去)(?:近|约|达)?$/u;

/** 这套指挥平台是镇里投入180万元｜建成的: what the clause is about. */
function itself(f: Frame): Purpose | undefined {
  if (!/^(?:建成|建起|建设|建|购置|购买|买|装|安装|改造)(?:起来)?的/u.test(f.tailWords)) return undefined;
  const at = f.headWords.search(/是[^，。是]{0,14}$/u);
  if (at < 1) return undefined;
  const head = headAsset(f.scene.chars, f.head.start, f.head.start + at);
  return head && { asset: head.value, text: head.word, span: null };
}

/** 警务室去年由乡政府投入15万元｜重新修缮: what the clause opens with was done up. */
function doneUp(f: Frame): Purpose | undefined {
  if (
    !/^(?:重新|全面)?(?:修缮|翻修|装修|翻新|扩建|改造|升级)[，。；]/u.test(
      f.scene.chars.slice(f.trigger.end, f.trigger.end + 6),
    )
  )
    return undefined;
  const head = firstAsset(f.scene.chars, f.head.start, f.head.end);
  return head && { asset: head.value, text: head.word, span: null };
}

/** 去年底建成的综治中心投资｜85万元: what a clause says was built, right before what it cost. */
function builtFor(f: Frame): Purpose | undefined {
  const built = /(?:建成|新建|建设|建起|投用|启用|落成)的[^，。；]{2,16}?(?:总投资|投资|造价|耗资|花费)$/u.exec(
    f.headWords,
  );
  if (!built) return undefined;
  const start = f.head.start + built.index;
  const head = headAsset(f.scene.chars, start, f.head.end);
  return head && { asset: head.value, text: head.word, span: null };
}

/** 投资30余万元｜建立了…联网报警监控中心. */
function afterMoney(f: Frame): Purpose | undefined {
  const [next] = f.scene.inside(f.scene.mentions.money, { start: f.trigger.end, end: f.clause.end });
  if (next && /^[、和及]/u.test(f.scene.chars.slice(f.trigger.end, f.trigger.end + 1))) return undefined;
  return object(f, { start: f.trigger.end, end: next ? next.start : f.clause.end });
}

/** 第2包（平台及机房）：预算423万元，中标金额｜411.2万元: what the label of a lot names. */
function ownLabel(f: Frame): Purpose | undefined {
  const [label] = f.sentence.clauses;
  if (!label || label.end > f.trigger.start || f.scene.chars[label.end - 1] !== '：' || label.end - label.start > LOT)
    return undefined;
  const words = /[（(]([^（()）]{2,16})[）)]：$|^(?:第?[一二三四五\dA-Z]+[包标]段?|[A-Z]包)(.{2,16})：$/u.exec(
    f.scene.slice(label),
  );
  const head = words ? firstAsset(f.scene.chars, label.start, label.end) : undefined;
  return head && { asset: head.value, text: head.word, span: null };
}

/** Characters of a label of a lot. */
const LOT = 28;

/** “雪亮工程”建设资金｜2024万元: money named after its program. */
function programMoney(f: Frame): Purpose | undefined {
  const program = f.scene.inside(f.scene.mentions.programs.mentions, f.head).at(-1);
  const named = program && PROGRAM_MONEY.test(f.scene.chars.slice(program.end, f.trigger.start));
  if (!named) return undefined;
  return isGeneral(program.program)
    ? { asset: 'other', text: f.scene.chars.slice(program.start, f.trigger.start), span: null }
    : (specific(ofProgram(f)) ?? {
        asset: assetOfCategory(program.program.category) ?? 'other',
        text: null,
        span: null,
      });
}

const PROGRAM_MONEY = /^”?(?:建设|专项|项目|运维|补贴)*(?:资金|经费|补贴|投资|款)$/u;

/** 拨付300万元，｜建成拘留所: the first clause after that builds or buys, before other money. */
function nextClause(f: Frame): Purpose | undefined {
  const money = f.scene.mentions.money;
  let vague: Purpose | undefined;
  for (const clause of f.clausesAfter) {
    // 购置车18辆，支出39.6万元；建成警务室2个: what follows a semicolon has its own money.
    if (f.scene.chars[clause.start - 1] === '；') return vague;
    const words = f.scene.slice(clause);
    if (HIRED.test(words)) {
      const people = assetWords
        .find(f.scene.chars, clause.start, clause.end)
        .find((t) => t.value === 'patrol_team' || t.value === 'assistant_police');
      if (people) return { asset: people.value, text: people.word, span: null };
      const guards = GUARDS.exec(words);
      if (guards) return { asset: 'patrol_team', text: guards[0], span: null };
    }
    if (f.scene.holds(money, clause)) {
      if (/捐|赞助/u.test(words) || isFurtherPayer(f, clause)) continue;
      return vague;
    }
    if (NO_OBJECT.test(words) || /^每[晚天日夜]/u.test(words)) continue;
    if (/^(?:另|又|还|并)[^，。]{0,2}(?:装|建|添|配|购|设)/u.test(words)) return vague;
    const paid = paidPeople(words);
    if (paid) return paid;
    // 在中学周边补装32个: the thing is that of the number, which its own claim finds
    if (BARE_COUNT.test(words)) return { asset: null, text: null, span: clause };
    if (!deploy.has(f.scene.chars, clause.start, clause.end) && !PUTS_UP.test(words) && !USED_FOR.test(words)) continue;
    const bought = object(f, clause) ?? forProgram(f, clause);
    if (bought?.asset !== 'other' || bought.text === null || headAsset(bought.text, 0, bought.text.length))
      return bought;
    vague ??= bought;
  }
  return vague;
}

/** 用于“雪亮工程”扩容: the program that the clause names. */
function forProgram(f: Frame, clause: Span): Purpose | undefined {
  const [named] = USED_FOR.test(f.scene.slice(clause))
    ? f.scene.inside(f.scene.mentions.programs.mentions, clause)
    : [];
  const asset = assetOfCategory(named?.program.category);
  return asset === null ? undefined : { asset, text: null, span: clause };
}

/** Nothing but a verb and a number. */
const BARE_COUNT = /^(?!计划|拟|将)[^，。；]{0,20}(?:补|加|再)(?:装|建|设|配)了?\d+余?[个路台只套][，。；]?$/u;

/** 厂区和料场安探头64个: 安 alone is too often a part of words to be a cue of its own. */
const PUTS_UP = /(?:^|[场区口道路处所内里上])安(?=[\u4e00-\u9fff]{0,4}(?:探头|摄像|监控|电子眼|报警))/u;

/** 村集体再掏4.5万元，: one more who paid for the same. */
const isFurtherPayer = (f: Frame, clause: Span): boolean =>
  /^(?:其中)?[\u4e00-\u9fff]{1,10}?(?:再|又|也)?(?:掏|拿出|出资|补贴|补助|配套|自筹|凑|负担|承担|分摊|解决|拨付)(?:了|出)?[\d.]+[余多]?万?[余多]?元[，、]?$/u.test(
    f.scene.slice(clause),
  );

/** “护梨队”: a team by what it guards. */
const GUARDS = /(?:护|守|巡)[\u4e00-\u9fff]{1,2}队/u;

/** 从下岗职工中招了48名夜巡队员: people whom the money pays. */
const HIRED = /招了?|招聘|聘用|聘请|雇|保障|组建/u;

/** 建筑面积1320平方米, 年底完成主体: how large the works are and how far they have come. */
const NO_OBJECT =
  /^(?:总|主体)?(?:建筑)?面积|^占地|^(?:相关|上述)设[备施]|^[^，。]{0,4}(?:完成|完工)?主体(?:工程|施工|结构)?(?:封顶|完工|完成)?[，。；]$/u;

/** 用来奖励举报: a clause that says what money is for. */
const USED_FOR =
  /^[给为][^，。]{2,14}(?:围上|装上|装|换上|换|配|添|安|架|买|补)|^(?:专门|主要|全部|专项|均|都|统一)?(?:用来|用于|用作|作为|保障|聘用)/u;

/** “雪亮工程”补贴｜预计投入2319万元; 政法机关经费｜共计4090.83万元. */
function beforeMoney(f: Frame): Purpose | undefined {
  const { chars } = f.scene;
  const head = headAsset(chars, f.head.start, f.head.end);
  if (head)
    return { asset: head.value, text: chars.slice(objectStart(f, f.head.start, head.start), head.end), span: f.head };
  const fund = FUND_NOUN.exec(f.headWords);
  const line = LINE.exec(f.headWords)?.[0].replace(/^(?:其中)?用于/u, '');
  if (!fund && line === undefined) return undefined;
  const named =
    f.scene.holds(f.scene.mentions.programs.mentions, f.head) ||
    /从[^，。]{1,14}[里中内][^，。]{0,6}$/u.test(f.headWords);
  if (line !== undefined && !named && !/投入|投资|安排|拨|支出|花|出资|用于/u.test(line))
    return { asset: 'other', text: line, span: null };
  if (!fund || named || isGiver(f, fund[0])) return undefined;
  const people = /工资|报酬|薪酬|待遇|补贴|经费/u.test(fund[0]) ? peopleBefore(f) : undefined;
  if (people) return people;
  const text = afterLastVerb(fund[0]);
  const topic = GENERIC_MONEY.test(text) ? (topicOf(f) ?? specific(ofProgram(f))) : undefined;
  return topic ?? { asset: GENERIC_MONEY.test(text) ? null : 'other', text, span: null };
}

/** 办案中心设备购置｜265万元: a line that says what it pays for. */
const LINE = /[\u4e00-\u9fff]{4,20}(?:购置|采购|维修|租赁|培训)$/u;

/** 组建巡防大队，…全年经费95万元; 聘用村辅警226名，年工资542万元: money of the people whom the sentence posts. */
function peopleBefore(f: Frame): Purpose | undefined {
  if (!/^[，]?(?:全|每)?[年季月]?度?[^，。]{0,8}(?:工资|报酬|薪酬|待遇|补贴|经费)[^，。]{0,8}$/u.test(f.headWords))
    return undefined;
  const paid = /补贴|补助/u.test(f.headWords);
  for (const clause of f.clausesBefore) {
    // 1260户装上了联防报警器，镇里补贴11万元
    if (paid && /装上|安装|装了/u.test(f.scene.slice(clause))) return undefined;
    const head = assetWords
      .find(f.scene.chars, clause.start, clause.end)
      .find((t) => t.value === 'patrol_team' || t.value === 'assistant_police');
    if (head) return { asset: head.value, text: head.word, span: null };
  }
  return undefined;
}

/** 省公安厅补助120万元: a verb behind who gave, not what the money was. */
function isGiver(f: Frame, words: string): boolean {
  const verb = /(?:补助|补贴|奖励)$/u.exec(words);
  if (/(?:[镇乡村县市区]里|财政|集体|政府)(?:共|累计|一共|各|分别)?(?:补助|补贴|奖励)$/u.test(words)) return true;
  const at = f.trigger.start - (verb?.[0].length ?? 0);
  const { agencies, places } = f.scene.mentions;
  if (verb === null) return false;
  const lists: readonly (readonly Span[])[] = [agencies.mentions, places.mentions];
  return lists.some((list) => f.scene.inside(list, f.clause).some((m) => m.end === at));
}

const specific = (purpose: Purpose): Purpose | undefined => (purpose.asset ? purpose : undefined);

/** Money for a camera program buys cameras, for a platform a platform, where nothing nearer is said. */
function ofProgram(f: Frame): Purpose {
  const category = (aboutOf(f, null).programs[0] ?? aboutOf(f, 'camera').programs[0])?.category;
  return { asset: assetOfCategory(category), text: null, span: null };
}

function afterLastVerb(words: string): string {
  const verb = verbs
    .find(words)
    .filter((t) => t.end < words.length && !/资金|经费|补贴|补助|奖励|配套/u.test(t.word))
    .at(-1);
  return verb ? words.slice(verb.end).replace(/^[了的到，]/u, '') : words;
}
