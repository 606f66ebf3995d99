"""What stands beside the truth: near things, said to belong where they do; and nothing that everybody knows."""

from dataclasses import replace

import pytest
from generate_samples import first, items, rules

from forests import forest, tree
from llmquiz.core.predicates import Claim
from llmquiz.generate.refusals import Refusal

A = tree(0).casefold()
WHY = {"en": "Robots have it.", "zh": "机器人才有。"}


@pytest.fixture
def senses(tmp_path):
    """A generator after the declared values of the inputs were changed: `senses(touch={"why": ...})`."""

    def generator(**changes):
        folder = forest()
        folder.entity(A)["facts"]["modalities"] = {"value": ["text", "image", "audio"], "complete": True}
        for value in folder.attribute("modalities")["values"]:
            value |= changes.get(value["id"], {})
        return folder.generator(tmp_path)

    return generator


def test_what_is_no_news_is_not_asked_for_but_listed(senses):
    generator = senses(text={"obvious": True})
    assert [] == list(items(generator, f"fact:{A}/modalities/text#"))
    assert Refusal("obvious") == generator.item(f"fact:{A}/modalities/text#value", "choice-3", "en", 0)
    assert "text, images and audio" in first(generator, f"fact:{A}/modalities/image#value", "choice-3").explanation


def test_what_is_outside_is_said_to_be_so_and_where_it_belongs(senses):
    generator = senses(touch={"why": WHY})
    told = {
        option.because
        for item in items(generator, f"fact:{A}/modalities/image#value", ("choice-3",), ("en",), seeds=20)
        for option in item.options
        if option.id == "touch"
    }
    assert {"The inputs of Babarin do not include touch. Robots have it."} == told


def test_a_reason_of_another_outsider_is_caught(senses):
    generator = senses(touch={"why": WHY})
    seeds = items(generator, f"fact:{A}/modalities/image#value", ("choice-3",), ("en",), seeds=20)
    item = next(item for item in seeds if any(option.id == "video" for option in item.options))
    swapped = tuple(
        replace(option, because=f"{option.because} Robots have it.") if option.id == "video" else option
        for option in item.options
    )
    assert set() == rules(item, generator)
    assert "feedback" in rules(replace(item, response=replace(item.response, options=swapped)), generator)


def test_a_false_date_is_one_that_somebody_could_believe(tmp_path):
    folder = forest()
    folder.entity(A)["facts"]["release"] = "2020-01"
    made = items(folder.generator(tmp_path), f"fact:{A}/release#value", ("true-false",), ("en",), seeds=40)
    claimed = {item.predicate.value for item in made if isinstance(item.predicate, Claim)} - {"January 2020"}
    assert claimed
    assert {int(date.split()[1]) for date in claimed} <= {2020, 2021}
