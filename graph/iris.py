"""The one place where IRIs are minted: namespaces, and an IRI for each thing from what identifies it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import quote, unquote

BASE = "https://w3id.org/palermo/"
PALERMO = BASE + "ontology#"
ID = BASE + "id/"
FACT = BASE + "fact/"
CONCEPT = BASE + "concept/"
GRAPH = BASE + "graph/"
ONTOLOGY_GRAPH = GRAPH + "ontology"
AUTHORITY_GRAPH = GRAPH + "authority"
INFERENCES_GRAPH = GRAPH + "inferences"
CORRECTIONS_GRAPH = GRAPH + "corrections"
DOCUMENT_GRAPHS = GRAPH + "document/"
PLANNED_GRAPHS = GRAPH + "planned/"

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
OWL = "http://www.w3.org/2002/07/owl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
OA = "http://www.w3.org/ns/oa#"
PROV = "http://www.w3.org/ns/prov#"
DCTERMS = "http://purl.org/dc/terms/"
DC = "http://purl.org/dc/elements/1.1/"
ELI = "http://data.europa.eu/eli/ontology#"
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
SCHEMA = "https://schema.org/"
ORG = "http://www.w3.org/ns/org#"
FOAF = "http://xmlns.com/foaf/0.1/"
CITO = "http://purl.org/spar/cito/"
QB = "http://purl.org/linked-data/cube#"
TIME = "http://www.w3.org/2006/time#"
UNDO = "https://w3id.org/un/ontology/undo/"
UNDOCS = "https://undocs.org/"

#: Prefixes that a query may use without declaring them, and that TriG is written with.
PREFIXES: Mapping[str, str] = {
    "": PALERMO,
    "palermo": PALERMO,
    "id": ID,
    "fact": FACT,
    "concept": CONCEPT,
    "graph": GRAPH,
    "rdf": RDF,
    "rdfs": RDFS,
    "xsd": XSD,
    "owl": OWL,
    "skos": SKOS,
    "oa": OA,
    "prov": PROV,
    "dcterms": DCTERMS,
    "dc": DC,
    "eli": ELI,
    "nif": NIF,
    "schema": SCHEMA,
    "org": ORG,
    "foaf": FOAF,
    "cito": CITO,
    "qb": QB,
    "time": TIME,
    "undo": UNDO,
}

_SYMBOL = re.compile(r"[A-Z][A-Z0-9]*/[^\s].*\d")  # A/RES/72/195, S/RES/2388 (2017), CTOC/COP/2018/13
_NAMED = re.compile(r"/[a-z]")  # A/74/127/meeting/round-table: what only that document names
_SLUG = re.compile(r"[^0-9A-Za-z]+")


@lru_cache(maxsize=65536)
def encode(text: str) -> str:
    """``text`` as part of an IRI: letters, digits and ``-._/()`` as they are, all else as %XX of UTF-8.

    Different texts never share an encoding. '~' is encoded too: it sets off what we add to an identifier.
    """
    return quote(text, safe="/()", errors="replace").replace("~", "%7E")


def thing(identifier: str) -> str:
    """IRI of the entity or document with this id ('ICAT', 'A/RES/72/195')."""
    return ID + encode(identifier)


def thing_id(iri: str) -> str | None:
    """The id that ``thing`` minted ``iri`` from; None where it is no such IRI."""
    return unquote(iri[len(ID) :]) if iri.startswith(ID) else None


def is_iri(text: str) -> bool:
    """Whether a text is the IRI of something of the graph, and not its name."""
    return text.startswith(BASE)


def concept(scheme: str, local: str) -> str:
    """IRI of a concept: ``concept('manner', 'ratification')``."""
    return f"{CONCEPT}{encode(scheme)}/{encode(local)}"


def scheme(name: str) -> str:
    """IRI of a concept scheme, named after the column it serves."""
    return CONCEPT + encode(name)


def document_graph(key: str) -> str:
    """IRI of the named graph of the document with this encoded key."""
    return DOCUMENT_GRAPHS + key


def planned_graph(key: str) -> str:
    """IRI of the named graph of what the document with this encoded key says is planned."""
    return PLANNED_GRAPHS + key


def is_symbol(identifier: str) -> bool:
    """Whether an id is the symbol of a United Nations document, as 'A/RES/72/195' or 'S/RES/2388 (2017)'."""
    return _SYMBOL.match(identifier) is not None and _NAMED.search(identifier) is None


def undocs(symbol: str) -> str:
    """Address of the document with this symbol at the United Nations."""
    return UNDOCS + encode(symbol)


def fact_hash(kind: str, roles: Mapping[str, object], passage: str | None) -> str:
    """Twelve hex digits of what identifies a fact.

    ``roles`` holds JSON values; ``passage`` names the passage for the kinds of which each passage is a fact of its
    own, and is None for the others. Joining with dots would let different facts share a text; JSON does not.
    """
    import hashlib
    import json

    identity = json.dumps([kind, sorted(roles.items()), passage], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(identity.encode("utf-8", "replace")).hexdigest()[:12]


def fact(kind: str, digest: str, words: list[str], *, planned: bool = False) -> str:
    """IRI of a fact: its kind, readable slugs of its role values, and the hash that tells it from all others.

    What is planned is another thing than the fact that it may become.
    """
    slugs = [slug for word in words if (slug := _SLUG.sub("-", word).strip("-")[:40].strip("-"))]
    return f"{FACT}{encode(kind)}/{'-'.join([*slugs, digest])}{'~planned' if planned else ''}"
