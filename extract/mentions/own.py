"""What the document itself is: a resolution by its symbol; a declaration, plan or charter by its title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.document import Document
from extract.facts import Entity
from extract.mentions import names, symbols
from extract.mentions.heads import table
from extract.mentions.references import name_heads
from ontology.alternatives import any_of
from ontology.authority import records
from ontology.fold import fold, strip_accents
from ontology.lexicon import data
from ontology.types import is_any

_ACTS = {"resolution": "Resolution", "decision": "Decision"}
_TYPES = ("Declaration", "Plan", "Treaty", "Agreement", "Guideline")
_HEAD = 8  # passages in which a document says who adopted it
_SHORT = 5  # words


@dataclass(frozen=True, slots=True)
class Instrument:
    """A document that is an instrument: its type, the nouns it goes by ('plan of action', 'plan') and its names as
    its text writes them.
    """

    type: str
    heads: frozenset[str]
    names: tuple[str, ...]


def organ(document: Document) -> str | None:
    """The authority id of the organ whose resolution the document is, by its symbol or by what it says of itself."""
    found = symbols.parse(document.id) if document.symbol is not None else None
    if found is not None:
        return found.organ
    if document.symbol is None:
        return _adopter(document)
    return symbols.organ_of(document.id) if document.id.startswith("A/HRC/") else None


def _act(document: Document) -> str | None:
    """'Resolution', 'Decision' where the head of the document calls it one, else None."""
    stated = document.parts[0].type if document.parts else None
    return _ACTS.get(stated.value) if stated is not None else None


def _adopter(document: Document) -> str | None:
    """The organ of a resolution that was copied without its symbol: "The Human Rights Council," below its title."""
    stated = document.parts[0].author if _act(document) is not None else None
    author = stated.value if stated is not None else ""
    whole = (record for start, end, record in names.find(author, fold(author)) if end - start == len(author))
    return next((record for record in whole if is_any(records()[record].type, ("Organ", "Body"))), None)


@cache
def siblings(organ: str | None) -> dict[str, str]:
    """What the organs of a regional organisation call themselves and each other, folded, in a resolution of ``organ``
    that bears the name of another: "the General Assembly", « le Conseil permanent » of the OAS.
    """
    record = records().get(organ or "")
    house = records().get(record.parent or "") if record is not None else None
    if house is None or house.parent is not None or house.id == "United_Nations":
        return {}
    theirs = [fold(name) for names in house.names.values() for name in names]
    before, behind = any_of(theirs), rf" (?:of (?:the )?|de la |de l'|du |des )(?:{any_of(theirs)})"
    whole = re.compile(rf"(?:(?:{before}) (?P<first>.+)|(?P<last>.+?){behind})")
    found: dict[str, str] = {}
    for one in (one for one in records().values() if one.parent == house.id and one.type in ("Organ", "Body")):
        for name in (fold(name) for told in one.names.values() for name in told):
            match = whole.fullmatch(name)
            short = (match["first"] or match["last"]) if match is not None else ""
            if " " in short:
                found.setdefault(short, one.id)
    known = {fold(name) for one in records().values() for names in one.names.values() for name in names}
    return found if any(short in known for short, id_ in found.items() if id_ == organ) else {}


def covered_organ(document: Document) -> Entity | None:
    """The organ whose meeting a press release covers, by its symbol: "SC/13081", "GA/SHC/4159"."""
    series = document.symbol.value.casefold().split("/")[:-1] if document.symbol is not None else []
    known = data("symbols")["press_organs"].get("/".join(series))
    return Entity(known, records()[known].type) if known is not None else None


def organ_in(above: Entity | None, organ: str | None) -> Entity | None:
    """The body ``above`` that the head of a document names; ``organ``, whose resolution it is, where it belongs to it:
    "ORGANIZATION OF AMERICAN STATES" / "GENERAL ASSEMBLY" / "SECOND PLENARY SESSION".
    """
    record = records().get(organ or "")
    belongs = record is not None and above is not None and record.parent == above.id
    return Entity(record.id, record.type) if record is not None and belongs else above


def type_of(document: Document, own: Instrument | None) -> str:
    """The type of the document itself: 'Resolution' by its symbol, that of the instrument it is, else 'Document'."""
    found = symbols.parse(document.id) if document.symbol is not None else None
    if found is not None:
        return found.type
    if document.symbol is None and (act := _act(document)) is not None and _adopter(document) is not None:
        return act
    return "Document" if own is None else own.type


def instrument(document: Document, folded: str) -> Instrument | None:
    """The instrument that the document is, where its title names one and its text, ``folded``, speaks as such; None
    for others.
    """
    if document.symbol is not None:
        return None
    titles = [(part.title.value, part.language) for part in document.parts if part.title is not None][:1]
    told = ((title, language, name_heads(title, language)) for title, language in [*titles, *_lines(document)])
    title, language, heads = next((one for one in told if one[2]), ("", "", frozenset()))
    if not heads:
        return None
    head = max(heads, key=lambda noun: (len(noun), noun))
    type_ = table(language).nouns[head][1]
    if not is_any(type_, _TYPES) or not _speaks_as(document, folded, heads, named=fold(title) not in heads):
        return None
    return Instrument(type_, heads, tuple(dict.fromkeys(_written(document.text, title, heads))))


def _lines(document: Document) -> Iterator[tuple[str, str]]:
    """The lines of its head that name such an instrument, and nothing besides: "DJIBOUTI COMMUNIQUÉ"."""
    for passage in document.passages[:_HEAD]:
        line = document.text[passage.start : passage.end].split("\n", 1)[0].strip()
        heads = name_heads(line, passage.language) if passage.kind in ("title", "frontmatter") else frozenset()
        words = fold(line).split(" ")
        named = line.isupper() and 1 < len(words) <= _SHORT and fold(line) not in heads
        if named and words[-1 if passage.language == "en" else 0] in heads:
            yield line, passage.language


def _speaks_as(document: Document, folded: str, heads: frozenset[str], *, named: bool) -> bool:
    """Does the text recite, say at its head by whom it was adopted, or call itself "the present Plan"? A ``named``
    one may recite in numbered paragraphs.
    """
    words = data("words")["references"]["own"]
    starts = [one.words if named else one.start for one in document.passages]
    begun = [folded[start : start + 24] for start in starts]
    if any(opening.startswith(tuple(words["recites"])) for opening in begun):
        return True
    if any(opening.startswith(tuple(words["adopted"])) for opening in begun[:_HEAD]):
        return True
    return re.search(rf"\bpresente? (?:{any_of(heads)})\b", folded) is not None


def _written(text: str, title: str, heads: frozenset[str]) -> Iterator[str]:
    """The names that the title holds, the whole and without what it is about, and "the present Plan", as the text
    writes them.
    """
    words = data("words")["references"]["own"]
    about = re.search(rf" (?:{any_of(words['about'])})\b", fold(title))
    short = title[: about.start()] if about is not None else title
    names = [name for name in (title, short) if fold(name) not in heads]
    names += [f"{word} {head}" for word in words["presents"] for head in sorted(heads)]
    for name in names:
        pattern = r"\s+".join(map(re.escape, name.split()))
        found = re.finditer(strip_accents(pattern), strip_accents(text), re.IGNORECASE)
        yield from (" ".join(text[match.start() : match.end()].split()) for match in found)
