"""Whose a thing is that a question names: "the Board of Trustees of the Fund", "the WHO code of practice"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from queries.asking.names import Name
from queries.asking.parts import Sentence
from queries.asking.reading import Reading, readings
from queries.asking.words import Vocabulary


def with_owners(vocabulary: Vocabulary, sentence: Sentence) -> list[Reading]:
    """Readings in which a thing named right beside another says whose that is: "the Board of Trustees of the Fund",
    "the WHO code of practice", « le fonds d'assistance OIM »."""
    return [
        reading
        for before in (True, False)
        if (found := _owned(sentence, before=before)).owners
        for reading in readings(vocabulary, found)
    ]


def _owned(sentence: Sentence, *, before: bool) -> Sentence:
    """The question without the names that say whose a thing is; of two with nothing between, that is the one
    ``before``, or the other."""
    phrases, owners = list(sentence.phrases), list[Name]()
    for left, right in pairwise(sentence.named):
        bare = right.prep is None and right.at == left.at + 1
        if (bare and not before) or (right.prep == "of" and sentence.is_right_behind(left, right)):
            phrases.remove(right)
            owners += right.names
        elif (left.genitive or bare) and left in phrases:
            phrases[phrases.index(right)] = replace(right, prep=left.prep)
            phrases.remove(left)
            owners += left.names
    return replace(sentence, phrases=phrases, owners=owners)
