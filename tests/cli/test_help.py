"""The command answers at once: nothing heavy is imported before it is needed."""

import subprocess
import sys

import pytest

import boostglide

HEAVY = ("jax", "numpy", "scipy", "matplotlib", "xarray", "pint", "cantera", "jinja2")
CHECK = f"""
import sys
from boostglide.cli.main import app
try:
    app({{arguments}})
except SystemExit as end:
    code = end.code
loaded = [name for name in {HEAVY!r} if name in sys.modules]
print("LOADED", loaded, "CODE", code)
"""


def answer(*arguments):
    program = CHECK.format(arguments=list(arguments))
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "LOADED [] CODE 0" in done.stdout, done.stdout + done.stderr
    return done.stdout


def test_help_imports_nothing_heavy():
    assert "assess" in answer("--help")


def test_help_of_assess_names_every_option():
    text = answer("assess", "--help")
    for option in ("--out", "--samples", "--seed", "--only", "--json", "LEDGER"):
        assert option.lower() in text.lower()


def test_version():
    assert answer("--version").startswith(f"boostglide {boostglide.__version__}")


@pytest.mark.parametrize("arguments", [["asess"], ["assess", "--sampels", "40"]])
def test_unknown_words_end_with_status_2(arguments):
    program = f"from boostglide.cli.main import main; import sys; sys.argv[1:] = {arguments!r}; main()"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (
        done.returncode == 2
        and "Traceback" not in done.stderr
        and arguments[-1 if len(arguments) == 1 else 1] in done.stderr
    )
