"""Amendments and retractions: the latest word counts, a retraction beats it, and undo leaves no trace."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from scheduling_samples import CARD, amend, retract, review

from llmquiz.core.answers import Rating
from llmquiz.core.events import Action, Bury, FactChanged, Reset, Suspend, Taught
from llmquiz.core.states import CardState
from llmquiz.scheduling.fold import apply, effective, refold, replay
from tables import every_row

AGAIN, HARD, GOOD, EASY = Rating
FIRST, SECOND = review(0, GOOD, id="a"), review(5, GOOD, id="b")


@every_row(
    ("log", "standing"),
    [
        ([FIRST, amend("a", AGAIN)], [replace(FIRST, rating=AGAIN)]),
        ([FIRST, amend("a", AGAIN), amend("a", HARD)], [replace(FIRST, rating=HARD)]),
        ([FIRST, amend("a", AGAIN, guessed=True)], [replace(FIRST, rating=AGAIN, guessed=True)]),
        ([FIRST, amend("a", AGAIN, guessed=True), amend("a", GOOD)], [FIRST]),
        ([FIRST, amend("a", EASY, planned_form="cloze", planned_options=3)],
         [replace(FIRST, rating=EASY, planned_form="cloze", planned_options=3)]),
        ([FIRST, SECOND, retract("b")], [FIRST]),
        ([FIRST, SECOND, retract("a")], [SECOND]),
        ([FIRST, SECOND, retract("b"), retract("b")], [FIRST]),
        ([FIRST, amend("a", AGAIN), retract("a")], []),
        ([FIRST, retract("a"), amend("a", AGAIN)], []),
        ([retract("a"), amend("a", AGAIN), FIRST], []),
        ([FIRST, amend("gone", AGAIN), retract("gone")], [FIRST]),
        ([FIRST, SECOND, amend("a", AGAIN)], [replace(FIRST, rating=AGAIN), SECOND]),
    ],
)  # fmt: skip
def test_what_stands(log, standing):
    assert standing == effective(log)


def test_a_guess_that_was_marked_later_is_no_lapse():
    log = [review(0, EASY, id="x"), review(9, GOOD, id="y")]
    lapsed = [*log, amend("y", AGAIN)]
    guessed = [*log, amend("y", AGAIN, guessed=True)]
    assert [refold(CARD, events).lapses for events in (log, lapsed, guessed)] == [0, 1, 0]


def test_practice_is_never_scheduled_even_when_amended():
    log = [review(0, AGAIN, practice=True, id="p"), amend("p", EASY)]
    assert refold(CARD, log) == CardState(CARD)


PLACE = {"card": CARD, "at": 1, "offset": 0}
days = st.integers(0, 60)
reviews = st.builds(
    review,
    days,
    st.sampled_from(Rating),
    at=st.integers(0, 10**10),
    guessed=st.booleans(),
    practice=st.booleans(),
    planned_options=st.sampled_from([0, 2, 3, 4]),
    retention=st.sampled_from([0.8, 0.9, 0.95]),
    form=st.sampled_from(["choice", "typed", "cloze"]),
    rung=st.integers(0, 3),
    card=st.sampled_from([CARD, "skill:compare/price", "bank:a/b"]),
)
others = st.one_of(
    days.map(lambda day: Taught(**PLACE, day=day)),
    days.map(lambda day: Suspend(**PLACE, day=day, on=bool(day % 2))),
    days.map(lambda day: Bury(**PLACE, day=day, until=day + 1)),
    days.map(lambda day: Reset(**PLACE, day=day)),
    days.map(lambda day: FactChanged(**PLACE, day=day, old="1", new="2", fingerprint="f")),
)
logs = st.lists(st.one_of(reviews, reviews, others), max_size=15).map(
    lambda events: [replace(event, id=f"{n:03}") for n, event in enumerate(events)]
)


@given(logs)
def test_replay_is_one_event_after_the_other(log):
    states = {}
    for event in log:
        states[event.card] = apply(states.get(event.card, CardState(event.card)), event)
    assert states == replay(log)


@given(logs, reviews, st.sampled_from(Rating))
def test_undo_restores_the_exact_state_before(log, last, second_word):
    last = replace(last, id="last")
    before = replay(log)
    undone = replay([*log, last, amend("last", second_word), retract("last")])
    assert before == {card: state for card, state in undone.items() if card in before}
    assert all(card in before for card in undone)


@given(logs, st.data())
def test_undo_of_an_earlier_action_is_as_if_it_had_not_been(log, data):
    if not log:
        return
    victim = data.draw(st.sampled_from(log))
    without = [event for event in log if event is not victim or not isinstance(victim, Action)]
    assert replay(without) == replay([*log, retract(victim.id)])


@given(logs)
def test_a_card_alone_folds_to_the_state_it_has_in_the_whole_log(log):
    for card, state in replay(log).items():
        assert state == refold(card, [event for event in log if event.card == card])


@given(logs)
def test_states_are_sound(log):
    for state in replay(log).values():
        assert (state.due_day is None) == (state.stability is None)
        assert state.due_day is None or state.due_day >= state.last_day
        assert state.due_at is None or state.phase.value in ("learning", "relearning")
        assert state.lapses + state.right <= state.repetitions
        assert len(set(state.recent_forms)) == len(state.recent_forms)
