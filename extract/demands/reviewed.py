"""Recommendations that a review lists, each with the States that made it: "10.3 Train judges (Morocco) (Senegal);"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.demands.words import pattern
from extract.document import Document, Sentence
from extract.facts import Entity, Fact
from extract.mentions.finder import Finder
from extract.relations import Roles
from extract.syntax.items import Named

_MADE_BY = re.compile(r"(?:\s*\([^();]{3,150}\))+\s*[;.,]?(?:\s+(?:and|et))?\s*$")


class Reviewed:
    """Reads the lists of one document, in the order of its sentences."""

    def __init__(self, document: Document, finder: Finder) -> None:
        self.document = document
        self.finder = finder
        self._state: Entity | None = None  # whom the list recommends it to
        self._label = ""  # of the paragraph that introduces the list

    def facts(self, sentence: Sentence, named: Sequence[Named], reviewed: Entity | None) -> Iterator[Fact]:
        """What the item that is ``sentence`` recommends, below a line that tells of recommendations to a State;
        ``reviewed`` is the State that the document is about.
        """
        passage = self.document.passages[sentence.passage]
        states = _states(named, sentence.start, sentence.end)
        if self._introduces(sentence):
            self._state = states[0] if len(states) == 1 else (None if states else reviewed)
            self._label = passage.label or ""
            return
        made = _MADE_BY.search(self.document.text, passage.words, passage.end)
        if self._state is None or passage.kind == "frontmatter":
            return
        issuers = _states(named, made.start(), made.end()) if made is not None else []
        within = passage.kind == "item" or (passage.label or "").startswith(f"{self._label}.")
        if made is None or not issuers or sentence.end < passage.end or not within:
            self._state = None
            return
        first = min(one.start for one in named if one.data in issuers and one.start > made.start())
        end = self.document.text.rindex("(", made.start(), first)  # behind "(No. 189)"
        action = " ".join(self.document.text[passage.words : end].split())
        for issuer in issuers:
            roles: Roles = {"issuer": issuer, "act": "recommends", "addressee": self._state, "action": action}
            yield Fact("requests", roles, sentence.start, sentence.end, sentence.passage)

    def _introduces(self, sentence: Sentence) -> bool:
        """ "The following recommendations enjoy the support of Chad:", « Les recommandations ci-après ont recueilli
        l'adhésion du Tchad : ».
        """
        language = self.document.passages[sentence.passage].language
        folded = self.finder.folded[sentence.start : sentence.end]
        return folded.endswith(":") and pattern(language, "recommended").search(folded) is not None


def _states(named: Sequence[Named], start: int, end: int) -> list[Entity]:
    found = [one.data for one in named if start <= one.start and one.end <= end]
    states = [data for data in found if isinstance(data, Entity) and data.type == "State"]
    return list({state.id: state for state in states}.values())
