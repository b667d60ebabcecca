"""Programmes by their names: the project “Open Roads”, « l'initiative Éducation pour la justice »."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from extract.facts import Entity
from extract.mentions import names, unquoted
from extract.mentions.describing import Hit
from extract.mentions.entities import Register, is_known_word, slug
from extract.mentions.french_tails import tail
from extract.mentions.known import authority
from extract.mentions.phrases import Phrases
from extract.mentions.references import Memory
from ontology.alternatives import any_of
from ontology.fold import fold
from ontology.lexicon import data, frames
from ontology.types import is_a

_CAPITAL = r"(?:(?:al|el|es|as|ad)-(?=[A-Z]))?[A-ZÀ-ÖØ-Ý#][^\W_]*(?:[-’'.][^\W_]+)*"  # "Bayt al-Amal"
_LINKS = "of|for|to|in|at|on|the|de|du|des|pour|la|le|sans|à|and|et|en|au|aux"
_RUN = rf"(?P<name>{_CAPITAL}(?: (?:(?:{_LINKS}) )*{_CAPITAL}){{0,5}})"
_QUOTED = r"(?:[“«„\"]\s?|(?<!\w)[‘'](?=[A-ZÀ-Ý]))(?P<name>[^“”«»\"„]{2,90}?)(?:\s?[”»\"]|[’'](?=[\s,.;:)]|$))"
_SMALL = r"(?: [^\W\d_A-ZÀ-Ý][^\W\d_]*){0,5}?"
_SMALL_WORDS = r"(?:(?:of|for|de|del|la|y|the|and|to|a|an|in|at|on|with|without|from|by|into|beyond) ){0,3}"
_MARKS = re.compile(r"[“”«»„\"]|(?<!\w)[‘'](?=\w)|(?<=\w)[’'](?=\s|$)|, ")
_BEHIND = {
    "en": re.compile(
        rf"(?:{_SMALL},? (?:called|entitled|named|titled|known as|dubbed)|,)?\s?{_QUOTED}"
        rf"|,? (?:called|entitled|named|titled|known as|dubbed) (?P<run>{_CAPITAL}(?: {_SMALL_WORDS}{_CAPITAL}){{0,9}})"
    ),
    "fr": re.compile(
        rf"(?:{_SMALL},? (?:intitulée?|dénommée?|appelée?|baptisée?|nommée?)|,"
        rf"|(?: (?!(?:de|du|des|est|a|sur|pour)\b)[a-zà-ÿ-]+){{1,2}})?\s?{_QUOTED}"
        rf"|\s(?:(?:intitulée?|dénommée?|appelée?|baptisée?|nommée?) )?{_RUN.replace('name', 'run')}"
    ),
}
# "the project PROMIS", "the programme Puertas Abiertas"
_RUN_BEHIND = re.compile(rf" {_RUN}(?=[,.;:)]|$| (?:[a-z(]))")
_QUOTE_BEFORE = re.compile(rf"{_QUOTED}[ -](?:joint |regional |pilot |global )?$")
_RUN_BEFORE = re.compile(
    rf"(?:^|(?<= ))(?:[Tt]he|[Ii]ts|[Tt]heir|[Uu]nder|[Aa]|\S+[’']s?) {_RUN} (?:joint |regional |pilot |global )?$"
)
_OWNER = r"(?:the )?[A-Z][\w-]*(?: [A-Z][\w-]*){0,4}[’'](?:s|(?<=s[’']))"
# no name: "its Regional Programme for Afghanistan"
_SCOPE = re.compile(r"(?:(?:Joint|Regional|Subregional|National|Global|Country|Special|Pilot|Flagship)(?: |$))+")
# "Open Harbours is the largest [project] in …", "is the Fund's [project]", « Escale bleue, une [initiative] de … »
_SAID_BEFORE = {
    language: re.compile(
        rf"(?<![\w’'-])(?:{_QUOTED}|{_RUN.replace('name', 'run')}{small})(?: \([^()]*\))?"
        rf"(?:(?:,| [–—]| {be}) (?:{articles})\s?(?:[^\W\d_A-ZÀ-Ý][\w’'-]* |[A-Z]{{2,}} ){{0,4}}"
        rf"|(?<=[»”\"])(?:,| [–—]) {bare})$"
    )
    for language, be, articles, bare, small in (
        ("en", "(?:is|was)", rf"an?|the|its|their|our|{_OWNER}", "", "(?P<small>(?!))?"),
        # « Traces, projet que », « Rives sûres, un projet »; not « Vinojug, a salué le projet »
        ("fr", "(?:est|était)", "une?|la|le|son|sa|leur|notre|l['’]", "|, ", "(?P<small> [a-zà-ÿœ]{3,})?"),
    )
}
_TOLD = re.compile(r" ?: (?=[a-zà-ÿ])")  # and not "Project Manager: Anna Berg"
_LABEL = re.compile(rf"(?:The )?(?!The ){_RUN} ")
_LABELLED = re.compile(rf" (?P<name>[A-ZÀ-Ý#][\w’'-]*(?: [\w’'-]+){{0,6}}){_TOLD.pattern}")
_ADJECTIVE = (
    r"[a-zà-ÿ-]+(?:al|ale|el|elle|ique|aire|ain|aine|ien|ienne|if|ive|ier|ière|é|ée)|conjointe?|commune?|phare|pilote"
)
_SAID_BEHIND = re.compile(
    rf"(?: (?:{_ADJECTIVE})(?= de | d['’]| du | des |,)){{0,2}}"  # « un programme [régional] de l'OIM »
    r"(?=[,.;)]|$| (?:of|by|that|which|to|for|in|on|with|now|under|whose|run|led|against"
    r"|de|du|des|d|qui|que|dont|en|au|à|sur|pour|mis|conduit|contre"
    r"|\w+ed|\w+ing|\w+ées?|\w+és?|\w+ant)\b| d['’]| qu['’])"
)
_INDEFINITE = re.compile(r" (?:an?|une?) ")
_LED = re.compile(r"(?:Under|Through|Since|Within|During|Via|Sous|Dans|Depuis|Par) ")  # before a name, not of it
_ARTICLE = re.compile(r"(?:(?:The|La|Le|Les) |L['’])(?=\S+ \S)")
_ALONE = re.compile(r"[,–—][^A-Z]*$")  # and not "Calm Water, an IOM project"
_ALONE_AGAIN = r"(?:(?<=[.!?] )|(?<=\n)|(?<=, )){name} (?!(?:et|and|ou|or|de|du|of|où|where|en|in|à|pour|for) )[a-zà-ÿ]"
_OWNED = ("'s", "’s", "s'", "s’")
_RELIED = ("on", "by", "through", "with", "under", "via", "sur", "par", "avec")
_ACRONYM = 3  # letters of capitals that may stand for anything
_OPENING = 200  # characters in which a text takes up the line above it


class Projects:
    """Finds the named programmes of one document that no list knows; they go to ``register`` and ``memory``."""

    def __init__(self, text: str, folded: str, register: Register, memory: Memory) -> None:
        self.text = text
        self.folded = folded
        self.register = register
        self.memory = memory
        self._nouns: dict[str, list[tuple[int, int, str]]] = {}

    def find(self, start: int, end: int, language: str, known: Sequence[Hit]) -> list[Hit]:
        """Programmes named in the sentence ``[start, end)``; ``known`` holds its other names."""
        return [
            hit
            for first, last, form in self._in(start, end, language)
            for hit in self._project(start, first, last, end, form, language, known)
        ]

    def _project(
        self, low: int, first: int, last: int, high: int, form: str, language: str, known: Sequence[Hit]
    ) -> Iterator[Hit]:
        if any(start < last and first < end and is_a(entity.type, "Programme") for start, end, entity in known):
            return
        type_ = _table(language)[1][form]
        label = self._label(low, first, last, high, language)
        if label is not None and self._is_free(*label, known):
            name = self.text[label[0] : label[1]]
            start, end = min(first, label[0]), max(last, label[1])
            yield start, end, self._entity(type_, name, self.text[start:end], language)
            return
        match = _BEHIND[language].match(self.text, last, high)
        if match is not None:
            quoted = match["name"] is not None
            stop = match.end() if quoted else self._end(match, high, language, known)
            name = match["name"] if quoted else self.text[match.start("run") : stop]
            if quoted or self._is_free(match.start("run"), stop, known):
                yield first, stop, self._entity(type_, name, self.text[first:stop], language)
                return
        if language == "en":
            run = _RUN_BEHIND.match(self.text, last, high)
            if run is not None and self._is_own(first, run, known):
                stop = self._own_end(run, known)
                name = self.text[run.start("name") : stop]
                yield first, stop, self._entity(type_, name, self.text[first:stop], language)
                return
            yield from self._before(low, first, last, type_, known)
        yield from self._said(low, first, last, high, type_, language, known)

    def _label(self, low: int, first: int, last: int, high: int, language: str) -> tuple[int, int] | None:
        """The name in a label that opens a line: "Fair Crossings programme: launched in 2023 by …", « Programme Sortir
        de la servitude : lancé … ».
        """
        if language == "fr":
            match = _LABELLED.match(self.text, last, high) if first == low else None
            return match.span("name") if match is not None else None
        run = _LABEL.fullmatch(self.text, low, first)
        return run.span("name") if run is not None and _TOLD.match(self.text, last, high) else None

    def _end(self, match: re.Match[str], high: int, language: str, known: Sequence[Hit]) -> int:
        """Where the name without quotation marks in ``match`` ends."""
        start, end = match.span("run")
        closed = unquoted.cut(self.text, start, end, language, known)
        if language == "en" or closed < end:
            return closed
        titled = unquoted.sentence_case(self.text, start, end, high, language)
        return titled if titled > end else tail(self.text, end, high)

    def _own_end(self, run: re.Match[str], known: Sequence[Hit]) -> int:
        """Where "the programme Open Doors [in Senegal]" ends; of "the project Women in Mali" nobody knows."""
        start, end = run.span("name")
        stop = unquoted.cut(self.text, start, end, "en", known)
        return stop if " " in self.text[start:stop] or self.text[start:stop].isupper() else end

    def _said(
        self, low: int, first: int, last: int, high: int, type_: str, language: str, known: Sequence[Hit]
    ) -> Iterator[Hit]:
        """ "launched Dignity at the Loom, a programme …": a name that the text says is a programme; from here on it is
        one wherever it stands.
        """
        base = max(low, first - 110)
        match = _SAID_BEFORE[language].search(self.text[base:first])
        if match is None or not _SAID_BEHIND.match(self.text, last, high):
            return
        group = "name" if match["name"] else "run"
        if group == "run" and self.text[first].isupper():
            return  # "Active in Ghana and Thailand, the Initiative"
        start, end = base + match.start(group), base + match.end(group)
        if match["small"] is not None:
            end = tail(self.text, end, high)
            if end != base + match.end("small"):
                return
        if group == "run":  # "Launch of Open Pier, our project"
            begun = _begun(language).match(self.text, start, end)
            begun = begun or (_LED.match(self.text, start, end) if start == low else None)
            start = start if begun is None else begun.end()
            article = _ARTICLE.match(self.text, start, end)  # "The Blue Heart Campaign is a programme"
            start = start if article is None else article.end()
        name = self.text[start:end]
        if group == "run" and not (self._is_free(start, end, known) and self._is_name(low, name, start, language)):
            return
        noun = self.text[first:last]
        label = f"{name} {noun}" if language == "en" else f"{noun} {name}"
        entity = self._entity(type_, name, label, language)
        self.memory.define(name, entity)
        apposed = _ALONE.search(self.text[end:first]) is not None  # "Dignity at the Loom, a programme": one thing
        low = start if group == "run" else base + match.start()
        yield low, last if apposed else (end if group == "run" else end + 1), entity
        if not apposed and not _INDEFINITE.search(self.text, end, first):
            yield first, last, entity  # "Keys Back is our [programme] on passports": no programme without a name

    def _before(self, low: int, first: int, last: int, type_: str, known: Sequence[Hit]) -> Iterator[Hit]:
        """The “Safe Harbours” project", "the PROTECT project"."""
        base = max(low, first - 90)
        front = self.text[base:first]
        match = _QUOTE_BEFORE.search(front)
        if match is not None:
            yield base + match.start(), last, self._entity(type_, match["name"], None, "en")
            return
        match = _RUN_BEFORE.search(front)
        if match is not None and _SCOPE.fullmatch(match["name"]):
            return
        owned = match is not None and match["name"].endswith(_OWNED)  # "the Fund's programme"
        if match is not None and not owned and self._is_free(base + match.start("name"), first, known):
            label = self.text[base + match.start("name") : last]
            yield base + match.start("name"), last, self._entity(type_, match["name"], label, "en")

    def _is_own(self, first: int, run: re.Match[str], known: Sequence[Hit]) -> bool:
        """A name behind the noun in small letters: several words, capitals alone, or a word that is not common."""
        name = run["name"]
        small = self.text[first].islower() and self._is_free(run.start("name"), run.end(), known)
        return small and (" " in name or name.isupper() or not is_known_word(fold(name), "en"))

    def _is_free(self, start: int, end: int, known: Sequence[Hit]) -> bool:
        """No other name ("the IOM project"), unless a place that is a part of it ("the Sahel Justice Programme")."""
        return not any(
            first < end
            and start < last
            and not (is_place(entity) and last - first < end - start - 1)
            and not (is_a(entity.type, "Programme") and start <= first and last <= end)
            for first, last, entity in known
        )

    def entity(self, name: str, noun: str, language: str) -> Entity:
        """The programme of that name, which the text calls by ``noun``."""
        label = f"{name} {noun}" if language == "en" else f"{noun} {name}"
        return self._entity(_table(language)[1][fold(noun)], name, label, language)

    def _entity(self, type_: str, name: str, label: str | None, language: str) -> Entity:
        plain = " ".join(name.split()).strip(" .,")
        whole = [id_ for start, end, id_ in names.find(plain, fold(plain)) if (start, end) == (0, len(plain))]
        if whole and is_a(authority(whole[0]).type, "Programme"):
            return authority(whole[0])
        id_ = f"programme/{slug(plain)}"
        alone = " " in plain or plain.isupper() or self._stands_alone(plain)
        recased = self._recased(plain) if alone else []
        for written in (*recased, plain):
            self.register.new(id_, type_, language, written)
        if label is not None:
            self.register.new(id_, type_, language, " ".join(_MARKS.sub(" ", label).split()))  # « projet Ports sûrs »
        for written in (plain, *recased) if alone else ():  # “Safe Harbours” alone, later on
            self.memory.define(written, self.register.entity(id_, type_))
        return self.register.entity(id_, type_)

    def _stands_alone(self, name: str) -> bool:
        """Does the text go on with a name of one word: "the project Ylang … Ylang runs in", « , Ylang intervient »? No
        word that it has in small letters too.
        """
        if len(name) < _ACRONYM or not name.isalpha():
            return False
        small = re.search(rf"(?<![\w’'-]){re.escape(name.lower())}(?![\w-])", self.text)
        return small is None and re.search(_ALONE_AGAIN.format(name=re.escape(name)), self.text) is not None

    def _recased(self, name: str) -> list[str]:
        """How else the text writes what a title has in capitals: “CROSSING POINTS”, and "Crossing Points" below it."""
        if not name.isupper() or " " not in name:
            return []
        found = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", self.text, re.IGNORECASE)
        return sorted({one.group() for one in found if one.group()[0].isupper() and not one.group().isupper()})

    def _is_name(self, low: int, name: str, start: int, language: str) -> bool:
        """Two words with capitals, or one that no list of words knows behind a verb or a preposition that leads to no
        place: "launched Tisamale, a …", « s'appuie sur Traces, projet que … ».
        """
        if " " in name or (name.isupper() and len(name) > _ACRONYM):
            return True
        before = self.folded[max(low, start - 12) : start].split()
        led = bool(before) and (before[-1].endswith(("ed", "e", "es", "ees")) or before[-1] in _RELIED)
        return start > low and led and not is_known_word(fold(name), language)

    def headed(self, start: int, end: int, after: int, language: str) -> list[Hit]:
        """The name that is a line of its own above a text that begins ``after`` it with "this initiative", "a joint
        programme of …".
        """
        name = self.text[start:end]
        match = _opening(language).match(self.text, after, after + _OPENING)
        words = name.split()
        titled = all(word[0].isupper() or word[0] in '#“«"' or len(word) < 4 for word in words)
        telling = len(words) > 1 or not name.isalpha() or name.isupper()
        if match is None or len(words) > 6 or not titled or not telling or name[-1] in ".:;?!":
            return []
        noun = match["noun"]
        plain = name.strip('“”«»" ')
        label = f"{plain} {noun}" if language == "en" else f"{noun} {plain}"
        return [(start, end, self._entity(_table(language)[1][fold(noun)], plain, label, language))]

    def _in(self, start: int, end: int, language: str) -> list[tuple[int, int, str]]:
        if language not in self._nouns:
            self._nouns[language] = [*_table(language)[0].find(self.folded)]
        found = self._nouns[language]
        first = bisect_left(found, start, key=lambda hit: hit[0])
        return found[first : bisect_left(found, end, first, key=lambda hit: hit[0])]


def is_place(entity: Entity) -> bool:
    """A State, region or city."""
    return entity.type == "State" or is_a(entity.type, "Place")


def project_nouns(language: str) -> frozenset[str]:
    """The folded nouns of programmes."""
    return frozenset(_table(language)[1])


@cache
def _begun(language: str) -> re.Pattern[str]:
    """ "Launch of", « Lancement de »: what came of a programme, before its name."""
    nouns = {noun for frame in frames() if frame.kind == "programmes" for noun in frame.nouns[language]}
    joint = "of" if language == "en" else "(?:de|du|des)"
    return re.compile(rf"(?:{any_of(nouns)}) {joint} ", re.IGNORECASE)


@cache
def _opening(language: str) -> re.Pattern[str]:
    nouns = any_of(data("works")[language]["projects"]["Programme"])
    led = "[Tt]his|[Aa]n?" if language == "en" else "[Cc]et(?:te)?|[Cc]e|[Uu]ne?"
    return re.compile(rf"(?:[^.;:]{{0,120}}?, )?(?:{led}) (?:[^\W\d_A-Z][\w-]* ){{0,3}}?(?P<noun>{nouns})\b")


@cache
def _table(language: str) -> tuple[Phrases, dict[str, str]]:
    """Nouns of programmes in small letters or large, and the type of each."""
    types = {fold(noun): type_ for type_, nouns in data("works")[language]["projects"].items() for noun in nouns}
    return Phrases(types), types
