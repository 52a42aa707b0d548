"""The yardstick: a separate program that flies the same glide; it is run and read, never built here."""

import pathlib
import subprocess

import numpy as np

PROGRAM, ENSEMBLE, REFERENCE = "glide", "members.bin", "reference_1000.csv"
MOST_MEMBERS = 20_000


def yardstick_speed(folder: pathlib.Path, members: int, tolerance: float) -> float:
    """Members a second of the side-by-side adaptive method of the yardstick [1/s].

    Parameters
    ----------
    folder
        Holds the built program and its ensemble.
    members
        How many to fly; at most 20,000 are, since the speed does not depend on the number.
    tolerance
        Tolerance at which its line is read [-].

    Raises
    ------
    ValueError
        If the folder lacks the program or the ensemble, or the program prints no such line.
    """
    for name in (PROGRAM, ENSEMBLE):
        if not (folder / name).is_file():
            raise ValueError(f"Option `--yardstick` must name a folder with `{name}`, but {folder} has none.")
    command = [str((folder / PROGRAM).resolve()), ENSEMBLE, str(min(members, MOST_MEMBERS))]
    text = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout
    for line in text.splitlines():
        words = line.split()
        if words[:1] == ["simd"] and np.isclose(float(words[1]), tolerance, rtol=1e-6):
            return float(words[4])
    raise ValueError(f"The yardstick printed no line `simd {tolerance:g}`.")


def yardstick_ranges(folder: pathlib.Path) -> np.ndarray | None:
    """Ground ranges of its first thousand members at a tight tolerance [m], where the folder has them."""
    path = folder / REFERENCE
    return np.loadtxt(path, delimiter=",", skiprows=1)[:, 2] if path.is_file() else None
