"""The library for commands that need no learner: the built-in questions and the banks, in the learner's language."""

from collections.abc import Iterator
from contextlib import contextmanager

from llmquiz.cli.surroundings import Surroundings
from llmquiz.files.settings import load_settings
from llmquiz.library.library import Library
from llmquiz.storage.index import Index
from llmquiz.trainer.language import preferred_language
from llmquiz.tui.speech import speak


@contextmanager
def library_in(surroundings: Surroundings) -> Iterator[tuple[Library, str]]:
    """The library and the language, which is spoken from now on; the learner's file stays closed."""
    root, home = surroundings.questions, surroundings.home
    with Index.open(home.index) as index:
        library = Library(root, (root / "banks", home.banks), surroundings.today, index)
        settings, _problems = load_settings(home.config)
        lang = preferred_language(surroundings.lang or settings.lang, tuple(library.languages))
        speak(lang)
        yield library, lang
