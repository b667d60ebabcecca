"""Since and until when, by what is apposed to a name behind a verb: "replaced Mr. Roy, Chair in 2024", « , en poste de
2018 à 2021 », « , titulaire du mandat de 2017 à 2023 ».
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extract.framing.holders import functions
from extract.framing.terms import term
from extract.mentions.dates import Date
from extract.syntax.clauses import Clause
from extract.syntax.rows import Row
from ontology.lexicon import data


def of_posts(row: Row, clause: Clause) -> Iterator[Date]:
    """ "replaced Mr. Roy, Chair in 2024, who": the date of the post in apposition."""
    inside = False
    for k in range(clause.index + 1, min(clause.end, len(row.items))):
        inside = _apposes(row, k) or (inside and row.kind(k) != ",")
        if inside and row.kind(k) == "T":
            yield row.items[k].data


def apposed_term(row: Row, clause: Clause) -> Mapping[str, str]:
    """From when to when, by the post in apposition behind the verb."""
    posts = [k for k in range(clause.index + 1, len(row.items)) if _apposes(row, k)]
    return next((found for k in posts if (found := term(row, k))), {})


def _apposes(row: Row, index: int) -> bool:
    """Does ", Director", ", in office", « , en poste » stand at ``index``, and tell of who is named before?"""
    post = row.kind(index - 1) == "," and _is_post(row, index)
    return post or (row.kind(index - 2) in (",", "E") and in_function(row, index - 1)) or _of_bearer(row, index)


def _of_bearer(row: Row, index: int) -> bool:
    """« M. Roy, titulaire du [mandat] de 2017 à 2023 », "holder of the [mandate] from 2017"."""
    if row.kind(index) != "N" or row.items[index].readings.get("N") not in functions():
        return False
    of = row.back(index, "D")
    bearers = data("words")[row.language]["bearers"]
    return row.kind(of) == "P" and row.kind(of - 1) == "W" and row.items[of - 1].word in bearers


def _is_post(row: Row, index: int) -> bool:
    return row.kind(index) == "Q" or (row.kind(index) == "E" and row.items[index].data.type == "Office")


def in_function(row: Row, index: int) -> bool:
    """ "in office", « en fonctions », « en poste » at ``index``."""
    led = row.kind(index) == "P" and row.items[index].data == "in"
    return led and row.kind(index + 1) != "" and row.items[index + 1].readings.get("N") in functions()
