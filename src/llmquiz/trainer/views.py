"""What the trainer shows its faces (the app, the plain session): frozen values, ready to be drawn."""

from collections.abc import Mapping
from dataclasses import dataclass

from llmquiz.core.answers import Answer, Hint, Rating, Verdict
from llmquiz.core.forms import Asking
from llmquiz.core.hints import Clue, Without
from llmquiz.core.items import Item, Lesson
from llmquiz.core.pictures import Picture
from llmquiz.core.problems import Problem
from llmquiz.study.catching_up import Backlog
from llmquiz.study.grading import after_hint


@dataclass(frozen=True, slots=True)
class Progress:
    """Today's queue: cards done and cards left."""

    done: int
    left: int
    negatives: int | None = None
    """How many more questions with a NOT there is room for; None where nobody counts."""
    minutes: int = 0
    """How long the sitting is to last; 0: as long as something is left."""
    to_go: int = 0
    """The minutes that are left of them."""
    begun: int = 0
    """How many of the cards left were answered and come back."""

    @property
    def share(self) -> float:
        """Between 0 and 1; a card that was begun is half done: else nothing would move while the first are learned."""
        if self.minutes:
            return 1 - self.to_go / self.minutes
        total = self.done + self.left
        return (self.done + self.begun / 2) / total if total else 1.0


@dataclass(frozen=True, slots=True)
class LessonView:
    """Show a lesson; then `Sitting.read` or `Sitting.know`."""

    lesson: Lesson
    topic: str
    progress: Progress
    note: str = ""
    """What the learner noted on the card."""


@dataclass(frozen=True, slots=True)
class QuestionView:
    """Ask an item; then `Sitting.answer`."""

    item: Item
    asking: Asking
    topic: str
    progress: Progress
    asked_before: int = 0
    """How often the card was asked, in how many forms, and how often right."""
    right_before: int = 0
    forms_before: int = 0
    intervals: Mapping[Rating, "Due"] | None = None
    """What each rating would lead to; for items that the learner rates."""
    code: str = ""
    """The replay code of the item."""
    note: str = ""
    """What the learner noted on the card: shown with the feedback."""
    hints: tuple[Clue, ...] = ()
    """The hints that were taken."""

    @property
    def hint(self) -> Hint:
        """The strongest of them."""
        return max((clue.level for clue in self.hints), default=Hint.NONE)

    @property
    def gone(self) -> frozenset[str]:
        """The options that a hint took away, by their ids."""
        return frozenset(name for clue in self.hints if isinstance(clue, Without) for name in clue.options)


@dataclass(frozen=True, slots=True)
class Due:
    """When a card comes next: in so many minutes (its steps), or in so many days."""

    minutes: int = 0
    days: int = 0


@dataclass(frozen=True, slots=True)
class FeedbackView:
    """What came of an answer; then `Sitting.next`, `override`, `guessed` or `undo`."""

    question: QuestionView
    answer: Answer
    verdict: Verdict
    rating: Rating
    """The rating that counts: the program's, or the learner's after an override."""
    due: Due | None
    """When the card comes next; None for practice, which schedules nothing."""
    progress: Progress
    overruled: bool = False
    guessed: bool = False
    leech: bool = False
    """Whether this lapse made it a leech."""
    asked: int = 1
    right: int = 0
    forms: int = 1
    picture: Picture | None = None
    """The fact among its like, without figures that are still to be asked today."""

    @property
    def best(self) -> Rating:
        """What it counts as where the learner was right after all: no more than after the hints that were taken."""
        return after_hint(self.question.hint)

    @property
    def helped(self) -> bool:
        """Whether it was right, and so strong a hint was taken that it counts as not known."""
        said = self.overruled or self.guessed
        return self.verdict.right and self.rating is Rating.AGAIN and not said and self.question.hint is not Hint.NONE


@dataclass(frozen=True, slots=True)
class WaitingView:
    """Nothing now; the next card is ripe in so many minutes."""

    minutes: int
    summary: "Summary"


@dataclass(frozen=True, slots=True)
class FinishedView:
    """Nothing more in this session."""

    summary: "Summary"


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A fact that the learner knew has a new value; then `Sitting.read`."""

    card: str
    title: str
    """What was asked, as a question."""
    old: str
    """Empty where the learner never met the value but in sentences to judge."""
    new: str
    """Empty where no question asks for it: then the explanation tells it."""
    explanation: str
    source: str
    since: str
    """Until when the old value held; empty for a correction: it was never right."""
    topic: str
    progress: Progress


View = ChangeView | LessonView | QuestionView | FeedbackView | WaitingView | FinishedView


@dataclass(frozen=True, slots=True)
class Missed:
    """A question of today that was answered wrongly: worth another look."""

    title: str
    answer: str
    explanation: str = ""
    """What is so, where the answer alone ("False") does not tell it."""


@dataclass(frozen=True, slots=True)
class Milestones:
    """What was finished on a day."""

    day: int
    topics: tuple[str, ...] = ()
    """Their names."""
    core: bool = False
    """Whether every core card was met."""
    details: bool = True
    """Whether the details are asked, too."""
    more: bool = True
    """Whether there are cards that were not met yet."""
    failed: int = 0
    """How many core cards were answered wrongly when they were asked last."""


@dataclass(frozen=True, slots=True)
class Placed:
    """What a placement found out."""

    known: int
    """Cards that were asked and are known."""
    implied: int
    """Cards that they build on."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a session came to."""

    answered: int = 0
    right: int = 0
    lessons: int = 0
    minutes: float = 0.0
    missed: tuple[Missed, ...] = ()
    due_tomorrow: int = 0
    new_to_come: bool = True
    """Whether another day has new cards."""
    left_today: int = 0
    new_left_today: int = 0
    practice: bool = False
    """Whether it was practice: nothing was scheduled."""
    timed: int = 0
    """How many minutes it was to last; 0: as long as something was left."""
    backlog: Backlog | None = None
    """What is due and waits for the next days."""
    placed: Placed | None = None
    """What was found out; None where it was no placement."""
    milestones: Milestones | None = None
    """What was finished today."""


@dataclass(frozen=True, slots=True)
class TopicView:
    """One shelf on the home screen."""

    id: str
    name: str
    mastery: float
    cards: int
    started: int
    due: int


@dataclass(frozen=True, slots=True)
class HomeView:
    """Everything the home screen shows."""

    due: int
    new: int
    minutes: int
    day: int
    """Today's local day number."""
    done_today: int
    streak: int
    topics: tuple[TopicView, ...]
    problems: tuple[Problem, ...]
    forecast: tuple[int, ...] = ()
    """Cards that each of the coming days asks for, today first."""
    begun: bool = True
    """Whether a card was ever asked."""
    milestones: Milestones | None = None
    """What was finished today."""
    empty: bool = False
    """Whether there is no card at all, switched off or not."""
    new_to_come: bool = True
    """Whether another day has new cards."""
    away: int = 0
    """How many whole days nothing was answered on before today; 0 once something was."""
    undoable: bool = False
    """Whether there is an action to take back."""
    next_due: int | None = None
    """In how many days the next card is due, when nothing is left today."""
    backlog: Backlog | None = None
    """What is due and waits for the next days."""

    @property
    def offers_placement(self) -> bool:
        """Whether to find out what is known already: no card was ever asked, and there are some to ask."""
        return not self.begun and bool(self.topics)
