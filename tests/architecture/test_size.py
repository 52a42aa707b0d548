"""Files and functions stay small enough to be read at a sitting."""

import ast
import statistics

from tests.architecture.source import ROOT, listed, modules, python_files, tree_of

LONGEST_FILE, LONGEST_FUNCTION, MEDIAN_FILE = 400, 60, 200


def test_files():
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in python_files()}
    faults = [
        f"{path.relative_to(ROOT)}: {count} lines" for path, count in lengths.items() if count > LONGEST_FILE
    ]
    assert not faults, f"Files may have {LONGEST_FILE} lines; " + listed(faults)


def test_functions():
    faults = []
    for path in python_files():
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                count = node.end_lineno - node.lineno + 1
                if count > LONGEST_FUNCTION:
                    faults.append(f"{path.relative_to(ROOT)}:{node.lineno}: {node.name} has {count} lines")
    assert not faults, f"Functions may have {LONGEST_FUNCTION} lines; " + listed(faults)


def test_median_file():
    lengths = sorted(
        len(path.read_text(encoding="utf-8").splitlines()) for path in modules() if path.name != "__init__.py"
    )
    median = statistics.median(lengths)
    assert median < MEDIAN_FILE, (
        f"The median of {len(lengths)} files is {median} lines, the longest {lengths[-1]}."
    )
