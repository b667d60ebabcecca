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
    for entry in entries:
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
    return found


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
    if not entry.symbol:
        return f"another file is called {entry.name} too; this one is listed as {claim.label}."
    if claim.label == entry.id:
        return f"{first.source} is {entry.id} too; this file was added as its version in {entry.languages}."
    return (
        f"{first.source} is {entry.id} too, in the same language; both are kept, this one is listed as {claim.label}."
    )
