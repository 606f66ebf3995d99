"""Skill cards to prompts: fresh numbers and a fresh scope for every seed. They touch several facts and rate none."""

from collections.abc import Container
from dataclasses import dataclass

from llmquiz.generate.arranging import match, order
from llmquiz.generate.comparing import compare
from llmquiz.generate.costing import cost
from llmquiz.generate.prompts import Prompt
from llmquiz.generate.ratios import ratio
from llmquiz.generate.telling import Telling
from llmquiz.knowledge.gathering import Knowledge

COMPARE, COST, RATIO, ORDER, MATCH = "compare", "cost", "ratio", "order", "match"


@dataclass(frozen=True, slots=True)
class SkillCard:
    """A way of combining facts of one attribute."""

    key: str
    form: str
    attribute: str


class SkillPrompts:
    """Makes the prompts of skill cards from one body of knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._catalogue = knowledge.catalogue
        self._tellings = {lang: Telling(knowledge, lang) for lang in knowledge.languages}

    def prompt(self, card: SkillCard, lang: str, seed: int, known: Container[str] | None = None) -> Prompt | None:
        """A prompt with numbers drawn by `seed`, from the entities in `known` alone (None: from all)."""
        attribute, telling = self._catalogue.attributes[card.attribute], self._tellings[lang]
        facts = [fact for fact in self._catalogue.known_facts(attribute.id) if known is None or fact.entity in known]
        if card.form == COMPARE and attribute.compare:
            return compare(card.key, attribute, attribute.compare, telling, facts, seed)
        if card.form == RATIO and attribute.ratio:
            return ratio(card.key, attribute, attribute.ratio, telling, facts, seed)
        if card.form == ORDER and attribute.order:
            return order(card.key, attribute, attribute.order, telling, facts, seed)
        if card.form == MATCH and attribute.match:
            return match(card.key, attribute, attribute.match, telling, facts, seed)
        if card.form == COST and attribute.call_cost:
            return cost(card.key, attribute, attribute.call_cost, telling, seed)
        return None
