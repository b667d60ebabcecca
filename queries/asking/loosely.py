"""Readings of a question by its grammar alone: words that are not understood are left out, and names that only say more
of the circumstances. What is left out, a sentence has to say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from ontology.questions import folded
from queries.asking import other
from queries.asking.parts import Cue, Phrase, Sentence
from queries.asking.places import OF_ACTIONS
from queries.asking.reading import readings
from queries.asking.understanding import Reading
from queries.asking.words import Vocabulary

_ARGUMENTS = (None, "of", "by", "to")  # prepositions of what a verb cannot do without
_MOST = 5  # names
_OF = 3  # segments from a name to the one behind "of"
_END = 1000  # behind all segments
_TIED = 0.3  # readings whose scores differ by less are as good as each other


def loosely(vocabulary: Vocabulary, sentence: Sentence) -> list[tuple[Reading, frozenset[str]]]:
    """The readings of each kind that leave out the least, with the words that call for them."""
    bare = replace(
        sentence, unknown=[], times=[], numbers=[], regions=[], documents=[], authors=[], columns=[],
        flags=sentence.flags - {"first", "last", "now", "people"},
    )  # fmt: skip
    found: dict[str, list[tuple[Reading, frozenset[str]]]] = {}
    less = _without(sentence, owners(sentence))
    for phrases in (*_phrases(sentence), *(_phrases(less) if less.named or less.unknown else ())):
        for cues in _cues(sentence.cues):
            some: dict[str, list[Reading]] = {}
            for reading in readings(vocabulary, replace(bare, phrases=list(phrases), cues=list(cues))):
                if reading.kind not in found and _may_be_asked(vocabulary, sentence, reading.kind):
                    some.setdefault(reading.kind, []).append(reading)
            for kind, ways in some.items():
                said = _said(vocabulary, kind, cues)
                found[kind] = [(way, said) for way in ways if way.score >= ways[0].score - _TIED]
    if not sentence.cues:  # "where and when was the meeting held"
        for phrase in sentence.named:
            alone = replace(bare, phrases=[*(p for p in bare.phrases if p.ask is not None), phrase])
            for reading in other.dated(vocabulary, alone):
                found.setdefault(reading.kind, []).append((reading, frozenset()))
    return [reading for kind in found.values() for reading in kind]


def _may_be_asked(vocabulary: Vocabulary, sentence: Sentence, kind: str) -> bool:
    """Whether nouns behind question words are none of other kinds alone: "with which *partner* did it launch it"."""
    hints = [p.hint for p in sentence.asked if p.hint and not p.types]
    return all(any(vocabulary.frames[n]["kind"] == kind for n in hint) for hint in hints)


def _said(vocabulary: Vocabulary, kind: str, cues: Sequence[Cue]) -> frozenset[str]:
    """The words that call for a kind; of what is to be done, only the one that asks for it, and those that number it:
    "which action (letter)"."""
    called = [c for c in cues if any(vocabulary.frames[n]["kind"] == kind for n, _, _ in c.calls)]
    numbering = [c for c in called if any(m.cls == "numbered" for m in vocabulary.meanings(folded(c.text), "fr"))]
    return frozenset(folded(c.text) for c in ([*called[:1], *numbering] if kind in OF_ACTIONS else called))


def _phrases(sentence: Sentence) -> Iterator[Sequence[Phrase]]:
    """All phrases, then fewer of those that may be left out."""
    clause = min(sentence.relatives, default=_END)  # "partners who assist migrants"
    loose = [p for p in sentence.phrases if p.names and (p.prep not in _ARGUMENTS or p.at > clause)][:_MOST]
    for count in range(len(loose) + 1):
        for without in combinations(loose, count):
            yield [p for p in sentence.phrases if p not in without]


def owners(sentence: Sentence) -> list[Phrase]:
    """The names right before another, "the [UNODC]('s) questionnaire", or behind it, "the questionnaire of [UNODC]", or
    behind or before words that are not understood, « la note verbale de l'ONUDC »: whose it is, a sentence has to say.
    """
    pairs = [(one, other) for one, other in pairwise(sentence.phrases) if one.names and other.names]
    before = [one for one, other in pairs if not other.prep and other.at == one.at + 1 + one.genitive]
    unknown = {at for at, _ in sentence.unknown}
    words = [p for p in sentence.named if not unknown.isdisjoint(_owned(p, sentence.language))]
    return before + [other for one, other in pairs if other.prep == "of" and other.at <= one.at + _OF] + words


def _owned(phrase: Phrase, language: str) -> range:
    """The segments in which words stand that are of a thing named."""
    if phrase.genitive:
        return range(phrase.at + 1, phrase.at + _OF)  # "UNODC's note verbale"
    if language == "en" and phrase.prep == "to":
        return range(phrase.at + 1, phrase.at + 2)  # "to the UNODC note verbale"
    return range(phrase.at - _OF, phrase.at) if phrase.prep == "of" else range(0)


def _without(sentence: Sentence, owning: Sequence[Phrase]) -> Sentence:
    """ "to the UNODC questionnaire": to the questionnaire."""
    kept: list[Phrase] = []
    prep: str | None = None
    for phrase in sentence.phrases:
        if phrase in owning:
            prep = prep or (phrase.prep if phrase.prep != "of" or not kept else None)
        else:
            kept.append(replace(phrase, prep=phrase.prep or prep))
            prep = None
    return replace(sentence, phrases=kept)


def _cues(cues: Sequence[Cue]) -> Iterator[Sequence[Cue]]:
    """All words that call for a relation, then each alone."""
    yield cues
    if len(cues) > 1:
        yield from ([cue] for cue in cues)
