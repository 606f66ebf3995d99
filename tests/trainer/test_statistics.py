"""Statistics over a log of many reviews: what was known at once, and what its replay tells."""

import pytest
from trainer_samples import MORNING

from llmquiz.core.answers import Rating
from llmquiz.core.days import day_of, milliseconds
from llmquiz.core.events import Amend, Retract, Review, Taught
from llmquiz.scheduling.fold import replay
from llmquiz.scheduling.parameters import DEFAULT_PARAMETERS, SCHEDULER, parameters_event
from llmquiz.stats.recall import Recall

TODAY = day_of(MORNING)
CARDS = ("fact:oak/developer#value", "fact:elm/developer#value", "bank:gone/card")
DAYS = 60


def review(card, day, rating=Rating.GOOD, at=0, form="typed", options=0, **fields):
    return Review(
        card=card, day=day, at=milliseconds(MORNING) + (day - TODAY) * 86_400_000 + at, offset=0, rating=rating,
        right=rating > Rating.AGAIN, form=form, options=options, rung=1, planned_form=form, planned_options=options,
        retention=0.9, parameters=DEFAULT_PARAMETERS.id, scheduler=SCHEDULER, elapsed=5000, **fields,
    )  # fmt: skip


def many():
    """Two months in which each card comes every third day; the second fails whenever the day ends in 0."""
    yield parameters_event(DEFAULT_PARAMETERS, at=0, day=TODAY - DAYS, offset=0)
    for day in range(TODAY - DAYS, TODAY + 1):
        for at, card in enumerate(CARDS):
            if (day + at) % 3 == 0:
                rating = Rating.AGAIN if card == CARDS[1] and day % 10 == 0 else Rating.GOOD
                yield review(
                    card, day, rating, at=20_000 * at, form="choice-4" if at else "typed", options=4 * (at > 0)
                )


@pytest.fixture
def studied(desk):
    """A learner with a log."""
    with desk.store() as store:
        events = store.append(many())
        store.append((), replay(events).values())
    return desk


def test_the_overview_needs_no_replay(studied):
    with studied.trainer() as trainer:
        view = trainer.overview()
    assert TODAY == view.day
    assert DAYS + 1 == view.total == view.streak.current
    assert 30 == len(view.forecast)
    assert ["ideas", "forest", "prices"] == [topic.id for topic in view.topics]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_hardest_cards_have_a_name_in_the_language_that_is_spoken(studied, lang):
    with studied.trainer(lang) as trainer:
        (hard,) = trainer.overview().hardest
        assert CARDS[1] == hard.card
        assert (trainer.library.card(CARDS[1]) is None) == (hard.title == CARDS[1])
        assert hard.answers - hard.right == 2


def test_the_record_compares_what_was_predicted_with_what_came(studied):
    with studied.trainer() as trainer:
        record = trainer.record()
    assert DAYS + 1 == record.reviews
    found = record.calibration
    assert {"choice-4", "typed"} == set(found.forms)
    assert DAYS + 1 - len(CARDS) == found.all.answers == sum(each.answers for each in found.forms.values())
    assert found.forms["typed"].right == found.forms["typed"].answers
    assert 2 == found.forms["choice-4"].answers - found.forms["choice-4"].right
    assert 0.8 < found.all.expected < 1


def test_a_week_is_measured_against_the_retention_with_lucky_guesses(studied):
    with studied.trainer() as trainer:
        week = trainer.record().weeks[-2]
    assert 6 == week.recall.answers, "the seventh came out of relearning"
    typed, choices = 0.9, 0.9 + 0.1 / 4
    assert min(typed, choices) < week.recall.expected < max(typed, choices)


def test_practice_takes_time_and_counts_for_nothing_else(studied):
    with studied.trainer() as trainer:
        before = trainer.record()
    with studied.store() as store:
        store.append([review(CARDS[0], TODAY, at=60_000, practice=True)])
    with studied.trainer() as trainer:
        after = trainer.record()
        assert DAYS + 1 == trainer.overview().total
    assert before.calibration == after.calibration
    assert before.seconds[TODAY] < after.seconds[TODAY]


def test_what_was_taken_back_or_overruled_is_not_what_counts(desk):
    card = CARDS[0]
    with desk.store() as store:
        logged = store.append([review(card, TODAY - 9), review(card, TODAY - 2), review(card, TODAY, at=1)])
        stamp = {"card": card, "at": milliseconds(MORNING), "day": TODAY, "offset": 0}
        again = {"rating": Rating.AGAIN, "planned_form": "typed", "planned_options": 0}
        store.append([Amend(**stamp, **again, target=logged[1].id), Retract(**stamp, target=logged[2].id)])
    with desk.trainer() as trainer:
        found = trainer.record().calibration.all
    assert (1, 0) == (found.answers, found.right)


def test_lessons_take_time(desk):
    with desk.store() as store:
        at = milliseconds(MORNING)
        store.append([review(CARDS[0], TODAY), Taught(card=CARDS[1], at=at + 40_000, day=TODAY, offset=0)])
    with desk.trainer() as trainer:
        assert {TODAY: 45.0} == trainer.record().seconds


def test_a_new_learner_has_nothing_to_show_and_nothing_breaks(desk):
    with desk.trainer() as trainer:
        view, record = trainer.overview(), trainer.record()
    assert (0, 0, ()) == (view.total, view.streak.current, view.hardest)
    assert ((), {}, 0, Recall(0, 0.0, 0)) == (record.weeks, record.seconds, record.reviews, record.calibration.all)
