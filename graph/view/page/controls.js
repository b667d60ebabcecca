// The controls around the picture: language, search, legend, years, buttons, keys.
function clearFilters() {
  state.types.clear();
  state.kinds.clear();
  state.undated = true;
  if (span) [state.since, state.until] = span;
  writeYears();
}

function writeWords() {
  document.documentElement.lang = language;
  const title = word(`title_${data.view}`, ...data.about.map(entityName));
  byId('title').textContent = title;
  document.title = `${title} – Palermo`;
  for (const [id, key] of [['years-name', 'years'], ['undated-name', 'undated'], ['legend-name', 'legend'], ['things-name', 'things'], ['kinds-name', 'kinds'], ['keyboard-name', 'keyboard'], ['keys', 'keys'], ['table-name', 'table'], ['csv', 'csv'], ['none', 'none'], ['made', 'made']]) {
    byId(id).textContent = word(key);
  }
  byId('search').placeholder = word('search');
  byId('search').setAttribute('aria-label', word('search'));
  byId('since').setAttribute('aria-label', `${word('years')}: ${word('from')}`);
  byId('until').setAttribute('aria-label', `${word('years')}: ${word('to')}`);
  stage.setAttribute('aria-label', `${word('picture')}. ${word('keys')}`);
  byId('languages').setAttribute('aria-label', word('switch'));
  byId('languages').replaceChildren(...[['en', 'english'], ['fr', 'french']].map(([code, key]) => make('button', {type: 'button', lang: code, 'aria-pressed': String(language === code), onclick: () => speak(code)}, word(key))));
  writeButtons();
  writeLegend();
  writeCounts();
  writeDetails();
  writeTable();
}

function speak(code) {
  language = code;
  writeWords();
  byId('languages').querySelector(`[lang=${code}]`).focus();
  network.redraw();
}

function writeCounts() {
  const {ofThings, ofFacts, undated} = data.counts;
  const facts = data.facts.filter(factVisible).length;
  const things = [...now.nodes].filter((id) => !bundles.has(id)).length;
  const parts = [timeline ? word('shown_dated', facts, ofFacts) : word('shown', things, ofThings, facts, ofFacts)];
  if (timeline ? data.counts.facts < ofFacts : data.counts.things < ofThings) parts[0] += ` (${word('shown_hint')})`;
  const folded = new Set(data.folds.filter((fold) => !state.open.has(fold)).flatMap((fold) => fold.members)).size;
  if (folded) parts.push(word('reserve', folded));
  if (undated) parts.push(word('undated_out', undated));
  byId('counts').textContent = `${parts.join(' · ')}.`;
}

function writeButtons() {
  const picture = [['zoom-in', '+', 'zoom_in', () => zoom(1.3)], ['zoom-out', '−', 'zoom_out', () => zoom(1 / 1.3)], ['fit', null, 'fit', fit], ['move', null, 'moving', toggleMoving]];
  const shown = timeline ? [] : picture;
  byId('buttons').setAttribute('aria-label', word('picture'));
  byId('buttons').replaceChildren(
    ...shown.map(([id, sign, key, act]) => make('button', {type: 'button', id, onclick: act, title: word(key), 'aria-label': word(key)}, sign || word(key))),
    make('button', {type: 'button', id: 'png', onclick: () => downloadPng()}, 'PNG'),
    make('button', {type: 'button', id: 'svg', onclick: () => downloadSvg()}, 'SVG'));
  if (!timeline) byId('move').setAttribute('aria-pressed', String(moving));
}

function toggleMoving() {
  letMove(!moving);
  byId('move').setAttribute('aria-pressed', String(moving));
}

const zoom = (by) => network.moveTo({scale: network.getScale() * by});

// The legend is the filter: a box for each type of thing and kind of fact, with how many there are.
function writeLegend() {
  const drawn = timeline ? [] : data.nodes.filter((node) => !bundles.has(node.id) && !(reserveOf.has(node.id) && !state.open.has(reserveOf.get(node.id))));
  const types = tally(drawn.map((node) => entity(node.id).type));
  const kinds = tally(data.facts.filter((fact) => !waiting(fact)).map((fact) => fact.kind));
  const focused = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.of : null;
  const option = (name, count, looks, off, isLine) => make('label', {},
    make('input', {type: 'checkbox', checked: !off.has(name), 'data-of': name, onchange: (event) => {
      if (event.target.checked) off.delete(name);
      else off.add(name);
      refresh();
      writeDetails();
    }}), swatch(looks[name] || PLAIN, isLine), make('span', {}, `${label(looks[name]) || word('other')} `, make('small', {}, numeral(count))));
  byId('types').replaceChildren(...types.map(([name, count]) => option(name, count, data.types, state.types, false)));
  byId('types').parentElement.hidden = types.length === 0;
  byId('kinds').replaceChildren(...kinds.map(([name, count]) => option(name, count, timeline ? Object.fromEntries(Object.entries(data.kinds).map(([k, v]) => [k, {...v, shape: 'dot'}])) : data.kinds, state.kinds, !timeline)));
  if (focused) [...byId('legend').querySelectorAll('input')].find((input) => input.dataset.of === focused)?.focus();
}

function tally(names) {
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) || 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function writeYears() {
  byId('years').hidden = span === null || span[0] === span[1];
  if (span === null) return;
  for (const side of ['since', 'until']) {
    Object.assign(byId(side), {min: span[0], max: span[1], step: 1});
    byId(side).value = state[side];
    byId(`${side}-value`).textContent = state[side];
  }
  byId('undated').checked = state.undated;
  byId('undated').parentElement.hidden = !data.facts.some((fact) => !fact.when);
}

function listenToYears() {
  for (const side of ['since', 'until']) {
    byId(side).addEventListener('input', () => {
      const year = +byId(side).value;
      state[side] = side === 'since' ? Math.min(year, state.until) : Math.max(year, state.since);
      writeYears();
      refresh();
      writeDetails();
    });
  }
  byId('undated').addEventListener('change', () => {
    state.undated = byId('undated').checked;
    refresh();
    writeDetails();
  });
}

// Search by any name, in either language.
const names = data.entities.map((thing) => folded([thing.en, thing.fr, ...(thing.names || [])].join('\n')));
let matches = [];
let chosen = -1;

function searched() {
  const words = folded(byId('search').value).split(/\s+/).filter(Boolean);
  const drawn = new Set(timeline ? factsOf.keys() : data.nodes.map((node) => node.id));
  matches = words.length === 0 ? [] : names.map((text, id) => ({id, text})).filter(({id, text}) => drawn.has(id) && words.every((each) => text.includes(each)))
    .sort((a, b) => starts(b, words[0]) - starts(a, words[0]) || entity(b.id).named - entity(a.id).named).slice(0, 8).map(({id}) => id);
  chosen = matches.length ? 0 : -1;
  writeMatches();
}

const starts = ({text}, begin) => Number(text.split('\n').some((name) => name.startsWith(begin)));

function writeMatches() {
  const list = byId('matches');
  const box = byId('search');
  list.hidden = matches.length === 0;
  box.setAttribute('aria-expanded', String(matches.length > 0));
  box.setAttribute('aria-activedescendant', chosen >= 0 ? `match-${chosen}` : '');
  list.replaceChildren(...matches.map((id, index) => make('li', {id: `match-${index}`, role: 'option', dir: 'auto', 'aria-selected': String(index === chosen), onmousedown: (event) => { event.preventDefault(); take(index); }}, entityName(id), make('small', {}, ` ${typeName(id)}`))));
}

function take(index) {
  const id = matches[index];
  byId('search').value = entityName(id);
  matches = [];
  writeMatches();
  find(id);
}

function listenToSearch() {
  const box = byId('search');
  box.addEventListener('input', searched);
  box.addEventListener('blur', () => { matches = []; writeMatches(); });
  box.addEventListener('keydown', (event) => {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step && matches.length) chosen = (chosen + step + matches.length) % matches.length;
    else if (event.key === 'Enter' && chosen >= 0) { event.preventDefault(); take(chosen); return; }
    else if (event.key === 'Escape') { box.value = ''; matches = []; }
    else return;
    event.preventDefault();
    writeMatches();
  });
}

// Keys in the picture.
const ARROWS = {ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1]};
let lineAt = 0;

function step(direction) {
  const points = network.getPositions([...now.nodes]);
  const current = state.selected && 'node' in state.selected && points[state.selected.node] ? state.selected.node : null;
  const ids = [...now.nodes];
  if (current === null) {
    const first = ids.find((id) => about.has(id)) ?? ids.sort((a, b) => nodeSize(b) - nodeSize(a))[0];
    if (first !== undefined) select({node: first}, {centre: !timeline});
    return;
  }
  const from = points[current];
  const cost = (id) => {
    const [x, y] = [points[id].x - from.x, points[id].y - from.y];
    const along = x * direction[0] + y * direction[1];
    const aside = Math.abs(x * direction[1]) + Math.abs(y * direction[0]);
    return along <= 0.5 ? Infinity : along + 2 * aside;
  };
  const best = ids.filter((id) => id !== current).reduce((a, b) => (a === null || cost(b) < cost(a) ? b : a), null);
  if (best !== null && cost(best) < Infinity) {
    select({node: best});
    keepInView(points[best]);
  }
}

function keepInView(point) {
  const at = network.canvasToDOM(point);
  const box = frame();
  if (timeline) {
    window.scrollBy({top: at.y + box.top < 60 ? at.y + box.top - 120 : Math.max(0, at.y + box.top - window.innerHeight + 120)});
  } else if (at.x < 30 || at.y < 30 || at.x > box.width - 30 || at.y > box.height - 30) {
    network.moveTo({position: point});
  }
}

function nextLine(by) {
  const node = state.selected && ('node' in state.selected ? state.selected.node : state.selected.of);
  const own = (linesOf.get(node) || []).filter((edge) => now.lines.has(edge.id));
  if (own.length === 0) return;
  lineAt = 'edge' in state.selected ? (lineAt + by + own.length) % own.length : (by > 0 ? 0 : own.length - 1);
  select({edge: own[lineAt].id, of: node});
}

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const node = state.selected && state.selected.node;
  const acts = {
    '+': () => zoom(1.3), '=': () => zoom(1.3), '-': () => zoom(1 / 1.3), 0: fit,
    '[': () => nextLine(-1), ']': () => nextLine(1),
    e: () => { if (hiddenAt(node)) expand(node); }, c: () => { if (node !== undefined && node !== null && !bundles.has(node)) collapse(node); },
    Enter: () => { if (state.selected) byId('details').focus(); else step([1, 0]); },
    Escape: () => select(state.selected && state.selected.of !== undefined ? {node: state.selected.of} : null),
  };
  const act = ARROWS[event.key] ? () => step(ARROWS[event.key]) : acts[event.key] || acts[event.key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  act();
}
