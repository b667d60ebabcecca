"""The report of `palermo validate`, for people, as JSON and as SHACL in Turtle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from graph.consistency import ReasonerMissing, check_with_hermit, contradictions, unplaced
from graph.iris import DOCUMENT_GRAPHS, ID
from graph.validation import Finding, findings, report
from queries.messages import messages
from queries.render import to_json
from queries.text import clean, wrap
from queries.why import short

if TYPE_CHECKING:
    from graph.store import Store

Form = Literal["text", "json", "turtle"]
_SHOWN = 10  # findings of one check on a page for people


@dataclass(frozen=True, slots=True)
class Report:
    """What was found; ``skipped`` says what could not be checked, '' where all was."""

    findings: tuple[Finding, ...]
    skipped: str = ""


def validate(store: Store, *, owl: bool) -> Report:
    """Checks the shapes and, with ``owl``, the contradictions: by the rules, then by the reasoner HermiT."""
    found = findings(store)
    if not owl:
        return Report(tuple(found))
    placed = contradictions(store)
    try:
        agrees = check_with_hermit(store) or len(placed) > 0
    except ReasonerMissing as error:
        return Report((*found, *placed), str(error))
    return Report((*found, *placed, *([] if agrees else [unplaced()])))


def to_text(store: Store, result: Report, *, form: Form, language: str, columns_wide: int) -> str:
    """The report in one of its forms."""
    if form == "turtle":
        return report(result.findings)
    if form == "json":
        return to_json(
            {
                "conforms": len(result.findings) == 0,
                "findings": [_data(finding, language) for finding in result.findings],
            }
        )
    return "".join(f"{line}\n" for line in _lines(store, result, language, columns_wide))


def _data(finding: Finding, language: str) -> dict[str, str]:
    return {
        "check": finding.check,
        "message": finding.message(language),
        "node": finding.focus.strip("<>"),
        "property": finding.path.strip("<>"),
        "value": finding.value,
        "graph": finding.graph,
    }


def _lines(store: Store, result: Report, language: str, columns_wide: int) -> Iterator[str]:
    words = messages(language)
    if len(result.findings) == 0:
        yield words["valid"]
        return
    for check, group in groupby(sorted(result.findings, key=lambda f: f.check), key=lambda f: f.check):
        found = list(group)
        yield from wrap(f"{found[0].message(language)} [{check}{words['colon']}{len(found)}]", columns_wide)
        yield from (f"  {line}" for finding in found[:_SHOWN] for line in _place(store, finding, language))
        if len(found) > _SHOWN:
            yield f"  {words['and_more'].format(len(found) - _SHOWN)}"
    yield words["not_valid_one" if len(result.findings) == 1 else "not_valid"].format(len(result.findings))


def _place(store: Store, finding: Finding, language: str) -> Iterable[str]:
    terms = [short(term) for term in (finding.focus, finding.path, finding.value) if term]
    document = ID + finding.graph.removeprefix(DOCUMENT_GRAPHS)
    if finding.graph.startswith(DOCUMENT_GRAPHS):
        terms.append(f"({store.labels([document], language)[document]})")
    return [clean(" ".join(terms))] if terms else []
