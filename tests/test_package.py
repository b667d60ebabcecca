"""The wheel: it holds every file of the packages and nothing else, and does the main job where nothing else is."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("extract", "graph", "ontology", "queries")


def run(*command: str | Path, cwd: Path) -> str:
    """Standard output of a command that must succeed, without the variables that would lead it back to this tree."""
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PALERMO_STORE", "VIRTUAL_ENV")}
    result = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert result.returncode == 0, f"{command}\n{result.stdout}\n{result.stderr}"
    return result.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this tree."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("palermo-*.whl")
    return built


def test_the_wheel_holds_the_packages_and_nothing_else(wheel: Path) -> None:
    kept = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert sorted(held) == sorted(kept | {"cli.py"})
    suffixes = {Path(name).suffix for name in held}
    assert {".py", ".yaml", ".ttl", ".rq", ".toml", ".txt"} <= suffixes


def test_no_pattern_of_gitignore_reaches_into_the_packages() -> None:
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    assert [line for line in lines if not line.startswith("/") and line not in ("__pycache__/", "*.egg-info/")] == []


def test_versions_agree() -> None:
    declared = re.search(r'^version = "(.+)"$', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.M)
    assert declared is not None
    assert f"\nversion: {declared[1]}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\n## [{declared[1]}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_main_job_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "venv", tmp_path / "venv", cwd=tmp_path)
    locked = re.findall(r"^[\w.-]+==[^\\\n]+", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.M)
    (tmp_path / "constraints.txt").write_text("\n".join(locked), encoding="utf-8")
    here = tmp_path / "elsewhere"
    here.mkdir()
    python, palermo = tmp_path / "venv" / "bin" / "python", tmp_path / "venv" / "bin" / "palermo"
    run(python, "-m", "pip", "install", "--quiet", "-c", tmp_path / "constraints.txt", wheel, cwd=here)

    assert run(palermo, "--version", cwd=here).startswith("palermo, version 0.")
    assert "documents" in run(palermo, "build", cwd=here)
    rows = json.loads(run(palermo, "query", "chairs", "--param", "body=ICAT", "--format", "json", cwd=here))
    assert sorted((row["chair"]["label"], row["year"]) for row in rows) == [
        ("OHCHR", "2017"),
        ("OSCE", "2019"),
        ("UN Women", "2019"),
        ("UNICEF", "2018"),
        ("UNODC", "2016"),
    ]
    assert all(evidence["quote"] for row in rows for evidence in row["evidence"])
    places = run(
        python, "-c", "import cli, ontology, extract, graph, queries as q; print(cli.__file__, q.__file__)", cwd=here
    )
    assert str(ROOT) not in places
