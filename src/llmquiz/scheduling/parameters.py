"""Everything the fold is tuned with, under one id: FSRS weights, our steps, the longest interval, our rules' version.

A review names its parameters by that id and a `Parameters` event spells them out once, so that replay needs the log
alone. Steps are seconds, intervals days.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache

from llmquiz.core.cards import kind_of
from llmquiz.core.events import AnyEvent, FactChanged, Parameters, Review
from llmquiz.core.hashing import digest

RULES = 1
"""The version of what this room does beside FSRS: steps, fuzz, target. An older log may need the older rules."""
SCHEDULER = "fsrs 6.3.2, rules 1"
"""What a review is logged with as its scheduler."""
SKILL_INTERVAL = 30
"""Days: a skill that is not used is lost sooner than a fact."""
_ADOPTED = "adopted"
_SETS = 64
"""Sets whose values and ids are remembered: each answer asks for them several times."""
DEFAULT_WEIGHTS = (
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
    1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
)  # fmt: skip
"""FSRS-6's published weights. Spelt out here: their id must outlive the package's next defaults."""


@dataclass(frozen=True, slots=True)
class ParameterSet:
    """One learner's tuning. Equal sets have equal ids on every machine."""

    weights: tuple[float, ...] = DEFAULT_WEIGHTS
    learning_steps: tuple[int, ...] = (60, 600)
    relearning_steps: tuple[int, ...] = (600,)
    maximum_interval: int = 365
    rules: int = RULES

    @property
    def values(self) -> str:
        """The set as JSON, the same bytes for the same set."""
        return _values(self)

    @property
    def id(self) -> str:
        """The name of the set: a hash of its values."""
        return _id(self)

    def maximum_for(self, card: str) -> int:
        """The longest interval of a card in days; its key tells, so that replay knows it too."""
        longest = max(1, self.maximum_interval)
        return min(longest, SKILL_INTERVAL) if kind_of(card) == "skill" else longest


@lru_cache(maxsize=_SETS)
def _values(parameters: ParameterSet) -> str:
    return json.dumps(asdict(parameters), sort_keys=True, separators=(",", ":"))


@lru_cache(maxsize=_SETS)
def _id(parameters: ParameterSet) -> str:
    return digest(_values(parameters))


Known = Mapping[str, ParameterSet]
"""Parameter sets by their ids."""

DEFAULT_PARAMETERS = ParameterSet()
DEFAULT_KNOWN: Known = {DEFAULT_PARAMETERS.id: DEFAULT_PARAMETERS}


def parameters_event(parameters: ParameterSet, *, at: int, day: int, offset: int) -> Parameters:
    """The event that spells `parameters` out; to be logged once before the first review that names them."""
    return Parameters(at=at, day=day, offset=offset, parameters=parameters.id, values=parameters.values)


def adoption(parameters: ParameterSet, *, at: int, day: int, offset: int) -> Parameters:
    """The event by which a learner takes weights of his own into use, or goes back to the published ones.

    Its moment is among its values: a set that was in use before can be taken up again, and the latest adoption counts.
    """
    values = json.dumps(asdict(parameters) | {_ADOPTED: at}, sort_keys=True, separators=(",", ":"))
    return Parameters(at=at, day=day, offset=offset, parameters=digest(values), values=values)


def adopted_weights(events: Iterable[AnyEvent]) -> tuple[float, ...]:
    """The weights in use after `events`, in the log's order: those of the latest adoption, else the published ones."""
    weights: tuple[float, ...] = DEFAULT_WEIGHTS
    for event in events:
        if isinstance(event, Parameters) and (parsed := read_parameters(event.values)) is not None:
            weights = parsed.weights if _ADOPTED in json.loads(event.values) else weights
    return weights


def read_parameters(values: str) -> ParameterSet | None:
    """The set behind an event's `values`; None when it is broken or of rules this version does not know."""
    try:
        raw = json.loads(values)
        parsed = ParameterSet(
            weights=tuple(float(weight) for weight in raw["weights"]),
            learning_steps=tuple(int(step) for step in raw["learning_steps"]),
            relearning_steps=tuple(int(step) for step in raw["relearning_steps"]),
            maximum_interval=int(raw["maximum_interval"]),
            rules=int(raw["rules"]),
        )
    except (ValueError, KeyError, TypeError):
        return None
    return parsed if parsed.rules == RULES and len(parsed.weights) == len(DEFAULT_WEIGHTS) else None


def known_parameters(events: Iterable[AnyEvent]) -> dict[str, ParameterSet]:
    """Every parameter set the log spells out, and the default one."""
    known = dict(DEFAULT_KNOWN)
    for event in events:
        if isinstance(event, Parameters) and (parsed := read_parameters(event.values)) is not None:
            known[event.parameters] = parsed
    return known


def unknown_parameters(events: Iterable[AnyEvent]) -> set[str]:
    """The ids that events name and the log does not spell out; the fold uses the default set for them."""
    events = tuple(events)
    known = known_parameters(events)
    named = {event.parameters for event in events if isinstance(event, Review | FactChanged)}
    return named - known.keys() - {""}
