"""What a document calls its own things: definitions ("… (the Fund)"), and short references to what was named before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from extract.facts import Entity, unlisted_organisation
from extract.mentions.heads import table
from ontology.alternatives import any_of
from ontology.authority import records
from ontology.fold import fold
from ontology.lexicon import data
from ontology.types import is_a

_ACRONYM = re.compile(r"\s?\((?P<acronym>[A-Z][\w-]{1,20})\)")
_QUOTED = (
    r"\s?[,(]?\s?\(?(?:(?:WORDS)[ ,]*)*"
    r"[\"“«„]\s?(?:[Tt]he |[Ll]e |[Ll]a |[Ll]es |[Ll]['’])?(?P<alias>[^\"”»“]{2,60}?)\s?[\"”»]\s?\)?"
)
_PLAIN = re.compile(r"\s?\((?:hereinafter |hereafter |ci-après )?(?:the |le |la |l['’])(?P<alias>[A-Z][^()]{2,40}?)\)")
_ENGLISH_COMPLEMENT = re.compile(r" (?:of|on|for|against|to|in) ")
_NUMBER_BEHIND = re.compile(  # "Directive [2011/36/EU] of the European Parliament"
    r"(?<=[a-z]) (?:no\.? )?(?:\(\w+\) )?\d[\d/.-]*(?: ?/[a-z]+)?(?= of )"
)
_STRONG = re.compile(r"[a-z0-9]+[-‑](?:member|nation|state|country|person)")  # "the 15-member Council"
_OF_IT = re.compile(r"-(?:of|for|on|du|de|des|d|pour|sur|a|aux)-")  # behind the id of a noun alone
_CUE = re.compile(r"\(\s?(?:the |le |la |l['’])?[\"“«]")


@cache
def heads_of(record: str, language: str | None = None) -> frozenset[str]:
    """Folded head nouns under which a text, in ``language``, may come back to an authority record: 'fund' and 'trust
    fund' for UNVTF; « l'Office » is no ILO, the International Labour Office.
    """
    known = records().get(record)
    if known is None:
        return frozenset()
    return frozenset(
        noun
        for tongue in ("en", "fr")
        for name in (known.names.get(tongue, ()) if language in (None, tongue) else ())
        for noun in name_heads(name, tongue)
    )


@cache
def name_heads(name: str, language: str) -> frozenset[str]:
    """Folded head nouns of a name: those that end its part before the first complement (en), or begin it, behind its
    number (fr).
    """
    nouns = table(language).nouns
    if language == "fr":
        parts = re.split(r"(?<=')|(?= )", fold(name))
        counted = _is_ordinal(parts[0])  # « Quatrième Conférence ministérielle », « 36e réunion »
        parts = [parts[1].lstrip(), *parts[2:]] if counted and len(parts) > 1 else parts
        starts = ("".join(parts[:n]).strip() for n in range(1, len(parts) + 1))
        return frozenset(start for start in starts if start in nouns)
    parts = re.split(rf"({_ENGLISH_COMPLEMENT.pattern})", _NUMBER_BEHIND.sub("", fold(name)))
    for n in range(0, len(parts), 2):  # "Bay [of] Bengal Trust Fund [for] Survivors": the first part that has a head
        whole = "".join(parts[n:]).split(" ")
        front = len(parts[n].split(" "))
        runs = ((i, j) for i in range(front) for j in range(front, min(len(whole), front + 3) + 1))
        found = frozenset(" ".join(whole[i:j]) for i, j in runs) & nouns.keys()
        if found:
            return found
    return frozenset()


def _is_ordinal(word: str) -> bool:
    return word in table("fr").ordinals or _NTH.fullmatch(word) is not None


@cache
def feminine(record: str) -> bool | None:
    """Is the thing feminine in French, by the first word of its longest name? None where that is not known."""
    known = records().get(record)
    if known is None:
        return None
    if known.type == "State":
        return _state_feminine(known.names["fr"][0])
    return name_feminine(max(known.names.get("fr", ("",)), key=len))


def _state_feminine(name: str) -> bool:
    """« la Tchéquie », « la République de Corée », « le Gabon »: by the end of its first word, a few aside."""
    first = re.split(r"[ -]", name)[0]
    return first.endswith("e") and first not in data("heads")["masculine_states"]


def name_feminine(name: str) -> bool | None:
    """The same for a name."""
    first, _, rest = fold(name).partition(" ")
    folded = rest if _is_ordinal(first) else fold(name)  # « Quatrième Conférence ministérielle »
    heads = data("heads")
    if any(folded.startswith(fold(noun)) for noun in heads["feminine"]):
        return True
    return False if name_heads(name, "fr") or folded.startswith(("haut-", "departement")) else None


_NTH = re.compile(r"\d+(?:er|re|e|eme)")
_RULING = 6  # times as often: what the whole document is about


@dataclass(slots=True)
class Memory:
    """What has been named so far in a document, and under which aliases."""

    aliases: dict[str, Entity] = field(default_factory=dict)
    people: list[Entity] = field(default_factory=list)
    meeting: Entity | None = None  # that the document reports on
    own: tuple[Entity, frozenset[str]] | None = None  # the instrument that the document is, and nouns it goes by
    house: tuple[Entity, frozenset[str]] | None = None  # whose page or report the document is, and nouns it goes by
    heading: int = -1  # the last passage that is one
    spelled: dict[str, Entity] = field(default_factory=dict)  # id of an acronym named before its definition -> thing
    _named: dict[str, list[tuple[Entity, int]]] = field(
        default_factory=dict
    )  # head noun -> entities, with their passage
    _latest: list[tuple[Entity, int]] = field(default_factory=list)  # with their passage, the last last
    _later: list[tuple[str, Entity, frozenset[str]]] = field(default_factory=list)  # what tables name, until they end
    _announced: dict[str, bool] = field(default_factory=dict)  # id -> has it been named in headings only, as "a fund"?
    introducing: set[str] = field(default_factory=set)  # nouns that stood beside a name: "the association Voix Libre"
    _pattern: re.Pattern[str] | None = None

    @property
    def own_house(self) -> Entity | None:
        """Whose page the document is, where that is sure: organisations that are known have pages on others too."""
        return self.house[0] if self.house is not None and self.house[0].id not in records() else None

    def define(self, alias: str, entity: Entity) -> None:
        """From here on ``alias`` stands for ``entity``; the first definition of a document holds. An organisation of
        which nothing was known but the acronym ("Photo: IORCC") is what that stands for.
        """
        alias = alias.strip(" .,;:")
        bare = unlisted_organisation(alias, "").id if alias.isupper() and len(alias) > 2 else None
        if bare is not None and entity.id != bare:
            self.spelled.setdefault(bare, entity)
            if self.house is not None and self.house[0].id == bare:  # "About us | PINAHT"
                self.house = entity, frozenset(head for lang, name in entity.labels for head in name_heads(name, lang))
        if len(alias) > 1 and (alias not in self.aliases or self.aliases[alias].id == bare):
            self.aliases[alias] = entity
            self._pattern = None

    def be(self, entity: Entity, heads: frozenset[str], names: Iterable[str]) -> None:
        """The document is ``entity``: it goes by ``heads`` and bears ``names``."""
        self.own = entity, heads
        for name in names:
            self.define(name, entity)

    def later(self, alias: str, entity: Entity, heads: frozenset[str] = frozenset()) -> None:
        """Behind the table in which it stands ``alias`` stands for ``entity``, and so do ``heads`` ("the project")."""
        self._later.append((alias, entity, heads))

    def occurrences(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, Entity]]:
        """Where aliases stand in ``text[start:end]``."""
        if self._later and " ; " not in text[start:end]:
            for alias, entity, heads in self._later:
                self.define(alias, entity)
                self.remember(entity, self.heading, heads)
            self._later.clear()
        if not self.aliases:
            return
        if self._pattern is None:
            self._pattern = re.compile(rf"(?<![\w-])(?:{any_of(self.aliases)})(?![\w-])")
        for match in self._pattern.finditer(text, start, end):
            yield match.start(), match.end(), self.aliases[match.group()]

    def remember(self, entity: Entity, passage: int, heads: frozenset[str], *, announced: bool = False) -> None:
        """Note that ``entity`` was named in ``passage``, or ``announced`` as « une cellule commune » by its heading."""
        self._announced[entity.id] = announced and self._announced.get(entity.id, True)
        if entity.type == "Person":
            self.people.append(entity)
        self._latest.append((entity, passage))
        for head in heads:
            self._named.setdefault(head, []).append((entity, passage))

    def listed(self) -> list[Entity]:
        """The things of the authority files that have been named so far."""
        return [*{one.id: one for one, _ in self._latest if one.id in records()}.values()]

    def introduce(self, entity: Entity, passage: int, nouns: frozenset[str]) -> None:
        """Note the ``nouns`` that tell what ``entity`` is, beside its name: "Porto Sicuro, a charity in Palermo"."""
        self.introducing |= nouns
        for noun in nouns:
            self._named.setdefault(noun, []).append((entity, passage))

    def resumed(self, type_: str, passage: int) -> Entity | None:
        """What "this initiative", "the workshop" takes up: the one thing of that type named so far in ``passage``."""
        here = {}
        for entity, place in reversed(self._latest):
            if place != passage:
                break
            if is_a(entity.type, type_):
                here[entity.id] = entity
        return next(iter(here.values())) if len(here) == 1 else None

    def only(self, type_: str) -> Entity | None:
        """The one thing of that type that the document has named so far, None where it has named more."""
        named = {entity.id: entity for entity, _ in self._latest if is_a(entity.type, type_)}
        return next(iter(named.values())) if len(named) == 1 else None

    def main(self, type_: str) -> Entity | None:
        """The thing of that type that the document has named most often so far; of several, the first."""
        counts = Counter(entity for entity, _ in self._latest if is_a(entity.type, type_)).most_common(1)
        return counts[0][0] if counts else None

    def headed(self, type_: str) -> Entity | None:
        """The one thing of that type that has been named since the last heading, or in it; none without headings."""
        named = {entity.id: entity for entity, place in self._latest if 0 <= self.heading <= place}
        found = [entity for entity in named.values() if is_a(entity.type, type_)]
        return found[0] if len(found) == 1 else None

    def knows(self, head: str) -> bool:
        """Has anything been named under this noun?"""
        return fold(head) in self._named

    def short(self, head: str, passage: int, *, same: bool = False, body: bool = False) -> Entity | None:
        """What « le Groupe », "the Fund" stands for in ``passage``: what was named last under this noun, if certain;
        "the ``same`` Decision" is the first of several that it has named. A ``body`` is none of its meetings: "the
        General Assembly", behind "the ninth General Assembly".
        """
        named = self._named.get(fold(head))
        bodies = [(entity, place) for entity, place in named or () if entity.type != "Meeting"] if body else []
        named = bodies or named
        candidates = [(entity, place) for entity, place in named or () if not self._announced[entity.id]] or named
        candidates = _whole(candidates or ())
        here = {entity.id for entity, place in candidates or () if place == passage}
        if self.own is not None and fold(head) in self.own[1]:
            return None if here - {self.own[0].id} else self.own[0]
        if self.house is not None and fold(head) in self.house[1]:
            house = self.house[0].id
            others = {entity.id for entity, _ in candidates or ()} - {house}
            listed = all(other in records() for other in others)  # UNICEF is the Children's Fund, and not "the Fund"
            apart = all(place < self.heading for entity, place in candidates or () if entity.id != house)
            if (listed or apart) and (house not in records() or not here - {house}):
                return self.house[0]
        if not candidates:
            return None
        headed = [entity for entity, place in candidates if place == self.heading]
        if headed and {entity.id for entity, place in candidates if place >= self.heading} == {headed[-1].id}:
            return headed[-1]  # « V. Convention du Conseil de l'Europe »: « la Convention » below is no other
        latest, where = candidates[-1]
        names = sorted({entity.id for entity, _ in candidates})
        known = {name: next(start for start in names if _begins(name, start)) for name in names}
        counts = Counter(known[entity.id] for entity, _ in candidates)  # "Global Fund for Reparation (of Survivors)"
        if len(counts) == 1:
            return latest
        often, seldom = counts.most_common(2)
        ruling = often[1] >= _RULING * seldom[1]  # the letter of a committee that cites another once
        if often[1] >= 3 and often[1] >= 3 * seldom[1] and (passage != where or ruling):
            return next(entity for entity, _ in candidates if known[entity.id] == often[0])  # what it is about
        if passage != where and counts[known[latest.id]] < often[1]:
            return None  # what the document speaks of most may be meant again
        if same and passage == where:
            return next(entity for entity, place in candidates if place == where)
        rivals = {known[entity.id] for entity, place in candidates if place == where} - {known[latest.id]}
        return latest if not rivals and passage - where <= 3 else None


def _whole(candidates: Sequence[tuple[Entity, int]]) -> list[tuple[Entity, int]]:
    """What is named by its noun alone ("Steering Committee", above the text) is the one that is named in full."""
    ids = {entity.id: entity for entity, _ in candidates}
    full: dict[str, list[Entity]] = {
        start: [ids[i] for i in ids if _OF_IT.match(i[len(start) :]) and i.startswith(start)] for start in ids
    }
    for bare in (i for i in ids if i.count("/") == 2):  # of the document: "The Network" above "the Ports Network"
        full[bare] = _announced_by([place for entity, place in candidates if entity.id == bare], bare, candidates)
    return [(full[entity.id][0] if len(full[entity.id]) == 1 else entity, place) for entity, place in candidates]


def _announced_by(places: Sequence[int], bare: str, candidates: Sequence[tuple[Entity, int]]) -> list[Entity]:
    """What the noun alone, at ``places``, stood for where that was named in full only later, and not less often."""
    type_ = bare.split("/")[1]
    named = [(entity, place) for entity, place in candidates if entity.id.startswith(f"{type_}/")]
    known = {entity.id: entity for entity, place in named}
    before = bool(named) and max(places) < min(place for _, place in named) and len(places) <= len(named)
    return [*known.values()] if before else []


def _begins(name: str, start: str) -> bool:
    """Is ``start`` the id ``name``, or that of a shorter name of several words for the same thing?"""
    several = start.count("-") > (0 if start.startswith("meeting/") else 2)
    return name == start or (several and name.startswith(f"{start}-"))


def definition(text: str, end: int, stop: int) -> str | None:
    """The alias that brackets or "hereinafter" right behind ``end`` define, or None."""
    if text[end : end + 2].lstrip()[:1] not in ("(", ",", "h", "c", "“", "«", '"'):
        return None
    tail = text[end : min(stop, end + 110)]
    match = _ACRONYM.match(tail) or _PLAIN.match(tail)
    if match is not None:
        return match.group(1)
    opened = tail.lstrip(" ,(")
    if not tail.lstrip().startswith("(") and not _CUE.match(opened) and not opened.startswith(_cues()):
        return None
    match = _quoted().match(tail)
    return match["alias"] if match is not None else None


@cache
def _quoted() -> re.Pattern[str]:
    listed = sorted(data("heads")["definition"]["words"], key=lambda word: (-len(word), word))
    return re.compile(_QUOTED.replace("WORDS", any_of(listed)))


@cache
def _cues() -> tuple[str, ...]:
    return tuple(data("heads")["definition"]["cues"])


def is_definite(text: str, start: int, language: str) -> bool:
    """Does a definite article or demonstrative stand before ``start``, "new" and the like aside?"""
    before = fold(text[max(0, start - 24) : start])
    for word in reversed(before.split()):
        if word not in table(language).empty and not _STRONG.fullmatch(word):
            break
        before = before[: before.rindex(word)]
    if language == "en":
        return re.search(r"(?:^|\W)(?:the|this|that|said|our)\s$", before) is not None
    if text[start : start + 1].isupper() and re.search(r"(?:^|\W)(?:les|ces|aux|lesdits|lesdites)\s$", before):
        return True  # « il applique les Lignes directrices »
    return re.search(r"(?:^|\W)(?:le|la|du|au|ce|cet|cette|ledit|ladite|dudit|notre)\s$|l'$", before) is not None
