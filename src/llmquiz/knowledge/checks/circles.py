"""Prerequisites that come back to where they began: nothing in such a circle could be learned first."""

from collections.abc import Iterator, Mapping, Sequence

from llmquiz.core.wordings import worded
from llmquiz.knowledge.checks.misfits import Misfit

Needs = Mapping[str, Sequence[str]]


def circles(needs: Needs) -> Iterator[tuple[str, int, Misfit]]:
    """The prerequisites that close a circle, one each: whose, at which position, and what is said of it."""
    done: set[str] = set()
    for start in needs:
        if start not in done:
            yield from _from(start, needs, done)


def _from(start: str, needs: Needs, done: set[str]) -> Iterator[tuple[str, int, Misfit]]:
    """Depth first, without recursion: chains may be as long as the folder has files."""
    way, left = [start], [iter(enumerate(needs[start]))]
    while way:
        at, name = next(left[-1], (0, ""))
        if not name:
            done.add(way.pop())
            left.pop()
        elif name in way:
            yield way[-1], at, _circle((*way[way.index(name) :], name), at)
        elif name in needs and name not in done:
            way.append(name)
            left.append(iter(enumerate(needs[name])))


def _circle(way: Sequence[str], at: int) -> Misfit:
    shown = worded("`{name}`", name=way[0])
    for name in way[1:]:
        shown = worded("{several} needs `{name}`", several=shown, name=name)
    says = worded("This prerequisite leads back to where it began: {circle}.", circle=shown)
    return Misfit(("prerequisites", at), "circular-prerequisites", says, worded("Remove one of them."))
