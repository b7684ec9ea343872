import type { Text } from '../text/text.ts';
import type { DateMention, ProgramMention } from './mention.ts';

const SINCE = /^(?:”|工作)?(?:开展|实施|启动|部署|推行|运行|建设|投用|建成)?以来/u;

/** 专项行动开展以来: a period that begins when the text says the program began. */
export function sincePrograms(
  text: Text,
  programs: readonly ProgramMention[],
  dates: readonly DateMention[],
): DateMention[] {
  const launches = new Map<string, Launch | undefined>();
  const launchOf = ({ id }: ProgramMention['program']): Launch | undefined => {
    if (!launches.has(id))
      launches.set(
        id,
        firstDated(
          text,
          programs.filter((p) => p.program.id === id),
          dates,
        ),
      );
    return launches.get(id);
  };
  return programs.flatMap((program) => {
    const since = SINCE.exec(text.chars.slice(program.end, program.end + 10));
    const launch = since ? launchOf(program.program) : undefined;
    if (!since || !launch || launch.at >= program.start) return [];
    const began = launch.date;
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

/** A program's first mention in a dated sentence, and that date. */
interface Launch {
  readonly at: number;
  readonly date: DateMention;
}

function firstDated(
  text: Text,
  programs: readonly ProgramMention[],
  dates: readonly DateMention[],
): Launch | undefined {
  let s = 0;
  let d = 0;
  for (const program of programs) {
    while ((text.sentences[s]?.end ?? Number.POSITIVE_INFINITY) < program.end) s++;
    const sentence = text.sentences[s];
    if (!sentence || program.start < sentence.start) continue;
    while ((dates[d]?.start ?? Number.POSITIVE_INFINITY) < sentence.start) d++;
    for (let i = d; (dates[i]?.end ?? Number.POSITIVE_INFINITY) <= sentence.end; i++) {
      const date = dates[i];
      if (date && date.from !== null && (date.sense === 'point' || date.sense === 'since'))
        return { at: program.start, date };
    }
  }
  return undefined;
}
