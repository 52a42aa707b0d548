"""Links and file names from text that others wrote: only what is harmless passes."""

import re
from urllib.parse import urlsplit

_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,79}")


def safe_link(address: str | None) -> str | None:
    """The address if it is a plain web address, else None, so that no script hides behind a link."""
    if not address:
        return None
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    return address.strip() if parts.scheme in ("http", "https") and parts.netloc else None


def file_name(name: str) -> str:
    """The name itself if it can stand in a path: letters, digits, dot, dash, underscore, no leading dot.

    Raises
    ------
    ValueError
        If it holds anything else, for example a slash.
    """
    if not _NAME.fullmatch(name):
        raise ValueError(
            f"Argument `name` must hold only letters, digits, dots, dashes, underscores, but it is `{name}`."
        )
    return name
