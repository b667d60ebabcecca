"""The years of a sentence that may be that of a theme: not the one in which the day was set up."""

from __future__ import annotations

import re
from functools import cache

from ontology.alternatives import any_folded
from ontology.fold import fold
from ontology.lexicon import verb_forms, verb_set

YEAR = re.compile(r"(?<![\d/(])(?:19|20)\d\d(?![\d/])")
_BEFORE = 60  # characters


def told_years(text: str, start: int, end: int, theme: tuple[int, int], language: str) -> list[tuple[int, str]]:
    """Where the years of ``text[start:end]`` stand, outside the ``theme``; those of « la Journée, instituée en 2016 par
    l'Assemblée, a été célébrée le 30 juillet 2025 » without 2016.
    """
    found = [(m.start(), m.group()) for m in YEAR.finditer(text, start, end) if not theme[0] <= m.start() < theme[1]]
    later = [one for one in found if not _founded(language).search(fold(text[max(start, one[0] - _BEFORE) : one[0]]))]
    return later or found


@cache
def _founded(language: str) -> re.Pattern[str]:
    known = verb_forms(language)
    forms = {form for lemma in verb_set("founding") & known.keys() for form, name in known[lemma] if name == "pp"}
    return re.compile(rf"(?<!\w)(?:{any_folded(forms)})(?!\w)[^,;:.]*$")
