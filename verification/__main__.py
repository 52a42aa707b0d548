"""Print every case's published against computed values; `--write` makes the page of the documentation.

python -m verification [NAME ...] [--json] [--write]
"""

import argparse
import importlib
import json
import pathlib
import sys

from verification.row import Row

FOLDER = pathlib.Path(__file__).resolve().parent
PAGE = FOLDER.parent / "docs" / "reference" / "verification.md"
PREAMBLE = """# Verification

Published values beside the values that the library computes. The page is written by
`python -m verification --write`; do not edit it. A source of one word is a key of the bibliography. A
difference beyond the tolerance of its line is a miss and is marked. Misses stay in the table, because they
say where a model ends.
"""


def cases() -> list[str]:
    """Names of all cases, such as `planet_atmosphere`."""
    return sorted(path.stem.removeprefix("case_") for path in FOLDER.glob("case_*.py"))


def is_long(name: str) -> bool:
    """Whether a case flies for so long that tests do not run it."""
    return getattr(importlib.import_module(f"verification.case_{name}"), "LONG", False)


def run(name: str) -> tuple[str, list[Row]]:
    """The description of a case and its rows."""
    module = importlib.import_module(f"verification.case_{name}")
    return (module.__doc__ or "").strip(), module.compare()


def digits(value: float) -> str:
    """A value with six digits."""
    return f"{value:.6g}"


def misses(rows: list[Row]) -> int:
    """How many rows lie outside their tolerance."""
    return sum(not row.agrees for row in rows)


def as_text(name: str, rows: list[Row]) -> str:
    """A table for a terminal."""
    lines = [f"{name}: {len(rows)} values, {misses(rows)} outside their tolerance"]
    for row in rows:
        mark = " " if row.agrees else "*"
        values = f"{digits(row.published):>12} {digits(row.computed):>12} {row.unit:<8}"
        lines.append(f" {mark} {row.quantity[:52]:<52} {values} {row.difference:+9.2e} {row.source}")
    return "\n".join(lines)


def as_markdown(name: str, description: str, rows: list[Row]) -> str:
    """A section of the page."""
    titles = ("quantity", "published", "computed", "unit", "difference", "tolerance", "source")
    head = f"| {' | '.join(titles)} |\n|{'---|' * len(titles)}"
    lines = [
        f"| {row.quantity} | {digits(row.published)} | {digits(row.computed)} | {row.unit} | "
        f"{row.difference:+.1e}{'' if row.agrees else ' **miss**'} | {row.tolerance:g} | {row.source} |"
        for row in rows
    ]
    return "\n".join([f"\n## {name}\n\n{description}\n", head, *lines, ""])


def main(arguments: list[str]) -> int:
    """Run the cases; the exit status is 0 whatever they show, 2 for an unknown name."""
    parser = argparse.ArgumentParser(
        prog="python -m verification", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of {', '.join(cases())}; default all")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    parser.add_argument("--write", action="store_true", help="write docs/reference/verification.md")
    options = parser.parse_args(arguments)
    unknown = sorted(set(options.names) - set(cases()))
    if unknown:
        parser.error(f"no case is called {', '.join(unknown)}; there are {', '.join(cases())}")
    results = {name: run(name) for name in options.names or cases()}
    if options.json:
        print(
            json.dumps(
                {
                    name: [{**row._asdict(), "agrees": row.agrees} for row in rows]
                    for name, (_, rows) in results.items()
                },
                indent=1,
            )
        )
    else:
        print("\n\n".join(as_text(name, rows) for name, (_, rows) in results.items()))
    if options.write:
        PAGE.write_text(
            PREAMBLE + "".join(as_markdown(name, *each) for name, each in results.items()), encoding="utf-8"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
