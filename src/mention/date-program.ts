import type { Text } from '../text/text.ts';
import type { DateMention, ProgramMention } from './mention.ts';

const SINCE = /^(?:”|工作)?(?:开展|实施|启动|部署|推行|运行|建设|投用|建成)?以来/u;

/** 专项行动开展以来: a period that begins when the text says the program began. */
export function sincePrograms(
  text: Text,
  programs: readonly ProgramMention[],
  dates: readonly DateMention[],
): DateMention[] {
  return programs.flatMap((program) => {
    const since = SINCE.exec(text.chars.slice(program.end, program.end + 10));
    const began = since && launchDate(text, program, programs, dates);
    if (!since || !began) return [];
    const end = program.end + since[0].length;
    return [
      {
        type: 'date' as const,
        start: program.start,
        end,
        surface: text.chars.slice(program.start, end),
        from: began.from,
        to: null,
        asOf: null,
        year: began.year,
        sense: 'since' as const,
      },
    ];
  });
}

/** The first dated sentence that names the program. */
function launchDate(
  text: Text,
  program: ProgramMention,
  programs: readonly ProgramMention[],
  dates: readonly DateMention[],
): DateMention | undefined {
  for (const sentence of text.sentences) {
    const named = programs.some(
      (p) =>
        p.program.id === program.program.id &&
        p.start >= sentence.start &&
        p.end <= sentence.end &&
        p.start < program.start,
    );
    const date = dates.find(
      (d) =>
        d.start >= sentence.start &&
        d.end <= sentence.end &&
        d.from !== null &&
        (d.sense === 'point' || d.sense === 'since'),
    );
    if (named && date) return date;
  }
  return undefined;
}
