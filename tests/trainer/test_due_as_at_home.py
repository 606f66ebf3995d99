"""`llmquiz due` and the statistics say what home says, whatever was done today and before."""

import json
import shutil
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from trainer_acting import ACTIONS, Learner
from trainer_samples import GIVE_UP, days_later, first_day, study, to_question

from llmquiz.cli.prompt import told
from llmquiz.files.paths import Home
from llmquiz.files.settings import Settings, save_settings
from llmquiz.storage.store import Store
from llmquiz.trainer.clock import SetClock
from llmquiz.trainer.views import FinishedView, WaitingView

LIMITS = st.builds(
    Settings, reviews_per_day=st.sampled_from([1, 3, 5, 8, 45, 200]), new_per_day=st.sampled_from([0, 3, 10])
)
AWAY = st.sampled_from([0, 1, 2, 9, 31])


@pytest.fixture
def back(desk, lived):
    """Somebody who knows every card, and was away for thirty days; five reviews a day are wanted."""
    lived(desk, first_day)
    days_later(desk, 31)
    with desk.trainer(new_per_day=0, reviews_per_day=5) as trainer:
        save_settings(desk.home.config, trainer.settings, Settings())
        yield trainer


def prompt(home, clock):
    return json.loads(told(home, "default", clock, as_json=True))


def at_home(trainer):
    """The same numbers by way of the cards."""
    home = trainer.home()
    later, days = (home.backlog.later, home.backlog.days) if home.backlog else (0, 0)
    return {"due": home.due, "tomorrow": home.forecast[1], "week": sum(home.forecast[:7]), "later": later, "days": days}


def give_up(session, times):
    """Know nothing, so many times."""
    for _ in range(times):
        to_question(session)
        session.answer(GIVE_UP)


def test_what_was_not_known_stays_due_while_more_waits_than_the_day_holds(back, desk):
    give_up(back.study(), 3)
    said = prompt(desk.home, desk.clock)
    assert 5 == back.home().due == said["due"]
    assert back.home().backlog.later == said["later"]


def test_steps_of_a_day_when_the_clock_was_ahead_wait_for_that_day_here_and_there(desk, lived):
    lived(desk, first_day)
    days_later(desk, 31)
    with desk.trainer(new_per_day=0) as trainer:
        give_up(trainer.study(), 3)
    days_later(desk, -10)
    with desk.trainer() as trainer:
        assert trainer.home().due == prompt(desk.home, desk.clock)["due"]
        views = study(trainer.study(), desk.clock)
        assert isinstance(views[-1], FinishedView)
        assert all(view.minutes < 60 for view in views if isinstance(view, WaitingView))
        assert 0 == trainer.home().due == prompt(desk.home, desk.clock)["due"]


@settings(
    max_examples=settings.default.max_examples // 2,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(actions=ACTIONS, limits=LIMITS, away=AWAY)
def test_it_is_so_after_any_sequence_of_actions(tmp_path_factory, desk, lived, actions, limits, away):
    lived(desk, first_day)
    home = Home(shutil.copytree(desk.home.root, tmp_path_factory.mktemp("learner") / "home"))
    save_settings(home.config, limits, Settings())
    clock = SetClock(desk.clock.moment + timedelta(days=away))
    library = desk.questions.library(desk.clock.now().date())
    with Store.open(home.database(), "0123abcd") as store:
        learner = Learner(library, store, clock, limits)
        for action in ("", *actions):
            learner.take(action)
            said = prompt(home, clock)
            expected = at_home(learner.trainer)
            assert expected == {name: said[name] for name in expected}


def test_the_statistics_count_a_day_and_a_topic_as_home_does(back):
    home, statistics = back.home(), back.overview()
    assert (home.forecast, home.topics) == (statistics.forecast, statistics.topics)
    assert home.due == statistics.forecast[0] == sum(topic.due for topic in statistics.topics)


def test_on_a_usual_day_the_statistics_count_one_direction_of_a_fact_and_nothing_waits(desk, lived):
    lived(desk, first_day)
    days_later(desk, 1)
    first_day(desk)
    days_later(desk, 31)
    with desk.trainer() as trainer:
        both = len(trainer.browse().keys("is:due"))
        home, statistics = trainer.home(), trainer.overview()
        assert both > home.due == statistics.forecast[0] == sum(topic.due for topic in statistics.topics)
    assert 0 == prompt(desk.home, desk.clock)["later"]
