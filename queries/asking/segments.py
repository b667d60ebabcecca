"""A question cut into names, dates, phrases of the lexicon and words that are not understood: the fewest pieces."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ontology.alternatives import any_of
from queries.asking import times
from queries.asking.words import Meaning, Segment, Token, Vocabulary

_UNKNOWN = 8.0  # what a word that is not understood costs, where a piece costs 1
_QUOTED = re.compile(r"«([^«»]+)»|“([^“”]+)”|\"([^\"]+)\"")
_TWO = 2  # words: one alone in quotes is read as without
_NUMBER = re.compile(r"\d+")
_SCALED = r"(\d+(?:[.,]\d+)?)\s+({})s?\b"


def cut(
    vocabulary: Vocabulary, text: str, words: Sequence[Token], names: Mapping[tuple[int, int], Meaning], language: str
) -> list[Segment]:
    """The segments of a question, in order; each word is in one. Dates are joined with what stands before them."""
    whole = dict.fromkeys(quoted(text, words, names), Meaning("quoted"))
    starting: dict[int, list[tuple[int, Meaning]]] = {}
    for (first, last), meaning in {**names, **whole}.items():
        starting.setdefault(first, []).append((last, meaning))
    best: list[tuple[float, list[Segment]]] = [(0.0, [])] * (len(words) + 1)
    for at in range(len(words) - 1, -1, -1):
        options = _options(vocabulary, text, words, at, starting.get(at, ()), language)
        ranked = []
        for last, meanings in options.items():
            cost = _UNKNOWN if not meanings else _cost(meanings, last - at)
            ranked.append((cost + best[last][0], at - last, last, meanings))
        cost, _, last, meanings = min(ranked, key=lambda r: r[:3])
        best[at] = (cost, [Segment(at, last, meanings), *best[last][1]])
    segments = [s if s.get("quoted") is None else Segment(s.first, s.last, ()) for s in best[0][1]]
    return times.merged(segments, text, words)


def quoted(text: str, words: Sequence[Token], names: Mapping[tuple[int, int], Meaning]) -> set[tuple[int, int]]:
    """The words in quotes, which are read as one: « les vulnérabilités face à la traite » is a title, but where they
    are a name, or part of one."""
    found = set()
    for match in _QUOTED.finditer(text):
        inside = [n for n, word in enumerate(words) if match.start() < word.start < match.end()]
        first, last = (inside[0], inside[-1] + 1) if inside else (0, 0)
        named = any(start <= first and last <= end for start, end in names)
        if _TWO <= last - first < len(words) - _TWO and not named:
            found.add((first, last))
    return found


def _cost(meanings: Sequence[Meaning], length: int) -> float:
    """A name is cheaper than the phrase of the lexicon that holds its words, and a long one than two."""
    return 1.0 - 0.001 * length - (0.1 if any(m.cls in ("name", "date") for m in meanings) else 0.0)


def _options(
    vocabulary: Vocabulary,
    text: str,
    words: Sequence[Token],
    at: int,
    names: Sequence[tuple[int, Meaning]],
    language: str,
) -> dict[int, tuple[Meaning, ...]]:
    """Where a piece that begins at ``at`` can end -> what it can mean; () for a word that is not understood."""
    found = dict(vocabulary.phrases(words, at, language))
    for last, meaning in names:
        found[last] = (*found.get(last, ()), meaning)
    date = times.atom(vocabulary, text, words, at)
    if date is not None:
        found[date[1]] = (Meaning("date", date[0]), *found.get(date[1], ()))
    elif _NUMBER.fullmatch(words[at].folded) is not None:
        last, number = _number(vocabulary.scales(language), text, words, at)
        found[last] = (*found.get(last, ()), Meaning("number", number))
    elif (cardinal := vocabulary.cardinal(words[at].folded)) is not None:
        found[at + 1] = (*found.get(at + 1, ()), Meaning("cardinal", cardinal))
    if words[at].folded == "s" and at > 0 and text[words[at].start - 1] in "'’" and text[words[at - 1].end] in "'’":
        asks = any(m.cls == "ask" for m in vocabulary.meanings(words[at - 1].folded, "en"))
        own = vocabulary.meanings("is", "en") if asks else (Meaning("genitive"),)  # "who's", "ICAT's"
        found[at + 1] = (*found.get(at + 1, ()), *own)
    if at + 1 not in found:
        found[at + 1] = ()
    if (last := _compound(text, words, at)) > at + 1:
        found.setdefault(last, ())  # « gardes-côtes » is one word, though "garder" is another
    return found


def _compound(text: str, words: Sequence[Token], at: int) -> int:
    """Where the words end that hyphens join to the one at ``at``."""
    last = at + 1
    while last < len(words) and text[words[last - 1].end : words[last].start] == "-":
        last += 1
    return last


def _number(scales: Mapping[str, int], text: str, words: Sequence[Token], at: int) -> tuple[int, int]:
    """'7,000', « 7 000 »: groups of three digits are one number; so is "4.2 million"."""
    if (scaled := re.compile(_SCALED.format(any_of(scales)), re.IGNORECASE).match(text, words[at].start)) is not None:
        last = next((i for i in range(at, len(words)) if words[i].end >= scaled.end()), at) + 1
        return last, round(float(scaled[1].replace(",", ".")) * scales[scaled[2].lower()])
    digits, last = words[at].folded, at + 1
    while last < len(words) and re.fullmatch(r"\d{3}", words[last].folded) and len(digits) < 12:
        if text[words[last - 1].end : words[last].start] not in (" ", ",", ".", "\u202f", "\u00a0"):
            break
        digits += words[last].folded
        last += 1
    return last, int(digits[:18])
