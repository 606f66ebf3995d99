"""Where a command runs: whose files, which questions, what time it is. Tests hand in their own."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from llmquiz.cli.output import Preparing
from llmquiz.files.paths import DEFAULT_PROFILE, Home, home, questions_root
from llmquiz.files.translating import catalogues
from llmquiz.trainer.clock import Clock, SystemClock
from llmquiz.tui.speech import speak
from llmquiz.tui.terminal import silent_keyboard

if TYPE_CHECKING:  # both bring SQLAlchemy, which `--help` does without
    from llmquiz.storage.store import Store
    from llmquiz.trainer.trainer import Trainer

_READER = "reader"
"""Stands for a device where nothing is logged."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the global options and the environment come to."""

    home: Home = field(default_factory=home)
    profile: str = DEFAULT_PROFILE
    lang: str = ""
    """Empty: by the settings, else by the environment."""
    clock: Clock = field(default_factory=SystemClock)
    questions: Path = field(default_factory=questions_root)

    @property
    def database(self) -> Path:
        """The precious file."""
        return self.home.database(self.profile)

    @property
    def today(self) -> date:
        """The calendar date."""
        return self.clock.now().date()

    @property
    def languages(self) -> tuple[str, ...]:
        """The content languages, by the names of their files: nothing is read."""
        return tuple(sorted(path.stem for path in (self.questions / "languages").glob("*.yaml")))

    def interface(self, lang: str) -> str:
        """The language to speak in: the option's, else `lang` from the settings, else the environment's.

        English is in the program itself, whatever the questions are written in.
        """
        from llmquiz.trainer.language import FALLBACK, preferred_language

        return preferred_language(self.lang or lang, tuple(dict.fromkeys((FALLBACK, *self.languages, *catalogues()))))

    def speak(self) -> None:
        """Say everything that is said from now on in the language of the option, the settings or the environment."""
        from llmquiz.files.settings import load_settings

        speak(self.interface(load_settings(self.home.config)[0].lang))

    @contextmanager
    def trainer(self) -> Iterator["Trainer"]:
        """Everything, opened. Raises StorageError or OSError when the learner's files cannot be used."""
        from llmquiz.trainer.opening import opened

        preparing = Preparing()
        opening = opened(
            self.home,
            self.profile,
            lang=self.lang,
            clock=self.clock,
            questions=self.questions,
            advance=preparing.advance,
        )
        with ExitStack() as stack:
            with silent_keyboard():
                trainer = stack.enter_context(opening)
            yield trainer

    def store(self) -> "Store":
        """The learner's file alone, as it is: it is not made where it is missing."""
        from llmquiz.storage.store import Store

        return Store.open(self.database, _READER, create=False)
