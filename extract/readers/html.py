"""Web pages: the article alone, with what the page says of itself.

``raw`` of a web page is the text of its article, one block a line with an empty line between blocks, not the markup
of the file: offsets of evidence point into that text, which is kept with the store.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from extract import wording
from extract.dates import date_pattern, posted_dates
from extract.readers.blocks import Found, find_blocks
from extract.readers.encoding import decode
from extract.readers.errors import ReadError
from extract.readers.linked import linked_data
from extract.readers.site import SEPARATORS, site_name
from extract.readers.source import Block, BlockKind, Meta, Source

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""")
CONTAINERS = re.compile(
    r"<(/?)(?:div|span|section|article|b|i|u|em|strong|font|center|table|ul|ol|dl|blockquote|small|big|sub|code|tt)\b",
    re.IGNORECASE,
)
DEEPEST = 2000  # open elements
HEAD = 4096
ADDRESS = re.compile(r"https?://([^\s/?#]{3,200})(/[^\s#]{3,1000})(?:#\S*)?", re.IGNORECASE)
MOST = 60  # languages
LONG = 80  # characters: a block of running text, not a label


def looks_like_html(data: bytes, name: str) -> bool:
    """Whether ``data`` is a web page: by the end of its name, or by how it begins."""
    if name.lower().endswith((".html", ".htm", ".xhtml")):
        return True
    head = data[:1024].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    return head.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) or (
        head.startswith((b"<?xml", b"<!--")) and b"<html" in head
    )


def read_html(data: bytes, name: str) -> Source:
    """The article of a web page. Raises :class:`ReadError` where the page holds no text."""
    from selectolax.lexbor import LexborHTMLParser

    declared = DECLARED.search(data[:HEAD])
    markup, _ = decode(data, name, declared=declared.group(1).decode("ascii") if declared else None)
    if _is_too_deep(markup):
        raise ReadError(name, "is a web page whose elements are nested too deeply.", advice="Save its text alone.")
    tree = LexborHTMLParser(markup.replace("\0", ""))
    if tree.body is None:
        raise ReadError(name, "is a web page without text.", advice="Save the page again, once it has loaded.")
    meta = _metas(tree)
    found = _article(find_blocks(tree.body))
    if found and not any(map(_posted, (block.text for block in found))):
        found += [Found(words, "paragraph", 0, "", 0) for words in _updated(tree)]
    if not found:
        raise ReadError(name, "is a web page without text.", advice="Save the page again, once it has loaded.")
    stated = _stated(tree, meta)
    source = _assemble(name, found, stated | _site(tree, stated, found))
    url, translations = _addresses(tree, source.stated["language"][0] if "language" in source.stated else "")
    return replace(source, url=url, translations=translations)


def _is_too_deep(markup: str) -> bool:
    """Whether more elements are open at once than any real page has: parsing takes time in the square of that."""
    depth = deepest = 0
    for match in CONTAINERS.finditer(markup):
        depth = max(depth - 1, 0) if match.group(1) else depth + 1
        deepest = max(deepest, depth)
    return deepest > DEEPEST


def _metas(tree: LexborHTMLParser) -> dict[str, str]:
    """Content of the meta elements by lower-case name or property."""
    found: dict[str, str] = {}
    for node in tree.css("meta"):
        attributes = node.attributes
        key = attributes.get("name") or attributes.get("property") or attributes.get("itemprop")
        content = " ".join((attributes.get("content") or "").split())
        if key and content:
            found.setdefault(key.casefold(), content[:500])
    return found


def _stated(tree: LexborHTMLParser, metas: dict[str, str]) -> dict[Meta, str]:
    stated: dict[Meta, str] = {}
    parts: tuple[Meta, ...] = ("title", "author", "date", "publisher")
    linked = linked_data(tree)
    for part in parts:
        value = next((metas[key] for key in wording.html_words(part) if key in metas), linked.get(part, ""))
        if value and not (part == "author" and _is_nobody(value)):
            stated[part] = value.strip(" |·–—-")
    if "title" not in stated:
        words = _title(tree)
        if words:
            stated["title"] = SEPARATORS.split(words)[0][:500] if len(SEPARATORS.split(words)[0]) > 15 else words[:500]
    if "date" not in stated:
        times = [n.attributes.get("datetime") for n in tree.css("main time[datetime], article time[datetime]")]
        stated |= {"date": times[0]} if times and times[0] else {}
    root = tree.css_first("html")
    language = (root.attributes.get("lang") or "") if root is not None else ""
    return stated | ({"language": language[:2].casefold()} if language else {})


def _is_nobody(author: str) -> bool:
    """Whether an author is but the account or the address from which the page was put up: "admin"."""
    return author.casefold() in wording.html_words("nobody") or "://" in author or "@" in author


def _site(tree: LexborHTMLParser, stated: dict[Meta, str], found: list[Found]) -> dict[Meta, str]:
    """Whose site it is, where what the page says of itself names no publisher."""
    if tree.body is None or "publisher" in stated:
        return {}
    article = "\n".join(block.text for block in found if block.kind != "title" and block.level != 1)
    name = site_name(_title(tree), tree.body.text(separator="\n"), article)
    return {"publisher": name} if name is not None else {}


def _updated(tree: LexborHTMLParser) -> Iterator[str]:
    """The first day that a foot of the page is said to be of: « Dernière mise à jour : 12 février 2025 »."""
    for foot in tree.css("footer, [role=contentinfo], #footer, .footer"):
        said = _posted(" ".join(foot.text(separator=" ").split()))
        if said:
            yield said
            return


def _posted(words: str) -> str:
    """What in ``words`` says when the page was put up or last changed, '' where nothing does."""
    return next((words[start : date.end()] for start, date in posted_dates(wording.aligned(words))), "")


def _title(tree: LexborHTMLParser) -> str:
    node = tree.css_first("title")
    return " ".join(node.text().split()) if node is not None else ""


def _addresses(tree: LexborHTMLParser, language: str) -> tuple[str, tuple[str, ...]]:
    """The address of the page as it states it, and those of its translations: rel=canonical, rel=alternate hreflang."""
    own = ""
    others: dict[str, str] = {}
    for link in tree.css("link[rel][href]"):
        kinds = (link.attributes.get("rel") or "").casefold().split()
        address = _address(link.attributes.get("href") or "")
        code = (link.attributes.get("hreflang") or "")[:2].casefold()
        if "canonical" in kinds:
            own = own or address
        elif "alternate" in kinds and code and address and len(others) < MOST:
            others.setdefault(code, address)
    own = own or others.get(language, "")
    return own, tuple(sorted({address for address in others.values() if address != own})) if own else ()


def _address(link: str) -> str:
    """An absolute address of a page in one form; '' for any other, and for that of a whole site."""
    match = ADDRESS.fullmatch(link.strip())
    return f"https://{match.group(1).lower()}{match.group(2).rstrip('/')}" if match is not None else ""


def _article(found: list[Found]) -> list[Found]:
    """The blocks of the article: those of ``main``, else ``article``, else from the heading to the last long block."""
    total = sum(len(block.text) for block in found)
    for region in ("main", "article"):
        inside = [b for b in found if b.region == region or (region == "article" and b.region)]
        if inside and sum(len(b.text) for b in inside) >= min(200, 0.3 * total):
            return _without_links(inside)
    return _without_links(_cropped(found))


def _without_links(found: list[Found]) -> list[Found]:
    """Without blocks that are little more than links: menus, lists of other articles, « Lire la suite »."""
    kept = [
        b
        for b in found
        if b.kind in ("heading", "title") or b.linked <= 0.6 * len(b.text) or b.linked < 0.9 * len(b.text) > LONG
    ]
    return [b for b in kept if wording.fold(b.text) not in wording.words("navigation")]


def _cropped(found: list[Found]) -> list[Found]:
    long = [i for i, b in enumerate(found) if len(b.text) >= LONG and b.linked <= 0.3 * len(b.text)]
    if not long:
        return found
    top = next((i for i, b in enumerate(found) if b.kind == "heading" and b.level == 1 and i <= long[0]), None)
    first = (
        top
        if top is not None
        else next(
            (
                i
                for i in range(long[0], max(long[0] - 4, -1), -1)
                if i == 0 or found[i - 1].linked > 0.5 * len(found[i - 1].text)
            ),
            max(long[0] - 3, 0),
        )
    )
    return found[first : long[-1] + 1]


def _assemble(name: str, found: list[Found], stated: dict[Meta, str]) -> Source:
    """Lines of the raw text: what the page says of itself where the article does not, then the article."""
    article = {wording.fold(block.text) for block in found[:12]}
    has_title = any(b.kind == "heading" and b.level == 1 for b in found)
    front: list[tuple[Meta, str]] = []
    order: tuple[Meta, ...] = ("title", "author", "date", "publisher")
    for key in order:
        value = stated.get(key)
        if value is not None and not (_is_known(key, found, titled=has_title) or wording.fold(value) in article):
            front.append((key, value))
    lines: list[str] = []
    blocks: list[Block] = []
    spans: dict[Meta, tuple[str, int, int]] = {}
    position, owner = 0, wording.fold(stated.get("publisher", ""))
    for meta, kind, level, text in _rows(front, found):
        lines.append(text)
        end = position + len(text)
        blocks.append(Block(position, end, kind, level))
        if meta is not None:
            spans.setdefault(meta, (stated.get(meta, text) if meta != "title" else text, position, end))
        if wording.fold(text) == owner:  # "Basin Fund", the heading of the fund's own page
            spans.setdefault("publisher", (text, position, end))
        position = end + 2
    if "language" in stated:
        spans["language"] = (stated["language"], 0, 0)
    return Source(name, "html", "\n\n".join(lines), tuple(blocks), spans)


def _is_known(key: Meta, found: list[Found], *, titled: bool) -> bool:
    """Whether the article itself says what a meta element says: its title as a heading, its date at the top."""
    if key == "title":
        return titled
    return key == "date" and any(date_pattern().search(block.text[:120].lower()) for block in found[:6])


def _rows(front: list[tuple[Meta, str]], found: list[Found]) -> Iterable[tuple[Meta | None, BlockKind, int, str]]:
    titled = any(key == "title" for key, _ in front)
    for key, value in front:
        yield key, "title" if key == "title" else "frontmatter", 0, value
    for block in found:
        is_title = not titled and block.kind == "heading" and block.level == 1
        titled = titled or is_title
        yield ("title" if is_title else None), ("title" if is_title else block.kind), block.level, block.text
