"""Who replied to an inquiry, where the sentence does not say to which: the document does.

"The following Member States replied: …", "Submissions were received from …".
"""

from __future__ import annotations

from extract.attendance.named import Said, frame, participants, took_part
from extract.attendance.words import patterns
from extract.counting.roles import word_set
from extract.document import Document
from extract.facts import Entity
from extract.framing.attitude import asserted
from extract.framing.elsewhere import enumerated, some_of
from extract.mentions.entities import Register, slug
from extract.syntax.clauses import Clause
from extract.syntax.phrases import Phrase
from extract.syntax.rows import Row
from ontology.fold import fold
from ontology.lexicon import data


class Replies:
    """Reads one document, sentence by sentence; an inquiry that it only speaks of in passing goes to ``register``."""

    def __init__(self, document: Document, register: Register) -> None:
        self.document, self.register = document, register
        self._inquiry: Entity | None = None

    def note(self, text: str, folded: str, language: str) -> None:
        """What is to be replied to, under its words: « une demande d'informations sur les mesures nationales », « la
        note verbale du 3 février 2025 ».
        """
        words = patterns(language)
        if words["inquiry"].search(folded) is None:
            return
        kinds = (words[kind].search(folded) for kind in ("described", "about", "dated"))
        match = next((found for found in kinds if found is not None), None)
        if match is not None:
            label = text[match.start("noun") : match.end()].strip()
            self._inquiry = self._event(slug(label), label, language)

    def told(self, text: str, folded: str, language: str) -> Entity | None:
        """What a sentence of replies says that is replied to; None of one that speaks of no replies."""
        words = patterns(language)
        if not (words["replied"].search(folded) or words["replies"].search(folded)):
            return None
        noun = words["dated"].search(folded) or words["inquiry"].search(folded)
        asked = text[noun.start() : noun.end()] if noun is not None and len(folded) == len(text) else ""
        return self._asked(language, asked)

    def _asked(self, language: str, noun: str) -> Entity:
        """The inquiry that the document spoke of, else what the sentence calls it, else one without a name."""
        if self._inquiry is not None:
            return self._inquiry
        if noun not in ("", "request", "demande", "invitation"):
            return self._event(slug(noun), noun, language)
        event = self._event("request-for-information", "", language)
        for tongue in ("en", "fr"):
            self.register.new(event.id, "Event", tongue, data("attendance")[tongue]["inquiry"][0])
        return self.register.entity(event.id, "Event")

    def _event(self, name: str, label: str, language: str) -> Entity:
        id_ = f"event/{slug(self.document.id)}/{name}"
        return self.register.new(id_, "Event", language, label) if label else Entity(id_, "Event")

    def facts(self, row: Row, asked: Entity) -> Said:
        """Those who replied to what is ``asked``."""
        words = patterns(row.language)
        for clause in row.clauses():
            word = fold(clause.verb.word)
            those: list[Phrase] = []
            if words["replied"].fullmatch(word) and self._to_inquiry(row, clause):
                those = _list_of(clause, clause.subject) or _list_of(clause, enumerated(row, clause))
                those = those or _list_of(clause, some_of(row, clause))  # "41 States replied to it, including Fiji"
                those += [phrase for phrase in clause.gapped if those and participants(phrase)]
            elif words["received"].fullmatch(word) and words["replies"].search(self._beside(row, clause)):
                those = self._from(clause, row.language)
            if those and asserted(row, clause, frame()):
                for phrase in those:
                    yield from took_part(asked, phrase)

    def _to_inquiry(self, row: Row, clause: Clause) -> bool:
        """Is that what is replied to? Not of "answered 8,450 calls", "replied that …", "completed the formalities"."""
        words = patterns(row.language)
        stop = next((item.start for item in row.items[clause.index + 1 :] if item.kind in ("V", ":")), None)
        behind = fold(self.document.text[clause.verb.end : stop or row.items[-1].end]).lstrip()
        if words["inquiry"].search(behind):
            return True
        inverted = clause.subject is not None and clause.subject.start > clause.index  # « auquel ont répondu A et B »
        unsaid = inverted or not behind[:1].isalnum() or words["unaddressed"].match(behind) is not None
        named = words["inquiry"].search(fold(_said(self.document, row, 0, clause.index))) is not None
        return unsaid and (named or words["filled"].fullmatch(fold(clause.verb.word)) is None)

    def _beside(self, row: Row, clause: Clause) -> str:
        """What is received: the words before a passive ("replies were received"), behind an active verb; of "received"
        alone, behind it only where it is told to what they reply: no "Benin received contributions from Togo".
        """
        before = row.items[max(0, clause.index - 8) : clause.index]
        first = fold(" ".join(item.word for item in before if item.kind != "E"))  # no « Fonds de contributions »
        behind = fold(self.document.text[clause.verb.end : clause.verb.end + 30])
        if clause.verb.data.passive:
            return first
        if clause.verb.data.ambiguous and clause.object is None:
            asked = patterns(row.language)["inquiry"].search(fold(_said(self.document, row, 0, len(row.items) - 1)))
            return f"{first} {behind}" if asked is not None else first
        return behind

    def _from(self, clause: Clause, language: str) -> list[Phrase]:
        """The senders: "from A, B and C, as well as from D", « de l'Algérie, du Chili »; or those behind the colon. Of
        "contributions received by the Fund" it is none.
        """
        receives = not word_set(language, "receive").isdisjoint(map(fold, clause.verb.data.lemmas))
        for preposition in ("from", "of", *(() if receives else ("by",))):
            found = [phrase for phrase in clause.slots.get(preposition, ()) if participants(phrase)]
            if found:
                return found
        return [clause.colon] if clause.colon is not None and participants(clause.colon) else []


def _list_of(clause: Clause, subject: Phrase | None) -> list[Phrase]:
    """Who is named: the list behind the colon ("replied to the questionnaire: A, B"), else the subject itself."""
    lists = [clause.colon, *(phrase for phrase in clause.slots.get("to", ()) if phrase.generic)]
    lists += [clause.object] if clause.object is not None and clause.object.generic else []
    listed = next((phrase for phrase in lists if phrase is not None and participants(phrase)), None)
    if listed is not None:
        return [listed]
    return [subject] if subject is not None and participants(subject) else []


def _said(document: Document, row: Row, first: int, last: int) -> str:
    return document.text[row.items[first].start : row.items[last].start]
