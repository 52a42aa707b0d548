"""What made a report: versions, seed, commands, and a checksum of every file."""

import hashlib
import importlib.metadata
import json
import pathlib
import platform
from typing import Any

SCHEMA = "boostglide-report/1"
NAME = "manifest.json"

_PACKAGES = (
    "numpy",
    "scipy",
    "jax",
    "jaxlib",
    "equinox",
    "cantera",
    "xarray",
    "h5netcdf",
    "matplotlib",
    "jinja2",
    "pint",
    "pydantic",
)


def manifest_of(folder: pathlib.Path, *, facts: dict[str, Any]) -> dict[str, Any]:
    """The manifest of a folder.

    Parameters
    ----------
    folder
        Holds every other file of the report.
    facts
        Ledger, its hash, version, seed, number of samples and commands.

    Returns
    -------
    dict
        A document for `json.dumps`.
    """
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != NAME)
    return {
        "schema": SCHEMA,
        **facts,
        "python": platform.python_version(),
        "packages": {name: _version(name) for name in _PACKAGES},
        "files": {path.relative_to(folder).as_posix(): sha256(path.read_bytes()) for path in files},
    }


def is_report(folder: pathlib.Path) -> bool:
    """Whether a folder was written as a report: its manifest says so."""
    try:
        manifest = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(manifest, dict) and str(manifest.get("schema", "")).startswith("boostglide-report/")


def sha256(content: bytes) -> str:
    """Checksum in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def _version(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None
