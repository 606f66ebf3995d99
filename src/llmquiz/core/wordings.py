"""A sentence as a template and what fills it: English as it stands, any other language through a catalogue.

Whatever a user wrote is a field and never part of a template, so that braces in it mean nothing. `worded` and `N_` mark
their texts for the catalogues (see `files/translating.py`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from llmquiz.core.marking import N_

Translate = Callable[[str], str]
"""A template in another language."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence, or a part of one, that can be told in any language."""

    template: str
    fields: "tuple[tuple[str, Filling], ...]" = ()
    """What fills the template, by name."""

    def told(self, translate: Translate = str) -> str:
        """The sentence in the language of `translate`, with its parts; nothing where nothing is said."""
        if not self.template:
            return ""  # which is the name of a catalogue's head
        filled = {name: _filling(value, translate) for name, value in self.fields}
        return translate(self.template).format(**filled)

    def __str__(self) -> str:
        return self.told()


Filling = str | int | float | tuple[str, ...] | Wording
"""A tuple is a list of names."""


def worded(template: str, /, **fields: Filling) -> Wording:
    """A wording: its template is English, and marked for translation where it is written out here."""
    return Wording(template, tuple(fields.items()))


SILENCE = Wording("")
"""Nothing is said."""
_LISTED = N_("{several}, {one}")


def wording_from(raw: dict[str, Any]) -> Wording:
    """The wording that `dataclasses.asdict` made `raw` of, also through JSON."""
    return Wording(raw["template"], tuple((name, _filling_from(value)) for name, value in raw["fields"]))


def _filling_from(raw: Any) -> Filling:
    if isinstance(raw, dict):
        return wording_from(raw)
    filling: Filling = tuple(raw) if isinstance(raw, list | tuple) else raw
    return filling


def _filling(value: Filling, translate: Translate) -> object:
    if isinstance(value, Wording):
        return value.told(translate)
    return _listed(value, translate) if isinstance(value, tuple) else value


def _listed(names: tuple[str, ...], translate: Translate) -> str:
    """Names in a row, as the language separates them."""
    several = "".join(names[:1])
    for name in names[1:]:
        several = translate(_LISTED).format(several=several, one=name)
    return several
