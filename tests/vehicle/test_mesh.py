"""Meshes from files: the forces of their bodies, and sentences about those that are no skin of a body."""

import numpy as np
import pytest

trimesh = pytest.importorskip("trimesh")

import jax  # noqa: E402
import jax.numpy as jnp  # noqa: E402

from boostglide.vehicle import SphereCone, SurfaceSettings, force_coefficients, mesh, panels_from_stl  # noqa: E402

FORCES = jax.jit(force_coefficients)
CONE = SphereCone(0.2, np.radians(20), 0.5)


def sphere_cone_mesh(strips, sectors):
    """Triangles of a sphere-cone whose corners lie on the surface."""
    outline = np.concatenate(
        [part.points if not k else part.points[1:] for k, part in enumerate(CONE.outline(strips))]
    )
    turn = np.arange(sectors) * 2 * np.pi / sectors
    rings = [[[x, r * np.cos(t), r * np.sin(t)] for t in turn] for x, r in outline[1:-1]]
    corners = np.concatenate([np.reshape(rings, (-1, 3)), [[outline[0, 0], 0, 0], [outline[-1, 0], 0, 0]]])
    faces, nose, tail = [], len(corners) - 2, len(corners) - 1
    for j in range(sectors):
        k = (j + 1) % sectors
        faces.append([nose, k, j])
        for i in range(len(rings) - 1):
            a, b, c, d = i * sectors + j, i * sectors + k, (i + 1) * sectors + j, (i + 1) * sectors + k
            faces += [[a, b, d], [a, d, c]]
        last = (len(rings) - 1) * sectors
        faces.append([tail, last + j, last + k])
    return trimesh.Trimesh(corners, faces, process=False)


def write(body, folder, name="body.stl", file_type="stl"):
    path = folder / name
    body.export(path, file_type=file_type)
    return path


def drag_at(panels, angle=0.1):
    one = jnp.asarray(1.0)
    settings = SurfaceSettings()
    area = jnp.asarray(CONE.reference_area)
    lift, drag = FORCES(panels, jnp.asarray(10.0), jnp.asarray(angle), None, area, one, settings)
    return np.array([float(lift[0]), float(drag[0])])


def test_forces_of_a_mesh_converge_to_those_of_the_shape_with_second_order(tmp_path):
    exact = drag_at(CONE.panels(400, 96))
    errors = []
    for n in (6, 12, 24):
        panels = panels_from_stl(write(sphere_cone_mesh(n, 4 * n), tmp_path))
        assert panels.opening < 1e-6
        errors.append(np.abs(drag_at(panels) - exact))
    orders = np.log2(np.array(errors[:-1]) / np.array(errors[1:]))
    assert np.all(errors[-1] < 0.01 * np.abs(exact))
    assert np.all(np.abs(orders - 2) < 0.3)


def test_text_files_and_other_units_are_read(tmp_path):
    body = sphere_cone_mesh(6, 12)
    metres = panels_from_stl(write(body, tmp_path))
    text = panels_from_stl(write(body, tmp_path, "text.stl", "stl_ascii"), metres_per_unit=0.001)
    assert np.sum(text.area) == pytest.approx(1e-6 * np.sum(metres.area), rel=1e-5)
    assert np.max(text.centre) == pytest.approx(1e-3 * np.max(metres.centre), rel=1e-5)


def test_an_open_mesh_is_refused(tmp_path):
    body = sphere_cone_mesh(6, 12)
    body.update_faces(np.arange(len(body.faces)) > 3)
    with pytest.raises(ValueError, match=r"must be closed .* has open edges"):
        panels_from_stl(write(body, tmp_path))


def test_an_inverted_mesh_is_refused(tmp_path):
    body = sphere_cone_mesh(6, 12)
    body.invert()
    with pytest.raises(ValueError, match="they point inward"):
        panels_from_stl(write(body, tmp_path))


def test_a_mesh_of_mixed_normals_is_refused(tmp_path):
    body = sphere_cone_mesh(6, 12)
    faces = body.faces.copy()
    faces[:20] = faces[:20, ::-1]
    with pytest.raises(ValueError, match="neighbouring triangles disagree"):
        panels_from_stl(write(trimesh.Trimesh(body.vertices, faces, process=False), tmp_path))


def test_a_mesh_without_area_is_refused(tmp_path):
    line = trimesh.Trimesh([[0, 0, 0], [1, 0, 0], [2, 0, 0]], [[0, 1, 2]], process=False)
    with pytest.raises(ValueError, match=r"must have an area|holds no triangle"):
        panels_from_stl(write(line, tmp_path))


@pytest.mark.parametrize(
    "content", [b"", b"not a mesh", b"solid x\nendsolid x\n", b"\0" * 84, bytes(range(256)) * 3]
)
def test_other_files_are_refused(tmp_path, content):
    path = tmp_path / "other.stl"
    path.write_bytes(content)
    with pytest.raises(ValueError, match=r"other\.stl"):
        panels_from_stl(path)


def test_large_files_are_refused_before_they_are_read(tmp_path, monkeypatch):
    monkeypatch.setattr(mesh, "LARGEST_FILE", 100)
    with pytest.raises(ValueError, match="at most 100 byte"):
        panels_from_stl(write(sphere_cone_mesh(6, 12), tmp_path))


def test_a_scale_must_be_positive(tmp_path):
    with pytest.raises(ValueError, match="`metres_per_unit` must be positive"):
        panels_from_stl(tmp_path / "absent.stl", 0.0)
