"""concepts.yaml: its schemes serve the columns of kinds.yaml, and every concept is named and defined twice."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ontology.concepts import concepts, load_schemes, schemes
from ontology.kinds import kinds
from ontology.vocabulary import VocabularyError

GOOD = """
manner:
  label: {en: manner, fr: modalité}
  definition: {en: How., fr: Comment.}
  concepts:
    ratification:
      label: {en: ratification, fr: ratification}
      definition: {en: Consent., fr: Consentement.}
    signature:
      label: {en: signature, fr: signature}
      alt: {en: [signing]}
      definition: {en: Signing., fr: Fait de signer.}
"""


def test_schemes_are_the_columns_that_hold_concepts() -> None:
    columns = {column for kind in kinds().values() for column, range_ in kind.columns.items() if range_ == "concept"}
    assert set(schemes()) == columns == set(concepts())


@pytest.mark.parametrize(
    ("scheme", "names"),
    [
        ("manner", "ratification accession acceptance approval succession signature entry-into-force withdrawal"),
        ("relation", "supplements recalls reaffirms pursuant-to endorses based-on amends implements follows-up"),
        ("role", "administers coordinates hosts guards supervises leads secretariat manages monitors"),
        ("act", "requests urges invites calls-upon mandates encourages recommends decides welcomes condemns notes"),
        ("type", "report resolution decision declaration message press-release statement speech note letter web-page"),
    ],
)
def test_concepts_that_frames_rely_on(scheme: str, names: str) -> None:
    assert set(names.split()) <= set(concepts()[scheme])


@pytest.mark.parametrize(
    ("scheme", "name", "en", "fr"),
    [
        ("act", "calls-upon", "calls upon", "engage"),
        ("role", "secretariat", "serves as secretariat", "assure le secrétariat de"),
        ("relation", "pursuant-to", "pursuant-to", "en application de"),
        ("manner", "accession", "accession", "adhésion"),
    ],
)
def test_labels(scheme: str, name: str, en: str, fr: str) -> None:
    concept = concepts()[scheme][name]
    assert (concept.scheme, concept.name) == (scheme, name)
    assert concept.labels == {"en": en, "fr": fr}


def test_local_names_fit_an_iri() -> None:
    for scheme, found in concepts().items():
        for name in (scheme, *found):
            assert re.fullmatch(r"[a-z]+(-[a-z]+)*", name), name


def test_definitions_are_sentences_in_two_languages() -> None:
    for scheme in schemes().values():
        for definitions in (scheme.definitions, *(concept.definitions for concept in scheme.concepts.values())):
            assert definitions["en"] != definitions["fr"]
            assert all(words.endswith((".", "…")) and words[0].isupper() for words in definitions.values()), definitions


def test_good_file_loads(tmp_path: Path) -> None:
    (tmp_path / "concepts.yaml").write_text(GOOD, encoding="utf-8")
    found = load_schemes(folder=tmp_path)["manner"]
    assert found.labels["fr"] == "modalité"
    assert found.concepts["signature"].alternatives == {"en": ("signing",), "fr": ()}


@pytest.mark.parametrize(
    ("old", "new", "match"),
    [
        ("{en: ratification, fr: ratification}", "{en: ratification}", "manner.ratification.label.fr"),
        ("{en: Consent., fr: Consentement.}", "{en: Consent., fr: ' '}", "manner.ratification.definition.fr"),
        ("{en: manner, fr: modalité}", "{en: manner, de: Art}", "manner.label.de"),
        ("[signing]", "signing", "manner.signature.alt.en"),
        ("[signing]", "[Ratification]", "also names ratification"),
        ("    signature:", "    ratification:", "twice"),
        ("alt:", "alts:", "manner.signature.alts"),
        ("  concepts:", "  concept:", "manner.concept"),
    ],
)
def test_faults_are_refused(tmp_path: Path, old: str, new: str, match: str) -> None:
    assert old in GOOD
    (tmp_path / "concepts.yaml").write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(VocabularyError, match=match):
        load_schemes(folder=tmp_path)
