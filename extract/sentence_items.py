"""The items of a sentence, as the frames read them: what it leaves unsaid put in, what tells nothing taken out."""

from __future__ import annotations

from collections.abc import Sequence

from extract.antecedents import Antecedents, served
from extract.demands.resolving import asserted
from extract.document import Document, Passage, Sentence
from extract.facts import Fact
from extract.framing.bearers import NEAR
from extract.mentions.dates import Date
from extract.mentions.finder import Finder, Found
from extract.mentions.known import authority
from extract.syntax import anew, asides, latest, until
from extract.syntax.contrast import plain
from extract.syntax.items import Item
from extract.syntax.recitals import recited
from extract.syntax.tokens import row
from extract.syntax.verbs import group
from ontology.types import is_a


class SentenceItems:
    """Makes the items of the sentences of one document."""

    def __init__(self, document: Document, finder: Finder, antecedents: Antecedents) -> None:
        self.document = document
        self.finder = finder
        self.antecedents = antecedents

    def of(self, sentence: Sentence, found: Found, gathered: Sequence[Fact], *, resolved: bool) -> list[Item]:
        """The items of ``sentence``: its pronouns resolved, by ``gathered`` facts too, its unsaid subject (in a
        resolution) put in front; ``resolved``: it stands in a resolution that another document copies.
        """
        passage = self.document.passages[sentence.passage]
        named = [mention for mention in found.named if mention.start >= sentence.start]
        said = latest.told(
            row(self.document.text, sentence.start, sentence.end, named, passage.language), passage.language
        )
        told = until.dated(asides.without(plain(said, passage.language), passage.language), passage.language)
        items = anew.told(group(recited(told, passage.language), passage.language))
        if resolved:
            items = asserted(items)
        if (
            passage.kind in ("operative", "preambular", "item")
            and self.finder.organ is not None
            and items
            and items[0].kind in ("V", "A", "W")
        ):
            items = [*self._unsaid(items[0].start), *items]
        if self.finder.memory.own is not None and items and _states(items):
            items = [*self._unsaid(items[0].start), *items]
        if self._may_be_of_itself(passage) and _adopted_here(items):
            items = [
                Item("E", items[0].start, items[0].start, "", self.finder.self_entity),
                *items[items[0].kind in ("W", "(") :],
            ]
        items = _closed(items)
        self.antecedents.resolve(items, sentence, passage.language, served(gathered[-NEAR:], sentence))
        return self._in_entry(sentence, items, passage.language)

    def _may_be_of_itself(self, passage: Passage) -> bool:
        """May "Adopted by the Committee on 3 May" be told of the document? Notes tell it of what their mark is at."""
        if passage.kind != "footnote":
            return passage.kind in ("frontmatter", "title", "paragraph")
        at = self.document.passages[passage.tied].kind if passage.tied is not None else None
        numbered = self.document.text[passage.start : passage.words].strip(" .)").isdigit()
        return not numbered or at in ("frontmatter", "title")

    def _in_entry(self, sentence: Sentence, items: list[Item], language: str) -> list[Item]:
        """In a chronology: "In 2008" before a sentence that tells no date of its own, and for "2008 –"."""
        date = self.finder.times.entry(sentence)
        if date is None:
            return items
        opened = [item.kind for item in items[:2]] in (["T", "-"], ["T", ":"], ["T", ";"]) and items[
            0
        ].data.first == date.first
        items = items[2:] if opened else items
        if not items or any(item.kind == "T" for item in items):
            return items
        at = items[0].start
        when = Item("T", at, at, "", Date(at, at, date.first, date.last))
        return [Item("P", at, at, "en" if language == "fr" else "in", "in"), when, Item(",", at, at, ","), *items]

    def _unsaid(self, at: int) -> list[Item]:
        """In its own resolution the organ is the subject of every paragraph: "In this resolution, the Assembly"
        (Decides …).
        """
        organ = self.finder.organ
        own = Item("E", at, at, "", self.finder.self_entity)
        opening = [Item("P", at, at, "in", "in"), own, Item(",", at, at, ",")]
        return opening if organ is None else [*opening, Item("E", at, at, "", authority(organ))]


def _closed(items: list[Item]) -> list[Item]:
    """Without the comma that only closes a name: "ratified the Convention, 1997 (No. 181), last year"."""
    return [
        item
        for k, item in enumerate(items)
        if not (
            item.kind == ","
            and 0 < k < len(items) - 1
            and items[k + 1].kind == "T"
            and items[k - 1].kind == "E"
            and "," in (items[k - 1].word or "")
            and is_a(items[k - 1].data.type, "Instrument")
        )
    ]


def _states(items: Sequence[Item]) -> bool:
    """ "Recalling …", "We establish …": how the paragraphs of a declaration begin; "We established …" tells what
    those did who met.
    """
    first, verb = items[0], next((item for item in items[1:] if item.kind != "A"), items[0])
    told = verb.kind == "V" and verb.data.ambiguous
    speaks = first.kind == "W" and first.word in ("we", "nous") and not told
    return (first.kind == "V" and first.data.form == "gerund") or speaks


def _adopted_here(items: list[Item]) -> bool:
    """ "Resolution adopted by the General Assembly on …", « Adoptée par le Conseil de sécurité à sa … »: at the
    document's head.
    """
    items = items[1:] if items and items[0].kind == "(" else items  # "(Adopted at the second plenary session, on …)"
    first = items[0] if items else None
    if first is not None and first.kind == "W" and first.word in ("resolution", "résolution", "decision", "décision"):
        first = items[1] if len(items) > 1 else None
    said = any(item.kind == "V" and item.data.form == "finite" and not item.data.ambiguous for item in items[1:])
    return (
        first is not None
        and first.kind == "V"
        and not said  # « Adoptée le 20 décembre 2016, la résolution 2331 (2016) condamne … »
        and bool({"adopt", "adopter"} & set(first.data.lemmas))
        and (first.data.ambiguous or first.data.form == "participle")
    )
