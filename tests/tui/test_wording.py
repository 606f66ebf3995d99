"""Numbers and dates as sentences, in both languages."""

import pytest

from llmquiz.trainer.views import Due, HomeView, Summary
from llmquiz.tui import wording
from llmquiz.tui.speech import speak


def standing(due, new, minutes):
    """A home view with these numbers."""
    return HomeView(due, new, minutes, 0, 0, 0, (), ())


@pytest.mark.parametrize(
    ("lang", "view", "sentence"),
    [
        ("en", standing(12, 10, 6), "12 due today, 10 new, about 6 minutes"),
        ("en", standing(1, 0, 0), "1 due today, about 1 minute"),
        ("en", standing(0, 0, 0), "Nothing more for today."),
        ("zh", standing(12, 10, 6), "今日到期 12 张，新卡 10 张，约 6 分钟"),
    ],
)
def test_today_in_a_sentence(lang, view, sentence):
    speak(lang)
    assert sentence == wording.today(view)


@pytest.mark.parametrize(
    ("due", "en", "zh"),
    [
        (Due(minutes=1), "in 1 minute", "1 分钟后"),
        (Due(minutes=10), "in 10 minutes", "10 分钟后"),
        (Due(days=0), "today", "今天"),
        (Due(days=1), "tomorrow", "明天"),
        (Due(days=3), "in 3 days", "3 天后"),
    ],
)
def test_when_something_comes_next(due, en, zh):
    assert en == wording.when(due)
    speak("zh")
    assert zh == wording.when(due)


def test_sentences_follow_each_other_without_a_space_in_chinese():
    assert "Right. Next tomorrow." == wording.sentences("Right.", "", "Next tomorrow.")
    speak("zh")
    assert "答对了。下次：明天。" == wording.sentences("答对了。", "下次：明天。")


@pytest.mark.parametrize(("share", "words"), [(0, "0 %"), (0.424, "42 %"), (0.999, "99 %"), (1, "100 %")])
def test_only_the_whole_is_a_hundred_per_cent(share, words):
    assert words == wording.percent(share)


def test_days_have_names():
    assert ["today", "Mon", "Tue"] == [wording.day_name(19323 + ahead, 19323) for ahead in range(3)]


def test_a_session_in_numbers():
    assert "9 answers, 7 right, 2 lessons, about 3 minutes" == wording.answered(Summary(9, 7, 2, 3.2))
