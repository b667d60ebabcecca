"""A sentence as a row of items: mentions, dates, verb groups, nouns of relations, and the small words between them.

Kinds: E mention, T date, V verb group, N noun of an event, Q noun of a holder, J adjective of a relation, W other word;
D P C R S X A O B H M as in ontology/lexicon.py; and the marks , ; : ( ) " - (dash).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from extract.facts import Entity
from extract.mentions.dates import Date
from extract.mentions.heads import is_head
from ontology.fold import fold, strip_accents
from ontology.lexicon import Readings, clause_frames, verb_set, words


@dataclass(slots=True)
class Item:
    """One item at ``[start, end)`` of the clean text. ``index`` is its place in the row."""

    kind: str
    start: int
    end: int
    word: str
    data: Any = None  # E: Entity; T: Date; V: VerbGroup; N, Q, J: the lemma; P: its common name
    readings: Readings = field(default_factory=dict)
    definite: bool = True  # E: named, or described with a definite article
    possessor: bool = False  # E: "UNODC's"
    surface: str = ""  # W: the word as printed
    several: tuple[
        Entity, ...
    ] = ()  # E: one mention of several things: "the twenty-sixth and twenty-seventh sessions";
    # Q: the group that the post is also the name of: "States parties"; O: what the pronoun may stand for


@dataclass(slots=True)
class VerbGroup:
    """A verb with its auxiliaries. ``lemmas`` holds every lemma the form may be of; none for a verb no frame knows."""

    lemmas: tuple[str, ...]
    form: str  # finite, participle, infinitive, gerund
    passive: bool
    reflexive: bool = False
    negated: bool = False
    unreal: bool = False  # modal, future, conditional
    future: bool = False  # "will chair", « présidera », « va lancer »: of what is unreal, what is to be
    subjunctive: bool = False  # « ait ratifié »: unreal but behind « se félicite que », « bien que »
    clitics: frozenset[str] = frozenset()
    ambiguous: bool = False  # English -ed with no auxiliary: past or participle
    progressive: bool = False  # "is developing": begun, not done
    link: bool = False  # be, become: what follows says what the subject is


@dataclass(frozen=True, slots=True)
class Named:
    """A mention or a date found before the words are read."""

    start: int
    end: int
    kind: str  # E or T
    data: Entity | Date
    definite: bool = True
    several: tuple[Entity, ...] = ()


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
_APOSTROPHE = "'’"


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
                          definite=mention.definite, several=mention.several))  # fmt: skip
    items += _words(text, position, end, language)
    return _without_nationality(_decide(_join(_unlabelled(items), lexicon.several), language))


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
    """Without the country behind a person's name: "Ms. Ghada Waly of Egypt", « Mme Diop, du Sénégal, »."""
    kept: list[Item] = []
    i = 0
    while i < len(items):
        kept.append(items[i])
        i += 1
        if kept[-1].kind == "E" and kept[-1].data.type == "Person":
            i = _behind_nationality(items, i)
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
        elif token in _APOSTROPHE or not token[0].isalnum():
            continue
        else:
            word = token.lower().replace("‑", "-").replace("’", "'")
            if word[0].isdigit():
                if first and text[first - 1].isalpha():
                    continue  # « droits de l'enfant1 »: the mark of a footnote
                yield Item("#", first, last, word)
            else:
                yield Item("W", first, last, word, readings=_readings(language, word), surface=token)


def _join(items: list[Item], several: Mapping[str, Any]) -> list[Item]:
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
                i += len(longest) - 1
                item = Item("W", item.start, items[i].end, " ".join(longest), readings=readings)
        joined.append(item)
        i += 1
    return joined


def _meets(items: Sequence[Item], i: int, parts: tuple[str, ...]) -> bool:
    """Do the words from ``i`` on spell ``parts``, accents aside?"""
    if i + len(parts) > len(items):
        return False
    return all(items[i + k].kind == "W" and strip_accents(items[i + k].word) == part for k, part in enumerate(parts))


_ORDER = "XHBMRSCOPDA"


def _decide(items: list[Item], language: str) -> list[Item]:
    """Give each word one kind, by its readings and its neighbours."""
    for i, item in enumerate(items):
        if item.kind != "W" or not item.readings:
            continue
        before = items[i - 1] if i else None
        if before is not None and has(before, "ordinal") and i > 1 and "V" in item.readings and language == "en":
            before = items[i - 2]  # "the fifty-eighth State to ratify it"
        after = items[i + 1] if i + 1 < len(items) else None
        if item.word == "that" and before is not None and before.kind == "V" and _demonstrative(items, i):
            item.kind = "D"  # "Zambia ratified that Convention in 1984"
            continue
        item.kind, item.data = _kind(item, before, after, language)
    for index, item in enumerate(items):
        if item.kind == "E":
            person = item.data.type == "Person"
            for other in _described_person(items, index) if person else _apposed_noun(items, index, language):
                other.kind = "A"
    return items


def _described_person(items: list[Item], index: int) -> list[Item]:
    """The plain words between an article and the person at ``index``: « l'inspectrice kényane Grace Njoroge »."""
    start = index
    while start > max(0, index - 4) and items[start - 1].kind == "W" and not items[start - 1].readings:
        start -= 1
    return items[start:index] if 0 < start < index and items[start - 1].kind == "D" else []


def _apposed_noun(items: list[Item], index: int, language: str) -> list[Item]:
    """The plain words before the name at ``index`` that say what it is: "the non-governmental organization Freedom
    Now", « l'organisation non gouvernementale Phare du Sud ».
    """
    start = index
    while (
        start > max(0, index - 4)
        and items[start - 1].kind in ("W", "X")
        and (not items[start - 1].readings or items[start - 1].word == "non")
    ):
        start -= 1
    phrase = [fold(item.word) for item in items[start:index]]
    if language == "en":
        heads = bool(phrase) and is_head(phrase[-1], language) and items[index - 1].kind == "W"
        plain = len(phrase) == 1 or (start > 0 and items[start - 1].kind == "D")
        return items[start:index] if heads and plain else items[index - 1 : index] if heads else []
    for k in range(len(phrase)):
        if is_head(" ".join(phrase[k:]), language):
            return items[start + k : index]
    return []


def _demonstrative(items: list[Item], index: int) -> bool:
    """Is "that" at ``index`` a demonstrative: a mention follows that is no subject?"""
    follows = items[index + 1 : index + 3]
    if not follows or follows[0].kind != "E":
        return False
    return len(follows) == 1 or follows[1].kind != "W" or not ({"V", "H", "B", "M", "A"} & set(follows[1].readings))


def _kind(item: Item, before: Item | None, after: Item | None, language: str) -> tuple[str, Any]:
    readings = item.readings
    noun = next((cls for cls in "QNJ" if cls in readings), None)
    if "V" in readings and not {"H", "B"} & set(readings) and _substantive(item.word, readings["V"], before, language):
        return (noun, readings[noun]) if noun is not None else ("W", None)
    verbal = "V" in readings and not ({"H", "B", "M", "A", "P"} & set(readings))
    if verbal and noun is not None and before is not None and item.surface[:1].isupper():
        return noun, readings[noun]  # « a élu M. Ruiz Président »
    if verbal and (noun is None or not _nounlike(before, after, language)):
        return "V", readings["V"]
    if noun is not None:
        return noun, readings[noun]
    for cls in _ORDER:
        if cls in readings:
            if cls == "R" and language == "en" and item.word == "that":
                if before is not None and before.kind == "P":
                    return "D", None
                if before is not None and before.kind in ("W", "V"):
                    return "S", None
            if cls == "D" and "P" in readings:
                return "P", readings["P"]
            return cls, readings[cls]
    return ("V", readings["V"]) if "V" in readings else ("W", None)


_BEFORE_NOUN = frozenset(
    [
        "un",
        "une",
        "cette",
        "ce",
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
        "chaque",
        "toute",
        "aucune",
        "de",
        "d",
        "des",
        "du",
        "au",
        "aux",
        "sans",
    ]
)


def _substantive(word: str, verbs: list[tuple[str, str]], before: Item | None, language: str) -> bool:
    """A verb's form that stands as a noun: « une demande », « l'aide », "the November meeting"."""
    if before is None:
        return False
    names = {name for _, name in verbs}
    if language == "en":
        nominal = names <= {"base", "pres"} and before.kind in ("D", "'")  # "IOM's work"
        gerund = names == {"ger"} and {lemma for lemma, _ in verbs}.isdisjoint(verb_set("measuring"))
        return nominal or (gerund and before.kind in ("D", "W", "E") and before.word != "to")
    if before.word == "sans":
        return "inf" not in names  # « sans vote »
    if not names <= {"pres", "subj", "impf", "past"} or before.kind not in ("D", "P"):
        return False
    return before.word in _BEFORE_NOUN or (
        before.word in ("l", "la", "le", "les")
        and (before.word != "les" or word.endswith(("s", "x", "nt")))  # « les encourage à »
        and not ({lemma for lemma, _ in verbs} & framed(language))
    )


@cache
def framed(language: str) -> frozenset[str]:
    """Lemmas that some frame asks for."""
    return frozenset(lemma for frame in clause_frames() for lemma in frame.verbs[language])


def _nounlike(before: Item | None, after: Item | None, language: str) -> bool:
    """Between "the chair of" and "UNODC chairs ICAT": does the word stand where a noun stands?"""
    if (
        before is not None
        and before.kind in ("D", "P", "J", "'", "(")
        and before.data != "infinitive"
        and before.word != "to"
    ):
        return True
    if after is not None and after.kind == "W" and after.readings.get("P") == "of":
        return True
    if after is not None and after.kind in (",", ")", ";") and (before is None or before.kind != "E"):
        return True
    if after is not None and after.kind == ":" and before is None:
        return True  # "Chair: Ms. Berg"
    return (
        before is not None
        and before.kind in ("W", ",")
        and (after is None or after.kind in (",", ":") or (after.kind == "W" and not after.readings))
    )


def has(item: Item, flag: str) -> bool:
    """Does the word carry the flag?"""
    return flag in item.readings
