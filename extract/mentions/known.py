"""The names that lists and grammars know: authority names, symbols, and phrases for the document itself."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from extract.document import Document
from extract.facts import Entity
from extract.mentions import french_words, names, symbols, targets
from extract.mentions.describing import Hit, is_body
from extract.mentions.english_words import has_subject, is_abstract
from extract.mentions.entities import is_known_word, slug
from extract.mentions.heads import is_organisation, table
from extract.mentions.own import organ, siblings
from extract.mentions.phrases import Phrases
from ontology.alternatives import any_of
from ontology.authority import find_record, records
from ontology.fold import fold
from ontology.lexicon import LANGUAGES, data
from ontology.types import is_a, is_any

_GOVERNMENT = re.compile(
    r"(?:government|gouvernement|authorities|autorites)s? (?:of the |of |de la |de l'|du |des |de |d')$"
)
_OWN_GOVERNMENT = re.compile(r"'s government\b")
_OF_ORGAN = re.compile(r" (?:of the |de la |de l['’]|du )")
_WORD = re.compile(r"[^\W\d_]+")
_CAPITAL_BEFORE = re.compile(r"(?<![\w-])([A-Z][a-z]+(?:-[a-z]+)*) $")
_ACRONYM_BEFORE = re.compile(r"(?<![\w-])([A-Z][A-Za-z]*[A-Z][\w-]*)(?:['’]s)? $")
_WORD_BEFORE = re.compile(r"(?<![\w-])([^\W\d_]+(?:-[^\W\d_]+)?) $")
_MORE = re.compile(r" and ([A-Z][a-z]+(?: [A-Z][a-z]+)?)")
_ONE = re.compile(r"(?:^|\W)(?:l'|the |an? |une |cette )$")
_NAME = re.compile(r" (?:[“«\"] ?)?[A-ZÀ-Ý][^\W\d_]*[a-zà-ÿ]")
_SURNAME = re.compile(r" ([A-ZÀ-Ý][^\W\d_]+)(?!\w)")
_HOUSES = ("Fund", "Collaboration", "Programme", "Treaty")  # whose bodies have their names: "Board of Trustees of …"
_SIGNS = ("$", "€", "£")  # "US$"
_SUBJECT = {
    "en": re.compile(r" (?:on|against|concerning|relating to) (?:the )?(?P<subject>[A-Z][\w-]+(?: [A-Z][\w-]+)*)"),
    "fr": re.compile(
        r" (?:sur l[ea]s? |sur l['’]|relative? (?:à l[ea]s? |à l['’]|aux? ))"
        r"(?P<subject>[a-zà-ÿœ-]+(?: [a-zà-ÿœ-]+){0,3})"
    ),
}
_TOLD = re.compile(
    r" (?:on|against|for|concerning|relating|sur|contre|pour|relati[fv]e?)\b"
)  # the name says its subject
_COLON = re.compile(r"[ \u00a0]?: (?=\S)")
_STEM = 5  # letters in which "displaced" and "displacement" agree
_OF = re.compile(r" (?:adjointe? )?(?:of (?:the )?|de la |de l'|du |des |de |d')")
_POSSESSED = re.compile(r"(?<!\w)(?:(?:its|their|our|sa|son|leur|notre) (?:[^\W_]+ )?|annual )$")
_COUNTED = re.compile(
    r"(?<!\w)(?:(?:its|their|sa|son|leur) [^\W_]+(?:th|st|nd|rd|ieme|e) |(?:our|notre) (?:[^\W_]+ )?)$"
)
_ASSEMBLY = "General_Assembly"
_YEARLY = re.compile(r" (?:annuelle|ordinaire|extraordinaire|constitutive|elective)(?!\w)")


def _is_given(text: str, start: int, end: int) -> bool:
    """« [Dominique] Ouattara », "[Jordan] Banda": the given name of somebody, and no State."""
    following = _SURNAME.match(text, end) if text[start:end] in data("heads")["given_of_states"] else None
    return following is not None and not is_known_word(fold(following[1]), "en")


@cache
def _currencies() -> Phrases:
    """ "United States dollars", « dollars des États-Unis »: no State is named in them."""
    listed = (named for language in LANGUAGES for named in data("quantities")[language]["money"].values())
    return Phrases(phrase for named in listed for phrase in named if " " in phrase)


@cache
def _french() -> frozenset[str]:
    """The acronyms that only French has: "PAM", "CPI", "BIT" are something else in English."""
    english = {name for record in records().values() for name in record.names.get("en", ())}
    french = (name for record in records().values() for name in record.names.get("fr", ()))
    return frozenset(name for name in french if name.isupper() and name not in english)


def _is_english(document: Document, offset: int) -> bool:
    """Does the passage at ``offset`` of a document without French stand in English?"""
    passages = document.passages
    at = bisect_right(passages, offset, key=lambda passage: passage.start) - 1
    alone = all(part.language == "en" for part in document.parts)
    return at >= 0 and alone and passages[at].language == "en"


class Known:
    """The known names of one document, found once in the whole text."""

    def __init__(self, document: Document, folded: str, own: Entity) -> None:
        self.folded = folded
        self.text = text = document.text
        self._money = [(start, end) for start, end, _ in _currencies().find(folded)]
        hits = [*self._siblings(siblings(organ(document)))]
        hits += [
            (start, end, authority(record))
            for start, end, record in names.find(text, folded)
            if text[end : end + 1] not in _SIGNS
            and not _is_given(text, start, end)
            and not any(first <= start < last for first, last in self._money)
            and not (text[start:end] in _french() and _is_english(document, start))
        ]
        series = symbols.series_of(document.id) if document.symbol is not None else ""
        cited = symbols.find(text, own=symbols.organ_of(document.id), series=series)
        hits += [(found.start, found.end, Entity(found.id, found.type)) for found in cited]
        hits += [(start, end, own) for start, end, _ in _self_phrases().find(folded)]
        hits += targets.find(folded)
        self._hits = _with_branches(_with_organs(sorted(hits, key=lambda hit: (hit[0], -hit[1])), text), text)
        self._starts = [hit[0] for hit in self._hits]

    def _siblings(self, known: dict[str, str]) -> Iterator[Hit]:
        """ "the General Assembly" in a resolution of the Organization of American States."""
        found = Phrases(known).find(self.folded) if known else ()
        yield from ((start, end, authority(known[name])) for start, end, name in found if self.text[start].isupper())

    def currencies(self, start: int, end: int) -> list[tuple[int, int]]:
        """Where "United States dollars" and the like stand in ``[start, end)``."""
        return [(first, last) for first, last in self._money if start <= first < end]

    def between(self, start: int, end: int) -> list[Hit]:
        """Those that stand in ``[start, end)``."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        return [hit for hit in self._hits[first:last] if hit[1] <= end]

    def nested(self, start: int, end: int) -> Iterator[Hit]:
        """Names inside the name that stands at ``[start, end)``: the Convention in the Protocol's full name, the
        resolution in that of a committee.
        """
        for first, last, record in names.nested(self.folded[start:end]):
            yield start + first, start + last, authority(record)
        within = self.between(start, end) if any(letter.isdigit() for letter in self.text[start:end]) else ()
        yield from (hit for hit in within if hit[2].type == "Resolution" and hit[0] > start)

    def whose(self, hits: Sequence[Hit]) -> Iterator[Hit]:
        """Whose the meetings and bodies among ``hits`` are, by their names: "High-level Meeting of the General Assembly
        on …", "Board of Trustees of the [Trust Fund]".
        """
        for start, end, one in hits:
            for within in self.nested(start, end):
                funded = is_a(one.type, "Organization") and within[1] == end and is_any(within[2].type, _HOUSES)
                if one.type == "Meeting" or (funded and within[0] > start):
                    yield within

    def settled(self, hits: list[Hit], low: int) -> list[Hit]:
        """The outermost of ``hits``, none before ``low``: without what is another's, governments as States."""
        return self._governments(self._own(_outermost(hits)), low)

    def unqualified(self, hits: list[Hit], language: str) -> list[Hit]:
        """Without "the Interdepartmental Working Group on Trafficking in Persons": another than a list knows."""
        kept = [hit for hit in hits if not (hit[2].type == "ActorGroup" and self._bears_name(hit))]
        kept = [hit for hit in kept if not (hit[2].type == "Treaty" and self._is_namesake(hit, language))]
        kept = [hit for hit in kept if not (hit[2].type == "Office" and (self._is_surname(hit) or self._is_label(hit)))]
        kept = [hit for hit in kept if not (is_a(hit[2].type, "Instrument") and self._is_counted(hit, language))]
        return [hit for hit in kept if language != "en" or not self._is_qualified(hit)]

    def _is_surname(self, hit: Hit) -> bool:
        """ "Amy [Pope]": behind a given name, no office."""
        before = _WORD_BEFORE.search(self.text, max(0, hit[0] - 24), hit[0])
        named = before is not None and before[1][0].isupper() and not is_known_word(fold(before[1]), "en")
        return named and self.folded[hit[0] : hit[1]] in data("heads")["surnames"]

    def _is_label(self, hit: Hit) -> bool:
        """« Secrétaire général : Michel Roy » in a list of officers: of whom else the page speaks, not of the United
        Nations.
        """
        alone = self.folded[hit[0] : hit[1]].replace("-", " ") in ("secretaire general", "secretary general")
        before = self.text[max(0, hit[0] - 4) : hit[0]].rstrip(" *•-–")
        opens = before == "" or before[-1] == "\n"
        return alone and opens and _COLON.match(self.text, hit[1]) is not None

    def _bears_name(self, hit: Hit) -> bool:
        """« l'[ONG] Kono Mali », "the [NGO] Sauti": one of the group, by its name."""
        one = self.text[hit[0] : hit[1]].isupper() and _ONE.search(self.folded, max(0, hit[0] - 5), hit[0]) is not None
        return one and _NAME.match(self.text, hit[1]) is not None

    def _is_counted(self, hit: Hit, language: str) -> bool:
        """ "the Third [Work Plan against Trafficking in Persons]", « le deuxième [Plan d'action mondial] »: another of
        them, where neither has it for its name.
        """
        before = _WORD_BEFORE.search(self.text, max(0, hit[0] - 24), hit[0])
        number = table(language).ordinals.get(fold(before[1]), 0) if before is not None else 0
        return before is not None and (number > 0 if before[1][0].isupper() else number > 1 and hit[2].type == "Plan")

    def _is_namesake(self, hit: Hit, language: str) -> bool:
        """ "the [Palermo Convention] on Displaced Herders": another one, since no name of that convention says so; but
        "the Istanbul Convention on Preventing Violence", "ratified the Palermo Convention on Monday".
        """
        record, about = find_record(hit[2].id), _SUBJECT[language].match(self.text, hit[1])
        if record is None or about is None or _TOLD.search(self.folded, hit[0], hit[1]):
            return False
        subject = fold(about["subject"]).split(" ")
        told = {word[:_STEM] for listed in record.names.values() for name in listed for word in fold(name).split(" ")}
        of = subject[-1] if language == "en" else subject[0]
        named = is_abstract(of) if language == "en" else of not in french_words.listed("circumstances")
        return named and of[:_STEM] not in told

    def _is_qualified(self, hit: Hit) -> bool:
        before = _CAPITAL_BEFORE.search(self.text, max(0, hit[0] - 30), hit[0])
        if before is None or not is_any(hit[2].type, ("Body", "Collaboration")):
            return False
        word = fold(before[1])
        return word in table("en").modifiers and word not in table("en").empty

    def _own(self, hits: list[Hit]) -> list[Hit]:
        """Without another body's: "Secretary-General of ICAO" is not the Secretary-General, nor is "Commission on
        Human Rights of Peru" that of the United Nations."""
        starts = {start: entity for start, _, entity in hits}
        ends = {end: entity for _, end, entity in hits}
        kept = []
        for hit in hits:
            of = _OF.match(self.folded, hit[1]) if hit[2].type == "Office" or is_body(hit[2]) else None
            owner = starts.get(of.end()) if of is not None else None
            if of is not None and is_body(hit[2]) and (_is_group(owner) or self._is_people(of.end())):
                continue  # « l'Assemblée générale des survivants »
            if is_body(hit[2]) and (self._is_longer(hit, of, owner) or self._is_of_part(hit) or self._is_own_one(hit)):
                continue
            if is_body(hit[2]) and _is_another(hit[2], ends.get(hit[0] - 1)):
                continue  # "the Bali Process [Working Group on Trafficking in Persons]"
            unknown = owner is None and of is not None and hit[2].type == "Office" and self._is_name(of.end())
            unknown = unknown or (hit[2].type == "Office" and self._is_others(hit, hits))
            if not unknown and (owner is None or not _is_foreign(hit[2], owner)) and not self._is_deputy(hit):
                kept.append(hit)
            elif hit[2].type == "Office":
                kept += self._later_names(hit[0], hit[1])  # UNODC in "Deputy Executive Director of UNODC"
        return kept

    def _is_others(self, hit: Hit, hits: Sequence[Hit]) -> bool:
        """ "CITA [Secretary-General]", "WCO's [Secretary-General]": of another body, which stands before it by its
        acronym.
        """
        before = _ACRONYM_BEFORE.search(self.text, max(0, hit[0] - 24), hit[0])
        if before is None or self.text[hit[0] : hit[1]].isupper():  # "THE SECRETARY-GENERAL"
            return False
        record, owner = find_record(hit[2].id), next((one for one in hits if one[1] == before.end(1)), None)
        own = ("United_Nations", record.organisation if record is not None else None, *_above(hit[2]))
        return owner is None or owner[2].id not in own  # "UN Special Representative of the Secretary-General on …"

    def _is_name(self, start: int) -> bool:
        """ "Secretary-General of the [Conference]", « secrétaire général du [ministère] »: an organisation of its own,
        not "of the Organization".
        """
        return not self._is_own(start) and (
            self.text[start : start + 1].isupper() or is_organisation(self.folded, start)
        )

    def _is_longer(self, hit: Hit, of: re.Match[str] | None, owner: Entity | None) -> bool:
        """ "the [Committee of Ministers] of Labour", "the [Commission on Human Rights] and Citizenship": a name of
        several words that goes on with an unknown one.
        """
        unknown = of is not None and owner is None and not self._is_own(of.end()) and self.text[of.end()].isupper()
        return (unknown and " " in self.text[hit[0] : hit[1]]) or self._has_more_subjects(hit[0], hit[1])

    def _has_more_subjects(self, start: int, end: int) -> bool:
        """Does the name ``[start, end)`` tell its subject, and another stand behind: "[Commission on Human Rights] and
        Citizenship"?
        """
        more = _MORE.match(self.text, end) if " on " in self.text[start:end] else None
        return more is not None and more.start(1) not in self._starts and has_subject(self.folded, *more.span(1))

    def _is_own(self, start: int) -> bool:
        """Does "the Organization", the United Nations, stand at ``start``?"""
        return self.folded.startswith(("organization", "organisation", "united nations", "nations unies", "onu"), start)

    def _is_own_one(self, hit: Hit) -> bool:
        """« le Réseau a tenu sa troisième [assemblée générale] », "the annual [general assembly]", "our [General
        Assembly]": that of another.
        """
        small = (
            self.text[hit[0]].islower() and self.text[hit[0] : hit[1]].islower() and " " in self.text[hit[0] : hit[1]]
        )
        own = _POSSESSED if small else _COUNTED if hit[2].id == _ASSEMBLY else None
        before = own is not None and own.search(self.folded, max(0, hit[0] - 30), hit[0]) is not None
        return before or (small and _YEARLY.match(self.folded, hit[1]) is not None)

    def _is_of_part(self, hit: Hit) -> bool:
        """ "the Western [Indian Ocean Commission]": another one."""
        before = self.text[max(0, hit[0] - 12) : hit[0]].split(" ")
        return len(before) > 1 and before[-1] == "" and before[-2] in data("heads")["directions"]

    def _is_people(self, start: int) -> bool:
        """Do people stand at ``start``: « survivants », "judges"?"""
        word = _WORD.match(self.folded, start)
        return word is not None and word.group() in _people()

    def _later_names(self, start: int, end: int) -> list[Hit]:
        """The names that stand behind the first word of ``[start, end)``."""
        space = self.folded.find(" ", start, end)
        while space != -1:
            found = [*names.find(self.text, self.folded, space + 1, end)]
            if found:
                return [(first, last, authority(record)) for first, last, record in found]
            space = self.folded.find(" ", space + 1, end)
        return []

    def _is_deputy(self, hit: Hit) -> bool:
        """ "Deputy [Executive Director of UNODC]", « [Secrétaire général] adjoint »: another office."""
        if hit[2].type != "Office":
            return False
        before, after = _deputies()
        near = self.folded[max(0, hit[0] - 12) : hit[0]]
        return before.search(near) is not None or after.match(self.folded, hit[1]) is not None

    def _governments(self, hits: list[Hit], low: int) -> list[Hit]:
        """ "the Government of Japan" is Japan; « le Gouvernement britannique » is the United Kingdom."""
        result = []
        for start, end, entity in hits:
            if entity.type == "State":
                before = _GOVERNMENT.search(self.folded, max(low, start - 40), start)
                start = before.start() if before is not None else start
                after = _OWN_GOVERNMENT.match(self.folded, end)
                end = after.end() if after is not None else end
            result.append((start, end, entity))
        return result


@cache
def _people() -> frozenset[str]:
    """The folded nouns of people, in the plural, of both languages."""
    return frozenset(fold(word) for language in LANGUAGES for word in data("counting")[language]["people"])


def _is_group(entity: Entity | None) -> bool:
    return entity is not None and entity.type == "ActorGroup"


def authority(record: str) -> Entity:
    """The entity of an authority record."""
    return Entity(record, records()[record].type)


def _is_foreign(entity: Entity, owner: Entity) -> bool:
    """Does "of" before ``owner`` tell that the name before it is not that of ``entity``: "General Assembly of [the
    Organization of American States]"?
    """
    if entity.type == "Office":
        return is_body(owner) and owner.id != "United_Nations"
    return owner.type in ("State", "Region") or (
        owner.type == "InternationalOrganization"
        and owner.id not in _above(entity)
        and "United_Nations" in _above(entity)
    )


def _is_another(body: Entity, before: Entity | None) -> bool:
    """Does an organisation stand right before the name of ``body`` to which it does not belong?"""
    house = before is not None and is_any(before.type, ("InternationalOrganization", "Collaboration"))
    return house and before is not None and before.id not in (body.id, *_above(body)) and "/" not in before.id


def _above(entity: Entity) -> list[str]:
    """What a known body belongs to, the nearest first: the Third Committee to the General Assembly, and that to the
    United Nations.
    """
    found: list[str] = []
    at = records().get(entity.id)
    while at is not None and at.parent is not None:
        found.append(at.parent)
        at = records().get(at.parent)
    return found


def _with_organs(hits: list[Hit], text: str) -> list[Hit]:
    """ "General Assembly resolution 72/195" is one mention: the organ's name before a number belongs to it."""
    joined: list[Hit] = []
    for start, end, entity in hits:
        before = joined[-1] if joined else None
        said = text[start].islower() or text[start : start + 3] in ("Res", "Rés", "Dec", "Déc")  # no symbol
        numbered = entity.type in ("Resolution", "Decision") and said
        if numbered and before is not None and is_body(before[2]) and text[before[1] : start] == " ":
            joined[-1] = (before[0], end, entity)
        elif before is not None and (
            _is_of_organ(before, entity, text[before[1] : start]) or _is_numbered_of(before, entity, text, start)
        ):
            joined[-1] = (before[0], end, before[2])
        else:
            joined.append((start, end, entity))
    return joined


def _with_branches(hits: list[Hit], text: str) -> list[Hit]:
    """ "Caritas Mali", "ECPAT Luxembourg", « Ordre de Malte Liban » are organisations of their own."""
    joined: list[Hit] = []
    for hit in hits:
        before = joined[-1] if joined else None
        near = before is not None and text[before[1] : hit[0]] == " " and hit[2].type == "State"
        if near and before is not None and _has_branches(before[2]):
            name = text[before[0] : hit[1]]
            own = Entity(f"organization/{slug(name)}", "NonGovernmentalOrganization", (("en", name),))
            joined[-1] = (before[0], hit[1], own)
        else:
            joined.append(hit)
    return joined


def _has_branches(one: Entity) -> bool:
    return one.type == "NonGovernmentalOrganization" or one.id in data("heads")["branching"]


def _is_of_organ(before: Hit, organ: Entity, between: str) -> bool:
    """« la résolution 72/195 [de l'Assemblée générale] », "resolution 2331 (2016) [of the Security Council]"."""
    return before[2].type in ("Resolution", "Decision") and is_body(organ) and _OF_ORGAN.fullmatch(between) is not None


def _is_numbered_of(before: Hit, organ: Entity, text: str, start: int) -> bool:
    """« la Convention (nº 189) sur …, 2011, [de l'Organisation internationale du Travail] »: of a treaty that its year
    or number tells; else "the signature of the Protocol of the European Union" may be by the Union.
    """
    joined = _OF_ORGAN.fullmatch(text[before[1] : start].removeprefix(",")) is not None
    numbered = joined and before[2].type == "Treaty" and any(letter.isdigit() for letter in text[before[0] : before[1]])
    return numbered and is_any(organ.type, ("InternationalOrganization", "UNEntity"))


def _outermost(hits: list[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
        if not kept or hit[0] >= kept[-1][1]:
            kept.append(hit)
        elif hit[1] > kept[-1][1] and hit[1] - hit[0] > kept[-1][1] - kept[-1][0]:
            kept[-1] = hit
    return kept


@cache
def _deputies() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = data("heads")["deputies"]
    before, after = (any_of(words[side]) for side in ("before", "after"))
    return re.compile(rf"(?<!\w)(?:{before})[ -]$"), re.compile(rf" (?:{after})(?!\w)")


@cache
def _self_phrases() -> Phrases:
    return Phrases(data("words")["references"]["self"])
