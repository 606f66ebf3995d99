"""What the ladder and the scheduler need to know of a form: on which rungs it stands and how often a guess is right.

Rungs count from 0 (right after the lesson) to `TOP_RUNG` (open forms only). How a form asks lies with the generator.
"""

from dataclasses import dataclass

TOP_RUNG = 3
PLACED = "placement"
"""The form of a review that the placement logs: the card starts as known, on the word of its answer or another's."""


@dataclass(frozen=True, slots=True)
class FormTraits:
    """One form as it is declared, or one bank question's way of asking."""

    name: str
    rungs: tuple[int, ...]
    """The rungs it serves."""
    options: int = 0
    """How many options it shows; 0 for an open form, which nobody guesses."""
    negative: bool = False
    """Whether it asks for what is NOT so: a session holds few of these."""


@dataclass(frozen=True, slots=True)
class Asking:
    """One form on one rung: how a card is asked, or planned to be asked, once."""

    form: str
    options: int
    rung: int
