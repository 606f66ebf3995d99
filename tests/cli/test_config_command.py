"""`llmquiz config`: told as the file has it, changed without losing what stands there, weighed before it is changed."""

import json
import tomllib
from collections.abc import Callable
from dataclasses import replace

import pytest
from click.testing import Result

from llmquiz.cli.surroundings import Surroundings
from llmquiz.files.setting_kinds import KINDS
from llmquiz.files.settings import Settings, load_settings
from llmquiz.tui.keys import COMMANDS
from tables import every_row

Llmquiz = Callable[..., Result]


def settings_in(surroundings: Surroundings) -> Settings:
    """What the file says, without a mistake."""
    settings, problems = load_settings(surroundings.home.config)
    assert () == problems
    return settings


def test_all_settings_are_told_as_the_file_would_have_them(llmquiz: Llmquiz) -> None:
    llmquiz("config", "leech", "5")
    told = llmquiz("config")
    assert 0 == told.exit_code
    assert {"leech": 5} == tomllib.loads(told.stdout)
    assert "# New cards a day.\n# new_per_day = 10\n" in told.stdout


def test_json_has_one_object_a_setting(llmquiz: Llmquiz) -> None:
    rows = [json.loads(line) for line in llmquiz("config", "--json").stdout.splitlines()]
    assert [*KINDS, "keys"] == [row["name"] for row in rows]
    assert {"name": "leech", "value": 8, "default": 8, "about": KINDS["leech"].comment} in rows


def test_one_setting_is_told_for_scripts(llmquiz: Llmquiz) -> None:
    assert "0.9\n" == llmquiz("config", "retention").stdout
    assert "[1, 10]\n" == llmquiz("config", "learning_steps").stdout
    assert 0.9 == json.loads(llmquiz("config", "retention", "--json").stdout)["value"]


@every_row(
    ("name", "text", "value"),
    [
        ("new_per_day", "20", 20),
        ("retention", "95%", 0.95),
        ("learning_steps", "1,10,60", (1, 10, 60)),
        ("tiers", "core", ("core",)),
        ("hide_options", "yes", True),
        ("theme", "light", "light"),
        ("lang", "zh", "zh"),
        ("lang", "zh-CN", "zh-CN"),
        ("topics_off", "garden", ("garden",)),
        ("topics_off", "", ()),
    ],
)
def test_a_setting_is_set_and_said_on_stderr(
    llmquiz: Llmquiz, surroundings: Surroundings, name: str, text: str, value: object
) -> None:
    surroundings.home.config.unlink(missing_ok=True)
    told = llmquiz("config", name, text)
    assert (0, "") == (told.exit_code, told.stdout)
    assert told.stderr.startswith(f"{name} = ")
    assert value == getattr(settings_in(surroundings), name)


def test_what_the_learner_wrote_stays(llmquiz: Llmquiz, surroundings: Surroundings) -> None:
    surroundings.home.config.write_text("# mine\nleech = 4 # stubborn\n", encoding="utf-8")
    llmquiz("config", "new_per_day", "3")
    text = surroundings.home.config.read_text(encoding="utf-8")
    assert text.startswith("# mine\nleech = 4 # stubborn\n")
    assert Settings(leech=4, new_per_day=3) == settings_in(surroundings)


def test_the_default_comes_back(llmquiz: Llmquiz, surroundings: Surroundings) -> None:
    llmquiz("config", "new_per_day", "3")
    assert "new_per_day = 10 (was 3)\n" == llmquiz("config", "new_per_day", "--default").stderr
    assert Settings() == settings_in(surroundings)


@every_row(
    ("arguments", "sentence"),
    [
        (["retentoin"], "There is no setting `retentoin`. Did you mean `retention`?"),
        (["retention", "0.99"], "retention: 0.99 is not from 0.8 to 0.95. Write a share of one, such as 0.88."),
        (["retention", "200%"], "retention: 200% is not from 0.8 to 0.95. Write a share of one, such as 0.88."),
        (["retention", "2"], "retention: 2 is not from 0.8 to 0.95."),
        (["retention", "９９ %"], "retention: 99 % is not from 0.8 to 0.95."),
        (["new_per_day", "20000"], "new_per_day: 20000 is not from 0 to 9999."),
        (["learning_steps", "1, 20000"], "learning_steps: 20000 is not from 1 to 1440."),
        (["new_per_day", "many"], "new_per_day: This must be a whole number. Write for example"),
        (["topics_off", "gardne"], "topics_off: There is no `gardne` to choose. Did you mean `garden`?"),
        (["topics_off", "nothing-like-it"], "topics_off: There is no `nothing-like-it` to choose. Choose among "),
        (["lang", "fr"], "lang: There is no `fr` to choose. Choose among en, zh."),
        (["theme", "nord"], "theme: There is no `nord` to choose."),
        (["keys", "x"], "Name the action, too"),
        (["keys.home.explore", "t"], "keys.home.explore: `t` is the key of `home.stats` there."),
        (["home.explroe", "t"], "Did you mean `keys.home.explore`?"),
        (["leech", "--simulate"], "The workload is told of new_per_day, retention and maximum_interval."),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(
    llmquiz: Llmquiz, surroundings: Surroundings, arguments: list[str], sentence: str
) -> None:
    told = llmquiz("config", *arguments)
    assert (2, "") == (told.exit_code, told.stdout)
    assert sentence in told.stderr
    assert Settings() == settings_in(surroundings)


def test_a_file_with_mistakes_is_left_to_be_mended(llmquiz: Llmquiz, surroundings: Surroundings) -> None:
    surroundings.home.config.write_text("leech = many\n", encoding="utf-8")
    told = llmquiz("config", "new_per_day", "3")
    assert (1, "leech = many\n") == (told.exit_code, surroundings.home.config.read_text(encoding="utf-8"))
    assert "Mend these first" in told.stderr
    assert 1 == llmquiz("config").exit_code


def test_a_file_that_breaks_while_the_value_is_looked_up_is_left_to_be_mended(
    llmquiz: Llmquiz, surroundings: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaking(_surroundings: Surroundings) -> tuple[str, ...]:
        surroundings.home.config.write_text("[keys", encoding="utf-8")
        return ("garden",)

    monkeypatch.setattr("llmquiz.cli.names.topics", breaking)
    told = llmquiz("config", "topics_off", "garden")
    assert (1, "[keys") == (told.exit_code, surroundings.home.config.read_text(encoding="utf-8"))
    assert "Mend these first" in told.stderr


def test_what_is_set_beside_an_open_program_stays_when_that_one_keeps_its_own_choice(
    llmquiz: Llmquiz, surroundings: Surroundings
) -> None:
    with surroundings.trainer() as trainer:
        llmquiz("config", "retention", "0.85")
        llmquiz("config", "keys.home.today", "z")
        trainer.settle(replace(trainer.settings, theme="light"))
        assert trainer.save_settings()
        expected = Settings(retention=0.85, theme="light", keys=(("home.today", ("z",)),))
        assert expected == settings_in(surroundings) == trainer.settings


WRONG = (
    'topics_off = ["opnai", "gardne", "garden"]\nlang = "de"\nleech = 4\ntheme = "drak"\n[keys]\n"home.explore" = "t"\n'
)


def test_names_that_there_are_not_are_told_with_their_line_count_for_nothing_and_the_rest_holds(
    llmquiz: Llmquiz, surroundings: Surroundings
) -> None:
    surroundings.home.config.write_text(WRONG, encoding="utf-8")
    told = llmquiz("config")
    expected = {"topics_off": ["garden"], "leech": 4, "keys": {"home.explore": ["t"]}}
    assert (1, expected) == (told.exit_code, tomllib.loads(told.stdout))
    places = [line.partition("config.toml:")[2].partition(" ")[0] for line in told.stderr.splitlines()[::2]]
    assert ["1:1:", "1:1:", "2:1:", "4:1:", "6:1:"] == places
    assert (
        "1:1: not-one-of: `topics_off`: There is no `gardne` to choose.\n    help: Did you mean `garden`?"
        in told.stderr
    )
    assert "4:1: not-one-of: `theme`: There is no `drak` to choose.\n    help: Did you mean `dark`?" in told.stderr
    assert "2:1: not-one-of: `lang`: There is no `de` to choose." in told.stderr


def test_a_name_that_there_is_not_keeps_nobody_from_mending_it_or_from_setting_something_else(
    llmquiz: Llmquiz, surroundings: Surroundings
) -> None:
    surroundings.home.config.write_text('theme = "drak" # mine\ntopics_off = ["gardne"]\n', encoding="utf-8")
    llmquiz("config", "leech", "5")
    llmquiz("config", "theme", "dark")
    assert Settings(leech=5, theme="dark", topics_off=("gardne",)) == settings_in(surroundings)
    llmquiz("config", "topics_off", "garden")
    assert (0, "") == (llmquiz("config").exit_code, llmquiz("config").stderr)


def test_a_language_may_name_its_region(llmquiz: Llmquiz, surroundings: Surroundings) -> None:
    surroundings.home.config.write_text('lang = "zh-CN"\n', encoding="utf-8")
    assert (0, "") == (llmquiz("config").exit_code, llmquiz("config").stderr)


def test_the_keys_of_every_action_are_listed(llmquiz: Llmquiz) -> None:
    lines = llmquiz("config", "keys").stdout.splitlines()
    assert [f"keys.{command.id}" for command in COMMANDS] == [line.split()[0] for line in lines]
    rows = [json.loads(line) for line in llmquiz("config", "keys", "--json").stdout.splitlines()]
    assert [list(command.keys) for command in COMMANDS] == [row["default"] for row in rows]


@pytest.mark.parametrize("name", ["keys.home.explore", "home.explore"])
def test_keys_are_set_and_given_back(llmquiz: Llmquiz, surroundings: Surroundings, name: str) -> None:
    assert 0 == llmquiz("config", name, "x, f11").exit_code
    assert (("home.explore", ("x", "f11")),) == settings_in(surroundings).keys
    assert '["x", "f11"]\n' == llmquiz("config", name).stdout
    llmquiz("config", name, "--default")
    assert () == settings_in(surroundings).keys


def test_the_workload_is_told_and_nothing_is_changed(llmquiz: Llmquiz, surroundings: Surroundings) -> None:
    told = llmquiz("config", "retention", "0.95", "--simulate")
    assert (0, "") == (told.exit_code, told.stderr)
    title, *lines = told.stdout.splitlines()
    assert "Answers a day in the coming 90 days" == title
    assert ["80 %", "85 %", "90 %", "95 %"] == [line.strip().partition(":")[0] for line in lines]
    assert [True, True, False, True] == ["×" in line for line in lines]
    assert Settings() == settings_in(surroundings)
    data = json.loads(llmquiz("config", "new_per_day", "3", "--simulate", "--json").stdout)
    assert ("new_per_day", 90, ["3", "5", "10", "20"]) == (data["name"], data["days"], list(data["answers_a_day"]))


def test_it_speaks_the_learners_language(llmquiz: Llmquiz) -> None:
    llmquiz("config", "lang", "zh")
    assert "# 每天的新卡片数。\n# new_per_day = 10\n" in llmquiz("config").stdout
