// The start page: sends a query to the API of its own origin, and shows each answer with the words that state it.
const { examples, search } = await (await fetch('/page.json')).json();
const lang = document.documentElement.dataset.lang;
const box = document.querySelector('#document');
const state = document.querySelector('#state');
const answer = document.querySelector('#answer');
const raw = document.querySelector('#raw');
const say = (zh, en) => (lang === 'zh' ? zh : en);

async function ask(query, variables) {
  state.textContent = say('在查…', 'asking…');
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    show(await response.json());
  } catch {
    show({ errors: [{ message: say('服务没有应答', 'the server does not answer') }] });
  }
}

function show({ data, errors = [] }) {
  const stated = [...statements(data ?? {})].sort((a, b) => size(b) - size(a));
  const named = (data?.search?.hits ?? []).filter((hit) => hit.type !== 'Claim');
  const shown = [...errors.map(errorCard), ...named.map(nameCard), ...stated.map(card)];
  answer.replaceChildren(...shown);
  state.textContent = say(`${shown.length} 条`, `${shown.length} shown`);
  if (shown.length === 0) state.textContent = say('没有可引的原话，见 JSON', 'nothing to quote; see the JSON');
  raw.open = shown.length === 0;
  raw.hidden = false;
  raw.querySelector('pre').textContent = JSON.stringify({ data, ...(errors.length ? { errors } : {}) }, null, 2);
}

/** Whatever in an answer has a quote; a fact is shown by its claim, with what conflicts with it. */
function* statements(value) {
  if (value === null || typeof value !== 'object') return;
  if (typeof value.quote === 'string') yield value;
  else if (typeof value.claim?.quote === 'string') yield { ...value, ...value.claim };
  else for (const inner of Object.values(value)) yield* statements(inner);
}

const size = (it) => Number(it.amountCny ?? it.figure ?? it.count ?? 0);

function card(it) {
  const node = element('article', 'card');
  const about = [it.kind, it.stage, it.year].filter(Boolean).join(' · ');
  node.append(element('p', 'source', about), element('h3', '', headline(it)), element('p', '', subject(it)));
  const quote = element('blockquote');
  quote.lang = 'zh-Hans';
  quote.append(...highlighted(it));
  node.append(quote);
  for (const other of it.conflicts?.nodes ?? []) {
    node.append(
      element('p', 'versus', say('另一说：', 'elsewhere: ') + figure(other)),
      element('blockquote', '', other.quote),
    );
  }
  const article = it.article ?? it.claims?.nodes?.[0]?.article;
  if (article) node.append(source(article));
  if (it.sourceCount > 1)
    node.append(element('p', 'source', say(`${it.sourceCount} 个独立来源`, `${it.sourceCount} independent sources`)));
  return node;
}

function headline(it) {
  const bought = it.paysFor?.count ? ` → ${figure(it.paysFor)} ${thing(it.paysFor)}` : '';
  return (figure(it) || thing(it) || it.program?.name || it.kind || '') + bought;
}

function figure(it) {
  if (it.amountCny != null) return sum(it.amountCny, it.approx);
  if (it.figure != null) return it.unit === 'CNY' ? sum(it.figure) : `${plain(it.figure)}${it.unit ?? ''}`;
  return it.count == null ? '' : `${plain(it.count)}${it.approx === 'over' ? '+' : ''} ${it.unit ?? ''}`.trim();
}

const plain = (value) => Number(value).toLocaleString('en');
const round = (value) => Number(value.toFixed(2)).toLocaleString('en');

/** 66000000 → 6,600万元 or ¥66,000,000. */
function sum(value, approx) {
  const more = approx === 'over' ? '+' : '';
  if (lang !== 'zh') return `¥${plain(value)}${more}`;
  if (value >= 1e8) return `${round(value / 1e8)}亿元${more}`;
  return value >= 1e4 ? `${round(value / 1e4)}万元${more}` : `${plain(value)}元${more}`;
}

const thing = (it) => it.assetText ?? it.asset ?? '';

function subject(it) {
  const actors = it.actors?.map((actor) => actor.name) ?? it.actorNames ?? [];
  const program = it.program ?? it.programs?.[0];
  const name = program && (lang === 'en' && program.nameEn ? `${program.name} (${program.nameEn})` : program.name);
  const what = figure(it) ? thing(it) : '';
  return [...new Set([...actors, it.place?.name, name, what].filter(Boolean))].join(' · ');
}

/** The quote with the words of the figure marked. */
function highlighted(it) {
  const at = it.evidence?.find((e) => e.field === 'figure' && e.text !== null);
  if (at === undefined) return [it.quote];
  const [from, to] = [at.start - it.start, at.end - it.start];
  return [it.quote.slice(0, from), element('mark', '', it.quote.slice(from, to)), it.quote.slice(to)];
}

function source({ title, outlet, publishedOn, url }) {
  const line = element('p', 'source');
  const safe = /^https?:\/\//.test(url ?? '');
  const name = element(safe ? 'a' : 'span', '', `《${title ?? '…'}》`);
  if (safe) Object.assign(name, { href: url, rel: 'noreferrer noopener' });
  line.append(name, ` ${[outlet, publishedOn].filter(Boolean).join(' · ')}`);
  return line;
}

/** What a search found by its name. */
function nameCard({ type, name, node: { id } }) {
  const node = element('article', 'card');
  node.append(element('p', 'source', type), element('h3', '', name), element('p', 'source', id));
  return node;
}

function errorCard({ message }) {
  const node = element('article', 'card error');
  node.append(element('h3', '', say('查询有误', 'The query failed')), element('p', '', message));
  return node;
}

function element(name, className = '', text = '') {
  const node = document.createElement(name);
  if (className) node.className = className;
  if (text !== '') node.textContent = text;
  return node;
}

function choose(example) {
  box.value = example.query;
  for (const button of document.querySelectorAll('.examples button')) {
    button.setAttribute('aria-pressed', String(button.dataset.id === example.id));
  }
  history.replaceState(null, '', `#${example.id}`);
  ask(example.query);
}

for (const example of examples) {
  const button = element('button', '', example[lang]);
  button.type = 'button';
  button.dataset.id = example.id;
  button.addEventListener('click', () => choose(example));
  document.querySelector('#examples').append(button);
}
document.querySelector('#search').addEventListener('submit', (event) => {
  event.preventDefault();
  box.value = search;
  ask(search, { text: document.querySelector('#text').value });
});
document.querySelector('#query').addEventListener('submit', (event) => {
  event.preventDefault();
  ask(box.value, { text: document.querySelector('#text').value });
});
choose(examples.find(({ id }) => `#${id}` === location.hash) ?? examples[0]);
