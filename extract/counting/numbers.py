"""Numbers in text: digits and words, with their scale, sign of money or share, and how exact they are said to be."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from extract.counting.spelled import composed
from extract.mentions.phrases import Phrases
from ontology.alternatives import any_of
from ontology.fold import fold
from ontology.lexicon import LANGUAGES, data, words


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number at ``[start, end)`` of the clean text, its scale and unit inside.

    ``unit`` is '%', a currency by its three letters, or ''; ``qualifier`` is printed before it ("more than").
    """

    start: int
    end: int
    value: int | float
    unit: str = ""
    qualifier: str = ""
    spelled: bool = False  # in words: "eleven"
    share: bool = False  # a fraction in words: "one third"


_DIGITS = {
    "en": re.compile(
        r"\d{1,3}(?:\.\d{3}){2,}(?![.\d])|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d|,\d)"
        r"|\d{1,3}(?:[ \u00a0\u202f’']\d{3})+(?!\d)|\d+(?:\.\d+)?"
    ),
    "fr": re.compile(r"\d{1,3}(?:[ \u00a0\u202f.’']\d{3})+(?:,\d+)?(?!\d)|\d+(?:,\d+)?"),
}
_POINTED = re.compile(r"[1-9]\d{0,2}(?:\.\d00|(?:\.\d{3}){2,})")  # "50.000 people", as other languages write it
_FRACTION = re.compile(r"\s?(?:%|per ?cent|point|million|billion|thousand)", re.IGNORECASE)
_BEFORE = re.compile(r"[\w/.,’'_#@+&=-]$")  # of a symbol, an address, a decimal: "WG.4", "S/2018/431", "COVID-19"
_AFTER = re.compile(r"[^\W\d_]|[/°@_]|[-‑–.:]\w")  # "12th", "24-hour", "9.30", "431/Add.1"
_PADDED = re.compile(r"(?<!\d[ \u00a0\u202f.])0[1-9](?= [^\W\d_]{3})")  # "08 women", and no telephone number
_REPEATED = re.compile(r"\s?\(0?(?P<digits>\d[\d \u00a0\u202f.,]*)\)")  # "twenty-five (25) officers"
_RUN = re.compile(r"[\d.,/-]+")
_BARE = re.compile(r"[\s*()~≈<>+a-e]*")  # what a cell may hold beside its number: a mark, brackets
_YEAR = re.compile(r"(?:19|20)\d\d")
_JOINT = re.compile(r"\s*,?\s*(?:et|and|ou|or|à|to|,)\s*")  # between two numbers of one noun
_AND = re.compile(r"\b(?:and|et) $")
_OTHER = re.compile(r" (?:from|du|de la|des|de l['’]|to|à|au)\b")
_ENDS = re.compile(r"\s*(?:[).,;:]|$|(?:de|du|des|from|par|by|for|pour|to|à|au|in|en)\b)")


class Numbers:
    """The numbers of one text; ``between`` gives those of a sentence."""

    def __init__(self, text: str, folded: str) -> None:
        self.text = text
        digits = [match.start() for match in re.finditer(r"\d+", text)]
        worded = [start for start, _, _ in _words().find(folded)]
        self._places = sorted({*digits, *worded})

    def between(self, start: int, end: int, language: str) -> list[Quantity]:
        """The numbers of ``text[start:end]`` in their order."""
        found: list[Quantity] = []
        first = bisect_left(self._places, start)
        position = start
        for place in self._places[first:]:
            if place >= end:
                break
            if place >= position and (quantity := self._at(place, start, end, language)) is not None:
                found.append(quantity)
                position = quantity.end
            elif place >= position and (run := _RUN.match(self.text, place, end)) is not None:
                position = run.end()  # "9.30", "64/293": what follows the first digits is no number either
        return _shared(self.text, found, language)

    def whole(self, start: int, end: int, language: str) -> Quantity | None:
        """The number that is all that stands at ``[start, end)``: in a cell of a table; a year is none."""
        found = self.between(start, end, language)
        if len(found) != 1 or found[0].spelled:
            return None
        rest = self.text[start : found[0].start] + self.text[found[0].end : end]
        year = found[0].unit == "" and _YEAR.fullmatch(self.text[start:end].strip()) is not None
        return found[0] if _BARE.fullmatch(rest) is not None and not year else None

    def _at(self, place: int, low: int, high: int, language: str) -> Quantity | None:
        before = self.text[max(low, place - 4) : place]
        currency = _sign_before(before)
        bare = before[: len(before) - len(currency[1])] if currency is not None else before
        if currency is None and (_BEFORE.search(before) and not _is_elision(before) and not _is_comma(before)):
            return None
        if currency is not None and bare[-1:].isalpha():
            return None
        read = self._digits(place, high, language) or self._spelled(place, high, language)
        if read is None:
            return None
        end, value, spelled, share = read
        end = _repeated(self.text, end, high, value, language) if spelled and not share else end
        end, value = _scaled(self.text, end, high, value, language)
        end, value = _lettered(self.text, end, high, value) if currency is not None else (end, value)
        after = self.text[end : end + 2]
        unit = currency[0] if currency is not None else ""
        start = place - (len(currency[1]) if currency is not None else 0)
        if unit == "":
            end, unit = _unit_behind(self.text, end, high, language)
        if unit == "" and _AFTER.match(after):
            return None
        quantity = Quantity(start, end, value, "%" if share else unit, "", spelled, share)
        return replace(quantity, qualifier=_qualifier(self.text, low, start, language))

    def _digits(self, place: int, high: int, language: str) -> tuple[int, int | float, bool, bool] | None:
        match = _DIGITS[language].match(self.text, place, high)
        padded = _PADDED.match(self.text, place, high)
        if padded is not None:
            return padded.end(), int(padded.group()), False, False
        if match is None or match.group()[:2].isdigit() and match.group()[0] == "0":  # '000' behind "raised185"
            return None
        printed = re.sub(r"[ \u00a0\u202f’']", "", match.group())
        plain = printed.replace(",", "") if language == "en" else printed.replace(".", "").replace(",", ".")
        if _POINTED.fullmatch(plain) and not _FRACTION.match(self.text, match.end(), high):
            plain = plain.replace(".", "")
        return match.end(), _number(plain), False, False

    def _spelled(self, place: int, high: int, language: str) -> tuple[int, int | float, bool, bool] | None:
        whole = composed(self.text, place, high, language)
        if whole is not None:
            return *whole, True, False
        match = _pattern(language).match(self.text, place, high)
        if match is None or self.text[match.end() : match.end() + 1].isalnum():
            return None
        said = fold(re.sub(r"[\s\u00a0]+", " ", match.group()))
        shares, numbers = _tables(language)
        if said in shares:
            counts = not _is_ordinal(said, self.text, match.end(), language)
            return (match.end(), shares[said], True, True) if counts else None
        value = numbers.get(said)
        return (match.end(), value, True, False) if value is not None else None


_ANOTHER = re.compile(r", (?!(?:or|ou|soit|that is|namely|i\.e\.|mostly|mainly|many|most)\b|[\d(])")
_NEXT = re.compile(r"\s+([^\W\d_]+)")


def _repeated(text: str, end: int, high: int, value: int | float, language: str) -> int:
    """Where a number in words ends that brackets repeat in digits: "twenty-five (25) officers"."""
    match = _REPEATED.match(text, end, high)
    digits = re.sub(r"\D", "", match["digits"]) if match is not None else ""
    return match.end() if match is not None and digits and int(digits) == value else end


def _is_ordinal(share: str, text: str, end: int, language: str) -> bool:
    """ "A third text was withdrawn", « un cinquième pays »: a noun behind what could be a share; "A third, on ports,
    was not": one more of those told before.
    """
    parts = share.split()
    if len(parts) == 2 and parts[0] in ("a", "un", "une") and _ANOTHER.match(text, end) is not None:
        return True
    behind = _NEXT.match(text, end)
    if len(parts) != 2 or parts[0] in ("one", "le") or parts[1] not in _ordinals(language) or behind is None:
        return False
    word = behind[1].lower()
    if word in data("quantities")[language]["behind_share"] or word.endswith(("ly", "ment")):
        return False
    readings = words(language).readings(word) or {}
    told = any(form != "base" for _, form in readings.get("V", ()))
    return not told and readings.keys().isdisjoint(_FUNCTIONS)


_FUNCTIONS = frozenset({"P", "C", "H", "B", "M", "R", "D", "X", "S", "K", "bound"})


@cache
def _ordinals(language: str) -> frozenset[str]:
    return frozenset(map(fold, data("numbers")[language]["ordinals"]))


def _shared(text: str, found: list[Quantity], language: str) -> list[Quantity]:
    """« 100 000 et 200 000 euros », "Norway ($2.4 million) and Chad (1.9 million)": one currency for both."""
    settled = [*found]
    for k in range(len(found) - 2, -1, -1):
        this, after = settled[k], settled[k + 1]
        scale = _scale(text, after, language) if this.value < 1000 and not _scale(text, this, language) else 0
        if not this.unit and _is_money(after) and text[after.start].isdigit():
            if _JOINT.fullmatch(text, this.end, after.start):
                settled[k] = replace(this, unit=after.unit, value=this.value * (scale or 1))
        elif scale and this.value < after.value / scale and _is_range(text, this, after):
            settled[k] = replace(this, value=this.value * scale)
    money = ""
    for k, this in enumerate(settled):
        if money and not this.unit and _ENDS.match(text, this.end) and _is_amount(text, found, k, language):
            settled[k] = replace(this, unit=money)
        money = settled[k].unit if _is_money(settled[k]) else money
    return settled


def _is_amount(text: str, found: Sequence[Quantity], position: int, language: str) -> bool:
    """Whether a number behind one of money may be money as well: "$2.4 million" and "1.9 million"."""
    this = found[position]
    return bool(_scale(text, this, language)) or (this.value >= 1000 and _further(text, found, position))


def _is_range(text: str, this: Quantity, after: Quantity) -> bool:
    """ "between 2 and 3 million", « de 2 à 3 millions »: one scale for both."""
    between = text[this.end : after.start].strip()
    led = text[max(0, this.start - 9) : this.start].rstrip().lower().endswith(("entre", "between"))
    return between in ("à", "to", "ou", "or") or (led and between in ("et", "and"))


def _further(text: str, found: Sequence[Quantity], position: int) -> bool:
    """ "$300,000 from Japan and 20,000 from Qatar": a further amount behind "and", of another giver."""
    end = found[position - 1].end if position else 0
    before, behind = text[end : found[position].start], text[found[position].end :][:8]
    return _AND.search(before) is not None and _OTHER.match(behind) is not None


def _is_money(quantity: Quantity) -> bool:
    return quantity.unit not in ("", "%")


def _scale(text: str, quantity: Quantity, language: str) -> int:
    """What the number's scale word multiplies it by; 0 where it has none."""
    words = text[quantity.start : quantity.end].lower().split()
    scales: dict[str, int] = data("quantities")[language]["scales"]
    return next((scales[word] for word in words if word in scales), 0)


def _is_elision(before: str) -> bool:
    """« d’environ », « l'un »: an apostrophe behind a letter binds no number."""
    return before[-1:] in "’'" and before[-2:-1].isalpha()


def _is_comma(before: str) -> bool:
    return before[-1:] in ",." and before[-2:-1].isspace()


def _number(plain: str) -> int | float:
    return float(plain) if "." in plain else int(plain)


def _sign_before(before: str) -> tuple[str, str] | None:
    """(currency, as printed with its space) where a sign of money ends ``before``."""
    match = _signs().search(before)
    return (
        (data("quantities")["common"]["before"][match.group().rstrip()], match.group()) if match is not None else None
    )


@cache
def _signs() -> re.Pattern[str]:
    signs = any_of(data("quantities")["common"]["before"])
    return re.compile(rf"(?<![^\W\d_])(?:{signs})[ \u00a0]?$")  # no "kr" of "Okr 5"


def _scaled(text: str, end: int, high: int, value: int | float, language: str) -> tuple[int, int | float]:
    match = _scales(language).match(text, end, high)
    if match is None:
        return end, value
    scaled = value * data("quantities")[language]["scales"][match.group("scale").lower()]
    return match.end(), round(scaled) if abs(scaled - round(scaled)) < 1e-6 else scaled


def _lettered(text: str, end: int, high: int, value: int | float) -> tuple[int, int | float]:
    """ "$12.7m", "€3bn": an amount with the letters of its scale right behind it."""
    match = _letters().match(text, end, high)
    if match is None:
        return end, value
    return match.end(), round(value * data("quantities")["common"]["letters"][match.group()])


@cache
def _letters() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(data('quantities')['common']['letters'])})(?![\w-])")


@cache
def _scales(language: str) -> re.Pattern[str]:
    scales = any_of(data("quantities")[language]["scales"])
    return re.compile(rf"[ \u00a0\u202f]?(?P<scale>{scales})\b(?! et demi)", re.IGNORECASE)


def _unit_behind(text: str, end: int, high: int, language: str) -> tuple[int, str]:
    match = _units(language).match(text, end, high)
    if match is None:
        return end, ""
    return match.end(), "%" if match["percent"] is not None else _currencies(language)[
        fold(" ".join(match["money"].split()))
    ]


@cache
def _currencies(language: str) -> dict[str, str]:
    found = {fold(name): code for code, names in data("quantities")["en"]["money"].items() for name in names}
    own = {fold(name): code for code, names in data("quantities")[language]["money"].items() for name in names}
    return {fold(code): code for code in _codes()} | found | own


@cache
def _codes() -> frozenset[str]:
    """The codes of currencies that may stand on either side of an amount: "NOK 500", "500 NOK"."""
    return frozenset(sign for sign in data("quantities")["common"]["before"] if len(sign) == 3 and sign.isalpha())


@cache
def _units(language: str) -> re.Pattern[str]:
    def options(names: Sequence[str]) -> str:
        ends = (re.escape(name) + (r"(?!\w)" if name[-1].isalpha() else "") for name in names)
        return "|".join(ends).replace(r"\ ", r"\s+")

    percent = sorted(data("quantities")[language]["percent"], key=lambda name: (-len(name), name))
    money = {name for names in data("quantities")[language]["money"].values() for name in names} | _codes()
    sorted_money = sorted(money, key=lambda name: (-len(name), name))
    return re.compile(
        rf"[ \u00a0\u202f]?(?:(?P<percent>{options(percent)})|(?:(?:de|of) |d[’'])?(?P<money>{options(sorted_money)}))"
    )


def _qualifier(text: str, low: int, start: int, language: str) -> str:
    match = _qualifiers(language).search(text[max(low, start - 40) : start])
    return " ".join(match["words"].split()) if match is not None else ""


@cache
def _qualifiers(language: str) -> re.Pattern[str]:
    joined = any_of(data("quantities")[language]["qualifiers"]).replace(r"\ ", r"\s+")
    return re.compile(rf"(?:^|(?<=[\s(,’'])|(?<=^))(?P<words>{joined})\s*$", re.IGNORECASE)


@cache
def _tables(language: str) -> tuple[dict[str, int | float], dict[str, int | float]]:
    """Fractions and numbers by their folded words; one alone counts nothing ("un", "one")."""
    own = data("quantities")[language]
    shares = {fold(name): value for name, value in own["fractions"].items()}
    cardinals = {name: value for name, value in data("numbers")[language]["cardinals"].items() if value > 1}
    spaced = {re.sub("-et-", " et ", name): value for name, value in cardinals.items()}
    numbers = {fold(name): value for name, value in {**cardinals, **spaced, **own["dozens"]}.items()}
    return shares, numbers


@cache
def _pattern(language: str) -> re.Pattern[str]:
    own = data("quantities")[language]
    cardinals = [name for name, value in data("numbers")[language]["cardinals"].items() if value > 1]
    names = {*own["fractions"], *own["dozens"], *cardinals, *(name.replace("-et-", " et ") for name in cardinals)}
    joined = any_of(names).replace(r"\ ", r"\s+")
    return re.compile(rf"(?:{joined})(?![\w-])", re.IGNORECASE)


@cache
def _words() -> Phrases:
    """Every number word of both languages."""
    listed = {name for language in LANGUAGES for table in _tables(language) for name in table}
    return Phrases(sorted(listed.union(*(data("quantities")[language]["hundreds"] for language in LANGUAGES))))
