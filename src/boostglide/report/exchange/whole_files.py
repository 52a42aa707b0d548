"""A file is written whole or not at all."""

import contextlib
import os
import pathlib
import tempfile
from collections.abc import Iterator


@contextlib.contextmanager
def whole_file(path: pathlib.Path) -> Iterator[pathlib.Path]:
    """A new file beside `path` that takes its place when all went well, and is removed when not."""
    path = pathlib.Path(path).absolute()
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    os.close(handle)
    work = pathlib.Path(name)
    try:
        yield work
        mask = os.umask(0)
        os.umask(mask)
        work.chmod(0o666 & ~mask)  # temporary files are private; the file is to be like any other
        work.replace(path)
    finally:
        work.unlink(missing_ok=True)


def write_text(path: pathlib.Path, text: str) -> pathlib.Path:
    """Write a text file in UTF-8 with line ends as they are, whole or not at all.

    Parameters
    ----------
    path
        File to write; an older one is replaced.
    text
        What it is to hold.
    """
    with whole_file(path) as work:
        work.write_bytes(text.encode())
    return pathlib.Path(path)
