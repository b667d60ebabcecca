"""UN symbols, and resolutions cited: "resolutions 1267 (1999) and 2253 (2015)", « sa résolution 72/195 »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from extract.mentions.of_sessions import ITS, of_session, opens, ruling
from ontology.alternatives import any_of
from ontology.fold import fold
from ontology.lexicon import data


@dataclass(frozen=True, slots=True)
class Citation:
    """A document or instrument cited by its symbol or number at ``[start, end)``; ``id`` is its symbol, canonical."""

    start: int
    end: int
    id: str
    type: str
    organ: str | None  # authority id of the body whose resolution it is


_NUMBER = (
    r"(?:\d{1,4}/\d{1,4}(?:\s?[A-Z]\b)?|\d{1,4}\s?\((?:(?:19|20)\d\d|[IVXLC]+(?:-[IVXLC]+)?)\)|\d{1,4}(?![\d/.,]*\d))"
)
_DATED = r"(?:\s+(?:of|du|en date du)\s+\d{1,2}(?:er)?\s+[^\W\d]+\s+\d{4})"  # "of 15 November 2000"
_AND = r"(?:\s*,\s*|\s*,?\s*(?:and|et|to|à|ou|or)\s+|\s*/\s*)(?:its\s+|the\s+|la\s+|sa\s+)?"


_OF_NUMBER = re.compile(
    r"\d/\d{1,4}(?: ?[a-z]\b)? (?:of the |de l'|de la |du )[^,.;]{0,60}"
)  # « 60/147 de l'Assemblée »
_RECORD = re.compile(r"(.*/(?:SR|PV)\.)(\d{1,5})")
_SITTINGS = 30  # meetings that one session may have between two of which the records are cited together
_NEXT = re.compile(r"(?:, ?| (?:and|et|to|à) )(\d{1,5})(?![\w/(.,]*\d)")
_CLOSE, _SENTENCE = 200, 320  # characters before a number in which its organ is looked for, first and last
_FEW = 60  # sessions that a commission has had
_IN_ITS = re.compile(r", (?:in|dans) (?:its|sa|ses)(?: own| propres?)?")  # "the Assembly, in its resolution 72/195"
_QUALIFIED = re.compile(r"\b(?!The )[A-Z][a-z]+ (?:Council|Assembly) $")
_NAMED_SO = re.compile(r"\b(?!The |La |Le |Les )[A-ZÀ-Ý]\w+ \Z")
_ADOPTED_BY = re.compile(
    r"[^.;]{0,60}\b(?:adopted|adoptee?s?)\b[^.;]{0,30}? (?:by|par) (?P<by>[^,.;]{3,80})"
    r"|,? (?:which|that|que|qu')(?P<which>[^,.;]{3,80}?) (?:(?:had )?adopted|(?:a|avait) adoptee?s?)\b"
)


@cache
def _others() -> tuple[tuple[re.Pattern[str], dict[str, Any]], ...]:
    """Forms of the symbols of other organs, which a year in brackets may follow: "WHA69.5 (2016)"."""
    return tuple((re.compile(rf"({entry['form']})(?:\s\(\d{{4}}\))?"), entry) for entry in data("symbols")["others"])


@cache
def _symbol(series: str = "") -> re.Pattern[str]:
    known = [*data("symbols")["bodies"], *([series] if series else ())]
    bodies = any_of(known)
    others = "|".join(f"(?:{entry['form']})(?![\\w/])(?:\\s\\(\\d{{4}}\\))?" for _, entry in _others())
    return re.compile(
        rf"(?<![\w/.:-])(?:{others}|(?:{bodies})/(?:[A-Z][A-Za-z0-9.]*[/.])*[A-Za-z0-9.-]*\d[\w.-]*(?:/[A-Z0-9][\w.-]*)*(?:\s?\((?:\d{{4}}|[IVXLC]+)\)(?:/[A-Z][\w.]*)?)?)"
    )


@cache
def _paper() -> re.Pattern[str]:
    """A symbol of a series that no list knows, told by the noun before it: "circular TO/C/2024/02", "resolution
    AG-2017-RES-01"."""
    words = any_of(data("symbols")["words"]["paper"])
    number = r"(?:n[o°º]\.? ?|No\. )?"
    symbol = r"[A-Z]{2,}(?:(?:/[A-Z0-9][A-Z0-9.-]*)+|(?:-[A-Z0-9]+){2,})(?<=\d)"
    return re.compile(rf"\b(?P<word>(?i:{words})) {number}(?P<symbol>{symbol})(?![\w/])")


def _is_name(text: str, match: re.Match[str]) -> bool:
    """ "Ministerial [Decision MD/44]": the noun and its symbol are of a name."""
    capital = match["word"][:1].isupper() and _paper_type(match["word"]) != "Document"
    return capital and _NAMED_SO.search(text, max(0, match.start() - 30), match.start()) is not None


def _paper_type(word: str) -> str:
    """What the noun before a symbol makes of it."""
    words = data("symbols")["words"]
    acts = {"resolution": "Resolution", "decision": "Decision"}
    return next((type_ for name, type_ in acts.items() if word.lower() in words[name]), "Document")


@cache
def _cited() -> re.Pattern[str]:
    words = data("symbols")["words"]
    every = any_of({*words["resolution"], *words["decision"]})
    return re.compile(
        rf"\b(?P<word>{every})\s+(?:n[o°º]\.?\s*|No\.?\s*|Nos\.?\s*)?(?P<numbers>{_NUMBER}(?:{_DATED}?{_AND}{_NUMBER})*)",
        re.IGNORECASE,
    )


@cache
def _next_on() -> re.Pattern[str]:
    """ "[resolutions 5/1] on institution-building and 5/2 on a code of conduct": the next of several, each with what it
    is about; « [les résolutions 26/8] du 26 juin 2014, sur le mandat, et 32/3 du 30 juin 2016 ».
    """
    words = data("symbols")["words"]
    acts = any_of({*words["resolution"], *words["decision"]})
    about = rf"(?:{any_of(words['about'])})\b"
    return re.compile(
        rf"{_DATED}?(?:\s(?:of\sthe\s|du\s|de\sla\s|de\sl['’])[^,.;]{{3,60}}?)?,?\s+{about}(?:(?!\b(?:{acts})\b|[;:]|\.\s).){{3,240}}?(?:,|,?\s(?:and|et))\s+"
        rf"(?P<next>\d{{1,4}}/\d{{1,4}}|\d{{4}}\s\(\d{{4}}\))(?={_DATED}|,?\s+{about}|\s*[,;.])",
        re.IGNORECASE | re.DOTALL,
    )


@cache
def _organs() -> tuple[tuple[str, dict[str, Any]], ...]:
    pairs = [(name, organ) for organ in data("symbols")["organs"] for name in organ["names"]]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def find(
    text: str, *, own: str | None = None, series: str = "", start: int = 0, end: int | None = None
) -> Iterator[Citation]:
    """Citations in ``text[start:end]`` in their order. ``own`` is the authority id of the organ whose document this is,
    ``series`` the first part of its symbol.

    A number whose organ is not certain ("resolution 12/3" with nothing beside it) is left alone.
    """
    last = len(text) if end is None else end
    given: dict[str, dict[str, Any]] = {}
    cited = _cited().finditer(text, start, last)
    found = [citation for match in cited for citation in _resolutions(text, match, own, given)]
    taken = [(citation.start, citation.end) for citation in found]
    found += [
        Citation(*match.span("symbol"), canonical(match["symbol"]), _paper_type(match["word"]), None)
        for match in _paper().finditer(text, start, last)
        if not (_symbol(series).match(text, match.start("symbol")) or _is_name(text, match))
    ]
    for match in _symbol(series).finditer(text, start, last):
        stripped = match.group().rstrip(".-")
        if not any(first < match.end() and match.start() < final for first, final in taken):
            found.append(_document(match.start(), match.start() + len(stripped), stripped))
            found += _next_records(text, match.start(), stripped, last)
    return iter(sorted(found, key=lambda citation: citation.start))


def _next_records(text: str, start: int, symbol: str, last: int) -> Iterator[Citation]:
    """ "CRC/C/SR.1600 and 1601": the record of another meeting, of which only the number is given."""
    record = _RECORD.fullmatch(symbol)
    end, number = start + len(symbol), int(record[2]) if record is not None else 0
    while record is not None and (match := _NEXT.match(text, end, last)) is not None:
        if not number < int(match[1]) < number + _SITTINGS:
            return
        end, number = match.end(), int(match[1])
        yield _document(*match.span(1), f"{record[1]}{number}")


def series_of(symbol: str) -> str:
    """The first part of a symbol: 'COI' for 'COI/TEH/2023/4', '' where that is none."""
    first, slash, _ = symbol.partition("/")
    return first if slash and re.fullmatch(r"[A-Z]{2,}[\w.]*", first) else ""


def organ_of(symbol: str) -> str | None:
    """The authority id of the organ whose "resolution 7/1" a document cites: COP_UNTOC for 'CTOC/COP/WG.4/2021/7'."""
    served = data("symbols")["series"]
    return next((served[series] for series in sorted(served, key=len, reverse=True) if symbol.startswith(series)), None)


def parse(text: str) -> Citation | None:
    """The one citation that ``text`` as a whole is ("2388 (2017)", "A/RES/72/195", "résolution 2388"), or None.

    A number without its year is taken for the Security Council's: 'S/RES/2388'.
    """
    plain = text.strip()
    for candidate in (plain, f"resolution {plain}", f"Security Council {plain}"):
        if candidate != plain and _paper().search(candidate) is not None:
            continue  # "TO/C/2024/02" is no resolution because the word was put before it
        hits = list(find(candidate))
        if len(hits) == 1 and hits[0].end == len(candidate):
            return hits[0]
    return None


def _document(start: int, end: int, symbol: str) -> Citation:
    for form, entry in _others():
        if (match := form.fullmatch(symbol)) is not None:
            return Citation(start, end, match[1], entry["type"], entry["organ"])
    symbol = canonical(symbol)
    types = data("symbols")["types"]
    parts = re.split(r"[/.]", symbol)
    kind = next((types[part] for part in parts if part in types), "Document")
    organ = next((entry["id"] for _, entry in _organs() if symbol.startswith(entry["series"] + "/")), None)
    return Citation(start, end, symbol, kind, organ)


def canonical(symbol: str) -> str:
    """'S/RES/2388(2017)' -> 'S/RES/2388 (2017)', 'A/res/72/195' stays what it is but for case of RES."""
    spaced = re.sub(r"\s*\(", " (", symbol.strip())
    return re.sub(r"/(res|dec)/", lambda match: match.group().upper(), spaced, flags=re.IGNORECASE)


def _resolutions(
    text: str, match: re.Match[str], own: str | None, given: dict[str, dict[str, Any]]
) -> Iterator[Citation]:
    """The resolutions of one citation; a bare number is of the organ that the text has ``given`` it before."""
    decision = fold(match["word"]).startswith("dec")
    named = _organ_beside(text, match.start(), match.end())
    if _QUALIFIED.search(text[max(0, match.start() - 70) : match.start()]) and not _in_full(text, match.start()):
        return  # "Ministerial Council Decision No. 2": of another council
    for index, (start, end) in enumerate(_numbers(text, match)):
        number = text[start:end]
        entry = _whose(number, named, own)
        key = f"{decision} {number}"
        told = entry if named else _spoken_of(text, match, number)
        entry = told if named else told or given.get(key, entry)
        if entry is None:
            continue
        if told is not None and _form(number) == "session":
            given[key] = told
        series = entry["decision" if decision else "series"]
        symbol = canonical(f"{series}/{''.join(number.split())}")
        begin = _short_organ(text, match.start()) if index == 0 else start
        yield Citation(begin, end, symbol, "Decision" if decision else "Resolution", entry["id"])


def _numbers(text: str, match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Where the numbers of one citation stand, those too that follow what the one before is about."""
    base = match.start("numbers")
    for number in re.finditer(rf"{_DATED}|({_NUMBER})", match["numbers"]):
        if number[1] is not None:
            yield base + number.start(), base + number.end()
    end = match.end()
    while match["word"].lower().endswith("s") and (following := _next_on().match(text, end)) is not None:
        yield following.span("next")
        end = following.end()


def _whose(number: str, named: Sequence[dict[str, Any]], own: str | None) -> dict[str, Any] | None:
    """The organ whose number this is: by its form, the organ named beside it, and the organ of the document."""
    form = _form(number)
    if form is None:
        return None
    candidates = [
        entry
        for entry in named
        if entry["form"] == form
        or (form == "council" and entry["id"] == "General_Assembly" and not re.search(r"\d{4}\)", number))
    ]
    if candidates:
        return candidates[0]
    if form == "bare":
        return next((entry for entry in named if entry["id"] == "Security_Council"), None)
    if named and form in ("session", "year"):
        return None
    organs = {entry["id"]: entry for _, entry in _organs()}
    if form == "council":
        return organs["Security_Council"] if re.search(r"\(\d{4}\)", number) else organs["General_Assembly"]
    if form == "year":
        return organs["ECOSOC"]
    if own in organs and organs[own]["form"] == "session":
        return organs[own]
    return organs["General_Assembly"] if int(number.split("/")[0]) >= 31 else None


def _spoken_of(text: str, match: re.Match[str], number: str) -> dict[str, Any] | None:
    """ "The Human Rights Council adopted resolution 44/4", "resolution 44/4 was adopted by the Human Rights Council":
    the organ that the sentence names last before the number, or "by" behind it; « Par sa décision 34/1 » at the head of
    a sentence is the commission's of which alone the text speaks.
    """
    near = _sentence_before(text, match.start(), _CLOSE)
    before = near if any(name in near for name, _ in _organs()) else _sentence_before(text, match.start(), _SENTENCE)
    adopted = _ADOPTED_BY.match(fold(text[match.end() : match.end() + 160]))
    before += adopted["by"] or adopted["which"] if adopted is not None else ""
    form = _form(number)
    found = [
        (before.rfind(name), len(name), entry)
        for name, entry in (*_organs(), *_commission(text))
        if name in before and (" " in name or len(name) > 7)
    ]
    if not found and form == "session":
        own = next((entry for _, entry in _commission(text)), None)
        opening = opens(before)
        its = opening in ITS and int(number.split("/")[0]) < _FEW
        told = ruling(text, match.end(), (*_organs(), *_commission(text))) if opening is not None else None
        return own if its else told or of_session(text, match.span(), number)
    organs = {entry["id"] for _, _, entry in found if entry["form"] == form}
    latest = max(found, key=lambda hit: (hit[0] + hit[1], hit[1]), default=None)
    if latest is not None and len(organs) > 1 and not _IN_ITS.fullmatch(before[latest[0] + latest[1] :].rstrip()):
        return None
    return latest[2] if latest is not None and latest[2]["form"] == form and form in ("session", "year") else None


def _sentence_before(text: str, end: int, reach: int) -> str:
    """What the sentence says, folded, in the ``reach`` characters before ``end``, numbers of other organs aside."""
    before = fold(text[max(0, end - reach) : end])
    return _numbered().sub(" ", _OF_NUMBER.sub(" ", before[before.rfind(". ") + 1 :]))


@cache
def _numbered() -> re.Pattern[str]:
    """ "General Assembly resolution 60/147": an organ whose own the number is."""
    names = any_of(name for name, _ in _organs())
    return re.compile(rf"\b(?:{names}) (?:resolution|decision)s? \d{{1,4}}/\d{{1,4}}")


@lru_cache(maxsize=4)
def _commission(text: str) -> tuple[tuple[str, dict[str, Any]], ...]:
    """What "the Commission" is in a text that names one commission only."""
    commissions, whole = data("symbols")["commissions"], fold(text)
    named = {
        entry["id"]: entry
        for name, entry in _organs()
        if entry["id"] in commissions["ids"] and " " in name and name in whole
    }
    return tuple((name, entry) for entry in named.values() for name in commissions["names"]) if len(named) == 1 else ()


def _form(number: str) -> str | None:
    if "(" in number:
        return "council"
    if "/" not in number:
        return "bare"
    first = int(number.split("/")[0])
    return "year" if 1946 <= first <= 2100 else ("session" if first <= 120 else None)


def _short_organ(text: str, start: int) -> int:
    """Where "Assembly resolution 61/180" begins: the one word for an organ before ``start`` belongs to it."""
    word = re.search(r"(?:^|[^\w])([A-Z]\w+) $", text[max(0, start - 20) : start])
    known = word is not None and any(name == fold(word[1]) for name, _ in _organs())
    longer = any(" " in name and fold(text[max(0, start - 60) : start - 1]).endswith(name) for name, _ in _organs())
    return start - len(word[1]) - 1 if word is not None and known and not longer else start


def _in_full(text: str, start: int) -> bool:
    """Does the full name of an organ that numbers its resolutions end at ``start``?"""
    before = fold(text[max(0, start - 70) : start]).rstrip()
    return any(" " in name and before.endswith(name) for name, _ in _organs())


def _organ_beside(text: str, start: int, end: int) -> list[dict[str, Any]]:
    """Organs named before ("Security Council resolution 2388") or after (« résolution 72/195 de l'Assemblée »)."""
    before = fold(text[max(0, start - 70) : start]).rstrip()
    before = re.sub(r"(?:'s?|')$", "", before)
    dated = re.compile(_DATED, re.IGNORECASE).match(text, end)  # "decision 2004/110 of 19 April 2004 of the Commission"
    end = dated.end() if dated is not None else end
    after = fold(text[end : end + 90])
    after = (
        re.sub(r"^\s*,?\s*(?:of|de|du)\s+(?:the\s+|la\s+|l')?", "", after)
        if re.match(r"\s*,?\s*(?:of|de|du)\s", after)
        else ""
    )
    names = [(name, entry) for name, entry in _organs()]
    found = [
        (name, entry) for name, entry in names if before.endswith(name) and not before[: -len(name)][-1:].isalnum()
    ]
    found += [
        (name, entry)
        for name, entry in names
        if after.startswith(name) and not after[len(name) : len(name) + 1].isalnum()
    ]
    longest = max((len(name) for name, _ in found), default=0)
    return [entry for name, entry in found if len(name) == longest]
