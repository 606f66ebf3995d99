"""The placement: some questions to a new learner; what is known starts as known, and is not taught.

A right answer is logged as a review of its card, and of those that it speaks for, in the form `PLACED`; a wrong one as
practice, so that its card is taught as if it had never been asked. What is no longer supported is retracted.
"""

from dataclasses import replace

from llmquiz.core.answers import Answer, Rating, Verdict
from llmquiz.core.cards import Card, Tier, kind_of
from llmquiz.core.events import Action, Amend, Bury, Review, Suspend
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
from llmquiz.trainer.detour import Detour
from llmquiz.trainer.memory import Memory
from llmquiz.trainer.reviewing import due
from llmquiz.trainer.views import FeedbackView, FinishedView, Placed, Progress, QuestionView, View

_FEWEST_OPTIONS = 4
"""Fewer are guessed too easily to say that something is known."""
_VARIANTS = 1000


class Placement(Detour):
    """Find out what is known already. It can be left at any time: what was found out stands."""

    def __init__(self, library: Library, memory: Memory, settings: Settings, clock: Clock, lang: str) -> None:
        super().__init__(library, memory, settings, clock, lang)
        scope = scope_of(settings, memory)
        core = [card for card in library.cards if card.tier is Tier.CORE and scope.holds(card)]
        self._cards = {card.key: card for card in core if _is_unmet(card, memory)}
        self._tracks = tracks(teaching_order(self._cards.values()))
        self._outcomes = self._left_off()
        self._answers: dict[str, Review] = {}
        """What was answered, by card."""
        self._credited: dict[str, Review] = {}
        """The reviews of what starts as known."""
        self._passed: set[str] = set()
        """The cards that are not asked: put off, or without a question."""
        self._show(self._step())

    @property
    def found(self) -> Placed:
        """What is known, as far as it has come."""
        asked = sum(self._outcomes.values())
        return Placed(asked, len(self._credited) - asked)

    def _left_off(self) -> dict[str, bool]:
        """What was asked in a placement that was left today, so that it goes on; nothing where it had come to its end.

        All of it was not known: as soon as something is, no other placement is offered.
        """
        told = self._memory.practised(self._now().day)
        asked = [each.card for each in told if each.card in self._cards and each.seed in _seeds(each.card)]
        outcomes = dict.fromkeys(asked, False)
        return outcomes if any(candidates(self._tracks, outcomes)) else {}

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
        posed = (self._pose_again(card, asking, seed) for seed in _seeds(card.key) for asking in askings)
        return next((question for question in posed if question is not None), None)

    def _verdict(self, question: QuestionView, answer: Answer) -> Verdict:
        return grade(question.item, answer, hint=question.hint, known_before=True)

    def _log(self, draft: Review) -> tuple[Review, CardState]:
        known = draft.rating >= Rating.GOOD
        answer = draft if known else self._memory.review(replace(draft, practice=True), self._before)
        self._outcomes[draft.card], self._answers[draft.card] = known, answer
        self._settle()
        logged = self._credited.get(draft.card, answer)
        self._actions.append(replace(answer, id=logged.id))  # in the form that it was asked in, not in `PLACED`
        return logged, self._memory.state(draft.card)

    def _log_amend(self, review: Review, draft: Amend) -> CardState:
        """The learner's word decides, too: guessed is not known, and who was right knows it."""
        self._outcomes[review.card] = draft.rating >= Rating.GOOD and not draft.guessed
        if review.practice:
            self._memory.amend(draft)
        self._settle()
        return self._memory.state(review.card)

    def _retract(self, action: Action) -> None:
        """What was put off may be asked again; with an answer goes all that it spoke for.

        A right answer is nothing but what it speaks for, and settling has retracted it.
        """
        self._passed.discard(action.card)
        if isinstance(action, Review):
            del self._outcomes[action.card], self._answers[action.card]
            self._settle()
        if not isinstance(action, Review) or action.practice:
            super()._retract(action)

    def _dropped(self, action: Suspend | Bury) -> None:
        super()._dropped(action)
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
                self._credited[key] = self._credit(self._cards[key], self._answers[by])

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


def _seeds(card: str) -> tuple[int, int]:
    """The seeds that a card is asked with: its own, by which the log tells this from practice, else any sound one."""
    return draw(_VARIANTS, "placement", card), 0


def _is_unmet(card: Card, memory: Memory) -> bool:
    """Whether the card is still to be taught; what draws on the memory of others is not asked."""
    state = memory.state(card.key)
    return kind_of(card.key) in ("fact", "concept") and not (state.repetitions or state.suspended)
