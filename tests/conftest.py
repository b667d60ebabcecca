"""A small store that is written by hand: two documents, one fact or more of every kind, names in both languages."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from extract.document import Document, Language, OffsetMap, Part, Passage, PassageKind, Sentence, Stated
from extract.facts import Entity, Extraction, Fact, Mention
from graph import generation, iris
from graph.entities import Name
from graph.index import writing
from graph.model import map_document
from graph.reasoning import inferences
from graph.store import Store
from graph.structure import Identity
from ontology.kinds import kinds


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A cache of the tests' own, shared by all their processes."""
    own = tmp_path_factory.getbasetemp()
    os.environ["XDG_CACHE_HOME"] = str((own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "cache")


Roles = Mapping[str, "Entity | str | int | float"]

ONTOLOGY = """
@prefix : <https://w3id.org/palermo/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix manner: <https://w3id.org/palermo/concept/manner/> .
@prefix relation: <https://w3id.org/palermo/concept/relation/> .
@prefix type: <https://w3id.org/palermo/concept/type/> .
<https://w3id.org/palermo/graph/ontology> {
  :Collaboration rdfs:label "collaboration"@en , "cadre de collaboration"@fr .
  :UNEntity rdfs:label "United Nations entity"@en , "entité des Nations Unies"@fr .
  :rescued rdfs:label "people rescued"@en , "personnes secourues"@fr ; rdfs:range rdfs:Literal .
  manner:ratification a skos:Concept ; skos:prefLabel "ratification"@en , "ratification"@fr .
  manner:accession a skos:Concept ; skos:prefLabel "accession"@en , "adhésion"@fr .
  relation:supplements a skos:Concept ; skos:prefLabel "supplements"@en , "complète"@fr .
  type:report a skos:Concept ; skos:prefLabel "report"@en , "rapport"@fr .
}
"""

#: id -> type, names: the first of each language is preferred
AUTHORITY: Mapping[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "ICAT": (
        "Collaboration",
        (
            ("en", "ICAT"),
            ("en", "Inter-Agency Coordination Group against Trafficking in Persons"),
            ("fr", "Groupe interinstitutions de coordination contre la traite des personnes"),
            ("fr", "Groupe interinstitutions"),
        ),
    ),
    "UNODC": ("UNEntity", (("en", "UNODC"), ("fr", "ONUDC"))),
    "OHCHR": ("UNEntity", (("en", "OHCHR"), ("fr", "HCDH"))),
    "UNICEF": ("UNEntity", (("en", "UNICEF"), ("fr", "UNICEF"))),
    "UN_Women": ("UNEntity", (("en", "UN Women"), ("fr", "ONU-Femmes"))),
    "OSCE": ("InternationalOrganization", (("en", "OSCE"), ("fr", "OSCE"))),
    "General_Assembly": ("Organ", (("en", "General Assembly"), ("fr", "Assemblée générale"))),
    "Palermo_Protocol": ("Treaty", (("en", "Palermo Protocol"), ("fr", "Protocole relatif à la traite des personnes"))),
    "UNTOC": ("Treaty", (("en", "UNTOC"), ("fr", "Convention contre la criminalité organisée"))),
    "Fiji": ("State", (("en", "Fiji"), ("fr", "Fidji"))),
    "Japan": ("State", (("en", "Japan"), ("fr", "Japon"))),
    "Vienna": ("City", (("en", "Vienna"), ("fr", "Vienne"))),
}


def known(name: str) -> Entity:
    """An entity of the authority files."""
    return Entity(name, AUTHORITY[name][0])


def named(id: str, type: str, english: str, french: str | None = None) -> Entity:
    """An entity that only a document names."""
    return Entity(id, type, (("en", english),) if french is None else (("en", english), ("fr", french)))


def chaired(chair: str, year: str) -> tuple[str, Roles]:
    """A fact: who chaired ICAT in a year."""
    return "chairs", {"body": known("ICAT"), "chair": known(chair), "year": year}


RES_2388 = Entity("S/RES/2388 (2017)", "Resolution")
RES_72_195 = Entity("A/RES/72/195", "Resolution")
REPORT = Entity("A/74/127", "Document")
HOSTILE = named("programme/hostile", "Programme", '\x1b[31mRed\x1b[0m | <b>"Team"</b>\u202egnp.exe')


@dataclass
class Written:
    """A document under the hands of a test: paragraphs are added one by one."""

    id: str
    name: str
    language: Language
    text: str = ""
    passages: list[Passage] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)

    def add(
        self,
        label: str | None,
        words: str,
        *facts: tuple[str, Roles],
        kind: PassageKind = "paragraph",
        mentions: Mapping[str, Entity] | None = None,
    ) -> None:
        """A passage of one sentence, what it states and whom it names (words -> entity)."""
        start = len(self.text)
        self.text += f"{words}\n\n"
        index, end = len(self.passages), start + len(words)
        self.passages.append(Passage(kind, start, end, label, self.language, None))
        self.sentences.append(Sentence(start, end, index))
        self.facts += [Fact(name, roles, start, end, index) for name, roles in facts]
        for name, entity in (mentions or {}).items():
            for found in re.finditer(re.escape(name), words):
                self.mentions.append(
                    Mention(start + found.start(), start + found.end(), entity, len(self.sentences) - 1)
                )

    def document(self) -> Document:
        return Document(
            id=self.id,
            name=self.name,
            format="text",
            raw=self.text,
            text=self.text,
            offsets=OffsetMap((0,), (0,)),
            passages=tuple(self.passages),
            sentences=tuple(self.sentences),
            parts=(Part(self.language, 0, len(self.text)),),
            symbol=Stated(self.id, 0, 1) if "/" in self.id else None,
        )


def report() -> Written:
    """A French report with a symbol and numbered paragraphs."""
    doc = Written("A/74/127", "rapport.txt", "fr")
    doc.add(
        None,
        "Rapport du Secrétaire général, juillet 2019.",
        ("documents", {"document": REPORT, "title": "Amélioration de la coordination", "type": "report",
                       "language": "fr", "date": "2019-07"}),
        kind="frontmatter",
    )  # fmt: skip
    doc.add(
        "3",
        "Fidji (19 septembre 2017) et le Japon ont ratifié le Protocole.",
        ("ratifications", {"state": known("Fiji"), "instrument": known("Palermo_Protocol"), "manner": "ratification",
                           "date": "2017-09-19"}),
        ("ratifications", {"state": known("Japan"), "instrument": known("Palermo_Protocol"), "manner": "ratification"}),
        ("instrument-links", {"instrument": known("Palermo_Protocol"), "relation": "supplements",
                              "other": known("UNTOC")}),
        mentions={"Fidji": known("Fiji"), "Japon": known("Japan"), "Protocole": known("Palermo_Protocol")},
    )  # fmt: skip
    for label, words in (("38", "La résolution 2388 (2017) a été rappelée."), ("41", "Voir la résolution 2388.")):
        doc.add(label, words, ("citations", {"citing": REPORT, "cited": RES_2388}), mentions={"2388": RES_2388})
    doc.add(
        "73",
        "En 2019, l’OSCE et ONU-Femmes coprésident le Groupe interinstitutions de coordination.",
        *[chaired(c, "2019") for c in ("OSCE", "UN_Women")],
        mentions={"OSCE": known("OSCE"), "Groupe interinstitutions": known("ICAT")},
    )
    doc.add(
        "92",
        "L’OSCE, qui copréside le Groupe.",
        chaired("OSCE", "2019"),
        mentions={"Groupe": known("ICAT")},
    )
    years = (("UNODC", "2016"), ("OHCHR", "2017"), ("UNICEF", "2018"), ("OSCE", "2019"), ("UN_Women", "2019"))
    doc.add(
        "105",
        "Le Groupe a été présidé par l’ONUDC en 2016, par le HCDH en 2017, par l’UNICEF en 2018 et par l’OSCE et "
        "ONU-Femmes en 2019.",
        *[chaired(c, y) for c, y in years],
        mentions={"Groupe": known("ICAT"), "ONUDC": known("UNODC")},
    )
    return doc


def note() -> Written:
    """An English note without symbol or numbers, with a fact of each kind that the report lacks."""
    doc = Written("note.txt", "note.txt", "en")
    session = named("meeting/26th-session", "Meeting", "26th session", "26e session")
    doc.add(None, "UNODC is a member of ICAT.", ("members", {"body": known("ICAT"), "member": known("UNODC")}),
            mentions={"UNODC": known("UNODC"), "ICAT": known("ICAT")})  # fmt: skip
    doc.add(
        None,
        "The 26th session met in Vienna from 22 to 26 May 2017.",
        ("meetings", {"meeting": session, "place": known("Vienna"), "start": "2017-05-22", "end": "2017-05-26"}),
    )
    doc.add(
        None,
        "The General Assembly founded ICAT in 2007, and Fund X was founded in 2010.",
        ("founded", {"thing": known("ICAT"), "founder": known("General_Assembly"), "date": "2007"}),
        ("founded", {"thing": named("fund/x", "Fund", "Fund X"), "date": "2010"}),
        mentions={"ICAT": known("ICAT")},
    )
    doc.add(
        "1",
        "It was adopted on 19 December 2017.",
        ("adoptions", {"instrument": RES_72_195, "body": known("General_Assembly"), "date": "2017-12-19"}),
        kind="footnote",
    )
    doc.add(
        None,
        "In April 2018 Operation Libertad, coordinated by OSCE, rescued 350 people; 22 were arrested.",
        ("operations", {"operation": named("operation/libertad", "Operation", "Operation Libertad"),
                        "coordinator": known("OSCE"), "date": "2018-04", "rescued": 350, "arrested": 22}),
    )  # fmt: skip
    doc.add(
        None,
        "UNODC runs Red Team, reports 25,000 victims for 2016, and trained 7,000 judges.",
        ("programmes", {"programme": HOSTILE, "lead": known("UNODC")}),
        ("figures", {"measure": "victims detected", "value": 25000, "unit": "victims", "period": "2016"}),
        ("training", {"agent": known("UNODC"), "number": 7000, "audience": "judges"}),
        ("responsibilities", {"agent": known("UNODC"), "role": "coordinates", "object": known("ICAT")}),
        ("targets", {"agent": known("UNODC"), "target": named("target/16.2", "Target", "SDG target 16.2")}),
        ("publications", {"title": named("publication/global-report", "Publication", "Global Report"),
                          "publisher": known("UNODC"), "date": "2018"}),
    )  # fmt: skip
    person = named("person/antonio-guterres", "Person", "António Guterres")
    doc.add(
        None,
        "António Guterres, Secretary-General since 2017, asks States to report; Norway gave 50,000 dollars.",
        ("offices", {"person": person, "office": named("office/sg", "Office", "Secretary-General"), "start": "2017"}),
        ("requests", {"issuer": person, "act": "requests", "action": "report"}),
        ("funding", {"donor": named("Norway", "State", "Norway"), "amount": 50000, "currency": "USD"}),
        ("themes", {"occasion": named("day", "Observance", "World Day"), "theme": "children", "year": "2019"}),
        ("commitments", {"instrument": known("UNTOC"), "objective": "10", "item": "a", "action": "promote it"}),
        ("participants", {"event": session, "participant": known("Fiji")}),
    )
    return doc


def write_store(path: Path, documents: list[Written], *, inferred: bool = True) -> Path:
    """A store at ``path`` of documents written by hand, as a build leaves it, or without the graph of inferences."""
    import pyoxigraph

    generation.prepare(path)
    folder = generation.begin(path)
    quads = pyoxigraph.Store(folder / generation.QUADS)
    quads.load(ONTOLOGY, pyoxigraph.RdfFormat.TRIG)
    names = list(_authority(quads))
    entries = []
    with writing(folder / generation.INDEX) as index:
        index.add(None, None, names, [])
        for number, written in enumerate(documents):
            document = written.document()
            identity = Identity(iris.encode(document.id), document.id, f"{number:064x}")
            extraction = Extraction(tuple(written.facts), tuple(written.mentions))
            mapped = map_document(document, extraction, identity, kinds=kinds(), known=AUTHORITY)
            assert mapped.warnings == []
            quads.load(mapped.nquads, pyoxigraph.RdfFormat.N_QUADS)
            (folder / generation.GRAPHS / f"{number}.nq").write_text(mapped.nquads, encoding="utf-8")
            (folder / generation.TEXTS / f"{number}.txt").write_text(document.raw, encoding="utf-8")
            if inferred:
                follows = inferences(mapped.nquads)
                quads.load(follows, pyoxigraph.RdfFormat.N_QUADS)
                (folder / generation.GRAPHS / f"{number}.inferred").write_text(follows, encoding="utf-8")
            rows = [(s.iri, s.text, s.language, document.passages[s.passage].label) for s in mapped.sentences]
            index.add(identity.key, document.id, mapped.names, rows)
            entries.append({"iri": identity.iri, "file": str(number)})
    if inferred:
        known = quads.quads_for_pattern(None, None, None, pyoxigraph.NamedNode(iris.AUTHORITY_GRAPH))
        quads.load(inferences("".join(sorted(f"{quad} .\n" for quad in known))), pyoxigraph.RdfFormat.N_QUADS)
    quads.bulk_extend({pyoxigraph.Quad(quad.subject, quad.predicate, quad.object) for quad in list(quads)})
    quads.flush()
    del quads
    manifest = json.dumps({"digest": "", "documents": entries})
    generation.write(folder / generation.MANIFEST, manifest.encode("ascii"))
    generation.swap(path, folder)
    return path


def _authority(quads: object) -> Iterator[Name]:
    import pyoxigraph as ox

    assert isinstance(quads, ox.Store)
    graph = ox.NamedNode(iris.AUTHORITY_GRAPH)
    for id, (type, names) in AUTHORITY.items():
        node = ox.NamedNode(iris.thing(id))
        quads.add(ox.Quad(node, ox.NamedNode(iris.RDF + "type"), ox.NamedNode(iris.PALERMO + type), graph))
        seen: set[str] = set()
        for language, name in names:
            label = "altLabel" if language in seen else "prefLabel"
            quads.add(ox.Quad(node, ox.NamedNode(iris.SKOS + label), ox.Literal(name, language=language), graph))
            yield Name(node.value, name, language, language not in seen, type)
            seen.add(language)


@pytest.fixture(scope="session")
def store_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the store with the report and the note. Tests only read it."""
    return write_store(tmp_path_factory.mktemp("handmade") / "palermo.store", [report(), note()])


@pytest.fixture
def store(store_path: Path) -> Iterator[Store]:
    """The store, opened."""
    with Store.open(store_path) as opened:
        yield opened
