"""Other ways of taking a question: nouns as parts of names, posts as words, words as what is said of the answer; and a
list that is complete."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from graph import iris
from ontology.questions import folded
from queries.asking.answer import Outcome
from queries.asking.parts import Sentence
from queries.asking.words import Segment, Token, Vocabulary

_ABOUT = ("on", "for", "against", "theme")  # prepositions before what a work is about
_SAYING = ("themes", "mentions")  # kinds of what verbs call for that only say what a work is about: "is about"
_SHORT = 10  # words of a question that is no sentence
_ARTICLES = ("the", "le", "la", "l", "du", "au")


def described(words: Sequence[Token], segments: Sequence[Segment], sentence: Sentence) -> Sentence | None:
    """The question with what stands behind the noun of what is asked for as its description: "which handbook for
    inspectors did the ILO publish"; None where nothing stands there."""
    unknown = dict(sentence.unknown)
    for noun, segment in enumerate(segments[:-1]):
        last = noun
        while last + 1 < len(segments) and (last + 1 in unknown or _may_describe(segments[last + 1])):
            last += 1
        said = words[segment.first : segments[last].last]
        asked = any(p.noun and p.noun == said[0].raw for p in sentence.asked)
        if asked and last > noun + 1 and segments[noun + 1].all("prep"):
            inside = range(noun + 1, last + 1)
            return replace(
                sentence,
                unknown=[(at, text) for at, text in sentence.unknown if at not in inside],
                preps=[p for p in sentence.preps if p[0] not in inside],
                phrases=[p for p in sentence.phrases if p.at not in inside],
                described=tuple(w.folded for w in said),
            )
    return None


def _may_describe(segment: Segment) -> bool:
    """Prepositions, and groups of people: "journalists"."""
    name = segment.get("name")
    return bool(segment.all("prep")) or (name is not None and name.data.is_group)


def of_series(vocabulary: Vocabulary, sentence: Sentence) -> Sentence | None:
    """The question with an organ right beside "resolutions" as the one whose they are: "which Security Council
    resolutions are cited in A/74/127"; None where there is none."""
    for asked in sentence.asked:
        if {type_ for type_, _ in asked.types} != {"Resolution"}:
            continue
        for phrase in sentence.named:
            ids = [iris.thing_id(iri) or "" for name in phrase.names for iri in name.iris]
            found = tuple(series for id_ in ids if (series := vocabulary.content["series"].get(id_)) is not None)
            if found and phrase.prep == "of" and sentence.is_right_behind(asked, phrase):
                rest = [p for p in sentence.phrases if p is not phrase]
                return replace(sentence, phrases=rest, series=found, variant=None)
    return None


def by_name(vocabulary: Vocabulary, sentence: Sentence) -> Sentence:
    """The question with a name, of which only a part was typed, as what the answer is about: "which text did it adopt
    on *non-punishment*" is one of those so called."""
    types = [type_ for phrase in sentence.asked for type_, _ in phrase.types]
    saying = [c for c in sentence.cues if all(vocabulary.frames[n]["kind"] in _SAYING for n, _, _ in c.calls)]
    about = [
        phrase
        for phrase in sentence.named
        if (phrase.prep in _ABOUT or any(cue.at < phrase.at for cue in saying))
        and all(name.part and any(vocabulary.is_a(t, types) for t in name.types) for name in phrase.names)
    ]
    return replace(
        sentence,
        cues=[cue for cue in sentence.cues if not about or cue not in saying],
        phrases=[phrase for phrase in sentence.phrases if phrase not in about],
        among=[*sentence.among, *(name for phrase in about for name in phrase.names)],
    )


def turned(text: str, words: Sequence[Token], segments: Sequence[Segment]) -> str | None:
    """The question with the owner of a thing behind it: "members of the [board of the Fund]" for "the Fund's board",
    "the Fund board"; None where nothing is owned."""
    marked = [pair for pair in zip(segments, segments[2:], strict=False) if _is_marked(segments, *pair)]
    bare = [pair for pair in pairwise(segments) if pair[0].get("name") is not None and not _names_one(pair[1])]
    asks = any(s.all("ask", "be", "have") for s in segments)  # "GLO.ACT countries" is no sentence
    for owner, thing in (*marked, *(bare if asks else ())):
        if thing.all("type", "post") and not owner.all("ask"):
            start, end = words[owner.first].start, words[owner.last - 1].end
            noun = text[words[thing.first].start : words[thing.last - 1].end]
            whole = f"{noun} of the {text[start:end]}"
            return text[:start] + whole + text[words[thing.last - 1].end :]
    return None


def _is_marked(segments: Sequence[Segment], owner: Segment, thing: Segment) -> bool:
    return all(s.get("genitive") is not None for s in segments if owner.last <= s.first < thing.first)


def _names_one(segment: Segment) -> bool:
    """Whether a noun is a name as well, or asks: a post behind it is not owned."""
    return bool(segment.all("name", "verb", "ask"))


def with_words(vocabulary: Vocabulary, sentence: Sentence) -> Sentence:
    """The question with posts behind its verb as words: "where did the ILO train consular officers"."""
    posts = [
        c for c in sentence.cues[1:] if all(cls == "post" and vocabulary.frames[n]["called"] for n, cls, _ in c.calls)
    ]
    said = [(c.at, c.text) for c in posts]
    return replace(
        sentence, cues=[c for c in sentence.cues if c not in posts], unknown=sorted([*sentence.unknown, *said])
    )


def side_by_side(segments: Sequence[Segment]) -> set[int]:
    """Names right behind each other: "GLO.ACT Asia" is short for one longer name."""
    return {
        at for at, pair in enumerate(pairwise(segments)) if all(segment.get("name") is not None for segment in pair)
    }


def short(words: Sequence[Token], segments: Sequence[Segment]) -> set[int]:
    """Nouns of a type or post behind an article or a place, or with a capital: "the Moroni plan" is short for more; but
    not what is asked for, « quels États »."""
    return {
        at
        for at, segment in enumerate(segments)
        if segment.all("type", "post")
        and at > 0
        and not segments[at - 1].all("ask")
        and (
            words[segment.first - 1].folded in _ARTICLES
            or words[segment.first].raw[0].isupper()
            or _is_place(segments[at - 1])
        )
    }


def only_names_what_is_counted(words: Sequence[Token], segments: Sequence[Segment], sentence: Sentence) -> bool:
    """ "victims assisted by IOM 2018", « rançons saisies opération Sawiyan »: a plural, and no word that asks."""
    first = words[segments[0].first : segments[0].last] if segments else []
    plain = not (sentence.flags or sentence.refused or any(s.all("ask", "be", "have") for s in segments))
    known = bool(segments) and segments[0].get("name") is not None and not segments[0].all("post", "type")
    return plain and len(words) <= _SHORT and any(w.folded.endswith(("s", "x")) for w in first) and not known


def _is_place(segment: Segment) -> bool:
    name = segment.get("name")
    return name is not None and bool({"Place", "State", "City"} & set(name.data.types))


def may_be_more(vocabulary: Vocabulary, outcome: Outcome) -> bool:
    """Whether a count may leave some out: of a kind of which documents list some, unless one sentence names them all,
    "composed of Comoros, Madagascar and Mauritius"; of others, where it names some, "among them Fiji"; of people who
    came, always."""
    (counted,) = outcome.answers
    shared = set.intersection(*(set(row.evidence) for row in counted.rows)) if counted.rows else set()
    said = [f" {folded(evidence.quote)} " for evidence in shared]
    every, some = vocabulary.content["whole"]["all"], vocabulary.content["whole"]["part"]
    if outcome.query in vocabulary.content["some"]:
        return not any(_says(text, every) and not _says(text, some) for text in said)
    return may_not_be_told(vocabulary, outcome) or any(_says(text, some) for text in said)


def may_not_be_told(vocabulary: Vocabulary, outcome: Outcome) -> bool:
    """Whether a count that may leave some out is not told: of members, and of people who came."""
    people = outcome.reading is not None and any(a.types == ("Person",) for a in outcome.reading.asked)
    crowd = people and outcome.query in vocabulary.content["crowds"]
    return crowd or outcome.query in vocabulary.content["some"]


def _says(text: str, ways: Sequence[str]) -> bool:
    return any(f" {way} " in text for way in ways)
