"""Cards and problems come back from plain text as they went in."""

import json

from llmquiz.core.cards import Card, Tier
from llmquiz.core.problems import Place, Problem, Severity
from llmquiz.core.wordings import worded
from llmquiz.library.plainly import dump_cards, dump_problems, load_cards, load_problems

CARD = Card(
    "fact:oak/context#value", "forest", Tier.DETAIL, 3, "Oak: context", ("tag",), ("concept:x/definition",),
    frozenset({"entity:oak", "answer:1k"}), "fact:oak/context", "abc", ("choice-3", "typed"),
)  # fmt: skip
PROBLEM = Problem(
    Place("a.yaml", 3, 7),
    "duplicate-id",
    worded("Two of “{name}”, which is {what}.", name="它 {name}", what=worded("the word {word}", word="true")),
    worded("Known: {known}.", known=("a", "b")),
    Severity.WARNING,
)


def test_cards_survive_as_json():
    assert (CARD,) == load_cards(json.loads(json.dumps(dump_cards([CARD]))))


def test_problems_survive_as_json():
    assert (PROBLEM,) == load_problems(dump_problems([PROBLEM]))
