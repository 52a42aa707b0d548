"""The documentation covers areas, commands and files; its links lead somewhere; its examples run."""

import re
import subprocess
import sys

import pytest

from boostglide.claims import load_ledger
from boostglide.scenario import load_scenario
from boostglide.study import known_quantities
from tests.architecture.source import ROOT, areas, listed

DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"])
TUTORIALS = sorted((DOCS / "tutorials").glob("*.md"))
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def anchors(page):
    """Anchors of the headings of a page, as common renderers make them."""
    heads = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def test_links_lead_somewhere():
    faults = []
    for page in PAGES:
        for link in LINK.findall(page.read_text(encoding="utf-8")):
            target, _, anchor = link.partition("#")
            if re.match(r"[a-z]+:", link):
                continue
            file = (page.parent / target) if target else page
            if not file.exists():
                faults.append(f"{page.relative_to(ROOT)}: {link}")
            elif anchor and anchor not in anchors(file):
                faults.append(f"{page.relative_to(ROOT)}: {link} has no such heading")
    assert not faults, listed(faults)


def test_every_page_can_be_reached_from_the_index():
    seen, waiting = set(), [DOCS / "index.md"]
    while waiting:
        page = waiting.pop().resolve()
        if page.suffix == ".md" and page.is_file() and page not in seen:
            seen.add(page)
            links = LINK.findall(page.read_text(encoding="utf-8"))
            waiting += [
                page.parent / link.partition("#")[0] for link in links if not re.match(r"[a-z]+:|#", link)
            ]
    missing = [str(page.relative_to(ROOT)) for page in DOCS.rglob("*.md") if page.resolve() not in seen]
    assert not missing, listed(missing)


def test_every_area_has_its_section():
    text = (DOCS / "explanation" / "architecture.md").read_text(encoding="utf-8")
    faults = [area for area in areas() if f"### {area}" not in text]
    assert not faults, "docs/explanation/architecture.md has no section for " + listed(faults)


def test_the_contributors_map_names_every_area():
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    faults = [area for area in areas() if not re.search(rf"^\| `{area}` \|", text, re.M)]
    assert not faults, listed(faults)


def test_the_command_reference_is_current():
    command = [sys.executable, str(ROOT / "tools" / "docs" / "cli_reference.py"), "--check"]
    result = subprocess.run(command, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr


def test_decisions_are_numbered_and_complete():
    pages = sorted((DOCS / "explanation" / "decisions").glob("[0-9]*.md"))
    assert [page.name[:4] for page in pages] == [f"{number:04}" for number in range(len(pages))]
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert all(f"## {part}" in text for part in ("Status", "Context", "Decision", "Consequences")), (
            page.name
        )


@pytest.mark.parametrize("page", TUTORIALS, ids=lambda page: page.stem)
def test_python_examples_of_tutorials_run(page, tmp_path):
    """All Python blocks of a page in one program, in an empty folder."""
    blocks = re.findall(r"^```python\n(.*?)^```", page.read_text(encoding="utf-8"), re.M | re.S)
    if not blocks:
        pytest.skip("The page has commands only.")
    result = subprocess.run(
        [sys.executable, "-c", "\n".join(blocks)], cwd=tmp_path, capture_output=True, text=True, timeout=900
    )
    assert result.returncode == 0, result.stderr
    shown = re.findall(r"^```text\n(.*?)^```", page.read_text(encoding="utf-8"), re.M | re.S)
    assert result.stdout == "".join(shown), "The page shows other output than its program prints."


def test_the_example_ledger_can_be_loaded(tmp_path):
    text = (DOCS / "how-to" / "assess-your-own-ledger.md").read_text(encoding="utf-8")
    path = tmp_path / "my-ledger.yaml"
    path.write_text(re.search(r"^```yaml\n(.*?)^```", text, re.M | re.S)[1], encoding="utf-8")
    assert len(load_ledger(path, known_quantities()).claims) == 1


def test_the_example_scenario_can_be_loaded(tmp_path):
    text = (DOCS / "reference" / "scenario-files.md").read_text(encoding="utf-8")
    path = tmp_path / "small-example.yaml"
    path.write_text(re.search(r"^```yaml\n(.*?)^```", text, re.M | re.S)[1], encoding="utf-8")
    assert load_scenario(path).name == "small-example"
