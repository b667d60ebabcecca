"""The lexicon of questions as a store keeps it: of tens of thousands of words a question has a dozen."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ontology.questions import LANGUAGES, Entry


def packed(content: Mapping[str, Any]) -> dict[str, Any]:
    """The compiled lexicon with the entries of each word as one JSON text, which are read in half the time."""
    return {**content, **{language: _with_words(content, language, _packed) for language in LANGUAGES}}


def unpacked(content: Mapping[str, Any]) -> dict[str, Any]:
    """The inverse of :func:`packed`; the entries of a word are read when it is looked up."""
    return {**content, **{language: _with_words(content, language, _Words) for language in LANGUAGES}}


def _with_words(
    content: Mapping[str, Any], language: str, change: Callable[[Mapping[str, Any]], Mapping[str, Any]]
) -> dict[str, Any]:
    return {**content[language], "words": change(content[language]["words"])}


def _packed(words: Mapping[str, Any]) -> dict[str, str]:
    return {phrase: json.dumps(entries, separators=(",", ":")) for phrase, entries in words.items()}


class _Words(Mapping[str, list[Entry]]):
    """Folded phrase -> its entries, read from their JSON text when they are asked for."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._read: dict[str, list[Entry]] = {}

    def __getitem__(self, phrase: str) -> list[Entry]:
        if phrase not in self._read:
            self._read[phrase] = json.loads(self._texts[phrase])
        return self._read[phrase]

    def __contains__(self, phrase: object) -> bool:
        return phrase in self._texts

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)
