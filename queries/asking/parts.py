"""What a question is made of: what it asks for and names, the words that call for a relation, times, the rest."""

from __future__ import annotations

from dataclasses import dataclass, field

from queries.asking.names import Name
from queries.asking.times import Time

ORDERS = dict.fromkeys(("first", "last", "now", "most", "least"))  # words that pick one of several
BY_NUMBER = ("most", "least")
_LANDS = ("State", "Place")


@dataclass(frozen=True, slots=True)
class Phrase:
    """What is named (``names``; several where "and" joins them), or asked for (``ask``, with what nouns say of it)."""

    at: int  # index of its segment
    prep: str | None
    names: tuple[Name, ...] = ()
    ask: str | None = None
    types: tuple[tuple[str, str | None], ...] = ()  # type, and the noun that names must hold ('protocol') or None
    genitive: bool = False
    topics: tuple[tuple[str, ...], ...] = ()  # of a counted noun that is no type: ways of writing it
    after: int | None = None  # segment behind a conjunction that joins it
    plural: bool | None = None  # « quelles », « quel »; None where the question word does not tell
    noun: str = ""  # the noun of ``types`` as it was typed: what figures count
    hint: tuple[int, ...] = ()  # frames of the post or noun right behind the question word: "which members"


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that calls for frames: (number of a frame, class, form) for each."""

    at: int
    calls: tuple[tuple[int, str, str], ...]
    text: str
    optional: bool = False  # a noun that also says the type of what is asked for: "which parties"


@dataclass(frozen=True, slots=True)
class Than:
    """What an answer comes before or after (``direction``), and whether only the ``nearest`` is meant."""

    direction: str
    name: Name
    nearest: bool


@dataclass(slots=True)
class Sentence:
    """A question in parts. ``topics``: words that only the text of a fact can hold, with their ways of writing."""

    language: str
    phrases: list[Phrase] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)
    weak: list[Cue] = field(default_factory=list)  # "be", « avoir »: cues where there is no other
    successions: list[Cue] = field(default_factory=list)  # "succeed", "predecessor": (0, direction, form)
    texts: dict[int, str] = field(default_factory=dict)  # of auxiliaries, by their segment
    bes: list[int] = field(default_factory=list)
    haves: list[int] = field(default_factory=list)
    reflexive: list[int] = field(default_factory=list)
    described: tuple[str, ...] = ()  # what is said of the thing asked for, its noun first: "handbook for inspectors"
    variant: Sentence | None = None  # the same with words as description
    told: bool = False  # words that are not understood may be those of the sentence of a fact
    many: int | None = None  # "which two countries": how many answers there are
    joints: list[str] = field(default_factory=list)  # of each segment: "and", "small", "cue", "name", or "" for others
    relatives: list[int] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    timed: list[int] = field(default_factory=list)  # the segments of the times
    numbers: list[int] = field(default_factory=list)
    rough: dict[int, str] = field(default_factory=dict)  # segments that say how exact a number is: "more than 7,000"
    columns: list[tuple[str, str]] = field(default_factory=list)  # column and value: "objective 10"
    regions: list[Name] = field(default_factory=list)
    excluded: list[Name] = field(default_factory=list)  # "besides ICAT": what is no answer
    among: list[Name] = field(default_factory=list)  # "between Libertad and Sawiyan, which …": the only answers
    series: tuple[str, ...] = ()  # "Security Council resolutions": how their symbols begin
    authors: list[Name] = field(default_factory=list)  # "the report of the Secretary-General": whose the document is
    documents: list[Name] = field(default_factory=list)
    unknown: list[tuple[int, str]] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    compared: str = ""  # "more": the word that compares two things
    owners: list[Name] = field(default_factory=list)  # "the board of the Fund": whose a thing is that is named
    flags: set[str] = field(
        default_factory=set
    )  # list, about, link, how, happened, both, first, last, now, yes, follow, people
    preps: list[tuple[int, str]] = field(
        default_factory=list
    )  # of nothing behind them: "which group is it a member of"

    def is_right_behind(self, left: Phrase, right: Phrase) -> bool:
        """Whether nothing but small words stands between two things that are named."""
        return not any(left.at < at < right.at for at in (*(c.at for c in self.cues), *self.bes, *self.haves))

    @property
    def asked(self) -> list[Phrase]:
        return [p for p in self.phrases if p.ask is not None]

    @property
    def named(self) -> list[Phrase]:
        return [p for p in self.phrases if p.names]

    def counts_posts(self, phrase: Phrase) -> list[str]:
        """The words of "how many *donors*": of people by what they do, right behind what asks for their number."""
        posts = [c for c in self.cues if c.at == phrase.at + 1 and any(cls == "post" for _, cls, _ in c.calls)]
        return [cue.text for cue in posts] if phrase.ask == "count" else []

    @property
    def asks_for_lands(self) -> bool:
        """Whether it asks for States or places, of which the authority files know where they lie."""
        return bool(self.asked) and all({type_ for type_, _ in p.types} & set(_LANDS) for p in self.asked)

    @property
    def is_narrowed(self) -> bool:
        """Whether the question says more of what it asks for than its grammar: "in Africa", "paragraph 3"."""
        picked = self.excluded or self.among or self.order in ("first", "last", *BY_NUMBER)
        return bool(self.regions or self.columns or picked)

    @property
    def order(self) -> str | None:
        """Which of several is meant: one of ``ORDERS``."""
        return next((f for f in ORDERS if f in self.flags), None)
