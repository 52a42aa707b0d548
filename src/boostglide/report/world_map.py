"""Ground tracks on a map of the world, or on a globe where they cover only a part of it."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from boostglide.report import style
from boostglide.report.projection import Globe, equal_earth, land_outlines, refine, split_at_date_line

_COLORS = (style.COMPUTED, style.SECOND, style.THIRD, style.INK)
_PART_OF_THE_EARTH = np.radians(110.0)
_LAND = "#d9dedf"
_SEA = "#eef4f8"


class Track(NamedTuple):
    """One ground track: its name, latitudes and longitudes [rad]."""

    label: str
    latitude: np.ndarray
    longitude: np.ndarray


def world_map(
    tracks: Sequence[Track], *, title: str = "", note: str = "", width: int = style.WIDE
) -> style.Sheet:
    """Draw ground tracks with start, end and name; a globe if they fit on one side of the Earth.

    Parameters
    ----------
    tracks
        One or more tracks under one to four labels; those of one label share a colour. Points that are not
        finite are left out.
    title, note
        Heading above and source below.
    width
        Width of the map [px].

    Returns
    -------
    Figure
        A matplotlib figure.

    Raises
    ------
    ValueError
        If there is no track with two points, or there are more than four labels.
    """
    tracks = [_finite(track) for track in tracks]
    labels = list(dict.fromkeys(track.label for track in tracks))
    if not 1 <= len(labels) <= len(_COLORS) or any(track.latitude.size < 2 for track in tracks):
        raise ValueError("Argument `tracks` must hold tracks of two points under one to four labels.")
    globe = _globe_for(tracks)
    inner = min(width - 28, 440) if globe else (width - 28) * 0.487
    names = [style.wrap(label, width - 50, 12, bold=True) for label in labels]
    key = 18 * sum(len(name.split("\n")) for name in names) + 28
    sheet = style.new_sheet(width, 8 + inner + key, title, note)
    top = sheet.body[0] + 8
    axes = style.add_axes(sheet, style.MARGIN, top, width - 2 * style.MARGIN, inner)
    axes.set_axis_off()
    axes.set_aspect("equal")
    if globe:
        _draw_globe(axes, tracks, globe)
    else:
        _draw_world(axes, tracks)
    _draw_names(sheet, names, top + inner + 10)
    return sheet


def _finite(track: Track) -> Track:
    latitude, longitude = np.asarray(track.latitude, float), np.asarray(track.longitude, float)
    counted = np.isfinite(latitude) & np.isfinite(longitude)
    return Track(track.label, latitude[counted], longitude[counted])


def _unit_vectors(track: Track) -> np.ndarray:
    cosine = np.cos(track.latitude)
    return np.array(
        [cosine * np.cos(track.longitude), cosine * np.sin(track.longitude), np.sin(track.latitude)]
    )


def _globe_for(tracks: Sequence[Track]) -> Globe | None:
    """The view over the middle of all tracks, or none where they reach too far round the Earth."""
    vectors = np.concatenate([_unit_vectors(track) for track in tracks], axis=1)
    middle = vectors.mean(axis=1)
    length = np.linalg.norm(middle)
    if length < 1e-6 or np.min(middle @ vectors) / length < np.cos(_PART_OF_THE_EARTH / 2):
        return None
    return Globe(float(np.arcsin(middle[2] / length)), float(np.arctan2(middle[1], middle[0])))


def _graticule() -> list[np.ndarray]:
    along = np.radians(np.linspace(-180, 180, 121))
    up = np.radians(np.linspace(-90, 90, 61))
    lines = [np.array([np.full_like(along, np.radians(value)), along]) for value in range(-60, 61, 30)]
    return lines + [np.array([up, np.full_like(up, np.radians(value))]) for value in range(-180, 180, 30)]


def _fill(axes: Axes, outlines: list[np.ndarray], **look) -> None:
    codes = [np.r_[Path.MOVETO, np.full(outline.shape[1] - 1, Path.LINETO)] for outline in outlines]
    path = Path(np.concatenate(outlines, axis=1).T, np.concatenate(codes))
    axes.add_patch(PathPatch(path, **look))


def _draw_world(axes: Axes, tracks: Sequence[Track]) -> None:
    side = np.radians(np.linspace(-90, 90, 91))
    edge = np.concatenate(
        [equal_earth(side, np.full_like(side, np.pi)), equal_earth(side[::-1], np.full_like(side, -np.pi))],
        axis=1,
    )
    _fill(axes, [edge], facecolor=_SEA, linewidth=0)
    _fill(axes, [equal_earth(*ring) for ring in land_outlines()], facecolor=_LAND, linewidth=0)
    for line in _graticule():
        axes.plot(*equal_earth(*line), color=style.PAPER, linewidth=0.8)
    for track, place in zip(tracks, _places(tracks), strict=True):
        parts = [equal_earth(*part) for part in split_at_date_line(track.latitude, track.longitude)]
        _draw_track(axes, parts, place)
    axes.set_xlim(-2.72, 2.72)
    axes.set_ylim(-1.33, 1.33)


def _draw_globe(axes: Axes, tracks: Sequence[Track], globe: Globe) -> None:
    turn = np.linspace(0, 2 * np.pi, 181)
    _fill(axes, [np.array([np.cos(turn), np.sin(turn)])], facecolor=_SEA, edgecolor=style.FAINT, linewidth=1)
    seen = [globe.outline(*refine(ring)) for ring in land_outlines()]
    _fill(axes, [ring for ring in seen if ring is not None], facecolor=_LAND, linewidth=0)
    for line in _graticule():
        points, height = globe(*line)
        axes.plot(*np.where(height > 0, points, np.nan), color=style.PAPER, linewidth=0.8)
    for track, place in zip(tracks, _places(tracks), strict=True):
        points, height = globe(track.latitude, track.longitude)
        _draw_track(axes, [points[:, height > 0]], place)
    axes.set_xlim(-1.02, 1.02)
    axes.set_ylim(-1.02, 1.02)


def _places(tracks: Sequence[Track]) -> list[int]:
    """The number of each track's label, which gives its colour."""
    labels = list(dict.fromkeys(track.label for track in tracks))
    return [labels.index(track.label) for track in tracks]


def _draw_track(axes: Axes, parts: list[np.ndarray], place: int) -> None:
    color = _COLORS[place]
    for part in parts:
        axes.plot(*part, color=style.PAPER, linewidth=3.6, solid_capstyle="round")
        axes.plot(*part, color=color, linewidth=1.8, solid_capstyle="round")
    axes.plot(*parts[0][:, 0], "o", markersize=6, color=style.PAPER, mec=color, mew=1.8)
    axes.plot(*parts[-1][:, -1], "s", markersize=6, color=color, mec=style.PAPER, mew=1)


def _draw_names(figure: Figure, names: list[str], top: float) -> None:
    """Names below the map, each in the colour of its track: circle start, square end."""
    for place, name in enumerate(names):
        style.write(figure, 34, top, name, bold=True, color=_COLORS[place])
        width, height = figure.get_size_inches() * 72
        level = 1 - (top + 8) / height
        figure.add_artist(_key_line(width, level, _COLORS[place]))
        top += 18 * len(name.split("\n"))
    style.write(figure, 34, top, "Circle: start. Square: end.")


def _key_line(width: float, level: float, color: str) -> Line2D:
    return Line2D([14 / width, 28 / width], [level, level], color=color, linewidth=2.4)
