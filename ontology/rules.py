"""The rules of reasoning (rules/*.rq): those of OWL 2 RL that the ontology calls for, each under its name there.

A rule is a SPARQL CONSTRUCT of one triple out of a group of plain triple patterns, so that any engine can run it and
so that what it concludes can be traced to what it concludes it from. A contradiction is a SELECT of the same kind of
group: no sound graph has a match for it. The header says what it is of and, in both languages, what it says.

Tables 4 to 9 of https://www.w3.org/TR/owl2-profiles/#Reasoning_in_OWL_2_RL_and_RDF_Graphs_using_Rules
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast, get_args

from ontology.vocabulary import VocabularyError

FOLDER = Path(__file__).parent / "rules"
Of = Literal["schema", "data", "contradiction"]
Pattern = tuple[str, str, str]  # terms in SPARQL: '?x', '<http://…>'
_HEADER = re.compile(r"# (of|says \((?:en|fr)\)): (.+)")
_PREFIX = re.compile(r"PREFIX (\w+:) <([^<>]+)>")
_FORM = re.compile(
    r"(?:CONSTRUCT \{ (?P<head>[^{}]+) \}|SELECT \*)\nWHERE \{ (?P<body>[^{}]+?)(?P<filter> FILTER\(.+\))? \}\Z"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One file. ``head`` is None for a contradiction."""

    name: str  # as in OWL 2 RL: 'prp-inv1'
    of: Of  # schema: classes and properties alone; data: what is said with them
    says: Mapping[str, str]  # language -> sentence
    head: Pattern | None
    body: tuple[Pattern, ...]
    filter: str = ""  # ' FILTER(…)', of contradictions alone: what a rule concludes is traced to triples

    @property
    def variables(self) -> tuple[str, ...]:
        """The variables of the body, '?x', in the order in which they come."""
        return tuple(dict.fromkeys(term for pattern in self.body for term in pattern if term.startswith("?")))

    @property
    def group(self) -> str:
        """The body as SPARQL, without its braces."""
        return " . ".join(map(" ".join, self.body)) + self.filter

    @property
    def update(self) -> str:
        """The rule as a SPARQL update that adds what it concludes. Raises ValueError for a contradiction."""
        if self.head is None:
            raise ValueError(f"{self.name} concludes nothing")
        return f"INSERT {{ {' '.join(self.head)} }} WHERE {{ {self.group} }}"


@cache
def rules(of: Of) -> tuple[Rule, ...]:
    """The rules of one sort, in the order of their names. Raises VocabularyError where a file is no rule."""
    return tuple(rule for rule in load_rules() if rule.of == of)


def load_rules(*, folder: Path = FOLDER) -> tuple[Rule, ...]:
    """All rules of ``folder``, read anew; raises VocabularyError where a file is no rule."""
    return tuple(parse(path.stem, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.rq")))


def parse(name: str, text: str) -> Rule:
    """The rule in ``text``, the content of a file; raises VocabularyError where it is none."""
    header = dict(_HEADER.findall(text))
    form = _FORM.search(text.rstrip())
    if form is None or header.get("of") not in get_args(Of) or len(header) != 3:
        raise VocabularyError(
            f"rules/{name}.rq", "the file", "must be a header (of, says in both languages) and a rule"
        )
    prefixes = dict(_PREFIX.findall(text))
    head = None if form["head"] is None else _patterns(name, form["head"], prefixes)[0]
    if (head is None) != (header["of"] == "contradiction") or (head is not None and form["filter"] is not None):
        raise VocabularyError(
            f"rules/{name}.rq", "of", "a contradiction is a SELECT, which may have a filter, and nothing else is"
        )
    says = {language: header[f"says ({language})"] for language in ("en", "fr")}
    body = _patterns(name, form["body"], prefixes)
    return Rule(name, cast(Of, header["of"]), says, head, body, form["filter"] or "")


def _patterns(name: str, group: str, prefixes: Mapping[str, str]) -> tuple[Pattern, ...]:
    return tuple(_pattern(name, text.split(), prefixes) for text in re.split(r"\s\.\s", group))


def _pattern(name: str, terms: list[str], prefixes: Mapping[str, str]) -> Pattern:
    if len(terms) != 3:
        raise VocabularyError(f"rules/{name}.rq", " ".join(terms), "is no triple pattern")
    return cast(Pattern, tuple(term if term.startswith("?") else _iri(name, term, prefixes) for term in terms))


def _iri(name: str, term: str, prefixes: Mapping[str, str]) -> str:
    prefix, colon, local = term.partition(":")
    if prefix + colon not in prefixes:
        raise VocabularyError(f"rules/{name}.rq", term, "has no prefix that the file declares")
    return f"<{prefixes[prefix + colon]}{local}>"
