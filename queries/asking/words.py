"""The words of a question: tokens, the lexicon that a store keeps for them, and what each phrase can mean."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any

from graph import iris
from ontology.fold import key

BUILDING = frozenset({"empty", "prep", "in", "and", "since"})  # classes of words that build sentences
LANGUAGES = ("en", "fr")
CONTENT = frozenset({"verb", "noun", "post", "adjective", "type", "light", "region"})
CALLING = ("verb", "noun", "post", "adjective")
_WORD = re.compile(r"[^\W_]+")
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th|e|eme|er|ere|re|ieme)")
# « fait-il partie », and not "network-on-migration.txt"
_INVERTED = re.compile(r"\b(?:[a-zà-ÿœ]+(?=-)|fait|font)([ -](?:t-)?(?:il|elle|ils|elles|on))\b(?!-)")
_FRONTED = re.compile(r"^[Aa](?= qu(?:i|oi|els?|elles?)\b)")
_PARTED = r" ({})(?=\W*$| (?:in|on|by|for|with|and|during)\b)"
_STANDS = re.compile(r"(\{\w+\}|\([^()]*\))")  # for any words, or for one of several
_LONGEST = 7  # words of a phrase of the lexicon
_CLITIC = len(" il ")  # characters between words that a pronoun parts


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the question: ``text[start:end]``, and the same folded."""

    start: int
    end: int
    raw: str
    folded: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing that a phrase can mean: its class ('verb', 'ask', 'name' …), what it carries, and its language."""

    cls: str
    data: Any = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """Tokens ``first`` to ``last`` (exclusive) that are read together, with all that they can mean."""

    first: int
    last: int
    meanings: tuple[Meaning, ...]

    def get(self, cls: str) -> Meaning | None:
        """The first meaning of a class, None where the segment has none."""
        return next((m for m in self.meanings if m.cls == cls), None)

    def all(self, *classes: str) -> list[Meaning]:
        """The meanings of these classes."""
        return [m for m in self.meanings if m.cls in classes]


def normal(question: str) -> str:
    """The question on one line, composed characters composed: no offset into what was typed is needed.

    An « A » before a question word is « À » without its accent: « A quelle cible contribue … ? ».
    """
    return _FRONTED.sub("À", " ".join(unicodedata.normalize("NFC", question).split()))


def reworded(vocabulary: Vocabulary, text: str) -> str:
    """The question in plain words: "what is the name of the Chair" -> 'who is the Chair'."""
    typed = text.replace("’", "'")
    begun = typed.lower()
    for wording, plain in vocabulary.content["reworded"].items():
        led = _STANDS.split(wording, maxsplit=1)[0].rstrip().lower()
        if begun.startswith(led) and (said := _pattern(wording).fullmatch(typed)) is not None:
            return str(plain).format_map(said.groupdict()) + str(said["end"])
    return text


def rejoined(vocabulary: Vocabulary, text: str) -> str:
    """The question with an adverb behind its verb: "who set the Fund up" -> 'who set up the Fund'."""
    adverb = re.search(_PARTED.format("|".join(vocabulary.content["particles"])), text)
    if adverb is None:
        return text
    for word in reversed(list(_WORD.finditer(text, 0, adverb.start()))):
        known = vocabulary.content["en"]["words"].get(f"{key(word[0])} {adverb[1]}", ())
        if any(cls == "verb" for cls, _ in known):  # right before it, it is not parted
            return f"{text[: word.end()]} {adverb[1]}{text[word.end() : adverb.start()]}{text[adverb.end() :]}"
    return text


def tokens(text: str) -> list[Token]:
    """The words of ``text``; letters and digits, so that "l'ICAT" is two and 'A/74/127' three.

    A pronoun behind its verb is none: « fait-il partie » are the words of « fait partie ».
    """
    found = []
    for match in _INVERTED.finditer(text):
        text = text[: match.start(1)] + " " * len(match[1]) + text[match.end(1) :]
    for match in _WORD.finditer(text):
        folded = "".join(_WORD.findall(key(match[0])))
        if folded:
            found.append(Token(match.start(), match.end(), match[0], folded))
    return found


@lru_cache(maxsize=1 << 10)
def _pattern(wording: str) -> re.Pattern[str]:
    """The pattern of a wording: "(whose|which) project is {one}"; of alternatives the longest is tried first."""
    found = ""
    for part in _STANDS.split(wording):
        ways = part[1:-1].split("|") if part.startswith("(") else [part]
        said = "|".join(re.escape(way).replace(r"\ ", "[, ]+") for way in sorted(ways, key=len, reverse=True))
        found += f"(?P<{part[1:-1]}>.+?)" if part.startswith("{") else f"(?:{said})"
    return re.compile(found + r"(?P<end>[ ?.!]*)", re.IGNORECASE)


class Vocabulary:
    """The compiled lexicon (``ontology.questions``), asked by phrase."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        self.content = content
        self.frames: Sequence[Mapping[str, Any]] = content["frames"]
        self.kinds: Mapping[str, Any] = content["kinds"]
        self.lineage: Mapping[str, Sequence[str]] = content["lineage"]

    @cached_property
    def series(self) -> Mapping[str, str]:
        """What the IRIs of the resolutions of an organ begin with -> the IRI of the organ."""
        return {f"{iris.ID}{begun}/": iris.thing(organ) for organ, begun in self.content["series"].items()}

    def is_a(self, type_: str, ancestors: Sequence[str]) -> bool:
        """Whether a type is one of ``ancestors`` or stands below one."""
        return any(above in ancestors for above in self.lineage.get(type_, (type_,)))

    def below(self, type_: str) -> list[str]:
        """A type and all that stand below it, sorted."""
        return sorted(name for name, above in self.lineage.items() if type_ in above)

    def scales(self, language: str) -> dict[str, int]:
        """Words that multiply a number -> by what; where the languages differ ("billion"), as ``language`` has it."""
        other = "fr" if language == "en" else "en"
        return {**self.content[other]["scales"], **self.content[language]["scales"]}

    def meanings(self, phrase: str, language: str) -> tuple[Meaning, ...]:
        """What a folded phrase can mean in the question's language, or, where it is no phrase of that, in the other."""
        other = "fr" if language == "en" else "en"
        for spoken in (language, other):
            found = self.content[spoken]["words"].get(phrase)
            if found:
                return tuple(Meaning(cls, data, spoken) for cls, data in found)
        return ()

    def in_either(self, phrase: str) -> list[Meaning]:
        """What a folded phrase means in English and in French."""
        return [Meaning(cls, data, la) for la in LANGUAGES for cls, data in self.content[la]["words"].get(phrase, ())]

    def classes(self, phrase: str) -> set[str]:
        """The classes of what a folded phrase means in either language: {"verb", "noun"}."""
        return {meaning.cls for meaning in self.in_either(phrase)}

    def types(self, phrase: str) -> list[str]:
        """The types that a folded noun says in either language: "entities", « organismes »."""
        return [meaning.data[0] for meaning in self.in_either(phrase) if meaning.cls == "type"]

    def called(self, phrase: str) -> list[Mapping[str, Any]]:
        """The frames of the relations that a folded phrase calls for in either language: "chaired", « membres »."""
        return [self.frames[meaning.data[0]] for meaning in self.in_either(phrase) if meaning.cls in CALLING]

    def ways(self, phrase: str) -> tuple[str, ...]:
        """A folded phrase and those that say the same, in either language: 'judges', 'juge', 'magistrat', or '74e' and
        « soixante-quatorzième »."""
        ordinals = (self.ordinal_word(phrase, language) for language in LANGUAGES) if phrase[:1].isdigit() else ()
        months = self._months.get(self.month(phrase) or 0, ())
        return tuple(dict.fromkeys((phrase, *self.content["alike"].get(phrase, ()), *ordinals, *months)))

    @cached_property
    def _months(self) -> Mapping[int, Sequence[str]]:
        """The words of both languages for each month: 'july', « juillet »."""
        said = [(number, word) for la in LANGUAGES for word, number in self.content[la]["months"].items()]
        return {number: [word for n, word in said if n == number] for number, _ in said}

    @cached_property
    def joining(self) -> Sequence[str]:
        """The folded words of both languages before who does something with somebody: "with", « aux côtés de »."""
        said = [entry for la in LANGUAGES for entry in self.content[la]["words"].items()]
        return [way for way, means in said if any(c == "prep" and d in ("with", "jointly") for c, d in means)]

    def asks(self, word: str) -> bool:
        """Whether a folded word asks, or begins a clause: "which", « que »."""
        return "ask" in self.classes(word)

    def calls(self, word: str, kind: str) -> bool:
        """Whether a folded word calls for a kind of fact in either language."""
        return any(frame["kind"] == kind for frame in self.called(word))

    def is_content(self, phrase: str) -> bool:
        """Whether a folded phrase of the lexicon only ever carries content: 'donors', not 'who'."""
        classes = self.classes(phrase)
        return bool(classes) and classes <= set(CONTENT)

    def phrases(self, words: Sequence[Token], first: int, language: str) -> dict[int, tuple[Meaning, ...]]:
        """Where phrases of the lexicon that begin at ``first`` end, and what they mean; what has a pronoun behind it,
        « invite-t-il à », is no « invité à »."""
        found = {}
        for last in range(first + 1, min(first + _LONGEST, len(words)) + 1):
            meanings = self.meanings(" ".join(w.folded for w in words[first:last]), language)
            if any(b.start - a.end >= _CLITIC for a, b in pairwise(words[first:last])):
                meanings = tuple(meaning for meaning in meanings if meaning.cls != "adjective")
            if meanings:
                found[last] = meanings
        return found

    def month(self, word: str) -> int | None:
        """Number of a month by its folded name in either language."""
        return next((self.content[la]["months"][word] for la in LANGUAGES if word in self.content[la]["months"]), None)

    @cached_property
    def _ordinals(self) -> Mapping[str, int]:
        return {**self.content["fr"]["ordinals"], **self.content["en"]["ordinals"]}

    def ordinal(self, words: Sequence[Token], first: int) -> tuple[int, int] | None:
        """(number, where it ends) of an ordinal at ``first``: 'twenty-sixth', '26th', « 26e »."""
        for last in (first + 4, first + 3, first + 2, first + 1):
            number = self._ordinals.get(" ".join(w.folded for w in words[first:last]))
            if number is not None and last <= len(words):
                return number, last
        match = _ORDINAL.fullmatch(words[first].folded)
        return None if match is None else (int(match[1]), first + 1)

    def cardinal(self, word: str) -> int | None:
        """The number that a folded word of either language writes out; None for one, which is an article as well."""
        found = (self.content[la]["cardinals"].get(word) for la in LANGUAGES)
        return next((number for number in found if number is not None and number > 1), None)

    @cached_property
    def numerals(self) -> frozenset[str]:
        """The folded words of both languages that write out a number, but for one, which is an article as well."""
        return frozenset(w for la in LANGUAGES for w, n in self.content[la]["cardinals"].items() if n > 1)

    def cardinals(self, number: int) -> list[str]:
        """The folded words of both languages that write out a number."""
        return sorted({w for la in LANGUAGES for w, n in self.content[la]["cardinals"].items() if n == number})

    def ordinals(self, word: str) -> list[str]:
        """The folded words of both languages for the ordinal that a word is: 'fifth', « cinquième »; [] for others."""
        match = _ORDINAL.fullmatch(word)
        number = int(match[1]) if match is not None else self._ordinals.get(word)
        return sorted(w for w, n in self._ordinals.items() if n == number) if number is not None else []

    def ordinal_word(self, word: str, language: str) -> str:
        """The word of a language for '9th', « 9e »; any other word itself."""
        match = _ORDINAL.fullmatch(word)
        found = (
            [] if match is None else [w for w, n in self.content[language]["ordinals"].items() if n == int(match[1])]
        )
        return min(found, key=len, default=word)

    def language(self, words: Sequence[Token], text: str) -> str:
        """'en' or 'fr': the language of the words that build the sentence, then of the others; English where none
        tells."""
        scores = dict.fromkeys(LANGUAGES, 0.0)
        for language in LANGUAGES:
            other = "fr" if language == "en" else "en"
            for token in words:
                own = self.content[language]["words"].get(token.folded, ())
                if own and not self.content[other]["words"].get(token.folded):
                    scores[language] += 1.0 if any(cls not in CONTENT for cls, _ in own) else 0.6
        if any(c in "éèêàçùôîœ" for c in text.lower()) or "’" in text and scores["fr"] > 0:
            scores["fr"] += 0.7
        tied = scores["fr"] == scores["en"] and bool(words)
        return "fr" if scores["fr"] > scores["en"] or (tied and self._is_noun(words[0].folded, "fr")) else "en"

    def _is_noun(self, word: str, language: str) -> bool:
        """Whether a word is the noun of a type in this language alone: « pays », which in English is a verb."""
        asks = {la: {cls for cls, _ in self.content[la]["words"].get(word, ())} for la in LANGUAGES}
        return [la for la in LANGUAGES if "type" in asks[la]] == [language]
