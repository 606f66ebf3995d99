"""What a problem looks like, to the character."""

from pathlib import Path

from llmquiz.core.problems import Place, Problem, Severity
from llmquiz.core.text import width
from llmquiz.core.wordings import worded
from llmquiz.files.rendering import render, short, source_lines

PROBLEM = Problem(Place("b.yaml", 2, 5), "missing-field", worded("`id` is missing here."), worded("Add `id:`."))


def test_a_problem_shows_its_line_with_a_caret() -> None:
    assert (
        render(PROBLEM, ["questions:", "  - kind: choice"])
        == """\
error[missing-field]: `id` is missing here.
 --> b.yaml:2:5
  |
2 |   - kind: choice
  |     ^
  = help: Add `id:`."""
    )


def test_without_source_the_place_alone_is_shown() -> None:
    warning = Problem(Place("b.yaml"), "E23", worded("No source."), severity=Severity.WARNING)

    assert render(warning, ["x"]) == "warning[E23]: No source.\n --> b.yaml"


def test_the_caret_stands_under_wide_characters() -> None:
    rows = render(Problem(Place("b.yaml", 12, 7), "x", worded("X.")), [""] * 11 + ["问题: 大模型"]).split("\n")

    assert rows[2:] == ["   |", "12 | 问题: 大模型", "   |           ^"]


def test_the_caret_stands_behind_tabs() -> None:
    rows = render(Problem(Place("b.yaml", 1, 2), "x", worded("X.")), ["\tb: c"]).split("\n")

    assert rows[3:] == ["1 |     b: c", "  |     ^"]


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "中" * 400 + "!" + "x" * 400
    rows = render(Problem(Place("b.yaml", 1, 401), "x", worded("X.")), [line]).split("\n")

    assert all(width(row) <= 130 for row in rows)
    shown, caret = rows[3], rows[4]
    assert width(shown[: shown.index("!")]) == caret.index("^")


def test_a_caret_behind_the_end_of_the_line_is_shown() -> None:
    assert render(Problem(Place("b.yaml", 1, 6), "x", worded("X.")), ["a: 'b"]).split("\n")[4] == "  |      ^"


def test_nothing_shown_can_drive_a_terminal() -> None:
    hostile = Problem(Place("b\x1b[2J.yaml", 1, 1), "x", worded("Bad \x1b[31m\nname."), worded("Do\x07."))

    shown = render(hostile, ["\x1b[31mred"]) + short(hostile)

    assert "\x1b" not in shown
    assert "\x07" not in shown


def test_the_short_form_is_one_line_and_its_hint() -> None:
    assert short(PROBLEM) == "b.yaml:2:5: missing-field: `id` is missing here.\n    help: Add `id:`."


def test_source_lines_of_what_cannot_be_read_are_none(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"a\r\nb\xff")
    (tmp_path / "g").write_bytes(b"\xef\xbb\xbfa\r\nb")

    assert source_lines(tmp_path / "f") == ()
    assert source_lines(tmp_path / "g") == ("a", "b")
