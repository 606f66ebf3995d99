"""What lies ahead, as sentences: when the next card comes, what is left, how long catching up takes. Pure."""

from llmquiz.core.days import date_of
from llmquiz.study.catching_up import Backlog
from llmquiz.trainer.views import Due, HomeView, Milestones, Placed, Summary
from llmquiz.tui.keyboard import key_to
from llmquiz.tui.speech import _, ngettext
from llmquiz.tui.wording import listed, sentences, when

_NOTABLE = 2
"""Days away from which it is worth a word."""
_LONG = 14
"""Days away after which it is worth a kind one, whatever is due."""


def coming(view: HomeView) -> str:
    """What says when to come back, once today is done."""
    if view.empty:
        return _("There are no questions yet. Put a bank into your banks folder.")
    if not view.topics:
        return _("Everything is switched off: switch topics or tiers on in the settings ({key}).").format(
            key=key_to("home.settings")
        )
    return sentences("" if view.backlog is not None else _next_card(view), practice() if view.begun else "")


def _next_card(view: HomeView) -> str:
    more = view.new_to_come
    if view.next_due is None:
        return _("New cards come tomorrow; a topic below brings its own.") if more else _bring_more()
    cards = ngettext("{n} card", "{n} cards", view.forecast[view.next_due])
    comes = _("Next: {cards} {when}.").format(cards=cards, when=when(Due(days=view.next_due)))
    return sentences(comes, _("New cards come tomorrow.") if more else _bring_more())


def practice() -> str:
    """What can be done when nothing is left."""
    return _("More? {key} practises; your schedule stays as it is.").format(key=key_to("home.practice"))


def _bring_more() -> str:
    return _("You have met every card; a bank of your own brings more.")


def finished(reached: Milestones | None) -> str:
    """What was finished today, and what comes next; empty when it was nothing."""
    if reached is None:
        return ""
    return sentences(
        _core_finished(reached) if reached.core else "",
        _("Every card met: {topics}.").format(topics=listed(reached.topics)) if reached.topics else "",
    )


def _core_finished(reached: Milestones) -> str:
    if reached.failed:
        following = ngettext(
            "{n} of them comes back until you know it.", "{n} of them come back until you know them.", reached.failed
        )
    elif reached.more:
        following = _("Next come the details, by themselves; a bank of your own can bring more.")
    elif reached.details:
        following = _("A bank of your own brings more.")
    else:
        told = _("Next: switch the details on in the settings ({key}), or add a bank of your own.")
        following = told.format(key=key_to("home.settings"))
    return sentences(
        _("You have met every core card: {date}.").format(date=date_of(reached.day).isoformat()), following
    )


def comfort(view: HomeView) -> str:
    """A kind word after a pause, and while more is due than a day should hold; empty on a usual day."""
    return sentences(_back_again(view.away) if view.away > _LONG else "", catching_up(view))


def _back_again(days: int) -> str:
    return ngettext(
        "Good to see you again after {n} day: what was learned once comes back faster.",
        "Good to see you again after {n} days: what was learned once comes back faster.",
        days,
    )


def catching_up(view: HomeView) -> str:
    """A word of comfort in one line while more is due than a day should hold; empty when it holds everything."""
    backlog = view.backlog
    if backlog is None:
        return ""
    if not view.due:
        return sentences(_("That was today's share."), _rest(backlog))
    away = ngettext("You were away {n} day.", "You were away {n} days.", backlog.away)
    return sentences(
        away if backlog.away >= _NOTABLE and view.away <= _LONG else "",
        ngettext("First the most endangered one.", "First the {n} most endangered.", view.due),
        _rest(backlog),
    )


def tomorrow(summary: Summary) -> str:
    """What is left after a sitting, and what comes next."""
    if summary.practice:
        return _("It was practice: your schedule is as it was.")
    if summary.placed is not None:
        return _found_out(summary.placed)
    left = summary.left_today + summary.new_left_today
    return sentences(
        ngettext("{n} card is left for today.", "{n} cards are left for today.", left) if left else "",
        _("Nothing is lost: the next start goes on here.") if left and summary.timed else "",
        _next_days(summary.backlog) if summary.backlog else _next_day(summary.due_tomorrow, new=summary.new_to_come),
    )


def nothing(summary: Summary, home: HomeView) -> str:
    """Why a sitting had nothing to ask."""
    if summary.new_to_come and not home.new and home.backlog is None:
        return _("Today's new cards are all met. The settings can bring more a day.")
    return _("Nothing to study here now.")


def _found_out(placed: Placed) -> str:
    known = placed.known + placed.implied
    if not known:
        return _("Everything is taught, from the beginning.")
    return sentences(
        ngettext("{n} card starts as known.", "{n} cards start as known.", known),
        _("What is known comes back in some days, to make sure; everything else is taught."),
    )


def _next_day(due: int, *, new: bool) -> str:
    if not new:
        return ngettext("Tomorrow: {n} card.", "Tomorrow: {n} cards.", due) if due else ""
    if not due:
        return _("Tomorrow: new cards.")
    return ngettext("Tomorrow: {n} card, and new ones.", "Tomorrow: {n} cards, and new ones.", due)


def _next_days(backlog: Backlog) -> str:
    return sentences(_rest(backlog), _("New cards wait until then.") if backlog.new_waits else "")


def _rest(backlog: Backlog) -> str:
    """How long what waits takes."""
    return ngettext("The rest comes tomorrow.", "The rest comes over the next {n} days.", backlog.days)
