"""The language of a passage, by its short frequent words."""

from __future__ import annotations

from extract import labels, wording
from extract.document import Language

SAMPLE = 80  # words
FEW = 8  # words
LINE = 160  # characters of a line with a label
_ACCENTS = frozenset("éèêçàâîôû")  # of small words: « Coût prévu », not "Émile"
OWN: tuple[Language, ...] = ("en", "fr")


def _words(text: str) -> list[str]:
    found = text[: SAMPLE * 12].replace("’", " ").replace("'", " ").split()[:SAMPLE]
    small = [word for word in found if not (len(word) > 1 and word.isupper())]  # "UN Envoy visits Chad": not « un »
    return [word.lower() for word in (small if 2 * len(small) > len(found) else found)]


def find_language(text: str) -> Language | None:
    """'en' or 'fr' where the words of ``text`` tell, None where they tell nothing (names, dates, numbers)."""
    return _weighed(text)[0]


def _weighed(text: str) -> tuple[Language | None, bool]:
    """The language that the words tell, and whether by no more than one of a few: « Espoir pour Tous (Burundi) »."""
    labelled = _label_language(text)
    if labelled is not None:
        return labelled, False
    words = _words(text)
    english, french = (sum(map(wording.stop_words()[code].__contains__, words)) for code in OWN)
    weak = abs(english - french) < 2 and len(words) <= FEW
    if english == french:
        return None, weak
    return "en" if english > french else "fr", weak


def _label_language(text: str) -> Language | None:
    """The language of a line with a label that only one of them knows: "Partners: La Strada" is English."""
    label = labels.label_of(text, 0, len(text)) if len(text) <= LINE else None
    known = [language for language in OWN if label is not None and labels.is_known(label, language)]
    return known[0] if len(known) == 1 else None


def find_other_language(text: str) -> str | None:
    """English name of the language of ``text`` where it is clearly neither English nor French, else None."""
    words = _words(text)
    if len(words) < 5:
        return _other_script(text)
    stop = wording.stop_words()
    own = max(sum(map(stop[code].__contains__, words)) for code in OWN)
    if own > 0.28 * len(words):
        return None
    scores = {name: sum(map(listed.__contains__, words)) for name, listed in stop.items() if name not in OWN}
    name = max(scores, key=lambda key: (scores[key], key))
    if len(words) >= 8 and scores[name] >= 4 and scores[name] >= 1.4 * own and scores[name] >= 0.2 * len(words):
        return name
    return _other_script(text)


def _other_script(text: str) -> str | None:
    sample = text[:400]
    if not sample or max(sample) < "\u0370":
        return None
    letters = sum(map(str.isalpha, sample))
    for name, letter in wording.other_scripts().items():
        if len(letter.findall(sample)) > letters / 3:
            return name
    return None


def languages(texts: list[str], stated: str = "") -> list[Language]:
    """The language of each of the blocks of a text: what its words tell, else that of the block before or after;
    where no words tell, the one that the markup states, else that of months and heads of tables, else English. One word
    among a few ("Médecins sans Frontières" in an English list) tells nothing between blocks of one language.
    """
    told = _settled([_weighed(text) for text in texts])
    first = next((language for language in told if language is not None), None)
    if first is None:
        first = "fr" if stated == "fr" or (not stated and _labelled_in_french(texts)) else "en"
    out: list[Language] = []
    for language in told:
        first = language if language is not None else first
        out.append(first)
    return out


def _labelled_in_french(texts: list[str]) -> bool:
    """« Opération ; Pays ; Date » / « Aube ; Soudan ; mars 2017 »: a table or card with no word that links others."""
    words = [word.strip(",.:;()") for text in texts for word in _words(text)]
    english, french = (wording.words("table_heads", code).union(wording.words("months", code)) for code in OWN)
    accented = sum(word[:1].islower() and not _ACCENTS.isdisjoint(word) for text in texts for word in text.split())
    told = sum(map((french - english).__contains__, words)) + accented
    return told > sum(map((english - french).__contains__, words))


def _settled(told: list[tuple[Language | None, bool]]) -> list[Language | None]:
    sure = [None if weak else language for language, weak in told]
    before = _last_known(sure)
    after = _last_known(sure[::-1])[::-1]
    return [
        before[k] if weak and before[k] == after[k] and before[k] is not None else language
        for k, (language, weak) in enumerate(told)
    ]


def _last_known(told: list[Language | None]) -> list[Language | None]:
    out: list[Language | None] = []
    for language in told:
        out.append(language if language is not None or not out else out[-1])
    return out


def runs(texts: list[str], told: list[Language]) -> list[tuple[int, int, Language]]:
    """Language versions: (first block, end, language) of runs that are long enough to be a text of their own."""
    weights = [len(text) for text in texts]
    least = max(240, sum(weights) // 12)
    out = _merged([(i, i + 1, language, weights[i]) for i, language in enumerate(told)])
    threshold = 30
    while len(out) > 1 and threshold < 2 * least:
        out = _absorbed(out, min(threshold, least))
        threshold *= 2
    return [(first, end, language) for first, end, language, _ in out]


_Run = tuple[int, int, Language, int]


def _absorbed(parts: list[_Run], least: int) -> list[_Run]:
    """Runs shorter than ``least`` characters go to the run before, or at the top to the one after."""
    anchor = next((part[2] for part in parts if part[3] >= least), None)
    if anchor is None:
        return parts
    out: list[_Run] = []
    for first, end, language, weight in parts:
        anchor = language if weight >= least else anchor
        out.append((first, end, anchor, weight))
    return _merged(out)


def _merged(parts: list[_Run]) -> list[_Run]:
    out: list[_Run] = []
    for first, end, language, weight in parts:
        if out and out[-1][2] == language:
            out[-1] = (out[-1][0], end, language, out[-1][3] + weight)
        else:
            out.append((first, end, language, weight))
    return out
