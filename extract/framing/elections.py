"""One verb, several people and posts: "elected Mr. Ruiz (Peru) as Chair and Ms. Khalil (Egypt) as Vice-Chair"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.syntax.clauses import Clause
from extract.syntax.phrases import Phrase
from extract.syntax.rows import Row
from ontology.lexicon import verb_set


def every(row: Row, clause: Clause) -> Iterator[Clause]:
    """``clause``, those that leave out its verb, and, where it chooses or has, one for each further person and post."""
    seats = verb_set("choosing") | verb_set("seating")
    further = [*_further(row, clause)] if set(clause.verb.data.lemmas) & seats else []
    if further and not clause.dates:
        clause.dates = row.dates_at(further[-1][1].end)
    yield clause
    yield from clause.elided
    for person, post in further:
        if clause.verb.data.passive:
            yield replace(clause, subject=person, object=post, second=None, slots={}, end=post.end)
        else:
            yield replace(clause, object=person, second=post, slots={}, end=post.end)


def _further(row: Row, clause: Clause) -> Iterator[tuple[Phrase, Phrase]]:
    index = clause.end
    while (found := row.chosen(index)) is not None:
        yield found
        index = found[1].end
