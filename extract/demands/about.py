"""The one State that a document is about: whom "the Government", "the State party" and « les autorités » mean in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from extract.demands.words import pattern
from extract.document import Passage, Sentence
from extract.facts import Entity
from extract.syntax.items import Named
from ontology.alternatives import any_of
from ontology.fold import fold
from ontology.lexicon import data

_REPORT = 70  # characters before a State within which its "combined third and fourth periodic reports" are named
_CITIZEN = 80  # characters before a State within which the title of a person stands
_FROM = r",? (?:of (?:the )?|from (?:the )?|du |de la |de l'|de |des |d')"
_HOME = re.compile(_FROM)


@dataclass(slots=True)
class About:
    """Reads it from the passages of a document with the folded text ``folded``."""

    folded: str
    state: Entity | None = None
    _named: set[str] = field(default_factory=set)  # States of the front matter

    def note(self, passage: Passage, named: Sequence[Named]) -> None:
        """Keep the State that a sentence of ``passage`` tells: the only one of the front matter, or whose report it
        is.
        """
        if passage.kind in ("title", "frontmatter"):
            states = [*self._at_head(named, passage.language)]
            self._named |= {state.id for state in states}
            self.state = (self.state or states[0]) if len(self._named) == 1 and states else self.state
            self.state = self.state if len(self._named) == 1 else None
        self.state = self._reported(passage, named) or self.state

    def means(self, person: Entity, sentence: Sentence, language: str) -> bool:
        """Is ``person``, whom ``sentence`` addresses, « les autorités », "the State party" of that State?"""
        names = [label for _, label in person.labels] or [person.id.replace("_", " ")]
        own = self.state is not None and pattern(language, "own_state").fullmatch(fold(names[0])) is not None
        return own and not self._of_several(sentence, language)

    def _at_head(self, named: Sequence[Named], language: str) -> Iterator[Entity]:
        """The States of ``named``, but for whose citizen somebody is: « nomme [Mme Diarra], du [Sénégal] »."""
        people = [one.end for one in named if isinstance(one.data, Entity) and one.data.type == "Person"]
        for one in named:
            home = any(_HOME.fullmatch(self.folded, end, one.start) for end in people if end < one.start)
            titled = _entitled(language).search(self.folded, max(0, one.start - _CITIZEN), one.start)
            if isinstance(one.data, Entity) and one.data.type == "State" and not (home or titled):
                yield one.data

    def _reported(self, passage: Passage, named: Sequence[Named]) -> Entity | None:
        """The State whose report a sentence of a treaty body names: "the third periodic report of Chad"."""
        reports = pattern(passage.language, "reviewing")
        found = ((one.data, one.start) for one in named if isinstance(one.data, Entity))
        states = ((entity, start) for entity, start in found if entity.type == "State")
        return next((state for state, at in states if reports.search(self.folded, max(0, at - _REPORT), at)), None)

    def _of_several(self, sentence: Sentence, language: str) -> bool:
        """ "all Governments", « les États parties »: does it speak of several States, and of none alone?"""
        several, one = (pattern(language, name) for name in ("several_states", "one_state"))
        found = several.search(self.folded, sentence.start, sentence.end) is not None
        return found and one.search(self.folded, sentence.start, sentence.end) is None


@cache
def _entitled(language: str) -> re.Pattern[str]:
    """A person with a title, named before "of": « MME DIARRA, DU », in capitals, where no name is told from words."""
    listed = data("heads")[language]["gendered_titles"].values()
    titles = any_of(fold(title).rstrip(".") for titles in listed for title in titles)
    return re.compile(rf"(?<![\w-])(?:{titles})\.? [^,;:]{{2,60}}{_FROM}$")
