"""Dates as people type them, where a year, a month or a day is asked for: `2023`, `03/2023`, `14 March 2023`.

What may be two dates (`3/4/2023`) is none. A month or day that was not asked for is not graded, but has to exist.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

Date = tuple[int, ...]
"""Year; year and month; or year, month and day."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENDINGS = ("uary", "ruary", "ch", "il", "", "e", "y", "ust", "(?:t|tember)", "ober", "ember", "ember")
_NAMES = "|".join(f"{short}(?:{rest})?" for short, rest in zip(_MONTHS, _ENDINGS, strict=True))
_YEAR, _TWO = r"(?P<year>(?:19|20)\d\d)", r"\d{1,2}"
_NAMED, _DAY = rf"(?P<name>{_NAMES})\.?", rf"(?P<day>{_TWO})(?:st|nd|rd|th)?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_YEAR}(?:\s?年)?",
        rf"{_YEAR}\s?(?P<sign>[-/.])\s?(?P<month>{_TWO})(?:\s?(?P=sign)\s?(?P<day>{_TWO}))?",
        rf"{_YEAR}\s?年\s?(?P<month>{_TWO})\s?月(?:份|\s?(?P<day>{_TWO})\s?[日号])?",
        rf"(?P<month>{_TWO})\s?[-/.]\s?{_YEAR}",
        rf"(?P<one>{_TWO})\s?(?P<sign>[-/.])\s?(?P<two>{_TWO})\s?(?P=sign)\s?{_YEAR}",
        rf"(?:the\s)?(?:{_DAY}[\s-](?:of\s)?)?{_NAMED}(?:,\s?|\s|-|\sof\s){_YEAR}",
        rf"{_NAMED}\s{_DAY}(?:,\s?|\s){_YEAR}",
        rf"{_YEAR},?[\s-]{_NAMED}(?:[\s-]{_DAY})?",
    )
)


def same_date(typed: str, answer: str, names: Iterable[str]) -> bool:
    """Whether `typed` is one of the dates among `names`, as exactly as `answer` is one."""
    given, asked = read_date(typed), read_date(answer)
    if given is None or asked is None or len(given) < len(asked):
        return False
    return any(given[: len(asked)] == read_date(name) for name in (answer, *names))


def read_date(text: str) -> Date | None:
    """The date that `text` is, to the year at least; None when it is none, or may be two."""
    folded = " ".join(unicodedata.normalize("NFKC", text).casefold().split()).rstrip(".。")
    match = next(filter(None, (form.fullmatch(folded) for form in _FORMS)), None)
    parts = _parts(match.groupdict()) if match else None
    return parts if parts and _exists(parts) else None


def _parts(found: dict[str, str | None]) -> Date | None:
    if found.get("one"):
        return _either_order(int(found["year"] or 0), int(found["one"] or 0), int(found["two"] or 0))
    name, month, day = (found.get(part) for part in ("name", "month", "day"))
    numbered = str(_MONTHS.index(name[:3]) + 1) if name else month
    return tuple(int(part) for part in (found["year"], numbered, day) if part)


def _either_order(year: int, one: int, two: int) -> Date | None:
    """Day and month in the one order that makes a date; None where both do."""
    dates = {parts for parts in ((year, one, two), (year, two, one)) if _exists(parts)}
    return dates.pop() if len(dates) == 1 else None


def _exists(parts: Date) -> bool:
    try:
        date(*(*parts, 1, 1)[:3])
    except ValueError:
        return False
    return True
