"""The doctor: the derived states equal a replay of the log; where they do not, he says so, and puts it right."""

import sqlite3
from contextlib import closing

import pytest
from trainer_samples import answer_right

from llmquiz.trainer.doctor import examine


def answered(desk):
    """Give a few answers."""
    with desk.trainer() as trainer:
        session = trainer.study()
        for _ in range(4):
            answer_right(session)
            session.next()


@pytest.fixture
def studied(desk, lived):
    """A learner with a few answers behind him."""
    lived(desk, answered)


def tamper(desk, statement, *values):
    """What another program did to the file."""
    with closing(sqlite3.connect(desk.home.database())) as connection, connection:
        connection.execute(statement, values)


def told(found):
    """What is wrong with the file, in English."""
    return tuple(map(str, found.file))


@pytest.mark.usefixtures("studied")
def test_a_healthy_file_is_healthy(desk):
    with desk.store() as store:
        found = examine(store)
    assert (True, (), (), False) == (found.healthy, found.file, found.states, found.repaired)
    assert found.events > 4
    assert found.cards >= 4


def test_a_new_file_is_healthy(desk):
    with desk.trainer():
        pass
    with desk.store() as store:
        assert (True, 0, 0) == (examine(store).healthy, examine(store).events, examine(store).cards)


@pytest.mark.usefixtures("studied")
def test_a_state_that_is_not_what_the_log_says_is_found_and_only_told(desk):
    with desk.store() as store:
        card = next(state.card for state in store.states().values() if state.repetitions)
        before = store.states()
    tamper(desk, "UPDATE states SET stability = 99.0 WHERE card = ?", card)
    with desk.store() as store:
        found = examine(store)
        assert ((card,), False, False) == (found.states, found.healthy, found.repaired)
        assert before != store.states()


@pytest.mark.usefixtures("studied")
def test_a_repair_puts_the_replayed_states_in_the_place_of_wrong_ones(desk):
    with desk.store() as store:
        before = store.states()
    card = next(iter(before))
    tamper(desk, "UPDATE states SET stability = 99.0, due_day = 1 WHERE card = ?", card)
    with desk.store() as store:
        found = examine(store, repair=True)
        assert (True, True, (card,)) == (found.healthy, found.repaired, found.states)
        assert before == store.states()
        assert (True, False, ()) == (examine(store).healthy, examine(store).repaired, examine(store).states)
    desk.assert_states_are_the_log()


@pytest.mark.usefixtures("studied")
def test_a_state_that_was_lost_and_one_that_was_invented_are_both_found(desk):
    with desk.store() as store:
        lost = next(state.card for state in store.states().values() if state.repetitions)
    tamper(desk, "UPDATE states SET card = 'fact:nobody/nothing#value' WHERE card = ?", lost)
    with desk.store() as store:
        assert {lost, "fact:nobody/nothing#value"} == set(examine(store, repair=True).states)
    desk.assert_states_are_the_log()


@pytest.mark.parametrize(
    ("statement", "seen"),
    [
        ("UPDATE states SET phase = 'weird'", ()),
        ("UPDATE states SET recent_forms = 'xx'", ()),
        ("DROP TABLE states", ("The table states is missing.",)),
        ("DROP TABLE due_by_day", ("The table due_by_day is missing.",)),
        ("DROP INDEX events_by_day", ("The index events_by_day is missing.",)),
        ("DROP TRIGGER events_never_deleted", ("The trigger events_never_deleted is missing.",)),
    ],
)
@pytest.mark.usefixtures("studied")
def test_whatever_is_derived_is_diagnosed_and_repaired(desk, statement, seen):
    with desk.store() as store:
        before = store.states()
    tamper(desk, statement)
    with desk.store() as store:
        found = examine(store)
        assert (seen, False) == (told(found)[: len(seen)], found.healthy)
        repaired = examine(store, repair=True)
        assert (True, (), found.file, found.states) == (
            repaired.repaired,
            repaired.file,
            repaired.mended,
            repaired.states,
        )
        assert before == store.states()
        assert (True, ()) == (examine(store).healthy, examine(store).mended)
    desk.assert_states_are_the_log()


@pytest.mark.usefixtures("studied")
def test_what_cannot_be_repaired_stays_told(desk):
    tamper(desk, "CREATE TABLE extra (x)")
    with desk.store() as store:
        found = examine(store, repair=True)
    assert (("The table extra is not as llmquiz made it.",), (), False) == (told(found), found.mended, found.healthy)


@pytest.mark.usefixtures("studied")
def test_after_a_repair_the_learner_goes_on_where_he_was(desk):
    with desk.trainer() as trainer:
        shown = trainer.study().view
    tamper(desk, "DELETE FROM states")
    with desk.store() as store:
        assert examine(store, repair=True).healthy
    with desk.trainer() as trainer:
        again = trainer.study().view
    assert type(shown) is type(again)
    assert getattr(shown, "item", None) == getattr(again, "item", None)
