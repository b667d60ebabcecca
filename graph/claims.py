"""Which identity each document gets where several files claim the same: two languages or versions of one symbol."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from graph import iris
from graph.documents import Claim, Entry


def claims(entries: Sequence[Entry]) -> dict[str, Claim | None]:
    """By content hash, the identity of each document; None where it keeps its own.

    Depends on the set of documents alone, not on their order. Of the files that state one symbol the first, by language
    and file name, is the document; another language is '…~fr'; another version in the same language is '…~' and its
    file name. Files without a symbol that only share a file name are different documents, told apart by content.
    """
    rivals: defaultdict[str, list[Entry]] = defaultdict(list)
    pages = _same_pages(entries)
    for entry in entries:
        if entry.sha256 not in pages:
            rivals[entry.claimed].append(entry)
    found: dict[str, Claim | None] = {}
    for identifier, group in rivals.items():
        group.sort(key=lambda entry: (not entry.symbol, entry.languages, entry.name, entry.sha256))
        found[group[0].sha256] = None
        languages, keys = {group[0].languages}, set[str]()
        for entry in group[1:]:
            claim = _claim(identifier, entry, languages, keys)
            languages.add(entry.languages)
            keys.add(claim.key)
            found[entry.sha256] = claim
    for entry in entries:
        if entry.sha256 in pages:
            found[entry.sha256] = _beside(pages[entry.sha256], found[pages[entry.sha256].sha256], entry)
    return found


def _same_pages(entries: Sequence[Entry]) -> dict[str, Entry]:
    """By content hash, the first of the files that are one web page, or its translations, for all but that file.

    Two files are one page where they state the same address, and translations where each names the address of the
    other: a page that names the home page of its site as its French version is no translation of it.
    """
    stated = sorted((e for e in entries if e.url and not e.symbol), key=lambda e: (e.languages, e.name, e.sha256))
    found: dict[str, Entry] = {}
    for i, entry in enumerate(stated):
        for first in stated[:i]:
            tied = entry.url == first.url or (entry.url in first.translations and first.url in entry.translations)
            if tied:
                found[entry.sha256] = found.get(first.sha256, first)
                break
    return found


def _beside(first: Entry, claim: Claim | None, entry: Entry) -> Claim:
    """The identity of a file that is the same work as the document ``first``, whose own is ``claim``."""
    identifier = first.claimed if claim is None or claim.id is None else claim.id
    key = f"{iris.encode(identifier)}~{iris.encode(entry.name)}~{entry.sha256[:12]}"
    return Claim(key, entry.name if entry.name != identifier else f"{entry.name} ({entry.languages})", identifier)


def _claim(identifier: str, entry: Entry, languages: set[str], keys: set[str]) -> Claim:
    digest = entry.sha256[:12]
    if not entry.symbol:
        other = f"{identifier}-{digest}"
        return Claim(iris.encode(other), other, other)
    plain = iris.encode(identifier)
    if entry.languages not in languages:
        return Claim(f"{plain}~{entry.languages or 'und'}", identifier)
    named = f"{plain}~{iris.encode(entry.name)}"
    if named not in keys:
        return Claim(named, f"{identifier} ({entry.name})")
    return Claim(f"{named}~{digest}", f"{identifier} ({entry.name}, {digest})")


def warning(entry: Entry, claim: Claim, first: Entry) -> str:
    """What to tell people of a document that did not get the identity that it claims."""
    if entry.url and claim.id is not None and "~" in claim.key:
        return f"it is the same page as {first.source}, or a translation: what both state is one fact."
    if not entry.symbol:
        return f"another file is called {entry.name} too; this one is listed as {claim.label}."
    if claim.label == entry.id:
        return f"{first.source} is {entry.id} too; this file was added as its version in {entry.languages}."
    return (
        f"{first.source} is {entry.id} too, in the same language; both are kept, this one is listed as {claim.label}."
    )
