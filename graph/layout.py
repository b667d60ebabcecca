"""How a graph of ours lies in a SPARQL 1.1 store: its named graphs, and beside them what the store's engine lacks.

    https://w3id.org/palermo/graph/…             the named graphs, as in the embedded store
    https://w3id.org/palermo/store/state         what is current, the content of each graph, who is building
    https://w3id.org/palermo/store/all/HASH      all triples of the named graphs, each once: what queries read
    https://w3id.org/palermo/store/words/HASH    names, sentences and texts, by which entities and quotes are found
    https://w3id.org/palermo/store/part/KEY      the words of one document
    https://w3id.org/palermo/store/new/HASH      a graph on its way in

A build fills graphs that nobody reads, then names them current with one small update. What stores make of their default
graph differs, so none of this is in it, and other people's graphs beside ours disturb nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from graph import terms
from graph.iris import BASE
from graph.quads import Graph

STORE = BASE + "store"
STATE = STORE + "/state"
PARTS = STORE + "/part/"
NAMES = STORE + "/name/"
AUTHORITY_PART = PARTS + "authority"
GENID = BASE + ".well-known/genid/"  # RDF 1.1, 3.5: a blank node's name means nothing in the next update
_TERMS = STORE + "#"
CURRENT, HOLDER, SHA256, MADE = (_TERMS + n for n in ("current", "holder", "sha256", "made"))
NAMED, SAID, ENTRY, TEXT = (_TERMS + n for n in ("named", "said", "entry", "text"))


def arriving(sha256: str) -> str:
    """IRI of the graph that takes in new content."""
    return f"{STORE}/new/{sha256}"


def all_triples(version: str) -> str:
    """IRI of the graph of all triples of a version of the store."""
    return f"{STORE}/all/{version}"


def all_words(version: str) -> str:
    """IRI of the graph of names, sentences and texts of a version of the store."""
    return f"{STORE}/words/{version}"


def version(graphs: Mapping[str, str]) -> str:
    """What identifies the content of a store: a hash over its graphs (IRI -> hash of content)."""
    return digest("".join(f"{iri} {sha256}\n" for iri, sha256 in sorted(graphs.items())).encode())[:16]


def named(current: str) -> str:
    """The version that a note of what is current names: '000000007 0f3a…' -> '0f3a…'."""
    return current.partition(" ")[2]


def digest(content: bytes) -> str:
    """SHA-256 of a graph as it is sent."""
    return hashlib.sha256(content).hexdigest()


def name_node(folded: str) -> str:
    """IRI under which the entities of a folded name are noted: short, however long the name."""
    return NAMES + digest(folded.encode())[:24]


def words_of(
    part: str,
    names: Iterable[tuple[str, Sequence[object]]],
    sentences: Iterable[tuple[str, str, Sequence[object]]],
    texts: Iterable[tuple[str, str]],
    entry: tuple[str, object] | None,
) -> str:
    """The graph ``part`` as N-Quads: all that is needed of a document beside its triples.

    ``names``: (folded, what the index notes); ``sentences``: (IRI, folded, what the index notes); ``texts``: (IRI of
    the document, its raw text); ``entry``: IRI of the document and what the manifest notes.
    """
    graph = Graph(part)
    for folded, noted in names:
        graph.add(name_node(folded), NAMED, terms.literal(_json([folded, *noted])))
    for iri, folded, noted in sentences:
        graph.add(iri, SAID, terms.literal(f" {folded} \t{_json(noted)}"))
    for iri, text in texts:
        for number, chunk in enumerate(_chunks(text)):
            graph.add(iri, TEXT, terms.literal(f"{number:06d} {chunk}"))
    if entry is not None:
        graph.add(entry[0], ENTRY, terms.literal(_json(entry[1])))
    return graph.text()


def _json(data: object) -> str:
    import json

    return json.dumps(data, sort_keys=True)


_CHUNK = 60_000  # characters of a literal: far below what stores allow


def _chunks(text: str) -> Iterable[str]:
    """A text packed into ASCII: no store can take offence at its characters, or change one."""
    import base64
    import zlib

    packed = base64.b64encode(zlib.compress(text.encode("utf-8", "surrogatepass"), 9)).decode("ascii")
    return (packed[start : start + _CHUNK] for start in range(0, len(packed), _CHUNK))


def unpacked(chunks: Iterable[str]) -> str:
    """The text of the chunks of a document, in whatever order they come."""
    import base64
    import zlib

    packed = "".join(chunk.partition(" ")[2] for chunk in sorted(chunks))
    return zlib.decompress(base64.b64decode(packed)).decode("utf-8", "surrogatepass")
