"""The teaching order, as tables of cards."""

from study_samples import card

from llmquiz.core.cards import Tier
from llmquiz.study.order import teaching_order
from tables import every_row


def bank(name, order, *needs, tier=Tier.CORE):
    return card(f"bank:{name}", order=order, tier=tier, prerequisites=tuple(f"bank:{need}" for need in needs))


@every_row(
    ("cards", "order"),
    [
        ([], ""),
        ([bank("a", 3), bank("b", 1), bank("c", 2)], "bca"),
        ([bank("a", 1, tier=Tier.DETAIL), bank("b", 2), bank("c", 0, tier=Tier.ARCHIVE)], "bac"),
        ([bank("a", 1, "c"), bank("b", 2), bank("c", 3), bank("d", 4)], "bcad"),
        ([bank("a", 1, "b"), bank("b", 2, "c"), bank("c", 3), bank("d", 4)], "cbad"),
        ([bank("a", 1, "c", "d"), bank("b", 2), bank("c", 3), bank("d", 4)], "bcda"),
        ([bank("a", 1, "d"), bank("b", 2, "d"), bank("c", 3), bank("d", 4)], "cdab"),
        ([bank("a", 1, "d"), bank("b", 2), bank("d", 0, tier=Tier.DETAIL)], "abd"),
        ([bank("a", 1, "d", tier=Tier.DETAIL), bank("b", 2), bank("d", 3)], "bda"),
        ([bank("a", 1, "gone"), bank("b", 2)], "ab"),
        ([bank("a", 1, "a"), bank("b", 2)], "ab"),
        ([bank("a", 1, "b"), bank("b", 2, "a"), bank("c", 3)], "cab"),
        ([bank("a", 1), bank("b", 1)], "ab"),
    ],
)
def test_prerequisites_stand_before_what_needs_them(cards, order):
    assert "".join(c.key.removeprefix("bank:") for c in teaching_order(cards)) == order
    assert list(teaching_order(reversed(cards))) == list(teaching_order(cards))


def test_a_long_chain_of_prerequisites_is_no_trouble():
    chain = [bank(f"{n:05}", 9000 - n, *([f"{n - 1:05}"] if n else [])) for n in range(5000)]
    assert list(teaching_order(chain)) == chain
