"""From an answer to the next question: grading, scheduling, the durable commit and the next item; p50 and p99.

The floor is one 4 KB write with fsync to the same disk, as durable as a single commit can be had.
"""

import os
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.measuring import Row, each, quantile
from llmquiz.core.answers import Chosen, DontKnow
from llmquiz.files.paths import Home
from llmquiz.trainer.clock import SetClock
from llmquiz.trainer.opening import opened
from llmquiz.trainer.session import Session
from llmquiz.trainer.views import LessonView, QuestionView

_START = datetime(2026, 1, 5, 9, tzinfo=UTC)
_ANSWERS = 300
_PER_DAY = 400


def rows(runs: int) -> Iterator[Row]:
    """One row a quantile."""
    with tempfile.TemporaryDirectory() as folder:
        times = sorted(_answer_times(Path(folder)))
        floor = each([lambda: _write(Path(folder) / "floor")] * 100)
    for name, share in (("p50", 0.5), ("p99", 0.99)):
        what = f"answer to next question, commit included ({name} of {len(times)})"
        yield Row(what, quantile(times, share), quantile(floor, share))


def _answer_times(folder: Path) -> list[float]:
    home, clock = Home(folder), SetClock(_START)
    folder.joinpath("config.toml").write_text(f"new_per_day = {_PER_DAY}\n", encoding="utf-8")
    with opened(home, lang="en", clock=clock) as trainer:
        session, times = trainer.study(), []
        while len(times) < _ANSWERS and isinstance(session.view, LessonView | QuestionView):
            clock.move(seconds=20)
            if isinstance(session.view, LessonView):
                session.read()
            else:
                times += each([lambda: _answer(session)])
        return times


def _answer(session: Session) -> None:
    assert isinstance(session.view, QuestionView)
    right = tuple(option.id for option in session.view.item.options if option.right)
    session.answer(Chosen(right) if right else DontKnow())
    session.next()


def _write(path: Path) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT)
    try:
        os.write(descriptor, b"\0" * 4096)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
