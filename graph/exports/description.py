"""The data set described by itself, in VoID and DCAT: what it holds, in which graphs, under which licence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

from graph import iris, terms

if TYPE_CHECKING:
    from graph.store import Store

VOID = "http://rdfs.org/ns/void#"
DCAT = "http://www.w3.org/ns/dcat#"
DATASET = iris.BASE + "dataset"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
LICENCE_TEXT = """\
The facts and their description, as data, are under the Creative Commons Attribution 4.0 licence
(https://creativecommons.org/licenses/by/4.0/). The sentences that are quoted, and the documents that they are taken
from, remain the United Nations' or their authors', and are under no licence of ours. The software is under MIT.

Les faits et leur description, en tant que données, sont sous licence Creative Commons Attribution 4.0
(https://creativecommons.org/licenses/by/4.0/). Les phrases citées et les documents dont elles sont tirées restent la
propriété des Nations Unies ou de leurs auteurs et ne relèvent d'aucune licence de notre part. Le logiciel est sous MIT.
"""
_SUBJECTS = (  # of the UNBIS Thesaurus: trafficking in persons, forced labour, organized crime
    "http://metadata.un.org/thesaurus/1006622",
    "http://metadata.un.org/thesaurus/1002452",
    "http://metadata.un.org/thesaurus/1004663",
)
_VOCABULARIES = ("SKOS", "OA", "PROV", "DCTERMS", "ELI", "NIF", "SCHEMA", "ORG", "FOAF", "CITO", "QB", "UNDO")
_MEDIA = {
    "application/n-quads": "nquads",
    "application/trig": "trig",
    "text/turtle": "turtle",
    "application/n-triples": "ntriples",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "rdfxml",
    "text/csv": "csv",
    "application/vnd.apache.parquet": "parquet",
}
_CLASSES = "SELECT ?x (COUNT(DISTINCT ?s) AS ?n) { ?s a ?x } GROUP BY ?x ORDER BY ?x"
_PROPERTIES = "SELECT ?x (COUNT(*) AS ?n) { ?s ?x ?o } GROUP BY ?x ORDER BY ?x"
_GRAPHS = "SELECT ?x (COUNT(*) AS ?n) { GRAPH ?x { ?s ?p ?o } } GROUP BY ?x ORDER BY ?x"
_COUNTS = {
    "triples": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    "distinctSubjects": "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }",
    "distinctObjects": "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o }",
    "entities": "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a :Entity }",
    "documents": "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s :fileName ?name }",
}


def write(store: Store, out: IO[bytes]) -> None:
    """Writes the description of what ``store`` holds as Turtle."""
    import pyoxigraph

    prefixes = {**iris.PREFIXES, "void": VOID, "dcat": DCAT}
    prefixes.pop("palermo")
    lines = "".join(f"{line} .\n" for line in _lines(store))
    triples = pyoxigraph.parse(lines, format=pyoxigraph.RdfFormat.N_TRIPLES)
    pyoxigraph.serialize(triples, out, pyoxigraph.RdfFormat.TURTLE, prefixes=prefixes)


def _lines(store: Store) -> Iterator[str]:
    node = f"<{DATASET}>"
    yield from (f"{node} <{iris.RDF}type> <{sort}>" for sort in (VOID + "Dataset", DCAT + "Dataset"))
    yield from (f"{node} {said}" for said in _words())
    yield from (f"{node} <{DCAT}theme> <{subject}>" for subject in _SUBJECTS)
    yield from (f"{node} <{VOID}vocabulary> <{getattr(iris, name)}>" for name in _VOCABULARIES)
    yield f"{node} <{VOID}uriSpace> {terms.literal(iris.BASE)}"
    yield f"{node} <{iris.DCTERMS}conformsTo> <{iris.BASE}shapes>"
    for name, query in _COUNTS.items():
        yield f"{node} <{VOID}{name}> {store.select(query)[0]['n']}"
    yield from _partition(store, "classPartition", "class", _CLASSES, "entities")
    yield from _partition(store, "propertyPartition", "property", _PROPERTIES, "triples")
    yield from _subsets(store)
    for media, name in _MEDIA.items():
        distribution = f"<{DATASET}#{name}>"
        yield f"{node} <{DCAT}distribution> {distribution}"
        yield f"{distribution} <{iris.RDF}type> <{DCAT}Distribution>"
        yield f"{distribution} <{DCAT}mediaType> <https://www.iana.org/assignments/media-types/{media}>"
        yield f"{distribution} <{iris.DCTERMS}title> {terms.literal(name)}"


def _words() -> Iterator[str]:
    english, french = LICENCE_TEXT.split("\n\n")
    words = {
        "title": ("Palermo: facts on the effort against trafficking in persons", "Palermo : lutte contre la traite"),
        "description": (
            "What United Nations documents state about the effort against trafficking in persons, each fact with the "
            "sentence that states it.",
            "Ce que des documents des Nations Unies énoncent sur la lutte contre la traite des personnes, chaque fait "
            "avec la phrase qui l’énonce.",
        ),
        "rights": (" ".join(english.split()), " ".join(french.split())),
    }
    for name, texts in words.items():
        for text, language in zip(texts, ("en", "fr"), strict=True):
            yield f"<{iris.DCTERMS}{name}> {terms.literal(text, language)}"
    yield f"<{iris.DCTERMS}license> <{LICENCE}>"


def _partition(store: Store, link: str, of: str, query: str, counted: str) -> Iterator[str]:
    for row in store.select(query):
        term = str(row["x"])
        part = f"<{DATASET}#{of}-{iris.encode(term[1:-1]).replace('/', '%2F')}>"
        yield f"<{DATASET}> <{VOID}{link}> {part}"
        yield f"{part} <{VOID}{of}> {term}"
        yield f"{part} <{VOID}{counted}> {row['n']}"


def _subsets(store: Store) -> Iterator[str]:
    """The named graphs; what was inferred, and from which."""
    rows = store.select(_GRAPHS)
    for row in rows:
        graph = str(row["x"])
        yield f"<{DATASET}> <{VOID}subset> {graph}"
        yield f"{graph} <{iris.RDF}type> <{VOID}Dataset>"
        yield f"{graph} <{VOID}triples> {row['n']}"
        if graph[1:-1] != iris.INFERENCES_GRAPH:
            yield f"<{iris.INFERENCES_GRAPH}> <{iris.PROV}wasDerivedFrom> {graph}"
