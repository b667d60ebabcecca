"""The mapping of documents and facts to quads, on documents made by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random

import pyoxigraph
import pytest

from extract.document import Document, OffsetMap, Part, Passage, Sentence, Stated
from extract.facts import Entity, Extraction, Fact, Mention
from graph import iris
from graph.model import Mapped, map_document
from graph.quads import Graph
from graph.structure import Identity, fragments
from ontology.kinds import kinds

Roles = Mapping[str, Entity | str | int | float]
TEXT = "UNICEF chaired ICAT in 2018. The  Board met.\nLe Groupe a été présidé par l'OIM."
ICAT = Entity("ICAT", "Collaboration")
UNICEF = Entity("UNICEF", "UNEntity")
BOARD = Entity("body/board", "Body", (("en", "Board"), ("fr", "Conseil")))
RESOLUTION = Entity("A/RES/72/195", "Resolution", (("en", "resolution 72/195"),))
DOCUMENT = Document(
    id="A/74/127",
    name="a.txt",
    format="text",
    raw="\ufeff" + TEXT,
    text=TEXT,
    offsets=OffsetMap((0,), (1,)),
    passages=(
        Passage("heading", 0, 28, None, "en", None),
        Passage("paragraph", 0, 44, "37(a)", "en", 0),
        Passage("paragraph", 45, len(TEXT), "37(a)", "fr", 0),
    ),
    sentences=(Sentence(0, 28, 1), Sentence(29, 44, 1), Sentence(45, len(TEXT), 2)),
    parts=(
        Part("en", 0, 44, title=Stated("A title", 0, 7), date=Stated("2019-07-23", 0, 4), author=Stated("OHCHR", 0, 5)),
        Part("fr", 45, len(TEXT), type=Stated("report", 45, 50)),
    ),
    symbol=Stated("A/74/127", 0, 8),
)
IDENTITY = Identity("A/74/127", "A/74/127", "0" * 64)


def mapped(facts: Sequence[Fact] = (), mentions: Sequence[Mention] = (), document: Document = DOCUMENT) -> Mapped:
    extraction = Extraction(tuple(facts), tuple(mentions))
    return map_document(document, extraction, IDENTITY, kinds=kinds(), known={"ICAT", "UNICEF"})


def rows(result: Mapped, query: str) -> list[tuple[str | None, ...]]:
    """Rows of a SELECT over what was mapped, IRIs without their namespaces."""
    store = pyoxigraph.Store()
    store.load(result.nquads, pyoxigraph.RdfFormat.N_QUADS)
    found = store.query(query, prefixes=dict(iris.PREFIXES), use_default_graph_as_union=True)
    assert isinstance(found, pyoxigraph.QuerySolutions)
    short = [tuple(None if term is None else _short(str(term)) for term in solution) for solution in found]
    return sorted(set(short), key=str)


def _short(term: str) -> str:
    for namespace in (iris.ID, iris.FACT, iris.CONCEPT, iris.PALERMO, iris.XSD, iris.OA, iris.ELI):
        term = term.replace(namespace, "")
    return term


def chairing(start: int = 0, end: int = 28, passage: int = 1, **roles: Entity | str | int | float) -> Fact:
    return Fact("chairs", {"body": ICAT, "chair": UNICEF, **roles}, start, end, passage)


def test_the_text_is_sorted_nquads_in_one_graph() -> None:
    lines = mapped([chairing(year="2018")], [Mention(0, 6, UNICEF, 0)]).nquads.splitlines()
    assert lines == sorted(set(lines), key=str.encode)
    quads = list(pyoxigraph.parse("\n".join(lines), format=pyoxigraph.RdfFormat.N_QUADS))
    assert {str(quad.graph_name) for quad in quads} == {"<https://w3id.org/palermo/graph/document/A/74/127>"}
    assert [f"{quad} ." for quad in quads] == lines


def test_lines_sort_as_whole_lines_do() -> None:
    graph = Graph("a:g")
    for subject in ("a:b", "a:b#c", "a:b/c", "a:B", "a:b!"):
        for term in ('"x"', '"x"@fr', '"x"^^<a:t>', '"x y"', '"x!"', "<a:b>", "<a:b!>"):
            graph.add(subject, "a:p", term)
            graph.add(subject, "a:p!", term)
    lines = graph.text().splitlines()
    assert lines == sorted(lines, key=str.encode)
    assert len(lines) == len(graph)


COUNTED = {f'"{len(DOCUMENT.raw)}"^^<integer>', '"/akn/un/doc/report/unga/2019-07-23/A-74-127"'}


def test_the_document_says_what_it_is() -> None:
    found = rows(mapped(), "SELECT ?p ?o { <https://w3id.org/palermo/id/A/74/127> ?p ?o FILTER(?p != rdfs:seeAlso) }")
    values = {value for _, value in found}
    assert values == {"<Document>", '"a.txt"', f'"{"0" * 64}"', '"text"', '"A/74/127"', *COUNTED}


def test_a_resolution_is_one() -> None:
    for document in (
        replace(DOCUMENT, id="A/RES/64/293"),
        replace(DOCUMENT, parts=(Part("en", 0, 9, type=Stated("resolution", 0, 9)),)),
    ):
        assert rows(mapped(document=document), "SELECT ?d { ?d a :Resolution }") == [("<A/74/127>",)]


def test_each_language_version_is_an_expression() -> None:
    query = """SELECT ?e ?d ?l ?t {
        ?e a eli:LegalExpression ; eli:realizes ?d ; dcterms:language ?l OPTIONAL { ?e dcterms:title ?t } }"""
    assert rows(mapped(), query) == [
        ("<A/74/127#en>", "<A/74/127>", '"en"', '"A title"@en'),
        ("<A/74/127#fr>", "<A/74/127>", '"fr"', None),
    ]
    assert rows(mapped(), "SELECT ?d ?a { ?e dcterms:date ?d ; dc:creator ?a }") == [
        ('"2019-07-23"^^<date>', '"OHCHR"')
    ]
    assert rows(mapped(), "SELECT ?t { ?e dcterms:type ?t }") == [("<type/report>",)]


def test_passages_are_numbered_as_the_document_numbers_them() -> None:
    query = """SELECT ?p ?c ?n ?up {
        ?p a ?c ; dcterms:isPartOf ?d OPTIONAL { ?p :number ?n } OPTIONAL { ?p :parentPassage ?up } }"""
    assert rows(mapped(), query) == [
        ("<A/74/127#para-37(a)>", "<Paragraph>", '"37(a)"', "<A/74/127#passage-heading-1>"),
        ("<A/74/127#para-37(a)~2>", "<Paragraph>", '"37(a)"', "<A/74/127#passage-heading-1>"),
        ("<A/74/127#passage-heading-1>", "<Heading>", None, None),
    ]


def test_no_two_passages_share_a_name() -> None:
    labels = ["1", "1", "1~2", "1.s1", "1", None, None, "passage-paragraph-1", "é", "%C3%A9", "1 ", "", "1"]
    passages = [Passage("paragraph", 0, 1, label, "en", None) for label in labels]
    passages += [Passage("footnote", 0, 1, "1", "en", None), Passage("footnote", 0, 1, None, "en", None)]
    found = fragments(passages)
    assert len(set(found)) == len(found)
    assert found[:2] == ["para-1", "para-1~2"]
    assert found[-2:] == ["footnote-1", "passage-footnote-1"]


def test_sentences_hold_clean_text_and_raw_offsets() -> None:
    result = mapped([], [Mention(0, 6, UNICEF, 0), Mention(15, 19, ICAT, 0), Mention(15, 19, ICAT, 0)])
    query = "SELECT ?s ?t ?a ?e { ?s a nif:Sentence ; :text ?t ; oa:start ?a ; oa:end ?e }"
    assert rows(result, query) == [
        ("<A/74/127#para-37(a).s1>", '"UNICEF chaired ICAT in 2018."@en', '"1"^^<integer>', '"29"^^<integer>'),
        ("<A/74/127#para-37(a).s2>", '"The Board met."@en', '"30"^^<integer>', '"45"^^<integer>'),
        (
            "<A/74/127#para-37(a)~2.s1>",
            '"Le Groupe a été présidé par l\'OIM."@fr',
            '"46"^^<integer>',
            '"80"^^<integer>',
        ),
    ]
    assert rows(result, "SELECT ?s ?o { ?s schema:mentions ?o }") == [
        ("<A/74/127#para-37(a).s1>", "<ICAT>"),
        ("<A/74/127#para-37(a).s1>", "<UNICEF>"),
    ]
    assert result.mentions == 3


def test_a_fact_has_roles_an_edge_and_evidence() -> None:
    result = mapped([chairing(year="2018")])
    query = """SELECT ?body ?chair ?year ?document ?passage ?quote ?start ?end {
        ?f a :Chairing ; :body ?body ; :chair ?chair ; :year ?year ; dcterms:source ?document ; :evidence ?e .
        ?e a oa:Annotation ; oa:hasBody ?f ; oa:hasTarget ?t ; prov:wasQuotedFrom ?document .
        ?t oa:hasSource ?document ; :passage ?passage ; oa:hasSelector ?q, ?p .
        ?q a oa:TextQuoteSelector ; oa:exact ?quote . ?p a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end }"""
    said = ("<ICAT>", "<UNICEF>", '"2018"^^<gYear>')
    place = (
        "<A/74/127>",
        "<A/74/127#para-37(a)>",
        '"UNICEF chaired ICAT in 2018."',
        '"1"^^<integer>',
        '"29"^^<integer>',
    )
    assert rows(result, query) == [(*said, *place)]
    assert rows(result, "SELECT ?b ?c { ?b :chairedBy ?c }") == [("<ICAT>", "<UNICEF>")]
    assert result.facts == {"chairs": 1}


@pytest.mark.parametrize(
    ("kind", "roles", "expected"),
    [
        (
            "ratifications",
            {"state": UNICEF, "instrument": RESOLUTION, "manner": "ratification"},
            "<manner/ratification>",
        ),
        ("training", {"number": 120, "audience": "juges"}, '"120"^^<integer>'),
        ("training", {"number": 120, "audience": "juges"}, '"juges"@en'),
        ("figures", {"value": 6.7, "measure": "dollars", "unit": "USD"}, '"6.7"^^<decimal>'),
        ("figures", {"value": 6.7, "measure": "dollars", "unit": "USD"}, '"USD"'),
        ("adoptions", {"instrument": RESOLUTION, "date": "2017-12"}, '"2017-12"^^<gYearMonth>'),
        ("meetings", {"meeting": BOARD, "start": "2017-12-01/2017-12-03"}, '"2017-12-01/2017-12-03"'),
        ("publications", {"title": BOARD, "date": "2018"}, "<body/board>"),
    ],
)
def test_every_range_has_its_form(kind: str, roles: dict[str, Entity | str | int | float], expected: str) -> None:
    result = mapped([Fact(kind, roles, 0, 28, 1)])
    found = rows(result, f"SELECT ?o {{ ?f a :{kinds()[kind].cls} ; ?p ?o }}")
    assert (expected,) in found


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_every_kind_is_mapped_with_all_its_roles(kind: str) -> None:
    values: dict[str, Entity | str | int | float] = {"entity": BOARD, "concept": "x", "year": "2018", "date": "2018-05"}
    values |= {"number": 7, "text": "some words"}
    description = kinds()[kind]
    roles = {column: values[range_] for column, range_ in description.columns.items()}
    result = mapped([Fact(kind, roles, 0, 28, 1)])
    assert result.warnings == []
    properties = " ; ".join(f":{description.property_of(column)} ?{column}" for column in roles)
    assert len(rows(result, f"SELECT * {{ ?f a :{description.cls} ; {properties} }}")) == 1
    if description.edge is not None:
        assert rows(result, f"SELECT ?a ?b {{ ?a :{description.edge.property} ?b }}") == [
            ("<body/board>", "<body/board>")
        ]


def test_a_fact_stated_twice_is_one_node_with_two_pieces_of_evidence() -> None:
    result = mapped([chairing(year="2018"), chairing(29, 44, 1, year="2018")])
    assert len(rows(result, "SELECT ?f { ?f a :Chairing }")) == 1
    assert len(rows(result, "SELECT ?e { ?f :evidence ?e }")) == 2
    assert result.facts == {"chairs": 1}


def test_facts_of_one_place_share_its_target() -> None:
    result = mapped([chairing(year="2018"), chairing(year="2019")])
    assert len(rows(result, "SELECT ?e { ?f :evidence ?e }")) == 2
    assert len(rows(result, "SELECT ?t { ?e oa:hasTarget ?t }")) == 1


def test_what_counts_by_paragraph_is_a_fact_in_each() -> None:
    roles = {"citing": Entity("A/74/127", "Document"), "cited": RESOLUTION}
    places = [(0, 28, 1), (29, 44, 1), (45, 60, 2)]
    result = mapped([Fact("citations", roles, *place) for place in places])
    assert len(rows(result, "SELECT ?f { ?f a :Citation }")) == 2
    assert len(rows(result, "SELECT ?e { ?f :evidence ?e }")) == 3


def test_a_fact_that_says_less_gives_its_evidence_to_the_one_that_says_more() -> None:
    result = mapped([chairing(29, 44, 1), chairing(year="2018")])
    assert rows(result, "SELECT ?y { ?f a :Chairing ; :year ?y }") == [('"2018"^^<gYear>',)]
    assert rows(result, "SELECT ?q { ?f :evidence/oa:hasTarget/oa:hasSelector/oa:exact ?q }") == [
        ('"The Board met."',),
        ('"UNICEF chaired ICAT in 2018."',),
    ]


def test_of_several_fuller_facts_the_first_in_canonical_order_gets_it() -> None:
    facts = [chairing(year="2019"), chairing(29, 44, 1), chairing(year="2018")]
    result = mapped(facts)
    query = (
        "SELECT ?y ?q { ?f :year ?y ; :evidence/oa:hasTarget/oa:hasSelector/oa:exact ?q FILTER(CONTAINS(?q, 'Board')) }"
    )
    assert rows(result, query) == [('"2018"^^<gYear>', '"The Board met."')]


def test_evidence_goes_up_a_chain() -> None:
    meeting: list[Roles] = [
        {"meeting": BOARD},
        {"meeting": BOARD, "start": "2018"},
        {"meeting": BOARD, "start": "2018", "body": ICAT},
    ]
    facts = [
        Fact("meetings", roles, *place)
        for roles, place in zip(meeting, [(0, 28, 1), (29, 44, 1), (45, 60, 2)], strict=True)
    ]
    result = mapped(facts)
    assert len(rows(result, "SELECT ?f { ?f a :MeetingFact ; :body ?b ; :start ?s }")) == 1
    assert len(rows(result, "SELECT ?f { ?f a :MeetingFact }")) == 1
    assert len(rows(result, "SELECT ?e { ?f :evidence ?e }")) == 3


def test_subsumption_stays_within_kind_and_paragraph() -> None:
    request: Roles = {"issuer": UNICEF, "act": "urges", "action": "to act"}
    facts = [
        Fact("requests", request, 0, 28, 1),
        Fact("requests", dict(request) | {"addressee": ICAT}, 45, 60, 2),
        Fact("members", {"body": ICAT, "member": UNICEF}, 0, 28, 1),
        chairing(year="2018"),
    ]
    assert mapped(facts).facts == {"chairs": 1, "members": 1, "requests": 2}


def test_only_what_is_asserted_is_a_fact() -> None:
    facts = [replace(chairing(year="2018"), modality="negated"), replace(chairing(year="2019"), modality="planned")]
    result = mapped(facts)
    assert result.facts == {}
    assert result.warnings == []
    assert "Chairing" not in result.nquads


@pytest.mark.parametrize(
    ("fact", "problem"),
    [
        (Fact("weather", {"x": "y"}, 0, 5, 1), "no such kind"),
        (Fact("chairs", {"body": ICAT}, 0, 5, 1), "only body"),
        (Fact("chairs", {"body": ICAT, "chair": UNICEF, "hat": "red"}, 0, 5, 1), "no column hat"),
        (chairing(5, 5), "stands nowhere"),
        (chairing(0, 9999), "stands nowhere"),
        (chairing(0, 5, 99), "stands nowhere"),
        (chairing(year=""), "year is empty"),
    ],
)
def test_what_makes_no_sense_is_left_out_with_a_warning(fact: Fact, problem: str) -> None:
    result = mapped([fact, chairing(year="2018")])
    assert result.facts == {"chairs": 1}
    assert len(result.warnings) == 1
    assert problem in result.warnings[0]


def test_unknown_entities_are_named_and_known_ones_are_not() -> None:
    result = mapped([Fact("members", {"body": BOARD, "member": UNICEF}, 0, 28, 1)])
    assert rows(result, "SELECT ?e ?n { ?e a :Body ; skos:prefLabel ?n }") == [
        ("<body/board>", '"Board"@en'),
        ("<body/board>", '"Conseil"@fr'),
    ]
    assert rows(result, "SELECT ?p { id:UNICEF ?p ?o FILTER(?p != :memberOf) }") == []


def test_a_symbol_is_its_own_label() -> None:
    result = mapped([Fact("adoptions", {"instrument": RESOLUTION, "date": "2017"}, 0, 28, 1)])
    assert rows(
        result, "SELECT ?n ?i ?s { ?r a :Resolution ; skos:prefLabel ?n ; dcterms:identifier ?i ; rdfs:seeAlso ?s }"
    ) == [('"A/RES/72/195"', '"A/RES/72/195"', "<https://undocs.org/A/RES/72/195>")]
    assert rows(result, "SELECT ?n { ?r skos:altLabel ?n }") == [('"resolution 72/195"@en',)]


def test_two_ways_of_naming_one_entity_give_one_preferred_label_a_language() -> None:
    other = Entity(BOARD.id, BOARD.type, (("en", "the Governing Board"),))
    result = mapped([], [Mention(33, 38, other, 1), Mention(33, 38, BOARD, 1)])
    assert rows(result, "SELECT ?n { ?e skos:prefLabel ?n FILTER(LANG(?n) = 'en') }") == [('"Board"@en',)]
    assert rows(result, "SELECT ?n { ?e skos:altLabel ?n }") == [('"the Governing Board"@en',)]


def test_the_order_of_facts_and_mentions_does_not_matter() -> None:
    facts = [
        chairing(),
        chairing(year="2018"),
        chairing(year="2019"),
        Fact("members", {"body": BOARD, "member": UNICEF}, 0, 28, 1),
    ]
    mentions = [Mention(0, 6, UNICEF, 0), Mention(33, 38, BOARD, 1), Mention(15, 19, ICAT, 0)]
    expected = mapped(facts, mentions)
    for seed in range(10):
        random = Random(seed)
        shuffled = mapped(random.sample(facts, len(facts)), random.sample(mentions, len(mentions)))
        assert shuffled.nquads == expected.nquads


def test_quotes_are_the_words_of_the_file() -> None:
    raw = "run-\nning \x01 \u202e“head”\\ 7\r\n"
    document = replace(
        DOCUMENT,
        raw=raw,
        text="running",
        offsets=OffsetMap((0, 3), (0, 5)),
        passages=(Passage("paragraph", 0, 7, None, "en", None),),
        sentences=(Sentence(0, 7, 0),),
    )
    result = mapped([Fact("chairs", {"body": ICAT, "chair": UNICEF}, 0, 7, 0)], document=document)
    assert rows(result, "SELECT ?q { ?s oa:exact ?q }") == [('"run- ning"',)]


def test_a_document_of_nothing_is_mapped() -> None:
    empty = replace(DOCUMENT, raw="", text="", passages=(), sentences=(), parts=(), symbol=None)
    result = mapped(document=empty)
    assert len(result.nquads.splitlines()) == 6
