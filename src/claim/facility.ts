import { cueLexicon } from '../gazetteer/lexicon.ts';
import type { Sentence } from '../text/text.ts';
import { aboutPurpose } from './about.ts';
import type { Asset } from './claim.ts';
import { complete, type Verdict } from './draft.ts';
import { EQUIPMENT } from './equipment.ts';
import { type Frame, frame } from './frame.ts';
import { topicAsset } from './noun.ts';
import type { Scene } from './scene.ts';

const deploy = cueLexicon('deploy');

/** 120个“智慧平安小区”: a number right before the quoted name of a kind of facility. */
export function namedFacility(f: Frame): boolean {
  const [program] = f.scene
    .inside(f.scene.mentions.programs.mentions, { start: f.tail.start, end: f.tail.end + 1 })
    .filter((m) => m.start <= f.tail.start + 2);
  return (
    program !== undefined &&
    /(?:小区|社区|村|点|站|室|中心|街道|学校|医院|单位)”?$/u.test(program.surface) &&
    !/^(?:为|作为)(?:试点|例|样板|示范)/u.test(f.scene.chars.slice(program.end, program.end + 4)) &&
    isPlace(program.program.category)
  );
}

const isPlace = (category: string): boolean => category === 'community' || category === 'facility';

const DEFINITE =
  /(?:建成|建立了?|建起了?|搭建了?|成立了?|设立了?|开通了?|建设了?|研发了?|安装了?|购置了?|组建了?)([^，。；：！？“”]{0,24}?)/u;

/** What is said to be built without a number. */
export interface Built {
  readonly asset: Asset;
  readonly text: string;
  /** Whether the lexicon of assets knows it. */
  readonly isListed: boolean;
}

/** A definite facility or platform said to be built, with no number (建成拘留所, 建立…监控中心). */
export function builtThing(f: Frame): Built | undefined {
  const { chars } = f.scene;
  const words = f.tailWords;
  if (/^了?以/u.test(words)) return undefined;
  if (!DEFINITE.test(chars.slice(f.trigger.start, f.trigger.end)) || /^(?:健全|完善|工作|步伐|进程|水平)/u.test(words))
    return undefined;
  if (/申请|建议|提议|如果|假如|学习|参观/u.test(f.clauseWords)) return undefined;
  const noun = topicAsset(f, f.tail);
  if (
    noun &&
    !/^(?:网络|防控网|体系)/u.test(chars.slice(noun.span.end)) &&
    !/体系|防控网|网络$/u.test(f.scene.slice(noun.span)) &&
    (EQUIPMENT.has(noun.asset) || noun.asset === 'other')
  ) {
    const text = chars.slice(f.tail.start, noun.span.end).replace(/^了/u, '');
    return { asset: noun.asset, text, isListed: true };
  }
  const facility = /^了?([\u4e00-\u9fff（）]{0,16}(?:所|站|室|中心|基地|大厅|法庭|平台|系统))(?:$|[，。；])/u.exec(
    words,
  );
  return facility?.[1] && !/网络$|防控网$|体系$/u.test(facility[1])
    ? { asset: 'other', text: facility[1], isListed: false }
    : undefined;
}

/** The claim that such a thing was built. */
export function deployedWithout(f: Frame, { asset, text, isListed }: Built): Verdict {
  const about = isListed ? { about: aboutPurpose(f, f.tail, asset) } : {};
  return complete(f, { kind: 'DEPLOYED', rule: 'deployed/definite', asset, assetText: text, ...about });
}

const BUILDS = /建[成立起设]|搭建|成立|设立|开通|安装|购置|组建/u;

/** The verbs of a sentence that build something definite in a clause without any number. */
export function buildingFrames(scene: Scene, sentence: Sentence): Frame[] {
  if (!BUILDS.test(scene.slice(sentence))) return [];
  return sentence.clauses
    .filter((c) => BUILDS.test(scene.slice(c)) && scene.inside(scene.mentions.quantities, c).every((q) => q.label))
    .flatMap((c) =>
      deploy
        .find(scene.chars, c.start, c.end)
        .filter((t) => t.word.length === 2 && BUILDS.test(t.word))
        .slice(0, 1),
    )
    .map((t) => frame(scene, sentence, { start: t.start, end: t.end }, null));
}
