"""A refusal that names the part of a value that is wrong, so that its fault carries the line of that part."""

from __future__ import annotations

from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError

from boostglide.scenario.fault import Refusal


def refused_at(refusal: Refusal, *place: str | int) -> ValidationError:
    """A refusal of a part of what a validator looks at, to be raised by that validator.

    Parameters
    ----------
    refusal
        What is wrong.
    place
        Keys and list positions that lead from the validated value to the part.
    """
    # The template holds no braces of its own: the words of a refusal could.
    kind = PydanticCustomError("refusal", "refused", {"error": refusal})
    return ValidationError.from_exception_data(
        "refusal", [InitErrorDetails(type=kind, loc=place, input=None)]
    )
