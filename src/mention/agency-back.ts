import type { Text } from '../text/text.ts';
import type { AgencyMention } from './mention.ts';

/** 该局, 该支队, 该中心: the body of that kind which was named last. */
const BACK = /该(局|支队|大队|总队|分局|派出所|所|委|厅|院|中心)(?![长里内])/gu;

const isAbove = (upper: AgencyMention, lower: AgencyMention): boolean => {
  const [above, below] = [upper.agency.place?.code, lower.agency.place?.code];
  return above !== undefined && below !== undefined && above !== below && below.startsWith(above.replace(/0+$/u, ''));
};

/** Finds the words that refer back to a body, where one of its kind was named within the same article before. */
export function backReferences(text: Text, named: readonly AgencyMention[]): AgencyMention[] {
  return [...text.chars.matchAll(BACK)].flatMap((match) => {
    const before = named.filter((m) => m.end <= match.index && m.surface.endsWith(match[1] ?? ''));
    // 榆树市公安局…，长春市公安局另支持…。该局…: a body above the one that the text began with only helped.
    const last = before.findLast((m) => before[0] === undefined || !isAbove(m, before[0]));
    const end = match.index + match[0].length;
    return last ? [{ ...last, start: match.index, end, surface: match[0] }] : [];
  });
}
