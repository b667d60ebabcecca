"""The networks and pages that the benchmark measures."""

from __future__ import annotations

import json

from bench.pages import ours, theirs, ties


def test_a_network_is_the_same_each_time_and_connected() -> None:
    assert ties(50) == ties(50)
    assert {node for pair in ties(50) for node in pair} == set(range(50))
    assert all(b < a for a, b in ties(50)[1:])


def test_both_pages_show_the_same_network() -> None:
    data = json.loads(ours(30).partition('id="data">')[2].partition("</script>")[0])
    assert [(edge["from"], edge["to"]) for edge in data["edges"]] == ties(30)
    assert len(data["nodes"]) == len(data["entities"]) == 30
    page = theirs(30)
    assert page.count('"arrows": "to"') == len(ties(30))
    assert page.count("document.documentElement.dataset.ready") == 1
