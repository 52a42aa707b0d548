"""The bibliography: every model and table names its source by a key of `data/core/references/`."""

import functools

from boostglide.core.tables import data_path, load_yaml

FOLDER = "core/references"


@functools.cache
def bibliography() -> dict[str, str]:
    """All references by key; one file an area, and a key stands once.

    Raises
    ------
    ValueError
        If two files define the same key.
    """
    entries: dict[str, str] = {}
    for path in sorted(data_path(f"{FOLDER}/core.yaml").parent.glob("*.yaml")):
        for key, entry in load_yaml(f"{FOLDER}/{path.name}")["references"].items():
            if key in entries:
                raise ValueError(f"The bibliography defines `{key}` twice; the second time in {path.name}.")
            entries[key] = " ".join(filter(None, [entry["text"], entry.get("link")]))
    return entries


def reference(key: str) -> str:
    """The full reference behind a key.

    Parameters
    ----------
    key
        Key of the bibliography, for example ``"us76"``.

    Raises
    ------
    KeyError
        If the bibliography has no such key.
    """
    entries = bibliography()
    if key not in entries:
        raise KeyError(f"The bibliography has no key `{key}`; add it below data/{FOLDER}.")
    return entries[key]


def cite(*keys: str) -> list[str]:
    """Full references for keys, each once, in the order of their first use."""
    return [reference(key) for key in dict.fromkeys(keys)]
