"""Panels of a body from a triangle mesh in an STL file."""

from __future__ import annotations

import io
import pathlib

import numpy as np

from boostglide.vehicle.panels import Panels
from boostglide.vehicle.table_checks import require_positive

LARGEST_FILE = 64 * 1024 * 1024
"""Largest file that is read [byte]: about 1.3 million triangles in the binary form."""


def panels_from_stl(path: str | pathlib.Path, metres_per_unit: float = 1.0) -> Panels:
    """Panels of a closed surface in an STL file.

    The file's axes are those of `Panels`: x from the nose to the tail, y to the right, z to the back. Each
    triangle becomes a panel; none counts as rounded, so that one method of inclination holds for all. The
    surface may be hollowed: no panel casts a shadow, and a body that is not convex gets too much pressure
    where one part shelters another.

    Parameters
    ----------
    path
        The file, binary or text, at most `LARGEST_FILE` long.
    metres_per_unit
        Length of one unit of the file [m].

    Returns
    -------
    Panels of the body, lengths in [m].

    Raises
    ------
    ValueError
        If the file is too large or no mesh, or the mesh is not closed, has normals that point inward or
        disagree, or has no area.
    FileNotFoundError
        If there is no such file.
    """
    require_positive(metres_per_unit=metres_per_unit)
    mesh = _read(pathlib.Path(path))
    _require_closed(mesh, pathlib.Path(path).name)
    area = np.asarray(mesh.area_faces) * metres_per_unit**2
    keep = area > 0
    return Panels(
        centre=np.asarray(mesh.triangles_center)[keep] * metres_per_unit,
        normal=_unit_normals(np.asarray(mesh.triangles)[keep]),
        area=area[keep],
        rounded=np.zeros(int(np.sum(keep)), bool),
    )


def _read(path: pathlib.Path):
    """The mesh of a file whose length has been checked."""
    import trimesh

    length = path.stat().st_size
    if length > LARGEST_FILE:
        raise ValueError(
            f"The mesh file {path.name} must be at most {LARGEST_FILE} byte long, but has {length}."
        )
    try:
        mesh = trimesh.load_mesh(io.BytesIO(path.read_bytes()), file_type="stl")
    except Exception as error:
        raise ValueError(
            f"The file {path.name} must be a mesh in STL form, but cannot be read: {error}."
        ) from error
    if not isinstance(mesh, trimesh.Trimesh) or len(mesh.faces) == 0:
        raise ValueError(f"The file {path.name} must hold a mesh in STL form, but holds no triangle.")
    return mesh


def _require_closed(mesh, name: str) -> None:
    """Refuse what is not the skin of a body."""
    if not np.all(np.isfinite(mesh.vertices)):
        raise ValueError(f"The mesh {name} must have finite corners, but has not.")
    if not mesh.area > 0:
        raise ValueError(
            f"The mesh {name} must have an area, but all its triangles are flat lines or points."
        )
    if not mesh.is_watertight:
        raise ValueError(
            f"The mesh {name} must be closed (each edge shared by two triangles), but has open edges: close "
            "it in the program that made it."
        )
    if not mesh.is_winding_consistent:
        raise ValueError(
            f"The mesh {name} must have all normals on one side, but neighbouring triangles disagree: make "
            "its normals consistent in the program that made it."
        )
    if not mesh.volume > 0:
        raise ValueError(
            f"The mesh {name} must have normals that point outward, but they point inward: flip them in the "
            "program that made it."
        )


def _unit_normals(triangles: np.ndarray) -> np.ndarray:
    """Normals from the order of the corners; those written in the file are not used."""
    cross = np.cross(triangles[:, 1] - triangles[:, 0], triangles[:, 2] - triangles[:, 0])
    return cross / np.linalg.norm(cross, axis=1, keepdims=True)
