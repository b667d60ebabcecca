"""Names without a head noun that any list knows: "the Asian Survivors Trust", « la Casa Alianza »."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from extract.facts import Entity
from extract.mentions import french_words
from extract.mentions.chunk import gaps
from extract.mentions.heads import is_head, table
from ontology.authority import records
from ontology.fold import fold
from ontology.lexicon import clause_frames, data, words
from ontology.types import is_any

_CAPITAL = r"[A-ZÀ-ÖØ-Ý]"
_WORD = rf"{_CAPITAL}[^\W\d_]+(?:[-’'](?!s (?![A-Z]))[^\W\d_]+)*"  # no "Yazidi Archive's work"
_LINK = r"(?:(?:of|for|the|de|du|des|sans|without) )?"
_RUN = re.compile(rf"(?<![\w-])(?!(?:The|La|Le|Les) ){_WORD}(?: {_LINK}{_WORD}){{1,4}}(?![\w’'-])")
_INTRODUCED = re.compile(
    rf"(?:The |La |Le |L['’])?(?P<name>{_WORD}(?: {_WORD}){{1,4}})(?P<acronym> \([A-Z][\w-]+\))?,?"
    r" (?:is|was|est|était) (?:an?|une?) (?P<what>[^,;:.()]{3,70})"
)
_APPOSED = re.compile(
    rf"(?<![\w’'-])(?P<name>{_WORD}(?: {_WORD}){{0,3}})(?: \([“«\"][^()]*\))?, (?:an?|une?) "
    r"(?P<what>(?:[^\W\d_]|[- ])+)"
)
_CUT = re.compile(
    r" (?:of|for|to|that|which|in|on|with|against|by|run|led|set|[a-z]+ed|de|du|des|d|pour|qui|que|en|a)\b"
)
_ONE_INTRODUCED = re.compile(
    rf"(?P<name>{_CAPITAL}[\w-]{{2,}})(?: \([^()]{{1,60}}\))?,?"
    r" (?:is|was|est|était) (?:an?|une?) (?P<what>[^,;:.()]{3,70})"
)
_ONE = re.compile(rf"(?<=[a-z] )(?P<name>{_WORD})(?![\w’'-])(?! {_CAPITAL})")
_PRIVATE = ("NonGovernmentalOrganization", "Collaboration", "Organization")  # and no body: "the mission Gaza asked for"
_PROGRAMMES = ("Programme", "Campaign", "Collaboration", "Fund")
_ORGANISATIONS = ("Organization", "Collaboration", "Body")
_OPENING = re.compile(r" [“«\"]?\s?$")
_BRANCH = re.compile(rf"(?P<closed>\)?)(?:,|,? (?:et|and)) (?P<name>{_WORD}(?: {_WORD}){{0,2}}) \Z")
_LISTED = re.compile(
    r"\)?(?:,|(?P<last>,? (?:et|and))) (?:(?:the|la|le|les) |l['’])?"
    rf"(?P<name>{_CAPITAL}[a-zà-ÿ]{{0,8}}{_CAPITAL}[^\W\d_]+(?:-{_CAPITAL}[^\W\d_]+)?)(?![\w’'-])"
)
_JOINED = re.compile(r",(?: et| and)? (?:(?:the|la|le|les) |l['’])?|,? (?:et|and) (?:(?:the|la|le|les) |l['’])?")
_CLOSED = re.compile(r"[.;)]|,? *$")
_BEFORE_PLACE = re.compile(rf"(?<![\w’'-]){_WORD}(?: {_WORD}){{0,2}} \Z")
_SMALL_NOUN = re.compile(r"[a-zà-ÿ]|NGO\b|ONG\b")
_SMALL_BEFORE = re.compile(r"(?<![\w-])([a-z]+(?:-[a-z]+)*) $")
_NATION_BEFORE = re.compile(r"(?<![\w-])([A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)?) $")
_CLOSED_KINDS = frozenset("DPCSRVBHM")
_POST = re.compile(rf"({_WORD}) (?:of|du|de) ")
_ARTICLE = re.compile(r"(?<![\w’'-])(?:[Tt]he |[Ll]a |[Ll]e |[Ll]es |[Ll]['’])$")


def find(
    text: str, start: int, end: int, taken: Sequence[tuple[int, int]], is_word: Callable[[str], bool], language: str
) -> Iterator[tuple[int, int]]:
    """Spans of such names in ``text[start:end]``, outside what is ``taken``: with an article, or with known words."""
    if text[start:end].isupper():
        return
    for low, high in gaps(start, end, taken):
        for match in _RUN.finditer(text, low, high):
            if match.group().isupper() and match.group().count(" ") > 1:
                continue  # "DECLARATION ON TRAFFICKING IN PERSONS"
            post = _POST.match(text, match.start(), match.end())
            if post is not None and "Q" in table(language).vocabulary.get(fold(post[1]), ()):
                match = _RUN.match(text, post.end(), match.end()) or match  # "Coordinator of Femmes du Fleuve"
            if _is_name(text, start, match, is_word, language):
                yield match.span()
        yield from _ones(text, low, high, is_word, language)


def _ones(text: str, low: int, high: int, is_word: Callable[[str], bool], language: str) -> Iterator[tuple[int, int]]:
    """Names of one word behind the noun of an association: "the association [Patvērums]", "the Kenyan charity Haki"; of
    bodies, of those that are given one: "the joint investigation team [Neretva]".
    """
    for match in _ONE.finditer(text, low, high) if language == "en" else ():
        first = noun_before(text, match.start("name"), language)
        said = "" if first is None else fold(text[first : match.start("name")]).strip(" “")
        noun = table(language).nouns.get(said)
        name = fold(match["name"])
        common = name in data("structure")["weekdays"] or is_word(name) or is_head(name, language)
        christened = noun is not None and (noun[1] in _PRIVATE or said in data("heads")[language]["christened"])
        if christened and not common:
            yield match.span("name")


def introduced(text: str, start: int, end: int, language: str) -> tuple[int, int] | None:
    """The name that opens a sentence which says that it is an organisation: "Freedom Watch is a network of …"."""
    match = _INTRODUCED.match(text, start, end)
    if match is None:
        return None
    said = fold(match["what"]).split(" ")
    nouns = table(language).nouns
    several = (" ".join(said[i:j]) for i in range(len(said)) for j in range(i + 1, min(len(said), i + 3) + 1))
    bodies = any(noun in nouns and nouns[noun][1] in _ORGANISATIONS for noun in several)
    return match.span("name") if bodies else None


def introduced_programme(
    text: str, start: int, end: int, is_word: Callable[[str], bool], language: str
) -> tuple[int, int, str] | None:
    """The one word that opens a sentence which says that it is a programme, a network or the like, with its type:
    "SAFARI is a regional programme of UNICEF", « Passage (« Ubur » en wolof) est un projet de l'OIM ».
    """
    match = _ONE_INTRODUCED.match(text, start, end)
    if match is None:
        return None
    name = fold(match["name"])
    known = is_word(name) if language == "en" else bool(french_words.readings(match["name"]))
    type_ = _described_type(match["what"], language)
    named = not (known and not match["name"].isupper()) and name not in table(language).stop
    return (*match.span("name"), type_) if named and type_ is not None and is_any(type_, _PROGRAMMES) else None


def _described_type(what: str, language: str) -> str | None:
    """The type of the head noun of a description without article: "regional programme of UNICEF"."""
    nouns = table(language).nouns
    said = _CUT.split(fold(what))[0].split(" ")
    ends = range(len(said)) if language == "en" else range(len(said), 0, -1)
    heads = (" ".join(said[k:] if language == "en" else said[:k]) for k in ends)
    return next((nouns[head][1] for head in heads if head in nouns), None)


def apposed(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int, str]]:
    """Names that an apposition tells what they are, with its type: "launched Tisamale, a network of night patrols"."""
    for match in _APPOSED.finditer(text, start, end):
        type_ = _described_type(match["what"], language)
        if type_ is not None and is_any(type_, _ORGANISATIONS):
            yield match.start("name"), match.end("name"), type_


def branches(
    text: str, start: int, named: Sequence[tuple[int, int, Entity]], is_word: Callable[[str], bool], language: str
) -> Iterator[tuple[int, int]]:
    """Names that end in a State, behind another member of a list of organisations ("IOM, Orange Senegal and ICMPD") or
    behind their noun (« l'organisation Sabou Guinée »); ``named``: what the sentence, which begins at ``start``, names
    besides.
    """
    for first, last, state in named:
        led = _BEFORE_PLACE.search(text, start, first) if state.type == "State" else None
        if led is not None and is_led(text, led.start(), language):
            yield led.start(), last
            continue
        match = _BRANCH.search(text, start, first) if state.type == "State" else None
        if match is None or is_word(fold(match["name"])) or is_head(fold(match["name"]), language):
            continue
        before = [entity for _, end, entity in named if end in (match.start(), match.start("closed"))]
        if any(is_any(entity.type, ("Organization", "Collaboration")) for entity in before):
            yield match.start("name"), last


def listed(
    text: str, end: int, named: Sequence[tuple[int, int, Entity]], is_word: Callable[[str], bool], language: str
) -> Iterator[tuple[int, int]]:
    """Names that only their capitals and a list of bodies or States tell: "Malta, KOMA and SafePort-Togo". ``end`` is
    that of the sentence.
    """
    houses = [one for one in named if is_any(one[2].type, ("Organization", "Collaboration", "State"))]
    starts = {first for first, _, _ in houses}
    for _, after, house in houses:
        names, last = [], house.type == "State"
        while (match := _LISTED.match(text, after, end)) is not None and match.start("name") not in starts:
            names.append(match.span("name"))
            after, last = match.end(), match["last"] is not None
        joined = _JOINED.match(text, after, end)
        goes_on = joined is not None and joined.end() in starts
        closes = house.type != "State" and last and _CLOSED.match(text, after, end) is not None
        words = (fold(text[first:stop]) for first, stop in names)
        if (goes_on or closes) and not any(is_word(word) or is_head(word, language) for word in words):
            yield from names


def is_led(text: str, start: int, language: str) -> bool:
    """Does the noun of an organisation stand before ``start``: "the non-governmental organization Gender Links"?"""
    return noun_before(text, start, language) is not None


def whole(text: str, start: int, language: str) -> int:
    """Where the noun phrase begins, its article aside, in which such a noun stands before the name at ``start``: "the
    [civil society network Kuri Watch]", « l'[organisation Sabou Guinée] »; ``start`` where none does.
    """
    first = noun_before(text, start, language)
    if language == "fr":
        return start if first is None else first
    while first is not None and (word := _SMALL_BEFORE.search(text, max(0, first - 30), first)) is not None:
        if word[1] in table(language).stop or _CLOSED_KINDS & {*words(language).single.get(word[1], ())}:
            break
        first = word.start(1)
    nation = _NATION_BEFORE.search(text, max(0, first - 30), first) if first is not None else None
    if nation is not None and nation[1] in _nationalities():  # "by the Maltese charity Dar Merhba"
        first = nation.start(1)
    return start if first is None else first


@cache
def _nationalities() -> frozenset[str]:
    return frozenset(word for record in records().values() for word in record.adjectives.get("en", ()))


_MINISTRY = re.compile(
    r"(?<=[Tt]he )(?P<nation>[A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:[a-z]+(?: and [a-z]+)? ){1,3}ministry(?![\w-])"
)


def ministries(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """English names of ministries in small letters: "the [Italian interior ministry] said"."""
    for match in _MINISTRY.finditer(text, start, end):
        if match["nation"] in _nationalities():
            yield match.span()


def noun_before(text: str, start: int, language: str) -> int | None:
    """Where the noun of an organisation begins that stands right before ``start``, None where none does."""
    low = max(0, start - 45)
    opening = _OPENING.search(text, low, start)
    if opening is None:
        return None
    known, near = table(language), text[low : opening.start()]
    for first, end, form in known.phrases.find(fold(near)):
        closed = end == len(near) or (language == "fr" and french_words.qualifies(near[end:]))
        if closed and is_any(known.nouns[form][1], _ORGANISATIONS) and _SMALL_NOUN.match(near, first):
            return low + first
    return None


def _is_name(text: str, low: int, match: re.Match[str], is_word: Callable[[str], bool], language: str) -> bool:
    if fold(match.group()) in _relations(language):
        return False  # "their Instruments of Ratification"
    first = match.start()
    written = match.group().split(" ")
    parts = [fold(part) for part in written]
    if any(is_head(part, language) or part in table(language).stop for part in parts):
        return False
    if is_led(text, first, language):
        return True
    known = sum(is_word(part) for part in parts)
    if _ARTICLE.search(text, max(low, first - 4), first) is not None:
        return known < len(parts)
    linked = any(not part[0].isupper() for part in written[1:-1])
    opens = first == low or text[first - 2 : first - 1] in '.:;\n“"'  # the capital of a first word says nothing
    return known < len(parts) and not opens and (linked or known > 0)


@cache
def _relations(language: str) -> frozenset[str]:
    """Nouns that put relations into words: "instruments of ratification"."""
    return frozenset(fold(noun) for frame in clause_frames() for noun in frame.nouns[language])
