"""What is due, for shell prompts: read with the standard library alone, before click is imported.

Counts come from a table that is kept beside every answer; new cards are not in it. A day begins at the rollover hour.
"""

from collections.abc import Sequence
from pathlib import Path

from llmquiz.cli.exits import LeaveError, plainly
from llmquiz.core.days import DEFAULT_ROLLOVER, date_of
from llmquiz.files.paths import DEFAULT_PROFILE, Home, home, profile_problem
from llmquiz.storage.due import due_by_day
from llmquiz.trainer.clock import Clock, SystemClock, moment

_WEEK = 7
_HOURS = range(24)
_SET = ("rollover", '"rollover"', "'rollover'")
"""What a line begins with that sets the hour."""


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
    """The number of cards due today; as JSON with the day, tomorrow's and those of the seven days from today on."""
    today = moment(clock, _rollover(where.config)).day
    counts = due_by_day(where.database(profile))
    due = sum(cards for day, cards in counts.items() if day <= today)
    if not as_json:
        return str(due)
    import json  # costs time, as does what the settings need

    week = sum(cards for day, cards in counts.items() if day < today + _WEEK)
    return json.dumps(
        {"due": due, "day": date_of(today).isoformat(), "tomorrow": counts.get(today + 1, 0), "week": week}
    )


def _rollover(config: Path) -> int:
    """The hour from the settings, as `files.settings` would read it: what is wrong there counts for nothing."""
    if not config.exists():
        return DEFAULT_ROLLOVER
    try:
        text = config.read_bytes().decode("utf-8-sig")
        if not any(line.strip().startswith(_SET) for line in text.splitlines()):
            return DEFAULT_ROLLOVER
        import tomllib  # costs time, and most learners get up at no other hour

        hour = tomllib.loads(text).get("rollover")
    except (OSError, ValueError, RecursionError):
        return DEFAULT_ROLLOVER
    return hour if type(hour) is int and hour in _HOURS else DEFAULT_ROLLOVER
