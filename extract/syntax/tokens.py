"""A sentence cut into its items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from extract.facts import Entity
from extract.syntax.items import Item, Named
from extract.syntax.readings import decide
from ontology.fold import strip_accents
from ontology.lexicon import Readings, data, words
from ontology.types import is_a

_TOKEN = {
    "en": re.compile(r"(?P<own>['’]s\b|['’](?=\s))|n['’]t\b|[^\W_]+(?:[-‑][^\W_]+)*|[^\w\s]", re.UNICODE),
    "fr": re.compile(r"aujourd['’]hui|presqu['’]île|[^\W_]+(?:[-‑][^\W_]+)*|[^\w\s]", re.UNICODE),
}


_MARKS = {
    ",": ",",
    ";": ";",
    ":": ":",
    "(": "(",
    ")": ")",
    "[": "(",
    "]": ")",
    "–": "-",
    "—": "-",
    "«": '"',
    "»": '"',
    "“": '"',
    "”": '"',
    '"': '"',
    "?": "?",
}


_LEGAL = ("Law", "Resolution", "Decision", "Treaty")
_HYPHEN = "-"
_APOSTROPHE = "'’"
_MARKED = re.compile(r"([a-zà-ÿ]{4,})\d{1,2}")  # a word with the mark of a footnote


def row(text: str, start: int, end: int, named: Sequence[Named], language: str) -> list[Item]:
    """The items of the sentence ``text[start:end]``; ``named`` holds its mentions and dates, in order, not
    overlapping.
    """
    lexicon = words(language)
    items: list[Item] = []
    position = start
    for mention in named:
        items += _words(text, position, mention.start, language)
        position = mention.end
        if (
            isinstance(mention.data, Entity)
            and mention.data.type == "ActorGroup"
            and (post := _as_post(text[mention.start : mention.end], language, items))
        ):
            word = text[mention.start : mention.end].lower()
            items.append(Item("W", mention.start, mention.end, word, readings={"Q": post}, several=(mention.data,)))
            continue
        items.append(Item(mention.kind, mention.start, mention.end, text[mention.start : mention.end], mention.data,
                          definite=mention.definite, several=mention.several, inner=mention.inner))  # fmt: skip
    items += _words(text, position, end, language)
    return _without_nationality(
        decide(
            _join(_unsplit(_without_subject(_unlabelled(items), language), lexicon.several), lexicon.several, language),
            language,
        )
    )


def _without_subject(items: list[Item], language: str) -> list[Item]:
    """Without what a law is about: « la loi no 12 [portant prévention de la traite], adoptée en », "Act No. 5 [on
    shelters], adopted"; what it changes or founds ("N") it tells by these words.
    """
    kept: list[Item] = []
    k = 0
    while k < len(items):
        end = _behind_subject(items, k, language)
        kept += items[k : k + 1] if end == k else []
        k = max(k + 1, end)
    return kept


def _behind_subject(items: list[Item], index: int, language: str) -> int:
    """Where what a law is about ends, which begins at ``index``; ``index`` where none does."""
    if index == 0 or index + 1 == len(items):
        return index
    before = items[index - 1]
    if items[index].word == "portant":
        named = before.kind == "E" and is_a(before.data.type, "Instrument")
        return _closed(items, index) if named and "N" not in items[index + 1].readings else index
    dated = index > 2 and before.kind == "T" and items[index - 2].readings.get("P") == "of"
    law = items[index - 3] if dated else before  # « la loi no 12 [du 3 mai 2015] relative à »
    if law.kind != "E" or law.data.type not in _LEGAL or items[index].word not in data("words")[language]["subjects"]:
        return index
    end = _closed(items, index)
    while not {"C", "clitic"}.isdisjoint(items[end - 1].readings):
        end -= 1  # "Act No. 27/2018 on free zones [and], in 2020, the Plan", « sur les ports [y] est entrée »
    return end if end > index + 2 and all(item.kind == "W" for item in items[index:end]) else index


def _closed(items: list[Item], index: int) -> int:
    return next((k for k in range(index + 1, len(items)) if _closes(items[k], items[k - 1])), len(items))


def _closes(item: Item, before: Item) -> bool:
    """Does the subject of a law end before ``item``: at a mark, or at a verb?"""
    led = before.word == "portant" or not {"D", "P"}.isdisjoint(before.readings)
    return (
        item.kind not in ("W", "E", "T", "#")
        or not {"B", "H", "X", "R"}.isdisjoint(item.readings)
        or ("V" in item.readings and not led)
    )


def _as_post(text: str, language: str, before: Sequence[Item]) -> str | None:
    """« État partie », "State party": a group's name that is also a post: "became the 180th State party to"; of
    several, behind a verb that says what they are.
    """
    if text.endswith("s") and not any(_links(item) for item in before[-2:]):
        return None
    parts = tuple(strip_accents(text.lower()).split())
    options = words(language).several.get(parts[0], {}).get(parts[1], ()) if len(parts) > 1 else ()
    return next((payload for known, cls, payload in options if cls == "Q" and known == parts), None)


def _links(item: Item) -> bool:
    """ "are", « sont devenus »."""
    return "B" in item.readings or bool({"become", "devenir"} & {lemma for lemma, _ in item.readings.get("V", ())})


def _unlabelled(items: list[Item]) -> list[Item]:
    """Without the labels of items in running text: "a)", "ii)"."""
    kept: list[Item] = []
    i = 0
    while i < len(items):
        label = items[i].kind == "W" and len(items[i].word) <= 4 and i + 1 < len(items) and items[i + 1].kind == ")"
        if label and (not kept or kept[-1].kind in (";", ":", ",", "(") or kept[-1].word in ("and", "et")):
            if kept and kept[-1].kind == "(":
                kept.pop()
            i += 2
            continue
        kept.append(items[i])
        i += 1
    return kept


def _without_nationality(items: list[Item]) -> list[Item]:
    """The country behind a person's name goes with him: "Ms. Ghada Waly of Egypt", « Mme Diop, du Sénégal, »."""
    kept: list[Item] = []
    i = 0
    while i < len(items):
        kept.append(items[i])
        i += 1
        if kept[-1].kind == "E" and kept[-1].data.type == "Person":
            behind = _behind_nationality(items, i)
            states = [item.data for item in items[i:behind] if item.kind == "E"]
            kept[-1].home = states[0] if states else None
            i = behind
    return kept


def _behind_nationality(items: Sequence[Item], index: int) -> int:
    """The index behind a nationality at ``index``, with the commas around it; ``index`` where there is none.

    The second comma stays where a name stands behind it: « Mme Diop, du Sénégal, Présidente du Groupe, a dit ».
    """
    comma = items[index].kind == "," if index < len(items) else False
    i = index + 1 if comma else index
    if i >= len(items) or items[i].kind != "P" or items[i].data != "of":
        return index
    i += 1
    while i < len(items) and items[i].kind == "D":
        i += 1
    if i >= len(items) or items[i].kind != "E" or items[i].data.type != "State":
        return index
    i += 1
    after = items[i].kind if i < len(items) else ""
    if not comma:
        return index if after == "'" else i
    if after != ",":
        return index if after == "C" else i
    following = items[i + 1] if i + 1 < len(items) else None
    return i if following is None or following.kind in ("E", "Q", "D", "W") else i + 1


# « nous sommes », but « les sommes versées »: what is read as the form of others.
_OF_US = {"sommes": "est", "étions": "était", "serons": "sera", "fûmes": "fut"}


@lru_cache(maxsize=1 << 16)
def _readings(language: str, word: str) -> Readings:
    """Readings of a word, shared by all its occurrences: nobody changes them."""
    return words(language).readings(word) or {}


def _words(text: str, start: int, end: int, language: str) -> Iterator[Item]:
    for match in _TOKEN[language].finditer(text, start, end):
        token = match.group()
        first, last = match.span()
        if language == "en" and match["own"] is not None:
            yield Item("'", first, last, token)
        elif token in _MARKS:
            yield Item(_MARKS[token], first, last, token)
        elif token in _HYPHEN and text[first - 1 : first].isspace() and text[last : last + 1] in (" ", "-"):
            yield Item("-", first, last, token)  # "LYON, 3 May 2024 - Yesterday, …", "OSLO, 3 May (UN) -- The Board"
        elif token in _APOSTROPHE or not token[0].isalnum():
            continue
        else:
            word = token.lower().replace("‑", "-").replace("’", "'")
            if word[0].isdigit():
                if first and text[first - 1].isalpha():
                    continue  # « droits de l'enfant1 »: the mark of a footnote
                yield Item("#", first, last, word)
            elif (marked := _MARKED.fullmatch(token)) is not None:  # "12 suspects1."
                yield Item("W", first, last, marked[1], readings=_readings(language, marked[1]), surface=marked[1])
            else:
                ours = word in _OF_US and text[max(0, first - 5) : first].lower() == "nous "
                told = _OF_US[word] if ours else word
                yield Item("W", first, last, word, readings=_readings(language, told), surface=token)


def _unsplit(items: list[Item], several: Mapping[str, Any]) -> list[Item]:
    """The particle of an English verb before its pronoun: "set it [up] in 1998"."""
    told = [*items]
    for k in range(len(told) - 2):
        particle = told[k + 2].word if told[k + 1].word in ("it", "them", "him", "her") else ""
        options = several.get(told[k].word, {}).get(particle, ()) if told[k].kind == "W" else ()
        if any(parts == (told[k].word, particle) and cls == "V" for parts, cls, _ in options):
            told[k + 1], told[k + 2] = told[k + 2], told[k + 1]
    return told


def _join(items: list[Item], several: Mapping[str, Any], language: str) -> list[Item]:
    """Words that are one in the lexicon ("in partnership with", « mettre en place ») become one item."""
    joined: list[Item] = []
    i = 0
    while i < len(items):
        item = items[i]
        if item.kind == "W" and i + 1 < len(items) and (seconds := several.get(strip_accents(item.word))) is not None:
            options = seconds.get(strip_accents(items[i + 1].word), ())
            longest = next((parts for parts, _, _ in options if _meets(items, i, parts)), None)
            if longest is not None:  # « entrée en vigueur »: a noun and a verb
                readings: Readings = {cls: payload for parts, cls, payload in options if parts == longest}
                if language == "fr" and "V" in readings:
                    readings["V"] = _accented(item.word, readings["V"])
                i += len(longest) - 1
                item = Item("W", item.start, items[i].end, " ".join(longest), readings=readings)
        joined.append(item)
        i += 1
    return joined


def _accented(word: str, forms: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """« entré en vigueur » is a participle, « entre en vigueur » is none: lemmas and forms that suit the accent."""
    if not strip_accents(word).endswith(("e", "ee", "es", "ees")):
        return forms
    return [each for each in forms if (each[1] == "pp") == word.endswith(("é", "ée", "és", "ées"))] or forms


def _meets(items: Sequence[Item], i: int, parts: tuple[str, ...]) -> bool:
    """Do the words from ``i`` on spell ``parts``, accents aside?"""
    if i + len(parts) > len(items):
        return False
    return all(items[i + k].kind == "W" and strip_accents(items[i + k].word) == part for k, part in enumerate(parts))
