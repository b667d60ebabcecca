"""How far a French name reaches around its head: « le Mécanisme sur la traite dans le secteur de la pêche »."""

from __future__ import annotations

import re
from functools import cache

from extract.mentions import french_borne, french_words
from extract.mentions import french_tails as tails
from extract.mentions.chunk import Line, Span, amid, is_instrument
from extract.mentions.heads import Head, is_head, table
from extract.syntax.infinitives import is_infinitive
from ontology.alternatives import any_folded, any_of
from ontology.fold import fold, strip_accents
from ontology.lexicon import data, words
from ontology.types import is_a

_BEFORE = re.compile(r"((?<![\d.])\d{1,3}[ .]\d{3}e|[^\W_]+(?:-[^\W_]+)*)( |, | et )$")
_ORDINAL = re.compile(r"\d+(?:[ .]\d{3})?(?:e|er|re|eme)")  # « sa 9 881e séance »
_WORD = re.compile(r"[^\W\d_]+(?:-d['’][^\W_]+|-[^\W_]+)*")  # « main-d'œuvre »
_ACRONYMS = re.compile(r"[A-Z]{2,}(?:-[A-Z]{2,})+")
_LAST = re.compile(r"([^\W\d_]+) \Z")
_LAST_WORD = re.compile(r"(?: au)? ([^\W\d_]+)\Z")
_AIM = re.compile(r" (?:pour|afin de|en vue de) ([^\W\d_]+)\Z")
_LAST_NAME = re.compile(r"[ '’]([^\W\d_]+)\Z")
_LAST_CAPITAL = re.compile(r"(?<=[^\W\d_] )(du |de la |de |)[A-ZÀ-Ý][a-zà-ÿœ-]+\Z")
_OF_VERB = re.compile(r"(?:l[ae] |les |l['’]|une? |s(?:on|a|es) )")
_DETERMINER = re.compile(r"(?:tous les |toutes les |le |la |les |l['’]|un |une |des |ses |son |sa |leurs? )")
_OWN = ("ses", "son", "sa ", "leu")
_AND = re.compile(r" et (?:(?:de |des |du |d['’]|à |aux |au |sur |contre |pour )?(?:la |le |les |l['’])?)")
# « Stratégie 2020-2025 », « Protocole de 2014 », « Convention (no 188) », « loi no 2015-28 »
_NUMBER = re.compile(
    r" (?:de )?(?:19|20)\d\d(?:[-–—/](?:19|20)?\d\d)?(?![\d/])| \((?:19|20)\d\d[-–—](?:19|20)?\d\d\)"
    r"| \(?[nN][o°º] ?[\d][\d./-]*\)?|, (?:19|20)\d\d(?= ?[;,.)])"
)
_ROMAN = re.compile(r" [IVX]+(?![\w./-])")  # « Convention de Faro II »
_LAW = re.compile(r" [nN][o°º] ?\d[\d./-]*\d")
_COMMA = re.compile(
    r", (?:de la |de l['’]|du |des |de |d['’])[^\W\d_]+(?: [^\W\d_]+){0,2}?(?=, (?:de|du|d)| et (?:de |du |des |d['’]))"
)
_NEXT = re.compile(r" ([^\W\d_]+)")
_SHARED = re.compile(r"(?<=s) (?:du |des |de la |de l['’])")
_PARTY = re.compile(r"(?:l')?etats? partie")  # « en vigueur de la Convention | pour l'État partie »
_LENGTH = re.compile(r" (?:de (?:\d+|[a-z]+) (?:jours|heures|semaines)|d['’]une (?:demi-)?(?:journee|semaine|heure))\b")
_OF_NAME = re.compile(r" (?:de |du |des |d['’]|de la |de l['’])[A-ZÀ-Ý]")
_INSERTED = re.compile(r" \([A-Z][\w-]+\)(?= pour (?:la |les? |l['’])?[A-ZÀ-Ý])")
_GIVEN = re.compile(r"\d[^,;:]{2,30} (?:a (?:la |l')?|au )$")
_CLOSED = frozenset("HBMRSOX")


_THAT = re.compile(r"(?<!\w)(?:(?:a|de) (?:cette|ladite)|(?:a|de) ce|dudit|audit) $")


def extent(line: Line, head: Head) -> tuple[int, int]:
    """Start and end of the name whose head is ``head``."""
    return _left(line, head), _right(line, head)


def _left(line: Line, head: Head) -> int:
    """Ordinals and « nouvelle » before the head; « les vingt-sixième, vingt-septième et … »."""
    position = head.start
    while position > line.low and head.type != "Observance":  # « la Première Journée … » is still that day
        match = _BEFORE.search(line.folded, max(line.low, position - 45), position)
        if match is None:
            break
        ordinal = match[1] in table("fr").ordinals or _ORDINAL.fullmatch(match[1]) is not None
        leads = match[2] == " " and match[1] in french_words.listed("leading")
        if not ordinal and not (leads and not (head.type == "Office" and match[1] in table("fr").empty)):
            break
        position = match.start(1)
    return position


def _is_that(line: Line, head: Head) -> bool:
    """« le Protocole facultatif à [cette Convention] concernant la vente d'enfants »: one that was named before."""
    said = _THAT.search(line.folded, max(line.low, head.start - 12), head.start) is not None
    return said and is_a(head.type, "Treaty")


def _right(line: Line, head: Head) -> int:
    end = head.end if _is_that(line, head) else _furthest(line, head)
    last = _LAST_WORD.search(line.text, head.end, end)
    left_open = last is not None and fold(last[1]) in french_words.listed("unfinished")
    if last is not None and left_open:
        return last.start()  # « un atelier destiné | aux juges »
    aim = _AIM.search(line.text, head.end, end)
    aimed = aim is not None and is_infinitive(aim[1]) and _OF_VERB.match(line.text, end + 1) is not None
    return aim.start() if aim is not None and aimed else end  # « une réunion | pour évaluer le Plan »


def _furthest(line: Line, head: Head) -> int:
    position, free = head.end, False  # free: behind a noun of the complement
    while position < line.high:
        number = _number(line, head, position)
        if number is not None:
            position = number
            continue
        inserted = _INSERTED.match(line.text, position, line.high) if free and line.is_capital(head.start) else None
        if inserted is not None and head.noun in data("heads")["fr"]["posted"]["countries"]:
            position = inserted.end()
        step = _step(line, head, position, free)
        if step is None and inserted is not None:
            return inserted.start()
        if step is None:
            return amid(line, position, "fr") if position > head.end else position
        position, free = step
    return position


def _number(line: Line, head: Head, position: int) -> int | None:
    dialled = french_borne.number(line, head, position)
    if dialled is not None or not is_instrument(head):
        return dialled
    match = (_LAW if head.weak else _NUMBER).match(line.text, position, line.high)
    match = match or (_ROMAN.match(line.text, position, line.high) if position > head.end else None)
    return match.end() if match is not None else None


def _step(line: Line, head: Head, position: int, free: bool) -> tuple[int, bool] | None:
    nations = tails.nations(line, position)
    if nations is not None:
        return nations, True
    if free and line.text[position] == ",":
        match = _COMMA.match(line.text, position, line.high)
        return (match.end(), True) if match is not None and not line.overlaps(position + 1, match.end()) else None
    if line.text[position] != " ":
        return None
    start = position + 1
    length = _LENGTH.match(line.folded, position, line.high) if head.type == "Meeting" and not free else None
    if length is not None:
        return length.end(), free
    preposition = _preposition().match(line.folded, start)
    if preposition is not None and line.text[start : start + 2] != "a ":  # « La Directrice a ouvert »: no « à »
        end = _complement(line, head, preposition.end(), preposition.group(), free)
        return None if end is None else (end, True)
    conjunction = _AND.match(line.text, position, line.high)
    if conjunction is not None:
        alike = line.is_capital(conjunction.end()) and head.type != "Office"
        end = _and(line, head, conjunction.end(), conjunction.group()) if free or alike else None
        return None if end is None else (end, True)
    return _word(line, head, start, free)


def _word(line: Line, head: Head, start: int, free: bool) -> tuple[int, bool] | None:
    """An adjective, or a word with a capital: « Comité national », « Fonds Safe Online »."""
    several = _several().match(line.folded, start, line.high)
    if several is not None:
        return several.end(), free
    borne = french_borne.office_of(line, head, start) if free and head.type == "Office" else None
    borne = borne or french_borne.place(line, head, start)
    if borne is not None:
        return borne, free
    match = _WORD.match(line.text, start, line.high)
    paired = (
        match is not None and free and line.is_capital(head.start) and french_words.is_paired(line, start, match.end())
    )
    if match is None or (start in line.starts and not (paired and line.starts[start].type == "ActorGroup")):
        return None
    word = match.group()
    if free and (state := french_words.state(line, head, start, match.end())) is not None:
        return state, free
    if french_words.governs(line, word, match.end()):
        return None  # « le Ministère de la justice | pilote depuis 2021 le projet »
    if fold(word) in table("fr").stop or (head.type == "Observance" and fold(word) in _devoting()):
        return None
    if word == "non":  # « enfants non accompagnés »
        return _word(line, head, match.end() + 1, free) if line.text[match.end() : match.end() + 1] == " " else None
    emblem = tails.emblem().match(line.text, start - 1, line.high) if line.is_capital(head.start) and not free else None
    if emblem is not None:  # « Fonds bleu »
        return emblem.end(), free
    modifier = fold(word) in table("fr").modifiers
    if _ACRONYMS.fullmatch(word) and line.is_capital(head.start):
        return match.end(), free  # « Conférence ministérielle CEDEAO-CEEAC »
    if line.is_capital(start) and head.type not in ("Office", "Law") and not word.isupper() and not modifier:
        return None if fold(word) in table("fr").titles else (tails.tail(line.text, match.end(), line.high), free)
    known = modifier or french_words.is_adjective(word) or french_words.is_beside(line, start, match.end())
    return (match.end(), free) if known or paired else None


def _complement(line: Line, head: Head, after: int, preposition: str, free: bool) -> int | None:
    """The end of « de la Conférence », « sur la traite », « chargé de … » whose preposition ends at ``after``."""
    if " " not in preposition and _is_phrase(line, after - len(preposition)):
        return None
    if head.type == "Observance" and preposition.split(" ")[0] in _devoting():
        return None  # « la Journée … , consacrée à »: to its theme
    position = after + 1
    determiner = _DETERMINER.match(line.text, position, line.high)
    noun = determiner.end() if determiner is not None else position
    owned = determiner is not None and determiner.group()[:3] in _OWN
    if owned and preposition in ("de", "du", "des", "d", "a", "dans", "pour", "en", "aupres de"):
        return None  # « la Chambre des députés de son pays », « la Commission à sa dixième session »
    if preposition.startswith("aupres") and is_instrument(head):
        return None  # « diffuse la Déclaration de Kampala | auprès des magistrats »
    if determiner is not None and preposition == "d" and line.is_capital(head.start) and determiner.group()[:2] == "un":
        return None  # « doter la Commission | d'un budget propre »
    span = line.starts.get(noun) or line.starts.get(position)
    if span is not None:
        if preposition == "par":
            return None
        helped = preposition == "aux" and span.type == "ActorGroup" and _helps(line, head, after - len(preposition))
        party = is_a(head.type, "Treaty") and _PARTY.match(line.folded, noun) is not None
        taken = not party and (helped or _takes(head, span, preposition, free, named=line.is_capital(head.start)))
        return span.end if taken and span.end <= line.high else None
    if head.type in ("Body", "Organization") and tails.is_adopted(line.folded, head.start, noun):
        return None
    match = _WORD.match(line.text, noun, line.high)
    if preposition == "par" and not (free and head.type == "Meeting" and determiner is not None):
        return None  # « séminaire sur l'exploitation par le travail »
    if match is None or (
        determiner is None and preposition.strip("' ") in ("de", "d", "a") and is_infinitive(match.group())
    ):
        return None  # « prie le Groupe d'experts d'enquêter »
    behind = after - len(preposition) == head.end + 1
    body = is_a(head.type, "Organization")  # « coordonnée par la Police nationale congolaise | à Kolwezi »
    if determiner is None and preposition == "a" and (free or behind or body) and line.is_capital(noun):
        return None  # « versé par le Fonds à Casa Esperanza »
    if free and preposition == "des" and _are_agents(line, after - len(preposition), match.group()):
        return None
    if preposition == "sans":  # « la Coalition pour un or [sans traite] »
        kept = free and line.is_capital(head.start) and fold(match.group()) in french_words.listed("without")
        return match.end() if kept else None
    first = head.type == "Office" and fold(match.group()) in table("fr").ordinals  # « auprès du Premier Ministre »
    if first or match.group() in french_words.listed("leading"):  # « Tribunal de grande instance »
        match = _WORD.match(line.text, match.end() + 1, line.high) or match
    small = not line.is_capital(noun)
    if (
        preposition in ("au", "aux")
        and not small
        and tails.is_given_to(line, head, match.group(), after - len(preposition))
    ):
        return None
    readings = french_words.readings(match.group())
    if preposition == "pour" and small and _is_paid_for(line, head, after - len(preposition)):
        return None
    if preposition == "sur" and small and fold(match.group()) in french_words.listed("circumstances"):
        return None
    if (
        fold(match.group()) in table("fr").stop
        or "clitic" in readings
        or fold(match.group()) in _numerals()
        or (_CLOSED & set(readings) and ("V" not in readings or preposition == "en"))
    ):
        return None
    if (
        preposition in french_words.listed("vague")
        and small
        and not _is_told(line, head, preposition, determiner, match, free, after)
    ):
        return None
    if preposition in ("dans", "entre") and not (
        free and determiner is not None and determiner.group()[0] != "s" and _is_field(line, head, preposition, match)
    ):
        return None
    if preposition == "en" and (
        determiner is not None
        or not small
        or fold(match.group()) in french_words.listed("not_en")
        or ("V" in readings and _OF_VERB.match(line.text, match.end() + 1, line.high))  # « en assure la présidence »
    ):
        return None
    if preposition in french_words.listed("aims") and is_infinitive(fold(match.group())):
        return tails.aim(line, match.end())
    led = determiner is not None or preposition == "aux"
    return None if not led and "V" in readings and french_words.is_participle(match.group(), readings) else match.end()


def _is_paid_for(line: Line, head: Head, start: int) -> bool:
    """« a alloué 150 000 dirhams à l'Association Bayti | pour l'hébergement »: what it is given for, behind a name."""
    given = _GIVEN.search(line.folded, max(line.low, head.start - 40), head.start) is not None
    words = line.text[head.end : start].split()
    return given and bool(words) and words[-1][:1].isupper()


def _is_field(line: Line, head: Head, preposition: str, noun: re.Match[str]) -> bool:
    """Does « dans les ports », « entre les régions » say with what the thing deals, and not where it is or acts?"""
    if fold(noun.group()) in french_words.listed("not_in"):
        return False  # « traduire le Code | dans les langues du Réseau »
    behind = _OF_NAME.match(line.text, noun.end(), line.high)
    if is_a(head.type, "Organization") and behind is not None and noun.group() in data("heads")["fr"]["place"]["nouns"]:
        return False  # « l'Agence royale d'inspection | dans le district de Takeo »
    if line.is_capital(head.start) or (preposition == "dans" and is_a(head.type, "Programme")):
        return True
    if preposition == "dans" and noun.group() in data("heads")["fields"] and _on(line, head, noun):
        return True  # « un groupe d'experts sur la traite dans le secteur de la pêche »
    several = line.text[: noun.start()].endswith(" les ")
    # « une consultation sur le servage dans les rizières »
    return preposition == "dans" and head.type == "Meeting" and several and _on(line, head, noun)


def _on(line: Line, head: Head, noun: re.Match[str]) -> bool:
    """Has the name said before ``noun`` what the thing is about?"""
    return " sur " in line.text[head.end : noun.start()]


@cache
def _devoting() -> frozenset[str]:
    """What is said of a day and its theme: « placée », « consacrée »."""
    return frozenset(
        fold(f"{word}{ending}") for word in data("themes")["fr"]["devoting"] for ending in ("", "e", "s", "es")
    )


def _are_agents(line: Line, start: int, noun: str) -> bool:
    """« présents à l'atelier sur la traite des observateurs d'INTERPOL »: those who were there, no part of the name, as
    in « Conférence des ministres ».
    """
    if fold(noun) not in french_words.listed("agents"):
        return False
    before = _LAST.search(line.folded, line.low, start)
    return before is None or not is_head(before[1], "fr")


def _is_told(
    line: Line,
    head: Head,
    preposition: str,
    determiner: re.Match[str] | None,
    noun: re.Match[str],
    free: bool,
    after: int,
) -> bool:
    """Does « à », « aux », « avec » lead what a name goes on with: « Fonds d'aide aux victimes », « Secrétaire d'État à
    l'égalité »?
    """
    if head.type == "Office":
        to_another = preposition.startswith("aupres")  # « conseillère auprès du Directeur »
        return to_another or (preposition != "avec" and not is_head(fold(noun.group()), "fr"))
    if preposition == "aux":
        helps = _helps(line, head, after - len(preposition))
        return (free or " " in head.noun) and helps and not is_head(fold(noun.group()), "fr")
    if preposition == "avec" and (
        is_head(fold(noun.group()), "fr") or fold(noun.group()) in french_words.listed("helping")
    ):
        return False  # « coordonnée par le Pôle anti-corruption | avec la police », « le Ministère | avec l'appui de »
    if not free and determiner is not None and fold(head.noun) in french_words.listed("charged"):
        return line.is_capital(head.start) and not is_head(fold(noun.group()), "fr")
    sits = is_instrument(head) and _is_meeting(line, noun)
    return not head.weak and free and line.is_capital(head.start) and determiner is not None and not sits


def _is_meeting(line: Line, noun: re.Match[str]) -> bool:
    """« la Déclaration de Lomé [à la dixième session] », where it was adopted and no part of its name."""
    nth = fold(noun.group()) in table("fr").ordinals
    word = _NEXT.match(line.folded, noun.end(), line.high) if nth else None
    return table("fr").nouns.get(word[1] if word is not None else fold(noun.group()), ("", ""))[1] == "Meeting"


def _helps(line: Line, head: Head, end: int) -> bool:
    """« Fonds d'aide [aux victimes] », « Cellule d'appui technique [aux ports] »: is it there to help?"""
    last = re.split(r"[ '’]", line.folded[head.start : end].rstrip())[-2:]
    return not french_words.listed("helping").isdisjoint(last)


def _takes(head: Head, span: Span, preposition: str, free: bool, *, named: bool) -> bool:
    """May the known name ``span`` be a complement under ``preposition``? ``named``: the head has a capital."""
    if span.type in ("Date", "Person", "Target", "Resolution", "Decision", "Document"):
        return False
    if span.type in ("City", "State", "Region", "Place"):
        abroad = named and free and preposition in ("a", "au", "aux", "en")
        there = "cities" if span.type == "City" else "countries"
        if abroad and span.type != "Place" and head.noun in data("heads")["fr"]["posted"][there]:
            return True  # « le Bureau de l'UNICEF en Zambie »
        if head.type == "Office" and preposition != "pour" and head.noun in data("heads")["fr"]["posted"]["offices"]:
            return True  # « son ambassadrice à Genève, Mme Berg »
        if span.type == "Region" and (is_a(head.type, "Programme") or (preposition == "dans" and not head.weak)):
            return True  # « Initiative pour la justice au Sahel », « Groupe de l'aide aux migrants dans les Caraïbes »
        if span.type == "Region" and free and head.type == "Meeting" and preposition != "a":
            return True  # « la conférence sur la traite au Sahel »
        if span.type == "Region" and free and head.type == "Office" and preposition in ("en", "au", "dans"):
            return True  # « Conseiller spécial pour la coopération maritime en Afrique de l'Ouest »
        office = head.type in ("Office", "Body") and preposition in ("pour", "aupres de")
        return office or preposition not in ("a", "au", "aux", "en", "pour", "sur", "avec", "dans", "entre")
    if preposition == "pour" and span.type == "ActorGroup":
        return is_instrument(head) or head.type == "Fund"  # « Fonds de soutien pour les victimes de la traite »
    if preposition in ("a", "au", "aux", "avec", "pour"):
        group = preposition == "pour" and span.type == "ActorGroup"  # « Fonds pour les victimes de la traite »
        return group or span.type in ("Treaty", "Plan", "Declaration")
    return preposition not in ("dans", "entre")


def _and(line: Line, head: Head, start: int, lead: str) -> int | None:
    """« pour la prévention du crime et la justice pénale »: another noun of the complement, no new thing or verb."""
    span = line.starts.get(start)
    if span is not None and span.type == "ActorGroup" and lead.startswith((" et de", " et du")):
        return span.end  # « des autorités centrales et des procureurs »
    if span is not None and lead == " et " and span.type == "ActorGroup":
        first = _WORD.match(line.text, start, span.end)
        bare = first is not None and french_words.is_coordinated(line, start, first.end())
        return span.end if bare else None  # « les victimes et survivants »
    if span is not None:  # « Lignes directrices de l'OACI et du Haut-Commissariat »
        authors = is_instrument(head) and span.is_any("Organization", "State")
        places = span.type in ("City", "Place", "Region") and line.is_capital(head.start)  # « du Teso et du Karamoja »
        before = line.ends.get(start - len(lead))
        both = before is not None and before.type == span.type == "Region" and head.type == "Office"
        named = lead.startswith((" et de", " et du")) and (authors or places)
        return span.end if named or both else None  # « Envoyée pour l'Afrique de l'Ouest et le Sahel »
    match = _WORD.match(line.text, start, line.high)
    if match is None:
        return None
    word = match.group()
    if line.is_capital(start):  # « Commission Vérité et Justice », « Comité du Teso et du Karamoja »
        alike = _LAST_CAPITAL.search(line.text, line.low, start - len(lead))
        if lead.startswith((" et de", " et du", " et d'", " et d’")) and _is_minister(line, head, start - len(lead)):
            return None if is_head(fold(word), "fr") else match.end()
        named = alike is not None and line.is_capital(head.start) and (lead == " et ") == (alike[1] == "")
        return match.end() if named and not is_head(fold(word), "fr") else None
    if lead != " et " and word in data("heads")["fr"]["nouns"]:
        return match.end()  # « sur les catastrophes et la traite »
    noun = lead in (" et de ", " et d'", " et d’") and not is_infinitive(fold(word))  # « et de prise en charge »
    closed = set("HBMRSOXAP" if noun else "VHBMRSOXAP")
    if fold(word) in table("fr").stop or closed & set(french_words.readings(word)):
        return None
    bare = french_words.is_coordinated(line, start, match.end())
    if lead == " et " and not french_words.is_adjective(word) and not bare:
        return None
    shared = bare and _SHARED.match(line.text, match.end()) is not None  # « des organismes et organisations du Groupe »
    return None if is_head(fold(word), "fr") and not (shared or lead.startswith(" et de")) else match.end()


def _is_minister(line: Line, head: Head, end: int) -> bool:
    """« ministre de la Solidarité [et de la Lutte contre la pauvreté] »: what else the ministry is for."""
    last = _LAST_NAME.search(line.text, head.end, end)
    return last is not None and last[1][:1].isupper() and fold(head.noun) in french_words.listed("ministers")


def _is_phrase(line: Line, start: int) -> bool:
    """« dans le cadre de », « en application de »: a preposition of several words opens no complement."""
    tail = re.split(r"[ '’]", line.folded[start : start + 60])
    options = words("fr").several.get(tail[0], {}).get(tail[1], ()) if len(tail) > 1 else ()
    return any(cls in "PA" and tail[: len(parts)] == [*map(strip_accents, parts)] for parts, cls, _ in options)


@cache
def _preposition() -> re.Pattern[str]:
    words = any_folded(data("heads")["fr"]["complement"])
    return re.compile(rf"(?:{words})(?=[ '])")


@cache
def _several() -> re.Pattern[str]:
    """Modifiers of several words: « Comité ad hoc », « réunion de haut niveau », « Chef par intérim »."""
    words = any_of(word for word in table("fr").modifiers if " " in word)
    return re.compile(rf"(?:{words})(?!\w)")


@cache
def _numerals() -> frozenset[str]:
    return frozenset(map(fold, data("numbers")["fr"]["cardinals"]))
