"""Names that differ by their number alone: who can count back from GPT-3 need not know what came before it (E10)."""

from dataclasses import replace

import pytest
from generate_samples import CHOICES, first, items, rules, violations

from forests import MAKERS, forest, tree
from llmquiz.generate.clang import counted_back, numbered_before
from llmquiz.generate.refusals import Refusal
from tables import every_row

NAME_A = tree(0)
A = NAME_A.casefold()
EVERY = (*CHOICES, "true-false", "typed", "cloze")


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("GPT-3", "GPT-2"),
        ("GPT-3.5", "GPT-3"),
        ("Llama 2", "LLaMA"),
        ("Qwen1.5", "Qwen"),
        ("ChatGLM2-6B", "ChatGLM-6B"),
        ("星火 V3.5", "星火 V3.0"),
    ],
)
def test_the_number_before_is_counted_not_known(name, key):
    assert counted_back(name, key)


@every_row(
    ("name", "key"),
    [
        ("GPT-4", "GPT-3.5"),  # most would say GPT-3
        ("Qwen2", "Qwen1.5"),
        ("文心 4.0", "文心 3.5"),
        ("GPT-4o", "GPT-4 Turbo"),
        ("GLM-4", "ChatGLM3-6B"),
        ("GPT-2", "GPT-3"),
        ("96", "95"),
        ("", ""),
    ],
)
def test_what_no_counting_leads_to_may_be_asked(name, key):
    assert not counted_back(name, key)


@every_row(
    ("name", "than", "before"),
    [
        ("GPT-2", "GPT-3.5", True),
        ("GPT-3", "GPT-4 Turbo", True),
        ("GPT-4", "GPT-4 Turbo", False),  # which of the two came first is to be known
        ("GPT-4o", "GPT-3.5", False),
        ("ChatGLM-6B", "ChatGLM3-6B", False),  # no number of its own: its size is none
        ("Claude 2", "GPT-4", False),
        ("GLM-4", "ChatGLM3-6B", False),
        ("星火 V3.0", "星火 V3.5", True),
        ("", "", False),
    ],
)
def test_a_smaller_number_of_the_same_name_is_older(name, than, before):
    assert before == numbered_before(name, than)


@pytest.mark.parametrize(("number", "offered"), [(2, False), (9, True)])
def test_what_its_number_shows_to_be_older_is_no_wrong_option(tmp_path, number, offered):
    folder = forest()
    makers = {at: folder.entity(tree(at).casefold())["facts"]["developer"] for at in range(9)}
    folder.entity(makers[0])["name"] = "Barin 4"
    other = next(at for at, maker in makers.items() if maker != makers[0])
    folder.entity(tree(other).casefold())["name"] = f"Barin {number}"
    asked = list(items(folder.generator(tmp_path), f"fact:{A}/developer#entity", CHOICES))
    assert offered == any(f"Barin {number}" in {option.text for option in item.options} for item in asked)
    assert asked


@pytest.fixture
def numbered():
    """A forest whose makers are numbered; the maker of the first model is number 2."""

    def named(name):
        folder = forest()
        folder.entity(A)["name"] = name
        for number, maker in enumerate(MAKERS, 5):
            folder.entity(maker.casefold())["name"] = f"Barin {number}"
        folder.entity(folder.entity(A)["facts"]["developer"])["name"] = "Barin 2"
        return folder

    return named


def test_it_is_not_asked_in_either_direction(numbered, tmp_path):
    generator = numbered("Barin 3").generator(tmp_path)
    assert [] == list(items(generator, f"fact:{A}/developer#", EVERY))
    assert [] == violations(generator, f"/{A}/developer#")
    assert Refusal("E10") == generator.item(f"fact:{A}/developer#value", "choice-3", "en", 0)


def test_it_is_caught_where_somebody_asks_it(numbered, tmp_path):
    honest = numbered("Marup").generator(tmp_path / "honest")
    leaking = numbered("Barin 3").generator(tmp_path / "leaking")
    item = first(honest, f"fact:{A}/developer#value", "choice-3")
    assert "E10" in rules(replace(item, stem=item.stem.replace("Marup", "Barin 3")), leaking)
