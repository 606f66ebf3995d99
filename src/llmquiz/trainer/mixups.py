"""What the learner mixed up lately, by card: read from the log once, then kept up with what is logged."""

from collections import deque
from collections.abc import Iterable

from llmquiz.core.events import Amend, AnyEvent, Retract, Review
from llmquiz.storage.store import Store
from llmquiz.study.confusions import Choice, Confusions
from llmquiz.trainer.records import wrong_choice

FORMS = ("choice-3", "choice-4", "choice")
"""The forms in which a wrong option says what was taken for what was right."""
_LATEST = 500
"""Wrong choices that count: what was mixed up long ago need not be so any more."""


class Mixups:
    """The latest wrong choices of one learner, the latest first."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._latest: deque[Choice] | None = None
        self._confusions: Confusions | None = None

    def preferred(self, card: str) -> tuple[str, ...]:
        """The ids of the wrong options that a card should be asked with."""
        if self._latest is None:
            rows = self._store.wrong_choices(FORMS, _LATEST)
            self._latest = deque(_choices(rows), maxlen=_LATEST)
        if self._confusions is None:
            self._confusions = Confusions(self._latest)
        return self._confusions.preferred(card)

    def heed(self, event: AnyEvent) -> None:
        """Something was logged."""
        if isinstance(event, Amend | Retract):
            self._latest = self._confusions = None
        elif isinstance(event, Review) and self._latest is not None and not event.right and event.form in FORMS:
            self._confusions = None
            self._latest.extendleft(_choices([(event.card, event.day, event.shown, event.answer)]))


def confusions(store: Store) -> Confusions:
    """Everything that was ever mixed up; reads the store alone, so that a thread may ask for it."""
    return Confusions(_choices(store.wrong_choices(FORMS)))


def _choices(rows: Iterable[tuple[str, int, str, str]]) -> Iterable[Choice]:
    return (choice for row in rows if (choice := wrong_choice(*row)) is not None)
