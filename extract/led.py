"""Facts in the kind that they belong to: who leads a programme is told among programmes, and what is kept for people to
use is no programme.
"""

from __future__ import annotations

from extract.facts import Entity
from extract.mentions.heads import is_kept
from extract.relations import Roles
from ontology.types import is_a, is_any


def sorted_in(kind: str, roles: Roles) -> tuple[str, Roles] | None:
    """The fact as it is kept: "UNODC leads the Global Programme" is of programmes; None for no fact of any kind."""
    if kind == "programmes":
        return None if is_kept(roles.get("programme")) else (kind, roles)
    agent, object_ = roles.get("agent"), roles.get("object")
    if kind != "responsibilities" or roles.get("role") != "leads" or not _is_programme(object_):
        return kind, roles
    leads = isinstance(agent, Entity) and is_any(agent.type, ("Organization", "State"))
    return ("programmes", {"programme": object_, "lead": agent}) if leads else None  # type: ignore[dict-item]


def _is_programme(entity: object) -> bool:
    return isinstance(entity, Entity) and is_a(entity.type, "Programme") and not is_kept(entity)
