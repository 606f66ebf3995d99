"""What a form is given: a prompt, how to vary it, and what is the same for every item of the card."""

from dataclasses import dataclass

from llmquiz.core.cards import Card
from llmquiz.core.items import Item
from llmquiz.core.predicates import Predicate
from llmquiz.core.responses import One, Option, Response
from llmquiz.generate.choosing import choose, shown_in_order
from llmquiz.generate.prompts import Prompt
from llmquiz.knowledge.languages import Language


@dataclass(frozen=True, slots=True)
class Request:
    """One card, one language, one seed; `attempt` counts the tries at a sound set of options."""

    card: Card
    prompt: Prompt
    language: Language
    form: str
    seed: int
    attempt: int = 0
    preferred: tuple[str, ...] = ()
    """Wrong options, by id, that come first where the form chooses among them."""

    @property
    def seeds(self) -> tuple[object, ...]:
        """What every choice for this item depends on."""
        return (self.card.key, self.form, self.seed, self.attempt)

    def item(
        self,
        stem: str,
        response: Response,
        *,
        explanation: str = "",
        source: str = "",
        asks: Predicate | None = None,
        negative: bool = False,
        preferred: tuple[str, ...] = (),
    ) -> Item:
        """The item with this stem and response; explanation and predicate are the prompt's unless given.

        `preferred`: the request's own, where the form chooses among wrong options.
        """
        return Item(
            card=self.card.key,
            form=self.form,
            lang=self.language.id,
            seed=self.seed,
            stem=stem,
            response=response,
            explanation=explanation or self.prompt.explanation,
            source=source or self.prompt.source,
            topic=self.card.topic,
            tier=self.card.tier,
            tags=self.card.tags,
            predicate=asks or self.prompt.asks,
            negative=negative,
            preferred=preferred,
        )

    def choice(self, count: int, *, hard: bool, stem: str = "") -> Item | None:
        """A choice among the key and `count` - 1 wrong options; None where there are too few."""
        others = choose(self.prompt, count - 1, self.seeds, hard, self.preferred)
        if others is None:
            return None
        key = self.prompt.key
        options = tuple(
            Option(candidate.id, candidate.text, candidate is key, candidate.because)
            for candidate in shown_in_order((key, *others), self.seeds)
        )
        return self.item(stem or self.prompt.question, One(options), preferred=self.preferred)
