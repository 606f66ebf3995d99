"""A plan until a date, in words. Pure."""

from llmquiz.core.days import date_of
from llmquiz.study.cramming import Plan
from llmquiz.tui import wording
from llmquiz.tui.speech import _, ngettext


def told(plan: Plan, retention: float) -> str:
    """How many cards are in danger, how many days are left, and what that means for today."""
    date = date_of(plan.day).isoformat()
    if not plan.endangered:
        return _("On {date} you would still know everything with {share} or more.").format(
            date=date, share=wording.percent(retention)
        )
    cards = ngettext("{n} card", "{n} cards", plan.endangered)
    danger = _("{cards} would be below {share} on {date}.").format(
        cards=cards, share=wording.percent(retention), date=date
    )
    return wording.sentences(danger, today(plan))


def today(plan: Plan) -> str:
    """What that means for today."""
    days = ngettext("{n} day", "{n} days", plan.days_left)
    if plan.today:
        part = ngettext("{n} card", "{n} cards", len(plan.today))
        return _("Today's part: {cards}. Time left: {days}.").format(cards=part, days=days)
    return _("Today's part is done. Time left: {days}.").format(days=days)
