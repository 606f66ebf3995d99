"""One sitting: what is shown now, what came of the answer, and the way back. Every answer is on the disk at once.

A session keeps nothing that the log does not: one started anew, after a crash or on the next day, goes on where this
one stopped.
"""

from dataclasses import replace

from llmquiz.core.answers import Answer, DontKnow, Rating, Verdict
from llmquiz.core.cards import Card
from llmquiz.core.events import Amend, Bury, Review, Suspend, Taught
from llmquiz.core.responses import SelfRate
from llmquiz.core.states import CardState
from llmquiz.files.settings import Settings
from llmquiz.library.library import Library
from llmquiz.scheduling.preview import amendment, outcome, outcomes
from llmquiz.study.grading import grade
from llmquiz.study.leech import became_leech
from llmquiz.study.pace import Span
from llmquiz.study.queue import Ask, Teach, Wait
from llmquiz.trainer.agenda import Agenda
from llmquiz.trainer.changes import Changes
from llmquiz.trainer.clock import Clock
from llmquiz.trainer.memory import Memory
from llmquiz.trainer.reviewing import due
from llmquiz.trainer.sitting import Sitting
from llmquiz.trainer.views import (
    ChangeView,
    Due,
    FeedbackView,
    FinishedView,
    LessonView,
    Progress,
    QuestionView,
    Summary,
    View,
    WaitingView,
)

_MINUTE = 60_000


class Session(Sitting):
    """Study today's cards. `view` is what to show; each action returns the next view."""

    def __init__(
        self,
        library: Library,
        memory: Memory,
        settings: Settings,
        clock: Clock,
        lang: str,
        *,
        topic: str = "",
        limit: int | None = None,
        minutes: int = 0,
    ) -> None:
        """`topic`: that shelf alone. `limit`: at most so many questions. `minutes`: about so long; 0: to the end."""
        super().__init__(library, memory, settings, clock, lang)
        self._changes, self.minutes = Changes(library, memory), minutes
        now = self._now()
        span = Span(minutes, now.at) if minutes else None
        self._agenda = Agenda(library, memory, settings, now.day, topic=topic, limit=limit, span=span)
        self._show(self._step())

    def next(self) -> View:
        """Go on: a lesson, a question, a wait or the end."""
        if self._now().day != self._agenda.day:
            self._renew()
        return self._show(self._step())

    def look_again(self) -> View:
        """Go on from what the log says now: another sitting was held meanwhile."""
        self._renew()
        return self.next()

    def read(self) -> View:
        """The lesson, or the news of a changed fact, was read."""
        if isinstance(self.view, ChangeView):
            event = self._changes.event(self.view, self._now())
            self._memory.log(event)
            self._renew()
        else:
            self._teach(self._lesson_card())
        return self.next()

    def know(self) -> View:
        """Skip the lesson ("I know this") and ask its card at once."""
        card = self._lesson_card()
        self._teach(card, known=True)
        question = self._poser.question(card, self.lang, self._progress())
        if question is None:
            return self.next()
        return self._show(question)

    def undo(self) -> View | None:
        """Take the latest action back, of this session or an earlier one; an answer is asked again.

        What was put off alone before the queue would have asked it is shown again at once: a lesson, or the question
        of a card that is known.
        """
        action = self._memory.last_action()
        if action is None:
            return None
        alone = self._memory.stands_alone(action)
        question = self._take_back(action)
        self._renew()
        if question is not None:
            return self._show(replace(question, progress=self._progress()))
        return self._show((self._out_of_turn(action.card) if alone else None) or self._step())

    def speak(self, lang: str) -> View:
        """Go on in another content language; what is shown is shown in it."""
        view = super().speak(lang)
        if isinstance(view, LessonView):
            return self._show(self._poser.lesson(self._lesson_card(), lang, view.progress) or view)
        if isinstance(view, ChangeView):
            return self._show(self._changes.next(lang, view.progress) or view)
        return view

    def _out_of_turn(self, key: str) -> View | None:
        """The lesson of a card that was never taught and may be, the question of one that is said to be known and was
        never asked; None for others.
        """
        card = self._library.card(key)
        if card is None:
            return None
        if self._agenda.may_teach(card):
            return self._poser.lesson(card, self.lang, self._progress())
        if self._agenda.awaits(card) and self._is_known_unasked(key):
            return self._poser.question(card, self.lang, self._progress())
        return None

    # Steps

    def _step(self) -> View:
        """What changed, then what the queue has next.

        A card without a lesson counts as taught, one without a sound item is left out.
        """
        change = self._changes.next(self.lang, self._progress())
        if change is not None:
            return change
        while True:
            now = self._now()
            match self._agenda.next_step(now):
                case Teach(card):
                    lesson = self._poser.lesson(card, self.lang, self._progress())
                    if lesson is not None:
                        return lesson
                    self._teach(card)
                case Ask(card):
                    question = self._poser.question(card, self.lang, self._progress())
                    if question is not None:
                        return question
                    self._agenda.drop(card)
                case Wait(until):
                    return WaitingView(max(1, -(-(until - now.at) // _MINUTE)), self._summary())
                case _:
                    return FinishedView(self._summary())

    def _show(self, view: View) -> View:
        view = super()._show(view)
        if isinstance(view, QuestionView) and isinstance(view.item.response, SelfRate):
            self.view = replace(view, intervals=self._intervals(view))
        return self.view

    def _teach(self, card: Card, *, known: bool = False) -> None:
        now = self._now()
        self._memory.log(Taught(card=card.key, at=now.at, day=now.day, offset=now.offset, known=known))
        if self._agenda.awaits(card):
            self._agenda.taught(card)
        else:  # a lesson that undo brought back may be more than the day's share
            self._renew()
        self._tally.lessons += 1

    # Answers

    def _verdict(self, question: QuestionView, answer: Answer) -> Verdict:
        known = self._is_known_unasked(question.item.card)
        return grade(question.item, answer, hint=question.hint, known_before=known)

    def _log(self, draft: Review) -> tuple[Review, CardState]:
        made = outcome(self._before, draft, self._poser.plan(draft.card), self._memory.known)
        logged = self._memory.review(made.review, made.state)
        self._agenda.answered(made.state)
        return logged, made.state

    def _log_amend(self, review: Review, draft: Amend) -> CardState:
        state = self._memory.amend(
            amendment(self._before, review, draft, self._poser.plan(review.card), self._memory.known)
        )
        self._renew()
        return state

    def _dropped(self, action: Suspend | Bury) -> None:
        self._renew()

    def _feedback(self, question: QuestionView, answer: Answer, verdict: Verdict, state: CardState) -> FeedbackView:
        view = super()._feedback(question, answer, verdict, state)
        self.view = view = replace(
            view,
            due=due(state, self._now()),
            leech=became_leech(self._before, state, self._settings.leech),
            picture=self._agenda.discreet(view.picture),
        )
        return view

    def _intervals(self, question: QuestionView) -> dict[Rating, Due]:
        draft = self._draft(question, DontKnow(), Verdict(right=False, rating=Rating.AGAIN, score=0.0))
        key = question.item.card
        made = outcomes(self._memory.state(key), draft, self._poser.plan(key), self._memory.known)
        return {rating: due(each.state, self._now()) for rating, each in made.items()}

    # Small questions

    def _is_known_unasked(self, card: str) -> bool:
        """Whether the learner said of a card's lesson that he knows it, and was not asked yet."""
        return not self._memory.state(card).repetitions and self._memory.said_known(card)

    def _renew(self) -> None:
        self._agenda.renew(self._now().day, self._tally.answered)

    def _progress(self) -> Progress:
        return self._agenda.progress(self._now())

    def _summary(self) -> Summary:
        counts = self._agenda.counts()
        summary = self._tally.summary(
            due_tomorrow=self._agenda.ahead()[1], left=counts.due + counts.learning, new_left=counts.new
        )
        reached = self._agenda.milestones(self.lang)
        more = self._agenda.more_to_meet()
        return replace(
            summary, new_to_come=more, timed=self.minutes, backlog=self._agenda.backlog(), milestones=reached
        )

    def _lesson_card(self) -> Card:
        card = self._library.card(self.view.lesson.card) if isinstance(self.view, LessonView) else None
        if card is None:
            raise RuntimeError("there is no lesson to be done with")
        return card
