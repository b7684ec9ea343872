import { anyOf, FURNITURE } from './furniture.ts';
import { askedOnce, bare, isEnd, isFurniture, isMeta, isProse, type Line } from './line.ts';

/** The body of a page: its lines, and the first line that no longer belongs to it. */
export interface Body {
  readonly lines: readonly Line[];
  readonly endsAt: number;
}

/** How much running text must stand in front of 相关新闻 or 评论 before it can end the body, in characters. */
const ENOUGH = 60;

/** Picks the body's lines from `from` on: related news, comments, editors and what follows left out. */
export function readBody(lines: readonly Line[], from: number, isTitle: (line: Line) => boolean): Body {
  const endsAt = findEnd(lines, from);
  const kept = lines
    .slice(from, endsAt)
    .filter((l) => isProse(l) || !(isFurniture(l) || isEnd(l) || isMeta(l) || isTitle(l)));
  return { lines: withoutAbstract(withoutTail(kept)), endsAt };
}

function findEnd(lines: readonly Line[], from: number): number {
  const total = lines.slice(from).reduce((n, l) => n + proseLength(l), 0);
  let before = 0;
  for (let i = from; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) break;
    if ((before >= ENOUGH || before * 2 >= total) && before * 3 >= total - before && isEnd(line)) return i;
    before += proseLength(line);
  }
  return lines.length;
}

const proseLength = (line: Line): number => (isProse(line) ? line.text.length : 0);

const FINISHED = /[\u3400-\u9fff”’」』)）%％][.．]$|[。！？!?…；;：:][”’」』"')）】]*\s*[|]?$|[”’」』）)】]$/;

/** Short lines after the last finished sentence are spam, captions or navigation. */
function withoutTail(lines: readonly Line[]): readonly Line[] {
  let end = lines.length;
  while (end > 0) {
    const line = lines[end - 1];
    if (line === undefined || FINISHED.test(line.text) || isCutProse(line)) break;
    end--;
  }
  return end === 0 ? lines : lines.slice(0, end);
}

const isCutProse = (line: Line): boolean =>
  line.text.length >= 30 && /[，,、]/.test(line.text) && !/\s/.test(line.text.slice(0, 30));

const LABEL = anyOf(FURNITURE.abstract, '^[\\s\\[【(]*', '[\\]】):\\s]*');
const letters = (s: string): string => s.replace(/[^\u3400-\u9fffA-Za-z0-9]/g, '');
const lettersOf = askedOnce((line) => letters(line.text));

/** An abstract that stands again in the body (whole, or cut short) is read once: in the body. */
function withoutAbstract(lines: readonly Line[]): readonly Line[] {
  return lines.filter((line, i) => {
    if (i > 3 || i === lines.length - 1) return true;
    const text = letters(bare(line).replace(LABEL, ''));
    if (text.length < 24) return true;
    const original = lettersOf(line).slice(-text.length);
    return !lines.slice(i + 1).some((l) => l.text.length >= original.length && lettersOf(l).includes(original));
  });
}
