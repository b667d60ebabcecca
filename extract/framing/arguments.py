"""Who fills which role of a frame around a verb."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extract.facts import Entity
from extract.framing.charge import charged
from extract.framing.elsewhere import called, enumerated, exemplified, identified, shared_agent, titled_later, within
from extract.framing.fillers import Context, Filler, Fillers, fill, fill_all
from extract.framing.groups import fill_group
from extract.framing.listing import fill_own
from extract.framing.pronouns import noun_owner, pronouns, unsaid
from extract.syntax.clauses import Clause
from extract.syntax.phrases import Member, Phrase
from extract.syntax.rows import Row
from ontology.lexicon import Frame, verb_set
from ontology.types import is_a

_CLOSING = '”»"'


def verb_fillers(row: Row, clause: Clause, frame: Frame, context: Context) -> Fillers:
    subject, object_ = _sides(row, clause, frame)
    slots = {**clause.slots}
    for preposition, phrases in clause.opening.items():
        slots[preposition] = [*slots.get(preposition, []), *_meant(row, clause, phrases)]
    if frame.nouns["en"] or frame.nouns["fr"]:
        return _noun_fillers(row, clause, frame, subject, object_, slots, context)
    inverted = _office_first(row, slots) if object_ is None else None
    if inverted is not None:
        slots[inverted[0]], object_ = [inverted[1]], inverted[2]
    if frame.kind == "publications" and "with" in slots:
        slots["with"] = [phrase for phrase in slots["with"] if _shares(row, phrase, context.text)]
    if "with" in slots and frame.slots.get("with") == frame.slots.get("subject"):
        slots["with"] = [phrase for phrase in slots["with"] if not _in_a_part(row, phrase)]
    if frame.kind == "founded" and "jointly" in slots and _is_programme(object_):
        slots["jointly"] = [phrase for phrase in slots["jointly"] if _beside_doer(row, clause, phrase)]
    fillers: Fillers = {}
    fill(fillers, frame, "subject", subject)
    fill(fillers, frame, "object", object_)
    fill(fillers, frame, "second", clause.second if clause.object is object_ else clause.object)
    fill_all(fillers, frame, slots)
    if clause.verb.data.passive or _reduced(row, clause, frame):
        for phrase in slots.get("by", ()):
            fill(fillers, frame, "subject", phrase)
    for phrase in clause.gapped:
        told = sum(map(len, fillers.values()))
        fill(fillers, frame, "subject", phrase)
        after = object_ is not None and object_.start > clause.index
        if after and told == sum(map(len, fillers.values())):  # "ratified A in 2014 and B in 2017"
            fill(fillers, frame, "object", phrase)
    if _dated_list(clause, frame, object_):
        fill(fillers, frame, "object", clause.second)
    some = enumerated(row, clause) or exemplified(row, clause)
    if some is not None and all(_is_group(fillers.get(role, ())) for role in frame.slots.get("subject", ())):
        for role in frame.slots.get("subject", ()):  # "Twelve States endorsed it, among them Canada": those named
            fillers.pop(role, None)
        fill(fillers, frame, "subject", some)
    those = identified(row, clause)
    if those is None and "identified" in frame.options:
        return {}
    if those is not None and not verb_set("making_up").isdisjoint(clause.verb.data.lemmas) and frame.kind != "members":
        those = None  # "the entities that form the Panel are": they have not founded it
    if those is not None and _lacks(fillers, frame, "object"):
        fill(fillers, frame, "object", called(row, clause))
    if those is not None and all(_is_group(fillers.get(role, ())) for role in frame.slots.get(those[0], ())):
        for role in frame.slots.get(those[0], ()):
            fillers.pop(role, None)
        fill(fillers, frame, *those)
    if clause.verb.data.passive and not any(role in fillers for role in frame.slots.get("object", ())):
        fill(fillers, frame, "object", titled_later(row, clause))
    if _lacks(fillers, frame, "subject"):
        fill(fillers, frame, "subject", shared_agent(row, clause, frame))
    fill_group(row, clause, frame, fillers, context)
    if _lacks(fillers, frame, "object") and "within" in frame.options:
        fill(fillers, frame, "object", within(row, clause))
    _stranded(row, clause, frame, fillers)
    pronouns(row, clause, frame, fillers, context)
    _behind_colon(clause, frame, fillers)
    said = clause.object is not None or clause.second is not None or "to" in slots or clause.verb.data.passive
    if not said:  # "The Agreement entered into force in 2012. Morocco acceded in 2014"
        unsaid(row, clause, frame, fillers, context)
    if "own" in frame.options and clause.dates and clause.verb.data.passive and "by" not in slots:
        fill_own(fillers, frame, row, clause.index, context)
    return fillers


def _office_first(row: Row, slots: Mapping[str, list[Phrase]]) -> tuple[str, Phrase, Phrase] | None:
    """« a pour [Secrétaire générale] [Mme Berg] », « a élu comme [Trésorier] [M. Roy] »: the slot, and both phrases."""
    for slot, phrase in [(name, phrase) for name in ("for", "as") for phrase in slots.get(name, ())]:
        k, held = phrase.start, phrase.members[0]
        person = held.index == k + 1 and held.item.kind == "E" and held.item.data.type == "Person"
        if person and row.kind(k) == "E" and row.items[k].data.type == "Office":
            return slot, Phrase([Member(row.items[k], k)], k, k + 1), replace(phrase, start=k + 1)
    return None


def _shares(row: Row, phrase: Phrase, text: str) -> bool:
    """Is it done "with" those of the phrase: no "with the help of", no "study on its work with Eurojust"?"""
    k = next((k for k in range(phrase.start - 1, -1, -1) if row.kind(k) == "P"), 0)
    before = row.items[k - 1] if k else None
    if text[row.items[k].start : row.items[k].end].lower() not in ("with", "avec"):
        return False
    described = before is not None and before.kind == "E" and text[before.end - 1] not in _CLOSING
    return before is None or not (before.kind in ("W", "N") or (described and before.data.type == "Publication"))


def _in_a_part(row: Row, phrase: Phrase) -> bool:
    """« présidé par le Ghana, avec l'OIM [pour secrétariat] »: who has another part does not preside with Ghana."""
    led = row.kind(phrase.end) == "P" and row.items[phrase.end].data in ("as", "for")
    return led and row.kind(row.skip(phrase.end + 1)) == "Q"


def _is_programme(object_: Phrase | None) -> bool:
    return object_ is not None and all(is_a(entity.type, "Programme") for entity in object_.entities)


def _beside_doer(row: Row, clause: Clause, phrase: Phrase) -> bool:
    """ "IOM, together with UNICEF, launched", "launched by IOM jointly with UNICEF": both; who joins in launching it
    ("launched the project in 2022, together with UNICEF") is a partner.
    """
    led = next((k for k in range(phrase.start - 1, -1, -1) if row.kind(k) == "P"), 0)
    end = led - (row.kind(led - 1) == ",")
    doers = [clause.subject, *clause.slots.get("by", ())]
    return phrase.start < clause.index or any(one is not None and one.end == end for one in doers)


def _meant(row: Row, clause: Clause, phrases: Sequence[Phrase]) -> Sequence[Phrase]:
    """What opens the clause; what is left unsaid there ("In this resolution") does not open a relative one."""
    start = clause.subject.start if clause.subject is not None else clause.index
    while row.kind(start - 1) in ("D", "A"):
        start -= 1
    phrases = [one for one in phrases if not _sends(row, clause, one)]
    return [one for one in phrases if row.kind(start - 1) != "R" or row.items[one.start].word]


def _sends(row: Row, clause: Clause, phrase: Phrase) -> bool:
    """« Me Bâ, du [Barreau de Dakar], a été élue à la présidence »: whence who acts is, and not of what."""
    who = clause.subject
    if who is None or not who.entities or any(entity.type != "Person" for entity in who.entities):
        return False
    led = row.back(phrase.start, "D")
    inserted = who.end <= led < clause.index and row.kind(led - 1) == "," and row.kind(phrase.end) == ","
    return inserted and row.kind(led) == "P" and row.items[led].data in ("of", "from")


def _is_group(found: Sequence[Filler]) -> bool:
    """Nobody, or a group that is not named one by one?"""
    return all(filler.entity.type == "ActorGroup" for filler in found)


def _dated_list(clause: Clause, frame: Frame, object_: Phrase | None) -> bool:
    """ "ratified the Protocol, in September 2014, and the Convention, in May 2017": two objects, each with its date."""
    dated = object_ is not None and object_ is clause.object and bool(object_.dates)
    return dated and "second" not in frame.slots and clause.second is not None and bool(clause.second.dates)


def _lacks(fillers: Fillers, frame: Frame, slot: str) -> bool:
    """Has the slot roles, and none of them is filled?"""
    roles = frame.slots.get(slot, ())
    return bool(roles) and not any(role in fillers for role in roles)


def _stranded(row: Row, clause: Clause, frame: Frame, fillers: Fillers) -> None:
    """ "The Panel is presided over by Ms. Berg": over the Panel."""
    preposition = _left_behind(row, clause)
    if preposition is not None:
        fill(fillers, frame, preposition, clause.subject)


def _left_behind(row: Row, clause: Clause) -> str | None:
    """The preposition that a passive leaves alone before "by"; None where there is none."""
    k = clause.index + 1
    passive = clause.verb.data.passive or clause.verb.data.ambiguous
    by = k + 3 if row.kind(k + 2) == "T" else k + 1  # "presided over in 2022 by Botswana"
    alone = passive and row.kind(k) == row.kind(k + 1) == row.kind(by) == "P" and row.items[by].data == "by"
    return row.items[k].data if alone else None


def _reduced(row: Row, clause: Clause, frame: Frame) -> bool:
    """English "-ed" without auxiliary that stands for a passive: "the Group chaired by …", "established in 2010"."""
    if "by" in clause.slots and clause.object is None and not verb_set("joined").isdisjoint(clause.verb.data.lemmas):
        return True  # "set up in 2010 and joined last year by Mongolia"
    return (
        clause.verb.data.ambiguous
        and ("object" in frame.slots or any(frame.nouns.values()) or _left_behind(row, clause) in frame.slots)
        and (clause.object is None or _behind_agent(clause))
        and ("by" in clause.slots or row.reduced(clause.index))
        and not _of_what_precedes(row, clause.index)
    )


def _behind_agent(clause: Clause) -> bool:
    """ "founded in 2013 by Humanity United, Legatum and [the Walk Free Foundation]": no object stands behind "by"."""
    object_ = clause.object.start if clause.object is not None else clause.index
    return any(clause.index < phrase.start < object_ for phrase in clause.slots.get("by", ()))


def _of_what_precedes(row: Row, index: int) -> bool:
    """ "Its helpline, which it [launched] in 2019", "the line which the Network [set up]", "the line it [created]": who
    does it stands between the verb and what it was done to.
    """
    start = index - 1
    while row.kind(start) in ("E", "D", "A", "W", "("):
        start -= 1
    pronoun = row.kind(start) == "O" and start == index - 1
    led = start - pronoun
    before = led if row.kind(led) == "R" else -1
    relative = before >= 0 and before < index - 1 and row.items[before].word in ("which", "that", "whom")
    return relative or (pronoun and row.kind(led) in ("W", "N", "E"))


def _sides(row: Row, clause: Clause, frame: Frame) -> tuple[Phrase | None, Phrase | None]:
    """(logical subject, logical object) of the clause."""
    if clause.verb.data.form in ("gerund", "infinitive") and (who := charged(row, clause.index)) is not None:
        return who, clause.object
    if clause.verb.data.passive or _reduced(row, clause, frame):
        return None, clause.subject
    return clause.subject, clause.object


def _noun_fillers(
    row: Row,
    clause: Clause,
    frame: Frame,
    subject: Phrase | None,
    object_: Phrase | None,
    slots: Mapping[str, list[Phrase]],
    context: Context,
) -> Fillers:
    """A verb with its noun: "holds the chair of", « la présidence … est assurée par », « est passée à »."""
    nouns = frame.nouns["en"] | frame.nouns["fr"]
    fillers: Fillers = {}
    if "theme" in frame.slots:
        carrier, subject = subject or object_, None
    elif (led := next((slot for slot, roles in frame.slots.items() if roles == ("noun",)), None)) is not None:
        carrier = next((one for one in slots.get(led, ()) if _noun_in(one, nouns) is not None), None)
        fill(fillers, frame, "object", object_)
    else:
        carrier = object_
    noun = _noun_in(carrier, nouns)
    if noun is None and carrier is not None and carrier.end <= clause.index:
        noun = _noun_in(row.head(carrier.end - 1), nouns)  # "the presidency of the Forum, which Kenya held"
    if noun is None:
        return {}
    for preposition, phrases in row.complements(noun.index).items():
        for phrase in phrases:
            if frame.slots.get(preposition, ("noun",)) != ("noun",):
                fill(fillers, frame, preposition, phrase)
            elif preposition == "by":  # « L'instrument d'adhésion du Togo », « la ratification par le Togo »
                fill(fillers, frame, "subject", phrase)
    fill(fillers, frame, "subject", subject)
    for preposition, phrases in slots.items():
        for phrase in [one for one in phrases if not _of_another(row, clause, one)]:
            if preposition in frame.slots and frame.slots[preposition] != ("noun",):
                fill(fillers, frame, preposition, phrase)
            if preposition == "by" and (clause.verb.data.passive or _reduced(row, clause, frame)):
                fill(fillers, frame, "subject", phrase)
    for phrase in clause.gapped:
        fill(fillers, frame, "subject", phrase)
    whole = _whole(noun, frame, fillers, context) if frame.options.get("whole") is True else None
    if whole is not None:
        return {**fillers, frame.slots["of"][0]: [whole]}
    noun_owner(row, clause, frame, fillers, noun.index, context)
    if frame.kind == "participants":  # « Le Comité s'est réuni le 3 mai. L'ONUDC y a pris la parole »
        pronouns(row, clause, frame, fillers, context)
    if "omitted" in frame.options:  # "Bhutan, whose instrument of accession was deposited on 11 March 2025"
        unsaid(row, clause, frame, fillers, context)
    return fillers


def _of_another(row: Row, clause: Clause, phrase: Phrase) -> bool:
    """« la présidence échoit au Togo et les vice-présidences [à la Guinée] »: to whom another thing goes."""
    led = row.back(phrase.start, "D") if row.kind(phrase.start - 1) == "D" else phrase.start - 1
    other = led > clause.index and row.kind(led) == "P" and row.kind(led - 1) in ("W", "N", "Q")
    other = other and row.items[led].data != "of"  # « le secrétariat de l'OIM et celui [du Comité] »
    return other and row.kind(row.back(led - 1, "DA")) == "C"


def _whole(noun: Member, frame: Frame, fillers: Fillers, context: Context) -> Filler | None:
    """ "hosts the secretariat of the Network": the noun with what it is of, a thing of its own."""
    of = fillers.get(frame.slots["of"][0], [])
    if len(of) != 1 or of[0].member.item.start < noun.item.end:
        return None
    label = " ".join(context.text[noun.item.start : of[0].member.item.end].split())
    entity = Entity(f"{noun.item.word}/{of[0].entity.id}", "Body", ((context.language, label),))
    return Filler(entity, of[0].member, of[0].dates)


def _noun_in(phrase: Phrase | None, nouns: frozenset[str]) -> Member | None:
    if phrase is None:
        return None
    return next(
        (
            member
            for member in phrase.members
            if member.item.readings and {member.item.readings.get("N"), member.item.readings.get("Q")} & nouns
        ),
        None,
    )


def _behind_colon(clause: Clause, frame: Frame, fillers: Fillers) -> None:
    """ "Three States ratified the Protocol: Fiji (19 September 2017), Japan …": the list names what a general noun
    counts.
    """
    if clause.colon is None:
        return
    for slot, roles in frame.slots.items():
        if roles[0] in frame.types and not any(role in fillers for role in roles):
            fill(fillers, frame, slot, clause.colon)
            if any(role in fillers for role in roles):
                return
