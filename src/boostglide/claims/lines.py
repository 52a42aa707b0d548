"""Lines of a YAML file by path, for faults that are found after the file was read."""

import functools
import os
import pathlib
from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

Place = tuple[str | int, ...]


@dataclass(frozen=True)
class Lines:
    """A file that was read without fault; the tree of its nodes is built when a line is asked for.

    Parameters
    ----------
    file
        The file as the caller named it.
    text
        Its text.
    """

    file: str
    text: str

    @functools.cached_property
    def root(self) -> Node:
        """The root of the tree of nodes."""
        return YAML().compose(self.text)

    def line(self, place: Place) -> int:
        """Line of a path, counted from 1, or of the nearest thing around it that stands in the file."""
        node, line = self.root, self.root.start_mark.line
        for part in place:
            found = _child(node, part)
            if found is None:
                break
            node, line = found
        return line + 1


def lines_of(path: str | os.PathLike[str]) -> Lines:
    """The lines of a YAML file that was already validated."""
    return Lines(os.fspath(path), pathlib.Path(path).read_text(encoding="utf-8-sig"))


def _child(node: Node, part: str | int) -> tuple[Node, int] | None:
    """A child node and the line of its key or entry."""
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if key.value == part:
                return value, key.start_mark.line
    if isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part].start_mark.line
    return None
