"""What is known already, found out line by line: offered, asked, left and logged as in the app."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from llmquiz.cli.surroundings import Surroundings
from llmquiz.core.answers import Chosen
from llmquiz.files.paths import Home
from llmquiz.study.placing import ENOUGH_WRONG, QUESTIONS
from llmquiz.trainer.trainer import Trainer
from llmquiz.trainer.views import QuestionView

Study = Callable[..., str]
OFFER = "Do you know some of it already? :w finds out, with at most 20 questions.\n"
REFUSAL = "That begins from today's cards alone, before your first answer.\n"
LESSON = "New: read it now, answer it later\n"


@pytest.fixture
def study(llmquiz: Callable[..., Result]) -> Study:
    """Study, typing these lines, and give back what is said."""

    def run(*lines: str, command: tuple[str, ...] = ("study", "--plain")) -> str:
        done = llmquiz(*command, typed="".join(f"{line}\n" for line in lines))
        assert (0, "") == (done.exit_code, done.stderr)
        return done.stdout

    return run


def logged(surroundings: Surroundings) -> list[dict[str, Any]]:
    """Every event, but for the name that a device gave it."""
    with surroundings.store() as store:
        return [event | {"id": "", "device": "", "target": ""} for event in store.stored()]


def take_the_first(trainer: Trainer, *, most: int) -> int:
    """Place as the app does, choosing whatever stands first; how many questions that were."""
    session, asked = trainer.place(), 0
    while isinstance(session.view, QuestionView) and asked < most:
        session.answer(Chosen((session.view.item.options[0].id,)))
        session.next()
        asked += 1
    return asked


def test_it_is_offered_until_something_is_known(study: Study) -> None:
    assert OFFER in study(":w", *(":d", "") * ENOUGH_WRONG)
    assert OFFER in study(":k", "1")
    assert OFFER not in study()


def test_it_says_what_it_is_for_and_then_goes_on_with_the_lessons(study: Study) -> None:
    _, _, shown = study(":w", *(":d", "") * ENOUGH_WRONG).partition("Just to find out: what you don't know is taught")
    questions, _, after = shown.partition("\n5 answers, 0 right.\nEverything is taught, from the beginning.\n\n")
    assert LESSON not in questions
    assert LESSON in after


def test_left_early_what_was_found_out_stands_and_the_sitting_goes_on(study: Study) -> None:
    shown = study(":w", ":d", ":o", "", ":q", ":h")
    _, found_out, after = shown.partition(" as known. What is known comes back in some days, to make sure")
    assert found_out
    assert LESSON in after
    assert "Type an answer and press Enter." in after


def test_an_answer_is_taken_back_within_it(study: Study) -> None:
    shown = study(":w", ":d", ":u", ":u", ":q")
    assert "Taken back. Answer it again.\n" in shown
    assert "There is nothing to take back.\n" in shown
    assert "\nNo answers this time.\nEverything is taught, from the beginning.\n" in shown


@pytest.mark.parametrize(
    ("letter", "said"),
    [
        pytest.param("s", "Taken back: no longer suspended.\n", id="suspended"),
        pytest.param("b", "Taken back: the card is no longer put off.\n", id="put off"),
    ],
)
def test_a_card_that_was_put_off_comes_back_within_it(study: Study, letter: str, said: str) -> None:
    before, found, after = study(":w", ":d", "", f":{letter}", ":u", ":q").partition(said)
    *_, put_off, instead = (part.splitlines()[1] for part in before.split("\n\n") if "  1. " in part)
    assert found
    assert put_off in after
    assert instead not in after
    assert "\n1 answer, 0 right.\n" in after


def test_a_language_that_was_chosen_in_it_is_kept_afterwards(study: Study) -> None:
    assert "新知识：先读，稍后答题\n" in study(":w", ":l zh", ":q")


@pytest.mark.parametrize(
    ("command", "lines"),
    [
        pytest.param(("study", "--plain"), (":k", "1", ":w"), id="after an answer"),
        pytest.param(("study", "--plain"), (":w", ":w"), id="within itself"),
        pytest.param(("quiz", "--plain", "grass"), (":w",), id="in practice"),
    ],
)
def test_it_begins_from_todays_cards_before_the_first_answer(
    study: Study, command: tuple[str, ...], lines: tuple[str, ...]
) -> None:
    assert REFUSAL in study(*lines, command=command)


@pytest.mark.parametrize("most", [3, QUESTIONS])
def test_it_asks_and_logs_what_the_app_does(
    study: Study, surroundings: Surroundings, tmp_path: Path, most: int
) -> None:
    app = replace(surroundings, home=Home(tmp_path / "app"))
    shutil.copytree(surroundings.home.root, app.home.root)
    with app.trainer() as trainer:
        asked = take_the_first(trainer, most=most)
    shown = study(":w", *("1", "") * asked)
    assert 3 <= asked == shown.count("Type the number of the right one, 1 to 4.\n") - (most == 3)
    assert logged(app) == logged(surroundings)
