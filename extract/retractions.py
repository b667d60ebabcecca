"""What a text takes back: "A newspaper reported that … That is untrue", « ce chiffre est sans fondement »."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from extract.document import Document
from ontology.alternatives import any_folded
from ontology.fold import fold
from ontology.lexicon import data

_OPENING = 120  # letters at the start of a sentence in which it says what it takes back
_FAR = 90  # letters between a claim and the number in it


def retracted(document: Document) -> frozenset[int]:
    """Where the sentences of ``document`` begin that tell only what is said, and that the next one of their passage, or
    their own end, takes back.
    """
    found = set()
    for sentence, after in zip_longest(document.sentences, document.sentences[1:]):
        words = _words(document.passages[sentence.passage].language)
        told = fold(document.text[sentence.start : sentence.end])
        if words.hearsay.search(told) is None:
            continue
        same = after is not None and after.passage == sentence.passage
        behind = fold(document.text[after.start : after.end][:_OPENING]) if same and after is not None else ""
        if words.itself.search(told) or words.previous.match(behind):
            found.add(sentence.start)
    return frozenset(found)


def is_disputed(before: str, behind: str, language: str) -> bool:
    """Is a number between the texts ``before`` and ``behind`` of its sentence only what somebody else gave: "rejected
    the figure of …", "rejected a report according to which …", « le chiffre de … est sans fondement »?
    """
    words = _words(language)
    near = fold(before)
    if words.rejected.search(near):
        return True
    return words.claim.search(near) is not None and words.untrue.search(fold(behind)) is not None


@dataclass(frozen=True, slots=True)
class _Words:
    """Patterns of folded text."""

    hearsay: re.Pattern[str]
    previous: re.Pattern[str]  # a sentence that takes back the one before
    itself: re.Pattern[str]  # the end of a sentence that takes back its beginning
    rejected: re.Pattern[str]  # before a number in what is rejected
    claim: re.Pattern[str]  # before a number in what is claimed
    untrue: re.Pattern[str]


@cache
def _words(language: str) -> _Words:
    content = {name: any_folded(listed) for name, listed in data("retractions")[language].items()}
    false = rf"(?:{content['be']}) (?:\w+ ){{0,2}}?(?:{content['false']})(?!\w)"
    articles = r"(?:the |this|these|that|those|any|all|such|a|an|le|la|les|l'|cette|ces|ce|un|une|des|de|toute)"
    nouns = rf"(?:{articles} ?)*(?:\w+ )?(?:{content['told']})(?!\w)(?: (?:{content['where']}))?"
    back = rf"(?:{content['pointing']}|{nouns})(?: [\w',]+){{0,4}}? {false}(?! (?:that|que)(?!\w)| qu')"
    denying = rf"(?<!\w)(?:{content['denying']})(?:,? (?:{content['as']}),?)? "
    led = rf"(?:{content['led']})(?!\w)"
    refuted = rf"(?:[^,.;]{{0,30}} )?(?:{content['false']}) [^,.;]{{2,60}}"  # « démenties par l'État partie »
    by_others = rf"(?<!\w)(?:{content['told']}), {refuted}, {led}[^.;]{{0,{_FAR}}}$"
    return _Words(
        hearsay=re.compile(rf"(?<!\w)(?:{content['hearsay']})(?!\w)"),
        previous=re.compile(
            rf"\W*(?:{back}|[^.;]{{0,80}}?{denying}{nouns}\s*[.;,]|[^.;]{{0,60}}?(?<!\w)(?:{content['phrases']})(?!\w))"
        ),
        itself=re.compile(rf"[;:,–—] ?(?:\w+ ){{0,4}}?(?:{content['phrases']})(?!\w)|[;:–—] ?{back}"),
        rejected=re.compile(
            rf"{by_others}|{denying}(?:{nouns} ?{led}[^.;]{{0,{_FAR}}}|{nouns} d'|(?:that|que|qu')[^.;]{{0,{_FAR}}})$"
        ),
        claim=re.compile(rf"(?<!\w)(?:{content['told']}) (?:{led}|d')[^.;]{{0,{_FAR}}}$"),
        untrue=re.compile(rf"(?<!\w)(?:{false}|{content['false']})(?!\w)"),
    )
