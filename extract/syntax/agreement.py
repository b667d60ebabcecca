"""What a French participle agrees with: « le programme de la Communauté, exécuté », « le Comité de l'Initiative, que le
Togo a lancée ».
"""

from __future__ import annotations

from dataclasses import replace

from extract.facts import Entity
from extract.mentions.references import feminine, name_feminine
from extract.syntax.explained import Explained
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
