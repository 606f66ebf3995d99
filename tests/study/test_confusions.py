"""What is mixed up: pairs counted both ways, and the wrong options that a card should be asked with."""

from llmquiz.study.confusions import Choice, Confusions, subject_of

OAK, ELM = ("oak", "Oak"), ("elm", "Elm")
LATEST_FIRST = (
    Choice("fact:oak/height#entity", 9, OAK, ELM),
    Choice("concept:pruning/definition", 8, ("pruning", "pruning"), ("grafting", "grafting")),
    Choice("fact:elm/age#entity", 7, ELM, OAK),
    Choice("fact:oak/age#entity", 5, OAK, ("ash", "Ash")),
    Choice("fact:oak/maker#value", 4, ("acme", "Acme"), ("borel", "Borel")),
    Choice("fact:oak/maker#value", 3, ("acme", "Acme"), ("corps", "Corps")),
    Choice("fact:oak/maker#value", 2, ("acme", "Acme"), ("borel", "Borel")),
)
CONFUSIONS = Confusions(LATEST_FIRST)


def test_both_ways_count_together_with_the_latest_day_and_every_card():
    (pair,) = (each for each in CONFUSIONS.pairs() if each.things[0].subject == "entity:elm")
    assert ("Elm", "Oak") == tuple(thing.text for thing in pair.things)
    assert (2, 9) == (pair.count, pair.last_day)
    assert ("fact:oak/height#entity", "fact:elm/age#entity") == pair.cards


def test_the_most_frequent_pair_comes_first_then_the_latest():
    assert [(2, 9), (2, 4), (1, 8), (1, 5), (1, 3)] == [(each.count, each.last_day) for each in CONFUSIONS.pairs()]


def test_a_card_is_asked_with_what_was_chosen_there_the_most_frequent_first():
    assert ("borel", "corps") == CONFUSIONS.preferred("fact:oak/maker#value")


def test_and_with_what_was_taken_for_its_answer_elsewhere_either_way():
    assert {"elm", "ash"} == set(CONFUSIONS.preferred("fact:oak/colour#entity"))
    assert ("oak",) == CONFUSIONS.preferred("fact:elm/height#entity")
    assert ("pruning",) == CONFUSIONS.preferred("concept:grafting/definition")


def test_values_of_another_card_and_points_of_a_sheet_are_nobodys_business():
    assert () == CONFUSIONS.preferred("fact:elm/maker#value")
    assert () == CONFUSIONS.preferred("concept:pruning/kinds")
    assert () == Confusions(()).preferred("fact:oak/maker#value")


def test_what_an_option_stands_for():
    assert "entity:oak" == subject_of("fact:mine:elm/age#entity", "oak")
    assert "value:maker/acme" == subject_of("fact:mine:elm/maker#value", "acme")
    assert "value:inputs/text" == subject_of("fact:elm/inputs/text#value", "text")
    assert "sheet:oak" == subject_of("concept:elm/definition", "oak")
    assert "point:elm/why/oak" == subject_of("concept:elm/why", "oak")
    assert "option:garden/one/b" == subject_of("bank:garden/one", "b")
