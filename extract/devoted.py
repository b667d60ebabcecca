"""What days and bodies are devoted to, by the words around a day, a year and a theme: "the 2016 Day focused on …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from extract.facts import Entity
from extract.mentions.dates import Date
from extract.syntax.items import Named
from ontology.alternatives import any_of
from ontology.lexicon import data
from ontology.types import is_a

_DAY, _YEAR, _BODY = "@", "#", "&"  # in the templates of themes.yaml
_PART = re.compile(r"<(\w+)>")
_QUOTE = r"[“«„\"]\s?(?P<theme>[^“”«»\"„]{3,250}?)\s?[”»\"]"
_BARE = r"(?P<theme>(?![“«\"])[^“”«»\"„;:.@#&()]{4,120}?)"
_JOINED = re.compile(r"#(?:,| and| et| ou| or)(?: (?:in|for|en|pour))? #")
_QUOTES = re.compile(r"[“«„\"][^“”«»\"„]{3,250}[”»\"]")


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme as told: whose, of which year, and who chose it; the modality is left to the reader."""

    theme: str
    occasion: Entity
    year: str | None
    chooser: Entity | None
    start: int  # of the theme in the text
    end: int
    decided: bool = False  # by whose resolution it is: "Decides that the theme of the Day shall be “…”"


def told(text: str, start: int, end: int, named: Sequence[Named], language: str) -> Iterator[Theme]:
    """The themes that the words of ``text[start:end]`` give to a day, else to a body, that is ``named`` in it."""
    days = [one for one in named if isinstance(one.data, Entity) and one.data.type == "Observance"]
    bodies = [one for one in named if isinstance(one.data, Entity) and is_a(one.data.type, "Organization")]
    if len({day.data.id for day in days if isinstance(day.data, Entity)}) > 1:
        return
    for occasions in [days] if days else [[body] for body in bodies]:
        masked = _Masked(text, start, end, occasions, [one for one in bodies if one not in occasions], named)
        found = list(masked.themes(language, own=not days)) if occasions else []
        yield from found
        if found:
            return


class _Masked:
    """A sentence with a sign for the day (or the body whose theme it is), for each year and for each other body."""

    def __init__(
        self, text: str, start: int, end: int, days: Sequence[Named], bodies: Sequence[Named], named: Sequence[Named]
    ) -> None:
        times = [one for one in named if isinstance(one.data, Date) and _is_year(one.data)]
        quoted = [match.span() for match in _QUOTES.finditer(text, start, end)]
        every = [*((one, _DAY) for one in days), *((one, _YEAR) for one in times), *((one, _BODY) for one in bodies)]
        every = [(one, sign) for one, sign in every if not _is_acronym(one, named, text)]
        self._at: dict[int, Named] = {}  # place of a sign -> what it stands for
        self._from: list[tuple[int, int]] = []  # place in the masked text, and in ``text``
        parts, position, length = list[str](), start, 0
        for one, sign in sorted(every, key=lambda pair: pair[0].start):
            if one.start < position or any(low <= one.start < high for low, high in quoted):
                continue
            parts += [text[position : one.start], sign]
            self._from.append((length, position))
            length += one.start - position
            self._at[length] = one
            length, position = length + 1, _past_acronym(one, named, text)
        self._from.append((length, position))
        self.text = "".join(parts) + text[position:end]
        self._text = text

    def themes(self, language: str, *, own: bool) -> Iterator[Theme]:
        """The themes told, each once; ``own``: the sign of the day stands for a body."""
        seen: set[int] = set()
        for pattern in _patterns(language, "of a body" if own else "of a day"):
            for match in pattern.finditer(self.text):
                days = [one.data for one in self._signs(match, _DAY)]
                occasion = next((one for one in days if isinstance(one, Entity)), None)
                if occasion is None or match.start("theme") in seen or not self._holds(match, language):
                    continue
                chosen = [one.data for one in self._signs(match, _BODY) if isinstance(one.data, Entity)]
                chooser = occasion if own and "chooses" in match.groupdict() else next(iter(chosen), None)
                chooser = chooser or self._chosen_by(language)
                for each in self._further(match, language):
                    seen.add(each.start("theme"))
                    yield from self._made(each, occasion, chooser)

    def _made(self, match: re.Match[str], occasion: Entity, chooser: Entity | None) -> Iterator[Theme]:
        low, high = self._place(match.start("theme")), self._place(match.end("theme"))
        theme = " ".join(match["theme"].split()).strip(" ,.")
        years = self._years(match)
        decided = "decided" in match.groupdict()
        yield from (Theme(theme, occasion, year, chooser, low, high, decided) for year in years or (None,))

    def _chosen_by(self, language: str) -> Entity | None:
        """Whom the sentence names as who chose it, apart: "…, by decision of the African Union"."""
        for pattern in _patterns(language, "chosen"):
            for match in pattern.finditer(self.text):
                return next((one.data for one in self._signs(match, _BODY) if isinstance(one.data, Entity)), None)
        return None

    def _further(self, match: re.Match[str], language: str) -> Iterator[re.Match[str]]:
        """The match, and those of other years right behind it: "…, and in 2010 “Count us in”"."""
        following: re.Match[str] | None = match
        while following is not None:
            yield following
            end = following.end()
            tried = (pattern.match(self.text, end) for pattern in _patterns(language, "further"))
            following = next((found for found in tried if found is not None), None)

    def _holds(self, match: re.Match[str], language: str) -> bool:
        """Is it said of the day, and neither denied nor wanted?"""
        low = self.text.rfind(";", 0, match.start()) + 1
        decided = "decided" in match.groupdict()  # "decided that the theme of the Day shall be “…”"
        stop = match.start() if decided else match.start("theme")
        around = f"{self.text[low:stop]} | {self.text[match.end('theme') :].split(';')[0]}"
        between = self.text[match.start() : match.start("theme")]
        return not (_words(language, "unreal").search(around) or _words(language, "others").search(between))

    def _signs(self, match: re.Match[str], sign: str) -> list[Named]:
        theme = range(*match.span("theme")) if "theme" in match.groupdict() else ()
        inside = range(match.start(), match.end())
        return [one for at, one in self._at.items() if at in inside and at not in theme and self.text[at] == sign]

    def _place(self, at: int) -> int:
        begin, place = next(pair for pair in reversed(self._from) if pair[0] <= at)
        return place + at - begin

    def _years(self, match: re.Match[str]) -> list[str]:
        """The year in the words themselves, or those that "and" joins, else the one year of the clause."""
        inside = [one.data.first[:4] for one in self._signs(match, _YEAR) if isinstance(one.data, Date)]
        if len(set(inside)) > 1:
            return inside if _JOINED.search(match.group()) is not None else []
        low, high = self.text.rfind(";", 0, match.start()) + 1, self.text.find(";", match.end())
        near = range(low, high if high > 0 else len(self.text))
        around = [one.data for at, one in self._at.items() if self.text[at] == _YEAR and at in near]
        years = {*inside} or {one.first[:4] for one in around if isinstance(one, Date)}
        return [*years] if len(years) == 1 else []


def _is_acronym(one: Named, named: Sequence[Named], text: str) -> bool:
    """ "the United Nations Office on Drugs and Crime ([UNODC])"."""
    return any(_past_acronym(other, [one], text) > other.end for other in named if other is not one)


def _past_acronym(one: Named, named: Sequence[Named], text: str) -> int:
    """Where ``one`` ends, with its acronym in brackets."""
    behind = (other for other in named if other.data == one.data and text[one.end : other.start] == " (")
    return next((other.end + 1 for other in behind if text[other.end : other.end + 1] == ")"), one.end)


def _is_year(date: Date) -> bool:
    return date.last is None or date.first[:4] == date.last[:4]


@cache
def _patterns(language: str, listed: str) -> tuple[re.Pattern[str], ...]:
    content = data("themes")[language]
    return tuple(re.compile(rf"(?<!\w){_filled(template, content)}", re.IGNORECASE) for template in content[listed])


def _filled(template: str, content: Mapping[str, object]) -> str:
    """A template with its parts, "<noun>", put in; "<quote>" and "<bare>" are the theme."""
    while parts := [part for part in _PART.finditer(template) if part[1] in content]:
        part, value = parts[0], content[parts[0][1]]
        words = any_of(value) if isinstance(value, list) else str(value)
        template = template[: part.start()] + f"(?:{words})" + template[part.end() :]
    return template.replace("<quote>", _QUOTE).replace("<bare>", _BARE)


@cache
def _words(language: str, name: str) -> re.Pattern[str]:
    either = any_of(data("themes")[language][name])
    return re.compile(rf"(?<!\w)(?:{either})(?![\w-])", re.IGNORECASE)
