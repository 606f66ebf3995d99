"""Learning and relearning steps: what happens within a day is ours and runs in wall time, never FSRS's.

Again goes to the first step, Hard repeats the current one, Good goes on and graduates after the last, Easy graduates.
"""

from llmquiz.core.answers import Rating
from llmquiz.core.states import Phase
from llmquiz.scheduling.parameters import ParameterSet


def steps_of(phase: Phase, parameters: ParameterSet) -> tuple[int, ...]:
    """The steps a card of `phase` walks or, when it fails, would walk; in seconds."""
    learning = phase in (Phase.NEW, Phase.LEARNING)
    return parameters.learning_steps if learning else parameters.relearning_steps


def advance(phase: Phase, step: int, rating: Rating, parameters: ParameterSet) -> tuple[Phase, int]:
    """Where a card stands after an answer: its phase and, in learning and relearning, its step."""
    steps = steps_of(phase, parameters)
    following = _next_step(phase, step, rating)
    if following is None or not steps or (rating == Rating.GOOD and following >= len(steps)):
        return Phase.REVIEW, 0
    stepping = Phase.LEARNING if phase in (Phase.NEW, Phase.LEARNING) else Phase.RELEARNING
    return stepping, min(following, len(steps) - 1)


def _next_step(phase: Phase, step: int, rating: Rating) -> int | None:
    """The number of the next step; None for "no more steps"."""
    if rating == Rating.AGAIN:
        return 0
    if phase == Phase.REVIEW or rating == Rating.EASY:
        return None
    return step if rating == Rating.HARD else step + 1
