// The picture: vis-network with given positions, what it shows, and how one moves in it.
const stage = byId('picture');
const NARROW = 640; // pixels of width below which pictures stand upright
let narrow = false;
let network = null;
let nodes = null;
let edges = null;
let moving = false;
const frame = () => stage.getBoundingClientRect();

// A position of the layout on this page: on a narrow one the picture stands upright.
function positionOf(node) {
  if (timeline) return narrow ? {x: data.narrow[node.id][0], y: data.narrow[node.id][1]} : {x: node.x, y: node.y};
  return narrow ? {x: node.y, y: node.x} : {x: node.x, y: node.y};
}

const CROWDED = 1500; // lines: of so many, dashes, arrows and opacity cannot be seen, and take long to draw
const crowded = data.edges.length > CROWDED;
const lineColour = (edge, faded) => shade(data.kinds[edge.kind] || PLAIN) + (faded ? '14' : crowded ? '' : 'cc'); // and its opacity

function drawPicture() {
  narrow = frame().width < NARROW;
  if (timeline) stage.style.height = `${timelineHeight()}px`;
  nodes = new vis.DataSet(data.nodes.map((node) => ({id: node.id, ...positionOf(node), hidden: !now.nodes.has(node.id)})));
  thickened = thickness(fitting().scale);
  edges = new vis.DataSet(data.edges.map(({id, from, to, width, dashes, smooth, kind}) => ({
    id, from, to, width: crowded ? 1 : width * thickened, color: lineColour({kind}, false), hidden: !now.lines.has(id),
    ...(dashes && !crowded ? {dashes} : {}), ...(smooth && !crowded ? {smooth} : {}),
  })));
  network = new vis.Network(stage, {nodes, edges}, {
    autoResize: false,
    physics: {enabled: false, solver: 'forceAtlas2Based', forceAtlas2Based: {springLength: 130, gravitationalConstant: -90}, stabilization: false},
    layout: {improvedLayout: false},
    nodes: {shape: 'custom', ctxRenderer: drawNode, chosen: false},
    edges: {smooth: false, chosen: {edge: (values) => { values.width += 1.5; }}, arrows: {to: {enabled: !crowded, scaleFactor: 0.45}}, hoverWidth: 0},
    interaction: {
      hover: true, keyboard: false, selectConnectedEdges: false, hoverConnectedEdges: false, tooltipDelay: 0,
      zoomView: !timeline, dragView: !timeline, dragNodes: !timeline, hideEdgesOnDrag: crowded, hideEdgesOnZoom: crowded,
    },
  });
  if (timeline) stage.querySelector('canvas').style.touchAction = 'pan-y';
  network.on('beforeDrawing', drawAxis);
  network.on('afterDrawing', drawLabels);
  network.on('click', ({nodes: [node], edges: [line]}) => select(node !== undefined ? {node} : line !== undefined ? {edge: line} : null));
  network.on('doubleClick', ({nodes: [node]}) => { if (node !== undefined) toggleFold(node); });
  network.on('hoverNode', ({node, event}) => showTip(tipOf(node), event));
  network.on('hoverEdge', ({edge, event}) => showTip(tipOfLine(edge), event));
  stage.addEventListener('mouseleave', () => showTip(null));
  for (const end of ['blurNode', 'blurEdge', 'dragStart', 'zoom']) network.on(end, () => showTip(null));
  fit();
  new ResizeObserver(resized).observe(stage);
}

let lastWidth = 0;
function resized() {
  if (lastWidth === 0) lastWidth = Math.round(frame().width); // it has just been drawn
  const width = Math.round(frame().width);
  if (width === lastWidth) return;
  lastWidth = width;
  const upright = width < NARROW;
  if (upright !== narrow) {
    narrow = upright;
    nodes.update(data.nodes.map((node) => ({id: node.id, ...positionOf(node)})));
  }
  if (timeline) stage.style.height = `${timelineHeight()}px`;
  network.setSize('100%', '100%');
  network.redraw();
  fit();
}

function timelineHeight() {
  const ys = data.nodes.map((node) => positionOf(node).y);
  return Math.max(240, ys.reduce((a, b) => Math.max(a, b), 0) + 110);
}

// The whole picture, with room for names at its sides; never larger than life and a quarter.
function fit() {
  const box = frame();
  if (timeline) {
    network.moveTo({scale: 1, position: {x: narrow ? box.width / 2 - 40 : 0, y: box.height / 2 - 50}});
    return;
  }
  const {scale, position} = fitting();
  thicken(scale);
  network.moveTo({scale, position});
}

// The scale and the middle at which the whole picture is seen, before it is drawn too.
function fitting() {
  const box = frame();
  const at = network === null ? null : network.getPositions([...now.nodes]);
  const points = data.nodes.filter((node) => now.nodes.has(node.id)).map((node) => [node.id, at === null ? positionOf(node) : at[node.id]]);
  if (points.length === 0 || timeline) return {scale: 1, position: {x: 0, y: 0}};
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [id, {x, y}] of points) {
    const r = sizes.get(id);
    left = Math.min(left, x - r);
    right = Math.max(right, x + r);
    top = Math.min(top, y - r);
    bottom = Math.max(bottom, y + r);
  }
  const scale = Math.min((box.width - (narrow ? 76 : 150)) / (right - left), (box.height - 76) / (bottom - top), 1.25);
  return {scale: Math.max(scale, 0.02), position: {x: (left + right) / 2, y: (top + bottom) / 2 + 6 / scale}};
}

// Lines are as thick on a picture that is made small to fit as on a small one.
let thickened = 1;
const thickness = (scale) => Math.min(4, Math.max(1, scale ** -0.7));
function thicken(scale) {
  const by = thickness(scale);
  if (Math.abs(by / thickened - 1) < 0.15 || crowded) return;
  thickened = by;
  edges.update(data.edges.map((edge) => ({id: edge.id, width: edge.width * by})));
}

// Brings the picture in line with filters, folds and selection.
function refresh() {
  const before = now;
  now = visible();
  dimmed = focus();
  const changed = data.nodes.filter(({id}) => before.nodes.has(id) !== now.nodes.has(id));
  if (changed.length) nodes.update(changed.map(({id}) => ({id, hidden: !now.nodes.has(id)})));
  const faded = (edge) => dimmed !== null && !dimmed.lines.has(edge.id);
  const lines = data.edges.filter((edge) => before.lines.has(edge.id) !== now.lines.has(edge.id) || edge.faded !== faded(edge));
  for (const edge of lines) edge.faded = faded(edge);
  if (lines.length) edges.update(lines.map((edge) => ({id: edge.id, hidden: !now.lines.has(edge.id), color: lineColour(edge, edge.faded)})));
  network.redraw();
  writeCounts();
  writeTable();
}

function select(what, {centre = false, talk = true} = {}) {
  state.selected = what;
  network.unselectAll();
  if (what && 'edge' in what) network.selectEdges([what.edge]);
  refresh();
  if (talk) writeDetails();
  if (what && centre && 'node' in what) network.moveTo({position: network.getPositions([what.node])[what.node], scale: timeline ? 1 : Math.max(network.getScale(), 0.7)});
}

// Opens or closes what is folded at a node. What is opened stands in rings around it; all else makes room.
function toggleFold(id) {
  if (closedFolds(id).length) expand(id);
  else collapse(id);
}

function expand(id) {
  setTimeout(writeLegend, 0);
  for (const fold of closedFolds(id)) {
    state.open.add(fold);
    if (!fold.placed) place(fold);
  }
  const host = bundles.has(id) ? bundles.get(id).host : id;
  select({node: host});
}

function collapse(id) {
  const own = foldsOf(id).filter((fold) => state.open.has(fold));
  const leaves = leavesOf(id);
  if (own.length) own.forEach((fold) => state.open.delete(fold));
  else if (leaves.length) data.folds.push({host: id, members: leaves, kind: null, id: null, placed: true});
  select({node: id});
}

function place(fold) {
  fold.placed = true;
  const centre = network.getPositions([fold.id === null ? fold.host : fold.id])[fold.id === null ? fold.host : fold.id];
  const room = fold.id === null ? 110 : 0;
  const rings = [];
  for (let left = fold.members.length, radius = Math.max(room, 90); left > 0; radius += 95) {
    const size = Math.min(left, Math.max(5, Math.floor((2 * Math.PI * radius) / 105)));
    rings.push({radius, size});
    left -= size;
  }
  const push = rings[rings.length - 1].radius + 70;
  const moved = [];
  for (const [key, {x, y}] of Object.entries(network.getPositions([...now.nodes]))) {
    const distance = Math.hypot(x - centre.x, y - centre.y);
    const part = (distance + push) / (distance || 1);
    if (distance > 1) moved.push({id: +key, x: centre.x + (x - centre.x) * part, y: centre.y + (y - centre.y) * part});
  }
  const members = [...fold.members];
  for (const {radius, size} of rings) {
    members.splice(0, size).forEach((id, index) => {
      const turn = (2 * Math.PI * (index + 0.5)) / size;
      moved.push({id, x: centre.x + radius * Math.cos(turn), y: centre.y + radius * Math.sin(turn)});
    });
  }
  nodes.update(moved);
}

function letMove(on) {
  moving = on;
  network.setOptions({physics: {enabled: on}});
}

function tipOf(id) {
  if (bundles.has(id)) return word('folded_long', bundles.get(id).members.length, bundles.get(id).members.map(entityName).join(', '));
  if (factOf(id)) return nodeText(id);
  return `${entityName(id)} (${typeName(id)})`;
}

function tipOfLine(id) {
  const line = data.lines[id];
  return line ? line.facts.map((index) => data.facts[index]).filter(factVisible).map((fact) => [whenWords(fact), sentenceOf(fact)].filter(Boolean).join(' · ')).slice(0, 8).join('\n') : null;
}

function showTip(text, event) {
  const tip = byId('tip');
  tip.hidden = text === null;
  stage.style.cursor = text === null ? '' : 'pointer';
  if (text === null) return;
  tip.textContent = text.length > 600 ? `${text.slice(0, 600)}…` : text;
  const box = frame();
  const at = event ? {x: event.clientX - box.left, y: event.clientY - box.top} : {x: 0, y: 0};
  tip.style.left = `${Math.max(4, Math.min(at.x + 14, box.width - tip.offsetWidth - 4))}px`;
  tip.style.top = `${Math.max(4, at.y + 18 + tip.offsetHeight > box.height ? at.y - tip.offsetHeight - 10 : at.y + 18)}px`;
}
