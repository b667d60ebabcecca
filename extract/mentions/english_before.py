"""Where an English name begins before its head: "the [Inter-Agency Coordination] Group"."""

from __future__ import annotations

import re
from functools import cache

from extract.facts import Entity
from extract.mentions.chunk import Line
from extract.mentions.english_words import is_abstract, listed
from extract.mentions.heads import Head, is_head, is_of_state, states, table
from ontology.alternatives import any_of
from ontology.fold import fold

_BEFORE = re.compile(r"((?<![\d,.])\d{1,3},\d{3}(?:st|nd|rd|th)|[^\W_]+(?:[-.'’&][^\W_]+)*['’]?)([ -])$")
_ORDINAL = re.compile(r"\d+(?:,\d{3})?(?:st|nd|rd|th)")  # "its 9,881st meeting"
_TWIN = re.compile(r"\b[Tt]he (?P<place>[A-Z][a-z]+ )?([A-Z][a-z]+) $")
_BRACKETED = re.compile(r"(?<=[\w’'] )(\((?P<word>[A-Z][a-z]+)(?: (?:and|of|[A-Z])[\w’'-]*)*\)) $")
_COMMA_BEFORE = re.compile(r"([^\W_]+(?:-[^\W_]+)*),\s$")
_LETTERS = re.compile(r"[a-z]+(?:-[a-z]+)*")
_TOPIC = 60  # characters of a phrase that tells what a thing is about: "trafficking in persons"
_QUALIFYING = 3  # words between an article and a head
_LINKED = re.compile(r"(?<![\w’'-])[A-Z][\w’'-]* (?:de )?$")  # "the Río de [la] Plata Forum"
_SPELLED = re.compile(r" \((?P<letters>[A-Z][A-Za-z]+)\)")
CAPITAL = re.compile(r"([A-Z][\w’'-]*) $")
APART = ("Date", "Person", "Target", "Resolution", "Decision", "Document")  # what is part of no name
VERBAL = frozenset("VHBMRSCPAOX")


def left(line: Line, head: Head, capital: bool) -> int:
    """Where the name begins whose head is ``head``, in the text of ``line``; ``capital``: is the head written so?"""
    position = head.start
    while position > line.low:
        topic = _topic().search(line.folded, max(line.low, position - _TOPIC), position)
        if topic is not None and not line.overlaps(topic.start(), position):
            position, capital = topic.start(), False  # "Officials Receive | Trafficking in Persons Training"
            continue
        name = _name_before(line, head, position)
        before = name if name is not None else _word_before(line, head, position, capital)
        if before is None:
            break
        position = before
    return position


@cache
def _topic() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(sorted(listed('topics')))}) $")


def _name_before(line: Line, head: Head, position: int) -> int | None:
    """A known name right before: "UNODC Country Office"."""
    span = line.ends.get(position - 1)
    if span is None and line.text[position - 2 : position] in ("' ", "’ ") and line.is_capital(position):
        held = line.ends.get(position - 2)  # "the Mano Prosecutors' Network"
        span = held if held is not None and held.type == "ActorGroup" and line.is_capital(held.start) else None
    if span is None or line.text[position - 1] != " " or span.start < line.low:
        return None
    return None if span.type in APART else span.start


def _word_before(line: Line, head: Head, position: int, capital: bool) -> int | None:
    match = _BEFORE.search(line.text, max(line.low, position - 40), position)
    if match is None:
        joined = line.text.startswith("& ", position - 2) and _is_ordinal(line, position - 2)
        twin = position - 2 if joined else None  # "51ST & 52ND MEETINGS"
        return twin or _ordinal_before_comma(line, position) or _bracketed_before(line, position, capital)
    start = match.start(1)
    word = line.folded[start : match.end(1)]
    known = table("en")
    if _ORDINAL.fullmatch(word) and head.noun.rpartition(" ")[2] in listed("unnumbered"):
        return None  # "the 30th Committee of the Parties", its 30th meeting; but "the Third Committee"
    if word in known.modifiers or word in known.ordinals or _ORDINAL.fullmatch(word):
        return start if word not in known.empty else None
    if capital and line.is_capital(start) and _may_begin(line, head, start, match.end(1)):
        return start
    of_state = is_of_state(Entity("", "Office", (("en", head.noun),)))
    if of_state and line.text[start : match.end(1)] in states("en"):  # "the Kenyan justice minister"
        return start
    if capital and word in listed("particles") and line.is_capital(position):  # "the Umm al Quwain Forum"
        linked = _LINKED.search(line.text, max(line.low, start - 30), start)
        return linked.start() if linked is not None and not line.overlaps(linked.start(), start) else None
    if word == "and" and position != head.start and (_is_ordinal(line, start) or is_twin(line, start)):
        return start
    if head.type == "Meeting" and _qualifies(line, start, word):
        return start
    return None


def _qualifies(line: Line, start: int, word: str) -> bool:
    """Words between an article or ordinal and a thing tell which: "a breakfast meeting", "the third continental
    conference", "a survivor reintegration programme".
    """
    known = table("en")
    for _ in range(_QUALIFYING):
        if not _LETTERS.fullmatch(word) or word in known.stop or word in known.empty or line.is_capital(start):
            return False
        gerund = word.endswith("ing") and word not in listed("coming")  # "a planning workshop"
        verbal = not gerund and VERBAL & set(known.vocabulary.get(word, ()))
        if verbal or line.overlaps(start, start + len(word)):
            return False
        match = _BEFORE.search(line.folded, max(line.low, start - 40), start)
        if match is None:
            return False
        start, word = match.start(1), match[1]
        if word in listed("opening") or word in known.ordinals or _ORDINAL.fullmatch(word):
            return True
    return False


def is_twin(line: Line, end: int) -> bool:
    """ "the Passport and Immigration Office", "the Fiji Commerce and Employers Federation": one capitalised word behind
    the article, or behind a place, that is no head itself.
    """
    match = _TWIN.search(line.text, max(line.low, end - 40), end)
    if match is None or is_head(line.folded[match.start(2) : match.end(2)], "en"):
        return False
    span = line.starts.get(match.start("place")) if match["place"] is not None else None
    return match["place"] is None or (span is not None and span.type == "State" and span.end == match.start(2) - 1)


def _may_begin(line: Line, head: Head, start: int, end: int) -> bool:
    """May the capitalised word at ``[start, end)`` belong to the name behind it?"""
    word = line.folded[start:end]
    portfolio = head.noun.endswith("minister")  # "Justice Minister"
    titled = word in table("en").titles and head.type == "Office" and not portfolio  # "Truth and Justice Commission"
    if word in listed("not_begin") or titled or line.overlaps(start, end):
        return False
    if start == line.low and VERBAL & set(table("en").vocabulary.get(word, ())):
        return _is_spelled(line, start, head)  # "Establish Committees", "Under …": the first word of a sentence
    if word.endswith(("'s", "s'")):
        return not _possesses(line, head, start, word)
    return True


def _is_spelled(line: Line, start: int, head: Head) -> bool:
    """Do brackets right behind the head tell that the name begins here: "Open Harbour Network (OHN)"?"""
    acronym = _SPELLED.match(line.text, head.end)
    if acronym is None:
        return False
    words = line.text[start : head.end].replace("-", " ").split(" ")
    return "".join(word[0] for word in words if word[:1].isupper()) == acronym["letters"].upper()


def _possesses(line: Line, head: Head, start: int, word: str) -> bool:
    """Is the word the owner ("the Fund's Board"), and not a part of the name as in "the Prosecutor's Office"?"""
    if head.type == "Meeting":  # "the African Sports Ministers' Conference" is one of ministers
        office = is_head(word[:-2], "en") and table("en").nouns[word[:-2]][1] == "Office"
        told = not is_head(word[:-2], "en") and _is_named_before(
            line, start
        )  # "the Gulf of Guinea Investigators' Forum"
        return not (word.endswith("s'") and (office or told))
    before = re.search(r"(?:^|\W)(?:the|this|that) $", line.folded[max(line.low, start - 6) : start])
    return before is not None and is_head(word[:-2], "en") and table("en").nouns[word[:-2]][1] != "Office"


def _is_named_before(line: Line, start: int) -> bool:
    """Does a known name, or a capitalised word that is no article, stand right before ``start``?"""
    before = CAPITAL.search(line.text, max(line.low, start - 25), start)
    word = before is not None and line.folded[before.start(1) : before.end(1)] not in listed("not_begin")
    return start - 1 in line.ends or word


def _ordinal_before_comma(line: Line, position: int) -> int | None:
    """ "the first, second and third sessions"."""
    comma = _COMMA_BEFORE.search(line.folded, max(line.low, position - 30), position)
    return comma.start(1) if comma is not None and comma[1] in table("en").ordinals else None


def _bracketed_before(line: Line, position: int, capital: bool) -> int | None:
    """ "the Trafficking [(Prohibition)] Committee"."""
    match = _BRACKETED.search(line.text, max(line.low, position - 60), position) if capital else None
    told = match is not None and not line.overlaps(match.start(1), position) and is_abstract(fold(match["word"]))
    return match.start(1) if told and match is not None else None


def _is_ordinal(line: Line, end: int) -> bool:
    match = re.search(r"([^\W_]+(?:-[^\W_]+)*),?\s$", line.folded[max(line.low, end - 30) : end])
    return match is not None and (match[1] in table("en").ordinals or _ORDINAL.fullmatch(match[1]) is not None)
