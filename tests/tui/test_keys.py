"""The table of keys: nothing twice, nothing without a key that is no letter, all of it bound and printed."""

import pytest

from llmquiz.tui import keyboard
from llmquiz.tui.keys import COMMANDS
from llmquiz.tui.places import Where
from tables import every_row


def is_letter(key):
    """Whether an input method would catch it."""
    return len(key) == 1 and key.isalpha()


def test_ids_are_unique():
    assert len(COMMANDS) == len({command.id for command in COMMANDS})


@every_row("command", COMMANDS)
def test_each_command_has_a_key_that_is_no_letter(command):
    assert any(not is_letter(key) and key != "?" for key in command.keys)


@every_row("mode", Where)
def test_a_key_does_one_thing_in_one_place(mode):
    used = [key for command in keyboard.acting(mode) for key in command.keys]
    assert sorted(set(used)) == sorted(used)


@every_row("command", [command for command in COMMANDS if command.each])
def test_each_key_has_its_argument(command):
    assert len(command.keys) == len(command.each)


@pytest.mark.parametrize(("key", "wide"), [("1", "１"), ("d", "ｄ"), ("?", "？")])
def test_full_width_characters_are_bound_too(key, wide):
    bound = [binding.key for everywhere in (True, False) for binding in keyboard.bindings(everywhere)]
    assert f"{key},{wide}" in bound


def test_every_binding_has_a_unique_id_a_label_and_a_tooltip():
    bound = [*keyboard.bindings(True), *keyboard.bindings()]
    assert len(bound) == len({binding.id for binding in bound})
    assert all(binding.description and binding.tooltip for binding in bound)


def test_actions_outside_the_table_are_nobodys_business():
    assert keyboard.may_act("copy_text", Where.HOME) is None


def test_an_action_runs_only_where_the_table_says():
    assert keyboard.may_act("know", Where.LESSON) is True
    assert keyboard.may_act("know", Where.CHOOSING) is False


def test_the_markdown_table_names_every_command():
    lines = keyboard.markdown_table().split("\n")
    assert len(COMMANDS) + 2 == len(lines)
    assert "| k / F4 | I know this: Skip the lesson and answer its question at once. | Lesson |" in lines
