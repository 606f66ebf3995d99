"""What is told after an answer: the fact, and its own reason, else the reason of its value."""

from dataclasses import replace

import pytest
from generate_samples import first, items, rules

from forests import forest, tree

KEY = f"fact:{tree(0).casefold()}/developer#value"
SHARED = {"en": "All of its trees are tall.", "zh": "它的树都很高。"}
OWN = {"en": "It was its first tree.", "zh": "这是它的第一棵树。"}


def planted(tmp_path, own=None):
    """The generator of a forest in which the developer of the first tree says what helps to remember its trees."""
    folder = forest()
    facts = folder.entity(tree(0).casefold())["facts"]
    folder.entity(facts["developer"])["why"] = SHARED
    if own:
        facts["developer"] = {"value": facts["developer"], "why": own}
    return folder.generator(tmp_path)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_fact_without_a_reason_is_told_with_that_of_its_value(tmp_path, lang):
    assert first(planted(tmp_path), KEY, "choice-4", lang).explanation.endswith(SHARED[lang])


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_its_own_reason_takes_the_place_of_the_shared_one(tmp_path, lang):
    explanation = first(planted(tmp_path, OWN), KEY, "choice-4", lang).explanation
    assert explanation.endswith(OWN[lang])
    assert SHARED[lang] not in explanation


def claims(generator, key, *, holds):
    """True/false items of a card that say what holds, or what does not."""
    made = items(generator, key, ("true-false",), ("en",), seeds=20)
    return [item for item in made if any(option.right and option.id == "right" for option in item.options) is holds]


def test_a_sentence_that_holds_is_not_said_again(tmp_path):
    generator = planted(tmp_path, OWN)
    true, false = (claims(generator, KEY, holds=holds) for holds in (True, False))
    told = f"{tree(0)} was developed by Acme. {OWN['en']}"
    assert {OWN["en"]} == {item.explanation for item in true}
    assert {told} == {item.explanation for item in false}
    assert "feedback" in rules(replace(true[0], explanation=told), generator)
    assert "feedback" in rules(replace(false[0], explanation=OWN["en"]), generator)


def test_a_sentence_without_a_reason_is_said_again_rather_than_nothing(honest):
    assert {f"{tree(0)} was developed by Acme."} == {item.explanation for item in claims(honest, KEY, holds=True)}


def test_of_a_member_all_of_its_set_is_told(honest):
    key = f"fact:{tree(1).casefold()}/modalities/image#value"
    assert {f"{tree(1)} takes text and images as input."} == {
        item.explanation for item in claims(honest, key, holds=True)
    }


def test_a_statement_of_a_sheet_that_holds_is_explained_by_its_reason_alone(honest):
    true, false = (claims(honest, "concept:pruning/makes-smaller", holds=holds) for holds in (True, False))
    reason = "Whatever is cut is no longer stored."
    assert {reason} == {item.explanation for item in true}
    assert {f"Pruning reduces the weight count. {reason}"} == {item.explanation for item in false}
    assert "feedback" in rules(replace(true[0], explanation=false[0].explanation), honest)
    assert "feedback" in rules(replace(false[0], explanation=reason), honest)
