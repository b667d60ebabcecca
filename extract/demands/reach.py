"""How far the action of a demand reaches in its sentence."""

from __future__ import annotations

from extract.demands import speakers, tail
from extract.demands.words import acts, is_adverb, word_set
from extract.syntax.clauses import Clause
from extract.syntax.rows import Row
from ontology.fold import strip_accents
from ontology.types import is_any

_CLOSING = frozenset("”»")
_OPENING = frozenset('“«„"')
_BUT = ("but", "while", "mais", "tandis que")


def end(row: Row, clause: Clause, first: int, text: str) -> int:
    """Where the action that begins at ``first`` ends: a semicolon, the quotation mark that closes it, the next verb
    that has the same subject as the verb that asks, or, in a clause beside the main one, the comma before that.
    """
    beside = not any(row.kind(k) == "V" and row.finite(k) for k in range(clause.index))
    opened = clause.verb.data.form == "gerund" and all(row.kind(k) == "A" for k in range(clause.index))
    beside = beside and (opened or any(row.kind(k) == "R" for k in range(clause.index)))
    depth, quoted = 0, speakers.is_quoted(row, clause.index)
    for k in range(first, len(row.items)):
        depth += {"(": 1, ")": -1}.get(row.kind(k), 0)
        if row.kind(k) == '"' and (quoted or _closes(row, k)):
            return k
        if k > first and row.kind(k) == ":" and row.kind(k + 1) == '"' and not quoted:
            return k  # « … à s'engager : « Une victime … » »: what is said then
        if depth == 0 and (row.kind(k) in (";", "?") or (beside and row.kind(k) == "," and _main_follows(row, k + 1))):
            return k
        if depth == 0 and k > first and row.kind(k) == "," and _another_told(row, first, k + 1):
            return k
        if depth == 0 and k > first and row.kind(k) == "," and _said_by(row, k + 1):
            return k
        if depth == 0 and k > first and row.kind(k) == "V" and _goes_on(row, clause.index, k, text):
            return _before(row, k)
        if depth == 0 and k > first and row.kind(k) == "V" and (other := other_asks(row, k, first)) is not None:
            return other
    return len(row.items)


def _closes(row: Row, index: int) -> bool:
    """Does the mark at ``index`` close what an earlier sentence has opened: "“… . I urge States to act,” said"?"""
    marks = [item.word for item in row.items[: index + 1] if item.kind == '"']
    return marks[-1] in _CLOSING and _OPENING.isdisjoint(marks)


def joined(row: Row, index: int) -> bool:
    """« a créé le fonds, chargé l'ONUDC d'établir … et renforcé … »: the auxiliary stands before the first."""
    if row.language != "fr" or row.kind(index - 1) not in (",", "C") or row.kind(index + 1) not in ("D", "E", "P"):
        return False
    if row.kind(index + 1) == "P" and tail.leads(row.items, index + 1, "fr"):
        return False
    return any(
        row.kind(k) == "V" and row.items[k].data.form == "finite" and not row.items[k].data.passive
        for k in range(index)
    )


def is_finite(row: Row, index: int) -> bool:
    """Does a verb that says something stand at ``index``?"""
    return row.kind(index) == "V" and row.items[index].data.form == "finite"


def compound(row: Row, index: int, text: str) -> bool:
    """Is the verb of several words: « a demandé »?"""
    return " " in text[row.items[index].start : row.items[index].end]


def _goes_on(row: Row, main: int, index: int, text: str) -> bool:
    verb = row.items[index].data
    ours = verb.form == "base" and row.items[index - 1].word in ("we", "i")  # ", and we invite the Group to"
    ours = ours or in_series(row, main, index) or _is_courtesy(row, main, index)
    if not (ours or verb.form in ("finite", "participle")) or _before(row, index) == index:
        return False
    others = word_set(row.language, "going_on")
    known = any(lemma in acts(row.language) or strip_accents(lemma) in others for lemma in verb.lemmas)
    if verb.form == "participle":
        return row.language == "fr" and joined(row, index) and known
    return known or (row.language == "fr" and compound(row, index, text) and row.kind(_before(row, index)) == "C")


def _is_courtesy(row: Row, main: int, index: int) -> bool:
    """ "We urge States to act, and [welcome] the report": a plain form behind a plain form, which asks for nothing."""
    first, verb = row.items[main], row.items[index].data
    plain = first.word in first.data.lemmas and row.items[index].word in verb.lemmas and verb.form != "finite"
    joined = row.kind(index - 1) == "C" and row.kind(index - 2) == ","
    return plain and joined and not word_set(row.language, "courtesies").isdisjoint(verb.lemmas)


def in_series(row: Row, main: int, index: int) -> bool:
    """ "We request A to publish it, invite B to support it and urge C to": does a comma, or "and" behind such a verb,
    lead from a plain form that asks to another?
    """
    if row.language != "en" or row.items[main].word not in row.items[main].data.lemmas or not _asks(row, index):
        return False
    if row.kind(index - 1) == "," or (row.kind(index - 1) == "C" and row.kind(index - 2) == ","):
        return True
    opened = [k for k in range(index) if row.kind(k) == "V" and _asks(row, k)]
    return row.kind(index - 1) == "C" and any(k > opened[0] and row.kind(k - 1) == "," for k in opened)


def _asks(row: Row, index: int) -> bool:
    verb = row.items[index].data
    return verb.form in ("base", "finite", "infinitive") and any(lemma in acts(row.language) for lemma in verb.lemmas)


def other_asks(row: Row, index: int, first: int) -> int | None:
    """ "recommended that Jordan act, and the Philippines urged it to": where another's demand begins."""
    verb = row.items[index].data
    if verb.form != "finite" or not any(lemma in acts(row.language) for lemma in verb.lemmas):
        return None
    subject = row.subject(index)
    k = subject.start - 1 if subject is not None and first < subject.start < index else first
    while row.kind(k) == "D":
        k -= 1
    if k <= first or row.kind(k) != "C":
        return None
    return k - 1 if row.kind(k - 1) == "," else k


def _main_follows(row: Row, index: int) -> bool:
    """Does the main clause go on at ``index``: ", which the Council had invited to speak, declined"?"""
    return main_begins(row, index) or (is_finite(row, index) and not row.items[index].data.ambiguous)


def _another_told(row: Row, first: int, joint: int) -> bool:
    """ "to pay wages in time, [and] the Centre, which has a hotline, keeps its doors open": does the word at ``joint``
    lead to somebody else's clause, outside all that hangs on the action which begins at ``first``?
    """
    index = joint + 1
    if row.kind(joint) != "C" and row.items[joint:index] and row.items[joint].word not in _BUT:
        return False
    if any(row.kind(k) == "S" or row.items[k].word in ("that", "que", "qu") for k in range(first, joint)):
        return False
    phrase = row.phrase(index, before_verb=True)
    if phrase is None or row.kind(index) not in ("D", "E"):
        return False
    verb = phrase.end
    if row.kind(verb) == "," and row.kind(verb + 1) == "R":
        verb = next((k + 1 for k in range(verb + 2, len(row.items)) if row.kind(k) == ","), verb)
    verb += row.kind(verb) == "A"  # ", and Peru then ratified it"
    behind = row.items[verb + 1 : verb + 2]  # "Peru ratified [the] Protocol", "trained [40] judges": it has an object
    governs = any(item.kind in ("D", "E") or item.word.isdigit() for item in behind)
    return is_finite(row, verb) and (governs or not row.items[verb].data.ambiguous)


def main_begins(row: Row, index: int) -> bool:
    """Does a clause with a subject of its own begin at ``index``?"""
    phrase = row.phrase(index, before_verb=True)
    return phrase is not None and row.kind(index) != "P" and row.finite(phrase.end)


def _said_by(row: Row, index: int) -> bool:
    """ "…, [said the statement]", "…, [the Minister added]", « …, [a déclaré le Ministre] »: do the last words of the
    sentence only tell who said what stands before them?
    """
    verbs = [k for k in range(index, len(row.items)) if row.kind(k) == "V"]
    if len(verbs) != 1 or word_set(row.language, "saying").isdisjoint(row.items[verbs[0]].data.lemmas):
        return False
    verb, plain = verbs[0], 'DEAWNQPT."OJ'
    alone = all(row.kind(k) in plain for k in range(index, len(row.items)) if k != verb)
    ends = all(row.kind(k) in 'PTDAW."' for k in range(verb + 1, len(row.items)))  # "she said on Monday"
    return is_finite(row, verb) and alone and (verb == index or ends)


def _before(row: Row, index: int) -> int:
    """The comma or "and" that leads to the verb at ``index``, or ``index`` itself where none does."""
    k = index - 1
    while k >= 0 and (
        row.kind(k) == "A"
        or row.items[k].word in ("les", "leur", "l", "lui", "s", "se", "en", "y", "we", "nous", "i", "je", "j")
        or is_adverb(row.items[k], row.language)
    ):
        k -= 1
    if row.kind(k) == "C":
        return k - 1 if row.kind(k - 1) == "," else k
    return k if row.kind(k) == "," else index


def is_text(row: Row, index: int) -> bool:
    """Is the item at ``index`` something written: "paragraph", « une lettre »?"""
    item = row.items[index]
    named = item.kind == "E" and is_any(item.data.type, ("Instrument", "Document", "Publication"))
    return named or strip_accents(item.word) in word_set(row.language, "texts")
