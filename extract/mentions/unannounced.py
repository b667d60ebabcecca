"""Programmes whose names stand alone, and are told to be programmes by what is around: the next sentence ("Safe
Crossings, which ICMPD launched in 2021, helps guards. The programme …"), the words above a list, or a heading
("Programmes") under which items begin with their names and other headings are their names.

The words stand in ontology/lexicon/works.yaml under `unannounced`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.document import Document, Passage, Sentence
from extract.mentions.describing import Hit
from extract.mentions.heads import is_head, table
from extract.mentions.projects import Projects, is_place, project_nouns
from ontology.alternatives import any_of
from ontology.fold import fold
from ontology.inflection import plural
from ontology.lexicon import data
from ontology.lexicon import words as words_of

_CAPITAL = r"[A-ZÀ-Ý][^\W\d_]*(?:[-’'][^\W\d_]+)*"
_LINKS = r"(?:(?:of|for|to|in|on|the|and|without|de|du|des|la|pour|sans|et) ){0,2}"
_NAME = rf"(?P<name>{_CAPITAL}(?: {_LINKS}{_CAPITAL}){{1,4}})"
_HEADLINE = re.compile(r"\s?[:|–—]\s")
_QUOTED = re.compile(r"[“«]\s?(?P<name>[A-ZÀ-Ý][^“”«»\"„:;.!?]{1,60}[^“”«»\"„:;.!?,\s])\s?[”»](?!,)")
_LEADING = frozenset("PHBV")  # kinds of words before a name in quotation marks
_LONGEST = 7  # words of a name in a title
_SAID = {"en": "(?:is|was) (?:an?|the)", "fr": "(?:est|était) (?:une?|le|la)"}
_ANY = r"[“«\"]?\s?(?P<name>[A-ZÀ-Ý#][^–—:;.?!()“”«»\"]{2,60}?)\s?[”»\"]?"


def entitling(document: Document, projects: Projects) -> None:
    """Make known the programme whose name the title of a page is, or begins with, where its text says that it is one:
    "Safe Crossings: help for guards" above "Safe Crossings is a project of IOM"; « SENTINELLES : protéger les enfants »
    above « le projet SENTINELLES aide ».
    """
    title = next((one for one in document.passages if one.kind == "title"), None)
    name = "" if title is None else _HEADLINE.split(document.text[title.words : title.end])[0].strip()
    if title is None or not (name.isupper() or 0 < name.count(" ") < _LONGEST):
        return
    match = _said_of(title.language, name).search(document.text, title.end)
    match = match or _called(title.language, name).search(document.text, title.end)
    if match is None and _begun(title.language, name).search(document.text, title.end) is not None:
        match = _words(title.language).itself.search(document.text, title.end)
    if match is not None:
        projects.entity(name, match["noun"], title.language)


@dataclass(frozen=True, slots=True)
class _Words:
    opened: re.Pattern[str]  # the name that opens a sentence, with what only is said of things
    resumed: re.Pattern[str]  # "The programme" as the first words of another sentence
    pointing: re.Pattern[str]  # "This programme" as the first words of the next sentence
    itself: re.Pattern[str]  # the same at the head of any sentence
    about: re.Pattern[str]  # the same as a heading, or as the first words of a paragraph
    nouns: re.Pattern[str]
    above: re.Pattern[str]  # "programmes", "initiatives" in the words above a list
    singular: dict[str, str]  # "initiatives" -> "initiative"
    item: re.Pattern[str]  # the name that opens an item
    told: re.Pattern[str]  # any name that opens an item and is said to be a programme, or to be run by somebody
    heading: re.Pattern[str]  # "Our programmes", « Projets en cours »
    title: re.Pattern[str]  # a heading that may be a name
    below: re.Pattern[str]  # "the project", « une initiative »: what the text below the heading of a programme says


def find(
    document: Document, sentence: Sentence, language: str, known: Sequence[Hit], projects: Projects
) -> Iterator[Hit]:
    """The programme that opens ``sentence`` so, where it is none of the ``known`` names."""
    passage = document.passages[sentence.passage]
    words = _words(language)
    pointed = words.pointing.match(document.text, sentence.end, passage.end)
    quoted = _taken_up(document, sentence, passage, words) if pointed is not None else None
    if pointed is not None and quoted is not None and _is_free(quoted, known, language):
        yield quoted.start(), quoted.end(), projects.entity(quoted["name"], pointed["noun"].lower(), language)
        return
    match = words.opened.match(document.text, sentence.start, sentence.end)
    noun = _resumed(document, sentence, passage, words) if match is not None else None
    if noun is None and passage.kind in ("item", "paragraph") and sentence.start == passage.words:
        match = words.told.match(document.text, sentence.start, sentence.end)
        if match is None and passage.kind == "item":
            match = words.item.match(document.text, sentence.start, sentence.end)
        noun = _above(document, passage, words) if match is not None else None
    if match is None or noun is None or not _is_free(match, known, language):
        return
    yield match.start("name"), match.end("name"), projects.entity(match["name"], noun, language)


def headed(document: Document, sentence: Sentence, language: str, projects: Projects) -> Iterator[Hit]:
    """The programme whose name is a heading below "Our programmes", and of which the text below it speaks as of one, or
    by that name.
    """
    passage, words = document.passages[sentence.passage], _words(language)
    above = document.above(passage)
    below = document.passages[sentence.passage + 1] if sentence.passage + 1 < len(document.passages) else None
    whole = passage.kind == "heading" and sentence.end == passage.end
    if above is None or below is None or not whole or not _is_heading(document, above, words):
        return
    match = words.title.fullmatch(document.text, passage.words, passage.end)
    noun = words.above.search(document.text, above.start, above.end)
    if match is None or noun is None or below.parent != sentence.passage:
        return
    named = " " in match["name"] and match["name"] in document.text[below.start : below.end]
    if named or words.below.search(document.text, below.start, below.end) is not None:
        entity = projects.entity(match["name"], words.singular[noun.group().lower()], language)
        yield match.start("name"), match.end("name"), entity


def _taken_up(document: Document, sentence: Sentence, passage: Passage, words: _Words) -> re.Match[str] | None:
    """The one name in quotation marks at which the next sentence may point: « … sans « Clic sûr ». Ce programme … »;
    none that a noun leads, as a film's, or that is what somebody said.
    """
    found = [*_QUOTED.finditer(document.text, sentence.start, sentence.end)]
    said = words.nouns.search(document.text, sentence.start, sentence.end)
    if len(found) != 1 or said or len(found[0]["name"].split(" ")) >= _LONGEST:
        return None
    before = document.text[sentence.start : found[0].start()].split()
    leads = not before or not _LEADING.isdisjoint(words_of(passage.language).single.get(before[-1].lower(), ()))
    return found[0] if leads else None


def _resumed(document: Document, sentence: Sentence, passage: Passage, words: _Words) -> str | None:
    """The noun by which a later sentence of the passage takes up the one thing that this one may mean, or the first of
    the next, or the heading above ("The project").
    """
    again = words.resumed.search(document.text, sentence.end, passage.end)
    if again is None:
        above, after = document.above(passage), document.passages[sentence.passage + 1 : sentence.passage + 2]
        lines = [one for one in (above,) if one is not None and one.kind == "heading"]
        told = [words.about.fullmatch(document.text, one.words, one.end) for one in lines]
        told += [words.about.match(document.text, one.words, one.end) for one in after if one.kind == "paragraph"]
        again, end = next((one for one in told if one is not None), None), passage.end
    else:
        end = again.start()
    between = words.nouns.search(document.text, sentence.start, end)
    return again["noun"].lower() if again is not None and not between else None


def _above(document: Document, passage: Passage, words: _Words) -> str | None:
    """The noun in the words that introduce the list: "Initiatives undertaken since then include the following:"."""
    above = document.above(passage)
    if above is None or not (
        document.text[above.start : above.end].endswith(":") or _is_heading(document, above, words)
    ):
        return None
    found = words.above.search(document.text, above.start, above.end)
    return words.singular[found.group().lower()] if found is not None else None


def _is_heading(document: Document, above: Passage, words: _Words) -> bool:
    start = above.words
    return above.kind == "heading" and words.heading.fullmatch(document.text, start, above.end) is not None


def _is_free(match: re.Match[str], known: Sequence[Hit], language: str) -> bool:
    """No body by its nouns ("Safe Seas Task Force"), unless it is said to be a programme ("Back Home, a project of"),
    and no other name in it but those of places.
    """
    first, last = match.span("name")
    parts = [fold(part) for part in match["name"].split(" ")]
    plain = not any(is_head(part, language) or part in table(language).titles for part in parts)
    inside = [(start, end) for start, end, entity in known if not is_place(entity) and start < last and first < end]
    whole = any((start, end) == (first, last) for start, end, _ in known)
    return (plain or bool(match.groupdict().get("kind"))) and not inside and not whole


@cache
def _words(language: str) -> _Words:
    content, kinds = data("works")[language]["unannounced"], data("works")[language]["projects"]
    nouns = [noun for noun in kinds["Programme"] if " " not in noun] + kinds["Campaign"][:1]
    listed = any_of(nouns)
    singular = {plural(noun, language): noun for noun in nouns}
    several, article = any_of(singular), content["article"]
    words = r"(?:[^\W\d_A-ZÀ-Ý][\w’'-]* |[A-Z]{2,} ){0,5}?"
    again = rf"(?:{content['again']}) ?(?P<noun>{listed})(?! (?:{content['named']})\b)\b"
    said = rf"(?:(?:{article})\s?)?{words}(?P<kind>{listed})(?!\w)|(?:{content['done']}) "
    return _Words(
        opened=re.compile(rf"{_NAME}(?= ?(?:{content['said']}))"),
        resumed=re.compile(rf"(?<=[.!?»”] ){again}"),
        pointing=re.compile(rf"\s(?:{content['pointing']}) (?P<noun>{listed})\b"),
        itself=re.compile(rf"(?:^|(?<=[.!?»”] )){again}", re.MULTILINE),
        about=re.compile(again, re.IGNORECASE),
        nouns=re.compile(rf"(?<!\w)(?:{listed})(?!\w)", re.IGNORECASE),
        above=re.compile(rf"(?<!\w)(?:{several})(?!\w)", re.IGNORECASE),
        singular=singular,
        item=re.compile(rf"{_NAME}(?=(?: \([^()]*\))?(?:,| [–—-]|:))"),
        told=re.compile(rf"{_ANY}(?=(?: \([^()]*\))?(?:,| [–—-]| ?:) (?i:{said}))"),
        heading=re.compile(
            rf"(?:(?:{content['own']}) )*(?:{several})(?:(?:,| and| et) (?:{several}))*(?: (?:{content['own']}))*",
            re.IGNORECASE,
        ),
        title=re.compile(rf"{_ANY}"),
        below=re.compile(
            rf"(?<!\w)(?:{content['again']}|{article})\s?(?:[^\W\d_]+ ){{0,2}}?(?:{listed})(?!\w)", re.IGNORECASE
        ),
    )


def _said_of(language: str, name: str) -> re.Pattern[str]:
    nouns = any_of(sorted(project_nouns(language)))
    said = rf"(?: \([^()]{{1,60}}\))?,? {_SAID[language]} (?:[\w-]+ ){{0,4}}?(?P<noun>{nouns})\b"
    return re.compile(rf"(?<![\w-]){re.escape(name)}{said}")


def _called(language: str, name: str) -> re.Pattern[str]:
    """ "the SENTINEL project", « le projet SENTINELLES »."""
    nouns, printed = rf"(?P<noun>{any_of(sorted(project_nouns(language)))})", re.escape(name)
    called = rf"{printed} {nouns}" if language == "en" else rf"{nouns} [«“]?\s?{printed}"
    return re.compile(rf"(?<![\w-]){called}(?![\w-])")


def _begun(language: str, name: str) -> re.Pattern[str]:
    """ "IOM launched Safe harbours in", « a lancé Horizon lagune »: what is begun, and is not shown as a work is."""
    begun = data("works")[language]["unannounced"]["begun"]
    return re.compile(rf"(?<![\w-])(?:{begun}) {re.escape(name)}(?! ?[:«“\"])(?![\w-])")
