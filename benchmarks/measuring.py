"""Timing whole programs and single calls; a row of the table."""

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what was measured, beside the floor it is held against, both in seconds."""

    what: str
    measured: float
    floor: float | None = None

    def __str__(self) -> str:
        floor = "" if self.floor is None else _shown(self.floor)
        ratio = "" if not self.floor else f"{self.measured / self.floor:.2f}x"
        return f"{self.what:58} {_shown(self.measured):>12} {floor:>12} {ratio:>7}"


def pair(one: Sequence[str], other: Sequence[str], runs: int, environment: Mapping[str, str]) -> tuple[float, float]:
    """The median seconds of two programs, run in turn so that a drifting machine drifts for both."""
    _run(one, environment), _run(other, environment)
    times = [(_run(one, environment), _run(other, environment)) for _ in range(runs)]
    return statistics.median(first for first, _ in times), statistics.median(second for _, second in times)


def each(calls: Sequence[Callable[[], object]]) -> list[float]:
    """The seconds each call takes, sorted."""
    return sorted(_timed(call) for call in calls)


def quantile(times: Sequence[float], share: float) -> float:
    """The time that `share` of the sorted `times` do not exceed."""
    return times[min(len(times) - 1, int(share * len(times)))]


def _run(command: Sequence[str], environment: Mapping[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, env={**os.environ, **environment}, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def _timed(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def _shown(seconds: float) -> str:
    return f"{seconds * 1000:.2f} ms" if seconds < 1 else f"{seconds:.2f} s"
