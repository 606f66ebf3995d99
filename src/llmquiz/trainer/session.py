"""One sitting: what is shown now, what came of the answer, and the way back. Every answer is on the disk at once.

A session keeps nothing that the log does not: one started anew, after a crash or on the next day, goes on where this
one stopped. The clock is read here and handed down.
"""

from dataclasses import replace

from llmquiz.core.answers import Answer, DontKnow, Hint, Rating, Verdict
from llmquiz.core.cards import Card
from llmquiz.core.events import Review, Taught
from llmquiz.core.forms import Asking
from llmquiz.core.responses import NumberEntry, SelfRate
from llmquiz.core.states import CardState
from llmquiz.files.settings import Settings
from llmquiz.library.library import Library
from llmquiz.scheduling.fold import apply
from llmquiz.scheduling.preview import amendment, outcome, outcomes
from llmquiz.study.grading import grade, understand
from llmquiz.study.leech import became_leech
from llmquiz.study.queue import Ask, Teach, Wait
from llmquiz.trainer.agenda import Agenda
from llmquiz.trainer.changes import Changes
from llmquiz.trainer.clock import Clock, Moment, moment
from llmquiz.trainer.memory import Memory
from llmquiz.trainer.posing import Poser
from llmquiz.trainer.records import answers
from llmquiz.trainer.reviewing import draft_amend, draft_review, due
from llmquiz.trainer.tally import Tally
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


class Session:
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
    ) -> None:
        """`topic`: that shelf alone. `limit`: at most so many questions."""
        self._library, self._memory, self._settings, self._clock = library, memory, settings, clock
        self._poser, self._changes = Poser(library, memory), Changes(library, memory)
        self.lang = lang
        self._tally = Tally()
        self._known_before = ""
        """The card whose lesson was answered with "I know this"."""
        self._before = CardState("")
        """The state before the review that the feedback is about."""
        self._review: Review | None = None
        self._asked_at = 0
        self._agenda = Agenda(library, memory, settings, self._now().day, topic=topic, limit=limit)
        self.view: View = self._show(self._step())

    def next(self) -> View:
        """Go on: a lesson, a question, a wait or the end."""
        if self._now().day != self._agenda.day:
            self._renew()
        return self._show(self._step())

    def read(self) -> View:
        """The lesson, or the news of a changed fact, was read."""
        if isinstance(self.view, ChangeView):
            event = self._changes.event(self.view, self._now())
            self._memory.append(event, apply(self._memory.state(event.card), event, self._memory.known))
            self._renew()
        else:
            self._teach(self._lesson_card())
        return self.next()

    def know(self) -> View:
        """Skip the lesson ("I know this") and ask its card at once."""
        card = self._lesson_card()
        self._teach(card)
        question = self._poser.question(card, self.lang, self._progress())
        if question is None:
            return self.next()
        self._known_before = card.key
        return self._show(question)

    def answer(self, answer: Answer, hint: Hint = Hint.NONE) -> FeedbackView:
        """Grade and log an answer to the question shown."""
        question = self._shown_question()
        key = question.item.card
        verdict = grade(question.item, answer, hint=hint, known_before=key == self._known_before)
        self._known_before = ""
        self._before = self._memory.state(key)
        draft = self._draft(question, answer, verdict, hint)
        made = outcome(self._before, draft, self._poser.plan(key), self._memory.known)
        self._review = self._memory.review(made.review, made.state)
        self._agenda.answered(made.state)
        self._tally.note(self._review, question.item.stem, " / ".join(answers(question.item)))
        return self._feedback(question, answer, verdict, made.state)

    def understand(self, text: str) -> str:
        """What a typed number would be read as; empty where it is not understood, or no number is asked for."""
        entry = self.view.item.response if isinstance(self.view, QuestionView) else None
        return understand(entry, text) if isinstance(entry, NumberEntry) else ""

    def override(self, rating: Rating) -> FeedbackView:
        """The learner's own rating counts instead; both are logged."""
        return self._amend(rating, guessed=False)

    def guessed(self) -> FeedbackView:
        """The answer was right by luck: it counts as Again, and as no lapse."""
        return self._amend(Rating.AGAIN, guessed=True)

    def undo(self) -> View | None:
        """Take the latest answer back, of this session or an earlier one, and ask it again; None if there is none."""
        review = self._memory.last_review()
        if review is None:
            return None
        self._memory.retract(review, self._now())
        self._tally.forget(review)
        self._review = None
        self._renew()
        return self._show(self._posed_again(review) or self._step())

    def speak(self, lang: str) -> View:
        """Go on in another content language; what is shown is shown in it."""
        self.lang = lang
        view = self.view
        if isinstance(view, LessonView):
            return self._show(self._poser.lesson(self._lesson_card(), lang, view.progress) or view)
        if isinstance(view, ChangeView):
            return self._show(self._changes.next(lang, view.progress) or view)
        if isinstance(view, QuestionView):
            self.view = replace(self._poser.again(view, lang) or view, intervals=view.intervals)
        elif isinstance(view, FeedbackView):
            self.view = replace(view, question=self._poser.again(view.question, lang) or view.question)
        return self.view

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
        if isinstance(view, QuestionView):
            self._asked_at = self._now().at
            if isinstance(view.item.response, SelfRate):
                view = replace(view, intervals=self._intervals(view))
        self.view = view
        return view

    def _teach(self, card: Card) -> None:
        now = self._now()
        event = Taught(card=card.key, at=now.at, day=now.day, offset=now.offset)
        self._memory.append(event, replace(self._memory.state(card.key), introduced=True))
        self._agenda.taught(card)
        self._tally.lessons += 1

    def _posed_again(self, review: Review) -> QuestionView | None:
        """The question of a review as it was; None where it can no longer be asked."""
        card = self._library.card(review.card)
        asking = Asking(review.form, review.options, review.rung)
        return self._poser.question_in(card, asking, review.seed, self.lang, self._progress()) if card else None

    # Answers

    def _draft(self, question: QuestionView, answer: Answer, verdict: Verdict, hint: Hint) -> Review:
        card = self._library.card(question.item.card)
        return draft_review(
            question,
            answer,
            verdict,
            hint,
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
        draft = draft_amend(review, rating, guessed=guessed, now=self._now())
        amend, state = amendment(self._before, review, draft, self._poser.plan(review.card), self._memory.known)
        self._memory.append(amend, state)
        self._tally.amend(review, right=rating > Rating.AGAIN)
        self._renew()
        changed = self._feedback(view.question, view.answer, view.verdict, state)
        self.view = changed = replace(changed, rating=rating, overruled=not guessed, guessed=guessed)
        return changed

    def _feedback(self, question: QuestionView, answer: Answer, verdict: Verdict, state: CardState) -> FeedbackView:
        self.view = view = FeedbackView(
            question,
            answer,
            verdict,
            verdict.rating,
            due(state, self._now()),
            self._progress(),
            leech=became_leech(self._before, state, self._settings.leech),
            asked=state.repetitions,
            right=state.right,
            forms=len(state.recent_forms),
            picture=self._agenda.discreet(self._library.picture(question.item)),
        )
        return view

    def _intervals(self, question: QuestionView) -> dict[Rating, Due]:
        draft = self._draft(question, DontKnow(), Verdict(right=False, rating=Rating.AGAIN, score=0.0), Hint.NONE)
        key = question.item.card
        made = outcomes(self._memory.state(key), draft, self._poser.plan(key), self._memory.known)
        return {rating: due(each.state, self._now()) for rating, each in made.items()}

    # Small questions

    def _renew(self) -> None:
        self._agenda.renew(self._now().day, self._tally.answered)

    def _progress(self) -> Progress:
        return self._agenda.progress()

    def _summary(self) -> Summary:
        counts = self._agenda.counts()
        return self._tally.summary(
            due_tomorrow=self._agenda.due_tomorrow(), left=counts.due + counts.learning, new_left=counts.new
        )

    def _lesson_card(self) -> Card:
        card = self._library.card(self.view.lesson.card) if isinstance(self.view, LessonView) else None
        if card is None:
            raise RuntimeError("there is no lesson to be done with")
        return card

    def _shown_question(self) -> QuestionView:
        if not isinstance(self.view, QuestionView):
            raise RuntimeError("there is no question to answer")
        return self.view

    def _now(self) -> Moment:
        return moment(self._clock, self._settings.rollover)
