"""What is due, for shell prompts: read with the standard library alone, before click is imported.

Counts come from a table that is kept beside every answer; new cards are not in it. A day begins at the rollover hour.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from llmquiz.cli.exits import LeaveError, plainly
from llmquiz.core.days import DEFAULT_ROLLOVER, date_of
from llmquiz.files.paths import DEFAULT_PROFILE, Home, home, profile_problem
from llmquiz.files.slugs import is_slug
from llmquiz.storage.due import LetIn, answers_before, due_by_day, standing
from llmquiz.study.catching_up import LOOKED_BACK, as_asked, days_to_catch_up, most_reviews, usual_load
from llmquiz.study.share import share
from llmquiz.trainer.clock import Clock, SystemClock, moment

_WEEK = 7
_AHEAD = 30
"""Days that catching up is foretold for."""
_HOURS, _CARDS = range(24), range(10_000)
DEFAULT_NEW, DEFAULT_REVIEWS = 10, 200
DEFAULT_TIERS = ("core", "detail")
"""As the settings have them, which are too slow to be read here; a test compares them."""
TIERS = (*DEFAULT_TIERS, "archive")
_NAMES = ("rollover", "new_per_day", "reviews_per_day", "tiers", "topics_off")
_SET = tuple(f"{quote}{name}" for name in _NAMES for quote in ("", "'", '"'))
"""What a line begins with that sets something of this."""


def quick(arguments: Sequence[str]) -> int | None:
    """The exit code of `[--profile NAME] due [--json]`; None for every other command line, which is click's."""
    rest = list(arguments)
    profile = DEFAULT_PROFILE
    if rest[0] == "--profile" and len(rest) > 1:
        profile, rest = rest[1], rest[2:]
    if rest not in (["due"], ["due", "--json"]) or profile_problem(profile) is not None:
        return None
    try:
        with plainly():
            print(told(home(), profile, SystemClock(), as_json=len(rest) > 1))
    except LeaveError as leave:
        return leave.code
    return 0


def told(where: Home, profile: str, clock: Clock, *, as_json: bool) -> str:
    """The number of cards due today, no more than a day should hold; as JSON with the day, and what comes later."""
    settings = _settings(where.config)
    today = moment(clock, _number(settings, "rollover", _HOURS, DEFAULT_ROLLOVER)).day
    coming, later, days = _shared(where.database(profile), today, settings)
    if not as_json:
        return str(coming[0])
    import json  # costs time, as does what the settings need

    told = {"due": coming[0], "day": date_of(today).isoformat(), "tomorrow": coming[1], "week": sum(coming[:_WEEK])}
    return json.dumps({**told, "later": later, "days": days})


def _shared(database: Path, today: int, settings: dict[str, Any]) -> tuple[Sequence[int], int, int]:
    """What today and the coming days ask for, how many cards wait, and how many days after today until none does."""
    let_in = _let_in(settings)
    counts = due_by_day(database, let_in)
    due = [sum(cards for day, cards in counts.items() if day <= today)]
    due += [counts.get(today + ahead, 0) for ahead in range(1, _AHEAD)]
    if not due[0]:
        return due, 0, 0
    new = _number(settings, "new_per_day", _CARDS, DEFAULT_NEW)
    wanted = _number(settings, "reviews_per_day", _CARDS, DEFAULT_REVIEWS)
    most = most_reviews(usual_load(answers_before(database, today, LOOKED_BACK), today), wanted)
    asked, later = share(standing(database, today, let_in), most, new=new, wanted=wanted)
    days = days_to_catch_up((later + due[1], *due[2:]), most) if later and most else 0
    return as_asked(asked, later, due, most), later, days


def _settings(config: Path) -> dict[str, Any]:
    """What the settings file says of what counts here; nothing where it cannot be read."""
    if not config.exists():
        return {}
    try:
        text = config.read_bytes().decode("utf-8-sig")
        if not any(line.strip().startswith(_SET) for line in text.splitlines()):
            return {}
        import tomllib  # costs time, and most learners get up at no other hour

        return tomllib.loads(text)
    except (OSError, ValueError, RecursionError):
        return {}


def _let_in(settings: dict[str, Any]) -> LetIn:
    """The tiers and topics that are asked."""
    tiers = _list(settings, "tiers", TIERS.__contains__)
    return LetIn(tiers or DEFAULT_TIERS, _list(settings, "topics_off", is_slug))


def _list(settings: dict[str, Any], name: str, good: Callable[[str], bool]) -> tuple[str, ...]:
    """A list of names from the settings, with the same strictness: one that is wrong spoils them all."""
    value = settings.get(name)
    if not isinstance(value, list) or not all(isinstance(one, str) and good(one) for one in value):
        return ()
    return tuple(value)


def _number(settings: dict[str, Any], name: str, allowed: range, default: int) -> int:
    """A number from the settings, as `files.settings` would read it: what is wrong there counts for nothing."""
    value = settings.get(name)
    return value if type(value) is int and value in allowed else default
