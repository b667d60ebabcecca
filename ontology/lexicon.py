"""The lexicon as the extractor and the question reader see it: words with their readings, head nouns, frames.

The data stands in ``ontology/lexicon``. A word's readings map a class to what it carries:
D determiner, P preposition (its common name), C conjunction, R relative, S subordinator, X negation, A adverb,
O pronoun, B be, H have, M modal, V verb [(lemma, form name)…], N, Q, J nouns and adjectives of frames (the lemma), and
the attitudes I irrealis, K continues, F factive, G performs, U unreal, Z denied, Y plans, L granted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from ontology.errors import PalermoError
from ontology.fold import strip_accents
from ontology.inflection import english_verb, french_verb, plural
from ontology.vocabulary import read_mapping

FOLDER = Path(__file__).parent / "lexicon"
LANGUAGES = ("en", "fr")
Readings = dict[str, Any]

_CLASSES = {
    "determiner": "D", "conjunction": "C", "conjunctions": "C", "relative": "R", "subordinator": "S", "negation": "X",
    "adverb": "A", "pronoun": "O", "be": "B", "have": "H", "do": "H", "modal": "M",
    "announcing": ":",
}  # fmt: skip
_ATTITUDES = {
    "irrealis": "I",
    "continues": "K",
    "factive": "F",
    "performs": "G",
    "unreal": "U",
    "granted": "L",
    "reported": "I",
    "denied": "Z",
    "plans": "Y",
}


class LexiconError(PalermoError):
    """A file of the lexicon says something that cannot be used."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One way of putting one kind of fact into words; see ontology/lexicon/frames/README.md."""

    kind: str
    verbs: Mapping[str, frozenset[str]]
    nouns: Mapping[str, frozenset[str]]
    posts: Mapping[str, frozenset[str]]
    adjectives: Mapping[str, frozenset[str]]
    slots: Mapping[str, tuple[str, ...]]  # place in the clause -> roles
    types: Mapping[str, tuple[str, ...]]  # role -> types
    fixed: Mapping[str, str]
    needs: tuple[str, ...]
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language: single ones, several-word ones by their first word, and head nouns by their type."""

    single: Mapping[str, Readings]
    bare: Mapping[str, Readings]  # the same without accents
    several: Mapping[str, Mapping[str, tuple[tuple[tuple[str, ...], str, Any], ...]]]  # by first and second word, bare

    def readings(self, word: str) -> Readings | None:
        """Readings of a lower-case word, accents mattering only where the lexicon writes them."""
        found = self.single.get(word)
        return found if found is not None else self.bare.get(strip_accents(word))


@cache
def data(name: str) -> Mapping[str, Any]:
    """The content of ``ontology/lexicon/<name>.yaml``; raises VocabularyError where it is no mapping."""
    return read_mapping(f"lexicon/{name}.yaml")


@cache
def frame_files() -> tuple[str, ...]:
    """Kinds that have frames, in alphabetical order."""
    return tuple(sorted(path.stem for path in (FOLDER / "frames").glob("*.yaml")))


_ELISION = re.compile(r"(?<!aujourd)'")  # « d'Oslo » is two words, « aujourd'hui » is one
_PLACES = ("subject", "object", "second", "holder", "theme", "clause", "session", "time", "place")
_PREPOSITIONS = (
    "of",
    "by",
    "to",
    "in",
    "at",
    "as",
    "under",
    "for",
    "over",
    "with",
    "on",
    "pursuant",
    "basis",
    "executing",
    "behind",
    "between",
    "during",
    "from",
    "presence",
    "into",
)
_SLOTS = (*_PLACES, *_PREPOSITIONS, "jointly")
_WORDS = ("verb", "noun", "post", "adjective")
_OPTIONS = (
    "performs",
    "governed",
    "heads",
    "list",
    "announced",
    "rivals",
    "itself",
    "new",
    "unpaid",
    "group",
    "identified",
    "said",
    "whose",
    "its",
    "omitted",
    "became",
    "read",
    "alone",
    "several",
    "singly",
    "done",
    "value",
    "people",
    "called",
    "noted",
    "opens",
    "own",
    "within",
    "since",
    "beside",
    "whole",
    "unless",
)


@cache
def frames() -> tuple[Frame, ...]:
    """All frames of all kinds; raises LexiconError for an unknown key or role."""
    return tuple(frame for kind in frame_files() for frame in frames_of(kind, data(f"frames/{kind}")))


def frames_of(kind: str, content: Mapping[str, Any]) -> Iterator[Frame]:
    """The frames of a kind in a file's ``content``: ``roles`` and ``frames``; raises LexiconError."""
    roles = {role: tuple(types) for role, types in content["roles"].items()}
    for entry in content["frames"]:
        types = {
            **roles,
            **{role: tuple(entry[role]) for role in roles if isinstance(entry.get(role), list) and role not in _SLOTS},
        }
        if "object_types" in entry:
            types["object"] = tuple(entry["object_types"])
        known = {*_SLOTS, *_WORDS, *_OPTIONS, *roles, "set", "needs", "object_types"}
        if unknown := sorted(set(map(str, entry)) - known):
            raise LexiconError(f"frames/{kind}.yaml: unknown keys {unknown}; known are {sorted(known)}")
        verbs, nouns, posts, adjectives = (_word_sets(entry.get(name, {})) for name in _WORDS)
        slots = {slot: _roles(entry[slot]) for slot in _SLOTS if slot in entry}
        needs = tuple(map(str, entry.get("needs", ())))
        options = {name: entry[name] for name in _OPTIONS if name in entry}
        yield Frame(kind, verbs, nouns, posts, adjectives, slots, types, entry.get("set", {}), needs, options)


def _word_sets(entry: Mapping[str, list[str]]) -> Mapping[str, frozenset[str]]:
    return {language: frozenset(entry.get(language, ())) for language in LANGUAGES}


def _roles(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


@cache
def words(language: str) -> Words:
    """The words of ``language`` ('en' or 'fr') with all their readings."""
    single: dict[str, Readings] = {}
    several: dict[str, list[tuple[tuple[str, ...], str, Any]]] = {}
    for word, cls, payload in entries(language):
        parts = tuple(_ELISION.sub(" ", word).split())
        parts = parts if len(parts) == 1 else tuple(map(strip_accents, parts))
        if len(parts) == 1:
            readings = single.setdefault(word, {})
            readings[cls] = [*readings.get(cls, []), *payload] if cls == "V" else payload
        else:
            _add_several(several.setdefault(parts[0], []), parts, cls, payload)
    _spread(single)
    bare: dict[str, Readings] = {}
    for word, readings in single.items():
        for cls, payload in readings.items():
            if cls != "V" or strip_accents(word) not in single:
                bare.setdefault(strip_accents(word), {}).setdefault(cls, payload)
    return Words(single, bare, {first: _by_second(options) for first, options in several.items()})


_Options = list[tuple[tuple[str, ...], str, Any]]


def _by_second(options: _Options) -> dict[str, tuple[tuple[tuple[str, ...], str, Any], ...]]:
    """The phrases that begin with one word, by their second word, the longest first."""
    found: dict[str, _Options] = {}
    for option in sorted(options, key=lambda option: (-len(option[0]), option[0], option[1])):
        found.setdefault(option[0][1], []).append(option)
    return {second: tuple(phrases) for second, phrases in found.items()}


def _spread(single: dict[str, Readings]) -> None:
    """Auxiliaries and attitudes are listed without accents: « etait », « decide » mark « était », « décide », «
    décidé » too.
    """
    shared = {*_ATTITUDES.values(), "B", "H", "M"}
    marked = {
        word: set(readings) & shared for word, readings in single.items() if word.isascii() and set(readings) & shared
    }
    for word, readings in single.items():
        if not word.isascii() and len(word) > 2:  # « à » is no form of « a »
            for cls in marked.get(strip_accents(word), ()):
                readings.setdefault(cls, None)


def _add_several(
    options: list[tuple[tuple[str, ...], str, Any]], parts: tuple[str, ...], cls: str, payload: Any
) -> None:
    """Forms that are written alike ("set up", past and participle) become one entry."""
    for i, (known, known_cls, known_payload) in enumerate(options):
        if known == parts and known_cls == cls == "V":
            options[i] = (parts, cls, [*known_payload, *payload])
            return
    options.append((parts, cls, payload))


def _contracted(words_: str, language: str) -> Iterator[str]:
    """« au sein de » is also written « au sein du », « au sein des », « au sein d' »."""
    if language == "fr" and words_.endswith(" de"):
        yield from (f"{words_[:-2]}{form}" for form in ("du", "des", "d"))


def entries(language: str) -> Iterator[tuple[str, str, Any]]:
    """All words and phrases of a language: as they are written, the class of a reading, what it carries."""
    content = data("words")[language]
    common = data("words")["common"]
    for name, cls in _CLASSES.items():
        for word in content.get(name, ()):
            yield str(word), cls, None
    for word in content["preposition"]:
        yield str(word), "P", common.get(str(word), str(word))
    listed = {words_ for options in content["prepositions"].values() for words_ in options}
    for name, options in content["prepositions"].items():
        for words_ in options:
            for form in (words_, *(form for form in _contracted(words_, language) if form not in listed)):
                yield form, "P", common.get(name, name)
    for word in data("numbers")[language]["ordinals"]:
        yield str(word), "A", None
        yield str(word), "ordinal", None
    for name in (
        "indefinite",
        "possessive",
        "hypothetical",
        "respectively",
        "clitic",
        "part",
        "floating",
        "people",
        "charged",
        "responsibility",
        "bound",
        "nobody",
        "vague",
        "observing",
        "doubting",
        "believing",
        "purposive",
        "unheld",
        "once",
        "attributive",
        "listed",
        "remote",
        "predecessor",
        "succession",
        "successor",
        "composition",
        "courteous",
        "reminding",
        "undone",
        "unfailing",
        "temporal",
        "naming",
    ):
        for word in content.get(name, ()):
            yield str(word), name, None
    for name, cls in _ATTITUDES.items():
        for word in data("attitudes")[language][name]:
            yield str(word), cls, None
    yield from _verb_entries(language)
    yield from _noun_entries(language)


def _verb_entries(language: str) -> Iterator[tuple[str, str, Any]]:
    content = data("verbs")[language]
    for lemma, forms in sorted(verb_forms(language).items()):
        for form, name in forms:
            yield form, "V", [(lemma, name)]
    for lemma, entry in content["phrasal"].items():
        for form, name in verb_forms(language).get(entry["verb"], ()):
            yield f"{form} {entry['particle']}", "V", [(lemma, name)]


@cache
def verb_set(name: str) -> frozenset[str]:
    """Lemmas of both languages that verbs.yaml lists under ``name``: 'choosing', 'serving'."""
    return frozenset(lemma for language in LANGUAGES for lemma in data("verbs")[language][name])


@cache
def verb_forms(language: str) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """lemma -> (form, form name) pairs, for every single-word verb of the lexicon."""
    content = data("verbs")[language]
    if language == "en":
        forms = {lemma: tuple(english_verb(lemma, None)) for lemma in (*content["regular"], *content["others"])}
        forms |= {
            lemma: tuple(pair for pair in english_verb(lemma, None) if pair[1] in known)
            for name, known in (
                ("nominal", ("past", "pp")),
                ("others_past", ("past", "pp")),
                ("measuring", ("past", "pp", "ger")),
            )
            for lemma in content[name]
        }
        forms |= {lemma: tuple(english_verb(lemma, forms_)) for lemma, forms_ in content["irregular"].items()}
        return forms
    paradigms = content["paradigms"]
    forms = {
        lemma: tuple(french_verb(lemma, paradigms[name], whole=False))
        for name, lemmas in (("er", content["er"]), ("ir", content["ir"]), ("er", content["others"]))
        for lemma in lemmas
    }
    return forms | {
        lemma: tuple(french_verb(lemma, paradigm, whole=True)) for lemma, paradigm in content["irregular"].items()
    }


@cache
def clause_frames() -> tuple[Frame, ...]:
    """The frames that are read clause by clause; the others name their own reader under ``read``."""
    return tuple(frame for frame in frames() if "read" not in frame.options)


@cache
def verbs_of(kind: str) -> frozenset[str]:
    """Lemmas, of both languages, of the verbs that tell facts of ``kind``."""
    told = (frame for frame in clause_frames() if frame.kind == kind)
    return frozenset(lemma for frame in told for lemmas in frame.verbs.values() for lemma in lemmas)


@cache
def triggers(language: str) -> frozenset[str]:
    """Words without which no frame finds anything in a sentence: forms of its verbs, its nouns, posts and
    adjectives.
    """
    wanted = {lemma for frame in clause_frames() for lemma in frame.verbs[language]} | verb_set("proverbs")
    wanted -= verb_set("linking")
    forms = {form for lemma in wanted for form, _ in verb_forms(language).get(lemma, ())}
    phrasal = data("verbs")[language]["phrasal"]
    forms |= {entry["particle"].split(" ")[-1] for lemma, entry in phrasal.items() if lemma in wanted}
    return frozenset(forms | {noun.replace("'", " ").split(" ")[0] for noun, _, _ in _noun_entries(language)})


def _noun_entries(language: str) -> Iterator[tuple[str, str, Any]]:
    """Nouns that frames ask for: of events and things held ('noun'), of those who hold them ('post'), adjectives."""
    for cls, attribute in (("N", "nouns"), ("Q", "posts"), ("J", "adjectives")):
        for noun in sorted({noun for frame in frames() for noun in getattr(frame, attribute)[language]}):
            yield noun, cls, noun
            if cls != "J" and (form := plural(noun, language)) != noun:
                yield form, cls, noun
