"""YAML text to plain data and the line of every key, within bounds of size, depth and number.

The parser's events are turned into data here rather than by a YAML constructor: no tag can make an object,
no alias can grow without limit, and numbers follow the core schema of YAML 1.2.
"""

from __future__ import annotations

import dataclasses
import os
import pathlib
import re
import stat
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml import events as yaml_events
from ruamel.yaml.error import MarkedYAMLError

from boostglide.scenario.fault import Fault, InputError, one_line, shown

DEEPEST = 32
MOST_NODES = 200_000

_NULL = re.compile(r"|~|null|Null|NULL")
_TRUE = re.compile(r"true|True|TRUE")
_FALSE = re.compile(r"false|False|FALSE")
_INTEGER = re.compile(r"[-+]?[0-9]{1,300}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"([-+]?)\.(inf|Inf|INF)|\.(nan|NaN|NAN)")

Place = tuple[str | int, ...]


@dataclasses.dataclass(frozen=True)
class Document:
    """The content of one file.

    Parameters
    ----------
    file
        The file as the caller named it.
    data
        Plain mappings, lists and scalars.
    lines
        Line of every key and list entry, by its path.
    """

    file: str
    data: Any
    lines: dict[Place, int]

    def line(self, place: Place) -> int:
        """Line of a path, or of the nearest thing around it that stands in the file."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


@dataclasses.dataclass
class _Node:
    """A parsed node: a scalar, or the children of a mapping or list, each with the line of its key."""

    line: int
    kind: str
    value: Any = None
    children: list[tuple[str | int, int, _Node]] = dataclasses.field(default_factory=list)
    names: dict[str, int] = dataclasses.field(default_factory=dict)
    key: tuple[str, int] | None = None
    closed: bool = False


def read_document(path: str | os.PathLike[str], max_bytes: int = 1_000_000) -> Document:
    """Read one YAML file into plain data with line numbers.

    Parameters
    ----------
    path
        A regular file, UTF-8.
    max_bytes
        Largest size that is read [bytes].

    Raises
    ------
    InputError
        If there is no such file, or it is not plain YAML within the bounds.
    """
    file = one_line(os.fspath(path))
    return parse_document(_text(file, path, max_bytes), file)


def parse_document(text: str, file: str = "text") -> Document:
    """Parse YAML text; `read_document` without the file.

    Raises
    ------
    InputError
        If the text is not one plain YAML document within the bounds.
    """
    root, faults = _Builder(file).build(text)
    if root is None or (root.kind == "scalar" and root.value is None):
        raise InputError(
            faults or [_fault(file, 1, "a document", "an empty file", "write its fields as `name: value`")]
        )
    lines: dict[Place, int] = {(): root.line}
    data = _flatten(root, (), lines, file)
    if faults:
        raise InputError(faults)
    return Document(file, data, lines)


def _fault(file: str, line: int, expected: str, found: str, advice: str, field: str = "file") -> Fault:
    return Fault(file, line, field, expected, found, advice)


def _text(file: str, path: str | os.PathLike[str], max_bytes: int) -> str:
    """The text of a regular UTF-8 file of bounded size."""
    raw = _bytes(file, path, max_bytes)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        found = f"the byte 0x{raw[error.start]:02x}"
        raise InputError([_fault(file, line, "UTF-8 text", found, "save the file as UTF-8")]) from None


def _bytes(file: str, path: str | os.PathLike[str], max_bytes: int) -> bytes:
    def refuse(found: str, advice: str) -> InputError:
        return InputError([_fault(file, 0, "a readable file", found, advice)])

    try:
        # Without O_NONBLOCK a named pipe would wait for a writer before it can be refused.
        descriptor = os.open(pathlib.Path(path), os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with open(descriptor, "rb") as stream:  # noqa: PTH123
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise refuse("a directory or device", "give the path of a YAML file")
            raw = stream.read(max_bytes + 1)
    except InputError:
        raise
    except IsADirectoryError:
        raise refuse("a directory", "give the path of a YAML file") from None
    except FileNotFoundError:
        raise refuse("no such file", "check the path") from None
    except PermissionError:
        raise refuse("a file without read permission", "allow reading it") from None
    except (OSError, ValueError) as error:
        raise refuse(one_line(str(error)), "check the path") from None
    if len(raw) > max_bytes:
        raise InputError([_fault(file, 0, f"at most {max_bytes} bytes", "a larger file", "split it")])
    return raw


class _Builder:
    """Turns parser events into nodes, iteratively, and collects what is wrong."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []
        self.root: _Node | None = None
        self.stack: list[_Node] = []
        self.anchors: dict[str, _Node] = {}
        self.count = 0

    def build(self, text: str) -> tuple[_Node | None, list[Fault]]:
        documents = 0
        try:
            for event in YAML(typ="safe", pure=True).parse(text):
                documents += isinstance(event, yaml_events.DocumentStartEvent)
                if documents > 1:
                    self.refuse(event, "one document", "a second one after `---`", "use one file each")
                    break
                self.take(event)
        except InputError:
            raise
        except MarkedYAMLError as error:
            raise InputError([*self.faults, self._syntax(error)]) from None
        except Exception as error:  # the parser raises bare errors on some malformed escapes and directives
            raise InputError([*self.faults, self._broken(error)]) from None
        return self.root, self.faults

    def take(self, event: Any) -> None:
        if isinstance(event, yaml_events.AliasEvent):
            self.add(self._alias(event))
        elif isinstance(event, yaml_events.ScalarEvent):
            self._check_tag(event)
            plain = bool(event.implicit and event.implicit[0])
            value = _scalar(event.value) if plain else event.value
            self.add(self._anchor(event, _Node(self.at(event), "scalar", value, closed=True)), event.value)
        elif isinstance(event, (yaml_events.MappingStartEvent, yaml_events.SequenceStartEvent)):
            self._check_tag(event)
            kind = "mapping" if isinstance(event, yaml_events.MappingStartEvent) else "list"
            node = self._anchor(event, _Node(self.at(event), kind))
            self.add(node)
            self.stack.append(node)
            if len(self.stack) > DEEPEST:
                raise InputError([self.fault(event, f"at most {DEEPEST} levels", "more", "flatten the file")])
        elif isinstance(event, (yaml_events.MappingEndEvent, yaml_events.SequenceEndEvent)):
            self.stack.pop().closed = True

    def add(self, node: _Node, text: str | None = None) -> None:
        """Put a node where it belongs: as the root, a list entry, a key, or the value of the last key."""
        self.count += 1
        if self.count > MOST_NODES:
            self.too_many(node.line)
        if not self.stack:
            self.root = self.root or node
            return
        parent = self.stack[-1]
        if parent.kind == "list":
            parent.children.append((len(parent.children), node.line, node))
        elif parent.key is None:
            self._open_key(parent, node, text)
        else:
            key, line = parent.key
            parent.key = None
            self._close_key(parent, key, line, node)

    def _open_key(self, parent: _Node, node: _Node, text: str | None) -> None:
        if text is None:
            found, advice = f"a {node.kind}", "write keys as plain words"
            self.faults.append(_fault(self.file, node.line, "a word as key", found, advice))
        parent.key = (text or "", node.line)

    def _close_key(self, parent: _Node, key: str, line: int, node: _Node) -> None:
        if key not in parent.names:
            parent.names[key] = line
            parent.children.append((key, line, node))
            return
        found = f"`{one_line(key)}` again (first on line {parent.names[key]})"
        self.faults.append(
            _fault(self.file, line, "each key once", found, "remove one of the two", one_line(key) or "file")
        )

    def _anchor(self, event: Any, node: _Node) -> _Node:
        if event.anchor is not None:
            self.anchors[event.anchor] = node
        return node

    def _alias(self, event: Any) -> _Node:
        target = self.anchors.get(event.anchor)
        if target is None or not target.closed:
            found = f"*{one_line(str(event.anchor))}"
            raise InputError(
                [self.fault(event, "an alias of a finished anchor", found, "write the value out")]
            )
        return target

    def _check_tag(self, event: Any) -> None:
        tag = event.tag
        if tag is not None:
            self.refuse(event, "plain values", f"the tag {one_line(str(tag))}", "remove the tag")

    def at(self, event: Any) -> int:
        return event.start_mark.line + 1

    def fault(self, event: Any, expected: str, found: str, advice: str) -> Fault:
        return _fault(self.file, self.at(event), expected, found, advice)

    def refuse(self, event: Any, expected: str, found: str, advice: str) -> None:
        self.faults.append(self.fault(event, expected, found, advice))

    def too_many(self, line: int) -> None:
        found = f"more than {MOST_NODES}"
        raise InputError([_fault(self.file, line, f"at most {MOST_NODES} values", found, "split the file")])

    def _syntax(self, error: MarkedYAMLError) -> Fault:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark is not None else 0
        found = one_line(" ".join(str(error.problem or error.context or "a syntax error").split()))
        return _fault(self.file, line, "YAML", found, "check indentation, colons and quotes near this line")

    def _broken(self, error: Exception) -> Fault:
        found = shown(f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}")
        return _fault(self.file, 0, "YAML", found, "check the file for control characters and escapes")


def _flatten(node: _Node, place: Place, lines: dict[Place, int], file: str) -> Any:
    """Plain data of a node; aliases are written out here, so the count of lines bounds their growth."""
    if len(lines) > MOST_NODES or len(place) > DEEPEST:
        advice = "write fewer aliases"
        raise InputError([_fault(file, node.line, f"at most {MOST_NODES} values", "more by aliases", advice)])
    if node.kind == "scalar":
        return node.value
    for key, line, _ in node.children:
        lines[(*place, key)] = line
    values = {key: _flatten(child, (*place, key), lines, file) for key, _, child in node.children}
    return values if node.kind == "mapping" else list(values.values())


def _scalar(text: str) -> Any:
    """A plain scalar by the core schema of YAML 1.2; a number of absurd length stays text."""
    if _NULL.fullmatch(text):
        return None
    if _TRUE.fullmatch(text):
        return True
    if _FALSE.fullmatch(text):
        return False
    if _INTEGER.fullmatch(text):
        return int(text)
    if len(text) <= 300 and _FLOAT.fullmatch(text):
        return float(text)
    special = _NOT_FINITE.fullmatch(text)
    if special is None:
        return text
    return float("nan") if special[3] else float(f"{special[1]}inf")
