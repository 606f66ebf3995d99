"""From a card to what is shown of it: its lesson, or the item in the best form that its memory asks for."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from llmquiz.core.cards import Card
from llmquiz.core.forms import Asking
from llmquiz.core.hashing import draw
from llmquiz.core.states import CardState
from llmquiz.library.library import Library
from llmquiz.library.replaying import replay_code
from llmquiz.study.ladder import choose
from llmquiz.trainer.memory import Memory
from llmquiz.trainer.skills import known_entities
from llmquiz.trainer.views import LessonView, Progress, QuestionView

_OTHER_SEEDS = 8
_VARIANTS = 1000


class Poser:
    """Poses cards of one library to one memory."""

    def __init__(self, library: Library, memory: Memory) -> None:
        self._library, self._memory = library, memory

    def lesson(self, card: Card, lang: str, progress: Progress) -> LessonView | None:
        """The lesson of a card; None where it has none."""
        lesson = self._library.lesson(card.key, lang)
        if lesson is None:
            return None
        return LessonView(lesson, self._topic(card, lang), progress, self._memory.note(card.key))

    def question(self, card: Card, lang: str, progress: Progress) -> QuestionView | None:
        """The card in the first form of its ladder that has a sound item now; None for a dormant card.

        Other seeds follow that of the repetition: a card that is passed over keeps its seed, and would never be asked.
        """
        state = self._memory.state(card.key)
        askings = choose(
            self._library.forms(card.key), state, negatives=progress.negatives is None or progress.negatives > 0
        )
        mixed_up = self._memory.mixups.preferred(card.key)
        posed = (
            self.question_in(card, asking, seed, lang, progress, mixed_up)
            for seed in _seeds(card.key, state.repetitions)
            for asking in askings
        )
        return next((view for view in posed if view is not None), None)

    def question_in(
        self,
        card: Card,
        asking: Asking,
        seed: int,
        lang: str,
        progress: Progress,
        preferred: Sequence[str] | None = None,
    ) -> QuestionView | None:
        """The card in one form and with one seed.

        `preferred`: the ids of wrong options that come first; by default those that the learner mixes up with it.
        """
        known = known_entities(card.key, self._memory.states)
        first = self._memory.mixups.preferred(card.key) if preferred is None else preferred
        item = self._library.item(card.key, asking.form, lang, seed, known, first)
        if item is None:
            return None
        state = self._memory.state(card.key)
        return QuestionView(
            item,
            asking,
            self._topic(card, lang),
            progress,
            asked_before=state.repetitions,
            right_before=state.right,
            forms_before=len(state.recent_forms),
            code=str(replay_code(self._library, item, known)),
            note=self._memory.note(card.key),
        )

    def again(self, view: QuestionView, lang: str) -> QuestionView | None:
        """The same question in another language, with as many hints."""
        card = self._library.card(view.item.card)
        item = view.item
        if card is None:
            return None
        made = self.question_in(card, view.asking, item.seed, lang, view.progress, item.preferred)
        return made and replace(made, hints=self._library.hints(made.item)[: len(view.hints)])

    def plan(self, key: str) -> Callable[[CardState], Asking | None]:
        """How the card would be asked next, as a function of its state."""
        forms = self._library.forms(key)
        return lambda state: next(iter(choose(forms, state)), None)

    def _topic(self, card: Card, lang: str) -> str:
        name = self._library.topics.get(card.topic)
        return name.in_language(lang) if name is not None else card.topic


def _seeds(card: str, repetition: int) -> Iterator[int]:
    """The seed of a repetition, a few others, and at last the one with which every sound form has an item."""
    yield repetition
    for attempt in range(_OTHER_SEEDS):
        yield draw(_VARIANTS, "seed", card, repetition, attempt)
    yield 0
