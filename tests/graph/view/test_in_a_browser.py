"""The pages as people use them: in Chromium, by mouse and by keyboard, offline."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from queries.view import Mode
from tests.graph.view.pages import ARGUMENTS, chromium, html, store_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(chromium() is None, reason="there is no Chromium: install it, or name it in CHROMIUM"),
]
SIZES = {"wide": (1280, 800), "narrow": (390, 844)}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return store_of(tmp_path_factory.mktemp("browser"))


@dataclass
class Shown:
    """A page in the browser, with all that it asked for and complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def run(self, expression: str) -> Any:
        return self.page.evaluate(expression)

    def __getitem__(self, selector: str) -> Locator:
        return self.page.locator(selector)

    def until(self, done: Callable[[], bool]) -> None:
        """Waits until it is so. The page's own policy forbids what Playwright would wait with."""
        for _ in range(200):
            if done():
                return
            self.settle()
        raise AssertionError("it did not come to be")

    def where(self, find: str) -> tuple[float, float]:
        """Where a node is on the screen; ``find`` is an expression that gives its number, `p` being the page."""
        at = self.run(
            f"""(() => {{ const p = window.palermo, id = {find};
            const d = p.network.canvasToDOM(p.network.getPositions([id])[id]);
            const b = document.getElementById('picture').getBoundingClientRect();
            return [d.x + b.x, d.y + b.y]; }})()"""
        )
        return float(at[0]), float(at[1])

    def click_node(self, name: str) -> None:
        """Clicks where the node of this entity is drawn."""
        self.page.mouse.click(*self.where(f"p.data.entities.findIndex((e) => e.en === {name!r})"))
        self.settle()

    def settle(self) -> None:
        """Waits until what was asked for is drawn: clicks count only after a second one could have followed."""
        self.run("new Promise((done) => setTimeout(() => requestAnimationFrame(done), 60))")

    @property
    def details(self) -> str:
        return self["#details"].inner_text()

    @property
    def selected(self) -> Any:
        return self.run(
            "(() => { const s = window.palermo.state.selected; if (!s) return null;"
            " return 'node' in s ? (window.palermo.data.entities[s.node] || {en: s.node}).en : 'line'; })()"
        )

    @property
    def nodes(self) -> int:
        return int(self.run("window.palermo.shown().nodes.size"))

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.settle()


Open = Any


@pytest.fixture
def show(browser: Browser, store: Path, tmp_path: Path) -> Iterator[Open]:
    """Opens a view as a file, as by double click; at the end, nothing may have left the page or gone wrong."""
    opened: list[Shown] = []

    def run(mode: Mode, *names: str, size: str = "wide", scheme: Any = "light", **options: Any) -> Shown:
        width, height = SIZES[size]
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, accept_downloads=True
        )
        shown = Shown(context.new_page())
        shown.page.on("request", lambda request: shown.requests.append(request.url))
        shown.page.on("console", lambda message: shown.problems.append(message.text))
        shown.page.on("pageerror", lambda error: shown.problems.append(str(error)))
        path = tmp_path / f"{len(opened)}.html"
        path.write_text(html(store, mode, *names, **options), encoding="utf-8")
        shown.page.goto(path.as_uri())
        shown.page.wait_for_selector("html[data-ready]", state="attached")
        shown.settle()
        opened.append(shown)
        return shown

    yield run
    for shown in opened:
        others = [url for url in shown.requests[1:] if not url.startswith(("data:", "blob:"))]
        assert others == []
        assert shown.problems == []
        shown.page.context.close()


def covers(a: dict[str, float], b: dict[str, float]) -> bool:
    apart = (
        a["x"] >= b["x"] + b["w"] or b["x"] >= a["x"] + a["w"] or a["y"] >= b["y"] + b["h"] or b["y"] >= a["y"] + a["h"]
    )
    return not apart


VIEWS: list[tuple[Mode, tuple[str, ...]]] = [
    ("around", ("ICAT",)),
    ("citations", ()),
    ("actors", ()),
    ("timeline", ()),
    ("timeline", ("ICAT",)),
    ("path", ("UNICEF", "UNODC")),
    ("all", ()),
]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("mode", "names"), VIEWS, ids=str)
def test_names_are_readable_at_the_first_look(
    show: Open, mode: Mode, names: tuple[str, ...], size: str, scheme: str
) -> None:
    shown: Shown = show(mode, *names, size=size, scheme=scheme)
    labels = shown.run("window.palermo.labels().map(({x, y, w, h, lines}) => ({x, y, w, h, lines}))")
    assert len(labels) >= 2
    assert [(a, b) for i, a in enumerate(labels) for b in labels[:i] if covers(a, b)] == []
    box = shown["#picture"].bounding_box()
    assert box is not None
    assert all(a["x"] >= 0 and a["x"] + a["w"] <= box["width"] and a["y"] >= 0 for a in labels)
    assert shown.run("document.documentElement.scrollWidth <= window.innerWidth")
    ink = shown.run("getComputedStyle(document.body).backgroundColor")
    assert (ink == "rgb(255, 255, 255)") is (scheme == "light")
    if mode in ("around", "path", "timeline"):
        assert len([label for label in labels if label["lines"]]) >= shown.nodes * 0.9


def test_clicking_a_thing_tells_what_it_is_and_its_facts(show: Open) -> None:
    shown: Shown = show("around", "ICAT")
    shown.click_node("ICAT")
    assert shown.selected == "ICAT"
    assert "collaboration" in shown.details
    assert "Groupe interinstitutions de coordination" in shown.details
    shown["#details details.fact summary"].filter(has_text="2018").first.click()
    assert "Le Groupe a été présidé par l’ONUDC en 2016" in shown.details
    assert "A/74/127, para. 105" in shown.details
    link = shown["#details a"].first
    assert link.get_attribute("href") == "https://undocs.org/A/74/127"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_clicking_a_line_tells_the_fact_with_its_sentence(show: Open) -> None:
    shown: Shown = show("around", "ICAT")
    middle = shown.run(
        """(() => { const p = window.palermo; const e = p.data.edges.find((e) => e.kind === 'members');
        const t = p.network.body.edges[e.id].edgeType;
        const d = p.network.canvasToDOM(t.getViaNode ? t.getPoint(0.5, t.getViaNode()) : t.getPoint(0.5));
        const b = document.getElementById('picture').getBoundingClientRect(); return [d.x + b.x, d.y + b.y]; })()"""
    )
    shown.page.mouse.click(*middle)
    shown.settle()
    assert shown.selected == "line"
    assert shown["#details blockquote"].count() >= 1
    assert shown["#rows tr"].count() == 1
    shown["#details .plain"].click()
    assert shown.selected is None


def test_neighbours_stay_and_the_rest_is_dimmed(show: Open) -> None:
    shown: Shown = show("around", "ICAT")
    before = shown.run("window.palermo.labels().length")
    shown.click_node("UNICEF")
    assert shown.run("window.palermo.labels().length") < before
    assert 'opacity="0.16"' in shown.run("window.palermo.svg()")
    shown["#picture"].focus()
    shown.press("Escape")
    assert shown.selected is None
    assert 'opacity="0.16"' not in shown.run("window.palermo.svg()")


def test_hovering_shows_the_full_name(show: Open) -> None:
    shown: Shown = show("around", "ICAT")
    at = shown.where("p.data.entities.findIndex((e) => e.en.startsWith('Interdepartmental'))")
    shown.page.mouse.move(*at)
    shown["#tip"].wait_for(state="visible")
    assert shown["#tip"].inner_text().endswith("END (body)") or "END" in shown["#tip"].inner_text()
    shown.page.mouse.move(2, 2)
    shown["#tip"].wait_for(state="hidden")


def test_the_legend_is_a_filter_by_mouse_and_by_keyboard(show: Open) -> None:
    shown: Shown = show("around", "ICAT")
    before, rows = shown.nodes, shown["#rows tr"].count()
    box = shown["#types input[data-of=UNEntity]"]
    box.uncheck()
    assert shown.nodes < before
    box.focus()
    shown.press("Space")
    assert shown.nodes == before
    kind = shown["#kinds input[data-of=chairs]"]
    kind.focus()
    shown.press("Space")
    assert shown["#rows tr"].count() < rows
    assert "chairedBy" not in shown["#rows"].inner_text()
    kind.check()
    assert shown["#rows tr"].count() == rows


def test_the_range_of_years(show: Open) -> None:
    shown: Shown = show("around", "ICAT")
    assert shown["#since-value"].inner_text() == "2007"
    shown["#undated"].uncheck()
    shown["#since"].focus()
    shown.press(*["ArrowRight"] * 11)
    assert shown["#since-value"].inner_text() == "2018"
    assert shown["#rows td.date"].all_inner_texts() == ["2018", "2019", "2019"]
    shown["#until"].fill("2018")
    assert shown["#rows td.date"].all_inner_texts() == ["2018"]


def test_search_by_any_name_in_either_language(show: Open) -> None:
    shown: Shown = show("all")
    shown["#search"].fill("protocole traite")
    assert shown["#matches li"].first.inner_text().startswith("Palermo Protocol")
    shown["#search"].press("Enter")
    shown.settle()
    assert shown.selected == "Palermo Protocol"
    shown["#search"].fill("hcdh")
    shown["#matches li"].first.click()
    shown.settle()
    assert shown.selected == "OHCHR"
    x, y = shown.where("p.state.selected.node")
    box = shown["#picture"].bounding_box()
    assert box is not None
    assert x - box["x"] == pytest.approx(box["width"] / 2, abs=5)
    assert y - box["y"] == pytest.approx(box["height"] / 2, abs=5)
    shown["#search"].fill("zzzz")
    assert shown["#matches"].is_hidden()


def test_search_opens_what_is_folded(show: Open) -> None:
    shown: Shown = show("citations")
    folded = shown.run("window.palermo.data.entities[window.palermo.data.folds[0].members[3]].en")
    before = shown.nodes
    shown["#search"].fill(folded)
    shown["#search"].press("Enter")
    shown.settle()
    assert shown.selected == folded
    assert shown.nodes > before


def test_a_fold_opens_and_closes_by_mouse_and_by_keyboard(show: Open) -> None:
    shown: Shown = show("citations")
    assert "24 more can be opened" in shown["#counts"].inner_text()
    folded = shown.nodes
    shown.click_node("A/74/128")
    shown["#expand"].click()
    assert shown.nodes == folded + 24 - 1
    assert "can be opened" not in shown["#counts"].inner_text()
    shown["#collapse"].click()
    assert shown.nodes == folded
    shown["#picture"].focus()
    shown.press("e")
    assert shown.nodes == folded + 23
    shown.press("c")
    assert shown.nodes == folded


def test_what_is_one_fact_further_can_be_opened(show: Open) -> None:
    shown: Shown = show("around", "UNICEF")
    before = shown.nodes
    rows = shown["#rows tr"].count()
    shown.click_node("ICAT")
    shown["#expand"].click()
    assert shown.nodes > before
    assert shown["#rows tr"].count() > rows
    boxes = shown.run("window.palermo.labels().map(({x, y, w, h}) => ({x, y, w, h}))")
    assert [(a, b) for i, a in enumerate(boxes) for b in boxes[:i] if covers(a, b)] == []


def test_the_language_switch(show: Open) -> None:
    shown: Shown = show("around", "ICAT")
    assert shown["#title"].inner_text() == "ICAT: what it is tied to"
    shown["#languages button[lang=fr]"].click()
    assert shown["#title"].inner_text().startswith("Groupe interinstitutions de coordination contre la traite")
    assert shown["html"].get_attribute("lang") == "fr"
    assert "ONU-Femmes" in shown["#rows"].inner_text()
    assert "cadre de collaboration" in shown["#legend"].inner_text()
    assert not shown.run("Object.entries(window.palermo.data.words.fr).some(([k, v]) => !v)")
    shown["#languages button[lang=en]"].focus()
    shown.press("Enter")
    assert shown["#title"].inner_text() == "ICAT: what it is tied to"


def test_the_page_opens_in_the_language_that_was_asked_for(show: Open) -> None:
    shown: Shown = show("actors", language="fr")
    assert shown["#title"].inner_text() == "Qui travaille avec qui"


def test_keys_go_from_thing_to_thing_and_along_lines(show: Open) -> None:
    shown: Shown = show("around", "ICAT")
    shown["#picture"].focus()
    shown.press("ArrowRight")
    assert shown.selected == "ICAT"
    shown.press("]")
    assert shown.selected == "line"
    assert shown["#details blockquote"].count() >= 1
    first = shown.details
    shown.press("]")
    assert shown.details != first
    shown.press("[")
    assert shown.details == first
    shown.press("Escape")
    assert shown.selected == "ICAT"
    seen = set()
    for key in ("ArrowRight", "ArrowLeft", "ArrowLeft", "ArrowUp", "ArrowDown", "ArrowDown"):
        shown.press(key)
        seen.add(shown.selected)
    assert len(seen) >= 3
    shown.press("Enter")
    assert shown.run("document.activeElement.id") == "details"


def test_zoom_and_the_whole_picture(show: Open) -> None:
    shown: Shown = show("all")
    scale = "window.palermo.network.getScale()"
    before = shown.run(scale)
    shown["#zoom-in"].click()
    assert shown.run(scale) > before
    shown["#fit"].click()
    assert shown.run(scale) == pytest.approx(before)
    shown["#picture"].focus()
    shown.press("-")
    assert shown.run(scale) < before
    shown.press("0")
    assert shown.run(scale) == pytest.approx(before)
    shown.press("+")
    assert shown.run(scale) > before


def test_it_moves_only_when_it_is_let(show: Open) -> None:
    shown: Shown = show("all")
    positions = "JSON.stringify(window.palermo.network.getPositions())"
    before = shown.run(positions)
    shown.run("new Promise((done) => setTimeout(done, 300))")
    assert shown.run(positions) == before
    shown["#move"].click()
    assert shown["#move"].get_attribute("aria-pressed") == "true"
    shown.until(lambda: shown.run(positions) != before)
    shown["#move"].press("Enter")
    assert shown["#move"].get_attribute("aria-pressed") == "false"


def test_the_table_leads_to_the_picture(show: Open) -> None:
    shown: Shown = show("around", "ICAT")
    row = shown["#rows button"].filter(has_text="chairedBy").first
    row.focus()
    shown.press("Enter")
    assert shown.selected == "line"
    assert "A/74/127" in shown.details or "more.txt" in shown.details
    assert shown.run("document.activeElement.id") == "details"


def test_downloads(show: Open, tmp_path: Path) -> None:
    shown: Shown = show("around", "ICAT")
    for button, ending in (("#png", "png"), ("#svg", "svg"), ("#csv", "csv")):
        with shown.page.expect_download() as download:
            shown[button].click()
        assert download.value.suggested_filename == f"palermo-icat-what-it-is-tied-to.{ending}"
        download.value.save_as(tmp_path / f"file.{ending}")
    assert (tmp_path / "file.png").read_bytes().startswith(b"\x89PNG")
    assert (tmp_path / "file.png").stat().st_size > 10_000
    from xml.etree import ElementTree

    svg = ElementTree.parse(tmp_path / "file.svg")
    texts = [element.text or "" for element in svg.iter("{http://www.w3.org/2000/svg}text")]
    assert {"ICAT", "UNICEF", "chairs"} <= set(texts)
    assert {element.tag.rpartition("}")[2] for element in svg.iter()} <= {
        "svg",
        "g",
        "path",
        "text",
        "title",
        "rect",
        "circle",
    }
    rows = list(csv.DictReader(io.StringIO((tmp_path / "file.csv").read_text(encoding="utf-8-sig"))))
    assert len(rows) == shown["#rows tr"].count()
    assert {"Date": "2018", "Who or what": "ICAT", "With": "UNICEF"}.items() <= next(
        row for row in rows if row["Date"] == "2018"
    ).items()


def test_hostile_names_are_text(show: Open) -> None:
    from tests.graph.view.pages import LONG, MARKUP

    for mode, names in VIEWS[:1] + VIEWS[3:4] + VIEWS[6:]:
        shown: Shown = show(mode, *names)
        assert shown.run("document.querySelectorAll('img, b > *, #rows b, #rows a').length") == 0
        assert shown.page.title().endswith("– Palermo")
        text = shown["#rows"].inner_text()
        assert MARKUP in text
        assert LONG in text
        assert "safe gnp.exe mark" in text
        assert "\u202e" not in shown.page.content()
    shown["#search"].fill("onerror")
    shown["#search"].press("Enter")
    shown.settle()
    assert MARKUP in shown.details
    assert shown.run("document.querySelectorAll('img').length") == 0
    from xml.etree import ElementTree

    ElementTree.fromstring(shown.run("window.palermo.svg()"))


def test_a_timeline_by_keyboard_and_mouse(show: Open) -> None:
    shown: Shown = show("timeline", "ICAT")
    shown["#picture"].focus()
    shown.press("ArrowDown", "ArrowDown")
    assert "2" in shown.details
    assert shown["#details blockquote"].count() >= 1
    shown.press("Escape")
    assert shown["#details blockquote"].count() == 0
    at = shown.where("'f0'")
    shown.page.mouse.click(*at)
    shown.settle()
    assert shown["#details blockquote"].count() >= 1
    shown["#search"].fill("OSCE")
    shown["#search"].press("Enter")
    shown.settle()
    assert "OSCE" in shown.details


def test_the_page_follows_the_setting_of_the_system(show: Open) -> None:
    shown: Shown = show("around", "ICAT")
    light = shown.run("window.palermo.svg()")
    shown.page.emulate_media(color_scheme="dark")
    shown.settle()
    dark = shown.run("window.palermo.svg()")
    assert "#0072b2" in light and "#0072b2" not in dark and "#56b4e9" in dark


def test_on_paper_the_table_is_there_and_the_controls_are_not(show: Open) -> None:
    shown: Shown = show("around", "ICAT")
    shown.page.emulate_media(media="print")
    assert shown["#tools"].is_hidden()
    assert shown["#rows tr"].first.is_visible()


def test_turning_the_page_turns_the_picture(show: Open) -> None:
    shown: Shown = show("all")
    spread = (
        "(() => { const all = Object.values(window.palermo.network.getPositions());"
        " const range = (of) => Math.max(...all.map(of)) - Math.min(...all.map(of));"
        " return range((point) => point.x) / range((point) => point.y); })()"
    )
    assert shown.run(spread) > 1
    shown.page.set_viewport_size({"width": 390, "height": 844})
    shown.until(lambda: shown.run(spread) < 1)
