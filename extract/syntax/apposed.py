"""What stands beside a name and only says who or what that is: "the Alliance, a coalition of IOM and UNICEF, met"."""

from __future__ import annotations

from extract.syntax.items import has
from extract.syntax.phrases import Phrases
from ontology.lexicon import data
from ontology.types import is_a


class Apposed(Phrases):
    """Finds what descriptions explain."""

    def _before_organ(self, index: int) -> int:
        """Of "the Board, a body of [IOM] that was set up in 2019" the comma; -1 where no such noun leads there."""
        led = self.back(index)
        organ = self.items[led - 1].word if self.kind(led) == "P" and self.items[led].data == "of" and led else ""
        k = self.back(led - 1)
        return k if organ in data("heads")["organs"] and self.kind(k) == "," else -1

    def _apposes(self, index: int) -> bool:
        """ "by Mr. Roy, [Commissioner of Police], and in 2022 by", "the Alliance, [a coalition of IOM and UNICEF],
        met": what only says who or what stands before it.
        """
        before = self.back(index)
        last = self.open(before - 1) - 1 if self.kind(before - 1) == ")" else before - 1
        comma = self.kind(before) == "," and self.kind(index) == self.kind(last) == "E"
        if comma and self._describes(index) and is_a(self.items[last].data.type, "Organization"):
            return True
        return comma and self.items[last].data.type == "Person" and self.items[index].data.type == "Office"

    def _describes(self, index: int) -> bool:
        """ "a coalition of IOM, UNICEF and UNHCR", « organe de l'Union »: a body that is no name."""
        body = is_a(self.items[index].data.type, "Organization")
        definite = self.kind(index - 1) == "D" and not has(self.items[index - 1], "indefinite")
        return body and self.items[index].word[:1].islower() and not definite
