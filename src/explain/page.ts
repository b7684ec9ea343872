import { readFileSync } from 'node:fs';
import type { Claim } from '../claim/claim.ts';
import type { Issue } from '../text/text.ts';
import { cardHtml } from './card.ts';
import type { ExplainedMention, ExplainedParagraph, Explanation } from './explanation.ts';
import { Html, html } from './html.ts';
import { paperStyle } from './paper.ts';
import { paragraphHtml } from './paragraph.ts';
import { hasWord, word } from './words.ts';

/** Languages that the page opens in; it holds both. */
export type PageLanguage = 'zh' | 'en';

/** Nothing is fetched and nothing is sent: the page works from a file, years later. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** The explanation of one article as one self-contained HTML page. */
export function explanationPage(explanation: Explanation, language: PageLanguage): string {
  const { article, claims } = explanation.record;
  const title = article.title ?? article.file;
  return html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-Hans' : 'en'}" data-lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="${POLICY}">
<title>${title} · Xueliang explain</title>
<link rel="icon" href="data:,">
<style>${new Html(paperStyle(new URL('page/page.css', import.meta.url)))}</style>
</head>
<body>
<header>
<button id="lang">${word('page', 'lang')}</button>
<p class="brand">雪亮 <span>explain</span></p>
<p class="about">${[article.outlet, article.publishedOn].filter((x) => x !== null).join(' · ')}${article.subjectPlace === null ? null : html` · ${word('page', 'subject')} ${article.subjectPlace.name}`}</p>
<p class="hint">${word('page', 'hint')}</p>
<p class="legend">${LEGEND.map((type) => html`<span class="m ${type}">${word('type', type)}</span> `)}<span class="total">${claims.length} ${word('page', 'claims')}</span></p>
</header>
<main>
${explanation.paragraphs.map((p) => html`<section class="beat"><div class="words">${paragraphHtml(explanation, p)}</div><div class="cards">${cardsOf(explanation, p)}</div></section>`)}
</main>
<footer>
${untakenSection(explanation)}
${openSection(explanation.mentions)}
${linkedSection(explanation)}
${issueSection(explanation)}
<p class="soft">${explanation.omitted} ${word('page', 'omitted')}.</p>
<p class="soft"><code>${article.file}</code> · textSha256 <code>${article.textSha256}</code></p>
</footer>
<div id="details" role="status" aria-live="polite" hidden></div>
<script type="application/json" id="data">${data(explanation)}</script>
<script>${new Html(readFileSync(new URL('page/page.js', import.meta.url), 'utf8'))}</script>
</body>
</html>
`.markup;
}

const LEGEND = ['place', 'agency', 'program', 'money', 'quantity', 'date', 'document', 'person', 'untaken'] as const;

/** What the details of a mention show, made here so that the script only moves nodes; JSON that cannot end its element. */
function data({ mentions, untaken }: Explanation): Html {
  const shown = {
    mentions: mentions.map((m) => mentionHtml(m).markup),
    untaken: untaken.map((u) => reasonHtml(u).markup),
  };
  return new Html(JSON.stringify(shown).replace(/</g, '\\u003c'));
}

function mentionHtml({ type, words, meaning, ref, level, candidates }: ExplainedMention): Html {
  return html`<p><span class="m ${type}">${words}</span> ${word('type', type)}${level && html` · ${word('level', level)}`}</p>${
    meaning && html`<p><b>${meaning}</b>${ref && ref !== meaning && html` <code>${ref}</code>`}</p>`
  }${candidates && candidatesHtml(candidates)}`;
}

const candidatesHtml = (candidates: ExplainedMention['candidates'] = []): Html =>
  html`<p>${word('page', 'may')}: ${candidates.map((c, i) => html`${i > 0 && '；'}${c.name} <code>${c.code}</code>`)}</p>`;

function reasonHtml({ code, message }: Issue): Html {
  const detail = /: (.+)$/u.exec(message)?.[1];
  return html`<p>${hasWord('reason', code) ? word('reason', code) : message}${detail && html` (${detail})`} <code>${code}</code></p>`;
}

/** The cards of the claims whose figure, else whose quote, begins in a paragraph. */
function cardsOf({ record }: Explanation, { start, end }: ExplainedParagraph): Html[] {
  const at = (c: Claim) => c.evidence.figure?.start ?? c.start;
  return record.claims.flatMap((c, i) => (at(c) >= start && at(c) < end ? [cardHtml(record, c, i + 1)] : []));
}

function wordsOf({ paragraphs }: Explanation, { start, end }: Issue): string {
  const p = paragraphs.find((x) => x.start <= start && end <= x.end);
  return p?.words.slice(start - p.start, end - p.start) ?? '';
}

const jump = (span: { readonly start: number; readonly end: number }, words: string): Html =>
  html`<button class="jump" data-from="${span.start}" data-to="${span.end}">${words}</button>`;

function untakenSection(explanation: Explanation): Html {
  const items = explanation.untaken.map((u) => html`<li>${jump(u, wordsOf(explanation, u))}${reasonHtml(u)}</li>`);
  return list('untaken', items);
}

function openSection(mentions: readonly ExplainedMention[]): Html {
  return list(
    'open',
    mentions.filter((m) => m.candidates).map((m) => html`<li>${jump(m, m.words)}${candidatesHtml(m.candidates)}</li>`),
  );
}

/** Every linked name once, with where it stands first. */
function linkedSection({ mentions }: Explanation): Html {
  const first = new Map<string, ExplainedMention>();
  for (const m of mentions) if (m.ref !== undefined && !first.has(m.ref)) first.set(m.ref, m);
  const items = [...first.values()].map(
    (m) => html`<li>${jump(m, m.words)}<p>${word('type', m.type)} · <b>${m.meaning}</b> <code>${m.ref}</code></p></li>`,
  );
  return list('linked', items);
}

function issueSection(explanation: Explanation): Html {
  const told = new Set([...explanation.untaken.map((u) => u.start)]);
  const rest = explanation.record.issues.filter((i) => !told.has(i.start) && i.code !== 'PLACE_AMBIGUOUS');
  return list(
    'issues',
    rest.map((i) => html`<li>${jump(i, wordsOf(explanation, i))}${reasonHtml(i)}</li>`),
  );
}

function list(name: string, items: readonly Html[]): Html {
  const body = items.length === 0 ? html`<p class="soft">${word('page', 'none')}</p>` : html`<ul>${items}</ul>`;
  return html`<section class="list"><h2>${word('page', name)} <small>${items.length}</small></h2>${body}</section>`;
}
