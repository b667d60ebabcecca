"""The end of a build, as people read it."""

from __future__ import annotations

from graph.build import Summary
from queries.summary import to_text


def test_counts_and_every_source_that_failed() -> None:
    summary = Summary(
        documents=2,
        passages=14,
        sentences=20,
        mentions=1300,
        facts={"members": 1, "chairs": 5},
        unchanged=1,
        removed=["A/1/1"],
        failures=[("bad\x1b[31m.txt", "the file is empty.")],
        duplicates=[("b.txt", "a.txt")],
        warnings=[("c.txt", "a third language")],
    )
    text = to_text(summary, columns_wide=80)
    assert "mentions                       1,300\n" in text
    assert text.index("  chairs") < text.index("  members")
    assert "facts                              6\n" in text
    assert "no longer in the graph: A/1/1\n" in text
    assert "bad[31m.txt  failed     the file is empty.\n" in text
    assert "b.txt        duplicate  the same content as a.txt, read once.\n" in text
    assert "\x1b" not in text


def test_a_build_without_trouble_has_no_second_table() -> None:
    assert "outcome" not in to_text(Summary(documents=1), columns_wide=80)
