"""What a French participle agrees with: « le programme de la Communauté, exécuté », « le Comité de l'Initiative, que le
Togo a lancée »; of how many a relative clause tells.
"""

from __future__ import annotations

from dataclasses import replace

from extract.facts import Entity
from extract.mentions.references import feminine, name_feminine
from extract.syntax.explained import Explained
from extract.syntax.items import has
from extract.syntax.phrases import Member, Phrase

_ARTICLES = {"m": ("le", "du", "au", "un", "ce", "cet"), "f": ("la", "une", "cette"), "s": ("les", "des", "aux", "ces")}
_ENDINGS = {"ées": "ff", "ues": "ff", "ée": "f", "ue": "f", "és": "mm", "us": "mm", "é": "m", "u": "m"}
_PLURAL = ("ff", "mm")


class Agreement(Explained):
    """Tells by its ending what a participle cannot be said of."""

    def agreeing(self, index: int, found: Phrase | None) -> Phrase | None:
        """Of what the participle at ``index`` is said: ``found``, what its name ends with, or what else it may be."""
        while found is not None and self._disagrees(index, found):
            inner = self._inner(index, found)
            if inner is not None:
                return inner
            found = found.otherwise
        return found

    def numbered(self, relative: int, found: Phrase | None) -> Phrase | None:
        """Of what the relative pronoun stands for only the last, or all, by the verb behind it."""
        verb = self.items[relative + 1] if self.kind(relative + 1) == "V" else None
        if verb is None or found is None or verb.data.form != "finite":
            return found
        first = verb.surface.lower().split(" ")[0]  # the verb, or its first auxiliary
        if len(found.members) > 1:
            return replace(found, members=found.members[-1:]) if self._is_single(relative, first) else found
        return self._list_before(relative, found) if self._is_several(relative, first) else found

    def _is_single(self, relative: int, verb: str) -> bool:
        """ "Chad, Togo and IOM, which provides …"."""
        if self.language == "fr":
            return self.items[relative].word == "qui" and not verb.endswith("nt")
        return verb.endswith("s") and not verb.endswith("ss")

    def _is_several(self, relative: int, verb: str) -> bool:
        """ "Chad and Togo, which have paid", "which paid $4 and $2, respectively"."""
        plural = self.items[relative].word == "qui" and verb.endswith("nt")
        plural = plural or (self.language == "en" and verb in ("have", "are", "were"))
        return plural or any(has(item, "respectively") for item in self.items[relative:])

    def _list_before(self, relative: int, found: Phrase) -> Phrase:
        """ "grateful to [Chad and Togo], which have": the list behind a preposition that ends with ``found``."""
        start = self.list_start(found.members[0].index)
        before = self.back(start, "DAC,P") if start is not None else -1
        led = self.leading(before) if self.kind(before) == "E" else ""
        whole = self.phrase(before) if led and self.kind(relative - 1) == "," else None
        return whole if whole is not None and whole.end == relative - 1 else found

    def _disagrees(self, index: int, found: Phrase) -> bool:
        """« celles [du Protocole], adoptées … »: by its ending a French participle describes something else."""
        article = self.items[found.start]
        if self.language != "fr" or len(found.members) > 1 or found.start > index:
            return False
        if any(self.kind(k) == "V" and self.items[k].data.link for k in range(found.end, index)):
            return False  # « la campagne est un projet lancé par … »: it agrees with what the campaign is
        if found.end < index and self.kind(found.end) == "," and self.kind(found.end + 1) == "W":
            return False  # « les Lignes directrices, texte que la SADC a adopté »
        if article.kind != "D" and found.start:
            article = self.items[found.start - 1]
        return self.differs(index, article.word)

    def differs(self, index: int, article: str) -> bool:
        """Does the participle at ``index`` agree with nothing that bears the ``article``: « les … tenue »?"""
        gender = next((one for one, words in _ARTICLES.items() if article.rpartition(" ")[2] in words), None)
        ending = self._ending(index)
        if gender is None or ending is None:
            return False
        return ending not in _PLURAL if gender == "s" else ending != gender

    def _ending(self, index: int) -> str | None:
        """ "f" of « lancée », « tenue », "mm" of « lancés »; None of what is no participle: « crée »."""
        item = self.items[index]
        if {name for _, name in item.readings.get("V", ())} == {"pres"}:
            return None
        return next((_ENDINGS[end] for end in _ENDINGS if item.word.endswith(end)), None)

    def _inner(self, index: int, found: Phrase) -> Phrase | None:
        """« le Comité directeur de [l'Initiative de Praia], que l'OIM a lancée »."""
        item, place = found.members[0].item, found.members[0].index
        if item.inner is None or _gender(item.inner) != self._ending(index):
            return None
        return Phrase([Member(replace(item, data=item.inner, inner=None), place)], found.start, found.end)


def _gender(entity: Entity) -> str | None:
    known = feminine(entity.id)
    names = (name_feminine(label) for language, label in entity.labels if language == "fr")
    told = known if known is not None else next((one for one in names if one is not None), None)
    return None if told is None else "f" if told else "m"
