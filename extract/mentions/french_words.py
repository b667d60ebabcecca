"""What a French word in small letters is to the name that it follows: an adjective, a participle, a second noun."""

from __future__ import annotations

import re
from functools import cache

from extract.mentions.chunk import Line
from extract.mentions.heads import Head, table
from ontology.alternatives import any_of
from ontology.authority import records
from ontology.fold import fold, strip_accents
from ontology.lexicon import Readings, data, words

_BEFORE = re.compile(r"([^\W\d_]+) \Z")
_PAIRED = re.compile(r"(?:(?:des|les|de) |d['’])[a-zà-ÿœ-]+[sx] \Z")
_SEVERAL = re.compile(r"(?:des|les|aux|d['’]|de) ?[^\W\d_]+[sx](?: [^\W\d_]+[sx])? et \Z")
_PARTICIPLE = re.compile(r"(é|i|u)(e?)(s?)$")
_NO_VERB = re.compile(r"[^edtac\W]$|[^m]ent$")  # a verb in the third person ends in one of these
_PLURAL_VERB = re.compile(r"ent$")
_OF_PEOPLE = frozenset(("people", "Q", "I"))
_OF = re.compile(r" (?:des|de l['’]|de la|du|de|d['’]) ?(?=[a-zà-ÿ])(?P<noun>[^\W\d_]+)")
_BY = re.compile(r" par (?:les? |la |l['’]|des |une? )[a-zà-ÿœ-]{3,}(?![\w’'-])")
_OBJECT = re.compile(r" (?:depuis |l[ae]s? |l['’]|une? |s(?:on|a|es) )")
_CLOSING = re.compile(r" ?[,.;:)»]|$| (?:et|a|ont|est|sont|fut|sera|seront|était|avait|qui|que|dont)\b")


def readings(word: str) -> Readings:
    """What the lexicon knows of ``word``."""
    known = words("fr").single
    return known.get(word.lower()) or known.get(strip_accents(word.lower()), {})


def is_participle(word: str, known: Readings) -> bool:
    """« créé », « visant »: a relation of its own begins, and the name has ended; ``known``: its readings."""
    forms = {name for _, name in known["V"]}
    looks = bool({"ger", "pp", "fut", "cond"} & forms) and word.endswith(("ant", "é", "ée", "és", "ées"))
    return looks and fold(word) not in listed("nouns")


def is_adjective(word: str) -> bool:
    """Does ``word`` look like an adjective: « la Plateforme suisse », « le Comité valaisan »?"""
    lower = word.lower()
    if word in _nationalities():
        return True
    known = words("fr").single.get(lower)
    if known is not None and not set(known) <= {"I", "U", "charged"}:
        return False
    formed = lower.endswith(_endings()) or lower.startswith("anti-")
    return len(word) > 3 and formed and strip_accents(lower) not in table("fr").stop


def qualifies(words_behind: str) -> bool:
    """Is what stands behind a noun one adjective: « l'association [arménienne] Luys Tun »?"""
    word = words_behind.strip(" ")
    return word.islower() and " " not in word and is_adjective(word)


def is_paired(line: Line, start: int, end: int) -> bool:
    """A second noun in the plural: « Alliance des ports refuges », « des femmes juges »."""
    word = line.text[start:end]
    pair = _PAIRED.search(line.text, max(line.low, start - 30), start) is not None and word[-1] in "sx"
    return pair and len(word) > 4 and set(readings(word)) <= _OF_PEOPLE


def is_beside(line: Line, start: int, end: int) -> bool:
    """Does a word that nobody knows, and that no verb looks like, stand right behind a noun of its number:
    « le travail [artisan] », « de handball [association] »?
    """
    word = line.text[start:end]
    before = _BEFORE.search(line.text, line.low, start)
    if before is None or len(word) < 4 or not word.islower() or not _NO_VERB.search(word):
        return False
    same = (word[-1] in "sx") == (before[1][-1] in "sx")
    if _PLURAL_VERB.search(word) and before[1][-1] in "sx":
        return False  # « des femmes rurales réunissent »
    return same and not readings(word) and fold(word) not in table("fr").stop


def is_coordinated(line: Line, start: int, end: int) -> bool:
    """« des quais et [phares] », « des juges et [procureurs] »: a bare noun in the plural behind one in the plural."""
    word = line.text[start:end]
    several = _SEVERAL.search(line.text, max(line.low, start - 60), start)
    closed = set("VHBMRSOXAPDC") & set(readings(word)) or fold(word) in table("fr").stop
    return several is not None and len(word) > 3 and word.islower() and word[-1] in "sx" and not closed


def state(line: Line, head: Head, start: int, end: int) -> int | None:
    """« le logement [subventionné] des pêcheurs », « l'exploitation [facilitée par les technologies] »: where a
    participle ends, with who or what does it, that tells of what kind the noun of the complement is; None where the
    word between the offsets is none, or tells what was done with the thing that ``head`` names (« adopté à Lima »).
    """
    by = _BY.match(line.text, end, line.high)
    last = by.end() if by is not None and not line.overlaps(end + 1, by.end()) else end  # not « par le Comité »
    return last if _is_state(line, head, start, end, last) else None


def _is_state(line: Line, head: Head, start: int, end: int, last: int) -> bool:
    word = line.text[start:end]
    if _compound().search(line.folded, max(line.low, start - 40), end) is not None:
        return True
    form = _PARTICIPLE.search(word)
    known = readings(word)
    told = "pp" in {name for _, name in known.get("V", ())} or not known  # « facilitée », of a verb that no list has
    if form is None or not told or set(known) & set("HBMRSOXP"):
        return False
    if fold(word) in _relating():
        return False
    of = _OF.match(line.text, end, line.high)
    if of is not None:
        return fold(of["noun"]) not in table("fr").stop
    return _other_gender(line, head, form, start) and _CLOSING.match(line.text, last, line.high) is not None


def _other_gender(line: Line, head: Head, form: re.Match[str], start: int) -> bool:
    """Does the participle agree with the noun right before it, and not with ``head``?"""
    before = _BEFORE.search(line.text, line.low, start)
    if before is None or (form[3] == "s") != (before[1][-1] in "sx"):
        return False
    feminine = _feminine().match(head.noun) is not None
    return (form[3] == "s") != head.plural or (form[2] == "e") != feminine


@cache
def _relating() -> frozenset[str]:
    return frozenset(f"{word}{ending}" for word in listed("relating") for ending in ("", "e", "s", "es"))


@cache
def _compound() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(listed('compounds'))})$")


@cache
def _feminine() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(data('heads')['feminine'])})(?!\w)")


@cache
def listed(name: str) -> frozenset[str]:
    """The folded words of a list of heads.yaml."""
    return frozenset(map(fold, data("heads")["fr"][name]))


@cache
def _nationalities() -> frozenset[str]:
    return frozenset(adjective for record in records().values() for adjective in record.adjectives.get("fr", ()))


@cache
def _endings() -> tuple[str, ...]:
    return tuple(data("heads")["adjective_endings"])


def governs(line: Line, word: str, end: int) -> bool:
    """Is ``word``, which ends at ``end``, a verb with its object behind it: « pilote depuis 2021 le projet »?"""
    present = any(form == "pres" for _, form in readings(word).get("V", ()))
    return present and _OBJECT.match(line.text, end, line.high) is not None
