"""The key ledger: every released key, one a line in `keys.txt` beside the knowledge. A key is permanent.

One that vanishes needs `renamed_from` on what took its place, or a tombstone: a line in `tombstones.txt` with the key
and why it is gone.
"""

from collections.abc import Collection
from pathlib import Path

from llmquiz.core.hashing import digest
from llmquiz.core.marking import N_
from llmquiz.core.problems import Place, Problem
from llmquiz.core.wordings import worded

LEDGER, TOMBSTONES = "keys.txt", "tombstones.txt"
_ADVICE = N_("Put `renamed_from` on what took its place, or the key and the reason into {file}.")


def vanished(root: Path, known: Collection[str]) -> tuple[Problem, ...]:
    """A problem for each released key of the knowledge in `root` that is neither `known` nor buried."""
    buried = {line.split()[0] for line in _lines(root / TOMBSTONES).values()}
    shown = f"{root.name}/{LEDGER}"
    return tuple(
        Problem(
            Place(shown, number, 1),
            "vanished-key",
            worded("The released card `{key}` is gone, and with it what people learned.", key=key),
            worded(_ADVICE, file=TOMBSTONES),
        )
        for number, key in _lines(root / LEDGER).items()
        if key not in known and key not in buried
    )


def ledger_state(root: Path) -> str:
    """Both files of the ledger in one name: another one whenever one of them changes."""
    files = (root / LEDGER, root / TOMBSTONES)
    return digest("\n".join(f"{path.name}={_lines(path)}" for path in files))


def _lines(path: Path) -> dict[int, str]:
    """The lines that say something, by number; none where there is no file."""
    if not path.exists():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    return {number: line.strip() for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")}
