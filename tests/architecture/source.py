"""What the architecture tests look at: files of the repository, areas, public names and their docstrings."""

import ast
import dataclasses
import functools
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "boostglide"
UNIT = re.compile(r"\[([^\]\[]*)\]")
ANY_UNIT = re.compile(r"\bany (one )?unit\b|\bunits? of\b|in `unit`|\btwo units\b|[Aa]s for `|^Whether ")
"""Texts in place of a unit: any will do, it is that of something else, or there is none."""

NOT_NUMERIC = re.compile(r"\b(Callable|Bool|Flag|bool|Int)\b")
# Integers are counts and codes: they need no unit.
NUMERIC = re.compile(r"\b(Scalar|Time|Vector3|Float|ArrayLike|float|ndarray|Values|Column)\b")


def repository_files() -> list[pathlib.Path]:
    """Files of the repository, those not yet committed included, without what git ignores."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return sorted(path for name in listed.split("\0") if name and (path := ROOT / name).is_file())


def python_files() -> list[pathlib.Path]:
    """Python files of the repository."""
    return [path for path in repository_files() if path.suffix == ".py"]


def modules() -> list[pathlib.Path]:
    """Python files of the package."""
    return [path for path in python_files() if path.is_relative_to(PACKAGE)]


def areas() -> list[str]:
    """Names of the areas."""
    return sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py"))


def area_of(path: pathlib.Path) -> str | None:
    """The area that a module belongs to; None for the package's own `__init__`."""
    parts = path.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else None


@functools.cache
def tree_of(path: pathlib.Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


@dataclasses.dataclass(frozen=True)
class Public:
    """A function, method or class that an area exports.

    `name` is the dotted name below the package, `parameters` are names with the text of their types, `kind`
    is "function", "method" or "class".
    """

    name: str
    kind: str
    docstring: str
    parameters: dict[str, str]
    returns: str = ""
    bases: tuple[str, ...] = ()

    def is_numeric(self, parameter: str) -> bool:
        """Whether a parameter holds numbers with a unit."""
        kind = self.parameters[parameter]
        return bool(NUMERIC.search(kind)) and not NOT_NUMERIC.search(kind)

    @functools.cached_property
    def described(self) -> dict[str, tuple[str, ...]]:
        """Units of each name in the section `Parameters`, () where none is given."""
        return described_parameters(self.docstring)


def described_parameters(docstring: str) -> dict[str, tuple[str, ...]]:
    """Units by parameter name; several units for several names of one entry go by place, else to each."""
    section = re.search(r"^Parameters\n-+\n(.*?)(?=^\S[^\n]*\n-{3,}|\Z)", docstring, re.M | re.S)
    found: dict[str, tuple[str, ...]] = {}
    names: list[str] = []
    texts: dict[tuple[str, ...], list[str]] = {}
    for line in section[1].splitlines() if section else []:
        if line and not line.startswith(" "):
            names = [name.strip(" `*") for name in line.split(":")[0].split(",")]
            texts[tuple(names)] = []
        elif names:
            texts[tuple(names)].append(line)
    for entry, lines in texts.items():
        text = " ".join(map(str.strip, lines))
        units = tuple(UNIT.findall(text)) or (("any",) if ANY_UNIT.search(text) else ())
        by_place = len(units) == len(entry) > 1
        for place, name in enumerate(entry):
            found[name] = (units[place],) if by_place else units
    return found


@functools.cache
def public_api() -> tuple[Public, ...]:
    """Everything that areas export, methods of exported classes included."""
    return tuple(entry for area in areas() for entry in _exports(area))


def _exports(area: str) -> list[Public]:
    entries = []
    for node in tree_of(PACKAGE / area / "__init__.py").body:
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(f"boostglide.{area}"):
            path = ROOT / "src" / pathlib.Path(*node.module.split(".")).with_suffix(".py")
            wanted = {alias.name for alias in node.names}
            for item in tree_of(path).body:
                if isinstance(item, ast.FunctionDef | ast.ClassDef) and item.name in wanted:
                    entries += _describe(item, f"{area}.{item.name}")
    return entries


def _describe(item: ast.FunctionDef | ast.ClassDef, name: str) -> list[Public]:
    if isinstance(item, ast.FunctionDef):
        return [_function(item, name, "function")]
    bases = tuple(ast.unparse(base).split(".")[-1] for base in item.bases)
    entry = Public(name, "class", ast.get_docstring(item) or "", _fields(item), bases=bases)
    methods = [each for each in item.body if isinstance(each, ast.FunctionDef)]
    is_open = [each for each in methods if not each.name.startswith("_") or each.name == "__call__"]
    return [entry, *(_function(each, f"{name}.{each.name}", "method") for each in is_open)]


def _function(item: ast.FunctionDef, name: str, kind: str) -> Public:
    every = [*item.args.posonlyargs, *item.args.args, *item.args.kwonlyargs]
    own = [each for each in every if each.arg not in ("self", "cls", "_")]
    types = {each.arg: ast.unparse(each.annotation) if each.annotation else "" for each in own}
    returns = ast.unparse(item.returns) if item.returns else ""
    return Public(name, kind, ast.get_docstring(item) or "", types, returns)


def _fields(item: ast.ClassDef) -> dict[str, str]:
    """Fields of a class by name; class variables are none."""
    found = {}
    for node in item.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            kind = ast.unparse(node.annotation)
            if "ClassVar" not in kind and not node.target.id.startswith("_"):
                found[node.target.id] = kind
    return found


def states_unit(text: str) -> bool:
    """Whether a text names a unit in brackets, or says that any will do."""
    return bool(UNIT.search(text) or ANY_UNIT.search(text))


def listed(faults: list[str]) -> str:
    """Faults as the text of a failed test."""
    return f"{len(faults)} faults:\n" + "\n".join(faults)
