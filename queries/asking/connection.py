"""How two things are connected: the shortest chain of facts, or the sentences that name both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from queries.asking import explain
from queries.asking.answer import Answer, Outcome
from queries.asking.names import Name
from queries.asking.shortened import longer
from queries.asking.words import Vocabulary
from queries.catalogue import require
from queries.values import Evidence, Node

if TYPE_CHECKING:
    from graph.store import Store

_CLOSE = 2  # facts: a longer chain tells less than a sentence that names both


def path(store: Store, vocabulary: Vocabulary, named: Sequence[Name], base: Outcome) -> Outcome:
    """The outcome of "how is X related to Y" for the two ``named``, or for the longer names that they are short for."""
    outcome = _path(store, named, base)
    if outcome.answers:
        return outcome
    meant = [longer(store, vocabulary, name) or name for name in named]
    pairs = zip(named, meant, strict=True)
    notes = [(o.text, explain.labels(store, [m], base.language)[0]) for o, m in pairs if m is not o]
    noted = replace(base, notes=(*base.notes, *explain.mended(base.language, tuple(notes))))
    again = _path(store, meant, noted) if notes else outcome
    return again if again.answers else outcome


def _path(store: Store, named: Sequence[Name], base: Outcome) -> Outcome:
    """The shortest chain of facts between the two ``named``, else sentences that name both."""
    from graph.paths import chains, in_store
    from queries.rows import fact_labels

    say = explain.words(base.language)
    ends = explain.labels(store, named, base.language)
    found = chains(in_store(store), named[0].iris, named[1].iris, 1)
    if not found or len(found[0]) > _CLOSE:
        beside = _named_together(store, named, base)
        if beside is not None:
            return beside
    if not found:
        return replace(base, mode="path", missing=say["no_path"].format(*ends))
    facts = [min(hop, key=lambda step: _telling(step.fact)).fact for hop in found[0]]
    facts = list(dict.fromkeys(facts))
    labels = fact_labels(store, facts, base.language)
    answers = tuple(Answer(Node(f, labels[f]), (), _evidence(store, f, base.language)) for f in facts)
    understood = say["path_one"].format(*ends) if len(facts) == 1 else say["path"].format(len(facts), *ends)
    return replace(base, answers=answers, mode="path", understood=(understood,))


def _telling(fact: str) -> tuple[int, str]:
    """The rank of a fact among those that join the same two: the kinds that say most come first in their list."""
    from graph.iris import FACT
    from ontology.kinds import kinds

    return list(kinds()).index(fact.removeprefix(FACT).partition("/")[0]), fact


def _named_together(store: Store, named: Sequence[Name], base: Outcome) -> Outcome | None:
    """The sentences that name both; None where none does."""
    from queries.rows import gathered, restricted

    query = require("mentions")
    others = ", ".join(f"<{iri}>" for iri in named[1].iris)
    text = restricted(query.text, {"entity": named[0].iris})
    test = f"  ?sentence schema:mentions ?beside . FILTER(?beside IN ({others}))\n"
    text = f"{text[: text.rindex('}')]}{test}}}{text[text.rindex('}') + 1 :]}"
    rows = gathered(store, query, store.select(text), language=base.language)
    if not rows:
        return None
    evidence = tuple(dict.fromkeys(e for row in rows for e in row.evidence))
    ends = explain.labels(store, named, base.language)
    marks = explain.names_of(store, named)
    answer = Answer(rows[0].values["entity"], (), evidence, tuple(rows))
    understood = explain.words(base.language)["together"].format(*ends)
    return replace(
        base, answers=(answer,), mode="path", query="mentions", sparql=text, understood=(understood,), marks=marks
    )


def _evidence(store: Store, fact: str, language: str) -> tuple[Evidence, ...]:
    from graph.iris import FACT
    from queries.resolve import Filters
    from queries.rows import select

    query = require(fact.removeprefix(FACT).partition("/")[0])
    text = query.text.replace("?fact a ", f"VALUES ?fact {{ <{fact}> }} ?fact a ", 1)
    rows = select(store, replace(query, text=text), Filters({}, {}), language=language)
    return tuple(e for row in rows for e in row.evidence)
