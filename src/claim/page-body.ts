import type { AgencyMention } from '../mention/mention.ts';
import type { Scene } from './scene.ts';

/** How the body that buys is named in a notice: 采购人：芦山县公安局. */
const BUYER = /(?:采购人|采购单位|招标人|招标单位|采购方|建设单位|业主单位)(?:名称|信息)?(?:为|是)?[：\s]*$/u;
const NOTICE = /(?:中标|成交|招标|采购|磋商|谈判|询价|比选|中选)[^，。]{0,6}(?:公告|公示|结果|通知)/u;
/** 高唐县公安局2022年部门预算: what follows the name of a body whose budget a page gives. */
const BUDGET_OF = /^(?:机关|本级)?[（(]?(?:\d{4}年)?(?:度)?[^，。]{0,6}(?:预算|决算)/u;

/** The body that a page speaks for where a sentence names nobody: who buys in a notice, whose budget it is. */
export const pageBody = (scene: Scene): AgencyMention | undefined => scene.once('pageBody', () => found(scene));

function found(scene: Scene): AgencyMention | undefined {
  const [title] = scene.text.paragraphs;
  if (title?.role !== 'title') return undefined;
  const { mentions } = scene.mentions.agencies;
  const titled = scene.inside(mentions, title).filter((m) => m.agency.type !== 'enterprise');
  if (!NOTICE.test(scene.slice(title))) return titled.find((m) => BUDGET_OF.test(scene.chars.slice(m.end, title.end)));
  return (
    mentions.find((m) => BUYER.test(scene.chars.slice(Math.max(0, m.start - 12), m.start))) ??
    titled.find((m) => m.start === title.start)
  );
}
