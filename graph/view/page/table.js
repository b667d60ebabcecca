// The facts as a table and as CSV: the same as the picture, for readers, printers and screen readers.
const COLUMNS = ['date', 'fact', 'subject', 'with', 'details', 'document', 'paragraph', 'sentence'];
let tableWanted = 0;

const rowsShown = () => data.facts.map((_, index) => index).filter((index) => factVisible(data.facts[index]) && mattersNow(data.facts[index]));

// Of a selected thing, its facts; else those of all things that the filters leave.
function mattersNow(fact) {
  const what = state.selected;
  if (what && 'edge' in what) return data.lines[what.edge] ? data.lines[what.edge].facts.some((index) => data.facts[index] === fact) : true;
  if (what && factOf(what.node)) return factOf(what.node) === fact;
  if (what && !bundles.has(what.node)) return fact.who.some((pair) => pair[1] === what.node);
  return timeline || fact.who.length === 0 || fact.who.some((pair) => !data.entities[pair[1]] || !state.types.has(entity(pair[1]).type));
}

function cells(index) {
  const fact = data.facts[index];
  const {subject, verb, object, rest} = reading(fact);
  const said = fact.said.map((each) => data.sentences[each]);
  const unique = (values) => [...new Set(values)];
  return {
    date: whenWords(fact),
    fact: verb,
    subject: subject === null ? '' : entityName(subject),
    with: object === null ? '' : entityName(object),
    details: rest.map(([name, value]) => `${name}: ${value}`).join('; '),
    document: unique(said.map((each) => entityName(each.d))).join('; '),
    paragraph: unique(said.map((each) => placeOf(each, false)).filter(Boolean)).join('; '),
    sentence: unique(said.map((each) => each.q)).join(' | '),
  };
}

// Filling a long table takes longer than drawing the picture: it waits until the page has nothing else to do.
function writeTable() {
  const wanted = ++tableWanted;
  byId('columns').replaceChildren(...COLUMNS.map((key) => make('th', {scope: 'col'}, word(key))));
  const all = rowsShown();
  byId('none').hidden = all.length > 0;
  const body = byId('rows');
  body.replaceChildren();
  const more = () => {
    if (wanted !== tableWanted) return;
    body.append(...all.splice(0, 150).map(tableRow));
    if (all.length) setTimeout(more, 30);
  };
  if (all.length > 150) setTimeout(more, 30);
  else more();
}

function tableRow(index) {
  const texts = cells(index);
  const show = () => showFact(index);
  return make('tr', {}, ...COLUMNS.map((key) => (key === 'fact'
    ? make('td', {}, make('button', {type: 'button', className: 'name', 'data-fact': index, onclick: show}, texts[key]))
    : make('td', {dir: 'auto', className: key}, texts[key]))));
}

// Selects a fact in the picture and shows its sentences.
function showFact(index) {
  const line = data.edges.find((edge) => data.lines[edge.id] && data.lines[edge.id].facts.includes(index));
  if (timeline) select({node: `f${index}`});
  else if (line && now.lines.has(line.id)) select({edge: line.id});
  byId('details').replaceChildren(heading(label(data.kinds[data.facts[index].kind])), factItem(index, true));
  byId('details').scrollIntoView({block: 'nearest'});
  byId('details').focus({preventScroll: true});
}

// A cell that no spreadsheet takes for a formula.
const guarded = (text) => (/^[=+\-@]/.test(text) && !/^[-+]?\d[\d.,]*$/.test(text) ? `'${text}` : text);

function csv() {
  const lines = [COLUMNS.map((key) => word(key)), ...rowsShown().map((index) => COLUMNS.map((key) => guarded(cells(index)[key])))];
  return lines.map((line) => line.map((text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',')).join('\n') + '\n';
}
