"""On which shelf a bank stands, and whether that is likely to be meant: warnings, which a bank may silence."""

from collections.abc import Iterator, Set
from pathlib import Path

from llmquiz.banks.contents import Contents
from llmquiz.core.problems import Place, Problem, Severity
from llmquiz.core.wordings import Wording, worded


def misplaced(contents: Contents, path: Path, topics: Set[str]) -> tuple[Problem, ...]:
    """What is odd about the topic of a bank, beside the declared `topics`."""
    told = (*_mistyped(contents, path, topics), *_taken(contents, path, topics))
    return tuple(problem for problem in told if problem.code not in contents.silence)


def _mistyped(contents: Contents, path: Path, topics: Set[str]) -> Iterator[Problem]:
    """A topic of the bank's own is fine, unless it looks like a declared one with a typing error."""
    if contents.topic_at is None or contents.topic in topics or contents.topic == contents.bank:
        return
    import difflib  # for a topic that nobody declared alone

    for near in difflib.get_close_matches(contents.topic, sorted(topics), n=1):
        says = worded("There is no topic `{topic}`: the cards stand on a shelf of their own.", topic=contents.topic)
        yield _warning(path, contents.topic_at, "unknown-topic", says, worded("Did you mean `{near}`?", near=near))


def _taken(contents: Contents, path: Path, topics: Set[str]) -> Iterator[Problem]:
    """Without a topic a bank is one of its own, unless its id is that of another."""
    if contents.topic_at is None and contents.bank in topics:
        bank = contents.bank
        says = worded("`{bank}` is also a topic: the cards of this bank stand on its shelf.", bank=bank)
        advises = worded("Give the bank another id, or write `topic: {bank}` if that is meant.", bank=bank)
        yield _warning(path, contents.id_at, "topic-taken", says, advises)


def _warning(path: Path, at: tuple[int, int], code: str, says: Wording, advises: Wording) -> Problem:
    return Problem(Place(str(path), *at), code, says, advises, Severity.WARNING)
