"""The log gives back what was put in; effective reviews are those that nobody took back."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from storage_samples import AT, CARD, DAY, ONE_OF_EACH, WHEN, review, state, store_at

from llmquiz.core.answers import Rating
from llmquiz.core.events import EVENT_TYPES, AnyEvent, Bury, Note, Parameters, Retract, Review, Suspend, Taught
from llmquiz.core.hashing import digest
from llmquiz.core.states import CardState, Phase
from llmquiz.storage.store import Store
from texts import any_text

SHARED_STORE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
WORDS = any_text(30)
NUMBERS = st.integers(-(2**63), 2**63 - 1)


def test_there_is_a_sample_of_every_kind_of_event() -> None:
    assert list(EVENT_TYPES) == [type(event) for event in ONE_OF_EACH]


@pytest.mark.parametrize("event", ONE_OF_EACH, ids=lambda event: event.kind)
def test_every_kind_of_event_comes_back_equal_also_from_a_file_opened_again(store: Store, event: AnyEvent) -> None:
    logged = store.append([event])
    assert logged == (replace(event, id=f"{AT:012x}0000-laptop", device="laptop"),)
    store.close()
    with store_at(store.path.parent) as again:
        assert logged == tuple(again.events(with_content=True))


@SHARED_STORE
@given(
    event=st.builds(
        Review, card=WORDS, at=st.integers(0, 2**47), day=NUMBERS, offset=NUMBERS, rating=st.sampled_from(Rating),
        right=st.booleans(), form=WORDS, options=NUMBERS, rung=NUMBERS, planned_form=WORDS, planned_options=NUMBERS,
        retention=st.floats(allow_nan=False), parameters=WORDS, scheduler=WORDS, fingerprint=WORDS,
        seed=st.integers(), lang=WORDS, elapsed=NUMBERS, guessed=st.booleans(), hint=NUMBERS,
        practice=st.booleans(), shown=WORDS, answer=WORDS,
    )
)  # fmt: skip
def test_any_review_comes_back_equal(store: Store, event: Review) -> None:
    (logged,) = store.append([event])
    assert replace(event, id=logged.id, device="laptop") == logged
    assert logged == store_last(store)


def store_last(store: Store) -> AnyEvent:
    """The newest event of the log."""
    return list(store.events(with_content=True))[-1]


@SHARED_STORE
@given(
    expected=st.builds(
        CardState, st.just(CARD), st.sampled_from(Phase), NUMBERS, st.none() | st.floats(allow_nan=False),
        st.none() | st.floats(allow_nan=False), st.none() | NUMBERS, st.none() | NUMBERS, st.none() | NUMBERS,
        st.none() | NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS, st.booleans(), WORDS, st.lists(WORDS).map(tuple),
        st.booleans(), st.booleans(), st.none() | NUMBERS,
    )
)  # fmt: skip
def test_any_state_comes_back_equal(store: Store, expected: CardState) -> None:
    store.append([], [expected])
    assert (expected, {CARD: expected}) == (store.state(CARD), store.states())


def test_a_card_the_log_does_not_know_has_the_state_of_a_new_one(store: Store) -> None:
    assert CardState("fact:x/y#value") == store.state("fact:x/y#value")
    assert store.states() == {}


def test_ids_go_forward_when_the_wall_clock_goes_back_also_after_a_restart(store: Store) -> None:
    store.append([review(), review(at=AT - 5000)])
    store.close()
    with store_at(store.path.parent) as again:
        again.append([review(at=AT - 90_000), review(at=AT + 1)])
        clocks = [event.id.partition("-")[0] for event in again.events()]
    assert [f"{AT:012x}0000", f"{AT:012x}0001", f"{AT:012x}0002", f"{AT + 1:012x}0000"] == clocks


def test_events_and_states_are_kept_together_or_not_at_all(store: Store) -> None:
    with pytest.raises(AttributeError):
        store.append([review()], [None])  # type: ignore[list-item]
    assert (list(store.events()), store.states()) == ([], {})


def test_parameters_are_logged_once_an_id(store: Store) -> None:
    known = Parameters(**WHEN, parameters="p1", values="[1]")
    assert [event.kind for event in store.append([known, known, review()])] == ["parameters", "review"]
    other = replace(known, parameters="p2")
    assert [event.parameters for event in store.append([known, other]) if isinstance(event, Parameters)] == ["p2"]
    assert [row["parameters"] for row in store.stored() if row["kind"] == "parameters"] == ["p1", "p2"]


def test_what_was_shown_is_kept_once_and_joined_only_when_asked_for(store: Store) -> None:
    store.append([review(), review()])
    store.append([review(shown="")])
    assert [(event.shown, event.answer) for event in store.events() if isinstance(event, Review)] == [("", "")] * 3
    expected = ['{"stem": "多少？"}', '{"stem": "多少？"}', ""]
    assert expected == [event.shown for event in store.events(with_content=True) if isinstance(event, Review)]
    assert len({row[name] for row in store.stored() for name in ("shown", "answer") if name in row}) == 2


def test_the_log_can_be_asked_for_a_card_for_days_and_for_kinds(store: Store) -> None:
    store.append([Taught(**WHEN), review(), review(card="b", day=DAY + 1), Note(**WHEN, text="n")])
    assert [event.card for event in store.events(card="b")] == ["b"]
    assert [event.card for event in store.events(since_day=DAY + 1)] == ["b"]
    assert [event.kind for event in store.events(CARD, DAY, ("lesson", "note"))] == ["lesson", "note"]
    assert list(store.events(kinds=())) == []


def test_the_log_can_be_read_while_it_grows(store: Store) -> None:
    store.append([review(), review()])
    seen = []
    for event in store.events():
        seen.append(event.id)
        store.append([review()])
    assert len(seen) == 2
    assert len(list(store.events())) == 4


def test_undo_finds_the_latest_scheduled_review_of_this_device_that_was_not_taken_back(store: Store) -> None:
    first, second, _, _ = store.append([review(), review(), review(practice=True), Taught(**WHEN)])
    with Store.open(store.path, "phone") as phone:
        phone.append([review()])
    assert second == store.last_action()
    store.append([Retract(**WHEN, target=second.id), Retract(**WHEN, target=second.id)])
    assert first == store.last_action()
    store.append([Retract(**WHEN, target=first.id)])
    assert store.last_action() is None
    assert store.last_action("phone") is not None


def test_undo_finds_puttings_off_too(store: Store) -> None:
    first, second, third = store.append([review(), Suspend(**WHEN, on=True), Bury(**WHEN, until=DAY + 1)])
    assert third == store.last_action()
    store.append([Retract(**WHEN, target=third.id)])
    assert second == store.last_action()
    store.append([Retract(**WHEN, target=second.id)])
    assert first == store.last_action()


def test_history_and_counts_hold_lessons_and_effective_reviews_without_practice(store: Store) -> None:
    lesson, kept, gone, _, _ = store.append(
        [Taught(**WHEN), review(), review(card="b"), review(practice=True), review(day=DAY + 1)]
    )
    store.append([Retract(**WHEN, target=gone.id)])
    assert ((lesson.id, CARD, "lesson", ""), (kept.id, CARD, "review", kept.form)) == store.history(DAY)
    assert store.counts_by_day() == {DAY: 1, DAY + 1: 1}
    assert store.history(DAY + 2) == ()


def test_the_latest_note_counts_and_an_empty_one_removes_it(store: Store) -> None:
    texts = [("a", "old"), ("b", "mine"), ("a", "new"), ("b", "")]
    store.append([Note(**(WHEN | {"card": card}), text=text) for card, text in texts])
    assert store.notes() == {"a": "new"}


def test_stored_events_are_json_as_stored_without_nulls(store: Store) -> None:
    (logged,) = store.append([review(seed=2**64 - 1)])
    expected = {
        "id": logged.id, "kind": "review", "card": CARD, "at": AT, "day": DAY, "offset": 60, "device": "laptop",
        "rating": 3, "right": True, "form": "choice-4", "options": 4, "rung": 2, "planned_form": "cloze",
        "planned_options": 0, "retention": 0.9, "parameters": "fsrs-default", "scheduler": "fsrs 6.3.2",
        "fingerprint": "f", "seed": 2**64 - 1, "lang": "zh", "elapsed": 1234, "guessed": False, "hint": 0,
        "practice": False, "shown": digest('{"stem": "多少？"}'), "answer": digest('{"options": ["128000"]}'),
    }  # fmt: skip
    assert [list(expected.items())] == [list(row.items()) for row in store.stored()]
    assert [row["shown"] for row in store.stored(CARD, with_content=True)] == ['{"stem": "多少？"}']
    assert list(store.stored("b")) == []


def test_states_can_be_thrown_away_and_replaced(store: Store) -> None:
    store.append([], [state("a"), state("b"), state("c")])
    store.shelve({"a": ("ideas", "core"), "c": ("prices", "detail")}.get)
    store.replace_states([state("b"), state("c", due_day=DAY + 1)])
    assert list(store.states()) == ["b", "c"]
    assert store.check() == []
