"""Is it said as a fact? Negation, plans, proposals, demands, conditions and doubts are not."""

from __future__ import annotations

from extract.facts import Entity
from extract.framing.charge import charged
from extract.framing.elsewhere import identified
from extract.framing.governing import demanded_clause
from extract.syntax.clauses import Clause
from extract.syntax.items import Item, has
from extract.syntax.rows import Row
from ontology.lexicon import Frame, verb_set
from ontology.types import is_a

_FORMAL = ("adoptions", "ratifications")  # what is done in one moment


def asserted(row: Row, clause: Clause, frame: Frame) -> bool:
    """Does the clause state what it says as a fact?"""
    verb = clause.verb.data
    if row.kind(clause.index - 1) == '"' and row.kind(clause.index - 2) == "E" and len(_marks(row, clause.index)) % 2:
        return False  # 'UNICEF "chairs the team"': somebody's words; not so of 'the "Ports Forum" was held'
    if _in_title(row, clause.index) or _yet_to_come(row, clause):
        return False
    if any(has(item, "hypothetical") for item in row.items[clause.index + 1 : clause.index + 2]):
        return False  # « que l'Assemblée adopte ou non la Charte »
    if row.items[clause.index - 1].word in ("or", "ou") and row.kind(clause.index - 2) == "V":
        return False  # "has ratified or accepted the following treaties": which of both, it does not say
    if (
        (verb.unreal and not granted(row, clause))
        or verb.negated
        or conditional(row, clause.index)
        or doubted(row, clause)
    ):
        return False
    if verb.form in ("infinitive", "gerund") and charged(row, clause.index) is not None:
        return True
    if verb.form == "infinitive":
        chooses = not verb_set("choosing").isdisjoint(verb.lemmas)  # "Decides to appoint Ms. Berg as Chair"
        return performed(row, clause.index, deciding=bool(frame.options.get("performs")) or chooses)
    if row.kind(clause.index - 1) == "P" and (verb.form == "gerund" or row.perfect_infinitive(clause.index)):
        done = accomplished(row, clause) or (frame.kind in _FORMAL and _opens_done(row, clause))
        return performed(row, clause.index, deciding=bool(frame.options.get("performs"))) or done
    if verb.form == "gerund" and _begins_paragraph(row, clause):
        return False
    if verb.form == "gerund":
        before = {row.kind(k) for k in range(clause.index)}
        opens = before <= {"A"} and clause.subject is not None  # "Unanimously adopting it, the Council …"
        told = opens or row.kind(clause.index - 1) in ("E", ",", ")", "Q") or _goes_on(row, clause.index)
        return performed(row, clause.index, deciding=bool(frame.options.get("performs"))) or (
            told and not _demanded(row, clause)
        )
    if verb.form == "base":
        if row.items[clause.index - 1].word == "we":
            return True  # "We establish the Pacific Crew Watch"
        if identified(row, clause) is not None:
            return True  # "The countries that sit on the Panel are …"
        return (
            clause.subject is not None
            and (
                len(clause.subject.members) > 1
                or any(entity.type == "ActorGroup" for entity in clause.subject.entities)
                or any(m.item.kind == "Q" and m.item.word.endswith("s") for m in clause.subject.members)
                or any(_is_plural(entity) for entity in clause.subject.entities)
                or any(_is_called_plural(m.item) for m in clause.subject.members)
            )
            and not _demanded(row, clause)
        )
    if verb.form == "participle" or (verb.ambiguous and clause.object is None):
        return not (clause.subject is not None and clause.subject.indefinite and _demanded(row, clause))
    return not demanded_clause(row, clause.index)


def _begins_paragraph(row: Row, clause: Clause) -> bool:
    """ "Recalling the Protocol, Endorsing the Guidelines, …": a capital behind a comma, which goes on with nothing."""
    comma = row.items[clause.index - 1]  # without width in an opening that is left unsaid
    capital = row.items[clause.index].surface[:1].isupper() and comma.kind == "," and comma.end > comma.start
    return capital and clause.subject is not None and clause.subject.end == clause.index - 1


def _is_called_plural(item: Item) -> bool:
    """ "The present terms of reference follow up on": a name of the document itself."""
    words = item.word.lower().split()
    return item.kind == "E" and words[:2] == ["the", "present"] and any(word.endswith("s") for word in words[2:])


def _is_plural(entity: Entity) -> bool:
    """ "The Kigali Guidelines build on …", "the Siracusa Principles"."""
    names = [name for _, name in entity.labels[:1]] if entity.type in ("Guideline", "Declaration") else []
    return any(word[:1].isupper() and word.endswith("s") for name in names for word in name.split())


def _goes_on(row: Row, index: int) -> bool:
    """ "Reaffirming its resolution 77/231, and recalling …": behind another gerund."""
    before = row.verb_before(index)
    return row.kind(index - 1) == "C" and before is not None and row.items[before].data.form == "gerund"


def granted(row: Row, clause: Clause) -> bool:
    """« se félicite que le Togo ait ratifié », « le fait qu'il soit devenu partie », « bien qu'elle ait adhéré »."""
    if not clause.verb.data.subjunctive:
        return False
    for k in range(clause.index - 1, -1, -1):
        if row.kind(k) in (";", ":"):
            return False
        if has(row.items[k], "L") and row.kind(k) == "S":
            return True
        if row.items[k].word in ("que", "qu") and row.kind(k - 1) != "C":
            return _grants(row, k)
    return False


def _grants(row: Row, that: int) -> bool:
    """Does what stands before « que » at ``that`` take what follows for done: « se félicite de ce », « le fait »?"""
    for k in range(that - 1, max(-1, that - 6), -1):
        item = row.items[k]
        if has(item, "L"):
            return item.kind != "V" or not (item.data.unreal or item.data.negated)
        if item.kind in ("V", ";", ":"):
            return False
    return False


def _in_title(row: Row, index: int) -> bool:
    """The verb stands in a title, or in words that others replace: 'the article "Togo chairs the Board"'."""
    marks = _marks(row, index)
    return len(marks) % 2 == 1 and marks[-1] > 0 and has(row.items[marks[-1] - 1], "naming")


def _marks(row: Row, index: int) -> list[int]:
    """Where quotation marks stand before ``index``."""
    return [k for k in range(index) if row.kind(k) == '"']


def _yet_to_come(row: Row, clause: Clause) -> bool:
    """ "The first meeting, which brings together IOM and UNODC, is expected to take place in May": said of a meeting
    that is to be.
    """
    subject = clause.subject
    if row.kind(clause.index - 1) != "R" or subject is None:
        return False
    entities = subject.entities
    if not any(is_a(entity.type, "Meeting") for entity in entities):
        return False
    verbs = (row.clause(k) for k in range(clause.end, len(row.items)) if row.kind(k) == "V")
    return any(planned(row, main) for main in verbs if main.subject is not None and main.subject.start == subject.start)


def accomplished(row: Row, clause: Clause) -> bool:
    """ "after ratifying", « d'avoir ratifié »: what leads there takes it for done, and no plan or demand is around."""
    led = row.items[clause.index - 1].data
    if led in ("for", "of", "on") and row.credited(clause.index - 1) is None:
        return False
    became = led in ("before", "avant") and clause.verb.data.link  # "before becoming Special Representative in 2014"
    if not became and led not in ("after", "apres", "by", "since", "for", "of", "on", "upon"):
        return False
    around = [k for k in range(len(row.items)) if row.kind(k) == "V" and row.items[k].data.form == "finite"]
    governors = [row.items[k].data for k in around if k != clause.index]
    return not _demanded(row, clause) and not any(verb.unreal or verb.negated for verb in governors)


def _opens_done(row: Row, clause: Clause) -> bool:
    """ "In adopting the resolution, the Council condemned it", « En ratifiant le Protocole, le Togo s'est engagé »; of
    a body that is founded so, nobody knows.
    """
    told = row.items[0].data in ("in", "en") and clause.index == 1
    others = (item.data for item in row.items[clause.index + 1 :] if item.kind == "V" and item.data.form == "finite")
    return told and not _demanded(row, clause) and not any(verb.unreal or verb.negated for verb in others)


def planned(row: Row, clause: Clause) -> bool:
    """Does the clause say that this is to be: "will be held in 2031", "plans to launch", « envisage de ratifier »?

    What is negated, conditional, doubted or only asked for by others is no plan.
    """
    verb = clause.verb.data
    if verb.negated or conditional(row, clause.index) or doubted(row, clause):
        return False
    if verb.form in ("infinitive", "gerund"):
        return not verb.unreal and _intended(row, clause.index)
    return verb.future and not demanded_clause(row, clause.index)


def _intended(row: Row, index: int) -> bool:
    """The infinitive or gerund at ``index`` stands right behind a word of planning that holds."""
    for k in range(index - 1, max(-1, index - 5), -1):
        item = row.items[k]
        if item.kind in (";", ":", "S", ",", "E"):
            return False
        if item.kind == "V" and item.data.form == "infinitive":
            return False  # « Encourage le Groupe à envisager de créer … »
        if has(item, "Y"):
            holds = item.kind != "V" or not (item.data.negated or (item.data.unreal and not item.data.future))
            return holds and not demanded_clause(row, k) and not (k and row.items[k - 1].kind == "X")
        if item.kind == "V":
            return False
    return False


def real(row: Row, clause: Clause) -> bool:
    """Is the clause neither modal, conditional, doubted nor governed by a demand? Negation is left to the caller."""
    unreal = clause.verb.data.unreal and not granted(row, clause)
    unreal = unreal or conditional(row, clause.index) or doubted(row, clause)
    return not unreal and not demanded_clause(row, clause.index)


def conditional(row: Row, index: int) -> bool:
    """A word such as "if" or "whether" opens the clause of the verb, or it is inverted: "Had Japan ratified …"."""
    if (
        row.items[0].word in ("had", "should", "were")
        and row.kind(0) == "V"
        and not any(row.kind(k) == "," for k in range(index))
    ):
        return True
    aside = _aside(row, index)
    for k in range(index - 1, -1, -1):
        if has(row.items[k], "hypothetical") and not (k < aside and row.kind(k) == "S"):
            return True
        if row.kind(k) in (";", ":"):
            return False
        if row.kind(k) == "," and k < index - 12 and any(row.kind(j) == "V" and row.finite(j) for j in range(k)):
            return False
    return False


def _aside(row: Row, index: int) -> int:
    """ "If Ms. Berg, who chairs the Board, agrees": where she stands of whom the verb at ``index`` tells by the way,
    which no "if" before her makes a condition; 0 elsewhere.
    """
    if row.kind(index - 1) != "R" or row.kind(index - 2) != ",":
        return 0
    named = row.antecedent(index - 1)
    return 0 if named is None or named.indefinite or named.members[0].item.kind != "E" else named.start


def doubted(row: Row, clause: Clause) -> bool:
    """ "allegedly chaired", « aurait présidé »: adverbs of doubt beside the verb, and not "nearly half were"."""
    return any(
        has(row.items[k], "I") and row.kind(k) in ("A", "W", "I") and row.items[k].word.endswith(("ly", "ment"))
        for k in range(max(0, clause.index - 2), clause.index)
        if k == clause.index - 1 or row.kind(k + 1) not in ("W", "#")
    )


def performed(row: Row, index: int, *, deciding: bool = False) -> bool:
    """An infinitive that is done: "continues to administer"; where ``deciding`` does it, "decided to establish"."""
    able = False
    for k in range(index - 1, -1, -1):
        item = row.items[k]
        if item.kind in (";", ":", "S"):
            return False
        able = able or (item.kind in ("W", "A") and has(item, "K"))  # "was able to ratify"
        if item.kind == "V":
            if item.data.form == "infinitive" and any(row.kind(j) == "C" for j in range(k, index)):
                return performed(row, k, deciding=deciding) and not item.data.negated
            if item.data.unreal or item.data.negated:
                never = has(item, "unfailing") and not item.data.unreal  # "did not hesitate to join"
                return never and item.data.negated and index - k <= 3 and not demanded_clause(row, k)
            nth = any(row.kind(j) == "A" for j in range(k, index)) or bool(
                {"become", "devenir"} & set(item.data.lemmas)
            )
            if item.data.link and nth and row.items[index - 1].word in ("to", "à"):
                return True  # "became the fifty-eighth State to ratify it"
            united = not verb_set("uniting").isdisjoint(
                item.data.lemmas
            )  # "joined forces to form", « unis pour fonder »
            if united and item.data.form == "infinitive":
                return performed(row, k, deciding=deciding)
            done = has(item, "K") or (able and item.data.link) or (deciding and has(item, "G")) or united
            return (
                done
                and all(not has(row.items[j], "I") for j in range(k + 1, index - united))
                and index - k <= 6
                and not demanded_clause(row, k)
            )
        if has(item, "I") and item.kind in ("W", "A", "N", "Q"):
            return False
    return False


def _demanded(row: Row, clause: Clause) -> bool:
    """Somewhere before it in its sentence something is asked for, planned or proposed, and no other verb says that the
    subject was there: "launched a fund run by IOM", "discussed at a seminar held in Lima".
    """
    for k in range(clause.index - 1, -1, -1):
        item = row.items[k]
        told = item.kind == "V" and not has(item, "I") or _took_place(row, clause)
        if item.kind in (";",) or (told and _is_real(row, k)):
            return False
        if has(item, "I") and item.kind in ("V", "W", "A"):
            return True
        if item.kind == "V" and (item.data.unreal or item.data.form == "infinitive" and not _done(row, k)):
            return True
    return False


def _is_real(row: Row, index: int) -> bool:
    """Does the verb at ``index`` say that something was done?"""
    verb = row.items[index].data
    if row.kind(index) != "V" or verb.form != "finite" or verb.unreal or verb.negated or verb.ambiguous:
        return False
    return not demanded_clause(row, index)


def _took_place(row: Row, clause: Clause) -> bool:
    """ "was proposed at a seminar [held] …", « lors d'un atelier [tenu] … »: the occasion on which it was."""
    led = clause.subject.start - 1 if clause.subject is not None else 0
    while row.kind(led) in ("D", "A", "J"):
        led -= 1
    return row.kind(led) == "P" and row.items[led].data in ("at", "during")


def _done(row: Row, index: int) -> bool:
    """« Décide de créer »: the infinitive at ``index`` is performed by its governor."""
    governor = next(
        (
            row.items[k]
            for k in range(index - 1, max(-1, index - 4), -1)
            if row.kind(k) in ("V", "W") and row.kind(k) != "P"
        ),
        None,
    )
    return governor is not None and (has(governor, "G") or has(governor, "K"))


def undone(row: Row, index: int) -> bool:
    """Does the verb behind what stands at ``index`` take it back: "was cancelled", « a été déclarée nulle »?"""
    for k in range(index + 1, len(row.items)):
        if row.kind(k) in (",", ";", ":", "R", "S") and not (row.kind(k) == "," and _insertion(row, k)):
            return False
        if row.kind(k) == "V" and row.items[k].data.form == "finite":
            return any(has(item, "undone") for item in row.items[k : k + 3])
    return False


def _insertion(row: Row, comma: int) -> bool:
    """ ", planned for 2018, was called off": a verb follows the next comma."""
    other = next((k for k in range(comma + 1, len(row.items)) if row.kind(k) == ","), None)
    return (other is not None and row.kind(other + 1) == "V") or row.kind(comma + 1) == "V"


def noun_asserted(row: Row, index: int, *, dated: bool) -> bool:
    """Is the event that a noun names a fact? It has a date, or a word that takes it for granted leads to it."""
    factive = False
    for k in range(index - 1, -1, -1):
        item = row.items[k]
        if item.kind in (";", "?"):
            break
        if has(item, "I") or has(item, "U") or has(item, "hypothetical") or item.kind == "X":
            return False
        factive = factive or has(item, "F")
        if item.kind == "V":
            if item.data.unreal or item.data.negated:
                return False
            if item.data.form != "infinitive":
                break
    after = next((row.items[k] for k in range(index + 1, len(row.items)) if row.kind(k) == "V"), None)
    if after is not None and (after.data.unreal or after.data.negated or undone(row, index)):
        return False
    return factive or dated or (after is not None and after.data.passive and has(after, "F"))
