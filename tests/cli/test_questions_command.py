"""`llmquiz questions --json`: every card, form, language and seed as data."""

import json
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from llmquiz.cli.exporting import item_data
from llmquiz.cli.surroundings import Surroundings
from llmquiz.core.cards import Tier
from llmquiz.core.items import Item
from llmquiz.core.responses import ListEntry, Match, NumberEntry, Option, Order, Response, SelfRate, TextEntry

Llmquiz = Callable[..., Result]
ALWAYS = (
    "card", "form", "response", "lang", "seed", "tier", "stem", "answer", "explanation", "source", "topic", "tags",
)  # fmt: skip
SOMETIMES = {
    "one": {"options"},
    "many": {"options"},
    "text": {"accept"},
    "order": {"options"},
    "match": {"options", "pairs"},
    "list": {"accept"},
    "number": {"tolerance"},
    "self-rate": set(),
}


def rows(result: Result) -> list[dict[str, Any]]:
    """The objects that were printed."""
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def bank(surroundings: Surroundings) -> Path:
    """The learner's bank."""
    return surroundings.home.banks / "garden.yaml"


_printed: list[dict[str, Any]] = []


@pytest.fixture
def everything(llmquiz: Llmquiz) -> list[dict[str, Any]]:
    """Everything this learner can be asked; printed once for those who only look at it."""
    if not _printed:
        shown = llmquiz("questions", "--json")
        assert (0, "") == (shown.exit_code, shown.stderr)
        _printed.extend(rows(shown))
    return _printed


def test_every_row_has_its_keys_and_no_others(everything: list[dict[str, Any]]) -> None:
    odd = [row for row in everything if row.keys() != {*ALWAYS, *SOMETIMES[row["response"]]}]
    assert [] == odd
    assert {"one", "many", "text", "number", "self-rate"} <= {row["response"] for row in everything}


ORDER = ("options", "answer", "accept", "tolerance", "pairs")
GREEN, RED, BLUE = (Option(name, name.title(), right=True) for name in ("green", "red", "blue"))


@pytest.mark.parametrize(
    ("response", "data"),
    [
        (
            Order((GREEN, RED, BLUE), ("red", "blue", "green")),
            {"options": ["Green", "Red", "Blue"], "answer": ["Red", "Blue", "Green"]},
        ),
        (
            Match((GREEN, RED), (BLUE, RED, GREEN), (("green", "green"), ("red", "red"))),
            {
                "options": ["Blue", "Red", "Green"],
                "answer": ["Green – Green", "Red – Red"],
                "pairs": [["Green", "Green"], ["Red", "Red"]],
            },
        ),
        (
            ListEntry((TextEntry("Red", ("rot",)), TextEntry("Blue"))),
            {"answer": ["Red", "Blue"], "accept": [["rot"], []]},
        ),
        (NumberEntry(Decimal(8), "8 legs", "legs", Decimal("0.05")), {"answer": "8 legs", "tolerance": 0.05}),
        (SelfRate("Moss", ("small", "green")), {"answer": "Moss"}),
    ],
)
def test_what_depends_on_the_response(response: Response, data: dict[str, Any]) -> None:
    item = Item("bank:x/y", "form", "en", 0, "?", response, "", "", "x", Tier.CORE)
    shown = item_data(item)
    assert [key for key in shown if key in data] == sorted(data, key=ORDER.index)
    assert (response.name, data) == (shown["response"], {key: shown[key] for key in shown.keys() - ALWAYS | {"answer"}})


def test_built_in_questions_and_the_learners_banks_are_printed(everything: list[dict[str, Any]]) -> None:
    assert {"fact", "concept", "skill", "bank"} == {row["card"].partition(":")[0] for row in everything}


def test_each_variant_is_printed_once_in_every_language(everything: list[dict[str, Any]]) -> None:
    variants = [(row["card"], row["form"], row["lang"], row["seed"]) for row in everything]
    assert len(set(variants)) == len(variants)
    by_language = {lang: {variant[:2] for variant in variants if variant[2] == lang} for lang in ("en", "zh")}
    assert by_language["en"] == by_language["zh"]


def test_the_answer_is_among_the_options(everything: list[dict[str, Any]]) -> None:
    answers = [
        (row["answer"] if row["response"] == "many" else [row["answer"]], row["options"])
        for row in everything
        if "options" in row
    ]
    assert [] == [(answer, options) for answer, options in answers if not set(answer) <= set(options)]


def test_a_question_of_a_bank_is_printed_as_it_stands_there(llmquiz: Llmquiz, bank: Path) -> None:
    (row,) = (row for row in rows(llmquiz("questions", "--json", "--lang", "zh", bank)) if row["form"] == "choice")
    assert {"绿色", "红色", "蓝色"} == set(row.pop("options"))
    assert {
        "card": "bank:garden/green",
        "form": "choice",
        "response": "one",
        "lang": "zh",
        "seed": 0,
        "tier": "core",
        "stem": "草是什么颜色？",
        "answer": "绿色",
        "explanation": "因为叶绿素。",
        "source": "The garden book",
        "topic": "garden",
        "tags": [],
    } == row


def test_paths_stand_instead_of_everything_else(llmquiz: Llmquiz, bank: Path, rack: Path) -> None:
    assert {"bank"} == {row["card"].partition(":")[0] for row in rows(llmquiz("questions", "--json", bank.parent))}
    of_folder = rows(llmquiz("questions", "--json", rack))
    assert {"fact", "skill"} == {row["card"].partition(":")[0] for row in of_folder}


def test_seeds_are_counted_from_nought(llmquiz: Llmquiz, bank: Path) -> None:
    assert {0, 1, 2} == {row["seed"] for row in rows(llmquiz("questions", "--json", "--seeds", "3", bank))}


def test_the_global_language_counts_too(llmquiz: Llmquiz, bank: Path) -> None:
    assert {"zh"} == {row["lang"] for row in rows(llmquiz("--lang", "zh", "questions", "--json", bank))}


@pytest.mark.parametrize(
    ("head", "languages"),
    [("lang: en\n", ["en"]), ("lang: zh\n", ["zh"]), ("", ["en", "zh"])],
)
def test_a_bank_has_the_languages_it_is_written_in(
    llmquiz: Llmquiz, tmp_path: Path, head: str, languages: list[str]
) -> None:
    path = tmp_path / "one.yaml"
    question = "  - {id: a, kind: typed, question: Who?, answer: Meta, explanation: So.}\n"
    path.write_text(f"bank: one\ntitle: One\n{head}source: {{title: S}}\nquestions:\n{question}", encoding="utf-8")
    assert languages == [row["lang"] for row in rows(llmquiz("questions", "--json", path))]


def test_an_english_question_in_a_bank_of_several_languages_stays_english(llmquiz: Llmquiz, tmp_path: Path) -> None:
    path = tmp_path / "one.yaml"
    question = "  - {id: a, kind: typed, question: {en: Who?}, answer: Meta, explanation: {en: So.}}\n"
    path.write_text(f"bank: one\ntitle: One\nsource: {{title: S}}\nquestions:\n{question}", encoding="utf-8")
    assert ["en"] == [row["lang"] for row in rows(llmquiz("questions", "--json", path))]


def test_banks_by_path_need_no_database(bank: Path) -> None:
    code = (
        f"import sys; from llmquiz.cli.program import run; done = run(['questions', '--json', {str(bank)!r}]); "
        "sys.exit(done or sorted({'sqlalchemy', 'textual', 'rich', 'fsrs'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ("[]\n", 5) == (done.stderr, len({json.loads(line)["card"] for line in done.stdout.splitlines()}))


def test_what_is_broken_is_told_and_the_rest_is_printed(llmquiz: Llmquiz, bank: Path) -> None:
    broken = bank.with_name("broken.yaml")
    broken.write_text("bank: [\n", encoding="utf-8")
    shown = llmquiz("questions", "--json", bank.parent, bank.parent / "none.yaml")
    assert (1, 10) == (shown.exit_code, len(rows(shown)))
    assert f"{broken}:2:1: " in shown.stderr
    assert f"{bank.parent / 'none.yaml'}:0:0: not-found: There is no such file." in shown.stderr
