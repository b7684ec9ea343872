import type { Span } from '../article/article.ts';
import { cueLexicons } from '../gazetteer/lexicon.ts';
import { firstAsset, headAsset } from './asset.ts';
import { objectStart, type Purpose } from './bought-before.ts';
import type { Asset } from './claim.ts';
import type { Frame } from './frame.ts';

const verbs = cueLexicons('deploy', 'fund', 'operate');

/** 在全市城区派出所｜建设治安监控探头: where it was built is not what was built. */
const WHERE =
  /^([，]?(?:各|又|还|再|并|也)?(?:在|为|给|与|和)[^，。；]{2,24}?)(?=共建|建设|安装|配备|配了|配置|设立|建起|建立|加装|新装|架设|买了|购置|购买|更换|更新|补充|增配|换|添置|配发|围上|装|买)/u;

/** The object of a span: the asset that it names first, or its words when a verb leads to something else. */
export function object(f: Frame, span: Span): Purpose | undefined {
  const { chars } = f.scene;
  const place = WHERE.exec(chars.slice(span.start, span.end));
  const done = /^，?对[^，。；]{2,16}的([\u4e00-\u9fff]{2,10})进行(?:升级|改造|扩容|更新|维修|装修)/u.exec(
    chars.slice(span.start, span.end),
  );
  const doneUp = done?.[1] === undefined ? undefined : headAsset(done[1], 0, done[1].length);
  if (doneUp) return { asset: doneUp.value, text: doneUp.word, span };
  const first = firstAsset(chars, span.start + (place?.[1]?.length ?? 0), span.end);
  if (first) return { asset: first.value, text: chars.slice(objectStart(f, span.start, first.start), first.end), span };
  const phrase = chars.slice(span.start, span.end).replace(/[，。；：、]+$/u, '');
  const words = afterVerb(phrase);
  const named = f.scene.inside(f.scene.mentions.programs.mentions, span);
  const works = words.replace(
    /(?:提档|扩容|提质)?升级|扩容|建设|改造|延伸|续建|[一二三四]期|全面|建成|竣工|完工|投用|投入使用|启用|通过验收|的/gu,
    '',
  );
  const programOnly = named.length > 0 && works.length - (named[0]?.surface.length ?? 0) < 4;
  const led = words !== phrase || /^(?:的|专项|资金|经费|作为|用来|用作)/u.test(phrase);
  return led &&
    !/公司$|供应商/u.test(words) &&
    !/^(?:用于|给)?(?:其他|其余|各)?(?:乡镇|镇街|街道|村|社区|县区|部门|单位)$|^(?:补盲|扩面|扩容|续建)$/u.test(
      words,
    ) &&
    !/^(?:到位|完毕|完成|下达|结束|使用|期|周期|工期|进度|标准|资金|经费|总)/u.test(words) &&
    /[\u4e00-\u9fff]{2}/u.test(words) &&
    !programOnly
    ? { asset: 'other', text: words, span }
    : undefined;
}

function afterVerb(words: string): string {
  const verb = verbs.first(words);
  const rest = verb && verb.start <= 2 ? words.slice(verb.end) : words;
  return rest.replace(/^[了的，]/u, '');
}

/** What the things are that a program of a category puts up, where nothing nearer says it. */
export const assetOfCategory = (category: string | undefined): Asset | null =>
  category === 'video_surveillance' ? 'camera' : category === 'platform' || category === 'alarm' ? category : null;
