"""A document as quads: what it is, its language versions, its passages and its sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extract.document import Document, Part, Passage, Stated
from graph import akoma_ntoso, iris, terms
from graph.quads import Graph

_TYPE = f"<{iris.RDF}type>"
_CLASSES = {
    "title": "Title",
    "heading": "Heading",
    "paragraph": "Paragraph",
    "item": "Item",
    "preambular": "PreambularParagraph",
    "operative": "OperativeParagraph",
    "footnote": "Footnote",
    "frontmatter": "FrontMatter",
    "table": "Table",
}
_OWN_NUMBERS = frozenset({"title", "heading", "footnote", "frontmatter", "table"})  # not counted with the paragraphs


@dataclass(frozen=True, slots=True)
class Identity:
    """What the graph knows of a document beside its text.

    ``key`` is the encoded end of its IRI and of its graph's: ``A/74/127``, and ``A/74/127~fr`` where another file
    already is ``A/74/127``. ``label`` is what people see. ``sha256`` is of the bytes of the file.
    """

    key: str
    label: str
    sha256: str

    @property
    def iri(self) -> str:
        return iris.ID + self.key


def describe(graph: Graph, document: Document, identity: Identity) -> None:
    """Adds the document's own node and an expression for each of its language versions."""
    node = identity.iri
    work = iris.thing(document.id)
    graph.add(
        node, iris.RDF + "type", terms.iri(iris.PALERMO + ("Resolution" if _is_resolution(document) else "Document"))
    )
    graph.add(node, iris.PALERMO + "fileName", terms.literal(document.name))
    graph.add(node, iris.PALERMO + "sha256", terms.literal(identity.sha256))
    graph.add(node, iris.PALERMO + "format", terms.literal(document.format))
    graph.add(node, iris.PALERMO + "characters", terms.integer(len(document.raw)))
    graph.add(node, iris.SKOS + "prefLabel", terms.literal(identity.label))
    if document.symbol is not None:
        graph.add(node, iris.DCTERMS + "identifier", terms.literal(document.symbol.value))
        graph.add(node, iris.RDFS + "seeAlso", terms.iri(iris.undocs(document.symbol.value)))
    identifier = akoma_ntoso.document(document)
    if identifier is not None:
        graph.add(node, iris.PALERMO + "akomaNtoso", terms.literal(identifier))
    if work != node:
        graph.add(node, iris.DCTERMS + "isVersionOf", terms.iri(work))
    for fragment, part in zip(_numbered([part.language for part in document.parts]), document.parts, strict=True):
        _expression(graph, node, f"{node}#{fragment}", part)
        if work != node:
            graph.add(f"{node}#{fragment}", iris.ELI + "realizes", terms.iri(work))


def _is_resolution(document: Document) -> bool:
    return "/RES/" in document.id or any(p.type is not None and p.type.value == "resolution" for p in document.parts)


def _expression(graph: Graph, document: str, node: str, part: Part) -> None:
    graph.add(node, iris.RDF + "type", terms.iri(iris.ELI + "LegalExpression"))
    graph.add(node, iris.ELI + "realizes", terms.iri(document))
    graph.add(node, iris.DCTERMS + "language", terms.literal(part.language))
    stated: tuple[tuple[str, Stated | None], ...] = (
        (iris.DCTERMS + "title", part.title),
        (iris.DC + "creator", part.author),
        (iris.DC + "publisher", part.publisher),
        (iris.PALERMO + "session", part.session),
        (iris.PALERMO + "agendaItem", part.agenda_item),
    )
    for predicate, piece in stated:
        if piece is not None:
            graph.add(node, predicate, terms.words(piece.value, part.language))
    if part.date is not None:
        graph.add(node, iris.DCTERMS + "date", terms.when(part.date.value))
    if part.type is not None:
        graph.add(node, iris.DCTERMS + "type", terms.iri(iris.concept("type", part.type.value)))


def add_passages(graph: Graph, document: Document, identity: Identity) -> list[str]:
    """Adds a node for each passage; gives their IRIs in the order of ``document.passages``."""
    node = identity.iri
    part_of = f"<{iris.DCTERMS}isPartOf> <{node}>"
    names = [f"{node}#{fragment}" for fragment in fragments(document.passages)]
    identifiers = akoma_ntoso.passages(document)
    for index, (name, passage) in enumerate(zip(names, document.passages, strict=True)):
        tails = [f"{_TYPE} <{iris.PALERMO}{_CLASSES[passage.kind]}>", part_of]
        if passage.label is not None:
            tails.append(f"<{iris.PALERMO}number> {terms.literal(passage.label)}")
        if passage.parent is not None:
            tails.append(f"<{iris.PALERMO}parentPassage> <{names[passage.parent]}>")
        if passage.tied is not None:
            tails.append(f"<{iris.PALERMO}noteTo> <{names[passage.tied]}>")
        page = document.page(document.offsets.raw(passage.start))
        if page is not None:
            tails.append(f"<{iris.PALERMO}page> {terms.integer(page)}")
        if index in identifiers:
            tails.append(f"<{iris.PALERMO}akomaNtoso> {terms.literal(identifiers[index])}")
        graph.extend(name, tails)
    return names


def fragments(passages: Sequence[Passage]) -> list[str]:
    """What follows '#' in the IRI of each passage: 'para-37(a)', 'footnote-3', 'passage-heading-2'.

    Numbered as the document numbers them; a number that comes again gets '~2'.
    """
    unnumbered: Counter[str] = Counter()
    found = []
    for passage in passages:
        if passage.label is not None:
            prefix = passage.kind if passage.kind in _OWN_NUMBERS else "para"
            found.append(f"{prefix}-{_label(passage.label)}")
        else:
            unnumbered[passage.kind] += 1
            found.append(f"passage-{passage.kind}-{unnumbered[passage.kind]}")
    return _numbered(found)


def _label(label: str) -> str:
    return iris.encode(label).replace(".s", "%2Es")  # '.s1' marks a sentence of the passage


def _numbered(names: Sequence[str]) -> list[str]:
    seen: Counter[str] = Counter()
    found = []
    for name in names:
        seen[name] += 1
        found.append(name if seen[name] == 1 else f"{name}~{seen[name]}")
    return found


@dataclass(frozen=True, slots=True)
class SentenceNode:
    """A sentence as the graph and the index name it."""

    iri: str
    text: str  # clean, white space collapsed
    language: str
    passage: int  # index in Document.passages


def add_sentences(graph: Graph, document: Document, passages: Sequence[str]) -> list[SentenceNode]:
    """Adds a node for each sentence; gives them in the order of ``document.sentences``."""
    counts: Counter[int] = Counter()
    kind = f"{_TYPE} <{iris.NIF}Sentence>"
    text, raw_span = document.text, document.raw_span
    found = []
    for sentence in document.sentences:
        index = sentence.passage
        counts[index] += 1
        words = " ".join(text[sentence.start : sentence.end].split())
        language = document.passages[index].language
        node = SentenceNode(f"{passages[index]}.s{counts[index]}", words, language, index)
        start, end = raw_span(sentence.start, sentence.end) if sentence.end > sentence.start else (0, 0)
        graph.extend(
            node.iri,
            [
                kind,
                f"<{iris.PALERMO}passage> <{passages[index]}>",
                f"<{iris.PALERMO}text> {terms.literal(words, language)}",
                f"<{iris.OA}start> {terms.integer(start)}",
                f"<{iris.OA}end> {terms.integer(end)}",
            ],
        )
        found.append(node)
    return found
