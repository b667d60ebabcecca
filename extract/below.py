"""What stands below a paragraph that ends with a colon."""

from __future__ import annotations

from bisect import bisect_right

from extract.document import Document


def items_below(document: Document, index: int) -> tuple[str, int]:
    """The words of the items below passage ``index``, theirs included, with their labels, and where the last ends."""
    passages, within = document.passages, {index}
    words: list[str] = []
    end = passages[index].end
    for number in range(index + 1, len(passages)):
        passage = passages[number]
        if passage.kind == "item" and passage.parent in within:
            within.add(number)
            words.append(document.text[passage.start : passage.end])
            end = passage.end
        elif passage.kind not in ("footnote", "frontmatter"):
            break
    return " ".join(words).rstrip(" .;,"), end


def sentence_end(document: Document, offset: int, stop: int) -> int:
    """Where the sentence ends in which ``offset`` stands, not behind ``stop``."""
    at = bisect_right(document.sentences, offset, key=lambda sentence: sentence.start) - 1
    return min(document.sentences[at].end, stop) if at >= 0 else stop


def item_words(document: Document, index: int, start: int) -> tuple[str, int]:
    """The words of the item ``index`` from offset ``start`` on, with those of its own items, and where they end."""
    text, passage = document.text, document.passages[index]
    words, end = text[start : passage.end].strip(), passage.end
    if words.endswith(":"):
        below, end = items_below(document, index)
        words = f"{words.rstrip(' :')}: {below}"
    return " ".join(words.rstrip(" .;,").split()), end
