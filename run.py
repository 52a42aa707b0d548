#!/usr/bin/env python3
"""Set up boostglide and run it, with nothing but Python's own library.

    python3 run.py assess [options]     assess the bundled ledger, write out/index.html
    python3 run.py test [options]       run the tests
    python3 run.py bench [NAME ...]     run the benchmarks
    python3 run.py <command> [options]  any other `boostglide` command

The first call makes `.venv` beside this file and installs the exact packages of `lock.txt`, each checked
by its hash. A later call starts at once; the environment is made anew only when `pyproject.toml`,
`lock.txt`, this folder's place or Python changes.
"""

import hashlib
import os
import pathlib
import shutil
import subprocess
import sys

MINIMUM = (3, 11)
ROOT = pathlib.Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / ".complete"
PINNED = ("pyproject.toml", "lock.txt")


class SetUpError(Exception):
    """The environment could not be made; the text says what to do."""


def call(*command, **options):
    """Run a command in the project folder; raise if it fails."""
    subprocess.run([str(part) for part in command], check=True, cwd=ROOT, **options)


def fingerprint():
    """What the environment depends on, as one hash."""
    digest = hashlib.sha256("\n".join([sys.version, sys.executable, str(ROOT)]).encode())
    for name in PINNED:
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def succeeds(*command):
    """Whether a command ends well; its words are kept back."""
    result = subprocess.run([str(part) for part in command], cwd=ROOT, capture_output=True)
    return result.returncode == 0


def make_environment():
    """Make an empty `.venv` that has pip, by the first way that works here."""
    shutil.rmtree(VENV, ignore_errors=True)
    if succeeds(sys.executable, "-m", "venv", VENV) and succeeds(PYTHON, "-m", "pip", "--version"):
        return
    shutil.rmtree(VENV, ignore_errors=True)  # Debian without python3-venv has no ensurepip
    extra = ROOT / ".bootstrap"
    if succeeds(sys.executable, "-m", "pip", "install", "--quiet", "--target", extra, "virtualenv"):
        call(
            sys.executable, "-m", "virtualenv", "--quiet", VENV, env={**os.environ, "PYTHONPATH": str(extra)}
        )
        return
    if shutil.which("uv"):
        call("uv", "venv", "--seed", "--python", sys.executable, VENV)
        return
    raise SetUpError(
        "This Python has neither ensurepip nor pip. Install one of them (Debian, Ubuntu: "
        "`apt-get install python3-venv`) and run the same command again."
    )


def set_up():
    """Bring `.venv` in line with the project files; nothing to do is the usual case."""
    wanted = fingerprint()
    if STAMP.exists() and STAMP.read_text() == wanted:
        return
    print("Setting up .venv: one to two minutes the first time.", file=sys.stderr, flush=True)
    make_environment()
    install = (PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    call(*install, "--require-hashes", "-r", "lock.txt")
    call(*install, "--no-deps", "--no-build-isolation", "--editable", ".")  # the build backend is in the lock
    STAMP.write_text(wanted)


def command_for(arguments):
    """The command line that the words after `run.py` stand for."""
    word, *rest = arguments
    if word == "test":
        return [PYTHON, "-m", "pytest", *rest]
    if word == "bench":
        return [PYTHON, ROOT / "benchmarks", *rest]
    return [BIN / "boostglide", word, *rest]


def main(arguments):
    """Set up, then run; the exit status is the command's own."""
    if sys.version_info < MINIMUM:
        print("Python {}.{} or newer is needed.".format(*MINIMUM), file=sys.stderr)
        return 2
    if not arguments or arguments[0] in ("-h", "--help"):
        print(__doc__)
        return 0
    try:
        set_up()
    except subprocess.CalledProcessError as error:
        print(f"Set-up failed at: {' '.join(error.cmd)}", file=sys.stderr)
        return 1
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 1
    here = ROOT if arguments[0] == "test" else None  # every other word runs where the caller stands
    try:
        return subprocess.run([str(part) for part in command_for(arguments)], cwd=here).returncode
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
