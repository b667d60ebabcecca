"""Reads the YAML files of this folder that say what can be said: types, kinds of fact, concepts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ontology.errors import PalermoError

FOLDER = Path(__file__).parent


class VocabularyError(PalermoError):
    """A file of the vocabulary is not as it must be. ``entry`` names the place in it, such as ``kinds.chairs.edge``."""

    def __init__(self, file: str, entry: str, problem: str) -> None:
        super().__init__(f"ontology/{file}: {entry}: {problem}. Correct the file, or install palermo again.")
        self.file = file
        self.entry = entry
        self.problem = problem


class UnknownName(PalermoError):
    """``name`` is no ``what`` ('type', 'kind', 'column') of the vocabulary; ``known`` holds those that are."""

    def __init__(self, what: str, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f"There is no {what} {name!r}. Known: {', '.join(known)}.")
        self.what = what
        self.name = name
        self.known = known


def read_mapping(file: str, *, folder: Path = FOLDER) -> Mapping[str, object]:
    """The mapping that the YAML file ``file`` of ``folder`` holds, in the order of the file.

    Raises VocabularyError where the file is missing, is no YAML, is no mapping, or gives a key twice (which YAML
    readers accept in silence, keeping the last).
    """
    import yaml

    try:
        text = (folder / file).read_text(encoding="utf-8")
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)  # the one written in C, where it was compiled in
        node = loader.get_single_node()
        _refuse_twins(file, node)
        content: object = None if node is None else loader.construct_document(node)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise VocabularyError(file, "the file", f"cannot be read ({error})") from error
    return mapping(file, "the file", content)


def mapping(file: str, entry: str, value: object) -> Mapping[str, object]:
    """``value`` as a mapping with text keys; raises VocabularyError, naming ``entry`` of ``file``, if it is none."""
    if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
        raise VocabularyError(file, entry, "must be a mapping whose keys are text")
    return value


def text(file: str, entry: str, value: object) -> str:
    """``value`` as text that is not blank; raises VocabularyError, naming ``entry`` of ``file``, if it is none."""
    if not isinstance(value, str) or value.strip() == "":
        raise VocabularyError(file, entry, "must be text, and not blank")
    return value


def texts(file: str, entry: str, value: object) -> tuple[str, ...]:
    """``value``, a list of text, as a tuple; raises VocabularyError, naming ``entry`` of ``file``, if it is none."""
    if not isinstance(value, list):
        raise VocabularyError(file, entry, "must be a list of text")
    return tuple(text(file, entry, item) for item in value)


def only(file: str, entry: str, value: Mapping[str, object], *, allowed: frozenset[str]) -> None:
    """Raises VocabularyError where ``value`` has a key that is not ``allowed``: a misspelt key must not be lost."""
    for key in value:
        if key not in allowed:
            raise VocabularyError(file, f"{entry}.{key}", f"is not a known key ({', '.join(sorted(allowed))})")


def _refuse_twins(file: str, node: object) -> None:
    import yaml

    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _refuse_twins(file, item)
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                line = key.start_mark.line + 1
                raise VocabularyError(file, str(key.value), f"stands there twice (line {line})")
            seen.add(key.value)
            _refuse_twins(file, value)
