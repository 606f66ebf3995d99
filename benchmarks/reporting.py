"""The table of a simulated half year: one line a finding, beside what was promised, and marked where it is missed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import mean

from benchmarks.measuring import quantile
from benchmarks.watching import Asked, Watch
from llmquiz.core.answers import Rating
from llmquiz.files.settings import Settings

_NEGATIVES = 0.05
"""The share of questions with a NOT that a session may hold (E08)."""
_FOR_EVER = 30
"""Days: a card that waits longer than a month is taken to wait for ever."""
_APART = 0.02
"""How far what is remembered may be from what is wanted: whole days, buried directions and luck part the two."""


@dataclass(frozen=True, slots=True)
class Line:
    """One finding and what it is held against."""

    what: str
    found: str
    promised: str = ""
    kept: bool = True
    """Whether it is as promised."""

    def __str__(self) -> str:
        missed = "" if self.kept else "  MISSED"
        return f"{self.what:44} {self.found:44} {self.promised}{missed}".rstrip()


def lines(watch: Watch, settings: Settings) -> Iterator[Line]:
    """The whole table."""
    yield from _load(watch, settings)
    yield from _lost(watch)
    yield from _recall(watch, settings)
    yield from _company(watch)
    yield from _forms(watch)
    times = sorted(watch.times)
    spent = " / ".join(f"{quantile(times, share) * 1000:.1f} ms" for share in (0.5, 0.99))
    yield Line("answer to next question, p50 / p99", spent)


def _load(watch: Watch, settings: Settings) -> Iterator[Line]:
    days = watch.days
    met = {asked.card for asked in watch.asked}
    yield Line("days / answers / cards met", f"{len(days)} / {len(watch.asked)} / {len(met)}")
    yield _at_most("reviews a day", [len(day.reviewed) for day in days], settings.reviews_per_day)
    yield _at_most("new cards a day", [len(day.new) for day in days], settings.new_per_day)
    yield Line("answers a day", _spread([day.questions for day in days]))
    yield Line("minutes a day, as foretold at home", _spread([day.home.minutes for day in days]))
    yield Line("minutes a day, as spent", _spread([day.minutes for day in days]))


def _lost(watch: Watch) -> Iterator[Line]:
    returned = [asked for asked, _ in watch.at_due()]
    late = [asked.day - (asked.due or 0) for asked in returned]
    waiting = dict(watch.late())
    yield Line("asked on the day they were due", f"{_share(sum(not days for days in late), len(late))}")
    yield Line("most days late when asked", str(max(late, default=0)))
    oldest = max(waiting.values(), default=0)
    found = f"{len(waiting)} / {oldest}"
    yield Line("waiting at the end / for most days", found, "no card for ever", kept=oldest <= _FOR_EVER)
    never = watch.taught - {asked.card for asked in watch.asked}
    yield _none("taught and never asked", len(never))
    yield _none("asked twice a day outside the steps", sum(asked.again_today for asked in watch.asked))
    yield _none("graded otherwise than meant", watch.misgraded)
    lapses = sum(asked.rating == Rating.AGAIN for asked in returned)
    yield Line("lapses / leeches", f"{lapses} / {watch.leeches}")


def _recall(watch: Watch, settings: Settings) -> Iterator[Line]:
    """What was aimed at, what the program believed on the day, what the learner remembered, and what came out right.

    The aim is corrected for guessing in the planned form; whole days and buried directions part belief from aim, luck
    parts memory from belief.
    """
    kinds: dict[str, Callable[[Asked], bool]] = {
        "open forms": lambda asked: not asked.options,
        "choices": lambda asked: asked.options > 0,
        "first return": lambda asked: asked.first,
        "later returns": lambda asked: not asked.first,
        "after one day": lambda asked: asked.interval == 1,
        "after more": lambda asked: asked.interval > 1,
    }
    every, wanted = watch.at_due(), settings.retention
    kept = not every or abs(_remembered(every) - wanted) <= _APART
    yield Line("recall at due", "asked   aim    believed  remembered  right")
    yield Line("  all", _recalled(every), f"remembered within {_APART:.2f} of {wanted:.2f}", kept=kept)
    for kind, accept in kinds.items():
        yield Line(f"  {kind}", _recalled(watch.at_due(accept)))


def _recalled(answers: Sequence[tuple[Asked, float]]) -> str:
    if not answers:
        return "0"
    aim = mean(asked.aim for asked, _ in answers)
    belief = mean(belief for _, belief in answers)
    chance = _remembered(answers)
    right = mean(asked.recall.right for asked, _ in answers)
    return f"{len(answers):<7} {aim:.3f}  {belief:.3f}     {chance:.3f}       {right:.3f}"


def _remembered(answers: Sequence[tuple[Asked, float]]) -> float:
    return mean(asked.recall.chance for asked, _ in answers)


def _company(watch: Watch) -> Iterator[Line]:
    shown = sum(len(day.shown) for day in watch.days)
    crowded = sum(sum(1 for _ in day.crowded()) for day in watch.days)
    yield Line("kin nearer than five items", _share(crowded, shown))
    yield _none("  although another review was waiting", sum(day.avoidable() for day in watch.days))
    shares = [day.negatives / day.questions for day in watch.days if day.questions]
    over = sum(share > _NEGATIVES for share in shares)
    yield _at_most("questions with a NOT, of a day", shares, _NEGATIVES, digits=3)
    yield Line("days with more of them than promised", _share(over, len(shares)), "0", kept=not over)


def _forms(watch: Watch) -> Iterator[Line]:
    for rung, forms in watch.forms().items():
        parts = ", ".join(f"{form} {_share(count, forms.total())}" for form, count in forms.most_common())
        yield Line(f"rung {rung}: {forms.total()} questions", parts)


def _at_most(what: str, values: Sequence[float], limit: float, digits: int = 1) -> Line:
    return Line(what, _spread(values, digits), f"at most {limit}", kept=max(values) <= limit)


def _none(what: str, count: int) -> Line:
    return Line(what, str(count), "0", kept=not count)


def _spread(values: Sequence[float], digits: int = 1) -> str:
    return f"mean {mean(values):.{digits}f}, most {max(values):.{digits}f}"


def _share(part: int, of: int) -> str:
    return f"{100 * part / of:.1f} %" if of else "none"
