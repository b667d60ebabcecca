"""Identifiers in the manner of Akoma Ntoso for United Nations documents and their paragraphs, beside our own.

A work is ``/akn/un/TYPE/SUBTYPE/ORGAN/DATE/NUMBER``, its French version ``…/fra@``, a paragraph in that
``…/!main~para_37`` and an item ``…/!main~para_37__point_a``: sections 4 and 5 of the naming convention
(https://docs.oasis-open.org/legaldocml/akn-nc/v1.0/), with the organ in the place of the author, as the United Nations
have it. Where a document states no date, that part is left out: its symbol tells it from all others without one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from extract.document import Document
from graph.iris import encode

_ORGANS = {"A": "unga", "S": "unsc", "E": "ecosoc"}
_LANGUAGES = {"en": "eng", "fr": "fra"}
_KINDS = ("paragraph", "preambular", "operative", "item")
_LABEL = re.compile(r"(\d+)((?:\(\w+\))*)")  # 37, 37(a), 37(a)(ii)
_YEAR = re.compile(r"\((\d{4})\)$")  # S/RES/2388 (2017)


def document(document: Document) -> str | None:
    """The identifier of a document; None where it has no symbol."""
    if document.symbol is None:
        return None
    symbol, year = document.symbol.value, _YEAR.search(document.symbol.value)
    dates = sorted({part.date.value for part in document.parts if part.date is not None and "/" not in part.date.value})
    date = dates[:1] or ([] if year is None else [year[1]])
    first = symbol.partition("/")[0]
    organ = _ORGANS.get(first, first.lower())
    if "/RES/" in symbol:
        kind = "statement/deliberation"
    else:
        types = sorted({part.type.value for part in document.parts if part.type is not None})
        kind = f"doc/{encode(types[0])}" if types else "doc"
    number = encode("-".join(re.findall(r"[^/ ()]+", symbol)))
    return "/".join(["/akn/un", kind, encode(organ), *date, number])


def passages(document_: Document) -> Mapping[int, str]:
    """The identifiers of the numbered paragraphs and items of a document, by their place in ``passages``.

    A number that comes again names no paragraph for certain, and only the first has an identifier.
    """
    work = document(document_)
    found: dict[str, int] = {}
    for index, passage in enumerate(document_.passages):
        label = _LABEL.fullmatch(passage.label or "")
        if work is not None and label is not None and passage.kind in _KINDS and passage.language in _LANGUAGES:
            points = "".join(f"__point_{encode(point)}" for point in re.findall(r"\w+", label[2]))
            name = f"{work}/{_LANGUAGES[passage.language]}@/!main~para_{label[1]}{points}"
            found.setdefault(name, index)
    return {index: name for name, index in found.items()}
