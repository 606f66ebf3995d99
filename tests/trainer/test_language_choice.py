"""Which language a learner is met in."""

from llmquiz.trainer.language import preferred_language
from tables import every_row


@every_row(
    ("chosen", "environment", "expected"),
    [
        ("", {}, "en"),
        ("zh", {}, "zh"),
        ("zh", {"LANG": "en_GB.UTF-8"}, "zh"),
        ("", {"LANG": "zh_CN.UTF-8"}, "zh"),
        ("", {"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ("", {"LANG": "C.UTF-8"}, "en"),
        ("", {"LANG": "de_DE.UTF-8"}, "en"),
        ("fr", {"LANG": "zh_TW.UTF-8"}, "zh"),
    ],
)
def test_the_chosen_language_then_the_environments_then_english(chosen, environment, expected):
    assert expected == preferred_language(chosen, ("en", "zh"), environment)


def test_where_english_is_not_spoken_the_first_language_is():
    assert "zh" == preferred_language("", ("zh",), {})
