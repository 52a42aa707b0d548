"""Write src/boostglide/data/report/land_110m.npz from the TopoJSON of the npm package world-atlas.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python tools/data/natural_earth.py package/land-110m.json

The package joins land across the date line; here every ring is cut there again and closed along the line
(Antarctica: along the pole). Coordinates are kept in hundredths of a degree.
"""

import hashlib
import json
import pathlib
import sys

import numpy as np

TARGET = pathlib.Path(__file__).parents[2] / "src/boostglide/data/report/land_110m.npz"
HEADER = """\
description: >-
  Outlines of land at scale 1:110 million as closed rings of longitude and latitude in hundredths of a
  degree; `points` holds all rings one after the other, `starts` where each ring begins.
source: Natural Earth, land 1:110m, through the npm package world-atlas 2.0.2 (file land-110m.json)
link: https://www.naturalearthdata.com
licence: public domain (Natural Earth); the package world-atlas is under the ISC licence
generator: tools/data/natural_earth.py
rings: {rings}
points: {points}
sha256: {digest}
"""


def arcs_in_degrees(topology: dict) -> list[np.ndarray]:
    """The arcs of a quantized TopoJSON as arrays of longitude and latitude [deg]."""
    scale, translate = topology["transform"]["scale"], topology["transform"]["translate"]
    return [np.cumsum(arc, axis=0) * scale + translate for arc in topology["arcs"]]


def ring_of(indices: list[int], arcs: list[np.ndarray]) -> np.ndarray:
    """One closed ring, its arcs joined at their common points; ~i is arc i backwards."""
    parts = [arcs[i] if i >= 0 else arcs[~i][::-1] for i in indices]
    return np.concatenate([parts[0], *(part[1:] for part in parts[1:])])


def rings_of(topology: dict) -> list[np.ndarray]:
    """All rings of all polygons of the layer `land`."""
    arcs = arcs_in_degrees(topology)
    polygons = []
    for geometry in topology["objects"]["land"]["geometries"]:
        polygons += [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    joined = [ring_of(ring, arcs) for polygon in polygons for ring in polygon]
    return [piece for ring in joined for piece in cut_at_date_line(ring)]


def cut_at_date_line(ring: np.ndarray) -> list[np.ndarray]:
    """Parts of a ring on their side of the date line, each closed."""
    crossings = np.flatnonzero(np.abs(np.diff(ring[:, 0])) > 180)
    if not crossings.size:
        return [ring]
    ring = np.roll(ring[:-1], -(crossings[0] + 1), axis=0)
    parts, current = [], [crossing_point(ring[-1], ring[0])[1]]
    for before, after in zip(ring, [*ring[1:], ring[0]], strict=True):
        current.append(before)
        if abs(after[0] - before[0]) > 180:
            leaving, entering = crossing_point(before, after)
            parts.append(closed(np.array([*current, leaving])))
            current = [entering]
    return parts


def crossing_point(before: np.ndarray, after: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Where an edge meets the date line, as seen from both of its sides."""
    edge = np.copysign(180.0, before[0])
    beyond = after[0] + 2 * edge
    share = (edge - before[0]) / (beyond - before[0]) if beyond != before[0] else 0.0
    latitude = before[1] + share * (after[1] - before[1])
    return np.array([edge, latitude]), np.array([-edge, latitude])


def closed(part: np.ndarray) -> np.ndarray:
    """A part closed along the date line, or along the pole if its ends lie on different sides."""
    if part[0, 0] != part[-1, 0]:
        pole = np.copysign(90.0, part[0, 1])
        part = np.concatenate([part, [[part[-1, 0], pole], [part[0, 0], pole]]])
    return np.concatenate([part, part[:1]])


def main(source: pathlib.Path) -> None:
    """Write the arrays and, beside them, what they are."""
    rings = rings_of(json.loads(source.read_text(encoding="utf-8")))
    starts = np.cumsum([0, *(len(ring) for ring in rings)]).astype(np.int32)
    points = np.rint(np.concatenate(rings) * 100).astype(np.int16)
    np.savez_compressed(TARGET, points=points, starts=starts)
    digest = hashlib.sha256(TARGET.read_bytes()).hexdigest()
    header = HEADER.format(rings=len(rings), points=len(points), digest=digest)
    TARGET.with_suffix(".yaml").write_text(header, encoding="utf-8")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
