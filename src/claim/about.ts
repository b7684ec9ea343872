import type { Span } from '../article/article.ts';
import type { ProgramMention, ProgramRef } from '../mention/mention.ts';
import { isGeneral } from '../mention/program-name.ts';
import type { Asset, Distance } from './claim.ts';
import type { Frame } from './frame.ts';
import { mainProgram, titleProgram } from './main-program.ts';
import { isElsewhere } from './program-place.ts';
import type { Scene } from './scene.ts';

/** The programs that a claim is about, with the words that name the first. */
export interface AboutFinding {
  readonly programs: readonly ProgramRef[];
  readonly span: Span | null;
  readonly from: Distance;
  /** The equipment or team that a result is tied to where no program is named. */
  readonly tool?: Asset;
}

const NONE: AboutFinding = { programs: [], span: null, from: 'document' };

/** The program of a frame: of its clause, its sentence, its paragraph, then of heading or article where the asset fits. */
export function aboutOf(f: Frame, asset: Asset | null): AboutFinding {
  const near = inSpan(f, f.clause) ?? inSentence(f) ?? described(f, f.clause);
  if (near) return near;
  const own = isOwnPoint(f, asset);
  return (
    (own ? undefined : inParagraph(f, asset)) ??
    (own && asset !== 'camera' ? undefined : byArticle(f, asset)) ??
    // What is described is no program beside a named one of its kind.
    (mostNamed(f, asset) ? undefined : describedBefore(f, asset)) ??
    (own ? undefined : soleProgram(f, asset)) ??
    soleDescription(f, asset) ??
    NONE
  );
}

/** The program of what equipment or a team brought about: else of its kind the one that the article names most. */
export function aboutResult(f: Frame, asset: Asset): AboutFinding {
  const found = aboutOf(f, asset);
  if (found.programs.length > 0) return found;
  const most = mostNamed(f, asset);
  return most && !isOver(f, most) && !isElsewhere(f, most)
    ? { programs: [most.program], span: most, from: 'document' }
    : { ...found, tool: asset };
}

/** The program that an article names most of those that an asset may belong to. */
function mostNamed(f: Frame, asset: Asset | null): ProgramMention | undefined {
  const hosts = asset ? HOSTS[asset] : undefined;
  return (
    hosts &&
    f.scene.onceFor('main program', hosts, () => mainProgram(f.scene, f.scene.mentions.programs.mentions, hosts))
  );
}

/** The program of what money bought: named or described in the words of the purpose, else as for any frame. */
export function aboutPurpose(f: Frame, purpose: Span | null, asset: Asset | null): AboutFinding {
  const object = purpose ? (inSpan(f, purpose) ?? facility(f, purpose)) : undefined;
  return inSpan(f, f.clause) ?? object ?? onTheWay(f, purpose) ?? aboutOf(f, asset);
}

/** 安排1500万元，｜实施“雪亮工程”二期，｜新增监控800路: named between the sum and what it bought. */
function onTheWay(f: Frame, purpose: Span | null): AboutFinding | undefined {
  const [next] = f.clausesAfter;
  // 争取资金860万元，建成“天网工程”三期，在两镇新装探头312个
  const end =
    purpose && purpose.start >= f.clause.end ? purpose.start : next && RUNS.test(f.scene.slice(next)) ? next.end : 0;
  const found = end > f.clause.end ? inSpan(f, { start: f.clause.end, end }) : undefined;
  return found && { ...found, from: 'sentence' };
}

const RUNS = /^(?:继续|全面)?(?:实施|建成|建设|启动|推进|完成)了?“/u;

/** Named in a span, nearest to the trigger. */
function inSpan(f: Frame, span: Span): AboutFinding | undefined {
  const found = f.scene.inside(f.scene.mentions.programs.mentions, span);
  if (found.length === 0) return undefined;
  const specific = found.filter((m) => !isGeneral(m.program));
  const best = nearestTo(f, specific.length > 0 ? specific : found);
  return best && { programs: [best.program], span: best, from: 'clause' };
}

/** A description in a span that the claim turns into a program. */
function described(f: Frame, span: Span): AboutFinding | undefined {
  const best = nearestTo(f, f.scene.inside(f.scene.mentions.programs.weak, span));
  return best && { programs: [best.program], span: best, from: 'clause' };
}

/** A described platform or facility goes before a program that the sentence names elsewhere; a camera system does not. */
function facility(f: Frame, span: Span): AboutFinding | undefined {
  const found = described(f, span);
  const other = found?.programs[0]?.category !== 'video_surveillance';
  return found && (other || !mainProgram(f.scene, f.scene.mentions.programs.mentions, ['video_surveillance']))
    ? found
    : undefined;
}

function nearestTo(f: Frame, found: readonly ProgramMention[]): ProgramMention | undefined {
  const distance = (m: ProgramMention) =>
    m.end <= f.trigger.start ? f.trigger.start - m.end : m.start - f.trigger.end;
  return found.length > 1 ? [...found].sort((a, b) => distance(a) - distance(b))[0] : found[0];
}

function inSentence(f: Frame): AboutFinding | undefined {
  const { mentions } = f.scene.mentions.programs;
  if (!f.scene.holds(mentions, f.sentence)) return undefined;
  for (const clause of f.clausesBefore) {
    // 一是实施“天网工程”，…；二是招录辅警: another point of the sentence.
    const apart = f.semicolon >= clause.end - 1 ? f.scene.chars.slice(clause.end - 1, f.trigger.start) : '';
    if (/；[二三四五六七八九十]是/u.test(apart)) return undefined;
    const all = f.scene.inside(mentions, clause).filter((m) => !isElsewhere(f, m));
    if (all.length === 0) continue;
    const found = ofTitle(f, all) ?? all.filter((m) => !isGeneral(m.program)).at(-1) ?? all.at(-1);
    if (found) return { programs: [found.program], span: found, from: 'sentence' };
  }
  return undefined;
}

/** The program that the sentences before speak of; for equipment, one that equipment can belong to. */
export function inParagraph(f: Frame, asset: Asset | null): AboutFinding | undefined {
  const { mentions } = f.scene.mentions.programs;
  if (mentions.length === 0) return undefined;
  for (const sentence of f.scene.before(f.sentence)) {
    const all = f.scene.inside(mentions, sentence).filter((m) => fits(m.program, asset) && !isElsewhere(f, m));
    const found = ofTitle(f, all) ?? all.at(-1);
    if (found) return { programs: [found.program], span: found, from: 'paragraph' };
    if (opensTopic(f, sentence)) return undefined;
  }
  return undefined;
}

/** Of several programs that a sentence names, the one that the title names too. */
function ofTitle(f: Frame, found: readonly ProgramMention[]): ProgramMention | undefined {
  const [title] = f.scene.text.paragraphs;
  if (found.length < 2 || title?.role !== 'title') return undefined;
  const titled = new Set(f.scene.inside(f.scene.mentions.programs.mentions, title).map((m) => m.program.id));
  return found.find((m) => titled.has(m.program.id) && !isGeneral(m.program));
}

/** 四是瞄准新型经济犯罪: a numbered point that names no program ends what was said before. */
function opensTopic(f: Frame, sentence: Span): boolean {
  return (
    /^[一二三四五六七八九十]是/u.test(
      f.scene.chars.slice(sentence.start, Math.min(sentence.start + 2, sentence.end)),
    ) && !f.scene.holds(f.scene.mentions.programs.weak, sentence)
  );
}

/** 三是为68所学校配发报警器74套: a numbered point that itself names no program. */
const isOwnPoint = (f: Frame, asset: Asset | null): boolean =>
  (opensTopic(f, f.sentence) && asset !== 'platform') || /^(?:另外|此外|另据)，/u.test(f.sentenceWords);

/** （一）“雪亮工程”有序推进。…（二）综治中心提档升级。: each numbered section is about what it names. */
function inOtherSection(f: Frame, first: ProgramMention): boolean {
  const { scene } = f;
  const there = scene.sentenceAt(first.start);
  const sections = [there, f.sentence].map((s) => (s ? scene.paragraph(s) : undefined));
  const [one, other] = sections;
  return (
    one !== undefined &&
    other !== undefined &&
    one !== other &&
    sections.every((p) => p !== undefined && SECTION.test(scene.chars.slice(p.start, p.start + 6)))
  );
}

const SECTION = /^(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+[、是])/u;

/** A camera system or platform that the words before describe, for equipment and money of that kind. */
function describedBefore(f: Frame, asset: Asset | null): AboutFinding | undefined {
  const hosts = asset ? HOSTS[asset] : undefined;
  if (!hosts || f.scene.mentions.programs.weak.length === 0) return undefined;
  for (const span of [{ start: f.sentence.start, end: f.clause.start }, ...f.scene.before(f.sentence)]) {
    const found = f.scene
      .inside(f.scene.mentions.programs.weak, span)
      .filter((m) => hosts.includes(m.program.category) && !isElsewhere(f, m))
      .at(-1);
    if (found) return { programs: [found.program], span: found, from: 'paragraph' };
  }
  return undefined;
}

/** Kinds of programs that a piece of equipment belongs to when the text is about one of them. */
const HOSTS: Readonly<Partial<Record<Asset, readonly ProgramRef['category'][]>>> = {
  camera: ['video_surveillance', 'platform'],
  platform: ['video_surveillance', 'platform', 'grid'],
  checkpoint: ['video_surveillance', 'platform'],
  alarm: ['alarm', 'video_surveillance'],
  patrol_car: ['patrol'],
  assistant_police: ['policing_model'],
  patrol_team: ['patrol', 'policing_model'],
  police_box: ['patrol', 'policing_model', 'facility'],
  police_station: ['facility'],
  village_center: ['facility', 'grid', 'campaign'],
};

/** Kinds of programs that any equipment may belong to when it is said right after them. */
const NEARBY: ReadonlySet<ProgramRef['category']> = new Set(['campaign', 'other']);

function fits(program: ProgramRef, asset: Asset | null): boolean {
  if (isGeneral(program)) return false;
  const hosts = asset ? HOSTS[asset] : undefined;
  const coined = program.discovered && program.category === 'community';
  return !hosts || hosts.includes(program.category) || NEARBY.has(program.category) || coined;
}

/** The heading's own program, when it is of the asset's kind, else what the title describes. */
function byArticle(f: Frame, asset: Asset | null): AboutFinding | undefined {
  const hosts = asset ? HOSTS[asset] : undefined;
  const { mentions, weak } = f.scene.mentions.programs;
  for (const heading of f.scene.headings(f.sentence)) {
    const found = f.scene
      .inside(mentions, heading)
      .find((m) => !isGeneral(m.program) && (!hosts || hosts.includes(m.program.category)));
    if (found && !isOver(f, found)) return { programs: [found.program], span: found, from: 'heading' };
  }
  if (!hosts || asset === 'patrol_team' || asset === 'assistant_police') return undefined;
  const main = f.scene.onceFor('title program', hosts, () => titleProgram(f.scene, weak, hosts));
  return main && !isElsewhere(f, main) ? { programs: [main.program], span: main, from: 'document' } : undefined;
}

/** A local program that is the only one named so far, and named early, is what the article is about. */
function soleProgram(f: Frame, asset: Asset | null): AboutFinding | undefined {
  const { first, other } = f.scene.once('soleProgram', () => firstAndOther(f.scene));
  const sole = first && first.end <= f.sentence.start && (other === undefined || other.start > f.sentence.end);
  const early = first && (f.scene.text.sentences[EARLY]?.start ?? Number.MAX_SAFE_INTEGER) > first.start;
  return sole && early && mayEquip(first.program, asset) && !isElsewhere(f, first) && !inOtherSection(f, first)
    ? { programs: [first.program], span: first, from: 'document' }
    : undefined;
}

/** Whether an article's only program may be what such a thing is for, with no nearer word that says so: a camera program, of what is joined to it. */
const mayEquip = ({ category }: ProgramRef, asset: Asset | null): boolean =>
  asset === null || (JOINED.has(asset) && category === 'video_surveillance');

const JOINED: ReadonlySet<Asset> = new Set(['camera', 'platform', 'checkpoint', 'village_center']);

/** The first program that is no general one and no campaign, and the first that is another. */
function firstAndOther(scene: Scene): { first: ProgramMention | undefined; other: ProgramMention | undefined } {
  const specific = named(scene).filter((m) => m.program.category !== 'campaign');
  const [first] = specific;
  return { first, other: specific.find((m) => m.program.id !== first?.program.id) };
}

/** The programs that are no general ones, in order. */
const named = (scene: Scene): readonly ProgramMention[] =>
  scene.once('namedPrograms', () => scene.mentions.programs.mentions.filter((m) => !isGeneral(m.program)));

/** The camera system that an article without named programs describes early is what its figures are about. */
function soleDescription(f: Frame, asset: Asset | null): AboutFinding | undefined {
  const hosts = asset ? HOSTS[asset] : undefined;
  if (named(f.scene).length > 0) return undefined;
  const early = f.scene.text.sentences[EARLY]?.start ?? Number.MAX_SAFE_INTEGER;
  const found = f.scene
    .inside(f.scene.mentions.programs.weak, { start: 0, end: early })
    .find(
      (m) =>
        m.end <= f.sentence.start &&
        (hosts ?? HOSTS.camera)?.includes(m.program.category) &&
        !isElsewhere(f, m) &&
        SYSTEM.test(m.program.name),
    );
  return found && { programs: [found.program], span: found, from: 'document' };
}

/** What is described as a whole; a platform or a centre is a part of it. */
const SYSTEM = /(?:系统|工程|网络|体系)$/u;

/** Sentences within which an article names what it is about. */
const EARLY = 5;

/** The article has gone on to another program. */
function isOver(f: Frame, main: ProgramMention): boolean {
  const last = f.scene.lastBefore(named(f.scene), f.sentence.start);
  return last !== undefined && last.program.id !== main.program.id;
}
