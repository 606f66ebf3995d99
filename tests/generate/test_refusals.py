"""Refusals: a card that is not asked in a form is not asked for a reason, and the report calls it by its name."""

import pytest

from forests import forest, tree
from llmquiz.generate.refusals import Refusal

NAME_A = tree(0)
A = NAME_A.casefold()


@pytest.fixture
def refused(tmp_path):
    """The rule that forbids a card of the forest in a form, after its facts were changed."""

    def rule(key, form, **facts):
        folder = forest()
        folder.entity(A)["facts"] |= facts
        made = folder.generator(tmp_path).item(key, form, "en", 0)
        assert isinstance(made, Refusal)
        return made.rule

    return rule


@pytest.mark.parametrize("form", ["choice-3", "missing"])
def test_of_a_list_that_may_have_more_members_nothing_is_known_to_be_outside(refused, form):
    assert "open-list" == refused(f"fact:{A}/modalities/text#value", form, modalities={"value": ["text"]})


def test_a_list_can_be_too_short_to_hide_one_of_it(refused):
    facts = {"modalities": {"value": ["text"], "complete": True}}
    assert "short-list" == refused(f"fact:{A}/modalities#value", "multi-choice", **facts)


def test_a_sentence_is_not_asked_where_the_name_says_it(tmp_path):
    folder = forest()
    folder.entity(A)["name"] = f"{NAME_A} 70B"
    folder.entity(A)["facts"] |= {"parameters": "70B"}
    made = folder.generator(tmp_path).item(f"fact:{A}/parameters#value", "true-false", "en", 0)
    assert Refusal("E10") == made


@pytest.mark.parametrize(
    ("key", "form"), [("parameters", "typed"), ("parameters", "flashcard"), ("developer", "numeric")]
)
def test_a_form_for_other_kinds_is_no_lack_of_the_card(refused, key, form):
    assert "not-this-form" == refused(f"fact:{A}/{key}#value", form)


def test_what_has_many_good_answers_is_asked_with_options_alone(tmp_path):
    """One flag keeps it from being typed, the other from being recalled and rated."""
    asked = {}
    for flags in ({"typed": False}, {"typed": False, "flashcard": False}):
        folder = forest()
        folder.sheets[0]["statements"][0] |= flags
        generator = folder.generator(tmp_path / str(len(flags)))
        asked[len(flags)] = set(generator.sound_forms("concept:pruning/makes-smaller"))
        again = generator.item("concept:pruning/makes-smaller", "flashcard", "en", 0)
    assert {"choice-3", "choice-4", "true-false", "flashcard"} == asked[1]
    assert {"choice-3", "choice-4", "true-false"} == asked[2]
    assert Refusal("many-answers") == again


def test_a_digit_that_a_name_and_a_date_share_takes_no_option_away(tmp_path):
    """Else no model called 4 could be asked for a date in April."""
    folder = forest()
    folder.entity(A)["name"] = f"{NAME_A}-4"
    folder.entity(A)["facts"] |= {"release": "2023-04"}
    generator = folder.generator(tmp_path)
    for lang in ("en", "zh"):
        made = generator.item(f"fact:{A}/release#value", "choice-4", lang, 0)
        assert not isinstance(made, Refusal), (lang, made)
