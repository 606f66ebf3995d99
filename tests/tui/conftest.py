"""The app on a learner's machine: a forest and one bank, compiled once, a set clock, a terminal of any size."""

from contextlib import asynccontextmanager
from functools import lru_cache

import pytest
from textual._compositor import Compositor
from textual.css.stylesheet import Stylesheet
from textual.design import ColorSystem
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from tui_acting import study_all
from tui_furnishing import NOW, Furnished
from tui_settling import settled
from tui_styling import colours_mixed_once, handlers_found_once, matching_once, parsing_once

from llmquiz.trainer.clock import SetClock
from llmquiz.trainer.opening import opened
from llmquiz.trainer.prospect import Prospect
from llmquiz.tui.app import LlmquizApp
from llmquiz.tui.speech import speak


@pytest.fixture(scope="session")
def questions(forest_folder):
    """A small forest of knowledge."""
    return forest_folder


@pytest.fixture(scope="session")
def furnished(tmp_path_factory, questions):
    """A learner's folder in which nothing was done yet."""
    return Furnished(tmp_path_factory.mktemp("learner"), questions, questions.with_suffix(".db"))


@pytest.fixture(scope="session")
def studied_days(tmp_path_factory, questions, furnished):
    """A learner's folder in which everything was studied on two days, not all of it well, and when that was."""
    root, compiled = tmp_path_factory.mktemp("studied"), furnished.anew().index
    furnished, clock = Furnished(root, questions, compiled), SetClock(NOW)
    with opened(furnished.home, lang="en", clock=clock, questions=questions) as trainer:
        for _day in range(2):
            study_all(trainer, clock)
            clock.move(days=3)
    furnished.keep()
    return furnished, clock.now()


@pytest.fixture(scope="session", autouse=True)
def looked_up_once():
    """Of hundreds of apps with the same widgets only the first works out styles and handlers: a third of the time.

    Nor is the same workload of the same learner simulated for each screen of settings.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ColorSystem, "generate", colours_mixed_once())
        patch.setattr(Stylesheet, "_parse_rules", parsing_once())
        patch.setattr(Stylesheet, "apply", matching_once())
        patch.setattr(MessagePump, "_get_dispatch_methods", handlers_found_once())
        patch.setattr(Prospect, "answers_a_day", lru_cache(maxsize=None)(Prospect.answers_a_day))
        yield


@pytest.fixture(scope="session", autouse=True)
def nothing_painted():
    """Without a terminal an app throws away what it paints, a sixth of its work; `seen` draws for itself."""
    paint = Compositor.render_update

    def painting(compositor, full=False, **options):
        if full:
            return paint(compositor, full, **options)
        compositor._dirty_regions.clear()
        return None

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Compositor, "render_update", painting)
        yield


@pytest.fixture(scope="session", autouse=True)
def no_waiting():
    """Textual's pilot sleeps at least sixty milliseconds a key, to see whether the processor rests; here it looks.

    Nor does the simulation of a workload wait until the cursor rests: here it always does.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("textual.app.wait_for_idle", settled)
        patch.setattr("textual.pilot.wait_for_idle", settled)
        patch.setattr(Pilot, "_wait_for_screen", settled)
        patch.setattr("llmquiz.tui.screens.settings._REST", 0)
        yield


@pytest.fixture(autouse=True)
def english():
    """Whatever was spoken in the test before, and whatever this one speaks: the next room begins in English, too."""
    speak("en")
    yield
    speak("en")


@pytest.fixture
def home(furnished):
    """A learner's folder of the test's own, with a bank in it."""
    return furnished.anew()


@pytest.fixture
def clock():
    """A clock that the test moves."""
    return SetClock(NOW)


@pytest.fixture
def trainer(reopen):
    """A trainer in English."""
    with reopen() as trainer:
        yield trainer


@pytest.fixture
def play(request):
    """The app with a keyboard: `async with play() as pilot`, and `async with play(other_trainer, size=...)`."""

    @asynccontextmanager
    async def playing(player=None, *, size=(80, 24), keys=()):
        app = LlmquizApp(player or request.getfixturevalue("trainer"))
        async with app.run_test(size=size) as pilot:
            await pilot.press(*keys)
            await pilot.pause()
            yield pilot

    return playing


@pytest.fixture
def studied(questions, studied_days):
    """A trainer on the folder in which much was studied."""
    furnished, now = studied_days
    with opened(furnished.anew(), lang="en", clock=SetClock(now), questions=questions) as trainer:
        yield trainer


@pytest.fixture
def reopen(questions, home, clock):
    """The program started again on the same folder."""

    def opening(lang="en"):
        return opened(home, lang=lang, clock=clock, questions=questions)

    return opening
