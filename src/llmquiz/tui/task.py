"""What to do with a question, in words, and what a typed line stands for. Pure."""

import re

from llmquiz.core.responses import ListEntry, Many, Match, NumberEntry, One, Order, Response, SelfRate, TextEntry
from llmquiz.trainer.views import FeedbackView
from llmquiz.tui.keyboard import key_to
from llmquiz.tui.speech import _

_SEPARATORS = re.compile(r"\s*[,，;；、]\s*")


def task(response: Response, *, open_: bool) -> str:
    """What to do, where the widget below does not say it."""
    match response:
        case One() | Many() | Order() if not open_:
            return _("Think of the answer; then look at the options.")
        case Many():
            return _("Mark all that are right, then press {key}.").format(key=key_to("choice.confirm"))
        case Order():
            return _("Press the digits in the right order, then {key}.").format(key=key_to("choice.confirm"))
        case Match():
            return _("Give each line its number, then press {key}.").format(key=key_to("choice.confirm"))
        case ListEntry(members):
            return _("Type all {n}, with commas between them.").format(n=len(members))
        case NumberEntry(unit=unit):
            return _("Type a number ({unit}).").format(unit=unit) if unit else _("Type a number.")
        case TextEntry():
            return _("Type the answer.")
        case SelfRate():
            return _("How well did you know it?") if open_ else _("Say the answer to yourself; then look.")
    return ""


def missing(response: Response | None) -> str:
    """What has to be done before Enter can answer."""
    match response:
        case One() | Many():
            return _("Choose with the digits or the arrows first.")
        case Order():
            return _("Put all of them in order first.")
        case Match():
            return _("Give each line a number first.")
    return _("Type an answer, or press {key} if you don't know.").format(key=key_to("question.give-up"))


def split(text: str) -> tuple[str, ...]:
    """The parts of a typed list."""
    return tuple(part for part in _SEPARATORS.split(text.strip()) if part)


def understood(view: FeedbackView) -> str:
    """How a typed number was read."""
    number = view.verdict.understood
    return _("your answer, read as {number}").format(number=number) if number else ""
