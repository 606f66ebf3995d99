"""`llmquiz sheet`: the same sample for the same seed, spread over forms and languages; `--blind` hides the keys."""

import csv
import io
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Llmquiz = Callable[..., Result]


def rows(shown: Result) -> list[dict[str, str]]:
    assert 0 == shown.exit_code, shown.stderr
    return list(csv.DictReader(io.StringIO(shown.stdout)))


def test_the_same_seed_draws_the_same_and_another_seed_draws_others(
    llmquiz: Llmquiz, stranger: Llmquiz, rack: Path
) -> None:
    first, again, other = (
        run("sheet", "--items", "12", "--seed", seed, "--format", "csv", rack).stdout
        for run, seed in ((stranger, "1"), (llmquiz, "1"), (stranger, "2"))
    )
    assert "fact:arc-a380/" in first
    assert first == again
    assert first != other


def test_the_sample_is_spread_over_forms_and_languages(stranger: Llmquiz) -> None:
    drawn = rows(stranger("sheet", "--items", "24", "--format", "csv"))
    cells = Counter((row["form"], row["lang"]) for row in drawn)
    assert 24 == len({row["question"] + row["options"] for row in drawn})
    assert {"en", "zh"} == {lang for _, lang in cells}
    assert len({form for form, _ in cells}) >= 5
    assert max(cells.values()) - min(cells.values()) <= 2


def test_a_blind_sheet_tells_no_key(stranger: Llmquiz) -> None:
    seen = rows(stranger("sheet", "--items", "10", "--format", "csv"))
    blind = rows(stranger("sheet", "--items", "10", "--format", "csv", "--blind"))
    assert [row["question"] for row in seen] == [row["question"] for row in blind]
    assert {"explanation", "source"} == seen[0].keys() - blind[0].keys()
    assert not any("**" in row["options"] for row in blind)
    assert all("**" in row["options"] for row in seen)


def test_what_else_is_accepted_where_it_is_typed_is_told_beside_the_key(stranger: Llmquiz) -> None:
    drawn = rows(stranger("sheet", "--items", "60", "--format", "csv"))
    typed = [row["options"] for row in drawn if row["form"] in ("typed", "cloze")]
    assert any("also accepted: " in options for options in typed)
    assert not any("also accepted" in row["options"] for row in drawn if row["form"] == "choice-3")


def test_markdown_has_a_box_for_each_judgement(stranger: Llmquiz) -> None:
    shown = stranger("sheet", "--items", "5").stdout
    assert 5 == shown.count("[ ] usable [ ] second key [ ] wrong [ ] ugly")


def test_keys_are_printed_one_a_line(stranger: Llmquiz, rack: Path) -> None:
    keys = stranger("questions", "--keys", rack).stdout.splitlines()
    assert sorted(set(keys)) == keys
    assert all(key.startswith(("fact:", "concept:", "skill:")) for key in keys)


def test_the_report_is_markdown_and_counts_what_was_checked(stranger: Llmquiz, rack: Path) -> None:
    shown = stranger("prove", "--seeds", "1", "--jobs", "1", "--report", rack)
    assert 0 == shown.exit_code
    for heading in (
        "# What is asked",
        "## By form",
        "## By topic",
        "## By attribute",
        "## Cards in fewer than 3 forms",
    ):
        assert heading in shown.stdout.splitlines()
    assert "0 violations." in shown.stdout
