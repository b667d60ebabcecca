"""RDF terms as N-Quads text, escaped as the engine itself escapes them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from graph.iris import XSD

_SHORT = {8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r", 34: '\\"', 92: "\\\\"}
_ESCAPES = {
    **{code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F, 0xFFFE, 0xFFFF)},
    **dict.fromkeys(range(55296, 57344), "�"),  # half a surrogate pair is no character and has no UTF-8
    **_SHORT,
}
_SPECIAL = re.compile('[\x00-\x1f"\\\\\x7f\ud800-\udfff\ufffe\uffff]')
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_DATE_TYPES = {4: "gYear", 7: "gYearMonth", 10: "date"}
_WORD = re.compile(r"[^\W\d_]*[^\W\d_A-Z][^\W\d_]*")  # letters, not all of them capitals: 'States', not 'USD'
_INTEGER_LIMIT = 2**63  # beyond these the engine would no longer compare by value
_DECIMAL_LIMIT = Decimal(10) ** 18


def iri(value: str) -> str:
    """``<value>``; the caller minted it, so that it holds no character that an IRI may not."""
    return f"<{value}>"


def escape(text: str) -> str:
    """``text`` as it stands between the quotation marks of a literal; half surrogates become U+FFFD."""
    return text.translate(_ESCAPES) if _SPECIAL.search(text) else text


def literal(text: str, language: str | None = None) -> str:
    """A plain literal, or one in ``language`` ('en', 'fr')."""
    return f'"{escape(text)}"' if language is None else f'"{escape(text)}"@{language}'


def typed(lexical: str, datatype: str) -> str:
    """A literal of the XML Schema type with local name ``datatype``; ``lexical`` in its canonical form."""
    return f'"{lexical}"^^<{XSD}{datatype}>'


def integer(value: int) -> str:
    """An xsd:integer."""
    return f'"{value}"^^<{XSD}integer>'


@lru_cache(maxsize=4096)
def when(value: str) -> str:
    """A year, month or day typed by its precision; a period ('2017/2020') or what is no date, as plain text."""
    match = _DATE.fullmatch(value)
    if match is None or not value.isascii():
        return literal(value)
    year, month, day = match.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:  # '2018-02-30', '0000'
        return literal(value)
    return typed(value, _DATE_TYPES[len(value)])


def number(value: int | float | str) -> str:
    """An xsd:integer or xsd:decimal in canonical form; text that is no number, as it is.

    7000.0 and 7000 are the same number and give the same literal.
    """
    try:
        exact = Decimal(str(value))
    except InvalidOperation:
        return literal(str(value))
    if not exact.is_finite() or abs(exact) >= _DECIMAL_LIMIT:
        return literal(str(value))
    if exact == exact.to_integral_value():
        return integer(int(exact))
    return typed(f"{exact.normalize():f}", "decimal")


def words(text: str, language: str) -> str:
    """Words of the source, in ``language``; codes and figures ('USD', '2017-2020', '%') belong to no language."""
    match = max(_WORD.findall(text), key=len, default="")
    return literal(text, language if len(match) > 2 else None)
