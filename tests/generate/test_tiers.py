"""Tiers: what lasts is not asked together with what has aged."""

import pytest
from generate_samples import items

from catalogues import both
from forests import forest
from llmquiz.core.cards import Tier, concept_key

OFFER = {
    "id": "offer",
    "tier": "archive",
    "question": both("What did a course in it cost in June?", "六月的课程多少钱？"),
    "text": both("In June, a course in it cost [[nine]] dollars.", "六月的课程要[[九]]美元。"),
    "because": both("It was a summer offer.", "那是夏季优惠。"),
    "wrong": [
        {"id": name, "text": both(en, zh), "because": both("That was in May.", "那是五月的。")}
        for name, en, zh in (("ten", "ten", "十"), ("six", "six", "六"), ("two", "two", "二"))
    ],
}


@pytest.fixture
def generator(tmp_path):
    """The forest with a dated offer in one of its sheets."""
    folder = forest(4)
    folder.sheets[0]["statements"].append(OFFER)
    return folder.generator(tmp_path)


def test_a_statement_has_its_own_tier_and_the_others_that_of_their_sheet(generator):
    sheet = generator.knowledge.sheets["pruning"]
    tiers = {card.key: card.tier for card in generator.cards}
    assert Tier.ARCHIVE is tiers[concept_key(sheet.id, "offer")]
    others = {tiers[concept_key(sheet.id, name)] for name in (*sheet.elements, "definition") if name != "offer"}
    assert {sheet.tier} == others


def test_an_offer_is_asked_by_its_own_card_and_told_by_no_other(generator):
    asking = {item.card for item in items(generator) if "course" in (told := repr(item)) or "课程" in told}
    assert {concept_key("pruning", "offer")} == asking
