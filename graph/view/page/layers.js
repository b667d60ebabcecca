// What is drawn beside vis-network's lines: the nodes themselves, the axis of a timeline.
const sizes = new Map(data.nodes.map((node) => [node.id, node.size]));
let zoomed = 0; // nodes shrink more slowly than the picture, so that they can still be told apart in a large one
const nodeSize = (id) => (sizes.get(id) || 8) + zoomed;
let dimmed = null; // what is in focus; all else is dim

function drawNode({ctx, id, x, y, state: {selected, hover}}) {
  const look = lookOf(id);
  const size = nodeSize(id);
  return {
    drawNode() {
      ctx.save();
      ctx.globalAlpha = dimmed && !dimmed.nodes.has(id) ? 0.16 : 1;
      ctx.translate(x, y);
      ctx.scale(size, size);
      const path = paths[look.shape];
      ctx.fillStyle = look.hollow ? ink.paper : shade(look);
      ctx.fill(path);
      const chosen = selected || hover || (state.selected && state.selected.node === id);
      ctx.lineWidth = (chosen ? 3.5 : look.hollow ? 2 : 1.5) / size;
      ctx.strokeStyle = chosen ? ink.mark : look.hollow ? shade(look) : ink.paper;
      if (look.hollow && !chosen) ctx.setLineDash([4 / size, 3 / size]);
      ctx.stroke(path);
      if (about.has(id)) {
        ctx.setLineDash([]);
        ctx.lineWidth = 2 / size;
        ctx.strokeStyle = ink.ink;
        ctx.beginPath();
        ctx.arc(0, 0, 1.32, 0, 7);
        ctx.stroke();
      }
      ctx.restore();
    },
    nodeDimensions: {width: 2 * size, height: 2 * size},
  };
}

function drawAxis(ctx) {
  zoomed = timeline ? 0 : Math.min(30, Math.max(0, 5 / network.getScale() - 5));
  if (!timeline) return;
  const scale = network.getScale();
  const at = (tick) => (narrow ? tick.narrow : tick.y);
  const shown = data.ticks.filter((tick) => [...now.nodes].some((id) => factOf(id).when[0].slice(0, 4) === tick.text));
  if (shown.length === 0) return;
  const points = Object.values(network.getPositions([...now.nodes])).map((point) => point.y);
  ctx.save();
  ctx.strokeStyle = ink.line;
  ctx.lineWidth = 2;
  ctx.beginPath();
  ctx.moveTo(0, at(shown[0]) - 14);
  ctx.lineTo(0, points.reduce((a, b) => Math.max(a, b)) + 20);
  ctx.stroke();
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.font = `700 ${15 / Math.min(scale, 1)}px ${FACE}`;
  for (const tick of shown) {
    const width = ctx.measureText(tick.text).width + 12;
    ctx.fillStyle = ink.paper;
    ctx.fillRect(-width / 2, at(tick) - 13, width, 26);
    ctx.fillStyle = ink.ink;
    ctx.fillText(tick.text, 0, at(tick));
  }
  ctx.strokeStyle = ink.line;
  for (const point of Object.values(network.getPositions([...now.nodes]))) {
    ctx.beginPath();
    ctx.moveTo(0, point.y);
    ctx.lineTo(point.x, point.y);
    ctx.stroke();
  }
  ctx.restore();
}

function middleOf(edge, points) {
  const drawn = network.body.edges[edge.id];
  if (drawn && drawn.edgeType && drawn.edgeType.getViaNode) return drawn.edgeType.getPoint(0.5, drawn.edgeType.getViaNode());
  return {x: (points[edge.from].x + points[edge.to].x) / 2, y: (points[edge.from].y + points[edge.to].y) / 2};
}
