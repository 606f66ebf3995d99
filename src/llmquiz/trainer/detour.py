"""A sitting beside today's cards, which has an end and a way back of its own: practice, and the placement."""

from abc import abstractmethod
from dataclasses import replace

from llmquiz.core.events import Action, Bury, Suspend
from llmquiz.files.settings import Settings
from llmquiz.library.library import Library
from llmquiz.trainer.clock import Clock
from llmquiz.trainer.memory import Memory
from llmquiz.trainer.sitting import Sitting
from llmquiz.trainer.views import View


class Detour(Sitting):
    """Undo takes back what was done here, and nothing else."""

    def __init__(self, library: Library, memory: Memory, settings: Settings, clock: Clock, lang: str) -> None:
        super().__init__(library, memory, settings, clock, lang)
        self._actions: list[Action] = []
        """What was done here and stands, the latest last; each kind of detour adds its answers."""

    def next(self) -> View:
        """The next question, or the end."""
        return self._show(self._step())

    def undo(self) -> View | None:
        """Take back what was done last: an answer, which is asked again, or a putting off. None if there is nothing."""
        if not self._actions:
            return None
        question = self._take_back(self._actions.pop())
        return self._show(replace(question, progress=self._progress()) if question else self._step())

    @abstractmethod
    def _step(self) -> View:
        """The next question, or the end; a card that is no longer put off comes first."""

    def _dropped(self, action: Suspend | Bury) -> None:
        self._actions.append(action)
