"""Which keys a session's view calls for. Pure."""

from llmquiz.core.answers import Rating
from llmquiz.core.responses import Many, Match, One, Order, SelfRate
from llmquiz.trainer.views import ChangeView, FeedbackView, LessonView, QuestionView, View, WaitingView
from llmquiz.tui.places import Where

_BY_KIND: dict[type, Where] = {
    One: Where.CHOOSING,
    Many: Where.MARKING,
    Order: Where.ORDERING,
    Match: Where.MATCHING,
}


def mode_of(view: View, *, open_: bool, overruling: bool) -> Where:
    """`open_`: options, or the back of a flashcard, are shown; `overruling`: an answer is being rated anew."""
    match view:
        case ChangeView():
            return Where.CHANGE
        case LessonView():
            return Where.LESSON
        case QuestionView():
            return _asking(view, open_=open_)
        case FeedbackView() if overruling:
            return Where.OVERRULING
        case FeedbackView():
            return _answered(view)
        case WaitingView():
            return Where.WAITING
    return Where.SUMMARY


def _answered(view: FeedbackView) -> Where:
    """After so strong a hint that nothing counts as known, being right changes nothing."""
    if view.rating > Rating.AGAIN:
        return Where.RIGHT
    return Where.WRONG if view.best > Rating.AGAIN else Where.REVEALED


def _asking(view: QuestionView, *, open_: bool) -> Where:
    match view.item.response:
        case SelfRate():
            return Where.RATING if open_ else Where.CARD
        case One() | Many() | Order() if not open_:
            return Where.COVERED
    return _BY_KIND.get(type(view.item.response), Where.TYPING)
