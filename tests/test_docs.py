"""The documentation does what it says: commands are run, examples are loaded."""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ontology.authority import load_records
from ontology.kinds import load_kinds
from ontology.lexicon import data

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PAGES = (
    "README.md",
    "CONTRIBUTING.md",
    "extract/corpus/README.md",
    "ontology/lexicon/frames/README.md",
    "LICENSE-DATA.md",
)
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    """The code blocks of that language, in their order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)


def sessions(text: str) -> Iterator[tuple[str, str]]:
    """Each command of the console blocks, and what is printed under it."""
    for block in blocks(text, "console"):
        for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, printed = part.partition("\n")
            yield command, printed


def fits(printed: str, shown: str) -> bool:
    """Whether ``shown`` is what was printed, where … stands for anything."""
    return re.fullmatch(".*".join(map(re.escape, shown.split("…"))), printed, re.S) is not None


def on_a_terminal(command: str, folder: Path) -> str:
    """What a command prints on a terminal of 100 columns without colours."""
    control, terminal = os.openpty()
    environment = {k: v for k, v in os.environ.items() if k != "PALERMO_STORE"}
    environment |= {"PYTHONPATH": str(ROOT), "COLUMNS": "100", "NO_COLOR": "1", "PYTHONUTF8": "1"}
    script = f'palermo() {{ "{sys.executable}" -m cli "$@"; }}\n{command}'
    with subprocess.Popen(
        ["bash", "-c", script], cwd=folder, env=environment, stdout=terminal, stderr=terminal
    ) as child:
        os.close(terminal)
        printed = b""
        while chunk := _read(control):
            printed += chunk
        assert child.wait() in (0, 1, 2)
    os.close(control)
    return printed.decode().replace("\r\n", "\n")


def _read(control: int) -> bytes:
    try:
        return os.read(control, 65536)
    except OSError:  # on Linux the end of a terminal is an error
        return b""


def test_an_ellipsis_stands_for_anything_and_nothing_else_does() -> None:
    assert fits("a\nb\nc\n", "a\n…\nc\n")
    assert fits("a\nb\nc\n", "…b…")
    assert not fits("a\nb\nc\n", "a\nc\n")
    assert not fits("a.c", "abc")


@pytest.mark.slow
def test_the_tour_of_the_readme(tmp_path: Path) -> None:
    commands = list(sessions(README))
    assert len(commands) >= 8
    for command, shown in commands:
        printed = on_a_terminal(command, tmp_path)
        assert "Traceback" not in printed
        assert fits(printed, shown), f"$ {command}\n{printed}\n--- README.md shows\n{shown}"


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # of itself
def test_the_python_of_the_readme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from graph.build import build

    build([], tmp_path / "palermo.store")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PALERMO_STORE", raising=False)
    found = doctest.DocTestParser().get_doctest("\n".join(blocks(README, "python")), {}, "README.md", "README.md", 0)
    told: list[str] = []
    results = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(found, out=told.append)
    assert results.attempted >= 8
    assert results.failed == 0, "".join(told)


def test_every_command_is_in_the_readme() -> None:
    import cli

    for command in cli.main.commands:
        assert f"palermo {command}" in README or f"`{command}`" in README, command


def test_targets_that_the_documentation_names_are_in_the_makefile() -> None:
    named = {name for text in (README, CONTRIBUTING) for name in re.findall(r"(?:`|^)make (\w+)", text, re.M)}
    assert {"build", "test"} <= named
    assert {name for name in named if not re.search(rf"^{name}:", MAKEFILE, re.M)} == set()


@pytest.mark.parametrize("page", PAGES)
def test_links_and_paths_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    links = {link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link}
    paths = set(re.findall(r"`((?:extract|ontology|graph|queries|tests|bench)/[\w./-]+)`", text))
    missing = [name for name in links if not (ROOT / page).parent.joinpath(name).exists()]
    missing += [name for name in paths if not (ROOT / name).exists()]
    assert missing == []


def examples() -> dict[str, Any]:
    """The YAML examples of CONTRIBUTING.md by the file that their first line names."""
    import yaml

    found = {}
    for block in blocks(CONTRIBUTING, "yaml"):
        first, _, rest = block.partition("\n")
        found[first.removeprefix("# ")] = (rest, yaml.safe_load(rest))
    return found


def test_the_example_of_a_name_loads(tmp_path: Path) -> None:
    text, _ = examples()["ontology/authority/collaborations.yaml"]
    folder = shutil.copytree(ROOT / "ontology" / "authority", tmp_path / "authority")
    before = load_records(folder=folder)
    with (folder / "collaborations.yaml").open("a", encoding="utf-8") as file:
        file.write(text)
    (new,) = load_records(folder=folder).keys() - before.keys()
    assert load_records(folder=folder)[new].label("fr") != new


def test_the_example_of_a_frame_is_one_of_the_lexicon() -> None:
    _, example = examples()["ontology/lexicon/frames/chairs.yaml"]
    held = data("frames/chairs")
    assert [frame for frame in example["frames"] if frame not in held["frames"]] == []
    assert [case for case in example["traps"] if case not in held["traps"]] == []


def test_the_example_of_a_kind_loads(tmp_path: Path) -> None:
    text, example = examples()["ontology/kinds.yaml"]
    (tmp_path / "kinds.yaml").write_text(
        (ROOT / "ontology" / "kinds.yaml").read_text(encoding="utf-8") + text, encoding="utf-8"
    )
    assert set(example) <= set(load_kinds(folder=tmp_path))
