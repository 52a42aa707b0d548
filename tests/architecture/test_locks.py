"""The lock files hold what the project file asks for, with hashes, and agree with each other."""

import re
import tomllib

from tests.architecture.source import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def pins(name: str) -> dict[str, str]:
    """Version by package of a lock file; every package must have a hash."""
    found = {}
    for block in re.split(r"\n(?=\S)", (ROOT / name).read_text(encoding="utf-8")):
        line = re.match(r"([a-z0-9._-]+)==([^\s;\\]+)", block)
        if line:
            assert "--hash=sha256:" in block, f"{line[1]} has no hash in {name}."
            found[line[1]] = line[2]
    return found


def wanted(*requirements: str) -> set[str]:
    """Names of packages, as lock files spell them."""
    return {re.sub(r"[._]", "-", re.match(r"[\w.-]+", each)[0].lower()) for each in requirements}


def test_the_lock_holds_dependencies_and_tests():
    missing = wanted(*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["test"]) - set(
        pins("lock.txt")
    )
    assert not missing


def test_the_developers_lock_adds_tools_and_moves_nothing():
    user, developer = pins("lock.txt"), pins("lock-dev.txt")
    assert wanted(*PROJECT["optional-dependencies"]["dev"]) <= set(developer)
    assert {name: developer.get(name) for name in user} == user
