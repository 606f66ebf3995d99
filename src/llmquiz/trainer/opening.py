"""Opening the program: home folder, settings, device, store, index, library; and letting go of them again."""

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from llmquiz.files.device import device_id
from llmquiz.files.paths import DEFAULT_PROFILE, Home, questions_root
from llmquiz.files.settings import Settings, load_settings, save_settings
from llmquiz.files.translating import catalogues
from llmquiz.library.library import Library
from llmquiz.storage.index import Index
from llmquiz.storage.store import Store
from llmquiz.trainer.clock import Clock, SystemClock
from llmquiz.trainer.language import preferred_language
from llmquiz.trainer.trainer import Trainer

_NOBODY = "00000000"


@contextmanager
def opened(
    home: Home,
    profile: str = DEFAULT_PROFILE,
    *,
    lang: str = "",
    clock: Clock | None = None,
    questions: Path | None = None,
    advance: Callable[[float], None] = lambda _: None,
) -> Iterator[Trainer]:
    """A trainer for one profile. Raises StorageError when the profile's file cannot be used.

    `advance` is told how far the questions are prepared (0 to 1), the first time and after a change.
    """
    clock = clock or SystemClock()
    settings, problems = load_settings(home.config)
    root = questions or questions_root()
    with (
        Store.open(home.database(profile), _device(home)) as store,
        Index.open(home.index) as index,
    ):
        _lay_out(home)
        with _no_looking_for_cycles():
            library = Library(root, (root / "banks", home.banks), clock.now().date(), index, advance)
        chosen, content = lang or settings.lang, tuple(library.languages)
        asked, around = (preferred_language(chosen, known) for known in (content, (*content, *catalogues())))
        try:
            yield Trainer(library, store, settings, clock, asked, problems, home.config, around)
        finally:
            gc.unfreeze()


@contextmanager
def _no_looking_for_cycles() -> Iterator[None]:
    """A library is made at once, of objects that stay: looking for garbage among them takes half of the time.

    They are set apart afterwards, too, or each look at what is made later would begin with all of them.
    """
    looking = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if looking:
            gc.enable()


def _device(home: Home) -> str:
    """This machine's id; in a folder where nothing can be kept, one that nothing will be logged with."""
    try:
        return device_id(home.device)
    except OSError:
        if os.access(home.root, os.W_OK):
            raise
        return _NOBODY


def _lay_out(home: Home) -> None:
    """See to it that the learner finds the settings, explained, and a place for banks; a folder may forbid it."""
    with suppress(OSError):
        home.banks.mkdir(parents=True, exist_ok=True)
        if not home.config.exists():
            save_settings(home.config, Settings(), Settings())
