"""Where lists, adjuncts, relatives and participles begin and end to the left of a verb."""

from __future__ import annotations

from extract.syntax.apposed import Apposed
from extract.syntax.items import has
from extract.syntax.phrases import Phrase
from extract.syntax.steps import NOUNS, has_part, sends
from ontology.lexicon import verb_set
from ontology.types import is_a

_BEFORE_NAMES = frozenset('DA"#')

_AND = ("and", "et")


class Positions(Apposed):
    """Tells what stands at a place of a sentence, without asking for any verb's subject."""

    def _tells_alone(self, index: int) -> bool:
        """Is the "-ed" at ``index`` the only verb that can be the main one, alone or with those joined to it: "Open
        Roads, run by IOM, [started] in 2022 and covers Mali"?
        """
        others = (k for k, item in enumerate(self.items) if item.kind == "V" and k != index and self.finite(k))
        return self.items[index].data.ambiguous and all(
            k > index and self.kind(self.back(k, "A")) == "C" for k in others
        )

    def _before_its(self, index: int) -> int:
        """ "La Strada International and its members published": where the name ends; else ``index``."""
        its = self.kind(index) in ("Q", "W") and has(self.items[index - 1], "possessive")
        return index - 3 if its and self.kind(index - 2) == "C" and self.kind(index - 3) in ("E", ")") else index

    def perfect_infinitive(self, index: int) -> bool:
        """« d'avoir ratifié », "for having acceded": said of what was done."""
        return self.items[index].surface.lower() in ("avoir", "être", "having")

    def reduced(self, index: int) -> bool:
        """A participle that describes what stands before it: "established in 2010", "the Group, chaired by …"."""
        verb = self.items[index].data
        return verb.form in ("participle", "gerund") or (
            verb.ambiguous
            and self.kind(after := self.skip(index + 1)) in ("P", "T", "", ",", ";")
            and not (self.kind(after) == "T" and self.kind(after + 1) == "P" and self.items[after + 1].data == "as")
            and not self._completes(index)
            and not self._is_active(index)
        )

    def _is_active(self, index: int) -> bool:
        """ "UNODC, which hosts the Forum, [called] on States", "appealed to": a verb that has no passive, or none with
        this preposition; "representatives of IOM and of UNICEF [attended] as observers".
        """
        lemmas, led = self.items[index].data.lemmas, self.items[index + 1 : index + 2]
        calls = not verb_set("calling_on").isdisjoint(lemmas) and bool(led) and led[0].word in ("on", "upon", "for")
        dated = self.kind(self.skip(index + 2)) == "T"  # "the meeting called for 3 May"
        came = not verb_set("coming").isdisjoint(lemmas) and (not led or led[0].data == "as" or led[0].kind == ".")
        return not verb_set("intransitive").isdisjoint(lemmas) or (calls and not dated) or came

    def _completes(self, index: int) -> bool:
        """ "which in 2020 IOM [launched] in Togo", "which IOM, with UNICEF, [launched]": the first verb behind a
        relative pronoun, but "which IOM, [established] in 1951, runs".
        """
        last = index - 1
        if self.kind(last) == ",":
            last = self.back(last, "PDAECW()")
            if self.kind(last) != "," or self.kind(last + 1) not in ("P", "C"):
                return False
        relative = self.back(last, "PDAECT(),W")
        return self.kind(relative) == "R" and self.kind(relative + 1) != "," and relative < index - 1

    def _is_article(self, index: int) -> bool:
        """« Des ateliers se sont tenus … »: « des » that opens a clause is an article, not « de + les »."""
        return self.items[index].word == "des" and self.kind(index - 1) in ("", ";", ":", ".")

    def _opens(self, index: int) -> bool:
        """No verb governs the mention at ``index``: not "…, which supplements the Convention, 1930, entered into …"."""
        k = self.back(index, 'DA"')
        return self.kind(k) != "V"

    def _inverted(self, relative: int, index: int) -> bool:
        """« que préside l'Islande », « auquel a adhéré le Gabon »: the subject follows the verb."""
        word = self.items[relative].word
        if self.kind(self.skip(self.behind(index))) not in NOUNS:
            return False
        led = word in ("laquelle", "lequel", "lesquelles", "lesquels") and self.kind(relative - 1) == "P"
        led = led or word in ("auquel", "auxquels", "auxquelles")  # « à laquelle étaient représentés le Chili et »
        return led or (word in ("que", "qu", "dont", "où") and not self.items[index].data.passive)

    def behind(self, index: int) -> int:
        """Where the subject of an inverted verb begins: « que préside [depuis 2019] M. X », « que gère [pour le compte
        de l'OIM] la Banque ».
        """
        led = self.skip(index + 2)
        short = self.kind(index + 1) == "P" and self.kind(led) in ("T", "W", "E")
        return led + 1 if short and self.kind(self.skip(led + 1)) in NOUNS else index + 1

    def _sent_by(self, index: int) -> Phrase | None:
        """ "Ms. Chalhoub, of Caritas Lebanon, who chaired it": she, and not who is named at ``index``."""
        k = self.open(index) - 1 if self.kind(index) == ")" else index
        k -= 1
        while self.kind(k) == "D":
            k -= 1
        led = self.kind(k) == "P" and self.items[k].data in ("of", "from") and self.kind(k - 1) == ","
        last = self.open(k - 2) - 1 if self.kind(k - 2) == ")" else k - 2
        person = led and self.kind(last) == "E" and self.items[last].data.type == "Person"
        return Phrase([self.member(last)[0]], last, k - 1) if person else None

    def holder_before(self, comma: int) -> int | None:
        """ "Ms. Okoth (Kenya), Chair of the Board, who …", « Mme Sow, alors Ministre de la justice, qui … »: she, whose
        post stands behind the comma, with nothing but what it is a post of.
        """
        post = comma + 1
        while self.kind(post) in ("D", "A") or (self.kind(post) == "W" and has(self.items[post], "once")):
            post += 1
        last = self.open(comma - 1) - 1 if self.kind(comma - 1) == ")" else comma - 1
        person = self.kind(last) == "E" and self.items[last].data.type == "Person"
        held = self.kind(post) == "Q" or (self.kind(post) == "E" and self.items[post].data.type == "Office")
        return last if person and held else None

    def _envoy(self, index: int) -> int:
        """ "The delegate of Chile and the observer for IOM": where "delegate" stands, of the list that ends at
        ``index``.
        """
        k = (self.list_start(index) or index) - 1
        while self.kind(k) in _BEFORE_NAMES:
            k -= 1
        return k - 1

    def _complemented(self, index: int) -> tuple[int | None, str]:
        """« le projet de l'OIT et de l'OMI », "the office in Chad": where the name stands that the one at ``index``
        (or the list that ends there) is a complement of, None where there is none, and the preposition between them.
        """
        k, joined = index, False
        while self.kind(k) == "E":
            k -= 1
            while self.kind(k) == "D":
                k -= 1
            led = self.items[k].data if self.kind(k) == "P" else ""
            k -= bool(led)
            while led and self._adjective(k):
                k -= 1  # « un programme régional de l'UNICEF »
            if self.kind(k) != "C" and not (self.kind(k) == "," and joined):
                return (k, led) if led and self.kind(k) == "E" else (None, "")
            k, joined = k - 1, True
        return None, ""

    def _before_title(self, index: int) -> int:
        """ "resolution 79/231, entitled “Persons held at sea”, which …": before the title in quotes that ends at
        ``index``.
        """
        start = (
            next((k for k in range(index - 1, -1, -1) if self.kind(k) == '"'), -1) if self.kind(index) == '"' else -1
        )
        if start < 2 or not has(self.items[start - 1], "naming"):
            return index
        return start - 2 - (self.kind(start - 2) == ",")

    def _before_date(self, index: int) -> int:
        """ "resolution 64/293 of 30 July 2010, by which …": before the date of the text, that ends at ``index``."""
        text = self.back(index, "PD") if self.kind(index) == "T" else index
        dated = self.kind(text) == "E" and is_a(self.items[text].data.type, "Instrument")
        return text if dated and self.items[text + 1].data == "of" else index

    def _relative_opens(self, index: int) -> bool:
        """ "which the Forum adopted in 2015": the mention at ``index`` stands right behind a relative pronoun."""
        k = self.back(index)
        return self.kind(index) == "E" and self.kind(k) == "R"

    def list_start(self, index: int) -> int | None:
        """First member of the list whose last member is at ``index``."""
        i = first = index
        clause = None  # "including Fiji and Japan, and [Peru] ratified": where a clause may begin behind another list
        while True:
            j = i - 1
            while self.kind(j) in ("D", "A", '"'):
                j -= 1
            if self._leads_part(j) and self._people(j - 1):  # "and the observer for INTERPOL took part"
                j -= 2
                while self.kind(j) in ("D", "A"):
                    j -= 1
            if self.kind(j) not in ("C", ",") or (self.kind(j) == "," and first == index):
                return first  # "Founded by UNODC and IOM, the Alliance comprises": no list without "and" at its end
            if self.kind(j) == "C" and self.kind(j - 1) == ",":
                clause = first if self.items[j].word in _AND else clause
                j -= 1
            elif self.kind(j) == "C" and clause is not None:
                return clause
            j -= 1
            while self.kind(j) == '"':
                j -= 1
            if self.kind(j) == ")":
                j = self.open(j) - 1
            if self.kind(j) != self.kind(index) or self._ends_fronted(j) or self._is_day(j):
                return first
            first = i = j

    def _taken(self, index: int) -> bool:
        """ "IOM chairs ICAT and UNODC hosts …": what stands at ``index`` is the object of the verb before it."""
        k = index - 1
        while self.kind(k) in _BEFORE_NAMES and self.items[k].word != "that":
            k -= 1
        return self.kind(k) == "V" and self.items[k].data.form in ("finite", "base", "infinitive")

    def _is_day(self, index: int) -> bool:
        """ "On 18 December, International Migrants Day, the Task Force and ILO …": a day does nothing."""
        return self.kind(index) == "E" and self.items[index].data.type == "Observance"

    def _people(self, index: int) -> bool:
        """ "Experts", "Judges" at ``index``, who stand for where they come from?"""
        item = self.items[index] if index >= 0 else None
        return item is not None and (has(item, "people") if item.kind == "W" else item.kind == "E" and sends(item.data))

    def _ends_fronted(self, index: int) -> bool:
        """« Avec l'ONUDC, l'OIM fait … »: what a preposition leads at the head of the sentence is no member of a
        list.
        """
        i = index - 1
        while self.kind(i) in ("D", "A", '"'):
            i -= 1
        if self.kind(i) == "P" and self.items[i].data == "from" and self.kind(index + 1) == "C":
            return False  # "judges from Mali and Togo": from both
        if self.kind(i) == "P" and self._people(i - 1) and self.kind(index + 1) == "C":
            return False  # "Judges in Benin and Ghana attended"
        sent = i > 0 and (has_part(self.items[i - 1]) or self._people(i - 1))
        if sent and self._leads_part(i):
            return False  # "Representatives of Benin, Ghana and Togo", "experts from UNODC, INTERPOL and Europol"
        if self.describing(index) is not None:
            return False  # "A project led by IOM and UNODC was launched"
        return self.kind(i) == "P"

    def before_relatives(self, index: int) -> int:
        """ "The Group, which Niger founded and of which Spain, Zambia and Fiji are members, is [chaired by …]": the
        comma before the first of the relative clauses that alone stand between it and the comma at ``index``, or -1.
        """
        for k in range(index - 1, -1, -1):
            if self.kind(k) in (";", ":", "S"):
                return -1
            opens = self.kind(k + 1) == "R" or (self.kind(k + 1) == "P" and self.kind(k + 2) == "R")
            if self.kind(k) == "," and opens:
                return k if self._relatives(k + 1, index) else -1
        return -1

    def _relatives(self, start: int, end: int) -> bool:
        """Has each verb of ``[start, end)`` a relative pronoun of its own, or shares the one before by "and"?"""
        led = False
        for k in range(start, end):
            if self.kind(k) == "R":
                led = self.kind(k + 1) != ","  # « qui, en mars 2024, a été nommée »
            elif self.kind(k) == "V":
                if self.finite(k) and not led and self.kind(k - 1) != "C":
                    return False
                led = led and self.items[k].data.form in ("participle", "gerund")
        return not led  # "in which Benin and Mali, as well as the African Union, [took part]"

    def _mark_before(self, index: int) -> int:
        """The comma before ``index`` in the same clause, or -1: to pass over a segment of several commas."""
        for k in range(index, -1, -1):
            if self.kind(k) == ",":
                return k
            if self.kind(k) in (";", ":", "S") or (self.kind(k) == "V" and self.finite(k) and self.kind(k - 1) != "R"):
                return -1
        return -1

    def _parenthetical(self, start: int, end: int) -> bool:
        """Between commas and no clause of its own, unless a relative one."""
        if self.kind(start) == "R" or self.kind(start + 1) == "R":
            return True
        if self.language == "fr" and self.kind(start) == "V" and self.kind(self.skip(end + 1)) == "V":
            return True  # « ce dernier, a fait valoir la Ministre, contribue à »
        if self._is_remark(start, end) and self.kind(self.skip(end + 1)) == "V":
            return True
        return not any(self.kind(k) == "V" and self.finite(k) and self.kind(k - 1) != "R" for k in range(start, end))

    def _is_remark(self, start: int, end: int) -> bool:
        """ "His country, [she added], had acceded to it", "The Board, [the Director noted], is chaired by IOM"."""
        verb = self.items[end - 1].data if self.kind(end - 1) == "V" and start < end - 1 else None
        who = all(self.kind(k) in ("O", "E", "D", "Q") for k in range(start, end - 1))
        return who and verb is not None and not verb.passive and not verb_set("remarking").isdisjoint(verb.lemmas)

    def _relative_over_date(self, index: int) -> int | None:
        """ "the Community, which since 2020 has administered the Fund": the relative before the date at ``index``."""
        k = index
        while self.kind(k) in ("T", "P", "A"):
            k -= 1
        return k if self.kind(k) == "R" and self.kind(k - 1) != "P" else None

    def inverted(self, index: int) -> int | None:
        """ "Sitting on it are A and B", "Also present there were …": the verb behind what opens the sentence."""
        if self.items[index].data.form == "finite" and not self.items[index].data.ambiguous:
            return None
        for k in range(index + 1, len(self.items)):
            if self.kind(k) == "V":
                opens = self.items[k].data.link and self.kind(k - 1) not in ("R", "S", "C")
                return k if opens and self.kind(self.skip(k + 1)) in NOUNS else None  # not "is under consideration"
            if self.kind(k) in (",", ";", ":", "R", "S"):
                return None
        return None

    def _while(self, index: int) -> bool:
        """ "while noting …", "when adopted": no subject of its own stands behind the word at ``index``."""
        return self.kind(index) == "S" and self.kind(index + 1) == "V" and self.reduced(index + 1)

    def _helped(self, verb: int, end: int) -> Phrase | None:
        """ "helped Niger to [establish …]", « a aidé le Niger à créer »: who is helped does it."""
        if set(self.items[verb].data.lemmas).isdisjoint(verb_set("helping")):
            return None
        phrase = self.phrase(verb + 1)
        return phrase if phrase is not None and phrase.start <= end + 1 and phrase.end <= end + 2 else None

    def _main_subject(self, index: int) -> Phrase | None:
        """« Créé en 2000, le groupe … »: the subject that follows the comma."""
        link = self.inverted(index)
        if link is not None:
            return self.phrase(link + 1)
        recital = self.items[index].data.form == "gerund"
        listed, relative, by = 0, 0, False
        for k in range(index + 1, len(self.items)):
            if self.kind(k) == "V" and self.kind(k - 1) == "C" and self.reduced(k):
                continue  # "Set up by A and presided over by B, the Committee …"
            if k <= relative:
                continue
            if self.kind(k) == "," and by and self.reduced(index) and (relative := self._relative_end(k)):
                continue
            if self.kind(k) in ("V", ";", ":", "R"):
                return None
            by = by or self.is_by(k)
            if self.is_by(k) or (self.kind(k) == "P" and self.items[k].data in ("between", "with", "jointly")):
                listed = self._agents_end(k)
            if self.kind(k) == "," and k >= listed and not self._lists_on(k):
                phrase = (None if recital else self._possessor(k + 1)) or self.phrase(k + 1, before_verb=True)
                if phrase is not None and self.kind(k + 1) != "P" and not phrase.generic:
                    return phrase if not recital or self._tells(phrase.end) else None
        return None

    def _possessor(self, index: int) -> Phrase | None:
        """ "Administered by UNODC, [the Fund]'s mandate is to": what the participle is of."""
        i = self.skip(index)
        owns = self.kind(i) == "E" and self.kind(i + 1) == "'" and self.kind(self.skip(i + 2)) in ("W", "N")
        return Phrase([self.member(i)[0]], i, i + 1) if owns else None

    def _tells(self, index: int) -> bool:
        """Is there a finite verb, or a word that may be one, from ``index`` on? "Recalling resolution 72/1, the
        Covenant and the Protocol," tells nothing of the Covenant.
        """
        told = any(item.kind == "V" and item.data.form == "finite" for item in self.items[index:])
        return told or self.kind(index) in ("W", "A")

    def _relative_end(self, comma: int) -> int:
        """ "Set up by IOM, [which hosts it], the Network": the last item of the relative clause that the comma opens; 0
        where none does, or no comma closes it.
        """
        relative = comma + 1 + (self.kind(comma + 1) == "P")
        if self.kind(relative) != "R":
            return 0
        plain = next(k for k in range(relative + 1, len(self.items) + 1) if self.kind(k) not in ("A", "D"))
        told = next((k for k in range(plain, len(self.items)) if self.kind(k) == "V"), 0)
        told = plain if self.kind(plain) == "W" else told  # "which also [funds] it": a verb that no frame knows
        close = next((k for k in range(told + 1, len(self.items)) if self.kind(k) in (",", "V", ";")), 0)
        return close - 1 if told and self.kind(close) == "," else 0

    def _agents_end(self, index: int) -> int:
        """ "Led by Togo, Chad and IOM, the project …", "Set up between Togo, Chad and Mali, the team …": the comma that
        closes the list behind the preposition; 0 where none does.
        """
        agents = self.phrase(index + 1)
        closed = False
        for k in range(index + 1, agents.end + 1 if agents is not None else 0):
            if self.kind(k) == "," and (closed or (agents is not None and k == agents.end)):
                return k
            closed = closed or self.kind(k) == "C"
        return 0

    def _lists_on(self, comma: int) -> bool:
        """ "Recalling its resolutions 2295 (2016), 2253 (2015) and …": another of the kind, without an article."""
        kinds = [self.items[k].data.type for k in (comma - 1, comma + 1) if self.kind(k) == "E"]
        return len(kinds) == 2 and kinds[0] == kinds[1] and is_a(kinds[0], "Instrument")
