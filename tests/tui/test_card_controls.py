"""What can be done with a card beside answering it, by letters and by keys that no input method swallows."""

from contextlib import contextmanager
from dataclasses import replace

import pytest
from textual.events import Paste
from tui_acting import GARDEN, number, seen, type_in, until_asked

from llmquiz.study.confusions import Confusion, Thing
from llmquiz.trainer.contrasting import Contrasts
from llmquiz.trainer.views import Progress
from llmquiz.tui.app import LlmquizApp
from llmquiz.tui.places import Where
from llmquiz.tui.screens.explore_page import ExplorePageScreen
from llmquiz.tui.screens.mixups import PairScreen
from llmquiz.tui.screens.study import StudyScreen
from llmquiz.tui.screens.summary import SummaryScreen
from llmquiz.tui.widgets.progress import ProgressLine


def session(pilot):
    """The sitting on the screen."""
    return pilot.app.screen.session


PUTTING_OFF = {"s": "Suspended: that card is not asked any more.", "b": "Put off: that card comes back tomorrow."}


LETTERS, CONTROLS = (("s", "s"), ("b", "b")), (("s", "ctrl+s"), ("b", "ctrl+t"))


async def putting_off(pilot, trainer, keys, *before):
    """Put cards off with each of the keys; before each of them others are pressed."""
    for letter, key in keys:
        await pilot.press(*before)
        card = session(pilot).card
        await pilot.press(key)
        assert card != session(pilot).card, key
        assert PUTTING_OFF[letter] in seen(pilot)
        assert [letter == "s"] == [event["kind"] == "suspend" for event in trainer.log(card)][-1:]


async def test_a_lesson_a_question_and_an_answered_one_are_put_off_with_one_key_and_the_last_is_told_of(play, trainer):
    async with play(keys=["enter"]) as pilot:
        await putting_off(pilot, trainer, LETTERS)
        await putting_off(pilot, trainer, CONTROLS, "k", "f8")
        await pilot.press("escape", *GARDEN)
        await putting_off(pilot, trainer, LETTERS + CONTROLS)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(pilot.app.screen, SummaryScreen)
        assert PUTTING_OFF["s"] in seen(pilot)


async def test_while_typing_letters_are_letters_and_what_is_typed_outlives_every_other_key(play):
    async with play(keys=GARDEN) as pilot:
        await until_asked(pilot, "text")
        card = session(pilot).card
        await pilot.press("s", "b")
        assert card == session(pilot).card
        await pilot.press("backspace", *"un", "f5")
        assert "Hint: The answer has 9 characters. A right answer counts as Hard now." in seen(pilot)
        await pilot.press("f5")
        assert "Hint: It begins so, with so many characters: s… (9)." in seen(pilot)
        await pilot.press("f2", *"fl")
        assert "sunfl" in seen(pilot)
        await pilot.press("f2", "ctrl+n", *"my", "enter", *"ower", "enter")
        assert session(pilot).view.verdict.right
        assert "my" == session(pilot).note
        await pilot.press("ctrl+z", "ctrl+s")
        assert card != session(pilot).card


async def test_undo_takes_a_putting_off_and_an_answer_back_even_after_a_restart(play, reopen):
    async with play(keys=GARDEN) as pilot:
        first = session(pilot).card
        await pilot.press("s", "u")
        assert first == session(pilot).card
        assert "no longer suspended" in seen(pilot)
        await pilot.press("b")
        second = session(pilot).card
        await pilot.press("f8")
    with reopen() as trainer:
        async with play(trainer, keys=["u"]) as pilot:
            assert isinstance(pilot.app.screen, StudyScreen)
            assert second == session(pilot).view.item.card
            assert "retract" == list(trainer.log())[-1]["kind"]
            await pilot.press("escape", "u")
            assert "no longer put off" in seen(pilot)


async def test_undo_takes_back_what_was_put_off_in_the_placement_and_not_the_answer_before_it(play):
    async with play(keys=["k", "1", "enter"]) as pilot:
        second = session(pilot).card
        for key, said in (("s", "no longer suspended"), ("b", "no longer put off")):
            await pilot.press(key)
            assert second != session(pilot).card, key
            await pilot.press("u")
            assert (second, 1) == (session(pilot).card, session(pilot).view.progress.done), key
            assert said in seen(pilot)


async def test_a_suspended_lesson_that_is_taken_back_is_on_the_screen_at_once(play, home, reopen):
    home.config.write_text("new_per_day = 1\n", encoding="utf-8")
    with reopen() as trainer:
        async with play(trainer, keys=["enter"]) as pilot:
            card = session(pilot).card
            await pilot.press("s", "enter", "u")
            assert card == session(pilot).view.lesson.card
            assert "no longer suspended" in seen(pilot)


NOTE = "[b]mine[/], 我的"


async def test_a_note_is_written_below_the_question_or_left_as_it_was_and_shown_and_changed_with_the_feedback(play):
    async with play(keys=[*GARDEN, "n", *"no"]) as pilot:
        assert "Your note on this card" in seen(pilot)
        await pilot.press("escape")
        assert "" == session(pilot).note
        assert "Your note on this card" not in seen(pilot)
        await pilot.press("ctrl+n")
        assert "Your note on this card" in seen(pilot)
        await type_in(pilot, NOTE)
        await pilot.press("enter")
        assert NOTE == session(pilot).note
        assert f"Your note: {NOTE}" not in seen(pilot)
        await pilot.press(number(pilot, right=True))
        assert session(pilot).view.verdict.right
        assert f"Your note: {NOTE}" in seen(pilot)
        await changing_a_note(pilot)


async def changing_a_note(pilot):
    """Below an answer: more is written, all is taken away, and something else is written."""
    before = session(pilot).note
    await pilot.press("n", "1", "enter")
    assert f"Your note: {before}1" in seen(pilot)
    await pilot.press("n")
    pilot.app.focused.clear()
    await pilot.press("enter")
    assert "" == session(pilot).note
    assert "Your note: " not in seen(pilot)
    await pilot.press("n", *"my", "enter")
    assert "Your note: my" in seen(pilot)


async def test_a_note_on_a_lesson_is_shown_with_it_and_keeps_all_lines_of_a_paste_as_far_as_there_is_room(play):
    async with play(keys=["enter"]) as pilot:
        for pasted, note in (
            ("one\r\n\r\ntwo  three", "so: one two  three"),
            ("", "so:"),
            ("x" * 600, f"so: {'x' * 496}"),
            ("one\ntwo", "so: one two"),
        ):
            await pilot.press("n")
            line = pilot.app.screen.focused
            line.clear()
            line.insert_text_at_cursor("so: ")
            line.post_message(Paste(pasted))
            await pilot.pause()
            await pilot.press("enter")
            assert note == session(pilot).note, pasted
        assert "Your note: so: one two" in seen(pilot)


async def test_a_report_shows_the_code_and_is_logged_with_it_unless_it_is_empty(play, trainer):
    async with play(keys=[*GARDEN, "f", "enter"]) as pilot:
        assert "nothing reported" in seen(pilot)
        assert [] == [event for event in trainer.log() if event["kind"] == "flag"]
        for keys in (("f",), ("ctrl+r",), ("d", "f"), ("ctrl+r",)):
            await pilot.press(*keys)
            code, text = session(pilot).code, "x" * len(keys)
            assert code in seen(pilot), keys
            await pilot.press(*text, "enter")
            assert "Reported." in seen(pilot)
            assert (code, text) == tuple(list(trainer.log())[-1][name] for name in ("code", "text"))


async def test_a_strong_hint_is_announced_and_what_it_takes_away_can_neither_be_chosen_nor_highlighted(play):
    async with play(keys=[*GARDEN, "h"]) as pilot:
        assert "Hint: There is no gentle hint here" in seen(pilot)
        assert not session(pilot).view.hint
        await pilot.press("f5")
        assert_one_option_is_gone(pilot)
        await pilot.press("h")
        assert "There is no other hint." in seen(pilot)
        item, gone = session(pilot).view.item, session(pilot).view.gone
        await pilot.press(str(1 + next(at for at, option in enumerate(item.options) if option.id in gone)))
        assert item is session(pilot).view.item
        await pilot.press("down", "down", "down", "enter")
        assert gone.isdisjoint(session(pilot).view.answer.options)
        await pilot.press("u")
        assert_one_option_is_gone(pilot)  # taken back is the answer, not the hint


def assert_one_option_is_gone(pilot):
    """It is said, with what that costs, and seen."""
    told = seen(pilot)
    assert "Hint: 1 wrong option is gone. A right answer counts as Again now." in told
    assert 1 == told.count("– ")


async def test_after_a_strong_hint_a_right_answer_counts_as_not_known_unless_one_rates_it_oneself(play):
    async with play(keys=GARDEN) as pilot:
        for right in (True, False):
            await pilot.press("h", "h")
            view = session(pilot).view
            left = (at for at, option in enumerate(view.item.options, 1) if option.right == right)
            await pilot.press(str(next(at for at in left if view.item.options[at - 1].id not in view.gone)))
            assert (right, 1) == (session(pilot).view.verdict.right, session(pilot).view.rating)
            told = seen(pilot).replace("\n", " ")
            assert session(pilot).view.question.item.explanation in told, "and is explained"
            assert right == ("✓ Right, with so much help that it counts as not known." in told)
            assert Where.REVEALED is pilot.app.screen.mode
            assert "I was right" not in told
            await pilot.press("o")
            assert (1, False) == (session(pilot).view.rating, session(pilot).view.overruled)
            await pilot.press("3")
            assert (3, True) == (session(pilot).view.rating, session(pilot).view.overruled)
            await pilot.press("u")


@pytest.fixture
def returns(monkeypatch):
    """How often the app came back to a terminal that it had left. As Textual's: not when an error passes through."""
    came = []

    @contextmanager
    def suspend(_app):
        yield
        came.append(True)

    monkeypatch.setattr(LlmquizApp, "suspend", suspend)
    return came


@pytest.fixture
def editor(tmp_path, monkeypatch, returns):
    """An editor that writes down what it was given; and a terminal that can be left for it."""
    program = tmp_path / "vi"
    program.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/given\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", str(program))
    return tmp_path / "given"


async def test_the_file_of_a_card_is_opened_at_its_line_which_is_told_where_an_editor_cannot_be(
    play, home, editor, monkeypatch
):
    file, unknown = home.banks / "garden.yaml", editor.with_name("scribble")
    unknown.symlink_to(editor.with_name("vi"))
    async with play(keys=GARDEN) as pilot:
        for key in ("e", "ctrl+o"):
            await pilot.press(key)
            assert f"+5 {file}\n" == editor.read_text(encoding="utf-8"), key
            told = seen(pilot)
            assert "What you changed counts from the next start." in told, key
            assert "The card: line" not in told, key
            editor.unlink()
            await pilot.press("down")
        monkeypatch.setenv("EDITOR", str(unknown))
        await pilot.press("e")
        assert f"{file}\n" == editor.read_text(encoding="utf-8")
        assert "The card: line 5 of banks/garden.yaml. Changes count from the next start." in seen(pilot)


async def test_without_an_editor_or_a_terminal_that_can_be_left_the_place_is_told(play, monkeypatch, request):
    monkeypatch.setenv("EDITOR", "vi")
    async with play(keys=[*GARDEN, "e"]) as pilot:
        assert "vi cannot be opened from here: look at line 5 of banks/garden.yaml." in seen(pilot)
        request.getfixturevalue("editor")
        for name, said in (
            ("", "No editor is set (EDITOR): look at line 5 of banks/garden.yaml."),
            ("/no/such/vi", "/no/such/vi cannot be opened"),
        ):
            monkeypatch.setenv("EDITOR", name)
            await pilot.press("e")
            assert said in seen(pilot)
        assert [True] == request.getfixturevalue("returns"), "an editor that is not there does not keep the app away"


async def test_the_bar_stays_where_it_is_when_the_numbers_grow(play):
    async with play(keys=["enter"]) as pilot:
        line, places = pilot.app.screen.query_one(ProgressLine), set()
        for progress in (Progress(9, 1), Progress(10, 0), Progress(100, 20)):
            line.show("Garden", progress)
            text = line.render().plain
            places.add((len(text), text.index("━")))
        assert 1 == len(places)


async def in_trouble(pilot):
    """Answer the fact that is shown wrongly, and let it be a leech."""
    screen = pilot.app.screen
    await pilot.press("k")
    await pilot.press("d")
    screen.session.view = replace(screen.session.view, leech=True)
    screen.redraw()
    await pilot.pause()


async def test_on_a_leech_one_key_shows_its_page_or_both_of_what_is_mixed_up(play, trainer):
    async with play(keys=["enter"]) as pilot:
        assert "Read about it" not in seen(pilot)
        await in_trouble(pilot)
        told = seen(pilot)
        assert "This card slips away again and again" in told
        assert "p Read about it" in told
        await pilot.press("f4")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ExplorePageScreen)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, StudyScreen)
        trainer.to_read = lambda _card: trainer_pair(trainer)
        await pilot.press("p")
        await pilot.pause()
        assert isinstance(pilot.app.screen, PairScreen)


def trainer_pair(trainer):
    """Two makers that are mixed up."""
    things = tuple(Thing(f"entity:{name}", name.capitalize()) for name in ("acme", "borel"))
    return Contrasts(trainer.library, "en").pair(Confusion(things, count=3, last_day=0, cards=()))
