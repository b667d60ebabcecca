"""What a document says of itself, as facts of the kind ``documents``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from typing import TYPE_CHECKING

from extract import wording
from extract.dates import is_dateline
from extract.document import Document, Part, Passage, Sentence, Stated
from extract.facts import Entity, Fact
from extract.front_title import is_communique
from extract.mentions.people import identifier
from ontology.authority import records
from ontology.fold import fold, key
from ontology.types import is_a

if TYPE_CHECKING:
    from extract.mentions.finder import Finder

_TEXT = ("title", "type", "date", "session")
_MARKS = " |·–—-*"  # beside a name in a line: "UNODC Regional Office ·"
_ABOVE = 5  # lines
NEAR = 800  # characters from what stands first
_ACTORS = ("author", "publisher")
_SPOKEN = ("statement", "speech", "message", "note-verbale")
_MISSION = re.compile(r"(?:permanent mission of|mission permanente d)", re.IGNORECASE)
_JOURNEY = re.compile(r"(?:report (?:of|on) the )?(?:[a-z-]+ ){0,4}mission to |(?:rapport de )?mission (?!permanente)")
_OWN_WORDS = ("report", "article", "fact-sheet", "newsletter", "brief")  # in which an organisation tells of itself
_ARTICLE = "the "
_SHORT = 2  # times that a text calls its house by the first words of its name
_HEAD = 20  # passages in which the head of a document lies


def facts(document: Document, own: Entity) -> Iterator[Fact]:
    """One fact for each language version; its evidence runs from the first to the last thing stated at its head."""
    for part in document.parts:
        if _is_annexed(document, part):
            continue
        stated = {field.name: value for field in fields(part) if isinstance(value := getattr(part, field.name), Stated)}
        roles: dict[str, Entity | str | int | float] = {"document": own}
        roles.update({name: stated[name].value for name in _TEXT if name in stated})
        for name in _ACTORS:
            if name in stated:
                said = _written(document, stated[name].value.strip(_MARKS))
                roles[name] = _actor(_known_actor(document, said, part), said, part, publishes=name == "publisher")
        if "author" in roles and (organ := _adopter(document)) is not None:
            roles["author"] = organ
        elif (committee := _observer(document, part)) is not None:
            roles.setdefault("author", committee)
        if len(roles) == 1:
            continue
        if len(document.parts) > 1 or "title" in roles:
            roles["language"] = part.language
        spans = [(value.start, value.end) for name, value in stated.items() if name in roles]
        near = [span for span in spans if span[0] - min(spans)[0] <= NEAR]  # not a signature at the foot
        start, end = min(first for first, _ in near), max(last for _, last in near)
        yield Fact("documents", roles, start, end, _passage(document, start))


def _is_annexed(document: Document, part: Part) -> bool:
    """Does a line right above it call ``part``, in its own language, an annex: "Annex to the letter dated …" above a
    communiqué in French?
    """
    above = document.text[: part.start].rstrip().splitlines()[-_ABOVE:]
    firsts = {wording.fold(line).split(" ")[0] for line in above if line.strip()}
    return part is not document.parts[0] and not firsts.isdisjoint(wording.words("annexes"))


def _adopter(document: Document) -> Entity | None:
    """The organ whose resolution the document is by its symbol: « La Conférence des Parties » of CTOC/COP/RES/11/4."""
    from extract.mentions.known import authority
    from extract.mentions.symbols import parse

    found = parse(document.symbol.value) if document.symbol is not None else None
    adopted = found is not None and found.type in ("Resolution", "Decision") and found.organ is not None
    return authority(str(found.organ)) if found is not None and adopted else None


def _observer(document: Document, part: Part) -> Entity | None:
    """The committee whose concluding observations the document is, by its symbol: CEDAW/C/MDG/CO/9."""
    from extract.mentions.known import authority
    from ontology.lexicon import data

    if document.symbol is None or part.type is None or part.type.value != "concluding-observations":
        return None
    committee = data("symbols")["committees"].get(document.symbol.value.split("/")[0])
    return authority(committee) if committee is not None else None


def authors(document: Document, described: Iterable[Fact]) -> tuple[tuple[int, int, Entity], ...]:
    """(start, end of a language version, its author) for those of ``described``, the facts above, that name one."""
    found = ((fact.start, fact.roles.get("author")) for fact in described)
    return tuple(
        (part.start, part.end, author)
        for start, author in found
        for part in document.parts
        if isinstance(author, Entity) and part.start <= start < part.end
    )


def is_spoken(document: Document) -> bool:
    """Is the document a speech, a statement or the like, in somebody's own words?"""
    part = document.parts[0] if document.parts else None
    return part is not None and part.type is not None and part.type.value in _SPOKEN


def speaker(document: Document, names: Callable[[int, int], list[tuple[int, int, Entity]]]) -> Entity | None:
    """The State whose statement or speech the document is: the one that its head names, and not in "Djibouti, 6 June
    2023"; None for the communiqué of several and for other documents.
    """
    heads = [passage for passage in document.passages[:_HEAD] if passage.kind in ("frontmatter", "title")]
    if not is_spoken(document) and not any(_MISSION.search(document.text, head.start, head.end) for head in heads):
        return None
    if any(is_communique(document.text[head.start : head.end]) for head in heads):
        return None
    lines = [head for head in heads if not is_dateline(document.text[head.start : head.end])]
    named = [entity for passage in lines for _, _, entity in names(passage.start, passage.end)]
    states = {entity.id: entity for entity in named if entity.type == "State"}
    return next(iter(states.values())) if len(states) == 1 else None


def house(document: Document) -> tuple[str, Entity] | None:
    """The organisation whose page or report the document is: who "we" are in it, with its name where that, by itself,
    would not tell that it is one ("Safe Shore"), else "". None for what organs, persons and meetings say.
    """
    part = document.parts[0] if document.parts else None
    if part is None or (part.type is not None and part.type.value not in _OWN_WORDS):
        return None
    for role in _ACTORS:
        stated: Stated | None = getattr(part, role)
        if stated is not None:
            name = _written(document, stated.value.strip(_MARKS))
            known = _known_actor(document, name, part)
            actor = _actor(known, name, part, publishes=role == "publisher")
            if is_a(actor.type, "Organization") and actor.type != "Organ":
                return ("" if actor == _named(document, name, part) else name), actor
    return None


def names_of(document: Document, name: str) -> Iterator[str]:
    """``name`` of the house, and what the text calls it for short: the first words of it, where they stand alone more
    than once, "Lantern House" for "Lantern House East Africa".
    """
    yield name
    words = name.split()
    for length in range(len(words) - 1, 1, -1):
        short = " ".join(words[:length])
        alone = rf"(?<!\w){re.escape(short)}(?!\w)(?!\s+{re.escape(words[length])})"
        if words[length - 1][0].isupper() and len(re.findall(alone, document.text)) >= _SHORT:
            yield short
            return


def introduce(document: Document, finder: Finder) -> Entity | None:
    """Make known to ``finder`` what "the Office" and "the mission" are in a document that says whose it is, and by
    which names; whose it is, None where it does not say.
    """
    from extract.mentions.describing import heads_of

    journey = mission(document)
    if journey is not None:  # "The mission recommends that …", in its report
        finder.labels[journey.id] = [*journey.labels]
        for name in ("the mission", "The mission", "la mission", "La mission"):
            finder.memory.define(name, journey)
    named = house(document) if finder.memory.own is None else None
    if named is None:
        return None
    name, own = named
    paged = document.format == "html"
    if paged or own.id not in records():
        finder.memory.house = own, heads_of(own)  # a report says first what "the Office" is in it
    typed = any(part.type is not None for part in document.parts[:1])
    # no words of its text, or none for what it is: "Lantern House"
    if name and (paged or (typed and not heads_of(own))):
        for called in names_of(document, name):
            finder.memory.define(called, own)
    return own


def mission(document: Document) -> Entity | None:
    """The mission of which the document is the report, by its title: "Joint Monitoring Mission to the Lakes"."""
    from extract.mentions.entities import slug

    part = document.parts[0] if document.parts else None
    told = part is not None and part.type is not None and part.type.value in _OWN_WORDS
    if part is None or part.title is None or not told or _JOURNEY.match(fold(part.title.value)) is None:
        return None
    name = part.title.value
    names = tuple(dict.fromkeys((part.language, one) for one in (name, name.split(",")[0])))
    return Entity(f"{document.id}/meeting/{slug(name)}", "Meeting", names)


def _actor(known: Entity | None, name: str, part: Part, *, publishes: bool) -> Entity:
    """The author or publisher: what is ``known`` by that name, else a body or a person of that name; what ``publishes``
    and is neither known nor described is an organisation.
    """
    from extract.letterhead import is_letterhead, is_office
    from extract.mentions.entities import slug

    if known is not None and not (publishes and known.type == "Person"):
        return known
    if publishes or is_letterhead(name):
        return Entity(f"organization/{slug(name)}", "Organization", ((part.language, name),))
    if is_office(name) or not name[:1].isupper():
        return Entity(f"office/{slug(name)}", "Office", ((part.language, name),))
    return Entity(identifier(name), "Person", ((part.language, name),))


def _known_actor(document: Document, name: str, part: Part) -> Entity | None:
    """What the words ``name`` mean in the text, as they stand or without their capitals."""
    from extract.mentions.known import authority
    from extract.mentions.names import find

    for start, end, record in find(name, fold(name)):
        if key(name[start:end]) == key(name):
            return authority(record)
    found = _named(document, name, part)
    if found is None and name.isupper():  # 'MINISTRY OF JUSTICE' is under capitals what it is without them
        small = _recased(name, part.language)
        found = _named(document, small, part)
        both = ((part.language, name), (part.language, small))
        found = replace(found, labels=both) if found is not None else None
    if found is None and part.language == "en":  # its first word may be a verb: "Open Harbour Network"
        found = _named(document, name, part, _ARTICLE)
        found = None if found is not None and found.id.startswith("organization/") else found
    return found


def _written(document: Document, name: str) -> str:
    """A name in capitals as the text writes it: 'OPEN HARBOUR NETWORK', "Open Harbour Network (OHN) is a charity"."""
    if not name.isupper() or " " not in name:
        return name
    found = re.finditer(r"\s+".join(map(re.escape, name.split())), document.text, re.IGNORECASE)
    return next((" ".join(one.split()) for match in found if not (one := match.group()).isupper()), name)


def _recased(name: str, language: str) -> str:
    """'MINISTRY OF JUSTICE' as "Ministry of Justice", « GROUPE DE TRAVAIL » as « Groupe de travail »."""
    if language == "fr":
        return name.capitalize()
    small = wording.stop_words()["en"]
    return " ".join(w.lower() if k and w.lower() in small else w.capitalize() for k, w in enumerate(name.split()))


def _named(document: Document, name: str, part: Part, article: str = "") -> Entity | None:
    """The entity that the words ``name`` by themselves are, behind an ``article``, under the id that it has in the
    text.
    """
    from extract.mentions.finder import Finder

    text = article + name
    alone = replace(
        document,
        text=text,
        passages=(Passage("frontmatter", 0, len(text), None, part.language, None),),
        sentences=(Sentence(0, len(text), 0),),
        parts=(),
        symbol=None,
    )
    for named in Finder(alone).sentence(alone.sentences[0]).named:
        if isinstance(named.data, Entity) and _covers(text, named.end) and named.start <= len(article):
            return named.data if is_a(named.data.type, "Actor") else None
    return None


def _covers(name: str, end: int) -> bool:
    """Whether the mention that ends at ``end`` is the whole name, but for an acronym in brackets or a place."""
    rest = name[end:].strip()
    return not rest or rest[0] in "(,"


def _passage(document: Document, offset: int) -> int:
    return next((index for index, passage in enumerate(document.passages) if passage.start <= offset < passage.end), 0)
