"""The sections of the statistics: what is plotted of a record, and what is too little to be plotted."""

import pytest

from llmquiz.stats.recall import Attempt, calibration, weeks
from llmquiz.trainer.statistics import Record
from llmquiz.tui import plots

TODAY = 20780


def predicted(*groups):
    """The calibration's section after so many answers of each prediction, all of them right."""
    attempts = [Attempt(TODAY, "typed", share, 0.9, True, True) for share, count in groups for _ in range(count)]
    record = Record(0.9, (), calibration(attempts), {}, len(attempts))
    (section,) = (each for each in plots.replayed(record, TODAY) if each.id == "calibration")
    return section


def test_predictions_are_plotted_against_what_came_above_the_forms():
    square, forms = predicted((0.75, 9), (0.92, 9)).draws(78).plain.split("\n\n")
    assert " 70 % ┤" in square
    assert "Answers grouped by what was predicted" in square
    assert "typed" in forms


@pytest.mark.parametrize("groups", [[(0.75, 9)], [(0.75, 9), (0.92, 4)]])
def test_one_prediction_alone_or_a_handful_of_answers_make_no_plot(groups):
    drawn = predicted(*groups).draws(78).plain
    assert "┤" not in drawn
    assert "typed" in drawn


def test_without_answers_nothing_is_drawn():
    assert predicted().draws is None


def retained(*days, to=TODAY):
    """The section of retention after answers on such days, all right, where more was wanted than the retention."""
    attempts = [Attempt(day, "typed", 0.9, 0.95, True, True) for day in days]
    record = Record(0.9, weeks(attempts, to, 26), calibration(attempts), {}, len(attempts))
    return next(each for each in plots.replayed(record, to) if each.id == "retention").draws(78).plain.split("\n")


def test_a_week_without_answers_keeps_the_target_of_the_one_before():
    drawn = retained(TODAY - 35, TODAY - 14)
    assert [line for line in drawn if line.startswith(" 95 %")]
    assert not [line for line in drawn if line.startswith(" 90 %")]


@pytest.mark.parametrize("weeks", [1, 2, 4, 5, 6, 26])
def test_an_axis_of_weeks_has_a_date_from_the_first_week_on(weeks):
    (section,) = (each for each in plots.replayed(spent(weeks), TODAY) if each.id == "time")
    assert section.draws(78).plain.split("\n")[-1].strip()


def spent(weeks):
    """A minute in each of so many weeks."""
    return Record(0.9, (), calibration([]), {TODAY - 7 * week: 60.0 for week in range(weeks)}, 0)
