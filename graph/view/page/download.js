// Files that the page makes of itself: the picture as SVG and PNG with title and legend, the facts as CSV.
function offer(blob, name) {
  const link = make('a', {href: URL.createObjectURL(blob), download: name});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

const fileName = (ending) => `palermo-${folded(byId('title').textContent).replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60)}.${ending}`;

function svgText(x, y, text, given = {}) {
  const element = svgElement('text', {x, y, fill: ink.ink, 'font-family': FACE, 'font-size': FONT, 'dominant-baseline': 'central', ...given});
  element.textContent = text;
  return element;
}

function svgLine(edge, toPixels, scale) {
  const drawn = network.body.edges[edge.id].edgeType;
  const points = network.getPositions([edge.from, edge.to]);
  const [from, to] = [toPixels(points[edge.from]), toPixels(points[edge.to])];
  const bend = drawn.getViaNode ? drawn.getViaNode() : undefined;
  const via = bend ? toPixels(bend) : null;
  const before = via || from;
  const length = Math.hypot(to.x - before.x, to.y - before.y) || 1;
  const [dx, dy] = [(to.x - before.x) / length, (to.y - before.y) / length];
  const r = nodeSize(edge.to) * scale;
  const tip = {x: to.x - dx * r, y: to.y - dy * r};
  const head = 7;
  const colour = shade(data.kinds[edge.kind] || PLAIN);
  const opacity = dimmed && !dimmed.lines.has(edge.id) ? 0.08 : 0.8;
  const group = svgElement('g', {opacity});
  group.append(
    svgElement('path', {d: via ? `M${from.x} ${from.y}Q${via.x} ${via.y} ${tip.x} ${tip.y}` : `M${from.x} ${from.y}L${tip.x} ${tip.y}`, fill: 'none', stroke: colour, 'stroke-width': Math.max(edge.width * Math.min(scale, 1), 0.6), 'stroke-dasharray': (edge.dashes || []).join(' ')}),
    svgElement('path', {d: `M${tip.x} ${tip.y}L${tip.x - dx * head + dy * 3} ${tip.y - dy * head - dx * 3}L${tip.x - dx * head - dy * 3} ${tip.y - dy * head + dx * 3}Z`, fill: colour}));
  return group;
}

function svgAxis(toPixels) {
  const group = svgElement('g', {});
  const points = Object.values(network.getPositions([...now.nodes]));
  const at = (tick) => (narrow ? tick.narrow : tick.y);
  const shown = data.ticks.filter((tick) => [...now.nodes].some((id) => factOf(id).when[0].slice(0, 4) === tick.text));
  if (shown.length === 0) return group;
  const [top, bottom] = [toPixels({x: 0, y: at(shown[0])}), toPixels({x: 0, y: points.reduce((y, point) => Math.max(y, point.y), 0) + 20})];
  group.append(svgElement('path', {d: `M${top.x} ${top.y}V${bottom.y}`, stroke: ink.line, 'stroke-width': 2}));
  for (const point of points.map(toPixels)) group.append(svgElement('path', {d: `M${top.x} ${point.y}H${point.x}`, stroke: ink.line, 'stroke-width': 2}));
  for (const tick of shown) {
    const {x, y} = toPixels({x: 0, y: at(tick)});
    group.append(svgElement('rect', {x: x - 24, y: y - 13, width: 48, height: 26, fill: ink.paper}), svgText(x, y, tick.text, {'text-anchor': 'middle', 'font-weight': 700, 'font-size': 15}));
  }
  return group;
}

function svgNode(id, point, scale) {
  const look = lookOf(id);
  const {x, y} = point;
  const r = nodeSize(id) * scale;
  const group = svgElement('g', {transform: `translate(${x} ${y}) scale(${r})`, opacity: dimmed && !dimmed.nodes.has(id) ? 0.16 : 1});
  const outline = look.hollow ? {fill: ink.paper, stroke: shade(look), 'stroke-dasharray': `${4 / r} ${3 / r}`, 'stroke-width': 2 / r} : {fill: shade(look), stroke: ink.paper, 'stroke-width': 1.5 / r};
  const title = svgElement('title', {});
  title.textContent = tipOf(id);
  group.append(title, svgElement('path', {d: SHAPES[look.shape], ...outline}));
  if (about.has(id)) group.append(svgElement('circle', {r: 1.32, fill: 'none', stroke: ink.ink, 'stroke-width': 2 / r}));
  return group;
}

function svgLabel({x, y, w, align, lines, bold, line}) {
  const anchor = {left: ['start', x + 2], right: ['end', x + w - 2], center: ['middle', x + w / 2]}[align];
  const style = {'text-anchor': anchor[0], 'font-weight': bold ? 600 : 400, 'font-size': line ? FONT - 1.5 : FONT, fill: line ? ink.soft : ink.ink, stroke: ink.paper, 'stroke-width': 3.5, 'paint-order': 'stroke', 'stroke-linejoin': 'round', 'unicode-bidi': 'isolate'};
  return lines.map((text, index) => svgText(anchor[1], y + LINE * (index + 0.5), text, style));
}

// The legend under the picture, as wide as it.
function svgLegend(width, top) {
  const group = svgElement('g', {});
  const types = timeline ? [] : tally([...now.nodes].filter((id) => !bundles.has(id)).map((id) => entity(id).type)).map(([name]) => [data.types[name] || PLAIN, false]);
  const kinds = tally(data.facts.filter(factVisible).map((fact) => fact.kind)).map(([name]) => [data.kinds[name], !timeline]);
  let [x, y] = [16, top + 14];
  for (const [look, isLine] of [...types, ...kinds]) {
    const text = label(look) || word('other');
    const wide = (isLine ? 40 : 22) + textWidth(text, false) + 18;
    if (x + wide > width - 8 && x > 16) [x, y] = [16, y + 22];
    const mark = isLine
      ? svgElement('path', {d: `M${x} ${y}h34`, stroke: shade(look), 'stroke-width': look.width, 'stroke-dasharray': (look.dashes || []).join(' ')})
      : svgElement('path', {d: SHAPES[look.shape || 'dot'], transform: `translate(${x + 8} ${y}) scale(7)`, fill: shade(look)});
    group.append(mark, svgText(x + (isLine ? 40 : 22), y, text));
    x += wide;
  }
  return {group, bottom: y + 20};
}

// The picture as it is seen now, as SVG.
function svgPicture() {
  const box = frame();
  const scale = network.getScale();
  const toPixels = (point) => network.canvasToDOM(point);
  const points = network.getPositions([...now.nodes]);
  const head = 44;
  const legend = svgLegend(box.width, head + box.height);
  const root = svgElement('svg', {xmlns: SVG, width: Math.round(box.width), height: Math.round(legend.bottom + 22), viewBox: `0 0 ${Math.round(box.width)} ${Math.round(legend.bottom + 22)}`});
  const clip = svgElement('svg', {x: 0, y: head, width: box.width, height: box.height});
  if (timeline) clip.append(svgAxis(toPixels));
  clip.append(...data.edges.filter((edge) => now.lines.has(edge.id)).map((edge) => svgLine(edge, toPixels, scale)));
  clip.append(...[...now.nodes].map((id) => svgNode(id, toPixels(points[id]), scale)));
  clip.append(...arrange(points, scale, box, toPixels).flatMap(svgLabel));
  const title = byId('title').textContent;
  root.append(svgElement('rect', {width: '100%', height: '100%', fill: ink.paper}), svgText(16, 24, cut(title, box.width - 40, true), {'font-size': 17, 'font-weight': 600}), clip, legend.group, svgText(16, legend.bottom + 8, cut(byId('counts').textContent, box.width - 24, false), {fill: ink.soft, 'font-size': 12}));
  return new XMLSerializer().serializeToString(root);
}

const downloadSvg = () => offer(new Blob([svgPicture()], {type: 'image/svg+xml'}), fileName('svg'));
const downloadCsv = () => offer(new Blob(['\ufeff', csv()], {type: 'text/csv'}), fileName('csv'));

// The PNG is the SVG, drawn at twice its size.
function downloadPng() {
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width * 2, image.height * 2];
    const ctx = canvas.getContext('2d');
    ctx.scale(2, 2);
    ctx.drawImage(image, 0, 0);
    canvas.toBlob((blob) => offer(blob, fileName('png')), 'image/png');
  };
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgPicture())}`;
}
