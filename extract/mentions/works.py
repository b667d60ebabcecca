"""Works by their titles: "an issue brief entitled “…”", « un référentiel pour les journalistes (Toolkit for …) ».

A title stands in quotes, in brackets or behind "entitled"; else words describe the work (ontology/lexicon/works.yaml).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from extract.facts import Entity
from extract.mentions import colon_titles, names, told_titles, unquoted
from extract.mentions.describing import Hit
from extract.mentions.entities import Register, is_known_word, slug
from extract.mentions.french_words import is_adjective
from extract.mentions.heads import closes_longer, is_body_word, is_office_word
from extract.mentions.known import authority
from extract.mentions.work_words import CAPITALS, NUMBERED, OPEN, QUOTE, is_title, lead, opening, words_of
from ontology.authority import Record, records
from ontology.fold import fold
from ontology.lexicon import data

_WHEN = r"(?: (?:in|en) (?:[^\W\d_]+ )?(?:19|20)\d\d)?"  # "“A” [in May 2019] and “B” in 2021"
_NEXT_QUOTE = re.compile(rf"(?: \([^()]{{4,30}}\))?{_WHEN}(?:,? (?:and|et)|[,;]| ?:)?{QUOTE.pattern}")
_BRACKET = re.compile(r"\s?\((?P<title>[A-ZÀ-Ý][^()]{9,240})\)")
_YEAR_AFTER = re.compile(r"(?:,| for)? (?P<year>(?:19|20)\d\d)(?![\d/–-])")
_YEAR_BEFORE = re.compile(r"(?P<year>(?:19|20)\d\d) (?:UNODC )?$")
_BARE = re.compile(
    r":?\s(?P<title>[A-ZÀ-Ý][^“”«»\";()]{8,300}?)(?=$|\.(?:\s|$)|[;(]|, (?:which|qui|publ|issued|released))"
)
_ARTICLE = re.compile(r"(?<!\w)(?:a|an|its|une?|son|sa)(?: [^\W\d_]+(?:-[^\W\d_]+)*){0,2} $")
_SYMBOL = re.compile(r"\s*\([A-Z]+/")
_SYMBOL_BEHIND = re.compile(r" [A-Z]{1,6}(?:/[\w.-]+)+\d(?![\w/])")
_BEHIND_SYMBOL = re.compile(r"(?<!\w)[A-Z]{1,6}(?:/[\w.-]+)+\d\)?,? ?$")
_CAPITALS = re.compile(r"(?:(?<=\s)|^)(?:[A-ZÀ-Ý][a-zà-ÿ][\w-]* )+$")
_RELATIVES = (", which ", ", que ", ", qu'", ", qu’")  # "“Closed Doors”, which UNICEF published"
_REFLEXIVE = re.compile(r" (?:s['’]|se |ne |n['’])")
_NAMED = 2  # words of a title at least, beside the noun
_QUALIFIED = re.compile(r" ([a-zà-ÿœ-]{4,})(?= ?[«“])")  # « la brochure [trilingue] « … » »
_LONGEST = 220  # characters between a noun and its title
_APPOSED = re.compile(r",\s(?P<title>[A-ZÀ-Ý][\w'’-]* [^\W\dA-ZÀ-Ý][^,.;()“”«»\"]{6,120}?)(?=[,.;(]|$)")
_APPOSED_CAPITALS = re.compile(rf",\s{CAPITALS}(?=,)")
_WORDS = 9  # of a description at most, before the title that stands in apposition to it
_OPENS = r"(?:an?|une?|the|le|la|its|son|sa)\s"  # no second one behind it: « Mme Berg, a présenté son rapport »
_APPOSITION = rf"(?:,| (?:is|was|est|était))\s{_OPENS}(?:(?!{_OPENS})[^\W\d_]+(?:-[^\W\d_]+)*\s){{0,3}}$"
_BARE_APPOSITION = r",\s(?:[^\W\d_]+(?:-[^\W\d_]+)*\s){0,2}$"  # « … », guide illustré
_QUOTE_BEFORE = re.compile(
    rf"(?P<whole>[“«„\"]\s?(?P<title>[^“”«»\"„]{{3,160}})\s?[”»\"])(?:{_APPOSITION}|{_BARE_APPOSITION})"
)
_CAPITALS_BEFORE = re.compile(rf"(?:^|(?<=\s))(?P<whole>{CAPITALS}){_APPOSITION}")
_ANOTHER = re.compile(r",? (?:and|et)(?:(?P<aside>,)| (?:an?|une?)(?= [a-zà-ÿ]))")
_NOUN_NEAR = 30  # characters between "and a" and the noun of a work
_EDITION = re.compile(r"(?P<title>.{8,}?),? \(?(?P<year>(?:19|20)\d\d)\)?")


class Works:
    """Finds the works of one document; what has no name in the authority files goes to ``register``."""

    def __init__(self, text: str, folded: str, register: Register) -> None:
        self.text = text
        self.folded = folded
        self.register = register
        self._nouns: dict[str, list[tuple[int, int, str]]] = {}
        self._verbs: dict[str, list[int]] = {}

    def find(self, start: int, end: int, language: str, known: Sequence[Hit]) -> list[Hit]:
        """The works named or described in the sentence ``[start, end)``, in order; ``known`` holds its names."""
        made = [*self._editions(start, known, language)]
        parts = colon_titles.find(self.text, start, end, language)
        made += [(first, last, self._new("Publication", title, language)) for first, last, title in parts]
        line = told_titles.line(self.text, start, end) if language == "en" and not made else None
        if line is not None and self._is_line(line, known):
            made.append((*line.span(), self._new("Publication", line["title"], language)))
        position = start
        nouns = self._in(start, end, language)
        published = bool(nouns or self._opens_quote(start, end)) and self._speaks(start, end, language)
        for first, last, form in nouns:
            if first < position or self._named(first, last, [*known, *made]):
                continue
            if closes_longer(self.folded, last, form, language):
                continue  # « l'équipe commune d'enquête « Verger » » is no inquiry
            hits = self._work(start, self._begins(start, first, known), last, end, form, language, published=published)
            made += hits
            position = max([position, *(stop for _, stop, _ in hits)])
        if published:
            made += self._quoted(start, end, language, made)
            made += self._titles_alone(start, end, language, made)
        return made

    def named(self, title: str, language: str) -> Entity:
        """The work of this title, known or new; with a year, of a known series its edition."""
        match = _EDITION.fullmatch(" ".join(title.split()))
        known = self._record(match["title"]) if match is not None else None
        if match is not None and known is not None and known.type == "Publication":
            return self._edition(known, match["year"])
        return self._new("Publication", title, language)

    def _begins(self, low: int, first: int, known: Sequence[Hit]) -> int:
        """Where the name begins whose noun stands at ``first``: "Practitioner Guide on Victim Referral"."""
        match = _CAPITALS.search(self.text, max(low, first - 60), first) if self.text[first].isupper() else None
        if match is None or any(match.start() < end and start < first for start, end, _ in known):
            return first
        if self.text.startswith("The ", match.start()):
            return match.start() + len("The ")
        return first if match.start() == low else match.start()

    # -- one noun ------------------------------------------------------------------------------------------------------

    def _work(
        self, low: int, first: int, last: int, high: int, form: str, language: str, *, published: bool
    ) -> list[Hit]:
        noun, type_, several = words_of(language).types[form]
        if _SYMBOL_BEHIND.match(self.text, last, high) is not None:
            return []  # « la note d'information CTOC/COP/WG.4/2025/2, intitulée « … » »
        titled = self._titled(low, first, last, high, type_, language, several=several)
        if titled:
            return titled
        quotes = [*self._listed_titles(first, last, high, type_, language)] if several else []
        if quotes:
            return quotes
        if several and type_ == "Publication":
            return [*self._each(first, last, high, noun, language)] if published else []
        before = self._title_before(low, first)
        if before is not None:
            end = max(last, self._extent(last, high, language))
            return [(before[0], end, self._new(type_, before[1], language))]
        quote = self._around(low, first, high)
        if quote is not None:
            return [(quote[0], quote[1], self._new(type_, quote[2], language))]
        end = self._extent(last, high, language)
        bracket = _BRACKET.match(self.text, end, high)
        if bracket is not None and is_title(bracket["title"]):
            entity = self._new(type_, bracket["title"], "en" if language == "fr" else language)
            return [(first, bracket.end(), self._also(entity, language, self.text[first:end]))]
        own = self._own_name(first, last, end, language) if published else None
        if own is not None:
            return [(*own, self._new(type_, self.text[slice(*own)], language))]
        told = published and self._described(low, first, last, end, language)
        return [(first, end, self._new(type_, self.text[first:end], language))] if told else []

    def _titled(
        self, low: int, first: int, last: int, high: int, type_: str, language: str, *, several: bool
    ) -> list[Hit]:
        """The title behind the noun: in quotes right there, or behind "entitled"."""
        qualified = _QUALIFIED.match(self.text, last, high) if language == "fr" else None
        if qualified is not None and is_adjective(qualified[1]):
            last = qualified.end()
        number = NUMBERED.match(self.text, last, high)
        match = QUOTE.match(self.text, number.end() if number else last + (self.text[last : last + 1] == ","), high)
        if match is not None and several:
            return [*self._listed_titles(first, last, high, type_, language)]
        if match is not None:
            return [(first, match.end(), self._quoted_name(match, high, type_, language))]
        published = self._speaks(low, high, language)
        match = words_of(language).author.match(self.text, last, high)
        if match is None and not several:
            match = told_titles.behind(self.text, last, high, language, published=published)
        if match is not None and match["title"][0].isupper():  # « son étude de 2020, « … » »
            return [(first, match.end(), self._quoted_name(match, high, type_, language))]
        match = self._apposed_title(last, high, language) if not several and published else None
        if match is not None:
            return [(first, match.end(), self._new(type_, match["title"], language))]
        plain = told_titles.before(self.text, last, high, language) if not several else None
        if plain is not None and not self._begins_name(*plain.span("title")):
            return [(first, plain.end(), self._new(type_, plain["title"], language))]
        match = words_of(language).capitals.match(self.text, last, high) if language == "en" and not several else None
        if match is not None and self._is_capital_title(match) and not self._is_post(last, match):
            start, end = match.span("title")
            stop = unquoted.cut(self.text, start, end, language)  # "the brief Ports as Doors | in October 2024"
            return [(first, match.end() if stop == end else stop, self._new(type_, self.text[start:stop], language))]
        cue = words_of(language).cue.search(self.folded, last, min(high, last + _LONGEST))
        if cue is None:
            return []
        if not self._unbroken(last, cue.start()):  # « deux documents ont été publiés en 2016, intitulés A et B »
            later = several and self.folded[cue.start() - 2 : cue.start()] == ", "
            first = cue.end() + 1 if later else -1
        if first < 0:
            return []
        match = QUOTE.match(self.text, cue.end(), high)
        if match is not None and _SYMBOL.match(self.text, match.end(), high):
            return []  # "the report of the Special Rapporteur entitled “…” (A/76/263)": a document with a symbol
        if match is not None:
            return [(first, match.end(), self._quoted_name(match, high, type_, language))]
        bare = _BARE.match(self.text, cue.end(), high)
        if bare is None:
            return []
        return [*self._bare_titles(first, bare, type_, language, several=several)]

    def _apposed_title(self, last: int, high: int, language: str) -> re.Match[str] | None:
        """« un recueil de témoignages, Ce que je suis devenue », "an evaluation of ten years, A Long Watch, was": the
        title behind the comma that ends the description.
        """
        end = self._extent(last, high, language)
        if self.text[last:end].count(" ") > _WORDS:
            return None
        quote = QUOTE.match(self.text, end + 1, high) if self.text[end : end + 1] == "," else None
        if quote is not None and quote["title"][0].isupper():
            return quote
        match = (_APPOSED if language == "fr" else _APPOSED_CAPITALS).match(self.text, end, high)
        if match is None or (language == "en" and not self._is_capital_title(match)):
            return None
        return None if self._begins_name(*match.span("title")) else match

    def _begins_name(self, start: int, end: int) -> bool:
        """Does the name of something known open the text between?"""
        return any(first == start for first, _, _ in names.find(self.text, self.folded, start, end))

    def _own_name(self, first: int, last: int, end: int, language: str) -> tuple[int, int] | None:
        """The title that ends with the noun itself, in capitals: "published the [Shelter Handbook]"; or stands right
        behind it: « l'étude [Pêche et travail forcé en mer] ».
        """
        if language == "fr" and self._is_proper(first, last, end):
            return first, end
        if language == "en":
            front = self.text[first:last].split(" ")
            named = all(word[0].isupper() for word in front) and end == last
            dated = _YEAR_BEFORE.search(self.text, max(0, first - 12), first) if len(front) == _NAMED else None
            if named and dated is not None:  # "its [2022 Annual Report]"
                return dated.start(), last
            return (first, last) if named and len(front) > _NAMED else None
        title = self.text[last:end].split()
        if len(title) <= _NAMED or not title[0][0].isupper() or title[1][0].isupper():
            return None
        word = fold(title[0])  # not « le rapport Durand sur »
        plain = title[1] in ("et", "ou") or is_known_word(word, language) or word.endswith(("ees", "ies", "ues"))
        bodies = names.find(self.text, self.folded, last + 1, end)
        return (last + 1, end) if plain and not any(start == last + 1 for start, _, _ in bodies) else None

    def _is_proper(self, first: int, last: int, end: int) -> bool:
        """« a publié l'[Atlas des routes de la traite] », « le [Rapport de synthèse sur la traite] »: a noun with a
        capital; no « Rapport de la Commission », and no sentence: « le Guide de Doha s'adresse aux greffiers ».
        """
        told = self.text[last:end].split()
        inside = self.text[first - 1 : first] in " '’" and self.text[first].isupper()
        plain = len(told) > _NAMED and told[0][0].islower() and _REFLEXIVE.search(self.text, last, end) is None
        about = " " in self.text[first:last] and told[:1] == ["sur"]
        return inside and plain and (about or fold(self.text[first:last]) in map(fold, data("works")["fr"]["proper"]))

    def _is_capital_title(self, match: re.Match[str]) -> bool:
        """Two long words with capitals, that do not begin with the name of something else."""
        start = match.start("title")
        hits = names.find(self.text, self.folded, start, match.end())
        named = any(first == start and records()[id_].type != "ActorGroup" for first, _, id_ in hits)
        bodies = any(is_body_word(fold(word), "en") for word in match["title"].replace(",", " ").split())
        return (
            not (named or bodies) and sum(word[0].isupper() for word in re.findall(r"[^\W\d_]{3,}", match["title"])) > 1
        )

    def _is_line(self, match: re.Match[str], known: Sequence[Hit]) -> bool:
        """Is it a title without a word for what it is, and the name of nothing?"""
        return self._is_capital_title(match) and not (
            self._named(*match.span(), known) or self._in(*match.span(), "en")
        )

    def _is_post(self, last: int, match: re.Match[str]) -> bool:
        """ "the briefing by Ilse Marchetti, Deputy Spokesperson for the Fund": what its author is, and no title."""
        post = any(is_office_word(fold(word), "en") for word in match["title"].split()[:2])
        return post and "," in self.text[last : match.start("title")]

    def _listed_titles(self, first: int, last: int, high: int, type_: str, language: str) -> Iterator[Hit]:
        """ "Two training manuals, “First Contact” and “Safe Interview”": each."""
        at = last
        while match := _NEXT_QUOTE.match(self.text, at, high):
            opened = max(self.text.rfind(mark, at, match.start("title")) for mark in OPEN)
            yield first if at == last else opened, match.end(), self._new(type_, match["title"], language)
            at = match.end()

    def _quoted_name(self, match: re.Match[str], high: int, type_: str, language: str) -> Entity:
        """The work of this title; a translation in the brackets behind it is another of its names."""
        entity = self._new(type_, match["title"], language)
        other = _BRACKET.match(self.text, match.end(), high)
        if other is not None and is_title(other["title"]):
            entity = self._also(entity, "en" if language == "fr" else "fr", other["title"])
        return entity

    def _bare_titles(
        self, first: int, match: re.Match[str], type_: str, language: str, *, several: bool
    ) -> Iterator[Hit]:
        """« intitulés respectivement Accès des victimes … et Pivoting toward … »: a capital begins each."""
        start, end = match.span("title")
        end = self._before_another(start, end, language)
        title = self.text[start : unquoted.cut(self.text, start, end, language)]
        both = re.split(r" (?:et|and) (?=[A-ZÀ-Ý])", title) if several else [title]
        for title in both:
            at = self.text.index(title, start)
            begin = first if at == match.start("title") else at
            yield begin, at + len(title), self._new(type_, title, language)
            start = at + len(title)

    def _before_another(self, start: int, end: int, language: str) -> int:
        """Where the title ends before another work: "Closed Doors[ and, jointly with IOM, a toolkit for judges]",
        "Closed Doors[ and a toolkit for judges]".
        """
        for match in _ANOTHER.finditer(self.text, start, end):
            work = self._in(match.end(), min(end, match.end() + _NOUN_NEAR), language)
            if match["aside"] is not None or work:
                return match.start()
        return end

    def _each(self, first: int, last: int, high: int, noun: str, language: str) -> Iterator[Hit]:
        """« deux dossiers thématiques en 2018 : l'un sur la traite des enfants et l'autre sur … »."""
        for match in words_of(language).each.finditer(self.folded, last, min(high, last + 400)):
            end = self._extent(match.end(), high, language)
            if end > match.end():
                label = f"{noun} {self.text[match.start('on') : end]}"
                yield match.start(), end, self._new("Publication", label, language)

    def _title_before(self, low: int, first: int) -> tuple[int, str] | None:
        """ "“Ransom Economies”, an issue paper published by …", "Tracing the Way Home, a guide": where it begins."""
        opened = opening(self.text, low, first)
        if opened is not None:  # "Under the title “Hidden Chains”, UNODC published a study of …"
            return first, opened
        for pattern in (_QUOTE_BEFORE, _CAPITALS_BEFORE):
            match = pattern.search(self.text, max(low, first - _LONGEST), first)
            if match is not None and (pattern is _QUOTE_BEFORE or self._is_capital_title(match)):
                skipped = lead(self.text, *match.span("title")) if match.start("whole") == low else 0
                return match.start("whole") + skipped, match["title"][skipped:]
        return None

    def _around(self, low: int, first: int, high: int) -> tuple[int, int, str] | None:
        """The quote that the noun opens: « Lignes directrices relatives aux mesures de réparation … »."""
        before = self.text[max(low, first - 2) : first]
        if before.rstrip(" \u00a0\u202f")[-1:] not in tuple(OPEN) or not self.text[first].isupper():
            return None
        start = first - len(before) + min(before.index(mark) for mark in OPEN if mark in before)
        match = QUOTE.match(self.text, start, high)
        return None if match is None or match["title"].count(" ") < 2 else (start, match.end(), match["title"])

    def _described(self, low: int, first: int, last: int, end: int, language: str) -> bool:
        """An indefinite or its author's own work with a complement: "a toolkit for journalists", not "the report"."""
        if end <= last:
            return False
        before = _ARTICLE.search(self.folded, max(low, first - 40), first)
        return before is not None and " the " not in before.group()

    def _extent(self, last: int, high: int, language: str) -> int:
        """Where the description that begins before ``last`` ends."""
        match = words_of(language).stop.search(self.text, last, high)
        end = match.start() if match is not None else high
        return last + len(self.text[last:end].rstrip(" ,.;:"))

    def _unbroken(self, last: int, cue: int) -> bool:
        """No verb and no other sentence part between the noun and "entitled"."""
        between = self.text[last:cue].lower()  # with its accents: « à l'intention des agences » has no verb
        return not re.search(
            r"[;:()]|\b(?:is|are|was|were|has|have|had|est|sont|était|étaient|a|ont|avait|qui)\b", between
        )

    # -- quotes and editions -------------------------------------------------------------------------------------------

    def _quoted(self, start: int, end: int, language: str, made: Sequence[Hit]) -> Iterator[Hit]:
        """A title that stands beside the verb alone: "UNODC published “Trafficking at Sea”"."""
        for match in words_of(language).quoting.finditer(self.folded, start, end):
            quote = QUOTE.match(self.text, match.end(), end)
            if quote is None or quote["title"].count(" ") < 1 or not quote["title"][0].isupper():
                continue
            if not any(first < quote.end() and quote.start() < last for first, last, _ in made):
                yield quote.start("title") - 1, quote.end(), self._new("Publication", quote["title"], language)
        for match in words_of(language).published.finditer(self.text, start, end):
            low, high = match.span("whole")
            alone = low == start or match["led"] or self.text.startswith(_RELATIVES, high)
            if alone and not any(first < high and low < last for first, last, _ in made):
                yield low, high, self._new("Publication", match["title"], language)

    def _titles_alone(self, start: int, end: int, language: str, made: Sequence[Hit]) -> Iterator[Hit]:
        """ "Published by IOM under the title “…”": without a noun before it."""
        for cue in words_of(language).cue.finditer(self.folded, start, end):
            quote = QUOTE.match(self.text, cue.end(), end)
            if _BEHIND_SYMBOL.search(self.text, start, cue.start()) is not None:
                continue
            if quote is not None and not any(first < quote.end() and cue.start() < last for first, last, _ in made):
                yield cue.start(), quote.end(), self._new("Publication", quote["title"], language)

    def _editions(self, low: int, known: Sequence[Hit], language: str) -> Iterator[Hit]:
        """ "Global Report on Trafficking in Persons 2018": an edition of a series that is known."""
        for start, end, entity in known:
            record = records().get(entity.id)
            if entity.type != "Publication" or record is None:
                continue
            after = _YEAR_AFTER.match(self.text, end)
            before = _YEAR_BEFORE.search(self.text[max(low, start - 12) : start]) if after is None else None
            match = after or before
            if match is None:
                continue
            edition = self._edition(record, match["year"])
            first = start if after is not None else start - len(match.group())
            yield first, after.end() if after is not None else end, edition

    def _edition(self, record: Record, year: str) -> Entity:
        """The edition of that year of a known series."""
        id_ = f"publication/{slug(record.id.replace('_', ' '))}-{year}"
        for tongue, written in (("en", "{1} {0}"), ("fr", "{0} ({1})")):
            name = record.names.get(tongue, (None,))[0]
            if name is not None:
                self.register.new(id_, "Publication", tongue, f"{name} {year}")
                self.register.new(id_, "Publication", tongue, written.format(name, year))
        return self.register.entity(id_, "Publication")

    # -- helpers -------------------------------------------------------------------------------------------------------

    def _new(self, type_: str, label: str, language: str) -> Entity:
        plain = " ".join(label.split()).strip(" .,:")
        known = self._record(plain)
        if known is not None:
            return authority(known.id)
        return self.register.new(f"{type_.lower()}/{slug(plain)}", type_, language, plain)

    def _record(self, title: str) -> Record | None:
        """The record whose name the title is, as a whole."""
        hits = names.find(title, fold(title))
        return next((records()[id_] for start, end, id_ in hits if (start, end) == (0, len(title))), None)

    def _also(self, entity: Entity, language: str, label: str) -> Entity:
        if entity.id in records():
            return entity
        return self.register.new(entity.id, entity.type, language, " ".join(label.split()))

    def _in(self, start: int, end: int, language: str) -> list[tuple[int, int, str]]:
        if language not in self._nouns:
            self._nouns[language] = [*words_of(language).nouns.find(self.folded)]
        found = self._nouns[language]
        first = bisect_left(found, start, key=lambda hit: hit[0])
        return found[first : bisect_left(found, end, first, key=lambda hit: hit[0])]

    def _speaks(self, start: int, end: int, language: str) -> bool:
        """Does a word of publishing stand in the sentence?"""
        if language not in self._verbs:
            self._verbs[language] = [at for at, _, _ in words_of(language).verbs.find(self.folded)]
        first = bisect_left(self._verbs[language], start)
        return first < len(self._verbs[language]) and self._verbs[language][first] < end

    def _opens_quote(self, start: int, end: int) -> bool:
        return any(self.text.find(mark, start, end) != -1 for mark in OPEN)

    @staticmethod
    def _named(first: int, last: int, known: Sequence[Hit]) -> bool:
        """Does the noun stand inside a name?"""
        return any(start < last and first < end for start, end, _ in known)
