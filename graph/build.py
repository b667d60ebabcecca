"""Builds a store: documents to quads beside the current generation, then one swap."""

from __future__ import annotations

import errno
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from graph import corrections, generation, iris
from graph.aside import Aside
from graph.base import make, take
from graph.claims import claims, warning
from graph.correcting import Effect, correct
from graph.corrections import Correction
from graph.digest import program_digest
from graph.documents import Entry, Failure, Task, absolute, adopt, drop_others, entries_of, known_ids, process
from graph.errors import NothingRead, StoreDamaged, StoreOutdated, StoreUnwritable
from graph.load import load
from graph.parallel import run
from graph.patch import holds, patch, worthwhile
from graph.sources import Source, listing
from ontology.errors import PalermoError


@dataclass(slots=True)
class Summary:
    """What a build did. Rows are (source, text); the counts are of the whole store as it is now."""

    documents: int = 0
    passages: int = 0
    sentences: int = 0
    mentions: int = 0
    facts: Mapping[str, int] = field(default_factory=dict)  # by kind, distinct within each document
    unchanged: int = 0  # documents that were not read again
    removed: list[str] = field(default_factory=list)  # labels of documents that left the graph
    failures: list[tuple[str, str]] = field(default_factory=list)
    skipped: list[tuple[str, str]] = field(default_factory=list)  # files in folders that are no documents
    duplicates: list[tuple[str, str]] = field(default_factory=list)  # (source, the source with the same content)
    warnings: list[tuple[str, str]] = field(default_factory=list)


def build(
    sources: Sequence[Path | Literal["-"]],
    store: Path,
    *,
    force: bool = False,
    progress: Callable[[str], None] | None = None,
    verdicts: Mapping[str, Correction] | None = None,
) -> Summary:
    """Makes the store at ``store`` hold exactly the documents of ``sources`` (none: the bundled corpus).

    Documents whose content, file name and program are those of the store are not read again, unless ``force``.
    ``progress`` gets a line for people now and then. ``verdicts``, by the IRI of the fact, are those of the store
    unless given. Readers, a kill and a full disk find the old store or the new
    one, never half of it. Raises StoreBusy, StoreForeign, StoreUnwritable, and NothingRead, after which the store is
    as it was.
    """
    found = listing(sources)
    summary = Summary(failures=found.failures, skipped=found.skipped)
    try:
        generation.prepare(store)
        with generation.only_builder(store):
            work = _Build(store, summary, force=force, progress=progress or (lambda line: None))
            work.corrections = work.corrections if verdicts is None else verdicts
            work.run(found.found)
    except OSError as error:
        raise StoreUnwritable(store, _reason(error)) from error
    return summary


def recorrect(
    store: Path,
    change: Callable[[Mapping[str, Correction]], Mapping[str, Correction]],
    *,
    progress: Callable[[str], None] | None = None,
) -> Summary:
    """Makes the store at ``store`` hold the corrections that ``change`` makes of those it holds; reads no document.

    Raises as :func:`build`, and StoreOutdated where another version of the program has built it.
    """
    folder, summary = generation.current(store), Summary()
    try:
        with generation.only_builder(store):
            work = _Build(store, summary, force=False, progress=progress or (lambda line: None))
            work.corrections = change(work.corrections)
            work.recorrect(folder)
    except OSError as error:
        raise StoreUnwritable(store, _reason(error)) from error
    return summary


def _reason(error: OSError) -> str:
    if error.errno == errno.ENOSPC or "No space left" in str(error) or "disk is full" in str(error):
        return "the disk is full"
    return error.strerror or str(error).split("\n", 1)[0]


class _Build:
    """One build, once the lock is held."""

    def __init__(self, store: Path, summary: Summary, *, force: bool, progress: Callable[[str], None]) -> None:
        self.store = store
        self.summary = summary
        self.force = force
        self.progress = progress
        self.digest = program_digest()
        self.sources: dict[str, Source] = {}  # by content hash, as are the next two
        self.entries: dict[str, Entry] = {}
        self.origins: dict[str, Path] = {}  # the generation that holds the files of an entry
        self.failed: list[tuple[Source, str]] = []
        self.basis: Path | None = None  # the generation of which this one is made, where little changes
        self.base: Aside | None = None
        self.before = self._current()
        self.corrected = self._corrections()
        self.corrections: Mapping[str, Correction] = self.corrected

    def run(self, found: Sequence[Source]) -> None:
        """Reads what is new, then writes and swaps in a generation, unless all is as it was."""
        self._distinct(found)
        cache = self._cached()
        folder = generation.begin(self.store)
        try:
            self._read(cache, folder)
            self._keep_failed()
            self._settle(folder)
            self._report()
            if self._same():
                self._discard(folder)
                self._tell(correct(self._current_folder(), list(self.before.values()), self.corrections, write=False))
            else:
                self._write(folder)
        except (OSError, PalermoError):
            self._discard(folder)  # gives the space back; after a kill it helps the next build
            raise
        finally:
            self._stop()

    def recorrect(self, current: Path) -> None:
        """Writes and swaps in a generation of the documents of the current one, with these corrections."""
        self.entries = dict(self.before)
        if not holds(current, list(self.entries.values()), self.digest):
            raise StoreOutdated(self.store)
        self.origins = dict.fromkeys(self.entries, current)
        self.basis = current
        self.summary.unchanged = len(self.entries)
        self._report()
        folder = generation.begin(self.store)
        try:
            self._write(folder)
        except (OSError, PalermoError):
            self._discard(folder)
            raise

    def _discard(self, folder: Path) -> None:
        self._stop()
        shutil.rmtree(folder, ignore_errors=True)

    def _stop(self) -> None:
        if self.base is not None:
            self.base.stop()

    def _current(self) -> dict[str, Entry]:
        names = self._kept()
        return {entry.sha256: entry for entry in entries_of(self.store / names[0])} if names else {}

    def _kept(self) -> list[str]:
        try:
            return generation.kept(self.store)
        except StoreDamaged:  # a build is what mends it
            return []

    def _corrections(self) -> dict[str, Correction]:
        names = self._kept()
        return corrections.read(self.store / names[0]) if names else {}

    def _distinct(self, found: Sequence[Source]) -> None:
        """Finds the sources by content: what cannot be read is a failure, the same content counts once."""
        for source in found:
            try:
                sha256 = source.digest()
            except OSError as error:
                self.failed.append((source, f"it cannot be read: {error.strerror or error}."))
                continue
            first = self.sources.setdefault(sha256, source)
            if first is not source:
                self.summary.duplicates.append((source.label, first.label))

    def _cached(self) -> dict[tuple[str, str], tuple[Path, Entry]]:
        """Documents read already by this program: by the current generation, or by the last build that was killed."""
        kept = self._kept()
        generation.sweep(self.store, {*kept, *generation.generations(self.store)[-1:]})
        names = [] if self.force else [*kept[:1], *generation.generations(self.store)[-1:]]
        return {
            (entry.sha256, entry.name): (self.store / name, entry)
            for name in reversed(names)
            for entry in entries_of(self.store / name)
            if entry.digest == self.digest
        }

    def _read(self, cache: Mapping[tuple[str, str], tuple[Path, Entry]], folder: Path) -> None:
        tasks = []
        for sha256, source in self.sources.items():
            known = cache.get((sha256, source.name))
            if known is None:
                tasks.append(Task(source, folder, self.digest))
            else:
                self.origins[sha256] = known[0]
                self.entries[sha256] = replace(known[1], source=source.label, path=absolute(source))
        self.summary.unchanged = len(self.entries)
        self.basis = self._basis()
        if self.basis is None:
            self._begin(folder)
        self._process(tasks, folder)

    def _basis(self) -> Path | None:
        """The current generation, where it is of this program and holds most of what this one is to hold."""
        names = [] if self.force else self._kept()[:1]
        removed = len(self.before.keys() - self.entries.keys())
        if not names or not worthwhile(removed=removed, documents=len(self.sources)):
            return None
        folder = self.store / names[0]
        return folder if holds(folder, list(self.before.values()), self.digest) else None

    def _begin(self, folder: Path) -> None:
        """Begins a generation with ontology and authority files; making that anew takes as long as the documents."""
        if take(folder, self.digest):
            return
        known_ids()  # reads the authority files once, for both
        if "pyoxigraph" in sys.modules:  # its threads may run already, and would be missing in a child
            make(folder, self.digest)
        else:
            self.base = Aside(lambda: make(folder, self.digest))

    def _process(self, tasks: Sequence[Task], folder: Path) -> None:
        for number, (task, result) in enumerate(zip(tasks, run(process, tasks), strict=True), 1):
            self.progress(f"[{number}/{len(tasks)}] {task.source.label}")
            if isinstance(result, Failure):
                self.failed.append((result.source, result.reason))
            else:
                self.entries[result.sha256] = result
                self.origins[result.sha256] = folder

    def _keep_failed(self) -> None:
        """What was read before from a source that now fails stays, and the summary says so."""
        before = {entry.path: entry for entry in self.before.values() if entry.path is not None}
        for source, reason in self.failed:
            old = before.get(absolute(source) or "")
            if old is not None and old.sha256 not in self.entries and old.digest == self.digest:
                self.entries[old.sha256] = old
                self.origins[old.sha256] = self._current_folder()
                reason += " What was read from it before stays in the graph."
            self.summary.failures.append((source.label, reason))

    def _settle(self, folder: Path) -> None:
        """Reads anew the documents whose identity is not what it is to be, and tells of those that share one."""
        claimed = claims(list(self.entries.values()))
        firsts = {
            self.entries[sha256].claimed: self.entries[sha256] for sha256, claim in claimed.items() if claim is None
        }
        tasks = []
        for sha256, claim in sorted(claimed.items()):
            entry = self.entries[sha256]
            if claim is not None:
                first = firsts.get(claim.id or "", firsts.get(entry.claimed, entry))
                self.summary.warnings.append((entry.source, warning(entry, claim, first)))
            if entry.key == (iris.encode(entry.claimed) if claim is None else claim.key):
                continue
            if sha256 in self.sources:
                tasks.append(Task(self.sources[sha256], folder, self.digest, claim))
            else:  # kept from a source that fails now, and another file has taken its name
                del self.entries[sha256]
        self._process(tasks, folder)

    def _report(self) -> None:
        """Fills in the summary; raises NothingRead where no document is left."""
        summary, entries = self.summary, list(self.entries.values())
        if len(entries) == 0:
            raise NothingRead(summary.failures)
        summary.documents = len(entries)
        summary.passages = sum(entry.passages for entry in entries)
        summary.sentences = sum(entry.sentences for entry in entries)
        summary.mentions = sum(entry.mentions for entry in entries)
        facts: Counter[str] = Counter()
        for entry in entries:
            facts.update(entry.facts)
            summary.warnings += [(entry.source, text) for text in entry.warnings]
        summary.facts = dict(sorted(facts.items()))
        summary.warnings.sort()
        summary.failures.sort()
        remaining = {entry.key for entry in entries}
        summary.removed = sorted(entry.label for entry in self.before.values() if entry.key not in remaining)

    def _same(self) -> bool:
        """Whether the current generation holds just these documents, read by this program."""
        if self.force or self.corrections != self.corrected:
            return False
        return {sha: (e.key, e.digest, e.name) for sha, e in self.entries.items()} == {
            sha: (e.key, e.digest, e.name) for sha, e in self.before.items()
        }

    def _write(self, folder: Path) -> None:
        self.progress("writing the graph")
        ordered = sorted(self.entries.values(), key=lambda entry: entry.key)
        for entry in ordered:
            adopt(entry, self.origins[entry.sha256], folder)
        drop_others(folder, ordered)
        if self.base is not None:
            self.base.join()
        self._tell(correct(folder, ordered, self.corrections))
        if self.basis is None:
            load(folder, ordered, self.digest)
        else:
            patch(self.basis, folder, list(self.before.values()), ordered, self.digest)
        generation.swap(self.store, folder)
        generation.sweep(self.store, set(self._kept()))

    def _current_folder(self) -> Path:
        return self.store / self._kept()[0]

    def _tell(self, effect: Effect) -> None:
        """Tells of corrections that rest on what is no longer there, and counts no fact that they take out."""
        summary = self.summary
        summary.warnings = sorted([*summary.warnings, *effect.notes])
        left = {kind: count - effect.taken_out.get(kind, 0) for kind, count in summary.facts.items()}
        summary.facts = {kind: count for kind, count in left.items() if count > 0}
