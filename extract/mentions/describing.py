"""From a described thing to the entity that it is: a name, a short reference, an office, or a meeting of a body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from extract.document import Sentence
from extract.facts import Entity
from extract.mentions import french_words, references
from extract.mentions.chunk import Described, name_behind
from extract.mentions.described import RESUMED
from extract.mentions.distributed import Several
from extract.mentions.elected import follows_elected
from extract.mentions.entities import Register, meeting_noun, of, slug
from extract.mentions.heads import last_of
from extract.mentions.no_names import explains, is_draft
from extract.mentions.offices import Offices
from extract.mentions.places import governed
from extract.mentions.references import Memory
from extract.mentions.told_again import SHORTENED, told_again, told_shorter
from extract.syntax.items import Named
from ontology.alternatives import any_of
from ontology.authority import records
from ontology.fold import fold
from ontology.lexicon import data, words
from ontology.types import is_a, is_any

Hit = tuple[int, int, Entity]

_SAID_BEFORE = 400  # characters
_FOOT = 60  # characters of the line at the foot of a resolution
_OWN = re.compile(r"^\s*['’]s?\s+|^\s+")
_JOINED = re.compile(r" (?:and|et) (?:(?:of|by|du|par|de) )?(?:(?:the|le|la) )?|, (?:the|le) ")
_QUOTED_NAME = re.compile(
    r"(?P<cue>,? (?:intitulée?s?|dénommée?|baptisée?|entitled|titled|called|named|known as))? "
    r"[“«\"]\s?(?P<name>[^”»\"]{4,120}?)\s?[”»\"](?P<years> \((?:19|20)\d\d[^()]{0,8}\))?"
)
_ON_TOPIC = re.compile(r"(?P<on> (?:on|about|sur)) (?:“|«\s?|\"|‘)(?P<name>[^”»\"‘]{4,120}?)\s?(?:”|»|\"|’(?!\w))")
_OF_NAMED = re.compile(r" (?:of|for|de|pour) [“«\"]\s?[A-ZÀ-Ý\d][^”»\"]{1,60}?\s?[”»\"]")
_OF_PEOPLE = re.compile(
    r"(?! (?:on|for|against|sur|contre|pour|a|au|aux)\b)(?: [a-z-]+)?"
    r"(?: (?:of(?: the)?|des|du|de la|de) [a-z-]+(?: [a-z-]+)?(?: (?:and|et) [a-z-]+)?){0,2}"
    r" (?:of(?: the)?|de la|de l'|du|des|de|d')[ ]?"
)
_INSERTED = re.compile(r" \([A-Z][\w-]+\)(?= (?:pour|for) )")  # « Bureau de l'Office … (ONUDC) pour l'Asie »
_NAMED_BEHIND = ("Organization", "Collaboration", "Programme", "Fund")
_BORNE = re.compile(r" (?:[a-zà-ÿœ-]+ )?(?P<name>[A-ZÀ-Ý\d].*)", re.DOTALL)
_ALL_CAPITALS = re.compile(r" ([A-ZÀ-Ý][^\W\d_]+(?: [A-ZÀ-Ý][^\W\d_]+)+)")
_SMALL_OWNER = re.compile(r"(?<!\w)the ([a-z]+)(?:'|’)s? $")
_BRACKET = re.compile(r"\s*:\s*(?:the\s)?$")
_SAME = re.compile(r"(?<!\w)(?:same|meme) $")
_FRONT = re.compile(r"(?P<name>.+?)(?: (?:of|within)(?: the)?| du| de la| de| des)? (?:de l'|d')?")
_POSSESSIVE = re.compile(r"(?<!\w)(?:its|son|sa|ses) $")
_OWNED = re.compile(
    r"(?<!\w)(?:its|whose|son|sa|leur|(?:dont|en (?:est|etait|fut|a ete|est devenue?|devient)) l(?:e |a |'))"
    r"(?: ?(?:new|current|nouveau|nouvelle|actuel|actuelle))? ?$"
)
_BESIDE = re.compile(r"[A-ZÀ-Ý][\w’'-]+ [A-ZÀ-Ý][\w’'-]+, $")  # "Jane Miller, [spokesperson], UNODC"
_SEATED = re.compile(r" (?:(?:at|au|à la|à l['’]|près l[ea]) ?(?:the )?(?=[A-ZÀ-Ý])|en (?:est|était|fut) )")
_FRENCH_COMPLEMENT = re.compile(r" (?:de la|de l['’]|du|des|de|d['’]) ?")


class Describer:
    """Makes mentions of described things; ``memory`` and ``register`` are the document's, ``organ`` that whose
    resolution it is.
    """

    def __init__(self, text: str, folded: str, register: Register, memory: Memory, organ: Entity | None = None) -> None:
        self.text = text
        self.folded = folded
        self.register = register
        self.memory = memory
        self.organ = organ
        self.offices = Offices(text, folded, register)
        self.front: dict[str, Entity] = {}  # folded name -> the bodies that the head of the document names
        self.above: Entity | None = None  # the body that a line of the document's head names
        self.named: list[Hit] = []  # bodies that are named within the name of a meeting or body of the sentence
        self.inner: list[Hit] = []  # what stands within the names of the sentence

    def begin(self, within: Iterable[Hit] = ()) -> None:
        """Begin a sentence; ``within``: what its known names hold."""
        self.named, self.inner = [], [*within]

    def mention(self, thing: Described, sentence: Sentence, language: str, around: Sequence[Hit]) -> Named | None:
        """The mention that ``thing`` is, None where it names nothing; ``around`` holds the names of the sentence."""
        kind = thing.head.type
        if is_a(kind, "Meeting"):
            return self._meeting(thing, sentence, language, around)
        if is_draft(self.folded, thing) or explains(self.text, thing, around):
            return None
        if is_a(kind, "Office"):
            title = thing.bare and self._is_title(thing) and not thing.head.plural  # several stand beside people
            held = title and self.possessor(thing, around) is None
            known = not held or self._is_owned(thing) or governed(self.text, thing.head, language) is not None
            people = [end for _, end, entity in around if entity.type == "Person"]
            known = known or follows_elected(self.text, self.folded, sentence.start, thing.start, people, language)
            return self._office(thing, sentence, language, around) if known else None
        titled = self._titled(thing, language) or self._named_behind(thing, language) or self._of_named(thing, language)
        if titled is not None:
            return titled
        owner = self.possessor(thing, around)
        if owner is None and thing.bare:
            return self._short(thing, sentence, language, around)
        small = owner is None and thing.inner is None and not thing.inside and not thing.capital
        again = told_again(self.memory, self.text, thing, thing.start, sentence.passage, language) if small else None
        if thing.capital and owner is None and is_any(kind, SHORTENED) and (kind != "Treaty" or thing.inner is None):
            again = told_shorter(self.memory, self.text, thing, thing.start, language)
        if again is not None:
            return self._named(thing, again, language)
        if owner is None or not is_a(kind, "Organization"):
            owner = self._resolved_inner(thing, sentence, language, around)
        elif thing.inner is None:
            return self._named(thing, self.register.owned(kind, self._label(thing), owner, language), language)
        named = self._named(thing, self._thing(thing, owner, language), language)
        ends = thing.inner is not None and thing.inner.end == thing.end and not thing.inner.bare
        return replace(named, inner=owner if ends else _last(thing, around))

    # -- names ---------------------------------------------------------------------------------------------------------

    def _named(self, thing: Described, entity: Entity, language: str) -> Named:
        return Named(thing.start, thing.end, "E", entity, definite=not self._indefinite(thing.start, language))

    def several(self, found: Several, language: str) -> Named:
        """Bodies under one plural noun, as one mention."""
        ids = [self.register.thing_id(found.type, name, named=True) for name in found.names]
        made = tuple(self.register.new(i, found.type, language, name) for i, name in zip(ids, found.names, strict=True))
        return Named(found.start, found.end, "E", made[0], several=made)

    def _titled(self, thing: Described, language: str) -> Named | None:
        """« une stratégie nationale intitulée « Un archipel sans traite » (2020-2024) »: it bears the quoted name."""
        if not is_any(thing.head.type, ("Instrument", "Programme", "Meeting")):
            return None
        topic = _ON_TOPIC.match(self.text, thing.end) if thing.head.type == "Meeting" else None
        if topic is not None:  # "the International Conference on “Trafficking in Women”"
            label = f"{self._label(thing)}{topic['on']} {topic['name']}"
            named = self.register.new(f"meeting/{slug(label)}", "Meeting", language, label)
            return Named(thing.start, topic.end(), "E", self.register.new(named.id, "Meeting", language, topic["name"]))
        match = _QUOTED_NAME.match(self.text, thing.end)
        if match is None or (match["cue"] is None and thing.head.type != "Meeting"):
            return None
        name = match["name"] + (match["years"] or "")
        entity = self.register.new(f"{thing.head.type.lower()}/{slug(name)}", thing.head.type, language, match["name"])
        self.register.new(entity.id, thing.head.type, language, name)
        if thing.head.type == "Meeting":
            self.register.new(entity.id, "Meeting", language, f"{self._label(thing)} {name}")
        return Named(thing.start, match.end(), "E", self.register.entity(entity.id, thing.head.type))

    def _named_behind(self, thing: Described, language: str) -> Named | None:
        """« la plateforme de collecte de données « Systraite » »: a thing in small letters, with its name."""
        kind = thing.head.type
        found = name_behind(self.text, thing.end)
        if found is None or not (is_a(kind, "Organization") or is_a(kind, "Programme")):
            return None
        quoted = self.text[found[1] - 1] in '”»"'
        if thing.capital and not (quoted and thing.bare and kind in _NAMED_BEHIND):
            return None
        id_ = self.register.thing_id(kind, found[0], named=True)
        entity = self.register.new(id_, kind, language, found[0])
        if thing.capital:  # « le Collectif « Ensemble pour les saisonniers » »
            entity = self.register.new(id_, kind, language, f"{self._label(thing)} {found[0]}")
        return Named(thing.start, found[1], "E", entity)

    def _of_named(self, thing: Described, language: str) -> Named | None:
        """« le Comité de pilotage de « Routes protégées » », "the Steering Committee of “Safe Roads”"."""
        match = _OF_NAMED.match(self.text, thing.end) if thing.bare and thing.head.type == "Body" else None
        if match is None:
            return None
        label = self.text[thing.start : match.end()]
        entity = self.register.new(
            self.register.thing_id(thing.head.type, label, named=True), thing.head.type, language, label
        )
        return Named(thing.start, match.end(), "E", entity)

    def _label(self, thing: Described) -> str:
        return _INSERTED.sub("", self.text[thing.start : thing.end])

    def _thing(self, thing: Described, owner: Entity | None, language: str) -> Entity:
        """A thing under its own name; where that ends in a short reference ("of the Fund"), also under the full one."""
        label = self._label(thing)
        kind = thing.head.type
        if owner is not None and thing.inner is not None and thing.inner.bare:
            whole = self.register.full_name(owner, language)
            if whole is not None:
                front = self.text[thing.start : thing.inner.start]
                if owner.type == "Programme":  # "Steering Committee of the programme": of Safe Crossings
                    front = front.removesuffix("the ")
                full = front + whole + self.text[thing.inner.end : thing.end]
                id_ = self.register.thing_id(kind, full, named=True)
                self.register.new(id_, kind, language, full)
                return self.register.new(id_, kind, language, label)
        named = any(span.type != "Date" for span in thing.inside)
        above = self._named_above(thing, owner)
        id_ = self.register.thing_id(kind, label, named=named) if above is None else above.id
        self.register.new(id_, kind, language, label)
        acronym = self.text[thing.start : thing.head.end].isupper() and not label.isupper()  # « l'ONG Mains libres »
        common = not thing.capital or acronym
        borne = _BORNE.fullmatch(self.text, thing.head.end, thing.end) if language == "fr" and common else None
        if borne is not None and is_any(kind, _NAMED_BEHIND):  # « l'organisation Voix libres »
            self.register.new(id_, kind, language, borne["name"])
            if borne["name"][0].isalpha() and not french_words.readings(borne["name"]):
                self.memory.define(borne["name"], self.register.entity(id_, kind))
        elif language == "fr" and kind in _NAMED_BEHIND:
            self._shortened(thing, self.register.entity(id_, kind))
        return self.register.entity(id_, kind)

    def _named_above(self, thing: Described, owner: Entity | None) -> Entity | None:
        """The body that the head of the document names without its owner, where it names that too: "the Working Group
        on Ports of the Coastal Forum" below "Coastal Forum" / "Working Group on Ports".
        """
        if owner is None or thing.inner is None or owner.id not in {one.id for one in self.front.values()}:
            return None
        front = _FRONT.fullmatch(self.folded, thing.start, thing.inner.start)
        return self.front.get(front["name"]) if front is not None and " " in front["name"] else None

    def _shortened(self, thing: Described, entity: Entity) -> None:
        """« l'Association Rive Sud »: « Rive Sud », where the text goes on with that alone."""
        name = _ALL_CAPITALS.fullmatch(self.text, thing.head.end, thing.end)
        if name is None or thing.head.noun not in data("heads")["fr"]["borne"] or thing.inside:
            return
        alone = rf"(?<!{re.escape(self.text[thing.head.start : thing.head.end])} )(?<![\w’'-]){name[1]}(?![\w-])"
        if re.search(alone, self.text) is not None:
            self.memory.define(name[1], entity)

    def _resolved_inner(
        self, thing: Described, sentence: Sentence, language: str, around: Sequence[Hit]
    ) -> Entity | None:
        if thing.inner is None:
            return None
        inner = self.mention(thing.inner, sentence, language, around)
        if inner is None or not isinstance(inner.data, Entity):
            return None
        if is_body(inner.data) and not thing.inner.bare and inner.end == thing.end:
            self.inner.append((inner.start, inner.end, inner.data))
            if is_any(thing.head.type, ("Meeting", "Organization")):
                self.named.append(self.inner[-1])
        if thing.head.type == inner.data.type == "Treaty" and not thing.inner.bare and inner.end == thing.end:
            self.named.append((inner.start, inner.end, inner.data))  # "the Lima Protocol to the Ports Convention"
        return inner.data

    def _indefinite(self, start: int, language: str) -> bool:
        before = re.search(r"([^\W\d_]+)[ '’]$", self.folded[max(0, start - 14) : start])
        readings = words(language).single.get(before[1]) if before is not None else None
        return readings is not None and "indefinite" in readings

    def possessor(self, thing: Described, around: Sequence[Hit]) -> Entity | None:
        """The owner of "the Fund's Board of Trustees": the name that stands before "'s"."""
        told = last_of(self.folded, thing.head, thing.end, "en")  # "the Board's [last] meeting"
        start = self.folded.rindex(told, 0, thing.head.start) if told else thing.start
        own = re.search(r"['’]s? $", self.text[max(0, start - 3) : start])
        if own is None or self.text[start - 1] != " ":
            return None
        end = start - len(own.group())
        return next((entity for _, last, entity in around if last == end), None)

    def _small_possessor(self, thing: Described, sentence: Sentence) -> Entity | None:
        """ "the [committee]'s last meeting": the one that was named before."""
        told = last_of(self.folded, thing.head, thing.end, "en")
        own = _SMALL_OWNER.search(self.folded, sentence.start, self.folded.rindex(told, 0, thing.head.start))
        found = self.memory.short(own[1], sentence.passage) if told and own is not None else None
        return found if found is not None and is_body(found) else None

    # -- short references ----------------------------------------------------------------------------------------------

    def _short(self, thing: Described, sentence: Sentence, language: str, around: Sequence[Hit]) -> Named | None:
        """« le Groupe », "the Fund": what was named before under this noun; "a Steering Board": a thing of its own."""
        entity: Entity | None = None
        posted = self._has_post(thing, language)
        definite = posted or references.is_definite(self.text, thing.start, language)
        if thing.head.weak:
            entity = self._taken_up(thing, sentence) if definite else None
        elif (
            definite or thing.start == sentence.start or (thing.capital and thing.head.noun in data("heads")["proper"])
        ):
            if language == "fr" or thing.capital or is_a(thing.head.type, "Meeting"):
                same = _SAME.search(self.folded, max(0, thing.head.start - 6), thing.head.start) is not None
                near = sorted([*around, *self.inner], key=lambda hit: hit[0])
                entity = _beside(thing, near, self.folded) or _before(thing, near, self.text, language)
                body = thing.head.type == "Body"
                entity = entity or self.memory.short(thing.head.noun, sentence.passage, same=same, body=body)
            if entity is not None and entity.type == "Meeting" and thing.head.type == "Body":
                entity = self._of_house(thing, language) or entity  # « l'assemblée générale adopte la Charte »
            entity = entity or self._ours(thing, sentence, language)
            known = posted or self.memory.knows(thing.head.noun)
            if entity is None and not known and self._stands_alone(thing):
                entity = self._of_house(thing, language) or self._thing(thing, None, language)
        elif self._introduced(thing, language):
            entity = self._thing(thing, None, language)
        if entity is None and thing.when and not (definite and self.memory.knows(thing.head.noun)):
            id_ = f"{self.register.document_id}/meeting/{slug(f'{self._label(thing)} {thing.when}')}"
            entity = self.register.new(id_, "Meeting", language, self._label(thing))
        return None if entity is None else self._named(thing, entity, language)

    def _ours(self, thing: Described, sentence: Sentence, language: str) -> Entity | None:
        """ "the board" in small letters, in the report of who has one: the one that was named, else its own."""
        noun = thing.head.noun
        governs = noun in data("heads")[language]["governing"] and noun not in data("heads")["meetings"]
        if not governs or thing.capital or self.memory.house is None:
            return None
        return self.memory.short(noun, sentence.passage, body=True) or self._of_house(thing, language)

    def _of_house(self, thing: Described, language: str) -> Entity | None:
        """ "The Board", « le conseil d'administration » in the report of a fund, or below its name: of the fund."""
        house = self.memory.house
        if thing.head.noun not in data("heads")[language]["governing"]:
            return None
        steered = self.memory.main("Programme") if thing.head.noun in data("heads")["steering"] else None
        owner = steered or self.memory.headed("Fund") or (house[0] if house is not None else None)
        label = self.text[thing.head.start : thing.head.end] if thing.ordinals else self._label(thing)
        return self.register.owned("Body", label, owner, language) if owner is not None else None

    def _has_post(self, thing: Described, language: str) -> bool:
        """ "Anna Berg, Committee Chair": the Committee that was named before."""
        if language != "en" or not thing.capital or self.text[max(0, thing.start - 2) : thing.start] != ", ":
            return False
        return _post().match(self.folded, thing.end) is not None

    def _taken_up(self, thing: Described, sentence: Sentence) -> Entity | None:
        """ "the meeting", « cette initiative »: what this passage named, or what was named last under this noun."""
        type_ = next((kind for kind in RESUMED if is_a(thing.head.type, kind)), None)
        if type_ is None:
            return None
        found = self.memory.resumed(type_, sentence.passage)
        if type_ in ("Plan", "Declaration"):  # "the plan", in small letters: of this paragraph alone
            return None if self._is_another(thing) else found
        found = found or self.memory.short(thing.head.noun, sentence.passage)
        if found is None and type_ == "Meeting":
            return self.memory.meeting  # "took part in the debate", in the record of a meeting
        return found if found is not None and is_a(found.type, type_) else None

    def _is_another(self, thing: Described) -> bool:
        """ "The plan", behind "Kenya drew up a [national] plan": one that has no name."""
        own = rf"(?<!\w)(?:an?|another|its|their|une?|son|sa|leur) (?:[^\W\d_]+ ){{0,2}}{re.escape(thing.head.noun)}\b"
        return re.search(own, self.folded[max(0, thing.start - _SAID_BEFORE) : thing.start]) is not None

    def _stands_alone(self, thing: Described) -> bool:
        """« le Conseil d'administration », "the Cabinet": a body that nobody named before; no single common word."""
        several = " " in thing.head.noun or "-" in thing.head.noun
        alone = thing.head.noun in data("heads")["alone"]
        body = is_any(thing.head.type, ("Body", "Fund", "Collaboration", "Meeting"))
        return (thing.capital and (alone or body)) or (several and (alone or is_a(thing.head.type, "Law")))

    def _introduced(self, thing: Described, language: str) -> bool:
        """ "a Steering Board", « un Comité directeur », "Its Council": a new body of the thing that is spoken of."""
        several = " " in thing.head.noun or "-" in thing.head.noun
        body = is_a(thing.head.type, "Body") and (thing.capital or several)
        text = is_a(thing.head.type, "Instrument") and not (thing.head.common and not several)
        if not (body or text):
            return False
        return self._possessed(thing) or (body and self._indefinite(thing.start, language))

    def _possessed(self, thing: Described) -> bool:
        """ "its [general debate]"."""
        return _POSSESSIVE.search(self.folded, max(0, thing.start - 6), thing.start) is not None

    def _is_title(self, thing: Described) -> bool:
        """A single small word ("minister", « président ») tells nobody's office."""
        return not thing.capital and " " not in thing.head.noun

    def _is_owned(self, thing: Described) -> bool:
        """ "its [director], Ms. Berg", « dont la [directrice] est », « en est la [directrice] », "[judge] at the
        Court": whose it is, is told.
        """
        before = _OWNED.search(self.folded, max(0, thing.start - 20), thing.start)
        beside = _BESIDE.search(self.text, max(0, thing.start - 60), thing.start) is not None
        behind = _SEATED.match(self.text, thing.end) is not None
        return before is not None or behind or (beside and self.text[thing.end : thing.end + 1] == ",")

    def _office(self, thing: Described, sentence: Sentence, language: str, around: Sequence[Hit]) -> Named:
        again = self._office_again(thing, sentence, language, around)
        if again is not None:
            return self._named(thing, again, language)
        inner = self._resolved_inner(thing, sentence, language, around)
        office = self.offices.office(thing, inner, self.possessor(thing, around), around, language)
        return self._named(thing, office, language)

    def _office_again(
        self, thing: Described, sentence: Sentence, language: str, around: Sequence[Hit]
    ) -> Entity | None:
        """ "The Special Rapporteur", « la Directrice exécutive »: the one that was named in full before."""
        if not (thing.bare and references.is_definite(self.text, thing.start, language)):
            return None
        if self.possessor(thing, around) is not None:
            return None
        found = self.memory.short(thing.head.noun, sentence.passage)
        return found if found is not None and is_a(found.type, "Office") else None

    # -- meetings ------------------------------------------------------------------------------------------------------

    def _meeting(self, thing: Described, sentence: Sentence, language: str, around: Sequence[Hit]) -> Named | None:
        """A session or meeting: of which body, the how-manieth; one mention can name several."""
        titled = self._titled(thing, language)
        if titled is not None:
            return titled
        if self._is_talk(thing, language):
            return None
        body = self._meeting_body(thing, sentence, language, around)
        noun = meeting_noun(thing.head.noun)
        definite = not self._indefinite(thing.start, language)
        if body is not None and thing.ordinals:
            apart = thing.start == thing.head.start  # "the ninth Ports Committee [meeting]"
            surface = self._surface(thing, language, around) if len(thing.ordinals) == 1 and not apart else None
            made = tuple(self.register.session(body, noun, ordinal, language, surface) for ordinal in thing.ordinals)
            if (
                len(made) == 1 and not apart
            ):  # « la quatrième réunion du Conseil de sécurité sur la traite »: another of its names
                made = (self.register.new(made[0].id, "Meeting", language, self._label(thing)),)
            return Named(thing.start, thing.end, "E", made[0], definite=definite, several=made if len(made) > 1 else ())
        latest = last_of(self.folded, thing.head, thing.end, language) if body is not None else ""
        if latest and body is not None:  # "Its last meeting was held in Cazin on …"
            id_ = f"{self.register.document_id}/meeting/{slug(f'{latest} {thing.head.noun} {body.id}')}"
            name = f"{latest} {thing.head.noun} {of(self.register.full_name(body, language) or body.id, language)}"
            self.register.bodies[id_] = body
            return Named(thing.start, thing.end, "E", self.register.new(id_, "Meeting", language, name))
        if thing.bare:
            return self._short(thing, sentence, language, around)
        label = self._label(thing)
        named = any(span.type != "Date" for span in thing.inside)
        entity = self.register.new(self.register.thing_id("Meeting", label, named=named), "Meeting", language, label)
        whose = body or self._of_people(thing, around) or self._assembly(thing, sentence, language)
        if whose is not None:
            self.register.bodies[entity.id] = whose
        return Named(thing.start, thing.end, "E", entity, definite=definite)

    def _assembly(self, thing: Described, sentence: Sentence, language: str) -> Entity | None:
        """Of "the ninth General Assembly", in the text of a network: its assembly."""
        if not thing.ordinals or thing.inner is not None or self.memory.house is None:
            return None
        known = self.memory.short(thing.head.noun, sentence.passage, body=True)
        known = known if known is not None and known.type != "Meeting" else None
        return known or self._of_house(thing, language)

    def _of_people(self, thing: Described, around: Sequence[Hit]) -> Entity | None:
        """« la Réunion des points focaux de [la Commission] », "Meeting of Ministers of [ECOWAS]": whose it is,
        though no session of that body itself.
        """
        owners = [hit for hit in around if hit[1] == thing.end and hit[0] > thing.head.end]
        owner = next((one for one in owners if is_body(one[2]) or one[2].type == "Collaboration"), None)
        if owner is None or _OF_PEOPLE.fullmatch(self.folded, thing.head.end, owner[0]) is None:
            return None
        return owner[2]

    def _is_talk(self, thing: Described, language: str) -> bool:
        """ "its general debate", « son débat général »: what a body holds at a meeting, and no meeting of its own."""
        talks = data("gatherings")[language]["talks"]
        return self._possessed(thing) and not thing.ordinals and thing.head.noun.split(" ")[0] in talks

    def _surface(self, thing: Described, language: str, around: Sequence[Hit]) -> str:
        """The meeting's name without its body: "eightieth ordinary session", « 12e séance »."""
        inside = [(last, first) for first, last, _ in around if thing.start <= first and last <= thing.head.start]
        start = max((last for last, _ in inside), default=thing.start)
        before = min((first for _, first in inside), default=thing.start)
        if language == "en":  # "eighth [Ports Network] regional conference"
            return self.text[thing.start : before] + _OWN.sub("", self.text[start : thing.head.end])
        tail = _FRENCH_COMPLEMENT.split(self.text[thing.head.end : thing.end], maxsplit=1)[0]
        return self.text[start : thing.head.end] + tail

    def _meeting_body(
        self, thing: Described, sentence: Sentence, language: str, around: Sequence[Hit]
    ) -> Entity | None:
        of = r"(?: annuelle| ordinaire| pleniere)?\s*(?:of|de|du|des|d)\W*(?:the|la|le|les|l)?\W*"
        resolved = self._resolved_inner(thing, sentence, language, around)
        inner = thing.inner
        owners = [hit for hit in around if thing.head.end < hit[0] and hit[1] <= thing.end and is_body(hit[2])]
        if inner is not None and resolved is not None and is_body(resolved):
            owners = [(inner.start, inner.end, resolved), *owners]
        first = min(owners, key=lambda hit: hit[0], default=None)
        if first is not None and re.fullmatch(of, self.folded[thing.head.end : first[0]]):
            return first[2]
        front = [
            entity
            for start, end, entity in around
            if thing.start <= start and end <= thing.head.start and is_body(entity)
        ]
        before = self.possessor(thing, around) or self._small_possessor(thing, sentence)
        before = before or (front[0] if front else self._heading(thing, around))
        foot = meeting_noun(thing.head.noun) == "plenary-meeting" or sentence.end - sentence.start < _FOOT
        if before is None and foot and thing.ordinals and self.organ is not None:
            return self.organ  # "54th plenary meeting", "35th meeting / 10 July 2024" at the foot of a resolution
        if before is None and thing.ordinals and thing.inner is None and not self._possessed(thing):
            return self.above  # "Human Rights Council / Fifty-ninth session"
        return before if before is not None and is_body(before) else None

    def _heading(self, thing: Described, around: Sequence[Hit]) -> Entity | None:
        """« Conseil des ministres : neuvième session »: the body that a colon, or nothing, divides from its meeting."""
        before = [hit for hit in around if hit[1] <= thing.start and is_body(hit[2])]
        if not before:
            return None
        between = self.text[before[-1][1] : thing.start]
        return before[-1][2] if between == " " or _BRACKET.fullmatch(between) else None


def _last(thing: Described, around: Sequence[Hit]) -> Entity | None:
    """« le Conseil de [la CEDEAO] »: what the name of ``thing`` ends with, of the names ``around``."""
    hits = [hit for hit in around if hit[1] == thing.end and hit[0] > thing.head.end]
    return min(hits, key=lambda hit: hit[0])[2] if hits else None


def is_body(entity: Entity) -> bool:
    """Can it meet?"""
    return is_a(entity.type, "Organization")


def _beside(thing: Described, around: Sequence[Hit], folded: str) -> Entity | None:
    """ "the European Parliament and the [Council]": that of the same house."""
    before = next((hit for hit in reversed(around) if hit[1] <= thing.start), None)
    joined = before is not None and _JOINED.fullmatch(folded, before[1], thing.start) is not None
    beside = data("heads")["beside"].get(before[2].id, {}) if before is not None and joined else {}
    record = beside.get(thing.head.noun)
    return Entity(record, records()[record].type) if record is not None else None


def _before(thing: Described, around: Sequence[Hit], text: str, language: str) -> Entity | None:
    """What the sentence itself has named under this noun, if anything."""
    noun = fold(thing.head.noun)
    named = (hit for hit in reversed(around) if hit[1] <= thing.start)
    return next((hit[2] for hit in named if noun in written_heads(hit[2], text[hit[0] : hit[1]], language)), None)


def written_heads(entity: Entity, written: str, language: str) -> frozenset[str]:
    """Those of a name as it is ``written``, where that has any: "the World Bank" is "the Bank" then, "the Group" only
    where it is written "World Bank Group"; of an acronym or what has no such noun, those of all its names.
    """
    heads = heads_of(entity, language)
    body = is_a(entity.type, "Organization")  # "Council of Europe Convention" is no council
    return (references.name_heads(written, language) & heads if body else heads) or heads


def heads_of(entity: Entity, language: str | None = None) -> frozenset[str]:
    """Folded head nouns under which a text, in ``language``, may come back to ``entity``."""
    if entity.id in records():
        return references.heads_of(entity.id, language)
    if entity.type == "Person":
        return frozenset()
    return frozenset(noun for tongue, label in entity.labels for noun in references.name_heads(label, tongue))


@cache
def _post() -> re.Pattern[str]:
    """A post of a bureau, right behind the body."""
    return re.compile(rf" (?:{any_of(data('heads')['en']['bureau'])}|chairperson|chairman|chairwoman)(?!\w)")
