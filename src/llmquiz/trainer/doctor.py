"""The doctor: is the file whole, and do the derived states equal a replay of the log? Repairs what is derived."""

from dataclasses import dataclass

from llmquiz.core.marking import N_
from llmquiz.core.wordings import Wording, worded
from llmquiz.scheduling.fold import replay
from llmquiz.scheduling.parameters import unknown_parameters
from llmquiz.storage.store import Store

_LOST = N_(
    "The scheduling parameters {id} are not in the log: replay takes the usual ones for what was scheduled with them."
)


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What was found: `file` in sentences, and in `states` the cards whose state is not what the log says.

    After a repair `file` is what is left, and `mended` what is not so any more.
    """

    file: tuple[Wording, ...]
    states: tuple[str, ...]
    events: int
    cards: int
    mended: tuple[Wording, ...] = ()
    repaired: bool = False

    @property
    def healthy(self) -> bool:
        """Whether there is nothing to do."""
        return not self.file and (not self.states or self.repaired)


def examine(store: Store, *, repair: bool = False) -> Diagnosis:
    """Check the file and replay the log; with `repair`, make what is derived again. No state is read for that."""
    seen = store.check()
    events = list(store.events())
    lost = tuple(worded(_LOST, id=name) for name in sorted(unknown_parameters(events)))
    replayed = replay(events)
    wrong = store.unlike(replayed.values())
    file = seen
    if repair and (wrong or seen):
        store.replace_states(replayed.values())
        file = store.check()
    mended = tuple(sentence for sentence in seen if sentence not in file)
    return Diagnosis((*file, *lost), wrong, len(events), len(replayed), mended, repair and bool(wrong or mended))
