"""A mesh beside the document that names it: a relative path inside its folder, bounded in size, closed."""

from __future__ import annotations

import dataclasses
import hashlib
import pathlib
import re
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, ValidationInfo

from boostglide.scenario.fault import Refusal, one_line, shown

LARGEST = 64 * 1024 * 1024
"""Largest mesh file that is read [bytes]."""


@dataclasses.dataclass(frozen=True)
class MeshFile:
    """A mesh file that was found.

    Parameters
    ----------
    text
        The relative path as written.
    path
        Where the file lies.
    digest
        SHA-256 of its content.
    """

    text: str
    path: pathlib.Path
    digest: str


def _read(value: object, info: ValidationInfo) -> MeshFile:
    if isinstance(value, MeshFile):
        return value
    expected = "the relative path of an STL file in the folder of this document or below it"
    if not isinstance(value, str) or not value.lower().endswith(".stl"):
        raise Refusal(expected, shown(value), 'write for example "meshes/body.stl"')
    parts = pathlib.PurePosixPath(value).parts
    if re.search(r"[\\:\x00]", value) or value.startswith(("/", "~")) or ".." in parts:
        raise Refusal(expected, shown(value), "put the mesh beside the document, and name it without `..`")
    folder = (info.context or {}).get("folder")
    if folder is None:
        raise Refusal(expected, "a document that is no file", "save the document beside the mesh")
    return _found(pathlib.Path(folder), value, expected)


def _found(folder: pathlib.Path, value: str, expected: str) -> MeshFile:
    path = (folder / value).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise Refusal(expected, f"{shown(value)}, a link that leads out of it", "copy the mesh there")
    try:
        if not path.is_file():
            raise Refusal(expected, f"{shown(value)}, which is no file there", "check the path")
        if path.stat().st_size > LARGEST:
            raise Refusal(f"at most {LARGEST} bytes", f"{path.stat().st_size}", "simplify the mesh")
        content = path.read_bytes()
    except OSError as error:
        raise Refusal(expected, one_line(str(error)), "allow reading it") from None
    return MeshFile(value, path, hashlib.sha256(content).hexdigest())


def _written(mesh: MeshFile) -> str:
    return f"{mesh.text} (sha256 {mesh.digest})"


MeshPath = Annotated[MeshFile, PlainValidator(_read), PlainSerializer(_written, return_type=str)]

_SENTENCE = re.compile(
    r"(?:Argument `(?P<field>\w+)`|.*?) must (?P<expected>.*?), but (?P<found>.*?)(?:: (?P<advice>.*))?\.?",
    re.S,
)


def refusal_of(error: Exception) -> tuple[str, Refusal]:
    """The argument that a lower area refused, and its sentence as a refusal.

    Parameters
    ----------
    error
        Of the form "Argument `x` must ..., but ...".

    Returns
    -------
    Name of the argument, empty where the sentence names none, and the refusal.
    """
    match: Any = _SENTENCE.fullmatch(one_line(str(error)))
    if match is None:
        return "", Refusal("a body whose parts fit together", shown(str(error)), "correct the numbers")
    advice = match["advice"] or "correct the numbers; they are shown in SI units and radians"
    found = match["found"].removeprefix("is ")
    return match["field"] or "", Refusal(f"it to {match['expected']}", found, advice)
