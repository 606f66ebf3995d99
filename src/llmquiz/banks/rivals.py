"""What a typo must not be nearer to: the names of all typed answers of a bank, collected once a bank.

An item's rivals are all of them but its own; names are its own if they differ from those in case and width alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from llmquiz.core.text import plain


@dataclass(frozen=True)
class Rivals:
    """Names, each once, in the order of the file."""

    names: tuple[str, ...] = ()

    def of(self, own: Iterable[str]) -> tuple[str, ...]:
        """The names of others. Takes no look at each of them: a bank may have thousands, for each of its items."""
        left = list(self.names)
        for at in sorted({at for name in own for at in self._places.get(plain(name), ())}, reverse=True):
            del left[at]
        return tuple(left)

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for at, name in enumerate(self.names):
            places.setdefault(plain(name), []).append(at)
        return places
