"""The example notebook runs from its first cell to its last, on a store of the bundled documents."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
NOTEBOOK = ROOT / "examples" / "palermo.ipynb"


@pytest.fixture(scope="module")
def cells(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """The code cells after they have run."""
    import nbformat
    from nbclient import NotebookClient

    from graph.build import build

    folder = tmp_path_factory.mktemp("notebook")
    build([], folder / "palermo.store")
    notebook = nbformat.read(NOTEBOOK, as_version=4)  # type: ignore[no-untyped-call]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(ROOT))
        patch.setenv("IPYTHONDIR", str(folder / "ipython"))
        patch.delenv("PALERMO_STORE", raising=False)
        client = NotebookClient(notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": folder}})
        client.execute()
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def html(cell: Any) -> str:
    (output,) = [output for output in cell.outputs if output.output_type == "execute_result"]
    return str(output.data.get("text/html") or output.data["text/plain"])


@pytest.mark.filterwarnings("ignore")  # of the libraries that run notebooks
@pytest.mark.slow
def test_every_cell_shows_what_it_is_there_for(cells: list[Any]) -> None:
    opened, chairs, printed, frame, card, rows, graphs, network = cells
    assert html(opened) == "KnowledgeGraph('palermo.store')"
    assert "<table>" in html(chairs) and "A/74/127" in html(chairs) and "UN Women" in html(chairs)
    assert "UNICEF 2018 A/74/127" in printed.outputs[0].text
    assert "Palermo Protocol" in html(frame)
    assert "<details>" in html(card) and "Présidé par" in html(card)
    assert "https://w3id.org/palermo/id/UNICEF" in html(rows)
    assert int(html(graphs)) >= 7
    assert "UNICEF" in html(network)


def test_the_notebook_is_kept_without_what_it_printed() -> None:
    import json

    kept = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    code = [cell for cell in kept["cells"] if cell["cell_type"] == "code"]
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)
