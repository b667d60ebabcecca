"""What a sentence says that somebody asked: "In resolution 2388 (2017), the Council called upon Member States to …"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.demands import advice, fulfilled, inline, issuers, reach, speakers, tail
from extract.demands.addressees import addressees
from extract.demands.askers import Askers
from extract.demands.demand import Demand
from extract.demands.gapped import gapped
from extract.demands.renewed import noun_act, owned
from extract.demands.words import acts, openers, word_list, word_set
from extract.facts import Entity
from extract.framing.attitude import conditional, doubted, performed
from extract.framing.governing import demanded_clause
from extract.syntax.clauses import Clause
from extract.syntax.phrases import Phrase
from ontology.types import is_a, is_any


class Telling(Askers):
    """Reads the demands that a row tells of."""

    def demands(self, since: int = 0) -> Iterator[Demand]:
        """The demands of the row whose verb stands at offset ``since`` or behind it, in their order."""
        if self.row.kind(len(self.row.items) - 1) == "?":
            return
        known = acts(self.row.language)
        for index, item in enumerate(self.row.items):
            if item.kind != "V" or item.start < since:
                continue
            act = next((known[lemma] for lemma in item.data.lemmas if lemma in known), None)
            said = (act, None) if act is not None else noun_act(self.row, index)
            demand = self._demand(index, *said) if said is not None else None
            since = demand.pieces[-1][1] if demand is not None and demand.pieces else since
            for one in [] if demand is None else self._with_gapped(demand):
                self.earlier.append(one)
                yield one
        yield from fulfilled.demands(self.row, self.text, since)
        yield from owned(self.row, self.text, since) if not self.earlier else ()

    def _with_gapped(self, demand: Demand) -> Iterator[Demand]:
        """« a prié le Secrétaire général de … et l'ONUDC de … »: a demand for each of them."""
        row = self.row
        also = list(gapped(row.items, demand.first, demand.end, demand.mark, row.language, self.text))
        ends = [*(index for index, _ in also), demand.end]
        yield replace(demand, end=ends[0])
        for (_, found), end in zip(also, ends[1:], strict=True):
            yield replace(demand, addressees=found.addressees, start=found.start, first=found.index, end=end)

    def _demand(self, index: int, act: str, noun: int | None) -> Demand | None:
        """The demand of the verb at ``index``; ``noun`` is the index behind the noun that says what is asked."""
        row = self.row
        clause = row.clause(index)
        verb = clause.verb.data
        if verb.reflexive or verb.unreal or verb.negated or not self._said(clause):
            return None
        behind = noun if noun is not None else self._behind(clause)
        found = (
            tail.find(row.items, behind, row.language, self.text, act) or self._thing(clause) or self._listed(clause)
        )
        if found is None and act == "mandates" and row.language == "en":
            found = tail.charged(row.items, self._behind(clause), row.language, self.text)
        if found is None or (act == "decides" and verb.passive):
            return None
        people = self._addressees(clause, found)
        asking = self._issuers(clause, found)
        ruling = any(is_any(one.type, issuers.RULING) for one in asking)
        if not asking or (not ruling and (act == "decides" or found.mark == tail.THING)):
            return None
        people = tuple(one for one in people if one not in asking)
        if not people and found.mark not in ("", tail.THING) and act != "decides":
            return None
        stronger = openers(row.language).stronger
        adverbs = {row.items[k].word for k in range(index + 1, min(index + 4, len(row.items)))} | {*self._inside(index)}
        if act == "requests" and not adverbs.isdisjoint(stronger):
            act = "urges"
        last = row.items[-1].end
        pieces = inline.pieces(self.text, clause.verb.end, found.start, last, row.language)
        end = len(row.items) if pieces else reach.end(row, clause, found.index, self.text)
        end = next((k - 1 for k, _ in speakers.inserted(row, found.index) if k <= end), end)
        shared = bool(self._shared(clause))
        return Demand(act, asking, people, found.start, found.index, end, found.mark, index, shared, pieces)

    def _thing(self, clause: Clause) -> tail.Tail | None:
        """What is asked for where it is no action: "encouraged the exchange of information", "called for an end to"."""
        items, verb = self.row.items, clause.verb.data
        if verb.passive or set(verb.lemmas).isdisjoint(word_list(self.row.language, "things")):
            return None
        k = clause.index + 1
        if "call" in verb.lemmas:
            if self.row.kind(k) != "P" or items[k].word != "for":
                return None
            k += 1
        gerund = self.row.kind(k) == "V" and items[k].data.form == "gerund"  # "recommends integrating"
        if self.row.kind(k) not in ("D", "W", "N") and not gerund or self.row.kind(self.row.skip(k)) == "E":
            return None
        return tail.Tail((), k, items[k].start, tail.THING)

    def _listed(self, clause: Clause) -> tail.Tail | None:
        """ "States are encouraged:", "The Committee recommends (that):": what for, and whom, stands below."""
        colon = clause.index + 1
        if self.row.items[colon : colon + 1] and self.row.items[colon].word in word_set(self.row.language, "that"):
            colon += 1
        alone = self.row.kind(colon) == ":" and colon == len(self.row.items) - 1
        mark = "to" if clause.verb.data.passive else ""
        return tail.Tail((), colon, self.row.items[colon].start, mark) if alone else None

    def _behind(self, clause: Clause) -> int:
        """Where the addressees may begin: behind the verb, or behind "by the Council" of a passive."""
        k = clause.index + 1
        if clause.verb.data.passive and clause.verb.data.form == "finite":
            for phrase in clause.slots.get("by", ()):
                k = max(k, phrase.end)
        return k

    # -- is it said? ---------------------------------------------------------------------------------------------------

    def _said(self, clause: Clause) -> bool:
        row, verb, index = self.row, clause.verb.data, clause.index
        if conditional(row, index) or doubted(row, clause):
            return False
        if verb.form == "infinitive":  # "continues to urge"
            series = self.earlier and reach.in_series(row, self.earlier[-1].index, index)
            return bool(series) or performed(row, index)
        if verb.form == "gerund":
            named = row.kind(index - 1) in ("E", ",", ")") and bool(issuers.named_before(row, self._bare(index)))
            return named or bool(self._beside(index))
        if verb.form == "participle":
            return reach.joined(row, index)
        if verb.ambiguous and row.kind(index + 1) == "P" and row.items[index + 1].data == "by":
            return False
        main = verb.form == "finite" and (row.language == "en" or reach.compound(row, index, self.text))
        if main and (self._shared(clause) or reach.other_asks(row, index, 0) is not None):
            return True  # "recommends that the Council hold a debate, and calls upon donors to …"
        return not demanded_clause(row, index)

    # -- whom -----------------------------------------------------------------------------------------------------

    def _addressees(self, clause: Clause, found: tail.Tail) -> tuple[Entity, ...]:
        verb = clause.verb.data
        if verb.passive and verb.form == "finite" and not self._impersonal(clause):
            subject = clause.subject or self._last_before(clause.index)
            if found.mark == "":
                return found.addressees
            if subject is None:
                asked = self._plain(clause.index) if "by" in clause.slots else ()
                return found.addressees or self._opening(clause.index) or asked
            after = range(subject.end, clause.index)  # « Les établissements financiers sont invités à »
            end = clause.index if all(self.row.kind(k) in "WAJ" for k in after) else subject.end
            start = subject.start - (self.row.kind(subject.start - 1) == "W")  # "Ferry companies were asked to"
            said = addressees(self.row.items, start, end, self.row.language, self.text)
            named = tuple(one for one in subject.members[0].item.several[:1] if is_a(one.type, "Actor"))
            return tuple(said) or named or tuple(self._author(subject))
        if found.addressees:
            return found.addressees
        if self.speaker is not None and (verb.clitics & {"m", "me"} or self._said_them(clause.index, ("me",))):
            return (self.speaker,)
        told = self._told_of(clause)
        if told:
            return told
        if "to" in clause.opening:  # « Aux entreprises, elle recommande de »
            return tuple(one for phrase in clause.opening["to"] for one in self._actors_in(phrase))
        single = bool(verb.clitics & {"l", "lui", "le", "la"})
        if not (single or verb.clitics & {"les", "leur"} or found.them or self._said_them(clause.index)):
            return ()
        if self.earlier and self.earlier[-1].addressees:
            return self.earlier[-1].addressees
        human = single or self._said_them(clause.index, ("him", "her"))
        person = self._person_before(clause.index) if human else ()
        if not person and self._said_them(clause.index, ("him", "her")):  # "The opposition has asked her to resign"
            person = tuple(one.person or one.entity for one in self.memory.voices if one.human)[-1:]
        if self.memory.quoted or speakers.is_quoted(self.row, clause.index):
            return person  # of whom a quotation speaks, the sentences around it do not say
        single = single or self._said_them(clause.index, ("it",))  # "has now requested it to print them"
        return (
            person
            or self._object_before(clause)
            or self.memory.addressees
            or (self.memory.topics[-1:] if single else ())
        )

    def _told_of(self, clause: Clause) -> tuple[Entity, ...]:
        """ "the Group, which it mandated to advise it", « que le Conseil a priée de »: of a relative clause."""
        object_, subject = clause.object, clause.subject
        if object_ is None or subject is None or not object_.end <= subject.start < clause.index:
            return ()
        led = any(self.row.kind(k) == "R" for k in range(object_.end, subject.start))
        return tuple(self._actors_in(object_)) if led else ()

    def _actors_in(self, phrase: Phrase) -> Iterator[Entity]:
        return addressees(self.row.items, phrase.start, phrase.end, self.row.language, self.text)

    def _object_before(self, clause: Clause) -> tuple[Entity, ...]:
        """ "reminded Chad of its duties and urged it to": whom the verb that "and" joins it to is about."""
        before = next((k for k in range(clause.index - 1, -1, -1) if reach.is_finite(self.row, k)), None)
        joined = self.row.kind(clause.index - 1) in ("C", "A", "O") or bool(clause.verb.data.clitics)
        if before is None or not joined:
            return ()
        object_ = self.row.clause(before).object
        members = object_.members if object_ is not None else []
        return tuple(one for member in members for one in member.entities if is_a(one.type, "Actor"))

    def _last_before(self, index: int) -> Phrase | None:
        """« Ce financement n'ayant pas été renouvelé, les États sont encouragés à »: the phrase up to the verb."""
        comma = next((k for k in range(index - 1, -1, -1) if self.row.kind(k) == ","), -1)
        phrase = self.row.phrase(comma + 1, before_verb=True)
        between = range(phrase.end, index) if phrase is not None else range(index)
        return phrase if len(between) <= 3 and all(self.row.kind(k) in ("W", "A") for k in between) else None

    def _opening(self, index: int) -> tuple[Entity, ...]:
        """ "States that have not yet ratified it are invited to": those whom a relative clause describes."""
        relative = next((k for k in range(index) if self.row.kind(k) == "R" or self.row.items[k].word == "that"), None)
        if relative is None or not any(reach.is_finite(self.row, k) for k in range(relative, index)):
            return ()
        return tuple(addressees(self.row.items, 0, relative, self.row.language, self.text))

    def _plain(self, index: int) -> tuple[Entity, ...]:
        """ "Ferry crews in the Gulf had been asked by the Board to": people whom no list knows, before the verb."""
        start = next((k + 1 for k in range(index - 1, -1, -1) if self.row.kind(k) in (",", ";", ":", '"')), 0)
        if any(self.row.kind(k) in ("V", "R", "S", "O", "X") for k in range(start, index)):
            return ()
        found = addressees(self.row.items, start, index, self.row.language, self.text)
        return tuple(one for one in found if advice.acts(one, self.row.language))

    def _person_before(self, index: int) -> tuple[Entity, ...]:
        """ "renewed the mandate of the Special Rapporteur and asked her to"."""
        named = (item.data for item in reversed(self.row.items[:index]) if item.kind == "E")
        return tuple(entity for entity in named if is_any(entity.type, ("Person", "Office")))[:1]

    def _said_them(self, index: int, words: tuple[str, ...] = ("them", "it", "him", "her")) -> bool:
        return any(self.row.items[k].word in words for k in range(index + 1, min(index + 3, len(self.row.items))))
