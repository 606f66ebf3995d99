"""Reading YAML: our scalar rules, places, and every refusal as a value."""

from pathlib import Path

import pytest
import yaml

from llmquiz.core.problems import Place, Severity
from llmquiz.files import reading
from llmquiz.files.loading import SIZE_LIMIT, digest_of
from llmquiz.files.reading import read
from tables import every_row


def write(folder: Path, content: str | bytes) -> Path:
    path = folder / "f.yaml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def found(folder: Path, content: str | bytes) -> list[tuple[int, int, str]]:
    """The problems of a file as (line, column, code)."""
    _, problems = read(write(folder, content), "f.yaml")
    assert all(problem.message.endswith(".") and problem.hint for problem in problems)
    return [(problem.place.line, problem.place.column, problem.code) for problem in problems]


@pytest.fixture(params=["libyaml", "pure"], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test holds for the C loader and for the pure one."""
    chosen = yaml.CSafeLoader if request.param == "libyaml" else yaml.SafeLoader
    monkeypatch.setattr(reading, "_LOADER", chosen)


SCALARS = [
    ("true", True),
    ("false", False),
    ("True", "True"),
    ("yes", "yes"),
    ("no", "no"),
    ("'true'", "true"),
    ("", None),
    ("~", None),
    ("null", None),
    ("'null'", "null"),
    ('""', ""),
    ("0.10", "0.10"),
    ("128k", "128k"),
    ("007", "007"),
    ("12:30", "12:30"),
    ("2024-01-01", "2024-01-01"),
    ("1e3", "1e3"),
    ("[MASK]", ["MASK"]),
    ("'[MASK]'", "[MASK]"),
    ("大模型", "大模型"),
]


@every_row(("written", "value"), SCALARS)
def test_only_plain_true_false_and_null_are_more_than_text(tmp_path: Path, written: str, value: object) -> None:
    document, problems = read(write(tmp_path, f"a: {written}\n"))

    assert document is not None
    assert {"a": value} == document.data
    assert problems == ()


def test_every_value_and_key_knows_its_place(tmp_path: Path) -> None:
    document, _ = read(write(tmp_path, "bank: x\nquestions:\n  - id: a\n    tags: [p, q]\n  - id: b\n"), "f.yaml")

    assert document is not None
    assert Place("f.yaml", 1, 7) == document.place("bank")
    assert Place("f.yaml", 1, 1) == document.key_place("bank")
    assert Place("f.yaml", 3, 5) == document.place("questions", 0)
    assert Place("f.yaml", 4, 15) == document.place("questions", 0, "tags", 1)
    assert Place("f.yaml", 5, 5) == document.place("questions", 1, "source", "title")
    assert Place("f.yaml", 1, 1) == document.place("nothing", "like", "it")
    assert document.at("questions", 1, "id") == "b"
    assert document.at("questions", 7, "id") is None


def test_the_digest_names_the_bytes(tmp_path: Path) -> None:
    path = write(tmp_path, b"\xef\xbb\xbfa: 1\r\n")

    document, problems = read(path)

    assert document is not None
    assert problems == ()
    assert document.data == {"a": "1"}
    assert digest_of(path.read_bytes()) == document.digest


BROKEN = [
    ("a: b: c\n", 1, 5),
    ("a:\n\tb: c\n", 2, 1),
    ("a: 'x\nb: y\n", 1, 4),
    ('a: "x\\q"\n', 1, None),
    ("a: [1, 2\nb: 3\n", 1, 4),
    ("a: @x\n", 1, 4),
    ("a: **bold** word\n", 1, 5),
    ("a: 1\nfoo\nb: 2\n", 2, 1),
    ("- a\nb: c\n", 2, 1),
    ("a: - b\n", 1, 4),
    ("a: 'b' c\n", 1, 8),
    ("a: [b]]\n", 1, 7),
    ("%YAML 3.0\n---\na: 1\n", 1, 1),
    ('a: "\\U00110000"\n', 1, None),
    ("a: [\n  - b\n", 2, 3),
]


@every_row(("content", "line", "column"), BROKEN)
def test_broken_yaml_is_said_in_our_words_at_its_place(
    tmp_path: Path, content: str, line: int, column: int | None
) -> None:
    document, problems = read(write(tmp_path, content), "f.yaml")

    assert document is None
    assert [problem.code for problem in problems] == ["broken-yaml"]
    assert line == problems[0].place.line
    assert column in (problems[0].place.column, None)
    assert "cannot be understood" not in problems[0].message


@every_row("space", ["\u00a0", "\u3000", " \u2003"])
@every_row("before", ["- id: x\n", "a: 1\n", "a:\n  b: 1\n"])
def test_an_indent_of_other_spaces_is_told_where_it_stands(tmp_path: Path, space: str, before: str) -> None:
    text = f"{before}{space}{space}kind: choice\n    question: Who?\n"
    (problem,) = read(write(tmp_path, text), "f.yaml")[1]

    assert (before.count("\n") + 1, len(space)) == (problem.place.line, problem.place.column)
    assert problem.message == "This line is indented with spaces of another kind."


REFUSED = [
    ("a: 1\nb: 2\na: 3\n", [(3, 1, "duplicate-key")]),
    ("x:\n  a: 1\n  a: 1\n", [(3, 3, "duplicate-key")]),
    ("a: !!int 1\nb: !x [1]\n", [(1, 4, "tag"), (2, 4, "tag")]),
    ("true: 1\n? [a]\n: 2\nnull: 3\n", [(1, 1, "key-not-text"), (2, 3, "key-not-text"), (4, 1, "key-not-text")]),
    ("d: &d {x: 1}\ne:\n  <<: *d\n", [(3, 3, "merge-key")]),
    ("a: *nobody\n", [(1, 4, "unknown-alias")]),
    ("a: &a [*a]\n", [(1, 8, "unknown-alias")]),
    ("a: 1\n---\nb: 2\n", [(2, 1, "several-documents")]),
    ("a: x\x07y\n", [(1, 5, "control-character")]),
    ("a: \x1b[31mred\x1b[0m\n", [(1, 4, "escape-sequence")]),
    ("a: 中\u202eevil\n", [(1, 5, "bidi-override")]),
    ('a: "\\e[2Jx"\n', [(1, 4, "escape-sequence")]),
    ('"\\u2066k": v\n', [(1, 1, "bidi-override")]),
    ("a: 1\na: 2\nb: !t 3\nc: \x07\n", [(2, 1, "duplicate-key"), (3, 4, "tag"), (4, 4, "control-character")]),
]


@every_row(("content", "expected"), REFUSED)
def test_everything_refused_is_reported_at_once(
    tmp_path: Path, content: str, expected: list[tuple[int, int, str]]
) -> None:
    assert expected == found(tmp_path, content)


def test_the_first_of_two_equal_keys_counts_and_a_refused_key_takes_its_value_along(tmp_path: Path) -> None:
    document, _ = read(write(tmp_path, "a: {x: 1}\na: {y: 2}\ntrue: {z: 3}\nb: 4\n"))

    assert document is not None
    assert document.data == {"a": {"x": "1"}, "b": "4"}
    assert {(), ("a",), ("a", "x"), ("b",)} == set(document.places)


@every_row(
    ("written", "kept"),
    [
        ("x\x1b[1;31mred\x1b[0my", "xredy"),
        ("\x1b]0;title\x07x", "x"),
        ("\x1b]8;;http://e\x1b\\link", "link"),
        ("a\x9b31mb", "ab"),
        ("a\x01b", "ab"),
        ("a\u2028b", "ab"),
        ("\u202eabc\u2069", "abc"),
    ],
)
def test_what_could_drive_a_terminal_is_taken_out(tmp_path: Path, written: str, kept: str) -> None:
    document, problems = read(write(tmp_path, f"a: {written}\n"))

    assert document is not None
    assert {"a": kept} == document.data
    assert {Severity.WARNING} == {problem.severity for problem in problems}


@pytest.mark.parametrize(
    "content",
    ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "? " * 100_000],
    ids=["lists", "maps", "dashes", "keys"],
)
def test_deep_nesting_is_a_problem_and_no_crash(tmp_path: Path, content: str) -> None:
    assert [code for _, _, code in found(tmp_path, content)] == ["too-deep"]


def test_aliases_may_be_used_but_not_to_laugh_a_billion_times(tmp_path: Path) -> None:
    laughs = "a0: &a0 [x, x]\n" + "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]\n" for i in range(1, 12))

    honest, problems = read(write(tmp_path, "a: &s {t: Paper}\nb: *s\n"))

    assert honest is not None
    assert (honest.at("b"), problems) == ({"t": "Paper"}, ())
    assert [code for _, _, code in found(tmp_path, laughs)] == ["too-many-aliases"]


def test_aliases_cannot_build_what_may_not_be_written_nested(tmp_path: Path) -> None:
    deep = "a0: &a0 [x]\n" + "".join(f"a{i}: &a{i} [*a{i - 1}]\n" for i in range(1, 60))

    assert [code for _, _, code in found(tmp_path, deep)] == ["too-deep"]


UNFIT = [
    (b"a: caf\xe9\n", (1, 7, "not-utf-8")),
    (b"\xef\xbb\xbfa: 1\r\nb: \xe4\xb8\xad\xff\r\n", (2, 5, "not-utf-8")),
    ("a: 1\n".encode("utf-16"), (1, 1, "not-text")),
    (b"PK\x03\x04\x00\x00", (1, 5, "not-text")),
    ("甲: 1\r\nb: be\0ta\n".encode(), (2, 6, "not-text")),
    (b"a: x\n" * 2000 + b"b: \0\n", (2001, 4, "not-text")),
    ("a: 1\n".encode("utf-16-le"), (1, 2, "not-text")),
    (b"a" * (SIZE_LIMIT + 1), (0, 0, "too-large")),
]


@every_row(("content", "expected"), UNFIT)
def test_what_is_no_text_is_said_with_the_offending_byte(
    tmp_path: Path, content: bytes, expected: tuple[int, int, str]
) -> None:
    assert [expected] == found(tmp_path, content)


def test_a_file_that_is_wrong_from_end_to_end_tells_the_first_hundreds(tmp_path: Path) -> None:
    problems = found(tmp_path, "a: 1\n" * 1000)

    assert problems[-1] == (501, 1, "too-many-problems")
    assert len(problems) == reading.PROBLEM_LIMIT + 1


def test_a_huge_file_is_not_read_at_all(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(100 * 1024**3)

    assert [problem.code for problem in read(path)[1]] == ["too-large"]


def test_folders_pipes_and_missing_files_are_problems(tmp_path: Path) -> None:
    import os

    os.mkfifo(tmp_path / "pipe")
    paths = [tmp_path, tmp_path / "none.yaml", tmp_path / "pipe", Path("a\0b")]

    codes = [read(path)[1][0].code for path in paths]

    assert codes == ["is-a-folder", "not-found", "not-a-file", "unreadable"]


def test_a_hostile_file_name_is_spelt_out(tmp_path: Path) -> None:
    _, problems = read(tmp_path / "x\x1b[31m.yaml")

    assert problems[0].place.path.endswith("x\\x1b[31m.yaml")
