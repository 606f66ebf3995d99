"""What is asked of the answers in the log: as they stand, practice among them."""

from sqlalchemy import text
from storage_samples import CARD, DAY, WHEN, review

from llmquiz.core.answers import Rating
from llmquiz.core.events import Amend, Flag, Note, Retract
from llmquiz.storage.engine import reading
from llmquiz.storage.store import Store

FORMS = ("choice-4",)
WRONG = {"rating": Rating.AGAIN, "right": False}


def amend(target: str, rating: Rating) -> Amend:
    return Amend(**WHEN, target=target, rating=rating, planned_form="", planned_options=0)


def test_answers_come_with_their_last_rating_and_without_what_was_taken_back(store: Store) -> None:
    first, second, third = store.append([review(), review(day=DAY + 1), review(day=DAY + 1, practice=True)])
    store.append([amend(first.id, Rating.HARD), amend(first.id, Rating.EASY), Retract(**WHEN, target=second.id)])
    assert [(CARD, 4), (CARD, 3)] == sorted(store.answers_since(DAY), reverse=True)
    assert [(CARD, 3)] == list(store.answers_since(DAY + 1))
    assert [(CARD, DAY + 1, third.at, 3)] == list(store.practised())


def test_wrong_choices_come_with_their_texts_the_latest_first(store: Store) -> None:
    store.append([
        review(**WRONG, answer="one"),
        review(**WRONG, answer="two", practice=True),
        review(**WRONG, form="typed"),
        review(),
    ])  # fmt: skip
    found = list(store.wrong_choices(FORMS))
    assert ["two", "one"] == [answer for _, _, _, answer in found]
    assert (CARD, DAY, '{"stem": "多少？"}') == found[0][:3]
    assert 1 == len(list(store.wrong_choices(FORMS, 1)))


def test_a_choice_that_was_overruled_or_taken_back_is_no_wrong_one(store: Store) -> None:
    overruled, taken_back, guessed = store.append([review(**WRONG), review(**WRONG), review()])
    store.append([
        amend(overruled.id, Rating.GOOD),
        Retract(**WHEN, target=taken_back.id),
        amend(guessed.id, Rating.AGAIN),
    ])  # fmt: skip
    assert [] == list(store.wrong_choices(FORMS))


def test_flagged_cards_are_named_once(store: Store) -> None:
    store.append([Flag(**WHEN, text="no"), Flag(**WHEN, text="not so"), Note(**WHEN, text="mind the k")])
    assert frozenset({CARD}) == store.flagged()
    assert {CARD: "mind the k"} == store.notes()


def test_notes_and_flags_are_found_without_reading_the_log(store: Store) -> None:
    for kind in ("note", "flag"):
        query = f"EXPLAIN QUERY PLAN SELECT card FROM events WHERE kind = '{kind}' AND text IS NOT NULL"
        with reading(store._engine) as connection:
            (plan,) = connection.execute(text(query)).all()
        assert "events_in_words" in plan[3]
