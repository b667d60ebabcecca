"""Facts completed by what the document has told before: whose an office, a meeting or an adoption is."""

from __future__ import annotations

import re
from datetime import date, timedelta

from extract.attendance.reading import Attendance
from extract.discourse import Discourse
from extract.document import Document, Sentence
from extract.facts import Entity, Modality
from extract.mentions.describing import heads_of
from extract.mentions.finder import Finder
from extract.mentions.heads import directed, is_of_bureau, is_of_post, is_of_state, is_seat, table
from extract.mentions.known import authority
from extract.mentions.symbols import parse
from extract.nations import words as nations
from extract.owned_offices import body_of, of_told
from extract.relations import Roles
from extract.venue import venue
from ontology.alternatives import any_folded
from ontology.authority import records
from ontology.fold import fold
from ontology.lexicon import LANGUAGES, data
from ontology.types import is_a, is_any

_DONE = ("founded", "adoptions", "ratifications", "publications", "funding")  # kinds of what is done on a day


class Completion:
    """Completes the roles of facts of one document."""

    def __init__(self, document: Document, finder: Finder, discourse: Discourse, attendance: Attendance) -> None:
        self.document = document
        self.finder = finder
        self.discourse = discourse
        self.attendance = attendance

    def complete(self, sentence: Sentence, kind: str, roles: Roles) -> Roles:
        """``roles`` with what a fact of ``kind``, stated by ``sentence``, leaves to be known; none where it is none."""
        if kind == "chairs":
            return self._chair(sentence, roles)
        if kind == "offices":
            return self._office(sentence, roles)
        if kind == "founded":
            return self._founding(sentence, roles)
        if kind == "meetings":
            return self._meeting(roles)
        if kind == "responsibilities" and _is_party(roles.get("object")):
            return {}
        if kind == "participants":
            participant, event = roles.get("participant"), roles.get("event")
            own = isinstance(event, Entity) and self.finder.bodies.get(event.id) == participant
            return {} if own or self._is_described(participant) or _is_unnamed(participant) else roles
        if kind == "adoptions":
            return {} if self._is_any_plan(sentence, roles) else self._dated_below(sentence, self._adoption(roles))
        return roles

    def in_entry(self, sentence: Sentence, kind: str, roles: Roles) -> Roles:
        """``roles`` with the date of the entry of a chronology for what was done once and is told without a date:
        "Canada gives 250,000 dollars, and with that money we set up the Fund" below "2010"; none where nobody is told
        to have founded something ("Opening of a second house").
        """
        entry = self.finder.times.entry(sentence)
        if entry is not None and kind == "founded" and "founder" not in roles:
            return {}
        dated = entry is None or kind not in _DONE or "date" in roles or self.finder.times.leaves_entry(sentence)
        return roles if entry is None or dated else {**roles, "date": entry.first}

    def modality(self, sentence: Sentence, kind: str, roles: Roles, said: Modality) -> Modality:
        """``said``, but planned where a meeting is soon to come: "It meets next on 4 May"."""
        if kind != "meetings":
            return said
        today = self.finder.times.today(self.document.passages[sentence.passage].language, sentence)
        return "planned" if today is not None and _is_soon(str(roles.get("start", "")), today) else said

    def _office(self, sentence: Sentence, roles: Roles) -> Roles:
        office, told = roles.get("office"), roles.get("organisation")
        if isinstance(office, Entity) and isinstance(told, Entity) and is_a(told.type, "Organization"):
            office = of_told(office, told)
            roles = {**roles, "office": office}
        own = self.finder.organisations.get(office.id) if isinstance(office, Entity) else None
        owner = own or body_of(office) or told or self.discourse.listed_under(sentence)
        whole = self._in_full(office) if owner is None and isinstance(office, Entity) else None
        if whole is not None:
            return {**roles, "office": whole, "organisation": self.finder.organisations[whole.id]}
        owner = owner or self._seated_in(office, sentence) or self._national(office, sentence)
        if isinstance(owner, Entity) and is_a(owner.type, "Meeting"):  # "Chair: Ms. Berg" at the head of its record
            owner = self.finder.bodies.get(owner.id)
        if owner is None:
            return {} if _speaks_for_another(office) else roles
        return {**roles, "organisation": owner}

    def _chair(self, sentence: Sentence, roles: Roles) -> Roles:
        """Who chairs a session chairs its body; a meeting under a name of its own has a president, others have none."""
        meeting = roles.get("body") or self._body_told(sentence) or self.attendance.body(self.finder.bodies)
        if meeting is None:
            return {}
        roles = {**roles, "body": meeting}
        if not isinstance(meeting, Entity) or not is_a(meeting.type, "Meeting"):
            return roles
        body = self.finder.bodies.get(meeting.id)
        if body is None and _acts(meeting):
            return roles
        single = not heads_of(meeting).isdisjoint(map(fold, data("heads")["presided"]))  # "the Third Conference of"
        return {**roles, "body": body} if body is not None and not single else {}

    def _body_told(self, sentence: Sentence) -> Entity | None:
        """The body that the paragraph is about: "The Board of Trustees has five members. Ms. Berg is its Chair"."""
        about = self.discourse.topics(sentence.passage)[-1:]
        return next((one for one in about if is_any(one.type, ("Body", "Collaboration"))), None)

    def _in_full(self, office: Entity) -> Entity | None:
        """The one office that the document has named before under the same title: "(Signed) Ms. Berg, Permanent
        Representative" in the letter of that of Zambia.
        """
        known = sorted(id_ for id_ in self.finder.organisations if id_.startswith(f"{office.id}-"))
        return self.finder.register.entity(known[0], "Office") if len(known) == 1 else None

    def _founding(self, sentence: Sentence, roles: Roles) -> Roles:
        """ "Director of the Unit, set up in 2012": the Unit was."""
        thing = roles.get("thing")
        if isinstance(thing, Entity) and (_is_counted(thing) or self._is_pointed_at(sentence, thing)):
            return {}  # « a ouvert un deuxième foyer », « lancé en 2019, ce projet régional »
        owner = self.finder.organisations.get(thing.id) if isinstance(thing, Entity) else None
        return {**roles, "thing": owner} if owner is not None else roles

    def _meeting(self, roles: Roles) -> Roles:
        """Whose the meeting is, rather than who hosted it."""
        meeting, host = roles.get("meeting"), roles.get("body")
        body = self.finder.bodies.get(meeting.id) if isinstance(meeting, Entity) else None
        hosted = host is None or (isinstance(host, Entity) and host.type == "State")
        if body is None and host is None and isinstance(meeting, Entity) and _is_counted(meeting):
            return {}  # "the thirty-first session", of nobody knows what
        if isinstance(meeting, Entity) and _is_part(meeting):
            return {}  # "at its closing session, on 10 October"
        dated = "start" in roles and "place" not in roles
        town = venue(meeting) if isinstance(meeting, Entity) and dated else None
        roles = {**roles, "place": town} if town is not None else roles
        return {**roles, "body": body} if body is not None and hosted else roles

    def _adoption(self, roles: Roles) -> Roles:
        """ "adopted at the tenth session of the Council": by the Council; a resolution by the organ of its symbol. What
        a conference adopts, it adopts itself.
        """
        adopter = roles.get("body")
        if isinstance(adopter, Entity) and adopter.id in self.finder.bodies and not _acts(adopter):
            roles = {**roles, "body": self.finder.bodies[adopter.id]}
        elif isinstance(adopter, Entity) and is_a(adopter.type, "Meeting") and _is_sitting(adopter):
            roles = {role: value for role, value in roles.items() if role != "body"}  # a session, of nobody knows what
            if "date" not in roles:
                return {}
        return _adopting(roles) if self._unnamed(roles.get("body")) else roles

    def _is_any_plan(self, sentence: Sentence, roles: Roles) -> bool:
        """ "On 22 May, ministers adopted a plan for a register": neither the one nor the others have a name."""
        plan = roles.get("instrument")
        if "body" in roles or not isinstance(plan, Entity):
            return False
        labels = "|".join(re.escape(label) for _, label in plan.labels if label[:1].islower())
        text, start, end = self.document.text, sentence.start, sentence.end
        return bool(labels) and re.search(rf"\b(?:an?|une?) (?:{labels})", text[start:end]) is not None

    def _dated_below(self, sentence: Sentence, roles: Roles) -> Roles:
        """ "Adopted by the Congress" above "Lima, 4 May 2021" at the head of a text that bears no symbol."""
        passages, at = self.document.passages, sentence.passage
        own = roles.get("instrument") == self.finder.self_entity and self.document.symbol is None
        if not own or "date" in roles or at + 1 >= len(passages) or passages[at].kind not in ("frontmatter", "title"):
            return roles
        dates = (part.date for part in self.document.parts if part.date is not None)
        below = [date.value for date in dates if passages[at + 1].start <= date.start < passages[at + 1].end]
        return {**roles, "date": below[0]} if below else roles

    def _is_pointed_at(self, sentence: Sentence, thing: Entity) -> bool:
        """ "this regional project", « ce projet régional »: one that nothing has named."""
        labels = any_folded(label for _, label in thing.labels if label == label.lower())
        said = fold(self.document.text[sentence.start : sentence.end])
        return bool(labels) and re.search(rf"(?<!\w)(?:this|that|cet|cette|ce) (?:{labels})(?!\w)", said) is not None

    def _is_described(self, participant: object) -> bool:
        """ "a network of former victims": an organisation without a name."""
        if (
            not isinstance(participant, Entity)
            or not is_a(participant.type, "Organization")
            or not self._unnamed(participant)
        ):
            return False
        return all(label[:1].islower() for _, label in participant.labels)

    def _seated_in(self, office: object, sentence: Sentence) -> Entity | None:
        """Whose an office is that does not say it: "Executive Director", "Vice-Chair" of the body that the passage, the
        document (the record of a meeting) or the heading speaks of.
        """
        if not isinstance(office, Entity) or not is_seat(office) or self._has_complement(office, sentence):
            return None
        if (noun := directed(office)) is not None:
            return self._called(noun, sentence)
        presides = is_of_bureau(office)
        about = [
            self._deputised(office, sentence),
            *self.discourse.topics(sentence.passage)[::-1],
            self.attendance.body(self.finder.bodies) if presides else None,
            self.discourse.under,
            self.discourse.titled if not presides else None,
            house := self.finder.memory.own_house,  # there, "the Treasurer" is that of the network
        ]
        found = next((body for body in about if body is not None and is_a(body.type, "Organization")), None)
        torn = found != house and house in self.discourse.named(sentence.passage)
        return found if not torn else None  # "IOM hosts the secretariat of the Network. Ms. Berg is its Director"

    def _national(self, office: object, sentence: Sentence) -> Entity | None:
        """ "The Minister of the Interior, Mr. Roy, received the Group": of the one State that the passage names and the
        document is about.
        """
        if not isinstance(office, Entity) or not is_of_state(office) or _is_sent(office):
            return None
        text = self.document.text[sentence.start : sentence.end]
        at = min((k for _, label in office.labels if (k := text.find(label)) >= 0), default=0) + sentence.start
        here = [entity for start, _, entity in self.finder.names_in(sentence.start, sentence.end) if start < at]
        about = [] if self.discourse.country is None else [self.discourse.country]
        told = (*self.discourse.named(sentence.passage), *here, *about)
        states = {one.id: one for one in told if one.type == "State"}
        return next(iter(states.values())) if len(states) == 1 else None

    def _deputised(self, office: Entity, sentence: Sentence) -> Entity | None:
        """ "Ms. Berg is Director of the Centre. Mr. Roy, Deputy Director, assists her": of the Centre."""
        words = {word for _, label in office.labels for word in fold(label).split(" ")}
        deputies = data("heads")["deputies"]
        if words.isdisjoint((*deputies["before"], *deputies["after"])):
            return None
        seats = [one for one in self.discourse.named(sentence.passage) if one.type == "Office" and is_seat(one)]
        held = [self.finder.organisations[one.id] for one in seats if one.id in self.finder.organisations]
        return held[-1] if held else None

    def _has_complement(self, office: Entity, sentence: Sentence) -> bool:
        """ "Director of the shelter in Bo": somebody's whom nothing names."""
        if is_of_post(office):
            return True
        words = fold(self.document.text[sentence.start : sentence.end])
        titles = any_folded(label for _, label in office.labels)
        return re.search(rf"(?<!\w)(?:{titles}) (?:of|de|du|des|d')(?!\w)", words) is not None

    def _called(self, noun: str, sentence: Sentence) -> Entity | None:
        """The one thing that the passage or the heading has named under ``noun``: of « Directrice du projet »; a
        programme is a project, whatever its name.
        """
        programmes = any(table(language).nouns.get(noun, ("", ""))[1] == "Programme" for language in LANGUAGES)
        named = [*self.discourse.named(sentence.passage), *self.discourse.topics(sentence.passage)]
        named += [self.discourse.under] if self.discourse.under is not None else []
        fitting = {
            one.id: one for one in named if noun in heads_of(one) or (programmes and is_a(one.type, "Programme"))
        }
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def _unnamed(self, body: object) -> bool:
        """No body, or one that only a short name of this document names: "the Council"."""
        return not isinstance(body, Entity) or body.id.startswith(self.document.id + "/")


def _is_unnamed(participant: object) -> bool:
    """ "40 judges", "States": people and bodies of whom none is named."""
    return isinstance(participant, Entity) and participant.type == "ActorGroup" and participant.id in records()


def _is_counted(thing: Entity) -> bool:
    """Do its labels only count it: "thirty-first regular session", « deuxième foyer »?"""
    counted = (
        fold(label).split(" ")[0] in table(language).ordinals and label.count(" ") < 3 and label == label.lower()
        for language, label in thing.labels
    )
    return bool(thing.labels) and all(counted)


def _is_part(meeting: Entity) -> bool:
    """Is it no more than how a meeting opens or closes?"""
    parts = tuple(map(fold, data("heads")["parts_of_meetings"]))
    return any(fold(label).startswith(parts) for _, label in meeting.labels)


def _is_party(thing: object) -> bool:
    """ "the delegation of Mali, headed by …": people who came together, and no body."""
    parties = frozenset(map(fold, data("heads")["parties"]))
    return isinstance(thing, Entity) and not heads_of(thing).isdisjoint(parties)


def _is_sent(office: Entity) -> bool:
    """ "Ambassador", « Représentante permanente »: abroad, where another State is spoken of."""
    sent = frozenset(map(fold, nations()["abroad"]))
    return any(not sent.isdisjoint(fold(label).split(" ")) for _, label in office.labels)


def _speaks_for_another(office: object) -> bool:
    """ "Spokesman", "police spokesman", "spokesman for the police": such an office says nothing but for whom it speaks;
    "Spokesperson for the Secretary-General" names that.
    """
    speaking = frozenset(map(fold, data("heads")["speaking"]))
    words = [label.split(" ") for _, label in office.labels] if isinstance(office, Entity) else []
    return any(not speaking.isdisjoint(map(fold, one)) and not any(map(str.istitle, one[1:])) for one in words)


def _acts(meeting: Entity) -> bool:
    """A conference under a name of its own ("Ministerial Meeting of the Almaty Process"), no session of a body."""
    named = all(label[:1].isupper() for _, label in meeting.labels)
    return named and not heads_of(meeting) <= frozenset(map(fold, data("heads")["sittings"]))


def _is_sitting(meeting: Entity) -> bool:
    """ "its second session", « trente et unième session ordinaire »: no name of its own."""
    sittings = frozenset(map(fold, data("heads")["sittings"]))
    small = all(label[:1].islower() for _, label in meeting.labels)
    return small and any(not sittings.isdisjoint(fold(label).split(" ")) for _, label in meeting.labels)


def _is_soon(day: str, today: str) -> bool:
    """Does the day follow ``today`` within half a year? One farther off tells that "today" is no date of the text."""
    if len(day) != 10:
        return False
    distance = date.fromisoformat(day) - date.fromisoformat(today)
    return timedelta(0) < distance < timedelta(days=180)


def _adopting(roles: Roles) -> Roles:
    """A resolution is adopted by the organ whose symbol it bears."""
    instrument = roles.get("instrument")
    cited_ = (
        parse(instrument.id)
        if isinstance(instrument, Entity) and instrument.type in ("Resolution", "Decision")
        else None
    )
    if cited_ is None or cited_.organ is None:
        return roles
    organ, body = authority(cited_.organ), roles.get("body")
    if isinstance(body, Entity) and heads_of(body) and heads_of(body).isdisjoint(heads_of(organ)):
        return {}  # "the Council adopted resolution 41/1", which is none of the Assembly's
    return {**roles, "body": organ}
