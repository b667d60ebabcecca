// What is known of what was clicked: the thing and its facts, or a fact, each with its sentences.
function evidenceOf(fact) {
  if (fact.said.length === 0) return [make('p', {className: 'soft'}, word('unstated'))];
  return fact.said.map((index) => {
    const {d, q} = data.sentences[index];
    const place = placeOf(data.sentences[index], true);
    const link = entity(d).link;
    return make('figure', {},
      make('blockquote', {dir: 'auto'}, q),
      make('figcaption', {},
        make('bdi', {}, entityName(d)), place === '' ? '' : `, ${place}`,
        link ? make('a', {href: link, target: '_blank', rel: 'noopener noreferrer'}, word('source')) : ''));
  });
}

function factItem(index, open) {
  const fact = data.facts[index];
  const {subject, verb, object, rest} = reading(fact);
  const name = (id) => make('button', {type: 'button', className: 'name', dir: 'auto', onclick: (event) => { event.preventDefault(); find(id); }}, entityName(id));
  const when = whenWords(fact);
  return make('details', {open, className: 'fact'},
    make('summary', {dir: 'auto'}, when ? make('b', {}, `${when} `) : '', sentenceOf(fact)),
    make('p', {className: 'who'}, subject === null ? '' : name(subject), ` ${verb} `, object === null ? '' : name(object)),
    rest.length ? make('dl', {}, ...rest.flatMap(([key, value]) => [make('dt', {}, key), make('dd', {dir: 'auto'}, value)])) : '',
    ...evidenceOf(fact));
}

function heading(text, id) {
  return make('div', {className: 'heading'}, make('h2', {dir: 'auto'}, text), make('button', {type: 'button', className: 'plain', 'aria-label': word('clear'), title: word('clear'), onclick: () => { select(null); stage.focus(); }}, '×'));
}

function entityDetails(id) {
  const thing = entity(id);
  const facts = (factsOf.get(id) || []).filter((index) => factVisible(data.facts[index]));
  const other = [thing[language === 'en' ? 'fr' : 'en'], ...(thing.names || [])].filter((name, index, all) => name !== entityName(id) && all.indexOf(name) === index);
  const groups = new Map();
  for (const index of facts) {
    const kind = data.facts[index].kind;
    groups.set(kind, [...(groups.get(kind) || []), index]);
  }
  const folds = hiddenAt(id);
  const canFold = foldsOf(id).some((fold) => state.open.has(fold)) || leavesOf(id).length > 1;
  return [
    heading(entityName(id), id),
    make('p', {className: 'soft'}, [typeName(id), word(facts.length === 1 ? 'facts_one' : 'facts_some', facts.length), thing.named ? word('documents_say', thing.named) : ''].filter(Boolean).join(' · ')),
    other.length ? make('p', {}, `${word('also')}: `, ...other.slice(0, 6).flatMap((name, index) => [index ? '; ' : '', make('bdi', {}, name)])) : '',
    thing.link ? make('p', {}, make('a', {href: thing.link, target: '_blank', rel: 'noopener noreferrer'}, word('source'))) : '',
    make('p', {className: 'row'},
      folds ? make('button', {type: 'button', id: 'expand', onclick: () => expand(id)}, `${word('expand')} (${numeral(folds)})`) : '',
      canFold ? make('button', {type: 'button', id: 'collapse', onclick: () => collapse(id)}, word('collapse')) : ''),
    ...[...groups].flatMap(([kind, indexes]) => [make('h3', {}, `${label(data.kinds[kind])} (${numeral(indexes.length)})`), ...indexes.map((index) => factItem(index, facts.length === 1))]),
  ];
}

function bundleDetails(id) {
  const fold = bundles.get(id);
  return [
    heading(`${word('folded', fold.members.length)} · ${label(data.kinds[fold.kind])} · ${entityName(fold.host)}`, id),
    make('p', {className: 'row'}, make('button', {type: 'button', id: 'expand', onclick: () => expand(id)}, `${word('expand')} (${numeral(fold.members.length)})`)),
    make('ul', {}, ...fold.members.map((member) => make('li', {}, make('button', {type: 'button', className: 'name', dir: 'auto', onclick: () => find(member)}, entityName(member))))),
  ];
}

function lineDetails(id) {
  const edge = data.edges.find((each) => each.id === id);
  if (bundles.has(edge.to)) return bundleDetails(edge.to);
  const facts = data.lines[id].facts.filter((index) => factVisible(data.facts[index]));
  return [
    heading(`${entityName(edge.from)} · ${label(data.properties[data.lines[id].property]) || label(data.kinds[edge.kind])} · ${entityName(edge.to)}`, id),
    make('p', {className: 'soft'}, `${label(data.kinds[edge.kind])} · ${word(facts.length === 1 ? 'facts_one' : 'facts_some', facts.length)}`),
    ...facts.map((index) => factItem(index, facts.length <= 3)),
  ];
}

function writeDetails() {
  const panel = byId('details');
  const what = state.selected;
  let parts = [make('p', {className: 'soft'}, word('hint'))];
  if (what && 'edge' in what) parts = lineDetails(what.edge);
  else if (what && bundles.has(what.node)) parts = bundleDetails(what.node);
  else if (what && factOf(what.node)) parts = [heading(typeOfFact(what.node), what.node), factItem(+what.node.slice(1), true)];
  else if (what) parts = entityDetails(what.node);
  panel.replaceChildren(...parts.filter((part) => part !== ''));
  panel.scrollTop = 0;
  if (what && narrow && !panel.contains(document.activeElement)) panel.scrollIntoView({block: 'nearest'});
}

const typeOfFact = (id) => label(data.kinds[factOf(id).kind]);

// Goes to an entity, opening its fold and its filter where it is behind one.
function find(id) {
  if (timeline) {
    const own = (factsOf.get(id) || []).map((index) => `f${index}`).filter((node) => now.nodes.has(node));
    if (own.length) select({node: own[0]}, {centre: false});
    byId('picture').focus({preventScroll: true});
    return;
  }
  if (!data.nodes.some((node) => node.id === id)) {
    state.selected = null;
    byId('details').replaceChildren(...entityDetails(id).filter((part) => part !== ''));
    return;
  }
  state.types.delete(entity(id).type);
  const hiding = data.folds.filter((fold) => fold.members.includes(id) && !state.open.has(fold));
  for (const fold of hiding) {
    if (!now.nodes.has(fold.host)) find(fold.host);
    state.open.add(fold);
    if (!fold.placed) place(fold);
  }
  if (!visible().nodes.has(id)) clearFilters();
  writeLegend();
  select({node: id}, {centre: true});
}
