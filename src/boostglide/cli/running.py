"""What all commands share: configuration, progress, and refusals instead of tracebacks."""

from __future__ import annotations

import contextlib
import io
import json
import math
import shlex
import sys
from collections.abc import Callable, Iterator
from typing import Any

import typer

BAD_INPUT, INTERRUPTED = 2, 130


@contextlib.contextmanager
def refusing() -> Iterator[Any]:
    """A console for a command; bad input ends it with one line a fault and exit code 2."""
    from rich.console import Console

    console = Console(stderr=True)
    try:
        yield console
    except (ValueError, OSError) as error:  # an InputError holds one line a fault
        say(console, str(error))
        raise typer.Exit(BAD_INPUT) from None
    except KeyboardInterrupt:
        say(console, "Interrupted; nothing was written.")
        raise typer.Exit(INTERRUPTED) from None


def configure_engine() -> None:
    """Set up the engine, before anything computes."""
    from boostglide.solve import configure

    configure()


@contextlib.contextmanager
def without_solver_messages() -> Iterator[None]:
    """Keep the output clean of what Cantera prints when it tries another of its solvers."""
    with contextlib.redirect_stdout(io.StringIO()):
        yield


def typed(*words: object) -> str:
    """The command line that repeats a run, ready for a shell."""
    return shlex.join(["boostglide", *map(str, words)])


def say(console: Any, text: str) -> None:
    """Print text as it is."""
    console.print(text, markup=False, highlight=False, soft_wrap=True)


@contextlib.contextmanager
def progress(console: Any, description: str) -> Iterator[Callable[..., None]]:
    """A progress bar; the function that it gives takes the share that is done [-], and what is under way."""
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"))
    with Progress(*columns, TimeElapsedColumn(), console=console, transient=True) as bar:
        work = bar.add_task(description, total=1.0)
        yield lambda share, words=description: bar.update(work, completed=share, description=words)


def print_json(content: Any) -> None:
    """Print data as JSON; numbers that are not finite become null."""
    sys.stdout.write(json.dumps(_finite(content), indent=2, ensure_ascii=False) + "\n")


def _finite(content: Any) -> Any:
    if isinstance(content, dict):
        return {key: _finite(value) for key, value in content.items()}
    if isinstance(content, (list, tuple)):
        return [_finite(value) for value in content]
    return None if isinstance(content, float) and not math.isfinite(content) else content
