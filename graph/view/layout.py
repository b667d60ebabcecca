"""Where things stand in a picture, computed beforehand: the same network gives the same picture.

Components are laid out by networkx, each by what suits its size, then set beside each other; last, what would cover
another or its name is moved apart. Positions are whole numbers, of which a node of middling size takes 20.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx
    import numpy
    from numpy.typing import NDArray

    Graph = networkx.Graph[int]
    Points = NDArray[numpy.float64]

Position = tuple[int, int]
_LINK = 150.0  # how long an edge should be
_ROOM = (128.0, 58.0)  # what a node takes with its name: width, height
_EXACT = 120  # up to so many nodes, distances follow the shortest ways (Kamada and Kawai, 1989)
_SPRINGS = 400  # up to so many, forces (Fruchterman and Reingold, 1991); beyond, by communities
_ASPECT = 1.6  # of the whole picture, width to height
_GAP = 60.0


def layout(graph: Graph, *, start: int | None = None) -> dict[int, Position]:
    """A position for each node of an undirected network, wider than high, around (0, 0).

    With ``start``, from left to right by the number of steps from that node, as chains are read.
    """
    import networkx

    if start is not None:
        return _steps(graph, start)
    parts = [graph.subgraph(sorted(nodes)) for nodes in networkx.connected_components(graph)]
    parts.sort(key=lambda part: (-part.number_of_nodes(), min(part)))
    placed = _beside([(sorted(part), _component(part)) for part in parts])
    return {node: (round(x), round(y)) for node, (x, y) in sorted(placed.items())}


def _steps(graph: Graph, start: int) -> dict[int, Position]:
    import networkx

    away = networkx.single_source_shortest_path_length(graph, start)
    layers: dict[int, list[int]] = {}
    for node in sorted(graph):
        layers.setdefault(away.get(node, 0), []).append(node)
    return {
        node: (round(step * _LINK * 1.6), round((row - (len(nodes) - 1) / 2) * _ROOM[1] * 2.2))
        for step, nodes in layers.items()
        for row, node in enumerate(nodes)
    }


def _component(graph: Graph) -> Points:
    """Points of the nodes of a connected network, in their order, none over another."""
    points = _lying(_flowing(graph))
    return _apart(points, rounds=200) if len(points) <= _SPRINGS else points  # communities are apart already


def _flowing(graph: Graph, *, exact: int = _EXACT) -> Points:
    import networkx
    import numpy as np

    count = graph.number_of_nodes()
    nodes = sorted(graph)
    if count <= 2:
        return np.array([[0.0, 0.0], [_LINK * 1.4, 0.0]][:count])
    if _is_star(graph):
        return _star(graph)
    ordered: Graph = networkx.Graph()
    ordered.add_nodes_from(nodes)
    ordered.add_edges_from(sorted((min(a, b), max(a, b)) for a, b in graph.edges))
    if count > _SPRINGS:
        return _by_communities(ordered)
    start = networkx.circular_layout(ordered)
    if count <= exact:
        found = networkx.kamada_kawai_layout(ordered, pos=start)
    else:
        found = networkx.spring_layout(ordered, pos=start, iterations=120, k=1.6 / math.sqrt(count), seed=0)
    return _scaled(ordered, np.array([found[node] for node in nodes]))


def _is_star(graph: Graph) -> bool:
    degrees = sorted(degree for _, degree in graph.degree())
    return len(degrees) > 3 and degrees[-1] == len(degrees) - 1 and degrees[-2] == 1


def _star(graph: Graph) -> Points:
    """A hub in the middle of rings: an inner one of twelve at most, so that names have room, then wider ones."""
    import numpy as np

    nodes = sorted(graph)
    hub = max(nodes, key=graph.degree)
    ring: list[tuple[float, float]] = []
    radius, left = _LINK * 1.15, len(nodes) - 1
    while left > 0:
        size = min(left, max(8, int(2 * math.pi * radius / 105)))
        turns = (2 * math.pi * (step + 0.25) / size for step in range(size))
        ring += [(1.35 * radius * math.cos(turn), radius * math.sin(turn)) for turn in turns]
        left, radius = left - size, radius + 105
    places = iter(ring)
    return np.array([(0.0, 0.0) if node == hub else next(places) for node in nodes])


def _scaled(graph: Graph, points: Points) -> Points:
    """The points at a scale at which the middle edge is as long as it should be."""
    import numpy as np

    index = {node: number for number, node in enumerate(sorted(graph))}
    ends = np.array([(index[a], index[b]) for a, b in graph.edges])
    lengths = np.sort(np.hypot(*(points[ends[:, 0]] - points[ends[:, 1]]).T))
    middle = float(lengths[len(lengths) // 2])
    return points * (_LINK / max(middle, 1e-9))


def _by_communities(graph: Graph) -> Points:
    """Communities, each laid out by itself, as discs of a network of their own."""
    import networkx
    import numpy as np

    groups = [sorted(group) for group in networkx.community.louvain_communities(graph, seed=0, resolution=1.2)]
    groups.sort(key=lambda group: group[0])
    if len(groups) == 1:
        return _rings(graph)
    whole: Graph = networkx.quotient_graph(graph, [set(group) for group in groups], relabel=True)
    plain: Graph = networkx.Graph()
    plain.add_nodes_from(range(len(groups)))
    plain.add_edges_from(sorted((min(a, b), max(a, b)) for a, b in whole.edges))
    inner = [_apart(_lying(_flowing(_connected(graph, group), exact=_EXACT // 3)), rounds=40) for group in groups]
    radii = np.array([float(np.hypot(*points.T).max()) + _GAP for points in inner])
    centres = _discs(_flowing(plain) if len(groups) > 2 else _flowing(networkx.path_graph(2)), radii)
    found: dict[int, tuple[float, float]] = {}
    for group, points, centre in zip(groups, inner, centres, strict=True):
        found.update((node, (x, y)) for node, (x, y) in zip(group, points + centre, strict=True))
    return np.array([found[node] for node in sorted(graph)])


def _connected(graph: Graph, group: Sequence[int]) -> Graph:
    """The part of a network, what is not connected in it hung to its most connected node."""
    import networkx

    part: Graph = networkx.Graph(graph.subgraph(group))
    hub = max(group, key=lambda node: (part.degree(node), -node))
    for nodes in sorted(map(sorted, networkx.connected_components(part))):
        if hub not in nodes:
            part.add_edge(hub, nodes[0])
    return part


def _rings(graph: Graph) -> Points:
    """What cannot be divided: the most connected in the middle, the others around it in a spiral."""
    import numpy as np

    nodes = sorted(graph)
    order = sorted(nodes, key=lambda node: (-graph.degree(node), node))
    turn = math.pi * (3 - math.sqrt(5))  # the golden angle: no two stand behind each other
    spiral = {
        node: (_LINK * 0.62 * math.sqrt(n) * math.cos(n * turn), _LINK * 0.62 * math.sqrt(n) * math.sin(n * turn))
        for n, node in enumerate(order)
    }
    return np.array([spiral[node] for node in nodes])


def _discs(centres: Points, radii: Points) -> Points:
    """Centres at which discs of these radii do not cover each other, as near to where they were as that allows."""
    import numpy as np

    spread = float(np.hypot(*(centres - centres.mean(axis=0)).T).max()) or 1.0
    centres = (centres - centres.mean(axis=0)) * (float(np.sqrt((radii**2).sum())) / spread)
    for _ in range(300):
        apart = centres[:, None] - centres[None]
        distance = np.hypot(apart[..., 0], apart[..., 1]) + 1e-9
        over = np.maximum(radii[:, None] + radii[None] - distance, 0.0)
        np.fill_diagonal(over, 0.0)
        if not over.any():
            break
        centres = centres + (apart / distance[..., None] * over[..., None]).sum(axis=1) * 0.3
    return centres


def _lying(points: Points) -> Points:
    """The points centred and turned so that they are wider than high; of the mirror images always the same."""
    import numpy as np

    points = points - (points.max(axis=0) + points.min(axis=0)) / 2
    width, height = points.max(axis=0) - points.min(axis=0)
    return points if width >= height else np.column_stack([points[:, 1], -points[:, 0]])


def _apart(points: Points, *, rounds: int) -> Points:
    """The points moved until no two rooms overlap, each pair along the axis that takes less."""
    import numpy as np

    size, count = np.array(_ROOM), len(points)
    order = np.sign(np.arange(count)[:, None] - np.arange(count)[None]).astype(float)
    for _ in range(rounds):
        apart = points[:, None] - points[None]
        over = size - np.abs(apart)
        covers = (over > 0).all(axis=2) & (order != 0)
        if not covers.any():
            break
        side = np.where(over[..., 0] * 0.45 < over[..., 1], 0, 1)
        ways = np.where(apart == 0, order[..., None], np.sign(apart))
        moves = [(ways[..., axis] * over[..., axis] * (covers & (side == axis))).sum(axis=1) for axis in (0, 1)]
        points = points + np.clip(np.column_stack(moves) * 0.35, -size, size)
    return points


def _beside(parts: Iterable[tuple[Sequence[int], Points]]) -> Mapping[int, tuple[float, float]]:
    """Parts in rows, as lines of text are filled, the whole as near to the aspect as may be and around (0, 0)."""
    boxes = [(nodes, points, points.max(axis=0) - points.min(axis=0) + (_ROOM[0], _ROOM[1])) for nodes, points in parts]
    area = sum(float((box[0] + _GAP) * (box[1] + _GAP)) for _, _, box in boxes)
    widest = max((float(box[0]) for _, _, box in boxes), default=0.0)
    tries = [_rows(boxes, max(widest, math.sqrt(area * _ASPECT) * part / 8)) for part in range(6, 20)]
    return _centred(min(tries, key=_size))


def _size(placed: Mapping[int, tuple[float, float]]) -> float:
    """How much a picture must be made smaller to fit: the larger of its height and its width, at the aspect."""
    xs, ys = zip(*placed.values(), strict=True) if placed else ((0.0,), (0.0,))
    return float(max((max(xs) - min(xs) + _ROOM[0]) / _ASPECT, max(ys) - min(ys) + _ROOM[1]))


def _rows(boxes: Sequence[tuple[Sequence[int], Points, Points]], line: float) -> Mapping[int, tuple[float, float]]:
    """Parts in rows, none longer than ``line``."""
    placed: dict[int, tuple[float, float]] = {}
    x = y = high = 0.0
    for nodes, points, box in boxes:
        if x > 0 and x + box[0] > line:
            x, y, high = 0.0, y + high + _GAP, 0.0
        corner = points.min(axis=0)
        placed.update(
            (node, (x + float(px - corner[0]), y + float(py - corner[1])))
            for node, (px, py) in zip(nodes, points, strict=True)
        )
        x, high = x + float(box[0]) + _GAP, max(high, float(box[1]))
    return placed


def _centred(placed: Mapping[int, tuple[float, float]]) -> Mapping[int, tuple[float, float]]:
    if not placed:
        return placed
    xs, ys = zip(*placed.values(), strict=True)
    left, top = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    return {node: (x - left, y - top) for node, (x, y) in placed.items()}
