"""One way of understanding a question, as the queries and their answers need it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from queries.asking.asked import Asked
from queries.asking.names import Name
from queries.asking.parts import Than
from queries.asking.times import Time
from queries.asking.words import Vocabulary
from queries.values import Value


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact by the passage and the offset of a sentence that states it, and by what it says in some columns."""

    passage: str
    start: int
    values: tuple[tuple[str, Value], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way of understanding a question. ``mode``: list, count, yes."""

    kind: str
    roles: Mapping[str, tuple[Name, ...]]
    asked: tuple[Asked, ...]
    fixed: Mapping[str, tuple[str, ...]]  # concept column -> local names
    times: tuple[Time, ...] = ()
    order: str | None = None  # first, last, now, most, least
    mode: str = "list"
    score: float = field(default=0.0, compare=False)
    documents: tuple[Name, ...] = ()
    regions: tuple[Name, ...] = ()
    topics: tuple[tuple[str, ...], ...] = ()  # ways of writing words that the text of the fact must hold
    verbs: tuple[tuple[str, ...], ...] = ()  # those of them that may stand right before a figure: "opened 17 cases"
    counted: tuple[tuple[str, ...], ...] = ()  # the words of what is counted: "immigration officers"
    numbers: tuple[int, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()  # of words or labels, with their value: objective, 10
    owners: tuple[Name, ...] = ()  # names that the sentence must hold
    through: tuple[Name, ...] = ()  # that of which the sentence must speak
    called: tuple[tuple[str, tuple[str, ...]], ...] = ()  # role whose thing's name holds one of these words
    strict: bool = False  # figures must say themselves what is asked, not their sentence
    when: tuple[str, ...] = ()  # the column of time that must be told, where it is not any
    beside: tuple[tuple[str, tuple[Name, ...]], ...] = ()  # role asked for, and others that play it in the same fact
    valued: str | None = None  # number that a fact must tell: of the operations that rescued people
    than: Than | None = None  # what the answer came before or after
    described: tuple[str, ...] = ()  # words that the name of an answer holds, or, in this order, its sentence
    many: int | None = None  # answers that the question says there are
    noted: str | None = None  # a message that goes with the answer
    excluded: tuple[Name, ...] = ()  # what is no answer
    among: tuple[Name, ...] = ()  # what alone may be one
    series: tuple[str, ...] = ()  # beginnings of symbols, one of which that of an answer has
    together: bool = False  # an answer must hold for every thing named, not for one of them
    unit: str = ""  # what a figure must be: a 'count', an 'amount', a 'share'
    authors: tuple[Name, ...] = ()  # whose the document is: "according to the report of the Secretary-General"
    stated: tuple[Stated, ...] = ()  # the facts that alone answer
    said: tuple[str, ...] = ()  # words that their sentences hold
    apart: bool = False  # what is asked for may be told by several facts: who leads it, and where it is
    present: bool = False  # who holds a post now is asked for
    told: bool = False  # the sentence may hold the words that the fact's own do not

    def columns_of_time(self, vocabulary: Vocabulary) -> Sequence[str]:
        """The columns that say when: start and end, or the one that the verb speaks of."""
        return self.when or vocabulary.kinds[self.kind]["time"]

    def rows_speak(self, role: str) -> bool:
        """Whether a role is tested in the sentences, not in the facts: a resolution speaks for the body behind it."""
        return role == "issuer" and self.kind in ("requests", "commitments")
