"""The words around the titles of works, compiled: ontology/lexicon/works.yaml."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract.mentions.phrases import Phrases
from ontology.alternatives import any_folded, any_of
from ontology.fold import fold
from ontology.inflection import plural
from ontology.lexicon import data, words

OPEN = '“«"„'
QUOTE = re.compile(r"\s*[“«„\"]\s?(?P<title>[^“”«»\"„]{3,240}?)\s?[”»\"]")
NUMBERED = re.compile(r" (?:No\.?|n[°o]) ?\d{1,4},?(?=\s*[“«\"„])")  # "its issue paper [No. 14], “…”"
_NAME = r"[A-ZÀ-Ý(][^\s“«\"]*"  # a word with a capital
_SMALL_WORDS = (
    r"(?:of|on|and|for|the|in|to|a|an|from|with(?:out|in)?|beyond|through|under|into|over|after|before|between"
    r"|against|at|by|or|as|than|about|behind|&)"
)
_UNDER = re.compile(r"(?:Under the title(?: of)?|Sous le titre(?: de)?)(?=\s)")
_BESIDE = 60  # characters
_LEADS = re.compile(r"(?: [^\W\d_]+){0,2},?\s?[“«„\"]?\s?")  # "the report [series, “]Closed Doors”"
_APPOSED = re.compile(r"\s?[”»\"]?, (?:an?|une?|the|le|la|l') ?")  # "“Closed Doors[”, a ]study of ports"
_MORE = re.compile(r"(?:[^\W\d_]+ ){0,3}")  # "a [new joint ]study"
_IN_QUOTES = re.compile(r"[“«„\"][^”»\"]+[”»\"]")
_LONGEST = 12  # words of a title without quotation marks
_SMALL = 4  # letters: shorter words need no capital in a title
CAPITAL = r"[A-ZÀ-Ý][\w'’-]*"
# "Collateral Damage: The Impact of …"
CAPITALS = rf"(?P<title>{CAPITAL}(?:(?:,? {_SMALL_WORDS}){{0,3}}:? {CAPITAL}){{1,20}})"


_LEAD = re.compile(r"(?:(?P<sure>In|Dans)|For|With|From|On|Under|By|Through) (?P<article>the )?(?=[A-ZÀ-Ý])")
_STOP = re.compile(r"[.!?](?:\s|$)")
_BEHIND = re.compile(r", ([\w'’-]+)")
_SAYING = frozenset("BHVM")


@dataclass(frozen=True, slots=True)
class WorkWords:
    """What works.yaml says for one language."""

    nouns: Phrases
    types: dict[str, tuple[str, str, bool]]  # folded form -> (noun, type, plural)
    cue: re.Pattern[str]
    stop: re.Pattern[str]
    verbs: Phrases
    quoting: re.Pattern[str]
    published: re.Pattern[str]  # a title in quotes of which it is said: "“Tides” was published by IOM"
    each: re.Pattern[str]
    capitals: re.Pattern[str]  # a title without quotes: "the guide Safe Journeys", "a study by IOM, Children at Sea"
    author: re.Pattern[str]  # whose the work is and of when, up to its title in quotes


@cache
def words_of(language: str) -> WorkWords:
    """The words of ``language`` around titles."""
    content = data("works")[language]
    types: dict[str, tuple[str, str, bool]] = {}
    before = ("", *(f"{form} " for form in content["formats"]))
    for type_, nouns in content["nouns"].items():
        for noun in (form + word for word in nouns for form in before):
            types[fold(noun)] = (noun, type_, False)
            types.setdefault(fold(plural(noun, language)), (noun, type_, True))
    quoting = any_folded(content["quoting"])
    months = _written(list(data("numbers")[language]["months"]))
    whose = _written(content["whose"])
    on, each = any_folded(content["about"]), any_folded(content["each"])
    return WorkWords(
        nouns=Phrases(types),
        types=types,
        cue=re.compile(rf"(?<!\w)(?:{any_folded(content['cues'])})(?: respectively| respectivement)?(?!\w)"),
        stop=re.compile(
            rf"[,;:()“”«»\"]|\.(?:\s|$)| (?:{_written(content['stops'])})(?!\w)"
            rf"| (?:and|et|ou|or) (?:{_written(content['joined'])})(?![\w])"
            rf"| (?:in|en|on|le|du|since|depuis) (?=\d|(?:{months})(?!\w))",
            re.IGNORECASE,
        ),
        verbs=Phrases(content["verbs"]),
        quoting=re.compile(
            rf"(?<!\w)(?:{quoting})(?:,? (?:(?:in|en) (?:\w+ )?\d{{4}}|(?:on|le) \d{{1,2}}(?:er)? \w+(?: \d{{4}})?))?,?"
            r"(?: (?:the|its|a|le|la|les|ses|son|sa|un|une))?(?=\s?[“«\"„])"
        ),
        published=re.compile(
            rf"(?P<led>(?<!\w)(?:{any_of(content['published']['led'])}) )?(?P<whole>[“«„\"]\s?"
            rf"(?P<title>[A-ZÀ-Ý][^“”«»\"„]*? [^“”«»\"„]{{2,200}}?)\s?[”»\"])(?={content['published']['behind']})"
        ),
        each=re.compile(rf"(?<!\w)(?:{each})[ ,]+(?:\([^()]*\) )?(?P<on>{on})(?!\w)"),
        capitals=re.compile(rf"(?:(?: (?:{whose}|{months}|{_NAME}|\d{{4}}))*,)?\s{CAPITALS}[?!]?(?=[,.;]?(?:$|\s))"),
        author=re.compile(rf"(?:(?: |(?<=['’]))(?:{whose}|{months}|{_NAME}|\d{{4}}|–))+,?{QUOTE.pattern}"),
    )


def nouns_beside(folded: str, start: int, end: int, language: str) -> frozenset[str]:
    """The nouns of works beside the title in ``[start, end)``: "the report “Closed Doors”, a study of ports"."""
    nouns = words_of(language).nouns
    quoted = _IN_QUOTES.search(folded, start, end)
    first, last = (start, end) if quoted is None else quoted.span()
    low = max(0, first - _BESIDE)
    led = (noun for _, stop, noun in nouns.find(folded[low:first]) if _LEADS.fullmatch(folded, low + stop, first))
    apposed = _APPOSED.match(folded, last)
    high = last if apposed is None else apposed.end()
    behind = (
        noun for at, _, noun in nouns.find(folded[high : high + _BESIDE]) if _MORE.fullmatch(folded, high, high + at)
    )
    told = next(led, None), next(behind, None) if apposed is not None else None
    return frozenset(noun for noun in told if noun is not None)


def _written(listed: Sequence[str]) -> str:
    """The words as they are printed: « à » is not « a »."""
    either = any_of(listed)
    return either.replace("'", "['’]")


def opening(text: str, start: int, end: int) -> str | None:
    """The title with which a sentence opens: "Under the title Hidden Chains, UNODC published …"."""
    match = _UNDER.match(text, start, end)
    quote = QUOTE.match(text, match.end(), end) if match is not None else None
    if match is None or quote is not None:
        return quote["title"] if quote is not None else None
    comma = text.find(",", match.end(), end)
    bare = text[match.end() : comma].strip()
    return bare if comma > 0 and bare[:1].isupper() and bare.count(" ") < _LONGEST else None


def lead(text: str, start: int, end: int) -> int:
    """The length of the preposition before the title that opens a sentence: "In Invisible Hands, a report of 2024, the
    OSCE found …"; "For Below Deck, a survey, 80 crews were heard", but "For the Record, a report, was printed".
    """
    match = _LEAD.match(text, start, end)
    if match is None or match["article"]:
        return 0
    if match["sure"]:
        return match.end() - start
    stop = _STOP.search(text, end)
    behind = [found[1] for found in _BEHIND.finditer(text, end + 1, len(text) if stop is None else stop.start())]
    readings = [words("en").single.get(word, {}) for word in behind]
    own = not behind or any(_SAYING & set(found) for found in readings)
    return 0 if own else match.end() - start


def is_title(text: str, *, long_too: bool = True) -> bool:
    """Is what stands in brackets a title, and no acronym, symbol or remark? Most of its longer words have capitals, or
    it is long, where ``long_too``.
    """
    words = re.findall(r"[^\W\d_]{2,}", text.partition(":")[0])
    if len(words) < 2 or not any(character.islower() for character in text):
        return False
    long = [word for word in words if len(word) >= _SMALL]
    capitals = sum(word[0].isupper() for word in long)
    return len(words) >= 3 and (capitals * 2 >= len(long) or (long_too and len(words) > 6))
