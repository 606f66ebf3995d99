"""What is told after an answer: the fact, and its own reason, else the reason of its value."""

import pytest
from generate_samples import first

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
