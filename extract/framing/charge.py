"""Who has a thing in his charge: "X is responsible for coordinating Y", « Y, dont la gestion incombe à X »."""

from __future__ import annotations

from extract.syntax.items import has
from extract.syntax.phrases import Phrase
from extract.syntax.rows import Row
from ontology.lexicon import verb_set

_IMPERSONAL = 4  # items: "it fell to"
_TO_WHOM = ("with", "to", "on")


def charged(row: Row, index: int) -> Phrase | None:
    """Who is charged with what stands at ``index`` (a verb, or a noun with its article), None where nobody is."""
    if (whose := _falling(row, index)) is not None:
        return whose
    k = index - 1
    while row.kind(k) == "D":
        k -= 1
    if row.kind(k) != "P":
        return None
    word = row.items[k - 1] if k else None
    if word is None:
        return None
    if has(word, "charged"):
        return _who(row, k - 1)
    return _on_whom(row, index) if has(word, "responsibility") else None


def _falling(row: Row, index: int) -> Phrase | None:
    """ "It fell to Kenya to preside over the Forum", « il est revenu au Kenya de présider le Forum »: to whom."""
    infinitive = row.kind(index) == "V" and row.items[index].data.form == "infinitive"
    k = index - 1 if row.kind(index - 1) != "P" else index - 2
    to = next((j for j in range(k, max(-1, k - 6), -1) if row.kind(j) == "P" and row.items[j].data == "to"), -1)
    if not infinitive or to < 1 or row.kind(k) not in ("E", ")", "T") or row.kind(to - 1) != "V":
        return None
    verb = row.items[to - 1].data
    impersonal = row.kind(0) in ("O", "W") and row.items[0].word in ("it", "il") and to <= _IMPERSONAL
    told = impersonal and not (verb.negated or verb.unreal) and not verb_set("handing").isdisjoint(verb.lemmas)
    return row.phrase(to + 1) if told else None


def _who(row: Row, index: int) -> Phrase | None:
    """ "The Ministry is responsible for …", "the Ministry, responsible for …", « le Ministère est chargé de »."""
    if row.kind(index) == "V" and row.items[index].data.form != "base":  # "in charge of"
        verb = row.items[index].data
        done = verb.passive or verb.form == "participle" or row.reduced(index)
        standing = done and not (verb.negated or verb.unreal)
        return row.subject(index) if standing and "by" not in row.clause(index).slots else None
    for k in range(index - 1, max(-1, index - 4), -1):
        if row.kind(k) == "V":
            verb = row.items[k].data
            return row.subject(k) if verb.link and not (verb.negated or verb.unreal) else None
    return None


def _on_whom(row: Row, index: int) -> Phrase | None:
    """ "Responsibility for coordinating Y rests with X", "falls to X"."""
    for k in range(index + 1, len(row.items)):
        verb = row.items[k].data if row.kind(k) == "V" else None
        if verb is not None and verb.form == "finite":
            slots = row.clause(k).slots
            real = not (verb.negated or verb.unreal)
            return next((phrase for to in _TO_WHOM for phrase in slots.get(to, ())), None) if real else None
    return None
