import type { Span } from '../article/article.ts';
import type { ExplainedParagraph, Explanation } from './explanation.ts';
import { type Html, html } from './html.ts';

/**
 * A paragraph cut wherever a mention, a quote or a piece of evidence begins or ends, so that any of them can light up:
 * each piece knows its offset (`data-at`) and the mentions that hold it (`data-m`, indices).
 */
export function paragraphHtml(explanation: Explanation, paragraph: ExplainedParagraph): Html {
  const cuts = cutsIn(explanation, paragraph);
  const pieces = cuts
    .slice(0, -1)
    .map((start, i) => piece(explanation, paragraph, { start, end: cuts[i + 1] ?? start }));
  if (paragraph.role === 'prose') return html`<p>${pieces}</p>`;
  return paragraph.role === 'title' ? html`<h1>${pieces}</h1>` : html`<h2>${pieces}</h2>`;
}

function cutsIn({ record, mentions, untaken }: Explanation, paragraph: Span): number[] {
  const evidence = record.claims.flatMap((c) => [c, ...Object.values(c.evidence)]);
  const spans: readonly Span[] = [...mentions, ...untaken, ...evidence];
  const inside = spans.flatMap((s) => [s.start, s.end]).filter((at) => at > paragraph.start && at < paragraph.end);
  return [...new Set([paragraph.start, ...inside, paragraph.end])].sort((a, b) => a - b);
}

function piece(explanation: Explanation, paragraph: ExplainedParagraph, span: Span): Html {
  const words = paragraph.words.slice(span.start - paragraph.start, span.end - paragraph.start);
  const holding = explanation.mentions.flatMap((m, i) => (m.start <= span.start && span.end <= m.end ? [i] : []));
  const refused = explanation.untaken.findIndex((u) => u.start <= span.start && span.end <= u.end);
  const types = holding.map((i) => explanation.mentions[i]?.type);
  const isOpen = holding.some((i) => explanation.mentions[i]?.candidates !== undefined);
  const classes = [...new Set(types), ...(isOpen ? ['open'] : []), ...(refused >= 0 ? ['untaken'] : [])].join(' ');
  const numbers = claimsWithFigureAt(explanation, span.end);
  const body =
    classes === ''
      ? html`<span data-at="${span.start}">${words}</span>`
      : html`<span data-at="${span.start}" data-m="${holding.join(' ')}" data-u="${refused}" class="m ${classes}" role="button" tabindex="0">${words}</span>`;
  return html`${body}${numbers.map((n) => html`<a class="n" href="#c${n}">${n}</a>`)}`;
}

/** The numbers (from 1) of the claims whose figure ends at an offset. */
function claimsWithFigureAt({ record }: Explanation, end: number): number[] {
  return record.claims.flatMap((c, i) => (c.evidence.figure?.end === end ? [i + 1] : []));
}
