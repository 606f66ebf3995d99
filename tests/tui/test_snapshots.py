"""A few screens as they look, in both languages: see the report, and `--snapshot-update`, when one changes."""

import pytest
from tui_acting import GARDEN

from llmquiz.tui.app import LlmquizApp

SCREENS = {"home": (), "question": GARDEN, "wrong": (*GARDEN, "d")}


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_it_looks_as_it_did(snap_compare, reopen, lang, screen):
    with reopen(lang) as trainer:
        assert snap_compare(LlmquizApp(trainer), press=SCREENS[screen], terminal_size=(80, 24))
