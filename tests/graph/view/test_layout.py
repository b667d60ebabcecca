"""Positions: the same each time, apart from each other, wider than high."""

from __future__ import annotations

import subprocess
import sys

import networkx
import pytest

from graph.view.layout import layout


def graph(count: int, *, seed: int = 1) -> networkx.Graph[int]:
    made: networkx.Graph[int] = networkx.barabasi_albert_graph(count, 2, seed=seed)
    return made


def apart(places: dict[int, tuple[int, int]]) -> bool:
    points = list(places.values())
    return all(abs(a[0] - b[0]) >= 40 or abs(a[1] - b[1]) >= 30 for i, a in enumerate(points) for b in points[:i])


@pytest.mark.parametrize("count", [3, 9, 40, 121, 200])
def test_no_two_nodes_are_in_one_place(count: int) -> None:
    places = layout(graph(count))
    assert set(places) == set(range(count))
    assert apart(places)


def test_a_large_network_is_laid_out_by_communities() -> None:
    places = layout(graph(450))
    assert len(set(places.values())) == 450
    near = [abs(places[a][0] - places[b][0]) + abs(places[a][1] - places[b][1]) for a, b in graph(450).edges]
    far = [abs(places[a][0] - places[a + 200][0]) + abs(places[a][1] - places[a + 200][1]) for a in range(250)]
    assert sum(near) / len(near) < sum(far) / len(far)


def test_small_ones() -> None:
    assert layout(networkx.Graph()) == {}
    one: networkx.Graph[int] = networkx.empty_graph(1)
    assert layout(one) == {0: (0, 0)}
    assert apart(layout(networkx.empty_graph(30)))
    assert apart(layout(networkx.path_graph(2)))


@pytest.mark.parametrize("leaves", [5, 30, 600])
def test_a_star_has_its_hub_in_the_middle(leaves: int) -> None:
    places = layout(networkx.star_graph(leaves))
    xs, ys = [x for x, _ in places.values()], [y for _, y in places.values()]
    assert abs(places[0][0] - (min(xs) + max(xs)) / 2) < 200
    assert abs(places[0][1] - (min(ys) + max(ys)) / 2) < 200
    assert len(set(places.values())) == leaves + 1


def test_pictures_are_wider_than_high() -> None:
    parts = networkx.disjoint_union_all([graph(20), graph(8, seed=2), networkx.path_graph(2), networkx.empty_graph(3)])
    for made in (graph(30), networkx.path_graph(9), parts):
        places = layout(made).values()
        width, height = (max(c) - min(c) for c in zip(*places, strict=True))
        assert width >= height


def test_chains_go_from_left_to_right() -> None:
    places = layout(networkx.cycle_graph(6), start=2)
    away = networkx.single_source_shortest_path_length(networkx.cycle_graph(6), 2)
    assert sorted(range(6), key=lambda n: (places[n][0], n)) == sorted(range(6), key=lambda n: (away[n], n))
    assert apart(places)


def test_neither_the_order_of_edges_nor_the_hash_seed_matters() -> None:
    made = graph(60)
    turned: networkx.Graph[int] = networkx.Graph()
    turned.add_edges_from((b, a) for a, b in reversed(list(made.edges)))
    assert layout(made) == layout(turned)
    code = (
        "import networkx; from graph.view.layout import layout;"
        "print(layout(networkx.barabasi_albert_graph(430, 2, seed=3)))"
    )
    runs = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env={"PYTHONHASHSEED": seed})
        for seed in ("1", "2")
    ]
    assert runs[0].stdout == runs[1].stdout != b""
