"""Relations that stand without a verb: citations, titles of what is cited, a name inside a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import cast

from extract.document import Document, Sentence
from extract.facts import Entity
from extract.mentions.describing import Hit
from extract.mentions.finder import Finder, Found
from extract.noted import symbol_in_note
from extract.syntax.items import Named
from ontology.authority import records
from ontology.types import is_a, is_any

Roles = dict[str, Entity | str | int | float]
_UNCITED = ("Publication",)
_COMMON = {"Agreement": 2, "Law": 3}  # of which many have no name of their own: words with capitals that make one
_IMPLEMENTS = re.compile(r"(?:implementation of|mise en œuvre d|application d)[^,;]{0,12}$")
_ADDENDUM = re.compile(r"/(?:Add|Corr)\.\d")  # another document than the one that it adds to
_THERETO = re.compile(
    r"\b(?:thereto|supplementing (?:it|that Convention)|celle-ci|(?:ladite|cette) Convention|y rapportant|y relatif)\b"
)
_ADDED = re.compile(r"proto[ck]ol|\bamende?ment|supplement|supplém|additional|additionnel", re.IGNORECASE)
_RELATING = re.compile(r" relatif à la convention", re.IGNORECASE)
_CREATED = re.compile(
    r" (?:(?:established|created|set up) (?:pursuant to|by)"
    r"|(?:créée?|instituée?|établie?) (?:par|en application d[eu])) [^,]{0,12}$"
)
_AMENDS = re.compile(r"\b[Aa]mende?ments?\b")
_TO = re.compile(r" (?:to (?:the )?|à (?:la |l['’])?|au )")
_FROM = re.compile(r"\b(?:from|between|added?|adding|du|de|ajouter) (?:the |la |le |l['’])?$")
_APPOSED = re.compile(r"(?:,| is| was| est| était) (?:an?|une?) ")
_SHORT = 16  # characters
_CAPITALS = re.compile(r"\b[A-ZÀ-Ý]\w+")
_TITLE = re.compile(
    r"[\s,(]*(?:,?\s*(?:entitled|titled|intitulée?s?)\s*:?\s*|,\s*)[\"“«]\s*(?P<title>[^\"”»]{4,250}?)\s*[\"”»]"
)

_TITLED_BEFORE = re.compile(
    r",?\s(?:entitled|titled|intitulée?)\s*[\"“«]\s*(?P<title>[^\"”»]{4,250}?)\s*[\"”»]\s*\((?:[^()\"”»]{0,12} )?$"
)
_NOTED = re.compile(
    r",?\s(?:entitled|titled|intitulée?|sous le titre|under the title)\s*[\"“«]\s*(?P<title>[^\"”»]{4,250}?)\s*[\"”»]"
)
_WHOSE = re.compile(
    r"\b(?P<noun>report|note|letter|rapport|lettre) (?:(?:of|by|that|which) (?:the )?|(?:de la|du|de|des) |de l['’]"
    r"|que (?:la |le |les |l['’])?)$",
    re.IGNORECASE,
)
_SUBMITTED = re.compile(
    r"[ ,]*(?:(?:lui |leur )?(?:has |had |a |ont |avait )?(?:submitted|presented|présenté|soumis)\w*)?"
)
_OWN_WORK = re.compile(r"\b(?:its|his|her|son|sa|leur) (?:\w+ )?(?P<noun>report|note|letter|rapport|lettre)$")
_LABELLED = re.compile(r"(?:Document|Doc\.|Symbol|Cote|Réf(?:érence|\.)|Ref(?:erence|\.))(?: ?: ?| )")
# "Resolution CM/Res(2008)7 on rules of procedure", as a title
_ITSELF = re.compile(
    r"(?:R[eé]solution|Recomm[ae]ndation|D[eé]cision) [A-Z]+/\S+ (?:on|of|concerning|sur|relative|relatif|concernant)\b"
)
_HEAD = 8  # passages in which the symbol of a document stands
_NEAR_START = 16  # characters of a place before it: "Issyk-Kul Regional Action Plan"
_NEAR = 40  # characters before the author within which "the report of" stands
_TYPES = {"report": "report", "rapport": "report", "note": "note", "letter": "letter", "lettre": "letter"}


_NUMBERED = ("Resolution", "Decision", "Document")


def is_citable(entity: Entity) -> bool:
    """Instruments are cited; works of reference are only mentioned, and so is a law or agreement without a name."""
    if not is_a(entity.type, "Instrument") or is_any(entity.type, _UNCITED):
        return False
    if entity.type not in _COMMON or entity.id in records():
        return entity.type != "Agreement" or entity.id not in records()
    return any(_is_own_name(label, _COMMON[entity.type]) for _, label in entity.labels)


def _is_own_name(label: str, capitals: int) -> bool:
    """ "Act No. 5 of 2018", "Nouakchott Agreement", « Code mondial d'éthique du tourisme »; not « Code pénal »."""
    long = label[:1].isupper() and label.count(" ") > 3
    return re.search(r"\d", label) is not None or len(_CAPITALS.findall(label)) >= capitals or long


def cited(
    document: Document, finder: Finder, sentence: Sentence, found: Found, seen: set[tuple[str, int | str]]
) -> Iterator[tuple[str, Roles]]:
    """Citations, once for each paragraph and instrument."""
    paragraph = document.passages[sentence.passage].label or ""
    own = finder.self_entity
    titled = _titling(document, sentence, found)
    for entity in _instruments(found, document.text):
        described = entity.id.startswith(own.id + "/") and not _ADDENDUM.match(entity.id, len(own.id))
        if described or entity.id == titled:
            continue  # « les plans d'action nationaux »: described, not named; the document's own title
        place: tuple[str, int | str] = (entity.id, paragraph)
        if "".join(entity.id.split()) != "".join(own.id.split()) and place not in seen:
            seen.add(place)
            yield "citations", {"citing": own, "cited": entity}
    for outer, inner, name in _inside(finder, found):
        names = [name, *_names(finder, outer)]
        added = any(map(_ADDED.search, names)) and _RELATING.search(name) is None
        if outer.type == "Treaty" and inner.type == "Treaty" and added:
            relation = "amends" if any(map(_AMENDS.search, names)) else "supplements"
            yield "instrument-links", {"instrument": outer, "relation": relation, "other": inner}
        if inner.type == "Resolution" and is_a(outer.type, "Body") and _creates(finder, found, inner, name):
            yield "founded", {"thing": outer, "instrument": inner}
    for mention in found.named:
        if isinstance(mention.data, Entity) and any(
            is_a(mention.data.type, kind) for kind in ("Programme", "Plan", "Law")
        ):
            for start, _, inner in found.nested:
                if (
                    mention.start < start < mention.end
                    and _IMPLEMENTS.search(document.text[mention.start : start])
                    and inner.id != mention.data.id
                ):
                    yield "instrument-links", {"instrument": mention.data, "relation": "implements", "other": inner}


def _creates(finder: Finder, found: Found, resolution: Entity, name: str) -> bool:
    """ "the Committee [established pursuant to] resolution 1540 (2004)": does the ``name`` of the body say so?"""
    starts = (start for start, _, entity in found.nested if entity == resolution)
    return any(_CREATED.search(finder.text, max(0, start - len(name)), start) is not None for start in starts)


def _titling(document: Document, sentence: Sentence, found: Found) -> str | None:
    """What the title of the document opens with, where no list knows it: it is the document itself; or what a line at
    its head says is its symbol: "Document RAIL/2025/4 – Original: English".
    """
    labelled = _LABELLED.match(document.text, sentence.start) if sentence.passage < _HEAD else None
    at = labelled.end() if labelled is not None else -1
    symbol = next((one.data for one in found.named if one.start == at and isinstance(one.data, Entity)), None)
    if symbol is not None and symbol.type == "Document":
        return symbol.id
    if document.passages[sentence.passage].kind not in ("title", "frontmatter"):
        return None
    itself = document.symbol is None and _ITSELF.match(document.text, sentence.start) is not None
    for mention in found.named:
        thing = mention.data
        if isinstance(thing, Entity) and is_a(thing.type, "Instrument"):
            if itself and thing.type in _NUMBERED:
                return thing.id
            numbered = thing.id in records() or (thing.type in _NUMBERED and "/" in thing.id and thing.id[0].isupper())
            opens = mention.start - sentence.start < _NEAR_START
            return thing.id if opens and not numbered else None
    return None


def _names(finder: Finder, instrument: Entity) -> list[str]:
    record = records().get(instrument.id)
    if record is None:
        return [label for _, label in finder.labels.get(instrument.id, ())]
    return [name for names in record.names.values() for name in names]


def _is_named(mention: Named, text: str) -> bool:
    """Is it named, and not any one of its kind: not "a Marshall Plan", but « Prend acte des Directives de Nairobi »?"""
    several = text[max(0, mention.start - 4) : mention.start].lower() == "des "
    return mention.definite or (several and len(_CAPITALS.findall(text[mention.start : mention.end])) > 1)


def _instruments(found: Found, text: str) -> Iterator[Entity]:
    outer = [(mention.start, mention.end, mention.data) for mention in found.named if isinstance(mention.data, Entity)]
    for mention in found.named:
        if isinstance(mention.data, Entity) and is_citable(mention.data) and _is_named(mention, text):
            yield mention.data
    for start, end, entity in found.nested:
        holders = [
            whole
            for first, last, whole in (*outer, *found.nested)
            if first <= start and end <= last and whole.id != entity.id
        ]
        # the Convention in the Protocol's name is cited, the one in the name of its Conference of the Parties is not
        citing = ("Treaty", "Programme", "Meeting", *(("Body",) if entity.type == "Resolution" else ()))
        if is_citable(entity) and all(is_any(holder.type, citing) for holder in holders):
            yield entity


def _inside(finder: Finder, found: Found) -> Iterator[tuple[Entity, Entity, str]]:
    """Things with those that stand in their names, and the name as it is written: no "Abolition of [Forced Labour
    Convention]" is added to that, and « Protocole de 2014 relatif à la convention …, 1930 » does not say that it is.
    """
    named = [(one.start, one.end, one.data) for one in found.named if isinstance(one.data, Entity)]
    treaties = [one for one in named if one[2].type == "Treaty"]
    for (first, last, before), (start, end, treaty) in pairwise(treaties):
        if before.id != treaty.id and _THERETO.search(finder.text, start, end) is not None:
            yield treaty, before, finder.text[start:end]  # « la Convention et le Protocole … à celle-ci »
        from_ = _FROM.search(finder.text, max(0, first - _SHORT), first) is not None
        if before.id != treaty.id and _TO.fullmatch(finder.text, last, start) is not None and not from_:
            yield before, treaty, finder.text[first:last]  # "the Lima Protocol on Vessels to the Ports Convention"
    for mention in found.named:
        if isinstance(mention.data, Entity):
            for start, end, entity in found.nested:
                apart = mention.start <= start and end <= mention.end and entity.id != mention.data.id
                if apart:
                    yield _meant(mention, treaties, finder.text), entity, finder.text[mention.start : mention.end]


def _meant(mention: Named, treaties: Sequence[Hit], text: str) -> Entity:
    """ "the Palermo Protocol, [a protocol to the Convention]": the treaty that the mention tells more of, else its
    own.
    """
    before = (one for start, end, one in treaties if _APPOSED.fullmatch(text, end, mention.start))
    named = None if mention.definite else next(before, None)
    return named or cast(Entity, mention.data)


def titles(document: Document, finder: Finder, sentence: Sentence, found: Found) -> Iterator[tuple[str, Roles]]:
    """« la résolution 70/179 (intitulée « … ») », "the report of X entitled “…” (A/76/263)": titles of documents."""
    for index, mention in enumerate(found.named):
        if (
            isinstance(mention.data, Entity)
            and mention.data.type in ("Resolution", "Decision", "Document")
            and mention.data.id != finder.self_entity.id
        ):
            before = _TITLED_BEFORE.search(document.text, sentence.start, mention.start)
            if before is not None and mention.data.type == "Document":
                names = finder.names_in(sentence.start, before.start())
                names += [(n.start, n.end, n.data) for n in found.named[:index] if isinstance(n.data, Entity)]
                yield "documents", _titled_before(document, before, mention.data, names)
                continue
            match = _TITLE.match(document.text, mention.end, sentence.end)
            if match is None:
                of = re.match(
                    r"\s+(?:de|du|of)\s[^,;(]{3,60}?(?=[,(]\s*(?:intitul|entitl))",
                    document.text[mention.end : sentence.end],
                )
                match = _TITLE.match(document.text, mention.end + of.end(), sentence.end) if of is not None else None
            if match is not None:
                kind = {"Resolution": "resolution", "Decision": "decision"}.get(mention.data.type)
                yield (
                    "documents",
                    {"document": mention.data, "title": match["title"]} | ({"type": kind} if kind is not None else {}),
                )


def noted_titles(document: Document, finder: Finder, sentence: Sentence) -> Iterator[tuple[str, Roles]]:
    """ "the report of the Special Rapporteur entitled “Children at risk”,3": titles of documents that a footnote
    names.
    """
    for match in _NOTED.finditer(document.text, sentence.start, sentence.end):
        span = symbol_in_note(document, sentence, match.end())
        own = next((one for *_, one in finder.names_in(*span) if one.type == "Document"), None) if span else None
        if own is not None:
            yield "documents", _titled_before(document, match, own, finder.names_in(sentence.start, match.start()))


def _titled_before(document: Document, match: re.Match[str], own: Entity, named: Sequence[Hit]) -> Roles:
    """Title, type and author of "the report of the Special Rapporteur …, entitled “…” (A/76/263)", "in its report
    entitled …"; ``named`` are the names before it.
    """
    roles: Roles = {"document": own, "title": match["title"]}
    actors = [hit for hit in named if hit[1] <= match.start() and is_a(hit[2].type, "Actor")]
    if not actors:
        return roles
    start, end, author = max(actors, key=lambda hit: hit[1])
    before = document.text[max(0, start - _NEAR) : match.start()].rstrip(" ,")
    noun = _OWN_WORK.search(before)
    if _SUBMITTED.fullmatch(document.text, end, match.start()) is not None:
        noun = _WHOSE.search(document.text, max(0, start - _NEAR), start)
    return roles if noun is None else {**roles, "author": author, "type": _TYPES[noun["noun"].lower()]}
