"""Facts that changed since they were learned: found by their fingerprints, told one by one before anything else."""

import json
from collections.abc import Iterator

from llmquiz.core.cards import Card, kind_of
from llmquiz.core.events import FactChanged, Review
from llmquiz.core.items import Item
from llmquiz.library.library import Library
from llmquiz.trainer.clock import Moment
from llmquiz.trainer.memory import Memory
from llmquiz.trainer.records import answers
from llmquiz.trainer.views import ChangeView, Progress

_BESIDE = frozenset({"true-false", "which-is-not", "missing"})
"""Forms whose right answer is not what is so of a fact: "False", or what does not belong to it."""


class Changes:
    """What changed in one library since one learner learned it."""

    def __init__(self, library: Library, memory: Memory) -> None:
        self._library, self._memory = library, memory

    def next(self, lang: str, progress: Progress) -> ChangeView | None:
        """The first change that the learner has not been told; None when there is none."""
        return next((view for card in self._changed() if (view := self._view(card, lang, progress))), None)

    def event(self, view: ChangeView, now: Moment) -> FactChanged:
        """What is logged when the learner has read it."""
        card = self._library.card(view.card)
        fingerprint = card.fingerprint if card else ""
        return FactChanged(
            card=view.card,
            at=now.at,
            day=now.day,
            offset=now.offset,
            old=view.old,
            new=view.new,
            fingerprint=fingerprint,
            parameters=self._memory.parameters.id,
        )

    def _changed(self) -> Iterator[Card]:
        for key, state in self._memory.states.items():
            card = self._library.card(key)
            if card and state.repetitions and card.forms and "" != state.fingerprint != card.fingerprint != "":
                yield card

    def _view(self, card: Card, lang: str, progress: Progress) -> ChangeView | None:
        """How it is told: what the learner answered to, what is right now, and since when.

        Where no question asks for the value itself, its lesson tells it.
        """
        item = self._item(card, lang)
        lesson = self._library.lesson(card.key, lang) if item is None else None
        if item is None and lesson is None:
            return None
        topic = self._library.topics.get(card.topic)
        return ChangeView(
            card=card.key,
            title=item.stem if item else self._library.named(card.key, lang)[1],
            old=self._old_answer(card),
            new=" / ".join(answers(item)) if item else "",
            explanation=item.explanation if item else lesson.text if lesson else "",
            source=item.source if item else lesson.source if lesson else "",
            since=self._library.changed_since(card.key),
            topic=topic.in_language(lang) if topic else card.topic,
            progress=progress,
        )

    def _item(self, card: Card, lang: str) -> Item | None:
        """A question whose answer tells the value."""
        telling = (form for form in card.forms if _tells(card.key, form))
        return next((item for form in telling if (item := self._library.item(card.key, form, lang, 0))), None)

    def _old_answer(self, card: Card) -> str:
        """The right answer as it was last shown to the learner; empty where it was never more than judged."""
        reviews = (event for event in self._memory.events(card.key) if isinstance(event, Review) and event.shown)
        *_, shown = ("{}", *(event.shown for event in reviews if _tells(card.key, event.form)))
        return " / ".join(json.loads(shown).get("answer", []))


def _tells(card: str, form: str) -> bool:
    """Whether a right answer in this form is what is so; to a question that was written it always is."""
    return kind_of(card) == "bank" or form not in _BESIDE
