// Shapes and colours: one description of each shape serves the picture, the legend and the files that are downloaded.
const SHAPES = {
  dot: 'M-1 0A1 1 0 1 1 1 0A1 1 0 1 1-1 0Z',
  square: 'M-.86-.86H.86V.86H-.86Z',
  hexagon: 'M-1 0L-.5-.87H.5L1 0L.5.87H-.5Z',
  pentagon: 'M0-1L.95-.31L.59 .81H-.59L-.95-.31Z',
  triangle: 'M0-1.05L1 .75H-1Z',
  triangleDown: 'M0 1.05L1-.75H-1Z',
  diamond: 'M0-1.12L1 0L0 1.12L-1 0Z',
  pill: 'M-.62-.62H.62A.62.62 0 0 1 .62.62H-.62A.62.62 0 0 1-.62-.62Z',
  page: 'M-.75-1H.3L.8-.5V1H-.75Z',
  star: 'M0-1.1L.32-.4L1.05-.34L.5.16L.66.9L0 .5L-.66.9L-.5.16L-1.05-.34L-.32-.4Z',
};
const paths = Object.fromEntries(Object.entries(SHAPES).map(([name, path]) => [name, new Path2D(path)]));
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const PLAIN = {shape: 'dot', light: '#5f6670', dark: '#b0b7c0', width: 1.4};

const shade = (look) => (dark.matches ? look.dark : look.light);
const cssColour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const ink = {};
function readColours() {
  for (const name of ['paper', 'ink', 'soft', 'line', 'mark']) ink[name] = cssColour(`--${name}`);
}

// How a node looks: entities by type, folds and facts by kind.
function lookOf(id) {
  if (bundles.has(id)) return {...(data.kinds[bundles.get(id).kind] || PLAIN), shape: 'dot', hollow: true};
  if (factOf(id)) return {...data.kinds[factOf(id).kind], shape: 'dot'};
  return data.types[entity(id).type] || PLAIN;
}

const SVG = 'http://www.w3.org/2000/svg';
function svgElement(tag, given) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
  return element;
}

// A little picture for the legend: a shape, or a line.
function swatch(look, isLine) {
  const picture = svgElement('svg', {viewBox: isLine ? '0 0 34 12' : '-1.3 -1.3 2.6 2.6', width: isLine ? 34 : 16, height: isLine ? 12 : 16, 'aria-hidden': 'true'});
  const lines = {stroke: shade(look), 'stroke-width': look.width, 'stroke-dasharray': (look.dashes || []).join(' ')};
  picture.append(isLine ? svgElement('path', {d: 'M1 6H33', fill: 'none', ...lines}) : svgElement('path', {d: SHAPES[look.shape], fill: shade(look)}));
  return picture;
}
