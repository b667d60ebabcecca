"""The texts that the benchmark reads: the bundled documents, and as many varied copies of them as are wanted."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

from bench.measure import ROOT

BUNDLED = ROOT / "extract" / "corpus"
SYMBOL = re.compile(r"\bA/\d+/\d+\b")  # A/74/127
PARAGRAPH = re.compile(r"\n\s*\n")
NAMES = ("ONUDC", "HCDH", "UNICEF", "OSCE", "ONU-Femmes", "OIM", "OIT", "HCR", "UNODC", "OHCHR", "IOM", "ILO")
NAME = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, NAMES)) + r")(?!\w)")
LENGTH = 1_000  # words of a copy, about


def bundled() -> dict[str, str]:
    """Name and text of the five documents, in the order of their names."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(BUNDLED.glob("*.txt"))}


def copy(number: int, texts: list[str]) -> str:
    """The varied copy of that number: paragraphs of one of the texts in another order, names exchanged, a symbol of its
    own. The same number gives the same text."""
    random = Random(number)
    paragraphs = [" ".join(p.split()) for p in PARAGRAPH.split(texts[number % len(texts)])]
    random.shuffle(paragraphs)
    exchanged = dict(zip(NAMES, random.sample(NAMES, len(NAMES)), strict=True))
    symbol = f"A/{75 + number // 900}/{number % 900 + 1}"
    body = SYMBOL.sub(symbol, NAME.sub(lambda name: exchanged[name[0]], "\n\n".join(_first(paragraphs))))
    return f"Nations Unies\n\n{symbol}\n\n{body}\n"


def _first(paragraphs: list[str]) -> list[str]:
    """As many paragraphs as make up the length of a copy; at least one."""
    taken, count = [], 0
    for paragraph in paragraphs:
        taken.append(paragraph)
        count += len(paragraph.split())
        if count >= LENGTH:
            break
    return taken


def write_copies(folder: Path, count: int) -> list[str]:
    """Writes copies as files of ``folder``; gives their texts."""
    texts = list(bundled().values())
    copies = [copy(number, texts) for number in range(count)]
    for number, text in enumerate(copies):
        (folder / f"copy-{number:05}.txt").write_text(text, encoding="utf-8")
    return copies
