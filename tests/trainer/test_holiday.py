"""Back from a holiday: today's share, a word on the rest, no wall anywhere, and new cards when it is over."""

import pytest
from trainer_samples import days_later, first_day, study

from llmquiz.storage.due import due_on
from llmquiz.study.catching_up import LEAST
from llmquiz.trainer.session import Session


@pytest.fixture
def back(desk, lived, monkeypatch):
    """Somebody who knows every card, and was away for thirty days; a day holds five reviews at least."""
    monkeypatch.setattr("llmquiz.study.catching_up.LEAST", 5)
    monkeypatch.setattr("llmquiz.study.catching_up.MORE_THAN_USUAL", 0.1)
    lived(desk, first_day)
    days_later(desk, 31)
    with desk.trainer(new_per_day=3) as trainer:
        yield trainer


def test_home_says_todays_share_and_how_long_the_rest_takes(back, desk):
    home = back.home()
    overdue = due_on(desk.home.database(), home.day)
    most = back.home().due
    assert 5 <= most < overdue / 2
    assert (30, True) == (home.backlog.away, home.backlog.new_waits)
    assert overdue == most + home.backlog.later
    assert home.backlog.days >= overdue // most - 1
    assert 0 == home.new


def test_no_day_of_the_forecast_and_no_topic_is_a_wall(back):
    home = back.home()
    assert max(home.forecast) <= home.due
    assert home.due == sum(topic.due for topic in home.topics)


def test_the_summary_says_it_too_and_the_share_is_done(back, desk):
    share = back.home().due
    session: Session = back.study()
    study(session, desk.clock)
    summary = session.view.summary
    assert (0, share) == (summary.left_today, summary.due_tomorrow)
    assert summary.backlog.later > 0
    assert (0, 0) == (back.home().due, back.home().new)


def test_day_by_day_the_backlog_shrinks_until_new_cards_come_again(back, desk):
    later = [back.home().backlog.later]
    for _day in range(60):
        study(back.study(), desk.clock)
        days_later(desk, 1)
        home = back.home()
        if home.backlog is None:
            break
        later.append(home.backlog.later)
    assert sorted(later, reverse=True) == later
    assert home.new > 0


def test_a_usual_day_knows_no_backlog(desk):
    with desk.trainer(new_per_day=10) as trainer:
        for _day in range(5):
            assert trainer.home().backlog is None
            study(trainer.study(), desk.clock)
            days_later(desk, 1)


def test_who_wants_few_reviews_gets_new_cards_all_the_same(desk):
    with desk.trainer(new_per_day=20) as trainer:
        study(trainer.study(), desk.clock)
    days_later(desk, 30)
    with desk.trainer(new_per_day=3, reviews_per_day=2) as trainer:
        home = trainer.home()
        assert (2, 3, False) == (home.due, home.new, home.backlog.new_waits)
        assert LEAST > 2
