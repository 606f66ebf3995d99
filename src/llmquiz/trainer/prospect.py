"""What lies before the learner, frozen: a thread may ask what other settings would make of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Self

from llmquiz.core.cards import Card
from llmquiz.core.states import CardState
from llmquiz.files.settings import Settings
from llmquiz.scheduling.workload import DAYS, Plan, answers_by_day
from llmquiz.study.ladder import usual_options
from llmquiz.study.order import teaching_order
from llmquiz.trainer.memory import parameters_for


@dataclass(frozen=True, slots=True)
class Prospect:
    """Cards that are known, and new ones in the order they would come."""

    days: ClassVar[int] = DAYS
    """How far it looks ahead."""
    states: tuple[CardState, ...]
    newcomers: tuple[str, ...]
    weights: tuple[float, ...]
    day: int

    @classmethod
    def of(cls, cards: Iterable[Card], states: Mapping[str, CardState], weights: tuple[float, ...], day: int) -> Self:
        """From the cards that are asked and what is remembered of them."""
        ordered = [card.key for card in teaching_order(cards)]
        met = tuple(state for key in ordered if (state := states.get(key)) is not None and state.repetitions)
        known = {state.card for state in met}
        return cls(met, tuple(key for key in ordered if key not in known), weights, day)

    def plan(self, settings: Settings) -> Plan:
        """What the workload depends on of the settings: whatever else changes, it stays."""
        return Plan(settings.retention, settings.new_per_day, parameters_for(settings, self.weights))

    def answers_a_day(self, settings: Settings) -> float:
        """How many answers a day the settings would ask for, on average over the days that are looked ahead."""
        plan = self.plan(settings)
        return sum(answers_by_day(self.states, self.newcomers, plan, self.day, usual_options)) / DAYS
