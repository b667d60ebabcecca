"""One HTML file that holds everything: rendered by pyvis from a template of our own.

pyvis's own templates load files from outside and take labels for markup. Ours holds the script of vis-network as pyvis
brings it, our script and style, and the data as JSON; a Content-Security-Policy names the hashes of the three, and
forbids everything else.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from graph.view.payload import Picture
from graph.view.style import FOLDER
from ontology.printable import escaped

_PAGE = FOLDER / "page"
_SCRIPTS = (
    "words",
    "shapes",
    "state",
    "layers",
    "labels",
    "picture",
    "details",
    "controls",
    "table",
    "download",
    "start",
)


def page(picture: Picture, *, language: str, title: str) -> str:
    """The page as text. ``title`` is that of the window, in ``language``, the language in which the page opens."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    network = _network(picture)
    network.templateEnv = Environment(loader=FileSystemLoader(_PAGE), autoescape=True, undefined=StrictUndefined)
    network.path = "page.html"
    vis, script, css = _vis(), _script(), (_PAGE / "page.css").read_text(encoding="utf-8")
    network.templateEnv.globals.update(
        language=language,
        title=title,
        vis=_inline(vis),
        script=_inline(script),
        css=_inline(css),
        policy=policy(scripts=[vis, script], styles=[css]),
        data=_inline(
            data_block({**picture.data, "language": language, "nodes": network.nodes, "edges": network.edges})
        ),
    )
    return str(network.generate_html())


def _network(picture: Picture) -> Any:
    """The picture as pyvis holds it: directed, for an undirected one drops parallel edges; physics off."""
    from pyvis.network import Network

    network = Network(directed=True)
    network.toggle_physics(False)
    for node in picture.nodes:
        network.add_node(node["id"], label=" ", **{"shape": "custom", **{k: v for k, v in node.items() if k != "id"}})
    for edge in picture.edges:
        network.add_edge(edge["from"], edge["to"], **{k: v for k, v in edge.items() if k not in ("from", "to")})
    return network


def data_block(data: object) -> str:
    """Data as JSON that can stand in a ``<script>``: nothing in it ends the element, opens a comment or a line."""
    text = escaped(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def policy(*, scripts: list[str], styles: list[str]) -> str:
    """A Content-Security-Policy under which these scripts and styles run, images are those of the page, and no more."""
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(map(_hash, scripts))}",
            f"style-src {' '.join(map(_hash, styles))}",
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def _inline(text: str) -> str:
    """Text that the template puts into an element without escaping it: files of ours and of pyvis, JSON without '<'."""
    if re.search(r"</(script|style)", text, re.IGNORECASE) is not None:
        raise ValueError("it would end the element that it stands in")
    return text


@cache
def _vis() -> str:
    """The script of vis-network, from the newest that pyvis brings."""
    import pyvis

    found = sorted((Path(pyvis.__file__).parent / "lib").glob("vis-*/vis-network.min.js"))
    text = found[-1].read_text(encoding="utf-8")
    return re.sub(r"//# sourceMappingURL=.*", "", text).strip()


@cache
def _script() -> str:
    parts = [(_PAGE / f"{name}.js").read_text(encoding="utf-8") for name in _SCRIPTS]
    return "(() => {\n'use strict';\n" + "\n".join(parts) + "})();"
