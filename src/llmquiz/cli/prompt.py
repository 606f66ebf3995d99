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
from llmquiz.storage.due import LetIn, answered, due_by_day, facts_on
from llmquiz.study.catching_up import LOOKED_BACK, days_to_catch_up, most_reviews, spread, usual_load
from llmquiz.study.directions import kept_away
from llmquiz.trainer.clock import Clock, SystemClock, moment

_WEEK = 7
_AHEAD = 30
"""Days that catching up is foretold for."""
_HOURS, _REVIEWS = range(24), range(10_000)
DEFAULT_REVIEWS = 200
DEFAULT_TIERS = ("core", "detail")
"""As the settings have them, which are too slow to be read here; a test compares them."""
TIERS = (*DEFAULT_TIERS, "archive")
_NAMES = ("rollover", "reviews_per_day", "tiers", "topics_off")
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
    database, let_in = where.database(profile), _let_in(settings)
    counts = due_by_day(database, let_in)
    due = [sum(cards for day, cards in counts.items() if day <= today)]
    due += [counts.get(today + ahead, 0) for ahead in range(1, _AHEAD)]
    most = _number(settings, "reviews_per_day", _REVIEWS, DEFAULT_REVIEWS)
    asked, days = _shared(database, let_in, today, due, most) if due[0] else (due, 0)
    if not as_json:
        return str(asked[0])
    import json  # costs time, as does what the settings need

    told = {"due": asked[0], "day": date_of(today).isoformat(), "tomorrow": asked[1], "week": sum(asked[:_WEEK])}
    return json.dumps({**told, "later": due[0] - asked[0], "days": days})


def _shared(database: Path, let_in: LetIn, today: int, due: list[int], wanted: int) -> tuple[list[int], int]:
    """What today and the coming days ask for, and how many days after today catching up takes."""
    answers, reviewed = answered(database, today, LOOKED_BACK)
    most = most_reviews(usual_load(answers, today), wanted)
    asked = min(due[0], max(0, most - reviewed))
    later = due[0] - asked
    away = kept_away(*facts_on(database, today, let_in))
    if not later:
        return [due[0] - away, due[1] + away, *due[2:]], 0
    coming = (later + due[1], *due[2:])
    return [min(asked, due[0] - away), *spread(coming, most)], days_to_catch_up(coming, most) if most else 0


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
