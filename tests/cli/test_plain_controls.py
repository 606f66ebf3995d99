"""A sitting line by line has every control of the app's: putting off, notes, reports."""

import re
from collections.abc import Callable

import pytest
from click.testing import Result

from llmquiz.cli.surroundings import Surroundings

Llmquiz = Callable[..., Result]
Study = Callable[..., str]


@pytest.fixture
def study(llmquiz: Llmquiz) -> Study:
    """Study the bank, typing these lines, and give back what is said."""

    def run(*lines: str, topic: str = "garden") -> str:
        done = llmquiz("study", "--plain", "--topic", topic, typed="".join(f"{line}\n" for line in lines))
        assert (0, "") == (done.exit_code, done.stderr)
        return done.stdout

    return run


def lessons(shown: str) -> list[str]:
    """The lessons that were shown."""
    return re.findall(r"^New: .*\n\n((?:.+\n)+)", shown, re.MULTILINE)


def kinds(surroundings: Surroundings) -> list[str]:
    """The kinds of all events but the parameters."""
    with surroundings.store() as store:
        return [event["kind"] for event in store.stored() if event["kind"] != "parameters"]


@pytest.mark.parametrize(
    ("command", "kind", "said"),
    [(":s", "suspend", "Suspended: that card is not"), (":b", "bury", "Put off: that card comes back tomorrow.")],
)
def test_a_card_is_put_off_from_the_question_and_after_the_answer(
    study: Study, surroundings: Surroundings, command: str, kind: str, said: str
) -> None:
    shown = study(command, "apple", command)
    assert 2 == shown.count(said)
    assert [kind, "review", kind] == kinds(surroundings)
    assert "Which colour has grass?" not in study()


def test_a_putting_off_is_taken_back_and_counts_as_no_answer(study: Study) -> None:
    study(":b")
    shown = study(":u", "green")
    assert "Taken back: the card is no longer put off.\n\nGarden (0 done, 5 to go)\nWhich colour has grass?" in shown
    assert "1 answer, 1 right." in shown


def test_a_suspended_lesson_that_is_taken_back_is_shown_at_once(study: Study, surroundings: Surroundings) -> None:
    surroundings.home.config.write_text("new_per_day = 1\n", encoding="utf-8")
    first, _other, again = lessons(study(":s", "", ":u", topic="forest"))
    assert first == again


def test_a_note_is_written_shown_with_the_answer_and_taken_away(study: Study) -> None:
    shown = study(":n Ｍine，我的", ":n", "green", ":n -", ":n")
    assert "Kept: you see it after each answer.\nYour note: Ｍine，我的\n" in shown
    assert "Source: The garden book\nYour note: Ｍine，我的\n" in shown
    assert 2 == shown.count("There is no note on this card now.")


def test_a_report_tells_its_code_and_needs_a_word(study: Study, surroundings: Surroundings) -> None:
    shown = study(":f", ":f It is brown.")
    assert "Say what is wrong: :f and a few words." in shown
    assert "tells it with its code.\nbank:garden/green@choice.en." in shown
    assert ["flag"] == kinds(surroundings)


def test_a_lesson_cannot_be_reported_but_noted(study: Study, surroundings: Surroundings) -> None:
    assert "There is no question now." in study(":f wrong", ":n mine", topic="forest")
    assert "Your note: mine" in study(topic="forest")
    assert ["note"] == kinds(surroundings)


@pytest.mark.parametrize("command", [":?", ":hint", "：？"])
def test_hints_are_staged_and_options_keep_their_numbers(study: Study, command: str) -> None:
    shown = study(command, command, command, "9")
    assert "Hint: There is no gentle hint here; the next one is a strong one.\n" in shown
    before, after = shown.split("Hint: 1 wrong option is gone. A right answer counts as Again now.\n")
    left = [line for line in after.splitlines() if line.startswith("  ")]
    assert 2 == len(left)
    assert all(line in before for line in left)
    assert "There is no other hint." in shown


def test_an_option_that_a_hint_took_away_is_no_answer(study: Study, surroundings: Surroundings) -> None:
    shown = study(":?", ":?", "red", "blue")
    assert "A hint took that one away." in shown
    assert 1 == kinds(surroundings).count("review")


@pytest.mark.parametrize("back", [("green", ":u"), (":l en",)])
def test_a_hint_is_told_again_with_the_question_that_comes_back(study: Study, back: tuple[str, ...]) -> None:
    shown = study(":?", ":?", *back)
    assert 2 == shown.count("Hint: 1 wrong option is gone. A right answer counts as Again now.\n")


def test_a_hint_needs_a_question(study: Study) -> None:
    assert "There is no question now." in study("green", ":?")


def test_the_place_of_a_card_is_told_by_file_and_line(study: Study, surroundings: Surroundings) -> None:
    assert f"\n{surroundings.home.banks / 'garden.yaml'}:5\n" in study(":e")
