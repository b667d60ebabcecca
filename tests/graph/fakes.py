"""Small stand-ins for reader, extractor and authority files, so that tests of the graph need none of them.

A source is blocks parted by blank lines. ``symbol: A/74/127`` and ``language: fr`` may stand first. "12. UNICEF chaired
ICAT in 2018." is paragraph 12 and states a fact; "cites A/RES/72/195" another; capitals are mentions.
"""

from __future__ import annotations

import importlib
import os
import re
import sys
import types
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extract.document import Document, Language, OffsetMap, Part, Passage, Sentence, Stated
from extract.facts import Entity, Extraction, Fact, Mention
from ontology.errors import PalermoError

DIGEST = "fakes"  # another program, with another base in the cache
CHAIRED = re.compile(r"(\w+) (?:chaired|a présidé) (\w+)(?: (?:in|en) (\d{4}))?")
TO_CHAIR = re.compile(r"(\w+) is to chair (\w+) in (\d{4})")
CITES = re.compile(r"(?:cites|cite) ([A-Z]+(?:/\w+)+)")


class ReadError(PalermoError):
    def __init__(self, source: str, reason: str, *, advice: str) -> None:
        super().__init__(f"{source}: {reason} {advice}")
        self.reason = reason
        self.advice = advice


@dataclass(frozen=True)
class Record:
    id: str
    type: str


def records() -> tuple[Record, ...]:
    return (Record("ICAT", "Collaboration"), Record("UNICEF", "UNEntity"))


def read_bytes(data: bytes, name: str) -> Document:
    if data.strip() == b"":
        raise ReadError(name, "the file is empty.", advice="Is it the right one?")
    if b"\0" in data:
        raise ReadError(name, "this is no text.", advice="Save it as text.")
    if b"explode" in data:
        raise RuntimeError("bang")
    raw = data.decode("utf-8", "replace")
    symbol = re.search(r"^symbol: (.+)$", raw, re.MULTILINE)
    language: Language = "fr" if re.search(r"^language: fr$", raw, re.MULTILINE) else "en"
    passages, sentences = [], []
    for index, block in enumerate(re.finditer(r"(?:^|(?<=\n\n))(?:(\d+)\. )?\S.*?(?=\n\n|\Z)", raw, re.DOTALL)):
        label = block[1]
        kind = "paragraph" if label else "frontmatter"
        passages.append(Passage(kind, block.start(), block.end(), label, language, None))  # type: ignore[arg-type]
        sentences += [
            Sentence(block.start() + found.start(), block.start() + found.end(), index)
            for found in re.finditer(r"\S.*?(?:\.(?=\s)|\Z)", block[0], re.DOTALL)
        ]
    stated = None if symbol is None else Stated(symbol[1], symbol.start(1), symbol.end(1))
    return Document(
        id=name if stated is None else stated.value,
        name=name,
        format="text",
        raw=raw,
        text=raw,
        offsets=OffsetMap((0,), (0,)),
        passages=tuple(passages),
        sentences=tuple(sentences),
        parts=(Part(language, 0, len(raw)),),
        symbol=stated,
    )


def extract(document: Document, *, forgiving: bool = False) -> Extraction:
    return Extraction(tuple(facts(document)), tuple(mentions(document)))


def facts(document: Document) -> Iterator[Fact]:
    for sentence in document.sentences:
        text = document.text[sentence.start : sentence.end]
        for found in CHAIRED.finditer(text):
            roles: dict[str, Entity | str | int | float] = {"body": entity(found[2]), "chair": entity(found[1])}
            if found[3]:
                roles["year"] = found[3]
            yield Fact("chairs", roles, sentence.start, sentence.end, sentence.passage)
        for found in TO_CHAIR.finditer(text):
            planned: dict[str, Entity | str | int | float] = {"body": entity(found[2]), "chair": entity(found[1])}
            yield Fact(
                "chairs",
                planned | {"year": found[3]},
                sentence.start,
                sentence.end,
                sentence.passage,
                modality="planned",
            )
        for found in CITES.finditer(text):
            roles = {"citing": Entity(document.id, "Document"), "cited": Entity(found[1], "Resolution")}
            yield Fact("citations", roles, sentence.start, sentence.end, sentence.passage)


def mentions(document: Document) -> Iterator[Mention]:
    for index, sentence in enumerate(document.sentences):
        for word in re.finditer(r"\b[A-Z]{3,}\b", document.text[sentence.start : sentence.end]):
            yield Mention(sentence.start + word.start(), sentence.start + word.end(), entity(word[0]), index)


def entity(name: str) -> Entity:
    known = {record.id: record.type for record in records()}
    if name in known:
        return Entity(name, known[name])
    return Entity(f"body/{name.lower()}", "Body", (("en", name), ("fr", f"le {name}")))


def known_ids() -> frozenset[str]:
    return frozenset(record.id for record in records())


def install() -> None:
    """Puts the stand-ins where the graph looks for the real ones."""
    import graph.build
    import graph.documents
    import graph.load

    pipeline: Any = types.ModuleType("extract.pipeline")
    pipeline.extract = extract
    sys.modules["extract.pipeline"] = pipeline
    readers: Any = importlib.import_module("extract.readers")
    readers.read_bytes = read_bytes
    for module in (graph.documents, graph.build):
        setattr(module, "known_ids", known_ids)  # noqa: B010 - as monkeypatch does it
    setattr(graph.build, "program_digest", lambda: DIGEST)  # noqa: B010
    for name, stand_in in (("ontology_quads", str), ("authority_quads", str), ("authority_names", list)):
        setattr(graph.load, name, stand_in)


def main() -> None:
    """Builds: fakes.py STORE SOURCE… ; dies with SIGKILL after DIE_AFTER documents, if that is set."""
    import graph.build
    import graph.documents

    install()
    count = int(os.environ.get("DIE_AFTER", "0"))
    if count:
        real = graph.documents.process
        seen: list[graph.documents.Task] = []

        def process(task: graph.documents.Task) -> object:
            if len(seen) == count:
                os.kill(os.getpid(), 9)
            seen.append(task)
            return real(task)

        setattr(graph.build, "process", process)  # noqa: B010
    graph.build.build([Path(name) for name in sys.argv[2:]], Path(sys.argv[1]), force="FORCE" in os.environ)


if __name__ == "__main__":
    main()
