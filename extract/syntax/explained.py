"""What a general noun explains: "the Panel, a body chaired by", "The Panel is a network of the Union founded in"."""

from __future__ import annotations

from extract.syntax.items import has
from extract.syntax.phrases import Phrase
from extract.syntax.positions import Positions
from ontology.types import is_a, is_any

_SAID = ("Organization", "Programme", "Instrument")


class Explained(Positions):
    """Goes from such a noun to the name that it explains."""

    def explained(self, index: int) -> Phrase | None:
        """ "the Friends of Ports, an informal group formed by Togo", "Open Roads is a project started by IOM",
        « le Réseau, mécanisme de coordination fondé par »: what the indefinite body or programme at ``index`` explains.
        """
        comma = self.back(index)
        indefinite = any(has(self.items[k], "indefinite") for k in range(comma + 1, index))
        if indefinite and self.kind(comma) == "V":
            return self.explained_before(comma)
        bare = self.language == "fr" and comma == index - 1 and self.items[index].word[:1].islower()
        described = (indefinite or bare or self._describes(index)) and self.kind(comma) == ","
        comma = comma if described else self._before_organ(index)
        explains = comma >= 0 and is_a(self.items[index].data.type, "Organization")
        return self.explained_before(comma) if explains else None

    def explained_before(self, mark: int) -> Phrase | None:
        """What the noun behind the link verb or comma at ``mark`` explains: the one thing that is named before it."""
        if self.kind(mark) == "V":
            return self.said_to_be(mark)
        last = self._over_bracket(mark - 1)
        item = self.items[last] if self.kind(mark) == "," and self.kind(last) == "E" else None
        named = item is not None and is_a(item.data.type, "Organization") and item.definite
        return Phrase([self.member(last)[0]], last, mark) if named else None

    def said_to_be(self, verb: int) -> Phrase | None:
        """ "[The Alliance] (NASM) is a network": the one named thing of which the link verb at ``verb`` says what it
        is.
        """
        last = self._over_bracket(verb - 1)
        told = self.items[verb].data
        if not told.link or told.negated or told.unreal:
            return None
        whole = self.phrase(self.list_start(last) or last)
        ends = whole is not None and whole.end in (verb, last + 1)
        return whole if whole is not None and ends and self._is_named_thing(whole) else None

    def _over_bracket(self, index: int) -> int:
        """The index before the brackets that end at ``index``, where some do."""
        return self.open(index) - 1 if self.kind(index) == ")" else index

    def _is_named_thing(self, phrase: Phrase) -> bool:
        """Is it one organisation, programme or text, by its name?"""
        item = phrase.members[0].item
        named = item.kind == "E" and item.definite and is_any(item.data.type, _SAID)
        return named and len(phrase.members) == 1

    def is_one_noun(self, first: int, last: int) -> bool:
        """« un mécanisme de coordination »: an indefinite noun in plain words, and no other thing behind it."""
        plain = all(self.kind(k) in ("W", "A", "J", "#", "P", "N") for k in range(first + 1, last + 1))
        return plain and has(self.items[first], "indefinite") and self.kind(last) != "P"

    def predicated(self, index: int) -> Phrase | None:
        """ "[The Alliance] is a body of the Union [established in 2004]": what a noun explains that another
        completes.
        """
        of = index - 1 if self.kind(index) == "E" else -1
        while self.kind(of) in ("D", "A"):
            of -= 1
        first = of
        while self.kind(first) in ("P", "W", "A", "J", "N") and (self.kind(first) != "P" or first == of):
            first -= 1
        bare = self.language == "fr" and self.kind(first) == ","
        mark = first if bare else first - 1
        led = self.kind(of) == "P" and self.items[of].data == "of" and first < of - 1
        explains = bare or self.is_one_noun(first, of - 1)
        return self.explained_before(mark) if led and explains else None
