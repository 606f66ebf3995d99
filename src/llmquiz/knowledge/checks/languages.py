"""A content language beside the others."""

from collections.abc import Iterable, Iterator

from llmquiz.core.wordings import worded
from llmquiz.knowledge.checks.misfits import Misfit, Raw


def language(raw: Raw, others: Iterable[Raw]) -> Iterator[Misfit]:
    """Whatever another language has a word or a frame for, it has one too."""
    for section in ("dates", "words", "frames"):
        wanted = {name for other in others for name in other[section]}
        missing = sorted(wanted - raw[section].keys())
        if missing:
            says = worded("`{section}` has no {names}.", section=section, names=tuple(missing))
            advises = worded("Another language has it: add it.")
            yield Misfit((section,), "missing-field", says, advises, at_key=True)
    if "short" not in raw["scales"]:
        advises = worded("Add `short: {{3: k, 6: M, 9: B, 12: T}}`.")
        yield Misfit(("scales",), "missing-field", worded("`scales` has no `short`."), advises, at_key=True)
