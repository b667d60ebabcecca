"""What stands behind a verb that asks: whom it asks, and what for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.demands.addressees import addressees
from extract.demands.words import is_adverb, is_deed, is_infinitive, pattern, word_set
from extract.facts import Entity
from extract.syntax.items import Item

_MARKS = {"en": frozenset({"to"}), "fr": frozenset({"de", "d", "à", "a"})}
DECIDES = "decides"
THING = "thing"  # the mark of a thing asked for
_OWN = re.compile(r"\bs(?:e |['’])$")  # « que le Comité [se] réunisse »
_CLITICS = frozenset(
    ["se", "s", "y", "en", "l", "le", "la", "les", "lui", "leur", "n", "ne", "pas", "plus", "ni", "me", "m", "nous"]
)


@dataclass(frozen=True, slots=True)
class Tail:
    """Addressees (none where the text names none), and where the action begins: an item, an offset of the text."""

    addressees: tuple[Entity, ...]
    index: int
    start: int
    mark: str = ""  # the preposition that leads to the action; '' for a clause, or a thing asked for
    them: bool = False  # "recommends that they …": those of whom the text spoke before


def find(items: Sequence[Item], first: int, language: str, text: str, act: str = "") -> Tail | None:
    """The tail that begins at item ``first``, right behind the verb; None where nothing is asked for.

    ``text`` is the clean text that the offsets of the items point into. Nobody is addressed where ``act`` decides.
    """
    first = _skip_adverbs(items, first, language)
    if language == "fr" and first + 1 < len(items) and items[first].kind in "WV" and items[first + 1].data == "to":
        first += 1  # « lance un appel pressant aux donateurs »
    if first < len(items) and items[first].word == "that" and leads(items, first + 2, language):
        return None  # "urged that country to open shelters": a country that the clause does not name
    if first < len(items) and items[first].word in word_set(language, "that"):
        return Tail((), first, items[first].start) if act == DECIDES else clause(items, first + 1, language, text)
    if act == DECIDES and first < len(items) and items[first].kind == "D":  # « a décidé la constitution d'un groupe »
        return Tail((), first, items[first].start, THING)
    if is_deed(items, first, language) or (act == DECIDES and _is_told_beside(items, first, language)):
        return None
    marked = _mark(items, first, language, text)
    wanted = _wanted(items, first, language, text)
    if wanted is not None and (marked is None or wanted.index < marked and not _is_aside(items, first, wanted.index)):
        return wanted
    if marked is None:
        return _chapeau(items, first, language, text)
    if not leads(items, marked - 1, language):  # « lance un appel aux donateurs pour qu'ils financent »
        purpose = next(k for k in range(marked - 1, -1, -1) if _purpose(items, k))
        people = tuple(addressees(items, first, purpose, language, text))
        told = (
            clause(items, purpose + 2, language, text) if not people else None
        )  # « insiste pour que le Tchad agisse »
        return told if told is not None else Tail(people, marked, items[marked].start)
    people = () if act == DECIDES else tuple(addressees(items, first, marked - 1, language, text))
    start = word_after(items[marked - 1].end, text)
    if items[marked - 2].kind == "X" and language == "en":  # "ask judges not to send survivors back"
        start = items[marked - 2].start
    return Tail(people, marked, start, items[marked - 1].word)


def _is_told_beside(items: Sequence[Item], first: int, language: str) -> bool:
    """ "The Fund would be opened soon, the Council decided, as States had promised to pay": does a comma close what is
    decided, and no other leads to an action?
    """
    if first >= len(items) or items[first].kind != ",":
        return False
    for k in range(first + 1, len(items) - 1):
        if items[k].kind == "," and leads(items, _skip_adverbs(items, k + 1, language), language):
            return False
        if items[k].kind == "V" and items[k].data.form == "finite":
            return True
    return True


def _wanted(items: Sequence[Item], first: int, language: str, text: str) -> Tail | None:
    """« exige des parties qu'elles libèrent les otages », "recommends to the Council that it approve"."""
    for k in range(first + 1, len(items) - 2):
        named = items[k - 1].kind in "EQNW" and items[k - 1].word != "selon"  # « selon qu'il conviendra »
        if items[k].word in ("qu", "that") and named and items[k + 1].kind == "O" and items[k + 2].kind in "VW":
            people = tuple(addressees(items, first, k, language, text))
            return Tail(people, k + 2, items[k + 2].start) if people else None
    return None


def _is_aside(items: Sequence[Item], first: int, action: int) -> bool:
    """« prie l'Office, lors des ateliers qu'il tient, de … »: does a comma part those who are asked from the clause?"""
    return any(item.kind == "," for item in items[first:action])


def charged(items: Sequence[Item], first: int, language: str, text: str) -> Tail | None:
    """ "tasked UNODC with collecting data"."""
    for k in range(first, len(items) - 1):
        if items[k].word == "with" and (
            items[k + 1].word.endswith("ing")
            and items[k + 1].kind in "VWNQ"
            and items[k + 1].surface[:1].islower()
            or (items[k + 1].kind == "V" and items[k + 1].data.form == "gerund")
        ):
            return Tail(tuple(addressees(items, first, k, language, text)), k + 1, items[k + 1].start, "with")
        if items[k].kind in ("V", ";", ":"):
            return None
    return None


def _chapeau(items: Sequence[Item], first: int, language: str, text: str) -> Tail | None:
    """ "requests the Secretariat:": the actions stand below."""
    colon = len(items) - 1
    if colon <= first or items[colon].kind != ":" or any(items[k].kind == "V" for k in range(first, colon)):
        return None
    last = colon - (items[colon - 1].word in _MARKS[language])  # « invite les autorités à : »
    return Tail(tuple(addressees(items, first, last, language, text)), colon, items[colon].start)


def _skip_adverbs(items: Sequence[Item], index: int, language: str) -> int:
    asides = word_set(language, "asides")  # « recommande notamment aux autorités »
    while index < len(items) and (
        items[index].kind in ("A", '"') or items[index].word in asides or is_adverb(items[index], language)
    ):
        index += 1
    return index


def leads(items: Sequence[Item], index: int, language: str) -> bool:
    """Is the item at ``index`` the "to", « de », « à » that leads to an action?"""
    if index >= len(items) or items[index].word not in _MARKS[language] or items[index].kind not in ("P", "W"):
        return False
    k = index + 1
    while k < len(items) and (
        items[k].kind in ("A", "X")
        or is_adverb(items[k], language)
        or (items[k].kind == ":" and k == index + 1)  # "to: (a) train"
        or (items[k].kind == "C" and k > index + 1)  # "to fully and effectively implement"
        or (language == "fr" and items[k].word in _CLITICS)
    ):
        k += 1
    return k < len(items) and is_infinitive(items[k], language)


def _mark(items: Sequence[Item], first: int, language: str, text: str) -> int | None:
    """Index of the first item of the action: behind the mark that follows the addressees."""
    depth, relative, k = 0, False, first
    aside: int | None = None
    while k < len(items):
        item = items[k]
        depth += {"(": 1, ")": -1}.get(item.kind, 0)
        if depth == 0:
            if leads(items, k, language) and _does_so(item, text, language):
                aside = k + 1  # "invites States in a position to do so to provide"
            elif leads(items, k, language):
                return k + 1
            if (
                language == "fr"
                and item.word in ("pour", "afin")
                and items[k + 1 : k + 2]
                and items[k + 1].word in ("que", "qu")
            ):
                return next((n for n in range(k + 2, len(items)) if items[n].kind in "VW"), None)
            if item.kind == ":" and leads(items, k + 1, language):  # « aux États : a) de ratifier … »
                return k + 2
            if item.kind in (";", ":", "?"):
                return aside
            relative = relative or item.kind == "R" or (item.kind == "S" and item.word in ("that", "who"))
            if not relative and item.kind == "V" and item.data.form == "finite" and not item.data.ambiguous:
                return aside
        k += 1
    return aside


def _does_so(item: Item, text: str, language: str) -> bool:
    """Does the mark lead to a verb that only stands for another: "to do so", « de le faire »?"""
    return pattern(language, "do_so").match(text[item.end : item.end + 20].lower()) is not None


def _purpose(items: Sequence[Item], index: int) -> bool:
    """« pour que », « afin qu' »."""
    after = items[index + 1].word if index + 1 < len(items) else ""
    return items[index].word in ("pour", "afin") and after in ("que", "qu")


def word_after(offset: int, text: str) -> int:
    """Where the next word behind ``offset`` begins."""
    while offset < len(text) and not text[offset].isalnum():
        offset += 1
    return offset


def clause(items: Sequence[Item], k: int, language: str, text: str) -> Tail | None:
    """ "recommends that [Member States consider …]": the subject is the addressee where it is to act itself."""
    that = max(k - 1, 0)
    if k < len(items) and items[k].kind == ",":  # "that, in its next report, the State party provide"
        k = next((n + 1 for n in range(k + 1, len(items)) if items[n].kind == ","), len(items))
    if k >= len(items):
        return None
    end = _predicate(items, k)
    if end is None:
        return _chapeau(items, k, language, text)
    if items[k].kind == "O" and items[k].word in ("they", "ils", "elles"):
        return Tail((), end, items[end].start, them=True)
    first = end - 1 if items[end - 1].kind == "X" else end  # "demanded that parties not recruit children"
    people = tuple(addressees(items, k, first, language, text))
    if not people or _passive(items, end):
        return Tail((), that, items[that].start)
    if items[end].surface.lower() in word_set(language, "modal"):  # "that States should collect"
        return Tail(people, end, word_after(items[end].start + len(items[end].surface), text))
    own = _OWN.search(text, max(0, items[first].start - 3), items[first].start)
    return Tail(people, end, own.start() if own is not None else items[first].start)


def _predicate(items: Sequence[Item], first: int) -> int | None:
    """The verb of the clause whose subject begins at ``first``, behind any relative clause of the subject."""
    relative = False
    for n in range(first, len(items)):
        if n > first and (items[n].kind == "R" or items[n].word in ("that", "who")):
            relative = True
        elif n > first and _mandative(items, n):
            return n
        elif items[n].kind == "V" and not items[n].data.ambiguous and items[n].data.form != "participle":
            if not relative:
                return n
            relative = False
    return None


def _mandative(items: Sequence[Item], index: int) -> bool:
    """A verb that no list knows, behind the subject of a "that" clause: "that States refrain from"."""
    item, before = items[index], items[index - 1]
    plural = before.kind in "WQN" and before.word.endswith("s") and not item.word.endswith(("s", "ed", "ing"))
    return (
        item.kind == "W"
        and (before.kind in ("E", "A", ",", "X", ":") or plural)
        and index > 1
        and item.surface[:1].islower()
        and not item.readings
    )


def _passive(items: Sequence[Item], index: int) -> bool:
    item = items[index]
    return item.kind == "V" and (item.data.passive or item.data.link)
