"""A leech is a card with eight lapses, told once."""

import pytest

from llmquiz.core.states import CardState
from llmquiz.study.leech import became_leech, is_leech


@pytest.mark.parametrize(("lapses", "leech"), [(0, False), (7, False), (8, True), (20, True)])
def test_eight_lapses_make_a_leech(lapses, leech):
    assert is_leech(CardState("c", lapses=lapses)) == leech


@pytest.mark.parametrize(("before", "after", "told"), [(6, 7, False), (7, 8, True), (8, 8, False), (8, 9, False)])
def test_it_is_told_once(before, after, told):
    assert became_leech(CardState("c", lapses=before), CardState("c", lapses=after)) == told
