"""A sitting line by line, with the garden bank: what is said, what is logged, and how the commands act."""

import json
from collections.abc import Callable

import pytest
from click.testing import Result

from llmquiz.cli.plain.showing import change_lines
from llmquiz.cli.surroundings import Surroundings
from llmquiz.core.events import Review
from llmquiz.trainer.views import ChangeView, Progress

Study = Callable[..., Result]


@pytest.fixture
def study(llmquiz: Callable[..., Result]) -> Study:
    """Study the bank, typing these lines."""

    def run(*lines: str, options: tuple[str, ...] = ("--topic", "garden"), before: tuple[str, ...] = ()) -> Result:
        typed = "".join(f"{line}\n" for line in lines)
        done = llmquiz(*before, "study", "--plain", *options, typed=typed)
        assert (0, "") == (done.exit_code, done.stderr)
        return done

    return run


def reviews(surroundings: Surroundings) -> list[Review]:
    """What was logged, with what was answered."""
    with surroundings.store() as store:
        events = store.events(kinds={"review"}, with_content=True)
        return [event for event in events if isinstance(event, Review)]


def kinds(surroundings: Surroundings) -> list[str]:
    """The kinds of all events but the parameters."""
    with surroundings.store() as store:
        return [event["kind"] for event in store.stored() if event["kind"] != "parameters"]


def numbered(shown: str, text: str) -> str:
    """The number of the option with this text."""
    return next(line.strip().partition(".")[0] for line in shown.splitlines() if line.endswith(f". {text}"))


def replace_in_bank(surroundings: Surroundings, old: str, new: str) -> None:
    """Write something else into the bank."""
    bank = surroundings.home.banks / "garden.yaml"
    bank.write_text(bank.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_a_question_is_asked_with_numbered_options(study: Study) -> None:
    shown = study().stdout
    assert "Garden (0 done, 5 to go)\nWhich colour has grass?\n" in shown
    assert {"1", "2", "3"} == {numbered(shown, text) for text in ("green", "red", "blue")}
    assert "Type the number of the right one, 1 to 3.\n" in shown


def test_a_right_answer_is_told_with_why_source_and_when_it_comes_next(
    study: Study, surroundings: Surroundings
) -> None:
    shown = study("green").stdout
    assert "Right. This card comes back in a while.\nChlorophyll does it.\nSource: The garden book\n" in shown
    assert [("bank:garden/green", True)] == [(review.card, review.right) for review in reviews(surroundings)]


def test_a_wrong_answer_is_told_with_the_answer_and_why_not(study: Study) -> None:
    shown = study("red").stdout
    green = numbered(shown, "green")
    assert (
        f"Not quite. This card comes back in a while.\nThe answer: {green}. green\nPoppies are red.\nChlorophyll"
        in shown
    )


def test_every_kind_of_response_can_be_answered(study: Study, surroundings: Surroundings) -> None:
    first = study("green", "", "").stdout
    fruits = f"{numbered(first, 'apple')}、{numbered(first, 'pear')}"
    study(fruits, "", "sunflwer", "", "８", "", "", "3", "")
    answered = [(review.card, review.right) for review in reviews(surroundings)]
    assert [(f"bank:garden/{name}", True) for name in ("green", "fruit", "tall", "legs", "moss")] == answered


def test_a_flashcard_shows_its_back_and_then_asks_for_a_rating(study: Study) -> None:
    shown = study("green", "", ":d", "", ":d", "", ":d", "", "", "nonsense", "4").stdout
    front, _, back = shown.partition("Think of the answer, then press Enter.\n")
    assert "What is moss?" in front
    assert "The answer: a small plant without roots\n" in back
    assert "  1. Again: in 1 minute\n" in back
    assert 2 == back.count("How well did you know it? Type 1 to 4.\n")


def test_a_typo_is_forgiven_and_the_spelling_shown(study: Study) -> None:
    assert "It is spelled sunflower.\n" in study("green", "", ":d", "", "sunflwer").stdout


def test_an_empty_line_or_nonsense_is_no_answer(study: Study, surroundings: Surroundings) -> None:
    shown = study("", "   ", "purple", "7").stdout
    assert 5 == shown.count("Type the number of the right one, 1 to 3.\n")
    assert [] == reviews(surroundings)


def test_any_line_goes_on_after_an_answer(study: Study) -> None:
    assert "Which of these are fruits?" in study("green", "next please").stdout


def test_undo_takes_an_answer_back_and_asks_again(study: Study, surroundings: Surroundings) -> None:
    shown = study("red", ":u", "green").stdout
    assert 2 == shown.count("Which colour has grass?")
    assert "Taken back. Answer it again.\n" in shown
    assert "1 answer, 1 right.\n" in shown
    assert ["review", "retract", "review"] == kinds(surroundings)


def test_undo_reaches_back_across_restarts(study: Study, surroundings: Surroundings) -> None:
    study("red")
    assert "Taken back. Answer it again.\n\nGarden (0 done, 5 to go)\nWhich colour has grass?" in study("：ｕ").stdout
    assert ["review", "retract"] == kinds(surroundings)


def test_there_may_be_nothing_to_take_back(study: Study) -> None:
    assert "There is nothing to take back.\n" in study(":u").stdout


def test_a_session_resumes_where_it_stopped(study: Study) -> None:
    study("green", "", ":q")
    shown = study().stdout
    assert "\nWhich of these are fruits?\n" in shown
    assert "Which colour has grass?" not in shown


@pytest.mark.parametrize(
    ("command", "told", "rating"),
    [
        (":o", "Good. This card comes back in a while.", 3),
        (":o 2", "Hard. This card comes back", 2),
        (":o4", "Easy. This card comes back", 4),
    ],
)
def test_the_learner_overrules(study: Study, surroundings: Surroundings, command: str, told: str, rating: int) -> None:
    shown = study("red", command).stdout
    assert f"It counts as you say: {told}" in shown
    assert "1 answer, 1 right.\n" in shown
    with surroundings.store() as store:
        assert [rating] == [event["rating"] for event in store.stored() if event["kind"] == "amend"]


def test_a_guess_counts_as_not_known(study: Study) -> None:
    shown = study("green", ":g").stdout
    assert "Guessed: it counts as not known. This card comes back in a while.\n" in shown
    assert "1 answer, 0 right.\n" in shown


@pytest.mark.parametrize("answer", ["red", ":d"])
def test_a_wrong_answer_was_no_guess(study: Study, surroundings: Surroundings, answer: str) -> None:
    shown = study(answer, ":g").stdout
    assert shown.count("This card comes back in a while.\n") == 1
    assert "Only a right answer can be a guess.\n" in shown
    assert ["review"] == kinds(surroundings)


def test_an_option_is_named_before_its_reason_as_a_label(study: Study, surroundings: Surroundings) -> None:
    replace_in_bank(surroundings, "en: red,", "en: The sunset is red.,")
    assert "\nThe sunset is red: Poppies are red.\n" in study("The sunset is red.").stdout


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (":o", "There is no answer to speak of now"),
        (":g", "There is no answer to speak of now"),
        (":k", "There is no lesson now."),
        (":o 5", "Type :o, or :o 1 to :o 4."),
        (":l fr", "The languages are en, zh."),
        (":x", "There is no such command; :h shows them."),
        (":quit", "There is no such command; :h shows them."),
        (":", "There is no such command; :h shows them."),
    ],
)
def test_a_command_that_does_not_fit_says_so(study: Study, surroundings: Surroundings, command: str, told: str) -> None:
    assert told in study(command).stdout
    assert [] == reviews(surroundings)


def test_giving_up_fits_a_question_alone(study: Study) -> None:
    assert "There is no question now.\n" in study(":d", ":d").stdout


def test_help_shows_every_command(study: Study) -> None:
    shown = study(":h").stdout
    assert [] == [letter for letter in "udkwoglhq" if f"  :{letter}  " not in shown]


def test_quitting_ends_with_a_summary(study: Study) -> None:
    shown = study("green", ":q", "", "1 2").stdout
    assert shown.endswith("1 answer, 1 right.\n10 cards are left for today. Tomorrow: new cards.\n")


def test_a_limit_ends_the_session(study: Study, surroundings: Surroundings) -> None:
    study("green", "", "1 2", "", "x", options=("--topic", "garden", "--limit", "2"))
    assert 2 == len(reviews(surroundings))


def test_lessons_come_before_their_questions(study: Study, surroundings: Surroundings) -> None:
    shown = study("", "", "", ":k", options=("--topic", "ideas")).stdout
    assert "Ideas (0 done, 10 to go)\nNew: read it now, answer it later\n" in shown
    assert "Enter: go on. :k: I know this.\n" in shown
    assert {"lesson"} == set(kinds(surroundings))


def test_who_knows_a_lesson_is_asked_at_once(study: Study, surroundings: Surroundings) -> None:
    shown = study(":k", "1", options=("--topic", "ideas")).stdout
    assert 1 == shown.count("New: read it now, answer it later")
    assert ["lesson", "review"] == kinds(surroundings)


def test_what_no_question_asks_for_is_told_by_the_lesson_alone() -> None:
    view = ChangeView("k", "Who made it?", "", "", "Acme made it.", "A book", "", "Trees", Progress(0, 1))
    assert ["Who made it?", "Acme made it."] == list(change_lines(view))[3:5]


def test_an_answer_that_was_corrected_is_told_before_anything_else(study: Study, surroundings: Surroundings) -> None:
    study("green", "", ":d", "", ":d", "", "8")
    replace_in_bank(surroundings, "answer: 8", "answer: 6")
    shown = study("", "").stdout
    assert "Corrected since you learned it.\n\nHow many legs has a spider?\nBefore: 8\nNow: 6\nEight.\n" in shown
    assert 1 == shown.count("Corrected since you learned it.")
    assert "fact-changed" == kinds(surroundings)[-1]


def test_the_language_changes_while_studying(study: Study, surroundings: Surroundings) -> None:
    shown = study("：ｌ zh", "绿色").stdout
    assert "花园" in shown
    assert "草是什么颜色？" in shown
    assert ["zh"] == [review.lang for review in reviews(surroundings)]


def test_a_session_in_chinese_speaks_chinese(study: Study) -> None:
    shown = study("绿色", before=("--lang", "zh")).stdout
    assert "因为叶绿素。" in shown
    assert "Right." not in shown
    assert "Enter：继续。\n" in shown


def test_options_are_hidden_on_request(study: Study, surroundings: Surroundings) -> None:
    surroundings.home.config.write_text("hide_options = true\n", encoding="utf-8")
    before, _, after = study("", "green").stdout.partition("Think of the answer, then press Enter.\n")
    assert ". green" not in before
    assert ". green" in after
    assert [True] == [review.right for review in reviews(surroundings)]


def test_what_is_logged_is_what_was_shown(study: Study, surroundings: Surroundings) -> None:
    study("red")
    (review,) = reviews(surroundings)
    assert [["red", "red"]] == json.loads(review.answer)["chosen"]


def test_no_line_moves_the_cursor_or_has_colour(study: Study) -> None:
    shown = study("green", "", ":h", "1 2", ":u", ":d").stdout
    assert [] == [char for char in shown if not char.isprintable() and char != "\n"]


def test_problems_in_the_learners_files_are_told_beside_with_the_commands_that_name_them(
    llmquiz: Study, surroundings: Surroundings
) -> None:
    home = surroundings.home
    broken = home.banks / "broken.yaml"
    check = f"`llmquiz check {home.banks}`"

    def told() -> str:
        shown = llmquiz("study", "--plain")
        assert 0 == shown.exit_code
        return shown.stderr

    broken.write_text("bank: [\n", encoding="utf-8")
    assert told() == f"1 problem in your files: {check} tells more.\n"
    home.config.write_text("new_per_day = many\n", encoding="utf-8")
    assert told() == f"2 problems in your files: {check} and `llmquiz doctor` tell more.\n"
    broken.unlink()
    assert told() == "1 problem in your files: `llmquiz doctor` tells more.\n"
    home.config.write_text('lang = "de"\ntopics_off = ["gardne"]\n', encoding="utf-8")
    assert told() == "2 problems in your files: `llmquiz doctor` tells more.\n"


def test_so_many_minutes_are_told_and_what_is_left_is_not_lost(study: Study) -> None:
    shown = study("green", options=("--topic", "garden", "--minutes", "5")).stdout
    assert "Garden (0 done, about 5 minutes to go)\n" in shown
    assert "Nothing is lost: the next start goes on here." in shown


def test_a_newcomer_is_told_once_what_this_is(study: Study) -> None:
    hello = "It calls no model and needs no network."
    assert (True, False) == (hello in study("green").stdout, hello in study().stdout)
