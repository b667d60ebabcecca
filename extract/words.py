"""Fourth step of the repair: stray spaces inside words and before signs, footnote marks, doubled spaces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from extract import wording
from extract.mapped import Edit, Mapped, edited, substitute

SPLIT = re.compile(r"([^\W\d_]+)")
RARE = 2  # a fragment is seen this often at most; words that stand alone are seen more often or are listed


@cache
def _spaces() -> re.Pattern[str]:
    return re.compile(r"\t[ \t]*| [ \t]+")


@cache
def _bare_marks() -> re.Pattern[str]:
    """A bare number before a conjunction, maybe a footnote mark: « traite des personnes 22 et tenir »."""
    followers = "|".join(sorted(wording.words("mark_followers")))
    return re.compile(rf"[1-9]\d{{0,2}}(?= (?:{followers}) [^\W\d_])")


BEFORE_APOSTROPHE = re.compile(r" (?=[’'][^\W\d_])")
AROUND_APOSTROPHE = re.compile(r"( ?)[’']( )(?=[^\W\d_])")
# What was printed raised, and is a word of its own since: « M me Diallo », « n o 38 », « sa 8129 e séance ».
RAISED = re.compile(
    r"(?<=\d) (?=(?:e|er|re|ère|ème|th|st|nd|rd) [^\W\d_])|\b(?:(?<=M) (?=mes? [A-ZÉÈ])|(?<=[Nn]) (?=os? \d))"
)
IN_YEARS = re.compile(r"(?<=\b(?:19|20)\d\d) (?=[-–] (?:19|20)\d\d\b)|(?<=\b(?:19|20)\d\d [-–]) (?=(?:19|20)\d\d\b)")
BEFORE_STOP = re.compile(r" +(?=[,.](?:\s|$))")
# These begin with what is searched for, not with what must stand before it: the search is three times faster.
GLUED_MARK = re.compile(r"[.,;:»”)](\d{1,3})(?=\s|$)")
WORD_MARK = re.compile(r"[1-9](?<=[a-zà-ÿ]{2}\d)\d?(?!\w|[.,]\d|[-/])")
# « Convention, 9/ held at Vienna », as documents of the United Nations had them until 1999
STROKE_MARK = re.compile(r"(?<=[a-zà-ÿ,;:.)»”]) \*?[1-9]\d{0,2}/(?=[ ,;.\n]|$)")
BRACKETED_MARK = re.compile(r"\[\d{1,3}\](?=[\s.,;:)]|$)")
SUPERSCRIPT = re.compile(r"[¹²³⁰⁴-⁹]+(?:[,–-][¹²³⁰⁴-⁹]+)*")
LAST_WORD = re.compile(r"[^\W\d_]+$")


def repair_words(source: Mapped, *, raw: str = "", notes: tuple[int, ...] = ()) -> Mapped:
    """``source`` with single spaces, footnote marks dropped and words whole again; its lines stay its lines.

    ``raw`` is the text of the file, ``notes`` the numbers of the footnotes that it holds.
    """
    source = substitute(source, _spaces(), " ")
    text = source.text
    dropped = {*_spaces_before_signs(text), *_marks(text)}
    if notes:
        dropped = _apart({*dropped, *_noted_marks(source, raw, notes)})
    source = edited(source, ((start, end, "") for start, end in sorted(dropped)))
    return edited(source, stray_spaces(source.text))


def _word_before(text: str, at: int) -> str:
    match = LAST_WORD.search(text, max(at - 40, 0), at)
    return match.group() if match is not None else ""


def _spaces_before_signs(text: str) -> Iterator[tuple[int, int]]:
    """Spaces before an apostrophe (« l ’OIM », "children 's") and before a comma or full stop."""
    elided = wording.words("elided")
    for match in BEFORE_APOSTROPHE.finditer(text):
        word, at = _word_before(text, match.start()), match.end()
        own = text[at + 1 : at + 2] == "s" and not text[at + 2 : at + 3].isalnum()
        if word.lower() in elided or (own and word):
            yield match.span()
    for match in AROUND_APOSTROPHE.finditer(text):  # « les droits de l ’ enfant »
        if _word_before(text, match.start()).lower() in elided:
            yield match.span(2)
            if match.group(1):
                yield match.span(1)
    for pattern in (RAISED, IN_YEARS):  # « le Plan d'action 2014 - 2016 »
        yield from (match.span() for match in pattern.finditer(text))
    for match in BEFORE_STOP.finditer(text):
        if match.start() > 0 and text[match.start() - 1].isalnum():
            yield match.span()


def _marks(text: str) -> Iterator[tuple[int, int]]:
    """Footnote marks: superscripts, digits glued to a sign (« personnes.12 Le »), bare ones (« personnes 22 et »)."""
    for match in SUPERSCRIPT.finditer(text):
        start = match.start() - (text[match.start() - 1 : match.start()] == " ")
        before = _word_before(text, start)
        if len(before) != 1 and before.lower() not in ("km", "cm", "mm", "co", "dm"):  # units and formulas keep theirs
            yield start, match.end()
    yield from (match.span() for match in STROKE_MARK.finditer(text))
    for match in BRACKETED_MARK.finditer(text):
        if match.start() > 0 and (text[match.start() - 1].isalnum() or text[match.start() - 1] in ".,;:»”)"):
            yield match.span()
    for match in GLUED_MARK.finditer(text):
        if len(_word_before(text, match.start())) >= 3 and not _is_numbered(text, match.start(1)):
            yield match.span(1)
    for match in WORD_MARK.finditer(text):
        if _is_glued(text, match.start()):
            yield match.span()
    for match in _bare_marks().finditer(text):
        if text[match.start() - 1 : match.start()] == " ":
            word = _word_before(text, match.start() - 1)
            if len(word) >= 4 and word.islower() and not _takes_number(word):
                yield match.start() - 1, match.end()


def _is_glued(text: str, at: int) -> bool:
    """Whether the digits at ``at`` are a mark of a footnote: "Organized Crime3 and", where "crime" stands elsewhere."""
    word = _word_before(text, at)
    before = text[at - len(word) - 1 : at - len(word)]
    if len(word) < 4 or (before and before not in " \n(“«\"'’-") or _takes_number(word.lower()):
        return False
    return re.search(rf"(?<!\w){word}(?!\w)", text, re.IGNORECASE) is not None


DIGITS = re.compile(r"\d{1,5}(?!\w)")
_IS_DECIMAL = re.compile(r"(?<!\d)\d{1,3}[,.]$")
SKIPPED = 3  # footnotes whose mark may be missing


def _noted_marks(source: Mapped, raw: str, notes: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Marks of footnotes that the text holds, in their order, where they are glued or the file breaks the line there.

    Text taken from PDF sets a superscript apart: 'Sustainable Development, 1\\n including the resolve'.
    """
    wanted = 0
    places = {str(number): k for k, number in enumerate(notes)}
    for match in DIGITS.finditer(source.text):
        start, end = match.span()
        start += 4 if end - start == 5 else 0  # « avant la fin de l’année 20221 »
        place = places.get(source.text[start:end], -1)
        if wanted <= place < wanted + SKIPPED and _is_mark(source, raw, start, end, exact=place == wanted):
            wanted = place + 1
            yield start - (source.text[start - 1] == " "), end


def _is_mark(source: Mapped, raw: str, start: int, end: int, *, exact: bool) -> bool:
    """Whether a number that some footnote has is its mark; ``exact`` says that it is the next footnote's."""
    text = source.text
    before = text[start - 1 : start]
    if before.isdigit():
        year = text[start - 5 : start - 2]
        return exact and year[:1] in (" ", "(", "–", "-") and year[1:] in ("19", "20")
    if before.isalpha():  # « les droits de l’enfant1 et »
        word = _word_before(text, start)
        return len(word) >= 3 and word[-2:].islower() and text[start - len(word) - 1 : start - len(word)] != "/"
    if before and before in ",." and _IS_DECIMAL.search(text, max(0, start - 6), start):
        return False  # « 3,1 millions », but "in 2019.1 The"
    if before and before in ",;:.”»)]":
        return not _is_numbered(text, start)
    last = source.raw(end - 1) + 1
    set_apart = text[start - 2 : start - 1].isalpha() or (text[start - 2 : start - 1] or " ") in ",;:.”»)]"
    return exact and before == " " and set_apart and raw[last : last + 4].lstrip(" ")[:1] in ("\n", "\r")


def _apart(spans: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Spans without those that overlap one before them."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return set(kept)


def _is_numbered(text: str, at: int) -> bool:
    """Whether digits after a full stop are the number that an abbreviation announces: 'Rev.1', 'para.5', 'Add.2'."""
    return text[at - 1] == "." and (
        _word_before(text, at - 1).lower() in wording.words("abbreviations")
        or text[max(at - 30, 0) : at].rsplit(" ", 1)[-1].count("/") > 0
    )


def _takes_number(word: str) -> bool:
    """Whether a number after ``word`` is a number: « entre 11 et », "article 12 and", « juin 12 et »."""
    return (
        word in wording.words("number_takers")
        or word in wording.month_numbers()
        or any(word in wording.stop_words()[code] for code in ("en", "fr"))
    )


def stray_spaces(text: str) -> list[Edit]:
    """Edits that join the halves of words: « transnat ionale », « a insi », « su r des », whole elsewhere.

    Two halves are joined where the whole is a word of this text, or shares a long beginning with one, and at least
    one half is no word: it is seen too rarely to be one, or is a single letter that is none.
    """
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    parts = SPLIT.split(lower)  # what stands between words, and the words, by turns
    words = parts[1::2]
    counts = Counter(words)
    rare = _fragments(counts)
    at = [i for i, word in enumerate(words) if word in rare]
    spaced = {i for i in at if parts[2 * i + 2] == " "} | {i - 1 for i in at if i > 0 and parts[2 * i] == " "}
    spaced.discard(len(words) - 1)
    pairs = sorted(
        i for i in spaced if words[i] + words[i + 1] in counts or (words[i] in rare and words[i + 1] in rare)
    )
    ends = list(accumulate(map(len, parts)))
    families = _families(counts) if pairs else {}
    edits: list[Edit] = []
    joined = -2
    for i in pairs:
        if i == joined + 1 or not _halves(words[i], words[i + 1], counts, rare, families):
            continue
        start, space, end = ends[2 * i], ends[2 * i + 1], ends[2 * i + 3]
        cased = _cased(text[start:space], text[space + 1 : end]) and not _links(text, start, space + 1, end)
        if cased and _bounded(text, start, end):
            edits.append((space, space + 1, ""))
            joined = i
    return edits


def _cased(left: str, right: str) -> bool:
    """Whether two halves are cased as one word is; 'I' alone is a word."""
    return right.islower() and (left.islower() or left[1:].islower() or (len(left) == 1 and left != "I"))


def _links(text: str, start: int, right: int, end: int) -> bool:
    """Is the second half a word that links two names: "Dar es Salaam"?"""
    named = text[start].isupper() and text[end + 1 : end + 2].isupper() and text[end] == " "
    return named and text[right:end] in wording.words("name_particles")


def _fragments(counts: Counter[str]) -> frozenset[str]:
    """Words of the text that may be halves of words: rare ones, and single letters that are no words."""
    known = frozenset[str]().union(
        *(wording.words("stand_alone", code) | wording.stop_words()[code] for code in _languages(counts))
    )
    return frozenset(w for w, n in counts.items() if (n <= RARE or len(w) == 1) and w not in known)


def _languages(counts: Counter[str]) -> list[str]:
    """The languages in which the text is written: 'off' is a word in English, but half of one in French."""
    stop = wording.stop_words()
    hits = {
        code: sum(counts[word] for word in stop[code] - stop[other]) for code, other in (("en", "fr"), ("fr", "en"))
    }
    return [code for code, n in hits.items() if n >= 0.1 * sum(hits.values()) or sum(hits.values()) < 30]


def _bounded(text: str, start: int, end: int) -> bool:
    """Neither half hangs on a sign at its outer side that makes it part of something else: 'the n-th', '5 m es'."""
    if end < len(text) and text[end] == "-" and text[end - 2] == " ":
        return False
    return not (start > 0 and (text[start - 1].isdigit() or text[start - 1] == "_")) and not (
        end < len(text) and text[end] in "’'_"
    )


def _families(counts: Counter[str]) -> dict[str, set[str]]:
    """First four letters -> words of the text that begin with them, for words of which only another form occurs."""
    families: dict[str, set[str]] = {}
    for word in counts:
        if len(word) >= 5:
            families.setdefault(word[:4], set()).add(word)
    return families


def _halves(left: str, right: str, counts: Counter[str], rare: frozenset[str], families: dict[str, set[str]]) -> bool:
    """Whether ``left`` and ``right`` are the halves of one word."""
    whole = left + right
    if whole in counts:
        return len(whole) > 3 or len(right) == 1
    if left not in rare or right not in rare or len(whole) < 4:
        return False
    if right in wording.words("word_ends") and len(left) >= 3:
        return True
    if not counts.keys().isdisjoint(_forms(whole)):
        return True
    kin = families.get(whole[:4], set()) - {left + "s", left + "x"}  # « routes » makes no word of « Route sûre »
    return len(whole) >= 6 and any(max(len(left) + 1, len(whole) - 3, 4) <= _shared(whole, other) for other in kin)


def _forms(whole: str) -> tuple[str, ...]:
    """The same word in the other number or gender: 'liée' -> 'liées', 'lié', …"""
    return (whole + "s", whole + "e", whole + "es", *(whole[:-n] for n in (1, 2) if whole[-n:] in ("s", "e", "es")))


def _shared(word: str, other: str) -> int:
    """How many letters two words have in common at their beginning."""
    n = 0
    for x, y in zip(word, other, strict=False):
        if x != y:
            break
        n += 1
    return n
