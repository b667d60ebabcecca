"""Whose web site a page is of, where no meta element says it: by the end of the title and the notice of copyright."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from extract.masthead import line_type
from extract.wording import aligned

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

SEPARATORS = re.compile(r"\s+[|–—»·-]\s+")
_PARTS = re.compile(r" / | \(|\)")
_YEAR = r"(?:19|20)\d\d"
_NOTICE = re.compile(rf"(?:©|[Cc]opyright)[\s:]*(?:{_YEAR}(?:\s?[–-]\s?{_YEAR})?,?\s+)?(?P<name>[^\n©]{{2,200}})")
_END = re.compile(r"\s*(?:[|·,;:]|\.(?:\s|$)| [–—-] |\b(?:19|20)\d\d\b).*", re.DOTALL)
_LONGEST = 80  # characters of a name


def site_name(title: str, page: str, article: str) -> str | None:
    """The name of the organisation whose page it is, None where nothing tells it for sure. ``title`` is the content of
    the title element ("Chronology | Safe Shore"), ``page`` the text of the whole page with its foot, ``article`` that
    of its article. A name at the end of the title counts where the notice of copyright or the article holds it too, as
    it is written or, in the notice, its beginning; one in the notice where the article holds it.
    """
    owners = [_END.sub("", match["name"]).strip() for match in _NOTICE.finditer(page)]
    titled = [*_titled(title)]
    sure = [name for name in titled if any(name == own or _is_short(own, name) for own in owners)]
    held = [name for name in (*titled, *filter(_is_name, owners)) if _holds(article, name)]
    return next(iter([*sure, *held]), None)


def _titled(title: str) -> Iterator[str]:
    """The names that the end of a title may be: the whole, then each of "Sigurna Obala / Safe Shore"."""
    parts = SEPARATORS.split(title)
    last = parts[-1].strip() if len(parts) > 1 else ""
    yield from (name for name in dict.fromkeys([last, *map(str.strip, _PARTS.split(last))]) if _is_name(name))


def _is_name(text: str) -> bool:
    """Several words with a capital, or an acronym: no "Campaign" and no "Home", nor what the page is, "Fact sheet"."""
    named = 2 < len(text) <= _LONGEST and text[0].isupper() and (" " in text or text.isupper())
    return named and line_type(aligned(text)) is None


def _is_short(own: str, name: str) -> bool:
    """Is ``own`` the beginning of ``name``: "© Basin Fund" of "Basin Fund for Survivors of Trafficking"?"""
    return _is_name(own) and name.startswith(f"{own} ")


def _holds(article: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", article) is not None


def closes_quotation(node: LexborNode) -> bool:
    """<blockquote>… <footer>Foday Bangura, Secretary-General</footer></blockquote>: who is quoted."""
    foot = node.tag == "footer" or "blockquote-footer" in ((node.attributes or {}).get("class") or "")
    return foot and node.parent is not None and node.parent.tag in ("blockquote", "figure")
