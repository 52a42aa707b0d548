"""Imports point down, and areas meet only at their packages."""

import ast
import os
import pathlib
import shutil
import subprocess
import sys

from tests.architecture.source import PACKAGE, ROOT, area_of, areas, listed, modules, tree_of

LINTER = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def lint(folder: pathlib.Path, source: pathlib.Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts of the `pyproject.toml` in a folder against the package below `source`."""
    command = [sys.executable, "-c", LINTER, "--config", str(folder / "pyproject.toml"), "--no-cache"]
    environment = {**os.environ, "PYTHONPATH": str(source), "PYTHONUTF8": "1"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)


def copy_of_project(folder: pathlib.Path) -> pathlib.Path:
    """The package without its data and the contracts, in a folder of its own."""
    shutil.copytree(
        PACKAGE, folder / "src" / "boostglide", ignore=shutil.ignore_patterns("data", "__pycache__")
    )
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder / "src" / "boostglide"


def test_contracts_hold():
    result = lint(ROOT, ROOT / "src")
    assert result.returncode == 0, result.stdout + result.stderr
    assert "2 kept, 0 broken" in result.stdout


def test_an_upward_import_breaks_the_contract(tmp_path):
    package = copy_of_project(tmp_path)
    with (package / "heating" / "wall.py").open("a") as file:
        file.write("\nfrom boostglide import study\n")
    result = lint(tmp_path, tmp_path / "src")
    assert result.returncode == 1
    assert "Imports point down BROKEN" in result.stdout
    assert "boostglide.heating.wall -> boostglide.study" in result.stdout


def test_units_in_the_physics_break_the_contract(tmp_path):
    package = copy_of_project(tmp_path)
    with (package / "gas" / "shock.py").open("a") as file:
        file.write("\nimport pint\n")
    result = lint(tmp_path, tmp_path / "src")
    assert result.returncode == 1
    assert "boostglide.gas.shock -> pint" in result.stdout


def test_an_undeclared_area_breaks_the_contract(tmp_path):
    package = copy_of_project(tmp_path)
    (package / "astrology").mkdir()
    (package / "astrology" / "__init__.py").write_text('"""Not an area."""\n')
    result = lint(tmp_path, tmp_path / "src")
    assert result.returncode == 1
    assert "astrology" in result.stdout


def test_areas_import_each_other_through_their_package_only():
    faults = []
    for path in modules():
        for node in ast.walk(tree_of(path)):
            for name in _imported_modules(node):
                parts = name.split(".")
                if parts[0] == "boostglide" and len(parts) > 2 and parts[1] != area_of(path):
                    faults.append(f"{path.relative_to(ROOT)}:{node.lineno}: imports {name}")
            if isinstance(node, ast.ImportFrom) and node.level:
                faults.append(f"{path.relative_to(ROOT)}:{node.lineno}: relative import")
    assert not faults, listed(faults)


def _imported_modules(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module] if isinstance(node, ast.ImportFrom) and node.module else []


def test_names_with_an_underscore_stay_in_their_file():
    faults = [
        f"{path.relative_to(ROOT)}:{node.lineno}: imports {alias.name}"
        for path in modules()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("boostglide")
        for alias in node.names
        if alias.name.startswith("_") and alias.name != "__version__"
    ]
    assert not faults, listed(faults)


def test_packages_hold_a_docstring_and_the_public_list_only():
    faults = []
    for area in areas():
        path = PACKAGE / area / "__init__.py"
        first, *rest = tree_of(path).body
        if not (isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)):
            faults.append(f"{area}: no docstring")
        faults += [
            f"{area}:{node.lineno}: {ast.unparse(node)[:80]}" for node in rest if not _exports(node, area)
        ]
    assert not faults, listed(faults)


def _exports(node: ast.stmt, area: str) -> bool:
    """Whether a statement is `from boostglide.<area>.<file> import Name as Name`."""
    return (
        isinstance(node, ast.ImportFrom)
        and node.level == 0
        and (node.module or "").startswith(f"boostglide.{area}.")
        and all(alias.asname == alias.name for alias in node.names)
    )
