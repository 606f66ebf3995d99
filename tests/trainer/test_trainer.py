"""How things stand: what the home screen says, and that it says what a sitting then does."""

import gc
import shutil

import pytest
from trainer_samples import Desk, days_later, study

from forests import forest
from llmquiz.files.paths import home
from llmquiz.trainer.clock import SystemClock
from llmquiz.trainer.opening import opened
from llmquiz.trainer.views import LessonView


def test_a_first_morning(desk):
    with desk.trainer() as trainer:
        shown = trainer.home()
    assert (0, 10, 0, 0) == (shown.due, shown.new, shown.done_today, shown.streak)
    assert shown.minutes > 0
    assert ["ideas", "forest", "prices"] == [topic.id for topic in shown.topics]
    assert {0.0} == {topic.mastery for topic in shown.topics}
    assert () == shown.problems


def test_after_a_sitting_nothing_is_left_and_the_topics_have_grown(desk):
    with desk.trainer() as trainer:
        study(trainer.study(), desk.clock)
        shown = trainer.home()
    assert (0, 0, 10, 1) == (shown.due, shown.new, shown.done_today, shown.streak)
    assert max(topic.mastery for topic in shown.topics) > 0
    assert 10 == sum(topic.started for topic in shown.topics)
    assert shown.next_due is not None
    assert 0 < sum(shown.forecast) <= 10


def test_the_next_mornings_reviews_are_what_was_foretold(desk):
    with desk.trainer() as trainer:
        study(trainer.study(), desk.clock)
        shown = trainer.home()
    days_later(desk, shown.next_due)
    with desk.trainer() as trainer:
        later = trainer.home()
    assert shown.forecast[shown.next_due] == later.due > 0


def test_names_of_topics_are_in_the_learners_language(desk):
    with desk.trainer("zh") as trainer:
        assert ["概念", "森林", "价格"] == [topic.name for topic in trainer.home().topics]
        assert "zh" == trainer.study().view.lesson.lang


def test_the_log_is_told_as_it_is_stored_oldest_first(desk):
    with desk.trainer() as trainer:
        study(trainer.study(limit=3), desk.clock)
        events = list(trainer.log())
        card = events[-1]["card"]
        ids = [event["id"] for event in events]
        assert sorted(ids) == ids
        assert {card} == {event["card"] for event in trainer.log(card)}


def test_opening_makes_a_home_from_nothing(tmp_path):
    questions = forest(1).write(tmp_path / "questions")
    place = home({"LLMQUIZ_HOME": str(tmp_path / "deep" / "home")})
    with opened(place, questions=questions, clock=Desk(place, questions).clock) as trainer:
        assert "en" == trainer.lang
        assert isinstance(trainer.study().view, LessonView)
    assert place.database().exists()
    assert place.index.exists()


def test_a_home_that_can_only_be_read_opens_without_a_device_of_its_own(tmp_path, compiled_forest, monkeypatch):
    questions = compiled_forest.questions
    place = home({"LLMQUIZ_HOME": str(tmp_path)})
    shutil.copy(compiled_forest.index, place.index)
    clock = Desk(place, questions).clock
    with opened(place, questions=questions, clock=clock):
        pass

    def refused(_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("llmquiz.trainer.opening.device_id", refused)
    with pytest.raises(PermissionError), opened(place, questions=questions, clock=clock):
        pass
    monkeypatch.setattr("llmquiz.trainer.opening.os.access", lambda *_: False)
    with opened(place, questions=questions, clock=clock) as trainer:
        assert isinstance(trainer.study().view, LessonView)


def test_the_garbage_collector_leaves_a_library_alone_while_it_is_in_use(tmp_path, compiled_forest):
    place = home({"LLMQUIZ_HOME": str(tmp_path)})
    shutil.copy(compiled_forest.index, place.index)
    with opened(place, questions=compiled_forest.questions) as trainer:
        looked_through = {id(each) for each in gc.get_objects()}
        assert looked_through.isdisjoint(map(id, trainer.library.cards))
    assert 0 == gc.get_freeze_count()


def test_a_broken_setting_and_a_broken_bank_are_told_and_the_rest_is_in_use(tmp_path, compiled_forest):
    questions = compiled_forest.questions
    place = home({"LLMQUIZ_HOME": str(tmp_path)})
    shutil.copy(compiled_forest.index, place.index)
    place.banks.mkdir()
    place.config.write_text("new_per_day = -3\nreviews_per_day = 7\n", encoding="utf-8")
    (place.banks / "mine.yaml").write_text("bank: [\n", encoding="utf-8")
    with opened(place, questions=questions, clock=Desk(place, questions).clock) as trainer:
        shown = trainer.home()
    paths = {problem.place.path for problem in shown.problems}
    assert {str(place.config), str(place.banks / "mine.yaml")} == paths
    assert 10 == shown.new


def test_the_machines_clock_knows_its_time_zone():
    assert SystemClock().now().utcoffset() is not None
