"""Names of the authority files in text: longest match over an automaton, accents, case and apostrophes aside."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ontology.alternatives import any_folded
from ontology.authority import records
from ontology.fold import fold
from ontology.lexicon import data

if TYPE_CHECKING:
    import ahocorasick_rs

_LAST_OF_SEVERAL = re.compile(r"(, [^\W_]+) and ")  # to "prevent[, suppress and] punish"


@dataclass(frozen=True, slots=True)
class _Name:
    ids: tuple[str, ...]  # records that bear this name
    exact: frozenset[str]  # spellings that must be met to the letter; empty: any case


@dataclass(frozen=True, slots=True)
class _Automaton:
    search: ahocorasick_rs.AhoCorasick
    names: tuple[_Name, ...]
    spellings: tuple[str, ...]  # folded, sorted, as ``names`` are


@cache
def _automaton() -> _Automaton:
    import ahocorasick_rs

    spellings = _spellings()
    names = tuple(_Name(tuple(sorted(ids)), frozenset(exact)) for ids, exact in spellings.values())
    search = ahocorasick_rs.AhoCorasick(
        list(spellings),
        matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
        implementation=ahocorasick_rs.Implementation.ContiguousNFA,
    )
    return _Automaton(search, names, tuple(spellings))


def _spellings() -> Mapping[str, tuple[set[str], set[str]]]:
    """Folded name -> (record ids, spellings that need their exact case)."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    loose: set[str] = set()
    for record in records().values():
        for name in sorted({name for names in record.names.values() for name in names}):
            for spelling in _written(name):
                ids, exact = found.setdefault(spelling, (set(), set()))
                ids.add(record.id)
                if name in record.exact or name.isupper():
                    exact.add(name)
                else:
                    loose.add(spelling)
    for spelling in loose:
        found[spelling][1].clear()
    for spelling, id_ in _taken_up():
        found.setdefault(spelling, ({id_}, set()))
    for spelling, states in _governments().items():
        if len(states) == 1:  # "the Congolese Government" may be that of either Congo
            found.setdefault(spelling, (states, set()))
    return dict(sorted(found.items()))


def _taken_up() -> Iterator[tuple[str, str]]:
    """ "Optional Protocol [thereto] on the sale of children", « Protocole facultatif [à cette Convention] concernant »:
    how protocols are called behind the name of their convention, folded, with their ids.
    """
    treaties = [record for record in records().values() if record.type == "Treaty"]
    known = {fold(name) for record in treaties for names in record.names.values() for name in names}
    for record in treaties:
        for language, names in record.names.items():
            for name in map(fold, names):
                front, tail = _around_treaty(name, language, known)
                for word in map(fold, data("heads")["thereto"][language]["said"] if tail else ()):
                    yield f"{front} {word} {tail}", record.id
                    yield f"{front} {word}, {tail}", record.id


def _around_treaty(name: str, language: str, known: Collection[str]) -> tuple[str, str]:
    """What stands before and behind the convention to which a protocol of that ``name`` is: "Optional Protocol" and "on
    the sale of children"; nothing where that is not told.
    """
    front = _protocol(language).match(name)
    rest = name[front.end() :] if front is not None else ""
    ends = [k for k in range(len(rest)) if rest[k] in " ," and rest[:k] in known]
    return (front["front"], rest[ends[-1] :].lstrip(" ,")) if front is not None and ends else ("", "")


@cache
def _protocol(language: str) -> re.Pattern[str]:
    led = any_folded(data("heads")["thereto"][language]["led"])
    return re.compile(rf"(?P<front>[^,]*\bprotocole?(?: [^\W\d_]+)?) (?:{led}) ?")


def _written(name: str) -> set[str]:
    """The ways in which a name is written, folded: « Fonds pour l'œuvre », "Women and Children", "Women & Children",
    "Representative of the Secretary General", « convention nº 189 », « n° 189 », « no 189 », "Prevent, Suppress, and
    Punish", "forced labor".
    """
    folded = fold(name)
    spaced = folded.replace(" secretary-general", " secretary general")
    numbered = {folded.replace("nº ", sign) for sign in ("n° ", "no ")}
    serial = _LAST_OF_SEVERAL.sub(r"\1, and ", folded)
    return {
        *numbered,
        serial,
        folded.replace("labour", "labor"),
        folded,
        spaced,
        folded.replace("œ", "oe"),
        folded.replace(" and ", " & ").replace(" et ", " & "),
    }


def _governments() -> dict[str, set[str]]:
    """ "Mexican Government", « Gouvernement mexicain », « autorités mexicaines » -> States."""
    found: dict[str, set[str]] = {}
    for record in records().values():
        for language, adjectives in record.adjectives.items():
            for adjective in adjectives:
                for noun in ("government", "authorities") if language == "en" else ("gouvernement", "autorités"):
                    name = f"{adjective} {noun}" if language == "en" else f"{noun} {adjective}"
                    found.setdefault(fold(name), set()).add(record.id)
    return found


def find(text: str, folded: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, str]]:
    """(start, end, record id) of every authority name in ``text[start:end]``; ``folded`` is ``fold(text)``.

    Names stand as whole words: "Guinea" is not found in "Guinea-Bissau", nor "UN" in "UN-led". « Nations-Unies » are
    the « Nations Unies ».
    """
    automaton = _automaton()
    folded = folded.replace("nations-unies", "nations unies")
    piece = folded if start == 0 and end is None else folded[start:end]
    done = start
    for number, first, last in automaton.search.find_matches_as_indexes(piece):
        for hit in _accept(automaton, text, folded, start + first, start + last, number):
            if hit[0] >= done:
                done = hit[1]
                yield hit


def _accept(
    automaton: _Automaton, text: str, folded: str, start: int, end: int, number: int
) -> Iterator[tuple[int, int, str]]:
    if _stands(automaton, text, folded, start, end, number):
        yield _reaching(text, folded, start, end, number) or (start, end, automaton.names[number].ids[0])
        return
    if not _begins(folded, start):  # "institutions of the united nations" met in "interinstitutions …": what follows
        later = folded.find(" ", start, end)
        if later != -1:
            yield from find(text, folded, later + 1, end)
        return
    shorter = folded.rfind(" ", start, end)  # "united nations office" met in "United Nations officers": try less
    if shorter > start:
        yield from find(text, folded, start, shorter)
        beyond = _longest(text, folded, shorter + 1, end + _BEYOND)  # « Le [Cap-Vert] », of which « Le Cap » is met
        if beyond is not None and beyond[1] > end:
            yield beyond


def _stands(automaton: _Automaton, text: str, folded: str, start: int, end: int, number: int) -> bool:
    """Does the name stand at ``[start, end)`` as whole words, in the case that it needs?"""
    exact = automaton.names[number].exact
    return _begins(folded, start) and _ends(folded, end) and (not exact or text[start:end] in exact)


def _reaching(text: str, folded: str, start: int, end: int, number: int) -> tuple[int, int, str] | None:
    """The name that begins within the one at ``[start, end)`` and reaches beyond it: "acceded to the [Hague Convention
    on …]" and not "the Hague", "secretariat of the [United Nations Network on Migration]".
    """
    reaching = (_longest(text, folded, start + offset, end + _REACH) for offset in _shared(number))
    return next((hit for hit in reaching if hit is not None and hit[1] > end), None)


def _longest(text: str, folded: str, start: int, end: int) -> tuple[int, int, str] | None:
    """The longest name that begins at ``start`` and stands there whole; None where it is none. It looks no further, so
    that names within names take no longer than the text is long.
    """
    automaton = _automaton()
    number, first, last = next(iter(automaton.search.find_matches_as_indexes(folded[start:end])), (0, -1, 0))
    if first != 0 or not _stands(automaton, text, folded, start, start + last, number):
        return None
    return start, start + last, automaton.names[number].ids[0]


@cache
def _shared(number: int) -> tuple[int, ...]:
    """Where in the spelling of a name its last words begin with which a longer name begins."""
    spellings = _automaton().spellings
    spelling, found = spellings[number], []
    for offset in (match.end() for match in re.finditer(" ", spelling)):
        led = f"{spelling[offset:]} "
        k = bisect_left(spellings, led)
        if k < len(spellings) and spellings[k].startswith(led):
            found.append(offset)
    return tuple(found)


def _begins(folded: str, start: int) -> bool:
    before = folded[start - 1 : start]
    return not before.isalnum() and not (before == "-" and folded[start - 2 : start - 1].isalnum())


def _ends(folded: str, end: int) -> bool:
    after = folded[end : end + 1]
    return not after.isalnum() and not (after == "-" and folded[end + 1 : end + 2].isalpha())


_BEYOND = 60  # characters
_REACH = 200  # characters of a name that begins within another


@cache
def nested(folded_name: str) -> tuple[tuple[int, int, str], ...]:
    """Authority names that stand inside a longer one, by offsets into it: the Convention in the Protocol's name."""
    found = []
    space = folded_name.find(" ")
    while space != -1:
        found = list(find(folded_name, folded_name, space + 1, len(folded_name)))
        if found:
            break
        space = folded_name.find(" ", space + 1)
    return tuple(found)
