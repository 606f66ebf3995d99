"""Events and states for the tests of this room."""

from pathlib import Path
from typing import Any

from llmquiz.core.answers import Rating
from llmquiz.core.events import (
    Amend,
    AnyEvent,
    Bury,
    FactChanged,
    Flag,
    Note,
    Parameters,
    Renamed,
    Reset,
    Retract,
    Review,
    Suspend,
    Taught,
)  # fmt: skip
from llmquiz.core.states import CardState, Phase
from llmquiz.storage.store import Store

CARD = "fact:gpt-4o/context_window#value"
AT = 1_700_000_000_000
DAY = 19_675
WHEN: dict[str, Any] = {"card": CARD, "at": AT, "day": DAY, "offset": 60}


def review(**changes: Any) -> Review:
    """A review like any other."""
    usual: dict[str, Any] = {
        **WHEN, "rating": Rating.GOOD, "right": True, "form": "choice-4", "options": 4, "rung": 2,
        "planned_form": "cloze", "planned_options": 0, "retention": 0.9, "parameters": "fsrs-default",
        "scheduler": "fsrs 6.3.2", "fingerprint": "f", "seed": 7, "lang": "zh", "elapsed": 1234,
        "shown": '{"stem": "多少？"}', "answer": '{"options": ["128000"]}',
    }  # fmt: skip
    return Review(**(usual | changes))


ONE_OF_EACH: tuple[AnyEvent, ...] = (
    Taught(**WHEN),
    review(guessed=True, hint=1, practice=True),
    Amend(**WHEN, target="t", rating=Rating.AGAIN, planned_form="choice-3", planned_options=3, guessed=True),
    Retract(**WHEN, target="t"),
    Suspend(**WHEN, on=True),
    Bury(**WHEN, until=DAY + 1),
    Flag(**WHEN, text="not so"),
    Note(**WHEN, text="mind the k"),
    Reset(**WHEN),
    Parameters(**(WHEN | {"card": ""}), parameters="p1", values="[0.1, 0.2]"),
    FactChanged(**WHEN, old="8k", new="128k", fingerprint="g"),
    Renamed(**WHEN, old="fact:gpt4o/context_window#value"),
)


def state(card: str = CARD, **changes: Any) -> CardState:
    """A card in review that is due on DAY."""
    usual: dict[str, Any] = {"phase": Phase.REVIEW, "stability": 3.5, "difficulty": 5.0, "due_day": DAY}
    return CardState(card, **(usual | changes))


def store_at(folder: Path) -> Store:
    """A store in `folder` that does not wait for others."""
    return Store.open(folder / "llmquiz.db", "laptop", patience=0.0)
