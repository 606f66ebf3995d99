"""The two directions of a fact are asked on different days: how many cards that keeps away. Pure; builtins alone."""

from collections.abc import Collection, Iterable


def kept_away(due: Iterable[str], shown: Collection[str]) -> int:
    """How many of the `due` cards wait for tomorrow, because the other direction is asked today or was `shown`."""
    taken = {_fact(card): card for card in shown}
    return sum(taken.setdefault(_fact(card), card) != card for card in due)


def _fact(key: str) -> str:
    """A card's key without its direction."""
    return key.partition("#")[0]
