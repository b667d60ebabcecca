"""Whose a work is that bears a title: "a study by UNICEF entitled “…”", "its 2020 study, “…”", "“…” (UNODC, 2021)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extract.document import Document, Sentence
from extract.facts import Entity
from extract.mentions import dates
from extract.mentions.describing import Hit
from extract.mentions.finder import Finder, Found
from extract.mentions.heads import is_office_word
from extract.mentions.told_titles import is_issued
from extract.relations import Roles
from extract.syntax.items import Named, has
from extract.syntax.rows import Row
from ontology.authority import records
from ontology.fold import fold
from ontology.lexicon import data, frames, words
from ontology.types import is_a, is_any

_WORKS = ("Publication", "Guideline")
_BRACKETS = re.compile(r"\s?\((?P<inside>[^()]{3,80})\)")
_OWN = ("title", "frontmatter")  # "Security Council press statement on Libya": the document itself
_MARK = 2  # characters: a quotation mark and the space behind it
_IN = re.compile(r"(?:^|[.:;!?»”]\s)(?:In|Dans)\s(?P<article>(?:the|la|le)\s|l['’])?$")
_SHORT = 12  # characters: ". Dans la "
_AHEAD = re.compile(
    r",\s(?:which|that) (?:it|they)\s|,\squ['’](?:elle|ils?|elles)\s"
)  # "…, which it published in May, ILO"
_LONGEST = 120  # characters of a list of authors
_BY_WHOM = re.compile(r" (?:by|par) ")
_TITLE = 240  # characters of a title in quotes at most
_BETWEEN = 5  # words between "our" and a work
_NEAR = 25  # characters before a work in which "forthcoming" takes it out of the world


def authored(
    document: Document, finder: Finder, sentence: Sentence, found: Found, line: Row, topics: Sequence[Entity]
) -> Iterator[tuple[str, Roles]]:
    """Works with their authors, and the date that stands beside them; ``topics`` is what the passage speaks of, the
    last last.
    """
    passage = document.passages[sentence.passage]
    language = passage.language
    for index, mention in enumerate(found.named if passage.kind not in _OWN else ()):
        title = _title(document.text, finder, mention)
        if title is None:
            yield from _edited(document.text, finder, mention, sentence, language)
        if title is None or not isinstance(mention.data, Entity) or _unreal(document.text, sentence, mention, line):
            continue
        if title[0] == mention.start and not _bears_title(document.text, mention, line):
            continue
        start, end = mention.start, title[0]
        if end - start <= _MARK:  # "“Slaves to the Screen”, a briefing [by Walk Free]"
            led = _BY_WHOM.match(document.text, mention.end) and not _done(document.text, mention, language)
            start, end = title[1], min(sentence.end, mention.end + _LONGEST) if led else mention.end
        authors = [*_in_brackets(document.text, finder, mention.end, sentence.end)]
        authors = authors or _named_by(document.text, finder, found, start, end, language)
        authors = authors or _before(document.text, found.named[:index], mention, language)
        authors = authors or _theirs(document.text, found, mention, language)
        authors = authors or _of_house(line, mention) or _resumed(document.text, found, mention, language, topics)
        when = _when(document.text, found.named[:index], mention, (start, end), sentence.end, language)
        for author in authors:
            roles: Roles = {"title": mention.data, "publisher": author}
            yield "publications", roles | ({"date": when} if when is not None else {})


def _done(text: str, mention: Named, language: str) -> bool:
    """ "a study [financed] by the European Union", « une étude [financée] par »: done to the work, and not made."""
    last = text[mention.start : mention.end].rsplit(" ", 1)[-1].lower()
    makes = {verb for verbs in data("works")[language]["told"].values() for verb in verbs} | set(
        data("works")[language]["verbs"]
    )
    return last.endswith(("ed", "é", "ée", "és", "ées")) and last not in makes


def _edited(
    text: str, finder: Finder, mention: Named, sentence: Sentence, language: str
) -> Iterator[tuple[str, Roles]]:
    """ "the Trafficking in Persons Report of the Department of State": whose a known series is."""
    if isinstance(mention.data, Entity) and mention.data.type == "Publication" and mention.data.id in records():
        hits = finder.names_in(mention.end, min(sentence.end, mention.end + 80))[:1]
        led = hits and _author(hits[0][2]) and _by(language).fullmatch(text[mention.end : hits[0][0]].lstrip())
        if led:
            yield "publications", {"title": mention.data, "publisher": hits[0][2]}


def _title(text: str, finder: Finder, mention: Named) -> tuple[int, int] | None:
    """Where the title stands in the mention of a work; None where the mention bears none, or is no work."""
    if mention.kind != "E" or not isinstance(mention.data, Entity) or not is_any(mention.data.type, _WORKS):
        return None
    printed = text[mention.start : mention.end]
    found = [(printed.find(label), len(label)) for _, label in finder.labels.get(mention.data.id, ())]
    begins = [(at, long) for at, long in found if at == 0 or (at > 0 and printed[at - 1] in ' “«"„\u00a0\u202f')]
    at, long = max(begins, default=(0, 0))
    return (mention.start + at, mention.start + at + long) if long else None


def _bears_title(text: str, mention: Named, line: Row) -> bool:
    """Is what bears no word of what it is a work: a title, or a description of what is said to be published?"""
    work = isinstance(mention.data, Entity) and mention.data.type == "Publication"
    issued = any(item.kind == "V" and _publishing() & set(item.data.lemmas) for item in line.items)
    return work and (text[mention.start].isupper() or issued)


def _unreal(text: str, sentence: Sentence, mention: Named, line: Row) -> bool:
    """ "its forthcoming study", "will publish", "has not released": not there, or for the frames to say."""
    before = text[max(sentence.start, mention.start - _NEAR) : mention.start].lower()
    readings = (words(line.language).readings(word) or {} for word in re.findall(r"[^\W\d_]+", before))
    if any({"U", "I", "hypothetical", "X"} & set(reading) for reading in readings):
        return True
    begins = max(
        (item.start for item in line.items if item.kind in ("S", ";") and item.start < mention.start), default=0
    )
    verbs = [item for item in line.items if item.kind == "V" and begins <= item.start < mention.start]
    publishing = [item.data for item in line.items if item.kind == "V" and _publishing() & set(item.data.lemmas)]
    undone = any(verb.unreal or verb.negated or verb.form == "infinitive" for verb in publishing)
    return undone or any(has(item, "I") or item.data.unreal for item in verbs)


@cache
def _publishing() -> frozenset[str]:
    """The verbs of the frames of publications."""
    return frozenset().union(
        *(frame.verbs[tongue] for frame in frames() for tongue in ("en", "fr") if frame.kind == "publications")
    )


def _author(entity: Entity) -> bool:
    return is_a(entity.type, "Organization") and not is_a(entity.type, "Meeting")


def _named_by(text: str, finder: Finder, found: Found, start: int, end: int, language: str) -> list[Entity]:
    """ "study [by the ILO and UNICEF], “…”": those that the mention names between its noun and its title; but "the
    preface to the Guide [by Mr. Roy]".
    """
    hits = [hit for hit in finder.names_in(start, end) if _author(hit[2])]
    led = [n for n, hit in enumerate(hits) if _by(language).search(text, start, hit[0]) is not None]
    if hits and not led and is_issued(text, start, end + _TITLE, language):
        return _listed(text, hits)  # "a report which UNICEF published in April, “…”"
    if led:
        return _listed(text, hits[led[0] :])
    match = _unknown(language).search(text, start, end)
    if match is None or any(is_office_word(fold(word), language) for word in match["name"].split()):
        return []
    people = (one for one in found.named if isinstance(one.data, Entity) and one.data.type == "Person")
    person = any(one.start < match.end("name") and match.start("name") < one.end for one in people)
    return [] if person else [finder.organisation(match["name"], language)]


def _listed(text: str, hits: Sequence[Hit]) -> list[Entity]:
    """The first of the hits, and those that a comma or "and" joins to it."""
    kept = [*hits[:1]]
    for hit in hits[1:]:
        if not re.fullmatch(
            r"\s?(?:,|,? and|,? et)(?: the| la| le| les| l['’]| de la| du| de l['’]| d['’]| des| de)?\s?",
            text[kept[-1][1] : hit[0]],
        ):
            break
        kept.append(hit)
    return [entity for _, _, entity in kept]


def _before(text: str, named: Sequence[Named], mention: Named, language: str) -> list[Entity]:
    """ "UNODC's report “…”", "the 2019 OSCE study “…”"."""
    before = next((other for other in reversed(named) if other.kind == "E"), None)
    if language != "en" or before is None or not isinstance(before.data, Entity) or not _author(before.data):
        return []
    between = text[before.end : mention.start]
    owns = re.fullmatch(r"(?:['’]s?)? (?:\w[\w-]* ){0,3}", between) is not None
    plain = not any(words(language).readings(word.lower()) for word in re.findall(r"[^\W\d_]{2,}", between))
    return [before.data] if owns and plain else []


def _theirs(text: str, found: Found, mention: Named, language: str) -> list[Entity]:
    """ "In its 2020 study, “…”, the ILO found", "In “…”, a report of 2020, the ILO found": of the one organisation of
    the sentence.
    """
    others = {
        other.data.id: other.data
        for other in found.named
        if other is not mention and isinstance(other.data, Entity) and _author(other.data)
    }
    theirs = _is_theirs(text, mention, language)
    led = _IN.search(text, max(0, mention.start - _SHORT), mention.start)
    own = led is not None and (not led["article"] or _AHEAD.match(text, mention.end) is not None)
    told = own and any(
        other.start > mention.end for other in found.named if isinstance(other.data, Entity) and other.data.id in others
    )
    return [*others.values()] if (theirs or told) and len(others) == 1 else []


def _of_house(line: Row, mention: Named) -> list[Entity]:
    """ "our field guide, “…”", « notre étude « … » »: of who publishes the page or speaks."""
    at = next((k for k, item in enumerate(line.items) if item.start >= mention.start), 0)
    before = range(at - 1, max(-1, at - 1 - _BETWEEN), -1)
    first = next((k for k in before if line.kind(k) not in ("A", "W", "J", "T")), -1)
    owners = line.items[first].several if line.kind(first) == "D" else ()
    return [owner for owner in owners if _author(owner)]


def _resumed(text: str, found: Found, mention: Named, language: str, topics: Sequence[Entity]) -> list[Entity]:
    """ "Its handbook, “…”, published in 2024,": of the one that the passage is about, where the sentence names no
    other.
    """
    others = [other for other in found.named if isinstance(other.data, Entity) and _author(other.data)]
    owners = {topic.id: topic for topic in topics if _author(topic)}
    return [*owners.values()] if len(owners) == 1 and not others and _is_theirs(text, mention, language) else []


def _is_theirs(text: str, mention: Named, language: str) -> bool:
    """Does "its", « son » stand before the work, or behind its title: "Walking Alongside, its casework manual"?"""
    before = _their(language).search(text, max(0, mention.start - 40), mention.start)
    return before is not None or _their_own(language).search(text, mention.start, mention.end) is not None


def _in_brackets(text: str, finder: Finder, end: int, stop: int) -> Iterator[Entity]:
    """ "“Title” (UNODC and OSCE, 2021)"."""
    match = _BRACKETS.match(text, end, stop)
    if match is not None:
        yield from (hit[2] for hit in finder.names_in(*match.span("inside")) if _author(hit[2]))


def _when(
    text: str, named: Sequence[Named], mention: Named, beside: tuple[int, int], stop: int, language: str
) -> str | None:
    """The date of the work: ``beside`` its title, in the brackets behind it, or right before it ("its 2020 study")."""
    match = _BRACKETS.match(text, mention.end, stop)
    places = [beside, *([match.span("inside")] if match is not None else [])]
    found = [date for first, last in places for date in dates.find(text, language, first, last)]
    if found:
        return found[0].first
    before = named[-1] if named else None
    near = before is not None and before.kind == "T" and re.fullmatch(r" (?:\w+ )?", text[before.end : mention.start])
    return before.data.first if before is not None and near and isinstance(before.data, dates.Date) else None


@cache
def _by(language: str) -> re.Pattern[str]:
    listed = "|".join(data("works")[language]["by"])
    return re.compile(rf"(?<!\w)(?:{listed})(?: the| la| le| les|['’]| l['’])?\s?$")


@cache
def _unknown(language: str) -> re.Pattern[str]:
    """ "by the University of Mauritius": a name of several capitals that no list knows."""
    listed = "|".join(data("works")[language]["by"])
    capital = r"[A-ZÀ-Ý][\w'’-]+"
    return re.compile(
        rf"(?<!\w)(?:{listed})(?: the| la| le| les|['’]| l['’])? ?"
        rf"(?P<name>{capital}(?: (?:of|for|and|the|de|du|des|la|et|pour|–|{capital}))* {capital})"
    )


@cache
def _their_own(language: str) -> re.Pattern[str]:
    listed = "|".join(data("works")[language]["their"])
    return re.compile(rf",[»”\"]? (?:{listed}) [^,;:“«\"]+$")


@cache
def _their(language: str) -> re.Pattern[str]:
    listed = "|".join(data("works")[language]["their"])
    return re.compile(rf"(?<!\w)(?:{listed}) (?:[^\W_]+(?:-[^\W_]+)* ){{0,3}}$", re.IGNORECASE)
