"""Names behind the French noun of what bears them: « la Directrice du centre Ala Dun », « l'ONG Kono Mali »."""

from __future__ import annotations

import re

from extract.mentions import french_words
from extract.mentions.chunk import Line
from extract.mentions.heads import Head, table
from ontology.fold import fold
from ontology.types import is_a, is_any

_CAPITAL = r"[A-ZÀ-ÖØ-Ý][^\W\d_]+(?:[-’'][^\W\d_]+)*"
_RUN = re.compile(rf"{_CAPITAL}(?: (?:(?:de|du|des|sans|pour|et|d['’]) ?)?{_CAPITAL}){{0,4}}(?![\w’'-])")
_NAMED_BEFORE = re.compile(rf"(?:(?<![\w’'-])|(?<=[ -]d['’])){_CAPITAL} \Z")  # « Cœur [d'Or] Mali »
_NOUN = 45  # characters in which the noun of the organisation, and an adjective, stand before its name
_DIAL = re.compile(r" (?!(?:19|20)\d\d)\d{3,4}(?:-[A-ZÀ-Ý]\w+)?(?![\d/-])(?! \d)")
_PLACES = ("State", "Region", "City", "Place")


def office_of(line: Line, office: Head, start: int) -> int | None:
    """The end of the organisation's name that begins at ``start``, behind the noun of the organisation that an office
    is held in; a name of several words may be that of the person: « la Directrice de l'association Marie Dupont ».
    """
    run = _RUN.match(line.text, start, line.high)
    if run is None or start in line.starts or run.group().isupper() or not _is_noun(line, office, start):
        return None
    if fold(run.group().split(" ")[0]) in table("fr").titles:
        return None
    end = run.end()
    if line.overlaps(start, end):
        inside = [span for span in line.spans if span.start < end and start < span.end]
        if len(inside) != 1 or inside[0].end != end or inside[0].type not in _PLACES:
            return None
    return end if " " not in run.group() or _is_apposed(line, office) else None


def _is_apposed(line: Line, office: Head) -> bool:
    """« Mme Diop, Directrice de … »: is it told before who holds the office?"""
    return re.search(r"[^\W\d_], (?:l[ae] )?\Z", line.text[max(line.low, office.start - 6) : office.start]) is not None


def _is_noun(line: Line, office: Head, start: int) -> bool:
    low = max(office.end, start - _NOUN)
    for _, end, form in table("fr").phrases.find(line.folded[low : start - 1]):
        noun, type_, written = table("fr").nouns[form]
        rest = line.text[low + end : start - 1]
        alone = noun == written and is_any(type_, ("Organization", "Collaboration", "Body", "Fund"))
        if alone and (not rest or french_words.qualifies(rest)):
            return True
    return False


def place(line: Line, head: Head, start: int) -> int | None:
    """The end of the place that closes a name: « ONG Kono [Mali] », « réseau Marika [Afrique] »."""
    span = line.starts.get(start)
    if span is None or span.type not in _PLACES or not is_a(head.type, "Organization") or line.upper:
        return None
    before = _NAMED_BEFORE.search(line.text, head.end + 1, start)
    return None if before is None or before.start() in line.starts or span.end > line.high else span.end


def number(line: Line, head: Head, position: int) -> int | None:
    """The end of the number that is dialled: « ligne d'assistance Entraide [4044] », « numéro vert [116] »."""
    if fold(head.noun) not in french_words.listed("dialled"):
        return None
    match = _DIAL.match(line.text, position, line.high)
    return match.end() if match is not None and not line.overlaps(position + 1, match.end()) else None
