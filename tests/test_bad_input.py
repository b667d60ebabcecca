"""Sources that cannot be read, and builds that cannot end, through the command line and the real readers.

Each gets a row or a message; the other documents are built, and what was in the store before is still there.
"""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

import cli
from graph import generation
from graph.store import Store
from tests.extract.papers import Paper, locked, pdf, scanned, stream
from tests.extract.wordfiles import archive, docx, p

pytestmark = pytest.mark.slow

ROOT = Path(cli.__file__).parent
GOOD = "UNICEF chaired ICAT in 2018.\n"
VERSION = "United Nations\nA/75/1\n\nGeneral Assembly\n\n1. UNICEF chaired ICAT in {}.\n"
HTML = """<html><head><title>T</title><script>document.write("UNODC chaired ICAT in 2011.")</script></head>
<body><nav>Menu</nav><p>OSCE chaired <b>ICAT in 2016.<p>Unclosed <div <a href="javascript:x()">link</a>
<!-- c <script>"""
SPANISH = "La Asamblea General aprobó la resolución 72/195 el 19 de diciembre de 2017. El Grupo fue presidido por ella."
HOSTILE = "\u202eUNICEF\x01 chaired \x1b[31mICAT\x1b[0m in 2015.\n"


@dataclass(frozen=True)
class Built:
    """What a build said: its exit status and its two outputs; ``rows`` are those of the sources, by file name."""

    status: int
    out: str
    err: str

    @property
    def rows(self) -> dict[str, str]:
        table = self.out.partition("\nsource ")[2].splitlines()[1:]
        return {Path(line.split()[0]).name: line for line in table if not line.startswith(" ")}


def command(store: Path, *sources: Path, option: str | None = None) -> list[str]:
    program = [sys.executable, "-c", "import cli; cli.main(prog_name='palermo')", "--store", str(store), "build"]
    return [*program, *([option] if option else []), *map(str, sources)]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "400"}


def palermo(store: Path, *sources: Path, limit: int | None = None) -> Built:
    """Builds in a process of its own; ``limit``: the most bytes that a file of its may have."""

    def small_files() -> None:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    result = subprocess.run(
        command(store, *sources), capture_output=True, env=environment(), timeout=120, check=False,
        preexec_fn=small_files,
    )  # fmt: skip
    return Built(result.returncode, result.stdout.decode(), result.stderr.decode())


def years(store: Path) -> list[str]:
    """The years in which the store says that someone chaired a body."""
    with Store.open(store) as opened:
        found = opened.select("SELECT ?year { ?f a :Chairing ; :year ?year } ORDER BY STR(?year)")
        return [str(getattr(row["year"], "value", "")) for row in found]


@pytest.fixture(scope="module")
def at(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the one build that gets everything at once."""
    return tmp_path_factory.mktemp("bad") / "palermo.store"


def _files() -> dict[str, bytes]:
    """PDF and DOCX files, good and bad."""
    paper = Paper()
    paper.lines(60, 700, "UNICEF chaired ICAT in 2003.", 400)
    content = paper.data()
    word = docx(p("UNICEF chaired ICAT in 2004."))
    many = b"<</Type/Pages/Kids[" + b"3 0 R " * 100_000 + b"]/Count 100000>>"
    text = stream(b"BT /F 9 Tf 9 9 Td " + b"(words) Tj " * 60_000 + b"ET")
    font = b"<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Courier>>>>>>"
    leaf = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources " + font + b">>"
    return {
        "good.pdf": content,
        "good.docx": word,
        "pdf-without-its-ending": content,
        "locked.pdf": locked(),
        "scanned.pdf": scanned(),
        "cut.pdf": content[:500],
        "pages.pdf": pdf([b"<</Type/Catalog/Pages 2 0 R>>", many, leaf, text]),
        "dense.pdf": pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", leaf, text]),
        "cut.docx": word[:-40],
        "deep.docx": docx("<w:p>" * 3_000 + "</w:p>" * 3_000),
        "entities.docx": docx(p("words"), declared='<!DOCTYPE w [<!ENTITY a "aaaaaaaaaaaaaaaaaaaa">]>'),
        "bomb.docx": archive({"[Content_Types].xml": "", "word/document.xml": "<a>" + " " * 90_000_000}),
    }


@pytest.fixture(scope="module")
def built(at: Path) -> Built:
    folder = at.parent / "in"
    (folder / "void").mkdir(parents=True)
    texts = {"good.txt": GOOD, "twice.txt": GOOD, "empty.txt": "", "blank.txt": " \n\n ", "page.html": HTML,
             "v1.txt": VERSION.format(2013), "v2.txt": VERSION.format(2014), "spanish.txt": SPANISH,
             "hostile.txt": HOSTILE}  # fmt: skip
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "utf16.txt").write_bytes("OHCHR chaired ICAT in 2009.".encode("utf-16"))
    (folder / "latin.txt").write_bytes("L'Équipe a été créée. L'UNICEF a présidé l'ICAT en 2010.".encode("latin-1"))
    for name, data in _files().items():
        (folder / name).write_bytes(data)
    (folder / "big.txt").write_bytes(GOOD.encode() * (50_000_000 // len(GOOD)))
    return palermo(at, folder, folder / "void", folder / "missing.txt")


@pytest.mark.parametrize(
    ("name", "outcome", "reason"),
    [
        ("empty.txt", "failed", "is empty"),
        ("blank.txt", "failed", ""),
        ("binary.txt", "failed", "binary"),
        ("big.txt", "failed", "too large"),
        ("missing.txt", "failed", "No such file"),
        ("void", "failed", "holds no document"),
        ("locked.pdf", "failed", "needs a password"),
        ("scanned.pdf", "failed", "was scanned"),
        ("cut.pdf", "failed", "damaged"),
        ("pages.pdf", "failed", "100,000 pages"),
        ("dense.pdf", "failed", "more on page 1 than a page can"),
        ("cut.docx", "failed", "damaged"),
        ("deep.docx", "failed", "damaged"),
        ("entities.docx", "failed", "entities"),
        ("bomb.docx", "failed", "unpacks to more"),
        ("pdf-without-its-ending", "skipped", "not one of the formats"),
        ("twice.txt", "duplicate", "the same content as"),
        ("spanish.txt", "warning", "English and French"),
        ("v2.txt", "warning", "A/75/1 too, in the same language; both are kept"),
    ],
)
def test_each_has_a_row_that_says_why(built: Built, name: str, outcome: str, reason: str) -> None:
    assert outcome in built.rows[name]
    assert reason in built.rows[name]


def test_the_others_are_built(built: Built, at: Path) -> None:
    assert built.status == 2
    assert "Traceback" not in built.err + built.out
    found = years(at)
    assert {"2003", "2004", "2009", "2010", "2013", "2014", "2016", "2018"} <= set(found)
    assert "2011" not in found  # what a script says is not on the page


def test_no_control_character_of_a_document_is_printed(built: Built, at: Path) -> None:
    program = [sys.executable, "-c", "import cli; cli.main()", "--store", str(at), "search", "2015", "--format"]
    for form in ("table", "tsv", "csv", "md", "json"):
        shown = subprocess.run([*program, form], capture_output=True, env=environment(), check=True).stdout.decode()
        assert "2015" in shown
        assert not {"\x01", "\x1b", "\u202e"} & set(shown)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    (tmp_path / "locked.txt").write_text(GOOD)
    (tmp_path / "locked.txt").chmod(0)
    assert "Permission denied" in palermo(tmp_path / "s", tmp_path / "locked.txt").err


def test_a_path_that_the_system_cannot_read(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    found = palermo(tmp_path / "s", tmp_path)
    assert (found.status, years(tmp_path / "s")) == (2, ["2018"])
    assert "it cannot be read" in found.rows["loop.txt"]


def test_a_disk_that_takes_no_more(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD)
    store = tmp_path / "s"
    assert palermo(store, tmp_path / "good.txt").status == 0
    (tmp_path / "more.txt").write_text("UNICEF chaired ICAT in 2017.")
    found = palermo(store, tmp_path / "good.txt", tmp_path / "more.txt", limit=20_000)
    assert found.status == 2
    assert "What was in it before is unchanged" in found.err
    assert "Traceback" not in found.err
    assert (years(store), len(generation.generations(store))) == (["2018"], 1)


def test_a_second_build_while_one_runs(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD)
    store = tmp_path / "s"
    store.mkdir()
    with generation.only_builder(store):
        found = palermo(store, tmp_path / "good.txt")
    assert found.status == 2
    assert found.err.startswith("palermo: Another build is writing")


@pytest.mark.slow
@pytest.mark.parametrize("when", ["", "writing the graph"])  # where it stands; "": at the first document
def test_ctrl_c(tmp_path: Path, when: str) -> None:
    (tmp_path / "good.txt").write_text(f"{GOOD}\n\n" * 400)  # long enough to be still read on a busy machine
    store = tmp_path / "s"
    assert palermo(store, tmp_path / "good.txt").status == 0
    building = subprocess.Popen(
        command(store, option="--force"),
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert building.stderr is not None
    for line in building.stderr:  # before the first document has been read, Python itself may still be starting
        if line.decode().strip() == when or not when:
            break
    os.killpg(building.pid, signal.SIGINT)
    _, said = building.communicate(timeout=60)
    assert (building.returncode, said.decode().splitlines()[-1]) == (130, "Stopped.")
    assert years(store) == ["2018"]
    assert palermo(store, tmp_path / "good.txt").status == 0
    assert years(store) == ["2018"]
