"""What a word with several readings is where it stands: a verb, a noun, a preposition."""

from __future__ import annotations

from functools import cache
from typing import Any

from extract.mentions import french_words
from extract.mentions.heads import is_head, table
from extract.syntax.absolute import own_subject
from extract.syntax.christened import christened
from extract.syntax.items import Item, has
from ontology.fold import fold
from ontology.lexicon import clause_frames, data, verb_set
from ontology.types import is_a, is_any

_DATED = ("Treaty", "Agreement", "Guideline", "Law", "Plan", "Declaration")
_ORDER = "X:HBMRSCOPDA"


def decide(items: list[Item], language: str) -> list[Item]:
    """Give each word one kind, by its readings and its neighbours."""
    for i, item in enumerate(items):
        if item.kind != "W" or not item.readings:
            continue
        before = items[i - 1] if i else None
        if before is not None and has(before, "ordinal") and i > 1 and "V" in item.readings and language == "en":
            before = items[i - 2]  # "the fifty-eighth State to ratify it"
        if before is not None and before.kind == "T" and i > 1 and items[i - 2].kind == "'":
            before = items[i - 2]  # "ICAT's 2023 co-chairs"
        if before is not None and has(before, "attributive") and i > 1 and _leads(items[i - 2]):
            before = items[i - 2]  # "whose current chair", « l'actuel président »
        after = items[i + 1] if i + 1 < len(items) else None
        if item.word == "that" and before is not None and before.kind == "V" and _demonstrative(items, i):
            item.kind = "D"  # "Zambia ratified that Convention in 1984"
            continue
        if item.word == "that" and _is_described(items, i - 1):
            item.kind, item.data = "R", item.readings["R"]
            continue
        if language == "en" and _disagrees(items, i):
            continue
        if language == "en" and _does_besides(items, i):
            item.kind, item.data = "V", item.readings["V"]
            continue
        if language == "fr" and _has_object_before(items, i):
            item.kind, item.data = "V", item.readings["V"]
            continue
        item.kind, item.data = _kind(item, before, after, language)
    for index, item in enumerate(items):
        if item.kind == "T" and _distinguishes(items, index):
            item.kind = "A"
        if language == "en" and _is_adverb(items, index):
            item.kind = "A"
        if item.kind == "E":
            person = item.data.type == "Person"
            for other in _described_person(items, index) if person else _apposed_noun(items, index, language):
                other.kind = "A"
    return christened(items, language)


def _disagrees(items: list[Item], index: int) -> bool:
    """ "providers of messaging [services]", "makers of fishing [nets]": what would be a verb in the singular ends what
    belongs to a plain noun in the plural.
    """
    item, before = items[index], items[max(0, index - 3) : index]
    if len(before) < 3 or set(item.readings) != {"V"} or not item.word.endswith("s"):
        return False
    if "C" in before[-1].readings and "D" not in before[-1].readings:
        return _follows_plain(items, index)
    several, of, noun = before
    plain = all(one.kind == "W" and not one.readings and one.surface.islower() for one in (several, noun))
    third = {name for _, name in item.readings["V"]} == {"pres"}
    return plain and third and several.word.endswith("s") and of.data == "of" and not noun.word.endswith("s")


def _has_object_before(items: list[Item], index: int) -> bool:
    """« Ce programme, l'OIM le [pilote] depuis 2021 »: behind a name that opens a clause no noun follows, as it does in
    « a confié à l'OIM la garde ».
    """
    name = index - 2
    finite = {name for _, name in items[index].readings.get("V", ())} & {"pres", "past", "fut"}
    article = {"D", "clitic"} <= set(items[index - 1].readings)
    if name < 0 or not finite or "H" in items[index].readings or not article or items[name].kind != "E":
        return False
    first = name - 1
    while first >= 0 and items[first].kind == "D":
        first -= 1
    return first < 0 or items[first].kind in (",", ";", ":")


def _does_besides(items: list[Item], index: int) -> bool:
    """ "with UNODC [providing] its secretariat", but "with UNODC funding": a clause with a subject of its own, which
    goes on with an object.
    """
    after = items[index + 1] if index + 1 < len(items) else None
    gerund = {name for _, name in items[index].readings.get("V", ())} == {"ger"}
    behind = after is not None and (after.kind in ("E", "#") or bool({"D", "O"} & set(after.readings)))
    goes_on = behind or (after is not None and after.readings.get("P") == "as")
    return gerund and goes_on and own_subject(items, index) is not None


def _follows_plain(items: list[Item], index: int) -> bool:
    """ "will provide aid and [services] to": behind a plain form that "will" or "to" leads, no third person follows."""
    k = next((k for k in range(index - 2, 0, -1) if "V" in items[k].readings), 0)
    plain = k > 0 and {name for _, name in items[k].readings["V"]} <= {"base"}
    leads = plain and (has(items[k - 1], "M") or items[k - 1].word == "to")
    return leads and items[index + 1 : index + 2] != [] and items[index + 1].word in ("to", "for", "in", "at")


def _is_adverb(items: list[Item], index: int) -> bool:
    """ "and [systematically] encouraged": an adverb that no list knows, right before a verb."""
    item, after = items[index], items[index + 1] if index + 1 < len(items) else None
    unknown = item.kind == "W" and not item.readings and item.word.endswith("ly") and item.surface.islower()
    return unknown and after is not None and after.kind == "V"


def _distinguishes(items: list[Item], index: int) -> bool:
    """ "builds on the 2002 Chisinau Agreement": a year that is part of the name, and no date."""
    if not 0 < index < len(items) - 1 or items[index - 1].kind != "D" or items[index + 1].kind != "E":
        return False
    presided = index > 2 and items[index - 2].data == "of" and items[index - 3].kind == "Q"  # "Chair of the 2019 CCPCJ"
    kinds = (*_DATED, *(("Organization",) if presided else ()))
    return len(items[index].data.first) == 4 and is_any(items[index + 1].data.type, kinds)


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
    if language == "fr" and _is_its_class(items, start - 1, index):
        start -= 1  # « l'organisation Plan International », a noun that also tells an event
    phrase = [fold(item.word) for item in items[start:index]]
    if language == "en":
        heads = bool(phrase) and is_head(phrase[-1], language) and items[index - 1].kind == "W"
        plain = len(phrase) == 1 or (start > 0 and items[start - 1].kind == "D")
        return items[start:index] if heads and plain else items[index - 1 : index] if heads else []
    for k in range(len(phrase)):
        if is_head(" ".join(phrase[k:]), language) or (k + 2 == len(phrase) and _qualified(phrase[k], phrase[k + 1])):
            return items[start + k : index]
    return []


def _qualified(noun: str, word: str) -> bool:
    """« l'organisation néerlandaise La Strada International »: a noun with its adjective."""
    return is_head(noun, "fr") and french_words.is_adjective(word)


def _is_its_class(items: list[Item], noun: int, index: int) -> bool:
    """Is the noun of an event, behind an article, the class of the organisation at ``index``?"""
    if noun < 1 or items[noun].kind != "N" or items[noun - 1].kind != "D":
        return False
    return is_head(items[noun].word, "fr") and is_a(items[index].data.type, "Organization")


def _demonstrative(items: list[Item], index: int) -> bool:
    """Is "that" at ``index`` a demonstrative: a mention follows that is no subject?"""
    follows = items[index + 1 : index + 3]
    if not follows or follows[0].kind != "E":
        noun = {"N", "Q"} & set(follows[0].readings) if follows else set[str]()
        return bool(noun) and "V" not in follows[0].readings  # "has held that post"
    told = set(follows[1].readings) if len(follows) > 1 and follows[1].kind == "W" else set[str]()
    adverb = "A" in told and "P" not in told  # but "signed that Convention on 3 May"
    return not ({"V", "H", "B", "M"} & told or adverb)


def _is_described(items: list[Item], index: int) -> bool:
    """ "a body [that] UNODC established": a noun of what can be set up or run, behind "a"; not "a statement that"."""
    if index < 1 or items[index].kind != "W":
        return False
    word = items[index].word
    known = table("en").nouns.get(word)
    thing = known is not None and is_any(known[1], ("Organization", "Programme"))
    if not thing and word not in data("words")["en"]["described"]:
        return False
    return any(has(item, "indefinite") for item in items[max(0, index - 3) : index])


def _kind(item: Item, before: Item | None, after: Item | None, language: str) -> tuple[str, Any]:
    readings = item.readings
    noun = next((cls for cls in "QNJ" if cls in readings), None)
    verb = readings.get("V")
    if noun is not None and before is not None and before.word == "non":
        return "W", None  # « pays non membre du Conseil de l'Europe »
    if "remote" in readings:
        led = after is None or after.kind in ("T", ",", ".") or not {"P", "C", "D"}.isdisjoint(after.readings)
        return ("A" if led and before is not None and before.kind in ("E", "V", "A") else "W"), None
    if "once" in readings and before is not None and before.kind == "Q":
        return "A", None  # « la Présidente sortante », « le Président sortant », no participle
    if verb is not None and not {"H", "B"} & set(readings) and _substantive(item.word, verb, before, after, language):
        return (noun, readings[noun]) if noun is not None else ("W", None)
    verbal = "V" in readings and not ({"H", "B", "M", "A", "P"} & set(readings))
    if (
        verbal
        and noun is not None
        and before is not None
        and (item.surface[:1].isupper() or _elected(before, verb, after))
    ):
        return noun, readings[noun]  # « a élu M. Ruiz Président », "elected Mr. Ruiz chair"
    if verbal and (noun is None or _is_done(noun, verb, before, language) or not _nounlike(before, after, language)):
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
            if cls == "S" and "P" in readings and after is not None and after.kind == "T":
                return "P", readings["P"]  # "until 30 April 2023"
            if cls == "D" and "P" in readings:
                return "P", readings["P"]
            if readings.get("P") == "including" and before is not None and before.kind == "V":
                return "A", None  # « réunit notamment l'OIM et le Togo », of all that the verb is about
            return cls, readings[cls]
    return ("V", readings["V"]) if "V" in readings else ("W", None)


def _is_done(noun: str, verbs: list[tuple[str, str]] | None, before: Item | None, language: str) -> bool:
    """« s'est [tenue] du 3 au 5 mai »: a participle behind a form of « être » is no noun of an event."""
    participle = "pp" in {name for _, name in verbs or ()}
    return language == "fr" and noun == "N" and participle and before is not None and "B" in before.readings


def _elected(before: Item, verbs: list[tuple[str, str]] | None, after: Item | None) -> bool:
    """A plain form that agrees with no name in the singular, and to which nothing is done: "elected Mr. Ruiz chair"."""
    plain = {name for _, name in verbs or ()} == {"base"}
    ends = after is None or after.kind in (",", ".", ";") or not {"C", "P"}.isdisjoint(after.readings)
    person = before.kind == ")" or (before.kind == "E" and before.data.type == "Person")
    return plain and person and ends


def _leads(item: Item) -> bool:
    """Does a noun follow, with its adjectives: behind an article, "IOM's", "whose"?"""
    return item.kind in ("D", "'") or item.word == "whose"


def _substantive(
    word: str, verbs: list[tuple[str, str]], before: Item | None, after: Item | None, language: str
) -> bool:
    """A verb's form that stands as a noun: « une demande », « l'aide », "the November meeting", "the low number of"."""
    if before is None:
        return False
    names = {name for _, name in verbs}
    if language == "en":
        of = after is not None and after.readings.get("P") == "of" and before.kind == "W"
        counted = of and not before.readings and not before.word.endswith("s")
        nominal = names <= {"base", "pres"} and (_leads(before) or counted)  # "IOM's work", "whose chair is Ghana"
        gerund = names == {"ger"} and {lemma for lemma, _ in verbs}.isdisjoint(verb_set("measuring"))
        return nominal or (gerund and before.kind in ("D", "W", "E") and before.word != "to")
    if before.word == "sans":
        return "inf" not in names  # « sans vote »
    if not names <= {"pres", "subj", "impf", "past"} or before.kind not in ("D", "P"):
        return False
    return before.word in _substantives() or (
        before.word in ("l", "la", "le", "les")
        and (before.word != "les" or word.endswith(("s", "x", "nt")))  # « les encourage à »
        and not ({lemma for lemma, _ in verbs} & framed(language))
    )


@cache
def _substantives() -> frozenset[str]:
    return frozenset(data("verbs")["fr"]["substantive"])


@cache
def framed(language: str) -> frozenset[str]:
    """Lemmas that some frame asks for."""
    asking = data("verbs")[language].get("asking", ())
    return frozenset(asking) | {lemma for frame in clause_frames() for lemma in frame.verbs[language]}


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
    if after is not None and after.kind in (",", ")", ";") and (before is None or before.kind not in ("E", "O", "X")):
        return True  # but "the Committee, which she chairs, met"
    if after is not None and after.kind == ":" and before is None:
        return True  # "Chair: Ms. Berg"
    if after is not None and before is not None and before.kind == "," and after.readings.get("P") in ("from", "since"):
        return True  # "Mr. Roy, chair from 2018 to 2022"
    return (
        before is not None
        and before.kind in ("W", ",")
        and (after is None or after.kind in (",", ":") or (after.kind == "W" and not after.readings))
    )
