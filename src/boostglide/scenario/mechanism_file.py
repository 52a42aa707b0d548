"""Reaction mechanisms by name, or from a file that nobody need trust: every fault carries file and line."""

from __future__ import annotations

import difflib
import os
import pathlib
from collections.abc import Mapping
from typing import Literal

from boostglide.gas import Mechanism, ReactionFault, load_mechanism, mechanism_from, mechanism_names
from boostglide.scenario.fault import Fault, InputError, Refusal, one_line, shown
from boostglide.scenario.reading import Document, read_document

LARGEST_FILE = 500_000
_SUFFIXES = (".yaml", ".yml")


def find_mechanism(
    name: str,
    species_count: Literal[5, 7, 11] | None = None,
    variants: Mapping[str, str] | None = None,
    exponent: float = 0.5,
) -> Mechanism:
    """A mechanism of the package by its name, or that of a file by its path.

    Parameters
    ----------
    name
        One of `mechanism_names`, or the path of a file whose name ends in ``.yaml``.
    species_count
        5, 7 or 11 species of air; all of the mechanism if not given.
    variants
        Option by variant, where the default shall not hold.
    exponent
        Power of the translational temperature that controls dissociation [-].

    Raises
    ------
    InputError
        If the file is no mechanism; with every fault and its line.
    Refusal
        If there is no such mechanism, species, variant or option.
    """
    is_file = pathlib.PurePath(name).suffix.lower() in _SUFFIXES or os.sep in name
    if not is_file and name not in mechanism_names():
        near = difflib.get_close_matches(name, mechanism_names(), n=1)
        advice = f"did you mean `{near[0]}`?" if near else "or name a file that ends in .yaml"
        raise Refusal(f"one of {', '.join(mechanism_names())}, or a file", shown(name), advice)
    try:
        if not is_file:
            return load_mechanism(name, species_count, variants, exponent)
        whole = load_mechanism_file(name, variants, exponent)
        return whole if species_count is None else whole.air(species_count)
    except InputError:
        raise
    except ValueError as error:
        raise Refusal("a mechanism with these choices", str(error).rstrip("."), "change the choice") from None


def load_mechanism_file(
    path: str | os.PathLike[str], variants: Mapping[str, str] | None = None, exponent: float = 0.5
) -> Mechanism:
    """A mechanism from a file in the format `boostglide-mechanism/1`.

    Parameters
    ----------
    path
        A regular UTF-8 file of at most 500 kB.
    variants
        Option by variant, where the default shall not hold.
    exponent
        Power of the translational temperature that controls dissociation [-].

    Raises
    ------
    InputError
        With every fault of the file.
    ValueError
        If there is no such variant or option.
    """
    document = read_document(path, LARGEST_FILE)
    try:
        return mechanism_from(document.data, variants, exponent)
    except ReactionFault as fault:
        faults = [_located(document, each) for each in (fault, *fault.others)]
    raise InputError(faults)


def _located(document: Document, fault: ReactionFault) -> Fault:
    field = ".".join(one_line(str(part)) for part in fault.place)
    return Fault(document.file, document.line(fault.place), field, fault.expected, fault.found, fault.advice)
