// What is shown: filters, folds, and what is selected. The one place that says whether something is visible.
const bundles = new Map(data.folds.filter((fold) => fold.id !== null).map((fold) => [fold.id, fold]));
const about = new Set(data.about);
const years = data.facts.flatMap((fact) => (fact.when ? [+fact.when[0].slice(0, 4), +fact.when[1].slice(0, 4)] : []));
const span = years.length ? years.reduce(([a, b], y) => [Math.min(a, y), Math.max(b, y)], [years[0], years[0]]) : null;
const state = {
  types: new Set(), // those that are off
  kinds: new Set(),
  since: span && span[0],
  until: span && span[1],
  undated: true,
  open: new Set(), // folds
  selected: null, // {node: id} or {edge: id}
};

const factOf = (id) => (typeof id === 'string' && id[0] === 'f' ? data.facts[+id.slice(1)] : null);
const timeline = Array.isArray(data.ticks);
const linesOf = new Map(); // node -> its lines
for (const edge of data.edges) {
  for (const end of [edge.from, edge.to]) {
    if (!linesOf.has(end)) linesOf.set(end, []);
    linesOf.get(end).push(edge);
  }
}
const factsOf = new Map(); // entity -> numbers of its facts
data.facts.forEach((fact, index) => {
  for (const id of new Set(fact.who.map((pair) => pair[1]))) {
    if (!factsOf.has(id)) factsOf.set(id, []);
    factsOf.get(id).push(index);
  }
});

// Things in reserve come with their facts only when they are opened; what is merely folded is listed all the same.
const reserves = data.folds.filter((fold) => fold.kind === null);
const reserveOf = new Map(reserves.flatMap((fold) => fold.members.map((id) => [id, fold])));
const waiting = (fact) => !fact.who.some((pair) => about.has(pair[1])) && fact.who.some((pair) => reserveOf.has(pair[1]) && !state.open.has(reserveOf.get(pair[1])));

function factVisible(fact) {
  if (state.kinds.has(fact.kind) || waiting(fact)) return false;
  if (!fact.when) return state.undated;
  return +fact.when[0].slice(0, 4) <= state.until && +fact.when[1].slice(0, 4) >= state.since;
}

function lineVisible(edge) {
  const bundle = bundles.get(edge.to);
  if (bundle) return !state.open.has(bundle) && !state.kinds.has(bundle.kind);
  return data.lines[edge.id].facts.some((index) => factVisible(data.facts[index]));
}

// The nodes and lines that are to be seen now. What filters leave without a line goes, unless the page is about it.
function visible() {
  const inFold = new Set(data.folds.filter((fold) => !state.open.has(fold)).flatMap((fold) => fold.members));
  const nodes = new Set();
  for (const {id} of data.nodes) {
    const fact = factOf(id);
    if (fact ? factVisible(fact) : bundles.has(id) || (!inFold.has(id) && !state.types.has(entity(id).type))) nodes.add(id);
  }
  const lines = new Set(data.edges.filter((e) => nodes.has(e.from) && nodes.has(e.to) && lineVisible(e)).map((e) => e.id));
  for (const id of [...nodes]) {
    const own = linesOf.get(id) || [];
    const alone = own.length > 0 ? !own.some((edge) => lines.has(edge.id)) : !factOf(id) && !(factsOf.get(id) || []).some((index) => factVisible(data.facts[index]));
    if (alone && !about.has(id)) nodes.delete(id);
  }
  return {nodes, lines};
}

let now = visible();

const foldsOf = (id) => data.folds.filter((fold) => fold.host === id || fold.id === id);
const closedFolds = (id) => foldsOf(id).filter((fold) => !state.open.has(fold));
const hiddenAt = (id) => closedFolds(id).reduce((sum, fold) => sum + fold.members.length, 0);

// What folding a node would hide: the open folds it has, else the things that hang on it alone.
function leavesOf(id) {
  const partners = (node) => new Set((linesOf.get(node) || []).filter((e) => now.lines.has(e.id)).map((e) => (e.from === node ? e.to : e.from)));
  return [...partners(id)].filter((other) => !bundles.has(other) && !about.has(other) && partners(other).size === 1);
}

// The selected node with what it is tied to; null where nothing is selected.
function focus() {
  if (state.selected === null) return null;
  const kept = {nodes: new Set(), lines: new Set()};
  if ('edge' in state.selected) {
    const edge = data.edges.find((e) => e.id === state.selected.edge);
    kept.nodes.add(edge.from).add(edge.to);
    kept.lines.add(edge.id);
    return kept;
  }
  kept.nodes.add(state.selected.node);
  for (const edge of linesOf.get(state.selected.node) || []) {
    if (now.lines.has(edge.id)) {
      kept.lines.add(edge.id);
      kept.nodes.add(edge.from).add(edge.to);
    }
  }
  return kept;
}
