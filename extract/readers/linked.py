"""What a web page says of itself in JSON-LD: headline, day, author and publisher of its article.

<script type="application/ld+json">{"@type": "NewsArticle", "headline": "…", "author": {"name": "Ama Owusu"}}</script>
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from extract import wording
from extract.readers.source import Meta

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_LONGEST = 200_000  # characters of a script
_MOST = 500  # characters of a value
_ITEMS = 200
_KEYS: Mapping[Meta, tuple[str, ...]] = {
    "title": ("headline",),
    "author": ("author", "creator"),
    "date": ("datePublished", "dateCreated"),
    "publisher": ("publisher",),
}


def linked_data(tree: LexborHTMLParser) -> dict[Meta, str]:
    """What the first item that is an article states; what it points to by "@id" is looked up on the page."""
    items = [item for script in tree.css('script[type="application/ld+json"]') for item in _items(script.text())]
    known = {str(item["@id"]): item for item in items if "@id" in item and "name" in item}
    article = next((item for item in items if not _types(item).isdisjoint(wording.html_words("articles"))), {})
    said = {part: _first(_words(article.get(key), known) for key in keys) for part, keys in _KEYS.items()}
    return {part: words for part, words in said.items() if words}


def _items(script: str) -> Iterator[Mapping[str, object]]:
    """The objects of a script: one, the members of a list, or those of its "@graph"."""
    try:
        data = json.loads(script) if len(script) <= _LONGEST else None
    except (ValueError, RecursionError):
        return
    for item in (data if isinstance(data, list) else [data])[:_ITEMS]:
        if isinstance(item, dict):
            graph = item.get("@graph")
            yield item
            yield from (one for one in (graph if isinstance(graph, list) else [])[:_ITEMS] if isinstance(one, dict))


def _types(item: Mapping[str, object]) -> set[str]:
    stated = item.get("@type")
    return {str(one).casefold() for one in (stated if isinstance(stated, list) else [stated])}


def _words(value: object, known: Mapping[str, Mapping[str, object]]) -> str:
    """A text, or the name of an object; of several the first."""
    if isinstance(value, list):
        return _first(_words(one, known) for one in value[:1])
    if isinstance(value, dict):
        value = value.get("name") or known.get(str(value.get("@id")), {}).get("name")
    return " ".join(value.split())[:_MOST] if isinstance(value, str) else ""


def _first(values: Iterator[str]) -> str:
    return next(filter(None, values), "")
