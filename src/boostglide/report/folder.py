"""What every folder of a page has in common: charts, page, documents, manifest."""

import json
import pathlib
from typing import Any

from boostglide.report.flight_page import FlightPage
from boostglide.report.manifest import NAME, manifest_of


def finish_folder(folder: pathlib.Path, page: FlightPage, text: str, facts: dict[str, Any]) -> None:
    """Write the charts, the page and the manifest of a folder that holds all other files.

    Parameters
    ----------
    folder
        Where they go.
    page
        What stands on the page.
    text
        The page as HTML.
    facts
        What the manifest says beside versions and checksums.
    """
    for picture in page.pictures:
        for file in picture.files:
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content)
    (folder / "index.html").write_text(text, encoding="utf-8")
    facts |= {"version": page.version, "commands": [page.command] if page.command else []}
    write_json(folder / NAME, manifest_of(folder, facts=facts))


def files_of(folder: pathlib.Path) -> list[pathlib.Path]:
    """All files of a folder, the page first."""
    files = sorted(path for path in pathlib.Path(folder).rglob("*") if path.is_file())
    return sorted(files, key=lambda path: path.name != "index.html")


def write_json(path: pathlib.Path, document: dict[str, Any]) -> None:
    """Write a document of finite numbers as JSON."""
    text = json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)
    path.write_text(text + "\n", encoding="utf-8")
