import { Html, html } from '../explain/html.ts';
import { paperStyle } from '../explain/paper.ts';
import type { ArticleDifference, ClaimChange, Difference, FieldChange } from './difference.ts';
import { headline } from './lines.ts';

/** Nothing is fetched and nothing runs: a page for a reviewer, in one file. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** A difference as one self-contained HTML page without script. */
export function differencePage(
  difference: Difference,
  names: { readonly before: string; readonly after: string },
): string {
  const { articles, same, appeared, vanished, changed, rules, differences } = difference;
  const style = new Html(paperStyle(new URL('page.css', import.meta.url)));
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="${POLICY}">
<title>${names.before} → ${names.after} · Xueliang diff</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<header>
<p class="brand">雪亮 <span>diff</span></p>
<h1>${names.before} → ${names.after}</h1>
<p class="soft">rules ${rules.before.join(', ') || '–'} → ${rules.after.join(', ') || '–'} · ${articles} articles, ${differences.length} of them read differently</p>
<dl class="counts">
<div><dt>the same</dt><dd>${same}</dd></div>
<div class="appeared"><dt>appeared</dt><dd>${appeared}</dd></div>
<div class="vanished"><dt>vanished</dt><dd>${vanished}</dd></div>
<div class="changed"><dt>changed</dt><dd>${changed}</dd></div>
</dl>
</header>
<main>${differences.map(articleHtml)}</main>
</body>
</html>
`.markup;
}

function articleHtml({ file, title, onlyIn, claims, names }: ArticleDifference): Html {
  return html`<section>
<h2 lang="zh-Hans">${title ?? file}</h2>
<p class="soft"><code>${file}</code>${onlyIn && html` · only ${onlyIn}`}</p>
${claims.map(claimHtml)}
${names.map(
  ({ list, appeared, vanished }) =>
    html`<p class="names">${list}: ${appeared.map((n) => html`<ins>${n}</ins> `)}${vanished.map((n) => html`<del>${n}</del> `)}</p>`,
)}
</section>`;
}

function claimHtml({ status, before, after, fields, reason }: ClaimChange): Html | null {
  const claim = after ?? before;
  if (!claim) return null;
  return html`<article class="${status}">
<h3>${headline(claim)} <small>${status}</small></h3>
<blockquote lang="zh-Hans">${claim.quote}</blockquote>
${fields.length > 0 && html`<table>${fields.map(fieldHtml)}</table>`}
${reason !== null && html`<p class="soft">${status === 'vanished' ? 'now' : 'before'}: ${reason}</p>`}
<p class="soft">rule <code>${claim.rule}</code> · ${claim.start}–${claim.end}</p>
</article>`;
}

const fieldHtml = ({ field, before, after, evidence }: FieldChange): Html =>
  html`<tr><th>${field}</th><td><del>${before}</del></td><td><ins>${after}</ins></td><td class="soft">${evidence ?? ''}</td></tr>`;
