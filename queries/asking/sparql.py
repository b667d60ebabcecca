"""The SPARQL of a reading: the query of the catalogue for its kind, narrowed to what the question names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from graph import iris
from ontology.questions import folded
from queries.asking import occasions, owners
from queries.asking.asked import Asked
from queries.asking.names import Name
from queries.asking.patterns import APART, any_of, behind, spelt
from queries.asking.times import Time
from queries.asking.understanding import Reading, Stated
from queries.asking.words import LANGUAGES, Vocabulary
from queries.catalogue import Query, require
from queries.rows import restricted
from queries.values import Node

if TYPE_CHECKING:
    from graph.store import Store

_LETTERED = re.compile(r"(\d+)\(([a-z])\)")
_MONTH = len("2018-07")
_CONTENT = 4  # letters of words that say something
_MANY = 3  # roles of which one is enough for a fact
_SENTENCE = "quote"
_UNITS = {
    "count": '!REGEX(COALESCE(STR(?unit), ""), "^([A-Z]{3}|%)$")',  # 30 States are no 30 dollars
    "amount": 'REGEX(COALESCE(STR(?unit), ""), "^[A-Z]{3}$")',  # 37 victims are no sum
    "share": 'COALESCE(STR(?unit), "") = "%"',
}
_BY_SENTENCE = ("figures",)  # kinds whose sentence tells what the fact's own words leave out


def query_of(reading: Reading) -> Query:
    """The query of the catalogue that lists the facts of a reading."""
    return require(reading.kind)


def sparql(store: Store, vocabulary: Vocabulary, reading: Reading) -> str:
    """The query whose rows answer a reading; it can be run as it stands."""
    query = query_of(reading)
    nodes = {role: _iris(names) for role, names in reading.roles.items() if not reading.rows_speak(role)}
    apart = _apart(vocabulary, reading, nodes)
    nodes = {role: found for role, found in nodes.items() if role not in apart}
    nodes |= {
        column: tuple(iris.concept(column, value) for value in values) for column, values in reading.fixed.items()
    }
    filters = [*_filters(store, vocabulary, reading, query), *apart.values()]
    text = restricted(query.text, nodes)
    body = "\n".join(line for line in text.split("\n") if not line.startswith("#")).strip()
    order = f"ORDER BY {query.text.rpartition(chr(10) + 'ORDER BY ')[2].strip()}"
    inner = "".join(f"  FILTER({f})\n" for f in filters)
    return f"{_prefixes(inner, body)}{body[: body.rindex('}')]}{inner}}}\n{order}\n"


def _apart(vocabulary: Vocabulary, reading: Reading, nodes: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Role -> test, for roles that another fact of the same thing holds: a programme has one for each partner and
    country, and "UNODC's programmes in Pakistan" are told by two. A sentence that tells of
    another one speaks of a namesake."""
    hub, *others = vocabulary.kinds[reading.kind]["key"]
    alternatives = [role for group in others for role in group]
    asked = {a.column for a in reading.asked} & set(alternatives)
    held = [role for role in nodes if role in alternatives]
    if len(others) != 1 or len(others[0]) < _MANY:
        return {}
    found = {}
    for n, role in enumerate(held):
        if asked or role != held[0]:
            one_of = f"FILTER(?held{n} IN ({', '.join(f'<{i}>' for i in nodes[role])}))"
            start = ":evidence/oa:hasTarget/oa:hasSelector/oa:start"
            other = f"?other{n} :{hub[0]} ?{hub[0]} ; :{role} ?held{n} ; {start}"
            found[role] = (
                f"EXISTS {{ {other} ?quoteStart . {one_of} }} ||"
                f" EXISTS {{ {other} ?said{n} . {one_of} }} && NOT EXISTS {{ {other} ?quoteStart }}"
            )
    return found


def _time_apart(vocabulary: Vocabulary, reading: Reading) -> Iterable[str]:
    """Tests that another fact of the same thing and sentence has the time: who launched it then, beside with whom."""
    (hub, *_), *others = vocabulary.kinds[reading.kind]["key"]
    alternatives = {role for group in others for role in group}
    for column in sorted({*reading.columns_of_time(vocabulary)} & alternatives - {a.column for a in reading.asked}):
        if len(alternatives) >= _MANY and alternatives & {a.column for a in reading.asked}:
            timed = (
                f"?timed :{hub} ?{hub} ; :{column} ?then ; :evidence/oa:hasTarget/oa:hasSelector/oa:start ?quoteStart"
            )
            tests = " || ".join(time_filter(["then"], time) for time in reading.times)
            yield f"!BOUND(?{column}) && EXISTS {{ {timed} . FILTER({tests}) }}"


def _of_the_document(vocabulary: Vocabulary, reading: Reading) -> Iterable[str]:
    """Tests that who holds a post without a date does so in a document of that time: "António Guterres,
    Secretary-General", below a message of 30 July 2020."""
    times = [time for time in reading.times if time.first is not None and time.last is not None]
    if reading.kind in vocabulary.content["holders"] and times:
        undated = " && ".join(f"!BOUND(?{column})" for column in vocabulary.kinds[reading.kind]["time"])
        written = "?written a :DocumentDescription ; :document ?document ; :date ?then"
        tests = " || ".join(time_filter(["then"], time) for time in times)
        gone = any_of("STR(?quote)", [*vocabulary.content["former"], *vocabulary.content["bygone"]])
        yield f"{undated} && !({gone}) && EXISTS {{ {written} . FILTER({tests}) }}"


def _prefixes(inner: str, body: str) -> str:
    wanted = {"dcterms": iris.DCTERMS, "skos": iris.SKOS, "schema": iris.SCHEMA, "graph": iris.GRAPH}
    lines = [f"PREFIX {p}: <{n}>\n" for p, n in wanted.items() if f"{p}:" in inner and f"PREFIX {p}:" not in body]
    return "".join(lines)


def _iris(names: Iterable[Name]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(i for name in names for i in name.iris))


def _told(vocabulary: Vocabulary, reading: Reading, asked: Asked) -> Iterable[str]:
    """Tests that a fact tells what is asked for."""
    columns = vocabulary.kinds[reading.kind]["columns"]
    if columns.get(asked.column) == "entity":
        yield from _type_filters(vocabulary, asked)
        if reading.described:
            yield _is_described(asked.column, reading.described)
        if reading.series:
            yield " || ".join(f'STRSTARTS(STR(?{asked.column}), "{iris.ID}{begun}/")' for begun in reading.series)
    if asked.column in columns:
        yield f"BOUND(?{asked.column})"
    for names, test in ((reading.excluded, "NOT IN"), (reading.among, "IN")):
        if names:
            yield f"?{asked.column} {test} ({', '.join(f'<{i}>' for i in _iris(names))})"


def _filters(store: Store, vocabulary: Vocabulary, reading: Reading, query: Query) -> Iterable[str]:
    for role, names in reading.roles.items():
        if reading.rows_speak(role):
            yield _said_by(vocabulary, names)
    columns = vocabulary.kinds[reading.kind]["columns"]
    told = [list(_told(vocabulary, reading, asked)) for asked in reading.asked]
    if reading.apart and all(told):
        yield " || ".join(" && ".join(f"({test})" for test in tests) for tests in told)
    elif not reading.apart:
        yield from (test for tests in told for test in tests)
    if reading.valued is not None:
        yield f"BOUND(?{reading.valued})"
    for role, names in reading.beside:
        yield from _beside(store, vocabulary, reading, role, _iris(names))
    for owner in reading.owners:
        yield _is_owned(store, vocabulary, reading, owner)
        yield from _is_no_other(vocabulary, reading, owner)
    for way in reading.through:
        yield f"{_spoken_of(way.iris)} || {any_of('STR(?quote)', [way.text])}"
    for role, ways in reading.called:
        yield _is_called(role, ways)
    if reading.regions:
        column = next((a.column for a in reading.asked if columns.get(a.column) == "entity"), None)
        column = column or next((c for c in columns if columns[c] == "entity"), None)
        places = ", ".join(f"<{i}>" for i in _iris(reading.regions))
        lies = f"EXISTS {{ ?{column} dcterms:isPartOf ?region . FILTER(?region IN ({places})) }}"
        where = vocabulary.kinds[reading.kind]["place"]
        yield lies if where in (None, column) else f"{lies} || ?{where} IN ({places})"
    if reading.documents:
        inside = ["source" if "?source" in query.text else "document", *(c for c in ("issuer",) if c in columns)]
        listed = ", ".join(f"<{i}>" for i in _iris(reading.documents))
        yield " || ".join(f"?{column} IN ({listed})" for column in inside)  # what a resolution asks is said of it too
    yield from (f"BOUND(?{column})" for column in reading.when)
    if reading.unit:
        yield _UNITS[reading.unit]
    for author in reading.authors:
        yield " || ".join(owners.about(store, vocabulary, author))
    if reading.times:
        tests = [_time(vocabulary, reading, t) for t in reading.times]
        yield " || ".join([*tests, *_time_apart(vocabulary, reading), *_of_the_document(vocabulary, reading)])
    for number in reading.numbers:
        values = vocabulary.kinds[reading.kind]["value"]
        yield " || ".join(f"?{v} = {number}" for v in values)
    for column, value in reading.columns:
        shown = re.sub("[^0-9a-z()]", "", value.lower())
        tests = [f'LCASE(STR(?{column})) = "{shown}"', f'STRSTARTS(LCASE(STR(?{column})), "{shown}(")']
        if (lettered := _LETTERED.fullmatch(shown)) is not None and "item" in columns:
            tests.append(f'STR(?{column}) = "{lettered[1]}" && LCASE(STR(?item)) = "{lettered[2]}"')
        yield " || ".join(tests)
    texts = vocabulary.kinds[reading.kind]["text"]
    if len(reading.topics) > 1 and vocabulary.kinds[reading.kind]["value"]:  # "how many judges and prosecutors"
        yield " || ".join(_topic(store, vocabulary, texts, ways, sentence=False) for ways in reading.topics)
        texts = [*texts, _SENTENCE]
    if reading.stated:
        yield " || ".join(map(_is_stated, reading.stated))
    for ways in reading.topics:
        alone = ", ".join(f'"{word}"' for word in vocabulary.content["alone"].get(folded(ways[0]), ()))
        called = [f"LCASE(STR(?{column})) IN ({alone})" for column in texts if alone and column != _SENTENCE]
        test = _topic(store, vocabulary, texts, ways, sentence=reading.told or reading.kind in _BY_SENTENCE)
        yield " || ".join([test, *called])


def _is_stated(fact: Stated) -> str:
    import pyoxigraph

    tests = [f"?passage = <{fact.passage}>", f"?quoteStart = {fact.start}"]
    for column, value in fact.values:
        if isinstance(value, Node):
            tests.append(f"?{column} = <{value.iri}>")
        elif isinstance(value, int | float):
            tests.append(f"?{column} = {value}")
        elif value is not None:
            tests.append(f"STR(?{column}) = {pyoxigraph.Literal(str(value))}")
    return f"({' && '.join(tests)})"


def _beside(store: Store, vocabulary: Vocabulary, reading: Reading, role: str, others: Sequence[str]) -> Iterable[str]:
    """Tests that the sentence says the same of others, which are no answer, "who co-chaired ICAT with UN Women", or
    that it was done with them: "IOM launched it in collaboration with UNICEF"."""
    (hub, *more), *_ = vocabulary.kinds[reading.kind]["key"]
    listed = ", ".join(f"<{i}>" for i in others)
    yield f"?{role} NOT IN ({listed})"
    if more or hub == role:
        yield "false"
        return
    same = f"?withFact :{hub} ?{hub} ; :{role} ?withOther ; :evidence/oa:hasTarget/oa:hasSelector/oa:start ?quoteStart"
    test = f"FILTER(?withOther IN ({listed}))"
    for time in vocabulary.kinds[reading.kind]["time"][:1]:
        test = (
            f"OPTIONAL {{ ?withFact :{time} ?withTime }} {test[:-1]} && COALESCE(?withTime, 0) = COALESCE(?{time}, 0))"
        )
    joined = behind("STR(?quote)", vocabulary.joining, [name for _, _, name in store.names_of(others)])
    yield f"EXISTS {{ {same} . {test} }} || {joined}"


def _is_owned(store: Store, vocabulary: Vocabulary, reading: Reading, owner: Name) -> str:
    """A test that a thing is somebody's: his name stands in its name, the sentence names him, or the documents tell."""
    held = owners.with_name(store, reading, owner)
    if held is not None:
        return f"?{held[0]} IN ({', '.join(f'<{i}>' for i in held[1])})"
    tests = [
        _spoken_of(owner.iris),
        any_of("STR(?quote)", [owner.text]),
        *owners.told(store, vocabulary, reading, owner),
    ]
    if any("/" in (iris.thing_id(i) or "") for names in reading.roles.values() for n in names for i in n.iris):
        tests += owners.about(store, vocabulary, owner)  # "the Commission" of a text by ECCAS is its own
    return " || ".join(tests)


def _is_no_other(vocabulary: Vocabulary, reading: Reading, owner: Name) -> Iterable[str]:
    """A test that, where the facts have a role for him, nobody else plays it: "Oman Palermo Protocol ratification" is
    told by no other State's."""
    kind = vocabulary.kinds[reading.kind]
    filled = {*reading.roles, *(asked.column for asked in reading.asked)}
    open_ = [
        role
        for role in dict.fromkeys(role for group in kind["key"] for role in group)
        if role not in filled and any(vocabulary.is_a(t, kind["types"].get(role, ())) for t in owner.types)
    ]
    listed = ", ".join(f"<{i}>" for i in owner.iris)
    if open_ and listed:
        played = " || ".join(f"COALESCE(?{role} IN ({listed}), false)" for role in open_)
        yield f"{played} || ({' && '.join(f'!BOUND(?{role})' for role in open_)})"


def _type_filters(vocabulary: Vocabulary, asked: Asked) -> Iterable[str]:
    column = asked.column
    if asked.types:
        below = sorted({b for t in asked.types for b in vocabulary.below(t)})
        listed = ", ".join(f":{b}" for b in below)
        test = f"EXISTS {{ {_stated(column, '?askedType')} FILTER(?askedType IN ({listed})) }}"
        ways = vocabulary.ways(folded(asked.noun))
        if owners.asks_organ(vocabulary, asked):
            test += "".join(f' || STRSTARTS(STR(?issuer), "{begun}")' for begun in vocabulary.series)
        yield f"{test} || {_is_called(column, ways)} || {_is_introduced(column, ways)}" if asked.noun else test
    if asked.named:  # "alliances or boards"
        ways = tuple(way for noun in asked.named for way in vocabulary.ways(folded(noun)))
        test = _is_called(column, ways)  # the words themselves: guidelines are no guide
        if asked.loosely:  # "a handbook, Below the Waterline": where the sentence tells of no other work
            other = f"?otherFact :{column} ?otherThing ; :evidence/oa:hasTarget/oa:hasSelector/oa:start ?quoteStart"
            alone = f"NOT EXISTS {{ {other} . FILTER(?otherThing != ?{column}) }}"
            test = f"{test} || (({any_of('STR(?quote)', ways)}) && {alone})"
        if set(map(folded, asked.named)) <= set(vocabulary.content["private"]):  # Uber is a company
            test = f"{test} || EXISTS {{ {_stated(column, ':Organization')} }}"
        yield test


def _stated(column: str, type_: str) -> str:
    """The type of a thing as it was stated, of those below it none."""
    return f"GRAPH ?stated {{ ?{column} a {type_} }} FILTER(?stated != graph:inferences)"


def _is_named(column: str, tests: Iterable[str]) -> str:
    """A test that a thing bears a name that passes all ``tests``."""
    passed = " && ".join(f"({test})" for test in tests)
    return f"EXISTS {{ ?{column} skos:prefLabel|skos:altLabel|skos:hiddenLabel ?askedName . FILTER({passed}) }}"


def _is_described(column: str, words: Sequence[str]) -> str:
    """A test that a thing is what its noun, the first of ``words``, and the words behind that say."""
    long = [word for word in words[1:] if len(word) >= _CONTENT]
    named = _is_named(column, [any_of("STR(?askedName)", [word]) for word in long])
    return f"{named} || {any_of('STR(?quote)', [' '.join(words)])}"


def _is_introduced(column: str, ways: Sequence[str]) -> str:
    """A test that one of these words stands in the sentence right before a name of a thing: "the association Open
    Door"."""
    before = "STRBEFORE(LCASE(STR(?quote)), LCASE(STR(?knownName)))"
    patterns = "|".join(APART.join(map(spelt, way.split())) for way in ways)
    tested = f'REGEX({before}, "(^|[^\\\\p{{L}}-])({patterns}) ?[«“]?[ \u00a0\u202f]?$")'
    return f"EXISTS {{ ?{column} skos:prefLabel|skos:altLabel|skos:hiddenLabel ?knownName . FILTER({tested}) }}"


def _is_called(column: str, ways: Sequence[str]) -> str:
    """A test that a thing bears a name with one of these words, whole: no Vice-President is the president."""
    patterns = "|".join(APART.join(map(spelt, way.split())) for way in ways)
    tested = f'REGEX(STR(?calledName), "(^|[^\\\\p{{L}}-])({patterns})(e?s|x)?([^\\\\p{{L}}]|$)", "i")'
    return f"EXISTS {{ ?{column} skos:prefLabel|skos:altLabel|skos:hiddenLabel ?calledName . FILTER({tested}) }}"


def _said_by(vocabulary: Vocabulary, names: Sequence[Name]) -> str:
    """The issuer itself, or what speaks for it: for a text its own document and a sentence that names it before any
    other number ("In its resolution 72/195 …"), for a body its resolutions."""
    found = _iris(names)
    listed = ", ".join(f"<{i}>" for i in found)
    tests = [f"?issuer IN ({listed})", f"?document IN ({listed})"]
    for iri in found:
        tests += [f'STRSTARTS(STR(?issuer), "{begun}")' for begun, organ in vocabulary.series.items() if organ == iri]
        number = re.sub(r"^[A-Z]+/(?:RES|DEC)/|\s?\(.*", "", iris.thing_id(iri) or "")
        if re.fullmatch(r"[0-9/.-]+", number):
            says = f'REGEX(?quote, "^[^0-9]*{number.replace(".", "[.]")}([^0-9]|$)")'
            tests.append(f'({says} && !REGEX(STR(?issuer), "^{iris.ID}[A-Z]+/"))')  # no other text speaks
    return " || ".join(tests)


def _time(vocabulary: Vocabulary, reading: Reading, time: Time) -> str:
    """A test of time; of a month, where facts of the kind tell years, the sentence must name it."""
    columns = reading.columns_of_time(vocabulary)
    if (event := occasions.event_of(vocabulary.kinds[reading.kind])) is not None:
        told = ("heldFrom", "heldUntil")
        return occasions.held(vocabulary, event, time, told, time_filter(told, time))
    exact = time.first if time.first == time.last else None
    if exact is None and time.first and time.last:  # "for the term 2017-2020": of what has no date the sentence tells
        spelt = f'REGEX(STR(?quote), "(^|[^0-9]){time.first}\\\\W+(and |et |to |à )?{time.last}([^0-9]|$)")'
        return f"({time_filter(columns, time)}) || (!BOUND(?{columns[0]}) && {spelt})"
    if exact is None or len(exact) < _MONTH or vocabulary.kinds[reading.kind]["columns"].get(columns[0]) != "year":
        return time_filter(columns, time)
    year, month, *day = exact.split("-")
    names = [n for la in LANGUAGES for n, number in vocabulary.content[la]["months"].items() if number == int(month)]
    said = f"({any_of('STR(?quote)', names)})"
    if day:
        said += f' && REGEX(STR(?quote), "(^|[^0-9]){int(day[0])}([^0-9]|$)")'
    return f"({time_filter(columns, Time(year, year))} && {said})"


def time_filter(columns: Sequence[str], time: Time) -> str:
    """A test that the date in ``columns`` (one, or start and end) lies in ``time``, or a period overlaps it."""
    first, last = f"STR(?{columns[0]})", f"STR(?{columns[0]})"
    if len(columns) > 1:
        last = f"STR(COALESCE(?{columns[1]}, ?{columns[0]}))"
    first = f'IF(CONTAINS({first}, "/"), STRBEFORE({first}, "/"), {first})'
    last = f'IF(CONTAINS({last}, "/"), STRAFTER({last}, "/"), {last})'
    tests = [f"BOUND(?{columns[0]})"]
    if time.first is not None:
        tests.append(f'SUBSTR({last}, 1, {len(time.first.rstrip("~"))}) >= "{time.first.rstrip("~")}"')
        if time.first.endswith("~"):
            tests.append(f'SUBSTR({first}, 1, {len(time.first) - 1}) > "{time.first[:-1]}"')
    if time.last is not None:
        tests.append(f'SUBSTR({first}, 1, {len(time.last)}) <= "{time.last}"')
    return f"({' && '.join(tests)})"


def _topic(store: Store, vocabulary: Vocabulary, columns: Sequence[str], ways: Sequence[str], *, sentence: bool) -> str:
    """Words that must stand in what the fact says or in its sentence, in any language that the names know; a thing that
    a text calls "the Network" is not whatever others call so."""
    named = [way for way in ways if iris.is_iri(way)]
    names = [n for _, _, n in store.names_of(named)]
    nouns = {name for name in names if vocabulary.types(name)}
    words = [way for way in ways if not iris.is_iri(way)] + [n for n in names if n not in nouns]
    read = [*columns, _SENTENCE] if sentence or not columns else columns
    texts = ", ' ', ".join(f"COALESCE(STR(?{c}), '')" for c in read)
    test = any_of(f"CONCAT({texts})", words)
    if sentence and named:  # « le Groupe est constitué de 23 organismes »: of what the sentence speaks
        test += f" || {_spoken_of(named)}"
    return test


def _spoken_of(things: Sequence[str]) -> str:
    """A test that the sentence of the evidence speaks of one of these things; each has a test of its own, which begins
    with what is known, as a store would look through all that is mentioned for a filter.
    """
    tests = (
        f"EXISTS {{ ?said schema:mentions <{i}> ; :passage ?passage ; oa:start ?at . FILTER(?at = ?quoteStart) }}"
        for i in things
    )
    return " || ".join(tests) or "false"
