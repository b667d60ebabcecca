// Names in the picture. They keep their size at every zoom and never cover each other or a node: what has no room is
// left out until there is more, the most important first.
const FONT = 13;
const LINE = 16;
const CHIEF = 12; // things that have their name even where it lies over lesser ones
const OFTEN = 6; // lines that say the same
const FACE = 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
const ruler = document.createElement('canvas').getContext('2d');
const widths = new Map();
let placed = []; // the boxes of the last drawing, in pixels of the picture

function textWidth(text, bold) {
  const key = (bold ? 'b' : 'n') + text;
  if (!widths.has(key)) {
    ruler.font = `${bold ? '600 ' : ''}${FONT}px ${FACE}`;
    widths.set(key, ruler.measureText(text).width);
  }
  return widths.get(key);
}

function cut(text, room, bold) {
  if (textWidth(text, bold) <= room) return text;
  let kept = [...text].slice(0, Math.ceil(room / 4));
  while (kept.length > 1 && textWidth(`${kept.join('')}…`, bold) > room) kept = kept.slice(0, -1);
  return `${kept.join('').trimEnd()}…`;
}

// Lines of words that fit into a width; what is too much ends in an ellipsis.
function wrapped(text, room, most, bold) {
  const lines = [];
  let line = '';
  for (const piece of text.slice(0, 400).split(/(?<=[ /-])/)) {
    if (line && textWidth((line + piece).trimEnd(), bold) > room) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  lines.push(line.trimEnd());
  const shown = lines.slice(0, most);
  if (lines.length > most) shown[most - 1] = `${lines[most - 1]} ${lines[most]}`;
  return shown.map((each) => cut(each, room, bold));
}

// Boxes that are taken, found by cells of a grid.
class Taken {
  constructor() {
    this.cells = new Map();
  }

  keys(box) {
    const found = [];
    for (let x = Math.floor(box.x / 64); x <= Math.floor((box.x + box.w) / 64); x++) {
      for (let y = Math.floor(box.y / 64); y <= Math.floor((box.y + box.h) / 64); y++) found.push(x * 65536 + y);
    }
    return found;
  }

  free(box, own, force) {
    return this.keys(box).every((key) => (this.cells.get(key) || []).every((other) => other.own === own || (force && other.lesser) ||
      box.x >= other.x + other.w || other.x >= box.x + box.w || box.y >= other.y + other.h || other.y >= box.y + box.h));
  }

  add(box) {
    for (const key of this.keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    }
  }
}

function nodeText(id) {
  if (bundles.has(id)) return word('folded', bundles.get(id).members.length);
  const fact = factOf(id);
  if (fact) return [/^\d{4}$/.test(whenWords(fact)) ? '' : whenWords(fact), sentenceOf(fact)].filter(Boolean).join(' · ');
  const more = hiddenAt(id) && !closedFolds(id).some((fold) => fold.id !== null) ? ` ${word('folded', hiddenAt(id))}` : '';
  return entityName(id) + more;
}

function lineText(edge) {
  const facts = data.lines[edge.id].facts.map((index) => data.facts[index]).filter(factVisible);
  const verbs = [...new Set(facts.map((fact) => (fact.what.some(([c]) => (data.kinds[fact.kind].concepts || []).includes(c)) ? reading(fact).verb : label(data.properties[data.lines[edge.id].property]))))];
  const when = [...new Set(facts.filter((fact) => fact.when).map((fact) => fact.when[0].slice(0, 4)))].sort();
  return verbs.slice(0, 2).join(', ') + (when.length ? ` ${when.slice(0, 3).join(', ')}${when.length > 3 ? ' …' : ''}` : '');
}

// Places for a box beside a node, the best first: away from what it is tied to (``pull``), where no line runs.
function placesFor(point, radius, w, h, side, pull) {
  const gap = radius + 3;
  const right = {x: point.x + gap + 2, y: point.y - h / 2, align: 'left'};
  const left = {x: point.x - gap - 2 - w, y: point.y - h / 2, align: 'right'};
  if (side) return [side > 0 ? right : left];
  const below = {x: point.x - w / 2, y: point.y + gap, align: 'center'};
  const above = {x: point.x - w / 2, y: point.y - gap - h, align: 'center'};
  const corners = [[1, 1], [-1, 1], [1, -1], [-1, -1]].map(([dx, dy]) => ({
    x: dx > 0 ? point.x + gap * 0.6 : point.x - gap * 0.6 - w,
    y: dy > 0 ? point.y + gap * 0.6 : point.y - gap * 0.6 - h,
    align: dx > 0 ? 'left' : 'right',
  }));
  const [x, y] = pull || [0, 0];
  const sides = Math.abs(x) > Math.abs(y) ? [x > 0 ? left : right, y > 0 ? above : below] : [y > 0 ? above : below, x > 0 ? left : right];
  return [...sides, ...[below, right, left, above].filter((place) => !sides.includes(place)), ...corners];
}

// Where the things that a node is tied to lie, as seen from it, on the whole.
function pullOf(id, points) {
  let [x, y] = [0, 0];
  for (const edge of linesOf.get(id) || []) {
    const other = points[edge.from === id ? edge.to : edge.from];
    if (!now.lines.has(edge.id) || !other) continue;
    const length = Math.hypot(other.x - points[id].x, other.y - points[id].y) || 1;
    x += (other.x - points[id].x) / length;
    y += (other.y - points[id].y) / length;
  }
  return Math.hypot(x, y) > 0.7 ? [x, y] : null;
}

// The labels of the picture as boxes with lines of words, in pixels. ``toPixels`` takes positions of the network.
function arrange(points, scale, size, toPixels) {
  const taken = new Taken();
  const kept = focus();
  const rank = (id) => (state.selected && state.selected.node === id ? 4e6 : 0) + (about.has(id) ? 2e6 : 0) + (kept && kept.nodes.has(id) ? 1e6 : 0) + nodeSize(id);
  const inside = (p) => p.x > -40 && p.y > -40 && p.x < size.width + 40 && p.y < size.height + 40;
  const shown = [...now.nodes].map((id) => ({id, p: toPixels(points[id]), r: nodeSize(id) * scale})).filter(({p}) => inside(p));
  shown.sort((a, b) => rank(b.id) - rank(a.id));
  shown.forEach(({id, p, r}, index) => taken.add({x: p.x - r, y: p.y - r, w: 2 * r, h: 2 * r, own: id, lesser: index >= CHIEF}));
  const found = [];
  const put = (id, text, bold, room, most, places, force = false) => {
    const lines = wrapped(text, room, most, bold);
    const w = Math.max(...lines.map((line) => textWidth(line, bold))) + 4;
    const h = lines.length * LINE;
    for (const place of places(w, h)) {
      const box = {...place, w, h, lines, bold, own: id};
      if (box.x >= 2 && box.x + w <= size.width - 2 && box.y >= 2 && box.y + h <= size.height - 2 && taken.free(box, id, force)) {
        taken.add({...box, own: null});
        found.push(box);
        return true;
      }
    }
    return false;
  };
  for (const [index, {id, p, r}] of shown.slice(0, 1500).entries()) {
    if (kept && !kept.nodes.has(id)) continue;
    const text = nodeText(id);
    const bold = about.has(id) || (state.selected && state.selected.node === id);
    const side = factOf(id) ? Math.sign(narrow ? 1 : points[id].x) : 0;
    const pull = side ? null : pullOf(id, points);
    const places = (w, h) => placesFor(p, about.has(id) ? r * 1.36 : r, w, h, side, pull);
    if (side) put(id, text, false, side > 0 ? size.width - p.x - r - 14 : p.x - r - 14, narrow ? 4 : 2, places);
    else if (!put(id, text, bold, 140, 3, places) && !put(id, text, bold, 96, 1, places) && index < CHIEF) put(id, text, bold, 140, 2, places, true);
  }
  if (!timeline) arrangeLines(kept, points, toPixels, put);
  return found;
}

function arrangeLines(kept, points, toPixels, put) {
  if (!kept && now.lines.size > 60) return;
  const lines = data.edges.filter((edge) => now.lines.has(edge.id) && data.lines[edge.id] && (!kept || kept.lines.has(edge.id)));
  const texts = lines.map(lineText);
  const often = new Map(tally(texts));
  for (const [index, edge] of lines.entries()) {
    if (!kept && often.get(texts[index]) > OFTEN) continue; // the legend says it
    const middle = toPixels(middleOf(edge, points));
    put(`l${edge.id}`, texts[index], false, 130, 1, (w, h) => [{x: middle.x - w / 2, y: middle.y - h / 2, align: 'center', line: edge.id}]);
  }
}

function drawLabels(ctx) {
  const scale = network.getScale();
  const box = frame();
  placed = arrange(network.getPositions([...now.nodes]), scale, box, (point) => network.canvasToDOM(point));
  const ratio = ctx.canvas.width / box.width;
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  for (const {x, y, w, align, lines, bold, line} of placed) {
    ctx.font = `${bold ? '600 ' : ''}${line ? FONT - 1.5 : FONT}px ${FACE}`;
    ctx.textAlign = align;
    ctx.strokeStyle = ink.paper;
    ctx.lineWidth = 3.5;
    ctx.fillStyle = line ? ink.soft : ink.ink;
    const at = align === 'left' ? x + 2 : align === 'right' ? x + w - 2 : x + w / 2;
    lines.forEach((text, index) => {
      ctx.strokeText(text, at, y + LINE * (index + 0.5));
      ctx.fillText(text, at, y + LINE * (index + 0.5));
    });
  }
  ctx.restore();
}
