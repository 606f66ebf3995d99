"""The placement: some questions to a new learner; what is known starts as known, and is not taught.

A right answer is logged as a review of its card, and of those that it speaks for, in the form `PLACED`; a wrong one as
practice, so that its card is taught as if it had never been asked. What is no longer supported is retracted.
"""

from dataclasses import replace

from llmquiz.core.answers import Answer, Rating, Verdict
from llmquiz.core.cards import Card, Tier, kind_of
from llmquiz.core.events import Amend, Bury, Review, Suspend
from llmquiz.core.forms import PLACED
from llmquiz.core.hashing import draw
from llmquiz.core.states import CardState, Phase
from llmquiz.files.settings import Settings
from llmquiz.library.library import Library
from llmquiz.scheduling.preview import outcome
from llmquiz.study.grading import grade
from llmquiz.study.ladder import choose
from llmquiz.study.order import teaching_order
from llmquiz.study.placing import candidates, supported, to_go, tracks
from llmquiz.trainer.agenda import scope_of
from llmquiz.trainer.clock import Clock
from llmquiz.trainer.memory import Memory
from llmquiz.trainer.reviewing import due
from llmquiz.trainer.sitting import Sitting
from llmquiz.trainer.views import FeedbackView, FinishedView, Placed, Progress, QuestionView, View

_FEWEST_OPTIONS = 4
"""Fewer are guessed too easily to say that something is known."""
_VARIANTS = 1000


class Placement(Sitting):
    """Find out what is known already. It can be left at any time: what was found out stands."""

    def __init__(self, library: Library, memory: Memory, settings: Settings, clock: Clock, lang: str) -> None:
        super().__init__(library, memory, settings, clock, lang)
        scope = scope_of(settings, memory)
        core = [card for card in library.cards if card.tier is Tier.CORE and scope.holds(card)]
        self._cards = {card.key: card for card in core if _is_unmet(card, memory)}
        self._tracks = tracks(teaching_order(self._cards.values()))
        self._outcomes: dict[str, bool] = {}
        self._answers: dict[str, tuple[QuestionView, Review]] = {}
        """What was asked and answered, by card."""
        self._credited: dict[str, Review] = {}
        """The reviews of what starts as known."""
        self._passed: set[str] = set()
        self._show(self._step())

    def next(self) -> View:
        """The next question, or the end."""
        return self._show(self._step())

    @property
    def found(self) -> Placed:
        """What is known, as far as it has come."""
        asked = sum(self._outcomes.values())
        return Placed(asked, len(self._credited) - asked)

    def undo(self) -> View | None:
        """Take the latest answer back and ask it again; None if there is none."""
        if not self._outcomes:
            return None
        key, _ = self._outcomes.popitem()
        question, review = self._answers.pop(key)
        self._tally.forget(review)
        if review.practice:
            self._memory.retract(review, self._now())
        self._settle()
        self.undone = review
        return self._show(replace(self._poser.again(question, self.lang) or question, progress=self._progress()))

    def _step(self) -> View:
        for key in candidates(self._tracks, self._outcomes, self._passed):
            question = self._question(self._cards[key])
            if question is not None:
                return question
            self._passed.add(key)
        return FinishedView(replace(self._tally.summary(), missed=(), placed=self.found))

    def _question(self, card: Card) -> QuestionView | None:
        """The card among four options or more, as somebody is asked who knows it for a few days."""
        forms = [form for form in self._library.forms(card.key) if form.options >= _FEWEST_OPTIONS]
        askings = choose(forms, CardState(card.key, Phase.REVIEW, stability=1.0), negatives=False)
        seeds = (draw(_VARIANTS, "placement", card.key), 0)
        posed = (self._pose_again(card, asking, seed) for seed in seeds for asking in askings)
        return next((question for question in posed if question is not None), None)

    def _verdict(self, question: QuestionView, answer: Answer) -> Verdict:
        return grade(question.item, answer, hint=question.hint, known_before=True)

    def _log(self, draft: Review) -> tuple[Review, CardState]:
        question, known = self._shown_question(), draft.rating >= Rating.GOOD
        review = draft if known else self._memory.review(replace(draft, practice=True), self._before)
        self._outcomes[draft.card], self._answers[draft.card] = known, (question, review)
        self._settle()
        review = self._credited.get(draft.card, review)
        self._answers[draft.card] = question, review
        return review, self._memory.state(draft.card)

    def _log_amend(self, review: Review, draft: Amend) -> CardState:
        """The learner's word decides, too: guessed is not known, and who was right knows it."""
        self._outcomes[review.card] = draft.rating >= Rating.GOOD and not draft.guessed
        if review.practice:
            self._memory.amend(draft)
        self._settle()
        return self._memory.state(review.card)

    def _dropped(self, action: Suspend | Bury) -> None:
        self._passed.add(action.card)

    def _feedback(self, question: QuestionView, answer: Answer, verdict: Verdict, state: CardState) -> FeedbackView:
        view = super()._feedback(question, answer, verdict, state)
        comes = due(state, self._now()) if question.item.card in self._credited else None
        self.view = view = replace(view, due=comes, picture=None)
        return view

    def _progress(self) -> Progress:
        return Progress(len(self._outcomes), to_go(self._tracks, self._outcomes))

    def _settle(self) -> None:
        """Log what the answers say now, and retract what they say no longer."""
        said = supported(self._cards, self._outcomes)
        for key in [key for key in self._credited if key not in said]:
            self._memory.retract(self._credited.pop(key), self._now())
        for key, by in said.items():
            if key not in self._credited and not self._memory.fresh(key).repetitions:
                self._credited[key] = self._credit(self._cards[key], self._answers[by][1])

    def _credit(self, card: Card, evidence: Review) -> Review:
        """Log that a card is known; what was shown and answered is that of the card that says so."""
        draft = replace(
            evidence,
            id="",
            card=card.key,
            form=PLACED,
            rating=Rating.EASY,
            right=True,
            practice=False,
            fingerprint=card.fingerprint,
            elapsed=evidence.elapsed if card.key == evidence.card else 0,
        )
        made = outcome(self._memory.state(card.key), draft, self._poser.plan(card.key), self._memory.known)
        return self._memory.review(made.review, made.state)


def _is_unmet(card: Card, memory: Memory) -> bool:
    """Whether the card is still to be taught; what draws on the memory of others is not asked."""
    state = memory.state(card.key)
    return kind_of(card.key) in ("fact", "concept") and not (state.repetitions or state.suspended)
