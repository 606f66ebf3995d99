"""The report: what is asked how often, what is never asked and by which rule. By topic, attribute and form."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from llmquiz.core.cards import Card, Tier, kind_of
from llmquiz.core.marking import N_
from llmquiz.core.wordings import Translate
from llmquiz.generate.generator import Generator
from llmquiz.generate.proof.proving import Proof

_FEW_FORMS = 3
"""A card in fewer forms than this is listed with the rules that forbid the others."""
_MOST_LISTED = 400


def report(
    proof: Proof, generator: Generator, cards: Iterable[Card], today: date, lang: str = "en", say: Translate = str
) -> str:
    """Everything a reader needs to judge the coverage on the day `today`, in the language `lang`, which `say` speaks.

    `cards` carry the forms they are sound in. Forms, rules and attributes are named as the files name them.
    """
    shelves = tuple(cards)
    topics = {topic: name.in_language(lang) for topic, name in generator.knowledge.topics.items()}
    sections = (
        _summary(proof, today, say),
        _by_form(proof, say),
        _by_topic(shelves, topics, say),
        _by_attribute(shelves, say),
        _few(shelves, proof, say),
    )
    return "\n\n".join("\n".join(section) for section in sections) + "\n"


def _summary(proof: Proof, today: date, say: Translate) -> Iterator[str]:
    languages = ", ".join(sorted({lang for _, lang in proof.by_language}))
    yield "# " + say(N_("What is asked"))
    yield ""
    yield say(N_("Made by `llmquiz prove --report --day {day}`; CI compares it. Do not edit.")).format(day=today)
    yield ""
    askable = proof.cards - len(proof.dormant)
    cards = say(N_("{cards} cards, {askable} of them askable; languages: {languages};"))
    yield cards.format(cards=proof.cards, askable=askable, languages=languages)
    items = say(N_("{items} items checked with {seeds} seeds; {violations} violations."))
    yield items.format(items=proof.items.total(), seeds=proof.seeds, violations=len(proof.violations))


def _by_form(proof: Proof, say: Translate) -> Iterator[str]:
    yield from _headed(say(N_("By form")))
    yield from _table(map(say, (N_("form"), N_("items"), N_("refused"), N_("mostly by"))), _form_rows(proof))


def _form_rows(proof: Proof) -> Iterator[tuple[str, ...]]:
    for form in proof.items:
        refused = Counter({rule: count for (name, rule), count in proof.refused.items() if name == form})
        refused.pop("not-this-form", None)
        mostly = ", ".join(f"{rule} {count}" for rule, count in refused.most_common(3))
        yield form, str(proof.items[form]), str(refused.total()), mostly


def _by_topic(cards: tuple[Card, ...], topics: dict[str, str], say: Translate) -> Iterator[str]:
    yield from _headed(say(N_("By topic")))
    rows = []
    for topic, name in topics.items():
        own = [card for card in cards if card.topic == topic]
        tiers = Counter(card.tier for card in own if card.forms)
        rows.append((name, str(len(own)), *(str(tiers[tier]) for tier in Tier)))
    yield from _table(map(say, (N_("topic"), N_("cards"), *(tier.value for tier in Tier))), rows)


def _by_attribute(cards: tuple[Card, ...], say: Translate) -> Iterator[str]:
    yield from _headed(say(N_("By attribute")))
    facts = [card for card in cards if kind_of(card.key) == "fact"]
    names = dict.fromkeys(_attribute(card) for card in facts)
    rows = []
    for name in sorted(names):
        own = [card for card in facts if _attribute(card) == name]
        forms = Counter(form for card in own for form in card.forms)
        askable = sum(bool(card.forms) for card in own)
        listed = ", ".join(f"{form} {count}" for form, count in forms.most_common())
        rows.append((name, str(len(own)), str(askable), listed))
    yield from _table(map(say, (N_("attribute"), N_("cards"), N_("askable"), N_("forms"))), rows)


def _few(cards: tuple[Card, ...], proof: Proof, say: Translate) -> Iterator[str]:
    """The cards in fewer than three forms, and the rules that forbid the others."""
    yield from _headed(say(N_("Cards in fewer than {number} forms")).format(number=_FEW_FORMS))
    yield say(N_("Each with its forms, and the rules that forbid the others."))
    yield ""
    few = [card for card in cards if len(card.forms) < _FEW_FORMS and kind_of(card.key) != "skill"]
    grouped: dict[tuple[str, str], list[str]] = {}
    for card in few:
        why = ", ".join(sorted(proof.why.get(card.key, ())))
        grouped.setdefault((", ".join(card.forms) or say(N_("none")), why), []).append(card.key)
    which, line = say(N_("which")), say(N_("**{cards}** in {forms}; others forbidden by: {why}"))
    for (forms, why), keys in sorted(grouped.items(), key=lambda each: -len(each[1])):
        yield "- " + line.format(cards=len(keys), forms=forms, why=why or say(N_("the kind of fact")))
        listed = " ".join(f"`{key}`" for key in keys[:_MOST_LISTED])
        yield f"  <details><summary>{which}</summary>{listed}</details>"


def _attribute(card: Card) -> str:
    return card.key.partition("#")[0].split("/")[1]


def _headed(text: str) -> Iterator[str]:
    yield f"## {text}"
    yield ""


def _table(names: Iterable[str], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    head = tuple(names)
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
