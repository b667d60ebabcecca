"""Reads a SPARQL query token by token before the engine sees it, and refuses what must not run.

The engine follows SERVICE to any address, dies of some two thousand nested braces, and plans a group of two hundred
patterns for half a minute. A regular expression over the raw text would be fooled by comments, strings and IRIs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from graph.errors import QueryInvalid, QueryRefused
from graph.iris import GRAPH, PREFIXES

Form = Literal["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"]
MAX_LENGTH = 100_000  # characters
MAX_DEPTH = 100  # nested braces, parentheses and brackets
MAX_PATTERNS = 150  # triple patterns and subgroups in one group

_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD"})
_GRAMMAR = r"""
    (?P<space>    \s+ | \#[^\n\r]* )
  | (?P<string>   \"\"\" (?: [^"\\] | \\. | \"{1,2}(?!\") )* \"\"\" | ''' (?: [^'\\] | \\. | '{1,2}(?!') )* '''
                | \"(?!\"\") (?: [^"\\\n\r] | \\. )* \" | '(?!'') (?: [^'\\\n\r] | \\. )* ' )
  | (?P<iri>      < [^<>"{}|^`\x00-\x20]* > )
  | (?P<variable> [?$] \w+ )
  | (?P<language> @ [A-Za-z]+ (?: - [A-Za-z0-9]+ )* )
  | (?P<name>     (?: [^\W\d_] [\w.\-·]{0,80} )? : (?: [\w.:·\-] | %[0-9A-Fa-f]{2} | \\[_~.\-!$&'()*+,;=/?\#@%] )*
                | _: [\w.\-·]+ )
  | (?P<keyword>  [A-Za-z] [A-Za-z0-9_]* )
  | (?P<number>   [+-]? (?: \d+ (?: \.\d* )? | \.\d+ ) (?: [eE][+-]?\d+ )? )
  | (?P<mark>     \^\^ | && | \|\| | [<>!]= | [^\w\s\\"'] )
"""


@dataclass(frozen=True, slots=True)
class Token:
    """A token with the kind that the tokenizer gave it: its text, and where it starts in the query."""

    kind: str
    text: str
    start: int

    @property
    def keyword(self) -> str:
        """The keyword in capitals; '' for any other token."""
        return self.text.upper() if self.kind == "keyword" else ""


@dataclass(frozen=True, slots=True)
class Query:
    """A query that may run."""

    text: str
    form: Form


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_GRAMMAR, re.VERBOSE | re.DOTALL)


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a query without white space and comments.

    Raises QueryInvalid at a character that begins no token, an open string for example.
    """
    match, position = _pattern().match, 0
    while position < len(text):
        found = match(text, position)
        if found is None:
            raise QueryInvalid(_stray(text, position), *_place(text, position))
        kind = found.lastgroup or ""
        word = found[0]
        if kind == "name" and word.endswith("."):  # ':body.' is ':body' and the dot that ends the triple
            word = word.rstrip(".")
        if kind != "space":
            yield Token(kind, word, position)
        position += len(word)


def _stray(text: str, position: int) -> str:
    character = text[position]
    return "this string is not closed" if character in "\"'" else f"{character!r} cannot stand here"


def _place(text: str, position: int) -> tuple[int, int]:
    return text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)


def check(text: str) -> Query:
    """``text`` as a query that may run.

    Raises QueryRefused for updates, SERVICE, graphs that are not the store's in FROM, and queries that are too long,
    too deeply nested or have too many patterns in one group; QueryInvalid for what is no query.
    """
    if len(text) > MAX_LENGTH:
        raise QueryRefused(f"it is longer than {MAX_LENGTH:,} characters.")
    found = list(tokens(text))
    _refuse_keywords(found)
    prefixes = _prefixes(found, text)
    _check_size(found)
    _check_dataset(found, prefixes)
    return Query(text, _form(found))


def _refuse_keywords(found: list[Token]) -> None:
    for token in found:
        if token.keyword in _UPDATES:
            raise QueryRefused(f"{token.keyword} changes the graph, and SPARQL is only read here. Use SELECT, ASK, …")
        if token.keyword == "SERVICE":
            raise QueryRefused("SERVICE would ask another computer, and Palermo works offline. Leave that part out.")


def _form(found: list[Token]) -> Form:
    for token in found:
        if token.keyword in _FORMS:
            return cast(Form, token.keyword)
        if token.keyword not in ("", "PREFIX", "BASE"):
            raise QueryInvalid(f"{token.text!r} begins no query. Begin with SELECT, ASK, CONSTRUCT or DESCRIBE.")
    raise QueryInvalid("there is no SELECT, ASK, CONSTRUCT or DESCRIBE in it.")


def _prefixes(found: list[Token], text: str) -> dict[str, str]:
    """The prefixes that the query may use: ours, then its own. Raises QueryInvalid where it uses another."""
    prefixes = dict(PREFIXES)
    declared: set[int] = set()
    for index, token in enumerate(found[:-2]):
        name, address = found[index + 1], found[index + 2]
        if token.keyword == "PREFIX" and name.kind == "name" and address.kind == "iri":
            prefixes[name.text.removesuffix(":")] = address.text[1:-1]
            declared.add(index + 1)
    for index, token in enumerate(found):
        prefix = token.text.partition(":")[0]
        if token.kind == "name" and index not in declared and prefix not in prefixes and prefix != "_":
            known = ", ".join(f"{name}:" for name in sorted(PREFIXES))
            place = _place(text, token.start)
            raise QueryInvalid(f"the prefix {prefix}: is not declared. Known without declaring: {known}", *place)
    return prefixes


def _check_size(found: list[Token]) -> None:
    """Refuses deep nesting and large groups.

    A group's patterns are counted by the marks that part them: a dot, a semicolon or a comma that stands in no
    parentheses; so is each subgroup, since the engine plans them together.
    """
    open_marks: list[str] = []
    counts = [0]
    for token in found:
        mark = token.text if token.kind == "mark" else ""
        if mark in ("{", "(", "["):
            open_marks.append(mark)
            if mark == "{":
                counts[-1] += 1
                counts.append(1)
        elif mark in ("}", ")", "]") and open_marks:
            if open_marks.pop() == "{" and len(counts) > 1:
                counts.pop()
        elif mark in (".", ";", ",") and "(" not in open_marks[-1:]:
            counts[-1] += 1
        if len(open_marks) > MAX_DEPTH:
            raise QueryRefused(f"its braces and parentheses are nested more than {MAX_DEPTH} deep.")
        if counts[-1] > MAX_PATTERNS:
            raise QueryRefused(
                f"one of its groups has more than {MAX_PATTERNS} patterns. Split it into several queries."
            )


def _check_dataset(found: list[Token], prefixes: dict[str, str]) -> None:
    """Raises QueryRefused where FROM names what is no graph of the store."""
    for index, token in enumerate(found):
        if token.keyword != "FROM":
            continue
        following = [after for after in found[index + 1 : index + 3] if after.keyword != "NAMED"]
        address = _resolve(following[0], prefixes) if following else ""
        if not address.startswith(GRAPH):
            raise QueryRefused(f"FROM names {address or 'no graph'}, which is no graph of this store ({GRAPH}…).")


def _resolve(token: Token, prefixes: dict[str, str]) -> str:
    if token.kind == "iri":
        return token.text[1:-1]
    prefix, _, local = token.text.partition(":")
    return prefixes.get(prefix, "") + local if token.kind == "name" else ""
