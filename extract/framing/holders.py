"""Who holds a post: "X is Chair of Y", "the Chair of Y, X", "X, as secretariat of Y", "elected X (as) Chair"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from extract.facts import Entity
from extract.framing.attitude import asserted
from extract.framing.beside import (
    before_comma,
    first_post,
    follows,
    in_a_list,
    is_person,
    named_after,
    named_between,
)
from extract.framing.elections import every
from extract.framing.fillers import Context, Filler, Fillers, fill, fill_all
from extract.framing.fronted import fronted
from extract.framing.pronouns import nearest, owner, unsaid
from extract.syntax.clauses import Clause
from extract.syntax.items import Item, has
from extract.syntax.phrases import Member, Phrase
from extract.syntax.rows import Row
from ontology.lexicon import Frame, frames, verb_set
from ontology.types import is_a, is_any

_YET = ("incoming", "future", "prospective", "designate", "possible")
_OTHER = ("other", "autres")  # "its other members"
_LISTED = ("members", "ratifications", "participants")  # kinds whose posts many hold: "among its members are …"


def posts(row: Row, index: int, frame: Frame, context: Context) -> Iterator[tuple[Fillers, Clause | None]]:
    """Who holds the post that the noun at ``index`` names, and of what."""
    past = index + 1 < len(row.items) and has(row.items[index + 1], "once")  # « Président [sortant] du Conseil »
    slots = row.complements(index + past)
    end = slots.pop("end")[0].end
    if (other := _joined(row, end)) and end == index + past + 1:  # "coordinator [and secretariat of the Network]"
        slots = row.complements(other)
        end = slots.pop("end")[0].end
    slots |= {"of": _nearest_of(slots["of"], index)} if "of" in slots else {}
    former = index > 0 and _keeps_out(row.items[index - 1], once=frame.kind == "chairs")
    former = former or (past and frame.kind not in ("chairs", "offices"))
    if index > 0 and has(row.items[index - 1], "I") and row.kind(index - 1) != "P" or former:
        return
    if frame.options.get("said") is True and "of" not in slots:
        return
    too = row.holding_too(index, slots) if frame.kind in _LISTED else None
    fillers: Fillers = {}
    fill_all(fillers, frame, slots)
    dates = [date for phrase in slots.get("time", ()) for date in phrase.dates]
    for holder, clause in _holders(row, index, end, listed=frame.kind in _LISTED):
        complete = {role: list(found) for role, found in fillers.items()}
        if clause is None or asserted(row, clause, frame):
            fill(complete, frame, "holder", holder)
            fill(complete, frame, "holder", too if clause is not None and complete else None)
            _whose(row, index, frame, complete, holder, context)
            if clause is None and (row.kind(end) == ":" or _is_line(row, end)):
                _heading(frame, complete, row, index, context.under)
            if (
                clause is None
                and row.kind(index - 1) in ("(", ",")
                and frame.kind == "chairs"
                and "body" not in complete
            ):
                fill(complete, frame, "of", _composed(row, index, frame))
            if clause is not None and holder is not None and frame.slots["holder"][0] not in complete:
                fill(
                    complete, frame, "holder", clause.colon
                )  # "three States became parties to the Protocol: Maldives …"
            if clause is not None and "jointly" in frame.slots:
                for phrase in clause.slots.get("jointly", ()):
                    fill(complete, frame, "jointly", phrase)
            if clause is not None:
                for slot in ("of", "to", "in", "on"):  # "of which the Centre has been a member"
                    for phrase in clause.slots.get(slot, ()) if phrase_roles(frame, slot, complete) else ():
                        fill(complete, frame, slot, phrase)
                if (
                    (_chooses(clause) or _counts(clause))
                    and not any(role in complete for role in frame.slots.get("of", ()))
                    and "of" in frame.slots
                ):
                    fill(
                        complete, frame, "of", clause.subject
                    )  # "the Group elected Ms. X as Chair", "has five members"
            for clitic, slot in (("en", "of"), ("y", "to")):  # « qui en est le coordonnateur », « y est partie »
                if clause is not None and clitic in clause.verb.data.clitics:
                    role = next(
                        (role for role in frame.slots.get(slot, ()) if role in frame.types and role not in complete),
                        None,
                    )
                    if role is not None:
                        nearest(row, clause.index, frame, role, complete, context)
            if clause is not None and not any(slot in slots for slot in ("of", "in", "to")):  # "…; UNICEF is a partner"
                unsaid(row, clause, frame, complete, context)
            if leaves(clause):  # its date is no year of holding
                complete = {role: [replace(one, dates=[]) for one in found] for role, found in complete.items()}
            elif dates:
                for found in complete.get(frame.slots["holder"][0], ()):
                    found.dates = found.dates or dates
            yield complete, clause


def _joined(row: Row, end: int) -> int:
    """The post that "and" joins to the one that ends at ``end``; 0 where there is none."""
    other = row.skip(end + 1)
    return other if row.kind(end) == "C" and row.kind(other) == "Q" else 0


def _nearest_of(phrases: list[Phrase], index: int) -> list[Phrase]:
    """Of "a member of the Group of Experts (GRETA) of the Council of Europe" the Group alone."""
    behind = [phrase for phrase in phrases if phrase.start > index]
    inside = [after for before, after in pairwise(behind) if after.start - before.end <= 2]
    return [phrase for phrase in phrases if phrase not in inside]


def phrase_roles(frame: Frame, slot: str, fillers: Fillers) -> bool:
    """Does the slot have a role that is still open?"""
    return any(role in frame.types and role not in fillers for role in frame.slots.get(slot, ()))


def _chooses(clause: Clause) -> bool:
    return bool(set(clause.verb.data.lemmas) & verb_set("choosing")) and not clause.verb.data.passive


def _composed(row: Row, index: int, frame: Frame) -> Phrase | None:
    """The body of a list of its members: "the Board is composed of Ms. Berg (Chair), Mr. Diop and Mr. Roy"."""
    for k in range(index - 1, -1, -1):
        if row.kind(k) == "V":
            clause = row.clause(k)
            composes = set(clause.verb.data.lemmas) & verb_set("composing") and asserted(row, clause, frame)
            return clause.subject if composes else None
    return None


def _counts(clause: Clause) -> bool:
    return bool(set(clause.verb.data.lemmas) & verb_set("counting")) and not clause.verb.data.passive


def _keeps_out(word: Item, *, once: bool) -> bool:
    """ "incoming Chair"; "former member", but who chaired a body ``once`` is told."""
    return word.word in _YET or (not once and has(word, "once"))


def _holders(row: Row, index: int, end: int, *, listed: bool) -> Iterator[tuple[Phrase | None, Clause | None]]:
    """(holder, clause that says so or None) for the noun at ``index`` whose phrase ends at ``end``."""
    start = index
    while row.kind(start - 1) in ("D", "A", "J") or (
        row.kind(start - 1) == "E"
        and start == index
        and not row.led(index - 1)
        or (row.kind(start - 1) == "W" and has(row.items[start - 1], "once"))
    ):
        start -= 1
    start = first_post(row, start) if start == index else start
    if row.kind(start - 1) == "C" and row.kind(start - 2) == "Q" and row.kind(start - 3) in ("P", "D"):
        start -= 2 + (row.kind(start - 3) == "D")  # "as the coordinator and the secretariat of the Network"
    before = row.kind(start - 1)
    for k, item in enumerate(row.items):
        if item.kind == "V" and (item.data.link or set(item.data.lemmas) & _giving()):
            if item.data.link and k < start - 2 and before == "," and is_person(row, start - 2):
                continue  # "The speakers were Ms. Diop and Mr. Roy, Chair of": he
            for clause in every(row, row.clause(k)):
                holder = _clause_holder(row, clause, index) or (_listed(clause, index) if listed else None)
                if holder is not None:
                    yield holder, clause
                    return
    if before == "P" and row.items[start - 1].data == "among" and listed:
        yield from _among(row, end)
    elif (among := _accompanying(row, start - 1)) is not None:
        yield among, None
    elif before == "P" and row.items[start - 1].data == "as":
        yield _as_holder(row, start - 1, end), None
    elif row.led(index - 1):
        yield row.head(index - 1), None  # "Luka Perović ............ Chair"
    elif before == "P" and row.items[start - 1].data == "of" and row.kind(start - 2) == "N" and not _is_led(row, index):
        yield from _in_post(row, start - 2)
    elif before == "," and in_a_list(row, start, end):
        yield named_after(row, end + 1, several=False), None
    elif (
        before == "," and row.kind(start - 2) in ("E", ")") and row.kind(end) in (",", "", ")", ";", "V", "R", "-", "C")
    ):
        yield before_comma(row, start - 2, several=row.items[index].word.endswith("s")), None
    elif before == "(" and row.kind(start - 2) == "E":
        member, after = row.member(start - 2)
        yield Phrase([member], start - 2, after), None  # of "A (Chair), B and C", only A
    elif row.kind(end) == ":" and (_labels(row, start) or _announces(row, start, end)):
        yield row.listed(end + 1), None  # "Members of the Committee: Kenya and IOM", "Chair: Ms. Berg"
    elif row.kind(end) == "," and before != "," and follows(row, row.skip(end + 1), opens=before == ""):
        yield named_after(row, end + 1, several=row.items[index].word.endswith("s")), None
    elif row.kind(end) in ("-", "(") and before not in (",", "-") and row.kind(row.skip(end + 1)) == "E":
        yield named_between(row, end, several=row.items[index].word.endswith("s")), None
    elif row.kind(end) == "E" and end > index:
        yield named_after(row, end, several=row.items[index].word.endswith("s")), None


@cache
def _giving() -> frozenset[str]:
    """Verbs that say who holds a post."""
    sets = ("choosing", "serving", "succeeding", "listing", "counting", "figuring", "leaving")
    return frozenset().union(*map(verb_set, sets))


def _labels(row: Row, start: int) -> bool:
    """Does a label begin at ``start``: of the line, or of a part of it ("…: Chair: Ms. Berg; Rapporteur: Mr. Roy")?"""
    stop = next((k for k in range(start, len(row.items)) if row.kind(k) == ";"), len(row.items))
    return (start == 0 or row.kind(start - 1) in (";", ":")) and not any(row.kind(k) == "V" for k in range(start, stop))


def _announces(row: Row, start: int, end: int) -> bool:
    """ "attended by the following members of the Group: A, B and C", « les membres ci-après du Comité : »."""
    return any(has(row.items[k], "listed") for k in range(max(0, start - 2), end))


def _among(row: Row, end: int) -> Iterator[tuple[Phrase | None, Clause | None]]:
    """ "Among its members are UNDP and IOM", « Parmi ses membres figurent le Chili et le Kenya »."""
    k = end
    while row.kind(k) == "A":
        k += 1
    if row.kind(k) == "V" and set(row.items[k].data.lemmas) & verb_set("figuring"):
        clause = row.clause(k)
        yield clause.object or clause.subject, clause


def _is_led(row: Row, index: int) -> bool:
    """« Sous la conduite de sa [présidente], Mme Berg, le Réseau … »: no function of that name."""
    return row.items[0].data == "under" and has(row.items[index - 1], "possessive")


def _in_post(row: Row, noun: int) -> Iterator[tuple[Phrase | None, Clause | None]]:
    """ "holds the position of Chair", « a quitté ses fonctions de Présidente »."""
    for clause in row.clauses():
        if _heads(clause.object, noun) and not _holding().isdisjoint(clause.verb.data.lemmas):
            yield clause.subject, clause


@cache
def _holding() -> frozenset[str]:
    """Verbs of which a post is the object: hold, leave; not refuse, seek, create."""
    return frozenset(lemma for frame in _of_function() for lemmas in frame.verbs.values() for lemma in lemmas)


@cache
def functions() -> frozenset[str]:
    """Nouns for any office: "post", « fonctions »."""
    return frozenset(noun for frame in _of_function() for nouns in frame.nouns.values() for noun in nouns)


def _of_function() -> list[Frame]:
    """The frames of "holds the post of", « quitte ses fonctions »."""
    return [frame for frame in frames() if frame.kind == "offices" and any(frame.nouns.values()) and frame.verbs["en"]]


def leaves(clause: Clause | None) -> bool:
    """ "resigned as Chair on 12 March": its date is the end."""
    return clause is not None and clause.verb.kind == "V" and bool(set(clause.verb.data.lemmas) & verb_set("leaving"))


def _clause_holder(row: Row, clause: Clause, index: int) -> Phrase | None:
    """The holder that a verb gives: "X is Chair", "the Chair is X", "serves as Chair", "elected X (as) Chair"."""
    verb = clause.verb.data
    if clause.index > index + 25 or (clause.end <= index and not _heads(clause.subject, index)):
        return None
    chosen = bool(set(verb.lemmas) & verb_set("choosing"))
    as_ = any(_heads(phrase, index) for phrase in clause.slots.get("as", ()))
    if verb.link and (_heads(clause.object, index) or _heads(clause.second, index)):
        return clause.subject or clause.colon or clause.second  # « Sont membres du Conseil : … »
    if verb.link and _heads(clause.subject, index):  # « dont sont membres le Chili et le Pérou »
        return clause.object or clause.colon or clause.second
    among = any(_heads(phrase, index) for phrase in clause.slots.get("among", ()))
    if among and clause.object is None and (verb.link or _counts(clause) or set(verb.lemmas) & verb_set("figuring")):
        return clause.subject  # "Norway is among the members of", « compte parmi les membres »
    if chosen and verb.passive and (_heads(clause.object, index) or as_):
        return clause.subject
    if chosen and not verb.passive and (_heads(clause.second, index) or as_):
        return _each_as(row, clause, index) or clause.object
    if chosen and verb.ambiguous and _heads(clause.object, index):
        return None if _elects_several(row, clause, index) else clause.subject
    if as_ and set(verb.lemmas) & (verb_set("serving") | verb_set("leaving")):
        return clause.subject
    if as_ and set(verb.lemmas) & verb_set("succeeding") and not verb.passive:
        return clause.subject  # "Ms. Berg succeeded Mr. Roy as Chair in 2024": her year
    if (_counts(clause) and clause.subject is not None) and (
        as_ or any(_heads(p, index) for slot in ("for", "among") for p in clause.slots.get(slot, ()))
    ):
        return clause.object  # "has as its Chair Ms. Berg", « a pour Président M. Roy », "counts A among its members"
    return None


def _elects_several(row: Row, clause: Clause, index: int) -> bool:
    """ "The Assembly elected [eight new] members of the Board": those are others than who elected them; but "Norway
    and Chile, elected members of the Board".
    """
    several = row.items[index].surface.endswith("s") or row.items[index].word.endswith("s")
    counted = any(row.kind(k) in "#W" for k in range(clause.index + 1, index))
    alone = clause.subject is not None and len(clause.subject.entities) == 1
    return several and (counted or alone)


def _each_as(row: Row, clause: Clause, index: int) -> Phrase | None:
    """ "appointed Ms. Berg as Chair, and Mr. Roy and Ms. Diop as its members": those before each."""
    leads = [k for k in range(clause.index, index) if row.kind(k) == "P" and row.items[k].data == "as"]
    return row.near(leads[-1] - 1) if len(leads) > 1 else None


def _listed(clause: Clause, index: int) -> Phrase | None:
    """ "The members of ICAT include UNDP and IOM", "ICAT has 25 members, including UNDP and IOM"."""
    if clause.object is None or clause.verb.data.passive:
        return None
    if _counts(clause) and _heads(clause.object, index):
        return clause.second  # "welcomed two new members, Chile and Kenya"
    includes = set(clause.verb.data.lemmas) & verb_set("listing") and _heads(clause.subject, index)
    counts = _counts(clause) and clause.index < index < clause.object.start
    return clause.object if includes or counts else None


def _heads(phrase: Phrase | None, index: int) -> bool:
    return phrase is not None and any(member.index == index for member in phrase.members)


def _accompanying(row: Row, preposition: int) -> Phrase | None:
    """ "the Group, with [Ghana, Nepal and Togo] as its members", « avec [le Mali et le Togo] pour membres »."""
    if row.kind(preposition) != "P" or row.items[preposition].data not in ("as", "for"):
        return None
    led = row.back(preposition, "EDC,()AT#")
    if led < 0 or row.kind(led) != "P" or row.items[led].data != "with":
        return None
    phrase = row.phrase(led + 1, open_list=True)
    return phrase if phrase is not None and phrase.end == preposition else None


def _accompanied(row: Row, holder: Phrase, index: int) -> Phrase | None:
    """What has the ``holder`` of the post at ``index`` with it: "[the Group], with Mali as Chair", "With Mali as Chair,
    [the Group] met".
    """
    with_ = row.back(holder.start, "DA#")
    if with_ > 0:
        verb, near = row.verb_before(with_), row.near(with_ - 1 - (row.kind(with_ - 1) == ","))
        told = row.clause(verb).subject if verb is not None else None  # "[it] is chaired by Ghana, with IOM as"
        return told if near is None else replace(near, otherwise=near.otherwise or told)
    comma = next((k for k in range(index, len(row.items)) if row.kind(k) in (",", "V")), index)
    return row.phrase(comma + 1, before_verb=True) if row.kind(comma) == "," else None


def _as_holder(row: Row, preposition: int, end: int) -> Phrase | None:
    """ "As guardian of the Protocol, UNODC …", "UNODC, as guardian of the Protocol, …", "Speaking as Chair, Ms.
    Berg …".
    """
    if row.kind(preposition - 1) == "," and row.kind(preposition - 2) in ("E", ")"):
        return row.near(preposition - 2)
    further = row.kind(preposition - 1) == "C" and row.kind(0) == "P" and row.items[0].data == "as"
    opens = (
        preposition == 0 or row.kind(preposition - 1) in ("A", ",", ":") or (preposition == 1 and row.kind(0) == "V")
    )
    opens, end = opens or further, _behind_roles(row, end)
    if opens and row.kind(end) == ",":
        return row.phrase(end + 1, before_verb=True)
    return row.near(preposition - 1) if row.kind(preposition - 1) in ("E", ")") else None


def _behind_roles(row: Row, index: int) -> int:
    """ "As custodian of the Protocol [and as coordinator of the Forum], UNODC": the index behind the last."""
    while row.kind(index) == "C" and row.kind(index + 1) == "P" and row.items[index + 1].data == "as":
        noun = row.skip(index + 2)
        if row.kind(noun) != "Q":
            break
        index = row.complements(noun)["end"][0].end
    return index


def _is_line(row: Row, end: int) -> bool:
    """Is the row, behind its last colon, a person with his post: "Farida Akhter (Bangladesh), Chair"?"""
    start = next((k + 1 for k in range(end - 1, -1, -1) if row.kind(k) == ":"), 0)
    person = row.kind(start) == "E" and row.items[start].data.type == "Person"
    return person and row.kind(end) in ("", ";") and all(row.kind(k) != "V" for k in range(start, end))


def _heading(frame: Frame, fillers: Fillers, row: Row, index: int, under: Entity | None) -> None:
    """ "Chair: Ms. Berg" below the heading of a body, or behind "the Committee elected:"."""
    role = next((role for role in frame.slots.get("of", ()) if role in frame.types), None)
    if role is None or role in fillers:
        return
    choosing = next((clause for clause in row.clauses() if clause.index < index and _chooses(clause)), None)
    if choosing is not None and asserted(row, choosing, frame):
        fill(fillers, frame, "of", choosing.subject)
    elif under is not None and is_a(under.type, "Organization"):
        fillers[role] = [Filler(under, Member(row.items[index], index))]


def _whose(row: Row, index: int, frame: Frame, fillers: Fillers, holder: Phrase | None, context: Context) -> None:
    """ "its Chair", « sa présidente », « dont il est membre »: of what, when the noun itself does not say."""
    roles = [role for slot in ("of", "to", "for") for role in frame.slots.get(slot, ()) if role in frame.types]
    if not roles or any(role in fillers for role in roles):
        return
    if holder is not None and holder.start < index and row.leading(holder.start) == "with":
        fill(fillers, frame, "of", _accompanied(row, holder, index))
    if any(role in fillers for role in roles):
        return
    k = index - 1
    while k > index - 4 and (row.kind(k) in ("A", "J", "W", "#") or row.items[k].word in _OTHER):
        k -= 1
    if k >= 0 and has(row.items[k], "possessive"):
        body = fronted(row, holder.members[-1].index, k + 1) if holder is not None else None
        if body is not None and holder is not None and is_any(body.type, frame.types[roles[0]]):
            fillers[roles[0]] = [Filler(body, holder.members[-1])]
            return
        taken = {**fillers}
        owner(row, k, frame, roles[0], taken, context)
        if taken.get(roles[0]):
            fillers[roles[0]] = taken[roles[0]]
        return
    if row.kind(index + 1) == "P" and row.items[index + 1].data == "of" and row.kind(index + 2) == "R":
        fill(fillers, frame, "of", row.antecedent(first_post(row, index)))  # "the current chair of which is Ghana"
        return
    if holder is None:
        return
    for k in range(min(holder.start, index) - 1, max(-1, holder.start - 4), -1):
        if row.kind(k) == "R" and row.items[k].word in ("dont", "whose"):
            fill(fillers, frame, next(slot for slot in ("of", "to", "for") if slot in frame.slots), row.antecedent(k))
