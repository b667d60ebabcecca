"""A source to a document: repair, languages, front matter, passages and sentences put together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import replace

from extract import sentences
from extract.document import Document, Language, OffsetMap, Part, Passage, PassageKind, Sentence, Stated
from extract.frontmatter import Front, FrontReader, part
from extract.language import find_other_language, languages, runs
from extract.mentions.symbols import parse
from extract.passages import find_passages
from extract.readers.errors import ReadError
from extract.readers.source import Source, titled
from extract.reading import Reading
from extract.repair import Clean, repair

WHOLE = ("table",)  # passages that are one sentence


def document(source: Source) -> Document:
    """The document that ``source`` holds. Passages in a language that Palermo does not read have no sentences.

    Raises :class:`ReadError` where nothing is left of the text once the furniture of its pages is taken away.
    """
    clean = repair(source)
    if not clean.blocks:
        raise ReadError(source.name, "holds no text beside links and page numbers.", advice="Check what was saved.")
    texts = [clean.text[block.start : block.end] for block in clean.blocks]
    told = languages(texts, source.stated["language"][0] if "language" in source.stated else "")
    versions = runs(texts, told)
    fronts = [FrontReader(clean.text, clean.blocks, *version).read() for version in versions]
    _add_stated(source, clean, fronts)
    if "title" not in fronts[0].stated and "title" in source.stated and source.stated["title"][1] < 0:
        return document(titled(source))
    symbol = _symbol(clean, fronts)
    kinds: dict[int, PassageKind] = {i: kind for front in fronts for i, kind in front.kinds.items()}
    found = find_passages(Reading(clean.text, clean.blocks, told, kinds, _is_resolution(fronts, symbol)))
    passages = _tied(found, clean, source)
    foreign = [find_other_language(text) for text in texts]
    return Document(
        id=symbol.value if symbol is not None else source.name,
        name=source.name,
        format=source.format,
        raw=source.raw,
        text=clean.text,
        offsets=clean.offsets,
        passages=passages,
        sentences=_sentences(clean.text, passages, foreign),
        parts=_parts(clean, versions, fronts),
        symbol=symbol,
        warnings=(*source.warnings, *_warnings(texts, foreign)),
        pages=source.pages,
        url=source.url,
        translations=source.translations,
    )


def _tied(passages: tuple[Passage, ...], clean: Clean, source: Source) -> tuple[Passage, ...]:
    """``passages``, footnotes with the passage in which their mark stands."""
    marks = {block.start: block.tied for block in source.blocks or () if block.tied is not None}
    if not marks:
        return passages
    starts = [passage.start for passage in passages]
    order = sorted(range(len(passages)), key=starts.__getitem__)
    ordered = [starts[i] for i in order]
    out = list(passages)
    for i, passage in enumerate(passages):
        mark = marks.get(clean.offsets.raw(passage.start)) if passage.kind == "footnote" else None
        if mark is not None:
            at = bisect_right(ordered, _clean_offset(clean.offsets, mark)) - 1
            out[i] = replace(passage, tied=order[at]) if at >= 0 else passage
    return tuple(out)


def _parts(clean: Clean, versions: list[tuple[int, int, Language]], fronts: list[Front]) -> tuple[Part, ...]:
    out: list[Part] = []
    for (first, end, language), front in zip(versions, fronts, strict=True):
        start, stop = clean.blocks[first].start, clean.blocks[end - 1].end
        out.append(part(front, language, start, stop))
    return tuple(out)


def _is_resolution(fronts: list[Front], symbol: Stated | None) -> bool:
    named = parse(symbol.value) if symbol is not None else None
    return (named is not None and named.type == "Resolution") or any(
        front.stated["type"].value in ("resolution", "decision") for front in fronts if "type" in front.stated
    )


def _symbol(clean: Clean, fronts: list[Front]) -> Stated | None:
    """The document's own symbol: of the first front matter that has one, else of its running heads."""
    for front in fronts:
        if "symbol" in front.stated:
            return front.stated["symbol"]
    for block in clean.blocks:
        if block.hint == "symbol":
            return Stated(clean.text[block.start : block.end], block.start, block.end)
    return None


def _add_stated(source: Source, clean: Clean, fronts: list[Front]) -> None:
    """What the markup of a page states goes to its first version, where the text does not state it."""
    for key, (value, start, _) in source.stated.items():
        if key == "language" or start < 0:
            continue
        at = _clean_offset(clean.offsets, start)
        block = next((b for b in clean.blocks if b.start <= at < b.end), None)
        if block is not None:
            words = clean.text[block.start : block.end]
            fronts[0].state(
                key, value[:10] if key == "date" else (words if key == "title" else value), block.start, block.end
            )


def _clean_offset(offsets: OffsetMap, raw: int) -> int:
    """Clean offset of the first character that stands at raw offset ``raw`` or behind it."""
    i = bisect_left(offsets.targets, raw + 1) - 1
    return offsets.starts[i] + raw - offsets.targets[i] if i >= 0 else 0


def _sentences(text: str, passages: tuple[Passage, ...], foreign: list[str | None]) -> tuple[Sentence, ...]:
    out: list[Sentence] = []
    for index, passage in enumerate(passages):
        if foreign[index] is not None:
            continue
        start = passage.words
        spans = [(start, passage.end)] if passage.kind in WHOLE else sentences.split(text, start, passage.end)
        out.extend(Sentence(first, last, index) for first, last in spans)
    return tuple(out)


def _warnings(texts: list[str], foreign: list[str | None]) -> tuple[str, ...]:
    counts = Counter(name for name in foreign if name is not None)
    return tuple(
        f"{'The whole text' if number == len(texts) else f'{number} of {len(texts)} passages'} "
        f"{'is' if number in (1, len(texts)) else 'are'} in {name}; "
        "Palermo reads English and French, no facts were sought there."
        for name, number in sorted(counts.items())
    )
