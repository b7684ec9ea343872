import type { Frame } from './frame.ts';

/** 镇村配套1280万元, 其余380万元由通信运营商垫付: the words of a sum name who paid it, and it is no body that the text names. */
export const isPaidByOthers = (f: Frame): boolean =>
  f.figure?.type === 'money' &&
  (BEFORE.test(f.headWords) || BEHIND.test(f.scene.chars.slice(f.trigger.end, f.sentence.end)));

/** Who pays by kind, and the verb of paying, or by kind alone (其余乡镇190万元). */
const BEFORE =
  /(?:乡镇|[镇乡村街省市县区州旗]级?|企业|公司|集团|合作社|商户|商号|运营商|集体|单位|群众|村民|居民|社会|中央|上级|[县镇乡村州市区]里|[镇省]上|厂区|矿山|协会|本级|财政)[^，。；、]{0,6}(?:自筹|配套|补助|奖补|以奖代补|补贴|资助|承担|负担|分担|分摊|垫付|垫资|垫|拿出|出资|投入|筹了?|凑了?|掏|出了?|拨款?|拿了?|捐[款赠资]?)(?:资金|了|出)?(?:约|近)?$|^[，、]?(?:其中|其余|余下|剩下|另外|另有)?(?:乡镇|[镇乡村省市县区州旗]级?|省市|镇街|镇村|乡镇村|企业|上级|中央)$/u;

/** 剩下的228万元由5家企业分摊: who pays may stand behind the sum. */
const BEHIND =
  /^，?(?:全部|均)?(?:由|为|来自)[^，。；]{2,16}?(?:分摊|分担|垫付|垫资|承担|负担|自筹|所筹|自建|折抵|凑|投入|解决|先行|出资|支付)/u;
