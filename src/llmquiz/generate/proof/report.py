"""The report: what is asked how often, what is never asked and by which rule. By topic, attribute and form."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from llmquiz.core.cards import Card, kind_of
from llmquiz.generate.generator import Generator
from llmquiz.generate.proof.proving import Proof

_FEW_FORMS = 3
"""A card in fewer forms than this is listed with the rules that forbid the others."""
_MOST_LISTED = 400


def report(proof: Proof, generator: Generator, cards: Iterable[Card], today: date) -> str:
    """Everything a reader needs to judge the coverage on the day `today`. `cards` carry the forms they are sound in."""
    shelves = tuple(cards)
    sections = (
        _summary(proof, today),
        _by_form(proof),
        _by_topic(shelves, generator),
        _by_attribute(shelves),
        _few(shelves, proof),
    )
    return "\n\n".join("\n".join(section) for section in sections) + "\n"


def _summary(proof: Proof, today: date) -> Iterator[str]:
    languages = sorted({lang for _, lang in proof.by_language})
    yield "# What is asked"
    yield ""
    yield f"Made by `llmquiz prove --report --day {today}`; CI compares it. Do not edit."
    yield ""
    yield f"{proof.cards} cards, {proof.cards - len(proof.dormant)} of them askable; languages: {', '.join(languages)};"
    yield f"{proof.items.total()} items checked with {proof.seeds} seeds; {len(proof.violations)} violations."


def _by_form(proof: Proof) -> Iterator[str]:
    yield "## By form"
    yield ""
    yield from _table("form", ("items", "refused", "mostly by"), _form_rows(proof))


def _form_rows(proof: Proof) -> Iterator[tuple[str, ...]]:
    for form in proof.items:
        refused = Counter({rule: count for (name, rule), count in proof.refused.items() if name == form})
        refused.pop("not-this-form", None)
        mostly = ", ".join(f"{rule} {count}" for rule, count in refused.most_common(3))
        yield form, str(proof.items[form]), str(refused.total()), mostly


def _by_topic(cards: tuple[Card, ...], generator: Generator) -> Iterator[str]:
    yield "## By topic"
    yield ""
    rows = []
    for topic, name in generator.knowledge.topics.items():
        own = [card for card in cards if card.topic == topic]
        tiers = Counter(card.tier.value for card in own if card.forms)
        rows.append(
            (name.in_language("en"), str(len(own)), *(str(tiers[tier]) for tier in ("core", "detail", "archive")))
        )
    yield from _table("topic", ("cards", "core", "detail", "archive"), rows)


def _by_attribute(cards: tuple[Card, ...]) -> Iterator[str]:
    yield "## By attribute"
    yield ""
    facts = [card for card in cards if kind_of(card.key) == "fact"]
    names = dict.fromkeys(_attribute(card) for card in facts)
    rows = []
    for name in sorted(names):
        own = [card for card in facts if _attribute(card) == name]
        forms = Counter(form for card in own for form in card.forms)
        askable = sum(bool(card.forms) for card in own)
        rows.append(
            (name, str(len(own)), str(askable), ", ".join(f"{form} {count}" for form, count in forms.most_common()))
        )
    yield from _table("attribute", ("cards", "askable", "forms"), rows)


def _few(cards: tuple[Card, ...], proof: Proof) -> Iterator[str]:
    """The cards in fewer than three forms, and the rules that forbid the others."""
    yield f"## Cards in fewer than {_FEW_FORMS} forms"
    yield ""
    yield "Each with its forms, and the rules that forbid the others."
    yield ""
    few = [card for card in cards if len(card.forms) < _FEW_FORMS and kind_of(card.key) != "skill"]
    grouped: dict[tuple[str, str], list[str]] = {}
    for card in few:
        why = ", ".join(sorted(proof.why.get(card.key, ())))
        grouped.setdefault((", ".join(card.forms) or "none", why), []).append(card.key)
    for (forms, why), keys in sorted(grouped.items(), key=lambda each: -len(each[1])):
        yield f"- **{len(keys)}** in {forms}; others forbidden by: {why or 'the kind of fact'}"
        yield f"  <details><summary>which</summary>{' '.join(f'`{key}`' for key in keys[:_MOST_LISTED])}</details>"


def _attribute(card: Card) -> str:
    return card.key.partition("#")[0].split("/")[1]


def _table(first: str, others: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {first} | {' | '.join(others)} |"
    yield f"|---|{'---|' * len(others)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
