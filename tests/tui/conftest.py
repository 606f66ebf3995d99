"""The app on a learner's machine: a forest and one bank, compiled once, a set clock, a terminal of any size."""

import shutil
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import lru_cache

import pytest
from textual._compositor import Compositor
from textual.css.stylesheet import Stylesheet
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from tui_acting import study_all
from tui_settling import settled
from tui_styling import handlers_found_once, matching_once, parsing_once

from forests import forest
from llmquiz.files.paths import Home
from llmquiz.trainer.clock import SetClock
from llmquiz.trainer.opening import opened
from llmquiz.trainer.prospect import Prospect
from llmquiz.tui.app import LlmquizApp
from llmquiz.tui.speech import speak

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
BANK = """\
bank: garden
title: { en: Garden, zh: 花园 }
source: { title: The garden book }
questions:
  - id: green
    kind: choice
    question: { en: "Which colour has [MASK] grass[i] in [/INST]?", zh: "[MASK] 草[i] 是什么颜色？" }
    options:
      - { id: green, text: { en: "[b]green", zh: 绿色 }, right: true }
      - { id: red, text: { en: "red[/]", zh: 红色 }, because: { en: "Poppies[0] are red.", zh: 罂粟是红色。 } }
      - { id: blue, text: { en: blue, zh: 蓝色 }, because: { en: "The sky is blue.", zh: 天空是蓝色。 } }
    explanation: { en: Chlorophyll does it., zh: 因为叶绿素。 }
  - id: fruit
    kind: multi-choice
    question: { en: "Which of these are fruits?", zh: 下面哪些是水果？ }
    options:
      - { id: apple, text: { en: apple, zh: 苹果 }, right: true }
      - { id: pear, text: { en: pear, zh: 梨 }, right: true }
      - { id: stone, text: { en: stone, zh: 石头 }, because: { en: Nobody eats them., zh: 没人吃石头。 } }
    explanation: { en: They grow on trees., zh: 长在树上。 }
  - id: tall
    kind: typed
    question: { en: "Which plant turns towards the sun?", zh: 哪种植物跟着太阳转？ }
    answer: { en: sunflower, zh: 向日葵 }
    explanation: { en: Young ones do., zh: 年轻时如此。 }
  - id: legs
    kind: numeric
    question: { en: "How many leaves has this tree?", zh: 这棵树有多少片叶子？ }
    answer: 128k
    unit: { en: leaves, zh: 片叶子 }
    explanation: { en: Somebody counted them., zh: 有人数过。 }
  - id: moss
    kind: flashcard
    question: { en: "What is moss?", zh: 苔藓是什么？ }
    answer: { en: a small plant without roots, zh: 没有根的小植物 }
    explanation: { en: It drinks through its leaves., zh: 它用叶子喝水。 }
"""


class Furnished:
    """A learner's folder with the bank in it, compiled once; each test gets it anew, where it was compiled."""

    def __init__(self, root, questions, index=None):
        """`index`: where the questions are compiled already."""
        self.home, self._kept = Home(root / "home"), root / "kept"
        self.home.banks.mkdir(parents=True)
        if index is not None:
            shutil.copy(index, self.home.index)
        (self.home.banks / "garden.yaml").write_text(BANK, encoding="utf-8")
        with opened(self.home, clock=SetClock(NOW), questions=questions):
            pass
        self.keep()

    def keep(self):
        """As it is now, so it will be."""
        shutil.rmtree(self._kept, ignore_errors=True)
        shutil.copytree(self.home.root, self._kept)

    def anew(self):
        """The folder as it was kept."""
        shutil.rmtree(self.home.root)
        shutil.copytree(self._kept, self.home.root)
        return self.home


@pytest.fixture(scope="session")
def questions(tmp_path_factory):
    """A small forest of knowledge."""
    return forest().write(tmp_path_factory.mktemp("tui") / "forest")


@pytest.fixture(scope="session")
def furnished(tmp_path_factory, questions):
    """A learner's folder in which nothing was done yet."""
    return Furnished(tmp_path_factory.mktemp("learner"), questions)


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
    """Whatever was spoken in the test before."""
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
