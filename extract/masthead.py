"""Lines that stand for themselves at the top of a document: the masthead, its date, and what kind of document it is."""

from __future__ import annotations

import re

from extract import wording
from extract.dates import date_pattern, is_dateline
from extract.symbols import SYMBOL_PATTERN

LONGEST = 200  # characters
QUOTES = '“«"„ '
_DATED_SERIES = re.compile(r"[A-Z]{2,}/(?:[A-Z]+(?:\.\d+)?/)+(?:(?:19|20)\d\d/\d+|(?:C\.)?\d+/(?:19|20)\d\d)")
_PASSED = re.compile(r"/(?:D[eé]c|R[eé]s|Decl|COMM)\.\d")  # 'EX.CL/Dec.1189(XLI)', 'PSC/PR/COMM.1243 (2024)'
_SPACED = re.compile(r"(?:[^\W\d_] ){3,}[^\W\d_]")  # "C I R C U L A R"
_NUMBERED = 5  # words of a line that is a title with its number: 'ANNUAL REPORT 2024', 'Situation Report No. 6'
SIGNS = " ,:()–-*|"


def masthead_part(folded: str) -> tuple[str, re.Match[str]] | None:
    """The part of the masthead that a folded line is ('organ', 'session', 'agenda_item' …), with the match."""
    line = folded.removesuffix(" provisional").removesuffix(" provisoire")  # "Security Council Provisional"
    for part in wording.masthead_parts():
        for pattern in wording.patterns("masthead", part):
            match = pattern.fullmatch(line)
            if match is not None:
                return part, match
    return None


def line_type(lower: str) -> tuple[str, re.Match[str], bool] | None:
    """(type, match, whether group 1 is the author) of a line that says what the document is: 'report of the …'."""
    spaced = _SPACED.fullmatch(lower) is not None
    said = lower.replace(" ", "") if spaced else lower.rstrip("* ")
    for kind, where, pattern, author in wording.type_rules():
        if where == "line" and not (author and spaced):
            match = pattern.fullmatch(said)
            if match is not None:
                return kind, match, author
    return None


def is_typed(lower: str) -> bool:
    """Whether a title in lower case says what the document is: 'annual report 2024', 'minutes of the 3rd meeting'."""
    return any(where == "title" and p.fullmatch(lower) is not None for _, where, p, _ in wording.type_rules())


def without_distribution(folded: str) -> tuple[str, bool]:
    """``folded`` without 'distr.: general' or its like, and whether it was there."""
    for pattern in wording.patterns("masthead", "distribution"):
        match = pattern.search(folded)
        if match is not None:
            return f"{folded[: match.start()]} {folded[match.end() :]}".strip(SIGNS), True
    return folded, False


def is_own_line(words: str) -> bool:
    """Whether ``words`` are a whole line of a masthead, alone or with symbol and date, or say what the document is."""
    if len(words) > LONGEST or words[0].islower():
        return False
    folded = wording.fold(words)
    if masthead_part(folded) is not None or (not is_open(folded) and line_type(folded) is not None):
        return True
    if words[-1].isdigit() and len(words.split()) <= _NUMBERED and is_typed(folded):
        return True
    bare = wording.fold(re.sub(SYMBOL_PATTERN, " ", words))
    bare, distributed = without_distribution(bare)
    dateless = date_pattern().sub(" ", bare).strip(SIGNS)
    if dateless == wording.fold(words).strip(SIGNS):
        return False
    return (
        not dateless
        or (words[0].isalpha() and words[-1] not in ".,;" and is_dateline(words))
        or masthead_part(dateless) is not None
        or (distributed and len(dateless) < 40)
    )


def is_open(folded: str) -> bool:
    """Whether a line ends in a word that something must follow: 'Report of the Special Rapporteur on'."""
    last = folded.rsplit(" ", 1)[-1]
    return last.endswith(",") or (len(last) <= 6 and (last in _small("en") or last in _small("fr")))


def _small(language: str) -> frozenset[str]:
    return wording.stop_words()[language]


def without_language(folded: str) -> str:
    """A line of two columns without the language on its right: 'documents officiels français'."""
    for pattern in wording.patterns("masthead", "original"):
        for at in range(len(folded) - 1, -1, -1):
            if folded[at] == " " and pattern.fullmatch(folded[at + 1 :]) is not None:
                return folded[:at].strip(SIGNS)
    return folded


def is_own_symbol(symbol: str) -> bool:
    """Whether ``symbol`` is of a series of the United Nations, or of one with year and number: 'COI/TEH/2023/4'; not
    'NV/2020/118', which a mission gave its note.
    """
    from extract.mentions.symbols import find

    series = symbol.split("/")[0].casefold()
    if series in wording.words("press_series") or any(found.start == 0 for found in find(symbol)):
        return True
    return _PASSED.search(symbol) is not None or is_dated_series(symbol)


def is_press(symbol: str) -> bool:
    """Whether ``symbol`` is that of a press release, 'GA/12744', and of no resolution: 'AG/RES. 3041 (LV-O/25)'."""
    return symbol.split("/")[0].casefold() in wording.words("press_series") and "." not in symbol


def is_dated_series(symbol: str) -> bool:
    """Whether ``symbol`` is of a series that counts by the year: 'COI/TEH/2023/4', 'BCJ/TRT/C.14/2022'."""
    own = symbol.split("/")[0].casefold() not in wording.words("notes_series")
    return own and _DATED_SERIES.fullmatch(symbol) is not None


def is_organ(words: str) -> bool:
    """Whether ``words`` name, and no more, the organ that opens a resolution: 'The General Assembly,'."""
    words = words.lstrip(QUOTES)
    if len(words) > LONGEST or not words or words[0].islower():
        return False
    folded = wording.fold(words).rstrip(", ")
    return any(pattern.fullmatch(folded) for pattern in wording.patterns("resolution_organs"))
