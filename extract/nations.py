"""Which State a text means by "my country", "his Government", "the State party": written into the row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from extract.facts import Entity
from extract.syntax.items import Item, has
from ontology.lexicon import data
from ontology.types import is_a


def settle(
    items: list[Item],
    speaker: Entity | None,
    reviewed: Entity | None,
    named: Sequence[Entity],
    owners: Mapping[str, Entity],
    before: Entity | None = None,
) -> Entity | None:
    """Make mentions of words that stand for a State: of ``speaker``, whose statement the document is; of the envoy who
    speaks in the sentence; of ``reviewed``, which alone the document's head names, or whose report it is about; else of
    the one State that the passage has ``named`` before. ``owners`` tells whose an office is, ``before`` for which State
    the passage has let speak. Gives for which State the sentence, or else the passage, lets speak.
    """
    _with_owners(items, owners)
    for k, item in enumerate(items):
        if item.kind not in ("W", "Q", "N") or not item.word:
            continue
        state = _meant(items, k, speaker, reviewed, named, owners) or _spoken_for(items, k, before)
        if state is not None:
            item.kind, item.data, item.several = "E", state, ()
            if items[k + 1 : k + 2] and items[k + 1].kind == "S":
                items[k + 1].kind = "R"  # "Liberia, the country that chairs the Council"
            if k and items[k - 1].word in words()["ours"]:
                items[k - 1].kind = "D"
    return _envoy(items, len(items), owners, posts=False) or before


def _meant(
    items: Sequence[Item],
    k: int,
    speaker: Entity | None,
    reviewed: Entity | None,
    named: Sequence[Entity],
    owners: Mapping[str, Entity],
) -> Entity | None:
    word, said = items[k].word, words()
    before = items[k - 1].word if k else ""
    led = items[k + 1].kind if k + 1 < len(items) else ""
    if (led == "R" or (led == "S" and items[k + 1].word == "that")) and word in said["country"] | said["institution"]:
        return _apposed(items, k, owners)
    if speaker is not None and (word in said["we"] or (word in said["country"] and before in said["ours"])):
        return speaker
    if word in said["country"] and before in said["yours"]:
        return reviewed
    if k and word in said["country"] and (has(items[k - 1], "possessive") or before in said["ours"]):
        return _envoy(items, k, owners) or _fronted(items, k)
    if before in said["definite"] and word in said["own"] and not _of_another(items, k):
        return reviewed or _only_state(items[:k], named)
    return None


def _apposed(items: Sequence[Item], k: int, owners: Mapping[str, Entity]) -> Entity | None:
    """« M. Roy, Ministre de la justice du Libéria, [pays] qui préside », "the [organization] that chairs": whose the
    office before the comma is.
    """
    comma = k - 1 - (items[k - 1].kind == "D")
    if comma < 1 or items[comma].kind != "," or items[comma - 1].kind != "E":
        return None
    named = items[comma - 1].data
    owner = owners.get(named.id, named) if named.type == "Office" else named
    country = items[k].word in words()["country"]
    return owner if is_a(owner.type, "State" if country else "Organization") else None


def _with_owners(items: list[Item], owners: Mapping[str, Entity]) -> None:
    """ "the Minister of Justice of Liberia, [Liberia] which chairs the Council": no person is "which"."""
    for k in range(len(items) - 1, 1, -1):
        office = items[k - 2].data.id if items[k - 2].kind == "E" else ""
        relative = items[k].kind == "R" and items[k].word == "which" and items[k - 1].kind == ","
        if relative and items[k - 2].kind == "E" and items[k - 2].data.type == "Office" and office in owners:
            items.insert(k, Item("E", items[k].start, items[k].start, "", owners[office]))


def _of_another(items: Sequence[Item], k: int) -> bool:
    """ "the Government of …", "the State party to …", "the country office", « le Gouvernement népalais »."""
    after = items[k + 1] if k + 1 < len(items) else None
    if after is None:
        return False
    return (
        (after.kind == "W" and not after.readings)
        or after.kind in ("E", "Q", "N")
        or (after.kind == "P" and after.data in ("of", "to", "for"))
    )


def _spoken_for(items: Sequence[Item], k: int, before: Entity | None) -> Entity | None:
    """ "The representative of Chad deplored the delay. His Government had set up a fund": Chad, where the sentence
    names nobody else whose Government it may be.
    """
    alone = all(item.kind != "E" or item.data.type not in ("State", "Person", "Office") for item in items[:k])
    own = k > 0 and items[k].word in words()["country"] and has(items[k - 1], "possessive")
    return before if own and alone else None


def _envoy(items: Sequence[Item], k: int, owners: Mapping[str, Entity], *, posts: bool = True) -> Entity | None:
    """« Mme Dupont (Haïti) dit que son pays … », "the representative of Haiti said that her country …", "the Minister
    of Haiti": Haiti.
    """
    named = [(j, items[j].data) for j in range(k) if items[j].kind == "E"]
    found = [thing for j, thing in named if _is_envoys(items, j)]
    offices = [(j, thing) for j, thing in named if thing.type == "Office" and thing.id in owners]
    held = [owners[thing.id] for j, thing in offices if posts or _opens_as_envoy(items, j)]
    found += [state for state in held if state.type == "State"]
    return found[-1] if found else None


def _opens_as_envoy(items: Sequence[Item], index: int) -> bool:
    """ "The representative of the Philippines, Mr. Bautista, said …": the office that opens the sentence."""
    envoy = any(label.lower().split(" ")[0] in words()["envoys"] for _, label in items[index].data.labels)
    return envoy and all(item.kind in ("D", "A", ",") for item in items[:index])


def _fronted(items: Sequence[Item], k: int) -> Entity | None:
    """ "Recalling that his [country] was a party, the representative of Libya …": whose envoy is the subject behind."""
    if items[0].kind != "V" or items[0].data.form not in ("gerund", "participle"):
        return None
    comma = next((j for j in range(k, len(items)) if items[j].kind == ","), len(items))
    behind = range(comma, len(items))  # « le représentant » may be taken for a participle
    verb = next((j for j in behind if items[j].kind == "V" and items[j].data.form == "finite"), len(items))
    return next((items[j].data for j in range(comma, verb) if _is_envoys(items, j)), None)


def _is_envoys(items: Sequence[Item], index: int) -> bool:
    return items[index].kind == "E" and items[index].data.type == "State" and _speaks_for(items, index)


def _speaks_for(items: Sequence[Item], index: int) -> bool:
    """ "Ms. Diop (Senegal)", "the representative of Senegal", "Senegal's delegate": the State at ``index`` is the
    speaker's.
    """
    if index and items[index - 1].kind == "(":
        return True
    envoys = words()["envoys"]
    if [item.kind for item in items[index + 1 : index + 2]] == ["'"]:
        return any(item.word in envoys for item in items[index + 2 : index + 4])
    of = index - 1 if items[index - 1].kind != "D" else index - 2
    return of > 0 and items[of].kind == "P" and items[of].data == "of" and items[of - 1].word in envoys


def _only_state(before: Sequence[Item], named: Sequence[Entity]) -> Entity | None:
    here = [item.data for item in before if item.kind == "E"]
    states = {entity.id: entity for entity in (*named, *here) if entity.type == "State"}
    return next(iter(states.values())) if len(states) == 1 else None


@cache
def words() -> Mapping[str, frozenset[str]]:
    """The words that stand for who speaks, for a State and for what is its own, by what they say."""
    return {name: frozenset(listed) for name, listed in data("words")["nations"].items()}
