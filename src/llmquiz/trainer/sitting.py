"""What every sitting does, whatever it asks next: pose, grade, log, let the learner have the second word, speak.

A sitting keeps nothing that the log does not, but the hints of what was not answered.
The clock is read here and handed down.
"""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import replace

from llmquiz.core.answers import Answer, Hint, Rating, Verdict
from llmquiz.core.cards import Card
from llmquiz.core.events import Action, Amend, Review
from llmquiz.core.forms import Asking
from llmquiz.core.hints import Clue
from llmquiz.core.responses import NumberEntry
from llmquiz.core.states import CardState
from llmquiz.files.settings import Settings
from llmquiz.library.library import Library
from llmquiz.study.grading import grade, understand
from llmquiz.trainer.acting import CardActs
from llmquiz.trainer.clock import Clock, Moment, moment
from llmquiz.trainer.memory import Memory
from llmquiz.trainer.posing import Poser
from llmquiz.trainer.records import preferred
from llmquiz.trainer.reviewing import draft_amend, draft_review
from llmquiz.trainer.tally import Tally, missed
from llmquiz.trainer.views import FeedbackView, Progress, QuestionView, View

_Turn = tuple[str, str, int, int]
"""Card, form and seed of an item, and how often the card was asked before: the next time the item comes unhinted."""


class Sitting(CardActs):
    """Questions one after the other. `view` is what to show; each action returns the next view."""

    def __init__(self, library: Library, memory: Memory, settings: Settings, clock: Clock, lang: str) -> None:
        self._library, self._memory, self._settings, self._clock = library, memory, settings, clock
        self._poser = Poser(library, memory)
        self.lang = lang
        self._tally = Tally()
        self._before = CardState("")
        """The state before the review that the feedback is about."""
        self._review: Review | None = None
        self._asked_at = 0
        self._hinted: dict[_Turn, int] = {}
        """The strongest hint that was taken, where one was: the log has it only with the answer."""
        self.minutes = 0
        """How long it is to last; 0: as long as something is left."""
        self.undone: Action | None = None
        """What undo took back last."""

    @abstractmethod
    def undo(self) -> View | None:
        """Take the latest action back: an answer, which is asked again, or a putting off; None if there is none."""

    def read(self) -> View:
        """The lesson, or the news of a changed fact, was read."""
        raise RuntimeError("there is no lesson to be done with")

    def know(self) -> View:
        """Skip the lesson ("I know this") and ask its card at once."""
        raise RuntimeError("there is no lesson to be done with")

    def hint(self) -> bool:
        """Take the next hint for the question shown; whether there was one."""
        question = self._shown_question()
        left = self._library.hints(question.item)[len(question.hints) :]
        if left:
            self.view = shown = replace(question, hints=(*question.hints, left[0]))
            self._hinted[_turn(shown)] = shown.hint
        return bool(left)

    def answer(self, answer: Answer) -> FeedbackView:
        """Grade and log an answer to the question shown."""
        question = self._shown_question()
        verdict = self._verdict(question, answer)
        self._before = self._memory.fresh(question.item.card)
        self._review, state = self._log(self._draft(question, answer, verdict))
        self._tally.note(self._review, missed(question.item))
        return self._feedback(question, answer, verdict, state)

    def understand(self, text: str) -> str:
        """What a typed number would be read as; empty where it is not understood, or no number is asked for."""
        item = self.view.item if isinstance(self.view, QuestionView) else None
        entry = item.response if item else None
        return understand(entry, text, item.stem) if item and isinstance(entry, NumberEntry) else ""

    def override(self, rating: Rating) -> FeedbackView:
        """The learner's own rating counts instead; both are logged."""
        return self._amend(rating, guessed=False)

    def guessed(self) -> FeedbackView:
        """The answer was right by luck: it counts as Again, and as no lapse. A wrong answer stays what it is."""
        if isinstance(self.view, FeedbackView) and not self.view.verdict.right:
            return self.view
        return self._amend(Rating.AGAIN, guessed=True)

    def speak(self, lang: str) -> View:
        """Go on in another content language; what is shown is shown in it."""
        self.lang = lang
        view = self.view
        if isinstance(view, QuestionView):
            self.view = replace(self._poser.again(view, lang) or view, intervals=view.intervals)
        elif isinstance(view, FeedbackView):
            self.view = replace(view, question=self._poser.again(view.question, lang) or view.question)
        return self.view

    # What each kind of sitting does in its own way

    @abstractmethod
    def _log(self, draft: Review) -> tuple[Review, CardState]:
        """Put a review on the disk; the review as logged and the state it leads to."""

    @abstractmethod
    def _log_amend(self, review: Review, draft: Amend) -> CardState:
        """Put a second word on the disk; the state it leads to."""

    @abstractmethod
    def _progress(self) -> Progress:
        """How far it has come."""

    def _verdict(self, question: QuestionView, answer: Answer) -> Verdict:
        return grade(question.item, answer, hint=question.hint)

    def _feedback(self, question: QuestionView, answer: Answer, verdict: Verdict, state: CardState) -> FeedbackView:
        """What is said after an answer."""
        self.view = view = FeedbackView(
            question,
            answer,
            verdict,
            verdict.rating,
            None,
            self._progress(),
            asked=state.repetitions,
            right=state.right,
            forms=len(state.recent_forms),
            picture=self._library.picture(question.item),
        )
        return view

    def _retract(self, action: Action) -> None:
        """Log that an action, and what was logged with it, does not count."""
        self._memory.retract(action, self._now())

    # The same in all of them

    def _show(self, view: View) -> View:
        """What was hinted stays known: it is shown, and counted, when the question comes back."""
        if isinstance(view, QuestionView):
            self._asked_at = self._now().at
            view = replace(view, hints=self._hints_taken(view))
        self.view = view
        return view

    def _draft(self, question: QuestionView, answer: Answer, verdict: Verdict) -> Review:
        card = self._library.card(question.item.card)
        return draft_review(
            question,
            answer,
            verdict,
            now=self._now(),
            asked_at=self._asked_at,
            retention=self._settings.retention,
            parameters=self._memory.parameters.id,
            fingerprint=card.fingerprint if card else "",
        )

    def _amend(self, rating: Rating, *, guessed: bool) -> FeedbackView:
        view, review = self.view, self._review
        if not isinstance(view, FeedbackView) or review is None:
            raise RuntimeError("there is no feedback to overrule")
        state = self._log_amend(review, draft_amend(review, rating, guessed=guessed, now=self._now()))
        self._tally.amend(review, right=rating > Rating.AGAIN)
        changed = self._feedback(view.question, view.answer, view.verdict, state)
        self.view = changed = replace(changed, rating=rating, overruled=not guessed, guessed=guessed)
        return changed

    def _take_back(self, action: Action) -> QuestionView | None:
        """Retract an action; the question of an answer as it was, or None where there is none to be asked again."""
        self._retract(action)
        self.undone = action
        card = self._library.card(action.card)
        if not isinstance(action, Review):
            return None
        self._tally.forget(action)
        self._review = None
        asking = Asking(action.form, action.options, action.rung)
        posed = self._pose_again(card, asking, action.seed, preferred(action.shown)) if card else None
        if posed and action.hint:  # taken in an earlier sitting, it may be
            self._hinted[_turn(posed)] = action.hint
        return posed

    def _hints_taken(self, question: QuestionView) -> tuple[Clue, ...]:
        """The hints of a question as far as they were taken in this turn."""
        level = self._hinted.get(_turn(question), Hint.NONE)
        clues = self._library.hints(question.item) if level else ()
        return tuple(clue for clue in clues if clue.level <= level)

    def _pose_again(
        self, card: Card, asking: Asking, seed: int, first: Sequence[str] | None = None
    ) -> QuestionView | None:
        return self._poser.question_in(card, asking, seed, self.lang, self._progress(), first)

    def _shown_question(self) -> QuestionView:
        if not isinstance(self.view, QuestionView):
            raise RuntimeError("there is no question to answer")
        return self.view

    def _now(self) -> Moment:
        return moment(self._clock, self._settings.rollover)


def _turn(question: QuestionView) -> _Turn:
    return question.item.card, question.item.form, question.item.seed, question.asked_before
