"""Why a statement holds: the sentences, files and rules from which it follows, as text for people or as data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from graph.derivation import Derivation, Triple, derivation
from graph.iris import AUTHORITY_GRAPH, DOCUMENT_GRAPHS, FACT, ID, ONTOLOGY_GRAPH, PALERMO, PREFIXES, RDF
from ontology.errors import PalermoError
from queries.messages import messages
from queries.resolve import entities
from queries.text import clean
from queries.values import plain

if TYPE_CHECKING:
    from graph.store import Store

_IRI = re.compile(r"<?(https?://[^\x00-\x20<>\"{}|\\^`]+)>?")
_NAME = re.compile(r"(\w*):([\w./()%~#=,-]*)")
_LITERAL = re.compile(r'"(?:[^"\\\n\r]|\\["\\nrt])*"(?:@[A-Za-z]+(?:-[A-Za-z0-9]+)*|\^\^<[^\x00-\x20<>"{}|\\^`]+>)?')
_GRAPHS = {ONTOLOGY_GRAPH: "the_ontology", AUTHORITY_GRAPH: "the_authority_files"}
_QUOTES = """
SELECT DISTINCT ?quote WHERE {{
  <{fact}> :evidence/oa:hasTarget/oa:hasSelector/oa:exact ?quote
}} ORDER BY ?quote
"""


class NotATerm(PalermoError):
    """A word of a statement that is no name, no IRI and no literal."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"“{text}” names nothing. Write an IRI, a prefixed name (id:ICAT, :chairedBy, org:memberOf), a for the "
            'type, or a literal in quotation marks ("2018").'
        )
        self.text = text


def why(store: Store, subject: str, predicate: str, object: str) -> Derivation | None:
    """Why a statement holds whose parts are as a person types them; None where it does not hold.

    Raises NotATerm and UnknownValue.
    """
    return derivation(store, (_term(store, subject), _predicate(predicate), _term(store, object)))


def _predicate(text: str) -> str:
    if text == "a":
        return f"<{RDF}type>"
    found = _known(text) or (f"<{PALERMO}{text}>" if re.fullmatch(r"\w+", text) else None)
    if found is None:
        raise NotATerm(text)
    return found


def _term(store: Store, text: str) -> str:
    if _LITERAL.fullmatch(text):
        return text
    return _known(text) or f"<{entities(store, text)[0]}>"


def _known(text: str) -> str | None:
    """An IRI or a name with one of our prefixes, as an N-Triples term; None where ``text`` is neither."""
    iri, name = _IRI.fullmatch(text.strip()), _NAME.fullmatch(text.strip())
    if iri is not None:
        return f"<{iri[1]}>"
    return None if name is None or name[1] not in PREFIXES else f"<{PREFIXES[name[1]]}{name[2]}>"


def to_text(store: Store, found: Derivation, language: str) -> str:
    """A derivation as an indented list, what follows above what it follows from."""
    return "".join(f"{line}\n" for line in _lines(store, found, language, 0))


def _lines(store: Store, found: Derivation, language: str, depth: int) -> Iterator[str]:
    words, margin = messages(language), "  " * depth
    yield margin + clean(_statement(found.triple))
    if found.rule is not None:
        yield f"{margin}  {words['follows_by'].format(found.rule.name, found.rule.says[language])}"
    for graph in found.graphs:
        yield f"{margin}  {words['stated_in'].format(clean(_graph(store, graph, language)))}"
    for quote in _quotes(store, found):
        yield f"{margin}  {words['quoted'].format(clean(quote))}"
    for premise in found.premises:
        yield from _lines(store, premise, language, depth + 2)


def to_data(store: Store, found: Derivation, language: str) -> Mapping[str, object]:
    """A derivation as data for JSON."""
    data: dict[str, object] = {"statement": list(found.triple)}
    if found.rule is None:
        data["graphs"] = list(found.graphs)
        data["quotes"] = _quotes(store, found)
    else:
        data["rule"] = {"name": found.rule.name, "says": found.rule.says[language]}
        data["premises"] = [to_data(store, premise, language) for premise in found.premises]
    return data


def _statement(triple: Triple) -> str:
    return " ".join(map(short, triple))


def short(term: str) -> str:
    """A term with the longest prefix that fits: 'id:ICAT'."""
    if not term.startswith("<"):
        return term
    iri = term[1:-1]
    fitting = [(address, name) for name, address in PREFIXES.items() if name != "palermo" and iri.startswith(address)]
    if not fitting:
        return term
    address, name = max(fitting, key=lambda pair: len(pair[0]))
    return f"{name}:{iri[len(address) :]}"


def _graph(store: Store, graph: str, language: str) -> str:
    if graph in _GRAPHS:
        return messages(language)[_GRAPHS[graph]]
    document = ID + graph.removeprefix(DOCUMENT_GRAPHS)
    return store.labels([document], language)[document] if graph.startswith(DOCUMENT_GRAPHS) else graph


def _quotes(store: Store, found: Derivation) -> list[str]:
    """The sentences that state the fact of a statement that is stated of a fact."""
    fact = found.triple[0][1:-1]
    if found.rule is not None or not fact.startswith(FACT):
        return []
    return [str(plain(row["quote"])) for row in store.select(_QUOTES.format(fact=fact))]
