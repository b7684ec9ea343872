import pc from 'picocolors';
import type { Claim } from '../claim/claim.ts';
import type { Reading } from '../extract.ts';
import type { Mention } from '../mention/mention.ts';
import { masking } from '../mention/person.ts';
import { inOrder } from '../mention/read.ts';
import { originalSpan, type Sentence, type Text } from '../text/text.ts';

type Colours = ReturnType<typeof pc.createColors>;

/** An article for people: every sentence with its mentions marked, under it the claims that it states. */
export function pretty({ article, text, mentions, record }: Reading, colour: boolean): string {
  const colours = pc.createColors(colour);
  const { title, publishedOn, outlet } = record.article;
  const mask = masking(new Set(mentions.persons.map((person) => person.surface)));
  const head = [colours.bold(title ?? article.file), [outlet, publishedOn].filter((x) => x !== null).join(' · ')];
  const body = text.sentences.flatMap((sentence) => [
    marked(text, sentence, inOrder(mentions), mask, colours),
    ...record.claims.filter(statedIn(text, sentence)).map((claim) => claimLine(claim, colours)),
  ]);
  const issues = record.issues.map((issue) => colours.yellow(`! ${issue.code}: ${issue.message}`));
  return [...head.filter((line) => line !== ''), '', ...body, ...issues, ''].join('\n');
}

/** The sentence with its mentions as [words]type, coloured where there are colours; people are blacked out. */
function marked(
  text: Text,
  { start, end }: Sentence,
  mentions: readonly Mention[],
  mask: (words: string) => string,
  colours: Colours,
): string {
  let line = '';
  let at = start;
  for (const mention of mentions) {
    if (mention.start < at || mention.end > end) continue;
    line += mask(text.chars.slice(at, mention.start));
    const words = text.chars.slice(mention.start, mention.end);
    line += mention.type === 'person' ? '█'.repeat(words.length) : mark(mention.type, mask(words), colours);
    at = mention.end;
  }
  return (line + mask(text.chars.slice(at, end))).trim();
}

const COLOURS: Readonly<Record<Exclude<Mention['type'], 'person'>, keyof Colours>> = {
  place: 'green',
  agency: 'cyan',
  class: 'cyan',
  program: 'magenta',
  money: 'yellow',
  quantity: 'yellow',
  date: 'blue',
  document: 'blue',
};

function mark(type: keyof typeof COLOURS, words: string, colours: Colours): string {
  const paint = colours[COLOURS[type]] as (words: string) => string;
  return colours.isColorSupported ? paint(words) : `[${words}]${type}`;
}

/** Whether a claim's quote begins in the sentence. */
function statedIn(text: Text, sentence: Sentence): (claim: Claim) => boolean {
  if (sentence.end <= sentence.start) return () => false;
  const { start, end } = originalSpan(text, sentence);
  return (claim) => claim.start >= start && claim.start < end;
}

function claimLine(claim: Claim, colours: Colours): string {
  const { count, countMin, countMax, amountCny, amountMin, amountMax, approx } = claim;
  const figure = amountCny ?? count;
  const unit = amountCny === null ? (claim.unit ?? '') : '元';
  const bounds = approx === 'exact' ? '' : ` (${amountMin ?? countMin ?? '…'} to ${amountMax ?? countMax ?? '…'})`;
  const parts = [
    figure === null ? null : `${figure}${unit}${bounds}`,
    claim.assetText ?? claim.asset,
    claim.actors.length > 0 ? `by ${claim.actors.map((actor) => actor.name).join(', ')}` : null,
    claim.program === null ? null : `for ${claim.program}`,
    claim.place === null ? null : `at ${claim.place.name}`,
    [claim.stage, claim.scope, claim.year].filter((x) => x !== null).join(' '),
  ];
  return `  ${colours.bold(`→ ${claim.kind}`)}  ${parts.filter((part) => part !== null && part !== '').join(' · ')}`;
}
