"""Retention by week and calibration, from answers with their predictions. Day 4 (1970-01-05) is a Monday."""

import pytest

from llmquiz.stats.recall import Attempt, Calibration, Recall, Week, calibration, weeks


def attempt(day=4, right=True, predicted=0.9, form="typed", aim=0.9, in_review=True):
    return Attempt(day, form, predicted, aim, right, in_review)


def test_weeks_begin_on_monday_and_go_on_to_the_present_one():
    attempts = [attempt(4), attempt(10, right=False), attempt(11, aim=0.95), attempt(3)]
    assert (
        Week(-3, Recall(1, 0.9, 1)),
        Week(4, Recall(2, 0.9, 1)),
        Week(11, Recall(1, 0.95, 1)),
        Week(18, Recall(0, 0.0, 0)),
    ) == weeks(attempts, today=20)


def test_cards_in_their_learning_steps_are_no_retention():
    assert () == weeks([attempt(in_review=False)], today=20)


def test_weeks_before_the_first_one_shown_are_left_out():
    assert [11, 18] == [week.monday for week in weeks([attempt(4), attempt(11)], today=20, count=2)]


def test_predictions_are_compared_by_form_the_most_asked_first_and_by_prediction():
    attempts = [attempt(form="cloze"), attempt(predicted=0.95), attempt(predicted=0.97, right=False)]
    found = calibration(attempts)
    assert ["typed", "cloze"] == list(found.forms)
    assert Recall(2, pytest.approx(0.96), 1) == found.forms["typed"]
    assert [(0.9, 0.95), (0.95, 1.0)] == list(found.bins)
    assert Recall(3, pytest.approx(0.94), 2) == found.all


def test_the_loss_is_small_where_predictions_hold():
    good = calibration([attempt(predicted=0.9)] * 9 + [attempt(predicted=0.9, right=False)]).log_loss
    bad = calibration([attempt(predicted=0.5)] * 9 + [attempt(predicted=0.5, right=False)]).log_loss
    assert 0.3251 == pytest.approx(good, abs=1e-4)
    assert 0.6931 == pytest.approx(bad, abs=1e-4)


def test_certainty_that_failed_is_no_error():
    assert 13 < calibration([attempt(predicted=1.0, right=False)]).log_loss < 14


def test_nothing_is_calibrated_of_nothing():
    assert Calibration(Recall(0, 0.0, 0), {}, {}, None) == calibration([])


@pytest.mark.parametrize(
    ("recall", "surprise"),
    [
        (Recall(0, 0.0, 0), 0),
        (Recall(100, 0.9, 90), 0),
        (Recall(10, 0.9, 7), -1),
        (Recall(10, 0.9, 8), 0),
        (Recall(1000, 0.9, 870), -1),
        (Recall(1000, 0.9, 930), 1),
        (Recall(3, 1.0, 3), 0),
    ],
)
def test_only_what_chance_does_not_explain_is_a_surprise(recall, surprise):
    assert surprise == recall.surprise
