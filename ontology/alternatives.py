"""Phrases with alternatives, as the lexicon writes them: "(can|could) you (please|) tell me" is four."""

from __future__ import annotations

import re
from itertools import product

_GROUP = re.compile(r"\(([^()]*)\)")


def spelled_out(phrase: str) -> list[str]:
    """Every phrase that one with alternatives stands for, in order: 'host (city|)' -> 'host city', 'host'."""
    parts = _GROUP.split(phrase)
    if len(parts) == 1:
        return [phrase]
    options = [part.split("|") if at % 2 else [part] for at, part in enumerate(parts)]
    return list(dict.fromkeys(" ".join("".join(chosen).split()) for chosen in product(*options)))
