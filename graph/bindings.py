"""Puts values for variables into a trusted SELECT query.

The engine's own ``substitutions=`` refuses a variable that is not projected, and a VALUES block makes rows out of
nothing where the variable is optional: a fact without a year would be listed under every year asked for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from graph.errors import QueryInvalid
from graph.guard import Token, tokens

_NAME = re.compile(r"\w+")


def bind(query: str, values: Mapping[str, object]) -> str:
    """``query`` restricted to rows in which each variable has the value given (a term, by its N-Triples text).

    A variable that every solution binds, as it stands in a triple pattern of the outermost group, is given with
    VALUES, from which the engine plans; any other is compared at the end of the group. Names that are no variable of
    the query raise QueryInvalid.
    """
    if len(values) == 0:
        return query
    found = list(tokens(query))
    start, end = _outer_group(found)
    certain = _certain(found, start, end)
    used = {token.text[1:] for token in found if token.kind == "variable"}
    before, after = [], []
    for name, value in sorted(values.items()):
        if name not in used or _NAME.fullmatch(name) is None:
            raise QueryInvalid(f"the query has no variable ?{name}.")
        if name in certain:
            before.append(f" VALUES ?{name} {{ {value} }}")
        else:
            after.append(f" FILTER(sameTerm(?{name}, {value}))")
    opening, closing = found[start].start + 1, found[end].start
    return query[:opening] + "".join(before) + query[opening:closing] + "".join(after) + " " + query[closing:]


def _outer_group(found: Sequence[Token]) -> tuple[int, int]:
    """Indexes of the first brace and of the one that closes it."""
    depth, start = 0, -1
    for index, token in enumerate(found):
        if token.kind == "mark" and token.text == "{":
            start = index if start == -1 else start
            depth += 1
        elif token.kind == "mark" and token.text == "}":
            depth -= 1
            if depth == 0:
                return start, index
    raise QueryInvalid("it has no group in braces.")


def _certain(found: Sequence[Token], start: int, end: int) -> set[str]:
    """Variables of triple patterns that stand in the outermost group itself, in no parentheses and no inner group."""
    depth = 0
    names = set()
    for token in found[start + 1 : end]:
        if token.kind == "mark" and token.text in ("{", "("):
            depth += 1
        elif token.kind == "mark" and token.text in ("}", ")"):
            depth -= 1
        elif token.kind == "variable" and depth == 0:
            names.add(token.text[1:])
    return names
