"""What is logged with a review: what was shown and what was answered, as JSON that needs no catalogue to be read."""

import json

from llmquiz.core.answers import Answer, Chosen, DontKnow, Listed, Matched, Ordered, Rated, Typed
from llmquiz.core.items import Item
from llmquiz.core.responses import ListEntry, Many, Match, NumberEntry, One, Order, SelfRate, TextEntry
from llmquiz.study.confusions import Choice


def shown(item: Item) -> str:
    """The item as it was shown."""
    return _json(
        {
            "stem": item.stem,
            "response": item.response.name,
            "options": [[option.id, option.text] for option in item.shown],
            "answer": answers(item),
            "explanation": item.explanation,
            "source": item.source,
        }
        | ({"preferred": list(item.preferred)} if item.preferred else {})
    )


def preferred(shown: str) -> tuple[str, ...]:
    """The wrong options that came before others, from the JSON of what was shown: without them it is another item."""
    return tuple(json.loads(shown).get("preferred", ())) if shown else ()


def wrong_choice(card: str, day: int, shown: str, answer: str) -> Choice | None:
    """What was chosen instead of what, from the JSON of a choice that was wrong; None for "don't know"."""
    seen = json.loads(shown)
    match json.loads(answer):
        case {"chosen": [[chosen, text]]} if seen["response"] == One.name:
            right = next((option for option in seen["options"] if option[1] in seen["answer"]), None)
            return Choice(card, day, (right[0], right[1]), (chosen, text)) if right and right[0] != chosen else None
    return None


def answered(item: Item, answer: Answer) -> str:
    """The answer as it was given; options by id and text."""
    match answer:
        case Chosen(chosen):
            return _json({"chosen": _named(item, chosen)})
        case Ordered(order):
            return _json({"ordered": _named(item, order)})
        case Matched(pairs):
            return _json({"matched": [_named(item, pair) for pair in pairs]})
        case Listed(typed):
            return _json({"listed": list(typed)})
        case Typed(text):
            return _json({"typed": text})
        case Rated(rating):
            return _json({"rated": int(rating)})
        case DontKnow():
            return _json({"gave_up": True})


def given(answer: str) -> str | None:
    """What was answered, in the words in which it was shown, from the JSON of an answer.

    Empty for "don't know"; None where nothing was said but how well it was remembered.
    """
    match json.loads(answer) if answer else {}:
        case {"chosen": options} | {"ordered": options}:
            return " / ".join(text for _, text in options)
        case {"matched": pairs}:
            return " / ".join(f"{left[1]} – {right[1]}" for left, right in pairs)
        case {"listed": texts}:
            return " / ".join(texts)
        case {"typed": text}:
            return str(text)
        case {"rated": _}:
            return None
    return ""


def answers(item: Item) -> list[str]:
    """The right answer, or answers, as the learner would see them."""
    match item.response:
        case One(options) | Many(options):
            return [option.text for option in options if option.right]
        case TextEntry(answer) | NumberEntry(answer=answer) | SelfRate(answer):
            return [answer]
        case Order(options, right):
            texts = {option.id: option.text for option in options}
            return [texts[name] for name in right]
        case Match(pairs=pairs):
            texts = {option.id: option.text for option in item.shown}
            return [f"{texts[left]} – {texts[right]}" for left, right in pairs]
        case ListEntry(members):
            return [member.answer for member in members]


def _named(item: Item, names: tuple[str, ...]) -> list[list[str]]:
    """Ids with their texts: the log must be readable without the catalogue."""
    texts = {option.id: option.text for option in item.shown}
    return [[name, texts.get(name, "")] for name in names]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
