"""Ratios as they are shown: exact where they come out even, else as round as the truth allows."""

import pytest
from generate_samples import items

from catalogues import both
from forests import forest, tree
from llmquiz.core.predicates import RatioOf

A, B, C, D = (tree(place).casefold() for place in range(4))


@pytest.fixture
def ratios(tmp_path):
    """The questions for ratios in a forest whose first trees have these figures."""

    def made(*figures):
        folder = forest(len(figures) + 7)
        folder.attribute("parameters")["ratio"] = {
            "topic": "forest",
            "question": both(
                "How many times as large is {entity} as {other}?", "{entity} 的参数量是 {other} 的多少倍？"
            ),
        }
        for place, value in enumerate((*figures, *(str(3 * 10**at) for at in range(7)))):
            folder.entity(tree(place).casefold())["facts"]["parameters"] = value
        return items(folder.generator(tmp_path), "skill:ratio/parameters", ("ratio",), ("en",), seeds=150)

    return made


@pytest.fixture
def asked(ratios):
    """The question for the ratio of two figures."""
    return lambda *figures: next(item for item in ratios(*figures) if item.predicate == RatioOf("parameters", A, B))


def test_a_ratio_that_depends_on_the_size_of_a_thousand_is_not_asked(ratios):
    asked = {item.predicate for item in ratios("32k", "128k", "200k", "512")}
    assert not asked & {RatioOf("parameters", one, D) for one in (A, B, C)}


@pytest.mark.parametrize(
    ("one", "other", "shown", "rounded"),
    [
        ("4k", "512", "8", True),  # 7.8125: the k of such figures may be 1,024 as well as 1,000
        ("20k", "12k", "1.7", True),  # 1.667: no whole number is near
        ("7.8k", "1k", "7.8", False),
        ("32k", "8k", "4", False),
    ],
)
def test_a_whole_number_is_shown_unless_another_ratio_is_exact(asked, one, other, shown, rounded):
    item = asked(one, other)
    assert [shown] == [option.text for option in item.options if option.right]
    assert rounded == ("about" in item.explanation)


def test_half_a_digit_is_rounded_up_as_people_do(asked):
    assert ["6.3"] == [option.text for option in asked("25k", "4k").options if option.right]


def test_wrong_options_are_ratios_of_one_of_the_two_while_there_are_enough(asked):
    item = asked("64k", "16k")
    assert 3 <= len(item.options)
    assert [] == [option.id for option in item.options if not {A, B} & set(option.id.split("/"))]
