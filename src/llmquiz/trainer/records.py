"""What is logged with a review: what was shown and what was answered, as JSON that needs no catalogue to be read."""

import json

from llmquiz.core.answers import Answer, Chosen, DontKnow, Rated, Typed
from llmquiz.core.items import Item
from llmquiz.core.responses import Many, NumberEntry, One, SelfRate, TextEntry


def shown(item: Item) -> str:
    """The item as it was shown."""
    return _json(
        {
            "stem": item.stem,
            "response": item.response.name,
            "options": [[option.id, option.text] for option in item.options],
            "answer": answers(item),
            "explanation": item.explanation,
            "source": item.source,
        }
    )


def answered(item: Item, answer: Answer) -> str:
    """The answer as it was given; options by id and text."""
    match answer:
        case Chosen(chosen):
            texts = {option.id: option.text for option in item.options}
            return _json({"chosen": [[name, texts.get(name, "")] for name in chosen]})
        case Typed(text):
            return _json({"typed": text})
        case Rated(rating):
            return _json({"rated": int(rating)})
        case DontKnow():
            return _json({"gave_up": True})


def answers(item: Item) -> list[str]:
    """The right answer, or answers, as the learner would see them."""
    match item.response:
        case One(options) | Many(options):
            return [option.text for option in options if option.right]
        case TextEntry(answer) | NumberEntry(answer=answer) | SelfRate(answer):
            return [answer]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
