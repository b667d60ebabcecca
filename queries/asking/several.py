"""The outcomes of several questions in one: "when was ICAT set up and who chairs it", "Operation Reef: place, date"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from queries.asking import twofold
from queries.asking.also import also, bare
from queries.asking.answer import Outcome
from queries.asking.parts import Phrase
from queries.values import text_of

if TYPE_CHECKING:
    from queries.asking.ask import Asker, Parsed


def one_by_one(asker: Asker, question: str, parsed: Parsed, language: str) -> Outcome | None:
    """The outcomes of two questions about one thing, which the first names and the second has a pronoun for, "when was
    ICAT set up and who chairs it", or leaves out: "who chaired ICAT in 2016, and who in 2018"; None where the question
    is one."""
    if (told := listed(asker, question, parsed, language)) is not None:
        return told
    if (texts := twofold.of_same(parsed.text, parsed.words, parsed.segments)) is not None:
        one, _ = asker.read(question, texts[0], language, follow=False)
        who = " ".join(text_of(answer.value) for answer in one.answers[:1])
        return all_of([one, asker.read(question, texts[1].replace("{}", who), language, follow=False)[0]])
    if (texts := twofold.apart(parsed.text, parsed.words, parsed.segments)) is not None:
        at_once = asker.answer(question, parsed, follow=False)
        if at_once.answers and at_once.reading is not None and len(at_once.reading.asked) > 1:
            return None
        return all_of([asker.read(question, text, language, follow=False)[0] for text in texts])
    for end, start in twofold.halves(parsed.words, parsed.segments):
        first = asker.in_full(parsed.text[:end].rstrip(" ,"), language)
        text = twofold.about_one(parsed.text[start:], first.text, first.segments, first.sentence)
        second = asker.in_full(text or parsed.text[start:], language)
        if text is None and (asked := bare(second.sentence)) is not None:
            return _with_more(asker, question, first, language, asked)
        if text is None and not twofold.is_elliptic(second.sentence):
            continue
        if text is not None:
            return all_of([asker.read(question, half, language, follow=False)[0] for half in (first.text, text)])
        one = asker.answer(question, first, follow=False)
        told = asker.leaning(one, second.sentence)
        if told is not None and (both := _joined(one, told)) is not None:
            return both
        if (whole := _in_other_time(first, second)) is not None:
            return all_of([asker.read(question, text, language, follow=False)[0] for text in (first.text, whole)])
    return None


def _in_other_time(first: Parsed, second: Parsed) -> str | None:
    """The first question asked of the time that is all that the second says."""
    times = [s for s in second.segments if s.all("time")]
    asked = {phrase.ask for phrase in (*first.sentence.asked, *second.sentence.asked)}
    if second.sentence.named or len(times) != 1 or len(asked) != 1:
        return None
    said = second.text[second.words[times[0].first].start : second.words[times[0].last - 1].end]
    return twofold.in_other_time(first.text, first.words, first.segments, said)


def at_once(asker: Asker, question: str, parsed: Parsed, language: str) -> Outcome | None:
    """The outcome of two questions of one kind of fact, asked at once; None where there are none."""
    for end, start in twofold.halves(parsed.words, parsed.segments):
        one, other = (
            asker.in_full(t, language).sentence for t in (parsed.text[:end].rstrip(" ,"), parsed.text[start:])
        )
        found = twofold.together(asker.vocabulary, one, other)
        told = asker.run(Outcome(question, language), one, found) if found else None
        if told is not None and told.answers:
            return told
    return None


def listed(asker: Asker, question: str, parsed: Parsed, language: str) -> Outcome | None:
    """The outcome of what is asked in turn of a thing that stands before a colon; None where nothing is."""
    told = []
    for ways in twofold.after_colon(asker.vocabulary, parsed.text, parsed.words, parsed.segments, language):
        found = (asker.read(question, way, language, follow=False)[0] for way in ways)
        told.append(next((outcome for outcome in found if outcome.answers), None))
    return all_of([outcome for outcome in told if outcome is not None]) if told and None not in told else None


def _with_more(asker: Asker, question: str, first: Parsed, language: str, asked: Phrase) -> Outcome | None:
    """The outcome of a question, with what else is asked of its answer, "and in how many activities", or of what it
    asks about: "and on what date"."""
    one, _ = asker.read(question, first.text, language, follow=False)
    if not one.answers or one.mode != "list":
        return None
    found = also(asker.store, asker.vocabulary, one, asked)
    if found is not None and (both := _joined(one, asker.answered(replace(one, answers=()), found))) is not None:
        return both
    for before in first.sentence.asked if asked.ask != "count" else ():
        phrases = [replace(asked, at=p.at) if p is before else p for p in first.sentence.phrases]
        other = replace(first, sentence=replace(first.sentence, phrases=phrases))
        if (both := _joined(one, asker.answer(question, other, follow=False))) is not None:
            return both
    return None


def all_of(told: Sequence[Outcome]) -> Outcome | None:
    """The outcome of questions that are asked in one; of those that have none the first: one half is no answer."""
    missed = next((outcome for outcome in told if not outcome.answers), None)
    joined: Outcome | None = told[0]
    for outcome in told[1:] if missed is None else ():
        joined = _joined(joined, outcome) if joined is not None else None
    return joined if missed is None else missed


def _joined(one: Outcome, other: Outcome) -> Outcome | None:
    """The outcome of two questions; None where one of them has none, or both have the same."""
    values = [{answer.value for answer in o.answers} for o in (one, other)]
    if not all(o.answers and o.mode == "list" for o in (one, other)) or values[0] & values[1]:
        return None
    notes = tuple(dict.fromkeys((*one.notes, *other.notes)))
    understood = (*one.understood, *other.understood)
    return replace(one, answers=(*one.answers, *other.answers), understood=understood, notes=notes)
