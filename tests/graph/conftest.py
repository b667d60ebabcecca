from __future__ import annotations

import importlib.util
import sys
import types
from collections.abc import Callable
from pathlib import Path

import pytest

FAKES = Path(__file__).parent / "fakes.py"


def load_fakes() -> types.ModuleType:
    """tests/graph/fakes.py, which pytest's importlib mode puts on no path."""
    if "graph_fakes" not in sys.modules:
        spec = importlib.util.spec_from_file_location("graph_fakes", FAKES)
        assert spec is not None
        assert spec.loader is not None
        sys.modules["graph_fakes"] = module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    return sys.modules["graph_fakes"]


@pytest.fixture
def fakes(monkeypatch: pytest.MonkeyPatch) -> types.ModuleType:
    """Reader, extractor and authority files of fakes.py, in the place of the real ones."""
    module = load_fakes()
    pipeline = types.ModuleType("extract.pipeline")
    monkeypatch.setattr(pipeline, "extract", module.extract, raising=False)
    monkeypatch.setitem(sys.modules, "extract.pipeline", pipeline)
    monkeypatch.setattr("extract.readers.read_bytes", module.read_bytes)
    for place in ("graph.documents.known_ids", "graph.build.known_ids"):
        monkeypatch.setattr(place, lambda: frozenset(record.id for record in module.records()))
    monkeypatch.setattr("graph.build.program_digest", lambda: module.DIGEST)
    monkeypatch.setattr("graph.load.ontology_quads", str)
    monkeypatch.setattr("graph.load.authority_quads", str)
    monkeypatch.setattr("graph.load.authority_names", list)
    return module


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Makes a folder of sources: ``folder(name='text', …)``, '_' in a name standing for '.'."""

    def make(**files: str | bytes) -> Path:
        path = tmp_path / "sources"
        path.mkdir(exist_ok=True)
        for name, content in files.items():
            data = content.encode() if isinstance(content, str) else content
            (path / name.replace("_", ".")).write_bytes(data)
        return path

    return make
