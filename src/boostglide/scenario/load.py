"""A file through a pydantic model: the object, or every fault of the file with its line."""

from __future__ import annotations

import difflib
import os
import pathlib
import typing
from typing import Any, TypeVar

import pydantic
from pydantic_core import ErrorDetails

from boostglide.scenario.fault import Fault, InputError, Refusal, one_line, shown
from boostglide.scenario.reading import Document, Place, parse_document, read_document

Model = TypeVar("Model", bound=pydantic.BaseModel)


class FrozenModel(pydantic.BaseModel):
    """Base of the models of input files: frozen, no unknown fields, finite numbers only."""

    model_config = pydantic.ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


def load_document(path: str | os.PathLike[str], model: type[Model], max_bytes: int = 1_000_000) -> Model:
    """Read a YAML file and validate it.

    Parameters
    ----------
    path
        A regular UTF-8 file.
    model
        Pydantic model of the whole file; its validators may raise `Refusal`.
    max_bytes
        Largest size that is read [bytes].

    Returns
    -------
    The validated model.

    Raises
    ------
    InputError
        With every fault of the file: its syntax faults, or else all faults of its content.
    """
    return validate_document(read_document(path, max_bytes), model, pathlib.Path(path).parent)


def load_text(text: str, model: type[Model], file: str = "text") -> Model:
    """`load_document` for text that is already in memory.

    Parameters
    ----------
    text
        YAML text.
    model
        Pydantic model of the whole text.
    file
        Name that faults carry.

    Raises
    ------
    InputError
        With every fault of the text.
    """
    return validate_document(parse_document(text, file), model)


def validate_document(document: Document, model: type[Model], folder: pathlib.Path | None = None) -> Model:
    """Validate read data; faults carry the lines of the document.

    Parameters
    ----------
    document
        The data and the lines of its keys.
    model
        Pydantic model of the whole.
    folder
        Where files lie that the document names; None where it is no file itself.

    Raises
    ------
    InputError
        With every fault of the content.
    """
    if not isinstance(document.data, dict):
        found = shown(document.data)
        advice = "write the fields as `name: value`, one a line"
        raise InputError([Fault(document.file, document.line(()), "file", "a mapping", found, advice)])
    try:
        return model.model_validate(document.data, context={"folder": folder})
    except pydantic.ValidationError as error:
        details = error.errors(include_url=False)
    except RecursionError:
        found = "too deep a structure"
        raise InputError([Fault(document.file, 1, "file", "a mapping", found, "flatten the file")]) from None
    raise InputError(
        dict.fromkeys(_fault(document, model, detail) for detail in details if not _idle(detail))
    )


def _idle(detail: ErrorDetails) -> bool:
    """Whether pydantic only complains that a list got too short by the entries that it refused before."""
    least = (detail.get("ctx") or {}).get("min_length", 0)
    return detail["type"] == "too_short" and len(detail["input"]) >= least


def _fault(document: Document, model: type[Model], detail: ErrorDetails) -> Fault:
    """One pydantic error in the words of a fault."""
    place, holders = _follow(document.data, model, detail["loc"])
    kind = detail["type"]
    name = str(place[-1]) if place else "file"
    refusal = (detail.get("ctx") or {}).get("error")
    if isinstance(refusal, Refusal):
        words = (refusal.expected, refusal.found, refusal.advice)
    elif kind == "missing":
        words = ("this field", "nothing", f"add `{name}: ...`")
    elif kind == "extra_forbidden":
        words = _unknown(name, holders)
    elif kind == "union_tag_not_found":
        tag = str((detail.get("ctx") or {}).get("discriminator", "")).strip("'")
        words = (f"the field `{tag}`", "nothing", f"add `{tag}: ...` to say which kind this is")
        place = (*place, tag)
    else:
        words = (_expected(detail), shown(detail["input"]), _advice(detail))
    field = ".".join(one_line(str(part)) for part in place) or "file"
    return Fault(document.file, document.line(place), field, *words)


def _unknown(name: str, holders: list[type[pydantic.BaseModel]]) -> tuple[str, str, str]:
    allowed = sorted({field for holder in holders for field in _fields(holder)})
    near = difflib.get_close_matches(name.replace(" ", "_"), allowed, n=1, cutoff=0.6)
    if near:
        advice = f"did you mean `{near[0]}`?"
    elif name[:1].isdigit():
        advice = "put quotes around a number with a comma inside braces"
    else:
        advice = "remove it"
    return f"one of {', '.join(allowed)}" if allowed else "no such field", f"`{shown(name)[1:-1]}`", advice


_WORDS = {
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "dict_type": "a mapping",
    "tuple_type": "a list",
    "list_type": "a list",
    "float_type": "a number",
    "float_parsing": "a number",
}
"""What pydantic's types of error expect, in the words of files."""

_EXAMPLES = {"a mapping": "write its fields as `name: value`, one a line below it", "a list": "write [...]"}


def _expected(detail: ErrorDetails) -> str:
    context = detail.get("ctx") or {}
    listed = context.get("expected") or context.get("expected_tags")
    if listed:
        return f"{listed}".replace("'", "")
    if detail["type"] in _WORDS:
        return _WORDS[detail["type"]]
    if detail["type"] in ("too_short", "too_long"):
        side, count = ("least", "min_length") if detail["type"] == "too_short" else ("most", "max_length")
        return f"at {side} {context[count]} entries"
    message = detail["msg"].removeprefix("Input should be ").removeprefix("Value error, ")
    return message[:1].lower() + message[1:]


def _advice(detail: ErrorDetails) -> str:
    context = detail.get("ctx") or {}
    listed = str(context.get("expected") or context.get("expected_tags") or "")
    words = [word.strip(" '") for part in listed.split(" or ") for word in part.split(",")]
    options = [word for word in words if word]
    given = context.get("tag", detail["input"])
    near = difflib.get_close_matches(given, options, n=1) if isinstance(given, str) else []
    advice = _EXAMPLES.get(_WORDS.get(detail["type"], ""), "correct the value")
    return f"did you mean `{near[0]}`?" if near else advice


def _follow(data: Any, model: type[Model], location: tuple[int | str, ...]) -> tuple[Place, list[Any]]:
    """The path in the file of a pydantic location, and the models that could stand at its last mapping.

    Pydantic adds the tag of a union to its location; such a part names no key of the file.
    """
    place: list[int | str] = []
    holders: list[type[pydantic.BaseModel]] = [model]
    for index, part in enumerate(location):
        chosen = [holder for holder in holders if len(holders) > 1 and _tagged(holder, part)]
        if chosen:
            holders = chosen
            continue
        last = index == len(location) - 1
        in_data = _holds(data, part)
        if in_data or last:
            place.append(part)
            data = data[part] if in_data else None
            if not last and not isinstance(part, int):
                fields = [_fields(holder)[part] for holder in holders if part in _fields(holder)]
                holders = [found for field in fields for found in _models(field)]
    return tuple(place), holders


def _holds(data: Any, part: int | str) -> bool:
    if isinstance(data, dict):
        return part in data
    return isinstance(data, list) and isinstance(part, int) and part < len(data)


def _fields(holder: type[pydantic.BaseModel]) -> dict[Any, Any]:
    return {field.alias or name: field.annotation for name, field in holder.model_fields.items()}


def _models(annotation: Any) -> list[type[pydantic.BaseModel]]:
    """Every pydantic model inside a type annotation."""
    if isinstance(annotation, type) and issubclass(annotation, pydantic.BaseModel):
        return [annotation]
    return [found for inner in typing.get_args(annotation) for found in _models(inner)]


def _tagged(holder: type[pydantic.BaseModel], tag: int | str) -> bool:
    """Whether a model is the one that a union part names: by its class, or by a literal field."""
    literals = [typing.get_args(field.annotation) for field in holder.model_fields.values()]
    return tag == holder.__name__ or any(tag in options for options in literals)
