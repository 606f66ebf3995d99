"""`llmquiz show`: the very question again, or a sentence that says why not."""

import json
from collections.abc import Callable

import pytest
from click.testing import Result

from llmquiz.cli.surroundings import Surroundings
from llmquiz.library.replaying import replay_code
from llmquiz.trainer.trainer import Trainer

Llmquiz = Callable[..., Result]


def code(trainer: Trainer, card: str, form: str, lang: str = "en") -> str:
    """The code of an item."""
    item = trainer.library.item(card, form, lang, 0)
    assert item is not None
    return str(replay_code(trainer.library, item))


def test_a_question_is_shown_with_its_options_key_reasons_and_source(
    llmquiz: Llmquiz, surroundings: Surroundings
) -> None:
    with surroundings.trainer() as trainer:
        shown = llmquiz("show", code(trainer, "bank:garden/green", "choice"))
    assert (0, "") == (shown.exit_code, shown.stderr)
    for line in ("Which colour has grass?", "The answer: green", "Chlorophyll does it.", "Source: The garden book"):
        assert line in shown.stdout.splitlines()
    assert ". red: Poppies are red." in shown.stdout
    assert 1 == shown.stdout.count("  + ")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_generated_question_is_shown_in_its_own_language(
    llmquiz: Llmquiz, surroundings: Surroundings, lang: str
) -> None:
    with surroundings.trainer() as trainer:
        card = next(card for card in trainer.library.cards if "choice-3" in card.forms)
        item = trainer.library.item(card.key, "choice-3", lang, 0)
        shown = llmquiz("show", code(trainer, card.key, "choice-3", lang))
    assert item is not None
    assert item.stem == shown.stdout.splitlines()[0]


def test_as_json_it_is_as_in_the_export(llmquiz: Llmquiz, surroundings: Surroundings) -> None:
    with surroundings.trainer() as trainer:
        shown = json.loads(llmquiz("show", "--json", code(trainer, "bank:garden/legs", "numeric")).stdout)
    assert ("bank:garden/legs", "8") == (shown["card"], shown["answer"])


def test_knowledge_that_has_changed_since_is_told_in_a_sentence(llmquiz: Llmquiz, surroundings: Surroundings) -> None:
    with surroundings.trainer() as trainer:
        old = code(trainer, "bank:garden/green", "choice")
    bank = surroundings.home.banks / "garden.yaml"
    bank.write_text(bank.read_text(encoding="utf-8").replace("Poppies", "Most poppies"), encoding="utf-8")
    shown = llmquiz("show", old)
    assert (1, "") == (shown.exit_code, shown.stdout)
    assert "`bank:garden/green` has changed since" in shown.stderr


def test_what_is_no_code_is_wrong_usage(llmquiz: Llmquiz) -> None:
    shown = llmquiz("show", "bank:garden/green")
    assert 2 == shown.exit_code
    assert "no code of a question" in shown.stderr
