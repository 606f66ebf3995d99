"""Settings: what is wrong is reported with its line, the rest stays in force."""

import os
import tomllib
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from llmquiz.files.rendering import render
from llmquiz.files.setting_kinds import KINDS
from llmquiz.files.settings import Settings, key_place, load_settings, save_settings
from llmquiz.files.translating import translator
from tables import every_row

CHANGED = Settings(
    new_per_day=20, reviews_per_day=0, retention=0.85, maximum_interval=100, rollover=0, learning_steps=(5,),
    relearning_steps=(1, 2), learn_ahead=0, leech=4, tiers=("core",), lessons_at_a_time=3, lang="zh",
    theme="nord", hide_options=True, topics_off=("openai", "meta"), keys=(("home.explore", ("x", "f4")),),
)  # fmt: skip


def write(folder: Path, text: str) -> Path:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def change(path: Path, **changes: Any) -> None:
    """As somebody does who has just read the file."""
    before = load_settings(path)[0]
    save_settings(path, replace(before, **changes), before)


def test_a_missing_file_means_the_defaults(tmp_path: Path) -> None:
    assert (Settings(), ()) == load_settings(tmp_path / "config.toml")


def test_every_setting_has_a_kind_and_a_comment() -> None:
    assert [*KINDS, "keys"] == list(asdict(Settings()))
    assert all(kind.comment.endswith(".") and kind.name for kind in KINDS.values())


@every_row("name", KINDS)
def test_what_the_arrows_walk_along_can_be_used_and_ascends(name: str) -> None:
    ladder = KINDS[name].ladder
    assert list(ladder) == sorted(set(ladder))
    assert list(ladder) == [KINDS[name].read(list(each) if isinstance(each, tuple) else each) for each in ladder]


@pytest.mark.parametrize("settings", [Settings(), CHANGED, replace(Settings(), lang="en")])
def test_what_is_saved_is_what_is_loaded(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "home" / "config.toml"

    save_settings(path, settings, Settings())

    assert (settings, ()) == load_settings(path)


def test_only_what_differs_is_in_force(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    save_settings(path, replace(Settings(), new_per_day=15), Settings())
    text = path.read_text(encoding="utf-8")

    assert tomllib.loads(text) == {"new_per_day": 15}
    assert "# New cards a day.\nnew_per_day = 15\n" in text
    assert '# tiers = ["core", "detail"]\n' in text


TABLE = [
    ("new_per_day = -1", "out-of-range"),
    ("new_per_day = 3.5", "wrong-type"),
    ("new_per_day = true", "wrong-type"),
    ("retention = 0.99", "out-of-range"),
    ("retention = nan", "out-of-range"),
    ('retention = "0.9"', "wrong-type"),
    ("rollover = 24", "out-of-range"),
    ("learning_steps = 1", "wrong-type"),
    ("learning_steps = [0]", "out-of-range"),
    ("learning_steps = []", "too-few"),
    ('tiers = ["core", "all"]', "not-one-of"),
    ("tiers = [[1]]", "not-one-of"),
    ('lang = "\\u001b[31m"', "bad-value"),
    ("hide_options = 1", "wrong-type"),
    ('topics_off = ["Open AI"]', "not-a-slug"),
    ("newperday = 5", "unknown-setting"),
    ("[other]", "unknown-setting"),
    ("keys.up = 1", "wrong-type"),
    ('keys.home.explore = ["x", 2]', "wrong-type"),
    ("keys.home.explore = []", "wrong-type"),
    ("keys = 5", "wrong-type"),
]


@every_row(("line", "code"), TABLE)
def test_a_wrong_setting_is_named_with_its_line_and_the_rest_stays(tmp_path: Path, line: str, code: str) -> None:
    path = write(tmp_path, f"# mine\nleech = 5\n  {line}\n")

    settings, problems = load_settings(path)

    assert replace(Settings(), leech=5) == settings
    assert [(str(path), 3, code)] == [(problem.place.path, problem.place.line, problem.code) for problem in problems]
    assert problems[0].hint


def test_what_is_no_toml_leaves_the_defaults(tmp_path: Path) -> None:
    settings, problems = load_settings(write(tmp_path, "leech = 5\nleech 6\n"))

    assert Settings() == settings
    assert [(problem.code, problem.place.line) for problem in problems] == [("broken-toml", 2)]


BROKEN = [
    ("leech = 5\n a = [[[\n\n", (2, 9, "The file ends within a value.", "Close the bracket")),
    ("leech = 5\n  leech = 6", (2, 3, "This is set twice.", "Remove one.")),
    ("leech = 5\nleech = 6\nrollover = 3\n", (2, 1, "This is set twice.", "Remove one.")),
    ("[a]\nb = 1\n[a]\n", (3, 1, "This is set twice.", "Remove one.")),
    ("leech 6", (1, 7, "A `=` is missing behind the name.", "Write `name = value`.")),
    ("lang = zh", (1, 8, "This is no value.", "Write a number, true or false, [a list]")),
    ('lang = "zh', (1, 11, "The file ends within a value.", "Close the bracket or the quotation mark.")),
    ("learning_steps = 1 10", (1, 20, "More than one value stands here.", "Write [1, 10]")),
    ("= 3", (1, 1, "This is no name of a setting.", "Write `name = value`.")),
    ("[keys", (1, 6, "The bracket around this heading is not closed.", "Write `[keys]`, in a line of its own.")),
    ("[keys\nquit = 'x'", (1, 6, "The bracket around this heading is not closed.", "Write `[keys]`")),
    ("learning_steps = [1 10]", (1, 21, "A bracket is not closed.", "Write [1, 10], with a comma between values.")),
    ('lang = "\\q"', (1, 11, "This text is not written as it must be.", "Close the quotation mark; a backslash")),
    ("a = " + "[" * 5000, (1, 5005, "Brackets stand in brackets too many times.", "Write a list")),
]


@every_row(("text", "expected"), BROKEN)
def test_broken_toml_is_explained_where_it_stands(
    tmp_path: Path, text: str, expected: tuple[int, int, str, str]
) -> None:
    (problem,) = load_settings(write(tmp_path, text))[1]
    line, column, message, hint = expected

    assert (line, column) == (problem.place.line, problem.place.column)
    assert problem.message.startswith(message)
    assert problem.hint.startswith(hint)


def test_the_hint_for_a_wrong_type_is_a_value_that_people_use(tmp_path: Path) -> None:
    (problem,) = load_settings(write(tmp_path, 'new_per_day = "ten"'))[1]

    assert ("`new_per_day`: This must be a whole number.", "Write for example 10.") == (problem.message, problem.hint)


def test_a_folder_in_the_way_is_a_problem(tmp_path: Path) -> None:
    assert [problem.code for problem in load_settings(tmp_path)[1]] == ["is-a-folder"]


def test_a_near_miss_is_recognised(tmp_path: Path) -> None:
    _, problems = load_settings(write(tmp_path, "new_pr_day = 5\n"))

    assert problems[0].hint == "Did you mean `new_per_day`?"


def test_saving_keeps_what_the_learner_wrote_beside(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("# exam soon\nnew_per_day = 20 # more than usual\n\nretention = 0.92\n", encoding="utf-8")
    change(path, theme="llmquiz-light", retention=0.95)
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# exam soon\nnew_per_day = 20 # more than usual\n\nretention = 0.95\n")
    assert (Settings(new_per_day=20, retention=0.95, theme="llmquiz-light"), ()) == load_settings(path)


def test_a_new_file_explains_every_setting_and_has_none_in_force(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    save_settings(path, Settings(), Settings())
    lines = path.read_text(encoding="utf-8").splitlines()
    assert all(line.startswith("#") for line in lines if line.strip())
    assert (Settings(), ()) == load_settings(path)


def test_a_value_over_several_lines_is_written_anew_and_nothing_breaks(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('tiers = [\n  "core",\n]\n', encoding="utf-8")
    change(path, tiers=("core", "archive"))
    assert (Settings(tiers=("core", "archive")), ()) == load_settings(path)


WAYS = [
    '[keys]\n"home.explore" = ["x", "f4"]\n',
    '[keys]\nhome.explore = ["x", "f4"]\n',
    '[keys]\n"home.explore" = "x, f4"\n',
    '[keys.home]\nexplore = ["x", "f4"]\n',
    'keys."home.explore" = ["x", "f4"]\n',
]


@pytest.mark.parametrize("text", WAYS)
def test_keys_are_read_however_toml_lets_them_be_written(tmp_path: Path, text: str) -> None:
    assert (Settings(keys=(("home.explore", ("x", "f4")),)), ()) == load_settings(write(tmp_path, text))


@pytest.mark.parametrize("text", WAYS)
def test_the_line_of_a_key_is_found_however_it_is_written(tmp_path: Path, text: str) -> None:
    line = text.rstrip().count("\n") + 1
    assert line == key_place(write(tmp_path, text), "home.explore").line


def test_a_setting_is_added_before_the_tables_and_keys_stay_in_theirs(tmp_path: Path) -> None:
    path = write(tmp_path, '# mine\n\n[keys]\n"home.explore" = "x" # left hand\n')
    change(path, leech=5, keys=(("home.explore", ("x",)), ("home.stats", ("y",))))
    assert (
        "# mine\n\n# A card forgotten this often is a leech.\nleech = 5\n\n"
        '[keys]\n"home.stats" = ["y"]\n"home.explore" = "x" # left hand\n'
    ) == path.read_text(encoding="utf-8")


def test_keys_that_are_the_programs_again_leave_the_file(tmp_path: Path) -> None:
    path = write(tmp_path, '[keys]\n"home.explore" = "x"\n"home.stats" = "y"\n')
    change(path, keys=(("home.stats", ("y",)),))
    assert '[keys]\n"home.stats" = "y"\n' == path.read_text(encoding="utf-8")


def test_a_default_that_comes_back_is_no_longer_in_force(tmp_path: Path) -> None:
    path = write(tmp_path, "# exam soon\nnew_per_day = 20\nleech = 5\n")
    change(path, new_per_day=10)
    assert "# exam soon\n# new_per_day = 10\nleech = 5\n" == path.read_text(encoding="utf-8")


MEANWHILE = [
    ("new_per_day = 20\n", "retention = 0.85\n", {"theme": "dark"}, {"retention": 0.85, "theme": "dark"}),
    ("", "leech = 5 # mine\n", {"leech": 3}, {"leech": 3}),
    ("", 'topics_off = ["a"]\n', {"topics_off": ("b",)}, {"topics_off": ("a", "b")}),
    ('topics_off = ["a", "b"]\n', 'topics_off = ["a", "c"]\n', {"topics_off": ("b",)}, {"topics_off": ("c",)}),
    (
        '[keys]\n"home.stats" = "y"\n',
        '[keys]\n"home.today" = "z"\n"home.stats" = "y"\n',
        {"keys": (("home.explore", ("x",)), ("home.stats", ("y",)))},
        {"keys": (("home.explore", ("x",)), ("home.stats", ("y",)), ("home.today", ("z",)))},
    ),
    (
        '[keys]\n"home.stats" = "y"\n',
        '[keys]\n"home.stats" = "y"\n"home.today" = "z"\n',
        {"keys": ()},
        {"keys": (("home.today", ("z",)),)},
    ),
]


@every_row(("text", "meanwhile", "wanted", "expected"), MEANWHILE)
def test_what_somebody_else_changed_meanwhile_stays_and_comes_back(
    tmp_path: Path, text: str, meanwhile: str, wanted: dict[str, Any], expected: dict[str, Any]
) -> None:
    before, _ = load_settings(write(tmp_path, text))
    path = write(tmp_path, meanwhile)

    came_back = save_settings(path, replace(before, **wanted), before)

    assert (Settings(**expected), ()) == load_settings(path) == came_back


def test_a_file_that_broke_meanwhile_is_left_as_it_is_and_what_is_wrong_comes_back(tmp_path: Path) -> None:
    path = write(tmp_path, "new_per_day = 3\n# mine\n[keys")

    _, problems = save_settings(path, Settings(theme="dark"), Settings())

    assert ["broken-toml"] == [problem.code for problem in problems]
    assert "new_per_day = 3\n# mine\n[keys" == path.read_text(encoding="utf-8")


def test_what_changes_nothing_leaves_the_file_alone(tmp_path: Path) -> None:
    path = write(tmp_path, "leech = 5\n")
    os.utime(path, (1, 1))
    change(path)
    assert 1 == path.stat().st_mtime


def test_what_is_wrong_is_told_in_the_learners_language(tmp_path: Path) -> None:
    _, problems = load_settings(write(tmp_path, "new_per_day = 100000\nfoo = 3\n"))
    chinese = translator("zh").gettext
    assert ["`new_per_day`：100000 不在 0 到 9999 之间。", "没有 `foo` 这项设置。"] == [
        each.says.told(chinese) for each in problems
    ]
    assert "请在这个范围内选一个数。" == problems[0].advises.told(chinese)
    assert "错误[out-of-range]" in render(problems[0], translate=chinese)
