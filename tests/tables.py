"""Tables of small rows: one test a table, which tries every row and tells of each that fails."""

from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from inspect import iscoroutinefunction, signature
from typing import Any

import pytest

_FAILURES = (Exception, pytest.fail.Exception)
_TABLE = "table_of_rows"
_LONGEST = 300
"""Characters of one value: a row is named by its beginning."""


def every_row(names: str | Sequence[str], table: Iterable[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """As `pytest.mark.parametrize`, but one test for all rows, which share its fixtures; two tables give each pair.

    Each row is tried, whatever came of those before it; what fails is told row by row, the first with its traceback.
    """
    columns = (names,) if isinstance(names, str) else tuple(names)
    rows = [dict(zip(columns, (row,) if isinstance(names, str) else row, strict=True)) for row in table]
    assert rows, "a table without rows holds nothing"

    def whole(test: Callable[..., None]) -> Callable[..., None]:
        assert not iscoroutinefunction(test), "nobody would wait for it"
        body, inner = getattr(test, _TABLE, (test, [{}]))
        pairs = [row | other for row in rows for other in inner]

        @wraps(test)
        def tried(**fixtures: Any) -> None:
            __tracebackhide__ = True
            failures = [(row, error) for row in pairs if (error := _failure(body, row | fixtures)) is not None]
            if failures:
                told = "\n".join(f"{_named(row)}\n    {_reason(error)}" for row, error in failures)
                raise AssertionError(f"{len(failures)} of {len(pairs)} rows fail\n{told}") from failures[0][1]

        shared = [each for each in signature(test).parameters.values() if each.name not in columns]
        vars(tried).update({_TABLE: (body, pairs), "__signature__": signature(test).replace(parameters=shared)})
        return tried

    return whole


def _failure(test: Callable[..., None], arguments: dict[str, Any]) -> BaseException | None:
    try:
        test(**arguments)
    except _FAILURES as error:
        return error
    return None


def _named(row: dict[str, Any]) -> str:
    told = {name: repr(value) for name, value in row.items()}
    return ", ".join(f"{name}={text[:_LONGEST]}{'...' * (len(text) > _LONGEST)}" for name, text in told.items())


def _reason(error: BaseException) -> str:
    kind = "" if isinstance(error, AssertionError | pytest.fail.Exception) else f"{type(error).__name__}: "
    return f"{kind}{error}".replace("\n", "\n    ")
