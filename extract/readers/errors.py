"""What goes wrong between a file and its text."""

from __future__ import annotations

from ontology.errors import PalermoError


class ReadError(PalermoError):
    """A source that cannot be read: ``source`` is its path or name, ``reason`` what is wrong, ``advice`` what to do."""

    def __init__(self, source: str, reason: str, *, advice: str) -> None:
        super().__init__(f"{source}: {reason} {advice}")
        self.source = source
        self.reason = reason
        self.advice = advice
