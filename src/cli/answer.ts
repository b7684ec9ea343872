/** What an answer of the API may hold of a claim, or of a fact by its claim. */
interface Stated {
  readonly quote: string;
  readonly amountCny?: number | string | null;
  readonly count?: number | null;
  readonly figure?: number | string | null;
  readonly unit?: string | null;
  readonly assetText?: string | null;
  readonly year?: number | null;
  readonly stage?: string | null;
  readonly place?: { readonly name: string } | null;
  readonly actors?: readonly { readonly name: string }[];
  readonly actorNames?: readonly string[];
  readonly article?: { readonly title: string | null; readonly outlet: string | null } | null;
  readonly conflicts?: { readonly nodes: readonly Stated[] };
}

const SHOWN = 3;
const LONGEST_QUOTE = 60;

/** The largest figures of an answer, each with the words that state it; how many more there are. */
export function answerLines(answer: unknown): string[] {
  const stated = [...statements(answer)].sort((a, b) => size(b) - size(a));
  const more = stated.length - SHOWN;
  const lines = stated.slice(0, SHOWN).flatMap(linesOf);
  if (stated.length === 0) return ['(none)'];
  return more > 0 ? [...lines, `… and ${more} more`] : lines;
}

function* statements(value: unknown): Generator<Stated> {
  if (value === null || typeof value !== 'object') return;
  if ('quote' in value && typeof value.quote === 'string') yield value as Stated;
  else if ('claim' in value) yield { ...value, ...(value.claim as Stated) };
  else for (const inner of Object.values(value)) yield* statements(inner);
}

function size(it: Stated): number {
  return Number(it.amountCny ?? it.figure ?? it.count ?? 0);
}

function linesOf(it: Stated): string[] {
  const actors = it.actors?.map((actor) => actor.name) ?? it.actorNames ?? [];
  const who = actors.length > 0 ? actors.join('、') : (it.place?.name ?? '');
  const { title = null, outlet = null } = it.article ?? {};
  const source = [outlet, title === null ? null : `《${title}》`].filter((x) => x !== null).join(' ');
  const about = [who, figure(it), it.assetText, it.stage, it.year].filter(
    (x) => x !== null && x !== undefined && x !== '',
  );
  const others = it.conflicts?.nodes ?? [];
  return [
    about.join(' · '),
    `  “${shortened(it.quote)}”${source === '' ? '' : `  ${source}`}`,
    ...others.map((other) => `  ≠ ${figure(other)} “${shortened(other.quote)}”`),
  ];
}

function figure(it: Stated): string | null {
  const sum = it.amountCny ?? (it.unit === 'CNY' ? it.figure : null) ?? null;
  if (sum !== null) return `${inTenThousands(Number(sum))}元`;
  const count = it.figure ?? it.count ?? null;
  return count === null ? null : `${count}${it.unit ?? ''}`;
}

/** 66000000 → 6600万. */
function inTenThousands(value: number): string {
  if (value >= 1e8) return `${Number((value / 1e8).toFixed(4))}亿`;
  return value >= 1e4 ? `${Number((value / 1e4).toFixed(4))}万` : String(value);
}

function shortened(quote: string): string {
  const line = quote.replace(/\s+/g, ' ');
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line;
}
