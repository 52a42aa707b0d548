"""The project speaks of itself alone: no path, host or folder of a developer's machine in any file."""

import re

from tests.architecture.source import ROOT, listed, repository_files

TEXT = {".py", ".md", ".yaml", ".yml", ".toml", ".txt", ".cff", ".css", ".html", ".js", ".sh", ""}
MACHINE = re.compile(
    r"(?<![\w./~-])/(?:home|root|Users|tmp|work|mnt)/\w"  # absolute paths
    r"|(?<![=.\d])(?:\d{1,3}\.){3}\d{1,3}\b(?!\.)"  # addresses of hosts
    r"|--(?:extra-)?index[-]url|--find[-]links|--trusted[-]host"  # private package indices
    r"|https?://[\w.-]+\.(?:internal|local|lan|corp)\b"
    r"|[s]hared/|[d]ossier"
)


def test_no_machine_is_mentioned():
    faults = [
        f"{path.relative_to(ROOT)}:{number}: {found[0]}"
        for path in repository_files()
        if path.suffix in TEXT and path.name != "LICENSE"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if (found := MACHINE.search(line))
    ]
    assert not faults, listed(faults)


def test_a_mention_would_be_found():
    mentions = ("see /" + "home/ann/x", "pip --index" + "-url x", "http://mirror.inter" + "nal/simple")
    assert all(map(MACHINE.search, mentions))
