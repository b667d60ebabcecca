"""Pages of networks in Chromium: ours, with its positions computed beforehand, beside pyvis's own of the same network.

Both are opened from disk, offline, in one browser. Ours is usable when it has drawn and its controls listen; pyvis's
when its network has settled, for until then everything moves. What pyvis links from outside is answered with nothing.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random
from statistics import median
from typing import TYPE_CHECKING, Any

from bench.measure import ratio, rounds
from bench.report import Line

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
ARGUMENTS += ["--disable-sync", "--no-first-run"]
PATIENCE = 600_000  # milliseconds that pyvis may take
_SENTENCE = "The General Assembly, recalling its earlier resolutions, takes note with appreciation of the work done."
_TWO_FRAMES = """
new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() / 1000))))
"""
_SETTLED = "network.once('stabilizationIterationsDone', () => { document.documentElement.dataset.ready = 'yes'; });"


def chromium() -> str | None:
    """The browser: that of the variable CHROMIUM, or the one in the PATH; None where there is none."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


def ties(count: int) -> list[tuple[int, int]]:
    """Pairs of a network of ``count`` nodes as citations grow: each new one to two of those there are, rather to those
    that many are tied to. The same count gives the same pairs."""
    random, ends, found = Random(count), [0, 1], [(0, 1)]
    for node in range(2, count):
        for other in sorted({random.choice(ends), random.choice(ends)}):
            found.append((node, other))
            ends += [node, other]
    return found


def ours(count: int) -> str:
    """Our page of that network, every node an entity and every pair a fact with its sentence."""
    import networkx

    from graph.view.layout import layout
    from graph.view.page import page
    from graph.view.payload import Picture, words

    pairs = ties(count)
    graph: networkx.Graph[int] = networkx.Graph(pairs)
    degrees = dict(graph.degree())
    places = layout(graph)
    nodes = [{"id": n, "x": x, "y": y, "size": 8 + degrees[n] ** 0.5, "hidden": False} for n, (x, y) in places.items()]
    edges = [
        {"id": f"e{i}", "from": a, "to": b, "kind": "citations", "width": 1.1, "dashes": [5, 4], "hidden": False}
        for i, (a, b) in enumerate(pairs)
    ]
    entities = [_entity(node) for node in range(count)]
    stated = [
        {"kind": "citations", "who": [["citing", a], ["cited", b]], "what": [], "said": [i]}
        for i, (a, b) in enumerate(pairs)
    ]
    said = [{"d": a, "p": str(i % 90 + 1), "page": None, "q": f"{_SENTENCE} ({i})"} for i, (a, _) in enumerate(pairs)]
    both = {"en": "citation", "fr": "citation"}
    data = {
        "view": "all",
        "about": [],
        "counts": {
            "things": count,
            "ofThings": count,
            "facts": len(pairs),
            "ofFacts": len(pairs),
            "reserve": 0,
            "undated": 0,
        },
        "words": words(),
        "entities": entities,
        "facts": stated,
        "sentences": said,
        "types": {"Resolution": {"shape": "diamond", "light": "#c04a00", "dark": "#f08a4b", **both}},
        "concepts": {},
        "kinds": {
            "citations": {
                "light": "#8a6f5f",
                "dark": "#a58e80",
                "width": 1.1,
                **both,
                "edge": ["citing", "cites", "cited"],
            }
        },
        "columns": {"citations": {"citing": both, "cited": both}},
        "properties": {"cites": both},
        "folds": [],
        "lines": {f"e{i}": {"property": "cites", "facts": [i]} for i in range(len(pairs))},
    }
    return page(Picture(nodes, edges, data), language="en", title="benchmark")


def _entity(node: int) -> dict[str, Any]:
    symbol = f"A/RES/{node % 80 + 1}/{node // 80 + 1}"
    return {
        "iri": f"https://w3id.org/palermo/id/{symbol}",
        "type": "Resolution",
        "named": 3,
        "en": symbol,
        "fr": symbol,
        "names": [f"General Assembly resolution {symbol[6:]}"],
        "link": f"https://undocs.org/{symbol}",
    }


def theirs(count: int) -> str:
    """pyvis's own page of the same network: names, directed edges, its own physics."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    for node in range(count):
        network.add_node(node, label=_entity(node)["en"])
    for a, b in ties(count):
        network.add_edge(a, b)
    text = network.generate_html()
    assert "drawGraph();" in text
    return re.sub(r"(\n\s*)drawGraph\(\);", rf"\1drawGraph();\1{_SETTLED}", text)


def pages(count: int, folder: Path) -> Iterator[Line]:
    """How soon pages are usable, and how large they are; ``count`` rounds. Without Chromium, one line says so."""
    browser = chromium()
    if browser is None:
        yield Line("left out: there is no Chromium", 0, "")
        return
    from playwright.sync_api import sync_playwright

    files = {}
    for name, make, size in (
        ("ours-300", ours, 300),
        ("ours-1000", ours, 1000),
        ("ours-5000", ours, 5000),
        ("theirs-1000", theirs, 1000),
    ):
        files[name] = folder / f"{name}.html"
        files[name].write_text(make(size), encoding="utf-8")
    yield Line("300 nodes: size of the file", files["ours-300"].stat().st_size / 1e6, "MB", 2)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser, args=ARGUMENTS)
        thousand, five = rounds(
            count, lambda: usable(opened, files["ours-1000"]), lambda: usable(opened, files["ours-5000"])
        )
        settled = usable(opened, files["theirs-1000"])
        opened.close()
    yield Line("1,000 nodes: usable after", median(thousand), "s")
    yield Line("1,000 nodes, pyvis's own page: settled after (once)", settled, "s")
    yield Line("1,000 nodes: sooner than pyvis's own page", settled / median(thousand), "times", 20, "above")
    yield Line("5,000 nodes: usable after", median(five), "s")
    yield Line("5,000 nodes: against 1,000", ratio(five, thousand), "times", 3)


def usable(browser: Browser, file: Path) -> float:
    """Seconds from the beginning of the page until it is usable, two frames drawn after that."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    opened = context.new_page()
    opened.set_default_timeout(PATIENCE)
    opened.route(re.compile("^https?:"), lambda route: route.abort())
    opened.goto(file.as_uri(), wait_until="commit", timeout=PATIENCE)
    opened.wait_for_selector("html[data-ready]", state="attached", timeout=PATIENCE)
    seconds = opened.evaluate(_TWO_FRAMES)
    context.close()
    return float(seconds)
