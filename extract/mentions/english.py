"""How far an English name reaches around its head: "the Working Group on Child Protection in Mass Displacement"."""

from __future__ import annotations

import re
from functools import cache

from extract.mentions.chunk import Line, Span, amid, is_instrument
from extract.mentions.english_before import APART, CAPITAL, VERBAL, is_twin, left
from extract.mentions.english_words import connectors, has_subject, is_abstract, listed
from extract.mentions.entities import is_known_word
from extract.mentions.heads import Head, begins_seat, is_head, table
from ontology.fold import fold
from ontology.lexicon import data
from ontology.types import is_a

_WORD = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*(?:(?<=s)['’](?= [A-Z]))?")  # "on Survivors' Privacy"
_AND = re.compile(r"&(?= [A-Z])")
# "Strategy 2020–2024", "Protocol of 2014", "Convention, 1930 (No. 29)", "Law No. 28/2015"
_YEARS = r"(?:19|20)\d\d(?:[-–—/](?:19|20)?\d\d)?(?![\d/])"
_NUMBER = re.compile(
    rf" (?:of )?{_YEARS}(?:,? \(No\.? ?\d+\))?| \((?:19|20)\d\d[-–—](?:19|20)?\d\d\)|, (?:19|20)\d\d \(No\.? ?\d+\)"
    r"| \(?(?:No\.?|n[°º]) ?\d[\d./-]*\d\)?| \(?No\.? ?\d\)?| \d+/\d{2,4}"
)
_LAW = re.compile(r" (?:No\.?|n[°º]) ?\d[\d./-]*\d")
_LABEL = re.compile(r" (?:[IVX]+|[A-H]|\d{1,2})(?![\w./-])(?! [a-z]*(?:%|per cent)| [mb]illion| thousand| hundred)")
_LIST = re.compile(r"(?:, [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?){1,4},? and [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?")
_FIELD = re.compile(
    r"(?:[a-z-]+ ){0,2}?(?P<noun>[a-z]+)(?= ?[,.;:)]| (?:in|on|by|and|to|for|which|that|was|is|has)\b|$)"
)
_PART = 70  # characters of the name of a part of a body
_RUN = re.compile(r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*")
_OF_NAME = re.compile(r" (?:of|for|at|with) the [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*")
_AIM = re.compile(r" (?:for|of|on) [a-z]+ing$")
_OBJECT = re.compile(r" (?:the|an?|its|their|all|this) ")
_ACTIONS = ("tion", "ment")
_CLOSED = frozenset("HBMRSOX")
_WHERE = ("on", "in", "at", "along", "across", "through", "throughout")


def extent(line: Line, head: Head) -> tuple[int, int]:
    """Start and end of the name whose head is ``head``."""
    capital = line.is_capital(head.start)
    return left(line, head, capital), _without_gerund(line, head, _right(line, head, capital))


def _right(line: Line, head: Head, capital: bool) -> int:
    position, inside = head.end, False
    while position < line.high:
        step = _number(line, head, position, capital) or _enumeration(line, head, position, inside)
        step = step or (_part_of_owner(line, head, position) if inside else None)
        if step is None:
            step = _piece(line, head, position, capital, inside)
            inside = inside or step is not None
        if step is None:
            return amid(line, position, "en") if inside else position
        position = step
    return position


def _without_gerund(line: Line, head: Head, end: int) -> int:
    """ "the committee | for implementing [the plan]": before a gerund whose object is no part of the name."""
    aim = _AIM.search(line.text, head.end, end)
    return aim.start() if aim is not None and _OBJECT.match(line.text, end, line.high) is not None else end


def _part_of_owner(line: Line, head: Head, position: int) -> int | None:
    """ "head of Europol[’s anti-trafficking unit]": the part of the body that the office is in."""
    if head.type != "Office" or not line.folded.startswith("'s ", position):
        return None
    for match in _WORD.finditer(line.text, position + 3, min(line.high, position + _PART)):
        word = line.folded[match.start() : match.end()]
        noun = table("en").nouns.get(word)
        if noun is not None and noun[1] in ("Body", "Organization") and word == noun[2]:
            return match.end()
        between = word in connectors() or word in listed("articles")
        if (word in table("en").stop and not between) or line.text[match.end() : match.end() + 1] not in (" ", "-"):
            return None
    return None


def _number(line: Line, head: Head, position: int, capital: bool) -> int | None:
    if not capital:
        match = _LAW.match(line.text, position, line.high) if head.type in ("Law", "Treaty") else None
        return match.end() if match is not None else None
    if is_instrument(head) or head.type == "Meeting":
        match = _NUMBER.match(line.text, position, line.high)
        if match is not None and not (head.type == "Meeting" and " of " in match.group()):
            return match.end()
    match = _LABEL.match(line.text, position, line.high) if position == head.end and head.type != "Office" else None
    return match.end() if match is not None else None


def _enumeration(line: Line, head: Head, position: int, inside: bool) -> int | None:
    """ "on Women, Peace and Security": more nouns of a complement, none of them a known name or a thing of its own."""
    if not inside or line.upper or line.text[position] != ",":
        return None
    match = _LIST.match(line.text, position, line.high)
    if match is None or line.overlaps(match.start(), match.end()):
        return None
    if head.noun in listed("portfolios") and not head.plural:
        return match.end()  # "Ministry of Gender, Community Development and Social Welfare"
    words = _WORD.findall(line.folded[match.start() : match.end()])
    return None if any(is_head(word, "en") or word in table("en").titles for word in words) else match.end()


def _piece(line: Line, head: Head, position: int, capital: bool, inside: bool) -> int | None:
    """The end of the next piece of the name behind ``position``: connectors and what they lead to."""
    led: list[str] = []
    at = position
    while len(led) < 4 and line.text[at : at + 1] == " ":
        at += 1
        span = line.starts.get(at)
        if span is not None:
            return _absorb(line, head, span, led, inside)
        match = _AND.match(line.text, at, line.high) or _WORD.match(line.text, at, line.high)
        if match is None:
            return None
        word = "and" if match.group() == "&" else line.folded[at : match.end()]
        if not led and word in _WHERE and head.noun in listed("uniformed"):
            return None  # "led by the Police Force on the Mazaruni River": where that was
        if led == ["and"] and word == "by":
            return None  # "co-chaired by the Ministry of Social Security and by Ms. Berg"
        if (word in connectors() or (led and word in listed("articles"))) and not line.is_capital(at):
            led.append(word)
            at = match.end()
        elif line.is_capital(at):
            fits = capital or inside or _converses(head, led)
            fits = fits or (bool(led) and connectors()[led[0]] == "any")  # "meeting of the Steering Committee"
            return match.end() if fits and _capital_follows(line, head, at, match.end(), led, inside) else None
        else:
            return _small(line, head, position, at, match.end(), led, capital)
    return None


def _absorb(line: Line, head: Head, span: Span, led: list[str], inside: bool) -> int | None:
    """A known name in the complement: "of the Global Fund"."""
    if span.type == "ActorGroup" and line.is_capital(span.start):  # "Forum of Coastal Judges"
        return span.end if led or inside else None
    place = span.type in ("State", "City", "Region", "Place")
    if place and not led and inside and _is_amid(line, span):
        return span.end
    if not led or led[0] == "within" or span.type in APART or span.end > line.high:
        return None
    if place and led[0] == "and" and head.type == "Office":
        before = line.ends.get(
            span.start - len(" ".join(led)) - 2
        )  # "Special Representative for West Africa and the Sahel"
        along = before is not None and before.type == span.type
        return span.end if along and line.folded[: before.start if before else 0].endswith(" for ") else None
    if place and connectors()[led[0]] == "place":
        return span.end if inside else None  # "Panel on Smuggling across the Sahel"
    if place and led[0] == "in":
        complement = line.folded[head.end : span.start]
        charged = span.type == "Region" and (" on " in complement or " for " in complement)  # "… on Ports in Africa"
        seat = head.type == "Office" and (
            head.noun in listed("posted") or " to " in complement or charged
        )  # "its Ambassador in Geneva, Ms. Berg"
        return span.end if seat or _has_seat(line, head) or _covers(line, head, span, led, inside) else None
    if led[0] == "to":
        sent = head.noun.endswith(("mission", "delegation")) and _has_seat(line, head)  # "the OSCE Mission to Moldova"
        return None if place and head.type != "Office" and not sent else span.end
    return span.end if connectors()[led[0]] == "any" or _meets(head, led) else None


def _is_amid(line: Line, span: Span) -> bool:
    """Does the place stand within a name: "of the Royal Eswatini Police Service", "in the Western Indian Ocean"?"""
    before = CAPITAL.search(line.text, max(line.low, span.start - 25), span.start)
    if before is not None and before[1] in data("heads")["directions"]:
        return True
    after = span.end + 1
    ended = before is None or is_head(line.folded[before.start(1) : before.end(1)], "en")
    apart = line.text[span.end : after] == " "  # nothing, where the document ends
    return not ended and apart and line.is_capital(after) and after not in line.starts


def _covers(line: Line, head: Head, span: Span, led: list[str], inside: bool) -> bool:
    """ "the Working Group on Illicit Flows in the Sahel": the region that it is for; "the conference on trafficking in
    the Sahel": what it was about.
    """
    named = head.type in ("Fund", "Programme", "Campaign")  # "Fund for the Reintegration of Returnees in West Africa"
    before = CAPITAL.search(line.text, max(head.end, span.start - 30), span.start - 3)  # "… on Child Begging in"
    titled = led == ["in"] and before is not None and line.is_capital(head.start)
    region = span.type == "Region" and (led[-1] == "the" or named or titled)
    return region and (inside if head.type == "Meeting" else head.type != "Office" and not head.weak)


def _has_seat(line: Line, head: Head) -> bool:
    """ "the UNODC Programme Office in Dushanbe", "the United Nations Mission in Liberia": its place is of its name."""
    before = line.text[max(line.low, head.start - 30) : head.start].split(" ")[:-1]
    named = bool(before) and before[-1][:1].isupper() and before[-1] not in ("The", "This", "Its")
    return named and head.noun.endswith(("office", "mission", "delegation")) and line.is_capital(head.start)


def _meets(head: Head, led: list[str]) -> bool:
    """ "an online consultation with survivors"."""
    return head.type == "Meeting" and led[0] == "with"


def _converses(head: Head, led: list[str]) -> bool:
    """ "the interactive dialogue with the Special Rapporteur"."""
    return bool(led) and _meets(head, led) and head.noun in listed("dialogues")


def _capital_follows(line: Line, head: Head, start: int, end: int, led: list[str], inside: bool) -> bool:
    word = line.folded[start:end]
    if word in table("en").stop or word in data("numbers")["en"]["months"] or word in _weekdays():
        return False  # "… on Coastal Protection and in November it joined", "a joint project on Wednesday"
    if not led:
        if word in table("en").titles and line.text[end : end + 2][1:].isupper():
            return False  # but "Office of the Prime Minister"
        if head.type == "Office" and _names_holder(line, start):
            return False
        return inside or head.type in ("Programme", "Campaign")
    if led[-1] in ("a", "an", "its", "their"):
        return False
    if led == ["on"] and word in data("heads")["en"]["lands"]["waters"]:
        return False  # "the Police on Lake Volta"
    if _converses(head, led):
        return True
    if led[0] == "within" and _begins_head(line, start):
        return False  # "the Department of Victim Support within the Ministry of Justice"
    kind = connectors()[led[0]]
    if kind == "inside" and (led[-1] == "the" or _begins_head(line, start)):
        twins = _is_another(line, start, led) or _are_twins(line, start, word, led)
        return inside and (twins or _shares_head(line, head, start, led))
    if led[0] in ("in", "at", "into"):
        last = run.group().rsplit(" ", 1)[-1].lower() if (run := _RUN.match(line.text, start, line.high)) else word
        if led == ["in", "the"] and head.type == "Meeting":  # "Conference on Abductions in the Arun Basin"
            return inside and line.is_capital(head.start) and last in data("heads")["areas"]
        region = led == ["in", "the"] and head.type != "Office"  # "Mission in the Lakes Region"
        province = led == ["in"] and last in data("heads")["en"]["place"]["nouns"]  # "… | in Copperbelt Province"
        subject = not province and (is_abstract(word) or is_abstract(last))
        return region or subject or (led == ["in"] and _has_seat(line, head))
    more = led[0] == "and" and " " in head.noun and has_subject(line.folded, start, line.high)
    return kind in ("any", "name") or inside or more  # "Commission on Human Rights and Citizenship"


def _names_holder(line: Line, start: int) -> bool:
    """ "Minister of Justice of Togo [Afi Mensah]": two or three words behind it that no list knows; not "head of the
    charity Safe Ports".
    """
    run, before = _RUN.match(line.text, start, line.high), line.text[: start - 1].rsplit(" ", 1)[-1]
    parts = run.group().split(" ") if run is not None and before[:1].isupper() else []
    ground = bool(parts) and fold(parts[-1]) in data("heads")["en"]["place"]["nouns"]  # "the Lower [Delta Region]"
    return len(parts) in (2, 3) and not ground and not any(is_known_word(fold(part), "en") for part in parts)


def _is_another(line: Line, start: int, led: list[str]) -> bool:
    """ "for the Prevention of Trafficking and the Protection of Victims", "for Border Guards and Customs Officers":
    another thing of the complement, which meets or decides nothing.
    """
    run = _RUN.match(line.text, start, line.high)
    if led[0] != "and" or run is None:
        return False
    words = line.folded[start : run.end()].split(" ")
    if led == ["and", "the"]:
        return words[0].endswith(_ACTIONS) and not is_head(words[0], "en") and line.text.startswith(" of ", run.end())
    noun = table("en").nouns.get(words[-1])
    return words[-1].endswith("s") and noun is not None and noun[1] == "Office"


def _are_twins(line: Line, start: int, word: str, led: list[str]) -> bool:
    """ "of the Lakes and Highlands Economic Community": two in the plural share the head of the name within."""
    end = start - len("and ")
    return led == ["and"] and word.endswith("s") and line.text[end - 2 : end] == "s " and is_twin(line, end)


def _shares_head(line: Line, head: Head, start: int, led: list[str]) -> bool:
    """ "Chief of the Development and Economic and [Social Issues Branch]": what is before has no noun of its own."""
    run = _RUN.match(line.text, start, line.high)
    before = line.folded[head.end : start].split()
    if head.type != "Office" or led != ["and"] or run is None or before[:2] != ["of", "the"]:
        return False
    words = line.folded[start : run.end()].split(" ")
    return len(words) > 1 and _is_body_noun(words[-1]) and not any(map(_is_body_noun, (*before, words[0])))


def _is_body_noun(word: str) -> bool:
    noun = table("en").nouns.get(word)
    return noun is not None and is_a(noun[1], "Organization")


def _begins_head(line: Line, start: int) -> bool:
    """ "… and Advisory Board", "… and Chair of the Board": a run of capitals with a head is a thing of its own."""
    run = _RUN.match(line.text, start, min(line.high, start + 80))
    if run is None or begins_seat(line.folded[start : line.high], "en"):
        return run is not None
    words = line.folded[start : run.end()].split(" ")
    return any(
        is_head(" ".join(words[i:j]), "en") for i in range(len(words)) for j in range(i + 1, min(len(words), i + 4) + 1)
    )


def _small(line: Line, head: Head, position: int, start: int, end: int, led: list[str], capital: bool) -> int | None:
    """A small word: the noun that a connector leads to, or what follows it in the same complement."""
    word = line.folded[start:end]
    readings = set(table("en").vocabulary.get(word, ()))
    if word in table("en").stop or _CLOSED & readings or word.isdigit() or (led and word in table("en").ordinals):
        return None  # "for the second consecutive year"
    if led[:1] == ["of"] and word in data("numbers")["en"]["cardinals"]:
        return None  # "decisions are taken by a Board of seven people"
    if not led and word in listed("articles"):
        return None  # "By Decision No. 21 the Conference …"
    if (led[:1] == ["on"] and word in listed("circumstances")) or (led[:1] == ["for"] and word in listed("asides")):
        return None
    if led[:1] == ["on"] and line.folded.startswith(_days(), start):
        return None  # "adopted the Windhoek Declaration on the final day"
    if led[:1] == ["for"] and _is_seated(line, head, position):
        return None
    if not led and head.type == "Office" and (_is_body_of(line, head, position, word) or word in listed("portfolio")):
        return end
    if not led:
        run = _small_run(line, head.end, position)
        fits = (
            0 < run < (3 if capital or head.type == "Meeting" or is_instrument(head) else 2)
            and not (VERBAL & readings and not _is_noun(head, word))
            and not word.endswith("ed")
        )
        return end if fits else None
    if connectors()[led[0]] == "any" or _meets(head, led):
        return None if head.type == "Office" and led[0] == "of" and capital and led[-1] == "the" else end
    if led[0] == "and":
        joined = _small_run(line, _complement(line, head), position)
        return end if joined and not (VERBAL & readings and "attributive" not in readings) else None
    if led == ["in", "the"]:
        field = _FIELD.match(line.folded, start, line.high)
        told = field is not None and field["noun"] in data("heads")["fields"]
        return field.end() if told and field is not None and " on " in line.folded[head.end : position] else None
    return (
        end
        if led == ["in"] and position > head.end and is_abstract(word) and _small_run(line, head.end, position)
        else None
    )


def _is_noun(head: Head, word: str) -> bool:
    """ "a task team on care [work]": behind a noun in the singular the plain form of a verb is none."""
    forms = {name for _, name in table("en").vocabulary.get(word, {}).get("V", ())}
    return not head.plural and forms == {"base"}


def _complement(line: Line, head: Head) -> int:
    """Where the words that the head leads to begin: behind it, or within it, "head of [operations and] ports"."""
    of = line.folded.rfind(" of ", head.start, head.end)
    return head.end if of < 0 else of + len(" of ")


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(map(fold, data("words")["references"]["weekdays"]["en"]["days"]))


@cache
def _days() -> tuple[str, ...]:
    """How the first and the last day of a meeting are told."""
    return tuple(fold(words) for said in data("attendance")["en"]["days"].values() for words in said)


def _is_seated(line: Line, head: Head, position: int) -> bool:
    """ "the Embassy of the Netherlands [for the upkeep of the shelter]": a State ends the name of what acts for it."""
    before = line.ends.get(position)
    return before is not None and before.type == "State" and head.noun.split(" ")[-1] in listed("for_states")


def _is_body_of(line: Line, head: Head, position: int, word: str) -> bool:
    """ "director of the Route Watch [coalition]": the noun of what the name before it, and behind "of the", is."""
    called = _is_body_noun(word) and word == table("en").nouns[word][2]
    return called and _OF_NAME.fullmatch(line.text, head.end, position) is not None


def _small_run(line: Line, low: int, position: int) -> int:
    """How many small words without a connector end at ``position``; 0 where a capital does."""
    run = 0
    words = zip(line.text[low:position].split(" "), line.folded[low:position].split(" "), strict=True)
    for written, word in reversed([*words]):
        if not word or word in connectors() or word in listed("articles") or (written[0].isupper() and not line.upper):
            break
        run += 1
    return run
