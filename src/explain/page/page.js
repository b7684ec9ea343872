const root = document.documentElement;
const pieces = [...document.querySelectorAll('main [data-at]')];
const details = document.getElementById('details');
const { mentions, untaken } = JSON.parse(document.getElementById('data').textContent);

/** Lights up the words of a span of article text, and scrolls to them when they are out of sight. */
function light(from, to, name) {
  for (const piece of pieces) {
    const at = Number(piece.dataset.at);
    piece.classList.toggle(name, at >= from && at < to);
  }
  const first = pieces.find((piece) => piece.classList.contains(name));
  const box = first?.getBoundingClientRect();
  if (box && (box.top < 0 || box.bottom > innerHeight)) first.scrollIntoView({ block: 'center', behavior: 'smooth' });
}

function pressed(button) {
  for (const other of document.querySelectorAll('[aria-pressed="true"]')) other.setAttribute('aria-pressed', 'false');
  button?.setAttribute('aria-pressed', 'true');
}

function show(piece) {
  const own = piece.dataset.m === '' ? [] : piece.dataset.m.split(' ').map((i) => mentions[i]);
  const reason = Number(piece.dataset.u) < 0 ? [] : [untaken[piece.dataset.u]];
  details.innerHTML = [...own, ...reason].join('');
  details.hidden = false;
}

function clear() {
  details.hidden = true;
  pressed();
  light(0, 0, 'lit');
  light(0, 0, 'quote');
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-from]');
  const card = event.target.closest('.card');
  const piece = event.target.closest('[data-m]');
  if (event.target.closest('#lang')) return turn(root.dataset.lang === 'zh' ? 'en' : 'zh');
  if (piece) return show(piece);
  if (event.target.closest('#details')) return;
  if (!button && !card) return clear();
  details.hidden = true;
  light(card ? Number(card.dataset.from) : 0, card ? Number(card.dataset.to) : 0, 'quote');
  light(button ? Number(button.dataset.from) : 0, button ? Number(button.dataset.to) : 0, 'lit');
  pressed(button);
});

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') clear();
  if ((event.key === 'Enter' || event.key === ' ') && event.target.matches('[data-m]')) {
    event.preventDefault();
    show(event.target);
  }
});

function turn(lang) {
  root.dataset.lang = lang;
  root.lang = lang === 'zh' ? 'zh-Hans' : 'en';
}
