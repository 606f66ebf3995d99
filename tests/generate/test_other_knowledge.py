"""Knowledge is data: a catalogue of graphics cards gives sound questions, and no line of Python knows of them."""

from collections import Counter
from pathlib import Path

import pytest
from generate_samples import CHOICES, first, items

import llmquiz
from llmquiz.generate.proof.proving import prove
from racks import gpus


@pytest.fixture(scope="module")
def rack(tmp_path_factory):
    return gpus().generator(tmp_path_factory.mktemp("rack"))


@pytest.fixture(scope="module")
def proof(rack):
    return prove(rack, 1)


def test_nothing_is_wrong_with_any_question_about_graphics_cards(proof):
    assert [] == proof.violations


def test_every_attribute_is_asked_in_several_forms(rack):
    asked = Counter()
    for item in items(rack, "#", seeds=1):
        asked[item.card.partition("/")[2]] += 1
    assert {"vendor#value", "memory#value", "memory#entity", "price#value", "release#value", "form#value"} <= set(asked)
    assert {"choice-3", "choice-4", "true-false", "cloze", "typed", "numeric", "compare"} <= {
        item.form for item in items(rack, seeds=1)
    }


def test_a_question_reads_as_a_person_would_ask_it(rack):
    item = first(rack, "fact:mi300x/memory#value", "choice-4")
    assert "How many GB of memory does the Instinct MI300X have?" == item.stem
    assert "192" in {option.text for option in item.options}
    assert "The Instinct MI300X has 192 GB of memory." == item.explanation
    assert "The Book of Trees · A press · 2024" == item.source


def test_a_volatile_price_says_of_when(rack):
    for item in items(rack, "/price#value", seeds=1, langs=("en",)):
        assert "June 2024" in item.stem


def test_a_vendor_who_sells_half_of_them_is_not_asked_for_by_choice(rack):
    assert [] == list(items(rack, "fact:rtx-4090/vendor#entity", CHOICES))


def test_no_line_of_the_program_knows_of_graphics_cards():
    for path in Path(llmquiz.__file__).parent.rglob("*.py"):
        words = path.read_text(encoding="utf-8").casefold()
        assert not {"gpu", "geforce", "nvidia", "radeon"} & set(words.split()), path
