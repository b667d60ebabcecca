"""What holds for all modules: who may import whom, that importing costs nothing, and that pieces stay small."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LAYERS = ("ontology", "extract", "graph", "queries", "cli")  # each imports from those before it, never after
MODULES = sorted([ROOT / "cli.py", *(path for layer in LAYERS[:-1] for path in (ROOT / layer).rglob("*.py"))])
# The user asked for `from graph import KnowledgeGraph`, and a graph that is asked questions needs what asks them: this
# one name is looked up, when it is asked for, where the arrows would not let it be.
EXCEPTION = ("graph", "queries.knowledge")
HEAVY = (
    "rdflib",
    "pyshacl",
    "owlready2",
    "pyarrow",
    "yaml",
    "ahocorasick_rs",
    "pyoxigraph",
    "selectolax",
    "rapidfuzz",
    "babel",
    "sqlite3",
    "multiprocessing.pool",
    "networkx",
    "numpy",
    "scipy",
    "pyvis",
    "jinja2",
    "IPython",
    "urllib3",
    "pandas",
)


def name(path: Path) -> str:
    """extract/readers/__init__.py -> extract.readers"""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(tree: ast.AST) -> Iterator[str]:
    """Absolute names of what a module imports, anywhere in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield node.module or ""


def breaches(layer: str, tree: ast.AST) -> list[str]:
    """What a module of ``layer`` imports from layers that stand after it, from the tests or from the benchmark."""
    later = {*LAYERS[LAYERS.index(layer) + 1 :], "tests", "bench"}
    return [target for target in imported(tree) if target.split(".")[0] in later]


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_arrows_point_one_way(path: Path) -> None:
    found = breaches(name(path).split(".")[0], ast.parse(path.read_text(encoding="utf-8")))
    assert {(name(path), target) for target in found} <= {EXCEPTION}


def test_the_exception_is_looked_up_only_when_it_is_asked_for() -> None:
    seen = "print('queries.knowledge' in sys.modules)"
    code = f"import sys, graph; {seen}; graph.KnowledgeGraph; {seen}"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "True"]


def test_an_arrow_that_points_the_other_way_is_seen() -> None:
    tree = ast.parse("def f():\n    from graph.store import Store\n    import ontology.kinds, cli")
    assert breaches("extract", tree) == ["graph.store", "cli"]
    assert breaches("queries", tree) == ["cli"]


def test_importing_a_module_loads_nothing_heavy() -> None:
    code = (
        "import importlib, sys\n"
        f"for name in {[name(path) for path in MODULES]}:\n"
        "    importlib.import_module(name)\n"
        f"    loaded = [heavy for heavy in {HEAVY} if heavy in sys.modules]\n"
        "    assert loaded == [], f'{name} imports {loaded}'\n"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


def test_importing_a_module_reads_no_data() -> None:
    code = (
        "import importlib, sys\n"
        "def refuse(event, arguments):\n"
        "    if event == 'open' and str(arguments[0]).endswith(('.yaml', '.ttl', '.rq', '.toml', '.json', '.txt')):\n"
        "        raise AssertionError(f'{arguments[0]} is read at import')\n"
        "sys.addaudithook(refuse)\n"
        f"for name in {[name(path) for path in MODULES]}:\n"
        "    importlib.import_module(name)\n"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


def test_what_is_imported_is_declared_and_the_other_way_round() -> None:
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in MODULES]
    used = {target.split(".")[0] for tree in trees for target in imported(tree)}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    listed = [
        *project["dependencies"],
        *(line for lines in project["optional-dependencies"].values() for line in lines),
    ]
    declared = {re.split(r"[<>=]", line)[0].lower().replace("-", "_") for line in listed}
    declared = {{"pyyaml": "yaml", "python_docx": "docx"}.get(name, name) for name in declared}
    declared.remove("scipy")  # networkx imports it where it lays out a picture
    assert used - set(sys.stdlib_module_names) - set(LAYERS) == declared


def lengths() -> list[int]:
    """Lines of every function and method, without its docstring."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in MODULES]
    functions = [f for tree in trees for f in ast.walk(tree) if isinstance(f, ast.FunctionDef | ast.AsyncFunctionDef)]
    return sorted(_lines(f) - (_lines(f.body[0]) if ast.get_docstring(f) is not None else 0) for f in functions)


def _lines(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_functions_stay_small() -> None:
    found = lengths()
    assert statistics.median(found) <= 12
    assert found[int(len(found) * 0.95)] <= 40


def test_every_module_says_what_it_is() -> None:
    for path in MODULES:
        source = path.read_text(encoding="utf-8")
        assert source == "" or ast.get_docstring(ast.parse(source)) is not None, path
