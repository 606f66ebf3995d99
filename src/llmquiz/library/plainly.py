"""Bodies, cards and problems as JSON text, and the last two back: what the index keeps of them."""

import json
from collections.abc import Iterable
from dataclasses import asdict, fields
from typing import Any

from llmquiz.core.cards import Card, Tier
from llmquiz.core.problems import Place, Problem, Severity
from llmquiz.core.wordings import wording_from
from llmquiz.knowledge.bodies import Body

_TUPLES = ("tags", "prerequisites", "forms")


def dump_body(body: Body) -> str:
    """A body as JSON text."""
    return json.dumps(_members(body), ensure_ascii=False)


def dump_cards(cards: Iterable[Card]) -> list[dict[str, Any]]:
    """Cards as plain data."""
    return [_members(card) | {"kin": sorted(card.kin)} for card in cards]


def load_cards(raw: Iterable[dict[str, Any]]) -> tuple[Card, ...]:
    """Cards from plain data."""
    return tuple(_card(item) for item in raw)


def _card(raw: dict[str, Any]) -> Card:
    sequences = {name: tuple(raw[name]) for name in _TUPLES}
    return Card(**raw | sequences | {"tier": Tier(raw["tier"]), "kin": frozenset(raw["kin"])})


def _members(one: Body | Card) -> dict[str, Any]:
    """What is plain data but for itself; `asdict` would copy all that is in it."""
    return {each.name: getattr(one, each.name) for each in fields(one)}


def dump_problems(problems: Iterable[Problem]) -> str:
    """Problems as JSON text."""
    return json.dumps([asdict(problem) for problem in problems], ensure_ascii=False)


def load_problems(text: str) -> tuple[Problem, ...]:
    """Problems from JSON text."""
    return tuple(
        Problem(
            Place(**raw["place"]),
            raw["code"],
            wording_from(raw["says"]),
            wording_from(raw["advises"]),
            Severity(raw["severity"]),
        )
        for raw in json.loads(text)
    )
