"""What tests do with the app, and what they see of it."""

from textual.events import Key
from textual.keys import _character_to_key
from textual.widgets import Input

from llmquiz.core.answers import DontKnow
from llmquiz.core.text import width
from llmquiz.trainer.views import FeedbackView, LessonView, QuestionView, WaitingView


def seen(pilot) -> str:
    """What stands on the screen, line by line."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


SIZES = {"en": ((60, 20), (120, 40), (40, 12)), "zh": ((60, 20), (40, 12))}
"""Columns and rows of the terminals that everything must fit into, beside the 80 and 24 of the snapshots' walks.

Chinese is shorter: what has room enough in 120 columns of English has so in Chinese.
"""


def assert_fits(pilot) -> list[str]:
    """Nothing is wider or higher than the terminal; the lines that were seen."""
    columns, rows = pilot.app.size
    lines = seen(pilot).split("\n")
    assert rows == len(lines), pilot.app.size
    assert max(map(width, lines)) <= columns, pilot.app.size
    return lines


async def fits_every_size(pilot, also=lambda pilot: None) -> None:
    """The terminal changes its size, the learner the language: nothing is wider or higher than it, and `also` holds."""
    for sizes in SIZES.values():
        for size in sizes:
            await pilot.resize_terminal(*size)
            assert_fits(pilot)
            also(pilot)
        await pilot.press("f2")


async def type_in(pilot, text: str) -> None:
    """Type a text into the line that is open: what stood there goes, all letters but the last come at once."""
    line = pilot.app.focused
    assert isinstance(line, Input)
    line.replace(text[:-1], 0, len(line.value))
    await pilot.press(text[-1])


def options(pilot):
    """The options of the question that is shown."""
    return pilot.app.screen.session.view.item.options


def number(pilot, *, right: bool) -> str:
    """The key of the first right, or the first wrong, option."""
    return str(next(at for at, option in enumerate(options(pilot), 1) if option.right == right))


async def until_asked(pilot, kind: str) -> None:
    """Give up, without the keyboard, on every question until one of this kind of response comes; that one is shown."""
    screen, session = pilot.app.screen, pilot.app.screen.session
    for _turn in range(40):
        match session.view:
            case QuestionView(item=item) if item.response.name == kind:
                screen.arrive(session.view)
                await pilot.pause()
                return
            case QuestionView():
                session.answer(DontKnow())
            case LessonView():
                session.read()
            case _:
                session.next()
    raise AssertionError(f"no {kind} question came")


GARDEN = ("end", "enter")
"""From home into the bank's topic, the last one."""


def study_all(trainer, clock, rating=3, topic=""):
    """Give up on everything there is for today, or in one topic; each time it counts as `rating`."""
    session = trainer.study(topic=topic)
    for _turn in range(1000):
        clock.move(seconds=5)
        match session.view:
            case LessonView():
                session.read()
            case QuestionView():
                session.answer(DontKnow())
            case FeedbackView():
                session.override(rating)
                session.next()
            case WaitingView(minutes=minutes):
                clock.move(minutes=minutes)
                session.next()
            case _:
                return


async def burst(pilot, *keys: str) -> None:
    """Press keys faster than anything can happen between them, as a slow line delivers them or a macro types them."""
    for key in keys:
        character = key if len(key) == 1 else None
        pilot.app.post_message(Key(_character_to_key(key) if character else key, character))
    await pilot.pause()
