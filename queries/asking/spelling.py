"""Small spelling mistakes: words that are not understood are read as the one known word that is all but the same."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from graph.index import fold
from queries.asking.forms import are_forms
from queries.asking.words import CONTENT, LANGUAGES, Segment, Token, Vocabulary

if TYPE_CHECKING:
    from graph.store import Store

_SHORTEST = 5  # letters of a word that may be mended
_NOUNS = ("noun", "post", "type")
_SHORT = 4  # of one that its neighbour in a name tells
_MOST = 3  # words that are mended in one question
_LONG = 8  # letters from which two mistakes are small


@dataclass(frozen=True, slots=True)
class Mended:
    """A question with its spelling mended: the text, and what was changed to what."""

    text: str
    changes: tuple[tuple[str, str], ...]


def mended(
    store: Store,
    vocabulary: Vocabulary,
    text: str,
    words: Sequence[Token],
    segments: Sequence[Segment],
    counted: Collection[str],
    language: str,
) -> Mended | None:
    """The question with the words that are misspelt read as others; None where none is.

    A word is misspelt where neither the lexicon nor a name, the glossary or a document has it; what only these two have
    may be a form of a word of names. A word is mended where
    exactly one known word is nearest: one letter off, or two in a long word, and the same first letter, of several the
    one of the question's ``language``, or the one that stands in a name beside its neighbour, "blue *hart* campaign";
    one of the ``counted``, folded, as another noun only. Of an acronym only a letter that was doubled or two that
    changed places are put right: 'ICAO' is not ICAT.
    """
    names = frozenset(w for w in store.name_words() if len(w) > 2 and not w.isdigit())
    lexicon, glossary = _known(vocabulary) | names, {word for phrase in store.glossary for word in phrase.split()}
    own = frozenset(vocabulary.content[language]["words"])
    changes: list[tuple[int, str]] = []
    for at in [n for s in segments if not s.meanings for n in range(s.first, s.last)]:
        token = words[at]
        if token.folded in lexicon:
            continue  # it counts things: "how many victims"
        if token.folded in glossary or store.says(token.folded):  # it may be said in a sentence
            forms = [n for n in names if are_forms(token.folded, n) and not _is_verb(vocabulary, n)]
            changes += [(at, forms[0])] if len(forms) == 1 else []
            continue
        inside = token.start > 0 and token.raw[0].isupper() and not text.istitle() and not text.isupper()
        nouns = _known(vocabulary, _NOUNS) if token.folded in counted else lexicon | glossary
        among = names if inside else nouns  # a word with a capital is a name, and no verb
        better = _nearest(token, among, own) or _beside(store, words, at, names) or _of_plural(token, among, own)
        changes += [(at, better)] if better is not None else []
    if not 0 < len(changes) <= _MOST:
        return None
    for at, better in reversed(changes):
        text = text[: words[at].start] + better + text[words[at].end :]
    return Mended(text, tuple((words[at].raw, better) for at, better in changes))


def _is_verb(vocabulary: Vocabulary, word: str) -> bool:
    """Whether a word of names is a verb of questions: « les permis » are not what somebody may "permit"."""
    return "verb" in vocabulary.classes(word)


@lru_cache(maxsize=8)
def _known(vocabulary: Vocabulary, classes: Collection[str] = (*CONTENT, "ask")) -> frozenset[str]:
    """All single words of the lexicon that mean something: those of ``classes``, those for nouns that others say as
    well or that are counted, and months."""
    found = {
        word
        for language in LANGUAGES
        for phrase, entries in vocabulary.content[language]["words"].items()
        if any(cls in classes for cls, _ in entries)
        for word in phrase.split()
    } | {word for phrase in vocabulary.content["alike"] for word in phrase.split()}
    found |= {n for kind in vocabulary.content["counted"].values() for nouns in kind.values() for n in nouns}
    months = {m for language in LANGUAGES for m in vocabulary.content[language]["months"]}
    return frozenset(w for w in found | months if len(w) > 2 and not w.isdigit())


def _nearest(token: Token, known: frozenset[str], own: Collection[str]) -> str | None:
    from rapidfuzz.distance import DamerauLevenshtein
    from rapidfuzz.process import extract

    word = token.folded
    if any(c.isdigit() for c in word):
        return None
    if token.raw.isupper() and len(token.raw) < _LONG:
        found = sorted(k for k in known if _slip(word, k))
        return found[0].upper() if len(found) == 1 else None
    if len(word) < _SHORTEST:
        return None
    most = 2 if len(word) >= _LONG else 1
    ranked = extract(word, sorted(known), scorer=DamerauLevenshtein.distance, score_cutoff=most, limit=8)
    same = [(distance, name) for name, distance, _ in ranked if name[0] == word[0]]
    best = [name for distance, name in same if distance == min(d for d, _ in same)]
    best = [name for name in best if name in own] or best  # « programe » is no program
    best = [name for name in best if sorted(name) == sorted(word)] or best  # "recieved" is not "relieved"
    return best[0] if len(best) == 1 else _only_stem(best)


def _of_plural(token: Token, known: frozenset[str], own: Collection[str]) -> str | None:
    """The singular for a plural that was made or spelt wrongly: "countrys", "pilars"."""
    one = replace(token, raw=token.raw[:-1], folded=token.folded[:-1])
    if not token.folded.endswith("s") or token.raw.isupper() or len(one.folded) < _SHORTEST:
        return None
    return one.folded if one.folded in known else _nearest(one, known, own)


def _beside(store: Store, words: Sequence[Token], at: int, names: Collection[str]) -> str | None:
    """The only word one letter off that stands in a name beside the same neighbour."""
    from rapidfuzz.distance import DamerauLevenshtein

    word = words[at].folded
    if len(word) < _SHORT or any(c.isdigit() for c in word):
        return None
    near = [n for n in names if n[0] == word[0] and DamerauLevenshtein.distance(word, n, score_cutoff=1) == 1]
    pairs = [(words[at - 1].folded, "{}")] if at > 0 else []
    pairs += [("{}", words[at + 1].folded)] if at + 1 < len(words) else []
    found = set()
    for pair in pairs:
        other = next(part for part in pair if part != "{}")
        rows = store.with_words([[other], near]) if near and len(other) >= _SHORT else []
        found |= {n for n in near for row in rows if " ".join(pair).format(n) in fold(row.name)}
    return found.pop() if len(found) == 1 else None


def _only_stem(best: Sequence[str]) -> str | None:
    """Of forms of one word ('ratifie', 'ratifier') any will do: the shortest."""
    if not best:
        return None
    shortest = min(best, key=lambda name: (len(name), name))
    return shortest if all(name.startswith(shortest[:-2]) for name in best) and len(shortest) > 4 else None


def _slip(word: str, known: str) -> bool:
    """'icatt', 'iccat' for 'icat'; 'unocd' for 'unodc'."""
    if len(word) == len(known) + 1:
        return any(
            word[:i] + word[i + 1 :] == known and word[i] in (word[i - 1 : i], word[i + 1 : i + 2])
            for i in range(len(word))
        )
    if len(word) != len(known) or len(word) < 4:
        return False
    differing = [i for i, (a, b) in enumerate(zip(word, known, strict=True)) if a != b]
    return (
        len(differing) == 2
        and differing[1] == differing[0] + 1
        and word[differing[0]] == known[differing[1]]
        and word[differing[1]] == known[differing[0]]
    )
