"""Names of those who give or are given money, or who train people, that no list and no head noun tells, by where they
stand.

"Tiruppur Textile Mills donated 20,000 euros to the Suva Night Kitchen", « a versé 30 000 dollars à Sauti ya Wanawake »,
"Stichting Tolkbrug trained 37 interpreters".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from extract.mentions.heads import table
from ontology.alternatives import any_of
from ontology.fold import fold
from ontology.lexicon import LANGUAGES, data, verb_forms

_WORD = r"[A-ZÀ-ÖØ-Ý][^\W_]*(?:[-’'.][^\W_]+)*(?:s[’'](?= ))?"
_LINK = r"(?:(?:of|for|against|and|&|de|du|des|del|la|el|al|ya|wa|sans|pour|y) ){0,2}"
_RUN = rf"(?:(?!(?:The|La|Le|Les|In|En|On|At|Of) )(?P<name>{_WORD}(?: {_LINK}{_WORD}){{1,5}}))"
_ARTICLE = r"(?:the |The |la |La |le |Le |les |l['’]|L['’])?"
_END = (
    r"(?=[,.;:)]|$| (?:in|on|for|to|and|as|at|during|over|with|by|from|through|towards"
    r"|en|pour|et|le|au|aux|à|dans|par|lors|afin|sur|durant|pendant)\b)"
)
_VERBS = ("give", "fund", "receive")
_OWNED = re.compile(r"(?:[’']s|s[’']) ")
_NUMBER = re.compile(r"(?<!\w)(?!(?:19|20)\d\d(?!\d))\d")  # no year
_TELLING = 3  # words of a name that may all be words that nobody knows: two may be a person
_LED = re.compile(r"(?: (?:of|for|de|du|des|del)| d[’']) ?$")  # "Trésor de Canberra", and not "However Norway"
Span = tuple[int, int]


def find(
    text: str, start: int, end: int, places: Sequence[Span], taken: Sequence[Span], is_word: Callable[[str], bool],
    language: str,
) -> Iterator[Span]:  # fmt: skip
    """Such names in ``text[start:end]``: they may hold ``places``, and touch nothing else that is ``taken``."""
    if _money(language).search(text, start, end) is not None:
        patterns = [_giving(language, _VERBS), _BEHIND[language]]
    elif _NUMBER.search(text, start, end) is not None:
        patterns = [_giving(language, ("train",))]
    else:
        return
    for pattern in patterns:
        for match in pattern.finditer(text, start, end):
            span = match.span("name")
            inside = [place for place in places if place[0] < span[1] and span[0] < place[1]]
            others = [other for other in taken if other not in places and other[0] < span[1] and span[0] < other[1]]
            ends = [place for place in inside if place[1] == span[1] and not _LED.search(text, span[0], place[0])]
            if not others and not ends and _is_name(match["name"], is_word, language):
                yield span


def _is_name(name: str, is_word: Callable[[str], bool], language: str) -> bool:
    """No "Jane Roe", no "However Norway"; "Beza House", "Sauti ya Wanawake", "Casa Abierta"."""
    parts = [fold(part) for part in name.split(" ")]
    if not table(language).stop.isdisjoint(parts[:1]):
        return False
    owned = _OWNED.search(name) is not None  # "Stella's Voice"
    return owned or len(parts) >= _TELLING or parts[0] in data("heads")["foreign"] or any(map(is_word, parts))


_BEHIND = {
    "en": re.compile(rf"(?<= )(?:to|from|by|for) {_ARTICLE}{_RUN}{_END}"),
    "fr": re.compile(rf"(?<= )(?:(?:à|par|pour|de) {_ARTICLE}|(?:au|du|aux|des) |d['’]){_RUN}{_END}"),
}


@cache
def _giving(language: str, verbs_of: tuple[str, ...]) -> re.Pattern[str]:
    """A name right before a verb of counting.yaml's lists ``verbs_of``, an aside between commas apart."""
    lemmas = {lemma for name in verbs_of for lemma in data("counting")[language][name]}
    told = ("past", "pp") if language == "en" else ("pp", "pres")
    known = verb_forms(language)
    forms = {form for lemma in lemmas for form, name in known.get(lemma, ()) if name in told}
    led = "(?:has |have |had )?" if language == "en" else r"(?:(?:lui |leur |y )?(?:a |ont |avait |avaient ))?"
    verbs = any_of(forms)
    aside = r"(?:,? (?:which|who|qui)|, [^,;]{3,80},)?"  # "Casa Lucero of Peru, which received $80,000"
    return re.compile(rf"(?<![\w’'-]){_ARTICLE}{_RUN}{aside} {led}(?:{verbs})\b")


@cache
def _money(language: str) -> re.Pattern[str]:
    """A number with a sign or a word for money."""
    content = data("quantities")
    signs = any_of(content["common"]["before"])
    names = {name for code in LANGUAGES for listed in content[code]["money"].values() for name in listed}
    words = any_of(names)
    scales = any_of(content[language]["scales"])
    return re.compile(rf"(?:{signs})\s?\d|\d(?:\s(?:{scales}))?\s(?:de\s|d[’'])?(?:{words})(?!\w)")
