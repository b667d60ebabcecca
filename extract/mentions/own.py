"""What the document itself is: a resolution by its symbol; a declaration, plan or charter by its title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.document import Document
from extract.mentions import symbols
from extract.mentions.heads import table
from extract.mentions.references import name_heads
from ontology.alternatives import any_of
from ontology.fold import fold
from ontology.lexicon import data
from ontology.types import is_any

_TYPES = ("Declaration", "Plan", "Treaty", "Agreement", "Guideline")
_HEAD = 8  # passages in which a document says who adopted it


@dataclass(frozen=True, slots=True)
class Instrument:
    """A document that is an instrument: its type, the nouns it goes by ('plan of action', 'plan') and its names as
    its text writes them.
    """

    type: str
    heads: frozenset[str]
    names: tuple[str, ...]


def organ(document: Document) -> str | None:
    """The authority id of the organ whose resolution the document is."""
    found = symbols.parse(document.id) if document.symbol is not None else None
    if found is not None:
        return found.organ
    return symbols.organ_of(document.id) if document.id.startswith("A/HRC/") else None


def type_of(document: Document, own: Instrument | None) -> str:
    """The type of the document itself: 'Resolution' by its symbol, that of the instrument it is, else 'Document'."""
    found = symbols.parse(document.id) if document.symbol is not None else None
    if found is not None:
        return found.type
    return "Document" if own is None else own.type


def instrument(document: Document, folded: str) -> Instrument | None:
    """The instrument that the document is, where its title names one and its text, ``folded``, speaks as such; None
    for others.
    """
    part = next((part for part in document.parts if part.title is not None), None)
    if part is None or part.title is None or document.symbol is not None:
        return None
    title, language = part.title.value, part.language
    heads = name_heads(title, language)
    if not heads:
        return None
    head = max(heads, key=lambda noun: (len(noun), noun))
    type_ = table(language).nouns[head][1]
    if not is_any(type_, _TYPES) or not _speaks_as(document, folded, heads):
        return None
    return Instrument(type_, heads, tuple(dict.fromkeys(_written(document.text, title, heads))))


def _speaks_as(document: Document, folded: str, heads: frozenset[str]) -> bool:
    """Does the text recite, say at its head by whom it was adopted, or call itself "the present Plan"?"""
    words = data("words")["references"]["own"]
    begun = [folded[passage.start : passage.start + 24] for passage in document.passages]
    if any(opening.startswith(tuple(words["recites"])) for opening in begun):
        return True
    if any(opening.startswith(tuple(words["adopted"])) for opening in begun[:_HEAD]):
        return True
    named = any_of(heads)
    return re.search(rf"\bpresente? (?:{named})\b", folded) is not None


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
        yield from (" ".join(match.group().split()) for match in re.finditer(pattern, text, re.IGNORECASE))
