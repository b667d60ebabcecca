"""The shortest chain of facts between two nodes, on the handmade store."""

from __future__ import annotations

from graph.iris import thing
from graph.paths import LONGEST, chains, in_store
from graph.store import Store


def ends(store: Store, start: str, end: str) -> list[tuple[str, str]] | None:
    found = chains(in_store(store), [thing(start)], [thing(end)], 1)
    hops = [hop[0] for chain in found for hop in chain]
    return None if not found else [(s.start.rpartition("/id/")[2], s.end.rpartition("/id/")[2]) for s in hops]


def test_one_fact(store: Store) -> None:
    assert ends(store, "ICAT", "UNICEF") == [("ICAT", "UNICEF")]


def test_a_chain_is_joined_and_shortest(store: Store) -> None:
    assert ends(store, "UNICEF", "OSCE") == [("UNICEF", "ICAT"), ("ICAT", "OSCE")]
    assert ends(store, "UNICEF", "General_Assembly") == [("UNICEF", "ICAT"), ("ICAT", "General_Assembly")]


def test_none_where_nothing_joins_them(store: Store) -> None:
    assert ends(store, "ICAT", "Fiji") is None
    assert ends(store, "ICAT", "Nowhere") is None
    assert LONGEST > 2


def test_a_node_is_at_its_own_end_only_by_facts(store: Store) -> None:
    assert ends(store, "Nowhere", "Nowhere") is None
