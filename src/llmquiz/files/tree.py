"""From YAML's events to data with places: our scalar rules, and everything we refuse, all of it at once.

Only plain `true`, `false` and null are read as such. Built without recursion and with bounded depth and expansion, so
that no file, however it is nested or aliased, costs more than its size.
"""

from dataclasses import dataclass, field

import yaml

from llmquiz.core.marking import N_
from llmquiz.core.problems import Place, Problem, Severity
from llmquiz.core.wordings import Wording, worded
from llmquiz.files.cleaning import SENTENCES, clean, unsafe
from llmquiz.files.documents import Json, Path

DEPTH_LIMIT = 50
EXPANSION_LIMIT = 100_000
"""How many nodes aliases may stand for in one file."""

_PLAIN = {"true": True, "false": False, "": None, "null": None, "~": None}
_MERGE = "<<"
_MERGED = (worded("Merge keys (`<<`) are not used."), worded("Write the fields out."))
_NO_KEY = (worded("A key must be a text."), worded("Put the key in quotation marks."))
_TWICE = N_("`{key}` is set twice; the first stands in line {line}, column {column}.")


class TooMuchError(Exception):
    """The file is nested or aliased beyond the limits: nothing of it is used."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@dataclass(slots=True)
class _Node:
    """A finished value with what its anchor would bring along."""

    value: Json
    place: Place
    plain: bool = False
    """Whether it is a scalar without quotation marks."""
    size: int = 1
    height: int = 0


@dataclass(slots=True)
class _Open:
    """A list or a mapping that is being filled."""

    node: _Node
    anchor: str | None
    path: Path
    dropped: bool
    """Whether it stands under a key that was refused: its places are not kept."""
    key: str | None = None
    """The mapping's key that waits for its value."""
    waiting: bool = False


@dataclass(slots=True)
class Tree:
    """Fed with events; then holds data, places and problems."""

    path: str
    data: Json = None
    places: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _stack: list[_Open] = field(default_factory=list)
    _anchors: dict[str, _Node] = field(default_factory=dict)
    _expanded: int = 0

    def feed(self, event: yaml.Event) -> None:
        """Take the next event."""
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_tag(event)
            self._finish(self._scalar(event), event.anchor)
        elif isinstance(event, yaml.AliasEvent):
            self._finish(self._alias(event), None)
        elif isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
            self._refuse_tag(event)
            self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            done = self._stack.pop()
            self._finish(done.node, done.anchor)

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        place = self.place(event)
        if len(self._stack) >= DEPTH_LIMIT:
            raise TooMuchError(too_deep(place))
        path, dropped = self._coming_path()
        empty: Json = [] if isinstance(event, yaml.SequenceStartEvent) else {}
        self._stack.append(_Open(_Node(empty, place), event.anchor, path, dropped))

    def _coming_path(self) -> tuple[Path, bool]:
        """The path of the value that comes next, and whether it is dropped."""
        if not self._stack:
            return (), False
        top = self._stack[-1]
        if isinstance(top.node.value, list):
            return (*top.path, len(top.node.value)), top.dropped
        if not top.waiting or top.key is None:
            return top.path, True
        return (*top.path, top.key), top.dropped

    def _finish(self, node: _Node, anchor: str | None) -> None:
        """Put a finished value where it belongs."""
        path, dropped = self._coming_path()
        if anchor:
            self._anchors[anchor] = node
        if not dropped:
            self.places[path] = node.place
        if not self._stack:
            self.data = node.value
            return
        top = self._stack[-1]
        self._grow(top.node, node)
        if isinstance(top.node.value, list):
            top.node.value.append(node.value)
        elif isinstance(top.node.value, dict):
            self._into_mapping(top, top.node.value, node)

    def _grow(self, outer: _Node, inner: _Node) -> None:
        outer.size += inner.size
        outer.height = max(outer.height, inner.height + 1)
        if len(self._stack) + inner.height > DEPTH_LIMIT:
            raise TooMuchError(too_deep(inner.place))

    def _into_mapping(self, top: _Open, mapping: dict[str, Json], node: _Node) -> None:
        if not top.waiting:
            top.key, top.waiting = self._key(top, mapping, node), True
            return
        if top.key is not None:
            mapping[top.key] = node.value
        top.key, top.waiting = None, False

    def _key(self, top: _Open, mapping: dict[str, Json], node: _Node) -> str | None:
        """The key to keep; None when it is refused, and its value with it."""
        key = node.value
        if key == _MERGE and node.plain:
            self._problem(node.place, "merge-key", *_MERGED)
        elif not isinstance(key, str):
            self._problem(node.place, "key-not-text", *_NO_KEY)
        elif key in mapping:
            first = self.keys.get((*top.path, key), top.node.place)
            says = worded(_TWICE, key=key, line=first.line, column=first.column)
            self._problem(node.place, "duplicate-key", says, worded("Remove one of the two."))
        else:
            if not top.dropped:
                self.keys[(*top.path, key)] = node.place
            return key
        return None

    def _scalar(self, event: yaml.ScalarEvent) -> _Node:
        place, plain = self.place(event), not event.style
        if plain and event.value in _PLAIN:
            return _Node(_PLAIN[event.value], place, plain)
        for kind in dict.fromkeys(finding.kind for finding in unsafe(event.value)):
            advises = worded("Remove the escape, or describe the character in words.")
            self._problem(place, kind, SENTENCES[kind], advises, Severity.WARNING)
        return _Node(clean(event.value), place, plain)

    def _alias(self, event: yaml.AliasEvent) -> _Node:
        place = self.place(event)
        known = self._anchors.get(event.anchor or "")
        if known is None:
            says = worded("`*{anchor}` refers to nothing that stands before it.", anchor=str(event.anchor))
            advises = worded("Put the text in quotation marks if no alias is meant.")
            self._problem(place, "unknown-alias", says, advises)
            return _Node(None, place)
        self._expanded += known.size
        if self._expanded > EXPANSION_LIMIT:
            says = worded("The aliases of this file stand for more than {limit:,} values.", limit=EXPANSION_LIMIT)
            raise TooMuchError(Problem(place, "too-many-aliases", says, worded("Write the repeated parts out.")))
        return _Node(known.value, place, False, known.size, known.height)

    def _refuse_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.tag is not None:
            advises = worded("Remove it, or put the text in quotation marks.")
            self._problem(self.place(event), "tag", worded("Tags (`!...`) are not used."), advises)

    def place(self, event: yaml.Event) -> Place:
        """Where an event begins."""
        mark = event.start_mark
        return Place(self.path, mark.line + 1, mark.column + 1) if mark else Place(self.path)

    def _problem(
        self, place: Place, code: str, says: Wording, advises: Wording, severity: Severity = Severity.ERROR
    ) -> None:
        self.problems.append(Problem(place, code, says, advises, severity))


def too_deep(place: Place) -> Problem:
    """What is said of a file that is nested beyond the limit, by whoever notices first: the tree, or libyaml itself."""
    says = worded("Lists and mappings are nested more than {limit} deep.", limit=DEPTH_LIMIT)
    return Problem(place, "too-deep", says, worded("Nest less."))
