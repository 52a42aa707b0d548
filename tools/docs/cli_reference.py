"""Write docs/reference/cli.md from the help of the command line; `--check` only compares.

python tools/docs/cli_reference.py [--check]
"""

import pathlib
import sys

from typer.main import get_command
from typer.testing import CliRunner

from boostglide.cli.main import app

PAGE = pathlib.Path(__file__).resolve().parents[2] / "docs" / "reference" / "cli.md"
PREAMBLE = """# Command line

The help of every command, as `--help` prints it. The page is written by `python tools/docs/cli_reference.py`.

In a checkout, `python3 run.py <command>` runs `boostglide <command>` in the project's own environment. The
exit status is 0 for success, 2 for input that was refused (one line a fault, on the error stream), 130 for an
interrupt, and 1 for anything else.
"""


def help_of(*words: str) -> str:
    """What `boostglide WORDS --help` prints on a terminal of 80 columns."""
    result = CliRunner().invoke(
        app,
        [*words, "--help"],
        prog_name="boostglide",
        env={"COLUMNS": "80", "TERM": "dumb", "NO_COLOR": "1"},
    )
    if result.exit_code != 0:
        raise SystemExit(f"`boostglide {' '.join(words)} --help` failed: {result.output}")
    return "\n".join(line.rstrip() for line in result.output.strip().splitlines())


def commands(command: object, words: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Words of every command below one, in alphabetical order."""
    found = []
    for name, child in sorted(getattr(command, "commands", {}).items()):
        found += [(*words, name), *commands(child, (*words, name))]
    return found


def page() -> str:
    """The text of the page."""
    sections = [((), "boostglide")] + [
        (words, f"boostglide {' '.join(words)}") for words in commands(get_command(app))
    ]
    return PREAMBLE + "".join(
        f"\n## {title}\n\n```text\n{help_of(*words)}\n```\n" for words, title in sections
    )


def main(arguments: list[str]) -> int:
    """Write or compare the page; the exit status is 1 if it is out of date."""
    text = page()
    if "--check" not in arguments:
        PAGE.write_text(text, encoding="utf-8")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == text:
        return 0
    print(f"{PAGE.name} is out of date; run `python tools/docs/cli_reference.py`.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
