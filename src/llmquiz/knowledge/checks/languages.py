"""A content language beside the others."""

from collections.abc import Iterable, Iterator

from llmquiz.knowledge.checks.misfits import Misfit, Raw


def language(raw: Raw, others: Iterable[Raw]) -> Iterator[Misfit]:
    """Whatever another language has a word or a frame for, it has one too."""
    for section in ("dates", "words", "frames"):
        wanted = {name for other in others for name in other[section]}
        missing = sorted(wanted - raw[section].keys())
        if missing:
            message = f"`{section}` has no {', '.join(missing)}."
            yield Misfit((section,), "missing-field", message, "Another language has it: add it.", at_key=True)
    if "short" not in raw["scales"]:
        hint = "Add `short: {3: k, 6: M, 9: B, 12: T}`."
        yield Misfit(("scales",), "missing-field", "`scales` has no `short`.", hint, at_key=True)
