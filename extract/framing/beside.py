"""Who stands beside a post: before its comma or behind it."""

from __future__ import annotations

from dataclasses import replace

from extract.syntax.phrases import Phrase
from extract.syntax.rows import Row


def is_person(row: Row, index: int) -> bool:
    """Does a person's name end at ``index``, brackets aside?"""
    index = row.open(index) - 1 if row.kind(index) == ")" else index
    return row.kind(index) == "E" and row.items[index].data.type == "Person"


def before_comma(row: Row, index: int, *, several: bool) -> Phrase | None:
    """ "held a dialogue with Mr. Roy (Chile), Chair of": he, and not who held it; of "Ms. Diop and Mr. Roy, the Chair
    of", only he, of "IOM and Maison Espoir, a member of" only that house, but both where the posts are ``several``.
    """
    last = row.open(index) - 1 if row.kind(index) == ")" else index
    person = is_person(row, index)
    if person and not several:
        return Phrase([row.member(last)[0]], last, index + 1)
    found = row.head(index) if person or not _is_stood_for(row, index) else row.near(index)
    own = found is not None and (not person or any(member.index == last for member in found.members))
    whole = found if own else row.near(index)
    alone = [member for member in whole.members if member.index == last] if whole is not None and not several else []
    return replace(whole, members=alone, start=last) if whole is not None and alone else whole


def _is_stood_for(row: Row, index: int) -> bool:
    """ "Mr. Roy, representing the [Minister], Chair of the Board": is it of the Minister that the title tells?"""
    k = row.back(row.open(index) if row.kind(index) == ")" else index, "DA")
    return row.kind(k) == "V" and row.items[k].data.form in ("gerund", "participle") and not row.finite(k)


def in_a_list(row: Row, start: int, end: int) -> bool:
    """ "the director of the Office, Ms. Diop, the chair of the Board, Mr. Roy, and": does the post that stands at
    ``[start, end)`` with its article belong to who follows, those before it having each their title too?
    """
    last = start - 2
    first = row.open(last) if row.kind(last) == ")" else last
    end = over_seat(row, end)
    following = row.skip(end + 1)
    titled = row.kind(first - 1) == "," and not is_person(row, first - 2)
    told = row.kind(start) == "D" and row.kind(end) == "," and row.kind(following) == "E"
    return told and titled and is_person(row, last) and is_person(row, following)


def over_seat(row: Row, end: int) -> int:
    """Behind the post that ends at ``end``, where it is held and what stands in brackets: "the director [at the
    Ministry], Ms. Berg".
    """
    seat = row.skip(end + 1)
    end = seat + 1 if row.kind(end) == "P" and row.kind(seat) == "E" else end
    return row.close(end) + 1 if row.kind(end) == "(" else end


def follows(row: Row, index: int, *, opens: bool) -> bool:
    """A name, or "she" behind the post that ``opens`` the sentence: "A member of the Committee since 2019, she …"."""
    return row.kind(index) == "E" or (opens and row.kind(index) == "O")


def named_after(row: Row, index: int, *, several: bool) -> Phrase | None:
    """ "the Chair of the Committee, Ms. Anna Berg (Norway), said": one name in apposition, closed by a comma or the
    verb; of ``several`` chairs, their names.
    """
    phrase = row.phrase(index, before_verb=True)
    if phrase is not None and row.kind(phrase.end) == "V" and row.led_away(index):
        return None
    if (
        phrase is None
        or (len(phrase.members) > 1) != several
        or row.kind(phrase.end) not in (",", "", "V", "X", ";", ")", "C")
    ):
        return None
    return phrase


def named_between(row: Row, index: int, *, several: bool) -> Phrase | None:
    """ "the co-chairs of the Group – IOM and UNICEF – spoke", "its chairs (Chad and Mali) met": between two dashes one
    name, or those of ``several`` posts; in brackets, where a name alone may be an acronym, only those.
    """
    phrase = row.phrase(index + 1, before_verb=True)
    closing = {"-": "-", "(": ")"}[row.kind(index)]
    if phrase is None or row.kind(phrase.end) != closing or (len(phrase.members) > 1) != several:
        return None
    return phrase if several or closing == "-" else None


def first_post(row: Row, start: int) -> int:
    """ "Ms. Berg, a Director of the Institute and Chair of the Board": where the first of the posts that "and" joins to
    the one at ``start`` begins, its article included.
    """
    first = start
    while row.kind(start - 1) == "C":
        before = start - 2 if row.kind(start - 2) == "E" and row.items[start - 2].data.type == "Office" else None
        posts_ = (k for k in range(start - 2, -1, -1) if row.kind(k) == "Q")
        if before is None:
            before = next((k for k in posts_ if row.complements(k)["end"][0].end == start - 1), None)
        if before is None:
            break
        start = before
    while row.kind(start - 1) in ("D", "A"):
        start -= 1
    return start if row.kind(start - 1) == "," and is_person(row, start - 2) else first
