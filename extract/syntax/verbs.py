"""Verb groups: auxiliaries, negation, clitics and the verb become one item, with its voice and what makes it unreal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extract.syntax.absolute import own_subject
from extract.syntax.contrast import without
from extract.syntax.done_by import is_done_by, run_by
from extract.syntax.items import Item, VerbGroup, has
from extract.syntax.separated import together
from extract.syntax.sharing import share_auxiliary, share_have
from extract.syntax.temporal import temporal
from ontology.lexicon import data, verb_set

_LINKS = frozenset({"be", "become", "remain", "être", "devenir", "demeurer"})
_FINITE, _UNREAL = ("pres", "past", "impf"), ("fut", "cond", "subj")
_FURTHER = 12  # items in which a third verb follows: « a formé 40 juges, publié un guide sur les ports et rejoint »
_REFLEXIVE = frozenset({"se", "s", "nous"})


def group(items: Sequence[Item], language: str) -> list[Item]:
    """``items`` with every verb and its auxiliaries put together."""
    items = together(_uninterrupted(items, language), language)
    grouped: list[Item] = []
    i = 0
    while i < len(items):
        if items[i].kind in "HBMV":
            i = _take(items, i, grouped, language)
        else:
            grouped.append(items[i])
            i += 1
    return temporal(without(grouped))


def _uninterrupted(items: Sequence[Item], language: str) -> list[Item]:
    """« a, en 2012, déposé », "have today adopted": what stands between commas inside a verb, or a time, goes first."""
    moved = list(items)
    for i, item in enumerate(items):
        if item.kind in "HB" and language == "en" and [one.kind for one in items[i + 1 : i + 3]] == ["T", "V"]:
            moved[i : i + 2] = [items[i + 1], item]
        if item.kind in "HB" and i + 1 < len(items) and items[i + 1].kind == ",":
            last = next((k for k in range(i + 2, min(i + 12, len(items))) if items[k].kind in ",;:HBMVRS"), i)
            verb = items[last + 1] if last + 1 < len(items) else item
            if items[last].kind == "," and verb.kind == "V" and "pp" in {name for _, name in verb.data}:
                moved[i : last + 1] = [*items[i + 1 : last + 1], item]
    return moved


def _take(items: Sequence[Item], start: int, grouped: list[Item], language: str) -> int:
    """Append the group that begins at ``start``; give the index after it."""
    auxiliaries: list[Item] = []
    negated = False
    last = start
    i = start
    main: Item | None = None
    intended = False
    while i < len(items):
        item = items[i]
        if item.kind in "HBM":
            auxiliaries.append(item)
            last = i
        elif item.kind == "V" and _links_participle(items, i):
            auxiliaries.append(replace(item, kind="B"))
            last = i
        elif item.kind == "V":
            main, last = item, i
            break
        elif auxiliaries and (item.word == "yet to" or _is_to(items, i, auxiliaries)):
            intended = True
        elif item.kind == "X" and auxiliaries:
            negated = True
            if item.word not in ("without", "sans", "ni", "nor"):
                last = i
        elif auxiliaries and (item.kind == "A" or _adverbs(items, i) is not None):
            i = (_adverbs(items, i) or i + 1) - 1
        elif (
            item.kind == "W"
            and auxiliaries
            and (negated and _does(auxiliaries) or _may_be_main(item, auxiliaries, language))
        ):
            main, last = item, i
            break
        else:
            break
        i += 1
    group_ = _build(main, auxiliaries, language)
    if run_by(main, group_, items[last + 1 : last + 2], grouped):
        group_.form, group_.ambiguous = "finite", True
    elif group_.form == "finite" and not auxiliaries and is_done_by(main, grouped, items[last + 1 :], language):
        _describe(group_, main, language)
    group_.unreal = group_.unreal or intended
    group_.future = group_.unreal and _is_future(main, auxiliaries)
    group_.subjunctive = group_.unreal and _is_subjunctive(auxiliaries, language)
    if language == "fr" and not auxiliaries and group_.form == "participle":
        share_have(group_, grouped, items[last + 1 : last + _FURTHER])
    if not auxiliaries and (group_.ambiguous or group_.form == "participle"):
        share_auxiliary(group_, grouped, items[last + 1 : last + 2])
    clitics = _absorb(grouped, group_, language)
    _negate(group_, grouped, negated or _denies(items[last + 1 : last + 3]) or _inverted(grouped))
    head = main or auxiliaries[-1]
    first = items[start].surface or items[start].word  # "has", « avoir »: how the group begins
    grouped.append(Item("V", items[start].start, items[last].end, head.word, group_, {**head.readings}, surface=first))
    group_.clitics = clitics - _REFLEXIVE
    group_.reflexive = bool(clitics & _REFLEXIVE)
    if group_.reflexive and language == "fr":
        group_.passive = False
    return last + 1


def _links_participle(items: Sequence[Item], index: int) -> bool:
    """ "became bound by", "remains chaired by": a verb like "be"."""
    after = items[index + 1] if index + 1 < len(items) else None
    links = bool({"become", "remain"} & {lemma for lemma, _ in items[index].data})
    return links and after is not None and after.kind == "V" and "pp" in {name for _, name in after.data}


def _is_to(items: Sequence[Item], index: int, auxiliaries: Sequence[Item]) -> bool:
    """The "to" of "was to chair", "are to be trained": it was meant to be."""
    if items[index].word != "to" or index + 1 == len(items):
        return False
    before, after = auxiliaries[-1].word, items[index + 1]
    return (before in ("was", "were") and after.kind in "BHV") or (before in ("is", "are") and after.word == "be")


def _denies(after: Sequence[Item]) -> bool:
    """ "signed neither the Convention nor …", "has no source"; "rescued no fewer than 200" denies nothing."""
    denied = bool(after) and after[0].kind == "X" and after[0].word in ("no", "neither", "none")
    return denied and not (len(after) > 1 and has(after[1], "bound"))


def _inverted(grouped: Sequence[Item]) -> bool:
    """ "…, nor has it signed": the auxiliary stands before the subject, the negation before that."""
    for k in range(len(grouped) - 1, max(0, len(grouped) - 8), -1):
        if grouped[k].kind == "V":
            alone = grouped[k].data.lemmas in (("have",), ("be",)) and grouped[k].data.form == "finite"
            return alone and grouped[k - 1].kind == "X"
        if grouped[k].kind in ",;:CRS":
            return False
    return False


_NEITHER = frozenset({"neither", "nor", "ni"})


def _excluded(grouped: Sequence[Item]) -> bool:
    """ "Neither UNDP nor the World Bank [administers …]": whatever the subject names does not."""
    for item in reversed(grouped):
        if item.kind == "X" and item.word in _NEITHER:
            return True
        if item.kind not in "EDA":
            return False
    return False


def _adverbs(items: Sequence[Item], index: int) -> int | None:
    """The index of the verb behind what stands within it at ``index``: "has repeatedly and publicly urged", « sont
    instamment priés », "has since been ratified", "have all acceded"; None where no verb goes on.
    """
    k = index
    while k < len(items) and (
        _is_adverb(items[k]) or (k > index and items[k].kind == "C" and _is_adverb(items[k - 1]))
    ):
        k += 1
    verbs = "V" if k > index and has(items[k - 1], "floating") else "HBMV"
    return k if k > index and k < len(items) and items[k].kind in verbs else None


def _is_adverb(item: Item) -> bool:
    """An adverb, known or not, or a quantifier that floats: « tous trois »."""
    listed = item.kind == "A" or (item.kind == "P" and "A" in item.readings)
    return listed or has(item, "floating") or (item.kind == "W" and item.word.endswith(("ly", "ment")))


def _describe(group_: VerbGroup, main: Item | None, language: str) -> None:
    """Makes of a finite verb what describes."""
    if language == "en" or main is None:
        group_.ambiguous = True
    else:
        group_.lemmas, group_.form, group_.passive = _lemmas(main, ("pp",)), "participle", True


_WILL = frozenset({"will", "shall", "sera", "seront", "aura", "auront", "va", "vont"})


def _is_future(main: Item | None, auxiliaries: Sequence[Item]) -> bool:
    """Its modals, or its own form, say that it is to be: not "would", « devrait »."""
    modals = {auxiliary.word for auxiliary in auxiliaries if "M" in auxiliary.readings}
    if modals:
        return modals <= _WILL
    return main is not None and main.kind == "V" and {name for _, name in main.data} <= {"fut"}


def _is_subjunctive(auxiliaries: Sequence[Item], language: str) -> bool:
    """« ait ratifié », « soient devenus »: by the first auxiliary."""
    words = data("words")[language].get("subjunctive", ())
    return bool(auxiliaries) and auxiliaries[0].word in words and not any(a.word in _WILL for a in auxiliaries)


def _does(auxiliaries: Sequence[Item]) -> bool:
    """ "did not [hesitate]": whatever follows is the verb."""
    return auxiliaries[-1].word in ("do", "does", "did")


def _may_be_main(item: Item, auxiliaries: Sequence[Item], language: str) -> bool:
    if language == "en" and auxiliaries[-1].kind == "M":
        return True
    return item.word.endswith(participle_endings(language))


def _build(main: Item | None, auxiliaries: Sequence[Item], language: str) -> VerbGroup:
    unreal = any("M" in auxiliary.readings for auxiliary in auxiliaries)
    be = [auxiliary for auxiliary in auxiliaries if auxiliary.kind == "B"]
    have = any(auxiliary.kind == "H" for auxiliary in auxiliaries)
    if main is None:
        lemma = ("be" if language == "en" else "être") if be else ("have" if language == "en" else "avoir")
        form = (
            "infinitive"
            if auxiliaries[-1].word in ("be", "être", "have", "avoir") and len(auxiliaries) == 1
            else "finite"
        )
        return VerbGroup((lemma,), form, False, unreal=unreal, link=bool(be))
    if main.kind == "W":
        form = "infinitive" if auxiliaries[0].word in ("avoir", "être", "etre") else "finite"  # « nie avoir renvoyé »
        return VerbGroup((), form, bool(be) and not main.word.endswith("ing"), unreal=unreal)
    build = _english if language == "en" else _french
    return build(main, be, have, unreal)


def _lemmas(main: Item, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(lemma for lemma, name in main.data if name in names))


def _english(main: Item, be: Sequence[Item], have: bool, unreal: bool) -> VerbGroup:
    forms = {name for _, name in main.data}
    finite = VerbGroup((), "finite", False, unreal=unreal)
    if be and "pp" in forms:
        finite.lemmas, finite.passive = _lemmas(main, ("pp",)), True
    elif be and "ger" in forms:
        finite.lemmas, finite.progressive = _lemmas(main, ("ger",)), True
    elif have and "pp" in forms:
        finite.lemmas = _lemmas(main, ("pp",))
    elif (unreal or have) and "base" in forms:
        finite.lemmas = _lemmas(main, ("base",))
    elif "pres" in forms:
        finite.lemmas = _lemmas(main, ("pres",))
    elif "base" in forms and "past" not in forms:
        finite.lemmas, finite.form = _lemmas(main, ("base",)), "base"
    elif "pp" in forms or "past" in forms:
        finite.lemmas = _lemmas(main, ("pp", "past"))
        finite.ambiguous = "pp" in forms and not set(finite.lemmas) & _active()
    elif "ger" in forms:
        finite.lemmas, finite.form = _lemmas(main, ("ger",)), "gerund"
    finite.link = bool(set(finite.lemmas) & _LINKS) and not finite.passive
    return finite


def _french(main: Item, be: Sequence[Item], have: bool, unreal: bool) -> VerbGroup:
    forms = {name for _, name in main.data}
    found = VerbGroup((), "finite", False, unreal=unreal)
    if (be or have) and "pp" in forms:
        found.lemmas = _lemmas(main, ("pp",))
        found.passive = bool(be) and not ({lemma.split(" ")[0] for lemma in found.lemmas} & _with_be())
        if [auxiliary.word for auxiliary in be] in (["être"], ["etre"]):
            found.form = "infinitive"
    elif forms & set(_FINITE):
        found.lemmas = _lemmas(main, _FINITE)
    elif forms & set(_UNREAL):
        found.lemmas, found.unreal = _lemmas(main, _UNREAL), True
    elif "inf" in forms:
        found.lemmas, found.form = _lemmas(main, ("inf",)), "infinitive"
    elif "pp" in forms:
        found.lemmas, found.form = _lemmas(main, ("pp",)), "participle"
        found.passive = not set(found.lemmas) & verb_set("born")  # « Né à l'initiative de l'OIF, le Réseau »
    else:
        found.lemmas, found.form = _lemmas(main, ("ger",)), "gerund"
    found.link = bool(set(found.lemmas) & _LINKS) and not found.passive
    return found


@cache
def participle_endings(language: str) -> tuple[str, ...]:
    """How the participles of unknown verbs end."""
    return tuple(data("verbs")[language]["participles"])


@cache
def _active() -> frozenset[str]:
    """English verbs that have no passive: their past stands alone."""
    return frozenset(data("verbs")["en"]["active"])


@cache
def _with_be() -> frozenset[str]:
    """French verbs whose past takes être, so that « est devenu » is active."""
    return frozenset(data("verbs")["fr"]["être"]) - {"tenir"}


def _absorb(grouped: list[Item], group_: VerbGroup, language: str) -> frozenset[str]:
    """Take the clitics before a French verb out of the row: « l'a ratifié », « s'est réuni », « n'en assure »."""
    if language != "fr":
        return frozenset()
    taken = set()
    if [item.word for item in grouped[-2:]] == ["nous", "nous"]:  # « nous nous engageons »
        taken.add(grouped.pop().word)
    while grouped and has(grouped[-1], "clitic") and not _leads_gerund(grouped, group_):
        if group_.form == "participle":
            break
        taken.add(grouped.pop().word)
        if grouped and grouped[-1].kind == "X" and grouped[-1].word in ("ne", "n"):
            group_.negated = True
            grouped.pop()
    return frozenset(taken)


def _leads_gerund(grouped: Sequence[Item], group_: VerbGroup) -> bool:
    """« en assurant le secrétariat »; but « …, l'ONUDC [en] assurant le secrétariat » has a clitic."""
    led = grouped[-1].word == "en" and group_.form == "gerund"
    return led and own_subject(grouped, len(grouped) - 1) is None


def _negate(group_: VerbGroup, grouped: list[Item], negated: bool) -> None:
    before = [item for item in grouped[-2:] if item.kind == "X"]
    group_.negated = group_.negated or negated or bool(before) or _excluded(grouped)
    if grouped and grouped[-1].word == "to" and group_.form in ("base", "finite"):
        group_.form = "infinitive"
    if len(grouped) > 1 and grouped[-1].kind == "C" and group_.form == "base":  # "to host and administer"
        other = next((item for item in reversed(grouped) if item.kind == "V"), None)
        group_.form = "infinitive" if other is not None and other.data.form == "infinitive" else group_.form
