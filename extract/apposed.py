"""Offices beside a name: "António Guterres, Secretary-General", "the Executive Director, Ms. Ghada Waly"."""

from __future__ import annotations

from collections.abc import Iterator

from extract.facts import Entity, unlisted_organisation
from extract.framing.beside import is_person, over_seat
from extract.framing.fronted import fronted
from extract.framing.holders import functions
from extract.framing.terms import term
from extract.mentions.heads import is_of_state, is_office_word, is_seat
from extract.owned_offices import body_of
from extract.relations import Roles
from extract.syntax.clauses import Clause
from extract.syntax.items import has
from extract.syntax.phrases import Phrase
from extract.syntax.rows import Row
from ontology.fold import fold
from ontology.lexicon import verb_set, words
from ontology.types import is_a, is_any

_PLAIN = ("P", "D", "A", "W", "E", "N", "Q", "#", "T")  # between a participle that opens the row and a name
_PROPOSED = 6  # items before an office that opens the row


def apposed_offices(row: Row) -> Iterator[tuple[str, Roles]]:
    """The offices that stand beside names, and the one with which a sentence opens, of whom it speaks."""
    yield from _apposed(row)
    yield from _opening(row)


def _apposed(row: Row) -> Iterator[tuple[str, Roles]]:
    """An office beside a name: "António Guterres, Secretary-General", "the Executive Director, Ms. Ghada Waly", «
    Mme X (HCR) ».
    """
    for index, item in enumerate(row.items):
        if item.kind != "E" or item.data.type != "Person":
            continue
        office = beside_person(row, index)
        if (
            office is not None
            and office < index
            and row.kind(_behind(row, index)) == "V"
            and _is_away(row, office, index)
        ):
            continue
        if office is not None and office > index and _opens_clause(row, index, office):
            continue
        if office is not None and not _unheld(row, office) and not _is_attribute(row, office, index):
            roles: Roles = {"person": item.data, "office": row.items[office].data}
            roles.update(
                term(row, office) or _entry(row, index) or _in_office(row, max(office + 1, _behind(row, index)))
            )
            body = employer(row, office) or _electing(row, office) or _sending(row, index, office)
            body = body or fronted(row, index, office)
            yield "offices", roles | ({"organisation": body} if body is not None else {})
            for other in _joined_after(row, office) if office > index else _joined_before(row, office):
                yield "offices", {"person": item.data, "office": row.items[other].data, **term(row, other)}


def _is_attribute(row: Row, office: int, index: int) -> bool:
    """« n'a plus pour Directrice Mme Berg », « aura comme Directrice Mme Berg »: the verb tells whether she is it; "as
    Vice-Chair, Ms. Berg as Rapporteur": she is something else.
    """
    led = row.kind(office - 1) == "P" and row.items[office - 1].data in ("for", "as")
    behind = _behind(row, index)
    other = row.kind(behind) == "P" and row.items[behind].data == row.items[office - 1].data
    return led and (office == index - 1 or (office < index and other))


def _in_office(row: Row, index: int) -> dict[str, str]:
    """« le Ministre, M. Roy, [en poste depuis 2021] », "Ms. Berg, Director, [in office since 2019]"."""
    led = row.kind(index) == "," and row.kind(index + 1) == "P" and row.items[index + 1].data == "in"
    held = led and row.kind(index + 2) != "" and row.items[index + 2].readings.get("N") in functions()
    return term(row, index + 2) if held else {}


def _opens_clause(row: Row, index: int, office: int) -> bool:
    """ "In place of Ms. Berg, the Director named Mr. Roy", « Interrogé par Mme Berg, le Ministre a dit », « Accompagnée
    de M. Roy, la Ministre a dit »: does what leads the name open the row, and does the office behind its comma act?
    """
    led = row.kind(0) == "P" and all(row.kind(k) in ("P", "D", "A", "W") for k in range(index))
    first = row.items[0]
    participle = (first.kind == "V" and first.data.form in ("participle", "gerund")) or (
        first.kind == "W" and row.kind(1) == "P"
    )
    led = led or (participle and all(row.kind(k) in _PLAIN for k in range(1, index)))
    return led and row.kind(office + 1) == "V" and row.finite(office + 1)


def _is_away(row: Row, office: int, index: int) -> bool:
    """ "In the absence of the Director, Mr. Roy opened the talks"; but "On behalf of the Office, its Director, Mr. Roy,
    opened them".
    """
    apposed = has(row.items[office - 1], "possessive") and row.kind(office - 2) == ","
    return row.led_away(index) and not apposed


def _joined_after(row: Row, office: int) -> Iterator[int]:
    """The other offices of who holds the one at ``office``: "Director of the Institute and Secretary of the Board",
    "Ambassador, Representative"; not "…, and the Chair of the Board, Mr. Roy".
    """
    k = office + 1
    while row.kind(k) in ("C", ","):
        following = k + 1 if row.kind(k) == "C" else row.skip(k + 1)
        behind = row.skip(following + 2) if row.kind(following + 1) == "," else following + 1
        acts = row.kind(following - 1) == "D" and row.kind(following + 1) == "V" and row.finite(following + 1)
        if not _is_office(row, following) or is_person(row, behind) or acts:
            return  # « Reçu par M. Roy, Directeur du Fonds, le Ministre a dit »
        yield following
        k = following + 1


def _joined_before(row: Row, office: int) -> Iterator[int]:
    """ "the Director of the Institute and Secretary of the Board, Ms. Berg": one article for both."""
    while row.kind(office - 1) == "C" and _is_office(row, office - 2):
        office -= 2
        yield office


def _opening(row: Row) -> Iterator[tuple[str, Roles]]:
    """ "Executive Director of UNICEF from 1998 to 2009, she wrote two books": whose the office is that opens it."""
    office = row.skip(0)
    k = office + 1
    while row.kind(k) in ("P", "T", "D", "A") or (row.kind(k) == "E" and is_a(row.items[k].data.type, "Place")):
        k += 1
    holder = row.skip(k + 1)
    if not _is_office(row, office) or row.kind(k) != "," or _unheld(row, office) or row.kind(holder) not in ("O", "E"):
        return
    item = row.items[holder]
    for person in (item.several or (item.data,)) if item.kind == "O" or k > office + 1 else ():
        if isinstance(person, Entity) and person.type == "Person":
            yield "offices", {"person": person, "office": row.items[office].data, **term(row, office)}
            return


def _behind(row: Row, index: int) -> int:
    return row.close(index + 1) + 1 if row.kind(index + 1) == "(" else index + 1


def employer(row: Row, office: int) -> Entity | None:
    """ "Coordination Officer at the Regional Centre", "Communications Officer, IOM", "Director, PJI,"."""
    k = row.skip(office + 2)
    at = ("at", "in", "with", "within", *(("to",) if row.language == "fr" else ()))  # « directeur adjoint à Frontex »
    led = row.kind(office + 1) == "P" and row.items[office + 1].data in at
    own = row.kind(office + 1) == "P" and row.items[office + 1].data == "of" and row.kind(office + 2) == "D"
    named = " " in row.items[k].word if row.kind(k) == "E" else False  # "Director of its Human Rights Institute"
    led = led or (own and has(row.items[office + 2], "possessive") and named)
    seated = row.kind(office + 1) == "P" and row.items[office + 1].data == "in" and is_of_state(row.items[office].data)
    if seated and row.kind(k) == "E" and row.items[k].data.type == "State":
        state: Entity = row.items[k].data  # "national coordinator for combating trafficking in North Macedonia"
        return state
    behind = row.close(k + 1) + 1 if row.kind(k + 1) == "(" else k + 1
    behind += row.kind(behind) == "E" and row.items[behind].data.type == "City"  # "Communications Officer, ILO Jakarta"
    closed = row.kind(office + 1) == "," and (
        row.kind(behind) in ("", ")", ";", ",", "C") or _acts(row, office, behind)
    )
    inside = row.kind(office + 1) == "(" and row.kind(k + 1) == ")"  # « cheffe de mission (HCR) »
    if not (led or closed or inside):
        return None
    if row.kind(k) == "W" and len(row.items[k].surface) > 2 and row.items[k].surface.isupper():
        return unlisted_organisation(row.items[k].surface, row.language)  # an acronym
    if row.kind(k) != "E":
        return None
    bracketed = row.kind(office - 1) == "(" and row.kind(k + 1) == ")"  # "Ms. Berg (Deputy Minister, South Africa)"
    entity: Entity = row.items[k].data
    of_state = bracketed or (closed and is_of_state(row.items[office].data))  # "Ms. Berg, Deputy Minister, Norway"
    return entity if is_a(entity.type, "Organization") or (of_state and entity.type == "State") else None


def _acts(row: Row, office: int, behind: int) -> bool:
    """ "Ms. Berg, Executive Director, UNODC, [said]" without the second comma: the person opens the clause and acts."""
    k = office - 2
    opens = row.kind(office - 1) == "," and is_person(row, k) and row.kind(row.back(k)) in ("", ",")
    return opens and row.kind(behind) == "V" and row.finite(behind)


def _sending(row: Row, index: int, office: int) -> Entity | None:
    """Who sent the person at ``index``: "For UNICEF: Ms. Berg, Representative"; of "Ms. Berg (Togo), Minister", Togo;
    of « le Centre, dont la Directrice, Mme Diop, a dit », the Centre.
    """
    if row.kind(index + 1) == "(" and row.kind(index + 2) == "E" and row.items[index + 2].data.type == "State":
        state: Entity = row.items[index + 2].data
        return state if is_of_state(row.items[office].data) else None
    if row.kind(index + 1) == "(" and row.kind(index + 2) == "E" and row.kind(index + 3) == ")":
        own: Entity = row.items[index + 2].data  # "Ms. Berg (IOM), head of mission"
        sent = is_a(own.type, "Organization") and not is_seat(row.items[office].data)
        return own if sent and not is_of_state(row.items[office].data) else None
    if row.items[index].home is not None and is_of_state(row.items[office].data):
        return row.items[index].home  # "Prime Minister Anna Berg of Norway"
    k = min(index, office) - 1
    while row.kind(k) in ("D", "A", ",", ":", ";"):
        k -= 1
    if row.kind(k) == "R" and row.items[k].word in ("dont", "whose"):
        return _body(row.antecedent(k))
    start = next((j for j in range(k - 1, -1, -1) if row.kind(j) != "D"), 0)
    led = row.kind(k) == "E" and row.kind(start) == "P" and row.items[start].data == "for" and _begins_part(row, start)
    opens = k == 0 and row.kind(k) == "E" and not any(item.kind == "V" for item in row.items)
    return _owner(row.items[k].data) if led or opens else None  # "Togo: Mr. Mensah, Minister of Justice"


def _body(phrase: Phrase | None) -> Entity | None:
    found = phrase.entities if phrase is not None else []
    return _owner(found[0]) if len(found) == 1 else None


def _owner(entity: Entity) -> Entity | None:
    return entity if entity.type == "State" or is_a(entity.type, "Organization") else None


def _electing(row: Row, office: int) -> Entity | None:
    """ "The Committee elected its officers: Rapporteur: Mr. Roy", "…: Mr. Roy (Chad), Vice-Chair": the Committee."""
    labels = row.kind(office + 1) == ":" and row.kind(office - 1) in (":", ";")
    listed = row.kind(office - 1) == "," and is_person(row, office - 2) and row.kind(office + 1) in (";", ",", "C", "")
    if not labels and not (listed and any(row.kind(k) == ":" for k in range(office))):
        return None
    for clause in row.clauses():
        chooses = set(clause.verb.data.lemmas) & verb_set("choosing") and not clause.verb.data.passive
        if chooses and clause.index < office and clause.subject is not None:
            bodies = clause.subject.entities
            return next((body for body in bodies if is_a(body.type, "Organization")), None)
    return None


def _entry(row: Row, index: int) -> Roles:
    """ "…, took office on 1 September 2021", « … a pris ses fonctions le 1er septembre 2021 »."""
    for k in range(index + 1, len(row.items)):
        clause = _beginning(row, k, index)
        own = clause is not None and clause.subject is not None and clause.subject.members[0].index == index
        if clause is not None and own and clause.dates and not clause.verb.data.unreal and not clause.verb.data.negated:
            return {"start": clause.dates[0].first}
    return {}


def _beginning(row: Row, k: int, index: int) -> Clause | None:
    """The clause behind ``index`` of the verb or noun at ``k``, if that tells that an office begins."""
    item = row.items[k]
    if item.kind == "V" and set(item.data.lemmas) & verb_set("entering"):
        return row.clause(k)
    if item.kind != "N" or item.readings["N"] not in functions():
        return None
    return next((row.clause(j) for j in range(k, index, -1) if row.kind(j) == "V"), None)


def _is_office(row: Row, index: int) -> bool:
    return row.kind(index) == "E" and row.items[index].data.type == "Office"


def beside_person(row: Row, index: int) -> int | None:
    """Where the office of the person at ``index`` stands that is beside the name; None where none is."""
    before = _office_before(row, index)
    led = before is not None and row.kind(before - 1) in ("D", "P")
    return _office_after(row, index, held=before is not None, led=led) or before


def _office_after(row: Row, index: int, *, held: bool, led: bool) -> int | None:
    """The office behind the person at ``index``; ``held``: one stands before the name; ``led``: behind an article or
    a preposition, so that a bare one is of who stands before it: "adviser to the Minister, Ms. Berg, Director, Mr. R.".
    """
    i = index + 1
    if row.kind(i) == "(":
        close = row.close(i)
        inner = next((k for k in range(i + 1, close) if _is_office(row, k)), None)
        if inner is not None:
            return inner
        i = close + 1
    if row.led(index) and _is_office(row, i):
        return i
    if row.kind(i) in (",", "-"):
        k = row.skip(i + 1)
        if row.kind(k) == "W" and has(row.items[k], "once"):
            k = row.skip(k + 1)
        end = row.complements(k)["end"][0].end if row.kind(k) == "Q" else k
        if end > k and row.kind(end) == "C":  # "founder and Executive Director of the Fund"
            k = end + 1
        if row.kind(k) == "E" and row.kind(k + 1) == "'":  # "Mr. Seo, INTERPOL's Acting Director"
            if row.items[k].data.type == "Office":
                return None  # "Ms. Berg, Envoy of the UN's Secretary-General"
            k = row.skip(k + 2)
        behind = over_seat(row, k + 1)
        following = row.skip(behind + 1) if row.kind(behind) == "," else -1
        person_next = row.kind(following) == "E" and row.items[following].data.type == "Person"
        definite = row.kind(k - 1) == "D"
        of_next = definite or (held and not led)
        if held and definite and row.language == "fr":
            return None  # « du Délégué, M. Ahmed Ba, le Directeur … »: of two in a list, each behind his post
        leads = is_person(row, k + 1)  # "Mr. Ban, UNODC Executive Director [Yury Fedotov] and …"
        if _is_office(row, k) and not (person_next and of_next) and not leads:
            return k
    return None


def _office_before(row: Row, index: int) -> int | None:
    k = _list_label(row, index)
    while row.kind(k) in ("D", "A") and row.kind(k - 1) in ("D", "A", ","):  # « le Directeur, l'amiral Pereira »
        k -= 1
    if row.kind(k) in (",", ":"):
        labels = row.kind(k) == ":"
        k -= 1
        if row.kind(k) == "'" or (labels and not _begins_part(row, k)):
            return None  # "five members appointed by the Secretary-General: Ms. Benali …"
        if row.kind(k) == ")" and not labels:  # « la Directrice exécutive de l'Office (ONUDC), Mme Waly »
            k = row.open(k) - 1
        k = _over_own_body(row, _before_place(row, k))
    bare = row.kind(k) not in ("D", '"')
    while row.kind(k) in ("D", '"'):
        k -= 1
    if bare and k < index - 1 and _is_apposed(row, k):
        return None
    return k if _is_office(row, k) and not _of_another(row, k) else None


def _is_apposed(row: Row, office: int) -> bool:
    """ "Ms. Lund, Spokesperson for the Secretary-General, Mr. Roy": is the office of who stands before it?"""
    before = row.open(office - 2) - 1 if row.kind(office - 2) == ")" else office - 2
    named = row.kind(before) == "E" and row.items[before].data.type == "Person"
    return named and row.kind(office - 1) == ","


def _before_place(row: Row, index: int) -> int:
    """« le Représentant permanent auprès des Nations Unies à Vienne, M. Roy », "the Director at IOM, Ms. Berg": the
    index before where he is.
    """
    placed = row.kind(index) == "E" and is_any(row.items[index].data.type, ("Place", "Organization"))
    before = row.back(index, "D")
    led = placed and row.kind(before) == "P" and row.items[before].data in ("in", "at", "to", "within")
    return before - 1 if led else index


def _over_own_body(row: Row, index: int) -> int:
    """ "the Director of the Office on Drugs and Crime, UNODC, Ms. Berg": the index of the office before its body."""
    office = index - 2
    named = row.kind(index) == "E" and row.kind(index - 1) == "," and _is_office(row, office)
    return office if named and body_of(row.items[office].data) == row.items[index].data else index


def _begins_part(row: Row, index: int) -> bool:
    """Does a part of the sentence begin at ``index``, its article aside?"""
    while row.kind(index - 1) in ("D", "A"):
        index -= 1
    return row.kind(index - 1) in ("", ";", ":")


def _list_label(row: Row, index: int) -> int:
    """The index before the person at ``index``; of "Vice-Chairs: A (Kenya) and B (Togo)", for B too the colon's."""
    k = first = index - 1
    while row.kind(k) in ("C", ","):
        while row.kind(k) in ("C", ","):
            k -= 1
        k = row.open(k) - 1 if row.kind(k) == ")" else k
        if row.kind(k) != "E" or row.items[k].data.type != "Person":
            return first
        k -= 1
    return k if row.kind(k) == ":" else first


def _of_another(row: Row, office: int) -> bool:
    """« les Représentantes spéciales du Secrétaire général, Mme X », "on behalf of the Secretary-General, Ms. X"; « qui
    remplit les fonctions de rapporteur, Mme X », "who acts as rapporteur, Ms. X".
    """
    k = office - 1
    while row.kind(k) == "D":
        k -= 1
    if row.kind(k) != "P" or row.items[k].data not in ("of", "to", "as"):
        return False
    if row.items[k].data == "as":
        return row.kind(k - 1) == "V"
    if row.kind(k - 1) == "N" and row.items[k - 1].readings["N"] in functions():
        return True
    before = [row.items[j].word for j in range(max(0, k - 3), k) if row.kind(j) == "W"]
    return any(is_office_word(fold(word), row.language) for word in before)


def _unheld(row: Row, office: int) -> bool:
    """ "candidate for", "nominee": not an office that is or was held."""
    start = next((k for k in range(office - 1, -1, -1) if row.kind(k) in (",", ";", ":", "V", ")")), -1)
    first = max(start + 1, office - (_PROPOSED if start < 0 else 3))  # « Pressentie pour la charge de Directrice, … »
    before = any(has(row.items[k], "unheld") for k in range(first, office))
    return before or "unheld" in (words(row.language).readings(row.items[office].word.lower().split(" ")[0]) or {})
