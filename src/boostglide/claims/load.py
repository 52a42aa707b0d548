"""Ledger files: read, validate, check."""

import os

from boostglide.claims.checks import Known, check_ledger
from boostglide.claims.ledger import Ledger
from boostglide.claims.lines import lines_of
from boostglide.core import data_path
from boostglide.scenario import InputError, load_document

BUNDLED = "claims/three-reports-2022.yaml"


def load_ledger(path: str | os.PathLike[str] | None = None, known: Known | None = None) -> Ledger:
    """Read a ledger file.

    Parameters
    ----------
    path
        A ledger file; the bundled ledger if none is given.
    known
        Quantities of each study that exists, to check the names in the file; None leaves them unchecked.

    Returns
    -------
    Ledger
        The ledger [text and numbers as stated].

    Raises
    ------
    InputError
        With every fault of the file and its line.
    """
    place = data_path(BUNDLED) if path is None else path
    ledger = load_document(place, Ledger)
    faults = check_ledger(ledger, lines_of(place), known)
    if faults:
        raise InputError(faults)
    return ledger
