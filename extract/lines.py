"""Second step of the repair: which lines of a plain text are its words, and which are the furniture of its pages."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from extract import wording
from extract.symbols import SYMBOL_PATTERN

SHORT = 120  # characters: no longer line is page furniture
TOP = 8  # lines of a first page in which its masthead stands
NEAR = 2  # lines above and below a page's edge where running heads stand
FRONT_LINE = 70  # characters: lines above the symbol of a masthead are shorter


@dataclass(slots=True)
class Line:
    """A line with words: its span, the empty lines above it, its indent, and whether a page ends above it.

    ``joint`` is what is written between it and the line before where both make one paragraph; ``cells`` are those of
    a row of a table.
    """

    start: int
    end: int
    gap: int
    indent: int
    paged: bool
    text: str
    joint: str = " "
    hint: str = ""  # 'table' for a row of one
    level: int = 0  # 1 for the header row of a table
    cells: tuple[Line, ...] = ()


@dataclass(slots=True)
class Lines:
    """The lines of a text in their order: body, footnotes, and the running head that states the symbol."""

    body: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)
    symbol: Line | None = None


@cache
def _furniture() -> re.Pattern[str]:
    """One piece of page furniture: job number, page of pages, bar code, page number between dashes."""
    return re.compile(
        r"(?:[A-Z]{1,4}\.)?\d{2}-\d{5}(?:\s?\(\s?[A-Z]\s?\))?(?:\s+\d{6})*"  # V.19-04876, 18-16441 (E) 181018
        r"|(?P<page>\d{1,4})\s?/\s?(?P<of>\d{1,4})"  # 2/27
        r"|\*[A-Z]?\d{6,10}\*"  # *1816441*
        r"|[-–—]\s?\d{1,4}\s?[-–—]"  # - 2 -
        r"|[Pp]age\s\d{1,4}(?:\s(?:of|sur|de)\s\d{1,4}|\s?/\s?\d{1,4})?"
    )


@cache
def _link() -> re.Pattern[str]:
    return re.compile(r"(?:(?:https?://|www\.)\S+(?:\s+|$))+")


@cache
def _rule() -> re.Pattern[str]:
    return re.compile(r"[_=*~\-–—.·•|+:\s]{3,}")


@cache
def _note_start() -> re.Pattern[str]:
    """How a footnote begins: '* A/74/50.', '12 See …', '¹ Voir …', '3See …'."""
    return re.compile(r"(?:(?P<star>\*{1,4})\s?(?=\S)|(?P<number>\d{1,3})(?:\s+(?=\S)|(?=[A-ZÉÀ])|$)|[¹²³⁰⁴-⁹]+\s*)")


@cache
def _paragraph_start() -> re.Pattern[str]:
    return re.compile(r"(\d{1,4})\.\s+(?=\S)")


@cache
def _leader() -> re.Pattern[str]:
    """The end of a line of a table of contents: '. . . . . 12'."""
    return re.compile(r"(?:\.\s?){4,}\s*\d{0,4}\s*$")


def find_lines(text: str) -> Lines:
    """The lines of ``text`` without page furniture, footnotes apart, tables of contents left out."""
    lines = _split(text)
    kinds = _classify(lines)
    _page_numbers(lines, kinds)
    _bare_marks(lines, kinds)
    _running_heads(lines, kinds)
    _contents(lines, kinds)
    return _sorted_out(lines, kinds)


def _split(text: str) -> list[Line]:
    out: list[Line] = []
    position, gap = 0, 0
    paged = False
    for row in text.split("\n"):
        for k, part in enumerate(row.split("\f") if "\f" in row else (row,)):
            paged = paged or k > 0
            position += k > 0
            words = part.strip()
            if words:
                indent = part.index(words[0])
                start = position + indent
                out.append(Line(start, start + len(words), gap if out else 0, indent, paged, words))
                paged, gap = False, -1
            position += len(part)
        position += 1
        gap += 1
    return out


def _classify(lines: list[Line]) -> list[str]:
    """'' for words; 'link', 'rule', 'note' (the rule above footnotes), 'furniture', 'number', 'symbol' otherwise."""
    return [line_kind(line.text) for line in lines]


def line_kind(words: str) -> str:
    """What the words of a line are, by their form; see :func:`_classify`."""
    if words.startswith(("http", "www.")) and _link().fullmatch(words):
        return "link"
    if len(words) > SHORT:
        return "rule" if not any(map(str.isalnum, words[:SHORT])) and _rule().fullmatch(words) else ""
    if not words[0].isalnum() and _rule().fullmatch(words):
        return "note" if words.count("_") >= 8 else "rule"
    if words.isdecimal() and len(words) <= 4:
        return "number"
    if len(words) > 100:
        return ""
    if _long_word().search(words) is not None and not _furniture_words().issuperset(
        _long_word().findall(words.casefold())
    ):
        return ""  # running text, as most lines are
    if wording.fold(words) in wording.words("furniture"):
        return "furniture"
    return _furniture_kind(words) if _digit().search(words) is not None else ""


@cache
def _digit() -> re.Pattern[str]:
    return re.compile(r"\d")


@cache
def _long_word() -> re.Pattern[str]:
    return re.compile(r"[a-zà-ÿ]{5,}")


@cache
def _furniture_words() -> frozenset[str]:
    return frozenset(_long_word().findall(" ".join(wording.words("furniture"))))


def _furniture_kind(words: str) -> str:
    rest = re.sub(SYMBOL_PATTERN, " ", words)
    page = _furniture().search(rest)
    if page is not None and page.group("page") and int(page.group("page")) > int(page.group("of")):
        return ""
    bare = _furniture().sub(" ", rest).strip(" |-–—*")
    if page is not None and bare.isdecimal() and len(bare) <= 3:  # "GE.24-10874      3"
        return "furniture"
    if bare and wording.fold(bare) not in wording.words("furniture"):
        return ""
    return "symbol" if page is None else "furniture"


def _edge(lines: list[Line], kinds: list[str], i: int) -> bool:
    """Whether line ``i`` stands beside a page's edge."""
    if lines[i].paged or (i + 1 < len(lines) and lines[i + 1].paged):
        return True
    return any(0 <= k < len(lines) and kinds[k] in ("furniture", "symbol") for k in (i - 1, i + 1))


def _page_numbers(lines: list[Line], kinds: list[str]) -> None:
    """Bare numbers are page numbers at a page's edge, or where they count on through the text."""
    bare = [i for i, kind in enumerate(kinds) if kind == "number"]
    counting = len(bare) >= 3 and all(
        int(lines[b].text) == int(lines[a].text) + 1 and b - a >= 8 for a, b in pairwise(bare)
    )
    for i in bare:
        kinds[i] = "furniture" if counting or _edge(lines, kinds, i) else ""


def _bare_marks(lines: list[Line], kinds: list[str]) -> None:
    """The number right below the rule above footnotes is the mark of the first: '1' / '    United Nations, …'."""
    for i in range(1, len(lines) - 1):
        if kinds[i - 1] == "note" and lines[i].text.isdecimal() and lines[i + 1].gap == 0:
            kinds[i] = ""


def _running_heads(lines: list[Line], kinds: list[str]) -> None:
    """Short lines that come again and again beside a page's edge, or that state the symbol of the first page there."""
    edges = [i for i, line in enumerate(lines) if line.paged or kinds[i] in ("furniture", "symbol")]
    stated = _symbols(lines[:TOP])
    near: dict[int, str] = {}
    for edge in edges:
        for k in range(max(edge - NEAR, 0), min(edge + NEAR + 1, len(lines))):
            words = lines[k].text
            if kinds[k] == "" and len(words) <= SHORT and words[-1] not in ".;:,":
                near[k] = re.sub(r"\d+", "#", wording.fold(words))
                if k >= TOP and stated & _symbols([lines[k]]):
                    kinds[k] = "furniture"
    counts = Counter(near.values())
    for k, words in near.items():
        if counts[words] >= 3:
            kinds[k] = "furniture"


def _symbols(lines: list[Line]) -> frozenset[str]:
    """The symbols that stand in cells of their own: « A/RES/80/214            Prévenir et combattre la traite »."""
    cells = (cell for line in lines for cell in re.split(r"\s{3,}", line.text))
    return frozenset(cell for cell in cells if re.fullmatch(SYMBOL_PATTERN, cell) is not None)


def _contents(lines: list[Line], kinds: list[str]) -> None:
    """The table of contents: from its heading, or its first dot leader, to its last entry."""
    titles = wording.words("contents")
    i = 0
    while i < len(lines):
        words = lines[i].text
        titled = len(words) < 40 and kinds[i] == "" and wording.fold(words).rstrip(": ") in titles
        if titled or is_entry(words):
            last = _last_entry(lines, kinds, i, titled=titled)
            for k in range(i, last + 1):
                kinds[k] = "furniture"
            i = max(last, i)
        i += 1


def is_entry(words: str) -> bool:
    """Whether a line ends in a dot leader; most lines are told by the sign before their last word."""
    end = words[-60:]
    return (".." in end or ". ." in end) and _leader().search(end) is not None


def _last_entry(lines: list[Line], kinds: list[str], first: int, *, titled: bool) -> int:
    last = first if not titled else first - 1
    for k in range(first, min(first + 400, len(lines))):
        if k - max(last, first) > 6:
            break
        words = lines[k].text
        if is_entry(words) or (titled and kinds[k] == "" and re.search(r"[^\W\d_].*\s\d{1,3}$", words[-60:])):
            last = k
    return last


def _sorted_out(lines: list[Line], kinds: list[str]) -> Lines:
    out = Lines()
    in_note, paged = False, False
    unit = spacing(lines)
    number = 0  # of the last paragraph of the body
    for i, line in enumerate(lines):
        kind = kinds[i]
        if kind == "symbol":
            kind = _head_or_words(out, line)
        if kind == "note" and _notes_follow(lines, kinds, i):
            in_note, paged = True, True
        elif kind in ("furniture", "link", "symbol") or line.paged:
            in_note, paged = False, True
        if kind == "":
            if in_note and _leaves_notes(out, line, unit=unit, number=number):
                in_note = False
            if not in_note and line.text[0].isdigit():
                number = _paragraph_number(line.text) or number
            line.paged = line.paged or paged
            (out.notes if in_note else out.body).append(line)
            paged = in_note
        elif kind == "rule":
            paged = False
    return out


def _head_or_words(out: Lines, line: Line) -> str:
    """A symbol alone on a line states the document's symbol at the top, and is a running head after that."""
    if (
        len(out.body) <= 12
        and all(len(words.text) < FRONT_LINE for words in out.body)
        and not line.paged
        and out.symbol is None
    ):
        if not any(re.search(SYMBOL_PATTERN, words.text) for words in out.body):
            return ""
    elif out.symbol is None:
        out.symbol = line
    return "symbol"


def _notes_follow(lines: list[Line], kinds: list[str], rule: int) -> bool:
    return (
        rule + 1 < len(lines)
        and kinds[rule + 1] in ("", "symbol")
        and _note_start().match(lines[rule + 1].text) is not None
    )


def _leaves_notes(out: Lines, line: Line, *, unit: int, number: int) -> bool:
    """Whether ``line`` is body text: the paragraph after the last one, or set apart from notes that have ended."""
    if not out.notes or _note_start().match(line.text) is not None:
        return False
    if number and _paragraph_number(line.text) == number + 1:
        return True
    ended = out.notes[-1].text[-1] in ".!?)]”»"
    return line.gap >= unit + 3 or (line.gap > unit and ended and not line.text[0].islower())


def _paragraph_number(words: str) -> int:
    """The number with which a paragraph begins ('12. Le Fonds …'), or 0."""
    match = _paragraph_start().match(words)
    return int(match.group(1)) if match is not None else 0


def spacing(lines: list[Line]) -> int:
    """How many empty lines stand between the lines of one paragraph, 0 or 1: seen where they go on in lower case."""
    close = wide = 0
    for line in lines:
        if line.text[0].islower() and not line.paged:
            close += line.gap == 0
            wide += line.gap == 1
    return 1 if wide >= 5 and wide >= 3 * close else 0
