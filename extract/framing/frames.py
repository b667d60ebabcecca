"""Frames over clauses: which words put a relation into words, and who stands where, make facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from extract.facts import Entity, Modality
from extract.framing.attitude import asserted, noun_asserted, planned
from extract.framing.borrowed import borrow_date, dates_of_turns
from extract.framing.charge import charged
from extract.framing.elections import every
from extract.framing.fillers import Context, Doing, Filler, Fillers, fill, fill_all
from extract.framing.heading import headed, with_term
from extract.framing.holders import leaves, posts
from extract.framing.listing import closing_date, fill_listed, fill_own
from extract.framing.making import Found, Roles, held_from, make
from extract.framing.observers import observer, observing, otherwise_seated, training
from extract.framing.occasions import occasions
from extract.framing.resumed import entire, note, resumed, resumes
from extract.framing.taken_over import before_them
from extract.framing.terms import term
from extract.framing.whose import given
from extract.mentions.dates import Date
from extract.mentions.heads import is_of_bureau
from extract.syntax.clauses import Clause
from extract.syntax.items import Item, has
from extract.syntax.phrases import Phrase
from extract.syntax.rows import Row
from extract.syntax.verbs import participle_endings
from ontology.lexicon import Frame, clause_frames, verb_set

_POST = "post"  # the office is the post itself: « M. Roy, président du Togo »
# kind that a post tells -> who holds it, and of what
_HELD = {"chairs": ("chair", "body"), "responsibilities": ("agent", "object"), "offices": ("person", "organisation")}


@cache
def _by_word(language: str) -> Mapping[str, Mapping[str, tuple[Frame, ...]]]:
    """'verbs', 'nouns', 'posts', 'adjectives' -> word -> frames."""
    index: dict[str, dict[str, list[Frame]]] = {"verbs": {}, "nouns": {}, "posts": {}, "adjectives": {}}
    for frame in clause_frames():
        for attribute, table in index.items():
            if attribute == "nouns" and frame.verbs[language]:
                continue
            for word in getattr(frame, attribute)[language]:
                table.setdefault(word, []).append(frame)
    return {attribute: {word: tuple(found) for word, found in table.items()} for attribute, table in index.items()}


def facts(row: Row, context: Context) -> Iterator[Found]:
    """The facts that the frames find in a row of items."""
    if row.kind(len(row.items) - 1) == "?":
        return
    tables = _by_word(context.language)
    parallel = row.turn() is not None
    for index, item in enumerate(row.items):
        if item.kind == "V":
            yield from _told(row, index, [*_frames_of(item, tables["verbs"])], context, parallel)
        if item.kind == "Q":
            for frame in tables["posts"].get(item.data, ()):
                for fillers, said in posts(row, index, frame, context):
                    if frame.kind == "members" and observer(row, index, said):
                        continue
                    if parallel:
                        _pair(row, index, fillers, frame)
                    made = [*make(frame, fillers, None if leaves(said) else said, context, parallel)]
                    made = [one if said is None else _elected_there(said, one, context) for one in made]
                    if "heads" in frame.options:
                        made = [one for found in made for one in headed(row, found, fillers, said)]
                    yield from [one for one in made if not _is_title(one, said)] or _bare_seats(
                        row, index, frame, fillers
                    )
                    yield from (office for found in made if (office := _seat(found, row, index, said)) is not None)
        if item.kind in ("N", "Q"):
            for frame in tables["nouns"].get(item.readings.get("N", ""), ()):
                yield from _event(row, index, frame, context, parallel)
        if item.kind == "J":
            for frame in tables["adjectives"].get(item.data, ()):
                yield from make(frame, _adjective(row, index, frame), None, context, parallel)


def _pair(row: Row, index: int, fillers: Fillers, frame: Frame) -> None:
    """ "elected Chair and Rapporteur, respectively": of as many holders as posts, that of the post at ``index``."""
    role = frame.slots["holder"][0]
    before, after = _posts_beside(row, index, -1), _posts_beside(row, index, 1)
    if role in fillers and before + after and len(fillers[role]) == before + after + 1:
        fillers[role] = [fillers[role][before]]


def _posts_beside(row: Row, index: int, step: int) -> int:
    """How many posts of the same list stand before (-1) or behind (1) the one at ``index``."""
    k, found = index, 0
    while True:
        k += step
        while row.kind(k) in ("C", ",", "D", "A"):
            k += step
        if row.kind(k) != "Q" and not (row.kind(k) == "E" and row.items[k].data.type == "Office"):
            return found
        found += 1


def _told(row: Row, index: int, frames: Sequence[Frame], context: Context, parallel: bool) -> Iterator[Found]:
    """What the verb at ``index`` tells; "did so" tells again what was told last."""
    told: list[Doing] = []
    for clause in every(row, row.clause(index)):
        if resumes(row, clause):
            doings = [*resumed(clause, context.doings)]
        else:
            fitting = [frame for frame in frames if _turns(row, clause, frame) and not _otherwise(row, clause, frame)]
            doings = entire(Doing(frame, _named(row, frame, given(row, clause, frame, context))) for frame in fitting)
            told += doings
        borrow_date(row, clause)
        for doing in doings:
            modality = _modality(row, clause, doing.frame)
            if modality is not None:
                if "place" in doing.frame.slots:
                    clause.occasions = occasions(row, clause)
                for found in make(doing.frame, doing.fillers, clause, context, parallel):
                    for one in headed(row, found, doing.fillers, clause):
                        full = replace(one, modality=modality, roles=with_term(row, one, doing.fillers))
                        full = _elected_there(clause, full, context)
                        yield from (full, *before_them(row, clause, full))
    note(context.doings, told)


def _named(row: Row, frame: Frame, fillers: Fillers) -> Fillers:
    """Without members that are only described: "it comprises [a panel of experts]"."""
    if frame.kind != "members" or "member" not in fillers:
        return fillers
    kept = [one for one in fillers["member"] if not _is_some(row, one)]
    return {role: found for role, found in fillers.items() if role != "member"} | ({"member": kept} if kept else {})


def _is_some(row: Row, filler: Filler) -> bool:
    """A body in small letters behind "a"."""
    small = bool(filler.entity.labels) and all(name.islower() for _, name in filler.entity.labels)
    before = row.items[filler.member.index - 1] if filler.member.index else None
    return small and before is not None and has(before, "indefinite")


def _modality(row: Row, clause: Clause, frame: Frame) -> Modality | None:
    if clause.verb.data.progressive and frame.options.get("done"):
        return None  # "is developing a handbook"
    if asserted(row, clause, frame):
        return "asserted"
    return "planned" if planned(row, clause) else None


def _elected_there(clause: Clause, found: Found, context: Context) -> Found:
    """ "The Committee elected Ms. Berg (Chad) as Chair", in the report on a meeting: in the year of that."""
    verb, said = clause.verb.data, context.text[clause.verb.start : clause.verb.end].lower()
    told = found.kind == "chairs" and "year" not in found.roles and found.modality == "asserted"
    chosen = verb.form == "finite" and not verb_set("choosing").isdisjoint(verb.lemmas)
    before = said.startswith(("had ", "avait ", "avaient "))
    there = told and chosen and not before and bool(context.sat)
    return replace(found, roles={**found.roles, "year": context.sat}) if there else found


def _turns(row: Row, clause: Clause, frame: Frame) -> bool:
    """Of a frame that asks for it: does the verb turn on its subject, as in "met", « s'est réuni », « réunis »? Is it
    no amount that is contributed: "2 million euros", « à hauteur de 2 millions », and no object that is there before:
    « forme la police »?
    """
    verb = clause.verb.data
    if frame.options.get("new") and not verb.passive and clause.object is not None and not clause.object.indefinite:
        return False
    if frame.options.get("unpaid") and any(row.kind(clause.index + k) == "#" for k in range(1, 5)):
        return False
    return not frame.options.get("itself") or verb.reflexive or verb.passive or clause.object is None


def _otherwise(row: Row, clause: Clause, frame: Frame) -> bool:
    """ "joined the Fund as Chief of Staff" makes, of a frame that asks for it, no member of the Fund, nor does any
    frame make one by "sits on the Committee as an observer".
    """
    if frame.kind == "members" and (observing(row, clause) or otherwise_seated(row, clause)):
        return True
    if frame.kind == "founded" and (training(row, clause) or _of_person(clause)):
        return True
    if frame.kind == "responsibilities" and _is_said(row, clause):
        return True
    unless = frame.options.get("unless")
    behind = [*clause.slots.get("as", ()), *([clause.second] if clause.second is not None else [])] if unless else []
    offices = [entity for phrase in behind for entity in phrase.entities if entity.type == "Office"]
    return bool(offices) if unless == "office" else any(not is_of_bureau(office) for office in offices)


def _of_person(clause: Clause) -> bool:
    """ "The Committee designated [Ms. Berg] as rapporteur", "[Ms. Berg] was designated as …" founds no office."""
    made = clause.subject if clause.verb.data.passive else clause.object
    return "as" in clause.slots and made is not None and any(entity.type == "Person" for entity in made.entities)


def _is_said(row: Row, clause: Clause) -> bool:
    """ "Open Roads is a [project] led by IOM": whose a programme is said to be stands among programmes."""
    start = clause.index if clause.subject is None else min(clause.subject.start, clause.index)
    return any(has(item, "said") for item in row.items[start : clause.index])


def _frames_of(item: Item, verbs: Mapping[str, tuple[Frame, ...]]) -> Iterator[Frame]:
    for lemma in item.data.lemmas:
        yield from verbs.get(lemma, ())


def _is_title(found: Found, said: Clause | None) -> bool:
    """ "Mr. Roy, Coordinator of the Network", "has Mr. Roy as its coordinator": his office; nobody has it in charge.
    « M. Roy, président du Togo »: his office too, which is yet to be named.
    """
    agent = found.roles.get("agent")
    person = isinstance(agent, Entity) and agent.type == "Person"
    held = said is None or bool(said.dates) or not said.verb.data.link  # "has been Coordinator since 2016"
    entitled = said is None or (found.roles.get("role") == "coordinates" and held)
    return (found.kind == "responsibilities" and person and entitled) or found.roles.get("office") == _POST


def _seat(found: Found, row: Row, index: int, clause: Clause | None) -> Found | None:
    """A person who is "Chair of" a body, or its coordinator, also holds an office there; nobody is a secretariat."""
    named = found.kind == "offices" and found.roles.get("office") != _POST
    holder, of = _HELD.get(found.kind, ("", "")) if not named else ("", "")
    person, body = found.roles.get(holder), found.roles.get(of)
    if not isinstance(person, Entity) or person.type != "Person" or not isinstance(body, Entity):
        return None
    if found.roles.get("role") == "secretariat":
        return None
    name = row.items[index].data
    if row.language == "fr" and row.kind(index + 1) == "W" and row.kind(index + 2) == "P":
        name = f"{name} {row.items[index + 1].word}"  # « coordonnatrice juridique de la fondation »
    office = Entity(f"office/{name.replace(' ', '-')}-{body.id}", "Office", ((row.language, name.capitalize()),))
    dates = (clause.dates or clause.fronted) if clause is not None and clause.verb.kind == "V" else []
    roles: Roles = {"person": person, "office": office, "organisation": body}
    if dates:
        roles |= {"end": dates[0].last or dates[0].first} if leaves(clause) else held_from(dates[0])
    around = _clause_around(row, index) if clause is None else None
    if around is not None and around.fronted and around.fronted[0].last is not None:  # "For the term 2017–2020, …"
        roles.update(start=around.fronted[0].first, end=around.fronted[0].last)
    roles.update({} if leaves(clause) else term(row, index))
    return Found("offices", roles)


def _bare_seats(row: Row, index: int, frame: Frame, fillers: Fillers) -> Iterator[Found]:
    """ "Ms. Anna Berg (Chair)", "Chair: Ms. Anna Berg", where nothing tells of what."""
    of = row.kind(index + 1) == "P" and row.items[index + 1].data in ("of", "for")
    if frame.kind != "chairs" or set(fillers) != {"chair"} or of:
        return
    name = row.items[index].data
    office = Entity(f"office/{name.replace(' ', '-')}", "Office", ((row.language, name.capitalize()),))
    for filler in fillers["chair"]:
        if filler.entity.type == "Person":
            roles: Roles = {"person": filler.entity, "office": office}
            held = term(row, index)
            yield Found("offices", roles | dict(held))
            years: list[Roles] = [{"year": year} for year in _years(held)] or [{}]
            yield from (Found("chairs", {"chair": filler.entity, **year}) for year in years)  # of the body told before


def _years(held: Mapping[str, str]) -> list[str]:
    """The years of a term whose beginning is told."""
    first, last = (held.get(edge, "")[:4] for edge in ("start", "end"))
    return [str(year) for year in range(int(first), int(last or first) + 1)] if first else []


def _event(row: Row, index: int, frame: Frame, context: Context, parallel: bool) -> Iterator[Found]:
    slots = row.complements(index)
    end = slots.pop("end")[0].end
    governed = frame.options.get("governed")
    start = index
    while row.kind(start - 1) in ("D", "A", "J"):
        start -= 1
    if governed == "charge":
        yield from _in_charge(row, index, frame, slots, context)
        return
    if governed is not None and (row.kind(start - 1) != "P" or row.items[start - 1].data != governed):
        return
    fillers: Fillers = {}
    fill_all(fillers, frame, slots)
    if governed is not None and row.kind(0) == "P" and row.items[0].data == "with":  # "With Ms. Berg in the chair, …"
        fill(fillers, frame, "with", row.near(start - 2))
    dates = [date for phrase in slots.get("time", ()) for date in phrase.dates]
    turn = row.turn() if parallel else None
    theirs = dates_of_turns(row, turn)[1] if turn is not None else []
    dates = theirs if len(theirs) > 1 else dates
    if index and has(row.items[index - 1], "possessive"):  # "Following its accession in 2014, the Republic of Korea …"
        _possessed(fillers, frame, row.credited(index - 1), _clause_around(row, index))
    elif row.kind(start - 1) == "'" and len(slots.get("of", ())) > 1:  # "the Knesset's enactment in 2006 of the Law"
        fill(fillers, frame, "by", slots["of"][0])
    fill_listed(fillers, frame, row, start, end, context)
    dates = dates or _date_behind(row, end)
    if not dates and any(phrase.generic for phrases in slots.values() for phrase in phrases):
        dates = closing_date(row)  # "the adoption of the following: Act No. 12 on shelters, in 2019"
    dates = (
        dates
        or _dates_of_event(row, index, end)
        or [date for found in fillers.values() for filler in found for date in filler.dates]
        or _apposed_date(row, start)
    )
    clause = _clause_around(row, index)
    if dates:
        fill_own(fillers, frame, row, index, context)
    if governed is not None and clause is not None:
        if not asserted(row, clause, frame) or any(has(item, "charged") for item in row.items[clause.index : start]):
            return  # "is responsible for the Fund, under the leadership of": of its task, and not of who has it
        about = clause.object if clause.verb.data.ambiguous and clause.subject is None else clause.subject
        told, placed = _placed(row, frame, start - 1)
        if not told:
            return
        fill(fillers, frame, "clause", placed or about)
    elif not noun_asserted(row, index, dated=bool(dates) or _announced(row, start, frame)):
        return
    holder = Clause(index, row.items[index], dates=dates, slots=slots)
    around = holder if dates or clause is None else (clause if governed else holder)
    for found in make(frame, fillers, around, context, parallel):
        yield from headed(row, found, fillers, None)


def _placed(row: Row, frame: Frame, preposition: int) -> tuple[bool, Phrase | None]:
    """ "set up a Board [placed] under the chairmanship of", « un Groupe de travail [, placé] sous »: is it told as a
    fact, and of what; or what is founded, right before: "set up [a Board] under the chairmanship of".
    """
    verb = row.items[preposition - 1]
    plain = verb.kind == "W" and verb.word.endswith(participle_endings(row.language))
    reduced = verb.kind == "V" and row.reduced(preposition - 1)
    placed = row.clause(preposition - 1).subject if reduced else row.antecedent(preposition - 1) if plain else None
    if placed is not None:
        return not any(has(item, "I") for item in row.items[: placed.start]), placed
    made = [one.object for one in row.clauses() if set(one.verb.data.lemmas) & verb_set("founding")]
    return True, next((one for one in made if one is not None and one.end == preposition), None)


def _in_charge(
    row: Row, index: int, frame: Frame, slots: Mapping[str, list[Phrase]], context: Context
) -> Iterator[Found]:
    """ "The Ministry is responsible for the coordination of the plan"."""
    fillers: Fillers = {}
    fill_all(fillers, frame, slots)
    fill(fillers, frame, "clause", charged(row, index))
    if len(fillers) > 1:
        yield from make(frame, fillers, None, context, parallel=False)


def _possessed(fillers: Fillers, frame: Frame, credited: Phrase | None, around: Clause | None) -> None:
    """Whose "its accession", « sa création » is: of who acts, where the noun takes an instrument ("to"), else of what
    is acted on; by who is congratulated on it, or the subject of the clause.
    """
    owner = credited or (around.subject if around is not None else None)
    for slot in ("by", "of") if "to" in frame.slots else ("of", "by"):
        if owner is not None and not any(role in fillers for role in frame.slots.get(slot, ())):
            fill(fillers, frame, slot, owner)
            if any(role in fillers for role in frame.slots.get(slot, ())):
                return


def _announced(row: Row, start: int, frame: Frame) -> bool:
    """ "announced the appointment of …": the verb right before the noun's phrase, which begins at ``start``."""
    k = start - 1
    while row.kind(k) in ("A", "W") and k > start - 4:  # « a annoncé mercredi la nomination de »
        k -= 1
    said = row.kind(k) == "V" and set(row.items[k].data.lemmas) & verb_set("announcing")
    return bool(said) and frame.options.get("announced") is True


def _dates_of_event(row: Row, index: int, end: int) -> list[Date]:
    """ "Ratification by Guyana of the Agreement came on 18 April 2019": the dates of the verb that the noun is the
    subject of; or that describes it behind its phrase: ", which took place on 5 May", « , intervenue le 5 mai ».
    """
    for k in range(index + 1, len(row.items)):
        if row.kind(k) == "V" and set(row.items[k].data.lemmas) & verb_set("happening"):
            clause = row.clause(k)
            describes = row.kind(end) == "," and (k == end + 2 if row.kind(end + 1) == "R" else k == end + 1)
            own = clause.subject is not None and clause.subject.members[0].index == index
            return clause.dates if own or describes else []
    return []


def _date_behind(row: Row, index: int) -> list[Date]:
    """ "accession to the Convention, 8 May 2019": a full date behind the comma that closes the line; "by accession
    (8 May 2019)".
    """
    if row.kind(index) == "(" and row.kind(index + 1) == "T" and row.kind(index + 2) == ")":
        return [row.items[index + 1].data]
    k = row.close(index) + 1 if row.kind(index) == "(" else index
    return (
        [row.items[k + 1].data]
        if row.kind(k) == "," and row.kind(k + 1) == "T" and len(row.items[k + 1].data.first) > 4
        else []
    )


def _apposed_date(row: Row, start: int) -> list[Date]:
    """« 17 décembre 2015, jour de l'adoption de … », "the date of adoption"."""
    k = start - 1
    while row.kind(k) in ("P", "D", "F") or (row.kind(k) == "W" and row.items[k].word in ("jour", "date", "day")):
        k -= 1
    return [row.items[k - 1].data] if row.kind(k) == "," and row.kind(k - 1) == "T" else []


def _clause_around(row: Row, index: int) -> Clause | None:
    every = [clause for clause in row.clauses() if clause.verb.data.form == "finite"]
    before = [clause for clause in every if clause.index < index]
    return before[-1] if before else (every[0] if every else None)


def _adjective(row: Row, index: int, frame: Frame) -> Fillers:
    """« le Protocole additionnel à la Convention »."""
    fillers: Fillers = {}
    for preposition, phrases in row.complements(index).items():
        for phrase in phrases:
            fill(fillers, frame, preposition, phrase)
    fill(
        fillers,
        frame,
        "holder",
        row.head(index - 1) or (row.near(index - 2) if row.kind(index - 1) in (",", "(") else None),
    )
    return fillers
