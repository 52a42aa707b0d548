"""The page of the verification cases shows the misses that the models have today, no more and no fewer."""

import re

import pytest
from verification.__main__ import PAGE, cases, is_long, main, run


def shown(name):
    """Quantities of a case on the page, and those marked as a miss."""
    section = re.search(rf"^## {name}\n(.*?)(?=^## |\Z)", PAGE.read_text(encoding="utf-8"), re.M | re.S)
    assert section, "The page lacks this case; run `python -m verification --write`."
    rows = [line.split("|")[1].strip() for line in section[1].splitlines() if line.startswith("| ")][1:]
    misses = [line.split("|")[1].strip() for line in section[1].splitlines() if "**miss**" in line]
    return rows, misses


LONG = [name for name in cases() if is_long(name)]


@pytest.mark.parametrize("name", [name for name in cases() if name not in LONG])
def test_the_page_is_true(name):
    description, rows = run(name)
    assert description, "A case says what it verifies and by which source."
    listed, misses = shown(name)
    assert listed == [row.quantity for row in rows]
    assert misses == [row.quantity for row in rows if not row.agrees]


@pytest.mark.parametrize("name", LONG)
def test_a_long_case_has_its_page(name):
    """Its numbers are made by `python -m verification`, which takes too long for a test."""
    listed, misses = shown(name)
    assert len(listed) > 5
    assert set(misses) < set(listed)


def test_an_unknown_case_is_refused(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["no_such_case"])
    assert stop.value.code == 2
    assert "no case is called no_such_case" in capsys.readouterr().err
