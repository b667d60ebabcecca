"""Who asks in a clause: its subject, the resolution that it speaks of, who speaks or is quoted, or who wrote it."""

from __future__ import annotations

import itertools

from extract import wording
from extract.demands import issuers, reach, rulers, speakers, tail
from extract.demands.demand import Demand
from extract.demands.memory import Memory
from extract.demands.words import word_set
from extract.facts import Entity
from extract.framing.attitude import conditional
from extract.syntax.clauses import Clause
from extract.syntax.phrases import Phrase
from extract.syntax.rows import Row
from ontology.fold import strip_accents
from ontology.types import is_a, is_any

_SPEAKING = (*issuers.RULING, "Body", "Person", "Office")
_AT_FIRST = (*_SPEAKING, "Organization", "State")  # "IOM ran a course, inviting …" may only tell what it did


class Askers:
    """Finds who asks. ``speaker`` is who "I" and "we" are, if anyone, ``author`` who speaks in "it is recommended
    that"; where the author ``advises``, under "Recommendations", in "it was recommended that" too.
    """

    def __init__(
        self, row: Row, text: str, memory: Memory, speaker: Entity | None, author: Entity | None, advises: bool
    ) -> None:
        self.row = row
        self.text = text
        self.memory = memory
        self.speaker = speaker
        self.author = author
        self.advises = advises
        self.earlier: list[Demand] = []

    def _impersonal(self, clause: Clause) -> bool:
        """ "it is recommended that", « il a été demandé au Secrétaire général de »."""
        k = clause.index - 1
        while self.row.kind(k) in ("A", "X"):
            k -= 1
        return k >= 0 and self.row.items[k].word in ("it", "il")

    def _issuers(self, clause: Clause, found: tail.Tail) -> list[Entity]:
        row, verb = self.row, clause.verb.data
        if verb.form == "gerund":
            return issuers.named_before(row, self._bare(clause.index)) or self._beside(clause.index)
        written = issuers.instruments(row, clause, found.index)
        if verb.passive and verb.form == "finite" and (self._impersonal(clause) or "by" not in clause.slots):
            same = self.memory.written if self._same_resolution() else []
            return written or same or self._impersonal_author(clause)
        if verb.form == "participle":  # « a créé le fonds, chargé l'ONUDC de »
            finite = [k for k in range(clause.index) if row.kind(k) == "V" and row.items[k].data.form == "finite"]
            first = row.clause(next((k for k in reversed(finite) if reach.compound(row, k, self.text)), finite[-1]))
            written = issuers.instruments(row, first, first.index) or self._within(first)
            return written or issuers.actors(row, first)
        shared = self._shared(clause)
        if shared:
            return shared
        asking = speakers.settled(row, issuers.actors(row, clause), clause.index, self.memory.voices)
        if asking and any(issuers.is_written(one) for one in asking):
            return asking
        if not asking and self._is_the_text(clause.index) and self.memory.passed is not None:
            return [self.memory.passed]
        if not asking:
            spoken = speakers.stands_for(row, clause.subject, clause.index, self.memory.voices)
            envoy = speakers.envoy(row, clause.index)
            known = self._first_person(clause) or envoy or spoken or self._of_main(clause) or self._writer(clause)
            known = known or issuers.apposed(row, clause.index)
            return self._carried(clause, known) or self._she(clause.subject) or self._gathered(clause)
        written = written or self._within(clause)
        if written and not any(is_any(one.type, ("Person", "Office")) for one in asking):
            return written
        return self._carried(clause, asking)

    def _is_the_text(self, index: int) -> bool:
        """ "The new resolution “calls on …”", « Le texte demande »: does what was adopted open the sentence and ask?"""
        subject = self.row.clause(index).subject
        k = index - 1 if subject is None else subject.members[0].index
        while self.row.kind(k) in ('"', "A"):
            k -= 1
        noun = self.row.kind(k) in ("W", "N") and self._is_one(k, "adopted_nouns")
        opens = k - 1
        while self.row.kind(opens) in ("A", "J", "W") and self._is_one(opens, "new"):
            opens -= 1
        definite = self.row.kind(opens) == "D" and self._is_one(opens, "definite")
        return noun and definite and self.row.kind(opens - 1) in ("", '"')

    def _is_one(self, index: int, listed: str) -> bool:
        return strip_accents(self.row.items[index].word) in word_set(self.row.language, listed)

    def _within(self, clause: Clause) -> list[Entity]:
        """« Elle [y] prie le secrétariat de »: the text that was spoken of last."""
        return self.memory.texts[-1:] if "y" in clause.verb.data.clitics else []

    def _beside(self, index: int) -> list[Entity]:
        """ "Urging armed groups to stop, the Council demanded …", "The Council renewed the mandate, calling upon States
        to …": the subject of the clause beside which the gerund at ``index`` stands.
        """
        opens = all(self.row.kind(k) == "A" for k in range(index))
        if not opens and self.row.kind(index - 1) != ",":
            return []
        finite = (k for k in range(len(self.row.items)) if reach.is_finite(self.row, k))
        clauses = [self.row.clause(k) for k in finite if not speakers.is_quoted(self.row, k)]
        main = next((one for one in clauses if (one.index > index) == opens), None)
        if main is None or main.verb.data.passive or main.verb.data.negated:
            return []
        if main.subject is None:  # "Norway's delegate said that …, urging States to"
            return [] if opens or conditional(self.row, main.index) else speakers.envoy(self.row, main.index)
        if not opens and reach.is_text(self.row, index - 2) and not issuers.is_subject(self.row, index - 2):
            return []  # "withdrew a paragraph, inviting donors to pay"
        behind = self.row.kind(main.subject.start - 1 - (self.row.kind(main.subject.start - 1) == "D")) == ","
        said = not conditional(self.row, main.index) and (behind if opens else main.subject.start < main.index)
        voices = self.memory.voices
        found = speakers.settled(self.row, issuers.actors(self.row, main), main.index, voices)
        found = found or speakers.stands_for(self.row, main.subject, main.index, voices) or self._she(main.subject)
        return [one for one in found if is_any(one.type, _AT_FIRST if opens else _SPEAKING)] if said else []

    def _writer(self, clause: Clause) -> list[Entity]:
        """ "The evaluator recommends", « Les auteurs recommandent »: who wrote the document."""
        k = clause.index - 1
        while self.row.kind(k) == "A":
            k -= 1
        opens = self.row.kind(k - 1) == "D" and self.row.kind(k - 2) in ("", ",")
        known = opens and strip_accents(self.row.items[k].word) in word_set(self.row.language, "writers")
        return [self.author] if known and self.author is not None else []

    def _of_main(self, clause: Clause) -> list[Entity]:
        """ "The Conference set up the Group, which it mandated to advise it": the subject of the main clause."""
        subject = clause.subject
        if subject is None or subject.members[0].item.kind != "O" or self.row.kind(subject.start - 1) != "R":
            return []
        main = next((k for k in range(subject.start - 1) if reach.is_finite(self.row, k)), None)
        asking = issuers.actors(self.row, self.row.clause(main)) if main is not None else []
        return [one for one in asking if is_any(one.type, (*issuers.RULING, "Body"))]

    def _gathered(self, clause: Clause) -> list[Entity]:
        """ "participants urged", « les ministres ont invité », "The participants in the Forum called upon": people whom
        no list knows, who speak together.
        """
        row, first, last = self.row, clause.index, clause.index - 1
        while row.kind(last) == "A" or row.items[last].word in wording.words("weekdays"):
            last -= 1 + (row.kind(last - 1) == "P")  # "UN experts on Tuesday urged"
        while first > 0 and row.kind(first - 1) in "WNQPDEA":
            first -= 1
        if row.kind(first) == "D" and row.items[first].word in word_set(row.language, "articles"):
            first += 1
        heads = word_set(row.language, "gathered")
        noun = next((k for k in range(first, min(first + 3, clause.index)) if row.items[k].word in heads), None)
        if noun is None or any(row.kind(k) not in "WNQE" for k in range(first, noun)) or clause.verb.data.passive:
            return []
        if not word_set(row.language, "interrogative").isdisjoint(row.items[k].word for k in range(first, noun)):
            return []
        whose = next((k for k in range(noun + 1, clause.index) if row.kind(k) == "E"), None)
        if row.items[noun].word in word_set(row.language, "members") and whose is not None:
            return [row.items[whose].data]
        return [rulers.together(self.text[row.items[first].start : row.items[last].end], row.language)]

    def _shared(self, clause: Clause) -> list[Entity]:
        """« a demandé aux États de …, les a invités à … et les a appelés à … »: the first verb has the subject."""
        before = clause.index - 1
        while self.row.kind(before) in ("A",) or (
            before >= 0 and self.row.items[before].word in ("les", "leur", "l", "lui")
        ):
            before -= 1
        joined = self.row.kind(before) in (",", "C")
        return self.earlier[-1].issuers if joined and self.earlier and clause.verb.data.form != "gerund" else []

    def _first_person(self, clause: Clause) -> list[Entity]:
        """ "I thank them and urge all Governments to …"."""
        if clause.verb.data.passive:
            return []
        speaking = word_set(self.row.language, "speaker")
        for k in range(clause.index - 1, -1, -1):
            item = self.row.items[k]
            if item.kind in (";", ":", '"'):
                return []
            if item.word in speaking and item.kind in ("W", "O", "D"):
                return self._quoted(clause) or ([self.speaker] if self.speaker is not None else [])
            if item.kind == "E" and self.row.kind(k + 1) == "V":
                return []
        return []

    def _quoted(self, clause: Clause) -> list[Entity]:
        """Whose words they are, within quotation marks that this sentence opens or one before it."""
        if not (self.memory.quoted or speakers.is_quoted(self.row, clause.index)):
            return []
        last = [voice.entity for voice in self.memory.voices if voice.human][-1:]
        return speakers.quoted(self.row, clause.index) or last

    def _she(self, subject: Phrase | None) -> list[Entity]:
        """ "She also recommends", with nobody named before in the paragraph: who wrote the report."""
        if subject is None or subject.members[0].item.kind != "O" or subject.members[0].item.several:
            return []
        if subject.members[0].item.word in ("they", "ils", "elles"):
            return self.memory.issuers or self.memory.last
        if self.memory.last and (self._further(subject.start) or (self.memory.follows and subject.start == 0)):
            return self.memory.last
        if self.memory.passage >= 0 and any(is_a(one.type, "Meeting") for one in self.memory.issuers):
            return self.memory.issuers  # "The meeting encouraged … It invited …"
        return self._author(subject)

    def _author(self, subject: Phrase) -> list[Entity]:
        """Who wrote the report, where the pronoun may stand for them."""
        if self.author is None or subject.members[0].item.kind != "O" or subject.members[0].item.several:
            return []
        human = self.author.type in ("Person", "Office")
        word = subject.members[0].item.word
        return [self.author] if word in (("he", "she") if human else ("it", "il", "elle")) else []

    def _impersonal_author(self, clause: Clause) -> list[Entity]:
        """ "It is recommended that", "Member States are encouraged to": who speaks, or wrote the document, asks."""
        present = self._inside(clause.index)[0] in word_set(self.row.language, "present")
        said = present or (self.advises and self._impersonal(clause))
        return [self.author] if self.author is not None and said else []

    def _carried(self, clause: Clause, asking: list[Entity]) -> list[Entity]:
        """« Elle a aussi demandé »: in the resolution of the sentence before."""
        memory = self.memory
        if memory.written and self._same_resolution():
            return memory.written
        if memory.adopted and asking and asking[0].id in memory.adopted:
            return [memory.adopted[asking[0].id]]  # "By the text, the Council requested …"
        subject = clause.subject
        pronoun = subject is not None and subject.members[0].item.kind == "O"
        if pronoun and memory.organ == "" and any(map(issuers.is_written, memory.issuers)):
            return memory.issuers  # "The new resolution calls on States to … It also requests …"
        if memory.organ == "" or [one.id for one in asking] != [memory.organ]:
            return asking
        return memory.issuers if pronoun or self._further(clause.index) else asking

    def _further(self, index: int) -> bool:
        """ "also", « en outre » beside or within the verb at ``index``."""
        near = (item.word for item in self.row.items[max(0, index - 3) : index + 3])
        further = word_set(self.row.language, "further")
        return any(strip_accents(word) in further for word in (*near, *self._inside(index)))

    def _same_resolution(self) -> bool:
        """ "in the same resolution", « dans la même résolution »."""
        words = [item.word for item in self.row.items]
        return any(pair in (("same", "resolution"), ("même", "résolution")) for pair in itertools.pairwise(words))

    def _inside(self, index: int) -> list[str]:
        """The words of the verb group: « a également demandé »."""
        item = self.row.items[index]
        return self.text[item.start : item.end].lower().split()

    def _bare(self, index: int) -> int:
        return index - 1 if self.row.kind(index - 1) == "," else index
