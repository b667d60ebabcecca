"""Who is meant: pronouns, "its Director", "our country", each by what the sentence and its passage named before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from extract import detached, nations, of_a_kind, predicates
from extract.both import take_up_both
from extract.demands.speakers import is_open
from extract.discourse import Discourse
from extract.document import Sentence
from extract.facts import Entity, Fact
from extract.mentions.finder import Finder
from extract.mentions.references import feminine, name_feminine
from extract.own_sentence import by_which, founded_before, judged, named_later, organ, says, undergoes
from extract.posts import Posts
from extract.prominence import goes_on
from extract.syntax.items import Item, has, is_agent
from extract.syntax.rows import Row
from extract.their_bodies import TheirBodies
from ontology.authority import records
from ontology.fold import fold
from ontology.lexicon import data, verb_set
from ontology.types import is_a, is_any

_BETWEEN = 3  # characters between two sentences
_SERVED = {"responsibilities": ("agent", "object"), "chairs": ("chair", "body")}
_RUN = ("Organization", "Programme")  # what is led, founded, hosted
_SAID_OF = ("Instrument", "Programme", "Meeting", "Operation")  # what a passage may go on about where it names one
_OURS = ("ons", "mes")  # ends of verbs of which « nous » is the subject: « avons », « sommes »


class Antecedents:
    """Resolves what stands for something else in the rows of one document."""

    def __init__(self, finder: Finder, discourse: Discourse, speaker: Entity | None, house: Entity | None) -> None:
        self.finder = finder
        self.discourse = discourse
        self.speaker = speaker  # the State that makes the statement
        self.house = house if speaker is None else None  # the organisation whose page or report it is
        self.posts = Posts(finder.document, finder)
        self.their_bodies = TheirBodies(finder)
        self._envoy: tuple[int, Entity | None] = (-1, None)  # passage, for which State its speaker speaks

    def resolve(self, items: list[Item], sentence: Sentence, language: str, served: Entity | None = None) -> None:
        """Write into ``items`` whom its pronouns and possessives may mean; what is not certain stays open. ``served``:
        the body of which the sentence before says who serves it.
        """
        if served is not None:
            _of_served(items, served, language)
        if self.house is not None:
            self._ourselves(items, sentence, self.house)
        self.posts.settle(items)
        self.their_bodies.settle(items, sentence.passage)
        take_up_both(items, self.discourse.named(sentence.passage), language)
        _take_up(items, language)
        of_a_kind.settle(items, self.discourse.named(sentence.passage), language)
        _regard(items, language)
        predicates.settle(items, language)
        detached.settle(items, language)
        named, owners = self.discourse.previous(sentence.passage), self.finder.organisations
        before = self._envoy[1] if self._envoy[0] == sentence.passage else None
        envoy = nations.settle(items, self.speaker, self.discourse.country, named, owners, before)
        self._envoy = sentence.passage, envoy
        self._pronouns(items, sentence, language)
        self._own_offices(items, sentence)

    def _own_offices(self, items: list[Item], sentence: Sentence) -> None:
        """ "its new Executive Secretary", « sa directrice »: an office of the body that the passage speaks of."""
        for index, item in enumerate(items):
            own = next((k for k in range(index - 1, -1, -1) if items[k].kind != "A"), 0)
            if item.kind == "E" and item.data.type == "Office" and index and has(items[own], "possessive"):
                bodies = [*items[own].several] or [
                    entity for entity in self.discourse.topics(sentence.passage) if is_a(entity.type, "Organization")
                ]
                bodies += [
                    other.data for other in items[:index] if other.kind == "E" and is_a(other.data.type, "Organization")
                ][:1]
                bodies += [*_represented(items, index), *self._new(items, sentence)]
                if bodies:
                    self.finder.organisations.setdefault(item.data.id, bodies[-1])

    def _new(self, items: list[Item], sentence: Sentence) -> list[Entity]:
        """ "IOM set up the Observatory. [Its] director, Mr. Roy, took office in May": of the body that is new."""
        made = self.discourse.made(sentence.passage)
        verbs = [lemma for item in items if item.kind == "V" for lemma in item.data.lemmas]
        begins = any(not verb_set(one).isdisjoint(verbs) for one in ("assuming", "entering", "choosing"))
        return [made] if made is not None and begins and is_a(made.type, "Organization") else []

    def _ourselves(self, items: list[Item], sentence: Sentence, house: Entity) -> None:
        """ "We run three shelters", « notre projet »: ``house``, but in what somebody else is quoted with."""
        passage = self.finder.document.passages[sentence.passage]
        quoted = is_open(self.finder.text[passage.start : sentence.start])
        given: list[int] = []  # « l'Union européenne [nous] a versé »
        for index, item in enumerate(items):
            quoted = quoted != (item.kind == '"')
            if quoted:
                continue
            if item.kind in ("W", "O") and item.word in nations.words()["ourselves"]:
                item.kind, item.data, item.several = "E", house, ()
                _decline(items, index)
                if item.word == "nous" and _is_object(items, index, self.finder.folded):
                    given.append(index)
            elif item.kind == "D" and item.word in nations.words()["ours"]:
                item.readings, item.several = {**item.readings, "possessive": ()}, (house,)
                if _is_whole(items, index):
                    items[index + 1].kind, items[index + 1].data, items[index + 1].several = "E", house, ()
        for index in reversed(given):
            verb = next(k for k in range(index + 1, len(items)) if items[k].kind == "V")
            end = items[verb].end
            behind = replace(items[index], start=end, end=end)
            items[index : verb + 1] = [*items[index + 1 : verb + 1], Item("P", end, end, "à", "to"), behind]

    def _pronouns(self, items: list[Item], sentence: Sentence, language: str) -> None:
        """Give each pronoun the things it may stand for, the likeliest first; its role's type will choose."""
        for index, item in enumerate(items):
            if item.kind == "O" and item.word not in ("they", "ils", "elles"):
                found = [
                    entity
                    for entity in self._antecedents(items, index, sentence)
                    if self._agrees(entity, item.word, language)
                ]
                named = [other.data for other in items[:index] if other.kind == "E"]
                certain = self._certain(found, [*named, *self.discourse.previous(sentence.passage)])
                item.several = tuple({entity.id: entity for entity in certain}.values())

    def _represented_by(self, items: list[Item], index: int) -> Iterator[Entity]:
        """« La représentante de l'Union, Mme Berg, a dit que [celle-ci] avait versé »: the Union, not who says so."""
        offices = [item.data.id for item in items[:index] if item.kind == "E" and item.data.type == "Office"]
        said = items[index - 1].word in ("que", "qu", "that") and items[index - 2].kind in ("V", "W")
        if said and len(offices) == 1 and offices[0] in self.finder.organisations:
            yield self.finder.organisations[offices[0]]

    def _certain(self, found: list[Entity], named: list[Entity]) -> list[Entity]:
        """``found`` without people whom no title tells "he" or "she" where the passage has ``named`` two of them."""
        genders = self.finder.register.genders
        untitled = {entity.id for entity in [*named, *found] if entity.type == "Person" and entity.id not in genders}
        return [entity for entity in found if len(untitled) < 2 or entity.id not in untitled]

    def _antecedents(self, items: list[Item], index: int, sentence: Sentence) -> Iterator[Entity]:
        """Subjects before it in the sentence, then what this passage was about; for « celle-ci » the nearest
        mention.
        """
        object_ = index > 0 and items[index - 1].kind == "V"
        apart = {k for k in range(index) if object_ and says(items, k)}
        named = [k for k in range(index) if items[k].kind == "E" and k not in apart]
        if items[index].word.startswith(("celui", "celle")) or " " in items[index].word:
            fronted = items[0].kind == "V" and items[0].data.form == "participle" and items[index - 1].kind == ","
            yield from self._represented_by(items, index)
            for k in reversed([] if fronted else named):  # « Hébergée par la Gendarmerie, celle-ci … » is not that
                yield items[k].data
                yield from organ(items[k].data)  # « la résolution 2388 (2017), dans laquelle celui-ci a demandé »
            yield from reversed(self.discourse.named(sentence.passage))
            return
        yield from judged(items, index)
        yield from _beside(items, index)
        yield from by_which(items, index)
        yield from named_later(items, index)
        if undergoes(items, index):
            made, acted_on = self.discourse.made(sentence.passage), self.discourse.acted_on(sentence.passage)
            if made is not None:
                yield made
            elif acted_on is not None and self._is_rival(acted_on, items[index].word, sentence):
                return  # "UNODC administers the Fund. It was founded in 2010": which of both, nobody knows
            elif acted_on is not None and not self._about(items[index].word, sentence):
                yield acted_on  # « L'OIM gère le Fonds. Il a été créé en 2010 »
        if object_:  # "UNICEF launched the Alliance in 2012. ILO joined it in 2013"
            yield from founded_before(items, index)
            yield from (entity for entity in (self.discourse.made(sentence.passage),) if entity is not None)
        language = self.finder.document.passages[sentence.passage].language
        yield from (items[k].data for k in named if self._leads(items, k) or detached.leads(items, k, language))
        topics = self.discourse.topics(sentence.passage)[::-1]
        yield from (entity for entity in topics if entity.type != "State")
        yield from topics[:1]
        if index and items[index - 1].kind in ("V", "P"):  # an object: whatever was named last
            by = items[index - 1].data == "by"  # "signed by Japan in 2000, it was ratified [by it] in 2017"
            yield from (items[k].data for k in reversed(named) if by or not is_agent(items, k))
            yield from reversed(self.discourse.previous(sentence.passage))
        person = self.discourse.person_before(sentence.passage)
        before_it = self.discourse.topic_before(sentence.passage) if index == 0 else None
        works = {one.id: one for one in self.discourse.named(sentence.passage) if is_a(one.type, "Programme")}
        yield from works.values() if len(works) == 1 else ()  # and not the body that a heading above names
        yield from (entity for entity in (self.discourse.under, before_it, person) if entity is not None)
        for kind in _SAID_OF:  # "UNICEF launched Open Roads, a programme …. It covers Peru"
            things = [entity for entity in self.discourse.named(sentence.passage) if is_a(entity.type, kind)]
            yield from things[:1] if len({entity.id for entity in things}) == 1 else ()

    def _is_rival(self, acted_on: Entity, word: str, sentence: Sentence) -> bool:
        """May a passive with the pronoun be said of it as well as of what the passage is about?"""
        if not self._agrees(acted_on, word, self.finder.document.passages[sentence.passage].language):
            return False
        topics = self._about(word, sentence)
        return any(one != acted_on and is_any(one.type, _RUN) and is_any(acted_on.type, _RUN) for one in topics)

    def _about(self, word: str, sentence: Sentence) -> list[Entity]:
        """What the passage is about last, where the pronoun may stand for it."""
        language = self.finder.document.passages[sentence.passage].language
        return [one for one in self.discourse.topics(sentence.passage)[-1:] if self._agrees(one, word, language)]

    def _leads(self, items: list[Item], index: int) -> bool:
        k = index - 1
        while k >= 0 and (items[k].kind in 'DA"' or (items[k].kind == "C" and k and items[k - 1].kind == "E")):
            k -= 1 + (items[k].kind == "C")  # "Recalling A and B, it urged": B leads no more than A
        if index + 1 < len(items) and items[index + 1].kind == "'":
            return False  # "The Section's own Circle is …": the Circle leads
        return k < 0 or items[k].kind in (",", "C", "T", "R", "S", ";", ":", "-")

    def _agrees(self, entity: Entity, word: str, language: str) -> bool:
        if is_a(entity.type, "ActorGroup") or is_a(entity.type, "Place"):
            return False
        if " " in word and not word.startswith(("ce dern", "cette dern")):
            return not is_a(entity.type, "Person")  # « cet instrument »
        if entity.type == "Person" and self.finder.register.genders.get(entity.id, _female(word)) != _female(word):
            return False
        if language == "en":
            return (entity.type == "Person") == (word in ("he", "she"))
        if entity.type == "Person" or entity == self.finder.self_entity:
            return True  # « le présent rapport », « la présente note »
        gender = feminine(entity.id)
        if gender is None:
            known = (name_feminine(label) for _, label in entity.labels)
            gender = next((value for value in known if value is not None), None)
        return gender is not None and gender == word.startswith(("elle", "celle", "cette"))


def _beside(items: Sequence[Item], index: int) -> Iterator[Entity]:
    """ "noted that the Fund had helped, and that [it] had received": of what the clause beside it is said."""
    told = [k for k in range(index) if items[k].word in ("that", "que", "qu")]
    if index > 1 and told[-1:] == [index - 1] and items[index - 2].kind == "C" and len(told) > 1:
        behind = next((item for item in items[told[-2] + 1 : index] if item.kind not in "DA"), None)
        if behind is not None and behind.kind == "E":
            yield behind.data


def _take_up(items: list[Item], language: str) -> None:
    """« L'instrument est entré en vigueur », "the instrument": a text named before, by a general noun."""
    general = data("words")[language]["taken up"]
    for index in range(len(items) - 1, 0, -1):
        noun, before = items[index], items[index - 1]
        whose = index + 1 < len(items) and items[index + 1].kind == "P" and items[index + 1].data == "of"
        definite = before.kind == "D" and before.word in general["articles"]
        if noun.kind == "W" and noun.word in general["nouns"] and definite and not whose:
            items[index - 1 : index + 1] = [Item("O", before.start, noun.end, f"{before.word} {noun.word}")]


def _regard(items: list[Item], language: str) -> None:
    """ "in its regard", « à son égard »: for it."""
    for index in range(len(items) - 1, 1, -1):
        led, its, noun = items[index - 2 : index + 1]
        if led.kind == "P" and has(its, "possessive") and noun.word in data("words")[language]["regarding"]:
            toward = Item("P", led.start, led.end, led.word, "for")
            items[index - 2 : index + 1] = [toward, Item("O", its.start, noun.end, f"{its.word} {noun.word}")]


def _decline(items: list[Item], index: int) -> None:
    """ "we [chair] the Alliance and [host] its secretariat": the verbs of "we" at ``index`` are in the present tense,
    though its name is singular.
    """
    for k in range(index + 1, len(items)):
        if items[k].kind in (";", ":", "R", "S"):
            return
        before = next(item for item in reversed(items[:k]) if item.kind != "A")
        if items[k].kind == "V" and items[k].data.form == "base" and (before is items[index] or before.kind == "C"):
            items[k].data = replace(items[k].data, form="finite")


def _female(pronoun: str) -> bool:
    return pronoun.startswith(("she", "elle", "celle", "cette"))


def served(facts: Sequence[Fact], sentence: Sentence) -> Entity | None:
    """The body that a well-known one, or somebody, serves by the last of ``facts`` that tells so, in the sentence right
    before: "UNODC is the secretariat of [the Platform], created in 2017. Its Coordinator is …".
    """
    near = [
        fact
        for fact in facts
        if fact.passage == sentence.passage and 0 <= sentence.start - fact.end <= _BETWEEN and fact.kind in _SERVED
    ]
    last = near[-1] if near else None
    if last is None or last.modality != "asserted":
        return None
    agent, body = (last.roles.get(column) for column in _SERVED[last.kind])
    known = isinstance(agent, Entity) and (agent.id in records() or agent.type == "Person")
    return body if known and isinstance(body, Entity) and is_a(body.type, "Organization") else None


def kept(facts: Sequence[Fact], sentence: Sentence, row: Row) -> Entity | None:
    """The body that ``row`` calls by a pronoun where the last of ``facts`` tells who serves it: "The Ministry of
    Justice has chaired [it] since 2024. It consists of …".
    """
    last = facts[-1] if facts else None
    columns = _SERVED.get(last.kind) if last is not None and last.start == sentence.start else None
    if last is None or columns is None or last.modality != "asserted" or not goes_on(row):
        return None
    body = last.roles.get(columns[1])
    printed = any(item.kind == "E" and item.data == body for item in row.items)
    return body if isinstance(body, Entity) and not printed else None


def _of_served(items: list[Item], body: Entity, language: str) -> None:
    """ "[Its] Coordinator", « [ses] membres », as the sentence opens: of ``body``, and not of who serves it."""
    for k, item in enumerate(items[:3]):
        if item.kind == "D" and has(item, "possessive"):
            noun = next((one for one in items[k + 1 : k + 3] if one.kind not in "AJ"), None)
            if noun is not None and fold(noun.word) in _posts_of_served(language):
                item.several = (body,)
            return


@cache
def _posts_of_served(language: str) -> frozenset[str]:
    return frozenset(map(fold, data("heads")[language]["of_served"]))


def _represented(items: list[Item], index: int) -> list[Entity]:
    """ "the League, represented by [its Director]", « la Ligue (« la L »), représentée par [sa Directrice] »."""
    k = index - 3
    if k < 0 or items[k].kind != "V" or (items[k + 1].kind, items[k + 1].data) != ("P", "by"):
        return []
    while k > 0 and items[k - 1].kind in (",", "A"):
        k -= 1
    if k > 0 and items[k - 1].kind == ")":
        k = next((j for j in range(k - 2, -1, -1) if items[j].kind == "("), 0)
    owner = items[k - 1] if k > 0 else None
    return [owner.data] if owner is not None and owner.kind == "E" and is_a(owner.data.type, "Organization") else []


def _is_whole(items: Sequence[Item], index: int) -> bool:
    """« [notre association] est membre de », "our network": the house itself; not « notre réseau de partenaires »."""
    noun, behind = items[index + 1 : index + 2], items[index + 2 : index + 3]
    named = bool(noun) and noun[0].kind in ("W", "N") and noun[0].word in nations.words()["our_kind"]
    return named and not (behind and behind[0].kind == "P" and behind[0].data == "of")


def _is_object(items: Sequence[Item], index: int, folded: str) -> bool:
    """« Des particuliers [nous] ont donné »: does the verb behind « nous » agree with somebody else?"""
    verb = next((k for k in range(index + 1, len(items)) if items[k].kind not in ("H", "A")), len(items))
    if index == 0 or verb == len(items) or items[verb].kind != "V":
        return False
    return not folded[items[index].end : items[verb].end].split()[0].endswith(_OURS)
