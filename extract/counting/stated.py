"""Is what a sentence says about a number a fact? Plans, needs, demands, negations and hypotheses are not."""

from __future__ import annotations

import re
from functools import cache

from extract.counting.governor import CLOSERS, governor, is_reduced
from extract.counting.news import is_told
from extract.counting.numbers import Quantity
from extract.counting.roles import lemmas, word_set
from extract.framing.attitude import accomplished, conditional, granted, real, undone
from extract.framing.governing import demanded_clause
from extract.retractions import is_disputed
from extract.syntax.items import has, item_behind
from extract.syntax.rows import Row
from extract.syntax.verbs import participle_endings
from ontology.alternatives import any_of
from ontology.fold import fold
from ontology.lexicon import data

_REACH = 7  # words before a number in which "target", « objectif » makes it a plan


def is_stated(text: str, row: Row, quantity: Quantity) -> bool:
    """Does the sentence report the number?"""
    language = row.language
    if (
        not row.items
        or row.kind(len(row.items) - 1) == "?"
        or _hypothetical(language).search(text, row.items[0].start, quantity.start)
        or is_disputed(text[row.items[0].start : quantity.start], text[quantity.end : row.items[-1].end], language)
    ):
        return False
    place = item_behind(row.items, quantity.start)
    if (
        conditional(row, place)
        or _intended_before(row, place)
        or _not_of(row, place)
        or _fell_through(row, place, money=quantity.unit not in ("", "%"))
        or _unverified(row, place)
        or (language == "en" and demanded_clause(row, place))  # "recommends that the State party train 200 judges"
        or (quantity.unit and _promised(row, place))
    ):
        return False
    found = governor(row, quantity)
    if found is None:
        return not (_planned_behind(row, place) or _disputed(row, place) or _purposed(row, place))
    index, subject = found
    verb = row.items[index].data
    if quantity.unit not in ("", "%") and lemmas(row, index) & word_set(language, "pledge"):
        return False  # "a further 3 million euros has been announced"
    if not subject and row.kind(index + 1) == "P" and row.items[index + 1].word == "for" and _seeks(row, index, place):
        return False  # "had asked for more than $9 million"
    if subject and undone(row, place) and _is_figure(row, place):
        return False  # "the figure of 4,000 victims was retracted"
    if not subject and row.perfect_infinitive(index):  # not « se vante d'avoir versé 3 millions »
        return (row.kind(index - 1) == "P" and accomplished(row, row.clause(index))) or is_told(row, index)
    if not subject and has(row.items[index], "I") and row.items[index + 1].word == "to":
        return False  # "failed to catch 12 suspects"
    bare = verb.form != "infinitive" or row.items[index].word != "have" or row.items[index - 1].word in ("to", "not")
    if not subject and bare and verb.form in ("infinitive", "gerund", "base"):
        return _done(row, index) or _possessed(row, place)
    bound = any(has(row.items[k], "bound") for k in range(index + 1, place))  # « n'a pas formé moins de 400 juges »
    if (
        not subject
        and is_denied(text, row, index)
        and not bound
        and not _ONLY.search(text, row.items[index].end, quantity.start)
    ):
        return False
    if not subject and verb.link and quantity.spelled and place - index < 3 and not _is_there(text, row, index):
        return False  # "… are two approaches that …"
    if subject and (row.items[index].word in _intended(language) or _unfinished(row, index)):
        return False  # "the next course, for 40 judges, is scheduled for 2031"
    if subject and row.kind(index + 3) == "V" and row.items[index + 1].word in data("quantities")[language]["awaited"]:
        return False  # "another 120 are due to be trained"
    return real(row, row.clause(index))


def _seeks(row: Row, index: int, place: int) -> bool:
    """Is the amount at ``place`` what the verb at ``index`` asks for, and no part of that?"""
    between = [row.items[k] for k in range(index + 2, place)]
    part = any(item.kind not in "ADWPC" or item.word == "of" for item in between)  # "for the removal of 7,260 pages"
    return not part and not lemmas(row, index).isdisjoint(word_set(row.language, "seek"))


def _at_least(text: str, row: Row, verb: int, place: int) -> bool:
    """« n'a versé d'argent qu'à 4 % des victimes », « n'a pas formé moins de 400 juges »: the number holds."""
    bound = any(has(row.items[k], "bound") for k in range(verb + 1, place))
    return bound or _ONLY.search(text, row.items[verb].end, row.items[place].start) is not None


_ONLY = re.compile(r"\bqu(?:e\b|['’])")


def _possessed(row: Row, place: int) -> bool:
    """« les polices de ses 190 États Membres »: what somebody has is taken for granted."""
    return place > 0 and has(row.items[place - 1], "possessive")


def _planned_behind(row: Row, place: int) -> bool:
    """ "The next course, for some 40 judges, is scheduled for …": the verb behind an insertion is a plan."""
    for k in range(place, len(row.items)):
        if row.kind(k) in CLOSERS:
            return False
        if row.kind(k) == "V":
            intended = row.items[k].word in _intended(row.language)
            return row.items[k].data.unreal or intended or _unfinished(row, k)
    return False


def _purposed(row: Row, place: int) -> bool:
    """ "The plan was bold: to train, by 2025, 200 magistrates": an infinitive opens what the number stands in."""
    opens = next((k + 1 for k in range(place - 1, -1, -1) if row.kind(k) in CLOSERS), 0)
    return row.items[opens].word == "to" and opens + 1 < place


def _unfinished(row: Row, verb: int) -> bool:
    """ "is under preparation", « est en cours d'élaboration »."""
    behind = {item.word for item in row.items[verb + 1 : verb + 4]}
    return not behind.isdisjoint(data("quantities")[row.language]["unfinished"])


def _promised(row: Row, place: int) -> bool:
    """ "the $4 million promised by Sweden", « les 4 millions de dollars annoncés »."""
    for k in range(place + 1, min(place + 5, len(row.items))):
        item = row.items[k]
        told = item.kind == "V" and item.data.form == "finite" and not item.data.ambiguous
        if told or item.kind in (*CLOSERS, ",", "C", "E", "R"):
            return False
        if item.word in _intended(row.language) and item.word.endswith(participle_endings(row.language)):
            return True
    return False


def _not_of(row: Row, place: int) -> bool:
    """« ne dispose pas de 300 000 dollars »; « aucun des 14 projets » is of 14."""
    negated = place > 1 and row.kind(place - 2) == "X" and not row.items[place - 2].word.startswith(("aucun", "no"))
    return negated and row.kind(place - 1) == "P" and row.items[place - 1].word in ("de", "d")


def _disputed(row: Row, place: int) -> bool:
    """« Le chiffre de 50 000 victimes, souvent cité, n'est étayé par aucune source »: the number is denied."""
    if not _is_figure(row, place):
        return False
    verbs = (row.items[k].data for k in range(place, len(row.items)) if row.kind(k) == "V")
    return any(verb.form == "finite" and verb.negated for verb in verbs)


def _fell_through(row: Row, place: int, *, money: bool) -> bool:
    """ "A course for 200 prosecutors, which had been foreseen, did not take place", "a bid for 90,000 euros was
    turned down": the number says what that was to be.
    """
    low = next((k + 1 for k in range(place - 1, -1, -1) if row.kind(k) in (*CLOSERS, "S")), 0)
    led = next((k for k in range(place - 1, low, -1) if row.kind(k) not in ("D", "A", "J", "W")), low)
    if led == low or row.kind(led) != "P" or any(row.kind(k) == "V" and row.finite(k) for k in range(low, place)):
        return False
    verb = _main_behind(row, place)
    if verb is None:
        return False
    happening = word_set(row.language, "happen") | (word_set(row.language, "give") if money else frozenset())
    if row.items[verb].data.negated and lemmas(row, verb) & happening:
        return True
    return any(has(item, "undone") for item in row.items[verb : verb + 2]) and (money or _is_course(row, low, led))


def _unverified(row: Row, place: int) -> bool:
    """« Les 1 900 stagiaires dont le rapport fait état n'ont pu être retrouvés »: nobody knows of as many."""
    verb = _main_behind(row, place)
    if verb is None or not row.items[verb].data.negated:
        return False
    return not lemmas(row, verb).isdisjoint(word_set(row.language, "verify"))


def _is_course(row: Row, low: int, high: int) -> bool:
    return any(fold(item.word) in word_set(row.language, "course") for item in row.items[low:high])


def _main_behind(row: Row, place: int) -> int | None:
    """The finite verb of the subject at ``place``, behind brackets, relatives and insertions."""
    k, inside = place, 0
    while k < len(row.items) and row.kind(k) not in (*CLOSERS, "S"):
        if row.kind(k) == "," and not inside:
            k = next((j for j in range(k + 1, len(row.items)) if row.kind(j) == ","), len(row.items))
        elif row.kind(k) == "(":
            k = row.close(k)
        elif row.kind(k) == "R":
            inside += 1
        elif row.kind(k) == "V" and row.finite(k) and not is_reduced(row, k):
            if not inside:
                return k
            inside -= 1
        k += 1
    return None


def _is_figure(row: Row, place: int) -> bool:
    """ "the figure of 4,000": the number itself is spoken of."""
    named = data("quantities")[row.language]["number_words"]
    return any(row.items[k].word in named for k in range(max(0, place - 4), place))


def is_denied(text: str, row: Row, index: int) -> bool:
    """Is the verb at ``index`` itself negated? « la part de pays sans aucune condamnation a diminué » is not."""
    item = row.items[index]
    if not item.data.negated:
        return False
    return _negations(row.language).search(text, max(row.items[0].start, item.start - 16), item.end) is not None


@cache
def _negations(language: str) -> re.Pattern[str]:
    if language == "en":
        return re.compile(r"\b(?:not|never|cannot|no longer|nor|without|hardly)\b|n['’]t\b", re.IGNORECASE)
    return re.compile(r"\b(?:ne|sans|ni|jamais)\s|\bn['’]|\bpas\b", re.IGNORECASE)


def _is_there(text: str, row: Row, index: int) -> bool:
    """ "there were eleven States", « il y a »: the number is what there is."""
    before = text[max(row.items[0].start, row.items[index].start - 12) : row.items[index].start].lower()
    return "there" in before or "il y" in before or "au nombre" in before


def _done(row: Row, index: int) -> bool:
    """An infinitive or gerund that is done: "continued to assist 40 States", « a permis de secourir 40 victimes »."""
    if row.items[index - 1].word == "from" and row.items[index].data.form == "gerund":
        return False  # "was prevented from training 300 judges"
    for k in range(index, -1, -1):
        item = row.items[k]
        if item.kind in CLOSERS:
            bare = item.kind == ":" and row.items[index].data.form != "gerund"  # "The plan was bold: to train 200"
            return not bare or any(row.kind(j) == "V" and _enabling(row, j) for j in range(k))
        if item.kind != "V":
            continue
        if item.data.negated or (item.data.unreal and not granted(row, row.clause(k))):
            return False
        if k < index and item.data.form != "infinitive" and _enabling(row, k):
            return True
        if k < index and has(item, "I"):
            return False
        if item.data.form == "finite":
            return row.items[index].data.form != "infinitive" or _achieved(row, k, index)
    plural = row.items[index].data.form == "base" and row.kind(index - 1) in ("W", "E", "#")  # "Girls make up 38%"
    return plural or bool(row.items[index].data.form == "gerund")


def _enabling(row: Row, index: int) -> bool:
    return bool(_enabler(row.language).search(row.items[index].word))


def _achieved(row: Row, governor_: int, index: int) -> bool:
    """Does the finite verb say that the infinitive came about: "enabled", « a permis de », "continues to"?"""
    item = row.items[governor_]
    if has(item, "K") or _enabling(row, governor_):
        return True
    between = [row.items[k].word for k in range(governor_ + 1, index)]
    return any(word in ("able",) for word in between)


@cache
def _enabler(language: str) -> re.Pattern[str]:
    return re.compile("|".join(data("quantities")[language]["achieving"]))


def _intended_before(row: Row, place: int) -> bool:
    """ "a target of 500 victims", « un objectif de 500 », "needs $3 million": a word of plan right before it."""
    words = _intended(row.language) | _failing(row.language)
    for k in range(place - 1, max(-1, place - 1 - _REACH), -1):
        item = row.items[k]
        if item.kind in (";", ":", ",", "(", ")") or (item.kind == "C" and row.kind(k + 1) == "V"):
            return False  # "kept its promise and gave $4 million"
        if item.kind == "V" and row.perfect_infinitive(k):
            return False  # « a annoncé avoir formé 40 juges »
        if item.word in _powers(row.language) and _is_raised(row, k):
            continue
        if item.word in words or (item.kind == "V" and any(part in words for part in item.word.split())):
            return True
    return False


def _is_raised(row: Row, index: int) -> bool:
    """ "built the capacity of 40 judges" is no capacity of 40."""
    verb = next((k for k in range(index - 1, max(-1, index - 4), -1) if row.kind(k) == "V"), None)
    return verb is not None and not lemmas(row, verb).isdisjoint(data("quantities")[row.language]["raising"])


@cache
def _powers(language: str) -> frozenset[str]:
    return frozenset(data("quantities")[language]["powers"])


@cache
def _intended(language: str) -> frozenset[str]:
    return frozenset(data("quantities")[language]["intended"])


@cache
def _failing(language: str) -> frozenset[str]:
    return frozenset(data("quantities")[language]["failing"])


@cache
def _hypothetical(language: str) -> re.Pattern[str]:
    words = any_of(data("quantities")[language]["hypothetical"])
    return re.compile(rf"(?<![\w’'])(?:{words})(?!\w)", re.IGNORECASE)
