"""Who wrote a document, as its front matter and its foot name them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract import wording
from extract.dates import date_pattern
from extract.letterhead import is_letterhead, is_office, is_town
from extract.wording import aligned
from ontology.lexicon import data

_LEAD = re.compile(
    r"(?:(?:the|le|la|les|his|her|son)\s|[lL]['’]|[^\W\d_]{1,5}\.?\s|[HS]\.\s?E\.\s|(?:Excellency|Excellence)\s)",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s[|•·–—-]\s|[,;(\[]|\s(?:and|et)\s(?=[A-ZÀ-Ý])|[*\s]+$")
_CHAPTER = re.compile(r"[^\W\d_]+ (?:[IVXLC]+|[A-Z])\.?")
_POSTED = re.compile(r"(.+?) (?:in|at|à|en|au) [A-ZÀ-Ý].*")  # 'Ruth Okonkwo in Djibouti'
_YEAR = re.compile(r"\s(?:19|20)\d\d\s")  # within a name
_SEPARATOR = re.compile(r"\s[|•·–—]\s")


def segments(words: str) -> list[tuple[int, int]]:
    """Spans of the parts of a line that bars, bullets and dashes divide: 'By Ruth Okonkwo | 12 March 2020'."""
    spans, start = [], 0
    for match in _SEPARATOR.finditer(words):
        spans.append((start, match.start()))
        start = match.end()
    return [*spans, (start, len(words))]


def is_name(words: str) -> bool:
    """'Amy Emel Muedin', 'António Guterres, Secretary-General': capitalised words, an office after a comma."""
    name, _, office = words.partition(",")
    parts = name.split()
    if not 2 <= len(parts) <= 5 or len(name) > 60 or any(c.isdigit() for c in name) or len(office) > 100:
        return False
    if words.endswith(",") or ("," in office and not is_office(office.partition(",")[0])):
        return False  # "Trust Fund Needs Strong, Continued Support, Head Says": a headline
    if _CHAPTER.fullmatch(name) and wording.fold(parts[0]) in wording.words("number_takers"):
        return False  # « Chapitre IV »
    if (
        wording.fold(name) in wording.words("dateline_places")
        or is_letterhead(name)
        or is_office(name)
        or is_town(words)
    ):
        return False
    if wording.fold(parts[0]) in _ordinals() or wording.fold(parts[-1]) in wording.words("kickers"):
        return False  # "Sixty-fourth General Assembly", "Meeting Summaries"
    particles = wording.words("name_particles")
    stop = (wording.stop_words()["en"] | wording.stop_words()["fr"]) - particles
    named = all(
        p[0].isupper() and not p.isupper() or p.lower() in particles or (p.isupper() and k > 0)
        for k, p in enumerate(parts)
    )
    return named and not any(p.lower() in stop or p[-1] in ":;.!?" and len(p) > 3 for p in parts) and parts[0][0] != "-"


def first_name(words: str) -> str:
    """The first of several names that make a line: 'Lena Hartmann and Joseph Okello'; else ``words``."""
    parts = re.split(r",? (?:and|et|&) |, ", words)
    names = len(parts) > 1 and not words.endswith(",") and all(map(is_name, parts))
    return parts[0] if names else words


@cache
def _ordinals() -> frozenset[str]:
    return frozenset(wording.fold(word) for code in ("en", "fr") for word in data("numbers")[code]["ordinals"])


def author_span(words: str) -> tuple[int, int] | None:
    """Where in ``words`` the author is named, without article, title of courtesy, office behind a comma, date.

    A name of the authority files at the beginning is taken whole. None where nothing is left.
    """
    start = _lead(words)
    date = date_pattern().search(words.lower()) if len(words.lower()) == len(words) else None
    last = date.start() if date is not None and date.start() > start else len(words)
    known = _record_end(words, start)
    if known is not None:
        return start, known
    cut = _ENDS.search(words, start, last)
    end = cut.start() if cut is not None else last
    kept = words[start:end].rstrip(" *.,:")
    posted = _POSTED.fullmatch(kept)
    kept = posted[1] if posted is not None and is_name(posted[1]) else kept
    if _YEAR.search(kept) is not None:
        return None  # « RAPPORT DE SYNTHÈSE 2024 SUR LA LUTTE CONTRE LA TRAITE »
    return (start, start + len(kept)) if len(kept) > 2 else None


def _lead(words: str) -> int:
    """Length of articles and titles of courtesy before a capital."""
    start = 0
    while (match := _LEAD.match(words, start)) is not None and words[match.end() : match.end() + 1]:
        word = match.group().strip(" .'’").lower()
        polite = word in ("the", "le", "la", "les", "l", "his", "her", "son", "excellency", "excellence")
        if not polite and word.replace(". ", ".") not in wording.words("abbreviations", "title"):
            break
        start = match.end()
    return start


def _record_end(words: str, start: int) -> int | None:
    """Where the name of the authority files that begins at ``start`` ends, if it is whole: not 'Chair of …'."""
    from extract.mentions.names import find
    from ontology.fold import fold

    for first, end, _ in find(words, fold(words), start):
        rest = words[end:]
        if first > start:
            return None
        return end if re.match(r"[\s*]*$|\s?[,;(|*]|\s(?:on|at|to|sur|à|pour)\s", rest) else None
    return None


def is_actor(words: str) -> bool:
    """Whether ``words`` are a name of the authority files for someone who can write."""
    from extract.mentions.names import find
    from ontology.authority import records
    from ontology.fold import fold
    from ontology.types import is_a

    return any(
        start == 0 and end == len(words) and is_a(records()[record].type, "Actor")
        for start, end, record in find(words, fold(words))
    )


def signature(lines: list[str]) -> tuple[int, int, int] | None:
    """(line, start, end) of the name that signs a text, among the lines at its foot.

    '(Signed) Peter Thomson', or a name with an office on the same or on the next line.
    """
    for k, words in enumerate(lines):
        for pattern in wording.patterns("signature_lines"):
            match = pattern.fullmatch(words.lower()) if len(words.lower()) == len(words) else None
            found = author_span(words[match.start(1) :]) if match is not None else None
            if match is not None and found is not None:
                return k, match.start(1) + found[0], match.start(1) + found[1]
    for k, words in enumerate(lines):
        following = lines[k + 1] if k + 1 < len(lines) else ""
        name, comma, office = words.partition(",")
        if is_name(words) and (_begins_office(following) or (comma and is_office(office))):
            return k, 0, len(name)
    return None


def _begins_office(words: str) -> bool:
    """« Rapporteuse chargée du suivi … », "The Head of the Section": however long it is."""
    parts = wording.fold(words).split()
    return is_office(words) or bool(parts) and parts[0] in wording.words("letterhead_offices")


def authored_in(lower: str, *sections: str) -> Iterator[re.Match[str]]:
    """How a line names who wrote, by the patterns of ``sections``; group 1 is the name."""
    found = (pattern.fullmatch(lower) for section in sections for pattern in wording.patterns(section))
    return (match for match in found if match is not None)


def is_author_line(words: str) -> bool:
    """Whether a line says no more than who wrote: 'By Ruth Okonkwo', « Établi par : Mme Berg »; not 'By land'."""
    if len(words) > 120:
        return False
    found = next(authored_in(aligned(words), "bylines"), None)
    if found is None:
        return False
    rest = words[found.start(1) :]
    span = author_span(rest)
    if span is None or not rest[span[0]].isupper():
        return False
    name = rest[slice(*span)]
    return is_name(name) or is_actor(name) or is_letterhead(name)
