"""The question bank: a store made of facts written down by hand (bank/facts.yaml), questions with their answers, and
whether an outcome is right.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from extract.facts import Entity, Mention
from graph import generation, iris
from graph.base import begin
from graph.digest import program_digest
from graph.index import writing
from graph.load import load_quads
from graph.model import map_document
from graph.store import Store
from graph.structure import Identity
from ontology.authority import records
from ontology.kinds import kinds
from ontology.questions import folded
from queries.asking.answer import Outcome
from queries.values import Node
from tests.conftest import Written

BANK = Path(__file__).parent / "bank"


@dataclass(frozen=True)
class Question:
    """A question of the bank. ``answers``: labels or values, () where the documents do not say."""

    language: str
    text: str
    answers: tuple[str, ...]
    paragraph: str | None

    def __str__(self) -> str:
        return self.text


def questions(half: str) -> list[Question]:
    """The questions of a half of the bank, 'dev' or 'heldout', in both languages."""
    return [q for language in ("en", "fr") for q in _read(BANK / f"{half}.{language}.txt", language)]


def _read(path: Path, language: str) -> Iterator[Question]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            text, answers, *rest = line.split(" | ")
            found = () if answers == "-" else tuple(answers.split("; "))
            yield Question(language, text, found, rest[0] if rest else None)


def build(path: Path) -> Path:
    """The store of the bank at ``path``, as a build leaves it: the authority files and the facts of facts.yaml."""
    content = yaml.safe_load((BANK / "facts.yaml").read_text(encoding="utf-8"))
    entities = _Entities(content["entities"])
    generation.prepare(path)
    folder = generation.begin(path)
    begin(folder, program_digest())
    entries = []
    with writing(folder / generation.INDEX) as index:
        for number, entry in enumerate(content["documents"]):
            written = _written(entry, entities)
            document = written.document()
            identity = Identity(iris.encode(document.id), document.id, f"{number:064x}")
            from extract.facts import Extraction

            extraction = Extraction(tuple(written.facts), tuple(written.mentions))
            mapped = map_document(document, extraction, identity, kinds=kinds(), known=frozenset(records()))
            assert mapped.warnings == []
            (folder / generation.DOCUMENTS / f"{number}.nq").write_text(mapped.nquads, encoding="utf-8")
            (folder / generation.TEXTS / f"{number}.txt").write_text(document.raw, encoding="utf-8")
            rows = [(s.iri, s.text, s.language, document.passages[s.passage].label) for s in mapped.sentences]
            index.add(identity.key, document.id, mapped.names, rows)
            entries.append({"iri": identity.iri, "file": str(number)})
    load_quads(folder, sorted((folder / generation.DOCUMENTS).glob("*.nq")))
    manifest = json.dumps({"digest": "", "documents": entries})
    generation.write(folder / generation.MANIFEST, manifest.encode("ascii"))
    generation.swap(path, folder)
    return path


class _Entities:
    """Entities by the names that facts.yaml gives them: its own, else those of the authority files."""

    def __init__(self, own: Mapping[str, Mapping[str, str]]) -> None:
        self.own = {
            name: Entity(name if "/" in name else f"{entry['type'].lower()}/{folded(name).replace(' ', '-')}",
                         entry["type"], tuple((la, entry[la]) for la in ("en", "fr") if la in entry))
            for name, entry in own.items()
        }  # fmt: skip
        self.listed = {
            folded(name): Entity(record.id, record.type)
            for record in records().values()
            for names in record.names.values()
            for name in names
        }

    def named(self, name: str) -> Entity:
        found = self.own.get(name) or self.listed.get(folded(name))
        assert found is not None, name
        return found


def _written(entry: Mapping[str, Any], entities: _Entities) -> Written:
    doc = Written(entry["id"], entry["name"], entry["language"])
    for passage in entry["passages"]:
        facts = [_fact(fact, entities, doc.id) for fact in passage["facts"]]
        doc.add(passage["para"], passage["text"], *facts, kind="paragraph" if passage["para"] else "frontmatter")
        start, sentence = doc.sentences[-1].start, len(doc.sentences) - 1
        for _, roles in facts:
            for value in roles.values():
                if isinstance(value, Entity):
                    doc.mentions.append(Mention(start, start + 1, value, sentence))
    return doc


def _fact(fact: Mapping[str, Any], entities: _Entities, document: str) -> tuple[str, dict[str, Any]]:
    kind = kinds()[fact["kind"]]
    roles: dict[str, Any] = {}
    for column, value in fact.items():
        if column == "kind":
            continue
        range_ = kind.columns[column]
        if range_ == "entity" and value == document:
            roles[column] = Entity(document, "Document")
        else:
            roles[column] = (
                entities.named(str(value)) if range_ == "entity" else value if range_ == "number" else str(value)
            )
    return str(fact["kind"]), roles


def right(store: Store, question: Question, outcome: Outcome) -> bool:
    """Whether an outcome gives all the answers expected, no other beside them, and the paragraph as evidence."""
    expected = {_identity(store, answer) for answer in question.answers}
    found = {_found(a.value) for a in outcome.answers}
    if outcome.mode in ("yes", "count"):
        expected = {"yes" if e == "oui" else e for e in question.answers}
        found = {str(a.value) for a in outcome.answers}
    paragraphs = {e.paragraph for a in outcome.answers for e in a.evidence}
    return expected == found and (question.paragraph is None or question.paragraph in paragraphs)


def _identity(store: Store, answer: str) -> str:
    if iris.is_symbol(answer) or re.match(r"(meeting|target)/", answer):
        return iris.thing(answer)
    named = store.names(answer)
    return named[0].iri if named else answer


def _found(value: object) -> str:
    return value.iri if isinstance(value, Node) else str(value)


def wrong(store: Store, question: Question, outcome: Outcome) -> bool:
    """Whether it says something that is not so: an answer where there is none, or one beside those expected."""
    return len(outcome.answers) > 0 and not right(store, question, outcome)
