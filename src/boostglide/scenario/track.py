"""A measured or foreign track: a CSV file with units in its header to arrays in SI, or every fault of it."""

from __future__ import annotations

import csv
import os
import pathlib
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from boostglide.scenario.fault import Fault, InputError, Refusal, one_line, shown
from boostglide.scenario.track_columns import COLUMNS, Reading, advice_for, read_header

MOST_BYTES, MOST_ROWS, MOST_COLUMNS, MOST_FAULTS = 20_000_000, 1_000_000, 200, 40
FEWEST_POINTS, FEWEST_POSITIONS = 3, 7
"""Points that a track needs at least: with a speed of its own, and where speed comes from positions."""

GAP = 20.0
"""Steps longer than this many median steps are gaps, unless a largest gap is given."""


@dataclass(frozen=True)
class Track:
    """A track in SI and radians, each field of shape (points,) or None where the file has no such column.

    Parameters
    ----------
    file
        The file as the caller named it.
    time
        Time of each point [s], rising.
    altitude
        Geometric altitude above WGS84 [m].
    latitude, longitude
        Geodetic latitude and longitude on WGS84 [rad].
    speed
        Speed relative to the Earth [m/s].
    flight_path_angle, heading
        Angle of the velocity above the horizontal, and its direction clockwise from north [rad].
    mach
        Mach number [-].
    density, pressure, temperature
        Air met at each point [kg/m^3], [Pa], [K].
    unused
        Headers of the columns that were not read.
    """

    file: str
    time: np.ndarray
    altitude: np.ndarray
    latitude: np.ndarray | None = None
    longitude: np.ndarray | None = None
    speed: np.ndarray | None = None
    flight_path_angle: np.ndarray | None = None
    heading: np.ndarray | None = None
    mach: np.ndarray | None = None
    density: np.ndarray | None = None
    pressure: np.ndarray | None = None
    temperature: np.ndarray | None = None
    unused: tuple[str, ...] = field(default=())

    @property
    def has_positions(self) -> bool:
        """Whether latitude and longitude are known."""
        return self.latitude is not None and self.longitude is not None

    @property
    def place(self) -> tuple[np.ndarray, np.ndarray]:
        """Latitude and longitude [rad] of a track that has positions; NaN where it has none."""
        nowhere = np.full(self.time.shape, np.nan)
        return (
            nowhere if self.latitude is None else self.latitude,
            nowhere if self.longitude is None else self.longitude,
        )


def load_track(path: str | os.PathLike[str], largest_gap: float | None = None) -> Track:
    """Read a track from a CSV file.

    The first line that is neither empty nor a comment (`#`) names the columns, with their units; numbers
    follow, parted by commas, semicolons or tabs. Time and altitude are needed, and either both latitude and
    longitude or a speed or Mach number. Columns of other names are left out and listed in `unused`.

    Parameters
    ----------
    path
        A regular UTF-8 file of at most 20 MB and 1,000,000 rows.
    largest_gap
        Longest step between two points that is allowed [s]; 20 median steps if left out.

    Returns
    -------
    Track
        The columns in SI and radians.

    Raises
    ------
    InputError
        With the faults of the file: where the header is wrong, those of the header alone; 40 at most.
    """
    file = one_line(os.fspath(path))
    return parse_track(_text(file, path), file, largest_gap)


def parse_track(text: str, file: str = "text", largest_gap: float | None = None) -> Track:
    """`load_track` for text that is already in memory.

    Parameters
    ----------
    text
        Text of a CSV file.
    file
        Name that faults carry.
    largest_gap
        Longest step between two points that is allowed [s]; 20 median steps if left out.

    Returns
    -------
    Track
        The columns in SI and radians.

    Raises
    ------
    InputError
        With the faults of the text.
    """
    rows = _rows(text, file)
    line, header = next(rows, (1, []))
    if not any(cell.strip() for cell in header):
        raise InputError([Fault(file, 1, "file", "a header and rows", "an empty file", "write a CSV table")])
    readings, unused = _header(header, file, line)
    lines, cells = _cells(rows, len(header), file)
    columns = {
        reading.quantity: _numbers([row[place] for row in cells], lines, reading, file)
        for place, reading in readings.items()
    }
    _raise([fault for _, faults in columns.values() for fault in faults])
    values = {name: column for name, (column, _) in columns.items()}
    _raise(_time_faults(values["time"], lines, "latitude" in values, file, largest_gap))
    return Track(file, unused=unused, **values)


def _raise(faults: list[Fault]) -> None:
    if faults:
        first = sorted(faults, key=lambda fault: fault.line)[:MOST_FAULTS]
        if len(faults) > len(first):
            rest = f"{len(faults)} faults"
            first.append(
                Fault(faults[0].file, 0, "file", "no faults", rest, f"the first {MOST_FAULTS} follow")
            )
        raise InputError(first)


def _text(file: str, path: str | os.PathLike[str]) -> str:
    raw = _bytes(file, path)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, found = raw.count(b"\n", 0, error.start) + 1, f"the byte 0x{raw[error.start]:02x}"
        raise InputError([Fault(file, line, "file", "UTF-8 text", found, "save the file as UTF-8")]) from None


def _bytes(file: str, path: str | os.PathLike[str]) -> bytes:
    """At most 20 MB of a regular file."""

    def refuse(found: str, advice: str) -> InputError:
        return InputError([Fault(file, 0, "file", "a readable file", found, advice)])

    try:
        # Without O_NONBLOCK a named pipe would wait for a writer before it can be refused.
        descriptor = os.open(pathlib.Path(path), os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with open(descriptor, "rb") as stream:  # noqa: PTH123
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise refuse("a directory or device", "give the path of a CSV file")
            raw = stream.read(MOST_BYTES + 1)
    except InputError:
        raise
    except FileNotFoundError:
        raise refuse("no such file", "check the path") from None
    except (OSError, ValueError) as error:
        raise refuse(one_line(str(error)), "give the path of a CSV file that can be read") from None
    if len(raw) > MOST_BYTES:
        advice = "split the track, or leave out points"
        raise InputError([Fault(file, 0, "file", f"at most {MOST_BYTES} bytes", "a larger file", advice)])
    return raw


def _rows(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """Line number and cells of every line that is neither empty nor a comment."""
    separator: str | None = None
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        separator = separator or max(",;\t", key=line.count)
        if '"' not in line:
            yield number, line.split(separator)
            continue
        try:
            yield number, next(csv.reader([line], delimiter=separator, strict=True))
        except csv.Error as error:
            found = shown(str(error))
            raise InputError(
                [Fault(file, number, "file", "a row of numbers", found, "remove the quotes")]
            ) from None


def _header(header: list[str], file: str, line: int) -> tuple[dict[int, Reading], tuple[str, ...]]:
    """How to read which column, and the headers of the others."""
    if len(header) > MOST_COLUMNS:
        found = f"{len(header)}"
        raise InputError(
            [Fault(file, line, "file", f"at most {MOST_COLUMNS} columns", found, "remove columns")]
        )
    readings: dict[int, Reading] = {}
    refused: dict[int, tuple[str, Refusal]] = {}
    faults = []
    for place, cell in enumerate(header):
        found = read_header(cell)
        if found is None:
            continue
        quantity, reading = found
        if isinstance(reading, Refusal):
            refused[place] = quantity, reading
        elif any(other.quantity == quantity for other in readings.values()):
            faults.append(Fault(file, line, quantity, "one column", f"{shown(cell)} too", "remove one"))
        else:
            readings[place] = reading
    known = {reading.quantity for reading in readings.values()}
    named = {quantity for quantity, _ in refused.values()}
    for quantity, refusal in refused.values():
        if quantity not in known:
            words = (refusal.expected, refusal.found, refusal.advice)
            faults.append(Fault(file, line, quantity, *words))
    faults += [
        Fault(file, line, quantity, "this column", "nothing", advice_for(quantity, header))
        for quantity in _missing(known | named)
    ]
    _raise(faults)
    unused = (one_line(cell.strip()) for place, cell in enumerate(header) if place not in readings)
    return readings, tuple(unused)


def _missing(known: set[str]) -> list[str]:
    """Columns without which a track says too little."""
    missing = [quantity for quantity in ("time", "altitude") if quantity not in known]
    places = [quantity for quantity in ("latitude", "longitude") if quantity not in known]
    if len(places) == 1 or (places and not known & {"speed", "mach"}):
        missing += places
    return missing


def _cells(
    rows: Iterator[tuple[int, list[str]]], width: int, file: str
) -> tuple[np.ndarray, list[list[str]]]:
    """Line numbers and cells of the table; all rows are as wide as the header."""
    lines, cells, faults = [], [], []
    for line, row in rows:
        if len(row) != width:
            advice = "give one number for each column of the header, with a decimal point"
            faults.append(Fault(file, line, "row", f"{width} cells", f"{len(row)}", advice))
        if len(cells) >= MOST_ROWS:
            advice = "split the track, or leave out points"
            raise InputError([Fault(file, line, "file", f"at most {MOST_ROWS} rows", "more", advice)])
        lines.append(line)
        cells.append(row)
    _raise(faults)
    return np.asarray(lines, int), cells


def _numbers(
    texts: list[str], lines: np.ndarray, reading: Reading, file: str
) -> tuple[np.ndarray, list[Fault]]:
    """A column in SI, and what is wrong with it."""
    name, column = reading.quantity, COLUMNS[reading.quantity]
    values, faults = np.zeros(len(texts)), []
    for place, text in enumerate(texts):
        try:
            values[place] = float(text) if "_" not in text else np.nan
        except ValueError:
            values[place] = np.nan
    finite = np.isfinite(values)
    for place in np.flatnonzero(~finite):
        found = shown(texts[place].strip()) if texts[place].strip() else "an empty cell"
        advice = "write a finite number such as 1234.5, or remove the row or the column"
        faults.append(Fault(file, int(lines[place]), name, "a number", found, advice))
    values = values * reading.factor + reading.offset
    for place in np.flatnonzero(finite & ~((values >= column.low) & (values <= column.high))):
        advice = "check the unit in the header, or remove the row"
        found = shown(texts[place].strip())
        faults.append(Fault(file, int(lines[place]), name, column.words, found, advice))
    return values, faults


def _time_faults(
    time: np.ndarray, lines: np.ndarray, needs_speed: bool, file: str, largest_gap: float | None
) -> list[Fault]:
    """Too few points, times that do not rise, and gaps."""
    fewest = FEWEST_POSITIONS if needs_speed else FEWEST_POINTS
    if len(time) < fewest:
        expected, found = f"at least {fewest} points", f"{len(time)}"
        return [Fault(file, 0, "file", expected, found, "give a longer or denser track")]
    steps, faults = np.diff(time), []
    for place in np.flatnonzero(steps <= 0.0):
        kind, advice = "an earlier time", "sort the rows by time"
        if steps[place] == 0.0:
            kind, advice = "the same time again", "remove one of the two rows"
        found = f"{kind}, {time[place + 1]:.9g} s after {time[place]:.9g} s"
        faults.append(Fault(file, int(lines[place + 1]), "time", "a rising time", found, advice))
    if faults:
        return faults
    limit = GAP * float(np.median(steps)) if largest_gap is None else largest_gap
    for place in np.flatnonzero(steps > limit):
        found = f"a gap of {steps[place]:.6g} s"
        advice = "split the track there, or allow the gap (`--largest-gap`)"
        expected = f"steps of at most {limit:.6g} s"
        faults.append(Fault(file, int(lines[place + 1]), "time", expected, found, advice))
    return faults
