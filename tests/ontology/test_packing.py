"""The lexicon of questions, packed and unpacked."""

from __future__ import annotations

import json

from ontology.packing import packed, unpacked
from ontology.questions import LANGUAGES, compiled


def test_what_is_unpacked_is_what_was_packed() -> None:
    found = unpacked(json.loads(json.dumps(packed(compiled()))))
    plain = json.loads(json.dumps(compiled()))
    assert {key: value for key, value in found.items() if key not in LANGUAGES} == {
        key: value for key, value in plain.items() if key not in LANGUAGES
    }
    for language in LANGUAGES:
        assert dict(found[language]["words"]) == plain[language]["words"] != {}
        assert found[language]["months"] == plain[language]["months"]


def test_words_are_looked_up_as_in_any_mapping() -> None:
    words = unpacked(packed(compiled()))["en"]["words"]
    assert "who" in words and words["who"] == compiled()["en"]["words"]["who"]
    assert "zzzz" not in words and words.get("zzzz") is None
    assert len(words) == len(compiled()["en"]["words"]) == len(list(words))
