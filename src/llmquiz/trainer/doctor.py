"""The doctor: is the file whole, and do the derived states equal a replay of the log? Repairs what is derived."""

from collections.abc import Mapping
from dataclasses import dataclass

from llmquiz.core.states import CardState
from llmquiz.scheduling.fold import replay
from llmquiz.storage.store import Store


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What was found: `file` in sentences, and in `states` the cards whose state is not what the log says."""

    file: tuple[str, ...]
    states: tuple[str, ...]
    events: int
    cards: int
    repaired: bool = False

    @property
    def healthy(self) -> bool:
        """Whether there is nothing to do."""
        return not self.file and (not self.states or self.repaired)


def examine(store: Store, *, repair: bool = False) -> Diagnosis:
    """Check the file and replay the log; with `repair`, put the replayed states in the place of wrong ones."""
    file = store.check()
    events = list(store.events())
    replayed = replay(events)
    kept = store.states()
    wrong = tuple(sorted(key for key in replayed.keys() | kept.keys() if _of(key, replayed) != _of(key, kept)))
    repaired = repair and bool(wrong or file)
    if repaired:
        store.replace_states(replayed.values())
        file = store.check()
    return Diagnosis(tuple(file), wrong, len(events), len(replayed), repaired)


def _of(key: str, states: Mapping[str, CardState]) -> CardState:
    """The state of a card; a card of which everything was taken back is as new as one that was never met."""
    return states.get(key) or CardState(key)
