"""Numbers and dates as sentences, in the language that is spoken. Pure: views in, strings out."""

from collections.abc import Iterable
from functools import reduce

from llmquiz.core.answers import DontKnow, Rating
from llmquiz.core.days import date_of
from llmquiz.core.events import Action, Bury, Review, Suspend
from llmquiz.core.responses import Option
from llmquiz.trainer.views import Due, FeedbackView, HomeView, Progress, Summary, TopicView
from llmquiz.tui.speech import N_, _, ngettext

_RATINGS = {Rating.AGAIN: N_("Again"), Rating.HARD: N_("Hard"), Rating.GOOD: N_("Good"), Rating.EASY: N_("Easy")}
_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
_STOPS = ".。"
"""What ends a sentence, and not a label."""
_SEVERAL = 3
"""Answers from which it is worth saying in how many ways a card was asked."""


def listed(parts: Iterable[str]) -> str:
    """Parts that are there, with commas."""
    return _(", ").join(part for part in parts if part)


def sentences(*parts: str) -> str:
    """Whole sentences after each other."""
    said = [part for part in parts if part]
    return reduce(lambda first, then: _("{first} {then}").format(first=first, then=then), said) if said else ""


def labelled(label: str, text: str) -> str:
    """A label and what it is for."""
    return _("{label}: {text}").format(label=label, text=text)


def reason(option: Option) -> str:
    """An option, which may be a whole sentence, and why it is right or wrong."""
    return labelled(unstopped(option.text), option.because)


def unstopped(text: str) -> str:
    """A text that may be a whole sentence, where something follows it: a label, or one of a list."""
    return text.rstrip(_STOPS)


def rating_name(rating: Rating) -> str:
    """A rating in a word."""
    return _(_RATINGS[rating])


def minutes(count: int) -> str:
    """A duration that is guessed."""
    return ngettext("about {n} minute", "about {n} minutes", count)


def today(view: HomeView) -> str:
    """What is to be done today: "12 due today, 10 new, about 6 minutes"."""
    if not view.due and not view.new:
        return _("Nothing more for today.")
    return listed((
        ngettext("{n} due today", "{n} due today", view.due) if view.due else "",
        ngettext("{n} new", "{n} new", view.new) if view.new else "",
        minutes(max(1, view.minutes)),
    ))  # fmt: skip


def done(view: HomeView) -> str:
    """What was done already."""
    return listed((
        ngettext("{n} done today", "{n} done today", view.done_today) if view.done_today else "",
        ngettext("streak: {n} day", "streak: {n} days", view.streak) if view.streak > 1 else "",
    ))  # fmt: skip


def when(due: Due) -> str:
    """How far off something is, after "next"."""
    if due.minutes:
        return ngettext("in {n} minute", "in {n} minutes", due.minutes)
    if due.days == 0:
        return _("today")
    return _("tomorrow") if due.days == 1 else ngettext("in {n} day", "in {n} days", due.days)


def day_name(day: int, today: int) -> str:
    """A day of the forecast in a word."""
    return _("today") if day == today else weekday(date_of(day).weekday())


def weekday(number: int) -> str:
    """A day of the week, short; Monday is 0."""
    return _(_WEEKDAYS[number])


def progress(view: Progress) -> str:
    """Where in today's queue, or in the time that was wanted, we are."""
    if view.minutes and not view.to_go:
        return _("{done} done, the time is over").format(done=view.done)
    if view.minutes:
        return _("{done} done, {minutes} to go").format(done=view.done, minutes=minutes(view.to_go))
    return _("{done} done, {left} to go").format(done=view.done, left=view.left)


def percent(share: float) -> str:
    """A share in words; nothing but the whole is 100 %."""
    whole = int(share * 100 + 0.5)
    return f"{min(whole, 99) if share < 1 else whole} %"


def topic_counts(view: TopicView) -> str:
    """How much of a topic was met, and what of it is due."""
    met = _("{started} of {cards} met").format(started=view.started, cards=view.cards)
    return listed((met, ngettext("{n} due", "{n} due", view.due) if view.due else ""))


def verdict(view: FeedbackView) -> str:
    """The line that says how it went."""
    return sentences(_how(view), _comes_back(view.due) if view.due else "")


def _comes_back(due: Due) -> str:
    """Minutes are not promised: a step is taken when other cards have made room for it."""
    if due.minutes or due.days == 0:
        return _("This card comes back in a while.")
    return _("This card comes back {when}.").format(when=when(due))


def rated(view: FeedbackView) -> str:
    """A rating that was just given, and what it leads to."""
    name = rating_name(view.rating)
    return labelled(name, when(view.due)) if view.due else name


def taken_back(action: Action | None) -> str:
    """What undo did; None: there was nothing."""
    match action:
        case Review():
            return _("Taken back. Answer it again.")
        case Suspend(on=True):
            return _("Taken back: no longer suspended.")
        case Suspend():
            return _("Taken back: suspended again.")
        case Bury():
            return _("Taken back: the card is no longer put off.")
    return _("There is nothing to take back.")


def suspended() -> str:
    """What became of a card that was put aside."""
    return _("Suspended: that card is not asked any more.")


def buried() -> str:
    """What became of a card that was put off."""
    return _("Put off: that card comes back tomorrow.")


def noted(text: str) -> str:
    """What became of a note."""
    return _("Kept: you see it after each answer.") if text else _("There is no note on this card now.")


def leech() -> str:
    """What to do about a card that is forgotten again and again."""
    return _("This card slips away again and again: read about it, and make up a picture for it.")


def reported() -> str:
    """What became of a report."""
    return _("Reported. `llmquiz log --flags` tells it with its code.")


def _how(view: FeedbackView) -> str:
    if view.guessed:
        return _("Guessed: it counts as not known.")
    if view.overruled:
        return _("It counts as you say: {rating}.").format(rating=rating_name(view.rating))
    if isinstance(view.answer, DontKnow):
        return _("Here it is.")
    if view.helped:
        return _("Right, with so much help that it counts as not known.")
    return _("Right.") if view.verdict.right else _("Not quite.")


def variety(view: FeedbackView) -> str:
    """What asking in several ways has shown; empty before it says something."""
    if view.asked < _SEVERAL or view.forms < 2:
        return ""
    ways = ngettext("in {n} way", "in {n} ways", view.forms)
    return _("Asked {asked} times {ways}, {right} right.").format(asked=view.asked, ways=ways, right=view.right)


def answered(summary: Summary) -> str:
    """A session in numbers."""
    if not summary.answered:
        return ngettext("{n} lesson read.", "{n} lessons read.", summary.lessons) if summary.lessons else ""
    return listed((
        ngettext("{n} answer", "{n} answers", summary.answered),
        _("{n} right").format(n=summary.right),
        ngettext("{n} lesson", "{n} lessons", summary.lessons) if summary.lessons else "",
        minutes(max(1, round(summary.minutes))),
    ))  # fmt: skip
