// What the page was given, and how it is put into words in the language that is chosen.
const data = JSON.parse(document.getElementById('data').textContent);
const LOCALES = {en: 'en-GB', fr: 'fr-FR'};
let language = data.language;

const byId = (id) => document.getElementById(id);
const numeral = (count) => count.toLocaleString(LOCALES[language]);
const label = (entry) => (entry ? entry[language] : '');

function word(key, ...values) {
  let next = 0;
  return data.words[language][key].replace(/\{\}/g, () => {
    const value = values[next++];
    return typeof value === 'number' ? numeral(value) : value;
  });
}

// An element with attributes, properties and children; text is always set as text.
function make(tag, given = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name in element && name !== 'list') element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== ''));
  return element;
}

const entity = (id) => data.entities[id];
const entityName = (id) => label(data.entities[id]);
const typeName = (id) => (data.types[entity(id).type] ? label(data.types[entity(id).type]) : word('other'));

// '2018-12-05' -> '5 December 2018', « décembre 2018 » of '2018-12'; what is no date, as it is.
function dateWords(value) {
  return value.split('/').map((part) => {
    const match = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(part);
    if (!match) return part;
    const day = new Date(Date.UTC(+match[1], match[2] - 1, +(match[3] || 1)));
    const form = {year: 'numeric', month: 'long', timeZone: 'UTC', ...(match[3] ? {day: 'numeric'} : {})};
    return new Intl.DateTimeFormat(LOCALES[language], form).format(day).replace(/^1 (?=\p{L}+ \d{4}$)/u, language === 'fr' ? '1er ' : '1 ');
  }).join(' – ');
}

function whenWords(fact) {
  if (!fact.when) return '';
  const [first, last] = fact.when;
  return first === last ? dateWords(first) : `${dateWords(first)} – ${dateWords(last)}`;
}

const conceptName = (value) => (data.concepts[value] ? label(data.concepts[value]) : value);

// A fact in its parts: whom it is about, the words that say how, to whom; then its other roles with their names.
function reading(fact) {
  const kind = data.kinds[fact.kind];
  const edge = kind.edge || [];
  const find = (column) => fact.who.findIndex((pair) => pair[0] === column);
  const whole = find(edge[0]) >= 0 && find(edge[2]) >= 0;
  const first = whole ? find(edge[0]) : 0;
  const second = whole ? find(edge[2]) : (edge.length ? -1 : 1);
  const concept = fact.what.find((pair) => (kind.concepts || []).includes(pair[0]));
  const verb = concept ? conceptName(concept[1]) : (whole ? label(data.properties[edge[1]]) : label(kind));
  const name = (column) => label((data.columns[fact.kind] || {})[column]) || column;
  const times = kind.times || [];
  return {
    subject: fact.who[first] ? fact.who[first][1] : null,
    verb,
    object: fact.who[second] ? fact.who[second][1] : null,
    rest: [
      ...fact.who.filter((_, index) => index !== first && index !== second).map(([c, id]) => [name(c), entityName(id)]),
      ...fact.what.filter((pair) => pair !== concept && !times.includes(pair[0])).map(([c, value]) => [name(c), conceptName(value)]),
    ],
  };
}

function sentenceOf(fact) {
  const {subject, verb, object, rest} = reading(fact);
  const main = [subject === null ? null : entityName(subject), verb, object === null ? null : entityName(object)];
  const more = rest.map(([name, value]) => `${name}${language === 'fr' ? ' : ' : ': '}${value}`).join('; ');
  return main.filter((part) => part !== null).join(' · ') + (more ? ` (${more})` : '');
}

// Where a sentence stands: 'para. 37(a)', and where no number is printed, the page of the file.
function placeOf({p, page}, long) {
  if (p !== null) return long ? `${word('paragraph')} ${p}` : p;
  return page === null ? '' : `p. ${page}`;
}

// Words for comparison: lower case, no accents.
const folded = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
