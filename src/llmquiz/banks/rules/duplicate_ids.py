"""duplicate-id: an id names one question of its bank, and one option of its question. The first keeps it.

Passes: `- id: who-made-bert` and `- id: who-made-gpt`.
Fails: `- id: q1` twice: the learner's progress with one would count for the other.
"""

from collections.abc import Iterable, Iterator

from llmquiz.banks.rules.faults import BankFault, Draft, Path
from llmquiz.core.wordings import worded


def check(draft: Draft) -> Iterator[BankFault]:
    """The ids that were taken already."""
    questions = list(draft.questions())
    yield from _repeated((question.id, path) for path, question in questions)
    for path, question in questions:
        named = ((option.id, (*path, "options", at)) for at, option in enumerate(question.options))
        yield from _repeated(named)


def _repeated(named: Iterable[tuple[str, Path]]) -> Iterator[BankFault]:
    seen: set[str] = set()
    for name, path in named:
        if name in seen:
            says = worded("The id `{name}` is taken already.", name=name)
            yield BankFault((*path, "id"), says, worded("Choose another id."))
        seen.add(name)
