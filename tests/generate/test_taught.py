"""What the prover says of lessons: nobody is asked what they were not taught, in either language."""

from dataclasses import replace

import pytest

from forests import forest, tree
from llmquiz.generate.proof.judging import Judge
from llmquiz.generate.proof.proving import prove_cards

A = tree(0).casefold()
TERM, FACT, COARSE, SKILL = (
    "concept:pruning/definition",
    f"fact:{A}/context#value",
    f"fact:{A}/release#value",
    "skill:compare/parameters",
)


@pytest.fixture(scope="module")
def honest(tmp_path_factory):
    """A forest in which one date is known less exactly than it would be asked."""
    folder = forest(5)
    folder.entity(A)["facts"]["release"] = "2023"
    return folder.generator(tmp_path_factory.mktemp("forest"))


class Untaught:
    """Teaches one card otherwise, in Chinese; else it is honest."""

    def __init__(self, generator, card, teach):
        self.generator, self.card, self.teach = generator, card, teach
        self.knowledge, self.item = generator.knowledge, generator.item

    def lesson(self, key, lang):
        made = self.generator.lesson(key, lang)
        return self.teach(made) if (key, lang) == (self.card, "zh") else made


def found(generator, card, teach=lambda lesson: lesson):
    proof = prove_cards(Untaught(generator, card, teach), [card], 1, Judge(generator.knowledge))
    return [(each.rule, each.card, each.form, each.lang, each.says.told()) for each in proof.violations]


@pytest.mark.parametrize("card", [TERM, FACT])
@pytest.mark.parametrize("part", ["title", "text", "source"])
def test_a_lesson_that_lacks_a_part_is_told_with_card_and_language(honest, card, part):
    said = f"The lesson has no {part}."
    assert [("lesson", card, "", "zh", said)] == found(honest, card, lambda lesson: replace(lesson, **{part: ""}))


def test_a_card_that_is_asked_and_has_no_lesson_is_told(honest):
    assert [("lesson", FACT, "", "zh", "The card has no lesson.")] == found(honest, FACT, lambda _: None)


@pytest.mark.parametrize("card", [TERM, FACT])
def test_a_lesson_that_lacks_nothing_is_passed(honest, card):
    assert [] == found(honest, card)


@pytest.mark.parametrize("card", [COARSE, SKILL])
def test_what_is_never_asked_and_what_is_practised_needs_no_lesson(honest, card):
    assert honest.lesson(card, "en") is None
    assert [] == found(honest, card)
