"""The laws about structure: who may import what, how large a thing may grow, who alone touches the world outside."""

import ast
import re

from importlinter.cli import lint_imports
from plan import FILES, ROOT, calls, functions, packages, room, shown, tree

from tables import every_row

MOST_LINES = 320
MOST_LINES_OF_A_FUNCTION = 40
NO_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "base", "misc"}
PURE = {"core", "generate", "knowledge", "study", "stats", "scheduling"}
OWNERS = {
    "yaml": {"files"},
    "fsrs": {"scheduling"},
    "fsrs_rs_python": {"scheduling"},
    "sqlalchemy": {"storage"},
    "sqlite3": {"storage", "cli"},  # the prompt reads one table, the doctor tells the version
    "textual": {"tui"},
    "rich": {"tui"},
    "plotille": {"tui"},
    "click": {"cli"},
    "platformdirs": {"files"},
}
_KNOWLEDGE = ("ground", "catalogue", "concepts", "shelves")
FORMATS = {"banks/format.py", *(f"knowledge/formats/{name}.py" for name in _KNOWLEDGE)}
CLOCKS = re.compile(r"(?:\w+\.)*(?:datetime\.(?:now|utcnow|today)|date\.today|time\.(?:time|time_ns|localtime|gmtime))")
CHANCE = {"random", "secrets", "uuid"}


def test_imports_only_point_down():
    assert 0 == lint_imports(config_filename=str(ROOT.parents[1] / "pyproject.toml"), no_cache=True)


@every_row("package", sorted(OWNERS))
def test_each_outside_thing_has_one_owner(package):
    users = {room(path) for path in FILES if package in packages(path)}
    assert users <= OWNERS[package]


def test_pydantic_stays_with_files_and_the_declarations_of_formats():
    users = {shown(path) for path in FILES if packages(path) & {"pydantic", "pydantic_core"}}
    assert {name for name in users if not name.startswith("files/")} <= FORMATS


def test_the_clock_is_read_in_one_place():
    assert {"trainer/clock.py"} == {shown(path) for path in FILES if any(map(CLOCKS.fullmatch, calls(path)))}


def test_what_is_kept_depends_on_no_chance():
    for path in FILES:
        if room(path) in PURE:
            assert not packages(path) & CHANCE, shown(path)
            assert "hash" not in calls(path), shown(path)


def test_the_pure_rooms_touch_neither_disk_nor_screen():
    for path in FILES:
        if room(path) in PURE and shown(path) != "knowledge/reading.py":
            assert not packages(path) & {"os", "pathlib", "shutil", "subprocess", "socket", "urllib"}, shown(path)
            assert not {"open", "print", "input"} & calls(path), shown(path)


def test_nothing_is_evaluated_or_unpickled():
    for path in FILES:
        assert not {"eval", "exec", "pickle.loads", "pickle.load"} & calls(path), shown(path)


def test_nothing_goes_to_the_network():
    for path in FILES:
        assert not packages(path) & {"socket", "urllib", "http", "requests", "httpx", "aiohttp"}, shown(path)


def test_no_module_has_outgrown_a_reader():
    lines = {shown(path): path.read_text(encoding="utf-8").count("\n") for path in FILES}
    assert {} == {name: count for name, count in lines.items() if count > MOST_LINES}


def test_no_function_has_outgrown_a_screen():
    long = {
        f"{shown(path)}:{each.name}": length
        for path in FILES
        for each in functions(path)
        if (length := (each.end_lineno or 0) - each.lineno + 1) > MOST_LINES_OF_A_FUNCTION
    }
    assert {} == long


def test_every_module_says_what_belongs_in_it():
    silent = [shown(path) for path in FILES if not ast.get_docstring(tree(path))]
    assert [] == silent


def test_no_module_is_a_drawer():
    assert [] == [shown(path) for path in FILES if path.stem in NO_NAMES or path.parent.name in NO_NAMES]


def test_no_two_test_files_have_one_name():
    tests = [path.name for path in ROOT.parents[1].joinpath("tests").rglob("test_*.py")]
    assert sorted(set(tests)) == sorted(tests)


def test_tests_mirror_the_house():
    rooms = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith("__")}
    folders = {path.name for path in ROOT.parents[1].joinpath("tests").iterdir() if path.is_dir()}
    assert {name for name in folders if not name.startswith("_")} - rooms <= {"house", "content"}
