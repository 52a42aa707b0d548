"""Sets the page: one file, no network, no script needed to read it."""

import base64
import hashlib
import json
from typing import Any

import jinja2
from markupsafe import Markup

from boostglide.core import data_path
from boostglide.report.contents import Page
from boostglide.report.plain import plain

_FOLDER = "report"


def render(page: Page, linked_data: dict[str, Any]) -> str:
    """The page as HTML; every text from ledger or study is escaped.

    Parameters
    ----------
    page
        What stands on the page.
    linked_data
        ClaimReview entries, which search engines read from the page.
    """
    script = own_file("page.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return environment().get_template("page.html").render(
        page=page, style=Markup(own_file("page.css")), script=Markup(script), script_hash=f"sha256-{digest}",
        linked_data=Markup(_inert(linked_data)),
    )  # fmt: skip


def environment() -> jinja2.Environment:
    """Where templates of pages are found; every text is escaped, and a missing one is an error."""
    folder = data_path(f"{_FOLDER}/page.html").parent
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder), autoescape=True, undefined=jinja2.StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, finalize=_tied,
    )  # fmt: skip


def _tied(value: Any) -> Any:
    """Text without control characters, in which a number and its percent sign stay on one line."""
    return plain(value).replace(" %", "\u00a0%") if type(value) is str else value


def own_file(name: str) -> str:
    """A file of ours that goes into the page as it is."""
    return data_path(f"{_FOLDER}/{name}").read_text(encoding="utf-8").strip()


def _inert(document: dict[str, Any]) -> str:
    """JSON in which no text can end the element that holds it."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
