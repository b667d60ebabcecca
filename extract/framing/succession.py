"""What a paragraph adds to what it has told of who holds what: who held it before or after ("OSCE, which succeeded
IOM", « M. X lui a succédé »), and since or until when ("She took office on 5 May", « a quitté ses fonctions en 2020 »).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.facts import Entity, Fact
from extract.framing.apposed_terms import apposed_term, in_function, of_posts
from extract.framing.attitude import real
from extract.framing.change import HOLDERS, TIMES, Change, Roles, apart, of_both
from extract.framing.holders import functions
from extract.mentions.dates import Date
from extract.syntax.clauses import Clause
from extract.syntax.items import has
from extract.syntax.phrases import Phrase
from extract.syntax.rows import Row
from ontology.lexicon import verb_set
from ontology.types import is_any

_TYPES = ("Person", "State", "Organization", "ActorGroup")
_BEFORE = ("to", "of", "from")  # « succède à », « prend la relève de », "took over from"
_DATIVE = frozenset({"lui", "leur"})
_POINTING = ("that", "this", "same", "those", "these", "ce", "cet", "cette", "ces", "même", "mêmes")
_OBLIQUE = ("him", "her", "them")


def holdings(told: Sequence[Fact], passage: int, row: Row) -> list[Fact]:
    """Those of ``told`` that say who holds or held what: in the paragraph, or in the one before it, of whom the row
    names again.
    """
    named = [item.data for item in row.items if item.kind == "E"]
    held = [fact for fact in told if fact.kind in HOLDERS and fact.modality == "asserted"]
    here = [fact for fact in held if fact.passage == passage]
    return here or [fact for fact in held if fact.passage == passage - 1 and fact.roles[HOLDERS[fact.kind]] in named]


def replaced(row: Row, told: Sequence[Fact], named: Sequence[Entity]) -> Iterator[tuple[Fact, Roles]]:
    """What the verbs of ``row`` add to what was ``told`` in the paragraph of who holds what: who held it before or
    after ("which succeeded IOM"). Gives each fact with the roles that hold for another; ``named``: what the paragraph
    has named so far, the last last.
    """
    for clause, held in clauses(row, told, named):
        if not verb_set("succeeding").isdisjoint(clause.verb.data.lemmas):
            change = _change(row, clause, held) or _relay(row, clause, held, told)
            told = apart(row, change, told) if change is not None else told
            if change is not None and clause.verb.data.form == "gerund":  # "…, replacing Mr. Roy, who is now Judge"
                own = [fact for fact in told if fact.roles[HOLDERS[fact.kind]] == change.after]
                yield from of_both(change, own)
            elif change is not None:
                yield from of_both(change, told)


def timed(row: Row, told: Sequence[Fact], named: Sequence[Entity]) -> Iterator[tuple[Fact, Roles]]:
    """The same of when it was held: "She took office on 5 May", « a exercé ces fonctions de 2015 à 2020 »."""
    for clause, held in clauses(row, told, named):
        if verb_set("succeeding").isdisjoint(clause.verb.data.lemmas):
            yield from _timed(row, clause, held, told)


def related(row: Row, told: Sequence[Fact], named: Sequence[Entity]) -> Iterator[tuple[Fact, Roles]]:
    """The same of predecessors and successors: "Her predecessor, Mr. Lund, …", « son successeur, Mme Diop »."""
    for index, item in enumerate(row.items if told else ()):
        noun = next((flag for flag in ("predecessor", "successor") if has(item, flag)), "")
        other = _kin(row, index) if noun and has(row.items[index - 1], "possessive") else None
        before = [item.data for item in row.items[:index] if item.kind == "E"]
        held = [holder for holder in _held(told, [*named, *before]) if holder.type == "Person"]
        later = noun == "successor" and any(not _said(row, clause) for clause in row.clauses())
        if other is not None and held and not later and other not in held:
            pair = (other, held[-1]) if noun == "predecessor" else (held[-1], other)
            yield from of_both(Change(*pair, ()), told)


def instead(row: Row, told: Sequence[Fact], named: Sequence[Entity]) -> Iterator[tuple[Fact, Roles]]:
    """The same of those in whose place somebody came: "elected Chair in March 2025, [replacing] Mr. Roy"."""
    for index, item in enumerate(row.items if told else ()):
        before = row.phrase(index + 1) if item.kind == "P" and item.data == "replacing" else None
        chosen = row.verb_before(index)
        clause = row.clause(chosen) if chosen is not None else None
        if before is None or clause is None or not _chosen(row, clause):
            continue
        after = one_of(clause.subject, _held(told, named)) or one_of(clause.object, ())
        if after is not None and len(before.entities) == 1:
            yield from of_both(Change(before.entities[0], after, clause.dates), _own(told, after))


def _own(told: Sequence[Fact], holder: Entity) -> list[Fact]:
    """What the ``holder`` is told to hold, where that is one thing: a minister who is elected Chair in the place of
    another has not become a minister in her place.
    """
    own = [fact for fact in told if fact.roles[HOLDERS[fact.kind]] == holder]
    posts = {str(fact.roles.get("office", "")) for fact in own if fact.kind == "offices"}
    return own if len(posts) < 2 else []


def _chosen(row: Row, clause: Clause) -> bool:
    return not verb_set("choosing").isdisjoint(clause.verb.data.lemmas) and _said(row, clause)


def shared(row: Row, told: Sequence[Fact], named: Sequence[Entity]) -> Iterator[tuple[Fact, Roles]]:
    """The same of others who held "that post", « cette fonction » at another time."""
    for clause, held in clauses(row, told, named):
        subject = clause.subject.members[0].entities if clause.subject is not None else ()
        assumes = not verb_set("assuming").isdisjoint(clause.verb.data.lemmas) and _is_function(row, clause)
        if not (assumes and held and _points(row, clause) and len(subject) == 1 and subject[0].type == "Person"):
            continue
        dates = clause.dates or clause.fronted
        times = (
            {"start": dates[0].first, **({"end": dates[0].last} if dates[0].last is not None else {})} if dates else {}
        )
        for fact in told:
            if fact.kind == "offices" and fact.roles["person"] == held[-1] and subject[0] not in held:
                timeless: Roles = {column: value for column, value in fact.roles.items() if column not in TIMES}
                yield fact, {**timeless, "person": subject[0], **times}


def _points(row: Row, clause: Clause) -> bool:
    """Does "that", « cette », "the same" stand before the object of the clause?"""
    first = clause.object.members[0].index if clause.object is not None else clause.index
    return any(item.word in _POINTING for item in row.items[clause.index + 1 : first])


PASSES = (related, replaced, instead, timed, shared)  # in this order: the later build on what the earlier tell


def _kin(row: Row, index: int) -> Entity | None:
    """Who is the predecessor or successor that the noun at ``index`` speaks of: beside it, or by a verb of being."""
    behind = row.skip(index + 2) if row.kind(index + 1) == "," else row.skip(index + 1)
    before = index - 3 if row.kind(index - 2) == "," else -1
    linked = next((clause for clause in row.clauses() if clause.index > index and clause.verb.data.link), None)
    last = linked.object.members[0].index if linked is not None and linked.object is not None else -1
    end = linked.index if linked is not None else -1
    inside = all(row.kind(k) in ("P", "D", "Q", "N", "W") for k in range(index + 1, end))
    for k in (behind, row.open(before) - 1 if row.kind(before) == ")" else before, last if inside else -1):
        if row.kind(k) == "E" and row.items[k].data.type == "Person":
            person: Entity = row.items[k].data
            return person
    return None


def clauses(row: Row, told: Sequence[Fact], named: Sequence[Entity]) -> Iterator[tuple[Clause, list[Entity]]]:
    """The clauses of what is or was, with those whom the paragraph has told to hold something."""
    for clause in row.clauses() if told else ():
        if _said(row, clause):
            yield clause, _held(told, [*named, *(item.data for item in row.items[: clause.index] if item.kind == "E")])


def _held(told: Sequence[Fact], named: Sequence[Entity]) -> list[Entity]:
    """Who is told to hold something, whom the text named last last."""
    last = {entity.id: place for place, entity in enumerate(named)}
    found = [holder for fact in told if isinstance(holder := fact.roles[HOLDERS[fact.kind]], Entity)]
    return sorted(found, key=lambda holder: last.get(holder.id, -1))


def _timed(row: Row, clause: Clause, held: Sequence[Entity], told: Sequence[Fact]) -> Iterator[tuple[Fact, Roles]]:
    """ "She was appointed in 2019", "took up her functions on 5 May", « a quitté ses fonctions en 2020 »."""
    column, dates = _edge(row, clause), clause.dates or clause.fronted
    subject = clause.subject or _apposed(row, clause.index)
    holder = one_of(subject, held) if column and dates else None
    for fact in told:
        if (
            holder is not None
            and fact.kind == "offices"
            and fact.roles["person"] == holder
            and column not in fact.roles
        ):
            last = {"end": dates[0].last} if column == "start" and dates[0].last is not None else {}
            yield fact, {**fact.roles, column: dates[0].first, **last}


def _apposed(row: Row, index: int) -> Phrase | None:
    """ "Her predecessor, Mr. Lund, [left the post]": the name between commas before the verb at ``index``."""
    k = row.open(index - 2) - 1 if row.kind(index - 2) == ")" else index - 2
    return row.near(k) if row.kind(index - 1) == "," and row.kind(k - 1) == "," else None


def _edge(row: Row, clause: Clause) -> str:
    """Does the clause tell the "start" or the "end" of what is held, and not of what, which others read? Else ''."""
    verb, lemmas = clause.verb.data, set(clause.verb.data.lemmas)
    if "as" in clause.slots or clause.second is not None:
        return ""
    if not lemmas.isdisjoint(verb_set("leaving")):
        return "end" if clause.object is None or _is_function(row, clause) else ""
    if not lemmas.isdisjoint(verb_set("choosing")):
        own = {member.index for member in clause.subject.members} if clause.subject is not None else ()
        alone = clause.object is None or clause.object.members[0].index in own
        return "start" if (verb.passive or verb.ambiguous) and alone and "to" not in clause.slots else ""
    if verb.link and in_function(row, clause.index + 1):
        return "start"  # "had been in office since 2020"
    assumes = not lemmas.isdisjoint(verb_set("assuming")) and _is_function(row, clause)
    return "start" if assumes or not lemmas.isdisjoint(verb_set("entering")) else ""


def _is_function(row: Row, clause: Clause) -> bool:
    """Is its object "his functions", « ce mandat », of which nothing is told?"""
    noun = clause.object.members[0] if clause.object is not None else None
    if noun is None or noun.item.readings.get("N") not in functions():
        return False
    of = row.kind(noun.index + 1) == "P" and row.items[noun.index + 1].data == "of"
    return not of or row.kind(row.skip(noun.index + 2)) == "T"  # « ces fonctions de 2015 à 2020 »


def _said(row: Row, clause: Clause) -> bool:
    verb = clause.verb.data
    return not verb.negated and verb.form != "infinitive" and real(row, clause)


def _change(row: Row, clause: Clause, held: Sequence[Entity]) -> Change | None:
    """Who stood before and after in the clause; of a pronoun, whom the paragraph has told as a holder."""
    verb = clause.verb.data
    every = [*clause.since, *_from(row, clause)]
    begun = [date for date in every if date.start < row.items[clause.index].start]
    since = [date for date in every if date not in begun]
    apart = [*since, *of_posts(row, clause)]
    dates = [date for date in clause.dates or clause.fronted if date not in (*apart, *begun)]
    if verb.passive or (verb.ambiguous and "by" in clause.slots and clause.object is None):
        after = one_of(next(iter(clause.slots.get("by", ())), None), held)
        return Change(one_of(clause.subject, held), after, dates)
    behind = [clause.object, *(phrase for slot in _BEFORE for phrase in clause.slots.get(slot, ()))]
    before = next((one for phrase in behind if (one := one_of(phrase, held)) is not None), None)
    spoken = _DATIVE & verb.clitics or any(item.word in _OBLIQUE for item in row.items[clause.index : clause.end])
    before = before or (held[-1] if spoken and held else None)
    after = one_of(clause.subject, held) or _doer(row, clause, held)
    if before is None or before == after:
        return None
    return Change(before, after, dates, since, apposed_term(row, clause), begun)


def _doer(row: Row, clause: Clause, held: Sequence[Entity]) -> Entity | None:
    """ "[Ms. Berg] took up her post in May 2023, replacing Mr. Roy": the subject of the verb before the gerund."""
    if clause.verb.data.form != "gerund" or row.kind(clause.index - 1) != ",":
        return None
    main = next((k for k in range(clause.index - 2, -1, -1) if row.kind(k) == "V" and row.finite(k)), None)
    return one_of(row.clause(main).subject, held) if main is not None else None


def _relay(row: Row, clause: Clause, held: Sequence[Entity], told: Sequence[Fact]) -> Change | None:
    """ "Ms. Berg left on 3 May. Mr. Roy took over on 4 May": from her of whom alone the paragraph has told an end."""
    ended = {fact.roles["person"] for fact in told if fact.kind == "offices" and "end" in fact.roles}
    before = next(iter(ended)) if len(ended) == 1 else None
    after, dates = one_of(clause.subject, held), clause.dates or clause.fronted
    alone = row.kind(clause.index + 1) in ("", "P", "T", ",", "C", "D" if row.language == "fr" else "")
    alone = alone and not any(slot in clause.slots for slot in (*_BEFORE, "by"))
    relays = not verb_set("relaying").isdisjoint(clause.verb.data.lemmas) and not clause.verb.data.passive
    if not (alone and relays and dates and isinstance(before, Entity) and after is not None and after not in ended):
        return None
    return Change(before, after, dates)


def _from(row: Row, clause: Clause) -> Iterator[Date]:
    """ "took over from Ms. Berg, the Unit's head from 2009": when she began."""
    for k in range(clause.index + 2, min(clause.end, len(row.items))):
        if row.kind(k) == "T" and row.kind(k - 1) == "P" and row.items[k - 1].data == "from":
            yield row.items[k].data


def one_of(phrase: Phrase | None, held: Sequence[Entity]) -> Entity | None:
    """The one holder that the phrase names."""
    if phrase is None or len(phrase.members) != 1:
        return None
    member = phrase.members[0]
    if member.item.kind == "O":
        unknown = held[-1:] if not member.item.several else ()
        return next((entity for entity in (*member.item.several, *unknown) if entity in held), None)
    return next((entity for entity in member.entities if is_any(entity.type, _TYPES)), None)
