"""The statistics in words, in the language that is spoken: for the app, the command line and the report. Pure."""

from collections.abc import Mapping, Sequence

from llmquiz.core.days import date_of
from llmquiz.stats.activity import Streak
from llmquiz.stats.recall import Recall
from llmquiz.trainer.contrasting import Pair
from llmquiz.trainer.statistics import HardCard, Overview, Record
from llmquiz.tui import wording
from llmquiz.tui.speech import N_, _, ngettext

_MONTHS = (
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
    N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
)  # fmt: skip
_FORMS = {
    "choice-3": N_("choice of three"),
    "choice-4": N_("choice of four"),
    "choice": N_("choice"),
    "true-false": N_("true or false"),
    "cloze": N_("gap"),
    "typed": N_("typed"),
    "numeric": N_("number"),
    "compare": N_("comparison"),
    "cost": N_("cost of a call"),
    "ratio": N_("how many times"),
    "order": N_("putting in order"),
    "match": N_("matching"),
    "multi-choice": N_("several right"),
    "which-is-not": N_("which is not"),
    "missing": N_("what is missing"),
    "right-statement": N_("right statement"),
    "flashcard": N_("flashcard"),
    "explain": N_("explaining"),
    "recall": N_("listing"),
    "list": N_("list"),
    "placement": N_("placement"),
}
_HOUR, _MINUTE = 3600, 60


def month(number: int) -> str:
    """A month, short."""
    return _(_MONTHS[number - 1])


def form(name: str) -> str:
    """A form as people call it; those of another program's version by their id."""
    return _(_FORMS[name]) if name in _FORMS else name


def short_date(day: int) -> str:
    """Month and day: 11-23."""
    return date_of(day).isoformat()[5:]


def less() -> str:
    """The pale end of the heatmap."""
    return _("less")


def more() -> str:
    """Its full end."""
    return _("more")


def empty() -> str:
    """What says what to do while nothing was answered."""
    return _("Nothing was answered yet. Study today's cards: from then on this page shows how it goes.")


def rest_rule() -> str:
    """The rest-day rule."""
    return _(
        "The streak counts the days with an answer. One rest day in any seven leaves it whole and is not counted;"
        " after a second one it counts from the day after the first."
    )


def streak(view: Streak, today: int) -> str:
    """The streak, the longest one, and when a rest day is free."""
    return wording.sentences(
        ngettext("Streak: {n} day.", "Streak: {n} days.", view.current) if view.current else _("No streak at present."),
        ngettext("Longest: {n} day.", "Longest: {n} days.", view.longest) if view.longest > view.current else "",
        _rest(view, today),
    )


def _rest(view: Streak, today: int) -> str:
    if view.next_rest is None:
        return ""
    if view.next_rest == today:
        return _("Today may be a rest day.")
    if view.next_rest == today + 1:
        return _("Tomorrow may be a rest day.")
    return _("Next rest day: {date}.").format(date=short_date(view.next_rest))


def activity(view: Overview) -> str:
    """How much was answered, on how many days."""
    answers = ngettext("{n} answer", "{n} answers", view.total)
    days = ngettext("on {n} day", "on {n} days", len(view.answers))
    busiest = _("{n} on the busiest").format(n=max(view.answers.values(), default=0))
    return wording.listed((_("{answers} {days}").format(answers=answers, days=days), busiest))


def forecast(view: Overview) -> str:
    """How many cards come, and how many a day that is."""
    due = sum(view.forecast)
    if not due:
        return _("Nothing is due in the coming month. New cards bring their reviews with them.")
    cards = ngettext("{n} card is due within a month", "{n} cards are due within a month", due)
    a_day = _("about {n} a day, without what is still to be learned").format(n=round(due / len(view.forecast), 1))
    return wording.listed((cards, a_day)) + _(".")


def retention(record: Record) -> str:
    """True retention of the last weeks against the target."""
    asked = sum(week.recall.answers for week in record.weeks)
    if not asked:
        return _("Shown as soon as cards come back after days: of those, how many you still knew.")
    right = sum(week.recall.right for week in record.weeks)
    expected = sum(week.recall.expected * week.recall.answers for week in record.weeks) / asked
    return wording.sentences(
        _("Of {cards} that came back, {share} were still known; the target is {target}.").format(
            cards=ngettext("{n} card", "{n} cards", asked),
            share=wording.percent(right / asked),
            target=wording.percent(expected),
        ),
        _("That is to remember {share}; a lucky guess among options is added.").format(
            share=wording.percent(record.retention)
        )
        if round(100 * expected) != round(100 * record.retention)
        else "",
    )


def calibration(record: Record) -> str:
    """How good the predictions are on the whole."""
    found = record.calibration.all
    if not found.answers:
        return _("Shown as soon as cards come back after days: what was predicted, and what came.")
    return wording.sentences(
        _("Predicted {expected}, right {share}, of {answers}.").format(
            expected=wording.percent(found.expected),
            share=wording.percent(found.share),
            answers=ngettext("{n} answer", "{n} answers", found.answers),
        ),
        surprise(found) + _("."),
    )


def surprise(recall: Recall) -> str:
    """Whether a difference is more than chance."""
    words = {0: _("As predicted, within chance"), 1: _("Better than predicted"), -1: _("Worse than predicted")}
    return words[recall.surprise]


def recalled(recall: Recall) -> str:
    """One form's numbers: a sign for what is no chance, the share, of how many."""
    sign = {0: " ", 1: "▲", -1: "▼"}[recall.surprise]
    share = wording.percent(recall.share)
    return sign + " " + _("{share}  of {n}").format(share=f"{share:>5}", n=recall.answers)


def signs() -> str:
    """What the signs beside the forms mean."""
    return _("● right, ┃ predicted; ▲ better and ▼ worse than chance explains.")


def points() -> str:
    """What the signs of the weeks mean."""
    return _("A point is a week; the dotted line is the target.")


def diagonal() -> str:
    """How points over a diagonal are read."""
    return _(
        "Answers grouped by what was predicted (from left to right); upwards: how many of them you knew. On the line"
        " both are the same; above it you knew more than predicted, below it less."
    )


def time(record: Record) -> str:
    """The time spent: in all, on a day, for an answer."""
    total, days = sum(record.seconds.values()), len(record.seconds)
    if not days:
        return _("Shown after your first answers.")
    a_day = duration(total / days)
    parts = (
        _("{time} in all").format(time=duration(total)),
        _("{time} on a day of study").format(time=a_day),
        _("{n} s an answer").format(n=round(total / max(record.reviews, 1))),
    )
    return wording.listed(parts) + _(".")


def duration(seconds: float) -> str:
    """Hours and minutes."""
    hours, rest = divmod(round(seconds), _HOUR)
    minutes = max(round(rest / _MINUTE), 0 if hours else 1)
    if hours:
        return _("{hours} h {minutes} min").format(hours=hours, minutes=minutes)
    return _("{minutes} min").format(minutes=minutes)


def weekly_minutes(seconds: Mapping[int, float], monday: int) -> float:
    """The minutes of one week."""
    return sum(seconds.get(day, 0.0) for day in range(monday, monday + 7)) / _MINUTE


def most_minutes(minutes: Sequence[float]) -> str:
    """What the longest column of time is."""
    most = max(minutes, default=0)
    return str(round(most)) if most >= 1 else "<1"


def hardest(view: Overview) -> str:
    """What the list of hard cards says, or that there is none."""
    if not view.hardest:
        return _("No card was wrong more than once.")
    return _("Most often forgotten, after that most often wrong.")


def mixups(pairs: Sequence[Pair]) -> str:
    """What the list of pairs says, or that there is none."""
    if not pairs:
        return _("Nothing yet: pairs come from wrong choices.")
    return _("Wrong choices, both ways counted together. They come first among the wrong options of these cards.")


def pair(mixed_up: Pair) -> tuple[str, str]:
    """Two things, how often they were mixed up, and when last."""
    times = ngettext("{n} time", "{n} times", mixed_up.confusion.count)
    last = date_of(mixed_up.confusion.last_day).isoformat()
    return f"{mixed_up.one.name} ↔ {mixed_up.other.name}", _("{times}, last {date}").format(times=times, date=last)


def hard_card(card: HardCard) -> str:
    """One of them in numbers."""
    return wording.listed((
        _("{right} of {n} right").format(right=card.right, n=card.answers),
        ngettext("{n} lapse", "{n} lapses", card.lapses) if card.lapses else "",
    ))  # fmt: skip
