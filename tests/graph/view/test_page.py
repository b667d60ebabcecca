"""The page as text: whole, safe, small, the same each time. What it does stands in test_in_a_browser.py."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
import selectolax.lexbor as lexbor

from graph.view.page import data_block, policy
from graph.view.payload import words
from graph.view.style import style
from ontology.kinds import kinds
from ontology.types import parents
from tests.graph.view.pages import MARKUP, html, store_of


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return store_of(tmp_path_factory.mktemp("pages"))


@pytest.fixture(scope="module")
def page(store: Path) -> str:
    return html(store, "around", "ICAT")


def data_of(page: str) -> dict[str, Any]:
    node = lexbor.LexborHTMLParser(page).css_first("#data")
    assert node is not None
    return dict(json.loads(node.text()))


def test_the_policy_names_what_stands_in_the_page_and_forbids_all_else(page: str) -> None:
    tree = lexbor.LexborHTMLParser(page)
    meta = tree.css_first("meta[http-equiv]")
    assert meta is not None
    content = meta.attributes["content"] or ""
    assert content.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in content and "http" not in content and "*" not in content
    texts = re.findall(r"<script>(.*?)</script>|<style>(.*?)</style>", page, re.S)
    assert len(texts) == 3
    for script, css in texts:
        digest = base64.b64encode(hashlib.sha256((script or css).encode()).digest()).decode()
        assert f"'sha256-{digest}'" in content


def test_nothing_is_taken_from_outside(page: str) -> None:
    tree = lexbor.LexborHTMLParser(page)
    addresses = [node.attributes.get(name) for name in ("src", "href") for node in tree.css(f"[{name}]")]
    assert addresses == ["data:,"]
    assert tree.css("[style], [onclick], [onload], iframe, object, embed, base, form") == []


def test_names_are_data(page: str) -> None:
    assert MARKUP not in page
    assert "<img" not in page
    assert MARKUP in {entity["en"] for entity in data_of(page)["entities"]}


def test_the_same_store_gives_the_same_page(store: Path, page: str) -> None:
    assert html(store, "around", "ICAT") == page


def test_every_fact_leads_to_its_sentences_and_documents(page: str) -> None:
    data = data_of(page)
    assert len(data["facts"]) >= 10
    for fact in data["facts"]:
        assert fact["said"]
        assert all(data["entities"][data["sentences"][index]["d"]]["iri"] for index in fact["said"])
    chaired = [f for f in data["facts"] if f["kind"] == "chairs" and f["when"] == ["2018", "2018"]]
    (said,) = (data["sentences"][fact["said"][0]] for fact in chaired)
    assert said["q"].startswith("Le Groupe a été présidé") and said["p"] == "105"
    assert data["entities"][said["d"]]["link"] == "https://undocs.org/A/74/127"


def test_parallel_lines_are_all_there_and_bend_apart(page: str) -> None:
    data = data_of(page)
    names = [entity["en"] for entity in data["entities"]]
    between = [e for e in data["edges"] if {names[e["from"]], names[e["to"]]} == {"ICAT", "UNODC"}]
    assert {edge["kind"] for edge in between} == {"chairs", "members", "responsibilities"}
    assert len({(e["smooth"]["type"], e["smooth"]["roundness"], e["from"]) for e in between}) == 3
    assert all(index in range(len(data["facts"])) for line in data["lines"].values() for index in line["facts"])


def test_a_node_is_the_larger_the_more_is_said_of_it(page: str) -> None:
    data = data_of(page)
    sizes = {
        data["entities"][node["id"]]["en"]: node["size"] for node in data["nodes"] if node["id"] < len(data["entities"])
    }
    assert sizes["ICAT"] > sizes["UNODC"] > sizes["OHCHR"]


def test_a_page_of_300_things_is_below_two_megabytes(store: Path) -> None:
    from bench.pages import ours

    assert len(ours(300).encode()) < 2_000_000


def test_data_ends_no_script() -> None:
    block = data_block({"x": "</script><!--\u2028 & ]]>\u202e"})
    assert not re.search("[<>&\u2028\u202e]", block)
    assert json.loads(block) == {"x": "</script><!--\u2028 & ]]>\u202e"}


def test_a_policy_has_one_hash_for_each_text() -> None:
    assert policy(scripts=["a", "b"], styles=["c"]).count("sha256-") == 3


def test_the_page_says_the_same_in_both_languages() -> None:
    said = words()
    assert said["en"].keys() == said["fr"].keys()
    assert all(said["en"][key].count("{}") == said["fr"][key].count("{}") for key in said["en"])
    used = "".join(
        path.read_text(encoding="utf-8") for path in (Path(__file__).parents[3] / "graph/view/page").iterdir()
    )
    asked = set(re.findall(r"word\('(\w+)'", used)) | set(re.findall(r"\['[\w-]+-name', '(\w+)'\]", used))
    assert asked <= said["en"].keys()


def test_looks_are_of_types_and_kinds_that_there_are_and_can_be_told_apart() -> None:
    looks = style()
    assert looks.types.keys() <= parents().keys()
    assert looks.kinds.keys() | looks.citations <= kinds().keys()
    for look in (*looks.types.values(), *looks.kinds.values(), looks.other_kind, looks.other_type):
        assert all(re.fullmatch("#[0-9a-f]{6}", look[scheme]) for scheme in ("light", "dark"))
        assert contrast(look["light"], "#ffffff") >= 3 and contrast(look["dark"], "#14181d") >= 3
    shapes = (Path(__file__).parents[3] / "graph/view/page/shapes.js").read_text(encoding="utf-8")
    assert all(f"  {look['shape']}: 'M" in shapes for look in looks.types.values())
    seen = [(look["light"], look["shape"]) for look in looks.types.values()]
    assert len(set(seen)) == len(seen)
    drawn = [(look["light"], look["width"], tuple(look.get("dashes", ()))) for look in looks.kinds.values()]
    assert len(set(drawn)) == len(drawn)
    assert looks.of_type("UNEntity") == looks.types["Actor"]
    assert looks.of_type("") == looks.other_type
    assert looks.of_kind("https://example.org/knows") == looks.other_kind


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2, section 1.4.11."""
    lights = sorted((luminance(one), luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
