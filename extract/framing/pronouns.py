"""What pronouns and possessives stand for in the roles of a frame: « en assure le secrétariat », "its chair"."""

from __future__ import annotations

from collections.abc import Container, Sequence

from extract.facts import Entity
from extract.framing.fillers import BODIES, Context, Filler, Fillers, fill
from extract.syntax.clauses import Clause
from extract.syntax.items import has, is_agent
from extract.syntax.phrases import Member, Phrase
from extract.syntax.rows import Row
from ontology.lexicon import Frame, data, verb_set
from ontology.types import is_a, is_any

_CLITICS = {
    "object": frozenset({"l", "le", "la", "les"}),
    "to": frozenset({"y"}),
    "on": frozenset({"y"}),
    "of": frozenset({"en"}),
    "over": frozenset[str](),
}
_MASCULINE, _FEMININE = frozenset({"le", "un", "ce", "du", "au"}), frozenset({"la", "une", "cette"})  # articles
_SEVERAL = 2  # words of "following instruments"
_NEAR = 8  # words behind a verb


def pronouns(row: Row, clause: Clause, frame: Frame, fillers: Fillers, context: Context) -> None:
    """Objects that stand before the verb or are pronouns: « l'a ratifié », « qu'elle copréside », "which it
    chairs", "ratified it".
    """
    roles = [
        (slot, role)
        for slot in ("object", "to", "of", "on", "over")
        for role in frame.slots.get(slot, ())
        if role not in fillers and role in frame.types
    ]
    if not roles or clause.verb.data.passive and clause.verb.data.form != "finite":
        return
    if frame.kind == "participants" and _is_habit(clause, context):
        return
    for slot, role in roles:
        if clause.verb.data.clitics & _CLITICS[slot]:
            nearest(row, clause.index, frame, role, fillers, context)
            return


def _is_habit(clause: Clause, context: Context) -> bool:
    """« Le Réseau s'est réuni à Alger. L'Érythrée y participe »: in the network, and not in its meeting."""
    present = "pres" in {name for _, name in clause.verb.readings.get("V", ())}
    return present and any(is_any(entity.type, BODIES) for entity in context.previous)


def nearest(row: Row, index: int, frame: Frame, role: str, fillers: Fillers, context: Context) -> None:
    """Fill ``role`` with what its type admits and was named last before ``index``, in this sentence or its
    paragraph.
    """
    if _ahead(row, index, frame, role, fillers):
        return
    taken = {filler.entity.id for found in fillers.values() for filler in found}
    types = frame.types.get(role, ())
    rivals = frame.options.get("rivals", ())
    acted = False
    listed = _listed_beside(row, index)
    for k in range(index - 1, -1, -1):
        item = row.items[k]
        if k in listed or row.does_besides(k + 1) or not _agrees(row, index, k) or _is_home(row, k):
            continue  # « compte pour membres l'OIM, l'UNICEF et le Togo, qui l'a rejoint »: not UNICEF
        said = item.kind == "E" and item.end > item.start  # not the document, of which nothing in the sentence speaks
        if said and item.data.id not in taken and is_any(item.data.type, types):
            if is_agent(row.items, k):
                acted = True
                continue
            fillers.setdefault(role, []).append(Filler(item.data, Member(item, k)))
            return
        if item.kind == "E" and is_any(item.data.type, rivals):
            return
    if acted:  # « l'équipe a été créée par le HCR ; l'OIM en assure la coordination »: of the team, which has no name
        return
    told = [*context.previous, *([context.met] if context.met is not None else [])]
    if any(is_any(entity.type, rivals) for entity in told):
        return
    admitted = [entity for entity in _earlier(frame, context) if entity.id not in taken and is_any(entity.type, types)]
    treaties = {entity.id for entity in admitted if is_a(entity.type, "Treaty")}
    if "Organization" in types:  # « Le Comité a été créé par l'ONUDC ; en font partie … »: the Committee
        admitted = [entity for entity in admitted if is_any(entity.type, BODIES)] or admitted
    if admitted and (len(treaties) < 2 or admitted[-1] in context.topics[-1:]):  # of two treaties none is certain
        fillers.setdefault(role, []).append(Filler(admitted[-1], Member(row.items[index], index)))


def _is_home(row: Row, k: int) -> bool:
    """« Mme Berg ([Chili]) en est la Vice-Présidente »: where somebody is from."""
    person = row.items[k - 2].data if k > 1 and row.kind(k - 2) == "E" else None
    bracketed = row.kind(k - 1) == "(" and row.kind(k + 1) == ")"
    return bracketed and isinstance(person, Entity) and person.type == "Person"


def _agrees(row: Row, index: int, k: int) -> bool:
    """« le Ministère public et la Centrale, et Nilda Ocampos [la] préside »: has what stands at ``k`` no article of the
    other gender than the pronoun before the verb at ``index``?
    """
    clitics = row.items[index].data.clitics if row.kind(index) == "V" else frozenset()
    article = row.items[k - 1].word if row.kind(k - 1) in ("D", "P") else ""
    other = _MASCULINE if "la" in clitics else _FEMININE if "le" in clitics else frozenset()
    return article not in other


def _listed_beside(row: Row, index: int) -> range:
    """The list of which the relative clause of the verb at ``index`` describes the last: it speaks of none of them."""
    relative = row.back(index, "ADXO")
    elided = row.kind(index) == "V" and "l" in row.items[index].data.clitics
    if not elided or row.kind(relative) != "R" or row.kind(relative - 1) != ",":
        return range(0)
    last = relative - 2
    first = row.list_start(last) if row.kind(last) == "E" else None
    return range(first, last) if first is not None else range(0)


def _ahead(row: Row, index: int, frame: Frame, role: str, fillers: Fillers) -> bool:
    """ "Set up in 2015 by IOM, which serves as [its] secretariat, the Network …", « qui en assure »: fill ``role`` with
    the subject of a participle that opens the sentence, where a relative clause before that subject speaks of it.
    """
    subject = row.clause(0).subject if row.kind(0) == "V" and row.reduced(0) else None
    relative = any(row.kind(k) == "R" for k in range(index))
    if subject is None or subject.start <= index or not relative:
        return False
    meant = [one for one in subject.members if one.item.kind == "E" and is_any(one.item.data.type, frame.types[role])]
    if meant:
        fillers.setdefault(role, []).extend(Filler(one.item.data, one) for one in meant)
    return bool(meant)


def owner(row: Row, index: int, frame: Frame, role: str, fillers: Fillers, context: Context) -> None:
    """What "its", « sa » before ``index`` stands for: the subjects before it, then what the paragraph is about,
    else the nearest.
    """
    if _ahead(row, index, frame, role, fillers):
        return
    if frame.kind == "ratifications":  # "Togo deposited [its] instrument": of the one treaty that is named
        _only(row, index, frame, role, fillers, context)
        return
    taken = {filler.entity.id for found in fillers.values() for filler in found}
    types = frame.types.get(role, ())
    ours = [place for place in (index, index - 1) if row.kind(place) == "D" and row.items[place].several]
    if ours:  # "our Director": of who publishes the page
        meant = [one for one in row.items[ours[0]].several if one.id not in taken and is_any(one.type, types)]
        fillers.setdefault(role, []).extend(Filler(one, Member(row.items[ours[0]], ours[0])) for one in meant)
        return
    before = [clause for clause in row.clauses() if clause.index < index and clause.subject is not None]
    relative = [clause for clause in before if row.kind(clause.index - 1) == "R" and index < clause.end]
    made = _just_made(before, index)
    if taken and made is None and _may_be_either(before, index, taken, types):
        return
    subjects = [
        (member.item, member.index)
        for phrase in (
            made,
            *(clause.subject for clause in [*relative[-1:], *before]),
        )  # « le Groupe, lequel compte … »
        for member in (phrase.members if phrase is not None else ())
        if member.index < index
    ]
    nouns = [
        place for item, place in subjects if item.kind in ("N", "Q")
    ]  # "management of the Fund …, its supervision"
    subjects += [
        (m.item, m.index) for k in nouns for phrase in row.complements(k).get("of", ()) for m in phrase.members
    ]
    named = any(e.kind == "E" and e.end > e.start and is_any(e.data.type, types) for e in row.items[:index])
    for item, place in subjects:
        if named and item.start == item.end:
            continue  # in a resolution of the Council, "its chair" behind the name of the Mechanism is the Mechanism's
        for entity in (item.several or (item.data,)) if item.kind in ("E", "O") else ():
            if isinstance(entity, Entity) and entity.id not in taken and is_any(entity.type, types):
                fillers.setdefault(role, []).append(Filler(entity, Member(item, place)))
                return
    begins = context.before is not None and index <= 1 and has(row.items[0], "possessive")
    for entity in (context.made, *reversed(context.topics), context.before if begins else None):
        if entity is not None and entity.id not in taken and is_any(entity.type, types):
            fillers.setdefault(role, []).append(Filler(entity, Member(row.items[index], index)))
            return
    nearest(row, index, frame, role, fillers, context)


def _told_before(clauses: Sequence[Clause], index: int) -> Clause | None:
    """The last clause that ends before ``index``."""
    return next((clause for clause in reversed(clauses) if clause.end <= index), None)


def _just_made(clauses: Sequence[Clause], index: int) -> Phrase | None:
    """ "CARICOM created the Observatory, and CANEX has acted as its secretariat": what the clause before founds."""
    last = _told_before(clauses, index)
    founds = last is not None and not last.verb.data.passive and set(last.verb.data.lemmas) & verb_set("founding")
    return last.object if last is not None and founds else None


def _may_be_either(clauses: Sequence[Clause], index: int, taken: Container[str], types: Sequence[str]) -> bool:
    """ "IOM chairs ICAT and UNODC hosts its secretariat": of what the clause before tells, both who does it and what
    it is done to may be meant.
    """
    last = _told_before(clauses, index)
    sides = [] if last is None else [last.subject, last.object]
    meant = [
        {
            entity.id
            for member in (phrase.members if phrase is not None else ())
            for entity in member.entities
            if entity.id not in taken and is_any(entity.type, types)
        }
        for phrase in sides
    ]
    return all(meant) and len(set[str]().union(*meant)) > 1 if meant else False


def noun_owner(row: Row, clause: Clause, frame: Frame, fillers: Fillers, noun: int, context: Context) -> None:
    """« en assure le secrétariat », « lui tient lieu de secrétariat », « dont il assure le secrétariat », "its
    secretariat is provided by": whose noun it is.
    """
    role = frame.slots.get("of", ("",))[0]
    if role in fillers or role not in frame.types:
        return
    start = min(clause.index, noun, clause.subject.start if clause.subject is not None else noun)
    for k in range(start - 1, max(-1, start - 4), -1):
        if row.kind(k) == "R" and row.items[k].word in ("dont", "whose", "which", "duquel"):
            fill(fillers, frame, "of", row.antecedent(k))
            return
    complete = row.kind(noun + 1) == "P" and row.items[noun + 1].data in ("of", "for")
    if noun > 0 and has(row.items[noun - 1], "possessive"):
        if not complete or row.kind(row.skip(noun + 2)) == "T":  # « quitte ses fonctions de coordonnateur »: no other's
            owner(row, min(noun, clause.index), frame, role, fillers, context)
        return
    bare = not complete and noun > 0 and row.items[noun - 1].word in ("the", "la", "le")
    if "en" in clause.verb.data.clitics or ("lui" in clause.verb.data.clitics and "to" in frame.slots):
        nearest(row, min(noun, clause.index), frame, role, fillers, context)
    elif bare:
        _only(row, min(noun, clause.index), frame, role, fillers, context)
        _as_before(row, min(noun, clause.index), frame, role, fillers, context)


def _as_before(row: Row, index: int, frame: Frame, role: str, fillers: Fillers, context: Context) -> None:
    """ "Togo chairs the Network in 2025; Kenya held the chair in 2024": the same as the sentence has just told."""
    named = {item.data.id for item in row.items[:index] if item.kind == "E"}
    last = [doing.fillers.get(role, ()) for doing in context.doings if doing.frame.kind == frame.kind]
    meant = {filler.entity.id: filler.entity for found in last for filler in found if filler.entity.id in named}
    if role not in fillers and len(meant) == 1:
        fillers[role] = [Filler(entity, Member(row.items[index], index)) for entity in meant.values()]


def unsaid(row: Row, clause: Clause, frame: Frame, fillers: Fillers, context: Context) -> None:
    """Fill what the frame lets be left out ("Morocco acceded in 2014", "…; UNICEF is a partner") where the paragraph
    has named one thing of its type alone before the verb of ``clause``.
    """
    role = frame.options.get("omitted") or _became(row, clause, frame, context)
    if role is None or role in fillers or _names_several(row, clause):
        return
    noun = clause.object is not None and any(frame.nouns.values())  # "took the floor."
    if frame.kind != "participants" or _leaves_out(row, clause, clause.object.end if noun and clause.object else 0):
        _only(row, clause.index, frame, role, fillers, context)


def _names_several(row: Row, clause: Clause) -> bool:
    """ "ratified [the following instruments]:", « a ratifié [plusieurs conventions] »: others, under a plural noun."""
    noun = row.skip(clause.index + 1)
    while row.kind(noun) in ("J", "A"):
        noun += 1
    led = any(row.kind(k) == "D" for k in range(clause.index + 1, noun))
    said = row.items[noun : noun + _SEVERAL]
    nouns = [item.word for item in said[: next((k for k, item in enumerate(said) if item.kind not in "WN"), len(said))]]
    return led and any(word.endswith("s") for word in nouns)


def _leaves_out(row: Row, clause: Clause, behind_noun: int) -> bool:
    """ "IOM and WHO attended.", "attended as guests", "attended the public part of the proceedings": of what is not
    said, or only that it was what is spoken of.
    """
    k = behind_noun or clause.index + 1
    while row.kind(k) == "A":
        k += 1
    behind = {item.word for item in row.items[k : k + _NEAR]}
    comma = row.kind(k) == "," and row.kind(k + 1) != ""
    likewise = comma and row.items[k + 1].word == "as"  # "took part, as did UNICEF"
    guests = row.kind(k) == "P" and row.items[k].data == "as" and row.kind(row.skip(k + 2)) in ("", ".", ";", ",")
    guests = guests and "pres" not in {name for _, name in clause.verb.readings.get("V", ())}  # no habit of theirs
    ends = likewise or guests or row.kind(k) in ("", ".", ";")
    return ends or not behind.isdisjoint(data("words")[row.language]["proceedings"])


def _became(row: Row, clause: Clause, frame: Frame, context: Context) -> str | None:
    """ "UNODC and IOM became members in 2025", "Tunisia joined in 2021", "joined as a member", "are members": the role
    of the body, "became a party in 2010": the role of the treaty that the paragraph is about.
    """
    role = frame.options.get("became")
    if role is None:
        return None
    named = [*context.topics, *(item.data for item in row.items[: clause.index] if item.kind == "E")]
    types = BODIES if "Organization" in frame.types[role] else frame.types[role]
    if not any(is_any(entity.type, types) for entity in (*named, *context.previous)):
        return None
    lemmas = clause.verb.data.lemmas
    joins = not any(frame.posts.values()) and _is_joined(clause)
    becomes = joins or not verb_set("becoming").isdisjoint(lemmas)
    dated = bool(clause.dates or clause.fronted)
    as_one = any(member.item.kind == "Q" for phrase in clause.slots.get("as", ()) for member in phrase.members)
    told = becomes and (dated or as_one)
    return role if told or _are_posts(row, clause) else None


def _are_posts(row: Row, clause: Clause) -> bool:
    """ "Benin and Togo are [members]; Mali has observer status": several of them, with nothing behind."""
    several = clause.subject is not None and len(clause.subject.members) > 1
    posts = clause.object if clause.verb.data.link and several else None
    alone = posts is not None and len(posts.members) == 1 and posts.members[0].item.kind == "Q"
    return alone and posts is not None and row.kind(posts.end) in ("", ".", ";")


def _is_joined(clause: Clause) -> bool:
    """Is it a State or an organisation that joins? Of a person nobody knows whether she joined as a member."""
    members = clause.subject.members if clause.subject is not None else []
    joining = [one for member in members for one in member.entities]
    return bool(joining) and all(is_any(one.type, ("State", "Organization")) for one in joining)


def _earlier(frame: Frame, context: Context) -> list[Entity]:
    """What earlier sentences named; of those who took part, else the meeting that was told of without a name."""
    unnamed = frame.kind == "participants" and not any(is_a(entity.type, "Meeting") for entity in context.previous)
    return [*context.previous, *([context.met] if unnamed and context.met is not None else [])]


def _only(row: Row, index: int, frame: Frame, role: str, fillers: Fillers, context: Context) -> None:
    """Fill ``role`` with the one thing that it admits and that is named here before ``index`` or earlier in the
    paragraph: of two, "the chairmanship" may be of either; of IOM and the Joint Group, which IOM set up, it is of the
    Group.
    """
    taken = {filler.entity.id for found in fillers.values() for filler in found}
    named = {item.data.id: item.data for item in row.items[:index] if item.kind == "E"}
    named = {**{entity.id: entity for entity in _earlier(frame, context)}, **named}
    before = context.met_before if frame.kind == "participants" else None
    if before is not None and not any(is_a(entity.type, "Meeting") for entity in named.values()):
        named[before.id] = before  # "… met on 4 May.¶ Kenya chaired it. Togo and IOM [attended]"
    for types in (frame.types[role], BODIES if "Organization" in frame.types[role] else ()):
        meant = [entity for entity in named.values() if is_any(entity.type, types)]
        if frame.kind == "ratifications":  # "The Protocol, which amends the Charter, was adopted. Togo [ratified]"
            meant = [entity for entity in meant if entity in context.topics[-1:]] or meant
        if len(meant) == 1 and meant[0].id not in taken:
            fillers.setdefault(role, []).append(Filler(meant[0], Member(row.items[index], index)))
            return
