"""`llmquiz check`: every problem with its place, however the paths are written."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from llmquiz.cli.program import program
from llmquiz.cli.surroundings import Surroundings
from racks import gpus

Llmquiz = Callable[..., Result]
GOOD = """\
bank: good
title: Good
source: { title: S }
questions:
  - { id: a, kind: typed, question: Who?, answer: Meta, explanation: So. }
"""
BAD = GOOD.replace("bank: good", "bank: bad").replace("typed", "typd")
HASTY = GOOD.replace("bank: good", "bank: hasty").replace(", explanation: So.", "")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the user stands: a knowledge folder with a mistake, and banks."""
    root = tmp_path / "desk"
    rack = gpus()
    rack.entity("h100")["facts"]["wheels"] = 4
    rack.write(root / "rack")
    (root / "rack" / "banks").mkdir()
    (root / "rack" / "banks" / "inside.yaml").write_text(BAD.replace("bank: bad", "bank: inside"), encoding="utf-8")
    (root / "banks").mkdir()
    for name, text in (("good", GOOD), ("bad", BAD), ("hasty", HASTY)):
        (root / "banks" / f"{name}.yaml").write_text(text, encoding="utf-8")
    (root / "empty").mkdir()
    monkeypatch.chdir(root)
    return root


def test_no_problems(llmquiz: Llmquiz, folder: Path) -> None:
    shown = llmquiz("check", "banks/good.yaml")
    assert (0, "", "no problems (1 file checked)\n") == (shown.exit_code, shown.stdout, shown.stderr)


def test_warnings_alone_are_no_failure(llmquiz: Llmquiz, folder: Path) -> None:
    shown = llmquiz("check", "banks/hasty.yaml")
    assert (0, "0 errors, 1 warning (1 file checked)\n") == (shown.exit_code, shown.stderr)
    assert shown.stdout.startswith("banks/hasty.yaml:5:5: ")


def test_a_problem_is_place_code_and_sentence_with_a_hint_below(llmquiz: Llmquiz, folder: Path) -> None:
    shown = llmquiz("check", "banks")
    assert (1, "1 error, 1 warning (3 files checked)\n") == (shown.exit_code, shown.stderr)
    first, hint, *_ = shown.stdout.splitlines()
    assert first.startswith("banks/bad.yaml:5:20: not-one-of: `typd` is none of ")
    assert "    help: Did you mean `typed`?" == hint


def test_at_length_the_line_is_shown_with_a_caret(llmquiz: Llmquiz, folder: Path) -> None:
    lines = llmquiz("check", "--long", "banks/bad.yaml").stdout.splitlines()
    assert " --> banks/bad.yaml:5:20" == lines[1]
    assert lines[3].startswith("5 |   - { id: a, kind: typd,")
    assert "  |                    ^" == lines[4]


def test_json_has_the_parts(llmquiz: Llmquiz, folder: Path) -> None:
    (found,) = map(json.loads, llmquiz("check", "--json", "banks/bad.yaml").stdout.splitlines())
    assert ("banks/bad.yaml", 5, 20, "not-one-of") == tuple(found[key] for key in ("path", "line", "column", "code"))
    assert ("Did you mean `typed`?", "error") == (found["hint"], found["severity"])


@pytest.mark.parametrize(
    ("where", "path", "shown"),
    [
        (".", "rack", "rack/catalogue/things.yaml"),
        (".", "./rack/", "rack/catalogue/things.yaml"),
        ("rack", ".", "catalogue/things.yaml"),
        ("banks", "../rack", "../rack/catalogue/things.yaml"),
        (".", "rack/catalogue/things.yaml", "rack/catalogue/things.yaml"),
        ("rack/catalogue", "things.yaml", "things.yaml"),
        ("rack", "catalogue/things.yaml", "catalogue/things.yaml"),
    ],
)
def test_knowledge_is_told_by_the_path_as_it_was_written(
    llmquiz: Llmquiz, folder: Path, monkeypatch: pytest.MonkeyPatch, where: str, path: str, shown: str
) -> None:
    monkeypatch.chdir(folder / where)
    told = llmquiz("check", path)
    assert 1 == told.exit_code
    (line,) = (line for line in told.stdout.splitlines() if "unknown-attribute" in line)
    place, _, code = line.partition(": ")
    assert shown == place.rsplit(":", 2)[0]
    assert code.startswith("unknown-attribute: `wheels` is not an attribute.")


def test_a_knowledge_folder_brings_its_banks(llmquiz: Llmquiz, folder: Path) -> None:
    assert "rack/banks/inside.yaml:5:20: not-one-of: " in llmquiz("check", "rack").stdout


def test_a_file_of_a_knowledge_folder_stands_for_itself(llmquiz: Llmquiz, folder: Path) -> None:
    shown = llmquiz("check", "rack/topics.yaml", "rack/catalogue/attributes.yaml")
    assert (0, "no problems (2 files checked)\n") == (shown.exit_code, shown.stderr)


def test_what_is_named_twice_is_told_once(llmquiz: Llmquiz, folder: Path) -> None:
    shown = llmquiz("check", "rack", "rack/banks", "./rack/banks/inside.yaml", folder / "rack" / "banks")
    assert 1 == shown.stdout.count("not-one-of")
    assert "duplicate-bank" not in shown.stdout


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("none.yaml", "none.yaml:0:0: not-found: There is no such file."),
        ("empty", "empty:0:0: no-banks: There is no bank in this folder."),
        ("banks/good.yaml/x", "banks/good.yaml/x:0:0: not-found: There is no such file."),
        ("/dev/null", "/dev/null:0:0: not-a-file: This is a device or a pipe, not a file."),
    ],
)
def test_a_path_without_anything_to_check_is_a_problem(llmquiz: Llmquiz, folder: Path, path: str, problem: str) -> None:
    shown = llmquiz("check", path, "banks/good.yaml")
    assert (1, problem) == (shown.exit_code, shown.stdout.splitlines()[0])


@pytest.mark.parametrize(
    "content",
    [b"\xff\xfe\x00", b"a: [", b"\xc3\x28", b"", b"- 1\n- 2\n", b"questions: 3", b"\x00" * 100],
    ids=["utf-16", "open", "latin-1", "empty", "list", "number", "noughts"],
)
def test_whatever_a_file_holds_it_is_a_problem_and_no_traceback(llmquiz: Llmquiz, folder: Path, content: bytes) -> None:
    (folder / "odd.yaml").write_bytes(content)
    shown = llmquiz("check", "odd.yaml")
    assert (1, True) == (shown.exit_code, shown.stdout.startswith("odd.yaml:"))


def test_links_that_lead_nowhere_are_problems(llmquiz: Llmquiz, folder: Path) -> None:
    (folder / "links").mkdir()
    (folder / "links" / "loop.yaml").symlink_to("loop.yaml")
    (folder / "links" / "one.yaml").symlink_to("other.yaml")
    (folder / "links" / "other.yaml").symlink_to("one.yaml")
    (folder / "links" / "gone.yaml").symlink_to("nowhere.yaml")
    shown = llmquiz("check", "--json", "links")
    found = {Path(problem["path"]).name: problem["code"] for problem in map(json.loads, shown.stdout.splitlines())}
    assert 1 == shown.exit_code
    assert dict.fromkeys(("loop.yaml", "one.yaml", "other.yaml"), "unreadable") | {"gone.yaml": "not-found"} == found
    assert 1 == llmquiz("check", "links/loop.yaml").exit_code


def test_a_folder_with_the_name_of_a_bank_is_told_with_the_banks_in_it(llmquiz: Llmquiz, folder: Path) -> None:
    (folder / "banks" / "week.yaml").mkdir()
    (folder / "banks" / "week.yaml" / "bad.yaml").write_text(BAD.replace("bank: bad", "bank: deep"), encoding="utf-8")
    for path in ("banks", "banks/week.yaml"):
        shown = llmquiz("check", "--json", path)
        found = [(problem["path"], problem["code"]) for problem in map(json.loads, shown.stdout.splitlines())]
        assert 1 == shown.exit_code
        assert ("banks/week.yaml", "is-a-folder") in found
        assert ("banks/week.yaml/bad.yaml", "not-one-of") in found


def test_what_may_not_be_read_is_a_problem_and_no_wrong_usage(
    llmquiz: Llmquiz, folder: Path, locked: Callable[[Path], None]
) -> None:
    locked(folder / "banks")
    locked(folder / "rack" / "banks" / "inside.yaml")
    for path in ("banks", "rack/banks/inside.yaml"):
        shown = llmquiz("check", path)
        assert (1, True) == (shown.exit_code, shown.stdout.startswith(f"{path}:0:0: unreadable: The f"))
    shown = llmquiz("check", ".")
    assert "banks:0:0: unreadable: The folder may not be read." in shown.stdout.splitlines()
    assert "rack/banks/inside.yaml:0:0: unreadable: The file may not be read." in shown.stdout.splitlines()


@pytest.fixture
def shipped(surroundings: Surroundings, tmp_path: Path) -> Path:
    """Shipped questions of one bank and the forest's topics."""
    root = tmp_path / "shipped"
    (root / "banks").mkdir(parents=True)
    shutil.copy(surroundings.questions / "topics.yaml", root)
    (root / "banks" / "taken.yaml").write_text(GOOD.replace("bank: good", "bank: taken"), encoding="utf-8")
    return root


@pytest.fixture
def check(surroundings: Surroundings, shipped: Path) -> Llmquiz:
    """`llmquiz check` where these questions are shipped."""

    def run(*paths: str | Path) -> Result:
        arguments = ["check", *(str(path) for path in paths)]
        return CliRunner().invoke(program, arguments, obj=replace(surroundings, questions=shipped))

    return run


def test_an_id_of_a_shipped_bank_is_taken(check: Llmquiz, folder: Path) -> None:
    (folder / "mine.yaml").write_text(GOOD.replace("bank: good", "bank: taken"), encoding="utf-8")
    shown = check("mine.yaml")
    assert (1, "1 error, 0 warnings (1 file checked)\n") == (shown.exit_code, shown.stderr)
    assert shown.stdout.startswith("mine.yaml:1:7: duplicate-bank: ")


def test_a_shipped_bank_clashes_neither_with_itself_nor_with_a_copy(
    check: Llmquiz, folder: Path, shipped: Path
) -> None:
    shutil.copytree(shipped, folder / "checkout")
    for path in (shipped / "banks" / "taken.yaml", shipped, "checkout", "checkout/banks/taken.yaml"):
        shown = check(path)
        assert (0, "") == (shown.exit_code, shown.stdout)


def test_a_bank_beside_others_of_its_knowledge_clashes_with_them(check: Llmquiz, folder: Path) -> None:
    banks = folder / "rack" / "banks"
    for name in ("new", "old"):
        (banks / f"{name}.yaml").write_text(GOOD.replace("bank: good", "bank: same"), encoding="utf-8")
    assert check("rack/banks/new.yaml").stdout.startswith("rack/banks/new.yaml:1:7: duplicate-bank: ")


def test_topics_are_the_shipped_ones_where_no_others_are_named(check: Llmquiz, folder: Path, shipped: Path) -> None:
    (shipped / "topics.yaml").write_text("topics: [{ id: gardens, name: Gardens }]\n", encoding="utf-8")
    (folder / "near.yaml").write_text(GOOD.replace("bank: good", "bank: mine\ntopic: garden"), encoding="utf-8")
    (folder / "same.yaml").write_text(GOOD.replace("bank: good", "bank: gardens"), encoding="utf-8")
    assert "help: Did you mean `gardens`?" in check("near.yaml").stdout
    assert "same.yaml:1:7: topic-taken: " in check("same.yaml").stdout
