"""The forms of verbs and nouns, from the paradigms that the lexicon states. Form names: inf base pres past pp ger
fut cond impf.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

Paradigm = Mapping[str, Sequence[str]]
_DOUBLED = ("step", "plan", "admit", "submit", "run", "set", "pen")
_VOWELS = "aeiou"


def english_verb(lemma: str, irregular: Sequence[str] | None) -> Iterator[tuple[str, str]]:
    """(form, form name) pairs of an English verb; ``irregular`` is [past, participle, third person?, gerund?]."""
    past = participle = _english_past(lemma)
    third, gerund = _english_third(lemma), _english_gerund(lemma)
    if irregular is not None:
        past, participle = irregular[0], irregular[1]
        third = irregular[2] if len(irregular) > 2 else third
        gerund = irregular[3] if len(irregular) > 3 else gerund
    yield lemma, "base"
    yield third, "pres"
    yield past, "past"
    yield participle, "pp"
    yield gerund, "ger"


def _english_past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ied"
    return lemma + (lemma[-1] if lemma in _DOUBLED else "") + "ed"


def _english_third(lemma: str) -> str:
    if lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _english_gerund(lemma: str) -> str:
    if lemma.endswith("e") and not lemma.endswith("ee"):
        return lemma[:-1] + "ing"
    return lemma + (lemma[-1] if lemma in _DOUBLED else "") + "ing"


def french_verb(lemma: str, paradigm: Paradigm, *, whole: bool) -> Iterator[tuple[str, str]]:
    """(form, form name) pairs of a French verb: endings put on the stem, or (``whole``) forms written out."""
    stem = "" if whole else lemma[:-2]
    for name, endings in paradigm.items():
        for ending in endings:
            yield _soften(stem, ending) + ending, name
    if whole and not any(form.endswith("ons") for form in paradigm.get("pres", ())):
        for form in paradigm.get("ger", ()):
            yield form.removesuffix("ant") + "ons", "pres"  # « rappelant », « nous rappelons »


_CLOSED = re.compile(r"é([bcdfghjklmnprstvz]{1,2})$")


def _soften(stem: str, ending: str) -> str:
    """« dirigeait », « lança »: the consonant keeps its sound before a and o; « espère »: the vowel opens."""
    if ending in ("e", "ent"):
        return _CLOSED.sub(r"è\1", stem)
    if ending[:1] in ("a", "o"):
        if stem.endswith("g"):
            return stem + "e"
        if stem.endswith("c"):
            return stem[:-1] + "ç"
    return stem


def plural(noun: str, language: str) -> str:
    """The regular plural of the head of ``noun``: "working groups", « groupes de travail », « conseils
    d'administration ».
    """
    words = noun.split(" ")
    if language == "en":
        head = next((i for i, word in enumerate(words) if word in ("of", "to", "in")), len(words)) - 1
        words[head] = _english_plural(words[head])
        return " ".join(words)
    head = next(
        (i for i, word in enumerate(words) if word in ("de", "d", "du", "à", "en", "des") or word.startswith("d'")),
        len(words),
    )
    return " ".join([*(_french_plural(word) for word in words[:head]), *words[head:]])


def _english_plural(word: str) -> str:
    return word if word.endswith("s") and not word.endswith(("ss", "us")) else _english_third(word)


def _french_plural(word: str) -> str:
    if word.endswith(("s", "x", "z")):
        return word
    if word.endswith("al"):
        return word[:-2] + "aux"
    return word + ("x" if word.endswith("eau") else "s")
