"""Short names for rows of a chart; the full sentence stands in the table below it."""

import functools

from boostglide.core import load_yaml

FILE = "report/short_names.yaml"


@functools.cache
def _names() -> dict[str, dict[str, str]]:
    return load_yaml(FILE)


def model_name(model: str) -> str:
    """A model in a few words; one without a short name keeps its own."""
    return _names()["models"].get(model) or _opening(model)


def study_name(key: str) -> str:
    """The class of flight that a study treats, for example “HTV-2 class”."""
    return _names()["studies"].get(key) or _opening(key.replace("-", " ").replace("_", " "))


def unit_name(unit: str) -> str | None:
    """The unit as a chart shows it, or None where it needs no other name."""
    return _names()["units"].get(unit)


def _opening(text: str) -> str:
    return text[:1].upper() + text[1:]
