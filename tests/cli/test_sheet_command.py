"""`llmquiz sheet`: the same sample for the same seed, spread over forms and languages; `--blind` hides the keys."""

import csv
import io
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from racks import gpus

Llmquiz = Callable[..., Result]


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Knowledge to draw from."""
    return gpus().write(tmp_path_factory.mktemp("sheet") / "rack")


def rows(shown: Result) -> list[dict[str, str]]:
    assert 0 == shown.exit_code, shown.stderr
    return list(csv.DictReader(io.StringIO(shown.stdout)))


def test_the_same_seed_draws_the_same_and_another_seed_draws_others(llmquiz: Llmquiz, shelf: Path) -> None:
    first, again, other = (
        llmquiz("sheet", "--items", "12", "--seed", seed, "--format", "csv", shelf).stdout for seed in ("1", "1", "2")
    )
    assert first == again
    assert first != other


def test_the_sample_is_spread_over_forms_and_languages(llmquiz: Llmquiz, shelf: Path) -> None:
    drawn = rows(llmquiz("sheet", "--items", "24", "--format", "csv", shelf))
    cells = Counter((row["form"], row["lang"]) for row in drawn)
    assert 24 == len({row["question"] + row["options"] for row in drawn})
    assert {"en", "zh"} == {lang for _, lang in cells}
    assert len({form for form, _ in cells}) >= 5
    assert max(cells.values()) - min(cells.values()) <= 2


def test_a_blind_sheet_tells_no_key(llmquiz: Llmquiz, shelf: Path) -> None:
    seen = rows(llmquiz("sheet", "--items", "10", "--format", "csv", shelf))
    blind = rows(llmquiz("sheet", "--items", "10", "--format", "csv", "--blind", shelf))
    assert [row["question"] for row in seen] == [row["question"] for row in blind]
    assert {"explanation", "source"} == seen[0].keys() - blind[0].keys()
    assert not any("**" in row["options"] for row in blind)
    assert all("**" in row["options"] for row in seen)


def test_what_else_is_accepted_where_it_is_typed_is_told_beside_the_key(llmquiz: Llmquiz, shelf: Path) -> None:
    drawn = rows(llmquiz("sheet", "--items", "60", "--format", "csv", shelf))
    typed = [row["options"] for row in drawn if row["form"] in ("typed", "cloze")]
    assert any("also accepted: " in options for options in typed)
    assert not any("also accepted" in row["options"] for row in drawn if row["form"] == "choice-3")


def test_markdown_has_a_box_for_each_judgement(llmquiz: Llmquiz, shelf: Path) -> None:
    shown = llmquiz("sheet", "--items", "5", shelf).stdout
    assert 5 == shown.count("[ ] usable [ ] second key [ ] wrong [ ] ugly")


def test_keys_are_printed_one_a_line(llmquiz: Llmquiz, shelf: Path) -> None:
    keys = llmquiz("questions", "--keys", shelf).stdout.splitlines()
    assert sorted(set(keys)) == keys
    assert all(key.startswith(("fact:", "concept:", "skill:")) for key in keys)


def test_the_report_is_markdown_and_counts_what_was_checked(llmquiz: Llmquiz, shelf: Path) -> None:
    shown = llmquiz("prove", "--seeds", "1", "--report", shelf)
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
