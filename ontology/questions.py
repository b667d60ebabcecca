"""The lexicon as a question needs it: every word and phrase with what it can mean, in one plain value.

Frames and verbs are those by which documents are read (``ontology/lexicon``); its folder ``questions`` adds what only
questions say. Reading the YAML takes a second: what :func:`compiled` gives is JSON, and a store keeps it beside its
index, under the digest of the files that it was made from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from ontology.alternatives import spelled_out, with_and_without
from ontology.fold import key

LANGUAGES = ("en", "fr")
_WORD = re.compile(r"[^\W_]+")
_PLAIN = ("be", "list", "about", "link", "how", "happened", "empty", "since", "after", "before", "until", "between",
          "in", "yes", "first", "last", "most", "least", "now", "both", "or", "future", "source",
          "follow", "refuse")  # fmt: skip
_RARE = {"en": (), "fr": ("fut", "cond", "ger")}  # of idioms: forms that ask for nothing that is so
_CLOSED = {"D": "empty", "P": "prep", "C": "and", "B": "be", "H": "have", "O": "empty"}
_NO_SLOT = ("subject", "object", "second", "holder", "theme", "clause", "session")
Entry = list[Any]  # class of the word, what it carries


def folded(text: str) -> str:
    """The words of ``text``, accents, case and punctuation aside: "L'État  partie" -> 'l etat partie'."""
    return " ".join(_WORD.findall(key(text)))


@cache
def digest() -> str:
    """Hex digest of the files that :func:`compiled` reads."""
    import hashlib
    from pathlib import Path

    root = Path(__file__).parent
    total = hashlib.sha256()
    for path in (
        root / "alternatives.py",
        root / "kinds.yaml",
        root / "types.yaml",
        root / "inflection.py",
        root / "lexicon.py",
        root / "questions.py",
        *sorted((root / "lexicon").rglob("*.yaml")),
    ):
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


@cache
def compiled() -> Mapping[str, Any]:
    """All that questions are read with, as JSON can hold it: ``digest``, ``lineage`` of the types, ``kinds``,
    ``frames``, words around numbers, and for each language ``words`` (folded phrase -> entries), ``scales``,
    ``months``, ``ordinals``, ``cardinals``.

    Raises LexiconError and VocabularyError where a file does not hold together.
    """
    from ontology.lexicon import data
    from ontology.types import lineage

    frames: list[dict[str, Any]] = []
    words: dict[str, dict[str, list[Entry]]] = {language: {} for language in LANGUAGES}
    _frames(frames, words)
    for language in LANGUAGES:
        _closed(words[language], language)
        _questions(words[language], language)
    numbers, asked = data("numbers"), data("questions/words")
    return {
        "digest": digest(),
        "lineage": {name: sorted(above) for name, above in sorted(lineage().items())},
        "kinds": _kinds(frames),
        "frames": frames,
        "meetings": {folded(noun): common for noun, common in data("heads")["meetings"].items()},
        "citing": {name: sorted(words_) for name, words_ in asked["citing"].items()},
        "series": {organ["id"]: organ["series"] for organ in data("symbols")["organs"]},
        "telling": [*map(list, asked["telling"].items())],  # in this order: a publication is a document too
        "listing": dict(asked["listing"]),
        "within": dict(asked["within"]),
        "some": list(asked["some"]),
        "original": [folded(word) for word in asked["original"]],
        "sized": dict(asked["sized"]),
        "crowds": list(asked["crowds"]),
        "hollow_verbs": [folded(verb) for verb in asked["hollow_verbs"]],
        "reworded": {said: plain for wording, plain in asked["reworded"].items() for said in with_and_without(wording)},
        "described": list(asked["described"]),
        "common": [folded(word) for word in asked["common"]],
        "shorthand": dict(asked["shorthand"]),
        "governing": [folded(noun) for noun in asked["governing"]],
        "adjectives": _adjectives(),
        "counting": {language: list(ways) for language, ways in asked["counting"].items()},
        "asked_of": {language: list(links) for language, links in asked["asked_of"].items()},
        "texts": sorted(_both_numbers(asked["texts"])),
        "private": list(map(folded, asked["private"])),
        "whole": {name: [folded(phrase) for phrase in said] for name, said in asked["whole"].items()},
        "holders": dict(asked["holders"]),
        "denied": {name: list(map(str, words_)) for name, words_ in asked["denied"].items()},
        "bygone": list(map(folded, asked["bygone"])),
        "former": [folded(way) for way in _spelled(asked["former"])],
        "totals": dict(asked["totals"]),
        "peers": dict(asked["peers"]),
        "particles": list(asked["particles"]),
        "parts": {folded(way): part for part, ways in asked["parts_of_time"].items() for way in ways},
        "rough": _rough(),
        "around_dates": [folded(word) for word in asked["around_dates"]],
        "meant": {name: list(others) for name, others in asked["meant"].items()},
        "alike": _alike(data("questions/alike")["alike"]),
        "alone": {
            form: sorted(_both_numbers(nouns))
            for phrase, nouns in data("questions/alike")["alone"].items()
            for form in sorted(_both_numbers([phrase]))
        },
        "hollow": {kind: sorted(map(folded, said["hollow"])) for kind, said in _asked().items() if "hollow" in said},
        "counted": {
            kind: {value: sorted(_both_numbers(nouns)) for value, nouns in said["counted"].items()}
            for kind, said in _asked().items()
            if "counted" in said
        },
        **{
            language: {
                "words": words[language],
                "scales": data("quantities")[language]["scales"],
                **_numbers(numbers[language]),
            }
            for language in LANGUAGES
        },
    }


def _rough() -> list[str]:
    """The folded words before a number that leave it what it is, or more: "more than", « près de »."""
    from ontology.lexicon import data

    ways = {folded(way) for language in LANGUAGES for way in data("quantities")[language]["qualifiers"]}
    return sorted(ways - set(map(folded, data("questions/words")["below"])))


def _adjectives() -> dict[str, list[str]]:
    """Folded adjective -> the ids of the States that it is of: 'zambian', « zambien »."""
    from ontology.authority import records

    found: dict[str, set[str]] = {}
    for record in records().values():
        for adjective in (a for language in LANGUAGES for a in record.adjectives.get(language, ())):
            found.setdefault(folded(adjective), set()).add(record.id)
    return {adjective: sorted(ids) for adjective, ids in sorted(found.items())}


@cache
def _asked() -> dict[str, Mapping[str, Any]]:
    """Kind -> what only questions say of it (``lexicon/questions/kinds``), in alphabetical order."""
    from ontology.lexicon import FOLDER, data

    return {path.stem: data(f"questions/kinds/{path.stem}") for path in sorted(FOLDER.glob("questions/kinds/*.yaml"))}


def _alike(groups: Iterable[Iterable[str]]) -> dict[str, list[str]]:
    """Folded phrase, singular or plural -> the phrases of its groups, as they are listed."""
    found: dict[str, list[str]] = {}
    for group in groups:
        ways = [folded(way) for way in group]
        for form in sorted(_both_numbers(group)):
            found.setdefault(form, []).extend(way for way in ways if way not in found[form])
    return found


def _both_numbers(nouns: Iterable[str]) -> set[str]:
    """Folded nouns and their plurals, in the one language or the other: no French noun here ends in "y"."""
    from ontology.inflection import plural

    tongues = {noun: LANGUAGES[:1] if noun.endswith("y") else LANGUAGES for noun in nouns}
    return {folded(form) for noun in tongues for form in (noun, *(plural(noun, la) for la in tongues[noun]))}


def _numbers(content: Mapping[str, Any]) -> dict[str, Any]:
    months = {folded(name): number for name, number in {**content["month_abbreviations"], **content["months"]}.items()}
    return {
        "months": months,
        "ordinals": {folded(name): number for name, number in content["ordinals"].items()},
        "cardinals": {folded(name): number for name, number in content["cardinals"].items()},
    }


def _kinds(frames: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Columns, key and the types of the roles of each kind; the types are those of all its frames together."""
    from ontology.kinds import kinds

    found: dict[str, Any] = {
        name: {"columns": dict(kind.columns), "key": [list(group) for group in kind.key]}
        for name, kind in kinds().items()
    }
    found["mentions"] = {"columns": {"entity": "entity", "document": "entity"}, "key": [["entity"]]}
    for name, kind in found.items():
        said = _asked().get(name, {})
        types: dict[str, list[str]] = {}
        for source in (*(f["types"] for f in frames if f["kind"] == name), said.get("roles", {})):
            for role, options in source.items():
                types.setdefault(role, []).extend(t for t in options if t not in types.get(role, ()))
        kind["types"] = types
        kind |= {
            "place": said.get("place"),
            "nouns": {role: sorted(_both_numbers(nouns)) for role, nouns in said.get("nouns", {}).items()},
            **{column: said.get(column, []) for column in ("time", "value", "text", "people", "things")},
        }
    return found


def _frames(frames: list[dict[str, Any]], words: dict[str, dict[str, list[Entry]]]) -> None:
    """Adds all frames of documents and of questions, and the words that call for them."""
    from ontology.lexicon import data, frame_files, frames_of

    for kind in sorted({*frame_files(), *_asked()}):
        contents = [data(f"frames/{kind}")] if kind in frame_files() else []
        contents.append({"roles": {}, "frames": [], **_asked().get(kind, {})})
        for content in contents:
            for frame, entry in zip(frames_of(kind, content), content["frames"], strict=True):
                if {"governed", "between"} & entry.keys() or entry.get("unless") == "another":
                    continue  # only told: "under the leadership of"
                number = len(frames)
                slots = {slot: [r for r in roles if r != "-"] for slot, roles in frame.slots.items()}
                frames.append(
                    {"kind": kind, "slots": slots, "types": _types(frame), "set": dict(frame.fixed),
                     "value": entry.get("value"), "called": entry.get("called"), "noted": entry.get("noted"),
                     "active": _active(frame),
                     "own": content is contents[-1], "led": bool(frame.verbs["en"] or frame.verbs["fr"])}
                )  # fmt: skip
                for language in LANGUAGES:
                    _call(words[language], frame, number, language, own=content is contents[-1])


def _active(frame: Any) -> bool:
    """Whether none of its verbs has a passive: « est entré en vigueur », « est devenu partie »."""
    from ontology.lexicon import data

    active = {*data("verbs")["en"]["active"], *data("questions/words")["active"]}
    lemmas = [lemma for language in LANGUAGES for lemma in frame.verbs[language]]
    return bool(lemmas) and all(lemma in active or lemma.split()[0] in active for lemma in lemmas)


def _types(frame: Any) -> dict[str, list[str]]:
    """Role -> types of a frame; 'object' may name a slot, and is a role where the kind has such a column."""
    from ontology.kinds import kinds

    columns = kinds()[frame.kind].columns if frame.kind in kinds() else ("entity", "document")
    return {role: list(types) for role, types in frame.types.items() if role in columns}


def _call(words: dict[str, list[Entry]], frame: Any, number: int, language: str, *, own: bool) -> None:
    """The words that call for a frame: its noun where it has one (its verb then only leads to it), else its verb;
    ``own``: only questions have it."""
    from ontology.inflection import plural
    from ontology.lexicon import verb_set

    linking = verb_set("linking") | {"être", "avoir"}
    for lemma in _spelled(sorted(frame.verbs[language])):
        cls = "light" if frame.nouns[language] else "weak" if lemma in linking else "verb"
        for form, name in _forms(lemma, language):
            if not (own and " " in lemma and name in _RARE[language]) and not _is_passive(lemma, name):
                _add(words, form, cls, [number, name])
    for cls, nouns in (("noun", frame.nouns), ("post", frame.posts), ("adjective", frame.adjectives)):
        for noun in _spelled(sorted(nouns[language])):
            for form in {noun, plural(noun, language)} if cls != "adjective" else {noun}:
                _add(words, form, cls, [number, form])


def _is_passive(lemma: str, form: str) -> bool:
    """« été présente » without its accents is the passive of another verb: « été présenté »."""
    first, _, rest = lemma.partition(" ")
    other = _participles().get(folded(rest), rest) if first == "être" else rest
    return form == "pp" and other != rest


@cache
def _participles() -> Mapping[str, str]:
    """Folded French participle -> the participle."""
    return {folded(form): form for forms in _verbs("fr").values() for form, name in forms if name == "pp"}


@cache
def _verbs(language: str) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """lemma -> (form, form name) pairs: the verbs of documents and those that only questions use."""
    from ontology.inflection import english_verb, french_verb
    from ontology.lexicon import data, verb_forms

    own = data("questions/verbs")[language]
    if language == "en":
        found = {lemma: tuple(english_verb(lemma, None)) for lemma in own["regular"]}
        found |= {lemma: tuple(english_verb(lemma, forms)) for lemma, forms in own["irregular"].items()}
    else:
        paradigms = data("verbs")["fr"]["paradigms"]
        found = {lemma: tuple(french_verb(lemma, paradigms["er"], whole=False)) for lemma in own["er"]}
        found |= {lemma: tuple(french_verb(lemma, paradigms["ir"], whole=False)) for lemma in own["ir"]}
        found |= {lemma: tuple(french_verb(lemma, forms, whole=True)) for lemma, forms in own["irregular"].items()}
    read = verb_forms(language)  # of some verbs documents know only the forms that are no nouns: "trained", not "train"
    return {lemma: tuple(dict.fromkeys((*read.get(lemma, ()), *found.get(lemma, ())))) for lemma in {**read, **found}}


def _forms(lemma: str, language: str) -> Iterator[tuple[str, str]]:
    """The forms of a verb; of several words the first is inflected: 'take part', « avoir lieu »."""
    forms = _verbs(language)
    first, _, rest = lemma.partition(" ")
    if lemma in forms:
        yield from forms[lemma]
    elif first in forms:
        yield from ((f"{form} {rest}", name) for form, name in forms[first])
    else:
        yield lemma, "base"


def _closed(words: dict[str, list[Entry]], language: str) -> None:
    from ontology.lexicon import data, entries

    for name, phrases in data("questions/words")[language]["prepositions"].items():  # what questions say comes first
        for phrase in _spelled(phrases):
            _add(words, phrase, "prep", name)
    for word, cls, payload in entries(language):
        if cls in _CLOSED:
            _add(words, word, _CLOSED[cls], payload if cls == "P" else None)


def _questions(words: dict[str, list[Entry]], language: str) -> None:
    from ontology.inflection import plural
    from ontology.lexicon import data

    content = data("questions/words")[language]
    for what, phrases in content["ask"].items():
        for phrase in _spelled(phrases):
            _add(words, phrase, "ask", what)
    for cls in _PLAIN:
        for phrase in _spelled(map(str, content[cls])):
            _add(words, phrase, cls, None)
    regions = data("questions/words")["regions"][language].items()
    for adjective, region in ((way, region) for wording, region in regions for way in spelled_out(wording)):
        forms = {adjective, plural(adjective, language)}
        if language == "fr":
            feminine = adjective + ("ne" if adjective.endswith("éen") else "" if adjective.endswith("e") else "e")
            forms |= {feminine, plural(feminine, language)}
        for form in sorted(forms):
            _add(words, form, "region", region)
    for cls in ("relative", "pronoun", "compared"):
        for word, payload in content[cls].items():
            _add(words, word, cls, payload)
    for word, column in data("questions/words")["numbered"][language].items():
        _add(words, word, "numbered", column)
    for direction, said in data("questions/words")["succession"].items():
        for lemma in said[language]["verbs"]:
            for form, name in _forms(lemma, language):
                _add(words, form, "succession", [direction, name])
        for lemma in said[language].get("parted", ()):
            for form, _ in _forms(lemma, language):
                _add(words, form, "succession", [direction, "from"])
        for noun in said[language]["nouns"]:
            for form in sorted({noun, plural(noun, language)}):
                _add(words, form, "succession", [direction, "noun"])
    named = set(content["named"])
    for type_, nouns in content["types"].items():
        for noun in _spelled(nouns):
            for form in sorted({noun, plural(noun, language)}):
                _add(words, form, "type", [type_, noun.lower() if noun in named else None])


def _spelled(phrases: Iterable[str]) -> list[str]:
    """Phrases with all their alternatives."""
    return [spelled for phrase in phrases for spelled in spelled_out(phrase)]


def _add(words: dict[str, list[Entry]], phrase: str, cls: str, payload: Any) -> None:
    entry = [cls, payload]
    known = words.setdefault(folded(phrase), []) if folded(phrase) else [entry]  # '&' is no word
    if entry not in known:
        known.append(entry)
