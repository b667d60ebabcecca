"""Whose a programme is, where no verb says it: "UNODC's Global Programme", « son Programme mondial », "a joint
initiative of the European Union and UNODC".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.at_work import at_work
from extract.counting.roles import lemmas
from extract.document import Document, Sentence
from extract.facts import Entity
from extract.mentions.finder import Found
from extract.syntax.items import Item, Named, has
from extract.syntax.rows import Row
from ontology.lexicon import data
from ontology.types import is_a

Roles = dict[str, "Entity | str | int | float"]
_DESCRIBED = 4  # items
_KIND = r"(?:initiative|programme|program|project|projet|campaign|campagne|scheme|dispositif)"
_SAID = (
    r"\s?[»”\"]?(?: \([^()]{1,60}\))?"
    r"(?i:(?:,| [–—]| ?:) (?:(?:an?|the|une?|la|le) |l['’])?| (?:is|was|est|était) (?:an?|the|une?|la|le) )"
    rf"(?P<kind>[^,;.()]{{0,60}}?\b(?i:{_KIND}))"
)
_FOR_OTHERS = (
    r" (?:funded|financed|supported|sponsored|backed|proposed|requested|planned"  # "a project funded by Japan"
    r"|financée?|soutenue?|appuyée?|appuyé)\b"
)
_APPOSED = re.compile(rf"{_SAID}(?:(?!{_FOR_OTHERS})[^,;.()]){{0,40}}? (?:of|by|de|du|des|d['’])\b")
_WHERE = re.compile(rf"{_SAID}(?: (?:conjointe?|commune?|régionale?|pilote))?(?= |,)")
_BY = re.compile(r" (?:of|by|(?:run|led|implemented|carried out) by|de|du|des|d['’]) ?(?:the |la |le |les |l['’])?")
_DONE = r"(?:carried out|implemented|run|rolled out|mise? en œuvre|exécutée?|menée?|conduite?|déployée?)"
_IN = re.compile(rf"(?: \([^()]{{1,40}}\))?,?(?: {_DONE})? (?:in|across|en|au|aux|à|dans) (?:the |la |le |l['’])?")
_AND = re.compile(r"(?:, | and | et |, and )(?:in |en |au |aux |à )?(?:the |la |le |l['’])?")
_OUR = re.compile(r", (?:our|notre) ")
_JOINT = re.compile(r",? (?P<last>and |et )?(?:of |de |du |des |d['’])?(?:the |la |le |les |l['’])?")
_END = re.compile(
    rf"[,;()–—]|\.\s|{_FOR_OTHERS}"
    r"| (?:which|that|in|across|to|for|under|with|qui|que|dans|pour|visant|en|au|aux|à|avec)\b"
)


def programmes(
    document: Document, sentence: Sentence, found: Found, row: Row, topics: Sequence[Entity], house: Entity | None
) -> Iterator[tuple[str, Roles]]:
    """Programmes with those whose they are; ``topics`` is what the passage speaks of, the last last, ``house`` who "we"
    are.
    """
    yield from at_work(row)
    for index, item in enumerate(row.items):
        if item.kind == "E" and is_a(item.data.type, "Programme") and item.definite:
            for owner in _possessors(row, index, topics):
                yield "programmes", {"programme": item.data, "lead": owner}
                for part in _parts(row, index):
                    yield "programmes", {"programme": part, "lead": owner}
            apposed = _is_apposed(item)
            located = _located(document.text, item.end, sentence, found, apposed=apposed)
            for country in [*_countries(row, index), *located]:
                yield "programmes", {"programme": item.data, "country": country}
            for lead in [*_apposed(document.text, item.end, sentence, found), *_ours(item.word, house)]:
                if lead.id != item.data.id:
                    yield "programmes", {"programme": item.data, "lead": lead}


def _countries(row: Row, index: int) -> list[Entity]:
    """ "the Safe Roads programme (Kenya and Uganda)": the States alone in the brackets behind it."""
    inside = row.items[index + 2 : row.close(index + 1)] if row.kind(index + 1) == "(" else []
    named = [item.data for item in inside if item.kind == "E"]
    alone = all(item.kind in ("E", ",", "C", "D", ";") for item in inside)
    return named if alone and all(entity.type == "State" for entity in named) else []


def _ours(words: str, house: Entity | None) -> list[Entity]:
    """ "Open Pier, our project", « Vaka, notre projet »: of who publishes the page."""
    return [house] if house is not None and _OUR.search(words) is not None else []


def _possessors(row: Row, index: int, topics: Sequence[Entity]) -> list[Entity]:
    """ "UNODC's programme X", "programme X of UNODC", "its programme X" of what the sentence or passage is about."""
    k = index - 1
    while row.kind(k) in ("A", "W", "J") and k > index - _DESCRIBED:
        k -= 1  # "UNODC's largest regional programme"
    if row.kind(k) == "'" and row.kind(k - 1) == "E":
        return _owners(row.items[k - 1].data)
    if row.kind(index + 1) == "P" and row.items[index + 1].data == "of" and row.kind(row.skip(index + 2)) == "E":
        return _behind(row, index)
    if row.kind(index - 1) == "E" and row.kind(index - 2) == "D" and row.language == "en":
        return _bodies(row.items[index - 1].data)  # "the IOM project “Safe Harbours”"
    k = index - 1
    while row.kind(k) in ("A", "W", "J") and k > index - 3:
        k -= 1
    if row.kind(k) != "D" or not has(row.items[k], "possessive") or row.items[k].word in ("their", "leur", "leurs"):
        return []
    if row.items[k].several:  # "our programme"
        return [owner for entity in row.items[k].several for owner in _owners(entity)]
    if _is_given_to(row, k):
        return []
    agents = _agents(row, index)
    if agents:
        return agents
    doers = {owner.id: (start, owner) for start, entity in _subjects(row) for owner in _owners(entity)}
    subjects = [owner for start, owner in doers.values() if start < index or _is_fronted(row, index, start)]
    if len(doers) == 1 and subjects:
        return subjects
    if row.kind(index + 1) == "," and row.kind(after := row.skip(index + 2)) == "E":
        return _owners(row.items[after].data)  # "Under its Global Programme, UNODC trained judges"
    named = (item.data for item in row.items[:index] if item.kind == "E")
    before = {owner.id: owner for entity in named for owner in _owners(entity)}
    if not subjects and len(before) == 1:
        return list(before.values())
    return _owners(topics[-1]) if topics and not subjects and not before else []


def _agents(row: Row, index: int) -> list[Entity]:
    """ "organized by IOM, the migration agency of the United Nations, under [its] Horizon project": IOM."""
    finite = [clause for clause in row.clauses() if row.finite(clause.index) and clause.index < index]
    if not finite or not finite[-1].verb.data.passive:
        return []
    by = [phrase for phrase in finite[-1].slots.get("by", ()) if phrase.start < index]
    found = [owner for phrase in by for e in phrase.entities for owner in _owners(e)]
    return found if len(found) == 1 else []


def _is_given_to(row: Row, index: int) -> bool:
    """ "Germany contributed $2.7 million to [its] Sahel Justice Programme": the programme of somebody else."""
    if row.kind(index - 1) != "P" or row.items[index - 1].data not in ("to", "for"):
        return False
    verb = row.verb_before(index)
    money = any(row.kind(k) == "#" for k in range(verb or 0, index))
    return verb is not None and money and not lemmas(row, verb).isdisjoint(data("counting")[row.language]["give"])


def _behind(row: Row, index: int) -> list[Entity]:
    """ "the Global Programme … of UNODC", "Blue Doors, an initiative of UNICEF and ILO,": both, where nothing else can
    begin with the second.
    """
    first = row.skip(index + 2)
    phrase = row.phrase(first)
    apposed = _is_apposed(row.items[index]) or (phrase is not None and row.kind(phrase.end) in (",", "", "("))
    members = phrase.members if phrase is not None and apposed else []
    owners = [owner for member in members for entity in member.entities for owner in _owners(entity)]
    return owners or _owners(row.items[first].data)


def _is_apposed(item: Item) -> bool:
    """Does the name hold what the thing is: "Blue Doors, an initiative"?"""
    return re.search(r"[,–—]", item.word) is not None


def _subjects(row: Row) -> Iterator[tuple[int, Entity]]:
    """What does something in the sentence, alone, and where it stands."""
    for clause in row.clauses():
        phrase = clause.subject
        if phrase is not None and len(phrase.members) == 1 and phrase.members[0].item.kind == "E":
            yield phrase.start, phrase.members[0].item.data


def _is_fronted(row: Row, index: int, start: int) -> bool:
    """ "Under its Global Programme in Asia, UNODC …": the programme stands before all verbs, and not "to which Sweden
    gave".
    """
    return not any(item.kind == "V" for item in row.items[:index]) and row.kind(start - 1) != "R"


def _parts(row: Row, index: int) -> Iterator[Entity]:
    """« l'initiative Éducation pour la justice, qui fait partie de son Programme mondial »: the initiative too."""
    for clause in row.clauses():
        of = [member.index for phrase in clause.slots.get("of", ()) for member in phrase.members]
        part = "faire partie" in clause.verb.data.lemmas or (clause.verb.data.link and _says_part(row, clause.index))
        if index in of and part and clause.subject is not None and not clause.verb.data.negated:
            for member in clause.subject.members:
                yield from (entity for entity in member.entities if is_a(entity.type, "Programme"))


def _says_part(row: Row, verb: int) -> bool:
    return any(
        row.items[k].word in ("part", "component", "volet", "composante")
        for k in range(verb, min(verb + 4, len(row.items)))
    )


def _bodies(entity: Entity) -> list[Entity]:
    """An organisation, and no State: "the Peru project" is in Peru."""
    return [entity] if is_a(entity.type, "Organization") else []


def _owners(entity: Entity) -> list[Entity]:
    return [entity] if is_a(entity.type, "Organization") or entity.type == "State" else []


_OWN_INITIATIVE = re.compile(
    rf"(?: \([^()]{{1,60}}\))?(?:,| (?:is|was)) an? (?P<owner>[^,;.()]{{2,60}}?) {_KIND}"
    r"(?=,|\.|;|$| (?:in|for|to|on|against|that|which|with|since|active|under way)\b"
    r"| (?:launched|started|begun|run|carried out|implemented|conducted|financed|funded|supported)\b)"
)
_JOINED = re.compile(r"(?:\b(?:joint|regional|global|pilot|new|flagship|and|[\w-]+-year)\b|[\s&/–,-])*")


def _apposed(text: str, end: int, sentence: Sentence, found: Found) -> Iterator[Entity]:
    """ "GLO.ACT, a four-year joint initiative of the European Union and UNODC": both."""
    own = _OWN_INITIATIVE.match(text, end, sentence.end)  # "the Bridge Project, an ILO initiative, supports …"
    if own is not None:
        yield from _before_noun(text, own.start("owner"), own.end("owner"), found)
    match = _APPOSED.match(text, end, sentence.end)
    if match is None:
        return
    stop = _END.search(text, match.end(), sentence.end)
    last = stop.start() if stop is not None else sentence.end
    behind = [mention for mention in found.named if mention.start >= match.end()]
    owners = [mention for mention in behind if isinstance(mention.data, Entity) and _owners(mention.data)]
    named = [(mention.start, mention.data) for mention in owners if isinstance(mention.data, Entity)]
    last = _listed_until(text, owners, match.end(), last)
    inside = [
        (start, entity) for start, _, entity in found.nested if not any(one.start <= start < one.end for one in owners)
    ]  # "the Office of the [United Nations]" is not that of both
    for start, entity in sorted([*named, *inside], key=lambda pair: pair[0]):
        if match.end() <= start < last and _owners(entity):
            yield entity


def _before_noun(text: str, start: int, end: int, found: Found) -> Iterator[Entity]:
    """ "an [ILO] initiative", "a joint [UNICEF and ILO] programme": who alone stands between article and noun."""
    owners = [one for one in found.named if start <= one.start and one.end <= end]
    edges = [start, *(edge for one in owners for edge in (one.start, one.end)), end]
    if all(_JOINED.fullmatch(text, low, high) for low, high in zip(edges[::2], edges[1::2], strict=True)):
        yield from (one.data for one in owners if isinstance(one.data, Entity) and _owners(one.data))


def _located(text: str, end: int, sentence: Sentence, found: Found, *, apposed: bool) -> Iterator[Entity]:
    """ "Back Home, a return programme of IOM in Tonga and Samoa": where what is said to be a programme, before ``end``
    where it is ``apposed``, is carried out.
    """
    match = _WHERE.match(text, end, sentence.end)
    start = end if apposed else match.end() if match is not None else None
    if start is None:
        return
    behind = [one for one in found.named if one.start >= start]
    at = _past(text, start, [one for one in behind if _is(one, "Organization")], _BY)
    states = [one for one in behind if _is(one, "State")]
    last = _past(text, at, states, _IN)
    yield from (one.data for one in states if one.end <= last and isinstance(one.data, Entity))


def _is(mention: Named, type_: str) -> bool:
    return isinstance(mention.data, Entity) and is_a(mention.data.type, type_)


def _past(text: str, start: int, listed: Sequence[Named], led: re.Pattern[str]) -> int:
    """Where the list ends that ``led`` leads to from ``start``; ``start`` where there is none."""
    at = start
    for mention in listed:
        joint = (led if at == start else _AND).fullmatch(text, at, mention.start)
        joint = joint or (_JOINT.fullmatch(text, at, mention.start) if at > start else None)
        if joint is None:
            return at
        at = mention.end
    return at


def _listed_until(text: str, owners: Sequence[Named], start: int, last: int) -> int:
    """Where the list of owners ends whose first stands between ``start`` and ``last``: "of IOM[, ILO and UNICEF]"."""
    end, listed = last, 0
    before: Named | None = None
    for owner in owners:
        if before is None:
            before = owner if start <= owner.start < last else None
            continue
        joint = _JOINT.fullmatch(text, before.end, owner.start)
        if joint is None or (not listed and joint.group().startswith(", ") and joint["last"]):
            return end  # "of IOM, and UNICEF has supported it"
        end, listed, before = owner.end if joint["last"] else end, listed + 1, owner
    return end
