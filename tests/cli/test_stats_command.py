"""`llmquiz stats`: text, JSON whose keys are documented, and a report that needs nothing else."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from llmquiz.cli.surroundings import Surroundings
from llmquiz.stats.recall import Attempt, calibration
from llmquiz.trainer.statistics import Record
from llmquiz.trainer.trainer import Trainer

Llmquiz = Callable[..., Result]
STUDY = ("study", "--plain", "--topic", "garden")
DOCUMENT = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")
SECTION = DOCUMENT.partition("\n## `llmquiz stats`")[2].partition("\n## ")[0]


def keys(value: Any) -> Iterator[str]:
    """Every key of an object, those inside of it too."""
    if isinstance(value, dict):
        yield from value
        for inner in value.values():
            yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


@pytest.fixture
def studied(llmquiz: Llmquiz, surroundings: Surroundings, lived: Callable[..., None]) -> Surroundings:
    """Answers on two days, three days apart; one card is wrong each time."""
    clock: Any = surroundings.clock

    def study() -> None:
        for _day in range(2):
            llmquiz(*STUDY, typed="red\n\n1 2\n\n:d\n\n8\n\n:q\n")
            clock.move(days=3)
        clock.move(days=-6)

    lived("stats", surroundings.home, study)
    clock.move(days=6)
    return surroundings


def stats(llmquiz: Llmquiz, *options: str) -> Any:
    return json.loads(llmquiz(*options, "stats", "--json").stdout)


def test_the_keys_are_the_documented_ones(llmquiz: Llmquiz, studied: Surroundings) -> None:
    documented = set(re.findall(r"`([a-z_]+)`", SECTION))
    assert set() == set(keys(stats(llmquiz))) - documented


def test_a_new_learner_gets_the_same_keys(llmquiz: Llmquiz) -> None:
    found = stats(llmquiz)
    assert (0, [], None) == (found["answers"], found["days"], found["calibration"]["share"])
    assert {
        "day", "answers", "streak", "days", "forecast", "retention", "mastery", "calibration", "confusions", "time",
        "hardest",
    } == found.keys()  # fmt: skip


def test_json_tells_what_was_answered(llmquiz: Llmquiz, studied: Surroundings) -> None:
    found = stats(llmquiz)
    assert found["answers"] == sum(day["answers"] for day in found["days"]) > 0
    assert 2 == len(found["days"])
    assert 0.9 == found["retention"]["wanted"]
    assert found["calibration"]["answers"] == sum(form["answers"] for form in found["calibration"]["forms"])
    assert 30 == len(found["forecast"])
    assert "garden" in {topic["topic"] for topic in found["mastery"]}


@pytest.mark.parametrize(("lang", "words"), [("en", "One rest day in any seven"), ("zh", "休息")])
def test_the_summary_is_readable_text(llmquiz: Llmquiz, studied: Surroundings, lang: str, words: str) -> None:
    shown = llmquiz("--lang", lang, "stats")
    assert (0, "") == (shown.exit_code, shown.stderr)
    assert words in shown.stdout
    assert "\x1b" not in shown.stdout
    assert "░" in shown.stdout


def test_an_empty_line_parts_the_two_plots_of_what_was_predicted(
    llmquiz: Llmquiz, studied: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    attempts = [Attempt(20780, "typed", share, 0.9, True, True) for share in (0.75, 0.92) for _ in range(9)]
    record = Record(0.9, (), calibration(attempts), {}, len(attempts))
    monkeypatch.setattr(Trainer, "record", lambda _trainer: record)
    told = llmquiz("stats").stdout
    square = told.index("Answers grouped by what was predicted")
    assert square < told.index("\n\n", square) < told.index("typed ", square) < told.index("● right")


def test_a_new_learner_is_told_what_to_do(llmquiz: Llmquiz) -> None:
    assert "Study today's cards" in llmquiz("stats").stdout


@pytest.mark.parametrize(
    ("lang", "written", "words"), [("en", "Written: ", "True retention by week"), ("zh", "已写入：", "每周真实记忆率")]
)
def test_the_report_is_one_file_that_needs_no_network(
    llmquiz: Llmquiz, studied: Surroundings, tmp_path: Path, lang: str, written: str, words: str
) -> None:
    told = llmquiz("--lang", lang, "stats", "--html", tmp_path / "report.html")
    assert (0, "", f"{written}{tmp_path / 'report.html'}\n") == (told.exit_code, told.stdout, told.stderr)
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert f'<html lang="{lang}">' in page
    assert words in page
    assert page.count("<svg") == page.count("</svg>") > 5
    assert "prefers-color-scheme: dark" in page
    assert not re.search(r"https?:|<script|<link|url\(|@import|src=", page)


def test_text_from_banks_is_only_text(llmquiz: Llmquiz, surroundings: Surroundings, tmp_path: Path) -> None:
    bank = surroundings.home.banks / "garden.yaml"
    bank.write_text(
        bank.read_text(encoding="utf-8").replace("title: { en: Garden, zh: 花园 }", 'title: "<script>"'),
        encoding="utf-8",
    )
    llmquiz(*STUDY, typed="green\n")
    llmquiz("stats", "--html", tmp_path / "report.html")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;" in page
    assert "<script" not in page


def test_an_empty_report_says_what_to_do(llmquiz: Llmquiz, tmp_path: Path) -> None:
    llmquiz("stats", "--html", tmp_path / "report.html")
    assert "Study today" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_json_and_a_report_can_be_had_at_once(llmquiz: Llmquiz, studied: Surroundings, tmp_path: Path) -> None:
    told = llmquiz("stats", "--json", "--html", tmp_path / "report.html")
    assert json.loads(told.stdout)["answers"]
    assert (tmp_path / "report.html").exists()


def test_a_read_only_file_is_read(llmquiz: Llmquiz, studied: Surroundings) -> None:
    found = stats(llmquiz)
    paths = (studied.database, studied.database.parent)
    for path in paths:
        path.chmod(path.stat().st_mode & ~0o222)
    again = stats(llmquiz)
    studied.database.parent.chmod(0o700)
    assert found == again
