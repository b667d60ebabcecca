"""What governs a clause with "that", « que », « selon lequel »: is it taken for a fact there?"""

from __future__ import annotations

from collections.abc import Iterator

from extract.syntax.items import has
from extract.syntax.rows import Row


def demanded_clause(row: Row, index: int) -> bool:
    """Does the verb at ``index`` stand in a clause that is asked for, denied or only believed: "proposed that",
    « demande que », "there is no evidence that", « on aurait tort de dire que »?

    What is denied twice is a fact: "there is no doubt that", « nul ne conteste que ».
    """
    that = _opening(row, index)
    if that is None:
        return False
    if _purposive(row, that):
        return True
    that = _over_addressee(row, _over_insertion(row, that))
    if row.kind(that - 1) not in ("V", "W", "N", "A"):
        return False
    if any(has(row.items[k], "Z") for k in range(index + 1, len(row.items))):
        return True
    said = list(_governing(row, that))
    if any(has(row.items[k], "doubting") for k in said):
        return not any(_negative(row, k) for k in said)
    said = [k for k in said if k == that - 1 or not has(row.items[k], "courteous")]  # "wishes to recall that"
    return any(_negative(row, k) or _unsure(row, k) for k in said)


def _opening(row: Row, index: int) -> int | None:
    """Index of the "that" that opens the clause of the verb, or of « selon » in « l'information selon laquelle »."""
    for k in range(index - 1, 0, -1):
        item = row.items[k]
        if item.kind in (";", ":"):
            return None
        if (item.kind == "S" and item.word == "that") or (item.kind == "R" and item.word in ("que", "qu", "that")):
            return None if _purposive(row, k) and _closed(row, k, index) else k
        if item.kind == "R" and row.items[k - 1].word == "selon":
            return k - 1
        if item.kind == "R" and not any(row.kind(j) == "V" and row.finite(j) for j in range(k, index)):
            return None  # "proposed that the Group, which IOM chairs, …": what describes it holds
    return None


def _over_insertion(row: Row, that: int) -> int:
    """ "It is not correct, as some have claimed, that": where the insertion before "that" begins."""
    if row.kind(that - 1) != "," or row.language != "en":
        return that
    return next((k for k in range(that - 2, 0, -1) if row.kind(k) == ","), that)


def _over_addressee(row: Row, that: int) -> int:
    """ "recommended to the Conference that", « a demandé à l'Office qu'il »: where the phrase with "to" begins."""
    k = row.back(that, "EQD")
    return k if k < that - 1 and row.kind(k) == "P" and row.items[k].data == "to" and row.kind(k - 1) == "V" else that


def _purposive(row: Row, that: int) -> bool:
    """« pour que », « à ce que », "so that": what follows is wanted, or not yet so."""
    return has(row.items[that - 1], "purposive") and (
        row.items[that - 1].word != "ce" or row.items[that - 2].word == "à"
    )


def _closed(row: Row, that: int, index: int) -> bool:
    """« Pour que les victimes soient protégées, le Conseil a créé … »: the clause ended before the verb."""
    comma = max((k for k in range(that, index) if row.kind(k) == ","), default=that)
    return any(row.kind(k) in ("V", "W") for k in range(that, comma))


def _governing(row: Row, that: int) -> Iterator[int]:
    """The items that say how the clause behind ``that`` is meant: back to the verb that governs it, and of what stands
    before that verb the words that deny, or that name nobody: "nothing suggests that", « certains disent que ».
    """
    found = False
    for k in range(that - 1, -1, -1):
        item = row.items[k]
        if item.kind in (";", ":", ",", "R", "S", '"'):
            return
        wrongly = has(item, "believing") and row.kind(k + 1) == "V"
        if not found or wrongly or _denies(row, k) or _vague(row, k) or has(item, "doubting"):
            yield k
        found = found or (item.kind == "V" and item.data.form in ("finite", "base"))


def _negative(row: Row, index: int) -> bool:
    item = row.items[index]
    return item.data.negated if item.kind == "V" else _denies(row, index)


def _denies(row: Row, index: int) -> bool:
    item = row.items[index]
    return has(item, "nobody") or (item.kind == "X" and item.word not in ("without", "sans"))


def _unsure(row: Row, index: int) -> bool:
    item = row.items[index]
    unreal = item.kind == "V" and item.data.unreal and not has(item, "reminding")  # "it will be recalled that"
    return unreal or has(item, "I") or has(item, "Z") or has(item, "believing") or _vague(row, index)


def _vague(row: Row, index: int) -> bool:
    """ "Some say", « d'aucuns affirment »: nobody in particular says it."""
    says = row.kind(index + 1) == "V" or row.items[index + 2].word in ("that", "que", "qu")
    return has(row.items[index], "vague") and says
