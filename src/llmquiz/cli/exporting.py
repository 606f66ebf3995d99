"""Items as data: what `llmquiz questions --json` prints. Keys and their meanings are a stable interface."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from llmquiz.cli.folders import found_at
from llmquiz.cli.surroundings import Surroundings
from llmquiz.core.items import Item
from llmquiz.core.numbers import plain_decimal
from llmquiz.core.problems import Problem
from llmquiz.core.responses import ListEntry, Many, Match, NumberEntry, One, Order, SelfRate, TextEntry
from llmquiz.library.cache import Cache, NoCache
from llmquiz.library.knowing import Knowing
from llmquiz.library.shelves import Shelves
from llmquiz.trainer.records import answers


@dataclass(frozen=True, slots=True)
class Stock:
    """Where items come from: folders of knowledge, banks, and what is wrong with them."""

    knowledge: tuple[Knowing, ...]
    banks: Shelves
    problems: tuple[Problem, ...]
    languages: tuple[str, ...]

    def items(self, lang: str, seeds: int) -> Iterator[Item]:
        """Every card in every form, language (`lang` alone, if it is given) and seed."""
        for knowing in self.knowledge:
            yield from _generated(knowing, [lang] if lang else knowing.languages, seeds)
        for card in self.banks.cards:
            for spoken in self.banks.languages(card.key) or self.languages:
                if lang in ("", spoken):
                    made = (self.banks.item(card.key, spoken, seed) for seed in range(seeds))
                    yield from (item for item in made if item is not None)


def _generated(knowing: Knowing, languages: Iterable[str], seeds: int) -> Iterator[Item]:
    for card in knowing.cards:
        for form in card.forms:
            for lang in languages:
                made = (knowing.generator.item(card.key, form, lang, seed) for seed in range(seeds))
                yield from (item for item in made if isinstance(item, Item))


def stock_at(surroundings: Surroundings, paths: Iterable[Path]) -> Stock:
    """What lies at `paths`, read anew."""
    found = found_at(paths)
    return _stock(surroundings, found.folders, found.banks.values(), NoCache(), found.problems)


def whole_stock(surroundings: Surroundings, cache: Cache) -> Stock:
    """The built-in questions and the learner's banks."""
    root = surroundings.questions
    return _stock(surroundings, [root], (root / "banks", surroundings.home.banks), cache, ())


def _stock(
    surroundings: Surroundings,
    folders: Iterable[Path],
    banks: Iterable[Path],
    cache: Cache,
    problems: Iterable[Problem],
) -> Stock:
    knowledge = tuple(Knowing(folder, cache, surroundings.today) for folder in folders)
    shelves = Shelves(banks, cache, 0, {topic for knowing in knowledge for topic in knowing.topics})
    told = (*problems, *(problem for knowing in knowledge for problem in knowing.problems), *shelves.problems)
    spoken = dict.fromkeys(lang for knowing in knowledge for lang in knowing.languages)
    return Stock(knowledge, shelves, told, tuple(spoken) or surroundings.languages)


def item_data(item: Item) -> dict[str, Any]:
    """One item as JSON has it; what its response does not have is absent."""
    data = {
        "card": item.card,
        "form": item.form,
        "response": item.response.name,
        "lang": item.lang,
        "seed": item.seed,
        "tier": item.tier.value,
        "stem": item.stem,
    }
    return (
        data
        | _response_data(item)
        | {
            "explanation": item.explanation,
            "source": item.source,
            "topic": item.topic,
            "tags": list(item.tags),
        }
    )


def _response_data(item: Item) -> dict[str, Any]:
    """What there is to choose from, what is right, and what else counts."""
    right = answers(item)
    single = isinstance(item.response, One | TextEntry | NumberEntry | SelfRate)
    return _offered(item) | {"answer": right[0] if single else right} | _counting(item)


def _offered(item: Item) -> dict[str, Any]:
    """What there is to choose from."""
    match item.response:
        case One(options) | Many(options) | Order(options):
            return {"options": [option.text for option in options]}
        case Match(right=right):
            return {"options": [option.text for option in right]}
    return {}


def _counting(item: Item) -> dict[str, Any]:
    """What counts beside the answer, and how far off."""
    match item.response:
        case Match(left, right, pairs):
            texts = {option.id: option.text for option in (*left, *right)}
            return {"pairs": [[texts[one], texts[other]] for one, other in pairs]}
        case TextEntry(accept=accept):
            return {"accept": list(accept)}
        case ListEntry(members):
            return {"accept": [list(member.accept) for member in members]}
        case NumberEntry(tolerance=tolerance, also=also):
            return {"tolerance": float(tolerance)} | (
                {"accept": [plain_decimal(each) for each in also]} if also else {}
            )
    return {}
