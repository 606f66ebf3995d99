"""A YAML file that was read: plain data, and where each piece of it stands.

Data is `None`, `bool`, `str`, lists and string-keyed dicts: numbers and dates are still the strings that were written,
because only a format knows what a value is meant to be.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from llmquiz.core.problems import Place

Json: TypeAlias = "bool | str | list[Json] | dict[str, Json] | None"
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One file's data with places. Aliased content has the place of the alias."""

    path: str
    """The path as it is shown in problems."""
    data: Json
    places: Mapping[Path, Place]
    """Where each value begins."""
    digest: str
    """The name of the file's content: 32 hexadecimal digits."""
    keys: Mapping[Path, Place] = field(default_factory=dict)
    """Where the key of each mapping's member stands."""

    def place(self, *path: str | int) -> Place:
        """Where the value at `path` begins; else where the nearest thing around it does."""
        return _nearest(self.places, path) or Place(self.path, 1, 1)

    def key_place(self, *path: str | int) -> Place:
        """Where the key of the value at `path` stands; for a list's member, where the member begins."""
        return self.keys.get(path) or self.place(*path)

    def at(self, *path: str | int) -> Json:
        """The data at `path`; None where there is none."""
        found = self.data
        for part in path:
            found = step(found, part)
        return found


def step(data: Json, part: str | int) -> Json:
    """The member `part` of a mapping or a list; None where there is none."""
    if isinstance(data, dict) and isinstance(part, str):
        return data.get(part)
    if isinstance(data, list) and isinstance(part, int) and 0 <= part < len(data):
        return data[part]
    return None


def _nearest(places: Mapping[Path, Place], path: Path) -> Place | None:
    for length in range(len(path), -1, -1):
        if path[:length] in places:
            return places[path[:length]]
    return None
