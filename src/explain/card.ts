import type { Claim, Evidence, ExtractionRecord } from '../claim/claim.ts';
import { type Html, html } from './html.ts';
import { word } from './words.ts';

/** One claim as a card: each attribute a button that lights up the words it rests on, with how far away they stand. */
export function cardHtml(record: ExtractionRecord, claim: Claim, number: number): Html {
  const { evidence } = claim;
  return html`<article class="card ${claim.kind}" id="c${number}" data-from="${claim.start}" data-to="${claim.end}">
<h3><a class="n" href="#c${number}">${number}</a>${word('kind', claim.kind)}<small>${claim.kind}</small></h3>
${figure(claim)}
${row('asset', asset(claim), undefined)}
${row('actor', claim.actors.map((a) => a.name).join('、'), evidence.actor)}
${row('program', programs(record, claim), evidence.program)}
${row('place', places(record, claim), evidence.place)}
${row('date', date(claim), evidence.date)}
${row('stage', word('stage', claim.stage), evidence.stage)}
${claim.scope === null ? null : row('scope', word('scope', claim.scope), undefined)}
${linked('partOf', record, claim.partOf)}${linked('paysFor', record, claim.paysFor)}
<p class="rule">${word('page', 'rule')} <code>${claim.rule}</code> · ${claim.rulesVersion}</p>
</article>`;
}

function row(name: string, value: Html | string, evidence: Evidence | undefined): Html | null {
  if (value === '') return null;
  const label = html`<span class="label">${word('attribute', name)}</span><span class="value">${value}</span>`;
  if (!evidence) {
    const note =
      name === 'asset' || name === 'scope' ? null : html`<span class="far none">${word('page', 'noWords')}</span>`;
    return html`<div class="row">${label}${note}</div>`;
  }
  return html`<button class="row" data-from="${evidence.start}" data-to="${evidence.end}">${label}<span class="far ${evidence.from}">${word('distance', evidence.from)}</span></button>`;
}

function figure(claim: Claim): Html | null {
  const { amountCny, amountMin, amountMax, count, countMin, countMax, approx, evidence } = claim;
  const value = amountCny ?? count;
  if (value === null) return null;
  const [min, max] = amountCny === null ? [countMin, countMax] : [amountMin, amountMax];
  const unit = amountCny === null ? (claim.unit ?? '') : '元';
  const bounds =
    approx === 'exact' ? null : html`<small>${grouped(min)} – ${max === null ? '…' : grouped(max)}</small>`;
  const shown = html`<b class="amount">${grouped(value)}</b>${unit} <em>${word('approx', approx)}</em> ${bounds}`;
  return evidence.figure
    ? html`<button class="row figure" data-from="${evidence.figure.start}" data-to="${evidence.figure.end}">${shown}</button>`
    : html`<div class="row figure">${shown}</div>`;
}

const grouped = (value: number | null): string => (value === null ? '…' : value.toLocaleString('en-US'));

function asset({ asset: kind, assetText }: Claim): Html | string {
  if (kind === null) return assetText ?? '';
  return html`${word('asset', kind)}${assetText === null ? null : html` <q>${assetText}</q>`}`;
}

const programs = (record: ExtractionRecord, claim: Claim): string =>
  claim.programs.map((id) => record.programs.find((p) => p.id === id)?.name ?? id).join('、');

const places = (record: ExtractionRecord, claim: Claim): string =>
  claim.places.map((code) => record.places.find((p) => p.code === code)?.name ?? code).join('、');

function date({ from, to, asOf, year, dateText }: Claim): string {
  const stated = [from, to ?? asOf].filter((d) => d !== null).join(' – ');
  const shown = stated === '' ? String(year ?? '') : stated;
  return dateText === null ? shown : `${shown} (${dateText})`;
}

function linked(name: 'partOf' | 'paysFor', record: ExtractionRecord, id: string | undefined): Html | null {
  const index = record.claims.findIndex((c) => c.id === id);
  return index < 0
    ? null
    : html`<p class="link">${word('page', name)} <a class="n" href="#c${index + 1}">${index + 1}</a></p>`;
}
