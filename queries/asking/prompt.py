"""The prompt of `palermo ask` on a terminal: history, completion of names, questions that lean on the one before."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from queries.asking.ask import Asker
from queries.asking.explain import words

if TYPE_CHECKING:
    from prompt_toolkit.completion import CompleteEvent, Completion
    from prompt_toolkit.document import Document

    from graph.store import Store
    from queries.asking.answer import Outcome

_MOST = 20  # names offered at once


def history_file() -> Path:
    """Where questions are kept between sessions: XDG_STATE_HOME, else ~/.local/state."""
    root = os.environ.get("XDG_STATE_HOME") or str(Path.home() / ".local" / "state")
    return Path(root) / "palermo" / "questions"


def run(store: Store, answered: Callable[[Outcome], None], *, failed: Callable[[Exception], None]) -> None:
    """Asks for questions until Ctrl-D; hands each outcome to ``answered``, each error to ``failed``."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.history import FileHistory, InMemoryHistory

    from ontology.errors import PalermoError

    path = history_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        history: FileHistory | InMemoryHistory = FileHistory(str(path))
    except OSError:  # a home that cannot be written: the history ends with the session
        history = InMemoryHistory()
    session: PromptSession[str] = PromptSession(
        history=history, completer=completer(store), complete_while_typing=False
    )
    asker = Asker(store)
    while True:
        try:
            question = session.prompt(words(asker.language or "en")["prompt"]).strip()
        except EOFError:
            return
        except KeyboardInterrupt:  # clears the line
            continue
        if question:
            try:
                answered(asker.ask(question, follow=True))
            except PalermoError as error:
                failed(error)


def completer(store: Store):  # type: ignore[no-untyped-def]
    """Completes the last words of a line to names of the store."""
    from prompt_toolkit.completion import Completer, Completion

    class Names(Completer):
        def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
            for start, name in completions(store, document.text_before_cursor):
                yield Completion(name, start_position=start)

    return Names()


def completions(store: Store, text: str) -> list[tuple[int, str]]:
    """Names that begin with the last words of ``text``, the longest beginning first: how far back, and the name."""
    words_ = text.split(" ")
    for size in range(min(5, len(words_)), 0, -1):
        begun = " ".join(words_[-size:])
        if len(begun.strip()) < 2:
            continue
        found = store.beginning(begun, _MOST)
        if found:
            return [(-len(begun), name) for name in found]
    return []
