"""What a French name goes on with in small letters: « Cœur bleu », « Filet d'or », « Routes sûres »."""

from __future__ import annotations

import re
from functools import cache

from extract.mentions import french_words
from extract.mentions.chunk import Line
from extract.mentions.heads import Head, is_head, table
from extract.syntax.infinitives import is_infinitive
from ontology.alternatives import any_of
from ontology.fold import fold
from ontology.lexicon import data, frames, words
from ontology.types import is_a

_FURTHER = re.compile(r"(?:, (?!et)|,? (?P<and>et) )(?:du |de la |de l['’]|des |d['’]|de )")
_CLOSED = frozenset("HBMRSOX")
_LAST = re.compile(r"([^\W\d_]+) \Z")
_PLURAL = re.compile(r"(?:^|(?<=\W))[A-ZÀ-ÖØ-Ý][a-zà-ÿœ-]+[sx]\Z")
_SMALL = re.compile(r" ([a-zà-ÿœ-]{3,})(?![\w’'-])")
_ENDING = re.compile(r"[,.;:)]|$| (?:et|a|ont|est|sont|était|étaient|avait|avaient|fut|qui|que|dont|se|ne)\b| [sn]['’]")
_OF_DRAFT = re.compile(r" (?:de |d')(?=[a-z])")
_NEXT = re.compile(r" ([^\W\d_]+)(?![\w’'-])")
_RELATIVE = re.compile(r",? (?:qui|que|dont|auquel|lequel|duquel)\b|,? qu['’]")
_INFINITIVE = re.compile(r"(?:, | et )(?:à |d['’]|de )?([^\W\d_]+)")
_ARTICLE = re.compile(r" (?:les? |la |l['’]|des |leurs? )")
_NOUN = re.compile(r"[a-zà-ÿœ][\w-]+")
_CLOSING = re.compile(
    r" (?:(?:du|de la|des|de|sans|au|aux|à la|en) |(?:de|à) l['’]|d['’])(?P<noun>[a-zà-ÿœ-]{3,})(?![\w’'-])"
)


def tail(text: str, end: int, high: int) -> int:
    """The end of the name whose capitals end at ``end``: « Cœur bleu », « Filet d'or », « Routes sûres »; offsets into
    ``text``.
    """
    ending = emblem().match(text, end, high) or _of_noun(text, end, high)
    if ending is not None:
        return ending.end()
    word = _SMALL.match(text, end, high)
    if word is None or fold(word[1]) in table("fr").stop:
        return end
    readings = words("fr").single.get(word[1].lower(), {})
    agrees = word[1][-1] in "sx" and _PLURAL.search(text, max(0, end - 30), end) is not None
    if not agrees:  # « Terre ferme a été … », « Terre ferme couvre … »
        closed = not readings and (_ENDING.match(text, word.end(), high) or _is_verb_next(text, word.end(), high))
        closed = closed or (not readings and _is_repeated(text, end, word.end()))
        return word.end() if closed or _is_no_verb(text, word, high) else end
    finite = {name for _, name in readings.get("V", ())} - {"pp"}  # « Mains tendues » has a participle
    return end if finite or _CLOSED & set(readings) else word.end()


def aim(line: Line, end: int) -> int | None:
    """« visant à [prévenir et combattre] la traite »: the end of the object behind infinitives of which the first ends
    at ``end``; None where none follows: « visant à aider | 130 personnes ».
    """
    while (other := _INFINITIVE.match(line.text, end, line.high)) is not None and is_infinitive(fold(other[1])):
        end = other.end()
    article = _ARTICLE.match(line.text, end, line.high)
    if article is None:
        return None
    span = line.starts.get(article.end())
    noun = _NOUN.match(line.text, article.end(), line.high)
    return span.end if span is not None and span.end <= line.high else noun.end() if noun is not None else None


def _is_repeated(text: str, end: int, last: int) -> bool:
    """Does the text bring the word with a capital before ``end`` together with the one up to ``last`` again, and never
    without it: « l'association Espoir lacustre défend … Espoir lacustre a »?
    """
    start = max(text.rfind(mark, 0, end) for mark in " '’«\n") + 1
    often = len(re.findall(rf"(?<![\w’-]){re.escape(text[start:last])}(?![\w-])", text))
    return often > 1 and often == len(re.findall(rf"(?<![\w’-]){re.escape(text[start:end])}(?![\w-])", text))


def _is_no_verb(text: str, word: re.Match[str], high: int) -> bool:
    """Can ``word``, which may be a verb, be none: « Moulin intègre, qui … », « Moulin intègre concourt »? No: « Moulin
    intègre, depuis 2020, les ports ».
    """
    readings = words("fr").single.get(word[1].lower(), {})
    if set(readings) != {"V"} or {name for _, name in readings["V"]} != {"pres"}:
        return False
    return _RELATIVE.match(text, word.end(), high) is not None or _is_verb_next(text, word.end(), high)


def _is_verb_next(text: str, position: int, high: int) -> bool:
    """Does a verb in a finite form, and nothing else, stand behind ``position``?"""
    word = _NEXT.match(text, position, high)
    readings = words("fr").single.get(word[1].lower(), {}) if word is not None else {}
    return "V" in readings and "pp" not in {name for _, name in readings["V"]} and set(readings) <= {"V", "I"}


def _of_noun(text: str, end: int, high: int) -> re.Match[str] | None:
    """« Écoles du rivage, », « Filets sans esclaves a … »: a noun that closes the name; no body, month or people."""
    match = _CLOSING.match(text, end, high)
    if match is None or not _ENDING.match(text, match.end(), high):
        return None
    noun = fold(match["noun"])
    owners = map(fold, data("heads")["fr"]["owners"])
    other = is_head(noun, "fr") or noun in data("numbers")["fr"]["months"] or noun in owners
    return None if other or noun in table("fr").stop else match


def is_adopted(folded: str, start: int, noun: int) -> bool:
    """« adoption par l'Assemblée nationale de la loi … »: is the noun at ``noun``, behind the body at ``start``, the
    instrument that it adopts?
    """
    return _adopting().search(folded, max(0, start - 60), start) is not None and _names_instrument(folded, noun)


def is_draft(folded: str, noun: str, end: int) -> bool:
    """« un [projet] de déclaration présidentielle »: no programme; ``noun`` is the head that ends at ``end``."""
    of = _OF_DRAFT.match(folded, end) if noun == "projet" else None
    return of is not None and _names_instrument(folded, of.end())


def _names_instrument(folded: str, noun: int) -> bool:
    heads = (form for first, _, form in table("fr").phrases.find(folded[noun : noun + 40]) if first == 0)
    return any(is_a(table("fr").nouns[form][1], "Instrument") for form in heads)


@cache
def _adopting() -> re.Pattern[str]:
    nouns = {fold(noun) for frame in frames() if frame.kind == "adoptions" for noun in frame.nouns["fr"]}
    return re.compile(rf"(?<!\w)(?:{any_of(nouns)})[^.;:]{{0,40}} par (?:les? |la |l['’])?$")


@cache
def emblem() -> re.Pattern[str]:
    """Colours and the like behind a name: « Fonds bleu »."""
    listed = any_of(data("heads")["fr"]["emblems"]).replace("'", "['’]")
    return re.compile(rf" (?:{listed})(?![\w’'-])")


def is_given_to(line: Line, head: Head, noun: str, start: int) -> bool:
    """« versé par la Fondation Kodai | au Réseau »: another body, behind a name that is no word, as in « appui au »."""
    before = _LAST.search(line.text, line.low, start)
    proper = before is not None and before.start(1) > head.end and before[1][:1].isupper()
    return proper and before is not None and not french_words.readings(before[1]) and is_head(fold(noun), "fr")


def nations(line: Line, position: int) -> int | None:
    """« écoles de police du Burkina [, du Mali et du Niger] »: where the list of States goes on at ``position``, behind
    the first of them, the end of its last; None where it does not, or has no « et ».
    """
    before, joined = line.ends.get(position), False
    while not joined and (lead := _FURTHER.match(line.text, position, line.high)) is not None:
        span = line.starts.get(lead.end())
        if span is None or before is None or not (span.type == before.type == "State"):
            return None
        position, joined = span.end, lead["and"] is not None
    return position if joined else None
