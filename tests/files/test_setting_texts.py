"""Settings as people type them."""

import pytest

from llmquiz.files.setting_kinds import RefusedError
from llmquiz.files.setting_texts import typed
from tables import every_row


@every_row(
    ("name", "text", "value"),
    [
        ("new_per_day", "15", 15),
        ("new_per_day", " １５ ", 15),
        ("retention", "0.95", 0.95),
        ("retention", "95 %", 0.95),
        ("retention", "95", 0.95),
        ("retention", "９５％", 0.95),
        ("learning_steps", "1, 10", (1, 10)),
        ("learning_steps", "[1, 10]", (1, 10)),
        ("learning_steps", "1 10", (1, 10)),
        ("learning_steps", "1，10", (1, 10)),
        ("tiers", "core detail", ("core", "detail")),
        ("tiers", '["core", "detail"]', ("core", "detail")),
        ("topics_off", "", ()),
        ("topics_off", "[]", ()),
        ("topics_off", "openai,meta", ("openai", "meta")),
        ("lang", "zh", "zh"),
        ("lang", '""', ""),
        ("theme", "", ""),
        ("hide_options", "yes", True),
        ("hide_options", "Off", False),
        ("hide_options", "true", True),
        ("hide_options", "是", True),
    ],
)
def test_what_is_typed_is_understood(name, text, value):
    understood = typed(name, text)
    assert (value, type(value)) == (understood, type(understood))


@every_row(
    ("name", "text", "code"),
    [
        ("new_per_day", "many", "wrong-type"),
        ("new_per_day", "", "wrong-type"),
        ("new_per_day", "1\nleech = 3", "wrong-type"),
        ("new_per_day", "-1", "out-of-range"),
        ("retention", "0.99", "out-of-range"),
        ("retention", "1", "out-of-range"),
        ("retention", "true", "wrong-type"),
        ("learning_steps", "", "too-few"),
        ("learning_steps", "soon", "wrong-type"),
        ("tiers", "everything", "not-one-of"),
        ("hide_options", "perhaps", "wrong-type"),
        ("lang", "e n", "bad-value"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence_and_a_hint(name, text, code):
    with pytest.raises(RefusedError) as refused:
        typed(name, text)
    assert code == refused.value.code
    assert str(refused.value.says).endswith(".")
    assert str(refused.value.advises).endswith(".")
