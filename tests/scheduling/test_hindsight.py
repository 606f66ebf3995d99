"""What was expected before each answer: the fold's own states, from columns."""

from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scheduling_samples import CARD, amend, retract, review

from llmquiz.core.answers import Rating
from llmquiz.core.events import Bury, FactChanged, Note, Renamed, Reset, Suspend, Taught
from llmquiz.core.logged import Logged
from llmquiz.core.states import Phase
from llmquiz.scheduling.fold import replay
from llmquiz.scheduling.hindsight import Hindsight
from llmquiz.scheduling.memory import retrievability
from llmquiz.scheduling.parameters import DEFAULT_WEIGHTS, ParameterSet, parameters_event

OTHER = ParameterSet(weights=tuple(weight * 1.1 for weight in DEFAULT_WEIGHTS), learning_steps=(60,))
HEIR = "fact:gpt-4-omni/context_window#value"


def columns(events):
    """The events as the store gives them."""
    rows = []
    for at, event in enumerate(events):
        values = asdict(event) | {"kind": event.kind, "id": event.id or f"{at:04}"}
        rows.append(Logged._make(values.get(name) for name in Logged._fields))
    return rows


def numbered(events):
    """The events with the ids that `columns` gives them."""
    return [type(event)(**(asdict(event) | {"id": event.id or f"{at:04}"})) for at, event in enumerate(events)]


def when(day, card=CARD):
    return {"card": card, "at": day * 86_400_000, "day": day, "offset": 0}


def event_of(kind, card, rating, day, target):
    """One event of any kind."""
    return {
        "review": lambda: review(day, rating, card=card),
        "practice": lambda: review(day, rating, card=card, practice=True),
        "other": lambda: review(day, rating, card=card, parameters=OTHER.id),
        "unknown": lambda: review(day, rating, card=card, parameters="gone"),
        "amend": lambda: amend(f"{target:04}", rating, card=card),
        "retract": lambda: retract(f"{target:04}", card=card),
        "lesson": lambda: Taught(**when(day, card)),
        "note": lambda: Note(**when(day, card), text="mind the k"),
        "suspend": lambda: Suspend(**when(day, card), on=True),
        "bury": lambda: Bury(**when(day, card), until=day + 1),
        "reset": lambda: Reset(**when(day, card)),
        "changed": lambda: FactChanged(**when(day, card), old="1", new="2", fingerprint="f"),
        "renamed": lambda: Renamed(**when(day, HEIR), old=CARD),
    }[kind]()


KINDS = [
    "review", "review", "review", "other", "unknown", "practice", "amend", "retract", "lesson", "note", "suspend",
    "bury", "reset", "changed", "renamed",
]  # fmt: skip
STEPS = st.tuples(
    st.sampled_from(KINDS), st.sampled_from([CARD, HEIR]), st.sampled_from(list(Rating)),
    st.integers(-1, 30), st.integers(0, 15),
)  # fmt: skip


@given(st.lists(STEPS, max_size=15))
def test_hindsight_follows_the_fold(steps):
    day, events = 0, [parameters_event(OTHER, at=0, day=0, offset=0)]
    for kind, card, rating, days, target in steps:
        day += days
        events.append(event_of(kind, card, rating, day, target))
    events = numbered(events)
    hindsight = Hindsight(columns(events))
    assert sum(1 for _answer in hindsight.answers()) <= len(steps)
    states = replay(events)
    assert set(states) == set(hindsight.traces)
    for card, state in states.items():
        trace = hindsight.traces[card]
        assert (state.phase, state.step, state.last_day) == (trace.phase, trace.step, trace.last_day)
        if state.stability is not None:
            assert (pytest.approx(state.stability), pytest.approx(state.difficulty)) == (
                trace.stability,
                trace.difficulty,
            )


def test_an_answer_is_predicted_from_what_was_known_before_it():
    events = numbered([review(0), review(0), review(10, Rating.AGAIN), review(10)])
    first, same_day, later, again = Hindsight(columns(events)).answers()
    assert [None, None, None] == [first.predicted, same_day.predicted, again.predicted]
    assert retrievability(replay(events[:2])[CARD], 10) == later.predicted
    assert [False, False, True, False] == [each.in_review for each in (first, same_day, later, again)]


def test_answers_are_as_they_were_amended_and_what_was_taken_back_is_gone():
    events = [review(0, id="a"), review(9, id="b"), amend("a", Rating.AGAIN), retract("b"), review(9, practice=True)]
    answers = list(Hindsight(columns(events)).answers())
    assert [Rating.AGAIN, Rating.GOOD] == [answer.rating for answer in answers]
    assert [None, None] == [answer.predicted for answer in answers]


def test_a_reset_card_is_new():
    hindsight = Hindsight(columns([review(0), review(3), Reset(**when(4))]))
    assert [None, 3] == [answer.predicted and answer.logged.day for answer in hindsight.answers()]
    assert Phase.NEW == hindsight.traces[CARD].phase
