"""Things named by a head noun and what belongs to it, that no list knows: « le Comité technique conjoint sur … ».

Bodies, meetings, instruments, programmes and offices are built around the head nouns of ontology/lexicon/heads.yaml.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.mentions import bracketed, english, foreign_tails, french, french_words, in_quotes, made_up
from extract.mentions.chunk import Described, Line, Span
from extract.mentions.elected import follows_elected
from extract.mentions.entities import is_known_word
from extract.mentions.heads import Head, is_organisation, last_of, table
from extract.mentions.places import governed
from extract.mentions.references import is_definite
from extract.mentions.regimes import is_no_instrument
from extract.mentions.secretariats import is_served
from ontology.lexicon import data, words
from ontology.types import is_a, is_any

RESUMED = ("Meeting", "Programme", "Publication", "Plan", "Declaration")
_HOLDERS = ("Body", "Organization", "Collaboration", "Fund", "Programme")
_CAPITAL_BEFORE = re.compile(r"([A-ZÀ-Ý][^\W\d_]+) $")
_BRACKETS = re.compile(r" \([A-Z]")
_NAMED_BODY = re.compile(r" (?:of (?:the )?|de la |du |de l['’]|de )[A-ZÀ-Ý]")
_LEADS = re.compile(r" de file\b")  # « est chef de file du projet »: of who leads, no office
_LINKED = re.compile(r"(?:^|\W)(?:is|was|been|est|etait|ete)(?: the)? $")
_AT = re.compile(r" (?:at the|at|au|à la|à l[’']|près le|près la) ?(?=[A-ZÀ-Ý])")
_HELD = re.compile(
    r"(?:^|\W)(?:elected|appointed|named|are|were|(?<!well )as|elue?s?|nommee?s?|designee?s?|sont|comme)"
    r"(?: as| its| the| les| ses| leurs)? $"
    r"|(?:aux? postes? de|aux fonctions de|(?:the )?posts? of) $"
)
_ARE = re.compile(r" (?:sont|etaient|are|were):? ")
_NAME = r"[A-ZÀ-ÝČŠŽŞȘŁ][^\W\d_]+(?:[-’'][^\W\d_]+)*"
_UNTITLED = re.compile(
    rf"(?:^|[\s“\"])(?P<name>{_NAME}(?: {_NAME}){{1,3}}), (?:the |la |le )?$"
)  # "Raj Patel, head of …"
_UNTITLED_BEHIND = re.compile(rf", (?P<name>{_NAME}(?: {_NAME}){{1,3}}),")
_ENTITLED = ("Plan", "Declaration", "Treaty", "Agreement")
_CLOSED = re.compile(r"[,;:(]|\b(?:of|on|for|and|the|to|in|by)\b")
_TITLE_END = re.compile(
    r"[,;:(“«\"]| [–—-] |\.?$| (?=(?:adopted|signed|done|of \d|as |and its|adoptée?|signée?|faite?|du \d)\b)",
    re.IGNORECASE,
)
_TITLE = re.compile(r"(?:,? (?:intitulée?s?|entitled|titled|called))? [“«\"]")
_QUOTED = re.compile(r" [“«\"] ?[A-ZÀ-Ý]")
_ARTICLE = re.compile(r"(?<!\w)(?:the |an? |l['’]|l[ae] |une? )$")
_CAPITALS = re.compile(r"[A-ZÀ-Ý][\w’'-]* (?:(?:of|for|the|de|du|des|del|la) )*[A-ZÀ-Ý]")
_SMALL_WORD = re.compile(r" [a-zà-ÿœ]+(?= )")
_CAPITALISED = re.compile(r" (?:[A-Z][\w’'-]* ){0,3}")
_WITH = re.compile(r" (?:etroite? |close )?(?:avec|with) ")
_BY = re.compile(r"(?<!\w)(?:par le|by the) $")
_OPENS = re.compile(r"(?:^|[;:,] )(?:the|le) $")
_NEXT_WORD = re.compile(r" ([^\W\d_]+)")
_PARTS = 3  # heads behind one within a name
_ORDINAL = re.compile(r"\d+(?:[, .]\d{3})?(?=st\b|nd\b|rd\b|th\b|e\b|er\b|re\b|eme\b)|[^\W\d_]+(?:-[^\W\d_]+)*")
_NUMBER_BEFORE = re.compile(r"(?<!\w)(\d{1,3})(?:st|nd|rd|th) $")
_GROUPED = re.compile(r"[, .](?=\d)")


def find(line: Line, heads: Sequence[Head], language: str, *, common: bool = False) -> Iterator[Described]:
    """Described things in the sentence ``line``, in order, not overlapping; ``heads`` are its head nouns, in order.

    ``common``: those too whose nouns are too common to name anything by themselves.
    """
    position = line.low
    counted: tuple[int, ...] = ()
    if line.upper and language == "fr":
        line = line.recased([head.start for head in heads])
    for head in heads:
        if head.start < position or line.cuts(head.start, head.end) or _is_part(line, head, heads, language):
            continue
        if _WITH.match(line.folded, head.end) and line.folded.endswith((" en ", " in "), line.low, head.start):
            continue  # « en partenariat avec la Croix-Rouge »: no partnership is named
        if is_served(line, head, language) or is_no_instrument(line, head, language):
            continue
        described = _described(line, head, heads, language, common=common)
        if counted and head.type == "Meeting" and head.start == position + 1:
            described = Described(head.start, head.end, head, counted, (), True, False, None, "")
        if described is not None and described.start >= position:
            described, counted = _without_number_of_meeting(line, described, heads)
            yield described
            position = described.end


def _without_number_of_meeting(
    line: Line, thing: Described, heads: Sequence[Head]
) -> tuple[Described, tuple[int, ...]]:
    """ "the ninth | Ports Committee [meeting]": the number is of the meeting, and not of the body that meets."""
    meets = any(head.start == thing.end + 1 and head.type == "Meeting" and not head.plural for head in heads)
    if not meets or not is_a(thing.head.type, "Organization"):
        return thing, ()
    if not thing.ordinals:
        number = _NUMBER_BEFORE.search(line.text, line.low, thing.start)
        return thing, () if number is None else (int(number[1]),)
    start = line.text.index(" ", thing.start) + 1
    return replace(thing, start=start, ordinals=()), thing.ordinals


def _described(
    line: Line, head: Head, heads: Sequence[Head], language: str, *, common: bool = False
) -> Described | None:
    start, end = english.extent(line, head) if language == "en" else french.extent(line, head)
    end = in_quotes.reach(line, head, start, bracketed.reach(line, head, end, language))
    end = made_up.reach(line, head, end, language)
    end = foreign_tails.reach(line, head, end)
    start, end = _whole_title(line, head, start, end)
    start, hundreds = _hundreds(line, start, language)
    inside = line.within(start, end)
    named = max((span.end for span in inside if span.start == start < span.end <= head.start), default=start)
    ordinals = tuple(hundreds + one for one in _ordinals(line.folded[named : head.start], language))
    head = _lasting(line, _christened(head, inside), end, ordinals, language)
    when = _when(line) if head.type == "Meeting" else ""
    told = (ordinals and head.type == "Meeting") or (when and _are_told(head, start, end, language))
    if head.plural and not (
        told or _is_label(line, head, start, end, language) or _is_one_text(line, head, start, end)
    ):
        return None  # "committees of experts", "representatives of …": several, none of them named
    if (
        not common
        and _says_nothing(line, head, start, end, language)
        and not (
            (head.type == "Meeting" and (ordinals or inside or start < head.start or _is_event(head, end, language)))
            or _takes_up(line, head, start, end, language)
            or (when and _is_one(line, head, start, end, language))
            or _is_scheme(line, head, end, inside, language)
            or (head.type == "Meeting" and _TITLE.match(line.text, end, line.high))
        )
    ):
        return None
    inner = _inner(line, head, end, heads, language)
    bare = end == head.end and not inside and _is_empty(line.folded[start : head.start], language)
    return Described(start, end, head, ordinals, inside, bare, line.text[head.start].isupper(), inner, when)


def _christened(head: Head, inside: Sequence[Span]) -> Head:
    """ "the Nassau Statement": of the type that nouns with a town before them have."""
    type_ = data("heads")["christened"].get(head.noun)
    named = any(span.end <= head.start and span.is_any("City", "Place") for span in inside)
    return replace(head, type=type_) if type_ is not None and named else head


_SUBJECT = re.compile(r" (?:on|for|against|sur|pour|contre) ")
_LED = re.compile(r" (?:de la |du |de l['’]|de |d['’])")


def _lasting(line: Line, head: Head, end: int, ordinals: Sequence[int], language: str) -> Head:
    """ "the Red Sea Dialogue", "the Bab el-Mandeb Dialogue on Migration": told by a region, or by a name and a subject;
    « le Dialogue de Kigoma » may be a meeting in a town.
    """
    type_ = data("heads")["lasting"].get(head.noun)
    if type_ is None or ordinals or not line.is_capital(head.start):
        return head
    led = _LED.match(line.text, head.end, line.high) if language == "fr" else None
    if language == "fr":
        span, at = (line.starts.get(led.end()), led.end()) if led is not None else (None, head.start)
    else:
        before = _CAPITAL_BEFORE.search(line.text, max(line.low, head.start - 25), head.start)
        span, at = line.ends.get(head.start - 1), before.start(1) if before is not None else head.start
    word = re.match(r"[\w-]*", line.folded[at:])
    subject = _SUBJECT.search(line.folded, head.end, end) is not None
    unknown = subject and line.is_capital(at) and word is not None and not is_known_word(word.group(), language)
    named = span.type == "Region" if span is not None else unknown
    return replace(head, type=type_) if named else head


def _whole_title(line: Line, head: Head, start: int, end: int) -> tuple[int, int]:
    """``start`` and ``end``; for an instrument that the title of the document names, to the end of that: "MORONI PLAN
    OF ACTION against Trafficking in the …".
    """
    opens = start == line.low or (line.upper and _CLOSED.search(line.folded, line.low, start) is None)
    if not line.titled or not opens or head.plural or not is_any(head.type, _ENTITLED):
        return start, end
    match = _TITLE_END.search(line.text, head.end, line.high)
    stop = match.start() if match is not None else line.high
    spoken = any(span.type in ("Person", "Office") for span in line.within(line.low, stop))  # "Declaration by Ms. Berg"
    return (start, end) if spoken else (line.low, max(stop, end))


def _is_label(line: Line, head: Head, start: int, end: int, language: str) -> bool:
    """ "Vice-Chairs: Mr. Otieno and Ms. Tan", "were elected Vice-Chairs of the Committee", « les vice-présidents sont
    M. Otieno et Mme Tan »: each of them.
    """
    sent = {"people", "part"} & set(table(language).vocabulary.get(line.folded[head.start : head.end], ()))
    if head.type != "Office" or sent:  # "Also present were the representatives of Costa Rica"
        return False
    alone = start == head.start and end == head.end
    held = _HELD.search(line.folded, max(line.low, start - 24), start) is not None
    return held or _is_beside_people(line, start, end) or (alone and line.text[end : end + 2].lstrip().startswith(":"))


def _is_beside_people(line: Line, start: int, end: int) -> bool:
    """ "elected Mr. Otieno and Ms. Tan (Chad) [Vice-Chairs]", "the [Vice-Chairs of the Board] are Mr. Otieno and"."""
    sent = line.text[start - 2 : start] == ") " and line.ends.get(start - 2) is not None  # "Ms. Tan (Chad)"
    are = _ARE.match(line.folded, end, line.high)
    before = [span for at, span in line.ends.items() if at == start - 1 or (sent and at < start)]
    behind = line.starts.get(are.end()) if are is not None else None
    return any(span is not None and span.type == "Person" for span in (*before, behind))


def _is_one_text(line: Line, head: Head, start: int, end: int) -> bool:
    """« applique les Lignes directrices », "applies the Guidelines": one text under a plural noun, named before."""
    alone = (start, end) == (head.start, head.end) and not is_named_on(line, end)
    return alone and head.type == "Guideline" and start > line.low and line.is_capital(start)


def _is_event(head: Head, end: int, language: str) -> bool:
    """ "workshop on child labour", « atelier régional sur la traite »: what stands behind the head tells which."""
    return end > head.end + 1 and not head.plural and head.noun in data("heads")[language]["events"]


def _is_scheme(line: Line, head: Head, end: int, inside: Sequence[Span], language: str) -> bool:
    """ "a pilot project on digital evidence", « son programme de lutte contre la traite »: what it is for names it."""
    if head.noun not in data("heads")[language]["schemes"] or end < head.end + 2:
        return False
    led = _SCHEME[language].match(line.folded, head.end, end)
    if led is None or not all(span.type in ("ActorGroup", "Region") for span in inside):
        return False
    purpose = table(language).nouns.get(re.split(r"\W", line.folded[led.end() : end], maxsplit=1)[0])
    return purpose is None or not is_a(purpose[1], "Instrument")  # « projet de code de conduite »


_SCHEME = {
    "en": re.compile(r" (?:on|against|for) "),
    "fr": re.compile(
        r" (?:(?:pilote|conjoint|regional|national|mondial)e? )?(?:sur|contre|pour|relati(?:f|ve) [aà]u?x?"
        r"|de (?!travail|resolution|decision|texte|rapport|budget)|d['’](?!accord))"
    ),
}


def _is_one(line: Line, head: Head, start: int, end: int, language: str) -> bool:
    """ "a seminar", "consultations": an event of which the sentence says when or where."""
    if last_of(line.folded, head, end, language):
        return True
    if head.plural or head.noun not in data("heads")[language]["events"]:
        return head.plural
    return _ARTICLE.search(line.folded, max(line.low, start - 4), start) is not None


def _are_told(head: Head, start: int, end: int, language: str) -> bool:
    """ "regional workshops for inspectors", "consultations": of which the sentence says when or where."""
    content = data("heads")[language]
    described = start < head.start or end > head.end + 1
    return head.noun in content["talks"] or (described and head.noun in content["events"])


def _when(line: Line) -> str:
    """The first date or place of the line: what tells a meeting without a name from others."""
    times = [span.id for span in line.spans if span.type == "Date"]
    places = [span.id for span in line.spans if span.type in ("City", "Place")]
    return next(iter(times or places), "")


_NAMED_ON = re.compile(r" ?(?:[A-ZÀ-Ý#“«\"(]|(?:of|for|on|against|de|du|des|pour|contre|sur)\b|d['’])")


def is_named_on(line: Line, end: int) -> bool:
    """Does a name or a complement follow what ends at ``end``: « la campagne #JeSuis »?"""
    return _NAMED_ON.match(line.text, end, line.high) is not None


def _takes_up(line: Line, head: Head, start: int, end: int, language: str) -> bool:
    """ "the meeting", « cette initiative »: takes up what was named before, and names nothing by itself.

    « la campagne #JeSuis », "at the initiative of" do not.
    """
    alone = start == head.start and end == head.end and (not is_named_on(line, end) or _is_inverted(line, head, end))
    if not alone or not head.weak or not is_any(head.type, RESUMED):
        return False
    return is_definite(line.text, start, language)


def _is_inverted(line: Line, head: Head, end: int) -> bool:
    """« Ont assisté à la session | Eurojust et le Monténégro »: the subject stands behind the meeting."""
    behind = line.starts.get(end + 1)
    actor = head.type == "Meeting" and behind is not None and behind.is_any("Organization", "State", "Person")
    return actor and "V" in french_words.readings(line.text[line.low : line.high].split(" ", 1)[0])


def _says_nothing(line: Line, head: Head, start: int, end: int, language: str) -> bool:
    """A common noun in small letters, or with a capital only since a sentence begins: "Organization of the meeting"."""
    if head.type in ("Law", "Treaty") and line.text[end - 1].isdigit():
        return False  # « décret no 2019-447 »
    if head.weak and language == "fr" and _bears_name(line, head, end):
        return False
    if head.weak and is_a(head.type, "Organization") and _QUOTED.match(line.text, head.end, line.high) is not None:
        return False  # « l'équipe « Verger » », "the team “Orchard”"
    if head.weak:
        led = head.noun in data("heads")[language]["heading"] or _is_agent(line, head, end, language)
        led = led and _NAMED_BODY.match(line.text, head.end, end) is not None
        seated = end > head.end or _AT.match(line.text, end) is not None or governed(line.text, head, language)
        held = head.type == "Office" and ((seated and _is_held(line, start, end)) or _is_elected(line, start, language))
        return not (led or held)
    opens = start == head.start and (start == line.low or line.upper)
    rest = line.text[head.end : end]
    named = _BRACKETS.match(line.text, end) is not None or (language == "fr" and rest.count(" ") > 3)
    return opens and head.common and not named and (line.upper or rest == rest.lower())


def _is_agent(line: Line, head: Head, end: int, language: str) -> bool:
    """« coordonnée par [le secrétariat de la CEDEAO] », "[The secretariat of ECOWAS] administers it": a body that does
    something; "The secretariat of ICAT is UNODC" tells of none.
    """
    if head.noun not in ("secretariat", "secrétariat"):
        return False
    by = _BY.search(line.folded, max(line.low, head.start - 8), head.start)
    behind = _NEXT_WORD.match(line.folded, end, line.high)
    read = words(language).readings(behind[1]) if behind is not None else None
    opens = _OPENS.search(line.folded, max(line.low, head.start - 8), head.start) or head.start == line.low
    acts = read is not None and not {"V", "H"}.isdisjoint(read) and "B" not in read
    return by is not None or (acts and bool(opens))


def _is_elected(line: Line, start: int, language: str) -> bool:
    people = [span.end for span in line.spans if span.type == "Person"]
    return follows_elected(line.text, line.folded, line.low, start, people, language)


def _is_held(line: Line, start: int, end: int) -> bool:
    """« le gouverneur de la région, M. Issa », « Mme Fitz, conseillère du Fonds », "was appointed judge of the Court":
    does the sentence say who is or was that?
    """
    after = line.starts.get(end + 2) if line.text[end : end + 2] == ", " else line.starts.get(end + 1)
    before = line.ends.get(start - 2) if line.text[max(0, start - 2) : start] == ", " else None
    apposed = any(span is not None and span.type == "Person" for span in (after, before))
    apposed = apposed or _is_named(line, start, end)
    named = any(line.is_capital(k) for k in range(start, end) if line.text[k - 1] in " '’")
    linked = (
        named
        and not _LEADS.search(line.folded, start, end)
        and _LINKED.search(line.folded, max(line.low, start - 12), start) is not None
    )
    return apposed or linked or _HELD.search(line.folded, max(line.low, start - 24), start) is not None


def _is_named(line: Line, start: int, end: int) -> bool:
    """ "Raj Patel, head of the Unit", "the head of the Unit, Raj Patel,": a name without title, of nothing known."""
    before = _UNTITLED.search(line.text, max(line.low, start - 60), start)
    behind = _UNTITLED_BEHIND.match(line.text, end, line.high)
    names = [match.span("name") for match in (before, behind) if match is not None]
    unknown = (
        not line.overlaps(*span) and not is_organisation(line.folded, line.folded.rfind(" ", *span) + 1)
        for span in names
    )
    return any(unknown)


def _bears_name(line: Line, head: Head, end: int) -> bool:
    """« l'association Mains ouvertes », « la fondation Terre ferme »: a capital behind the noun of an organisation;
    « l'association Weavers of Hope » bears a name of its own.
    """
    adjective = _SMALL_WORD.match(line.text, head.end, end)
    led = adjective is not None and french_words.qualifies(adjective.group())  # « l'association française Amarante »
    behind = (adjective.end() if adjective is not None and led else head.end) + 1
    named = behind < end and line.is_capital(behind) and behind not in line.starts
    return (
        named
        and not head.plural
        and is_a(head.type, "Organization")
        and (led or _CAPITALS.match(line.text, behind, line.high) is None)
    )


def _is_part(line: Line, head: Head, heads: Sequence[Head], language: str) -> bool:
    """A head within a longer name: "Korean Police Academy", "Coordinator's Office", « Juan Manuel Olazábal »."""
    if language == "fr":
        person = line.ends.get(head.start - 1)
        if person is not None and person.type == "Person":  # « M. Ruiz Vice-Président »
            return False
        before = _CAPITAL_BEFORE.search(line.text, max(line.low, head.start - 25), head.start)
        return before is not None and line.is_capital(head.start) and before[1].lower() not in table("fr").vocabulary
    if not line.is_capital(head.start):
        return False
    if head.noun in data("heads")["surnames"] and _follows_given_name(line, head):
        return True
    following = bisect_left(heads, head.end, key=lambda other: other.start)
    for other in heads[following : following + _PARTS]:
        between = line.text[head.end : other.start]
        whole = other.type in _HOLDERS and line.is_capital(other.start)
        if whole and (between == " " or (head.type == "Office" and between in ("’s ", "'s "))):
            return True
        if head.type == "Office" or not _CAPITALISED.fullmatch(between):
            return False
        if whole:  # "Regional Police Chiefs Cooperation Organization"
            return True
    return False


def _follows_given_name(line: Line, head: Head) -> bool:
    """ "Amy [Pope]": no office."""
    before = _CAPITAL_BEFORE.search(line.text, max(line.low, head.start - 25), head.start)
    return (
        before is not None
        and before[1].lower() not in table("en").vocabulary
        and not is_known_word(before[1].lower(), "en")
    )


def _inner(line: Line, head: Head, end: int, heads: Sequence[Head], language: str) -> Described | None:
    """ "Director-General of the [International Organization for Safe Crossings]"."""
    within = Line(line.text, line.folded, head.end, end, line.within(head.end, end))
    first = bisect_left(heads, head.end, key=lambda other: other.start)
    for other in heads[first:]:
        if other.end > end:
            break
        if (
            not other.plural
            and not within.cuts(other.start, other.end)
            and not _is_part(within, other, heads, language)
        ):
            return _described(within, _housed(within, head, other), heads, language)
    return None


def _housed(within: Line, office: Head, other: Head) -> Head:
    """« directrice du [refuge de Kenema] », "head of the [Sauti foundation]": no common noun where a name is in it."""
    facilities = data("heads")["fr"]["facilities"] + data("heads")["en"]["facilities"]
    told = any(within.is_capital(k) for k in range(within.low, within.high) if within.text[k - 1] in " '’")
    return replace(other, weak=other.weak and not (office.type == "Office" and other.noun in facilities and told))


def _is_empty(before: str, language: str) -> bool:
    """Do the words before the head make no name of it? "the new Committee" is the Committee."""
    return all(word in table(language).empty for word in before.split())


def _hundreds(line: Line, start: int, language: str) -> tuple[int, int]:
    """ "the [one hundred and] forty-second session", « la [cent] dixième session »: where these words begin, and the
    number that they add to the ordinal at ``start``.
    """
    ordinal = re.match(r"[^\W\d]+(?:-[^\W\d]+)*", line.folded[start : line.high])
    before = re.compile(data("numbers")[language]["hundredth"]).search(line.folded, line.low, start)
    if before is None or ordinal is None or not 0 < table(language).ordinals.get(ordinal[0], 0) < 100:
        return start, 0
    many = before["many"]
    return before.start(), 100 * (data("numbers")[language]["cardinals"].get(many, 1) if many else 1)


def _ordinals(before: str, language: str) -> tuple[int, ...]:
    known = table(language).ordinals
    told = (_GROUPED.sub("", word) for word in _ORDINAL.findall(before))  # "9,881st"
    values = (int(word) if word.isdigit() else known.get(word) for word in told)
    return tuple(value for value in values if value is not None)
