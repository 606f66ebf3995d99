"""What a session has come to so far, kept up with undo and overruling."""

from llmquiz.core.events import Review
from llmquiz.core.items import Item
from llmquiz.trainer.records import answers
from llmquiz.trainer.views import Missed, Summary

_MILLISECONDS_A_MINUTE = 60_000
_MOST_MISSED = 8
_JUDGED = "true-false"
"""The form, of generated and of banks' questions alike, whose answer says nothing without its explanation."""


class Tally:
    """Counts the answers of one session by review id, so that each can be taken back."""

    def __init__(self) -> None:
        self.lessons = 0
        self._right: dict[str, bool] = {}
        self._elapsed: dict[str, int] = {}
        self._missed: dict[str, Missed] = {}

    @property
    def answered(self) -> int:
        """How many answers stand."""
        return len(self._right)

    def is_right(self, review: Review) -> bool:
        """Whether an answer that stands counts as right."""
        return self._right[review.id]

    def note(self, review: Review, question: Missed) -> None:
        """One more answer; `question`: what to look at again if it is wrong."""
        self._right[review.id] = review.right
        self._elapsed[review.id] = review.elapsed
        if not review.right:
            self._missed[review.id] = question

    def amend(self, review: Review, *, right: bool) -> None:
        """The learner overruled an answer."""
        self._right[review.id] = right
        if right:
            self._missed.pop(review.id, None)

    def forget(self, review: Review) -> None:
        """An answer was taken back."""
        for kept in (self._right, self._elapsed, self._missed):
            kept.pop(review.id, None)

    def summary(self, *, due_tomorrow: int = 0, left: int = 0, new_left: int = 0, practice: bool = False) -> Summary:
        """The session in numbers, with the questions that were missed, each once."""
        looked_at = tuple(dict.fromkeys(self._missed.values()))
        return Summary(
            answered=self.answered,
            right=sum(self._right.values()),
            lessons=self.lessons,
            minutes=sum(self._elapsed.values()) / _MILLISECONDS_A_MINUTE,
            missed=looked_at[-_MOST_MISSED:],
            due_tomorrow=due_tomorrow,
            left_today=left,
            new_left_today=new_left,
            practice=practice,
        )


def missed(item: Item) -> Missed:
    """What to look at again when an item was answered wrongly."""
    return Missed(item.stem, " / ".join(answers(item)), item.explanation if item.form == _JUDGED else "")
