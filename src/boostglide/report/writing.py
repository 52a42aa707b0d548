"""A report is written whole or not at all."""

import contextlib
import gc
import json
import pathlib
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from boostglide.claims import Assessment, Ledger
from boostglide.report.contents import Page, page_of
from boostglide.report.evidence_files import write_datasets
from boostglide.report.links import file_name
from boostglide.report.manifest import NAME, is_report, manifest_of, sha256
from boostglide.report.page import render
from boostglide.report.publish import claim_review
from boostglide.study import StudyResult


def write_report(
    assessment: Assessment, studies: Mapping[str, StudyResult], ledger: Ledger, out: pathlib.Path,
    progress: Callable[[str], None] | None = None, *, command: str = "", claim_command: str = "",
    address: str = "",
) -> pathlib.Path:  # fmt: skip
    """Write page, charts, data and verdicts of an assessment into a folder.

    Everything is written into a folder beside it, which then takes its place; an error or an interrupt
    on the way leaves what was there before.

    Parameters
    ----------
    assessment, studies, ledger
        Verdicts, the results that they rest on by key, and the ledger.
    out
        Folder of the report; it is made, or an older report in it is replaced.
    progress
        Called with a few words before each step.
    command, claim_command
        What to type to get the report, and one claim of it (`{id}` stands for its ID).
    address
        Web address under which the page will stand, for ClaimReview.

    Returns
    -------
    Path
        The page `index.html`.

    Raises
    ------
    ValueError
        If `out` holds something that is not a report, or an ID cannot be a file name.
    """
    tell = progress or (lambda words: None)
    check_target(out)
    for name in [*studies, *(claim.id for claim in assessment.claims)]:
        file_name(name)
    digest = ledger_hash(ledger)
    with few_collections():
        page = page_of(
            assessment, studies, ledger, command=command, claim_command=claim_command or command,
            ledger_hash=digest[:12], progress=lambda claim: tell(f"Drawing {claim}"),
        )  # fmt: skip
    facts = {
        "ledger": ledger.name, "ledger_sha256": digest, "version": assessment.version,
        "seed": assessment.seed, "samples": assessment.samples,
        "commands": [command] if command else [],
    }  # fmt: skip
    with swapped_in(out) as folder:
        tell("Writing files")
        _write_page(folder, page, claim_review(assessment, ledger, address), assessment)
        for key, result in studies.items():
            write_datasets(folder / "evidence", key, result)
        _write_json(folder / NAME, manifest_of(folder, facts=facts))
    return out / "index.html"


@contextlib.contextmanager
def few_collections() -> Iterator[None]:
    """Keep the garbage collector off what was there before, which drawing would make it search often."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def ledger_hash(ledger: Ledger) -> str:
    """Checksum of the ledger's content, whatever the file that it came from looks like."""
    return sha256(ledger.model_dump_json(by_alias=True).encode())


def check_target(out: pathlib.Path) -> None:
    """Refuse a target that would cost somebody their files.

    Parameters
    ----------
    out
        Folder that a report is to take.

    Raises
    ------
    ValueError
        If it is a file, or a folder with content that no report wrote.
    """
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise ValueError(f"Argument `out` must be a folder, but `{out}` is something else.")
    if out.is_dir() and any(out.iterdir()) and not is_report(out):
        raise ValueError(
            f"Argument `out` must be a new or empty folder or an older report, but `{out}` holds other "
            "files. Name another folder, or empty this one."
        )


@contextlib.contextmanager
def swapped_in(out: pathlib.Path) -> Iterator[pathlib.Path]:
    """A new folder beside `out` that takes its place when all went well, and is removed when not."""
    out = out.absolute()
    out.parent.mkdir(parents=True, exist_ok=True)
    work = pathlib.Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        fresh, old = work / "new", work / "old"
        fresh.mkdir()
        yield fresh
        check_target(out)
        if out.exists():
            out.rename(old)
        try:
            fresh.rename(out)
        except BaseException:
            if old.exists() and not out.exists():
                old.rename(out)
            raise
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _write_page(folder: pathlib.Path, page: Page, reviews: dict[str, Any], assessment: Assessment) -> None:
    (folder / "figures").mkdir()
    (folder / "evidence").mkdir()
    for file in page.files:
        (folder / file.path).write_bytes(file.content)
    (folder / "index.html").write_text(render(page, reviews), encoding="utf-8")
    _write_json(folder / "claimreview.jsonld", reviews)
    _write_json(folder / "verdicts.json", assessment.to_json_dict())


def _write_json(path: pathlib.Path, document: dict[str, Any]) -> None:
    path.write_text(
        json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n", encoding="utf-8"
    )
