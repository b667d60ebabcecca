"""A fact that a document states by its layout, and whether it is one yet."""

from __future__ import annotations

from extract.document import Document, Sentence
from extract.facts import Modality
from extract.relations import Roles

Stated = tuple[Sentence, str, Roles, Modality]


def stated(document: Document, kind: str, roles: Roles, sentence: Sentence) -> Stated:
    """A fact of ``kind`` that stands in ``sentence``; a meeting after the document's own date is planned."""
    today = document.parts[0].date if document.parts else None
    ahead = kind == "meetings" and today is not None and str(roles.get("start", "")) > today.value
    return sentence, kind, roles, "planned" if ahead else "asserted"
