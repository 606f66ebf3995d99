"""What can be named on the command line, for completion and for checks: topics, languages, profiles, themes."""

from llmquiz.cli.surroundings import Surroundings
from llmquiz.files.slugs import is_slug
from llmquiz.files.translating import catalogues


def topics(surroundings: Surroundings) -> tuple[str, ...]:
    """The topics that are declared, and those of the learner's banks; the knowledge itself stays closed."""
    from llmquiz.library.knowing import topics_of
    from llmquiz.library.shelves import Shelves
    from llmquiz.storage.index import Index

    root = surroundings.questions
    declared = topics_of(root)
    with Index.open(surroundings.home.index) as index:
        shelves = Shelves((root / "banks", surroundings.home.banks), index, 0, declared)
    return tuple(sorted({*declared, *shelves.topics}))


def languages(surroundings: Surroundings) -> tuple[str, ...]:
    """The languages of questions and of the interface."""
    return tuple(dict.fromkeys((*surroundings.languages, *catalogues())))


def choosable(surroundings: Surroundings, setting: str) -> tuple[str, ...]:
    """What a setting may name: topics, languages or themes; nothing for the others."""
    if setting == "topics_off":
        return topics(surroundings)
    if setting == "lang":
        return languages(surroundings)
    return themes() if setting == "theme" else ()


def profiles(surroundings: Surroundings) -> tuple[str, ...]:
    """The profiles that have a folder."""
    folder = surroundings.home.profiles
    return tuple(sorted(path.name for path in folder.glob("*") if path.is_dir() and is_slug(path.name)))


def themes() -> tuple[str, ...]:
    """The themes of the app."""
    from llmquiz.tui.themes import THEMES

    return tuple(THEMES)
