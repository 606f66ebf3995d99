"""What can be named on the command line, for completion and for checks: topics, languages, profiles, themes."""

from llmquiz.cli.surroundings import Surroundings
from llmquiz.files.slugs import is_slug
from llmquiz.files.translating import catalogues


def topics(surroundings: Surroundings) -> dict[str, str]:
    """The topics by id, with their English names; those of the learner's banks among them."""
    from llmquiz.library.library import Library
    from llmquiz.storage.index import Index

    root, home = surroundings.questions, surroundings.home
    with Index.open(home.index) as index:
        library = Library(root, (root / "banks", home.banks), surroundings.today, index)
    return {topic: name.in_language("en") for topic, name in library.topics.items()}


def languages(surroundings: Surroundings) -> tuple[str, ...]:
    """The languages of questions and of the interface."""
    return tuple(dict.fromkeys((*surroundings.languages, *catalogues())))


def profiles(surroundings: Surroundings) -> tuple[str, ...]:
    """The profiles that have a folder."""
    folder = surroundings.home.profiles
    return tuple(sorted(path.name for path in folder.glob("*") if path.is_dir() and is_slug(path.name)))


def themes() -> tuple[str, ...]:
    """The themes of the app."""
    from llmquiz.tui.themes import THEMES

    return tuple(THEMES)
