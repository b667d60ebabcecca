"""Names of people: with a title ("Ms. Ghada Waly", « M. Paul Dubois »), or without, beside an office or a post."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.mentions.chunk import gaps
from extract.mentions.heads import is_head, is_office_word, table
from ontology.alternatives import any_of
from ontology.fold import fold, key
from ontology.lexicon import LANGUAGES, data, verb_forms, verb_set, words

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŨŪŬŮŰŲŴŶŸŹŻŽȘȚẞ]"
_LETTERS = r"[^\W\d_]"
_INITIAL = rf"{_CAPITAL}\.(?:-?{_CAPITAL}\.)*"
_ARABIC = r"(?:(?:al|el|as|ash|an|ar|ad|az|at|ul|bin|ibn|abu)-)?"  # "Noor al-Hashimi"
_NAME = rf"(?:{_INITIAL}|(?![LDCSJ][’'][a-zà-ÿœ]){_ARABIC}{_CAPITAL}{_LETTERS}*(?:[’'-]{_LETTERS}+)*)"
_PARTICLE = (
    r"(?:de|da|do|dos|das|del|della|di|van|von|der|den|bin|ibn|al|el|le|la|ben|bint|y|e|ter|ten|af|av|zu|ould|mint)"
)
_NEXT = rf"[ ](?:{_PARTICLE}[ ]){{0,2}}(?:d[’'])?{_NAME}"
_FULL = rf"{_NAME}(?:{_NEXT}){{0,4}}"
_BARE = re.compile(rf"(?:(?<![\w’'-])|(?<= [Dd][’'])){_NAME}(?:{_NEXT}){{1,4}}(?![\w-])")
_RUN = re.compile(rf"{_NAME}(?:{_NEXT}){{1,6}}(?![\w-])")
_ARTICLE = re.compile(r"(?:\b(?:[Tt]he|[Ll]a|[Ll]e|[Ll]es|[Dd]u|[Dd]es|[Aa]u) |[Ll][’'])$")
_IN_OFFICE = re.compile(
    r"(?:Secretary|Director|Attorney|Inspector|Consul|Governor) General [^ ]?$"
    r"|(?:[Ss]ecrétaire|[Dd]irecteur|[Pp]rocureur|[Ii]nspecteur|[Cc]onsul|[Gg]ouverneur|[Cc]ommissaire) général [^ ]?$"
)
_NEXT_WORD = re.compile(rf" ({_CAPITAL}{_LETTERS}+)")
_WHOSE = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)?) [Dd][’']$")
_INSIDE = re.compile(rf"(?<![^\W\d_])[LldD][’']{_CAPITAL}+(?!{_CAPITAL})[^\W\d_]+ $")  # not « l'ONU »
_ALONE = re.compile(rf"(?![\w-])(?! {_CAPITAL})")
_LED_BY_NAME = re.compile(
    rf"(?:[\w’'-]|{_CAPITAL}{_LETTERS}+[ ]|(?:\b(?:[Tt]he|[Ll]a|[Ll]e|[Dd]u|[Dd]e|[Àà]|in|en|of|from) )|d[’'])$"
)
_WORD_BEFORE = re.compile(rf"(?<![\w’'-])({_CAPITAL}[^\W\d_]+) $")
_ACRONYM = re.compile(r"(?:L[ae]s?|The) [A-Z]{3,}(?:-[A-Z]+)*")
_LONGEST_WORD = 24  # characters
_AS_FAR = 5  # words in which an office begins: "to be Deputy Special Envoy"
_OWN = ("’s", "'s")
_OPENING, _CLOSING = ("‘", "“", "'", '"'), ("’", "”", "'", '"')  # "citing ‘Abject Poverty’, the Minister"


@dataclass(frozen=True, slots=True)
class Person:
    """A person named at ``[start, end)`` (title included); ``name`` is without title.

    ``feminine``: as the title tells ("Ms.", « M. »), None where it tells nothing.
    """

    start: int
    end: int
    name: str
    feminine: bool | None = None


@cache
def _titled(language: str) -> re.Pattern[str]:
    either = any_of(data("heads")[language]["titles"])
    return re.compile(rf"(?<![\w-])(?:(?:the )?(?:{either})[ ])+(?P<name>{_FULL})")


@cache
def _begins(language: str) -> re.Pattern[str]:
    """Where a title begins: a cheap look before the dear one."""
    return re.compile(rf"(?<![\w-])(?:{any_of(data('heads')[language]['titles'])}) {_CAPITAL}")


def titled(text: str, start: int, end: int, language: str, is_word: Callable[[str], bool]) -> Iterator[Person]:
    """People with a title in ``text[start:end]``; ``is_word`` tells a folded word that is no name ("President of")."""
    position = start
    pattern = _titled(language)
    while (begin := _begins(language).search(text, position, end)) is not None:
        match = pattern.match(text, begin.start(), end)
        entitled = _IN_OFFICE.search(text, max(start, begin.start() - 12), begin.end()) is not None
        position = begin.end() - entitled if match is None or entitled else match.end()
        if match is None or entitled:  # « pour Secrétaire général M. Urquiza »: the name begins behind that
            continue
        courteous = text[match.start() : match.start("name") - 1].endswith(_courtesies(language))
        feminine = _feminine(text[match.start() : match.start("name")].split(), language)
        name = _trim(match["name"], is_word, sure=courteous or feminine is not None)
        following = _NEXT_WORD.match(text, match.start("name") + len(name))
        whole = text[match.start() : match.start("name")] + name
        office = feminine is None and _is_office(whole, language)
        if feminine is None and following is not None:  # "Chief Immigration Officer"
            office = office or _is_office(f"{whole} {following[1]}", language)
        if name and not office and (feminine is not None or not is_word(fold(name.split(" ")[0]))):  # "Ms. Rose Akello"
            held = feminine is None and _is_of_office(text, start, match.start(), match.start("name"), language)
            begins, last = match.start("name") if held else match.start(), match.start("name") + len(name)
            title = text[match.start() : match.start("name")].split()[-1]
            if title in _given() and " " not in name:
                name = f"{title} {name}"  # "Emir Halilović", but "Emir Tamim bin Hamad"
            yield Person(begins, last, name, feminine)


def chosen(text: str, start: int, end: int, language: str, is_word: Callable[[str], bool]) -> Iterator[Person]:
    """People without title between a verb of choosing and the office: "appointed Idrissa Fall Special Adviser"; one
    word of the name may be a common one.
    """
    for verb in _choosing(language).finditer(text, start, end):
        run = _RUN.match(text, verb.end(), end)
        parts = run.group().split(" ") if run is not None else []
        for size in range(2, len(parts) + 1):
            known = [is_word(fold(part)) for part in parts[:size] if part[0].isupper()]
            if known[0] or sum(known) > 1 or not parts[size - 1][0].isupper():
                continue
            name = " ".join(parts[:size])
            if _is_before_office(text[verb.end() + len(name) : end], language, is_word):
                yield Person(verb.end(), verb.end() + len(name), name)
                break


def _is_before_office(behind: str, language: str, is_word: Callable[[str], bool]) -> bool:
    """Does an office or a post ("Chair") begin ``behind``, with or without "as", and no other word of a name?"""
    for word in behind.split(" ")[1:_AS_FAR]:
        noun = fold(word.strip(",;."))
        if is_office_word(noun, language) or "Q" in table(language).vocabulary.get(noun, ()):
            return True
        if not is_word(fold(word)):
            return False
    return False


@cache
def _choosing(language: str) -> re.Pattern[str]:
    lemmas = verb_set("choosing")
    forms = {form for lemma, told in verb_forms(language).items() if lemma in lemmas for form, _ in told}
    return re.compile(rf"(?<![\w’'-])(?:{any_of(forms)}) (?={_CAPITAL})")


def _is_of_office(text: str, low: int, start: int, end: int, language: str) -> bool:
    """Is the title at ``[start, end)`` the last word of an office, of which it says no more than that: "Interior
    [Minister] Anna Berg", "Deputy [Mayor] Anna Berg"? Not "As [Minister] Berg said".
    """
    titles = text[start:end].split()
    if fold(titles[-1]) not in map(fold, data("heads")[language]["titles_of_office"]):
        return False
    before = _WORD_BEFORE.search(text, max(low, start - _LONGEST_WORD), start)
    known = words(language).single
    return len(titles) > 1 or (before is not None and not known.get(before[1].lower()))


def _is_office(titled: str, language: str) -> bool:
    """ "Chief Labour Inspector": no person of that name."""
    words = fold(titled).split(" ")
    return any(is_head(" ".join(words[-size:]), language) for size in (2, 3))


def _feminine(titles: Sequence[str], language: str) -> bool | None:
    genders = data("heads")[language]["gendered_titles"]
    if any(title in genders["feminine"] for title in titles):
        return True
    return False if any(title in genders["masculine"] for title in titles) else None


@cache
def _courtesies(language: str) -> tuple[str, ...]:
    """Titles of courtesy that tell no gender: "H.E. Luc May" is a person."""
    return tuple(data("heads")[language]["courtesies"])


def _trim(name: str, is_word: Callable[[str], bool], *, sure: bool) -> str:
    """ "Adebayo's" is Adebayo; "Peter Banda Executive Secretary" is Peter Banda; where a title makes it ``sure`` that
    this is a person, "Amy Pope" is no pope.
    """
    if name.endswith(_OWN):
        name = name[:-2]
    parts = name.split(" ")
    if sure and len(parts) == 2:
        return name.rstrip("’'")
    kept = next(
        (i for i, part in enumerate(parts) if i and part[0].isupper() and len(part) > 2 and is_word(fold(part))),
        len(parts),
    )
    while kept > 1 and not parts[kept - 1][0].isupper():
        kept -= 1
    return " ".join(parts[:kept]).rstrip("’'")


def bare(
    text: str,
    start: int,
    end: int,
    taken: Sequence[tuple[int, int]],
    is_word: Callable[[str], bool],
    is_beside: Callable[[int, int], bool] = lambda start, end: False,
) -> Iterator[Person]:
    """Names without title: two to five capitalised words, none of which ``is_word``, outside what is ``taken``; where
    ``is_beside`` an office, one may be.
    """
    small = not text[start:end].isupper()
    runs = (match for low, high in gaps(start, end, taken) for match in _BARE.finditer(text, low, high))
    for match in runs:
        first = match.start()
        if _INSIDE.search(text, max(start, first - 30), first) is not None:
            continue  # « l'Organización Nacional de Trasplantes »
        if text[first - 1 : first] in ("’", "'") and not _is_whose(text[max(start, first - 20) : first]):
            continue  # « l'Institut d'Études Rurales »
        name = match.group()[:-2] if match.group().endswith(_OWN) else match.group()
        if _ARTICLE.search(text, max(start, first - 5), first) is not None:
            nationality, _, name = name.partition(" ")
            if " " not in name or not nationality.endswith(_nationalities()):
                continue
            first += len(nationality) + 1  # « le Ghanéen Alfred Tuah-Yeboah »
        if first == start and _is_closed(name.split(" ")[0]):  # "For Tomás Arriaga, the campaign is a beginning"
            first, name = first + name.index(" ") + 1, name.partition(" ")[2]
            if " " not in name:
                continue
        if _ACRONYM.fullmatch(name) is not None:
            continue  # « La CNCDH »
        parts = [part for part in name.split(" ") if part[0].isupper()]
        known = [is_word(fold(part)) and part not in _given() for part in parts]
        if fold(parts[-1]) in data("heads")["surnames"] and len(parts) > 1:
            known[-1] = False  # "Amy Pope"
        inner = len(known) > 2 and not known[0] and not known[-1] and sum(known) == 1  # « Juan Manuel Olazábal »
        beside = is_beside(first, first + len(name))
        fits = inner or not any(known) or (beside and sum(known) == 1 and len(known) > 1)
        quoted = text[first - 1 : first] in _OPENING and text[first + len(name) : first + len(name) + 1] in _CLOSING
        if fits and not quoted and not (_shouted(name) and not (beside and small)):
            yield Person(first, first + len(name), name)


def _is_whose(before: str) -> bool:
    """« sous la présidence d' »: is what stands ``before`` somebody's?"""
    noun = _WHOSE.search(before)
    return noun is not None and noun[1].lower() in data("heads")["fr"]["of_people"]


def _is_closed(word: str) -> bool:
    """Is it a preposition or the like of either language?"""
    return any("P" in words(language).single.get(word.lower(), ()) for language in LANGUAGES)


@cache
def _nationalities() -> tuple[str, ...]:
    """How words for people of a country end."""
    return tuple(data("heads")["nationality_endings"])


@cache
def _given() -> frozenset[str]:
    """Given names that are words too: "Grace", "Hope"."""
    return frozenset(data("heads")["given"])


def _shouted(name: str) -> bool:
    """ "ANNUAL REPORT": a heading; but "Jean DUPONT" is a person."""
    return name.isupper() and len(name) > 6


def surnames(text: str, start: int, end: int, known: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Where one of the surnames that are ``known`` stands alone in ``text[start:end]``: "Berg also chairs the Panel";
    not "the Berg Institute", "Operation Berg".
    """
    for surname in sorted(known):
        at = text.find(surname, start, end)
        while at >= 0:
            last = at + len(surname)
            if _ALONE.match(text, last) is not None and _LED_BY_NAME.search(text, max(start, at - 40), at) is None:
                yield at, last, surname
            at = text.find(surname, last, end)


def identifier(name: str) -> str:
    """The id of a person: 'person/ghada-waly'."""
    return "person/" + re.sub(r"[^a-z0-9]+", "-", key(name)).strip("-")
