"""Posts right behind the name of whoever is elected, or behind "as": « a élu Mme Diop (Mali) présidente et M. Roy
trésorier », "designated Ms. Diop as rapporteur".
"""

from __future__ import annotations

import re
from collections.abc import Collection

from extract.mentions.heads import begins_seat

_CHOSEN = re.compile(r"(?<!\w)(?:re)?(?:elu|nomme|designe|designat|elect|appoint|nam)(?:e?s?|ed|ent)?(?!\w)")
_AS = re.compile(
    r" (?:as|to the posts? of|comme|en qualite de|en tant que|aux? postes? de|(?:aux|a la) fonctions? de)$"
)


def follows_elected(text: str, folded: str, low: int, start: int, people: Collection[int], language: str) -> bool:
    """Does a seat of a body stand at ``start`` right behind a person whom the sentence, from ``low`` on, elects, or
    behind "as"? ``people``: where the names of people end.
    """
    if text[start - 1 : start] != " " or not begins_seat(f"{folded[start : start + 40]} ", language):
        return False
    led = _AS.search(folded, low, start - 1)
    end = start - 1 if led is None else led.start()
    if text[end - 1 : end] == ")":
        end = text.rfind("(", low, end) - 1
    return end in people and _CHOSEN.search(folded, low, end) is not None
