"""Themes: of a world day ("under the theme “…”"), or of a body for a year ("ICAT chose as its theme for 2017 “…”")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract import devoted
from extract.document import Document, Sentence
from extract.facts import Entity, Modality
from extract.mentions.dates import Date
from extract.mentions.finder import Found
from extract.syntax.items import Named
from extract.theme_years import YEAR, told_years
from ontology.alternatives import any_of
from ontology.lexicon import data
from ontology.types import is_a, is_any

Roles = dict[str, Entity | str | int | float]
_QUOTE = r"[“«„\"]\s?(?P<theme>[^“”«»\"„]{3,250}?)\s?[”»\"]"
_CHOSEN_BY = re.compile(
    r" (?:(?:in|en|for|pour) \d{4} |this year |cette année )?(?:by|par|of|de|du) (?:the |la |le |l['’])?"
)
_OWN = re.compile(r"\b(?:its|their|son|leur|comme|pour|as) $", re.IGNORECASE)
_OUR = re.compile(r"\b(?:our|notre) $", re.IGNORECASE)
_AHEAD = re.compile(  # between who chooses and the verb
    r"(?: \([^)]*\))?(?:, (?:dont|qui|which|whose|who)\b[^;.“«]*)?,?(?: (?:has|had|a|avait|ont|have|also|également))*"
    r"(?:, [^;.,“«]{3,40},)?(?: (?:decide[sd]?|agree[sd]?) to| (?:décid\w+|conv\w+) de)? "
)
_POSSESSED = re.compile(r"['’]s? (?:\w+ )?")
_OF = re.compile(r" (?:of|for) (?:the )?| (?:annuel |central |général |commun )?(?:du |de la |de l['’]|de |d['’])")
_ANOTHER = re.compile(r", (?:and|et) (?:we|I|they|he|she|nous|je|j['’]|ils|elles|il|elle|on)\b")
_OF_YEAR = re.compile(rf"(?:[-–•*]\s|\(?\w{{1,3}}\)\s)?(?P<year>(?:19|20)\d\d)\s?[:–-]\s?{_QUOTE}")
_FOR = re.compile(r" (?:for|pour) (?!(?:its|sa|son|ses|their|leur) |(?:the |l['’])?(?:year|ann[ée]e|\d))[^,.;:]+")
_WHOSE = re.compile(
    r" (?:(?:of|for) (?:the |its |this |an? )?|du |de la |de l['’]|de son |de sa |d['’]une? )"
    r"[\w-]+(?: [\w-]+)?(?:['’]s? [\w-]+)?"
)
_HEADS = ("title", "heading", "frontmatter")
_CHOOSERS = ("Organization", "Meeting")  # « l'assemblée des membres »
_FAR = 130  # characters between the word and a quote that belongs to it


@dataclass(frozen=True, slots=True)
class _Words:
    """The patterns of one language, made of themes.yaml."""

    noun: re.Pattern[str]
    after: re.Pattern[str]  # "the theme … was “…”", "under the theme “…”"
    before: re.Pattern[str]  # "“…” was the theme of", « “…” : tel est le thème que »
    again: re.Pattern[str]  # "has chosen “…”"
    bare: re.Pattern[str]  # "the theme of … was victims' voices"
    choosing: re.Pattern[str]
    day: re.Pattern[str]
    any_day: re.Pattern[str]
    others: re.Pattern[str]
    unreal: re.Pattern[str]
    planned: re.Pattern[str]
    pronoun: re.Pattern[str]  # right before who chooses: "it has", « nous avons »
    speaks: re.Pattern[str]  # what a document holds that tells of themes


class Themes:
    """Reads one document, sentence by sentence; ``observance`` is the one that it named last."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self._speaks = any(_words(part.language).speaks.search(document.text) for part in document.parts)
        self._observances: dict[str, Entity] = {}
        self._day_before: tuple[int, Entity] | None = None  # passage, the one observance that it has named
        self._choosing: tuple[int, Entity] | None = None  # passage, who it says chooses the themes listed below
        self._year: tuple[int, str] | None = None  # passage, year that it named last
        self._last: tuple[int, Entity] | None = None  # passage, the day of which it told a theme last
        self._meant: dict[str, Entity | None] = {}  # by "it" and "we"
        self._titled: Entity | None = None  # the observance that the title or a heading names

    def facts(
        self, sentence: Sentence, found: Found, language: str, *, it: Entity | None = None, we: Entity | None = None
    ) -> Iterator[tuple[str, Roles, Modality]]:
        """The themes that ``sentence`` states; ``it`` and ``we`` are whom it means by these."""
        if not self._speaks:
            return
        self._meant = {"it": it, "we": we}
        self._observances.update(
            (mention.data.id, mention.data)
            for mention in found.named
            if isinstance(mention.data, Entity) and mention.data.type == "Observance"
        )
        words = _words(language)
        noun = words.noun.search(self.text, sentence.start, sentence.end)
        if (
            noun is not None
            and self.text[sentence.end - 1] == ":"
            and not words.unreal.search(self.text, sentence.start, sentence.end)
        ):
            verb = words.choosing.search(self.text, sentence.start, sentence.end)
            who = [
                one.data
                for one in found.named
                if isinstance(one.data, Entity) and verb is not None and one.end < verb.start()
            ]
            bodies = [entity for entity in who if is_a(entity.type, "Organization")]
            self._choosing = (sentence.passage, bodies[-1]) if bodies else self._choosing
        yield from self._yearly(sentence)
        told = list(self._devoted(sentence, found.named, words, language))
        yield from told
        if noun is not None and not told:
            yield from self._stated(sentence, noun, found.named, words)
        elif not told and self._last is not None and self._last[0] == sentence.passage:
            yield from self._again(sentence, found.named, words, self._last[1])
        years = YEAR.findall(self.text, sentence.start, sentence.end)
        if years:
            self._year = (sentence.passage, years[-1])
        here = {m.data.id: m.data for m in found.named if isinstance(m.data, Entity) and m.data.type == "Observance"}
        if len(here) == 1:
            self._day_before = (sentence.passage, next(iter(here.values())))
            heads = sentence.passage == 0 or self.document.passages[sentence.passage].kind in _HEADS
            self._titled = self._titled or (next(iter(here.values())) if heads else None)

    def _stated(
        self, sentence: Sentence, noun: re.Match[str], named: Sequence[Named], words: _Words
    ) -> Iterator[tuple[str, Roles, Modality]]:
        start, end = sentence.start, sentence.end
        match = (
            words.after.match(self.text, noun.end(), end)
            or words.before.search(self.text, start, noun.end())
            or words.bare.match(self.text, noun.end(), end)
        )
        if match is None:
            return
        low, high = min(match.start(), noun.start()), max(match.end(), noun.end())
        modality = self._modality(start, end, match, words)
        day = self._day(start, end, noun.start(), named, words)
        chooser = self._chooser(start, end, match.span("theme"), named, words)
        implied = self._implied(start, match.start("theme"), words) if chooser is None else None
        chooser = chooser or implied
        year = self._when(sentence, named, day, match)
        ahead = implied is not None or any(
            one.data == chooser and one.end <= noun.start() for one in named
        )  # and not "chosen by UNODC"
        owner = self._owner(noun, named) if day is None and year is not None else None
        occasion = day[0] if day is not None else owner
        occasion = occasion or self._spoken_of(sentence, noun, chooser, year, chooses=ahead)
        if day is None and occasion is not None and occasion == chooser and (what := _FOR.search(self.text, high, end)):
            occasion = _meant(what, named)  # « le thème que le comité a choisi pour la campagne du Réseau »
        if day is None and words.any_day.search(self.text, start, match.start("theme")) is not None:
            return  # of a day that no list knows
        if modality is None or occasion is None or self._of_another(start, noun.start(), low, high, day, words):
            return
        if (
            chooser is None
            and occasion != self._meant["we"]
            and "/" in occasion.id
            and words.choosing.search(self.text, start, end) is not None
        ):
            return  # somebody chose it who is not known, for a day that no list knows
        roles: Roles = {"occasion": occasion, "theme": " ".join(match["theme"].split()).strip(" ,.")}
        if year is not None:
            roles["year"] = year
        if chooser is not None and chooser.id != occasion.id:
            roles["chooser"] = chooser
        if chooser is not None and day is None:
            roles["chooser"] = chooser
        self._last = (sentence.passage, occasion) if occasion.type == "Observance" else self._last
        yield "themes", roles, modality

    def _devoted(
        self, sentence: Sentence, named: Sequence[Named], words: _Words, language: str
    ) -> Iterator[tuple[str, Roles, Modality]]:
        """What the words around a day or a body say of its themes."""
        for told in devoted.told(self.text, sentence.start, sentence.end, named, language):
            inside = self._year if self._year is not None and self._year[0] == sentence.passage else None
            year = told.year or (inside[1] if inside is not None else None)
            roles: Roles = {"occasion": told.occasion, "theme": told.theme}
            roles.update({"year": year} if year is not None else {})
            chooser = told.chooser
            if chooser is None:
                chooser = self._chooser(sentence.start, sentence.end, (told.start, told.end), named, words)
            chooser = chooser or (self._meant["we"] if told.decided else None)
            roles.update({"chooser": chooser} if chooser is not None and chooser.id != told.occasion.id else {})
            roles.update({"chooser": told.chooser} if told.chooser is not None else {})
            self._last = (sentence.passage, told.occasion) if told.occasion.type == "Observance" else self._last
            yield "themes", roles, "asserted"

    def _again(
        self, sentence: Sentence, named: Sequence[Named], words: _Words, occasion: Entity
    ) -> Iterator[tuple[str, Roles, Modality]]:
        """ "For 2024, UNODC has chosen “…”", behind a sentence that told the theme of a day for another year."""
        match = words.again.search(self.text, sentence.start, sentence.end)
        year = self._when(sentence, named, (occasion, sentence.start, sentence.start), match) if match else None
        if match is None or year is None or self._modality(sentence.start, sentence.end, match, words) is None:
            return
        chooser = self._chooser(sentence.start, sentence.end, match.span("theme"), named, words)
        if chooser is not None and words.others.search(self.text, sentence.start, match.start("theme")) is None:
            modality: Modality = self._modality(sentence.start, sentence.end, match, words) or "asserted"
            theme = " ".join(match["theme"].split()).strip(" ,.")
            yield "themes", {"occasion": occasion, "theme": theme, "year": year, "chooser": chooser}, modality

    def _spoken_of(
        self, sentence: Sentence, noun: re.Match[str], chooser: Entity | None, year: str | None, *, chooses: bool
    ) -> Entity | None:
        """ "For 2023, UNODC selected the theme “…”": of the day that is spoken of; "its theme": of the body."""
        own = _OWN.search(self.text, max(sentence.start, noun.start() - 12), noun.start()) is not None
        before = self._day_before
        if not (own and chooses) and before is not None and before[0] == sentence.passage:
            return before[1]
        if year is None:
            return None
        return chooser or (self._titled if len(self._observances) == 1 and not own else None)

    def _owner(self, noun: re.Match[str], named: Sequence[Named]) -> Entity | None:
        """ "the Institute's theme for 2024", « le thème de l'ICAT », "our theme": the body whose theme it is."""
        for mention in named:
            if isinstance(mention.data, Entity) and is_a(mention.data.type, "Organization"):
                before = _POSSESSED.fullmatch(self.text, mention.end, noun.start())
                if before or _OF.fullmatch(self.text, noun.end(), max(noun.end(), mention.start)):
                    return mention.data
        we = self._meant["we"] if _OUR.search(self.text, max(0, noun.start() - 8), noun.start()) else None
        return we if we is not None and is_a(we.type, "Organization") else None

    def _yearly(self, sentence: Sentence) -> Iterator[tuple[str, Roles, Modality]]:
        """ "2020: “Demand”;" in the list below a sentence that says who chooses a theme every year."""
        parent = self.document.passages[sentence.passage].parent
        match = _OF_YEAR.match(self.text, sentence.start, sentence.end)
        if match is not None and self._choosing is not None and parent == self._choosing[0]:
            who = self._choosing[1]
            yield (
                "themes",
                {"occasion": who, "theme": match["theme"], "year": match["year"], "chooser": who},
                "asserted",
            )

    def _modality(self, start: int, end: int, match: re.Match[str], words: _Words) -> Modality | None:
        own = _ANOTHER.search(self.text, match.end("theme"), end)  # "…”, and we have not finished with that one"
        behind = self.text[match.end("theme") : end if own is None else own.start()]
        outside = f"{self.text[start : match.start('theme')]} | {behind}"
        if words.planned.search(outside) and not re.search(r"\b(?:not|pas)\b", outside):
            return "planned"
        return None if words.unreal.search(outside) else "asserted"

    def _day(
        self, start: int, end: int, at: int, named: Sequence[Named], words: _Words
    ) -> tuple[Entity, int, int] | None:
        """The observance of the sentence, by its name or by « la Journée mondiale », with its place."""
        here = [
            (mention.data, mention.start, mention.end)
            for mention in named
            if isinstance(mention.data, Entity) and mention.data.type == "Observance"
        ]
        if here:
            return min(here, key=lambda day: abs(day[1] - at)) if len({day[0].id for day in here}) == 1 else None
        short = words.day.search(self.text, start, end)
        if short is None or len(self._observances) != 1:
            return None
        return next(iter(self._observances.values())), short.start(), short.end()

    def _chooser(
        self, start: int, end: int, theme: tuple[int, int], named: Sequence[Named], words: _Words
    ) -> Entity | None:
        """Who chose it: what stands before "chose", or behind "chosen by", « choisi par »."""
        for verb in words.choosing.finditer(self.text, start, end):
            if theme[0] <= verb.start() < theme[1]:
                continue
            by = _CHOSEN_BY.match(self.text, verb.end(), end)
            for mention in named:
                if isinstance(mention.data, Entity) and is_any(mention.data.type, _CHOOSERS):
                    behind = by is not None and mention.start == by.end()
                    gap = self.text[mention.end : verb.start()] if mention.end <= verb.start() else ";"
                    ahead = by is None and _AHEAD.fullmatch(gap)
                    if behind or ahead:
                        return mention.data
        return None

    def _implied(self, start: int, end: int, words: _Words) -> Entity | None:
        """Whom "it" or "we" before the verb stands for: "It retained “…” as the theme", « nous avons choisi »."""
        verb = words.choosing.search(self.text, start, end)
        who = words.pronoun.search(self.text, start, verb.start()) if verb is not None else None
        meant = self._meant["it" if who["it"] is not None else "we"] if who is not None else None
        return meant if meant is not None and is_a(meant.type, "Organization") else None

    def _when(
        self, sentence: Sentence, named: Sequence[Named], day: tuple[Entity, int, int] | None, match: re.Match[str]
    ) -> str | None:
        """The year beside the day, else that of the sentence, else that of the passage."""
        language = self.document.passages[sentence.passage].language
        years = told_years(self.text, sentence.start, sentence.end, match.span("theme"), language)
        if day is not None and years:
            return min(years, key=lambda year: min(abs(year[0] - day[1]), abs(year[0] - day[2])))[1]
        if years:
            return years[0][1] if len({year for _, year in years}) == 1 else None
        times = {mention.data.first[:4] for mention in named if isinstance(mention.data, Date)}
        if len(times) == 1:
            return times.pop()
        return (
            self._year[1]
            if self._year is not None and self._year[0] == sentence.passage and (day or self._day_before)
            else None
        )

    def _of_another(
        self, start: int, noun: int, low: int, high: int, day: tuple[Entity, int, int] | None, words: _Words
    ) -> bool:
        """ "On World Day, UNODC held a panel under the theme “…”": the panel's."""
        if day is None:
            of = _WHOSE.match(self.text, high)  # "as the theme of the seminar"
            whose = of is not None and words.others.search(of.group()) is not None
            return whose or words.others.search(self.text, start, high) is not None
        first = day[2] if day[2] <= noun else start
        return words.others.search(self.text, first, noun) is not None or (
            day[1] >= noun and words.others.search(self.text, noun, day[1]) is not None
        )


def _meant(what: re.Match[str], named: Sequence[Named]) -> Entity | None:
    """The organisation within the words of ``what`` a theme was chosen for."""
    inside = (one.data for one in named if what.start() < one.start < what.end() and isinstance(one.data, Entity))
    return next((one for one in inside if is_a(one.type, "Organization")), None)


@cache
def _words(language: str) -> _Words:
    content = data("themes")[language]
    noun, be, it, we = (_either(content[name]) for name in ("noun", "be", "it", "we"))
    day = any_of(content["day"])
    between = rf"(?:(?![.;]\s)[^“”«»\"„]){{0,{_FAR}}}?"
    stop = r"(?=$|[.;](?:\s|$)|, (?:which|and|a|qui|et|un)\b)"
    participle = r"(?!\w+(?:ed|en|é|ée|i|u)\b|not\b|also\b|that\b|to\b|pas\b|due\b)"
    return _Words(
        noun=re.compile(rf"(?<!\w)(?:{noun})(?!\w)", re.IGNORECASE),
        after=re.compile(rf"{between}(?::\s?|,\s?|\s){_QUOTE}"),
        before=re.compile(
            rf"{_QUOTE},?(?: ?[:–—])? "
            rf"(?:{_either(content['as'])}|(?:{be}|as)(?:(?![.;]\s)[^“”«»\"„]){{0,40}}?(?:{noun}))",
            re.IGNORECASE,
        ),
        bare=re.compile(
            rf"(?:(?![.;]\s)[^“”«»\"„:]){{0,{_FAR}}}?(?: (?:{be})|:) {participle}"
            rf"(?P<theme>[^“”«»\"„;]{{6,200}}?){stop}",
            re.IGNORECASE,
        ),
        again=re.compile(rf"(?<!\w)(?:{_either(content['choosing'])}) {_QUOTE}", re.IGNORECASE),
        choosing=re.compile(rf"(?<!\w)(?:{_either(content['choosing'])})(?!\w)", re.IGNORECASE),
        day=re.compile(rf"(?<!\w)(?:{day})(?!\w)"),
        any_day=re.compile(str(content["any day"])),
        others=re.compile(rf"(?<!\w)(?:{_either(content['others'])})s?(?!\w)", re.IGNORECASE),
        pronoun=re.compile(rf"(?<!\w)(?:(?P<it>{it})|{we}) (?:[a-zà-ÿ'’]+ ){{0,2}}$", re.IGNORECASE),
        unreal=re.compile(rf"(?<!\w)(?:{_either(content['unreal'])})(?![\w-])", re.IGNORECASE),
        planned=re.compile(rf"(?<!\w)(?:{_either(content['planned'])})(?!\w)", re.IGNORECASE),
        speaks=re.compile(rf"(?<!\w)(?:{_either([*content['noun'], *content['devoting']])})", re.IGNORECASE),
    )


def _either(listed: Sequence[object]) -> str:
    return any_of(listed).replace("'", "['’]")
