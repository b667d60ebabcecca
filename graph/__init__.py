"""Facts, quads and stores; and the one name that people import: ``from graph import KnowledgeGraph``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from queries.knowledge import KnowledgeGraph as KnowledgeGraph

__all__ = ["KnowledgeGraph"]


def __getattr__(name: str) -> object:
    """Finds KnowledgeGraph where it asks its questions, when somebody asks for it: the graph itself needs it not."""
    if name == "KnowledgeGraph":
        from queries.knowledge import KnowledgeGraph

        return KnowledgeGraph
    raise AttributeError(f"module 'graph' has no attribute {name!r}")
