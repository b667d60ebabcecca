"""Lines above a title that are none: the body whose paper it is, its address, the office of who writes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from extract import wording
from extract.dates import date_pattern
from extract.headlines import verbs

LONGEST = 140  # characters
LONGEST_OFFICE = 6  # words
_TOWN = 3  # words
_MOTTO = 3  # words between two dashes
_ARTICLE = 4  # characters
_ARTICLES = ("un", "une", "des", "le", "la", "les", "l", "son", "sa", "ses")
_PLACED = re.compile(r"(?P<name>.{4,120}?) [–—-] (?P<place>[^–—-]{3,40})")
_ON = re.compile(r",? (?:on|in|le|en)$")  # "published by OHCHR on 3 February"


@cache
def _label() -> re.Pattern[str]:
    return re.compile(r"([^\W\d_][^:]{0,30}?)\s?:\s*(.*)", re.DOTALL)


def label_of(folded: str) -> str | None:
    """The label of a folded line 'Label: value', None where it has none."""
    match = _label().fullmatch(folded)
    return match.group(1) if match is not None else None


def is_letterhead(words: str) -> bool:
    """Whether a line names a body and says no more: 'UN THEMATIC GROUP ON HUMAN MOBILITY, ECUADOR'.

    Every word that is no preposition or article has a capital in English; in French the first word is what the body is.
    """
    bare = re.sub(r"\s*\([^()]{2,30}\)$", "", words.strip(" *"))
    if not 2 <= len(bare) <= LONGEST or re.search(r"[:;.!?]|\d{4}", bare) or bare[0].islower() or [*verbs(bare)]:
        return False
    placed = _PLACED.fullmatch(bare)
    if placed is not None and _is_place(placed["place"]):  # « GROUPE DE LA PROTECTION – TCHAD »
        bare = placed["name"]
    folded = wording.fold(bare)
    parts = re.findall(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*", folded)
    if not parts:
        return False
    if is_record(bare):
        return True
    if _is_told_of(bare):
        return False
    return _french_head(folded, bare) or (_all_capital(bare) and _english_head(parts))


def is_record(words: str) -> bool:
    """Whether ``words`` are a name of the authority files, or go on behind it: 'BALI PROCESS ON SMUGGLING'."""
    return any(start <= _ARTICLE and _goes_on(words[end:]) for start, end in _bodies(words))


def _bodies(words: str) -> Iterator[tuple[int, int]]:
    """Where names of organisations of the authority files stand in ``words``."""
    from extract.mentions.names import find
    from ontology.authority import records
    from ontology.fold import fold
    from ontology.types import is_a

    for start, end, record in find(words, fold(words)):
        if is_a(records()[record].type, "Organization"):
            yield start, end


def is_state(words: str) -> bool:
    """« RÉPUBLIQUE DU CAMEROUN », above the name of the body whose paper it is."""
    from extract.mentions.names import find
    from ontology.authority import records
    from ontology.fold import fold

    found = find(words, fold(words))
    return any((start, end) == (0, len(words)) and records()[one].type == "State" for start, end, one in found)


def is_motto(words: str) -> bool:
    """« Paix – Travail – Patrie », "Unity, Faith, Discipline": what stands below the name of a State."""
    parts = re.split(r"\s[–—*•-]\s|,\s|\s?[–—]\s?", words.strip(" *()"))
    short = all(part[:1].isupper() and len(part.split()) <= _MOTTO for part in parts)
    return 2 <= len(parts) <= _MOTTO + 1 and short


def _is_told_of(words: str) -> bool:
    """« Le Conseil de sécurité proroge le mandat du Groupe d'experts »: does a line go on in small letters behind the
    name of a body, with no preposition?
    """
    rests = (words[end:] for start, end in _bodies(words) if start <= _ARTICLE)
    firsts = (rest[1:].split(" ")[0] for rest in rests if rest.startswith(" "))
    return any(first[:1].islower() and (first == "se" or not _small(wording.fold(first))) for first in firsts)


def _small(word: str) -> bool:
    listed = wording.words("going_on") | wording.stop_words()["en"] | wording.stop_words()["fr"]
    return word in listed or word.startswith(("d'", "l'"))


def _is_place(words: str) -> bool:
    """'GENÈVE', 'SOUTHERN MALAWI': the name of a place or a State, with one more word at most."""
    from extract.mentions.names import find
    from ontology.authority import records
    from ontology.fold import fold
    from ontology.types import is_any

    return len(words.split()) <= _TOWN and any(
        end == len(words) and words[:start].count(" ") <= 1 and is_any(records()[record].type, ("Place", "State"))
        for start, end, record in find(words, fold(words))
    )


def _goes_on(rest: str) -> bool:
    """Whether nothing stands behind the name, or a preposition with words in capitals."""
    first = rest[1:].split(" ")[0]
    return not rest or rest[0] == " " and wording.fold(first) in wording.words("going_on") and _all_capital(rest)


def _is_only_french(head: str) -> bool:
    from extract.mentions.heads import is_head

    return is_head(head, "fr") and not is_head(head, "en")


def _french_head(folded: str, bare: str) -> bool:
    """« Bureau régional pour … », « Troisième Commission », « Le Haut-Commissariat … »."""
    words = re.sub(r"^(?:l'|le |la |les )", "", folded).split()
    listed = wording.words("letterheads")
    if len(words) == 2 and words[1] in listed:
        return True
    follows = len(words) > 1 and words[0] in listed and not _speaks(words)
    named = _has_french(words) or (_all_capital(bare) and _is_only_french(words[0]))  # « FONDATION TERRE FERME »
    return follows and words[0] not in wording.words("letterhead_offices") and named


def _speaks(words: list[str]) -> bool:
    """« Le Conseil tient une réunion » : is a word the finite form of a verb, with no article or preposition before?"""
    small = wording.stop_words()["fr"]
    forms = (_finite(word, "fr") for before, word in pairwise(words) if before not in small)
    return any(word in ("est", "sont", "a", "ont", "se") for word in words) or any(forms)


def _tells(words: list[str]) -> bool:
    """The words behind the head of "COMMITTEE [ON PORTS DISCUSSES PILOTS]"; but "OF SOCIAL SERVICES AND WORKS"."""
    small = wording.stop_words()["en"]
    return any(
        before not in small and after != "and" and word.endswith("s") and _finite(word, "en")
        for before, word, after in zip(words, words[1:], words[2:], strict=False)
    )


@cache
def _finite(word: str, language: str) -> bool:
    from ontology.lexicon import words

    readings = words(language).readings(word) or {}
    return any(name in ("pres", "past", "impf", "fut") for _, name in readings.get("V", ()))


def _has_french(words: list[str]) -> bool:
    return any(w in wording.stop_words()["fr"] or w.startswith(("d'", "l'")) for w in words[1:]) and not any(
        w in ("the", "of", "and", "to", "for") for w in words
    )


def _english_head(parts: list[str]) -> bool:
    """The last word before the first preposition, or before a comma's place, names a body."""
    listed = wording.words("letterheads")
    small = wording.stop_words()["en"] - {"and"}  # "LAKES AND HIGHLANDS ECONOMIC COMMUNITY"
    first = next((i for i, part in enumerate(parts) if part in small and i), len(parts))
    return (parts[first - 1] in listed and not _tells(parts[first:])) or (len(parts) == 1 and parts[0] in listed)


def _all_capital(words: str) -> bool:
    """Whether all words but small ones begin with a capital."""
    small = wording.stop_words()["en"] | wording.stop_words()["fr"]
    return all(not w[0].islower() or w in small for w in re.findall(r"[^\W\d_]+", words) if len(w) > 1)


def is_office(words: str) -> bool:
    """Whether a short line names an office: « Le Représentant régional », 'Foreword by the Director'."""
    parts = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", re.sub(r"^l['’]", "", wording.fold(words)))
    offices = wording.words("letterhead_offices")
    if not parts or len(parts) > LONGEST_OFFICE + 3 or ":" in words or _acts(parts, offices):
        return False
    if parts[0] in wording.words("front_headings") and any(p in offices for p in parts):
        return True
    parts = parts[1:] if parts[0] in ("the", "le", "la") else parts
    return len(parts) <= LONGEST_OFFICE and bool(parts) and (parts[0] in offices or parts[-1] in offices)


def _acts(parts: list[str], offices: frozenset[str]) -> bool:
    """ "Minister opens shelter", « La ministre inaugure un foyer »: does the office do something? « Le Coordonnateur
    résident » does nothing.
    """
    behind = next((parts[k + 1 : k + 3] for k, part in enumerate(parts[:-1]) if part in offices), [])
    if len(behind) < 2:
        return False
    verb, after = behind
    in_french = _finite(verb, "fr") and after in _ARTICLES
    return in_french or (verb.endswith("s") and verb not in offices and after != "and" and _finite(verb, "en"))


def is_town(words: str) -> bool:
    """Whether a line is the name of a town and says no more: 'Vienna', below the name of an office; any town whose
    State stands behind it: "St. John's, Antigua and Barbuda".
    """
    from extract.mentions.names import find
    from ontology.authority import records
    from ontology.fold import fold

    found = [(start, end, records()[record].type) for start, end, record in find(words, fold(words))]
    last = (words.find(", ") + 2, len(words), "State")
    short = len(words[: last[0]].split()) <= _TOWN and words[0].isupper()
    return (0, len(words), "City") in found or (last[0] > 1 and short and last in found)


def without_imprint(words: str) -> str:
    """The name of who published, without where and when: "Institute of Law[, Lomé, March 2025]"."""
    dated = date_pattern().search(words.lower())
    closed = dated is not None and not words[dated.end() :].strip(" .")
    name = _ON.sub("", words[: dated.start()].rstrip(" ,")) if dated is not None and closed else words
    own, comma, town = name.rpartition(", ")
    return own if comma and is_town(town) else name


def is_address(words: str) -> bool:
    """'405 East 45th Street, New York', 'www.unodc.org', 'Tel.: +43 1 26060'."""
    folded = wording.fold(words)
    if len(words) > LONGEST:
        return False
    if re.search(r"\S@\S|\bwww\.|https?://", folded):
        return True
    parts = re.findall(r"[^\W\d_]+", folded)
    return any(map(str.isdigit, words)) and bool(wording.words("addresses").intersection(parts)) and len(parts) <= 12


def is_salutation(words: str) -> bool:
    """'Excellencies, dear friends,', « Mesdames et Messieurs, »."""
    if len(words) > LONGEST or words[-1] not in ",:!":
        return False
    first = re.match(r"[^\W\d_]+", wording.fold(words))
    return first is not None and first.group() in wording.words("salutations")
